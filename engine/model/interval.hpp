// Sets of rationals between two ends, each closed, open or unbounded.
#pragma once

#include "model/rational.hpp"

#include <optional>

namespace factcheck {

struct Bound {
    Rational value;
    bool closed = true;
    friend bool operator==(const Bound&, const Bound&) = default;
};

struct Interval {
    std::optional<Bound> low;   // absent: unbounded below
    std::optional<Bound> high;  // absent: unbounded above
    friend bool operator==(const Interval&, const Interval&) = default;
};

[[nodiscard]] Interval closed(Rational low, Rational high);
[[nodiscard]] Interval exactly(Rational value);
[[nodiscard]] Interval above(Rational value);     // > value
[[nodiscard]] Interval below(Rational value);     // < value
[[nodiscard]] Interval at_least(Rational value);  // >= value
[[nodiscard]] Interval at_most(Rational value);   // <= value

[[nodiscard]] bool is_empty(const Interval& set);
[[nodiscard]] bool contains(const Interval& set, const Rational& value);
[[nodiscard]] bool within(const Interval& inner, const Interval& outer);  // inner is a subset of outer
[[nodiscard]] bool meets(const Interval& a, const Interval& b);           // they share a value
[[nodiscard]] Interval scaled(const Interval& set, const Rational& factor);
[[nodiscard]] Interval negated(const Interval& set);
[[nodiscard]] Interval hull(const Interval& a, const Interval& b);

}  // namespace factcheck
