// Words of rising and falling, what joins them to a value, and trends. Verbs, nouns and adverbs are told apart: only nouns and
// comparatives stand behind a value ("a 10 percent increase"), only verbs, nouns and "up" stand before it.
#pragma once

#include "grammar/inflect.hpp"

namespace factcheck::grammar {

// 1 up, -1 down. 2 and -2 where the word alone may mean another thing ("cut off", "made up"): it counts beside a value only.
// 3 and -3 where it may also have things as objects ("raised $5 million", "recovered ten paintings"): only percentages, points
// and what follows "by" and "to" are changes. 4: things are changes too, and sums before "to" ("adds $5 to the price").
// 0: the particle behind it says which way ("edged up"). 5: "back" or "down" must follow ("scaled back").
inline constexpr auto verbs_of_change = std::to_array<verb>({
    {"rise", 1, "rose", "risen"},
    {"increase", 1},
    {"grow", 1, "grew", "grown"},
    {"climb", 1},
    {"jump", 1},
    {"surge", 1},
    {"soar", 1},
    {"gain", 1},
    {"expand", 1},
    {"rebound", 2},
    {"rally", 2},
    {"bounce", 2},
    {"zoom", 2},
    {"vault", 2},
    {"pop", 3, "popped"},
    {"regain", 3},
    {"recoup", 3},
    {"accelerate", 2},
    {"spike", 2},
    {"leap", 2, "leaped"},
    {"rocket", 2},
    {"skyrocket", 2},
    {"balloon", 2},
    {"mushroom", 2},
    {"escalate", 2},
    {"appreciate", 2},
    {"strengthen", 2},
    {"improve", 2},
    {"widen", 2},
    {"swell", 2, "swelled", "swollen"},
    {"burgeon", 2},
    {"snowball", 2},
    {"quicken", 2},
    {"intensify", 2},
    {"advance", 2},
    {"boost", 2},
    {"hike", 2},
    {"enlarge", 2},
    {"augment", 2},
    {"bolster", 2},
    {"elevate", 2},
    {"inflate", 2},
    {"add", 4},
    {"raise", 3},
    {"lift", 3},
    {"recover", 3},
    {"extend", 3},
    {"lengthen", 3},
    {"prolong", 3},
    {"broaden", 3},
    {"deepen", 3},
    {"thicken", 3},
    {"heighten", 3},
    {"fall", -1, "fell", "fallen"},
    {"decrease", -1},
    {"decline", -1},
    {"drop", -1, "dropped"},
    {"slip", -2, "slipped"},
    {"slide", -2, "slid"},
    {"sink", -2, "sank", "sunk"},
    {"plunge", -1},
    {"plummet", -1},
    {"tumble", -1},
    {"nosedive", -2},
    {"crater", -2},
    {"shrink", -1, "shrank", "shrunk"},
    {"slump", -1},
    {"dip", -1, "dipped"},
    {"ease", -2},
    {"slow", -2},
    {"retreat", -2},
    {"recede", -2},
    {"weaken", -2},
    {"depreciate", -2},
    {"narrow", -2},
    {"crash", -2},
    {"collapse", -2},
    {"decelerate", -2},
    {"dwindle", -2},
    {"diminish", -2},
    {"lessen", -2},
    {"subside", -2},
    {"wane", -2},
    {"ebb", -2},
    {"soften", -2},
    {"sag", -2, "sagged"},
    {"skid", -2, "skidded"},
    {"slacken", -2},
    {"taper", -2},
    {"deteriorate", -2},
    {"worsen", -2},
    {"moderate", -2},
    {"swoon", -2},
    {"erode", -2},
    {"cut", -2, "cut"},
    {"reduce", -2},
    {"lower", -2},
    {"trim", -2, "trimmed"},
    {"slash", -2},
    {"shave", -2},
    {"shed", -2, "shed"},
    {"lose", -2, "lost"},
    {"pare", -2},
    {"prune", -2},
    {"axe", -2},
    {"curb", -3},
    {"curtail", -3},
    {"chop", -3, "chopped"},
    {"clip", -3, "clipped"},
    {"lop", -2, "lopped"},
    {"dock", -3},
    {"downsize", -2},
    {"devalue", -2},
    {"depress", -3},
    {"deflate", -3},
    {"minimize", -3},
    {"crumble", -2},
    {"erase", -3},
    {"surrender", -3},
    {"wipe", -3},
    {"knock", -3},
    {"dent", -3},
    {"squeeze", -3},
    {"shorten", -3},
    {"lighten", -3},
    {"cheapen", -3},
    {"eliminate", -2},
    {"edge", 0},
    {"inch", 0},
    {"tick", 0},
    {"nudge", 0},
    {"creep", 0, "crept"},
    {"drift", 0},
    {"ratchet", 0},
    {"trend", 0},
    {"scale", 5},
    {"roll", 5},
    {"dial", 5},
    {"pull", 5},
});
inline constexpr auto forms_of_change = inflected(verbs_of_change);

// Nouns and particles, and forms of the verbs above that mean less or more than these.
inline constexpr auto rows_of_change = std::to_array<word_value>({
    {"up", 2},           {"higher", 2},        {"growth", 1},       {"expansion", 1},   {"uptick", 1},        {"upticks", 2},
    {"upturn", 1},       {"upswing", 2},       {"uplift", 2},       {"hikes", 2},       {"premium", 2},       {"leapt", 1},
    {"leaped", 1},       {"rallied", 1},       {"rebounded", 1},    {"spiked", 1},      {"spike", 1},         {"appreciated", 1},
    {"widened", 1},      {"ballooned", 1},     {"rocketed", 1},     {"hiked", 1},       {"firmed", 2},        {"bumped", 3},
    {"improvement", 3},  {"improvements", 3},  {"appreciation", 3}, {"escalation", 3},  {"acceleration", 3},  {"addition", 3},
    {"down", -2},        {"off", -2},          {"lower", -2},       {"fall", -2},       {"slipped", -1},      {"slipping", -1},
    {"sliding", -1},     {"sank", -1},         {"sunk", -1},        {"sinking", -1},    {"contracted", -1},   {"contraction", -1},
    {"contracting", -1}, {"eased", -1},        {"easing", -1},      {"slowed", -1},     {"slowing", -1},      {"reduction", -1},
    {"reductions", -2},  {"trimmed", -1},      {"slashed", -1},     {"retreated", -1},  {"narrowed", -1},     {"downturn", -1},
    {"downturns", -2},   {"downtick", -1},     {"downswing", -2},   {"discount", -2},   {"cooled", -2},       {"tanked", -2},
    {"slowdown", -3},    {"depreciation", -3}, {"devaluation", -3}, {"shrinkage", -3},  {"deceleration", -3}, {"pullback", -3},
    {"markdown", -3},    {"cutback", -3},      {"cutbacks", -3},    {"dived", -2},      {"dove", -2},         {"diving", -2},
    {"stumbled", -2},    {"axed", -2},         {"accelerated", 1},  {"skyrocketed", 1}, {"depreciated", -1},  {"decelerated", -1},
    {"dwindled", -1},    {"warmed", 2},        {"stretched", 3},    {"upped", 2},       {"thinned", -3},
});
inline constexpr auto change_verbs = with_forms<rows_of_change, verbs_of_change, forms_of_change>();

// Nouns and comparatives that stand behind a value. 3 and -3: of money these are sums and no changes ("a $5 million loss").
inline constexpr auto change_nouns = word_table(std::to_array<word_value>({
    {"increase", 1},    {"increases", 1},    {"rise", 1},          {"rises", 1},      {"growth", 1},       {"gain", 3},
    {"gains", 3},       {"jump", 1},         {"jumps", 1},         {"surge", 1},      {"surges", 1},       {"climb", 1},
    {"hike", 1},        {"hikes", 1},        {"expansion", 1},     {"rebound", 1},    {"rebounds", 1},     {"uptick", 1},
    {"spike", 1},       {"spikes", 1},       {"leap", 1},          {"boost", 1},      {"upturn", 1},       {"upswing", 1},
    {"uplift", 1},      {"advance", 3},      {"advances", 3},      {"rally", 1},      {"higher", 1},       {"more", 1},
    {"larger", 1},      {"bigger", 1},       {"faster", 1},        {"greater", 1},    {"raise", 1},        {"raises", 1},
    {"stronger", 1},    {"dearer", 1},       {"costlier", 1},      {"pricier", 1},    {"appreciation", 1}, {"improvement", 1},
    {"upward", 1},      {"decrease", -1},    {"decreases", -1},    {"fall", -1},      {"falls", -1},       {"drop", -1},
    {"drops", -1},      {"decline", -1},     {"declines", -1},     {"cut", -1},       {"cuts", -1},        {"reduction", -1},
    {"reductions", -1}, {"slump", -1},       {"plunge", -1},       {"plunges", -1},   {"dip", -1},         {"dips", -1},
    {"slide", -1},      {"contraction", -1}, {"contractions", -1}, {"loss", -3},      {"downturn", -1},    {"downtick", -1},
    {"tumble", -1},     {"slowdown", -1},    {"lower", -1},        {"less", -1},      {"fewer", -1},       {"smaller", -1},
    {"cheaper", -1},    {"slower", -1},      {"weaker", -1},       {"shrinkage", -1}, {"cutback", -1},     {"cutbacks", -1},
    {"retreat", -1},    {"pullback", -1},    {"collapse", -1},     {"crash", -1},     {"devaluation", -1}, {"depreciation", -1},
    {"downward", -1},
}));
// Particles behind percentages, points and money: "2 percent up on the year", "3 cents down".
inline constexpr auto change_particles = word_table(std::to_array<word_value>({{"up", 1}, {"down", -1}}));

struct change_verb : listed<change_verbs> {};
struct change_noun : listed<change_nouns> {};
struct no_hyphen_after : p::not_at<p::one<'-'>> {};
// "edged up", "went down": the particle has the direction.
struct change_word : p::seq<change_verb, no_hyphen_after> {};

// "rose sharply by", "an increase of", "fell back to", "was raised by as much as".
inline constexpr auto change_fillers = word_list(std::to_array<std::string_view>(
    {"a",      "an",   "the",      "another",    "back",  "again",  "further", "on",         "average", "much",
     "as",     "just", "only",     "more",       "rate",  "rates",  "year",    "annual",     "record",  "even",
     "some",   "full", "total",    "its",        "their", "up",     "down",    "nearly",     "at",      "in",
     "over",   "new",  "whopping", "whole",      "high",  "higher", "lower",   "higher",     "almost",  "well",
     "better", "net",  "combined", "cumulative", "mere",  "modest", "massive", "staggering", "huge",    "meagre",
     "meager", "slim", "hefty",    "sharp",      "steep", "strong", "still",   "yet",        "yoy",     "so"}));
struct adverb : p::seq<p::rep_min_max<3, 20, p::alpha, p::not_at<p::istring<'l', 'y'>, word_end>>, p::alpha, p::istring<'l', 'y'>,
                       word_end> {};
struct change_filler : p::sor<listed<change_fillers>, adverb> {};

// Words that end the reach of a word of change: clauses, verbs, and prepositions that bring an aim or a reason.
inline constexpr auto change_ends = word_list(std::to_array<std::string_view>(
    {"and",     "but",     "while",   "which", "that",  "for",    "after", "before",   "when",   "where",    "who",
     "because", "since",   "if",      "or",    "is",    "are",    "was",   "were",     "be",     "been",     "being",
     "has",     "have",    "had",     "will",  "would", "could",  "may",   "might",    "must",   "should",   "can",
     "said",    "says",    "say",     "did",   "does",  "do",     "until", "till",     "though", "although", "so",
     "than",    "whereas", "despite", "then",  "vs",    "versus", "due",   "yielding", "paying"}));
// What may stand between "to" and the level: "to a record high of".
inline constexpr auto level_words = word_list(std::to_array<std::string_view>(
    {"a",      "an",     "the",   "record", "new",    "all",      "time",     "high",    "low",     "highs",   "lows",
     "peak",   "trough", "level", "levels", "total",  "historic", "lifetime", "of",      "at",      "close",   "end",
     "finish", "trade",  "stand", "settle", "reach",  "just",     "only",     "average", "annual",  "its",     "their",
     "year",   "month",  "week",  "day",    "decade", "rate",     "pace",     "lowest",  "highest", "session", "intraday"}));
// "falling in the range of": places on a scale, no nouns of change.
inline constexpr auto places_on_scale = word_list(std::to_array<std::string_view>(
    {"range", "region", "area", "vicinity", "neighbourhood", "neighborhood", "order", "face", "case", "middle", "number"}));
// "growth led by three firms": behind such words "by" names who did it.
inline constexpr auto doers_before_by =
    word_list(std::to_array<std::string_view>({"led", "driven", "made", "held", "won", "given", "sold", "sought", "seen", "run",
                                               "taken", "written", "done", "set", "brought", "bought", "paid", "hit"}));

// Adjectives and nouns may part a value from the noun of its change: "a 10 percent annual increase".
inline constexpr auto change_adjectives = word_list(std::to_array<std::string_view>(
    {"annual",      "annualised", "annualized", "yearly",   "monthly",    "quarterly", "weekly",      "daily",      "sharp",
     "steep",       "real",       "nominal",    "overall",  "total",      "further",   "net",         "average",    "cumulative",
     "combined",    "modest",     "slight",     "dramatic", "massive",    "huge",      "big",         "large",      "substantial",
     "significant", "underlying", "sequential", "pay",      "price",      "wage",      "salary",      "rate",       "tax",
     "interest",    "market",     "sales",      "profit",   "revenue",    "earnings",  "output",      "production", "volume",
     "export",      "import",     "rent",       "fare",     "tariff",     "budget",    "spending",    "cost",       "dividend",
     "share",       "stock",      "job",        "traffic",  "population", "workforce", "demand",      "staff",      "funding",
     "council",     "duty",       "fee",        "tuition",  "premium",    "income",    "productivity"}));
struct compared_with_before
    : any<"year-on-year", "year-over-year", "month-on-month", "month-over-month", "quarter-on-quarter", "quarter-over-quarter",
          "week-on-week", "like-for-like", "same-store", "one-day", "single-day", "intraday", "yoy", "y/y", "year-to-date"> {};
struct noun_of_change
    : p::seq<joint, p::rep_max<2, p::sor<compared_with_before, listed<change_adjectives>>, gap>, change_noun, word_end> {};
struct particle : listed<change_particles> {};
// Not "2 percent up to 5 percent", "3 cents down the drain".
struct particle_of_change
    : p::seq<gap, particle, p::not_at<gap, any<"to", "from", "the", "a", "and", "into", "until", "front", "with">>, word_end> {};

}  // namespace factcheck::grammar
