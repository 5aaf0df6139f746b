// What is counted from the day of the text, from what was named, or from the period of a claim.
#pragma once

#include "grammar/calendar.hpp"

namespace factcheck::grammar {

// Relative words.
struct time_unit : listed<time_units> {};
struct one_time_unit : any<"day", "week", "month", "quarter", "half", "year", "decade", "century"> {};
struct plural_time_unit : listed<plural_time_units> {};
struct day_word : any<"the day before yesterday", "the day after tomorrow", "today", "tonight", "yesterday", "tomorrow"> {};
struct relative_day : p::seq<fresh, day_word> {};
struct step_from_document : p::seq<listed<from_document>> {};
struct step_from_named : p::seq<listed<from_named>> {};
struct so_far : any<"so far this year", "this year to date", "this year so far", "year-to-date", "year to date",
                    "so far in the current year"> {};
struct year_to_date : p::seq<fresh, so_far> {};
struct relative_unit : p::seq<fresh, p::opt<any<"earlier", "later">, gap>,
                              p::sor<p::seq<step_from_document, gap, p::opt<any<"calendar">, gap>, one_time_unit>,
                                     p::seq<the, step_from_document, gap, one_time_unit>,
                                     p::seq<p::opt<the>, step_from_named, gap, p::opt<any<"calendar">, gap>, one_time_unit>>,
                              p::not_at<p::one<'-'>>> {};
struct unit_before
    : p::seq<fresh, the, time_unit, gap, any<"before", "earlier", "after", "later">, p::not_at<gap, p::sor<the, p::digit, a>>> {};
struct count_of_units : p::sor<p::seq<any<"a", "an">>, plain_figure, below_hundred> {};
struct ago : any<"ago"> {};
struct earlier : any<"earlier", "before", "previously"> {};
struct later : any<"later", "afterwards", "after that"> {};
struct from_now : any<"from now", "from today", "hence"> {};
struct counted_steps : p::seq<fresh, count_of_units, joint, time_unit, gap,
                              p::sor<ago, p::seq<earlier, p::not_at<gap, p::sor<the, p::digit, a>>>, later, from_now>> {};
struct vague_steps
    : p::seq<fresh, p::opt<any<"several", "a few", "many", "some">, gap>, plural_time_unit, gap, p::sor<ago, earlier, later>> {};
struct recent_units
    : p::seq<fresh, p::opt<any<"in", "over the", "over", "during">, gap>, any<"recent", "coming">, gap, plural_time_unit> {};

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
