// Dates and periods of news English: calendar dates, quarters, fiscal years, decades, relative words. What they mean is decided
// later, against the text's date; here the words are taken apart.
//
// Accepts less than the eye: "second" is never a quarter by itself, a bare "March" opening a sentence is left to the reader.
#pragma once

#include "grammar/calendar.hpp"
#include "grammar/relative.hpp"

namespace factcheck::grammar {
// Joints of a range of dates.
struct opens_dates : p::seq<any<"from", "between">, gap> {};
struct dates_joint
    : p::sor<p::seq<gap, any<"to", "through", "until", "till", "and">, gap, p::opt<any<"the">, gap>>,
             p::seq<maybe_gap, p::one<'-', '~'>, maybe_gap>, p::seq<maybe_gap, p::string<'\xE2', '\x80', '\x94'>, maybe_gap>> {};
struct day_to_day_month : p::seq<fresh, p::opt<any<"from">, gap>, day,
                                 p::sor<p::seq<maybe_gap, hyphen, maybe_gap>, p::seq<gap, any<"to", "and">, gap>>, p::at<day>> {};

// A point of the calendar as it may stand at either end of a range.
struct calendar : p::sor<iso_date, iso_slashed, iso_basic, iso_year_month, figure_date, quarter_by_code, day_month, month_day,
                         weekday_day, month_year, year_month, half_by_code> {};
struct year_alone : p::seq<fresh, p::opt<any<"calendar year", "the year", "year">, gap>, any_year> {};

struct part_word : any<"the beginning of", "the start of", "the middle of", "the end of", "beginning of", "start of", "middle of",
                       "end of", "early in", "late in", "early", "mid", "late"> {};
struct part_of : p::seq<part_word, joint> {};

}  // namespace factcheck::grammar
