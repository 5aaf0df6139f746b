// Times without a place on the calendar: "now", "recently", "soon"; "every year", "daily"; lengths without a number.
#pragma once

#include "grammar/clock.hpp"

namespace factcheck::grammar {

// Accepts less than the eye: "once", "then", "already" order things and are no times; "current" is an adjective.
struct present_reference : any<"now", "right now", "currently", "at present", "presently", "nowadays", "at the moment",
                               "at this time", "these days", "to date"> {};
struct past_reference : any<"recently", "lately", "previously", "the past", "recent years", "recent months", "recent weeks",
                            "recent days", "recent decades", "the recent past"> {};
struct future_reference : any<"soon", "the future", "the near future", "the foreseeable future", "near future",
                              "foreseeable future", "coming years", "coming months", "coming weeks", "coming days",
                              "the coming years", "the coming months", "the coming weeks", "the coming days"> {};
struct reference : p::seq<p::sor<past_reference, present_reference, future_reference>, word_end, p::not_at<hyphen>> {};

// "every year", "each Monday", "every two weeks"; "daily".
struct recurring_other : any<"other", "second"> {};
struct recurring_lead : any<"every", "each"> {};
struct recurring_many : p::seq<count_of_units, joint, plural_time_unit> {};
struct recurring_unit : any<"day", "week", "month", "quarter", "year", "decade", "century"> {};
struct recurring_days : p::seq<p::sor<weekday_name>, word_end, p::opt<gap, day_part_word>> {};
struct recurring_hours : p::seq<p::opt<count_of_units, joint>, any<"hours", "hour", "minutes", "minute", "seconds", "second">> {};
struct recurring_part : p::seq<day_part_word> {};
struct recurring_noun
    : p::sor<recurring_hours, recurring_many, recurring_unit, recurring_days, recurring_part, season_name, weekend_word> {};
// "twice a week", "six days a week": how often in each.
struct often : p::sor<any<"once", "twice">, p::seq<count_of_units, joint, any<"times", "days", "nights", "hours">>> {};
struct recurring_often : p::seq<often, gap, any<"a", "an", "per", "each", "every">, gap, recurring_unit, word_end> {};
// "Mondays", "on Sundays": each.
struct recurring_weekdays : p::sor<any<"mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays">> {};
struct recurring_adverb : any<"daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "annually"> {};
struct recurring
    : p::seq<fresh, p::sor<p::seq<recurring_lead, gap, p::opt<recurring_other, gap>, recurring_noun, word_end,
                                  p::not_at<p::sor<hyphen, p::seq<gap, any<"since">>>>>,
                           recurring_often, p::seq<p::sor<recurring_adverb, recurring_weekdays>, word_end, p::not_at<hyphen>>>> {
};

// Lengths without a number.
struct length_unit : any<"year", "month", "week", "day", "decade", "century", "fortnight", "hour", "minute", "quarter-century",
                         "quarter century", "half-century", "half century", "half-hour", "half hour", "half-year", "half year"> {
};
struct length_goes_on
    : p::sor<hyphen, p::seq<gap, any<"old", "ago", "earlier", "later", "from now", "hence", "and a half", "on">>> {};
struct a_length : p::seq<p::sor<any<"another", "a", "an">>, gap, p::opt<any<"full", "whole", "further">, gap>, length_unit,
                         word_end, p::not_at<length_goes_on>> {};
// "a month after the vote"
struct length_before_event
    : p::seq<gap, any<"after", "before">, gap, any<"the", "a", "an", "his", "her", "its", "their", "he", "she", "it", "they">> {};
struct a_half_more : p::seq<any<"a year and a half", "an hour and a half", "a month and a half", "a week and a half",
                                "a day and a half", "a decade and a half">,
                            word_end> {};
struct whole_length : p::seq<any<"all", "the whole", "the entire", "the full", "an entire", "a full", "a whole", "full">, joint,
                             any<"day", "week", "month", "quarter", "year", "decade", "century", "hour">, word_end> {};
struct half_length : p::seq<any<"half">, p::sor<p::seq<gap, any<"a", "an">, gap>, joint>,
                            any<"year", "day", "hour", "month", "century", "decade">, word_end> {};
struct vague_units : any<"years", "months", "weeks", "days", "decades", "centuries", "hours", "minutes", "quarters"> {};
struct several_units : p::seq<vague_count, gap, vague_units, word_end, p::not_at<p::sor<hyphen, p::seq<gap, any<"old">>>>> {};

}  // namespace factcheck::grammar
