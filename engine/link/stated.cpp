// What the words of a mention allow: the set C, the table of docs/semantics.md, section "Sets of values", row by row.
// An end of C is exact: no tolerance is hidden here, near misses are the business of judge/relate.cpp.
#include "link/stated.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace factcheck {

namespace {

const Rational half(1, 2);
const Rational five_percent(1, 20);
const Rational ten_percent(1, 10);
const Rational fortieth(1, 40);  // 2.5 %

// The words contradict themselves or can be read two ways: no value is allowed, and the claim is not judged.
Interval nothing() { return closed(Rational(1), Rational(0)); }

Rational value_of(const Number& number) { return number.value.rational() / number.denominator; }

bool is_percentage(Unit unit) { return unit.dimension == Dimension::percent || unit.dimension == Dimension::points; }
bool is_count(const Number& number) { return number.sort == Sort::counted && number.denominator == 1 && number.decimals == 0; }
bool is_exact_count(const Number& number) { return is_count(number) && absolute(value_of(number)) < 1000; }

// Weeks, months and years are never counted to the day; days and shorter times are.
bool is_long_time(Unit unit) {
    static constexpr std::array<std::string_view, 7> exact{"d", "h", "min", "s", "ms", "us", "ns"};
    return unit.dimension == Dimension::time && std::find(exact.begin(), exact.end(), unit.code) == exact.end();
}

bool is_measured(Unit unit) {
    switch (unit.dimension) {
        case Dimension::length:
        case Dimension::area:
        case Dimension::volume:
        case Dimension::mass:
        case Dimension::speed:
        case Dimension::energy:
        case Dimension::power:
        case Dimension::temperature:
        case Dimension::pressure:
        case Dimension::information:
        case Dimension::frequency:
        case Dimension::rate:
        case Dimension::other: return true;
        case Dimension::number:
        case Dimension::percent:
        case Dimension::points:
        case Dimension::money:
        case Dimension::count:
        case Dimension::time: return false;
    }
    return false;
}

// One unit of the last printed digit that is not a zero that may have been rounded in: 400 -> 100.
Rational dropped_place(const Rational& n, Rational u) {
    if (n == 0) return u;
    while (denominator(Rational(n / (u * 10))) == 1) u *= 10;
    return u;
}

// That a hedged integer may have dropped zeros as well needs no row: "about" allows 5 % of n, twice what they could add.
bool may_have_dropped_zeros(const Number& number, Unit unit) {
    if (number.decimals != 0 || number.denominator != 1 || is_percentage(unit)) return false;
    if (number.scale > 0) return true;
    const Rational n = absolute(value_of(number));
    return is_measured(unit) || (n >= 1000 && denominator(Rational(n / 100)) == 1);
}

struct Width {
    Rational h;
    bool capped = false;
};

// Half a unit of the last place, before a scale word at most 5 % of n.
Width rounding_of(const Number& number) {
    const Rational rounding = power_of_ten(number.place) * half;
    const Rational cap = absolute(value_of(number)) * five_percent;
    if (number.scale > 0 && rounding > cap) return {cap, true};
    return {rounding, false};
}

// Half-width of C as if the number stood unhedged, before zeros are thought of.
Width own_width(const Number& number, Unit unit) {
    const Rational n = absolute(value_of(number));
    switch (number.sort) {
        case Sort::fraction:
        case Sort::multiple: return {n * five_percent};
        case Sort::one_in: return {n * ten_percent};
        case Sort::ordinal: return {0};
        // A dozen is 12 +- 1, two dozen 24 +- 2; "flat" is a change of 0 +- 1 percent.
        case Sort::vague: return {std::max(Rational(1), Rational(n / 12))};
        case Sort::plain:
        case Sort::counted: break;
    }
    if (is_exact_count(number) && !is_long_time(unit)) return {0};
    return rounding_of(number);
}

Width unhedged_width(const Number& number, Unit unit) {
    Width width = own_width(number, unit);
    if (number.sort != Sort::plain && number.sort != Sort::counted) return width;
    if (is_exact_count(number) || !may_have_dropped_zeros(number, unit)) return width;
    const Rational n = absolute(value_of(number));
    const Rational dropped = dropped_place(n, power_of_ten(number.place)) * half;
    width.h = std::max(width.h, std::min(dropped, Rational(n * fortieth)));
    return width;
}

Rational about_width(const Number& number, const Rational& h) {
    const Rational n = absolute(value_of(number));
    return std::max({Rational(n * five_percent), Rational(2 * h), Rational(is_exact_count(number) ? 1 : 0)});
}

// The set of a value under a hedge; `h` is its half-width unhedged. It is the size that is hedged: nearly -5 is a little less far
// from zero.
Interval hedged(const Rational& n, Hedge hedge, const Rational& h, const Rational& about) {
    const bool negative = n < 0;
    const auto with_sign = [&](const Interval& set) { return negative ? negated(set) : set; };
    // Around zero a tenth of n says nothing: the width of "about" stands in for it.
    const auto part = [&](const Rational& share) { return n == 0 ? about : Rational(absolute(n) * share); };
    switch (hedge) {
        case Hedge::exact: return closed(n - h, n + h);
        case Hedge::about: return closed(n - about, n + about);
        case Hedge::over: return above(n);
        case Hedge::under: return below(n);
        case Hedge::at_least: return at_least(n);
        case Hedge::at_most:
        case Hedge::up_to: return at_most(n);
        case Hedge::nearly:
            if (n == 0) return closed(-about, about);
            [[fallthrough]];
        case Hedge::just_under: return with_sign({Bound{absolute(n) - part(ten_percent), true}, Bound{absolute(n), false}});
        case Hedge::close_to: return with_sign(closed(absolute(n) - part(ten_percent), absolute(n) + part(five_percent)));
        case Hedge::just_over: return with_sign({Bound{absolute(n), false}, Bound{absolute(n) + part(ten_percent), true}});
    }
    return nothing();
}

// Whether the set of a value under the hedge depends on how wide it is unhedged.
bool needs_width(const Rational& n, Hedge hedge) { return hedge == Hedge::exact || hedge == Hedge::about || n == 0; }

Interval hedged(const Number& number, Hedge hedge, const Rational& h) {
    const Rational n = value_of(number);
    return hedged(n, hedge, h, needs_width(n, hedge) ? about_width(number, h) : Rational(0));
}

bool is_vague_time(const Mention& mention) {
    return mention.unit.dimension == Dimension::time && (mention.number.sort == Sort::vague || mention.time.vague);
}

// "Five to seven days": what is said of the things counted stands at one end and holds for both.
Number upper_of(const Mention& mention) {
    Number out = mention.upper;
    if (out.sort == Sort::plain) out.sort = mention.number.sort;
    return out;
}

Interval range_set(const Mention& mention) {
    const bool vague = mention.number.sort == Sort::vague;
    const bool plain = mention.hedge == Hedge::exact || (vague && mention.hedge == Hedge::about);
    if (value_of(mention.number) > value_of(mention.upper)) return nothing();
    if (vague && plain) return {Bound{value_of(mention.number), true}, Bound{value_of(mention.upper), !mention.upper_open}};
    const Interval low = hedged(mention.number, mention.hedge, own_width(mention.number, mention.unit).h);
    const Number upper = upper_of(mention);
    const Interval high = hedged(upper, mention.hedge, own_width(upper, mention.unit).h);
    return {low.low, high.high};
}

// "cut to nearly a third" hedges the level that is left; "nearly halved" the fall.
bool hedges_the_fall(const Mention& mention) {
    return mention.number.sort == Sort::multiple && mention.direction == Direction::down && !mention.to && !mention.is_range;
}

// Hedged on the fall: "nearly halved" falls by nearly a half, so that a little more than a half is left.
// "Fell threefold": a third is left.
void set_reduction(Stated& out, Hedge hedge) {
    out.reduction = true;
    if (out.n > 1) out.n = 1 / out.n;
    out.upper = out.n;
    out.h = out.n * five_percent;
    out.set = closed(out.n - out.h, out.n + out.h);
    if (hedge == Hedge::exact) return;
    const Rational fall = 1 - out.n;
    out.set = negated(hedged(fall, hedge, fall * five_percent, fall * ten_percent));
    if (out.set.low) out.set.low->value += 1;
    if (out.set.high) out.set.high->value += 1;
}

bool is_ambiguous(const Mention& mention) { return mention.number.ambiguous || (mention.is_range && mention.upper.ambiguous); }

}  // namespace

Stated stated_of(const Mention& mention) {
    const Number& number = mention.number;
    Stated out;
    out.sort = number.sort;
    out.hedge = mention.hedge;
    out.direction = mention.direction;
    out.unit = mention.unit;
    out.range = mention.is_range;
    out.decimals = number.decimals;
    out.scale = number.scale;
    out.too_large = number.too_large || (mention.is_range && mention.upper.too_large);
    out.set = nothing();
    if (out.too_large) return out;
    out.n = value_of(number);
    out.upper = mention.is_range ? value_of(mention.upper) : out.n;
    out.u = power_of_ten(number.place);
    out.upper_u = mention.is_range ? power_of_ten(mention.upper.place) : out.u;
    const Width width = unhedged_width(number, mention.unit);
    out.h = width.h;
    out.capped = width.capped;
    if (is_ambiguous(mention)) return out;
    if (hedges_the_fall(mention))
        set_reduction(out, mention.hedge);
    else if (mention.is_range)
        out.set = range_set(mention);
    else if (is_vague_time(mention) && mention.hedge == Hedge::exact)
        out.set = at_least(out.n);
    else
        out.set = hedged(number, mention.hedge, out.h);
    return out;
}

Interval allowed(const Mention& mention) {
    const Number& number = mention.number;
    const bool plain = !mention.is_range && !is_vague_time(mention) && !hedges_the_fall(mention);
    if (!plain || number.too_large || is_ambiguous(mention)) return stated_of(mention).set;
    const Rational n = value_of(number);
    const Rational h = needs_width(n, mention.hedge) ? unhedged_width(number, mention.unit).h : Rational(0);
    return hedged(number, mention.hedge, h);
}

namespace {

constexpr int finer = 4;  // digits that a twentieth and a tenth of half a unit may need
constexpr int longest_shift = 12;

Int128 power(int n) {
    Int128 out = 1;
    for (int i = 0; i < n; ++i) out *= 10;
    return out;
}

// A number in whole units of 10^exponent.
struct Whole {
    Int128 n = 0;
    Int128 about = 0;  // half-width under "about"
    std::int32_t exponent = 0;
};

// As about_width and own_width say, without a division that leaves a rest. Zeros that may have been dropped never count under
// "about": 5 % of n is twice what they could add.
std::optional<Whole> in_whole_units(const Number& number, Unit unit) {
    constexpr Int128 largest = Int128{1} << 60;
    const Decimal& value = number.value;
    const bool sized = number.sort == Sort::plain || number.sort == Sort::counted;
    if (!sized || number.denominator != 1 || value.coefficient > largest || value.coefficient < -largest) return std::nullopt;
    Whole out;
    out.exponent = std::min({value.exponent, number.place, 0}) - finer;
    const int shift = std::max({value.exponent, number.place, 3}) - out.exponent;
    if (shift > longest_shift) return std::nullopt;
    out.n = value.coefficient * power(value.exponent - out.exponent);
    const Int128 size = out.n < 0 ? -out.n : out.n;
    const Int128 twentieth = size / 20;
    const Int128 rounding = std::min(power(number.place - out.exponent) / 2, number.scale > 0 ? twentieth : largest * largest);
    const Int128 one = power(-out.exponent);
    const bool exact_count = is_count(number) && size < 1000 * one;
    const Int128 own = exact_count && !is_long_time(unit) ? 0 : rounding;
    out.about = std::max({twentieth, 2 * own, exact_count ? one : Int128{0}});
    return out;
}

}  // namespace

std::optional<DecimalLimits> decimal_limits(const Mention& mention) {
    if (mention.is_range || is_vague_time(mention) || hedges_the_fall(mention) || mention.number.too_large ||
        is_ambiguous(mention))
        return std::nullopt;
    const auto whole = in_whole_units(mention.number, mention.unit);
    if (!whole || whole->n == 0) return std::nullopt;
    const Int128 n = whole->n;
    const auto at = [&](Int128 value) { return Decimal{value, whole->exponent}; };
    const auto between = [&](Int128 a, Int128 b) { return DecimalLimits{at(std::min(a, b)), at(std::max(a, b))}; };
    switch (mention.hedge) {
        case Hedge::exact: return std::nullopt;
        case Hedge::about: return between(n - whole->about, n + whole->about);
        case Hedge::over:
        case Hedge::at_least: return DecimalLimits{at(n), std::nullopt};
        case Hedge::under:
        case Hedge::at_most:
        case Hedge::up_to: return DecimalLimits{std::nullopt, at(n)};
        case Hedge::nearly:
        case Hedge::just_under: return between(n - n / 10, n);
        case Hedge::close_to: return between(n - n / 10, n + n / 20);
        case Hedge::just_over: return between(n, n + n / 10);
    }
    return std::nullopt;
}

}  // namespace factcheck
