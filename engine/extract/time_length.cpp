// Lengths of time without a number: "years of disengagement", "for decades", "a year", "several days", "all day".
#include "extract/number.hpp"
#include "extract/parts.hpp"
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

// "could take days", "lasted weeks".
bool lasts_before(const Reader& reader, std::size_t at) {
    static constexpr auto verbs = grammar::word_list(std::to_array<std::string_view>(
        {"take", "takes", "took", "taken", "taking", "last", "lasts", "lasted", "lasting", "spent", "spend", "spending", "waited",
         "wait", "waiting", "requires", "require", "required"}));
    return verbs.has(reader.words(word_before(reader, at)));
}

// "a week-long strike", "the year-long talks".
std::optional<Mention> unit_long(const Reader& reader, std::size_t at) {
    struct long_adjective : p::seq<grammar::one_time_unit, grammar::joint, grammar::any<"long">, grammar::word_end> {};
    struct long_glued : p::seq<grammar::any<"weeklong", "monthlong", "yearlong", "daylong", "decadelong">, grammar::word_end> {};
    std::size_t end = read_at<long_adjective>(reader, at);
    if (end == nowhere) end = read_at<long_glued>(reader, at);
    if (end == nowhere || reader.before(end - 4) == ' ') return std::nullopt;
    struct no_noun : p::seq<grammar::gap, grammar::function_word, grammar::word_end> {};
    if (read_at<no_noun>(reader, end) != nowhere) return std::nullopt;
    return length(at, end, code_of_word(reader.words({at, at + 4})), {1, 0}, false);
}

std::optional<Mention> many(const Reader& reader, std::size_t at) {
    std::size_t begin = at;
    std::size_t end = read_at<vague_duration>(reader, at);
    if (lasts_before(reader, at)) {
        end = read_at<long_units>(reader, at);
        if (end == nowhere) return std::nullopt;
    } else if (end != nowhere) {
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

// How many of the smaller unit are one of the larger; 0: it is no smaller one.
std::uint32_t parts_of_one(std::string_view code, LengthUnit part) {
    struct Row {
        std::string_view code;
        std::array<std::uint16_t, 7> parts;  // year, month, week, day, hour, minute, second
    };
    static constexpr std::array rows = std::to_array<Row>({{"a", {0, 12, 52, 365, 0, 0, 0}},
                                                           {"mo", {0, 0, 4, 30, 0, 0, 0}},
                                                           {"wk", {0, 0, 0, 7, 168, 0, 0}},
                                                           {"d", {0, 0, 0, 0, 24, 1440, 0}},
                                                           {"h", {0, 0, 0, 0, 0, 60, 3600}},
                                                           {"min", {0, 0, 0, 0, 0, 0, 60}}});
    for (const Row& row : rows)
        if (row.code == code) return row.parts[static_cast<std::size_t>(part)];
    return 0;
}

// "two hours and a half"; "in" so many, "later": what then follows leads elsewhere.
struct and_a_half : p::seq<grammar::gap, grammar::any<"and a half">, grammar::word_end> {};
struct leads_on : p::seq<grammar::gap, grammar::any<"ago", "later", "earlier", "from now", "from today", "before", "after">> {};

// What the parts are of one unit; absent where one is none of it, or no less.
std::optional<Number> sum_of(std::string_view code, const std::array<FurtherLength, 2>& parts) {
    Number out;
    for (const FurtherLength& part : parts) {
        if (part.count == 0) break;
        const std::uint32_t of_one = parts_of_one(code, part.unit);
        if (of_one == 0 || part.count >= static_cast<std::int32_t>(of_one)) return std::nullopt;
        out.value.coefficient = out.value.coefficient * of_one + Int128{part.count} * out.denominator;
        out.denominator *= of_one;
    }
    return out;
}

bool is_whole(const Number& number) {
    return number.denominator == 1 && number.decimals == 0 && number.value.exponent >= 0 && number.value.coefficient > 0 &&
           !number.too_large && number.value < Decimal{10'000, 0};
}

// Which of the words before "days" leave it a length.
constexpr auto before_unit = grammar::word_list(std::to_array<std::string_view>(
    {"more", "additional", "further", "extra", "consecutive", "straight", "successive", "full", "whole", "solid", "long"}));
constexpr auto business_like = grammar::word_list(std::to_array<std::string_view>({"business", "working", "trading"}));

}  // namespace

std::size_t further_lengths_end(const Reader& reader, Mention& mention, std::size_t end) {
    if (mention.is_range || !mention.per_words.empty() || !is_whole(mention.number) || !grammar::is_letter(reader.before(end)))
        return end;
    const std::size_t half = read_at<and_a_half>(reader, end);
    if (half != nowhere) {
        Number below;
        below.value = {1, 0};
        below.denominator = 2;
        mention.number = with_fraction(mention.number, below, 0);
        mention.number.sort = Sort::counted;
        return half;
    }
    TimeDraft draft;
    const std::size_t past = read_at<grammar::further_lengths, time_action>(reader, end, draft);
    if (past == nowhere || read_at<leads_on>(reader, past) != nowhere) return end;
    const auto below = sum_of(mention.unit.code, draft.time.further);
    if (!below) return end;
    mention.number = with_fraction(mention.number, *below, 0);
    mention.number.sort = Sort::counted;
    mention.time.further = draft.time.further;
    return past;
}

void length_of_things(const Reader& reader, Mention& mention) {
    if (!is_whole(mention.number)) return;
    const std::string_view unit = last_word(reader.words(mention.unit_words));
    const std::string_view first = reader.words(word_before(reader, mention.unit_words.end - unit.size()));
    const auto* row = grammar::find_word(grammar::length_units, unit);
    if (row == nullptr) return;
    if (before_unit.has(first)) {
        const std::string_view code = code_of_word(unit);
        mention.unit = {Dimension::time, is_word(unit.substr(0, 3), "sec") ? "s" : code};
        mention.noun = {};
    } else if (business_like.has(first) && code_of_word(unit) == "d" && mention.number.value < Decimal{1000, 0}) {
        mention.time.kind = TimeKind::duration;
        mention.time.business = true;
        mention.time.count = mention.time.count_high = static_cast<std::int32_t>(mention.number.value.coefficient);
    }
}

std::optional<Mention> vague_length(const Reader& reader, std::size_t at) {
    for (const auto read : {several, half_more, one_unit, whole, half_unit, unit_long, many})
        if (auto out = read(reader, at)) return out;
    return std::nullopt;
}

}  // namespace factcheck::extracting
