// Words of time and what they stand for: a table per kind of word.
#pragma once

#include "grammar/text.hpp"

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
// Two weeks are counted as such.
inline constexpr std::int32_t fortnight = 8;
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
                                                                         {"centuries", 7},
                                                                         {"fortnight", fortnight},
                                                                         {"fortnights", fortnight}}));
inline constexpr auto plural_time_units = word_table(std::to_array<word_value>(
    {{"days", 0}, {"weeks", 1}, {"months", 2}, {"quarters", 3}, {"years", 5}, {"decades", 6}, {"centuries", 7}}));
// Parts of a length, as the enumeration of the engine's model orders them.
inline constexpr auto length_units = word_table(std::to_array<word_value>(
    {{"year", 0},   {"years", 0},   {"yr", 0},  {"yrs", 0},  {"month", 1},  {"months", 1},  {"mo", 1},    {"mos", 1}, {"week", 2},
     {"weeks", 2},  {"wk", 2},      {"wks", 2}, {"day", 3},  {"days", 3},   {"hour", 4},    {"hours", 4}, {"hr", 4},  {"hrs", 4},
     {"minute", 5}, {"minutes", 5}, {"min", 5}, {"mins", 5}, {"second", 6}, {"seconds", 6}, {"sec", 6},   {"secs", 6}}));
// Steps from the day of the text, and from the period last named.
inline constexpr auto from_document = word_table(std::to_array<word_value>(
    {{"last", -1}, {"past", -1}, {"this", 0}, {"current", 0}, {"next", 1}, {"coming", 1}, {"upcoming", 1}}));
inline constexpr auto from_named = word_table(std::to_array<word_value>(
    {{"previous", -1}, {"preceding", -1}, {"prior", -1}, {"following", 1}, {"subsequent", 1}, {"ensuing", 1}, {"same", 0}}));
inline constexpr auto seasons = word_table(std::to_array<word_value>({{"spring", 1},
                                                                      {"springtime", 1},
                                                                      {"summer", 2},
                                                                      {"summertime", 2},
                                                                      {"autumn", 3},
                                                                      {"fall", 3},
                                                                      {"winter", 4},
                                                                      {"wintertime", 4}}));
inline constexpr auto decades_in_words = word_table(std::to_array<word_value>({{"twenties", 20},
                                                                               {"thirties", 30},
                                                                               {"forties", 40},
                                                                               {"fifties", 50},
                                                                               {"sixties", 60},
                                                                               {"seventies", 70},
                                                                               {"eighties", 80},
                                                                               {"nineties", 90}}));

}  // namespace factcheck::grammar
