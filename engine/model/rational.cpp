// Exact rationals, and how they are printed: outward or to the nearest, never through binary floating point.
#include "model/rational.hpp"

#include "model/decimal.hpp"

#include <vector>

namespace factcheck {

namespace {

using Integer = boost::multiprecision::cpp_int;

constexpr int stored_powers = 40;

const Integer& power(int n) {
    static const std::vector<Integer> powers = [] {
        std::vector<Integer> out{1};
        for (int i = 1; i <= stored_powers; ++i) out.push_back(Integer(out.back() * 10));
        return out;
    }();
    return powers[static_cast<std::size_t>(n)];
}

Integer power_of(int n) {
    return n <= stored_powers ? power(n) : boost::multiprecision::pow(Integer(10), static_cast<unsigned>(n));
}

// over / under, whole; `under` is positive. Ties go away from zero, so that -x prints as x does.
Integer rounded(Integer over, const Integer& under, Rounding rounding) {
    const bool negative = over < 0;
    if (negative) over = -over;
    Integer whole, rest;
    boost::multiprecision::divide_qr(over, under, whole, rest);
    const bool away = rounding == Rounding::nearest ? rest * 2 >= under : rest != 0 && (rounding == Rounding::up) != negative;
    if (away) ++whole;
    return negative ? Integer(-whole) : whole;
}

}  // namespace

Rational power_of_ten(int n) { return n < 0 ? Rational(Integer(1), power_of(-n)) : Rational(power_of(n)); }

Rational absolute(const Rational& value) { return value < 0 ? Rational(-value) : value; }

std::string to_decimal_string(const Rational& value, int places, Rounding rounding) {
    const Integer over = boost::multiprecision::numerator(value);
    const Integer under = boost::multiprecision::denominator(value);
    if (places < 0) return Integer(rounded(over, under * power_of(-places), rounding) * power_of(-places)).str();
    Integer scaled = rounded(over * power_of(places), under, rounding);
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
