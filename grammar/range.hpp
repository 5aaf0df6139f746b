// What joins two amounts to a range: "between a and b", "from a to b", "a-b", "a to b". The amounts are read on their own.
#pragma once

#include "grammar/text.hpp"

namespace factcheck::grammar {

struct opens_between : p::seq<any<"anywhere between", "somewhere between", "in between", "between">, gap> {};
struct opens_from : p::seq<any<"anywhere from", "ranging from", "from">, gap> {};
struct range_hyphen : p::seq<maybe_gap, p::one<'-'>, maybe_gap> {};
struct range_tilde : p::seq<maybe_gap, p::sor<p::one<'~'>, p::string<'\xE2', '\x80', '\x94'>>, maybe_gap> {};
struct range_to : p::seq<gap, any<"up to", "to", "through">, p::sor<p::one<'-'>, gap>> {};
struct range_hyphen_to : p::seq<p::string<'-', 't', 'o', '-'>> {};
struct range_or : p::seq<gap, any<"or">, gap> {};  // "two or three"
struct range_joint : p::sor<range_hyphen_to, range_hyphen, range_tilde, range_to, range_or> {};
struct between_joint : p::sor<p::seq<gap, any<"and">, gap>, range_hyphen, range_to> {};
struct from_joint : p::sor<range_to, range_hyphen> {};
struct plus_minus : p::seq<maybe_gap,
                           p::sor<p::string<'\xC2', '\xB1'>, p::string<'+', '/', '-'>, p::string<'+', '-'>,
                                  p::seq<any<"plus or minus", "give or take">, gap>>,
                           maybe_gap> {};

// Between two bounds of one value: "more than 5 and less than 10", "> 5 < 10".
struct bound_filler : any<"also", "is", "are", "it is", "at the same time", "certainly", "still"> {};
struct bound_joint : p::sor<p::seq<p::opt<p::one<','>>, gap, any<"and", "but", "yet">, gap, p::opt<bound_filler, gap>>,
                            p::seq<maybe_gap, p::at<p::sor<p::one<'<', '>'>, p::string<'\xE2', '\x89'>>>>> {};

}  // namespace factcheck::grammar
