// The years that the words of a sentence speak of.
#pragma once

#include "statistics/parts.hpp"

namespace factcheck::statistics {

[[nodiscard]] std::vector<Time> times_of(const Linking& linking, int year);

}  // namespace factcheck::statistics
