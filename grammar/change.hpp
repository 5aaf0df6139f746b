// Words of rising and falling, what joins them to a value, and trends. Verbs, nouns and adverbs are told apart: only nouns and
// comparatives stand behind a value ("a 10 percent increase"), only verbs, nouns and "up" stand before it.
#pragma once

#include "grammar/text.hpp"

namespace factcheck::grammar {

// 1 up, -1 down; 2 and -2 where the word alone may mean another thing ("cut off", "made up"): it counts beside a value only.
// 0: the particle behind it says which way ("edged up").
inline constexpr auto change_verbs = word_table(std::to_array<word_value>(
    {{"rose", 1},         {"rise", 1},        {"rises", 1},        {"risen", 1},        {"rising", 1},      {"increased", 1},
     {"increases", 1},    {"increase", 1},    {"increasing", 1},   {"grew", 1},         {"grow", 1},        {"grows", 1},
     {"grown", 1},        {"growing", 1},     {"climbed", 1},      {"climb", 1},        {"climbs", 1},      {"climbing", 1},
     {"jumped", 1},       {"jump", 1},        {"jumps", 1},        {"jumping", 1},      {"surged", 1},      {"surge", 1},
     {"surges", 1},       {"surging", 1},     {"soared", 1},       {"soar", 1},         {"soars", 1},       {"soaring", 1},
     {"gained", 1},       {"gain", 1},        {"gains", 1},        {"gaining", 1},      {"advanced", 2},    {"expanded", 1},
     {"expand", 1},       {"expanding", 1},   {"rallied", 1},      {"rebounded", 1},    {"rebound", 2},     {"raised", 2},
     {"raise", 2},        {"raises", 2},      {"raising", 2},      {"boosted", 2},      {"boost", 2},       {"boosting", 2},
     {"lifted", 2},       {"lifting", 2},     {"accelerated", 1},  {"swelled", 2},      {"spiked", 1},      {"spike", 1},
     {"leapt", 1},        {"leaped", 1},      {"leap", 2},         {"hiked", 1},        {"hike", 2},        {"edged", 0},
     {"inched", 0},       {"appreciated", 1}, {"strengthened", 2}, {"improved", 2},     {"widened", 1},     {"up", 2},
     {"growth", 1},       {"uptick", 1},      {"upturn", 1},       {"hikes", 2},        {"expansion", 1},   {"rocketed", 1},
     {"ballooned", 1},    {"skyrocketed", 1}, {"ticked", 0},       {"premium", 2},      {"fell", -1},       {"fall", -2},
     {"falls", -1},       {"fallen", -1},     {"falling", -1},     {"decreased", -1},   {"decrease", -1},   {"decreases", -1},
     {"decreasing", -1},  {"declined", -1},   {"decline", -1},     {"declines", -1},    {"declining", -1},  {"dropped", -1},
     {"drop", -1},        {"drops", -1},      {"dropping", -1},    {"slipped", -1},     {"slip", -2},       {"slipping", -1},
     {"slid", -2},        {"slide", -2},      {"sliding", -1},     {"sank", -1},        {"sunk", -1},       {"sinking", -1},
     {"plunged", -1},     {"plunge", -1},     {"plunging", -1},    {"plummeted", -1},   {"plummeting", -1}, {"tumbled", -1},
     {"tumble", -1},      {"tumbling", -1},   {"shed", -2},        {"shrank", -1},      {"shrunk", -1},     {"shrink", -1},
     {"shrinking", -1},   {"contracted", -1}, {"contraction", -1}, {"contracting", -1}, {"eased", -1},      {"easing", -1},
     {"slowed", -1},      {"slowing", -1},    {"slumped", -1},     {"slump", -1},       {"slumping", -1},   {"dipped", -1},
     {"dip", -1},         {"dipping", -1},    {"cut", -2},         {"cuts", -2},        {"cutting", -2},    {"reduced", -2},
     {"reduce", -2},      {"reducing", -2},   {"reduction", -1},   {"lowered", -2},     {"lowering", -2},   {"trimmed", -1},
     {"slashed", -1},     {"lost", -2},       {"loses", -2},       {"losing", -2},      {"retreated", -1},  {"weakened", -2},
     {"depreciated", -1}, {"narrowed", -1},   {"down", -2},        {"downturn", -1},    {"crashed", -2},    {"collapsed", -2},
     {"decelerated", -1}, {"dwindled", -1},   {"discount", -2},    {"shaved", -2},      {"shaving", -2}}));

// Nouns and comparatives that stand behind a value.
inline constexpr auto change_nouns = word_table(std::to_array<word_value>(
    {{"increase", 1},  {"increases", 1}, {"rise", 1},         {"rises", 1},       {"growth", 1},    {"gain", 1},
     {"gains", 1},     {"jump", 1},      {"surge", 1},        {"climb", 1},       {"hike", 1},      {"hikes", 1},
     {"expansion", 1}, {"rebound", 1},   {"uptick", 1},       {"spike", 1},       {"leap", 1},      {"boost", 1},
     {"upturn", 1},    {"rally", 1},     {"higher", 1},       {"more", 1},        {"larger", 1},    {"bigger", 1},
     {"faster", 1},    {"raise", 1},     {"appreciation", 1}, {"improvement", 1}, {"decrease", -1}, {"decreases", -1},
     {"fall", -1},     {"falls", -1},    {"drop", -1},        {"drops", -1},      {"decline", -1},  {"declines", -1},
     {"cut", -1},      {"cuts", -1},     {"reduction", -1},   {"reductions", -1}, {"slump", -1},    {"plunge", -1},
     {"dip", -1},      {"slide", -1},    {"contraction", -1}, {"loss", -1},       {"downturn", -1}, {"depreciation", -1},
     {"tumble", -1},   {"slowdown", -1}, {"lower", -1},       {"less", -1},       {"fewer", -1},    {"smaller", -1},
     {"cheaper", -1},  {"slower", -1},   {"shrinkage", -1}}));

struct change_verb : listed<change_verbs> {};
struct change_noun : listed<change_nouns> {};
struct no_hyphen_after : p::not_at<p::one<'-'>> {};
// "edged up", "went down": the particle has the direction.
struct change_word : p::seq<change_verb, no_hyphen_after> {};

// "rose sharply by", "an increase of", "fell back to", "was raised by as much as".
inline constexpr auto change_fillers = word_table(std::to_array<word_value>(
    {{"a", 0},        {"an", 0},      {"the", 0},      {"another", 0}, {"back", 0},   {"again", 0}, {"further", 0},
     {"on", 0},       {"average", 0}, {"much", 0},     {"as", 0},      {"just", 0},   {"only", 0},  {"more", 0},
     {"rate", 0},     {"rates", 0},   {"year", 0},     {"annual", 0},  {"record", 0}, {"even", 0},  {"some", 0},
     {"steadily", 0}, {"full", 0},    {"annually", 0}, {"total", 0},   {"its", 0},    {"their", 0}, {"up", 1},
     {"down", -1},    {"nearly", 0},  {"at", 0},       {"in", 0},      {"over", 0}}));
struct adverb : p::seq<p::rep_min_max<3, 20, p::alpha, p::not_at<p::istring<'l', 'y'>, word_end>>, p::alpha, p::istring<'l', 'y'>,
                       word_end> {};
struct change_by : any<"by", "of"> {};
struct change_to : any<"to", "at"> {};
struct change_from : any<"from"> {};
struct change_filler : p::sor<listed<change_fillers>, adverb> {};

// One adjective may part a value from the noun of its change: "a 10 percent annual increase".
inline constexpr auto change_adjectives = word_table(std::to_array<word_value>({{"annual", 0},
                                                                                {"yearly", 0},
                                                                                {"monthly", 0},
                                                                                {"quarterly", 0},
                                                                                {"weekly", 0},
                                                                                {"sharp", 0},
                                                                                {"real", 0},
                                                                                {"overall", 0},
                                                                                {"pay", 0},
                                                                                {"price", 0},
                                                                                {"wage", 0},
                                                                                {"rate", 0},
                                                                                {"tax", 0},
                                                                                {"year-on-year", 0},
                                                                                {"steep", 0},
                                                                                {"further", 0},
                                                                                {"salary", 0},
                                                                                {"interest", 0},
                                                                                {"market", 0}}));
struct noun_of_change
    : p::seq<
          joint,
          p::opt<p::sor<any<"year-on-year", "year-over-year", "month-on-month", "quarter-on-quarter">, listed<change_adjectives>>,
                 gap>,
          change_noun, word_end> {};

}  // namespace factcheck::grammar
