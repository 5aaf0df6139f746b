// An amount: a number with what stands directly around it, money and units included: "$5.44 billion", "-3.5 °C", "6 mln barrels a
// day". Units and currencies are looked up; the action decides whether a mark is a scale or a unit ("$5m", "5m tall").
#pragma once

#include "grammar/number.hpp"

namespace factcheck::grammar {

struct currency : looked_up<currency> {};    // "$", "US$", "EUR"
struct unit_name : looked_up<unit_name> {};  // "percent", "km", "dollars"
struct per_name : looked_up<per_name> {};    // what a rate is per: "day", "barrel", "100,000 people"

struct sign : minus {};
struct currency_part : p::seq<currency, maybe_gap> {};
struct scale_of_words : scale_after {};
struct scale_of_figure : p::sor<scale_after, hundred_after> {};
struct mark_of_figure : p::seq<p::opt<p::sor<gap, hyphen>>, scale_mark> {};
// "five mln tonnes": wire services mark scales behind words too.
struct mark_of_words : p::seq<gap, p::at<any<"mln", "bln", "mn", "bn">>, scale_mark> {};
// "3 million and a quarter", "2 and a half": the part is of the whole's scale.
struct scaled_figure : p::seq<figure, p::opt<p::sor<p::seq<scale_of_figure, p::opt<and_fraction>>, mark_of_figure,
                                                    p::seq<and_fraction, p::opt<scale_of_words>>>>> {};
struct any_words
    : p::sor<p::seq<part_of_scale, scale_after_part>, p::seq<number_in_words, p::opt<p::sor<scale_of_words, mark_of_words>>>> {};
struct scaled_words : p::if_then_else<word_ends_plainly, plain_cardinal, any_words> {};

struct unit_part : p::seq<p::opt<joint>, unit_name> {};
struct per_part
    : p::seq<p::sor<p::seq<maybe_gap, p::one<'/'>>, p::seq<gap, any<"per", "a", "an", "each", "every">, gap>>, per_name> {};
// "$6.78 billion a year earlier": the year is no part of the rate.
struct step_back : p::seq<gap, any<"ago", "earlier", "before", "later", "on", "after", "from now">> {};
struct dollars_of_us
    : p::seq<gap, any<"us", "u.s.">, p::at<p::sor<p::eof, p::one<',', '.', ';', ')'>, p::seq<gap, any<"per", "a", "an">>>>> {};

// "75 USD million": the scale behind a code.
struct scale_behind_code : p::seq<gap, scale_word> {};
// Brackets around a loss in a table: "(5.2) percent", "$(1,234)". A currency before or a scale or unit behind tells them from an
// aside.
struct bracketed
    : p::seq<p::one<'('>, p::opt<currency_part>, figure, p::one<')'>, p::opt<p::sor<scale_after, p::seq<joint, scale_mark>>>> {};
struct amount
    : p::seq<p::opt<sign>, p::opt<currency_part>, p::sor<bracketed, p::seq<p::opt<sign>, p::sor<scaled_figure, scaled_words>>>,
             p::opt<dollars_of_us>, p::opt<unit_part, p::opt<scale_behind_code>>, p::opt<per_part>> {};

// What joins the parts of one length, weight or sum: "5 feet 2 inches", "10 dollars and 25 cents", "6-foot-2", "5'11".
struct compound_joint : p::sor<p::seq<p::opt<p::one<','>>, gap, p::opt<any<"and">, gap>>, hyphen> {};

}  // namespace factcheck::grammar
