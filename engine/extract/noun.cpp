// Counted things: which noun a number counts. No parts of speech are known: a noun phrase ends at the first closed-class word,
// its head is the first plural in reach, or the first word behind "one".
#include "extract/amount.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

namespace {

using grammar::is_letter;

// Words that never stand inside a noun phrase behind a number: function words, verbs, time words.
constexpr auto stops = grammar::word_list(std::to_array<std::string_view>(
    {"a",          "about",   "above",     "according", "across",  "after",     "again",    "against", "ago",      "all",
     "alone",      "along",   "also",      "although",  "am",      "among",     "an",       "and",     "another",  "any",
     "are",        "around",  "as",        "at",        "away",    "back",      "be",       "became",  "because",  "been",
     "before",     "behind",  "being",     "below",     "between", "both",      "but",      "by",      "came",     "can",
     "compared",   "could",   "did",       "do",        "does",    "down",      "due",      "during",  "each",     "either",
     "else",       "even",    "every",     "except",    "fell",    "for",       "from",     "gets",    "going",    "had",
     "has",        "have",    "he",        "her",       "here",    "him",       "his",      "how",     "however",  "i",
     "if",         "in",      "including", "into",      "is",      "it",        "its",      "just",    "last",     "later",
     "less",       "like",    "lower",     "made",      "may",     "me",        "might",    "more",    "most",     "must",
     "my",         "near",    "nearly",    "never",     "next",    "no",        "nor",      "not",     "now",      "of",
     "off",        "on",      "once",      "one",       "only",    "onto",      "or",       "our",     "out",      "over",
     "own",        "per",     "plus",      "rather",    "rose",    "said",      "says",     "say",     "saw",      "see",
     "she",        "should",  "since",     "so",        "some",    "still",     "such",     "than",    "that",     "the",
     "their",      "them",    "then",      "there",     "these",   "they",      "this",     "those",   "though",   "through",
     "throughout", "to",      "today",     "together",  "too",     "toward",    "towards",  "under",   "unless",   "until",
     "up",         "us",      "versus",    "vs",        "was",     "we",        "went",     "were",    "what",     "when",
     "where",      "whether", "which",     "while",     "who",     "whom",      "whose",    "why",     "will",     "with",
     "within",     "without", "would",     "year",      "years",   "yesterday", "yet",      "you",     "your",     "respectively",
     "higher",     "larger",  "times",     "percent",   "pct",     "million",   "billion",  "january", "february", "april",
     "june",       "july",    "august",    "september", "october", "november",  "december", "monday",  "tuesday",  "wednesday",
     "thursday",   "friday",  "saturday",  "sunday",    "mln",     "dlrs",      "bln",      "cts",     "shr",      "net",
     "three",      "four",    "five",      "six",       "seven",   "eight",     "nine",     "ten",     "two",      "having",
     "came",       "knows",   "hopes",     "seems",     "looks",   "comes",     "goes",     "takes",   "gives",    "thinks",
     "believes",   "always",  "perhaps",   "besides",   "others",  "its",       "hers",     "ours",    "s",        "t",
     "ended",      "revs",    "shr",       "shrs",      "avg",     "mths",      "qtr",      "oper",    "ending",   "paid",
     "traded"}));

constexpr auto owners =
    grammar::word_list(std::to_array<std::string_view>({"the", "its", "their", "his", "her", "our", "these", "those", "my"}));

constexpr auto irregular_plurals = grammar::word_list(std::to_array<std::string_view>(
    {"people",    "men",         "women",       "children",      "police",     "personnel",   "staff",        "cattle",
     "fish",      "sheep",       "aircraft",    "spacecraft",    "feet",       "teeth",       "mice",         "geese",
     "data",      "media",       "criteria",    "phenomena",     "series",     "species",     "headquarters", "crossroads",
     "policemen", "policewomen", "businessmen", "fishermen",     "servicemen", "gunmen",      "lawmen",       "troops",
     "dead",      "wounded",     "livestock",   "poultry",       "youth",      "crew",        "oxen",         "salmon",
     "bacteria",  "crises",      "analyses",    "grandchildren", "spokesmen",  "congressmen", "firemen"}));
// Look like plurals and are none.
constexpr auto no_plurals = grammar::word_list(std::to_array<std::string_view>(
    {"this",      "gas",        "bus",        "plus",       "virus",    "status",   "campus",     "census",    "crisis",
     "basis",     "analysis",   "emphasis",   "was",        "has",      "his",      "its",        "us",        "as",
     "is",        "thus",       "various",    "previous",   "serious",  "famous",   "religious",  "dangerous", "numerous",
     "conscious", "anonymous",  "enormous",   "bonus",      "chaos",    "texas",    "mars",       "perhaps",   "always",
     "tennis",    "consensus",  "surplus",    "focus",      "pass",     "politics", "economics",  "paris",     "sometimes",
     "christmas", "continuous", "indigenous", "infectious", "precious", "obvious",  "consecutive"}));

constexpr std::size_t longest = 32;
constexpr int reach = 5;  // words of a noun phrase

bool is_plural(std::string_view word) {
    if (irregular_plurals.has(word)) return true;
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
    return {begin, end};
}

bool possessive_follows(const Reader& reader, std::size_t at) { return reader.at(at) == '\'' && reader.at(at + 1) == 's'; }

}  // namespace

std::optional<NounPhrase> noun_after(const Reader& reader, std::size_t at, bool one) {
    if (at < reader.end() && !grammar::is_gap(reader.text[at])) return std::nullopt;
    std::size_t from = at;
    const Span first = phrase_word(reader, at);
    const std::string_view opening = reader.words(first);
    bool partitive = false;
    // "one of the companies", "35m of its devices", "two other ships".
    if (is_word(opening, "of")) {
        const Span second = phrase_word(reader, first.end);
        const std::string_view word = reader.words(second);
        if (!owners.has(word)) return std::nullopt;
        from = second.end;
        partitive = true;
    }
    Span phrase;
    for (int i = 0; i < reach; ++i) {
        const Span span = phrase_word(reader, from);
        if (span.empty()) break;
        const std::string_view word = reader.words(span);
        const bool other = i == 0 && (is_word(word, "more") || is_word(word, "other") || is_word(word, "most"));
        if (other && !(is_word(word, "most") && !partitive)) {
            from = span.end;
            continue;
        }
        if (stops.has(word)) break;
        phrase = phrase.empty() ? span : Span{phrase.begin, span.end};
        if ((!one || partitive) && is_plural(word) && !possessive_follows(reader, span.end)) {
            // "sports fans": the last of two plurals is the head, unless the second is a verb's "-s".
            const Span next = phrase_word(reader, span.end);
            const std::string_view after = reader.words(next);
            if (!next.empty() && !stops.has(after) && irregular_plurals.has(after))
                return NounPhrase{{phrase.begin, next.end}, next};
            return NounPhrase{phrase, span};
        }
        if (one && !partitive && word.size() > 2) {
            // "one police officer": a second noun, where it can hardly be a verb or an adverb.
            const Span next = phrase_word(reader, span.end);
            const std::string_view after = reader.words(next);
            const bool noun = after.size() > 3 && !stops.has(after) && !after.ends_with("ed") && !after.ends_with("ing") &&
                              !after.ends_with("ly") && !after.ends_with("s");
            if (noun && !possessive_follows(reader, next.end)) return NounPhrase{{phrase.begin, next.end}, next};
            return NounPhrase{phrase, span};
        }
        if (possessive_follows(reader, span.end)) break;
        from = span.end;
    }
    return std::nullopt;
}

}  // namespace factcheck::extracting
