// Which dimensions can begin with a word or a byte. Internal to extract/.
#pragma once

#include <cstdint>
#include <string_view>

namespace factcheck::extracting {

using Families = std::uint16_t;
inline constexpr Families family_time = 1;
inline constexpr Families family_quantifier = 2;
inline constexpr Families family_ratio = 4;
inline constexpr Families family_multiple = 8;
inline constexpr Families family_rank = 16;
inline constexpr Families family_value = 32;
inline constexpr Families family_vague = 64;
inline constexpr Families family_change = 128;

[[nodiscard]] Families families_of_word(std::string_view word);
[[nodiscard]] Families families_of_byte(char first);

}  // namespace factcheck::extracting
