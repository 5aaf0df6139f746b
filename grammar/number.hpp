// Numbers as news writes them: figures with every habit of separators, fractions, number words, scale words.
//
// Accepts more than a style guide would: "1 234,5", "1'234", "12,34,567", "5-1/2", "1.3x10^6", "three hundred and five".
// Accepts less than the eye: "1,2345" and "1.2.3" are no numbers; "1,5" is one, but the reader marks it as ambiguous.
#pragma once

#include "grammar/prediction.hpp"

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
                                                                          {"thousands", 3},
                                                                          {"million", 6},
                                                                          {"millions", 6},
                                                                          {"billion", 9},
                                                                          {"billions", 9},
                                                                          {"trillion", 12},
                                                                          {"trillions", 12},
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
inline constexpr auto denominators = word_table(std::to_array<word_value>({{"half", 2},
                                                                           {"halves", 2},
                                                                           {"third", 3},
                                                                           {"thirds", 3},
                                                                           {"quarter", 4},
                                                                           {"quarters", 4},
                                                                           {"fourth", 4},
                                                                           {"fourths", 4},
                                                                           {"fifth", 5},
                                                                           {"fifths", 5},
                                                                           {"sixth", 6},
                                                                           {"sixths", 6},
                                                                           {"seventh", 7},
                                                                           {"sevenths", 7},
                                                                           {"eighth", 8},
                                                                           {"eighths", 8},
                                                                           {"ninth", 9},
                                                                           {"ninths", 9},
                                                                           {"tenth", 10},
                                                                           {"tenths", 10},
                                                                           {"eleventh", 11},
                                                                           {"elevenths", 11},
                                                                           {"twelfth", 12},
                                                                           {"twelfths", 12},
                                                                           {"thirteenth", 13},
                                                                           {"thirteenths", 13},
                                                                           {"fourteenth", 14},
                                                                           {"fourteenths", 14},
                                                                           {"fifteenth", 15},
                                                                           {"fifteenths", 15},
                                                                           {"sixteenth", 16},
                                                                           {"sixteenths", 16},
                                                                           {"seventeenth", 17},
                                                                           {"seventeenths", 17},
                                                                           {"eighteenth", 18},
                                                                           {"eighteenths", 18},
                                                                           {"nineteenth", 19},
                                                                           {"nineteenths", 19},
                                                                           {"twentieth", 20},
                                                                           {"twentieths", 20},
                                                                           {"thirtieth", 30},
                                                                           {"thirtieths", 30},
                                                                           {"fortieth", 40},
                                                                           {"fortieths", 40},
                                                                           {"fiftieth", 50},
                                                                           {"fiftieths", 50},
                                                                           {"sixtieth", 60},
                                                                           {"sixtieths", 60},
                                                                           {"seventieth", 70},
                                                                           {"seventieths", 70},
                                                                           {"eightieth", 80},
                                                                           {"eightieths", 80},
                                                                           {"ninetieth", 90},
                                                                           {"ninetieths", 90},
                                                                           {"hundredth", 100},
                                                                           {"hundredths", 100},
                                                                           {"thousandth", 1000},
                                                                           {"thousandths", 1000},
                                                                           {"millionth", 1000000},
                                                                           {"millionths", 1000000},
                                                                           {"billionth", 1000000000},
                                                                           {"billionths", 1000000000}}));
// Behind a ten: "twenty-first", "thirty-seconds".
inline constexpr auto units_of_denominators = word_table(std::to_array<word_value>({{"first", 1},
                                                                                    {"firsts", 1},
                                                                                    {"seconds", 2},
                                                                                    {"third", 3},
                                                                                    {"thirds", 3},
                                                                                    {"fourth", 4},
                                                                                    {"fourths", 4},
                                                                                    {"fifth", 5},
                                                                                    {"fifths", 5},
                                                                                    {"sixth", 6},
                                                                                    {"sixths", 6},
                                                                                    {"seventh", 7},
                                                                                    {"sevenths", 7},
                                                                                    {"eighth", 8},
                                                                                    {"eighths", 8},
                                                                                    {"ninth", 9},
                                                                                    {"ninths", 9}}));
inline constexpr auto ordinals = word_table(std::to_array<word_value>(
    {{"first", 1},       {"second", 2},      {"third", 3},      {"fourth", 4},     {"fifth", 5},        {"sixth", 6},
     {"seventh", 7},     {"eighth", 8},      {"ninth", 9},      {"tenth", 10},     {"eleventh", 11},    {"twelfth", 12},
     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15}, {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18},
     {"nineteenth", 19}, {"twentieth", 20},  {"thirtieth", 30}}));

inline constexpr unsigned groups = 12;     // of three digits: far over the largest number that is kept
inline constexpr unsigned magnitudes = 5;  // "two million three thousand and five" has three

// Figures. Nothing that goes on as a version or a date may be cut off: "1.2.3", "10.5.2024".
struct digits {
    using rule_t = digits;
    using subs_t = p::empty_list;

    template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class, typename Input,
              typename... States>
    static bool match(Input& in, States&&...) {
        const char* at = in.current();
        while (at != in.end() && is_digit(*at)) ++at;
        const auto size = static_cast<std::size_t>(at - in.current());
        if (size != 0) in.bump(size);
        return size != 0;
    }
};
template <typename View>
struct of_kind<View, digits> {
    static constexpr View value = again(View::byte(is_digit));
};
struct decimal_part : p::seq<p::one<'.'>, digits> {};
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
struct point_grouped
    : p::seq<p::rep_min_max<1, 3, p::digit>,
             p::sor<p::seq<p::rep_min_max<2, groups, p::one<'.'>, three, p::not_at<p::digit>>, p::opt<p::one<','>, digits>>,
                    p::seq<p::one<'.'>, three, p::one<','>, digits>>,
             figure_end> {};
struct comma_decimal : p::seq<p::rep_min_max<1, 3, p::digit>, p::one<','>, p::rep_min_max<1, 2, p::digit>, figure_end> {
};  // ambiguous
struct plain_figure : p::seq<p::sor<p::seq<digits, p::opt<decimal_part>>, decimal_part>, figure_end> {};
struct power : p::seq<p::sor<p::seq<maybe_gap, p::sor<p::one<'x', '*'>, p::string<'\xC3', '\x97'>>, maybe_gap,
                                    p::string<'1', '0'>, p::opt<p::one<'^'>>>,
                             p::one<'e', 'E'>>,
                      p::opt<p::one<'-', '+'>>, p::rep_min_max<1, 2, p::digit>, word_end> {};
struct raised : p::seq<p::one<'^'>, p::opt<p::one<'-', '+'>>, p::rep_min_max<1, 2, p::digit>, word_end> {};
struct scientific : p::seq<plain_figure, p::sor<power, raised>> {};  // "1.3x10^6", "2.5^2"

// Fractions in figures: the usual denominators only, or dates would be cut up: "9/11", "24/7".
struct denominator_end : p::not_at<p::sor<word_byte, p::one<'/'>, p::seq<p::one<'.', ','>, p::digit>>> {};
struct denominator_suffix
    : p::sor<p::istring<'r', 'd', 's'>, p::istring<'r', 'd'>, p::istring<'t', 'h', 's'>, p::istring<'t', 'h'>> {};
struct denominator_figure
    : p::seq<p::sor<p::seq<p::range<'1', '9'>, p::rep_min_max<2, 4, p::one<'0'>>>, p::string<'1', '2', '8'>, p::string<'6', '4'>,
                    p::string<'3', '2'>, p::string<'1', '6'>, p::string<'1', '0'>, p::one<'2', '3', '4', '5', '6', '8'>>,
             p::opt<denominator_suffix>, denominator_end> {};
struct slash : p::sor<p::one<'/'>, p::string<'\xE2', '\x81', '\x84'>> {};
struct free_slash : p::sor<slash, p::seq<gap, slash, maybe_gap>> {};  // "3 / 4"
struct fraction_figure : p::seq<p::rep_min_max<1, 2, p::digit>, free_slash, denominator_figure> {};
// The signs of one code point: ¼ ½ ¾ and those of the block of number forms.
struct fraction_sign
    : p::sor<p::seq<p::one<'\xC2'>, p::range<'\xBC', '\xBE'>>, p::seq<p::string<'\xE2', '\x85'>, p::range<'\x93', '\x9E'>>> {};
struct and_joint : p::sor<p::seq<gap, any<"and">, gap>, p::string<'-', 'a', 'n', 'd', '-'>> {};
// Behind a whole number there is no date to be cut: "5 3/7".
struct odd_denominator
    : p::seq<p::sor<p::string<'1', '2'>, p::string<'2', '0'>, p::string<'2', '5'>, p::one<'7', '9'>>, denominator_end> {};
struct mixed_fraction : p::sor<fraction_figure, p::seq<p::rep_min_max<1, 2, p::digit>, slash, odd_denominator>> {};
struct mixed_figure : p::seq<digits, p::sor<p::seq<p::sor<and_joint, joint>, mixed_fraction>, p::seq<maybe_gap, fraction_sign>>> {
};
// "3/7 of the vote"; the 9/11 of the commission is a day.
struct fraction_of
    : p::seq<p::not_at<p::string<'9', '/', '1', '1'>>, p::rep_min_max<1, 2, p::digit>, slash, p::rep_min_max<1, 2, p::digit>,
             p::at<gap, any<"of">, gap, any<"the", "a", "an", "all", "its", "their", "those", "these", "our", "his", "her">>> {};

struct clause_end : p::at<p::sor<p::eof, p::seq<p::one<',', '.', ';', ':', ')', '?', '!', '"'>, p::not_at<p::digit>>>> {};

// Number words.
struct unit_word : listed<units_in_words> {};
struct tens_word : listed<tens_in_words> {};
struct below_hundred : p::sor<listed<below_twenty_in_words>, p::seq<tens_word, p::opt<joint, unit_word>>> {};
struct and_word : and_joint {};
struct of_thousandths : p::seq<hyphen, any<"thousandths", "thousandth", "millionths", "millionth">> {};
struct hundred : p::seq<joint, any<"hundred", "hundreds">, p::not_at<of_thousandths>> {};
struct below_thousand
    : p::seq<below_hundred, p::opt<hundred, p::opt<p::sor<and_word, joint>, below_hundred, p::not_at<joint, any<"hundred">>>>> {};
struct scale_word : listed<scale_words> {};
struct magnitude_joint : p::sor<and_word, p::seq<p::one<','>, gap>, joint> {};
// A further magnitude must bring its scale, or end the number: "two million three thousand and five".
struct next_magnitude : p::seq<magnitude_joint, below_thousand, joint, scale_word> {};

// The lower part of a fraction: "third", "twenty-fifths", "one hundred and fifth", "hundred-thousandths".
struct fraction_joint : p::sor<p::seq<gap, hyphen, gap>, joint> {};
struct tens_denominator : p::seq<tens_word, joint, listed<units_of_denominators>> {};
struct hundreds_denominator : p::seq<unit_word, joint, any<"hundred">, p::sor<and_joint, joint>, p::not_at<any<"half", "halves">>,
                                     p::sor<tens_denominator, listed<denominators>>> {};
struct small_denominator
    : any<"hundred-thousandths", "hundred-thousandth", "ten-thousandths", "ten-thousandth", "hundred-millionths",
          "hundred-millionth", "ten-millionths", "ten-millionth", "one-hundredths", "one-hundredth", "one-thousandths",
          "one-thousandth", "one-millionths", "one-millionth", "trillionths", "trillionth"> {};
struct denominator
    : p::sor<any<"half">, p::seq<p::sor<small_denominator, tens_denominator, hundreds_denominator, listed<denominators>>,
                                 word_end, p::not_at<hyphen, p::alpha>>> {};  // "a half-year", "one third-grader"

// "six million and two thirds": the two belong to the thirds.
struct last_below_thousand : p::seq<below_thousand, p::not_at<joint, p::sor<any<"hundred">, scale_word>>> {};
struct last_magnitude
    : p::sor<p::seq<and_word, last_below_thousand, p::not_at<fraction_joint, denominator>>, p::seq<joint, last_below_thousand>> {
};
struct scaled_magnitude : p::seq<below_thousand, joint, scale_word> {};
struct a : p::seq<any<"a", "an">, joint> {};
struct and_or_joint : p::sor<and_word, joint> {};
// "a hundred million", "a hundred and five million", "a million".
struct a_scale : p::seq<a, p::opt<any<"hundred">, p::opt<and_or_joint, below_hundred>, joint>, scale_word> {};
// "hundred million", "thousand million"
struct bare_scale
    : p::sor<p::seq<any<"hundred">, joint, scale_word>, p::seq<any<"thousand">, joint, any<"million", "billion", "trillion">>> {};
struct first_magnitude : p::sor<scaled_magnitude, a_scale, bare_scale> {};
struct several_magnitudes : p::seq<first_magnitude, p::rep_max<magnitudes, next_magnitude>, p::opt<last_magnitude>> {};
// Not "a hundred and five hundred", nor "a hundred and two thirds".
struct behind_hundred
    : p::seq<and_or_joint, below_hundred, p::not_at<joint, any<"hundred">>, p::not_at<fraction_joint, denominator>> {};
struct a_hundred : p::seq<a, any<"hundred">, p::opt<behind_hundred>> {};

// "4 thousand 3 hundred and 21", "3 crore 20 lakh": figures and words in turn.
struct counted_scale : any<"hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"> {};
struct figures_in_turn
    : p::seq<digits, gap, counted_scale, p::rep_min_max<1, 3, p::sor<and_word, gap>, digits, gap, counted_scale>,
             p::opt<p::sor<and_word, gap>, p::rep_min_max<1, 2, p::digit>, word_end>> {};
// "3 hundred and 21", at the end of its clause: "3 hundred and 20 men" may be two values.
struct hundred_and : p::seq<digits, gap, any<"hundred">, and_word,
                            p::sor<p::seq<p::rep_min_max<1, 2, p::digit>, word_end>, below_hundred>, clause_end> {};
struct figures_and_words : p::sor<figures_in_turn, hundred_and> {};

// Dozens and scores.
struct dozen_word : any<"dozens", "dozen", "dzs", "dz"> {};
struct half_dozen : p::seq<any<"half a", "half-a", "half">, joint, dozen_word> {};
struct a_dozen : p::seq<p::opt<any<"a">, joint>, dozen_word> {};
struct figure_dozen : p::seq<digits, p::opt<decimal_part>, joint, dozen_word> {};
struct dozen_tail : p::seq<joint, dozen_word> {};
// "four score and seven", "three score years": a score of 20 beside the score of a game.
struct score_tail : p::seq<joint, any<"score">, p::sor<p::seq<and_word, below_hundred>, p::at<gap, any<"years", "of">>>> {};
struct threescore : p::seq<any<"threescore">, p::opt<and_word, below_hundred>> {};

// A number in words is a cardinal and what its next words make of it.
struct bare_hundred : any<"hundred"> {};  // "hundred dollars"
struct cardinal : p::sor<several_magnitudes, a_hundred, below_thousand, listed<zeros_in_words>, bare_hundred> {};
struct point_tail
    : p::seq<gap, any<"point">, p::rep_min_max<1, 6, joint, p::sor<below_hundred, listed<zeros_in_words>, any<"oh">>>> {};
struct fraction_bottom : denominator {};
struct fraction_bottom_figure : p::seq<denominator_figure> {};
struct over_top : p::rep_min_max<1, 4, p::digit> {};
struct fraction_tail : p::seq<fraction_joint, fraction_bottom> {};
struct a_top : any<"a", "an"> {};
struct fraction_top : p::sor<p::seq<any<"a", "an">, joint>, p::seq<below_thousand, fraction_joint>> {};
struct fraction_words : p::seq<fraction_top, fraction_bottom> {};
struct half_alone : any<"half"> {};
struct figure_over_figure : p::seq<over_top, slash, fraction_bottom_figure> {};
// "two and a half", "7 million and 2/3", "two and half million".
struct and_fraction
    : p::seq<and_joint, p::sor<fraction_words, half_alone, p::seq<over_top, joint, fraction_bottom>, figure_over_figure>> {};
// "one over three", at the end of its clause: "one over fifty years old" is a person.
struct over_bottom
    : p::sor<p::seq<p::rep_min_max<1, 4, p::digit>, figure_end, word_end>, several_magnitudes, a_hundred, below_thousand> {};
struct over_tail : p::seq<gap, any<"over">, gap, over_bottom, clause_end> {};
struct over_figure : p::seq<over_top, over_tail> {};
// "5 eighths"; of quarters and halves there are others, of the year and of a game.
struct figure_parts : p::seq<over_top, joint, p::not_at<any<"quarters", "halves">>, fraction_bottom> {};
// "twenty-sixth", "one hundred and fifth": an ordinal. "Twenty-second" may be a length of time.
struct ordinal_end : p::seq<p::sor<p::seq<hyphen, p::sor<tens_denominator, listed<units_of_denominators>>>,
                                   p::seq<and_joint, p::sor<tens_denominator, listed<ordinals>>>>,
                            p::not_at<hyphen, p::alpha>> {};

// "half a million", "a quarter of a million", "two-thirds of a billion": the part, before its scale.
struct scale_of_part : p::seq<joint, p::opt<any<"of">, gap>, p::opt<a>> {};
struct part_in_words : fraction_words {};
struct plain_part : p::seq<p::opt<any<"a">, gap>, any<"half", "quarter">> {};
struct part_of_scale : p::seq<p::sor<plain_part, part_in_words>, p::at<scale_of_part, scale_word>> {};

// Scales behind figures: words after a gap or a hyphen; marks after figures with or without one.
struct scale_word_kept : scale_word {};
struct scale_after : p::seq<joint, scale_word_kept> {};
struct scale_after_part : p::seq<scale_of_part, scale_word_kept> {};
struct scale_mark : listed<scale_marks> {};
struct hundred_after : p::seq<gap, any<"hundred">, p::opt<gap, scale_word_kept>> {};

struct minus : p::sor<p::seq<p::one<'-'>, p::at<p::sor<p::digit, p::one<'.', '$'>>>>, p::seq<any<"minus", "negative">, joint>> {};

// Names for what the actions keep whole: the same rules are parts of others.
struct fraction_figure_alone : p::sor<fraction_figure, fraction_of> {};
struct fraction_sign_alone : fraction_sign {};
struct plain_alone : plain_figure {};
// What follows the first digits says which habits are worth trying.
template <typename... Next>
struct digits_before : p::at<digits, p::sor<Next...>> {};
// Most figures end before a word that no other habit goes on with: "5.4 percent", "70 casualties", "12%".
inline constexpr auto figure_joints = word_list(std::to_array<std::string_view>(
    {"and",        "dozen",      "dozens",     "dzs",         "dz",         "over",      "x",      "thirds",
     "fourths",    "fifths",     "sixths",     "sevenths",    "eighths",    "ninths",    "tenths", "twelfths",
     "sixteenths", "twentieths", "hundredths", "thousandths", "millionths", "billionths"}));
struct goes_on_in_words : p::sor<listed<figure_joints>, p::seq<counted_scale, p::sor<and_word, gap>, p::digit>,
                                 p::seq<any<"hundred">, and_word, p::alpha>> {};
struct ends_plainly
    : p::at<digits, p::opt<decimal_part>, p::sor<p::seq<gap, p::at<p::alpha>, p::not_at<goes_on_in_words>>, p::one<'%'>>> {};
struct with_commas : p::sor<lakh_grouped, grouped, comma_decimal, plain_alone> {};
struct with_points : p::sor<scientific, point_grouped, figure_dozen, plain_alone> {};
struct with_parts : p::sor<scientific, mixed_figure, fraction_figure_alone, figure_dozen, figures_and_words, over_figure,
                           figure_parts, space_grouped, plain_alone> {};
struct other_figure : p::sor<scientific, apostrophe_grouped, mixed_figure, plain_alone, fraction_sign_alone> {};
struct any_figure
    : p::if_then_else<digits_before<p::one<','>>, with_commas,
                      p::if_then_else<digits_before<p::one<'.'>>, with_points,
                                      p::if_then_else<digits_before<gap, hyphen, slash>, with_parts, other_figure>>> {};
// "5 1/2", "1 234", "the 7 40-foot boats".
struct before_digits : p::at<digits, gap, p::digit> {};
struct with_digits : p::sor<mixed_figure, space_grouped, plain_alone> {};
struct figure : p::if_then_else<ends_plainly, plain_alone, p::if_then_else<before_digits, with_digits, any_figure>> {};
struct half : any<"half"> {};
struct a_part : p::seq<a_top, gap, fraction_bottom> {};
// Most cardinals have no tail, and the first word behind them shows it.
struct tail_begins
    : p::at<fraction_joint, p::sor<any<"dozen", "dozens", "dzs", "dz", "score", "point", "over", "and">, listed<denominators>,
                                   listed<tens_in_words>, p::seq<unit_word, joint, any<"hundred">>, small_denominator>> {};
struct tail : p::sor<dozen_tail, score_tail, point_tail, fraction_tail, over_tail, and_fraction, p::not_at<ordinal_end>> {};
struct cardinal_tail : p::if_then_else<tail_begins, tail, p::success> {};
// Most number words stand alone before a word that they do not go on with: "two ships", "one of them".
inline constexpr auto number_joints = word_list(std::to_array<std::string_view>(
    {"dozen", "dozens", "dzs", "dz", "score", "point", "over", "and", "hundred", "hundreds", "mln", "bln", "mn", "bn"}));
struct goes_on_as_number : p::sor<small_denominator, listed<number_joints>, scale_word, listed<denominators>,
                                  listed<tens_in_words>, p::seq<unit_word, joint, any<"hundred">>> {};
struct plain_cardinal : listed<below_twenty_in_words> {};
struct word_ends_plainly : p::at<plain_cardinal, gap, p::at<p::alpha>, p::not_at<goes_on_as_number>> {};
struct number_in_words : p::sor<half_dozen, a_part, a_dozen, p::seq<cardinal, cardinal_tail>, threescore, half> {};

}  // namespace factcheck::grammar

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, factcheck::grammar::digits> : analyze_any_traits<> {};

}  // namespace tao::pegtl
