// Lengths of time without a number: "years of disengagement", "for decades", "a year", "several days", "all day".
#include "extract/time_point.hpp"
#include "lexicon/units.hpp"

#include "grammar/recurring.hpp"

#include <array>

namespace factcheck::extracting {

namespace {

// "years of disengagement", "for decades": at least two of the unit.
struct vague_duration : p::seq<grammar::vague_units, p::at<grammar::gap, grammar::any<"of", "after", "since">>> {};
struct long_duration : p::seq<grammar::any<"for", "over", "after", "in", "within">, grammar::gap, p::at<grammar::vague_units>> {};
struct long_units : p::seq<grammar::vague_units, p::not_at<p::sor<grammar::hyphen, p::seq<grammar::gap, grammar::any<"to">>>>> {};

constexpr auto before_length = grammar::word_list(std::to_array<std::string_view>(
    {"after", "and",  "by",    "despite", "during", "following", "for",   "from",   "in",   "into",    "through",
     "of",    "over", "spent", "until",   "with",   "amid",      "ended", "ending", "took", "several", "many"}));
// "for a year", "more than a week"; "$5 a day" and "once a week" are rates.
constexpr auto before_a_length = grammar::word_list(std::to_array<std::string_view>(
    {"for",    "in",      "within",     "over", "under", "after",   "about",   "around", "nearly",  "almost",        "than",
     "least",  "lasted",  "lasts",      "last", "takes", "took",    "take",    "taking", "spent",   "spend",         "spending",
     "during", "through", "throughout", "into", "half",  "just",    "only",    "quite",  "roughly", "approximately", "up",
     "to",     "of",      "is",         "was",  "be",    "been",    "waited",  "wait",   "served",  "stayed",        "lived",
     "worked", "every",   "barely",     "some", "maybe", "perhaps", "another", "not"}));

// By the first letters: plurals are the same.
std::string_view code_of_word(std::string_view word) {
    struct Row {
        std::string_view stem;
        std::string_view code;
    };
    static constexpr std::array rows = std::to_array<Row>({{"year", "a"},
                                                           {"quarter", "mo"},
                                                           {"month", "mo"},
                                                           {"week", "wk"},
                                                           {"fortnight", "wk"},
                                                           {"day", "d"},
                                                           {"decade", "10.a"},
                                                           {"centur", "100.a"},
                                                           {"hour", "h"},
                                                           {"minute", "min"}});
    for (const Row& row : rows)
        if (word.size() >= row.stem.size() && is_word(word.substr(0, row.stem.size()), row.stem)) return row.code;
    return "d";
}

Grain grain_of_code(std::string_view code) {
    for (const Grain grain : {Grain::week, Grain::month, Grain::year, Grain::decade, Grain::century})
        if (code_of(grain) == code) return grain;
    return Grain::day;
}

Mention length(std::size_t begin, std::size_t end, std::string_view code, const Decimal& count, bool vague) {
    Mention out;
    out.kind = MentionKind::duration;
    out.span = out.core = {begin, end};
    out.unit = {Dimension::time, code};
    out.unit_words = out.span;
    out.number.value = count;
    out.number.sort = vague ? Sort::vague : Sort::counted;
    out.number.in_words = true;
    const bool whole = count.exponent >= 0 && code != "h" && code != "min";
    if (!whole) return out;
    out.time.kind = TimeKind::duration;
    out.time.grain = grain_of_code(code);
    out.time.count = out.time.count_high = static_cast<std::int32_t>(count.coefficient);
    out.time.vague = vague;
    return out;
}

std::string_view last_word(std::string_view words) {
    const std::size_t cut = words.find_last_of(" \n-");
    return words.substr(cut == std::string_view::npos ? 0 : cut + 1);
}

// "a year", "an hour", "a quarter-century".
std::optional<Mention> one_unit(const Reader& reader, std::size_t at) {
    const std::size_t end = read_at<grammar::a_length>(reader, at);
    if (end == nowhere) return std::nullopt;
    const std::string_view before = reader.words(word_before(reader, at));
    const bool another = end - at > 7 && is_word(reader.words({at, at + 7}), "another");
    const bool of_event = before.empty() && read_at<grammar::length_before_event>(reader, end) != nowhere;
    if (!another && !of_event && !before_a_length.has(before)) return std::nullopt;
    const std::string_view words = reader.words({at, end});
    const auto has = [&](std::string_view piece) { return words.find(piece) != std::string_view::npos; };
    const std::string_view unit = last_word(words);
    if (has("quarter")) return is_word(unit, "century") ? std::optional(length(at, end, "a", {25, 0}, false)) : std::nullopt;
    if (has("half") && is_word(unit, "century")) return length(at, end, "a", {50, 0}, false);
    if (has("half")) return is_word(unit, "hour") ? length(at, end, "min", {30, 0}, false) : length(at, end, "mo", {6, 0}, false);
    return length(at, end, code_of_word(unit), {is_word(unit, "fortnight") ? 2 : 1, 0}, false);
}

// "a year and a half".
std::optional<Mention> half_more(const Reader& reader, std::size_t at) {
    const std::size_t end = read_at<grammar::a_half_more>(reader, at);
    if (end == nowhere) return std::nullopt;
    const Span unit = word_after(reader, word_after(reader, at).end);
    return length(at, end, code_of_word(reader.words(unit)), {15, -1}, false);
}

// "half a year", "half an hour".
std::optional<Mention> half_unit(const Reader& reader, std::size_t at) {
    const std::size_t end = read_at<grammar::half_length>(reader, at);
    if (end == nowhere) return std::nullopt;
    const std::string_view unit = last_word(reader.words({at, end}));
    if (is_word(unit, "hour")) return length(at, end, "min", {30, 0}, false);
    if (is_word(unit, "century")) return length(at, end, "a", {50, 0}, false);
    if (is_word(unit, "decade")) return length(at, end, "a", {5, 0}, false);
    return length(at, end, code_of_word(unit), {5, -1}, false);
}

std::optional<Mention> several(const Reader& reader, std::size_t at) {
    const std::size_t end = read_at<grammar::several_units>(reader, at);
    // "in some quarters": people.
    if (end == nowhere ||
        (is_word(last_word(reader.words({at, end})), "quarters") && is_word(reader.words({at, at + 4}), "some")))
        return std::nullopt;
    const bool couple = reader.words({at, end}).find("ouple") != std::string_view::npos;  // two, and no more
    return length(at, end, code_of_word(last_word(reader.words({at, end}))), {2, 0}, !couple);
}

std::optional<Mention> whole(const Reader& reader, std::size_t at) {
    const std::size_t end = read_at<grammar::whole_length>(reader, at);
    if (end == nowhere) return std::nullopt;
    const std::string_view unit = last_word(reader.words({at, end}));
    return length(at, end, code_of_word(unit), {is_word(unit, "quarter") ? 3 : 1, 0}, false);
}

std::optional<Mention> many(const Reader& reader, std::size_t at) {
    std::size_t begin = at;
    std::size_t end = read_at<vague_duration>(reader, at);
    if (end != nowhere) {
        const std::string_view before = reader.words(word_before(reader, at));
        if (!before.empty() && !before_length.has(before)) return std::nullopt;
    } else {
        begin = read_at<long_duration>(reader, at);
        if (begin == nowhere) return std::nullopt;
        end = read_at<long_units>(reader, begin);
        if (end == nowhere) return std::nullopt;
    }
    return length(begin, end, code_of_word(reader.words({begin, end})), {2, 0}, true);
}

}  // namespace

std::optional<Mention> vague_length(const Reader& reader, std::size_t at) {
    for (const auto read : {several, half_more, one_unit, whole, half_unit, many})
        if (auto out = read(reader, at)) return out;
    return std::nullopt;
}

}  // namespace factcheck::extracting
