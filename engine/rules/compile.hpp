// Specs -> what the engine runs. Every name is looked up, every scalar read, every expression checked; all faults are kept.
#pragma once

#include "model/rule.hpp"
#include "rules/expression.hpp"
#include "rules/spec.hpp"

#include <span>
#include <vector>

namespace factcheck {

// The pack's own names and those of the packs that it uses; the packs must not move while it is in use. Where two define one
// name, the pack's own counts, then the order of `uses`.
[[nodiscard]] VisibleNames visible_names(const Pack& pack, std::span<const Pack> loaded);

// Fills pack.vocabulary and pack.series. `used` are the names of the packs that it uses.
void compile_vocabulary(const VocabularySpec& spec, const VisibleNames& used, Pack& pack, Diagnostics& diagnostics);
// Fills pack.rules. `visible` are all names, the pack's events included.
void compile_rules(const std::vector<RuleSpec>& specs, const VisibleNames& visible, Pack& pack, Diagnostics& diagnostics);
// Adds tests that stand apart to the rules that they name.
void compile_cases(const std::vector<TestSpec>& specs, Pack& pack, Diagnostics& diagnostics);

}  // namespace factcheck
