// Sets of rationals between two ends. Every question is answered end by end: an absent end is infinite.
#include "model/interval.hpp"

#include <utility>

namespace factcheck {

namespace {

// Does `a` as a lower end let in at least what `b` lets in?
bool starts_no_later(const std::optional<Bound>& a, const std::optional<Bound>& b) {
    if (!a) return true;
    if (!b) return false;
    return a->value < b->value || (a->value == b->value && (a->closed || !b->closed));
}

bool ends_no_earlier(const std::optional<Bound>& a, const std::optional<Bound>& b) {
    if (!a) return true;
    if (!b) return false;
    return a->value > b->value || (a->value == b->value && (a->closed || !b->closed));
}

}  // namespace

Interval closed(Rational low, Rational high) { return {Bound{std::move(low), true}, Bound{std::move(high), true}}; }
Interval exactly(Rational value) { return {Bound{value, true}, Bound{value, true}}; }
Interval above(Rational value) { return {Bound{std::move(value), false}, std::nullopt}; }
Interval below(Rational value) { return {std::nullopt, Bound{std::move(value), false}}; }
Interval at_least(Rational value) { return {Bound{std::move(value), true}, std::nullopt}; }
Interval at_most(Rational value) { return {std::nullopt, Bound{std::move(value), true}}; }

bool is_empty(const Interval& set) {
    if (!set.low || !set.high) return false;
    if (set.low->value != set.high->value) return set.low->value > set.high->value;
    return !set.low->closed || !set.high->closed;
}

bool contains(const Interval& set, const Rational& value) { return within(exactly(value), set); }

bool within(const Interval& inner, const Interval& outer) {
    return is_empty(inner) || (starts_no_later(outer.low, inner.low) && ends_no_earlier(outer.high, inner.high));
}

bool meets(const Interval& a, const Interval& b) {
    const Interval both{starts_no_later(a.low, b.low) ? b.low : a.low, ends_no_earlier(a.high, b.high) ? b.high : a.high};
    return !is_empty(a) && !is_empty(b) && !is_empty(both);
}

Interval scaled(const Interval& set, const Rational& factor) {
    if (factor == 0) return is_empty(set) ? set : exactly(Rational(0));
    Interval out = set;
    if (out.low) out.low->value *= factor;
    if (out.high) out.high->value *= factor;
    if (factor < 0) std::swap(out.low, out.high);
    return out;
}

Interval negated(const Interval& set) { return scaled(set, Rational(-1)); }

Interval hull(const Interval& a, const Interval& b) {
    if (is_empty(a)) return b;
    if (is_empty(b)) return a;
    return {starts_no_later(a.low, b.low) ? a.low : b.low, ends_no_earlier(a.high, b.high) ? a.high : b.high};
}

}  // namespace factcheck
