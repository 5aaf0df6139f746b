// Words that say how a value is meant: about, over, at least ... before it, and "or more", "-odd" behind it.
#pragma once

#include "grammar/text.hpp"

namespace factcheck::grammar {

struct hedge_about : any<"approximately", "about", "around", "roughly", "some", "approx.", "approx", "circa", "or so",
                         "something like", "somewhere around", "somewhere near", "in the region of", "in the neighbourhood of",
                         "in the neighborhood of", "on the order of", "in the order of", "an estimated", "estimated at",
                         "estimated to be", "estimated", "nearly about", "more or less", "ca.", "aproximately"> {};
struct hedge_sign_about : p::sor<p::one<'~'>, p::string<'\xE2', '\x89', '\x88'>> {};
struct hedge_over : any<"more than", "over", "above", "exceeding", "exceeds", "exceeded", "exceed", "topping", "topped", "tops",
                        "upwards of", "upward of", "in excess of", "greater than", "higher than", "larger than", "bigger than",
                        "longer than", "older than", "well over", "well above", "far more than", "much more than", "far above",
                        "surpassing", "surpassed", "beyond", "better than", "north of"> {};
struct hedge_under
    : any<"less than", "fewer than", "under", "below", "lower than", "smaller than", "shorter than", "younger than", "well under",
          "well below", "far less than", "far fewer than", "south of", "short of", "sub"> {};
struct hedge_at_least
    : any<"at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of",
          "at a minimum", "as many as at least", "equal to or more than", "equal to or greater than", "more than or equal to",
          "greater than or equal to", "higher or equal than"> {};
struct hedge_at_most : any<"at most", "no more than", "not more than", "no greater than", "a maximum of", "maximum of",
                           "equal to or less than", "less than or equal to", "lower or equal than"> {};
struct hedge_up_to : any<"up to", "as many as", "as much as", "as high as"> {};
struct hedge_nearly : any<"nearly", "almost", "approaching", "virtually", "practically", "just short of", "just shy of",
                          "all but", "verging on", "not quite"> {};
struct hedge_just_under : any<"just under", "slightly under", "slightly less than", "slightly below", "a little under",
                              "a little less than", "just below", "just less than", "slightly fewer than"> {};
struct hedge_close_to : any<"close to", "near to", "near"> {};
struct hedge_just_over : any<"just over", "slightly more than", "slightly over", "a little over", "slightly above",
                             "a little more than", "just above", "just more than", "little more than"> {};
struct hedge_only : any<"only", "just", "exactly", "precisely", "another", "a further", "a total of", "a mere", "a record",
                        "an average of", "a whopping", "a staggering", "equal to", "equals to", "equaling to"> {};

// Signs of mathematics: "> 10", "<= 5", "≥ 3".
struct sign_at_least
    : p::seq<p::sor<p::string<'>', '='>, p::string<'>', ' ', '='>, p::string<'\xE2', '\x89', '\xA5'>>, maybe_gap> {};
struct sign_at_most
    : p::seq<p::sor<p::string<'<', '='>, p::string<'<', ' ', '='>, p::string<'\xE2', '\x89', '\xA4'>>, maybe_gap> {};
struct sign_over : p::seq<p::one<'>'>, maybe_gap> {};
struct sign_under : p::seq<p::one<'<'>, p::not_at<p::one<'>'>>, maybe_gap> {};

// The order matters where one phrase begins another: "just under" before "just".
struct hedge_words : p::sor<hedge_just_over, hedge_just_under, hedge_at_least, hedge_at_most, hedge_up_to, hedge_over,
                            hedge_under, hedge_nearly, hedge_close_to, hedge_about, hedge_only> {};
struct hedge_signs : p::sor<sign_at_least, sign_at_most, sign_over, sign_under, p::seq<hedge_sign_about, maybe_gap>> {};
struct hedge : p::sor<p::seq<hedge_words, joint>, hedge_signs> {};
// "only about", "some 5 to 6": two are read, the last counts unless it says nothing.
struct hedges : p::rep_min_max<1, 3, hedge> {};

struct tail_at_least : p::sor<p::seq<gap, any<"or more", "or greater", "or over", "or higher", "or above", "and more", "and over",
                                              "and above", "or better", "or longer", "or older", "plus", "and up", "upwards">>,
                              p::seq<p::opt<hyphen>, any<"plus">>, p::seq<p::one<'+'>, p::not_at<word_byte>>> {};
struct tail_at_most : p::seq<gap, any<"or less", "or fewer", "or under", "or lower", "or below", "or younger", "at most">> {};
struct tail_about : p::sor<p::seq<gap, any<"or so", "or thereabouts", "odd", "-odd">>, p::seq<hyphen, any<"odd", "ish">>> {};
struct hedge_tail : p::sor<tail_at_least, tail_at_most, tail_about> {};

}  // namespace factcheck::grammar
