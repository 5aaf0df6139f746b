// Exact decimals: what is read from a text or a table, with the place of the last printed digit.
#pragma once

#include "model/rational.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace factcheck {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

// coefficient * 10^exponent. The exponent is kept as written ("5.40" is 540e-2), so that the printed
// precision is never lost; comparison is by value.
struct Decimal {
    Int128 coefficient = 0;
    std::int32_t exponent = 0;

    [[nodiscard]] Rational rational() const;
    [[nodiscard]] std::string str() const;  // plain notation, no exponent
    void append_to(std::string& out) const;
    friend bool operator==(const Decimal& a, const Decimal& b);
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
};

// "-12.50" -> -1250e-2. Sign, digits, one point; absent on anything else or over limits::number_digits digits.
[[nodiscard]] std::optional<Decimal> decimal_from(std::string_view text);

// value * 10^shift, absent when the result has more than limits::number_digits digits.
[[nodiscard]] std::optional<Decimal> shifted(const Decimal& value, int shift);

}  // namespace factcheck
