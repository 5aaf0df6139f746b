// Vague counts, quantifiers, trends and comparisons: grammar/quantifier.hpp.
#include "extract/parts.hpp"

#include "grammar/quantifier.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

namespace {

// What a word stands for: [low, high], the upper end open for plurals that run up to the next power of ten.
struct Vague {
    std::string_view words;
    std::int64_t low;
    std::int64_t high;
    std::int16_t power;
    bool open;
};
constexpr std::array table = std::to_array<Vague>({
    {"tens of thousands", 2, 10, 4, true},
    {"tens of millions", 2, 10, 7, true},
    {"tens of billions", 2, 10, 10, true},
    {"hundreds of thousands", 2, 10, 5, true},
    {"hundreds of millions", 2, 10, 8, true},
    {"hundreds of billions", 2, 10, 11, true},
    {"thousands of billions", 2, 10, 12, true},
    {"dozens", 24, 96, 0, false},
    {"scores of", 40, 100, 0, false},
    {"hundreds", 2, 10, 2, true},
    {"thousands", 2, 10, 3, true},
    {"millions", 2, 10, 6, false},
    {"billions", 2, 10, 9, false},
    {"trillions", 2, 10, 12, false},
    {"a few hundred thousand", 3, 5, 5, false},
    {"a few hundred million", 3, 5, 8, false},
    {"several hundred thousand", 3, 9, 5, false},
    {"several hundred million", 3, 9, 8, false},
    {"a few billion", 3, 5, 9, false},
    {"several billion", 3, 9, 9, false},
    {"a few hundred", 3, 5, 2, false},
    {"a few thousand", 3, 5, 3, false},
    {"a few million", 3, 5, 6, false},
    {"a few dozen", 36, 60, 0, false},
    {"several hundred", 3, 9, 2, false},
    {"several thousand", 3, 9, 3, false},
    {"several million", 3, 9, 6, false},
    {"several dozen", 36, 108, 0, false},
    {"a couple of hundred", 2, 3, 2, false},
    {"a couple of thousand", 2, 3, 3, false},
    {"a couple of million", 2, 3, 6, false},
    {"a couple of billion", 2, 3, 9, false},
    {"a couple of dozen", 24, 36, 0, false},
    {"a couple hundred", 2, 3, 2, false},
    {"a couple thousand", 2, 3, 3, false},
    {"a couple million", 2, 3, 6, false},
    {"a couple billion", 2, 3, 9, false},
    {"a couple dozen", 24, 36, 0, false},
    {"a handful of", 3, 5, 0, false},
    {"a few", 3, 5, 0, false},
    {"several", 3, 9, 0, false},
    {"a couple of", 2, 3, 0, false},
    {"a couple", 2, 3, 0, false},
});

Number number(std::int64_t value, int power) {
    Number out;
    out.value = {value, power};
    out.place = power;
    out.sort = Sort::vague;
    out.in_words = true;
    return out;
}

const Vague* row_of(std::string_view words) {
    const auto same = [&](const Vague& row) {
        return grammar::phrase_at(words.data(), words.data() + words.size(), row.words) == words.size();
    };
    const auto found = std::find_if(table.begin(), table.end(), same);
    return found == table.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Mention> vague_at(const Reader& reader, const Where& where) {
    const std::size_t core = where.core;
    std::size_t end = read_at<grammar::vague>(reader, core);
    if (end == nowhere) return std::nullopt;
    const Vague* row = row_of(reader.words({core, end}));
    if (row == nullptr) return std::nullopt;
    Mention out;
    out.kind = MentionKind::number;
    out.hedge = where.hedge;
    out.is_range = true;
    out.upper_open = row->open;
    out.number = number(row->low, row->power);
    out.upper = number(row->high, row->power);
    std::size_t from = end;
    if (is_word(reader.words(word_after(reader, end)), "of")) from = word_after(reader, end).end;
    if (const auto noun = noun_after(reader, from, false)) {
        out.kind = MentionKind::quantity;
        out.unit = {Dimension::count, "1"};
        out.unit_words = noun->phrase;
        out.noun = noun->head;
        end = noun->phrase.end;
    } else if (row->low < 9 && row->power == 0) {
        return std::nullopt;  // "a few", "several" of nothing that can be counted
    }
    out.span = {where.begin, end};
    out.core = {core, end};
    return out;
}

namespace {

// "no deaths", "no foreign troops": a plural close behind.
std::size_t no_things(const Reader& reader, std::size_t at) {
    const std::size_t end = read_at<grammar::no_of_things>(reader, at);
    if (end == nowhere) return nowhere;
    const auto noun = noun_after(reader, end, false);
    constexpr std::size_t near = 24;
    return noun && noun->phrase.size() <= near ? noun->phrase.end : nowhere;
}

}  // namespace

std::optional<Mention> quantifier_at(const Reader& reader, std::size_t at) {
    Mention out;
    std::size_t end = read_at<grammar::trend>(reader, at);
    if (end == nowhere && grammar::before_no_change.has(reader.words(word_before(reader, at))))
        end = read_at<grammar::no_change_word>(reader, at);
    if (end != nowhere) out.kind = MentionKind::trend;
    if (end == nowhere && (end = read_at<grammar::comparison>(reader, at)) != nowhere) out.kind = MentionKind::comparison;
    if (end == nowhere) {
        end = read_at<grammar::quantifier>(reader, at);
        const std::string_view before = reader.words(word_before(reader, at));
        if (end == nowhere && !is_word(before, "the") && !grammar::before_no_change.has(before))  // "was most welcome"
            end = read_at<grammar::most_of_kind>(reader, at);
        if (end == nowhere) end = no_things(reader, at);
        if (end == nowhere) return std::nullopt;
        out.kind = MentionKind::quantifier;
    }
    out.span = out.core = {at, end};
    return out;
}

}  // namespace factcheck::extracting
