// Amounts in two units of one kind: "5 feet 2 inches", "10 dollars and 25 cents", "6-foot-2", "9 pounds 4 ounces".
#include "extract/amount.hpp"
#include "extract/number.hpp"
#include "lexicon/units.hpp"

#include "grammar/quantity.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

namespace {

struct Smaller {
    std::string_view unit;
    std::string_view part;
    std::int64_t count;          // parts of one unit
    bool needs_no_name = false;  // "six foot two"
};
constexpr auto smaller = std::to_array<Smaller>({{"[ft_i]", "[in_i]", 12, true},
                                                 {"[yd_i]", "[ft_i]", 3},
                                                 {"[mi_i]", "[yd_i]", 1760},
                                                 {"[lb_av]", "[oz_av]", 16},
                                                 {"[stone_av]", "[lb_av]", 14},
                                                 {"m", "cm", 100},
                                                 {"km", "m", 1000},
                                                 {"kg", "g", 1000},
                                                 {"t", "kg", 1000},
                                                 {"[gal_us]", "[qt_us]", 4},
                                                 {"[gal_us]", "[pt_us]", 8}});

bool is_whole(const Number& number) {
    constexpr Int128 most = 1'000'000'000'000;  // so that no sum of whole and part runs over
    return number.decimals == 0 && number.denominator == 1 && number.scale == 0 && !number.too_large &&
           number.value.exponent == 0 && number.value.coefficient < most && number.value.coefficient > -most;
}

// "2", "2.25", "2 1/2": not "2e-30", whose denominator would not be kept.
bool is_usual_part(const Number& number) {
    constexpr int most_decimals = 2;
    constexpr std::uint32_t largest_denominator = 1000;
    return !number.too_large && number.scale == 0 && number.value.coefficient >= 0 && number.denominator <= largest_denominator &&
           number.value.exponent <= 0 && number.value.exponent >= -most_decimals;
}

void add(Amount& amount, const Amount& part, std::int64_t count) {
    Number below = part.number;
    below.denominator *= static_cast<std::uint32_t>(count);
    for (std::int32_t i = below.value.exponent; i < 0; ++i) below.denominator *= 10;
    below.value.exponent = 0;
    const Sort sort = amount.number.sort;
    const bool negative = amount.number.value.coefficient < 0;  // "-5 feet 3 inches" is further down than -5 feet
    if (negative) amount.number = negated(amount.number);
    amount.number = with_fraction(amount.number, below, 0);
    if (negative) amount.number = negated(amount.number);
    amount.number.sort = sort;
    amount.span.end = part.span.end;
    amount.figure.end = std::max(amount.figure.end, part.figure.end);
}

// "17 USD 25", "two dollars fifty", "$100 and fifty": hundredths without their name, at the end of the clause.
bool is_bare_hundredths(const Reader& reader, const Amount& amount, const Amount& part) {
    const std::string_view digits = reader.words(part.figure);
    if (part.number.in_words) {
        if (!clause_ends(reader, part.span.end)) return false;
        return !(part.number.value < Decimal{10, 0}) && part.number.denominator == 1;
    }
    if (digits.size() != 2 || !grammar::is_digit(digits[0]) || !grammar::is_digit(digits[1])) return false;
    if (amount.money_sign || reader.at(amount.span.end) != ' ') return false;
    const std::string_view after = reader.words(word_after(reader, part.span.end));
    return after.empty() || after == "more" || after == "less" || after == "each" || after == "extra";
}

std::int64_t parts_of_one(const Reader& reader, const Amount& amount, const Amount& part, bool mark) {
    const bool named = part.unit.dimension != Dimension::number;
    for (const Smaller& row : smaller) {
        if (row.unit != amount.unit.code) continue;
        if (named && row.part == part.unit.code) return row.count;
        if (!named && row.needs_no_name && (mark || !word_goes_on(reader, part.span.end))) return row.count;
    }
    if (amount.unit.dimension != Dimension::money) return 0;
    if (!named) return is_bare_hundredths(reader, amount, part) ? 100 : 0;
    const UnitRow* row = unit_row(part.unit);
    const bool cents = part.unit.code == "USX" && reader.words(amount.unit_words).find('$') != std::string_view::npos;
    return row != nullptr && !row->major.empty() && (row->major == amount.unit.code || cents) ? 100 : 0;
}

}  // namespace

bool clause_ends(const Reader& reader, std::size_t at) {
    return at >= reader.end() || read_at<grammar::clause_end>(reader, at) != nowhere;
}

void take_smaller_parts(const Reader& reader, Amount& amount) {
    const bool measured = amount.unit.dimension == Dimension::length || amount.unit.dimension == Dimension::mass ||
                          amount.unit.dimension == Dimension::volume || amount.unit.dimension == Dimension::money;
    if (!measured || !amount.per_words.empty() || !is_whole(amount.number)) return;
    const bool mark = reader.before(amount.span.end) == '\'';                                     // 5'11"
    if (amount.unit.dimension == Dimension::volume && reader.at(amount.span.end) == ',') return;  // a list
    std::size_t joint = amount.span.end;
    if (!mark) joint = read_at<grammar::compound_joint>(reader, amount.span.end);
    if (joint == nowhere) return;
    if (!grammar::is_digit(reader.at(joint))) {
        const std::string_view word = reader.words(word_after(reader, joint));
        if (!grammar::below_twenty_in_words.has(word) && !grammar::tens_in_words.has(word)) return;
    }
    const auto part = amount_at(reader, joint);
    if (!part || part->money_sign || !is_usual_part(part->number) || !part->per_words.empty()) return;
    const std::int64_t count = parts_of_one(reader, amount, *part, mark);
    if (count != 0 && part->number.value < Decimal{count, 0}) add(amount, *part, count);
}

}  // namespace factcheck::extracting
