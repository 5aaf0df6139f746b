// Vintages: which figure was in force on a day. docs/semantics.md, section "Time".
#pragma once

#include "model/interval.hpp"
#include "model/observation.hpp"

#include <optional>
#include <vector>

namespace factcheck {

// The set that a printed figure stands for: [v - u/2, v + u], mirrored for negative v, or after the series' rounding.
[[nodiscard]] Interval evidence_set(const Observation& row, const Series& series);

struct Vintage {
    Observation finest;             // speaks for the vintage
    Published since;                // of its first row
    std::vector<Observation> rows;  // in order of publication
};

// Rows of one key, period and source -> vintages in order. In order of publication a row opens a new vintage when its set
// no longer meets that of the finest row of the vintage before. A month-only publication counts from the end of the month.
[[nodiscard]] std::vector<Vintage> vintages(std::vector<Observation> rows, const Series& series);

struct InForce {
    std::vector<std::size_t> surely;    // index of the newest vintage whose publication had ended by the day; at most one
    std::vector<std::size_t> possibly;  // newer ones whose publication interval holds the day
};

// Without a day (undated text) every vintage is in force, the newest first.
[[nodiscard]] InForce in_force(const std::vector<Vintage>& all, std::optional<Day> day);

}  // namespace factcheck
