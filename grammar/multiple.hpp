// Multiples: "doubled", "threefold", "twice as many", "3 times as high", "halved". What is merely done three times is no
// multiple.
#pragma once

#include "grammar/number.hpp"

namespace factcheck::grammar {

// The factor; a reduction has the negative of its divisor.
inline constexpr auto multiple_words = word_table(std::to_array<word_value>(
    {{"double", 2},      {"doubled", 2},       {"doubles", 2},         {"doubling", 2},  {"triple", 3},    {"tripled", 3},
     {"triples", 3},     {"tripling", 3},      {"treble", 3},          {"trebled", 3},   {"trebling", 3},  {"quadruple", 4},
     {"quadrupled", 4},  {"quadrupling", 4},   {"quintupled", 5},      {"quintuple", 5}, {"sextupled", 6}, {"halved", -2},
     {"halve", -2},      {"halving", -2},      {"halves", -2},         {"twofold", 2},   {"threefold", 3}, {"fourfold", 4},
     {"fivefold", 5},    {"sixfold", 6},       {"sevenfold", 7},       {"eightfold", 8}, {"ninefold", 9},  {"tenfold", 10},
     {"twentyfold", 20}, {"hundredfold", 100}, {"thousandfold", 1000}, {"twice", 2},     {"thrice", 3}}));

// Adjectives as well as verbs: "double digits", "double-decker".
struct multiple_adjective : p::seq<any<"double", "triple", "treble", "quadruple">> {};
struct multiple_word : listed<multiple_words> {};
// "as strong", "stronger than", "the size of".
struct not_comparing : any<"other than", "rather than", "later than", "earlier than", "further than"> {};
struct comparative : p::seq<p::not_at<not_comparing>, p::rep_min_max<2, 14, p::alpha, p::not_at<p::istring<'e', 'r'>, word_end>>,
                            p::alpha, p::istring<'e', 'r'>, gap, any<"than">> {};
struct as_much : p::seq<any<"as">, gap, p::rep_min_max<3, 15, p::alpha>, word_end> {};
struct compares_multiple
    : p::seq<gap, p::sor<as_much, comparative,
                         any<"more", "higher", "larger", "bigger", "greater", "faster", "longer", "less", "lower", "the size",
                             "the number", "the amount", "the rate", "the level", "the total", "the value", "the price",
                             "the average", "the length", "the cost", "the figure", "the national", "the normal", "the usual",
                             "that of", "its", "their", "what", "oversubscribed">>> {};
struct times_factor : p::sor<plain_figure, below_thousand, a_hundred> {};
struct times : p::seq<times_factor, p::sor<p::seq<joint, any<"times">, p::at<compares_multiple>>, p::seq<joint, any<"fold">>,
                                           p::seq<any<"fold">>, p::seq<any<"x">, p::not_at<p::seq<maybe_gap, p::digit>>>>> {};
// "by a factor of three".
struct factor_of : p::seq<any<"a factor of", "factors of">, gap, times_factor, word_end> {};
struct half_as : p::seq<any<"half">, p::at<gap, p::sor<as_much, any<"the size", "the number", "the level", "the rate">>>> {};

}  // namespace factcheck::grammar
