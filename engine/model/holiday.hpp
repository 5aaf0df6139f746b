// Days that are known by a name and can be computed from their year. The order is that of grammar/holiday.hpp.
#pragma once

#include "model/period.hpp"

#include <cstdint>
#include <optional>

namespace factcheck {

// `holiday` counts from 1, as the fields of a date hold it. Absent for a year in which it was not kept, or whose day is not
// known.
[[nodiscard]] std::optional<Day> holiday_in(std::uint8_t holiday, int year);
[[nodiscard]] std::size_t holiday_count();

}  // namespace factcheck
