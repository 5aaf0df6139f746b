// Decimals as printed: digits and the place of the last of them.
#include "model/decimal.hpp"

#include "model/limits.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

constexpr int longest_digits = 40;  // of an Int128, and one to spare

// The digits of a size, without sign; the view is of `room`.
std::string_view digits_of(Int128 coefficient, std::array<char, longest_digits>& room) {
    auto rest = coefficient < 0 ? -static_cast<UInt128>(coefficient) : static_cast<UInt128>(coefficient);
    char* at = room.data() + room.size();
    for (; rest > ~std::uint64_t{0}; rest /= 10) *--at = static_cast<char>('0' + static_cast<int>(rest % 10));
    for (auto low = static_cast<std::uint64_t>(rest); low > 0; low /= 10)
        *--at = static_cast<char>('0' + static_cast<int>(low % 10));
    if (at == room.data() + room.size()) *--at = '0';
    return {at, static_cast<std::size_t>(room.data() + room.size() - at)};
}

// The coefficient at a lower exponent; absent where it does not fit.
std::optional<Int128> at_exponent(const Decimal& value, std::int32_t exponent) {
    constexpr Int128 largest = Int128{1} << 120;
    Int128 out = value.coefficient;
    for (std::int32_t i = exponent; i < value.exponent && out != 0; ++i) {
        if (out > largest || out < -largest) return std::nullopt;
        out *= 10;
    }
    return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Rational Decimal::rational() const {
    const boost::multiprecision::cpp_int whole{coefficient};
    if (exponent >= 0) return Rational(boost::multiprecision::cpp_int(whole * numerator(power_of_ten(exponent))));
    return Rational(whole, numerator(power_of_ten(-exponent)));
}

std::string Decimal::str() const {
    std::string out;
    append_to(out);
    return out;
}

void Decimal::append_to(std::string& out) const {
    std::array<char, longest_digits> room;
    const std::string_view digits = digits_of(coefficient, room);
    if (coefficient < 0) out += '-';
    if (exponent >= 0) {
        out += digits;
        if (coefficient != 0) out.append(static_cast<std::size_t>(exponent), '0');
        return;
    }
    const auto behind = static_cast<std::size_t>(-static_cast<std::int64_t>(exponent));
    if (digits.size() > behind) {
        out += digits.substr(0, digits.size() - behind);
        out += '.';
        out += digits.substr(digits.size() - behind);
    } else {
        out += "0.";
        out.append(behind - digits.size(), '0');
        out += digits;
    }
}

bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == std::strong_ordering::equal; }

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const std::int32_t exponent = std::min(a.exponent, b.exponent);
    const auto left = at_exponent(a, exponent);
    const auto right = at_exponent(b, exponent);
    if (left && right) return *left <=> *right;
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
    std::array<char, longest_digits> room;
    const std::int64_t exponent = static_cast<std::int64_t>(value.exponent) + shift;
    const auto significant = static_cast<std::int64_t>(digits_of(value.coefficient, room).size());
    const std::int64_t written = exponent > 0 ? significant + exponent : std::max(significant, -exponent);
    if (written > limits::number_digits) return std::nullopt;
    return Decimal{value.coefficient, static_cast<std::int32_t>(exponent)};
}

}  // namespace factcheck
