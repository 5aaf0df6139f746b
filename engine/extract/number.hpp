// Slices of numbers -> values. Plain functions over what grammar/number.hpp recognised.
#pragma once

#include "model/mention.hpp"

#include <cstdint>
#include <string_view>

namespace factcheck::extracting {

enum class Figure : std::uint8_t {
    plain,          // 1234.5, 1,234.5, 1'234, 1 234
    point_grouped,  // 1.234,5
    comma_decimal,  // 1,5: ambiguous
    scientific,     // 1.3x10^6, 1.1^23
    fraction,       // 3/4
    mixed,          // 5-1/2, 5½
    with_words,     // 4 thousand 3 hundred and 21
    words,          // three hundred and five, a million, nought point five
    dozen,          // two dozen, half a dozen
    score,          // four score and seven
    half,           // half, a quarter: one word before its scale
    parts           // two-thirds, one twenty-fifth: see fraction.cpp
};

[[nodiscard]] Number number_from(std::string_view words, Figure figure);
// Whether each scale of "4 thousand 3 hundred" is less than the one before: "20 million 20 million" are two numbers.
[[nodiscard]] bool scales_descend(std::string_view words);
// The number before a scale word: 5.44 with 9 is 5.44 billion.
[[nodiscard]] Number scaled(Number number, int power);
[[nodiscard]] Number negated(Number number);

// "two-thirds" from "two" and "thirds"; "one over three" from "one" and "three".
[[nodiscard]] Number fraction_from(std::string_view top, std::string_view bottom);
// whole_part + top / bottom: a decimal where it ends, else with its denominator.
struct Ratio {
    std::int64_t top = 1;
    std::int64_t bottom = 1;
};
[[nodiscard]] Number fraction(std::int64_t whole_part, Ratio ratio, bool in_words);
// "two and a half", and with the power of ten that the part stands before: "3 million and a quarter", "a billion and half a
// million".
[[nodiscard]] Number with_fraction(const Number& whole, const Number& part, int power);
// "half a million" is 0.5 million and no fraction.
[[nodiscard]] Number as_decimal(const Number& part);

}  // namespace factcheck::extracting
