// What the words of a mention allow: the set C of docs/semantics.md, section "Sets of values".
#pragma once

#include "model/mention.hpp"
#include "model/quantity.hpp"

#include <optional>

namespace factcheck {

[[nodiscard]] Stated stated_of(const Mention& mention);
// The set alone, which takes less work.
[[nodiscard]] Interval allowed(const Mention& mention);

// The ends of the set of a hedged number, open or closed, in decimals: hundreds of times faster than rationals. Absent where they
// do not suffice; `allowed` knows every case.
struct DecimalLimits {
    std::optional<Decimal> low;
    std::optional<Decimal> high;
};
[[nodiscard]] std::optional<DecimalLimits> decimal_limits(const Mention& mention);

}  // namespace factcheck
