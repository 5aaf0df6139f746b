// Decimals as printed: digits and the place of the last of them.
#include "model/decimal.hpp"

#include "model/limits.hpp"

#include <algorithm>

namespace factcheck {

namespace {

std::string digits_of(Int128 coefficient) {
    std::string out;
    for (Int128 rest = coefficient < 0 ? -coefficient : coefficient; rest > 0; rest /= 10)
        out += static_cast<char>('0' + static_cast<int>(rest % 10));
    std::reverse(out.begin(), out.end());
    return out.empty() ? "0" : out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Rational Decimal::rational() const {
    const Rational whole(boost::multiprecision::cpp_int{coefficient});
    return whole * power_of_ten(exponent);
}

std::string Decimal::str() const {
    std::string digits = digits_of(coefficient);
    if (exponent > 0 && coefficient != 0) digits.append(static_cast<std::size_t>(exponent), '0');
    if (exponent < 0) {
        const auto behind = static_cast<std::size_t>(-static_cast<std::int64_t>(exponent));
        if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
        digits.insert(digits.size() - behind, 1, '.');
    }
    return (coefficient < 0 ? "-" : "") + digits;
}

bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == std::strong_ordering::equal; }

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    if (a.exponent == b.exponent) return a.coefficient <=> b.coefficient;
    const int order = a.rational().compare(b.rational());
    return order < 0 ? std::strong_ordering::less : order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
}

std::optional<Decimal> decimal_from(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    Decimal out;
    int digits = 0;
    bool behind = false;
    for (const char c : text) {
        if (c == '.' && !behind) {
            behind = true;
            continue;
        }
        if (!is_digit(c) || ++digits > limits::number_digits) return std::nullopt;
        out.coefficient = out.coefficient * 10 + (c - '0');
        if (behind) --out.exponent;
    }
    if (digits == 0 || text.back() == '.') return std::nullopt;
    if (negative) out.coefficient = -out.coefficient;
    return out;
}

std::optional<Decimal> shifted(const Decimal& value, int shift) {
    const std::int64_t exponent = static_cast<std::int64_t>(value.exponent) + shift;
    const auto significant = static_cast<std::int64_t>(digits_of(value.coefficient).size());
    const std::int64_t written = exponent > 0 ? significant + exponent : std::max(significant, -exponent);
    if (written > limits::number_digits) return std::nullopt;
    return Decimal{value.coefficient, static_cast<std::int32_t>(exponent)};
}

}  // namespace factcheck
