// Ranks and superlatives: "second-largest", "the three lowest", "top ten", "among the largest", "No. 1".
#pragma once

#include "grammar/number.hpp"

namespace factcheck::grammar {

// 1: from the top, -1: from the bottom.
inline constexpr auto superlatives = word_table(std::to_array<word_value>(
    {{"largest", 1},   {"biggest", 1},   {"highest", 1},   {"greatest", 1},   {"tallest", 1},    {"longest", 1},
     {"fastest", 1},   {"strongest", 1}, {"richest", 1},   {"wealthiest", 1}, {"busiest", 1},    {"steepest", 1},
     {"sharpest", 1},  {"heaviest", 1},  {"hottest", 1},   {"deepest", 1},    {"widest", 1},     {"oldest", 1},
     {"deadliest", 1}, {"best", 1},      {"warmest", 1},   {"quickest", 1},   {"costliest", 1},  {"wettest", 1},
     {"smallest", -1}, {"lowest", -1},   {"fewest", -1},   {"least", -1},     {"weakest", -1},   {"slowest", -1},
     {"poorest", -1},  {"shortest", -1}, {"cheapest", -1}, {"worst", -1},     {"youngest", -1},  {"coldest", -1},
     {"coolest", -1},  {"lightest", -1}, {"driest", -1},   {"furthest", 1},   {"farthest", 1},   {"fiercest", 1},
     {"bloodiest", 1}, {"priciest", 1},  {"dearest", 1},   {"broadest", 1},   {"narrowest", -1}, {"thinnest", -1},
     {"thickest", 1},  {"loudest", 1},   {"quietest", -1}, {"brightest", 1},  {"darkest", -1},   {"hardest", 1},
     {"easiest", -1},  {"toughest", 1},  {"bleakest", -1}, {"grimmest", -1},  {"mildest", -1},   {"safest", 1},
     {"greenest", 1},  {"cleanest", 1},  {"dirtiest", -1}, {"happiest", 1},   {"healthiest", 1}, {"rarest", -1},
     {"finest", 1},    {"mightiest", 1}, {"tightest", 1},  {"loosest", -1},   {"softest", -1},   {"rainiest", 1},
     {"sunniest", 1},  {"stormiest", 1}, {"windiest", 1},  {"steadiest", 1},  {"gravest", 1},    {"fullest", 1}}));
// Adjectives behind "most" and "least" known by their ends; and those without such an end.
inline constexpr auto graded_adjectives = word_list(std::to_array<std::string_view>(
    {"popular", "common",   "likely",   "traded",     "populous", "severe",   "corrupt", "wanted",
     "complex", "intense",  "unequal",  "extreme",    "diverse",  "polluted", "visited", "watched",
     "crowded", "indebted", "affected", "vaccinated", "senior",   "modern"}));
struct adjective_end
    : p::seq<
          p::sor<p::istring<'i', 'v', 'e'>, p::istring<'o', 'u', 's'>, p::istring<'f', 'u', 'l'>, p::istring<'a', 'b', 'l', 'e'>,
                 p::istring<'i', 'b', 'l', 'e'>, p::istring<'e', 'n', 't'>, p::istring<'a', 'n', 't'>, p::istring<'i', 'c'>>,
          word_end> {};
struct graded_adjective
    : p::seq<p::not_at<any<"recent">>, p::sor<listed<graded_adjectives>,
                                              p::seq<p::rep_min_max<2, 14, p::not_at<adjective_end>, p::alpha>, adjective_end>>> {
};
// "most expensive", "least corrupt".
struct most_graded : p::seq<any<"most">, gap, graded_adjective> {};
struct least_graded : p::seq<any<"least">, gap, graded_adjective> {};

struct superlative : listed<superlatives> {};
struct ordinal_figure : p::seq<p::rep_min_max<1, 3, p::digit>, any<"st", "nd", "rd", "th">> {};
struct ordinal_word : p::sor<p::seq<tens_word, joint, listed<ordinals>>, listed<ordinals>> {};
struct place : p::sor<ordinal_figure, ordinal_word> {};
struct ranked_superlative : p::seq<p::opt<place, joint>, p::sor<most_graded, least_graded, superlative>, word_end> {};
struct top_count
    : p::sor<p::seq<p::rep_min_max<1, 3, p::digit>, p::not_at<p::sor<p::digit, p::one<'.', ',', '%'>>>>, below_hundred> {};
struct top_of : p::seq<any<"top", "bottom">, joint, top_count, word_end> {};
struct several_superlative : p::seq<top_count, joint, superlative> {};  // "the three largest"
struct among_superlative
    : p::sor<p::seq<any<"among the", "amongst the">, gap, p::opt<any<"world's", "country's", "nation's", "region's">, gap>,
                    p::sor<superlative, top_of>>,
             p::seq<any<"one of the">, gap, top_of>> {};
struct number_one : p::seq<p::sor<any<"no. 1", "no.1", "number one", "number 1">>, p::not_at<p::sor<p::digit, p::one<'.'>>>> {};
struct number_place : p::seq<any<"number">, gap, unit_word, word_end> {};
struct ranked_place : p::seq<any<"ranked", "ranks", "ranking", "placed">, gap, p::opt<any<"in", "at", "as">, gap>, p::opt<the>,
                             p::sor<place, p::seq<any<"number", "no.">, gap, p::rep_min_max<1, 3, p::digit>>>, word_end> {};
// "came second.", "finished third behind Spain"; "third after Japan", "second only to Japan".
struct behind_place : p::sor<p::at<p::one<'.', ',', ';', ')'>>, p::eof,
                             p::at<gap, any<"in", "to", "behind", "after", "with", "on", "at", "among", "overall", "and">>> {};
struct came_in_place : p::seq<any<"came in", "came", "comes", "coming", "come", "finished", "finishing", "finishes", "finish">,
                              gap, place, word_end, behind_place> {};
struct place_after : p::seq<place, word_end, p::at<gap, p::sor<any<"only to">, p::seq<any<"after", "behind">, gap, capital>>>> {};
struct top_noun : p::seq<any<"top">, p::at<gap, p::range<'a', 'z'>>> {};

struct rank : p::sor<among_superlative, several_superlative, ranked_superlative, top_of, number_one, number_place, ranked_place,
                     came_in_place, place_after, top_noun> {};

}  // namespace factcheck::grammar
