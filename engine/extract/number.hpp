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
    scientific,     // 1.3x10^6
    fraction,       // 3/4
    mixed,          // 5-1/2, 5½
    with_words,     // 4 thousand 3 hundred and 21
    words,          // three hundred and five, a million, nought point five
    part_of_scale,  // half a (million)
    mixed_words,    // two and a half
    dozen,          // two dozen
    fraction_words  // two-thirds, a quarter, half
};

[[nodiscard]] Number number_from(std::string_view words, Figure figure);
// The number before a scale word: 5.44 with 9 is 5.44 billion.
[[nodiscard]] Number scaled(Number number, int power);
[[nodiscard]] Number negated(Number number);

}  // namespace factcheck::extracting
