// Exact rationals: what is derived from printed figures. Never binary floating point.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace factcheck {

using Rational = boost::multiprecision::cpp_rational;

// 10 to the power of n, n of either sign.
[[nodiscard]] Rational power_of_ten(int n);
[[nodiscard]] Rational absolute(const Rational& value);

enum class Rounding { down, up, nearest };  // down and up are towards minus and plus infinity

// A plain decimal string ("5444196500", "10.427", "-0.5") of at most `places` digits behind the point,
// trailing zeros dropped; exact when the value fits, else rounded as asked.
[[nodiscard]] std::string to_decimal_string(const Rational& value, int places, Rounding rounding);

// Digits with an optional sign and point; no exponent, no separators, at most limits::number_digits digits.
[[nodiscard]] std::optional<Rational> rational_from(std::string_view decimal);

}  // namespace factcheck
