// judgements -> findings: the claim as a report shows it: message, evidence, cause, suggestion, what would settle it.
#pragma once

#include "bind/bind.hpp"
#include "judge/judge.hpp"
#include "model/report.hpp"

namespace factcheck {

[[nodiscard]] ReportClaim finding(const BindContext& context, const BoundClaim& bound, const Judgement& judgement);

}  // namespace factcheck
