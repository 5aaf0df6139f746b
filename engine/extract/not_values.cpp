// What looks like a value and is none, told by the words around it: no grammar knows that a street follows.
#include "extract/not_values.hpp"

#include "extract/parts.hpp"

#include "grammar/number.hpp"
#include "grammar/time.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

using grammar::is_digit;
using grammar::is_gap;
using grammar::is_letter;

namespace {

// A bare number behind one of these names a thing.
constexpr auto labels = grammar::word_list(std::to_array<std::string_view>(
    {"act",         "apt",      "article",    "box",      "bus",      "case",      "channel",   "chapter",    "class",
     "clause",      "fig",      "figure",     "figures",  "flight",   "form",      "formula",   "gate",       "grade",
     "group",       "highway",  "interstate", "item",     "lane",     "level",     "line",      "lot",        "model",
     "no",          "nos",      "number",     "page",     "pages",    "paragraph", "part",      "phase",      "pier",
     "platform",    "room",     "round",      "route",    "row",      "rule",      "section",   "series",     "size",
     "stage",       "step",     "suite",      "table",    "terminal", "tier",      "title",     "track",      "type",
     "unit",        "verse",    "version",    "vol",      "volume",   "ward",      "week",      "zone",       "game",
     "match",       "race",     "set",        "lap",      "episode",  "season",    "question",  "resolution", "area",
     "sp",          "sector",   "district",   "psalm",    "mark",     "day",       "day's",     "floor",      "exit",
     "junction",    "berth",    "runway",     "annex",    "annexe",   "appendix",  "directive", "regulation", "protocol",
     "proposition", "petition", "docket",     "invoice",  "serial",   "zip",       "tel",       "fax",        "ext",
     "extension",   "isbn",     "issn",       "category", "scene",    "amendment", "postcode",  "sections",   "articles",
     "chapters",    "rooms",    "system",     "clone",    "fund",     "squadron",  "battalion", "bloc"}));
constexpr auto clock_words = grammar::word_list(
    std::to_array<std::string_view>({"a.m", "am", "gmt", "o'clock", "oclock", "p.m", "pm", "est", "edt", "hrs"}));
constexpr auto one_is_a_pronoun_after =
    grammar::word_list(std::to_array<std::string_view>({"another", "any", "each", "every", "no", "some", "that", "the", "this",
                                                        "which", "good", "big", "new", "only", "loved", "first", "last"}));
constexpr auto before_part = grammar::word_list(std::to_array<std::string_view>(
    {"by", "in", "than", "to", "over", "about", "nearly", "almost", "under", "up", "down", "fell", "rose", "dropped", "lost"}));

// Things that come in numbered models, whatever follows: "Windows 11 users".
constexpr auto models = grammar::word_list(std::to_array<std::string_view>(
    {"windows", "iphone", "ipad",   "galaxy",  "android", "ios",    "macos",   "xbox",    "playstation", "pixel",
     "airbus",  "boeing", "apollo", "artemis", "soyuz",   "nikkei", "ftse",    "russell", "stoxx",       "asx",
     "cac",     "csi",    "ibex",   "fortune", "formula", "python", "chatgpt", "voyager", "chandrayaan", "euro"}));

// The last word of an address behind its number.
constexpr auto streets = grammar::word_list(std::to_array<std::string_view>(
    {"street",    "st",      "avenue",  "ave",     "road",    "rd",         "lane",   "square", "drive",
     "boulevard", "blvd",    "place",   "court",   "terrace", "crescent",   "parade", "alley",  "row",
     "close",     "gardens", "parkway", "highway", "quay",    "embankment", "mews",   "plaza"}));

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

bool is_plain_integer(const Number& number) {
    return number.decimals == 0 && number.denominator == 1 && number.scale == 0 && !number.too_large;
}

// Whether the digits at `at` go on as something else: "5:25", "2nd", "747-400", "10/12".
bool goes_on(const Reader& reader, std::size_t end) {
    const char c = reader.at(end);
    const char next = reader.at(end + 1);
    if (is_letter(c) || is_digit(c) || c == '_' || c == '@') return true;
    if ((c == ':' || c == '/' || c == '-' || c == '.') && is_digit(next)) return true;
    return c == '-' && is_letter(next) && next >= 'A' && next <= 'Z';
}

namespace {

bool is_clock(const Reader& reader, std::size_t end) {
    const char* const data = reader.text.data();
    std::size_t at = end + (end < reader.end() ? grammar::gap_at(data + end, data + reader.end()) : 0);
    std::size_t to = at;
    while (to < reader.end() && (is_letter(reader.text[to]) || reader.text[to] == '.' || reader.text[to] == '\'')) ++to;
    reader.work->bytes += to - at;
    std::string_view word = reader.text.substr(at, to - at);
    if (!word.empty() && word.back() == '.') word.remove_suffix(1);
    if (clock_words.has(word)) return true;
    // "1000 local time", "0930 London time"
    constexpr std::size_t hours_and_minutes = 4;
    const bool four = end >= reader.begin + hours_and_minutes && is_digit(reader.text[end - 1]) && is_digit(reader.text[end - 4]);
    return four && is_word(reader.words(word_after(reader, to)), "time");
}

}  // namespace

namespace {

// "page 3 of 12": the second number too; its "of" begins at `at`.
bool is_count_of_label(const Reader& reader, std::size_t at) {
    std::size_t begin = at;
    while (begin > reader.begin && is_gap(reader.text[begin - 1])) --begin;
    const std::size_t end = begin;
    while (begin > reader.begin && is_digit(reader.text[begin - 1])) --begin;
    reader.work->bytes += at - begin;
    return begin != end && labels.has(reader.words(word_before(reader, begin)));
}

}  // namespace

// "Section 427", "Windows 11", "No. 5": a number that is part of a name.
bool is_label(const Reader& reader, std::size_t at, std::size_t end, const Number& number, bool bare) {
    std::size_t from = at;
    if (from > reader.begin + 1 && is_gap(reader.text[from - 1]) && reader.text[from - 2] == '.') {
        std::size_t begin = from - 2;
        while (begin > reader.begin && is_letter(reader.text[begin - 1])) --begin;
        reader.work->bytes += from - begin;
        const std::string_view word = reader.text.substr(begin, from - 2 - begin);
        return is_word(word, "no") || is_word(word, "nos") || is_word(word, "vol") || is_word(word, "fig") ||
               is_word(word, "art") || is_word(word, "sec") || is_word(word, "ch");
    }
    const Span before = word_before(reader, from);
    const std::string_view word = reader.words(before);
    if (word.empty()) return reader.before(at) == '#';
    if (labels.has(word) || (is_word(word, "of") && is_count_of_label(reader, before.begin))) return true;
    // "April three", "Pay May one": a day.
    if (!is_digit(reader.at(at)) && grammar::months.has(word) && bare && number.value < Decimal{32, 0} &&
        number.value.coefficient > 0)
        return true;
    // "VAX 8350": four digits without a comma behind a word in capitals.
    const bool capitals = word.size() > 1 && std::all_of(word.begin(), word.end(), is_upper);
    if (capitals && bare && end - at == 4 && is_digit(reader.at(at)) && is_plain_integer(number)) return true;
    // "Windows 11 users"; "Euro 2024 fans".
    const bool small = is_digit(reader.at(at)) && is_plain_integer(number) && number.value < Decimal{3000, 0};
    const bool index = word == "P" && before.begin > reader.begin && reader.text[before.begin - 1] == '&';  // "S&P 500 sheds"
    if (small && index) return true;
    if (small && word.size() > 2 && models.has(word) && std::any_of(word.begin(), word.end(), is_upper)) return true;
    // "iPhone 11 Pro", "the S&P 500": small bare figures behind a capital, unless the sentence begins there.
    const bool capital = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const Span after = word_after(reader, end);
    const bool named = bare || (!after.empty() && reader.text[after.begin] >= 'A' && reader.text[after.begin] <= 'Z');
    return capital && named && before.begin != reader.begin && is_digit(reader.at(at)) && is_plain_integer(number) &&
           number.value < Decimal{1000, 0};
}

namespace {

// "10 Downing Street", "221B Baker Street", "1600 Pennsylvania Avenue NW".
bool is_address(const Reader& reader, const Amount& amount) {
    std::size_t at = amount.figure.end;
    for (int i = 0; i < 4; ++i) {
        const Span word = word_after(reader, at);
        if (word.empty() || word.begin == at || !is_upper(reader.text[word.begin])) return false;
        if (i > 0 && streets.has(reader.words(word))) return true;
        at = word.end;
    }
    return false;
}

bool is_list_marker(const Reader& reader, std::size_t at, std::size_t end) {
    if (at != reader.begin) return false;
    const char c = reader.at(end);
    return (c == '.' && is_gap(reader.at(end + 1))) || c == ')';
}

constexpr auto before_zero = grammar::word_list(
    std::to_array<std::string_view>({"absolute", "ground", "net", "patient", "year", "day", "sub", "near", "carbon"}));

// "absolute zero", "net zero", "sub-zero": names of points and aims.
bool is_zero_of_name(const Reader& reader, const Amount& amount, std::size_t at) {
    if (amount.number.value.coefficient != 0 || !amount.number.in_words) return false;
    if (reader.before(at) == '-') return true;
    return before_zero.has(reader.words(word_before(reader, at)));
}

bool is_one(const Number& number) {
    return number.value.coefficient == 1 && number.value.exponent == 0 && number.denominator == 1;
}

constexpr auto comparatives = grammar::word_list(std::to_array<std::string_view>(
    {"more", "higher", "lower", "larger", "bigger", "greater", "smaller", "longer", "shorter", "taller", "cheaper", "dearer",
     "faster", "slower", "heavier", "lighter", "older", "younger"}));

// "a third fewer cars", "a quarter more than": so much of what it is compared with. "A third longer version" is the third.
bool is_compared(const Reader& reader, std::size_t end) {
    const Span word = word_after(reader, end);
    const std::string_view after = reader.words(word);
    if (is_word(after, "fewer") || is_word(after, "less")) return true;
    return comparatives.has(after) &&
           (is_word(reader.words(word_after(reader, word.end)), "than") || clause_ends(reader, word.end));
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
    if (is_word(second, "half") && !is_word(before, "and") && clause_ends(reader, amount.span.end)) return true;
    const bool ten = words.find('-') != std::string_view::npos;  // "a twenty-fifth"
    if (ten || second.ends_with("illionth")) return true;
    const std::string_view after = reader.words(word_after(reader, amount.span.end));
    if (is_word(after, "of") || is_word(after, "the") || is_word(after, "its") || is_word(after, "their") ||
        is_word(after, "all") || is_word(after, "his") || is_word(after, "our") || is_compared(reader, amount.span.end))
        return true;
    const bool half = words.size() >= 4 && is_word(words.substr(words.size() - 4), "half");
    if (grammar::ordinals.has(before) || is_word(before, "other") || is_word(before, "final") || is_word(before, "last"))
        return false;  // "first half earnings"
    if (half && is_gap(reader.at(amount.span.end)) && noun_after(reader, amount.span.end, false)) return true;
    return before_part.has(before);
}

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
    if (is_word(reader.words(before), "big") || reader.words(before).ends_with("'s")) return true;  // "Ocean's Eleven"
    if (before.empty() || after.empty() || is_upper(reader.text[after.begin])) return false;
    return !is_upper(reader.text[before.begin]) || !ends_noun_phrase(reader.words(after));
}

}  // namespace

namespace {

// "one, two, three", "two or one": no pronoun beside another number; nor where the cell of a table has nothing else.
bool is_counted_one(const Reader& reader, const Amount& amount, std::size_t at) {
    if (at == reader.begin && amount.span.end == reader.end()) return true;
    std::size_t from = amount.span.end;
    if (reader.at(from) == ',') ++from;
    const std::string_view after = reader.words(word_after(reader, from));
    return grammar::below_twenty_in_words.has(after);
}

}  // namespace

namespace {

// "a 4K set", "1080p", "a 401(k)": figures that are the name of a kind.
bool is_kind(const Reader& reader, const Amount& amount) {
    constexpr std::size_t longest_kind = 8;
    std::size_t end = amount.figure.begin;
    while (end < reader.end() && end - amount.figure.begin < longest_kind &&
           (is_letter(reader.text[end]) || is_digit(reader.text[end]) || reader.text[end] == '(' || reader.text[end] == ')'))
        ++end;
    const std::string_view word = reader.words({amount.figure.begin, end});
    for (const std::string_view kind : {"2K", "4K", "5K", "8K"})
        if (word == kind && is_gap(reader.at(end)) && is_letter(reader.at(end + 1)) && !noun_after(reader, end, false))
            return true;
    for (const std::string_view kind : {"401k", "401(k)", "403(b)", "529", "480p", "720p", "1080p", "1440p", "2160p", "1080i"})
        if (word == kind) return kind != "529" || is_word(reader.words(word_after(reader, end)), "plan");
    return false;
}

// "held for a third day", "a fifth week of strikes": an ordinal. Halves and quarters are parts: "a quarter mile".
bool is_ordinal_of_unit(const Reader& reader, const Amount& amount) {
    if (amount.number.sort != Sort::fraction || !amount.number.in_words || bare(amount)) return false;
    const std::string_view words = reader.words(amount.figure);
    const std::size_t cut = words.find_first_of(" \n");
    if (cut == std::string_view::npos || !is_word(words.substr(0, cut), "a")) return false;
    if (!grammar::ordinals.has(words.substr(cut + 1))) return false;
    return skip_gap(reader, amount.figure.end) == amount.unit_words.begin;
}

}  // namespace

bool is_no_value(const Reader& reader, const Amount& amount, std::size_t at, bool hedged) {
    const bool figures = is_digit(reader.at(amount.figure.begin));
    if (is_ordinal_of_unit(reader, amount) || (figures && is_kind(reader, amount))) return true;
    if (amount.number.sort == Sort::fraction && amount.number.in_words && bare(amount))
        return !is_part(reader, amount, at, hedged);
    const bool one = is_one(amount.number) && amount.number.in_words;
    if (one && one_is_a_pronoun_after.has(reader.words(word_before(reader, at))) &&
        (bare(amount) || is_word(reader.words(word_before(reader, at)), "no")))
        return true;
    if (figures && (is_clock(reader, amount.figure.end) || is_address(reader, amount))) return true;
    if (figures && goes_on(reader, amount.span.end)) return true;
    if (!bare(amount) && amount.unit.dimension != Dimension::count) return false;
    if (!bare(amount) && !hedged && is_name(reader, amount, at)) return true;
    if (!figures && !hedged && is_capital_name(reader, amount, at)) return true;
    if (is_label(reader, amount.figure.begin, amount.figure.end, amount.number, bare(amount)) && !hedged) return true;
    // "hundred dollars"; "several hundred" is a vague number.
    if (bare(amount) && is_word(reader.words(amount.figure), "hundred")) return true;
    if (!bare(amount)) return false;
    if (is_zero_of_name(reader, amount, at)) return true;
    // "three-for-two", "one-on-one"
    if (!hedged && reader.before(at) == '-' && at >= reader.begin + 2 && is_letter(reader.text[at - 2])) return true;
    // "six-speed", "12-point": part of an adjective.
    if (reader.at(amount.span.end) == '-' && is_letter(reader.at(amount.span.end + 1))) return true;
    if (one && !hedged) return !is_counted_one(reader, amount, at);
    return is_list_marker(reader, at, amount.span.end);
}

namespace {

// "Ada Smith, 45, said": a small number between commas behind a name is an age.
bool is_age_of_name(const Reader& reader, const Amount& amount, std::size_t at) {
    const char after = reader.at(amount.span.end);
    if (after != ',' && after != '.' && after != ')' && after != ';') return false;
    if (at < reader.begin + 4 || !is_gap(reader.text[at - 1]) || reader.text[at - 2] != ',') return false;
    std::size_t begin = at - 2;
    while (begin > reader.begin && is_letter(reader.text[begin - 1])) --begin;
    reader.work->bytes += at - begin;
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

constexpr auto persons = grammar::word_list(std::to_array<std::string_view>(
    {"people",      "persons",     "anyone",     "everyone",  "someone",   "those",     "person",    "adults",     "adult",
     "children",    "child",       "kids",       "kid",       "men",       "women",     "boys",      "girls",      "man",
     "woman",       "residents",   "patients",   "drivers",   "workers",   "employees", "americans", "britons",    "canadians",
     "australians", "citizens",    "youngsters", "teenagers", "youths",    "players",   "voters",    "pensioners", "seniors",
     "males",       "females",     "pupils",     "students",  "customers", "visitors",  "patient",   "everybody",  "anybody",
     "applicants",  "individuals", "fans",       "motorists", "parents"}));

// "Children under five", "anyone over 65 can apply": a bound without a noun behind people is their age.
bool is_age_limit(const Reader& reader, const Amount& amount, std::size_t at, std::size_t core) {
    if (!persons.has(reader.words(word_before(reader, at)))) return false;
    const std::string_view hedge = reader.words({at, core});
    const std::string_view behind = reader.words({amount.figure.end, amount.span.end});
    if (core == at) return !behind.empty() && is_word(behind.substr(0, 4), " and");  // "people 65 and over"
    for (const std::string_view word : {"over", "under", "above", "below"})
        if (is_word(hedge.substr(0, word.size()), word))
            return is_gap(reader.at(amount.span.end)) || clause_ends(reader, amount.span.end);
    return false;
}

constexpr auto between_age = grammar::word_list(std::to_array<std::string_view>(
    {"is",   "was",  "of",      "to",     "at",    "rise",   "rises",    "rose",   "will", "would", "go",
     "goes", "from", "there",   "be",     "now",   "raised", "about",    "around", "just", "only",  "has",
     "had",  "in",   "lowered", "rising", "limit", "by",     "increase", "being",  "set"}));

// "the average age is 38", "the retirement age will rise to 67".
bool is_age_named(const Reader& reader, std::size_t at) {
    constexpr int reach = 8;
    for (int i = 0; i < reach; ++i) {
        const Span before = word_before(reader, at);
        const std::string_view word = reader.words(before);
        if (is_word(word, "age") || is_word(word, "expectancy")) return i > 0;
        if (word.empty() || (i < reach / 2 && !between_age.has(word))) return false;
        at = before.begin;
    }
    return false;
}

bool is_years(const Amount& amount) {
    return bare(amount) && is_plain_integer(amount.number) && amount.number.value.coefficient >= 1 &&
           amount.number.value < Decimal{121, 0};
}

}  // namespace

bool is_age(const Reader& reader, const Amount& amount, std::size_t at, std::size_t core) {
    if (!is_years(amount)) return false;
    if (is_age_limit(reader, amount, at, core) || is_age_named(reader, at)) return true;
    return is_digit(reader.at(amount.figure.begin)) &&
           (is_age_of_name(reader, amount, at) || is_age_of_person(reader, amount, at));
}

std::size_t telephone_end(const Reader& reader, std::size_t at) {
    constexpr std::size_t longest_group = 5;
    constexpr int fewest_digits = 8;
    constexpr int most_digits = 20;  // 15 with the country's; what goes on longer is no number, and is not looked through
    const char before = reader.before(at);
    const bool opens = before == '+' || before == '(' || (reader.at(at) == '0' && is_digit(reader.at(at + 1)));
    if (!opens || is_digit(before)) return nowhere;
    int digits = 0;
    int groups = 0;
    std::size_t end = at;
    while (end < reader.end()) {
        const std::size_t group = end;
        while (is_digit(reader.at(end)) && end - group <= longest_group + 3) ++end;
        if (end == group || end - group > (groups == 0 ? 4 : longest_group + 3)) return nowhere;
        digits += static_cast<int>(end - group);
        if (digits > most_digits) return nowhere;
        ++groups;
        std::size_t next = end;
        while (next < reader.end() && next - end < 3 &&
               (reader.text[next] == ' ' || reader.text[next] == '-' || reader.text[next] == ')' || reader.text[next] == '('))
            ++next;
        if (next == end || !is_digit(reader.at(next))) break;
        end = next;
    }
    return groups > 1 && digits >= fewest_digits && !is_letter(reader.at(end)) ? end : nowhere;
}

}  // namespace factcheck::extracting
