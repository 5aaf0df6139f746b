// Times of day: "8 p.m.", "10:30 GMT", "0800 GMT", "noon"; and the parts of a day: "Friday morning".
//
// Accepts less than the eye: "6:30" alone may be a score; it is a time behind "at", "by", "until" and the like, or beside a zone.
#pragma once

#include "grammar/relative.hpp"

namespace factcheck::grammar {

// Parts of a day, as the enumeration of the engine's model orders them.
inline constexpr auto day_parts = word_table(
    std::to_array<word_value>({{"morning", 1}, {"midday", 2}, {"afternoon", 3}, {"evening", 4}, {"night", 5}, {"lunchtime", 2}}));

struct clock_hour : p::sor<p::seq<p::one<'0', '1', '2'>, p::digit>, p::digit> {};
struct clock_minute : p::seq<p::range<'0', '5'>, p::digit> {};
struct clock_second : p::seq<p::range<'0', '5'>, p::digit> {};
struct before_noon : any<"a.m.", "am", "a.m"> {};
struct after_noon : any<"p.m.", "pm", "p.m"> {};
struct half_of_day : p::seq<maybe_gap, p::sor<before_noon, after_noon>, word_end> {};
struct zone_word : any<"gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "ist", "jst",
                       "et", "pt", "local time", "eastern time", "pacific time", "eastern", "central time", "moscow time", "z"> {
};
struct zone : p::seq<gap, zone_word> {};
struct clock_tail : p::seq<p::one<':', '.'>, clock_minute, p::opt<p::one<':'>, clock_second>> {};
struct of_the_clock : p::seq<gap, any<"o'clock">> {};
// With a sign of its own that it is a time.
struct clock_marked
    : p::seq<clock_hour, p::sor<p::seq<p::opt<clock_tail>, half_of_day, p::opt<zone>>,
                                p::seq<of_the_clock, p::opt<gap, any<"in the">, gap, any<"morning", "afternoon", "evening">>>,
                                p::seq<p::one<':'>, clock_minute, p::opt<p::one<':'>, clock_second>,
                                       p::not_at<p::sor<word_byte, p::one<':'>>>, zone>>> {};
// Only where a time is due.
struct clock_bare : p::seq<clock_hour, p::one<':'>, clock_minute, p::opt<p::one<':'>, clock_second>,
                           p::not_at<p::sor<word_byte, p::one<':', '-', '%'>, p::seq<p::one<'.', ','>, p::digit>>>> {};
struct clock_of_four : p::seq<p::one<'0', '1', '2'>, p::digit, clock_minute, gap,
                              any<"gmt", "utc", "est", "edt", "cst", "pst", "bst", "cet", "hrs", "hours", "local time">> {};
struct clock_words : any<"noon", "midday", "midnight"> {};
struct clock_iso : p::seq<p::one<'T', 't', ' '>, clock_hour, p::one<':'>, clock_minute, p::opt<p::one<':'>, clock_second>,
                          p::opt<p::one<'.'>, p::rep_min_max<1, 6, p::digit>>, p::opt<p::one<'Z', 'z'>>, word_end> {};

struct day_part_word : listed<day_parts> {};
struct day_part_behind : p::seq<p::sor<gap, hyphen>, day_part_word, word_end> {};
struct clock_behind
    : p::seq<p::opt<p::one<','>>, gap, p::opt<any<"at", "around", "about", "by", "before", "after", "just after">, gap>,
             p::sor<clock_words, clock_of_four, clock_marked, clock_bare>> {};
struct clock_here : p::sor<clock_of_four, clock_marked> {};
// "8 p.m. on Friday": the day behind it.
struct day_of_clock : p::seq<p::opt<p::one<','>>, gap, p::opt<any<"on", "of">, gap>> {};
// "This morning", "last night", "yesterday evening" is read as a day with its part.
struct this_part : p::seq<fresh, p::opt<any<"early", "late", "earlier", "later">, gap>,
                          any<"this", "last", "that", "the same", "the next", "the following", "the previous">, gap,
                          day_part_word, word_end, p::not_at<hyphen>> {};

// "in the morning", "during the night": a part of the day last named.
struct part_alone : p::seq<fresh, any<"the">, gap, p::opt<any<"early", "late">, gap>, any<"morning", "afternoon", "evening">,
                           word_end, p::not_at<p::sor<hyphen, p::one<'\''>, p::seq<gap, p::not_at<function_word>, p::alpha>>>> {};
// "the night of", "the evening of": the day is behind it.
struct part_of_day_named
    : p::seq<p::opt<any<"the">, gap>, p::opt<any<"early", "late">, gap>, day_part_word, gap, any<"of">, gap> {};

}  // namespace factcheck::grammar
