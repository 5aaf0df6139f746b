// The closed table of units and currencies: codes (UCUM, ISO 4217), names, symbols, factors.
#pragma once

#include "model/quantity.hpp"
#include "model/rational.hpp"
#include "model/unit.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace factcheck {

struct UnitRow {
    Unit unit;
    std::string_view name;      // English singular: "US dollar", "kilometre", "percent"
    std::string_view symbol;    // "$", "km", "%"; what a suggestion prints
    std::int64_t factor_num;    // one unit = factor_num / factor_den base units of its dimension (0: no conversion)
    std::int64_t factor_den;
};

[[nodiscard]] std::span<const UnitRow> unit_table();
[[nodiscard]] const UnitRow* unit_row(Unit unit);
// By code as rules and data write it: "USD", "%", "km", "1", "[pp]"; absent if unknown.
[[nodiscard]] std::optional<Unit> unit_from_code(std::string_view code);
// How many `to` one `from` is; absent between dimensions or where no factor is known (two currencies).
[[nodiscard]] std::optional<Rational> conversion(Unit from, Unit to);

}  // namespace factcheck
