// Vague counts and quantifiers: "dozens", "tens of thousands", "several", "most", "every"; and trends and comparisons.
#pragma once

#include "grammar/number.hpp"

namespace factcheck::grammar {

// The lower end of what a plural stands for is its value; the upper end follows from the word (extract/vague.cpp).
struct vague_tens_of : any<"tens of thousands", "tens of millions", "tens of billions", "hundreds of thousands",
                           "hundreds of millions", "hundreds of billions", "thousands of billions"> {};
struct vague_plural : any<"dozens", "scores of", "hundreds", "thousands", "millions", "billions", "trillions"> {};
struct vague_few : any<"a few hundred thousand", "a few hundred million", "several hundred thousand", "several hundred million",
                       "a few billion", "several billion", "a few hundred", "a few thousand", "several hundred",
                       "several thousand", "a few million", "several million", "a few dozen", "several dozen",
                       "a couple of hundred", "a couple hundred", "a couple of thousand", "a couple thousand",
                       "a couple of million", "a couple million", "a couple of dozen", "a couple dozen", "a couple of billion",
                       "a couple billion", "a handful of", "a few", "several", "a couple of", "a couple"> {};
struct vague : p::sor<vague_tens_of, vague_plural, vague_few> {};

struct quantifier : any<"not one of", "not all of", "neither of", "both of", "each of", "the only", "hardly any", "scarcely any",
                        "most of", "the majority of", "a majority of", "the vast majority of", "a minority of", "every one of",
                        "none of", "all of", "every"> {};
struct most_of_kind : p::seq<any<"most">, p::at<gap, p::range<'a', 'z'>>> {};

struct trend
    : any<"for the first time in", "for the first time ever", "for the first time on record", "unchanged", "little changed",
          "stagnated", "stagnating", "stagnant", "plateaued", "levelled off", "leveled off", "every year since",
          "each year since", "every month since", "every quarter since", "for the first time since", "in a row",
          "year after year", "straight year", "straight month", "straight quarter", "consecutive year", "consecutive month",
          "consecutive quarter", "consecutive years", "consecutive months", "consecutive quarters"> {};
// Of things that may be flats and stables: behind "was", "remained" and the like only.
inline constexpr auto no_change = word_list(std::to_array<std::string_view>({"flat", "steady", "stable", "constant"}));
inline constexpr auto before_no_change = word_list(std::to_array<std::string_view>(
    {"was",    "were",        "is",      "are",     "remained", "remains", "remain",     "stayed",    "stays",
     "stay",   "held",        "holding", "broadly", "roughly",  "largely", "almost",     "virtually", "mostly",
     "little", "essentially", "ended",   "closed",  "finished", "fairly",  "relatively", "been",      "be"}));
struct no_change_word : listed<no_change> {};
// "no deaths": none of what is counted.
struct no_of_things : p::seq<any<"no">, p::at<gap, p::range<'a', 'z'>>> {};

struct comparison : any<"more than any other", "less than any other", "overtook", "overtaken", "outpaced", "outnumbered"> {};

}  // namespace factcheck::grammar
