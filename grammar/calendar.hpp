// Dates and periods by the fields of the calendar: days, months, quarters, fiscal years, decades.
#pragma once

#include "grammar/number.hpp"
#include "grammar/time_words.hpp"

namespace factcheck::grammar {

// A fresh start of the draft: what a failed alternative left is forgotten.
struct fresh : p::success {};

struct listed_month : listed<months> {};
struct month_name : p::seq<listed<months>, p::opt<p::one<'.'>, p::at<p::sor<gap, p::digit>>>> {};
struct weekday_name : p::seq<listed<weekdays>, p::opt<p::one<'.'>, p::at<gap>>> {};
struct ordinal_ending : any<"st", "nd", "rd", "th"> {};
struct goes_on
    : p::sor<word_byte, p::one<'%', ':', '/'>, p::seq<p::one<'.', ','>, p::digit>,
             p::seq<joint, p::sor<scale_word, any<"percent", "per cent", "pct", "mln", "bln", "bn", "mn", "degrees">>>> {};
struct day_figure : p::seq<p::sor<p::seq<p::one<'0', '1', '2', '3'>, p::digit>, p::digit>> {};
struct day : p::seq<day_figure, p::opt<maybe_gap, ordinal_ending>, p::not_at<goes_on>> {};
struct day_in_words : p::sor<p::seq<tens_word, joint, listed<ordinals>>, listed<ordinals>> {};
struct year_end : p::not_at<p::sor<word_byte, p::one<'%', ':'>, p::seq<p::one<'.', ',', '-', '/'>, p::digit>>> {};
struct year_figure : p::seq<p::one<'1', '2'>, p::rep<3, p::digit>> {};
struct year : p::seq<year_figure, year_end> {};
struct short_year_figure : p::rep<2, p::digit> {};
struct short_year : p::seq<p::one<'\''>, short_year_figure, p::not_at<word_byte>> {};
// "two thousand and fifteen", "nineteen eighty-four": only where a year is due.
struct year_thousand : p::seq<any<"two thousand">, p::opt<p::opt<gap, any<"and">>, joint, below_hundred>> {};
struct year_hundreds : p::seq<any<"nineteen", "twenty", "eighteen">, joint, p::not_at<listed<units_in_words>>, below_hundred> {};
struct year_words : p::seq<p::sor<year_thousand, year_hundreds>, word_end> {};
struct any_year : p::sor<year, short_year, year_words> {};
// "44 BC", "AD 79".
struct era_figure : p::rep_min_max<1, 4, p::digit> {};
struct before_christ : any<"bce", "bc", "b.c.e.", "b.c."> {};
struct after_christ : any<"ce", "ad", "a.d.", "c.e."> {};
struct era_year : p::seq<fresh, p::sor<p::seq<any<"ad", "a.d.">, gap, era_figure, word_end>,
                                       p::seq<era_figure, gap, p::sor<before_christ, after_christ>, word_end>>> {};

// Calendar dates.
struct iso_month : p::rep<2, p::digit> {};
struct iso_day : p::rep<2, p::digit> {};
struct iso_end : p::not_at<p::sor<word_byte, p::seq<p::one<'-', '/', '.'>, p::digit>>> {};
struct iso_date : p::seq<fresh, year_figure, p::one<'-'>, iso_month, p::one<'-'>, iso_day, p::not_at<p::digit>> {};
struct iso_month_figure : p::digit {};
struct iso_day_figure : p::digit {};
struct iso_slashed : p::seq<fresh, year_figure, p::one<'/'>, p::sor<iso_month, iso_month_figure, listed_month>, p::one<'/'>,
                            p::sor<iso_day, iso_day_figure>, p::not_at<p::digit>> {};
// "2016-5-12", "2016.5.12": with the month or the day in one figure.
struct iso_short
    : p::seq<fresh, year_figure,
             p::sor<p::seq<p::one<'-'>, p::sor<iso_month, iso_month_figure>, p::one<'-'>, p::sor<iso_day, iso_day_figure>>,
                    p::seq<p::one<'.'>, p::sor<iso_month, iso_month_figure>, p::one<'.'>, p::sor<iso_day, iso_day_figure>>>,
             iso_end> {};
struct iso_basic
    : p::seq<fresh, year_figure, iso_month, iso_day, p::not_at<p::sor<word_byte, p::seq<p::one<'.', ','>, p::digit>>>> {};
struct iso_year_month : p::seq<fresh, year_figure, p::one<'-'>, p::sor<iso_month, iso_month_figure>, iso_end> {};
struct first_part : p::sor<p::seq<p::one<'0', '1', '2', '3'>, p::digit>, p::digit> {};
struct second_part : p::sor<p::seq<p::one<'0', '1', '2', '3'>, p::digit>, p::digit> {};
struct two_digit_year : p::rep<2, p::digit> {};
struct figure_year : p::sor<p::seq<year_figure, p::not_at<p::sor<word_byte, p::seq<p::one<'.', '-', '/'>, p::digit>>>>,
                            p::seq<two_digit_year, p::not_at<p::sor<word_byte, p::seq<p::one<'.', '-', '/'>, p::digit>>>>> {};
struct figure_date : p::seq<fresh, first_part,
                            p::sor<p::seq<p::one<'/'>, second_part, p::one<'/'>, figure_year>,
                                   p::seq<p::one<'-'>, second_part, p::one<'-'>, figure_year>,
                                   p::seq<p::one<'.'>, second_part, p::one<'.'>, figure_year>>> {};

// "22/04": without a year only where a date is due.
struct short_figures : p::seq<first_part, p::one<'/'>, second_part,
                              p::not_at<p::sor<word_byte, p::one<'/', '%'>, p::seq<p::one<'.', ','>, p::digit>>>> {};
struct figures_alone : p::seq<fresh, short_figures> {};

// What goes on after a time, where no noun does.
struct function_word : any<"and", "or", "to", "at", "in", "with", "for", "but", "when", "because", "as", "by", "after", "before",
                           "on", "from", "if", "is", "was", "will", "has", "have", "had", "that", "it", "he", "she", "they", "we",
                           "i", "than", "since", "until", "while", "where", "the", "a", "said", "are", "were"> {};
struct comma_gap : p::sor<p::seq<p::one<','>, gap>, gap> {};
struct weekday_part : p::seq<weekday_name, comma_gap, p::opt<any<"the">, gap>> {};
struct of_gap
    : p::sor<p::seq<gap, p::opt<any<"of">, gap>>, hyphen, p::seq<p::one<','>, gap>, p::seq<p::one<'/'>, p::at<p::alpha>>> {};
struct year_part : p::seq<p::sor<p::seq<comma_gap, p::opt<any<"of", "in">, gap>>, p::one<'-', '/'>>, any_year> {};
// "5-Jan-16": two figures behind a mark.
struct marked_year
    : p::seq<p::one<'-', '/'>, two_digit_year, p::not_at<p::sor<word_byte, p::seq<p::one<'.', '-', '/'>, p::digit>>>> {};
struct of_last_year : p::seq<comma_gap, p::opt<any<"of", "in">, gap>,
                             any<"last year", "this year", "next year", "the same year", "that same year", "that year",
                                 "the previous year", "the following year", "the year before", "the year after">> {};
struct day_month : p::seq<fresh, p::opt<weekday_part>,
                          p::sor<day, p::seq<day_figure, p::at<p::one<'/'>, listed<months>, p::one<'/'>, p::digit>>,
                                 p::seq<day_in_words, p::at<gap, any<"of">>>>,
                          of_gap, month_name, word_end, p::opt<p::sor<year_part, marked_year, of_last_year>>> {};
// "May twenty-nine"
struct day_counted
    : p::sor<p::seq<any<"twenty", "thirty">, joint, listed<units_in_words>>,
             p::seq<listed<units_in_words>, word_end, p::not_at<hyphen>, p::not_at<gap, p::not_at<function_word>, p::alpha>>,
             p::seq<p::at<capital>, listed<units_in_words>, word_end, p::not_at<hyphen>>> {};
struct month_day : p::seq<fresh, p::opt<weekday_part>, month_name,
                          p::sor<p::seq<p::one<','>, gap, day>,
                                 p::seq<p::sor<gap, hyphen, p::at<p::digit>>, p::opt<any<"the">, gap>,
                                        p::sor<day, p::seq<day_in_words, word_end>, p::seq<day_counted, word_end>>>>,
                          p::opt<p::sor<year_part, of_last_year>>> {};
// "2016 May 12", "2016, May 12".
struct year_month_day : p::seq<fresh, year_figure, comma_gap, month_name, gap, day, p::not_at<comma_gap, year_figure>> {};
struct month_year
    : p::seq<fresh, month_name, word_end, p::opt<p::sor<year_part, of_last_year>>, p::not_at<p::one<'-'>, p::digit>> {};
struct year_month : p::seq<fresh, year_figure, p::sor<gap, p::one<'/', '-'>>, month_name, word_end> {};
// "01/2018", "2018/05"; "2017-W05".
struct slashed_month : p::sor<p::seq<fresh, p::sor<iso_month, iso_month_figure>, p::one<'/'>, year>,
                              p::seq<fresh, year_figure, p::one<'/'>, iso_month, iso_end>> {};
struct iso_week_figure : p::rep<2, p::digit> {};
struct iso_week : p::seq<fresh, year_figure, p::opt<hyphen>, p::one<'W'>, iso_week_figure,
                         p::not_at<p::sor<word_byte, p::seq<hyphen, p::digit>>>> {};
// "(on) the 27th": only where no noun follows.
struct day_ordinal : p::seq<p::sor<p::seq<day_figure, ordinal_ending>, day_in_words>, word_end> {};
struct day_alone
    : p::seq<fresh, p::opt<the>, day_ordinal, p::not_at<p::sor<hyphen, p::seq<gap, p::not_at<function_word>, p::alpha>>>> {};
struct weekday_day : p::seq<fresh, weekday_name,
                            p::sor<p::seq<gap, p::opt<any<"the">, gap>, day, p::not_at<gap, listed<time_units>>>,
                                   p::seq<p::one<','>, gap, p::opt<any<"the">, gap>, day_ordinal>>> {};
struct of_week : p::seq<comma_gap, p::opt<any<"of">, gap>, any<"last week", "this week", "next week">> {};
struct weekday_step : any<"previous", "following", "this coming", "this past", "this upcoming", "this", "last", "next", "coming",
                          "upcoming", "past", "the following", "the previous", "the next", "the same"> {};
struct weekday_alone : p::seq<fresh, p::opt<weekday_step, gap>, weekday_name, word_end, p::opt<of_week>> {};
// "this Friday 5/12".
struct weekday_figures : p::seq<fresh, p::opt<weekday_step, gap>, weekday_name, comma_gap, short_figures> {};
struct last_month_named
    : p::seq<fresh,
             any<"this past", "this coming", "this upcoming", "the coming", "the following", "the previous", "this", "last",
                 "next", "coming", "upcoming", "past">,
             gap, month_name, word_end, p::opt<gap, day, p::not_at<gap, listed<time_units>>>, p::not_at<gap, p::digit>> {};

// Quarters and halves.
struct quarter_figure : p::range<'1', '4'> {};
struct half_figure : p::range<'1', '2'> {};
struct fiscal_word : any<"fiscal", "financial"> {};
struct quarter_code : p::sor<p::seq<initials<"q">, quarter_figure>, p::seq<quarter_figure, p::one<'Q'>>> {};
struct half_code : p::sor<p::seq<initials<"h">, half_figure>, p::seq<half_figure, p::one<'H'>>> {};
struct code_end : p::not_at<word_byte> {};
struct fiscal_glued;
struct of_year : p::sor<p::seq<gap, p::opt<any<"of", "in">, gap>, p::opt<any<"the">, gap>,
                               p::opt<p::sor<any<"calendar year", "calendar">, p::seq<fiscal_word, p::opt<gap, any<"year">>>,
                                             p::seq<any<"year">>>,
                                      gap>,
                               any_year>,
                        of_last_year, p::seq<gap, p::opt<any<"of", "in">, gap>, fiscal_glued>,
                        p::seq<p::one<'-', '/', ' '>, year>, p::seq<p::one<'\''>, short_year_figure, p::not_at<word_byte>>> {};
struct year_before_code : p::seq<year_figure, p::sor<gap, hyphen>> {};
struct quarter_by_code
    : p::seq<fresh, p::opt<p::sor<year_before_code, p::seq<fiscal_word, gap>>>,
             p::sor<p::seq<quarter_code, code_end>, p::seq<quarter_figure, p::one<'Q'>, short_year_figure, code_end>>,
             p::opt<of_year>> {};
// "2016Q2", "2016H1".
struct quarter_glued : p::seq<fresh, year_figure, p::sor<quarter_code, half_code>, code_end> {};
// "Q3FY24", "1HFY25", "FY24Q3".
struct part_code : p::sor<p::seq<p::at<p::sor<initials<"q">, p::seq<p::digit, p::one<'Q'>>>>, quarter_code>, half_code> {};
struct fiscal_part : p::seq<fresh, part_code, maybe_gap, fiscal_glued> {};
// "quarter 3 of 2016"
struct quarter_number : p::seq<fresh, any<"quarter">, gap, quarter_figure,
                               p::not_at<p::sor<word_byte, p::one<'.', '-', '/', '%'>>>, p::opt<of_year>> {};
struct half_by_code : p::seq<fresh, p::opt<year_before_code>,
                             p::sor<p::seq<half_code, code_end>, p::seq<half_figure, p::one<'H'>, short_year_figure, code_end>>,
                             p::opt<of_year>> {};
struct quarter_ordinal : p::sor<any<"first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th">> {};
struct final_ordinal : any<"final", "last"> {};
struct half_ordinal : any<"first", "second", "1st", "2nd", "latter", "last", "final"> {};
struct quarter_noun : any<"quarter"> {};
struct half_noun : any<"half"> {};
struct of_year_strictly : of_year {};
struct quarter_in_words : p::seq<fresh, p::opt<the>, p::opt<p::sor<p::seq<fiscal_word, gap>, year_before_code>>,
                                 p::sor<p::seq<quarter_ordinal, joint, p::opt<fiscal_word, gap>, quarter_noun,
                                               p::opt<p::sor<of_year, p::seq<gap, any<"of">, gap, any<"the year">>>>>,
                                        p::seq<final_ordinal, joint, quarter_noun, of_year_strictly>>> {};
struct half_in_words
    : p::seq<fresh, p::opt<the>,
             p::sor<p::seq<year_before_code, half_ordinal, joint, half_noun>,
                    p::seq<half_ordinal, joint, half_noun, p::sor<of_year, p::seq<gap, p::opt<any<"of">, gap>, any<"the year">>>>,
                    p::seq<p::not_at<final_ordinal>, half_ordinal, hyphen, half_noun>>> {};

// Fiscal years: "FY24", "FY2023-24", "fiscal year 2023-24", "the 2023-2024 fiscal year", "fiscal 2024".
struct count_of_months_figure : p::rep_min_max<1, 2, p::digit> {};
struct second_year : p::sor<p::seq<year_figure, p::not_at<p::digit>>, p::seq<two_digit_year, p::not_at<p::digit>>> {};
struct year_pair : p::seq<year_figure, p::one<'-', '/'>, second_year,
                          p::not_at<p::sor<word_byte, p::seq<p::one<'.', ',', '-', '/'>, p::digit>>>> {};
// "2011-14", "2014-2018": years that do not follow each other are a run of calendar years.
struct year_span : p::seq<fresh, year_figure, p::one<'-', '/'>, second_year,
                          p::not_at<p::sor<word_byte, p::seq<p::one<'.', ',', '-', '/'>, p::digit>>>> {};
struct fiscal_number
    : p::sor<year_pair, year,
             p::seq<p::opt<p::one<'\''>>, two_digit_year, p::opt<p::one<'-', '/'>, second_year>, p::not_at<word_byte>>> {};
struct fiscal_noun : p::seq<any<"fiscal year", "financial year", "fiscal-year", "fiscal", "tax year">> {};
struct fiscal_code : p::seq<any<"fy">> {};
struct fiscal_glued : p::seq<initials<"fy">, maybe_gap, p::opt<hyphen>, fiscal_number> {};
struct fiscal_code_part : p::seq<fresh, initials<"fy">, p::opt<hyphen>, p::sor<year_figure, two_digit_year>,
                                 p::opt<p::sor<hyphen, gap>>, part_code, code_end> {};
// "10MFY23", "9M 2024".
struct months_code : p::seq<fresh, count_of_months_figure, p::one<'M'>,
                            p::sor<p::seq<maybe_gap, fiscal_glued>, p::seq<p::sor<gap, hyphen, p::one<'\''>>, any_year>,
                                   p::seq<p::one<'\''>, short_year_figure, p::not_at<word_byte>>,
                                   p::seq<short_year_figure, p::not_at<word_byte>>>> {};
struct fiscal_bare : p::seq<fresh, p::opt<the>, any<"fiscal year", "financial year">, word_end,
                            p::not_at<p::sor<hyphen, p::seq<gap, p::digit>>>> {};
struct fiscal_after
    : p::seq<fresh, p::opt<the>,
             p::sor<fiscal_glued,
                    p::seq<fiscal_noun, p::opt<p::seq<p::one<','>>>, gap, p::opt<any<"of">, gap>, p::sor<year_pair, year>>>> {};
struct fiscal_before
    : p::seq<fresh, p::opt<the>, p::sor<year_pair, year>, joint, any<"fiscal year", "financial year", "fiscal">> {};
struct fiscal_pair_alone : p::seq<fresh, year_pair> {};  // "2023-24": two years that follow each other
struct fiscal_relative : p::seq<fresh, p::opt<the>, p::sor<listed<from_document>, listed<from_named>>, gap, fiscal_noun> {};

// Decades and centuries.
struct decade_figure : p::seq<p::one<'1', '2'>, p::digit, p::digit, p::one<'0'>> {};
struct decade_by_figure
    : p::seq<fresh, p::opt<any<"the">, gap>, decade_figure, p::opt<p::one<'\'', ' '>>, p::one<'s'>, p::not_at<word_byte>> {};
struct short_decade_figure : p::seq<p::digit, p::one<'0'>> {};
struct decade_short : p::seq<fresh, p::sor<p::seq<p::opt<the>, p::one<'\''>>, the>, short_decade_figure, p::opt<p::one<'\''>>,
                             p::one<'s'>, p::not_at<word_byte>> {};
struct decade_in_words : p::seq<fresh, any<"the">, gap, p::opt<any<"nineteen", "eighteen">, joint>, listed<decades_in_words>> {};
struct decade_words_behind : p::seq<fresh, p::opt<any<"nineteen", "eighteen">, joint>, listed<decades_in_words>, word_end> {};
struct century_ordinal : p::sor<p::seq<p::rep_min_max<1, 2, p::digit>, ordinal_ending>, day_in_words> {};
struct century : p::seq<fresh, p::opt<any<"the">, gap>, century_ordinal, joint, any<"century">,
                        p::opt<gap, any<"a.d.", "ad", "ce">, word_end>> {};

// "first eight months of fiscal 2025", "first three months of the year".
struct count_of_months : p::sor<p::seq<p::rep_min_max<1, 2, p::digit>>, below_hundred> {};
struct whole_year : p::sor<any_year, any<"this year", "last year", "the year", "the current year">> {};
struct fiscal_of
    : p::sor<p::seq<p::opt<any<"the", "this", "current", "last">, gap>, p::opt<any<"current", "last", "previous">, gap>,
                    fiscal_noun, p::opt<gap, p::sor<year_pair, year>>>,
             fiscal_glued, p::seq<p::opt<the>, year_pair, p::opt<gap, fiscal_noun>>> {};
struct months_of_year : p::seq<fresh, p::opt<the>, any<"first">, gap, count_of_months, gap, any<"months">, gap, any<"of", "in">,
                               gap, p::sor<fiscal_of, whole_year>> {};
// "the first nine months": of the year that the text is about, told by its length.
struct first_months : p::seq<fresh, p::opt<the>, any<"first">, gap, count_of_months, gap, any<"months">, word_end> {};

}  // namespace factcheck::grammar
