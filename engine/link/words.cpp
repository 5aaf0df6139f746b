#include "link/words.hpp"

#include <algorithm>
#include <array>

namespace factcheck::words {

namespace {

template <std::size_t N>
bool in(const std::array<std::string_view, N>& sorted, std::string_view word) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

template <std::size_t N>
constexpr std::array<std::string_view, N> sorted(std::array<std::string_view, N> list) {
    std::sort(list.begin(), list.end());
    return list;
}

constexpr auto prepositions =
    sorted(std::to_array<std::string_view>({"to", "from", "by", "with", "in", "for", "of", "into", "among", "between", "at", "on",
                                            "against", "towards", "toward", "via", "across", "within"}));
constexpr auto determiners = sorted(std::to_array<std::string_view>(
    {"the", "a", "an", "both", "neighbouring", "neighboring", "mainland", "nearby", "its", "their"}));
constexpr auto openers =
    sorted(std::to_array<std::string_view>({"and", "but", "while", "whereas", "with", "which", "who", "where", "although",
                                            "though", "when", "as", "after", "before", "because", "since", "or", "followed"}));
constexpr auto parters = sorted(std::to_array<std::string_view>({"while", "whereas", "but", "although", "though"}));
constexpr auto comparers = sorted(std::to_array<std::string_view>({"compared", "against", "than", "versus", "vs"}));
constexpr auto functions = sorted(std::to_array<std::string_view>(
    {"the",      "a",       "an",     "and",          "or",    "but",     "of",           "in",    "to",       "from",
     "by",       "for",     "with",   "on",           "at",    "as",      "that",         "this",  "these",    "those",
     "its",      "their",   "his",    "her",          "our",   "is",      "are",          "was",   "were",     "be",
     "been",     "has",     "have",   "had",          "will",  "would",   "which",        "who",   "while",    "whereas",
     "when",     "where",   "during", "over",         "under", "after",   "before",       "since", "until",    "till",
     "between",  "than",    "then",   "also",         "still", "just",    "only",         "up",    "down",     "per",
     "compared", "against", "versus", "worth",        "last",  "this",    "next",         "so",    "because",  "although",
     "though",   "if",      "it",     "they",         "he",    "she",     "not",          "no",    "some",     "about",
     "around",   "nearly",  "almost", "into",         "out",   "through", "respectively", "alone", "annually", "yearly",
     "total",    "more",    "less",   "respectively", "there"}));
constexpr auto plain_before = sorted(std::to_array<std::string_view>({"total",
                                                                      "overall",
                                                                      "annual",
                                                                      "monthly",
                                                                      "yearly",
                                                                      "quarterly",
                                                                      "merchandise",
                                                                      "goods",
                                                                      "combined",
                                                                      "aggregate",
                                                                      "national",
                                                                      "country's",
                                                                      "bilateral",
                                                                      "its",
                                                                      "their",
                                                                      "the",
                                                                      "all",
                                                                      "of",
                                                                      "in",
                                                                      "and",
                                                                      "that",
                                                                      "with",
                                                                      "as",
                                                                      "while",
                                                                      "whereas",
                                                                      "but",
                                                                      "when",
                                                                      "where",
                                                                      "which",
                                                                      "for",
                                                                      "from",
                                                                      "to",
                                                                      "by",
                                                                      "on",
                                                                      "than",
                                                                      "saw",
                                                                      "seen",
                                                                      "said",
                                                                      "show",
                                                                      "shows",
                                                                      "showed",
                                                                      "shown",
                                                                      "see",
                                                                      "sees",
                                                                      "higher",
                                                                      "lower",
                                                                      "strong",
                                                                      "stronger",
                                                                      "weak",
                                                                      "weaker",
                                                                      "robust",
                                                                      "record",
                                                                      "rising",
                                                                      "falling",
                                                                      "growing",
                                                                      "declining",
                                                                      "increased",
                                                                      "increasing",
                                                                      "reduced",
                                                                      "surging",
                                                                      "soaring",
                                                                      "dwindling",
                                                                      "country",
                                                                      "nation",
                                                                      "government",
                                                                      "took",
                                                                      "take",
                                                                      "takes",
                                                                      "pushed",
                                                                      "push",
                                                                      "pushing",
                                                                      "lifted",
                                                                      "lifting",
                                                                      "boosted",
                                                                      "boost",
                                                                      "boosting",
                                                                      "helped",
                                                                      "kept",
                                                                      "made",
                                                                      "makes",
                                                                      "make",
                                                                      "had",
                                                                      "has",
                                                                      "have",
                                                                      "having",
                                                                      "recorded",
                                                                      "posted",
                                                                      "registered",
                                                                      "received",
                                                                      "cumulative",
                                                                      "provisional",
                                                                      "actual",
                                                                      "headline",
                                                                      "current",
                                                                      "recent",
                                                                      "new",
                                                                      "drove",
                                                                      "driving",
                                                                      "drive",
                                                                      "brought",
                                                                      "bringing",
                                                                      "took",
                                                                      "sent",
                                                                      "left",
                                                                      "putting",
                                                                      "put",
                                                                      "although",
                                                                      "though",
                                                                      "because",
                                                                      "since",
                                                                      "after",
                                                                      "before",
                                                                      "however",
                                                                      "meanwhile",
                                                                      "overall",
                                                                      "year-on-year",
                                                                      "inward",
                                                                      "workers",
                                                                      "s",
                                                                      "this",
                                                                      "these",
                                                                      "those",
                                                                      "a",
                                                                      "an",
                                                                      "outbound",
                                                                      "direct",
                                                                      "official",
                                                                      "worth",
                                                                      "meant",
                                                                      "reported",
                                                                      "annualised",
                                                                      "annualized",
                                                                      "average",
                                                                      "key",
                                                                      "benchmark",
                                                                      "main",
                                                                      "if",
                                                                      "whether",
                                                                      "was",
                                                                      "were",
                                                                      "is",
                                                                      "are",
                                                                      "or",
                                                                      "at",
                                                                      "cut",
                                                                      "raised",
                                                                      "held",
                                                                      "lowered",
                                                                      "hiked",
                                                                      "slashed",
                                                                      "kept",
                                                                      "maintained",
                                                                      "slowed",
                                                                      "where",
                                                                      "largest",
                                                                      "biggest",
                                                                      "physical",
                                                                      "outward",
                                                                      "inflation-adjusted"}));
constexpr auto plain_of = sorted(std::to_array<std::string_view>({"goods", "merchandise", "products", "commodities", "all", "its",
                                                                  "the", "some", "about", "over", "more", "nearly", "around"}));
constexpr auto past = sorted(std::to_array<std::string_view>(
    {"was",       "were",    "had",         "did",      "stood",   "reached", "came",      "totalled",  "totaled",  "amounted",
     "hit",       "touched", "rose",        "fell",     "grew",    "dropped", "increased", "decreased", "declined", "climbed",
     "surged",    "jumped",  "exported",    "imported", "sold",    "bought",  "shipped",   "recorded",  "posted",   "clocked",
     "eased",     "slowed",  "accelerated", "received", "sent",    "held",    "kept",      "cut",       "raised",   "said",
     "announced", "hosted",  "agreed",      "killed",   "died",    "lasted",  "became",    "remained",  "ranked",   "spoke",
     "met",       "crossed", "went",        "flowed",   "arrived", "headed"}));
constexpr auto present =
    sorted(std::to_array<std::string_view>({"is", "are", "stands", "remains", "has", "have", "stand", "remain", "amounts",
                                            "totals", "exports", "imports", "holds", "keeps", "ranks", "runs", "buys", "sells"}));
constexpr auto future = sorted(std::to_array<std::string_view>({"will", "shall", "going", "tomorrow"}));
constexpr auto forecasters = sorted(std::to_array<std::string_view>(
    {"expected", "expects", "expect",    "forecast", "forecasts", "forecasted", "projected", "projects", "projection",
     "target",   "targets", "targeted",  "aims",     "aim",       "aiming",     "plans",     "planned",  "estimate",
     "hopes",    "hoped",   "predicted", "predicts", "likely",    "will",       "goal",      "set",      "seeks"}));
constexpr auto prospective = sorted(
    std::to_array<std::string_view>({"potential", "proposed", "planned", "budgeted", "envisaged", "prospective", "hoped-for"}));
constexpr auto settings =
    sorted(std::to_array<std::string_view>({"after", "following", "since", "before", "amid", "during", "despite", "until"}));
constexpr auto conditioners =
    sorted(std::to_array<std::string_view>({"if", "unless", "would", "could", "might", "may", "should", "can", "whether"}));
constexpr auto deniers = sorted(std::to_array<std::string_view>(
    {"not", "never", "denied", "denies", "wrongly", "falsely", "incorrectly", "untrue", "false", "n't", "neither", "nor"}));
constexpr auto attributers =
    sorted(std::to_array<std::string_view>({"said", "says", "according", "claimed", "claims", "told", "reported", "announced",
                                            "stated", "argued", "insisted", "added"}));
constexpr auto lasting = sorted(
    std::to_array<std::string_view>({"lasted", "lasting", "lasts", "long", "continued", "ran", "raged", "dragged", "went"}));

}  // namespace

bool preposition(std::string_view word) { return in(prepositions, word); }
bool determiner(std::string_view word) { return in(determiners, word); }
bool opens_clause(std::string_view word) { return in(openers, word); }
bool parts_clause(std::string_view word) { return in(parters, word); }
bool compares(std::string_view word) { return in(comparers, word); }
bool function_word(std::string_view word) { return in(functions, word); }
bool plain_before_cue(std::string_view word) { return in(plain_before, word); }
bool plain_after_of(std::string_view word) { return in(plain_of, word); }
bool past_verb(std::string_view word) { return in(past, word); }
bool present_verb(std::string_view word) { return in(present, word); }
bool future_verb(std::string_view word) { return in(future, word); }
bool forecasts(std::string_view word) { return in(forecasters, word); }
bool prospects(std::string_view word) { return in(prospective, word); }
bool sets_a_scene(std::string_view word) { return in(settings, word); }
bool conditions(std::string_view word) { return in(conditioners, word); }
bool denies(std::string_view word) { return in(deniers, word); }
bool attributes(std::string_view word) { return in(attributers, word); }
bool lasts(std::string_view word) { return in(lasting, word); }

}  // namespace factcheck::words
