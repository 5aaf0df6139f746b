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
struct compares_multiple
    : p::seq<gap,
             any<"as many", "as much", "as high", "as large", "as big", "as likely", "as long", "as fast", "as often", "as great",
                 "as expensive", "as strong", "as heavy", "as wide", "more", "higher", "larger", "bigger", "greater", "faster",
                 "longer", "the size", "the number", "the amount", "the rate", "the level", "the total", "the value", "the price",
                 "the average", "the length", "the cost", "the figure", "that of", "its", "their", "what">> {};
struct times_factor : p::sor<plain_figure, below_thousand, a_hundred> {};
struct times : p::seq<times_factor, p::sor<p::seq<joint, any<"times">, p::at<compares_multiple>>, p::seq<joint, any<"fold">>,
                                           p::seq<any<"fold">>, p::seq<any<"x">, p::not_at<p::seq<maybe_gap, p::digit>>>>> {};
struct half_as : p::seq<any<"half">, p::at<gap, any<"as many", "as much", "as high", "as large", "as big", "as likely", "as long",
                                                    "the size", "the number", "the level", "the rate">>> {};

}  // namespace factcheck::grammar
