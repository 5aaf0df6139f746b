#include "extract/number.hpp"

#include "grammar/number.hpp"
#include "model/limits.hpp"

#include <algorithm>
#include <optional>

namespace factcheck::extracting {

namespace {

using grammar::is_digit;
using grammar::is_letter;

Number too_large() {
    Number out;
    out.too_large = true;
    return out;
}

// Digits with `point` before the decimals; every other mark is a separator.
Number from_digits(std::string_view text, char point) {
    Number out;
    int digits = 0;
    bool behind = false;
    for (const char c : text) {
        if (c == point) behind = true;
        if (!is_digit(c)) continue;
        if (++digits > limits::number_digits) return too_large();
        out.value.coefficient = out.value.coefficient * 10 + (c - '0');
        if (behind) ++out.decimals;
    }
    out.value.exponent = -out.decimals;
    out.place = -out.decimals;
    return out;
}

Number whole(std::int64_t value) {
    Number out;
    out.value.coefficient = value;
    out.in_words = true;
    return out;
}

// The next word of a phrase and what is left; hyphens, commas and gaps part words.
std::string_view next_word(std::string_view& rest) {
    while (!rest.empty() && !is_letter(rest.front()) && !is_digit(rest.front())) rest.remove_prefix(1);
    std::size_t size = 0;
    while (size < rest.size() && (is_letter(rest[size]) || is_digit(rest[size]))) ++size;
    const std::string_view word = rest.substr(0, size);
    rest.remove_prefix(size);
    return word;
}

std::optional<std::int64_t> small_value(std::string_view word) {
    for (const auto* row : {grammar::find_word(grammar::below_twenty_in_words, word),
                            grammar::find_word(grammar::tens_in_words, word), grammar::find_word(grammar::zeros_in_words, word)})
        if (row != nullptr) return row->value;
    if (!word.empty() && is_digit(word.front()) && word.size() <= 9) {
        std::int64_t value = 0;
        for (const char c : word) value = value * 10 + (c - '0');
        return value;
    }
    return std::nullopt;
}

bool same(std::string_view word, std::string_view lower) {
    return std::equal(word.begin(), word.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return grammar::to_lower(a) == b; });
}

Int128 power(int exponent) {
    Int128 out = 1;
    for (int i = 0; i < exponent; ++i) out *= 10;
    return out;
}

// "three hundred and five thousand and two". The last scale stays a scale word when nothing follows it: its zeros were not
// printed.
Number from_words(std::string_view text) {
    Int128 total = 0;    // of the magnitudes that are done
    Int128 current = 0;  // below a thousand
    int last_scale = 0;
    Int128 before_scale = 0;
    bool after_scale = false;
    std::size_t parts = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view word = next_word(rest);
        if (word.empty()) break;
        if (const auto small = small_value(word)) {
            current += *small;
            after_scale = false;
        } else if (same(word, "hundred") || same(word, "hundreds")) {
            current = (current == 0 ? 1 : current) * 100;
            after_scale = false;
        } else if (const auto* scale = grammar::find_word(grammar::scale_words, word)) {
            if (after_scale && total == before_scale * power(last_scale)) {  // "thousand million"
                before_scale = total;
                total = 0;
            } else {
                before_scale = current == 0 ? 1 : current;
            }
            last_scale = scale->value;
            total += before_scale * power(last_scale);
            current = 0;
            after_scale = true;
            ++parts;
        } else if (is_digit(word.front())) {  // more digits than are read between words
            return too_large();
        }
    }
    Number out;
    out.in_words = true;
    if (after_scale && parts == 1) {
        out.value = {before_scale, last_scale};
        out.scale = static_cast<std::int16_t>(last_scale);
        out.place = last_scale;
        return out;
    }
    out.value.coefficient = total + current;
    return out;
}

// "nine point nought four": each word behind the point is a digit, "seventy-one" two.
Number spoken_decimal(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t i = 0; i + 5 <= text.size() && at == 0; ++i)
        if (same(text.substr(i, 5), "point")) at = i;
    Number out = from_words(text.substr(0, at));
    out.value = {out.value.coefficient * power(out.value.exponent), 0};  // "five million point two"
    out.scale = 0;
    std::int16_t decimals = 0;
    for (std::string_view rest = text.substr(at + 5); !rest.empty();) {
        const std::string_view word = next_word(rest);
        if (word.empty()) break;
        const std::int64_t value = small_value(word).value_or(0);  // "oh" is nought
        const bool tens = grammar::find_word(grammar::tens_in_words, word) != nullptr;
        const bool two = value >= 10;
        // "seventy-one": the unit fills the nought of the ten.
        std::string_view ahead = rest;
        const std::string_view next = next_word(ahead);
        const auto* unit = tens ? grammar::find_word(grammar::units_in_words, next) : nullptr;
        if (unit != nullptr) rest = ahead;
        out.value.coefficient = out.value.coefficient * (two ? 100 : 10) + value + (unit != nullptr ? unit->value : 0);
        decimals = static_cast<std::int16_t>(decimals + (two ? 2 : 1));
    }
    out.value.exponent = -decimals;
    out.decimals = decimals;
    out.place = -decimals;
    return out;
}

bool has_word(std::string_view text, std::string_view wanted) {
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view word = next_word(rest);
        if (word.empty()) return false;
        if (same(word, wanted)) return true;
    }
    return false;
}

Ratio ratio_of_figures(std::string_view text) {
    std::int64_t parts[2] = {0, 0};
    std::size_t part = 0;
    for (const char c : text) {
        if (is_digit(c))
            parts[part] = parts[part] * 10 + (c - '0');
        else
            part = 1;
    }
    return {parts[0], parts[1] == 0 ? 1 : parts[1]};
}

// The fractions of one sign: ¼ ½ ¾ are C2 BC to BE; ⅓ to ⅞ are E2 85 93 to 9E.
Ratio ratio_of_sign(std::string_view sign) {
    const auto last = static_cast<unsigned char>(sign.back());
    if (sign.size() == 2) return last == 0xBC ? Ratio{1, 4} : last == 0xBD ? Ratio{1, 2} : Ratio{3, 4};
    constexpr Ratio signs[] = {{1, 3}, {2, 3}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {1, 6}, {5, 6}, {1, 8}, {3, 8}, {5, 8}, {7, 8}};
    return signs[(last - 0x93U) % std::size(signs)];
}

Number mixed(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && is_digit(text[size])) ++size;
    const Number before = from_digits(text.substr(0, size), '.');
    if (before.too_large) return before;
    std::string_view rest = text.substr(size);
    while (!rest.empty() && !is_digit(rest.front()) && static_cast<unsigned char>(rest.front()) < 0x80) rest.remove_prefix(1);
    const Ratio ratio = is_digit(rest.front()) ? ratio_of_figures(rest) : ratio_of_sign(rest);
    constexpr Int128 most = 1'000'000'000'000;
    if (before.value.coefficient > most) return too_large();
    return fraction(static_cast<std::int64_t>(before.value.coefficient), ratio, false);
}

Number times_twelve(Number number) {
    constexpr Int128 most = 1'000'000'000'000'000;
    if (number.too_large || number.value.coefficient > most) return too_large();
    number.value.coefficient *= 12;
    return number;
}

// "three dozen", "2.5 dozen", "half a dozen".
Number from_dozens(std::string_view text) {
    Number out = whole(6);
    if (has_word(text, "half")) return out;
    const std::size_t cut = text.find_last_of(" -\n");
    const std::string_view count = cut == std::string_view::npos ? std::string_view{} : text.substr(0, cut);
    out = whole(12);
    if (!count.empty() && !same(count, "a"))
        out = times_twelve(is_digit(count.front()) ? from_digits(count, '.') : from_words(count));
    out.in_words = true;
    out.sort = Sort::vague;
    return out;
}

// "four score and seven", "threescore": what stands before the word counts twenty each.
Number from_scores(std::string_view text) {
    std::int64_t scores = 0;
    std::int64_t more = 0;
    bool behind = false;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view word = next_word(rest);
        if (word.empty()) break;
        if (same(word, "score") || same(word, "threescore")) {
            scores = same(word, "score") ? scores : 3;
            behind = true;
        } else {
            (behind ? more : scores) += small_value(word).value_or(0);
        }
    }
    return whole(20 * scores + more);
}

int exponent_from(std::string_view text) {
    int exponent = 0;
    for (const char c : text)
        if (is_digit(c)) exponent = exponent * 10 + (c - '0');
    return text.find('-') != std::string_view::npos ? -exponent : exponent;
}

// "1.1^23" as far as it has not too many digits, "2500^-1" as 1 / 2500.
Number from_raised(std::string_view text) {
    const std::size_t cut = text.find('^');
    const Number base = from_digits(text.substr(0, cut), '.');
    const int exponent = exponent_from(text.substr(cut));
    if (base.too_large) return base;
    const Int128 most = power(limits::number_digits);
    Number out = base;
    out.value = {1, base.value.exponent * (exponent < 0 ? -exponent : exponent)};
    constexpr int farthest = -99;  // places behind the point, as of 1e-99
    if (out.value.exponent < farthest) return too_large();
    for (int i = 0; i != exponent; i += exponent < 0 ? -1 : 1) {
        if (base.value.coefficient != 0 && out.value.coefficient > most / base.value.coefficient) return too_large();
        out.value.coefficient *= base.value.coefficient;
    }
    out.place = out.value.exponent;
    if (exponent >= 0) return out;
    constexpr Int128 widest = 4'000'000'000;
    if (out.value.coefficient == 0) return too_large();
    if (out.value.exponent == 0 && out.value.coefficient <= widest) {
        out.denominator = static_cast<std::uint32_t>(out.value.coefficient);
        out.value.coefficient = 1;
        return out;
    }
    // 1 / 1.1^23 does not end: so many digits of it as Int128 holds.
    constexpr int digits = 36;
    out.value = {power(digits) / out.value.coefficient, -out.value.exponent - digits};
    out.place = out.value.exponent;
    while (out.value.coefficient > most) {
        out.value.coefficient /= 10;
        ++out.value.exponent;
    }
    out.place = out.value.exponent;
    return out;
}

Number from_scientific(std::string_view text) {
    const std::size_t cut = text.find_first_of("xX*eE \xC3");
    Number out = from_digits(text.substr(0, cut), '.');
    std::string_view rest = text.substr(cut);
    if (rest.find("10") != std::string_view::npos && rest.front() != 'e' && rest.front() != 'E')
        rest.remove_prefix(rest.find("10") + 2);
    return scaled(out, exponent_from(rest));
}

}  // namespace

Number number_from(std::string_view words, Figure figure) {
    switch (figure) {
        case Figure::plain: return from_digits(words, '.');
        case Figure::point_grouped: return from_digits(words, ',');
        case Figure::comma_decimal: {
            Number out = from_digits(words, ',');
            out.ambiguous = true;
            return out;
        }
        case Figure::scientific:
            return words.find_first_of("xX*eE\xC3") == std::string_view::npos ? from_raised(words) : from_scientific(words);
        case Figure::fraction: return fraction(0, ratio_of_figures(words), false);
        case Figure::mixed: return mixed(words);
        case Figure::with_words: return from_words(words);
        case Figure::words: return has_word(words, "point") ? spoken_decimal(words) : from_words(words);
        case Figure::dozen: return from_dozens(words);
        case Figure::score: return from_scores(words);
        case Figure::half: return fraction_from("a", has_word(words, "quarter") ? "quarter" : "half");
        case Figure::parts: break;  // made of two spans: fraction_from
    }
    return {};
}

bool scales_descend(std::string_view words) {
    int last = limits::number_digits;
    for (std::string_view rest = words; !rest.empty();) {
        const std::string_view word = next_word(rest);
        const auto* row = grammar::find_word(grammar::scale_words, word);
        const int scale = row != nullptr ? row->value : same(word, "hundred") ? 2 : 0;
        if (scale == 0) continue;
        if (scale >= last) return false;
        last = scale;
    }
    return true;
}

Number scaled(Number number, int power) {
    if (number.too_large) return number;
    number.value.exponent += power;
    number.place += power;
    number.scale = static_cast<std::int16_t>(number.scale + (power > 2 ? power : 0));
    return number;
}

Number negated(Number number) {
    number.value.coefficient = -number.value.coefficient;
    return number;
}

}  // namespace factcheck::extracting
