// The closed table of units and currencies: codes (UCUM, ISO 4217), names, symbols, factors, and the words that texts use for
// them.
#pragma once

#include "model/quantity.hpp"
#include "model/rational.hpp"
#include "model/unit.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace factcheck {

struct UnitRow {
    Unit unit;
    std::string_view name;        // English singular: "US dollar", "kilometre", "percent"
    std::string_view symbol;      // "$", "km", "%"; what a suggestion prints
    std::int64_t factor_num = 0;  // one unit = factor_num / factor_den base units of its dimension (0: no conversion)
    std::int64_t factor_den = 1;
    std::string_view words;    // other names, in any case, parted by "|": "kilometers|kilometer|kms"; "?won": see currencies.cpp
    std::string_view symbols;  // short forms whose case counts, parted by "|": "km", "US$"
    std::string_view major;    // of a hundredth part: the currency that it is a part of
    std::int8_t minor_digits = 2;  // of a currency: digits behind the point that its smallest coin has
    std::string_view official;     // of a currency: its name in ISO 4217
};

[[nodiscard]] std::span<const UnitRow> unit_table();
[[nodiscard]] const UnitRow* unit_row(Unit unit);
// By code as rules and data write it: "USD", "%", "km", "1", "[pp]"; absent if unknown.
[[nodiscard]] std::optional<Unit> unit_from_code(std::string_view code);
// How many `to` one `from` is; absent between dimensions or where no factor is known (two currencies).
[[nodiscard]] std::optional<Rational> conversion(Unit from, Unit to);

// The longest unit that `text` begins with, ending where its word ends: "cubic feet of gas" begins with a [cft_i] of 10 bytes.
struct UnitAt {
    const UnitRow* row = nullptr;  // nullptr: none
    std::size_t size = 0;
    bool symbol = false;  // "km", "$": not a word of English
    bool weak = false;    // a letter or a word of its own: money only beside a scale or a large figure
};

[[nodiscard]] UnitAt unit_at(std::string_view text);
// The same for what stands before a sum: "$", "US$", "Rs", "EUR".
[[nodiscard]] UnitAt currency_before(std::string_view text);

}  // namespace factcheck
