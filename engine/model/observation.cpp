// Printed figures in the unit of their series.
#include "model/observation.hpp"

namespace factcheck {

Rational Observation::base_value() const { return value.rational() * power_of_ten(unit_mult); }

Rational Observation::base_place() const { return power_of_ten(value.exponent + unit_mult); }

}  // namespace factcheck
