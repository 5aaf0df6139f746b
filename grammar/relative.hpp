// What is counted from the day of the text, from what was named, or from the period of a claim.
#pragma once

#include "grammar/calendar.hpp"
#include "grammar/holiday.hpp"

namespace factcheck::grammar {

// Relative words.
struct time_unit : listed<time_units> {};
struct one_time_unit : any<"day", "week", "month", "quarter", "half", "year", "decade", "century"> {};
struct plural_time_unit : listed<plural_time_units> {};
struct weekend_word : any<"weekend"> {};
struct season_name : listed<seasons> {};
struct day_word : any<"the day before yesterday", "the day after tomorrow", "day before yesterday", "day after tomorrow", "today",
                      "tonight", "yesterday", "tomorrow"> {};
struct relative_day : p::seq<fresh, day_word> {};
// "Now" and "the current date" as an end of a range.
struct present_day : p::seq<fresh, p::opt<the>, any<"current date", "present day", "present", "now", "date">, word_end> {};
struct step_from_document : p::seq<listed<from_document>> {};
struct step_from_named : p::seq<listed<from_named>> {};
// "this past week": the second word counts.
struct this_very : p::seq<any<"this">, gap, p::at<any<"past", "coming", "upcoming", "current">>> {};
struct same_or_next : any<"same", "next", "very next"> {};
struct to_date : any<"year to date", "year-to-date", "ytd", "month to date", "month-to-date", "mtd", "quarter to date",
                     "quarter-to-date", "qtd", "week to date", "week-to-date"> {};
struct unit_to_date : p::seq<fresh, p::opt<the>, to_date, word_end> {};
struct so_far : any<"so far this year", "this year to date", "this year so far", "so far in the current year"> {};
struct year_to_date : p::seq<fresh, so_far> {};
struct holiday_part : holiday_name {};
// "Last year's fall in prices" is no season.
struct season_not_fall : p::seq<p::not_at<any<"fall in", "fall of", "fall from", "fall to">>, season_name> {};
struct stepped_noun : p::sor<one_time_unit, weekend_word, season_not_fall, holiday_part> {};
struct weekday_behind_week : p::seq<gap, p::opt<any<"on">, gap>, weekday_name, word_end> {};
struct calendar_gap : p::opt<any<"calendar">, gap> {};
struct next_day : p::seq<fresh, the, any<"next", "very next">, gap, p::at<any<"day", "morning">>, any<"day">> {};
struct relative_unit : p::seq<fresh, p::opt<any<"earlier", "later">, gap>, p::opt<the>, p::opt<this_very>,
                              p::sor<p::seq<step_from_document, gap, any<"year's">, gap, p::sor<holiday_part, season_not_fall>>,
                                     p::seq<step_from_document, gap, calendar_gap, stepped_noun>,
                                     p::seq<step_from_named, gap, calendar_gap, stepped_noun>>,
                              p::not_at<p::one<'-'>>, p::opt<weekday_behind_week>> {};
// "that year", "that same day": of what was named. "The year", "the month": of what was named too, or the present one.
struct that_unit
    : p::seq<fresh, any<"that">, gap, p::opt<any<"same", "very">, gap>, p::sor<one_time_unit, weekend_word, season_name>,
             p::not_at<p::sor<hyphen, p::seq<gap, any<"of", "in", "earlier", "later">>>>> {};
struct unit_goes_on : p::sor<hyphen, p::one<'/'>,
                             p::seq<gap, p::sor<any<"before", "after", "earlier", "later", "ago", "of", "ended", "ending", "old",
                                                    "to date", "when", "that", "since", "until", "from">,
                                                p::digit>>> {};
struct the_day : p::seq<fresh, the, any<"day">, word_end> {};
struct definite_noun : p::sor<any<"week", "month", "quarter", "year", "decade", "century">, weekend_word, any<"fortnight">> {};
struct definite_unit : p::seq<fresh, the, definite_noun, word_end, p::not_at<unit_goes_on>> {};
// "The week after next", "the night before last".
struct after_next : p::seq<fresh, the, one_time_unit, gap, p::sor<any<"after next", "before last">>> {};
struct unit_before
    : p::seq<fresh, the, time_unit, gap, any<"before", "earlier", "after", "later">, p::not_at<gap, p::sor<the, p::digit, a>>> {};
struct count_of_units : p::sor<p::seq<any<"a", "an">>, plain_figure, below_thousand> {};
struct vague_count : any<"several", "a few", "few", "many", "some", "a couple of", "couple of", "couple", "a number of"> {};
struct business : any<"business", "working", "trading"> {};
struct run_step : p::sor<listed<from_document>, listed<from_named>> {};
struct run_count : p::sor<vague_count, count_of_units> {};
// "the last three months", "next two years", "the 5 past years": a run of whole units; with an article it is told by its length.
struct run_of_units : p::seq<fresh, p::opt<the>, p::opt<this_very>, run_step, gap, run_count, joint, p::opt<business, gap>,
                             plural_time_unit, word_end> {};
struct run_inverted
    : p::seq<fresh, p::opt<the>, count_of_units, joint, run_step, gap, p::opt<business, gap>, plural_time_unit, word_end> {};
// "the past year": the stretch, not the year before this one.
struct past_stretch
    : p::seq<fresh, the, any<"past", "coming">, gap, p::at<one_time_unit>, one_time_unit, word_end, p::not_at<hyphen>> {};
struct ago : any<"ago"> {};
struct earlier : any<"earlier", "before", "previously", "beforehand", "prior"> {};
struct later : any<"later", "afterwards", "after that"> {};
struct from_now : any<"from now", "from today", "hence"> {};
// "two years and three months", "1 year, 1 month and 21 days": what is added to the first length.
struct further_count : p::sor<plain_figure, below_hundred> {};
struct further_unit : listed<length_units> {};
struct further_length : p::seq<p::opt<p::one<','>>, gap, p::opt<any<"and">, gap>, further_count, joint, further_unit, word_end> {
};
struct further_lengths : p::seq<further_length, p::opt<further_length>> {};
// "a year and a half ago", "2 and a half years ago".
struct half_more : any<"and a half"> {};
// "A month before she left": what follows is a clause, and the length leads to no day.
struct clause_head : any<"i", "he", "she", "it", "they", "we", "you", "his", "her", "its", "their", "our", "this", "that",
                         "these", "being", "any"> {};
struct counted_steps
    : p::seq<fresh, count_of_units, p::opt<gap, half_more>, joint, time_unit,
             p::opt<p::sor<further_lengths, p::seq<gap, half_more>>>, gap,
             p::sor<ago, p::seq<earlier, p::not_at<gap, p::sor<the, p::digit, a, p::seq<clause_head, word_end>>>>, later,
                    from_now>> {};
// Behind "and", where what stands before is told for itself.
struct lone_steps : p::seq<fresh, count_of_units, joint, time_unit, gap,
                           p::sor<ago, p::seq<earlier, p::not_at<gap, p::sor<the, p::digit, a, p::seq<clause_head, word_end>>>>,
                                  later, from_now>> {};
struct vague_steps : p::seq<fresh, p::opt<p::sor<vague_count>, gap>, plural_time_unit, gap,
                            p::sor<ago, p::seq<earlier, p::not_at<gap, p::sor<the, p::digit, a, capital>>>, later>> {};
// "Monday two weeks from now", "Saturday three days ago".
struct weekday_steps : p::seq<fresh, weekday_name, comma_gap, count_of_units, joint, time_unit, gap, p::sor<ago, from_now>> {};
// "in two weeks": a day to come, where the sentence looks ahead.
struct in_steps : p::seq<fresh, any<"in">, gap, p::opt<any<"about", "just", "less than", "under", "another">, gap>,
                         count_of_units, joint, time_unit, p::opt<further_lengths>, word_end, p::opt<any<"'s time", "time">>,
                         p::not_at<gap, any<"from", "since", "after", "before", "following", "of", "to">>> {};

struct same_period_noun : any<"period", "months", "month", "quarter", "week", "time", "half", "stretch"> {};
struct same_year
    : p::sor<any<"last year", "the previous year", "the year before", "the prior year", "a year earlier", "a year ago",
                 "a year before", "the preceding year", "the year earlier", "previous year", "one year earlier">,
             p::seq<p::opt<any<"in", "of">, gap>, year>> {};
struct same_period : p::seq<fresh, p::opt<the>, any<"same", "corresponding", "comparable", "equivalent">, gap,
                            p::opt<p::sor<p::seq<p::rep_min_max<1, 2, p::digit>>, below_hundred>, joint>, same_period_noun, gap,
                            p::opt<any<"of", "in", "from">, gap>, same_year> {};
struct year_ago_period : p::seq<fresh, p::opt<the>, any<"year-ago", "year-earlier", "year ago", "prior-year", "previous-year">,
                                gap, same_period_noun> {};

}  // namespace factcheck::grammar
