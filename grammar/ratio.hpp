// Ratios: "one in five", "nine out of ten", "two in every three". Fractions ("a third of") are numbers.
#pragma once

#include "grammar/number.hpp"

namespace factcheck::grammar {

struct ratio_part
    : p::sor<p::seq<p::rep_min_max<1, 3, p::digit>, p::not_at<p::sor<p::digit, p::seq<p::one<'.', ','>, p::digit>>>>,
             below_thousand> {};
struct ratio_one : p::one<'1'> {};
struct ratio_whole
    : p::sor<grouped, p::seq<p::rep_min_max<1, 9, p::digit>, p::not_at<p::sor<p::digit, p::seq<p::one<'.', ','>, p::digit>>>>,
             several_magnitudes, a_hundred, below_thousand> {};
// "a doctor-to-patient ratio of 1:600"; not the clock's 5:25.
struct colon_whole
    : p::sor<grouped,
             p::seq<p::rep_min_max<3, 9, p::digit>, p::not_at<p::sor<word_byte, p::seq<p::one<'.', ',', ':'>, p::digit>>>>> {};
struct colon_ratio : p::seq<ratio_one, p::one<':'>, colon_whole> {};
struct ratio_joint : p::seq<joint, any<"out of every", "out of", "in every", "in each", "in", "of every">, joint> {};
struct ratio : p::seq<ratio_part, ratio_joint, p::opt<any<"the", "a">, gap>, ratio_whole, word_end> {};

}  // namespace factcheck::grammar
