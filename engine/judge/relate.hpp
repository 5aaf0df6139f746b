// claim set x evidence set -> verdict: the one relation of docs/semantics.md, a pure function. Its rows:
// tests/corpus/relation.yaml.
#pragma once

#include "model/quantity.hpp"
#include "model/verdict.hpp"

#include <span>
#include <string>

namespace factcheck {

struct Relation {
    Verdict verdict = Verdict::unverifiable;  // supported, imprecise, misleading, contradicted or unverifiable
    Reason reason = Reason::none;             // of unverifiable: open_evidence, too_large
    bool finer_than_evidence = false;         // C lies in E: supported, and the finding says so
    bool check_reading = false;               // missed by more than half of the larger of |n| and |e|
    friend bool operator==(const Relation&, const Relation&) = default;
};

struct RelateOptions {
    Rational near = 1;                     // factor on the near-miss width
    std::span<const Rational> thresholds;  // values that a near miss may not cross, in the claim's unit
};

// Both in the same unit. `outdated` is decided by the caller, who knows the earlier vintages.
[[nodiscard]] Relation relate(const Stated& claim, const Known& evidence, const RelateOptions& options);

// Periods: what is claimed ("in May") against what is known (10 May): supported when known lies in claimed.
[[nodiscard]] Relation relate_periods(long claimed_first, long claimed_last, long known_first, long known_last,
                                      bool claimed_is_day);

}  // namespace factcheck
