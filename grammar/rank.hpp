// Ranks and superlatives: "second-largest", "the three lowest", "top ten", "among the largest", "No. 1".
#pragma once

#include "grammar/number.hpp"

namespace factcheck::grammar {

// 1: from the top, -1: from the bottom.
inline constexpr auto superlatives = word_table(std::to_array<word_value>(
    {{"largest", 1},   {"biggest", 1},   {"highest", 1},    {"greatest", 1},  {"tallest", 1},   {"longest", 1},  {"fastest", 1},
     {"strongest", 1}, {"richest", 1},   {"wealthiest", 1}, {"busiest", 1},   {"steepest", 1},  {"sharpest", 1}, {"heaviest", 1},
     {"hottest", 1},   {"deepest", 1},   {"widest", 1},     {"oldest", 1},    {"deadliest", 1}, {"best", 1},     {"warmest", 1},
     {"quickest", 1},  {"costliest", 1}, {"wettest", 1},    {"smallest", -1}, {"lowest", -1},   {"fewest", -1},  {"least", -1},
     {"weakest", -1},  {"slowest", -1},  {"poorest", -1},   {"shortest", -1}, {"cheapest", -1}, {"worst", -1},   {"youngest", -1},
     {"coldest", -1},  {"coolest", -1},  {"lightest", -1},  {"driest", -1}}));

struct superlative : listed<superlatives> {};
struct ordinal_figure : p::seq<p::rep_min_max<1, 3, p::digit>, any<"st", "nd", "rd", "th">> {};
struct ordinal_word : p::sor<p::seq<tens_word, joint, listed<ordinals>>, listed<ordinals>> {};
struct place : p::sor<ordinal_figure, ordinal_word> {};
struct ranked_superlative : p::seq<p::opt<place, joint>, superlative, word_end> {};
struct top_count
    : p::sor<p::seq<p::rep_min_max<1, 3, p::digit>, p::not_at<p::sor<p::digit, p::one<'.', ',', '%'>>>>, below_hundred> {};
struct top_of : p::seq<any<"top", "bottom">, joint, top_count, word_end> {};
struct several_superlative : p::seq<top_count, joint, superlative> {};  // "the three largest"
struct among_superlative : p::seq<any<"among the", "amongst the", "one of the">, gap,
                                  p::opt<any<"world's", "country's", "nation's", "region's">, gap>, p::sor<superlative, top_of>> {
};
struct number_one : p::seq<p::sor<any<"no. 1", "no.1", "number one", "number 1">>, p::not_at<p::sor<p::digit, p::one<'.'>>>> {};
struct number_place : p::seq<any<"number">, gap, unit_word, word_end> {};
struct ranked_place : p::seq<any<"ranked", "ranks", "ranking", "placed">, gap, p::opt<any<"in", "at", "as">, gap>, p::opt<the>,
                             p::sor<place, p::seq<any<"number", "no.">, gap, p::rep_min_max<1, 3, p::digit>>>, word_end> {};
struct top_noun : p::seq<any<"top">, p::at<gap, p::range<'a', 'z'>>> {};

struct rank : p::sor<among_superlative, several_superlative, ranked_superlative, top_of, number_one, number_place, ranked_place,
                     top_noun> {};

}  // namespace factcheck::grammar
