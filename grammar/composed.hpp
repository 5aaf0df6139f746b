// Times that hang on another time. What they hang on is read behind them, as a point of its own.
#pragma once

#include "grammar/relative.hpp"

namespace factcheck::grammar {

struct nth_figure : p::seq<p::rep_min_max<1, 3, p::digit>, ordinal_ending> {};
struct nth_in_words : p::sor<p::seq<tens_word, joint, listed<ordinals>>, listed<ordinals>> {};
struct nth_last : any<"last", "final", "closing"> {};
struct nth_opening : any<"opening"> {};
struct nth : p::sor<nth_figure, nth_last, nth_opening, nth_in_words> {};
struct nth_units : p::seq<count_of_units, joint, plural_time_unit> {};
struct nth_unit : p::seq<p::not_at<any<"half", "quarter", "century">>, time_unit> {};
struct nth_weekday : p::seq<weekday_name> {};
// "the first week of", "the last four months of", "the second Friday in".
struct nth_of : p::seq<fresh, p::opt<the>, nth, joint, p::sor<nth_units, nth_unit, weekend_word, p::seq<nth_weekday, word_end>>,
                       p::seq<gap, any<"of", "in">, gap>> {};
// "the 15th of" next month.
struct day_of : p::seq<fresh, p::opt<the>, p::sor<nth_figure, nth_in_words>, gap, any<"of">, gap> {};

// the "12th of", "23 in" before next month, behind another day.
struct day_of_step
    : p::seq<fresh, p::opt<the>, p::sor<p::seq<day_figure, p::opt<ordinal_ending>>, day_in_words>, gap, any<"of", "in">, gap> {};

struct before_point : any<"before", "prior to", "ahead of"> {};
struct after_point : any<"after", "following", "from", "since"> {};
struct offset_count : p::sor<p::seq<the, one_time_unit>, p::seq<count_of_units, joint, time_unit>> {};
// "two weeks before", "the day after".
struct offset_from : p::seq<fresh, offset_count, gap, p::sor<before_point, after_point>, gap> {};

struct week_number_figure : p::rep_min_max<1, 2, p::digit> {};
struct week_number : p::seq<fresh, p::opt<the>, any<"week">, gap, p::opt<any<"number", "no.">, gap>, week_number_figure,
                            p::not_at<goes_on>, p::opt<p::sor<year_part, of_last_year>>> {};
// "the week of", "the weekend of".
struct week_of : p::seq<fresh, p::opt<the>, p::sor<any<"week">, weekend_word>,
                        p::seq<gap, any<"of", "beginning", "starting", "commencing", "containing">, gap>> {};
// "the year to", "six months ended": told by their end.
struct ended
    : any<"to the end of", "to end", "to", "through", "ended on", "ended", "ending on", "ending", "that ended on", "that ended"> {
};
struct length_ended
    : p::seq<fresh, p::opt<the>, p::sor<p::seq<count_of_units, joint, plural_time_unit>, one_time_unit>, gap, ended, joint> {};
struct month_of : p::seq<any<"the month of", "month of">, gap> {};
struct rest_of_day : p::seq<fresh, p::opt<the>, any<"rest of", "remainder of">, gap, any<"the day", "today">, word_end> {};
struct rest_of
    : p::seq<fresh, p::opt<the>, any<"rest of", "remainder of", "remaining of", "balance of", "remaining part of">, gap> {};

}  // namespace factcheck::grammar
