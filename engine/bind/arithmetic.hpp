// Arithmetic on sets: monotone functions of intervals, evaluated at the corners of their arguments.
#pragma once

#include "bind/value.hpp"

#include <functional>
#include <vector>

namespace factcheck {

// The set of f(a, b) for a in A, b in B, where f is monotone in each argument on them; Nothing if a set is unbounded.
[[nodiscard]] Value at_corners(const Known& a, const Known& b, Unit unit,
                               const std::function<Rational(const Rational&, const Rational&)>& f);
[[nodiscard]] bool touches_zero(const Interval& set);
// A claim's stated value as an operand: its own set, hedge and dropped zeros included.
[[nodiscard]] Known known_from(const Stated& stated);
[[nodiscard]] const Known* as_known(const Value& value, Known& room);
[[nodiscard]] Known sum_of(const std::vector<Known>& parts);

}  // namespace factcheck
