#include "reference/vintage.hpp"

#include <algorithm>
#include <tuple>

namespace factcheck {

namespace {

// A figure is surely public only when its interval has ended.
bool published_earlier(const Observation& a, const Observation& b) {
    return std::tie(a.published.last, a.published.first, a.row) < std::tie(b.published.last, b.published.first, b.row);
}

// Counted things below this are printed in full (docs/semantics.md, "Sets of values").
const Rational& exact_below() {
    static const Rational thousand = power_of_ten(3);
    return thousand;
}

bool could_be_out(const Vintage& vintage, Day day) {
    return std::any_of(vintage.rows.begin(), vintage.rows.end(),
                       [&](const Observation& row) { return row.published.first <= day; });
}

}  // namespace

Interval evidence_set(const Observation& row, const Series& series) {
    const Rational value = row.base_value();
    const Rational place = row.base_place();
    const Rational half = place / 2;
    switch (series.rounding) {
        case SourceRounding::exact: return exactly(value);
        case SourceRounding::half_up:
            // A half goes away from zero, so the end far from zero is not reached.
            return {Bound{value - half, value > 0}, Bound{value + half, value < 0}};
        case SourceRounding::either: break;
    }
    if (series.unit.dimension == Dimension::count && place <= 1 && absolute(value) < exact_below()) return exactly(value);
    // Rounded, the figure stands for half a place on either side; truncated, for a whole place away from zero.
    return value < 0 ? closed(value - place, value + half) : closed(value - half, value + place);
}

std::vector<Vintage> vintages(std::vector<Observation> rows, const Series& series) {
    std::stable_sort(rows.begin(), rows.end(), published_earlier);
    std::vector<Vintage> all;
    for (Observation& row : rows) {
        const bool same = !all.empty() && meets(evidence_set(row, series), evidence_set(all.back().finest, series));
        if (!same) all.push_back({row, row.published, {}});
        Vintage& own = all.back();
        if (row.base_place() < own.finest.base_place()) own.finest = row;
        own.rows.push_back(std::move(row));
    }
    return all;
}

InForce in_force(const std::vector<Vintage>& all, std::optional<Day> day) {
    InForce out;
    for (std::size_t back = 0; back < all.size(); ++back) {
        const std::size_t i = all.size() - 1 - back;
        if (!day || all[i].since.last <= *day) {
            out.surely.push_back(i);
            if (day) break;
        } else if (could_be_out(all[i], *day)) {
            out.possibly.insert(out.possibly.begin(), i);
        }
    }
    return out;
}

}  // namespace factcheck
