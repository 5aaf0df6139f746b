// Words that say how a value is meant: about, over, at least ... before it, and "or more", "-odd" behind it.
//
// Comparators are put together from their parts, so that each degree goes with each: "just over", "a shade under", "well above",
// "no more than", "not much below".
#pragma once

#include "grammar/text.hpp"

namespace factcheck::grammar {

// Comparators.
struct compares_over
    : any<"more than", "over", "above", "exceeding", "exceeds", "exceeded", "exceed", "topping", "topped", "tops", "upwards of",
          "upward of", "in excess of", "greater than", "higher than", "larger than", "bigger than", "longer than", "older than",
          "surpassing", "surpassed", "surpasses", "surpass", "beyond", "better than", "north of", "heavier than", "taller than"> {
};
struct compares_under : any<"less than", "fewer than", "under", "below", "lower than", "smaller than", "shorter than",
                            "younger than", "south of", "short of", "shy of", "lighter than", "cheaper than"> {};
// How far from the value: a little, or much.
struct degree_small : any<"just", "only just", "slightly", "a little", "a bit", "a shade", "a touch", "a fraction", "a tad",
                          "a hair", "a whisker", "a whisper", "marginally", "fractionally", "barely", "little", "narrowly",
                          "a smidgen", "somewhat", "scarcely", "hardly"> {};
struct degree_large : any<"well", "far", "much", "way", "many", "considerably", "significantly", "substantially", "vastly",
                          "comfortably", "easily", "somewhere", "something", "anything", "anywhere", "still", "even"> {};
struct negation : any<"no", "not", "never", "nothing", "none", "not any", "not many", "not much"> {};

struct hedge_just_over : p::seq<degree_small, joint, compares_over> {};
struct hedge_just_under : p::seq<degree_small, joint, compares_under> {};
struct hedge_over : p::seq<p::opt<degree_large, joint>, compares_over> {};
struct hedge_under : p::sor<p::seq<p::opt<degree_large, joint>, compares_under>, any<"sub">> {};
struct hedge_not_over : p::seq<negation, gap, compares_over> {};
struct hedge_not_under : p::seq<negation, gap, compares_under> {};

struct hedge_about
    : any<"approximately", "about", "around", "roughly", "some", "approx.", "approx", "circa", "or so", "something like",
          "somewhere around", "somewhere near", "somewhere about", "somewhere in the region of", "in the region of",
          "in the neighbourhood of", "in the neighborhood of", "in the vicinity of", "in the ballpark of", "in the area of",
          "in the range of", "on the order of", "in the order of", "of the order of", "an estimated", "an approximate",
          "estimated at", "estimated to be", "estimated", "nearly about", "more or less", "ca.", "aproximately", "roundly",
          "perhaps", "maybe", "give or take", "broadly", "thereabouts", "to the tune of", "an expected", "a projected",
          "not far off", "not far from", "knocking on", "getting on for", "coming up to", "coming up on", "pushing",
          "bordering on", "hovering around", "hovering near", "hovering at"> {};
struct hedge_sign_about : p::sor<p::one<'~'>, p::string<'\xE2', '\x89', '\x88'>> {};
struct hedge_at_least
    : any<"at least", "at the least", "at the very least", "at a minimum", "a minimum of", "a minimum", "minimum of", "minimum",
          "at a minimum", "as many as at least", "equal to or more than", "equal to or greater than", "more than or equal to",
          "greater than or equal to", "higher than or equal to", "larger than or equal to", "bigger than or equal to",
          "greater or equal to", "greater or equal than", "higher or equal to", "higher or equal than", "equal or greater than",
          "equal or more than", "equal or higher than", "equal to or over", "equal to or above", "over or equal to",
          "above or equal to", "as few as", "as little as", "as low as", "a good"> {};
struct hedge_at_most : any<"at most", "at the most", "at the very most", "at a maximum", "a maximum of", "a maximum",
                           "maximum of", "maximum", "equal to or less than", "less than or equal to", "lower than or equal to",
                           "smaller than or equal to", "fewer than or equal to", "less or equal to", "less or equal than",
                           "lower or equal to", "lower or equal than", "equal or less than", "equal or lower than",
                           "equal or smaller than", "equal to or under", "equal to or below", "under or equal to",
                           "below or equal to", "capped at", "limited to", "not exceeding", "not to exceed", "no later than"> {};
struct hedge_up_to : any<"up to and including", "up to", "as many as", "as much as", "as high as", "as long as", "as large as",
                         "as big as", "anything up to", "anywhere up to"> {};
struct hedge_nearly : any<"nearly", "almost", "approaching", "virtually", "practically", "just short of", "just shy of",
                          "a little shy of", "all but", "verging on", "not quite", "nigh on", "close on", "well-nigh",
                          "not far short of", "little short of", "nearing"> {};
struct hedge_close_to : any<"close to", "near to", "near", "closer to", "nearer to", "nearer"> {};
// What says nothing of the value's bounds, and may stand before another hedge: "only about".
struct hedge_only : any<"only", "just", "exactly", "precisely", "another", "a further", "an additional", "an extra", "a reported",
                        "fully", "a total of", "a combined", "a mere", "a record", "an average of", "an average", "a median of",
                        "a whopping", "a staggering", "a massive", "a huge", "a hefty", "a modest", "a paltry", "a meagre",
                        "a meager", "a measly", "a net", "a cool", "an impressive", "an astonishing", "an astounding",
                        "a stunning", "a hefty", "equal to", "equals to", "equaling to", "all of", "literally"> {};

// Signs of mathematics: "> 10", "<= 5", "≥ 3".
struct sign_at_least
    : p::seq<p::sor<p::string<'>', '='>, p::string<'>', ' ', '='>, p::string<'\xE2', '\x89', '\xA5'>>, maybe_gap> {};
struct sign_at_most
    : p::seq<p::sor<p::string<'<', '='>, p::string<'<', ' ', '='>, p::string<'\xE2', '\x89', '\xA4'>>, maybe_gap> {};
struct sign_over : p::seq<p::one<'>'>, maybe_gap> {};
struct sign_under : p::seq<p::one<'<'>, p::not_at<p::one<'>'>>, maybe_gap> {};

// The order matters where one phrase begins another: "just under" before "just".
struct hedge_words : p::sor<hedge_at_least, hedge_at_most, hedge_not_over, hedge_not_under, hedge_nearly, hedge_just_over,
                            hedge_just_under, hedge_up_to, hedge_over, hedge_under, hedge_close_to, hedge_about, hedge_only> {};
struct hedge_signs : p::sor<sign_at_least, sign_at_most, sign_over, sign_under, p::seq<hedge_sign_about, maybe_gap>> {};
struct hedge : p::sor<p::seq<hedge_words, joint>, hedge_signs> {};
// "only about", "some 5 to 6": two are read, the last counts unless it says nothing.
struct hedges : p::rep_min_max<1, 3, hedge> {};

// "$40 plus $5 for delivery" is a sum.
struct plus_more
    : p::seq<gap, p::sor<p::digit, p::one<'$'>, p::range<'\x80', '\xFF'>, any<"a", "an", "the", "one", "two", "three">>> {};
struct tail_at_least
    : p::sor<p::seq<gap, any<"or more", "or greater", "or over", "or higher", "or above", "and more", "and over", "and above",
                             "or better", "or longer", "or older", "and older", "upwards", "and counting", "at least", "minimum",
                             "at a minimum", "at the least">>,
             p::seq<gap, any<"and up">, p::not_at<gap, any<"to">>>, p::seq<p::opt<joint>, any<"plus">, p::not_at<plus_more>>,
             p::seq<p::one<'+'>, p::not_at<word_byte>>> {};
struct tail_at_most
    : p::seq<gap, any<"or less", "or fewer", "or under", "or lower", "or below", "or younger", "and younger", "at most",
                      "at the most", "maximum", "tops", "max", "and under", "or smaller", "or shorter">> {};
struct tail_about
    : p::sor<
          p::seq<gap, any<"or so", "or thereabouts", "odd", "-odd", "give or take", "more or less", "approximately", "roughly">>,
          p::seq<hyphen, any<"odd", "ish", "something">>> {};
struct hedge_tail : p::sor<tail_at_least, tail_at_most, tail_about> {};

}  // namespace factcheck::grammar
