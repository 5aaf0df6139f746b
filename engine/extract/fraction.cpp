// Fractions: "two-thirds", "one twenty-fifth", "one over three", and what is added to a whole: "two and a half million".
#include "extract/number.hpp"

#include "grammar/number.hpp"

namespace factcheck::extracting {

namespace {

Int128 power(int exponent) {
    Int128 out = 1;
    for (int i = 0; i < exponent; ++i) out *= 10;
    return out;
}

bool in_word(char c) { return grammar::is_letter(c) || grammar::is_digit(c); }

constexpr std::int64_t most = 4'000'000'000;  // a denominator has 32 bits

// "twenty-fifths" is 25, "hundred-thousandth" 100,000, "one hundred and fifth" 105; a cardinal is itself. 0: too large.
std::int64_t bottom_from(std::string_view text) {
    Int128 out = 0;
    for (std::string_view rest = text; !rest.empty();) {
        std::size_t size = 0;
        while (size < rest.size() && in_word(rest[size])) ++size;
        const std::string_view word = rest.substr(0, size);
        rest.remove_prefix(size == 0 ? 1 : size);
        if (word.empty()) continue;
        const auto* row = grammar::find_word(grammar::units_of_denominators, word);
        if (row == nullptr) row = grammar::find_word(grammar::denominators, word);
        if (row == nullptr) {
            if (word.size() == 7 && grammar::to_lower(word[0]) == 'h') {  // "hundred"
                out = (out == 0 ? 1 : out) * 100;
                continue;
            }
            const Number number = number_from(word, grammar::is_digit(word[0]) ? Figure::plain : Figure::words);
            out =
                number.value.exponent == 0 ? out + number.value.coefficient : (out == 0 ? 1 : out) * power(number.value.exponent);
        } else {
            out = row->value < 100 ? out + row->value : (out == 0 ? 1 : out) * row->value;
        }
        if (out > most) return 0;
    }
    return static_cast<std::int64_t>(out);
}

// A value that ends as a decimal loses its denominator.
Number of_rational(Int128 top, std::int64_t bottom, bool in_words) {
    Number out;
    out.in_words = in_words;
    for (int places = 0; places <= 7; ++places) {
        if (power(places) * top % bottom != 0) continue;
        out.value = {power(places) * top / bottom, -places};
        out.place = -places;
        out.decimals = static_cast<std::int16_t>(places);
        return out;
    }
    out.value = {top, 0};
    out.denominator = static_cast<std::uint32_t>(bottom);
    return out;
}

}  // namespace

Number fraction(std::int64_t whole_part, Ratio ratio, bool in_words) {
    if (whole_part != 0 || ratio.bottom == 1)
        return of_rational(whole_part * Int128{ratio.bottom} + ratio.top, ratio.bottom, in_words);
    Number out;
    out.in_words = in_words;
    out.sort = Sort::fraction;
    out.value = {ratio.top, 0};
    out.denominator = static_cast<std::uint32_t>(ratio.bottom);
    return out;
}

Number fraction_from(std::string_view top, std::string_view bottom) {
    const char first = grammar::to_lower(top.front());
    // "a", "an", or the "half" that is its own bottom.
    const bool one = (first == 'a' && (top.size() < 3 || !in_word(top[2]))) || first == 'h';
    Number above = one ? Number{} : number_from(top, grammar::is_digit(first) ? Figure::plain : Figure::words);
    if (one) above.value.coefficient = 1;
    constexpr int trillion = 12;  // trillionths end as decimals
    if (grammar::to_lower(bottom[0]) == 't' && grammar::to_lower(bottom[1]) == 'r') return scaled(above, -trillion);
    const std::int64_t below = bottom_from(bottom);
    constexpr Int128 longest = 1'000'000'000'000;
    if (below == 0 || above.too_large || above.value.exponent < 0 || above.value.exponent > 9 ||
        above.value.coefficient > longest) {
        Number out;
        out.too_large = true;
        return out;
    }
    const auto count = static_cast<std::int64_t>(above.value.coefficient * power(above.value.exponent));
    return fraction(0, {count, below}, true);
}

Number as_decimal(const Number& part) {
    Number out = of_rational(part.value.coefficient, part.denominator, true);
    if (out.denominator != 1) return part;
    return out;
}

Number with_fraction(const Number& whole, const Number& part, int power_of_ten) {
    if (whole.too_large || part.too_large) return whole.too_large ? whole : part;
    // In units of the part's power: a billion and half a million is 1000 + 1/2 million.
    const int up = whole.value.exponent - power_of_ten;
    constexpr Int128 longest = 1'000'000'000'000'000;
    if (up < 0 || up > 12 || whole.value.coefficient > longest) return whole;
    Number out = of_rational(whole.value.coefficient * power(up) * part.denominator + part.value.coefficient, part.denominator,
                             whole.in_words || part.in_words);
    return scaled(out, power_of_ten);
}

}  // namespace factcheck::extracting
