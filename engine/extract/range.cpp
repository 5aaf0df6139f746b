// Ranges of two amounts: what joins them, and what each lends the other: scale, unit, money sign.
#include "extract/range.hpp"

#include "extract/not_values.hpp"
#include "extract/number.hpp"
#include "extract/parts.hpp"

#include "grammar/range.hpp"

#include <algorithm>

namespace factcheck::extracting {

namespace {

Decimal unscaled(const Amount& amount) {
    Decimal out = amount.number.value;
    out.exponent -= amount.number.scale;
    return out;
}

// "$1.2-1.4 billion", "5 to 6 km": what the second amount says holds for the first, and the money sign of the first for the
// second.
bool share(Amount& low, Amount& high) {
    if (bare(low) && !bare(high)) {
        low.unit = high.unit;
        low.per = high.per;
    } else if (bare(high) && low.money_sign) {
        high.unit = low.unit;
    } else if (bare(high) && !bare(low)) {
        return false;
    }
    if (low.unit.code == high.unit.code && low.per == Unit{}) {  // "from $500,000 to $1 million a year"
        low.unit = high.unit;
        low.per = high.per;
    }
    if (!(low.unit == high.unit)) return false;
    const Decimal thousand{1000, 0};
    if (low.number.scale == 0 && high.number.scale != 0 && low.number.value < thousand && low.number.value.coefficient != 0 &&
        (low.number.value < unscaled(high) || high.money_sign == low.money_sign) && low.number.value <= thousand)
        low.number = scaled(low.number, high.number.scale);
    return true;
}

std::size_t joint_end(const Reader& reader, std::size_t at, Joint kind) {
    switch (kind) {
        case Joint::any: return read_at<grammar::range_joint>(reader, at);
        case Joint::between: return read_at<grammar::between_joint>(reader, at);
        case Joint::from: return read_at<grammar::from_joint>(reader, at);
    }
    return nowhere;
}

}  // namespace

bool is_less(const Number& a, const Number& b) {
    if (a.denominator == b.denominator) return a.value < b.value;
    return a.value.rational() / a.denominator < b.value.rational() / b.denominator;
}

std::optional<Range> range_from(const Reader& reader, const Amount& low, Joint kind, bool keeps_order) {
    const char next = reader.at(low.span.end);
    if (!word_goes_on(reader, low.span.end) && next != '-' && next != '~' && reader.at(low.span.end + 1) != '~')
        return std::nullopt;
    const std::size_t joint = joint_end(reader, low.span.end, kind);
    if (joint == nowhere) return std::nullopt;
    auto high = amount_at(reader, joint);
    if (!high) return std::nullopt;
    if (low.money_sign && high->unit.code == "m" && high->unit_glued) {  // "$1.2-1.5m": no metres
        constexpr int million = 6;
        high->unit = {};
        high->unit_words = {};
        high->number = scaled(high->number, million);
        high->number.scale = million;
        high->figure.end = high->span.end;
    }
    take_smaller_parts(reader, *high);
    count_noun(reader, *high);
    // "two or three": neighbours; "25k or 40k" are two values.
    const bool either = is_word(reader.words(word_after(reader, low.span.end)), "or");
    if (either && !(bare(low) && low.number.scale == 0 &&
                    high->number.value <= Decimal{low.number.value.coefficient * 2, low.number.value.exponent}))
        return std::nullopt;
    Range out{low, *high, reader.text[joint - 1] == '-' || (joint >= 2 && reader.text[joint - 2] == '-'), false};
    if (low.number.too_large || high->number.too_large || !share(out.low, out.high)) return std::nullopt;
    if (keeps_order && !is_less(out.low.number, out.high.number)) return std::nullopt;
    return out;
}

std::size_t plus_minus_end(const Reader& reader, std::size_t at) {
    const char c = reader.at(at);
    if (c != '\xC2' && c != '+' && grammar::to_lower(c) != 'p') return nowhere;
    return read_at<grammar::plus_minus>(reader, at);
}

namespace {

// Both in units of the smaller exponent; absent where they are no plain decimals of a usual size.
std::optional<Number> sum(const Number& a, const Number& b, int sign) {
    constexpr Int128 most = 1'000'000'000'000'000;
    constexpr int farthest = 15;
    const auto usual = [](const Number& number) {
        return number.denominator == 1 && number.value.coefficient < most && number.value.coefficient > -most;
    };
    if (!usual(a) || !usual(b)) return std::nullopt;
    const int exponent = std::min(a.value.exponent, b.value.exponent);
    if (a.value.exponent - exponent > farthest || b.value.exponent - exponent > farthest) return std::nullopt;
    const auto units = [&](const Decimal& value) {
        Int128 out = value.coefficient;
        for (int i = exponent; i < value.exponent; ++i) out *= 10;
        return out;
    };
    Number out = a;
    out.value = {units(a.value) + sign * units(b.value), exponent};
    out.place = std::min(a.place, b.place);
    out.decimals = std::max(a.decimals, b.decimals);
    return out;
}

bool is_over(Hedge hedge) { return hedge == Hedge::over || hedge == Hedge::just_over || hedge == Hedge::at_least; }
bool is_under(Hedge hedge) {
    return hedge == Hedge::under || hedge == Hedge::just_under || hedge == Hedge::at_most || hedge == Hedge::up_to;
}

// "more than 5 percent but less than 10": the unit is said once; of counted things one noun.
bool agree(const Reader& reader, Amount& a, Amount& b) {
    Amount& poor = bare(a) ? a : b;
    const Amount& rich = bare(a) ? b : a;
    if (bare(poor)) {
        poor.unit = rich.unit;
        poor.per = rich.per;
        poor.unit_words = rich.unit_words;
        poor.per_words = rich.per_words;
        poor.noun = rich.noun;
        return true;
    }
    return a.unit == b.unit && a.per == b.per && reader.words(a.noun) == reader.words(b.noun);
}

}  // namespace

std::optional<Range> plus_minus_range(const Reader& reader, const Amount& middle) {
    const std::size_t at = middle.span.end;
    const char next = grammar::is_gap(reader.at(at)) ? reader.at(at + 1) : reader.at(at);
    if (next != '\xC2' && next != '+' && next != 'p' && next != 'g') return std::nullopt;
    const std::size_t joint = read_at<grammar::plus_minus>(reader, at);
    if (joint == nowhere) return std::nullopt;
    auto margin = amount_at(reader, joint);
    if (!margin || margin->number.too_large || middle.number.too_large) return std::nullopt;
    Range out{middle, *margin, false, false};
    if (!bare(out.low) && bare(out.high)) {
        out.high.unit = out.low.unit;
        out.high.unit_words = out.low.unit_words;
    }
    if (!share(out.low, out.high)) return std::nullopt;
    const auto low = sum(out.low.number, out.high.number, -1);
    const auto high = sum(out.low.number, out.high.number, 1);
    if (!low || !high) return std::nullopt;
    out.low.number = *low;
    out.high.number = *high;
    return out;
}

std::optional<Range> bounded_range(const Reader& reader, const Amount& first, Hedge hedge) {
    if (!is_over(hedge) && !is_under(hedge)) return std::nullopt;
    const std::size_t joint = read_at<grammar::bound_joint>(reader, first.span.end);
    if (joint == nowhere) return std::nullopt;
    const Hedged other = hedge_at(reader, joint);
    if (other.end == nowhere || (is_over(hedge) ? !is_under(other.hedge) : !is_over(other.hedge))) return std::nullopt;
    auto second = amount_at(reader, other.end);
    if (!second || second->number.too_large || first.number.too_large) return std::nullopt;
    count_noun(reader, *second);
    Amount near = first;
    if (!agree(reader, near, *second)) return std::nullopt;
    const Number& low = is_over(hedge) ? near.number : second->number;
    const Number& high = is_over(hedge) ? second->number : near.number;
    if (!is_less(low, high)) return std::nullopt;
    const Hedge upper = is_over(hedge) ? other.hedge : hedge;
    Range out{near, *second, false, upper == Hedge::under || upper == Hedge::just_under};
    out.low.number = low;
    out.high.number = high;
    return out;
}

}  // namespace factcheck::extracting
