// bound claims -> judgements: each reading against its evidence, then the readings of a claim together. docs/semantics.md,
// "Verdicts".
#pragma once

#include "bind/bind.hpp"
#include "judge/relate.hpp"
#include "model/verdict.hpp"

#include <optional>
#include <string>
#include <vector>

namespace factcheck {

struct Judgement {
    bool silent = false;  // a guard of the rule holds: nothing is said
    Verdict verdict = Verdict::unverifiable;
    Reason reason = Reason::none;
    std::string say;  // why unverifiable or misleading, where the rule or the data say it
    std::string settles;
    std::string cause;               // a slip of the rule that makes the claim true
    Relation relation;               // of the reading that decided
    std::size_t reading = 0;         // which one
    std::vector<std::size_t> also;   // the readings that decided other choices with the same verdict
    std::vector<std::string> tried;  // the readings, where there were several
    std::vector<std::string> notes;
};

[[nodiscard]] Judgement judge(const BoundClaim& bound);

}  // namespace factcheck
