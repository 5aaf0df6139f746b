// Every string of up to five words over a small alphabet, against an oracle that is slow and obvious: what English says of number
// words, written without a look at the grammar.
#include "extract/extract.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

using namespace factcheck;

namespace {

using Words = std::vector<std::string>;
using Value = std::optional<std::int64_t>;

const Words alphabet{"two", "seven", "twelve", "twenty", "hundred", "thousand", "million", "and"};

Words part(const Words& words, std::size_t from, std::size_t to) {
    return {words.begin() + static_cast<std::ptrdiff_t>(from), words.begin() + static_cast<std::ptrdiff_t>(to)};
}

Value digit(const Words& words) {
    if (words.size() != 1) return std::nullopt;
    return words[0] == "two" ? Value(2) : words[0] == "seven" ? Value(7) : std::nullopt;
}

// "seven", "twelve", "twenty", "twenty seven".
Value below_hundred(const Words& words) {
    if (const Value unit = digit(words)) return unit;
    if (words == Words{"twelve"}) return 12;
    if (words.empty() || words[0] != "twenty") return std::nullopt;
    if (words.size() == 1) return 20;
    const Value unit = digit(part(words, 1, words.size()));
    return unit ? Value(20 + *unit) : std::nullopt;
}

// "two hundred", "two hundred twelve", "two hundred and twenty seven"; "twelve hundred" and "twenty seven hundred", too.
Value below_thousand(const Words& words) {
    if (const Value small = below_hundred(words)) return small;
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (words[at] != "hundred") continue;
        const Value hundreds = below_hundred(part(words, 0, at));
        if (!hundreds) return std::nullopt;
        if (at + 1 == words.size()) return *hundreds * 100;
        const Value rest = below_hundred(part(words, at + (words[at + 1] == "and" ? 2 : 1), words.size()));
        return rest ? Value(*hundreds * 100 + *rest) : std::nullopt;
    }
    return std::nullopt;
}

std::int64_t scale_of(const std::string& word) { return word == "thousand" ? 1'000 : word == "million" ? 1'000'000 : 0; }

// What may stand before a scale: "two hundred", in speech also a bare "hundred"; a bare "thousand" before millions.
Value count(const Words& words, std::int64_t scale) {
    if (words == Words{"hundred"}) return 100;
    if (words == Words{"thousand"} && scale > 1'000) return 1'000;
    return below_thousand(words);
}

// "seven million two thousand and twelve": each scale once, the greater before the lesser.
Value magnitudes(const Words& words, std::int64_t below) {
    for (std::size_t at = 1; at < words.size(); ++at) {
        const std::int64_t scale = scale_of(words[at]);
        if (scale == 0 || scale >= below) continue;
        const bool first = below > 1'000'000'000;
        const Value many = first ? count(part(words, 0, at), scale) : below_thousand(part(words, 0, at));
        if (!many) continue;
        if (at + 1 == words.size()) return *many * scale;
        const bool joined = words[at + 1] == "and";
        const Words behind = part(words, at + (joined ? 2 : 1), words.size());
        const Value lesser = magnitudes(behind, scale);
        const Value rest = lesser ? lesser : below_thousand(behind);
        if (rest) return *many * scale + *rest;
    }
    return std::nullopt;
}

// "two thousand million": one magnitude, times a scale that is no less. Three scales in a row are nobody's number.
Value product(const Words& words) {
    if (words.size() < 3 || words == Words{"thousand", "million", "million"}) return std::nullopt;
    const std::int64_t outer = scale_of(words.back());
    const std::int64_t inner = scale_of(words[words.size() - 2]);
    const Value many = inner == 0 || inner > outer ? std::nullopt : count(part(words, 0, words.size() - 2), inner);
    return many ? Value(*many * inner * outer) : std::nullopt;
}

Value number(const Words& words) {
    if (const Value value = below_thousand(words)) return value;
    if (const Value value = magnitudes(words, 1'000'000'000'000)) return value;
    return product(words);
}

std::string joined(const Words& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

// The value of the one mention that is the whole of the words, if they are read as one number.
Value read(const std::string& words) {
    const std::string text = "It was " + words + ".";
    std::vector<Mention> found;
    Work work;
    extract_sentence(text, {0, text.size()}, found, work);
    if (found.size() != 1 || found[0].span != Span{7, 7 + words.size()} || found[0].is_range) return std::nullopt;
    const Number& number = found[0].number;
    if (number.too_large || number.denominator != 1) return std::nullopt;
    std::int64_t value = static_cast<std::int64_t>(number.value.coefficient);
    for (int i = 0; i < number.value.exponent; ++i) value *= 10;
    return value;
}

struct Tally {
    int numbers = 0;
    std::vector<std::string> missed;    // numbers that are not read, or read as another
    std::vector<std::string> invented;  // what is no number and is read as one
};

void compare(const Words& words, Tally& tally) {
    const Value want = number(words);
    const std::string text = joined(words);
    const Value have = read(text);
    tally.numbers += want ? 1 : 0;
    if (want && have != want)
        tally.missed.push_back(text + " = " + std::to_string(*want) + ", read " + (have ? std::to_string(*have) : "nothing"));
    if (!want && have) tally.invented.push_back(text + ", read " + std::to_string(*have));
}

void each_string(Words& words, std::size_t longest, Tally& tally) {
    if (!words.empty()) compare(words, tally);
    if (words.size() == longest) return;
    for (const std::string& word : alphabet) {
        words.push_back(word);
        each_string(words, longest, tally);
        words.pop_back();
    }
}

}  // namespace

TEST_CASE("number words: every string of up to five of them") {
    Tally tally;
    Words words;
    each_string(words, 5, tally);
    CHECK(tally.numbers > 500);
    for (const std::string& row : tally.missed) FAIL_CHECK("missed: ", row);
    for (const std::string& row : tally.invented) FAIL_CHECK("invented: ", row);
}
