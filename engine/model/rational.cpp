// Exact rationals, and how they are printed: outward or to the nearest, never through binary floating point.
#include "model/rational.hpp"

#include "model/decimal.hpp"

namespace factcheck {

namespace {

using Integer = boost::multiprecision::cpp_int;

Integer floor_of(const Rational& value) {
    const Integer over = boost::multiprecision::numerator(value);
    const Integer under = boost::multiprecision::denominator(value);  // always positive
    const Integer towards_zero = over / under;
    return over < 0 && towards_zero * under != over ? Integer(towards_zero - 1) : towards_zero;
}

Integer rounded(const Rational& value, Rounding rounding) {
    switch (rounding) {
        case Rounding::down: return floor_of(value);
        case Rounding::up: return -floor_of(Rational(-value));
        case Rounding::nearest: break;
    }
    // Ties away from zero, so that -x prints as x does.
    const Rational size = absolute(value) + Rational(1, 2);
    return value < 0 ? Integer(-floor_of(size)) : floor_of(size);
}

}  // namespace

Rational power_of_ten(int n) {
    const Integer power = boost::multiprecision::pow(Integer(10), static_cast<unsigned>(n < 0 ? -n : n));
    return n < 0 ? Rational(Integer(1), power) : Rational(power);
}

Rational absolute(const Rational& value) { return value < 0 ? Rational(-value) : value; }

std::string to_decimal_string(const Rational& value, int places, Rounding rounding) {
    Integer scaled = rounded(Rational(value * power_of_ten(places)), rounding);
    if (places < 0) return Integer(scaled * boost::multiprecision::pow(Integer(10), static_cast<unsigned>(-places))).str();
    const bool negative = scaled < 0;
    if (negative) scaled = -scaled;
    std::string digits = scaled.str();
    const auto behind = static_cast<std::size_t>(places);
    if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
    if (behind > 0) {
        digits.insert(digits.size() - behind, 1, '.');
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') digits.pop_back();
    }
    return (negative ? "-" : "") + digits;
}

std::optional<Rational> rational_from(std::string_view decimal) {
    const auto read = decimal_from(decimal);
    return read ? std::optional<Rational>(read->rational()) : std::nullopt;
}

}  // namespace factcheck
