// Dates and periods of news English: calendar dates, quarters, fiscal years, decades, relative words. What they mean is decided
// later, against the text's date; here the words are taken apart.
//
// Accepts less than the eye: "second" is never a quarter by itself, a bare "March" opening a sentence is left to the reader.
#pragma once

#include "grammar/calendar.hpp"
#include "grammar/composed.hpp"
#include "grammar/relative.hpp"

namespace factcheck::grammar {

// Joints of a range of dates.
struct opens_dates : p::seq<any<"from", "between">, gap> {};
struct dates_joint
    : p::sor<p::seq<gap, any<"to", "through", "thru", "until", "till", "and", "up to">, gap, p::opt<any<"the">, gap>>,
             p::seq<maybe_gap, p::one<'-', '~'>, maybe_gap>, p::seq<maybe_gap, p::string<'\xE2', '\x80', '\x94'>, maybe_gap>> {};
struct days_joint : p::sor<p::seq<maybe_gap, hyphen, maybe_gap>,
                           p::seq<gap, any<"to", "through", "thru", "until", "till", "and">, gap, p::opt<the>>> {};
struct some_day : p::sor<day, p::seq<day_in_words, word_end>> {};
struct day_to_day_month : p::seq<fresh, p::opt<any<"from", "between">, gap>, p::opt<the>, some_day, days_joint> {};
struct days_by_ending : p::seq<p::opt<the>, day_ordinal, days_joint> {};
// "(May 4) to 6", "(April ninth) through the 17th".
struct day_behind : p::seq<days_joint, some_day, p::not_at<gap, month_name>> {};

// A point of the calendar as it may stand at either end of a range.
// What stands first, four figures, fewer, a month or a weekday, says which habits are worth trying.
struct from_year_figure : p::sor<iso_date, iso_slashed, iso_basic, iso_year_month, quarter_by_code, year_month, half_by_code,
                                 slashed_month, iso_week> {};
struct from_day_figure : p::sor<figure_date, quarter_by_code, day_month, half_by_code, slashed_month> {};
struct from_month : p::sor<month_day, month_year> {};
struct from_weekday : p::sor<day_month, month_day, weekday_day> {};
struct from_other_word : p::sor<quarter_by_code, day_month, half_by_code> {};
struct from_calendar_word : p::if_then_else<p::at<listed<months>>, from_month,
                                            p::if_then_else<p::at<listed<weekdays>>, from_weekday, from_other_word>> {};
struct calendar : p::if_then_else<p::at<p::digit>, p::if_then_else<p::at<p::rep<4, p::digit>>, from_year_figure, from_day_figure>,
                                  from_calendar_word> {};
struct year_alone : p::seq<fresh,
                           p::opt<p::sor<p::seq<any<"calendar year", "the year of", "the year", "year of", "year">, gap>,
                                         p::seq<any<"cy">, maybe_gap>, initials<"cy">>>,
                           any_year> {};

struct part_word : any<"the beginning of", "the start of", "the middle of", "the end of", "the close of", "the early part of",
                       "the latter part of", "the latter half of", "the first half of", "the second half of", "first half of",
                       "second half of", "the late part of", "beginning of", "start of", "middle of", "end of", "close of",
                       "the first part of", "the second part of", "the opening of", "the early", "the mid", "the late",
                       "early in", "late in", "later in", "earlier in", "early on", "late on", "early", "mid", "late"> {};
struct part_end : p::seq<any<"end">, p::at<hyphen>> {};
struct part_of : p::seq<p::sor<part_word, part_end>, joint> {};
// "Year-end 2012", "the end of year", "EOY".
struct end_of_unit : any<"mid-year", "midyear", "year-end", "year end", "year's end", "end of year", "end of the year", "eoy",
                         "month-end", "month end", "end of month", "eom"> {};
struct unit_end : p::seq<fresh, p::opt<the>, end_of_unit, word_end, p::opt<p::sor<year_part, of_last_year>>> {};

// Feasts and seasons of a year: "Easter 2016", "Christmas last year", "the summer of 1987".
struct holiday_date : p::seq<fresh, holiday_part, p::opt<p::sor<year_part, of_last_year>>> {};
struct season_of_year : p::sor<p::seq<gap, p::opt<any<"of">, gap>, any_year>, of_last_year> {};
struct season_date : p::seq<fresh, p::opt<the>, p::opt<any<"mid">, joint>, season_name, season_of_year> {};
// "early spring", "mid-summer", "late-90s": behind a word for a part.
struct season_behind : p::seq<fresh, p::opt<the>, season_name, word_end, p::not_at<p::sor<hyphen, p::one<'\''>>>> {};
struct decade_behind : p::seq<fresh, short_decade_figure, p::opt<p::one<'\''>>, p::one<'s'>, p::not_at<word_byte>> {};
// Without a year only where no noun follows: not "winter wheat".
struct season_alone : p::seq<fresh, p::opt<the>, p::sor<any<"summer", "winter", "autumn">, p::seq<any<"spring">>>, word_end,
                             p::not_at<p::sor<hyphen, p::one<'\''>, p::seq<gap, p::not_at<function_word>, p::alpha>>>> {};

}  // namespace factcheck::grammar
