// Cells of tables as people write them: figures, periods, names.
#pragma once

#include "model/period.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace factcheck {

[[nodiscard]] std::string small_letters(std::string_view text);
[[nodiscard]] std::string trimmed(std::string_view text);
[[nodiscard]] bool holds_any(std::string_view text, std::initializer_list<std::string_view> words);
[[nodiscard]] bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words);

// A figure as tables write it, as a plain decimal: 1,234.5, $5, 12 %; empty: it is none.
[[nodiscard]] std::string plain_number(std::string_view cell);
// A period as tables write it: 2024, 2024-05, 2024Q1, 2024M05, May 2024, 2024-05-01, "2024 [YR2024]".
[[nodiscard]] std::optional<Period> period_of_cell(std::string_view cell);
// "North Island (2)" -> "north_island_2", an id of the rule language.
[[nodiscard]] std::string snake(std::string_view words);

}  // namespace factcheck
