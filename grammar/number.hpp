// Numbers as news writes them: figures with every habit of separators, fractions, number words, scale words.
//
// Accepts more than a style guide would: "1 234,5", "1'234", "12,34,567", "5-1/2", "1.3x10^6", "three hundred and five".
// Accepts less than the eye: "1,2345" and "1.2.3" are no numbers; "1,5" is one, but the reader marks it as ambiguous.
#pragma once

#include "grammar/text.hpp"

namespace factcheck::grammar {

inline constexpr auto units_in_words = word_table(std::to_array<word_value>(
    {{"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}}));
inline constexpr auto below_twenty_in_words = word_table(std::to_array<word_value>({{"one", 1},
                                                                                    {"two", 2},
                                                                                    {"three", 3},
                                                                                    {"four", 4},
                                                                                    {"five", 5},
                                                                                    {"six", 6},
                                                                                    {"seven", 7},
                                                                                    {"eight", 8},
                                                                                    {"nine", 9},
                                                                                    {"ten", 10},
                                                                                    {"eleven", 11},
                                                                                    {"twelve", 12},
                                                                                    {"thirteen", 13},
                                                                                    {"fourteen", 14},
                                                                                    {"fifteen", 15},
                                                                                    {"sixteen", 16},
                                                                                    {"seventeen", 17},
                                                                                    {"eighteen", 18},
                                                                                    {"nineteen", 19}}));
inline constexpr auto tens_in_words = word_table(std::to_array<word_value>({{"twenty", 20},
                                                                            {"thirty", 30},
                                                                            {"forty", 40},
                                                                            {"fourty", 40},
                                                                            {"fifty", 50},
                                                                            {"sixty", 60},
                                                                            {"seventy", 70},
                                                                            {"eighty", 80},
                                                                            {"ninety", 90}}));
inline constexpr auto zeros_in_words =
    word_table(std::to_array<word_value>({{"zero", 0}, {"nought", 0}, {"naught", 0}, {"nil", 0}}));
// Powers of ten.
inline constexpr auto scale_words = word_table(std::to_array<word_value>({{"thousand", 3},
                                                                          {"million", 6},
                                                                          {"billion", 9},
                                                                          {"trillion", 12},
                                                                          {"quadrillion", 15},
                                                                          {"quintillion", 18},
                                                                          {"lakh", 5},
                                                                          {"lakhs", 5},
                                                                          {"lac", 5},
                                                                          {"crore", 7},
                                                                          {"crores", 7}}));
inline constexpr auto scale_marks = word_table(std::to_array<word_value>({{"k", 3},
                                                                          {"m", 6},
                                                                          {"mn", 6},
                                                                          {"mln", 6},
                                                                          {"mil", 6},
                                                                          {"mio", 6},
                                                                          {"mm", 6},
                                                                          {"b", 9},
                                                                          {"bn", 9},
                                                                          {"bln", 9},
                                                                          {"bil", 9},
                                                                          {"t", 12},
                                                                          {"tn", 12},
                                                                          {"trn", 12},
                                                                          {"trln", 12},
                                                                          {"tln", 12},
                                                                          {"cr", 7}}));
inline constexpr auto denominators = word_table(std::to_array<word_value>(
    {{"half", 2},        {"halves", 2},       {"third", 3},         {"thirds", 3},        {"quarter", 4},    {"quarters", 4},
     {"fourth", 4},      {"fourths", 4},      {"fifth", 5},         {"fifths", 5},        {"sixth", 6},      {"sixths", 6},
     {"seventh", 7},     {"sevenths", 7},     {"eighth", 8},        {"eighths", 8},       {"ninth", 9},      {"ninths", 9},
     {"tenth", 10},      {"tenths", 10},      {"twelfth", 12},      {"twelfths", 12},     {"twentieth", 20}, {"twentieths", 20},
     {"hundredth", 100}, {"hundredths", 100}, {"thousandth", 1000}, {"thousandths", 1000}}));
inline constexpr auto ordinals = word_table(std::to_array<word_value>(
    {{"first", 1},       {"second", 2},      {"third", 3},      {"fourth", 4},     {"fifth", 5},        {"sixth", 6},
     {"seventh", 7},     {"eighth", 8},      {"ninth", 9},      {"tenth", 10},     {"eleventh", 11},    {"twelfth", 12},
     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15}, {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18},
     {"nineteenth", 19}, {"twentieth", 20},  {"thirtieth", 30}}));

inline constexpr unsigned groups = 12;     // of three digits: far over the largest number that is kept
inline constexpr unsigned magnitudes = 5;  // "two million three thousand and five" has three

// Figures. Nothing that goes on as a version or a date may be cut off: "1.2.3", "10.5.2024".
struct decimal_part : p::seq<p::one<'.'>, p::plus<p::digit>> {};
struct figure_end : p::not_at<p::sor<p::digit, p::seq<p::one<'.', ','>, p::digit>>> {};
struct three : p::rep<3, p::digit> {};
struct grouped : p::seq<p::rep_min_max<1, 3, p::digit>, p::rep_min_max<1, groups, p::one<','>, three, p::not_at<p::digit>>,
                        p::opt<decimal_part>, figure_end> {};
struct lakh_group : p::seq<p::one<','>, p::rep<2, p::digit>, p::at<p::one<','>>> {};
struct lakh_grouped : p::seq<p::rep_min_max<1, 2, p::digit>, p::rep_min_max<1, groups, lakh_group>, p::one<','>, three,
                             p::opt<decimal_part>, figure_end> {};
struct apostrophe_grouped
    : p::seq<p::rep_min_max<1, 3, p::digit>, p::rep_min_max<1, groups, p::one<'\''>, three, p::not_at<p::digit>>,
             p::opt<decimal_part>, figure_end> {};
struct space_grouped : p::seq<p::rep_min_max<1, 3, p::digit>, p::rep_min_max<1, groups, p::one<' '>, three, p::not_at<p::digit>>,
                              p::opt<decimal_part>, figure_end> {};
struct point_grouped : p::seq<p::rep_min_max<1, 3, p::digit>,
                              p::sor<p::seq<p::rep_min_max<2, groups, p::one<'.'>, three, p::not_at<p::digit>>,
                                            p::opt<p::one<','>, p::plus<p::digit>>>,
                                     p::seq<p::one<'.'>, three, p::one<','>, p::plus<p::digit>>>,
                              figure_end> {};
struct comma_decimal : p::seq<p::rep_min_max<1, 3, p::digit>, p::one<','>, p::rep_min_max<1, 2, p::digit>, figure_end> {
};  // ambiguous
struct plain_figure : p::seq<p::sor<p::seq<p::plus<p::digit>, p::opt<decimal_part>>, decimal_part>, figure_end> {};
struct power : p::seq<p::sor<p::seq<maybe_gap, p::sor<p::one<'x', '*'>, p::string<'\xC3', '\x97'>>, maybe_gap,
                                    p::string<'1', '0'>, p::opt<p::one<'^'>>>,
                             p::one<'e', 'E'>>,
                      p::opt<p::one<'-', '+'>>, p::rep_min_max<1, 2, p::digit>, word_end> {};
struct scientific : p::seq<plain_figure, power> {};

// Fractions in figures: the usual denominators only, or dates would be cut up: "9/11", "24/7".
struct denominator_figure
    : p::seq<p::sor<p::string<'1', '0', '0'>, p::string<'1', '2', '8'>, p::string<'6', '4'>, p::string<'3', '2'>,
                    p::string<'1', '6'>, p::string<'1', '0'>, p::one<'2', '3', '4', '5', '6', '8'>>,
             p::not_at<p::sor<word_byte, p::one<'/'>, p::seq<p::one<'.', ','>, p::digit>>>> {};
struct slash : p::sor<p::one<'/'>, p::string<'\xE2', '\x81', '\x84'>> {};
struct fraction_figure : p::seq<p::rep_min_max<1, 2, p::digit>, slash, denominator_figure> {};
// The signs of one code point: ¼ ½ ¾ and those of the block of number forms.
struct fraction_sign
    : p::sor<p::seq<p::one<'\xC2'>, p::range<'\xBC', '\xBE'>>, p::seq<p::string<'\xE2', '\x85'>, p::range<'\x93', '\x9E'>>> {};
struct mixed_figure : p::seq<p::plus<p::digit>, p::sor<p::seq<joint, fraction_figure>, p::seq<maybe_gap, fraction_sign>>> {};

// Number words.
struct unit_word : listed<units_in_words> {};
struct tens_word : listed<tens_in_words> {};
struct below_hundred : p::sor<listed<below_twenty_in_words>, p::seq<tens_word, p::opt<joint, unit_word>>> {};
struct and_word : p::seq<gap, any<"and">, gap> {};
struct hundred : p::seq<joint, any<"hundred">> {};
struct below_thousand
    : p::seq<below_hundred, p::opt<hundred, p::opt<p::sor<and_word, joint>, below_hundred, p::not_at<joint, any<"hundred">>>>> {};
struct scale_word : listed<scale_words> {};
struct magnitude : p::seq<below_thousand, p::opt<joint, scale_word>> {};
struct magnitude_joint : p::sor<and_word, p::seq<p::one<','>, gap>, joint> {};
// A further magnitude must bring its scale, or end the number: "two million three thousand and five".
struct next_magnitude : p::seq<magnitude_joint, below_thousand, joint, scale_word> {};
struct last_magnitude : p::seq<p::sor<and_word, joint>, below_thousand, p::not_at<joint, any<"hundred">>> {};
struct scaled_magnitude : p::seq<below_thousand, joint, scale_word> {};
struct a : p::seq<any<"a", "an">, joint> {};
struct a_scale : p::seq<a, p::sor<p::seq<any<"hundred">, p::opt<joint, scale_word>>, scale_word>> {};
struct several_magnitudes
    : p::seq<p::sor<scaled_magnitude, a_scale>, p::rep_max<magnitudes, next_magnitude>, p::opt<last_magnitude>> {};
struct a_hundred : p::seq<a, any<"hundred">, p::opt<and_word, below_hundred>> {};
struct spoken_decimal : p::seq<p::sor<below_thousand, listed<zeros_in_words>>, gap, any<"point">,
                               p::rep_min_max<1, 6, joint, p::sor<below_hundred, listed<zeros_in_words>, any<"oh">>>> {};
struct dozen : p::seq<p::opt<p::sor<any<"half a", "half-a">, any<"a">, below_hundred, p::plus<p::digit>>, joint>,
                      any<"dozens", "dozen", "dzs", "dz">> {};
struct bare_hundred : p::seq<any<"hundred">> {};
struct cardinal_words : p::sor<spoken_decimal, several_magnitudes, a_hundred, below_thousand, listed<zeros_in_words>> {};

// "4 thousand 3 hundred and 21": figures and words in turn.
struct figures_and_words : p::seq<p::plus<p::digit>, gap, any<"thousand", "million">,
                                  p::rep_min_max<1, 3, p::sor<and_word, gap>, p::plus<p::digit>, gap, any<"hundred", "thousand">>,
                                  p::opt<p::sor<and_word, gap>, p::rep_min_max<1, 2, p::digit>, word_end>> {};

// Fractions in words.
struct denominator_word : listed<denominators> {};
struct fraction_words : p::seq<p::sor<p::seq<any<"a", "an">, gap>, p::seq<below_hundred, joint>>, denominator_word> {};
struct and_fraction
    : p::seq<p::sor<and_word, p::string<'-', 'a', 'n', 'd', '-'>>,
             p::sor<p::seq<any<"a", "one">, joint, denominator_word>, p::seq<below_hundred, joint, denominator_word>>> {};
struct mixed_words : p::seq<p::sor<below_thousand, p::seq<p::plus<p::digit>>>, and_fraction> {};
// "half a million", "a quarter of a million", "two-thirds of a billion": the part, before its scale.
struct scale_of_part : p::seq<joint, p::opt<any<"of">, gap>, p::opt<a>> {};
struct part_of_scale
    : p::seq<p::sor<p::seq<p::opt<any<"a">, gap>, any<"half", "quarter">>, fraction_words>, p::at<scale_of_part, scale_word>> {};
struct half : p::seq<p::opt<any<"a", "one">, joint>, any<"half">> {};

// Scales behind figures: words after a gap or a hyphen; marks after figures with or without one.
struct scale_word_kept : scale_word {};
struct scale_after : p::seq<joint, scale_word_kept> {};
struct scale_after_part : p::seq<scale_of_part, scale_word_kept> {};
struct scale_mark : listed<scale_marks> {};
struct hundred_after : p::seq<gap, any<"hundred">> {};

struct minus : p::sor<p::seq<p::one<'-'>, p::at<p::sor<p::digit, p::one<'.', '$'>>>>, p::seq<any<"minus", "negative">, joint>> {};

// Names for what the actions keep whole: the same rules are parts of others.
struct fraction_figure_alone : fraction_figure {};
struct fraction_sign_alone : fraction_sign {};
struct plain_alone : plain_figure {};
struct fraction_alone : p::sor<fraction_words, half> {};
// What follows the first digits says which habits are worth trying.
template <typename... Next>
struct digits_before : p::at<p::plus<p::digit>, p::sor<Next...>> {};
struct with_commas : p::sor<lakh_grouped, grouped, comma_decimal, plain_alone> {};
struct with_points : p::sor<scientific, point_grouped, plain_alone> {};
struct with_parts : p::sor<scientific, mixed_figure, fraction_figure_alone, figures_and_words, space_grouped, plain_alone> {};
struct other_figure : p::sor<scientific, apostrophe_grouped, mixed_figure, plain_alone, fraction_sign_alone> {};
struct figure : p::if_then_else<digits_before<p::one<','>>, with_commas,
                                p::if_then_else<digits_before<p::one<'.'>>, with_points,
                                                p::if_then_else<digits_before<gap, hyphen, slash>, with_parts, other_figure>>> {};
struct number_in_words : p::sor<mixed_words, dozen, fraction_alone, cardinal_words, a_scale> {};

}  // namespace factcheck::grammar
