// Values: hedge, amount or range of amounts, noun; and what looks like one and is none: labels, scores, versions, clock times.
#include "extract/number.hpp"
#include "extract/parts.hpp"
#include "lexicon/units.hpp"

#include "grammar/age.hpp"
#include "grammar/number.hpp"
#include "grammar/range.hpp"
#include "grammar/rank.hpp"
#include "grammar/time.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

namespace {

using grammar::is_digit;
using grammar::is_gap;
using grammar::is_letter;

// A bare number behind one of these names a thing.
constexpr auto labels = grammar::word_list(std::to_array<std::string_view>(
    {"act",        "apt",    "article",   "box",    "bus",      "case",    "channel",  "chapter", "class",  "clause",
     "fig",        "figure", "figures",   "flight", "form",     "formula", "gate",     "grade",   "group",  "highway",
     "interstate", "item",   "lane",      "level",  "line",     "lot",     "model",    "no",      "nos",    "number",
     "page",       "pages",  "paragraph", "part",   "phase",    "pier",    "platform", "room",    "round",  "route",
     "row",        "rule",   "section",   "series", "size",     "stage",   "step",     "suite",   "table",  "terminal",
     "tier",       "title",  "track",     "type",   "unit",     "verse",   "version",  "vol",     "volume", "ward",
     "week",       "zone",   "game",      "match",  "race",     "set",     "lap",      "episode", "season", "question",
     "resolution", "area",   "sp",        "sector", "district", "psalm",   "mark",     "day",     "day's"}));
constexpr auto clock_words = grammar::word_list(
    std::to_array<std::string_view>({"a.m", "am", "gmt", "o'clock", "oclock", "p.m", "pm", "est", "edt", "hrs"}));
constexpr auto one_is_a_pronoun_after =
    grammar::word_list(std::to_array<std::string_view>({"another", "any", "each", "every", "no", "some", "that", "the", "this",
                                                        "which", "good", "big", "new", "only", "loved", "first", "last"}));
// "added up to 300" is no bound.
constexpr auto sums_up =
    grammar::word_list(std::to_array<std::string_view>({"add", "added", "adding", "adds", "sum", "summed", "sums"}));
constexpr auto before_part = grammar::word_list(std::to_array<std::string_view>(
    {"by", "in", "than", "to", "over", "about", "nearly", "almost", "under", "up", "down", "fell", "rose", "dropped", "lost"}));

// Words behind a number that make it a part of a ratio or a factor.
constexpr std::int32_t ratio_role = 1;
constexpr std::int32_t multiple_role = 2;
constexpr grammar::word_table roles(std::to_array<grammar::word_value>(
    {{"in", ratio_role}, {"out", ratio_role}, {"of", ratio_role}, {"times", multiple_role}, {"fold", multiple_role}}));

Decimal unscaled(const Amount& amount) {
    Decimal out = amount.number.value;
    out.exponent -= amount.number.scale;
    return out;
}

bool bare(const Amount& amount) { return amount.unit.dimension == Dimension::number; }

// "$1.2-1.4 billion", "5 to 6 km": what the second amount says holds for the first, and the money sign of the first for the
// second.
bool share(Amount& low, Amount& high) {
    if (bare(low) && !bare(high)) {
        low.unit = high.unit;
        low.per = high.per;
    } else if (bare(high) && low.money_sign) {
        high.unit = low.unit;
    } else if (bare(high) && !bare(low)) {
        return false;
    }
    if (low.unit.code == high.unit.code && low.per == Unit{}) {  // "from $500,000 to $1 million a year"
        low.unit = high.unit;
        low.per = high.per;
    }
    if (!(low.unit == high.unit)) return false;
    const Decimal thousand{1000, 0};
    if (low.number.scale == 0 && high.number.scale != 0 && low.number.value < thousand && low.number.value.coefficient != 0 &&
        (low.number.value < unscaled(high) || high.money_sign == low.money_sign) && low.number.value <= thousand)
        low.number = scaled(low.number, high.number.scale);
    return true;
}

bool is_plain_integer(const Number& number) {
    return number.decimals == 0 && number.denominator == 1 && number.scale == 0 && !number.too_large;
}

bool is_small_integer(const Number& number) {
    return number.decimals == 0 && number.denominator == 1 && number.scale == 0 && !number.too_large &&
           number.value < Decimal{40, 0} && number.value.coefficient >= 0;
}

bool is_less(const Number& a, const Number& b) {
    if (a.denominator == b.denominator) return a.value < b.value;
    return a.value.rational() / a.denominator < b.value.rational() / b.denominator;
}

struct Range {
    Amount low;
    Amount high;
    bool hyphen = false;
};

// The other end of a range whose lower end is `low`.
template <typename Joint>
std::optional<Range> range_from(const Reader& reader, const Amount& low, bool keeps_order) {
    const char next = reader.at(low.span.end);
    if (!word_goes_on(reader, low.span.end) && next != '-' && next != '~' && reader.at(low.span.end + 1) != '~')
        return std::nullopt;
    const std::size_t joint = read_at<Joint>(reader, low.span.end);
    if (joint == nowhere) return std::nullopt;
    auto high = amount_at(reader, joint);
    if (!high) return std::nullopt;
    count_noun(reader, *high);
    // "two or three": neighbours; "25k or 40k" are two values.
    const bool either = is_word(reader.words(word_after(reader, low.span.end)), "or");
    if (either && !(bare(low) && low.number.scale == 0 &&
                    high->number.value <= Decimal{low.number.value.coefficient * 2, low.number.value.exponent}))
        return std::nullopt;
    Range out{low, *high, reader.text[joint - 1] == '-' || (joint >= 2 && reader.text[joint - 2] == '-')};
    if (low.number.too_large || high->number.too_large || !share(out.low, out.high)) return std::nullopt;
    if (keeps_order && !is_less(out.low.number, out.high.number)) return std::nullopt;
    return out;
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
    if (number.denominator != 1 || number.value.exponent < 0 || number.too_large) return 0;
    Int128 value = number.value.coefficient;
    for (std::int32_t i = 0; i < number.value.exponent && value < 1'000'000; ++i) value *= 10;
    return value > 1'000'000 ? 0 : static_cast<std::int32_t>(value);
}

void fill_duration(Mention& mention) {
    if (mention.unit.dimension != Dimension::time) return;
    bool whole = false;
    const Grain grain = grain_of(mention.unit.code, whole);
    const std::int32_t count = count_of(mention.number);
    if (mention.number.sort == Sort::plain && !mention.number.decimals) mention.number.sort = Sort::counted;
    if (!whole || count == 0) return;
    mention.time.kind = TimeKind::duration;
    mention.time.grain = grain;
    mention.time.count = count;
    mention.time.count_high = mention.is_range ? count_of(mention.upper) : count;
}

// Whether the digits at `at` go on as something else: "5:25", "2nd", "747-400", "10/12".
bool goes_on(const Reader& reader, std::size_t end) {
    const char c = reader.at(end);
    const char next = reader.at(end + 1);
    if (is_letter(c) || is_digit(c) || c == '_' || c == '@') return true;
    if ((c == ':' || c == '/' || c == '-' || c == '.') && is_digit(next)) return true;
    return c == '-' && is_letter(next) && next >= 'A' && next <= 'Z';
}

bool is_clock(const Reader& reader, std::size_t end) {
    const char* const data = reader.text.data();
    std::size_t at = end + (end < reader.end() ? grammar::gap_at(data + end, data + reader.end()) : 0);
    std::size_t to = at;
    while (to < reader.end() && (is_letter(reader.text[to]) || reader.text[to] == '.' || reader.text[to] == '\'')) ++to;
    std::string_view word = reader.text.substr(at, to - at);
    if (!word.empty() && word.back() == '.') word.remove_suffix(1);
    return clock_words.has(word);
}

// "Section 427", "Windows 11", "No. 5": a number that is part of a name.
bool is_label(const Reader& reader, std::size_t at, std::size_t end, const Number& number, bool bare) {
    std::size_t from = at;
    if (from > reader.begin + 1 && is_gap(reader.text[from - 1]) && reader.text[from - 2] == '.') {
        std::size_t begin = from - 2;
        while (begin > reader.begin && is_letter(reader.text[begin - 1])) --begin;
        const std::string_view word = reader.text.substr(begin, from - 2 - begin);
        return is_word(word, "no") || is_word(word, "nos") || is_word(word, "vol") || is_word(word, "fig") ||
               is_word(word, "art") || is_word(word, "sec") || is_word(word, "ch");
    }
    const Span before = word_before(reader, from);
    const std::string_view word = reader.words(before);
    if (word.empty()) return reader.before(at) == '#';
    if (labels.has(word)) return true;
    // "iPhone 11 Pro", "the S&P 500": small bare figures behind a capital, unless the sentence begins there.
    const bool capital = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const Span after = word_after(reader, end);
    const bool named = bare || (!after.empty() && reader.text[after.begin] >= 'A' && reader.text[after.begin] <= 'Z');
    return capital && named && before.begin != reader.begin && is_digit(reader.at(at)) && is_plain_integer(number) &&
           number.value < Decimal{1000, 0};
}

bool is_list_marker(const Reader& reader, std::size_t at, std::size_t end) {
    if (at != reader.begin) return false;
    const char c = reader.at(end);
    return (c == '.' && is_gap(reader.at(end + 1))) || c == ')';
}

bool is_one(const Number& number) {
    return number.value.coefficient == 1 && number.value.exponent == 0 && number.denominator == 1;
}

// "a third man", "the second half", "half-hearted": ordinals and adjectives, no parts.
bool is_part(const Reader& reader, const Amount& amount, std::size_t at, bool hedged) {
    if (hedged || amount.number.scale != 0) return true;
    const std::string_view words = reader.words(amount.figure);
    const std::string_view first = words.substr(0, words.find_first_of(" -\n"));
    if (!is_word(first, "a") && !is_word(first, "an") && !is_word(first, "half")) return true;  // "two-thirds"
    const std::string_view second = reader.words(word_after(reader, amount.figure.begin + first.size()));
    if (is_word(second, "hundred") || is_word(second, "thousand")) return true;  // "a hundred thousandths"
    const std::string_view before = reader.words(word_before(reader, at));
    if (is_word(second, "half") && !is_word(before, "and") && read_at<grammar::clause_end>(reader, amount.span.end) != nowhere)
        return true;
    const std::string_view after = reader.words(word_after(reader, amount.span.end));
    if (is_word(after, "of") || is_word(after, "the") || is_word(after, "its") || is_word(after, "their") ||
        is_word(after, "all") || is_word(after, "his") || is_word(after, "our"))
        return true;
    const bool half = words.size() >= 4 && is_word(words.substr(words.size() - 4), "half");
    if (half && is_gap(reader.at(amount.span.end)) && noun_after(reader, amount.span.end, false)) return true;
    return before_part.has(before);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// "the Four Seasons hotel", "<Seven Oaks International Inc>": names. A headline has capitals everywhere.
bool is_name(const Reader& reader, const Amount& amount, std::size_t at) {
    if (!is_upper(reader.at(at)) || !is_upper(reader.at(amount.unit_words.begin)) || at == reader.begin) return false;
    const Span before = word_before(reader, at);
    return before.empty() ? !is_gap(reader.before(at)) : !is_upper(reader.text[before.begin]);
}

// "the Big Four said", "the Kick Six win", "the Group of Seven": number words have no capital inside a sentence, but in
// headlines.
bool is_capital_name(const Reader& reader, const Amount& amount, std::size_t at) {
    if (!is_upper(reader.at(at)) || at == reader.begin) return false;
    const Span before = word_before(reader, at);
    const Span after = word_after(reader, amount.figure.end);
    if (before.empty() || after.empty() || is_upper(reader.text[after.begin])) return false;
    const bool big = is_word(reader.words(before), "big");
    return big || !is_upper(reader.text[before.begin]) || !ends_noun_phrase(reader.words(after));
}

// What a number without unit and noun must not be.
bool is_none(const Reader& reader, const Amount& amount, std::size_t at, bool hedged) {
    if (amount.number.sort == Sort::fraction && amount.number.in_words && bare(amount))
        return !is_part(reader, amount, at, hedged);
    const bool figures = is_digit(reader.at(amount.figure.begin));
    const bool one = is_one(amount.number) && amount.number.in_words;
    if (one && one_is_a_pronoun_after.has(reader.words(word_before(reader, at))) &&
        (bare(amount) || is_word(reader.words(word_before(reader, at)), "no")))
        return true;
    if (figures && is_clock(reader, amount.figure.end)) return true;
    if (figures && goes_on(reader, amount.span.end)) return true;
    if (!bare(amount) && amount.unit.dimension != Dimension::count) return false;
    if (!bare(amount) && !hedged && is_name(reader, amount, at)) return true;
    if (!figures && !hedged && is_capital_name(reader, amount, at)) return true;
    if (is_label(reader, amount.figure.begin, amount.figure.end, amount.number, bare(amount)) && !hedged) return true;
    if (!bare(amount)) return false;
    // "six-speed", "12-point": part of an adjective.
    if (reader.at(amount.span.end) == '-' && is_letter(reader.at(amount.span.end + 1))) return true;
    if (one && !hedged) return true;
    return is_list_marker(reader, at, amount.span.end);
}

std::optional<Mention> finish(const Reader& reader, Mention mention, std::size_t at, const Hedged& hedge, std::size_t core,
                              std::size_t end) {
    mention.hedge = hedge.hedge;
    if (mention.unit.dimension == Dimension::time) {
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
        mention.kind = kind_of(mention);
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

// "Ada Smith, 45, said": a small number between commas behind a name is an age.
bool is_age_of_name(const Reader& reader, const Amount& amount, std::size_t at) {
    const char after = reader.at(amount.span.end);
    if (after != ',' && after != '.' && after != ')' && after != ';') return false;
    if (at < reader.begin + 4 || !is_gap(reader.text[at - 1]) || reader.text[at - 2] != ',') return false;
    std::size_t begin = at - 2;
    while (begin > reader.begin && is_letter(reader.text[begin - 1])) --begin;
    const std::string_view name = reader.words({begin, at - 2});
    if (name.size() < 2 || !is_upper(name.front()) || is_upper(name[1])) return false;
    return !grammar::months.has(name) && !grammar::weekdays.has(name);
}

constexpr auto people = grammar::word_list(std::to_array<std::string_view>({"he", "she", "i", "who", "he's", "she's"}));
constexpr auto before_age = grammar::word_list(std::to_array<std::string_view>(
    {"is", "was", "be", "turned", "turns", "am", "only", "just", "now", "will", "would", "still", "had", "has", "have"}));
constexpr auto behind_age =
    grammar::word_list(std::to_array<std::string_view>({"when", "at", "by", "and", "but", "now", "then", "last", "next", "or"}));

// "He will be 35 by then", "she was 24."
bool is_age_of_person(const Reader& reader, const Amount& amount, std::size_t at) {
    const char after = reader.at(amount.span.end);
    const bool ends = after == ',' || after == '.' || after == ';' || after == 0;
    if (!ends && !behind_age.has(reader.words(word_after(reader, amount.span.end)))) return false;
    for (int i = 0; i < 5; ++i) {
        const Span before = word_before(reader, at);
        const std::string_view word = reader.words(before);
        if (people.has(word)) return i > 0;
        if (!before_age.has(word)) return false;
        at = before.begin;
    }
    return false;
}

bool is_age(const Reader& reader, const Amount& amount, std::size_t at) {
    if (!bare(amount) || !is_digit(reader.at(amount.figure.begin)) || !is_plain_integer(amount.number)) return false;
    if (amount.number.value.coefficient < 1 || Decimal{120, 0} < amount.number.value) return false;
    return is_age_of_name(reader, amount, at) || is_age_of_person(reader, amount, at);
}

std::optional<Mention> range_mention(const Reader& reader, const Range& range, std::size_t at, const Hedged& hedge,
                                     std::size_t core, bool age) {
    Mention mention = from_amount(range.high);
    mention.number = range.low.number;
    mention.upper = range.high.number;
    mention.is_range = true;
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

std::optional<Range> governed_range(const Reader& reader, const Amount& low, const Governing& governing, Hedge hedge) {
    if (governing.from) return bare(low) ? range_from<grammar::from_joint>(reader, low, false) : std::nullopt;
    auto range = range_from<grammar::range_joint>(reader, low, true);
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
    if (lead != nowhere) core = lead;
    const std::size_t between = letters ? read_at<grammar::opens_between>(reader, core) : nowhere;
    const std::size_t from =
        letters && governing.direction == Direction::none ? read_at<grammar::opens_from>(reader, core) : nowhere;
    const std::size_t first = between != nowhere ? between : from != nowhere ? from : core;
    const char glued = reader.before(first);
    const char begins = reader.at(first);
    // "ID.3", "top-10", "<>30": a point or hyphen behind a letter is no sign of the number.
    if ((begins == '.' || begins == '-') && (is_letter(glued) || is_digit(glued))) return std::nullopt;
    if (begins == '>' && glued == '<') return std::nullopt;
    if (glued == '.' && is_digit(begins) && first >= 2 && is_letter(reader.before(first - 1))) return std::nullopt;
    auto low = amount_at(reader, first);
    if (!low) return std::nullopt;
    if (between == nowhere && from == nowhere && lead == nowhere)
        if (auto other = by_next_word(reader, where, *low)) return other;
    if (between != nowhere || from != nowhere) {
        const auto range = between != nowhere ? range_from<grammar::between_joint>(reader, *low, true)
                                              : range_from<grammar::from_joint>(reader, *low, false);
        if (!range) return std::nullopt;
        return range_mention(reader, *range, at, hedge, core, lead != nowhere);
    }
    if (const auto range = governed_range(reader, *low, governing, where.hedge)) {
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
    count_noun(reader, *low);
    if (is_none(reader, *low, at, hedged)) return std::nullopt;
    Mention mention = from_amount(*low);
    if ((lead != nowhere && bare(*low)) || is_age(reader, *low, at))
        return as_age(mention, {at, low->span.end}, core, hedge.hedge);
    return finish(reader, mention, at, hedge, core, low->span.end);
}

}  // namespace factcheck::extracting
