#include "bind/arithmetic.hpp"

#include <algorithm>

namespace factcheck {

Value at_corners(const Known& a, const Known& b, Unit unit, const std::function<Rational(const Rational&, const Rational&)>& f) {
    if (!a.set.low || !a.set.high || !b.set.low || !b.set.high)
        return Nothing{Reason::open_evidence, "a figure has no known limit", "a figure with both limits"};
    const std::vector<Rational> corners{f(a.set.low->value, b.set.low->value), f(a.set.low->value, b.set.high->value),
                                        f(a.set.high->value, b.set.low->value), f(a.set.high->value, b.set.high->value)};
    Known out;
    out.set = closed(*std::min_element(corners.begin(), corners.end()), *std::max_element(corners.begin(), corners.end()));
    out.e = f(a.e, b.e);
    out.unit = unit;
    out.derived = true;
    out.open_assumed = a.open_assumed || b.open_assumed;
    out.is_range = a.is_range || b.is_range;
    return out;
}

bool touches_zero(const Interval& set) { return contains(set, Rational(0)); }

Known known_from(const Stated& stated) {
    Known out;
    // What was printed stands for what its words allow, and at least for half a unit to either side.
    const bool digits = stated.sort == Sort::plain || (stated.sort == Sort::counted && stated.h != 0);
    out.set = stated.set;
    if (digits && !is_empty(stated.set))
        out.set = hull(stated.set, closed(stated.n - stated.u / 2, stated.upper + stated.upper_u / 2));
    out.e = stated.range ? Rational((stated.n + stated.upper) / 2) : stated.n;
    out.unit = stated.unit;
    out.counted = stated.sort == Sort::counted;
    return out;
}

const Known* as_known(const Value& value, Known& room) {
    if (const auto* known = std::get_if<Known>(&value)) return known;
    if (const auto* stated = std::get_if<Stated>(&value)) {
        room = known_from(*stated);
        return &room;
    }
    return nullptr;
}

Known sum_of(const std::vector<Known>& parts) {
    Known out;
    out.e = 0;
    out.set = exactly(Rational(0));
    out.counted = !parts.empty();
    for (const Known& part : parts) {
        out.e += part.e;
        out.unit = part.unit;
        out.counted = out.counted && part.counted;
        out.open_assumed = out.open_assumed || part.open_assumed;
        out.is_range = out.is_range || part.is_range;
        if (out.set.low)
            out.set.low =
                part.set.low
                    ? std::optional(Bound{out.set.low->value + part.set.low->value, out.set.low->closed && part.set.low->closed})
                    : std::nullopt;
        if (out.set.high)
            out.set.high = part.set.high ? std::optional(Bound{out.set.high->value + part.set.high->value,
                                                               out.set.high->closed && part.set.high->closed})
                                         : std::nullopt;
    }
    return out;
}

}  // namespace factcheck
