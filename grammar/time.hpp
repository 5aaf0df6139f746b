// Dates and periods of news English: calendar dates, quarters, fiscal years, decades, relative words. What they mean is decided
// later, against the text's date; here the words are taken apart.
//
// Accepts less than the eye: "second" is never a quarter by itself, a bare "March" opening a sentence is left to the reader.
#pragma once

#include "grammar/number.hpp"

namespace factcheck::grammar {

inline constexpr auto months = word_table(std::to_array<word_value>(
    {{"january", 1},   {"february", 2}, {"march", 3},     {"april", 4},     {"may", 5},  {"june", 6}, {"july", 7}, {"august", 8},
     {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12}, {"jan", 1},  {"feb", 2},  {"mar", 3},  {"apr", 4},
     {"jun", 6},       {"jul", 7},      {"aug", 8},       {"sep", 9},       {"sept", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}}));
inline constexpr auto weekdays = word_table(std::to_array<word_value>({{"monday", 1},
                                                                       {"tuesday", 2},
                                                                       {"wednesday", 3},
                                                                       {"thursday", 4},
                                                                       {"friday", 5},
                                                                       {"saturday", 6},
                                                                       {"sunday", 7},
                                                                       {"mon", 1},
                                                                       {"tue", 2},
                                                                       {"tues", 2},
                                                                       {"wed", 3},
                                                                       {"thu", 4},
                                                                       {"thur", 4},
                                                                       {"thurs", 4},
                                                                       {"fri", 5},
                                                                       {"sat", 6},
                                                                       {"sun", 7}}));
// Grains, as the enumeration of the engine's model orders them: day, week, month, quarter, half, year, decade, century.
inline constexpr auto time_units = word_table(std::to_array<word_value>({{"day", 0},
                                                                         {"days", 0},
                                                                         {"week", 1},
                                                                         {"weeks", 1},
                                                                         {"month", 2},
                                                                         {"months", 2},
                                                                         {"quarter", 3},
                                                                         {"quarters", 3},
                                                                         {"half", 4},
                                                                         {"year", 5},
                                                                         {"years", 5},
                                                                         {"decade", 6},
                                                                         {"decades", 6},
                                                                         {"century", 7},
                                                                         {"centuries", 7}}));
inline constexpr auto plural_time_units = word_table(std::to_array<word_value>(
    {{"days", 0}, {"weeks", 1}, {"months", 2}, {"quarters", 3}, {"years", 5}, {"decades", 6}, {"centuries", 7}}));
// Steps from the day of the text, and from the period last named.
inline constexpr auto from_document = word_table(std::to_array<word_value>(
    {{"last", -1}, {"past", -1}, {"this", 0}, {"current", 0}, {"next", 1}, {"coming", 1}, {"upcoming", 1}}));
inline constexpr auto from_named = word_table(std::to_array<word_value>(
    {{"previous", -1}, {"preceding", -1}, {"prior", -1}, {"following", 1}, {"subsequent", 1}, {"ensuing", 1}, {"same", 0}}));
inline constexpr auto decades_in_words = word_table(std::to_array<word_value>({{"twenties", 20},
                                                                               {"thirties", 30},
                                                                               {"forties", 40},
                                                                               {"fifties", 50},
                                                                               {"sixties", 60},
                                                                               {"seventies", 70},
                                                                               {"eighties", 80},
                                                                               {"nineties", 90}}));

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
struct any_year : p::sor<year, short_year> {};

// Calendar dates.
struct iso_month : p::rep<2, p::digit> {};
struct iso_day : p::rep<2, p::digit> {};
struct iso_end : p::not_at<p::sor<word_byte, p::seq<p::one<'-', '/', '.'>, p::digit>>> {};
struct iso_date : p::seq<fresh, year_figure, p::one<'-'>, iso_month, p::one<'-'>, iso_day, p::not_at<p::digit>> {};
struct iso_slashed
    : p::seq<fresh, year_figure, p::one<'/'>, p::sor<iso_month, listed_month>, p::one<'/'>, iso_day, p::not_at<p::digit>> {};
struct iso_basic
    : p::seq<fresh, year_figure, iso_month, iso_day, p::not_at<p::sor<word_byte, p::seq<p::one<'.', ','>, p::digit>>>> {};
struct iso_year_month : p::seq<fresh, year_figure, p::one<'-'>, iso_month, iso_end> {};
struct first_part : p::sor<p::seq<p::one<'0', '1', '2', '3'>, p::digit>, p::digit> {};
struct second_part : p::sor<p::seq<p::one<'0', '1', '2', '3'>, p::digit>, p::digit> {};
struct two_digit_year : p::rep<2, p::digit> {};
struct figure_year : p::sor<p::seq<year_figure, p::not_at<p::sor<word_byte, p::seq<p::one<'.', '-', '/'>, p::digit>>>>,
                            p::seq<two_digit_year, p::not_at<p::sor<word_byte, p::seq<p::one<'.', '-', '/'>, p::digit>>>>> {};
struct figure_date : p::seq<fresh, first_part,
                            p::sor<p::seq<p::one<'/'>, second_part, p::one<'/'>, figure_year>,
                                   p::seq<p::one<'-'>, second_part, p::one<'-'>, figure_year>,
                                   p::seq<p::one<'.'>, second_part, p::one<'.'>, figure_year>>> {};

struct comma_gap : p::sor<p::seq<p::one<','>, gap>, gap> {};
struct weekday_part : p::seq<weekday_name, comma_gap, p::opt<any<"the">, gap>> {};
struct of_gap : p::sor<p::seq<gap, p::opt<any<"of">, gap>>, hyphen, p::seq<p::one<','>, gap>> {};
struct year_part : p::seq<p::sor<p::seq<comma_gap, p::opt<any<"of", "in">, gap>>, p::one<'-', '/'>>, any_year> {};
struct of_last_year : p::seq<gap, p::opt<any<"of">, gap>, p::sor<any<"last year", "this year", "next year">>> {};
struct day_month : p::seq<fresh, p::opt<weekday_part>, p::sor<day, p::seq<day_in_words, p::at<gap, any<"of">>>>, of_gap,
                          month_name, word_end, p::opt<p::sor<year_part, of_last_year>>> {};
struct month_day
    : p::seq<fresh, p::opt<weekday_part>, month_name, p::sor<p::seq<p::opt<p::one<','>>, gap>, hyphen, p::at<p::digit>>,
             p::opt<any<"the">, gap>, p::sor<day, p::seq<day_in_words, word_end>>, p::opt<p::sor<year_part, of_last_year>>> {};
struct month_year
    : p::seq<fresh, month_name, word_end, p::opt<p::sor<year_part, of_last_year>>, p::not_at<p::one<'-'>, p::digit>> {};
struct year_month : p::seq<fresh, year_figure, gap, month_name, word_end> {};
struct weekday_day : p::seq<fresh, weekday_name, comma_gap, p::opt<any<"the">, gap>, day> {};
struct of_week : p::seq<gap, p::opt<any<"of">, gap>, any<"last week", "this week", "next week">> {};
struct weekday_alone
    : p::seq<fresh,
             p::opt<p::sor<any<"this coming", "this past", "this upcoming", "this", "last", "next", "coming", "upcoming">>, gap>,
             weekday_name, word_end, p::opt<of_week>> {};
struct last_month_named
    : p::seq<fresh, any<"this past", "this", "last", "next">, gap, month_name, word_end, p::not_at<gap, p::digit>> {};

// Quarters and halves.
struct quarter_figure : p::range<'1', '4'> {};
struct half_figure : p::range<'1', '2'> {};
struct fiscal_word : any<"fiscal", "financial"> {};
struct quarter_code : p::sor<p::seq<p::one<'Q', 'q'>, quarter_figure>, p::seq<quarter_figure, p::one<'Q'>>> {};
struct half_code : p::sor<p::seq<p::one<'H', 'h'>, half_figure>, p::seq<half_figure, p::one<'H'>>> {};
struct code_end : p::not_at<word_byte> {};
struct of_year
    : p::sor<
          p::seq<
              gap, p::opt<any<"of", "in">, gap>, p::opt<any<"the">, gap>,
              p::opt<p::sor<any<"calendar year", "calendar">, p::seq<fiscal_word, p::opt<gap, any<"year">>>, p::seq<any<"year">>>,
                     gap>,
              any_year>,
          of_last_year, p::seq<p::one<'-', '/', ' '>, year>, p::seq<p::one<'\''>, short_year_figure, p::not_at<word_byte>>> {};
struct year_before_code : p::seq<year_figure, p::sor<gap, hyphen>> {};
struct quarter_by_code
    : p::seq<fresh, p::opt<year_before_code>,
             p::sor<p::seq<quarter_code, code_end>, p::seq<quarter_figure, p::one<'Q'>, short_year_figure, code_end>>,
             p::opt<of_year>> {};
struct half_by_code : p::seq<fresh, p::opt<year_before_code>, half_code, code_end, p::opt<of_year>> {};
struct quarter_ordinal : p::sor<any<"first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th">> {};
struct final_ordinal : any<"final", "last"> {};
struct half_ordinal : any<"first", "second", "1st", "2nd", "latter"> {};
struct quarter_noun : any<"quarter"> {};
struct half_noun : any<"half"> {};
struct of_year_strictly : of_year {};
struct quarter_in_words : p::seq<fresh, p::opt<fiscal_word, gap>,
                                 p::sor<p::seq<quarter_ordinal, joint, p::opt<fiscal_word, gap>, quarter_noun, p::opt<of_year>>,
                                        p::seq<final_ordinal, joint, quarter_noun, of_year_strictly>>> {};
struct half_in_words
    : p::seq<fresh, half_ordinal, joint, half_noun, p::sor<of_year, p::seq<gap, p::opt<any<"of">, gap>, any<"the year">>>> {};

// Fiscal years: "FY24", "FY2023-24", "fiscal year 2023-24", "the 2023-2024 fiscal year", "fiscal 2024".
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
struct fiscal_glued : p::seq<p::istring<'f', 'y'>, maybe_gap, p::opt<hyphen>, fiscal_number> {};
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
struct century_ordinal : p::sor<p::seq<p::rep_min_max<1, 2, p::digit>, ordinal_ending>, day_in_words> {};
struct century : p::seq<fresh, p::opt<any<"the">, gap>, century_ordinal, joint, any<"century">> {};

// "first eight months of fiscal 2025", "first three months of the year".
struct count_of_months : p::sor<p::seq<p::rep_min_max<1, 2, p::digit>>, below_hundred> {};
struct whole_year : p::sor<any_year, any<"this year", "last year", "the year", "the current year">> {};
struct fiscal_of
    : p::sor<p::seq<p::opt<any<"the", "this", "current", "last">, gap>, p::opt<any<"current", "last", "previous">, gap>,
                    fiscal_noun, p::opt<gap, p::sor<year_pair, year>>>,
             fiscal_glued, p::seq<p::opt<the>, year_pair, p::opt<gap, fiscal_noun>>> {};
struct months_of_year : p::seq<fresh, p::opt<the>, any<"first">, gap, count_of_months, gap, any<"months">, gap, any<"of", "in">,
                               gap, p::sor<fiscal_of, whole_year>> {};

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
