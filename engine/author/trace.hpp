// Expressions with every sub-value: what `factcheck explain` shows of a rule.
#pragma once

#include "author/explain.hpp"
#include "bind/bind.hpp"

namespace factcheck {

// A set of values with its unit, as "5535000000 to 5545000000 USD".
[[nodiscard]] std::string set_in_words(const Interval& set, Unit unit);
// A value of the claim or of the evidence, with its set where it has one.
[[nodiscard]] std::string traced_value(const Names& names, const Value& value);
// The expression in one reading of a bound claim.
[[nodiscard]] ExplainedValue traced(const BindContext& context, const BoundClaim& bound, const Reading& reading,
                                    const Expression& expression, bool citing);

}  // namespace factcheck
