// The two parts that the table of units is made of. Internal to lexicon/.
#pragma once

#include "lexicon/units.hpp"

namespace factcheck {

[[nodiscard]] std::span<const UnitRow> measure_table();
[[nodiscard]] std::span<const UnitRow> prefixed_table();  // made of SI prefixes and what they stand before
[[nodiscard]] std::span<const UnitRow> currency_table();

}  // namespace factcheck
