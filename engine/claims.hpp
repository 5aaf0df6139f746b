// What was understood of a text, before any rule: `factcheck claims`.
#pragma once

#include "check.hpp"
#include "model/report.hpp"

namespace factcheck {

// Every claim with its slots, in the order of the text; no verdicts.
[[nodiscard]] ReportDocument claims_of(const Engine::State& state, const Text& text);

}  // namespace factcheck
