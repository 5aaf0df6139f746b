// Values: hedge, amount or range of amounts, noun, age. What looks like one and is none is told in not_values.cpp.
#include "extract/not_values.hpp"
#include "extract/number.hpp"
#include "extract/parts.hpp"
#include "extract/range.hpp"
#include "lexicon/units.hpp"

#include "grammar/age.hpp"
#include "grammar/number.hpp"
#include "grammar/range.hpp"
#include "grammar/rank.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

namespace {

using grammar::is_digit;
using grammar::is_gap;
using grammar::is_letter;

// "added up to 300" is no bound.
constexpr auto sums_up =
    grammar::word_list(std::to_array<std::string_view>({"add", "added", "adding", "adds", "sum", "summed", "sums"}));
// Words behind a number that make it a part of a ratio or a factor.
constexpr std::int32_t ratio_role = 1;
constexpr std::int32_t multiple_role = 2;
constexpr grammar::word_table roles(std::to_array<grammar::word_value>(
    {{"in", ratio_role}, {"out", ratio_role}, {"of", ratio_role}, {"times", multiple_role}, {"fold", multiple_role}}));

bool is_small_integer(const Number& number) {
    return number.decimals == 0 && number.denominator == 1 && number.scale == 0 && !number.too_large &&
           number.value < Decimal{40, 0} && number.value.coefficient >= 0;
}

Mention from_amount(const Amount& amount) {
    Mention out;
    out.number = amount.number;
    out.unit = amount.unit;
    out.per = amount.per;
    out.unit_words = amount.unit_words;
    out.per_words = amount.per_words;
    out.noun = amount.noun;
    return out;
}

MentionKind kind_of(const Mention& mention) {
    switch (mention.unit.dimension) {
        case Dimension::percent:
        case Dimension::points: return MentionKind::percent;
        case Dimension::money: return MentionKind::money;
        case Dimension::time: return MentionKind::duration;
        case Dimension::rate:
            if (mention.unit.code == "%") return MentionKind::percent;
            break;
        case Dimension::number:
            if (mention.number.sort == Sort::fraction && mention.number.scale == 0) return MentionKind::ratio;
            return mention.is_range && mention.number.sort != Sort::vague ? MentionKind::range : MentionKind::number;
        default: break;
    }
    const UnitRow* row = unit_row({Dimension::money, mention.unit.code});
    return row != nullptr && mention.unit.dimension == Dimension::rate ? MentionKind::money : MentionKind::quantity;
}

Grain grain_of(std::string_view code, bool& whole) {
    whole = true;
    if (code == "d") return Grain::day;
    if (code == "wk") return Grain::week;
    if (code == "mo") return Grain::month;
    if (code == "a") return Grain::year;
    if (code == "10.a") return Grain::decade;
    if (code == "100.a") return Grain::century;
    whole = false;
    return Grain::day;
}

std::int32_t count_of(const Number& number) {
    constexpr Int128 most = 1'000'000;
    if (number.denominator != 1 || number.value.exponent < 0 || number.too_large) return 0;
    Int128 value = number.value.coefficient;
    for (std::int32_t i = 0; i < number.value.exponent && value < most && value > -most; ++i) value *= 10;
    return value > most || value < -most ? 0 : static_cast<std::int32_t>(value);
}

void fill_duration(Mention& mention) {
    if (mention.unit.dimension != Dimension::time) return;
    bool whole = false;
    const Grain grain = grain_of(mention.unit.code, whole);
    const std::int32_t count = count_of(mention.number);
    if (mention.number.sort == Sort::plain && !mention.number.decimals) mention.number.sort = Sort::counted;
    if (!whole || count == 0 || mention.time.kind == TimeKind::duration) return;
    mention.time.kind = TimeKind::duration;
    mention.time.grain = grain;
    mention.time.count = count;
    mention.time.count_high = mention.is_range ? count_of(mention.upper) : count;
}

// Before these "over three years" is longer than that; behind others it is the time that something went on: "cost $5 million over
// three years".
constexpr auto lasting = grammar::word_list(std::to_array<std::string_view>(
    {"for",    "take",    "takes",    "took",    "taken",   "taking", "last",   "lasts",   "lasted",   "lasting", "spend",
     "spends", "spent",   "spending", "of",      "is",      "was",    "are",    "were",    "be",       "been",    "being",
     "after",  "wait",    "waits",    "waited",  "waiting", "serve",  "served", "serving", "with",     "in",      "at",
     "run",    "runs",    "ran",      "running", "stay",    "stayed", "live",   "lived",   "survived", "held",    "jailed",
     "than",   "by",      "to",       "within",  "within",  "needs",  "need",   "has",     "have",     "had",     "and",
     "or",     "delayed", "stood",    "slept",   "now",     "aged",   "every",  "well",    "just",     "already", "still",
     "nearly", "the",     "a",        "s",       "worked",  "played"}));

bool is_span_of_time(const Reader& reader, const Mention& mention, std::size_t at, std::size_t core) {
    if (mention.unit.dimension != Dimension::time || core == at || !mention.per_words.empty()) return false;
    if (!is_word(reader.words({at, at + 4}), "over") || !is_gap(reader.at(at + 4)) || skip_gap(reader, at + 4) != core)
        return false;
    const std::string_view before = reader.words(word_before(reader, at));
    return !before.empty() && !lasting.has(before);
}

std::optional<Mention> finish(const Reader& reader, Mention mention, std::size_t at, const Hedged& hedge, std::size_t core,
                              std::size_t end) {
    mention.hedge = hedge.hedge;
    if (is_span_of_time(reader, mention, at, core)) {
        mention.hedge = Hedge::exact;
        at = core;
    }
    if (mention.unit.dimension == Dimension::count) length_of_things(reader, mention);
    if (mention.unit.dimension == Dimension::time) {
        end = further_lengths_end(reader, mention, end);
        const std::size_t old = read_at<grammar::age_tail>(reader, end);
        if (old != nowhere) {
            mention.kind = MentionKind::age;
            end = old;
        }
    }
    if (mention.kind != MentionKind::age) {
        const Hedged behind = hedge_behind(reader, end, mention.hedge);
        if (behind.end != nowhere) {
            mention.hedge = behind.hedge;
            end = behind.end;
        }
        mention.kind = mention.time.business ? MentionKind::duration : kind_of(mention);
        fill_duration(mention);
    }
    mention.span = {at, end};
    mention.core = {core, end};
    return mention;
}

Mention as_age(Mention mention, Span span, std::size_t core, Hedge hedge) {
    mention.kind = MentionKind::age;
    mention.unit = {Dimension::time, "a"};
    mention.span = span;
    mention.core = {core, span.end};
    mention.hedge = hedge;
    return mention;
}

std::optional<Mention> range_mention(const Reader& reader, const Range& range, std::size_t at, const Hedged& hedge,
                                     std::size_t core, bool age) {
    Mention mention = from_amount(range.high);
    mention.number = range.low.number;
    mention.upper = range.high.number;
    mention.is_range = true;
    mention.upper_open = range.upper_open;
    if (mention.number.sort == Sort::plain) mention.number.sort = mention.upper.sort;
    if (age && bare(range.high)) return as_age(mention, {at, range.high.span.end}, core, hedge.hedge);
    return finish(reader, mention, at, hedge, core, range.high.span.end);
}

bool is_score(const Range& range) {
    return range.hyphen && bare(range.high) && is_small_integer(range.low.number) && is_small_integer(range.high.number);
}

// What stands behind a number makes it another thing than a value: "one in five", "3 times higher", "10th largest", "the three
// lowest".
std::optional<Mention> by_next_word(const Reader& reader, const Where& where, const Amount& amount) {
    const std::size_t end = amount.figure.end;
    const char c = reader.at(end);
    if (c == ':') return ratio_at(reader, where);
    if (c == 'x' || c == 'f') return multiple_at(reader, where);
    if (is_letter(c)) return rank_at(reader, where.core);  // "10th largest"
    if (!is_gap(c) && c != '-') return std::nullopt;
    const char* const data = reader.text.data();
    const std::string_view word = grammar::letters_at(data + end + 1, data + reader.end());
    const auto* role = roles.find(word);
    if (role == nullptr) return grammar::superlatives.has(word) ? rank_at(reader, where.core) : std::nullopt;
    return role->value == ratio_role ? ratio_at(reader, where) : multiple_at(reader, where);
}

// "rose 5 to 7 percent": a range, where the first number has no unit of its own and the second is near. "rose 5 points to
// 100 points", "fell 3/8 to 12-1/2" name the size and then the level.
bool near(const Range& range, int factor) {
    const Rational low = range.low.number.value.rational() / range.low.number.denominator;
    const Rational high = range.high.number.value.rational() / range.high.number.denominator;
    return high < low * Rational(factor);
}

// A minus and a gap before a figure: the whole of a line or a cell, or it marks an item of a list.
std::optional<Amount> lone_negative(const Reader& reader, std::size_t at) {
    auto amount = amount_at(reader, at + 2);
    if (!amount || at != reader.begin || amount->span.end != reader.end()) return std::nullopt;
    amount->span.begin = at;
    amount->number = negated(amount->number);
    return amount;
}

std::optional<Range> governed_range(const Reader& reader, const Amount& low, const Governing& governing, Hedge hedge, bool ages) {
    if (ages)
        if (auto range = range_from(reader, low, Joint::between, true)) return range;  // "the ages of 5 and 12"
    const bool known = governing.from && is_word(reader.words(word_before(reader, low.span.begin)), "the");
    if (known) return range_from(reader, low, Joint::any, true);  // "down from the $89 to $93 billion that it forecast"
    if (governing.from) return bare(low) ? range_from(reader, low, Joint::from, false) : std::nullopt;
    auto range = range_from(reader, low, Joint::any, true);
    if (range && (governing.direct || governing.by) && hedge != Hedge::about &&
        !(bare(low) && near(*range, bare(range->high) ? 2 : 5)))
        return std::nullopt;
    return range;
}

}  // namespace

std::optional<Mention> value_at(const Reader& reader, Where where, const Governing& governing) {
    if (where.hedge == Hedge::up_to && sums_up.has(reader.words(word_before(reader, where.begin))))
        where = {where.core, where.core, Hedge::exact};
    const std::size_t at = where.begin;
    const bool hedged = where.hedge != Hedge::exact;
    Hedged hedge{where.hedge, where.core};
    std::size_t core = where.core;
    const bool letters = is_letter(reader.at(core));
    const std::size_t lead = letters ? read_at<grammar::age_lead>(reader, core) : nowhere;
    if (lead != nowhere) {
        core = lead;
        const Hedged behind_lead = is_letter(reader.at(core)) ? hedge_at(reader, core) : Hedged{};  // "aged over 65"
        if (behind_lead.end != nowhere && !hedged) {
            hedge = behind_lead;
            core = behind_lead.end;
        }
    }
    const std::size_t between = letters ? read_at<grammar::opens_between>(reader, core) : nowhere;
    const std::size_t from =
        letters && governing.direction == Direction::none ? read_at<grammar::opens_from>(reader, core) : nowhere;
    const std::size_t margin = plus_minus_end(reader, core);
    const std::size_t first = between != nowhere ? between : from != nowhere ? from : margin != nowhere ? margin : core;
    const char glued = reader.before(first);
    const char begins = reader.at(first);
    // "ID.3", "top-10", "<>30": a point or hyphen behind a letter is no sign of the number.
    if ((begins == '.' || begins == '-') && (is_letter(glued) || is_digit(glued))) return std::nullopt;
    if (reader.at(at) == '>' && reader.before(at) == '<') return std::nullopt;
    if (glued == '/' && first >= 3 && is_digit(begins) && is_letter(reader.before(first - 1)) &&
        !is_letter(reader.before(first - 2)))
        return std::nullopt;  // "f/1.8"
    if (glued == '.' && is_digit(begins) && first >= 2 && is_letter(reader.before(first - 1))) return std::nullopt;
    auto low = begins == '-' && is_gap(reader.at(first + 1)) ? lone_negative(reader, first) : amount_at(reader, first);
    if (!low) return std::nullopt;
    take_smaller_parts(reader, *low);
    if (margin != nowhere) low->span.begin = core;
    if (between == nowhere && from == nowhere && lead == nowhere)
        if (auto other = by_next_word(reader, where, *low)) return other;
    if (between != nowhere || from != nowhere) {
        const auto range = range_from(reader, *low, between != nowhere ? Joint::between : Joint::from, between != nowhere);
        if (!range) return std::nullopt;
        return range_mention(reader, *range, at, hedge, core, lead != nowhere);
    }
    if (const auto range = plus_minus_range(reader, *low)) return range_mention(reader, *range, at, hedge, core, lead != nowhere);
    if (const auto range = governed_range(reader, *low, governing, where.hedge, lead != nowhere)) {
        if (governing.from) {
            low->unit = range->low.unit;  // "from 4.8 to 4.7 percent": the level before it, in the unit of the level after it
            low->per = range->low.per;
            low->number = range->low.number;
            low->unit_words = range->high.unit_words;
            low->noun = range->high.noun;
        } else {
            if ((lead == nowhere && is_score(*range)) ||
                goes_on(reader, bare(range->high) ? range->high.figure.end : range->high.span.end))
                return std::nullopt;
            if (!is_label(reader, low->figure.begin, low->figure.end, low->number, true))
                return range_mention(reader, *range, at, hedge, core, lead != nowhere);
        }
    }
    const Hedged behind = hedge_behind(reader, low->span.end, hedge.hedge);  // "a hundred-odd people"
    if (behind.end != nowhere && bare(*low)) {
        hedge.hedge = behind.hedge;
        low->span.end = behind.end;
    }
    if (hedged && bare(*low) && is_digit(begins) && reader.at(low->span.end) == 's') {
        // "the over-65s", "the under 12s"
        const std::size_t plural = read_at<grammar::age_plural>(reader, low->span.end);
        if (plural != nowhere) return as_age(from_amount(*low), {at, plural}, core, hedge.hedge);
    }
    const char marked = grammar::to_lower(reader.at(low->span.end));
    const bool year =
        marked == 'y' || ((is_gap(marked) || marked == '-') && grammar::to_lower(reader.at(low->span.end + 1)) == 'y');
    if (year && bare(*low) && is_digit(begins)) {
        const std::size_t mark = read_at<grammar::age_mark>(reader, low->span.end);
        if (mark != nowhere) return as_age(from_amount(*low), {at, mark}, core, hedge.hedge);
    }
    count_noun(reader, *low);
    if (hedged)
        if (const auto range = bounded_range(reader, *low, hedge.hedge))
            return range_mention(reader, *range, at, {Hedge::exact, core}, core, lead != nowhere);
    if (is_no_value(reader, *low, at, hedged)) return std::nullopt;
    Mention mention = from_amount(*low);
    if ((lead != nowhere && bare(*low)) || is_age(reader, *low, at, core))
        return as_age(mention, {at, low->span.end}, core, hedge.hedge);
    return finish(reader, mention, at, hedge, core, low->span.end);
}

}  // namespace factcheck::extracting
