// Counted things: which noun a number counts. No parts of speech are known: a noun phrase ends at the first closed-class word,
// its head is the first plural in reach, or the first word behind "one".
#include "extract/amount.hpp"

#include "grammar/number.hpp"
#include "grammar/rank.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

namespace {

using grammar::is_digit;
using grammar::is_letter;

// Words that never stand inside a noun phrase behind a number: function words, verbs, time words.
constexpr auto stops = grammar::word_list(std::to_array<std::string_view>(
    {"a",         "about",    "above",     "according", "across",       "after",      "again",  "against",
     "ago",       "all",      "alone",     "along",     "also",         "although",   "am",     "among",
     "an",        "and",      "another",   "any",       "are",          "around",     "as",     "at",
     "away",      "back",     "be",        "became",    "because",      "been",       "before", "behind",
     "being",     "below",    "between",   "both",      "but",          "by",         "came",   "can",
     "compared",  "could",    "did",       "do",        "does",         "down",       "due",    "during",
     "each",      "either",   "else",      "even",      "every",        "except",     "fell",   "for",
     "from",      "gets",     "going",     "had",       "has",          "have",       "he",     "her",
     "here",      "him",      "his",       "how",       "however",      "i",          "if",     "in",
     "including", "into",     "is",        "it",        "its",          "just",       "last",   "later",
     "left",      "less",     "like",      "lower",     "made",         "may",        "me",     "might",
     "more",      "most",     "must",      "my",        "near",         "nearly",     "never",  "next",
     "no",        "nor",      "not",       "now",       "of",           "off",        "on",     "once",
     "one",       "only",     "onto",      "or",        "our",          "out",        "over",   "own",
     "per",       "plus",     "rather",    "rose",      "said",         "says",       "say",    "saw",
     "see",       "she",      "should",    "since",     "so",           "some",       "still",  "such",
     "than",      "that",     "the",       "their",     "them",         "then",       "there",  "these",
     "they",      "this",     "those",     "though",    "through",      "throughout", "to",     "today",
     "together",  "too",      "toward",    "towards",   "under",        "unless",     "until",  "up",
     "us",        "versus",   "vs",        "was",       "we",           "went",       "were",   "what",
     "when",      "where",    "whether",   "which",     "while",        "who",        "whom",   "whose",
     "why",       "will",     "with",      "within",    "without",      "would",      "year",   "years",
     "yesterday", "yet",      "you",       "your",      "respectively", "higher",     "larger", "times",
     "percent",   "pct",      "million",   "billion",   "january",      "february",   "april",  "june",
     "july",      "august",   "september", "october",   "november",     "december",   "monday", "tuesday",
     "wednesday", "thursday", "friday",    "saturday",  "sunday",       "mln",        "dlrs",   "bln",
     "cts",       "shr",      "net",       "three",     "four",         "five",       "six",    "seven",
     "eight",     "nine",     "ten",       "two",       "having",       "came",       "knows",  "hopes",
     "seems",     "looks",    "comes",     "goes",      "takes",        "gives",      "thinks", "believes",
     "always",    "perhaps",  "besides",   "others",    "its",          "hers",       "ours",   "s",
     "t",         "ended",    "revs",      "shr",       "shrs",         "avg",        "mths",   "qtr",
     "oper",      "ending",   "paid",      "traded"}));

// Verbs, adverbs and pronouns that end it too; a table of their own, since the first is long enough.
constexpr auto more_stops = grammar::word_list(std::to_array<std::string_view>(
    {"took",       "gave",      "held",     "met",      "won",      "led",        "sent",       "told",       "kept",
     "began",      "ran",       "got",      "knew",     "thought",  "felt",       "brought",    "bought",     "sought",
     "taught",     "caught",    "fought",   "spoke",    "broke",    "chose",      "drove",      "wrote",      "rode",
     "stood",      "sat",       "overcame", "seemed",   "looked",   "appeared",   "remained",   "stayed",     "meant",
     "includes",   "included",  "showed",   "becomes",  "says",     "died",       "announced",  "agreed",     "decided",
     "wants",      "wanted",    "happened", "shall",    "cannot",   "ought",      "already",    "abroad",     "elsewhere",
     "instead",    "otherwise", "thus",     "hence",    "apiece",   "altogether", "nationwide", "worldwide",  "anyway",
     "afterwards", "earlier",   "tomorrow", "tonight",  "everyone", "someone",    "anyone",     "everything", "nothing",
     "something",  "much",      "many",     "few",      "several",  "enough",     "least",      "better",     "worse",
     "amid",       "amidst",    "amongst",  "beyond",   "inside",   "outside",    "upon",       "via",        "despite",
     "whereas",    "because",   "beside",   "opposite", "past",     "worth",      "ever",       "quite",      "very",
     "apart",      "aside",     "ahead",    "himself",  "herself",  "itself",     "themselves", "ours",       "theirs",
     "yours",      "mine",      "whatever", "whenever", "wherever", "hundred",    "thousand",   "longer",     "trillion"}));

// "us", not "US".
bool is_stop(std::string_view word) { return word != "US" && (stops.has(word) || more_stops.has(word)); }

constexpr auto owners =
    grammar::word_list(std::to_array<std::string_view>({"the", "its", "their", "his", "her", "our", "these", "those", "my"}));

constexpr auto irregular_plurals = grammar::word_list(std::to_array<std::string_view>(
    {"people",    "men",         "women",       "children",      "police",     "personnel",   "staff",        "cattle",
     "fish",      "sheep",       "aircraft",    "spacecraft",    "feet",       "teeth",       "mice",         "geese",
     "data",      "media",       "criteria",    "phenomena",     "series",     "species",     "headquarters", "crossroads",
     "policemen", "policewomen", "businessmen", "fishermen",     "servicemen", "gunmen",      "lawmen",       "troops",
     "dead",      "wounded",     "livestock",   "poultry",       "youth",      "crew",        "oxen",         "salmon",
     "bacteria",  "crises",      "analyses",    "grandchildren", "spokesmen",  "congressmen", "firemen",      "deer",
     "moose",     "bison",       "swine",       "offspring",     "folk",       "clergy",      "infantry",     "trout",
     "tuna",      "cod",         "hovercraft",  "homeless",      "injured",    "missing",     "unemployed",   "horsemen",
     "workmen",   "craftsmen",   "airmen",      "seamen",        "militiamen", "journeymen",  "countrymen",   "statesmen",
     "salesmen",  "pts"}));
// People named by what befell them; before a plural they are adjectives: "two dead", "two dead miners".
constexpr auto adjectives_of_people =
    grammar::word_list(std::to_array<std::string_view>({"dead", "wounded", "injured", "missing", "homeless", "unemployed"}));
// Adjectives that may stand first of two: "male and female students". Others are known by their ends.
constexpr auto adjectives = grammar::word_list(std::to_array<std::string_view>(
    {"male",   "female", "black", "white", "old",   "new",    "young",  "rich",  "poor",    "small",   "large",     "big",
     "red",    "blue",   "green", "hot",   "cold",  "dry",    "wet",    "men's", "women's", "rural",   "urban",     "full",
     "part",   "high",   "low",   "light", "heavy", "good",   "bad",    "short", "long",    "primary", "secondary", "junior",
     "senior", "upper",  "lower", "north", "south", "east",   "west",   "gay",   "current", "former",  "combined",  "private",
     "public", "state",  "adult", "armed", "used",  "retail", "cotton", "coal"}));
constexpr auto adjective_ends =
    std::to_array<std::string_view>({"al", "ic", "ive", "ous", "ary", "ese", "ian", "ish", "ble", "ern", "ful", "less"});
// Look like plurals and are none.
constexpr auto no_plurals = grammar::word_list(std::to_array<std::string_view>(
    {"this",      "gas",        "bus",        "plus",       "virus",    "status",   "campus",     "census",    "crisis",
     "basis",     "analysis",   "emphasis",   "was",        "has",      "his",      "its",        "us",        "as",
     "is",        "thus",       "various",    "previous",   "serious",  "famous",   "religious",  "dangerous", "numerous",
     "conscious", "anonymous",  "enormous",   "bonus",      "chaos",    "texas",    "mars",       "perhaps",   "always",
     "tennis",    "consensus",  "surplus",    "focus",      "pass",     "politics", "economics",  "paris",     "sometimes",
     "christmas", "continuous", "indigenous", "infectious", "precious", "obvious",  "consecutive"}));

// Behind a hyphen these are no nouns: "two-fold", "30-odd", "ten-strong".
constexpr auto no_compounds = grammar::word_list(std::to_array<std::string_view>(
    {"fold",   "odd",     "ish",      "plus",   "strong", "old",    "olds",    "something", "ever", "long",
     "high",   "wide",    "deep",     "tall",   "thick",  "square", "hundred", "thousand",  "half", "third",
     "thirds", "quarter", "quarters", "fifths", "tenths", "year",   "ply",     "style",     "type", "free"}));

constexpr std::size_t longest = 48;  // bytes of a word; a longer one is no noun, and is never cut
constexpr int reach = 5;             // words of a noun phrase

bool is_plural(std::string_view word) {
    if (irregular_plurals.has(word)) return true;
    if (word.size() > 2 && word.back() == 's' && word[word.size() - 2] >= 'A' && word[word.size() - 2] <= 'Z')
        return true;  // MPs
    if (word.size() < 4 || grammar::to_lower(word.back()) != 's') return false;
    const char before = grammar::to_lower(word[word.size() - 2]);
    return before != 's' && before != '\'' && !no_plurals.has(word);
}

// The next word of a noun phrase: letters, joined by hyphens or with digits inside; no mark may part it from the one before.
Span phrase_word(const Reader& reader, std::size_t at) {
    const char* const data = reader.text.data();
    std::size_t begin = at + (at < reader.end() ? grammar::gap_at(data + at, data + reader.end()) : 0);
    std::size_t end = begin;
    while (end < reader.end() && end - begin < longest &&
           (is_letter(reader.text[end]) || (reader.text[end] == '-' && end > begin && is_letter(reader.at(end + 1)))))
        ++end;
    return {begin, end - begin < longest ? end : begin};
}

bool possessive_follows(const Reader& reader, std::size_t at) { return reader.at(at) == '\'' && reader.at(at + 1) == 's'; }

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "seated", "making"; not "speed".
bool is_participle(std::string_view word) {
    return (word.ends_with("ed") && !word.ends_with("eed")) || (word.ends_with("ing") && word.size() > 5);
}

bool ends_as_adjective(std::string_view word) {
    const auto ends = [&](std::string_view end) { return word.size() > end.size() + 2 && word.ends_with(end); };
    return std::any_of(adjective_ends.begin(), adjective_ends.end(), ends);
}

bool is_adjective(std::string_view word) { return is_capital(word.front()) || adjectives.has(word) || ends_as_adjective(word); }

// "250ml bottles", "12-inch guns": a measure may stand among the modifiers. It is read on its own.
std::size_t measure_end(const Reader& reader, std::size_t at) {
    const char* const data = reader.text.data();
    std::size_t end = at + (at < reader.end() ? grammar::gap_at(data + at, data + reader.end()) : 0);
    const std::size_t begin = end;
    while (end < reader.end() && end - begin < longest &&
           (is_digit(reader.text[end]) || reader.text[end] == ',' || reader.text[end] == '.'))
        ++end;
    if (end == begin || end == at) return nowhere;
    if (reader.at(end) == '-') ++end;
    const std::size_t letters = end;
    while (end < reader.end() && end - begin < longest && is_letter(reader.text[end])) ++end;
    return end == letters || end - begin >= longest ? nowhere : end;
}

// "F-16s", "Boeing 747s", "Model 3s": the plural of a thing whose name ends in a figure. Decades are none.
Span model_plural(const Reader& reader, std::size_t at, bool named) {
    const char* const data = reader.text.data();
    const std::size_t begin = at + (at < reader.end() ? grammar::gap_at(data + at, data + reader.end()) : 0);
    std::size_t end = begin;
    bool letter = false;
    while (end < reader.end() && end - begin < longest &&
           (is_letter(reader.text[end]) || is_digit(reader.text[end]) || reader.text[end] == '-')) {
        letter = letter || is_capital(reader.text[end]);
        ++end;
    }
    if (end < begin + 2 || end - begin == longest || reader.text[end - 1] != 's' || !is_digit(reader.text[end - 2]))
        return {begin, begin};
    return letter || named ? Span{begin, end} : Span{begin, begin};
}

// The plural that a modifier before "and" shares with the one behind: "Kia and Hyundai vehicles".
std::optional<NounPhrase> shared_plural(const Reader& reader, Span phrase) {
    const Span joint = phrase_word(reader, phrase.end);
    if (!is_word(reader.words(joint), "and") && !is_word(reader.words(joint), "or")) return std::nullopt;
    std::size_t from = joint.end;
    for (int i = 0; i < 3; ++i) {
        const Span span = phrase_word(reader, from);
        const std::string_view word = reader.words(span);
        if (word.empty() || is_stop(word) || owners.has(word) || possessive_follows(reader, span.end)) return std::nullopt;
        if (is_plural(word)) return i == 0 ? std::nullopt : std::optional<NounPhrase>{{{phrase.begin, span.end}, span}};
        if (!is_adjective(word) && i == 0) return std::nullopt;
        from = span.end;
    }
    return std::nullopt;
}

// "sports fans", "women soldiers": the last of several plurals is the head, since no verb in -s follows a plural.
NounPhrase last_plural(const Reader& reader, Span phrase, Span head) {
    const bool adjective = adjectives_of_people.has(reader.words(head));
    for (int i = 0; i < 3; ++i) {
        const Span next = phrase_word(reader, head.end);
        const std::string_view word = reader.words(next);
        if (word.empty() || is_stop(word) || possessive_follows(reader, next.end)) break;
        if ((!is_plural(word) && !adjective) || adjectives_of_people.has(word)) break;
        if (!is_plural(word)) {  // "two dead army officers"
            const Span after = phrase_word(reader, next.end);
            if (after.empty() || is_stop(reader.words(after)) || !is_plural(reader.words(after))) break;
            return {{phrase.begin, after.end}, after};
        }
        head = next;
        phrase.end = next.end;
    }
    return {phrase, head};
}

// "one police officer": a second noun, where it can hardly be a verb or an adverb; behind adjectives a third and a fourth: "one
// former Spanish official".
NounPhrase single(const Reader& reader, Span phrase, Span head) {
    constexpr int most = 3;
    for (int i = 0; i < most; ++i) {
        const Span next = phrase_word(reader, head.end);
        const std::string_view after = reader.words(next);
        const bool noun =
            after.size() > 3 && !is_stop(after) && !is_participle(after) && !after.ends_with("ly") && !after.ends_with("s");
        if (!noun || possessive_follows(reader, next.end)) break;
        const bool adjective = is_adjective(reader.words(head));
        if (i > 0 && !adjective) break;
        phrase.end = next.end;
        head = next;
    }
    return {phrase, head};
}

// Past a number of a few letters or figures and its gap: "the four suspects", "the 650 members"; `at` itself without one.
std::size_t past_number(const Reader& reader, std::size_t at) {
    const std::size_t begin = skip_gap(reader, at);
    std::size_t end = begin;
    while (end < reader.end() && end - begin < longest &&
           (is_digit(reader.text[end]) || reader.text[end] == ',' || reader.text[end] == '.'))
        ++end;
    if (end != begin) {
        const Span scale = word_after(reader, end);  // "of the 2.5 million voters"
        if (grammar::scale_words.has(reader.words(scale))) return scale.end;
        return grammar::is_gap(reader.at(end)) ? end : at;
    }
    const Span word = word_after(reader, at);
    const bool number = grammar::below_twenty_in_words.has(reader.words(word)) || grammar::tens_in_words.has(reader.words(word));
    return number && grammar::is_gap(reader.at(word.end)) ? word.end : at;
}

// Past an owner of up to three words: "of the world's largest banks", "of New York's hotels"; `at` itself without one.
std::size_t past_owner(const Reader& reader, std::size_t at) {
    std::size_t from = at;
    for (int i = 0; i < 3; ++i) {
        const Span word = phrase_word(reader, from);
        if (word.empty() || is_stop(reader.words(word))) return at;
        if (possessive_follows(reader, word.end)) return word.end + 2;
        if (reader.at(word.end) == '\'' && reader.text[word.end - 1] == 's') return word.end + 1;
        from = word.end;
    }
    return at;
}

// Where the noun phrase begins: behind "of the", "of its four", "of Britain's"; `partitive` then, and `apart` where a number of
// its own stands between. `nowhere`: no noun phrase.
std::size_t opening(const Reader& reader, std::size_t at, bool& partitive, bool& apart) {
    const Span first = phrase_word(reader, at);
    if (!is_word(reader.words(first), "of")) return at;
    const Span second = phrase_word(reader, first.end);
    partitive = true;
    const bool owned = owners.has(reader.words(second));
    const std::size_t open = owned ? second.end : first.end;
    const std::size_t owner = past_owner(reader, open);
    const std::size_t number = past_number(reader, owner);
    if (!owned && number == open) return nowhere;
    apart = number != owner;
    return number;
}

// "one last chance".
bool is_sole(std::string_view word) { return is_word(word, "last") || is_word(word, "final") || is_word(word, "single"); }

// "two more ships", "the other six", "most of".
bool is_quantifying(std::string_view word, bool partitive) {
    return is_word(word, "more") || is_word(word, "fewer") || is_word(word, "other") || (is_word(word, "most") && partitive);
}

}  // namespace

std::optional<NounPhrase> noun_after(const Reader& reader, std::size_t at, bool one) {
    if (at < reader.end() && !grammar::is_gap(reader.text[at])) return std::nullopt;
    bool partitive = false;
    bool apart = false;
    std::size_t from = opening(reader, at, partitive, apart);
    if (from == nowhere) return std::nullopt;
    Span phrase;
    bool named = false;
    for (int i = 0; i < reach; ++i) {
        const Span span = phrase_word(reader, from);
        const Span model = model_plural(reader, from, named);
        if (!model.empty()) return NounPhrase{{phrase.empty() ? model.begin : phrase.begin, model.end}, model};
        if (span.empty() && !apart && phrase.empty()) {
            from = measure_end(reader, from);
            if (from == nowhere) break;
            apart = true;
            continue;
        }
        const std::string_view word = reader.words(span);
        if (i == 0 && (is_quantifying(word, partitive) || (one && is_sole(word)))) {
            apart = apart || is_word(word, "most");  // "one of the most traded shares": the rank is read on its own
            from = span.end;
            continue;
        }
        if (word.empty() || is_stop(word)) break;
        apart = apart || (partitive && grammar::superlatives.has(word));
        phrase = phrase.empty() ? span : Span{phrase.begin, span.end};
        named = is_capital(word.front());
        if ((!one || partitive) && is_plural(word) && !possessive_follows(reader, span.end)) {
            NounPhrase out = last_plural(reader, phrase, span);
            out.apart = apart;
            return out;
        }
        if (one && !partitive && word.size() > 2) return single(reader, phrase, span);
        if (possessive_follows(reader, span.end)) break;
        if (!apart && is_adjective(word))
            if (const auto shared = shared_plural(reader, phrase)) return shared;
        from = span.end;
    }
    return std::nullopt;
}

namespace {

// Singular words for many: a verb in -s may follow them ("half the team plays").
constexpr auto masses = grammar::word_list(std::to_array<std::string_view>(
    {"workforce", "population", "crew",     "team",  "country", "nation", "world",    "electorate", "total",   "budget",
     "money",     "market",     "industry", "land",  "area",    "vote",   "audience", "public",     "company", "firm",
     "city",      "town",       "time",     "year",  "water",   "food",   "energy",   "power",      "revenue", "income",
     "wealth",    "profit",     "cost",     "price", "value",   "output", "class",    "school",     "squad",   "fleet",
     "house",     "chamber",    "senate",   "board", "group",   "family", "body",     "economy",    "stake",   "debt",
     "loan",      "cash",       "fund",     "staff", "army"}));

}  // namespace

std::optional<NounPhrase> things_after(const Reader& reader, std::size_t at) {
    Span first = phrase_word(reader, at);
    const bool of = is_word(reader.words(first), "of");
    if (of) first = phrase_word(reader, first.end);
    if (is_word(reader.words(first), "all")) first = phrase_word(reader, first.end);
    const bool owned = owners.has(reader.words(first));
    if (!of && !owned) return std::nullopt;
    std::size_t from = past_owner(reader, owned ? first.end : first.begin);
    Span phrase;
    Span head;
    for (int i = 0; i < reach; ++i) {
        const Span span = phrase_word(reader, from);
        const std::string_view word = reader.words(span);
        if (word.empty() || is_stop(word) || (i > 0 && (is_participle(word) || word.ends_with("ly")))) break;
        phrase = phrase.empty() ? span : Span{phrase.begin, span.end};
        head = span;
        if (is_plural(word) || masses.has(word)) break;
        from = span.end;
    }
    if (phrase.empty()) return std::nullopt;
    return NounPhrase{phrase, head};
}

bool ends_noun_phrase(std::string_view word) { return is_stop(word); }

std::optional<NounPhrase> compound_noun(const Reader& reader, std::size_t at) {
    if (reader.at(at) != '-' && !grammar::is_gap(reader.at(at))) return std::nullopt;
    const std::size_t begin = at + 1;
    std::size_t end = begin;
    while (end < reader.end() && end - begin < longest && is_letter(reader.text[end])) ++end;
    const std::string_view word = reader.text.substr(begin, end - begin);
    const bool noun = word.size() > 2 && word.size() < longest && !is_capital(word.front()) && !is_stop(word) &&
                      !no_compounds.has(word) && !grammar::ordinals.has(word) && !ends_as_adjective(word) &&
                      !grammar::denominators.has(word) && !is_participle(word) && !word.ends_with("ly");
    if (!noun || is_digit(reader.at(end)) || reader.at(end) == '\'') return std::nullopt;
    return NounPhrase{{begin, end}, {begin, end}};
}

}  // namespace factcheck::extracting
