// What holds of the mentions of any text, whatever the bytes: shared by the fuzzers and the test on a corpus. Each function names
// the first thing that does not hold; an empty answer: all does.
#pragma once

#include "extract/extract.hpp"
#include "model/limits.hpp"
#include "model/report.hpp"
#include "model/text.hpp"
#include "model/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck::testing {

// "-12.50": sign, digits, and digits behind a point.
inline bool is_plain_decimal(std::string_view text) {
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
    const auto digits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    const std::size_t point = text.find('.');
    return digits(text.substr(0, point)) && (point == std::string_view::npos || digits(text.substr(point + 1)));
}

// Whether a <= b, by the digits alone: no arithmetic of the engine is believed here.
inline bool is_at_most(std::string_view a, std::string_view b) {
    const auto parts = [](std::string_view text) {
        if (text.front() == '-') text.remove_prefix(1);
        const std::size_t point = std::min(text.find('.'), text.size());
        std::string_view whole = text.substr(0, point);
        std::string_view behind = text.substr(std::min(text.size(), point + 1));
        while (!whole.empty() && whole.front() == '0') whole.remove_prefix(1);
        while (!behind.empty() && behind.back() == '0') behind.remove_suffix(1);
        return std::pair(whole, behind);
    };
    const auto [a_whole, a_behind] = parts(a);
    const auto [b_whole, b_behind] = parts(b);
    const bool a_negative = a.front() == '-' && !(a_whole.empty() && a_behind.empty());
    const bool b_negative = b.front() == '-' && !(b_whole.empty() && b_behind.empty());
    if (a_negative != b_negative) return a_negative;
    const auto less = [](const auto& x, const auto& y) {
        if (x.first.size() != y.first.size()) return x.first.size() < y.first.size();
        return x < y;
    };
    const std::pair left(a_whole, a_behind);
    const std::pair right(b_whole, b_behind);
    return a_negative ? !less(left, right) : !less(right, left);
}

inline bool is_on_code_points(std::string_view text, Span span) {
    const auto edge = [&](std::size_t at) { return at == text.size() || (at < text.size() && starts_code_point(text[at])); };
    return span.end <= text.size() && edge(span.begin) && edge(span.end);
}

// More digits than are kept would not be exact; so large an exponent would be endless when printed.
inline bool is_kept(const Number& number) {
    constexpr std::int32_t widest = 400;
    Int128 most = 1;
    for (int i = 0; i < limits::number_digits + 3; ++i) most *= 10;
    if (number.too_large) return true;
    return number.denominator != 0 && number.value.coefficient < most && -number.value.coefficient < most &&
           number.value.exponent < widest && number.value.exponent > -widest;
}

inline bool is_possible(const CalendarFields& fields) {
    return fields.year >= -limits::year_max && fields.year <= limits::year_max && fields.half <= 2 && fields.quarter <= 4 &&
           fields.month <= 12 && fields.day <= 31 && fields.weekday <= 7;
}

// One mention of a sentence of the reading copy.
inline std::string what_breaks(std::string_view reading, Span sentence, const Mention& mention) {
    if (mention.span.empty()) return "a mention is empty";
    if (!sentence.contains(mention.span)) return "a mention leaves its sentence";
    if (!mention.span.contains(mention.core)) return "a core leaves its mention";
    if (!is_on_code_points(reading, mention.span)) return "a mention cuts a code point";
    if (!is_on_code_points(reading, mention.core)) return "a core cuts a code point";
    for (const Span words : {mention.unit_words, mention.per_words, mention.noun})
        if (!words.empty() && (!sentence.contains(words) || !is_on_code_points(reading, words)))
            return "words of a unit leave their sentence or cut a code point";
    if (!is_kept(mention.number) || !is_kept(mention.upper)) return "a number is not kept exactly";
    if (mention.rank.position < 0) return "a rank is below none";
    if (!is_possible(mention.time.start) || !is_possible(mention.time.end)) return "no calendar has such a date";
    return {};
}

// All mentions of a text: in order, apart, each inside one sentence.
inline std::string what_breaks(const Text& text, const std::vector<Mention>& mentions) {
    std::size_t last = 0;
    auto sentence = text.sentences.begin();
    for (const Mention& mention : mentions) {
        if (mention.span.begin < last) return "mentions overlap or do not ascend";
        last = mention.span.end;
        while (sentence != text.sentences.end() && sentence->span.end <= mention.span.begin) ++sentence;
        if (sentence == text.sentences.end()) return "a mention stands behind the last sentence";
        const std::string broken = what_breaks(text.reading, sentence->span, mention);
        if (!broken.empty()) return broken + ": " + std::string(words_at(text, mention.span));
    }
    return {};
}

// What is printed: words as in the original, numbers that are numbers, ends that are in order.
inline std::string what_breaks(const ReportMention& mention) {
    if (mention.text.empty() || mention.kind.empty() || mention.hedge.empty()) return "a field is missing";
    for (const std::optional<std::string>* number : {&mention.value, &mention.low, &mention.high})
        if (*number && !is_plain_decimal(**number)) return "no decimal: " + **number;
    if (mention.low && mention.high && !is_at_most(*mention.low, *mention.high))
        return "low is over high: " + *mention.low + " " + *mention.high;
    return {};
}

inline std::string what_breaks(std::string_view original, const std::vector<ReportMention>& mentions) {
    std::size_t at = 0;
    std::size_t code_points = 0;
    const auto offset = [&](std::size_t wanted) {
        for (; code_points < wanted && at < original.size(); ++code_points) at += decode_utf8(original, at).size;
        return code_points == wanted ? at : original.size() + 1;
    };
    std::size_t last = 0;
    for (const ReportMention& mention : mentions) {
        if (mention.start < last || mention.end < mention.start) return "reported mentions overlap or do not ascend";
        last = mention.end;
        const std::size_t begin = offset(mention.start);
        const std::size_t end = offset(mention.end);
        if (end > original.size() || original.substr(begin, end - begin) != mention.text)
            return "the original has other words there: " + mention.text;
        const std::string broken = what_breaks(mention);
        if (!broken.empty()) return broken + ": " + mention.text;
    }
    return {};
}

}  // namespace factcheck::testing
