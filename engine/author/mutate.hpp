// `factcheck mutate`: are a pack's tests worth their name? Each number, comparison, cue, guard and figure of a pack is changed,
// one at a time, and the tests are run: a change that no test notices is a mutant that lives, and shows what is not tested.
#pragma once

#include "model/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace factcheck {

struct Mutant {
    std::string kind;  // number, comparison, cue, guard, slip, severity, figure
    Place place;
    std::string what;  // "= becomes !=", "without the cue \"sold to\""
    bool killed = false;
};

struct MutationScore {
    std::string pack;
    std::vector<Mutant> mutants;     // by place
    std::size_t figures_unseen = 0;  // figures that no test cites: not counted, for no test is about them
    std::size_t figures = 0;
    std::size_t cues_unjudged = 0;  // of measures that no rule names: no verdict hangs on them
    [[nodiscard]] std::size_t killed() const;
};

struct MutationRun {
    std::vector<MutationScore> packs;
    std::vector<std::string> errors;  // tests that fail before anything is changed
};

// The packs at or below `folders`, loaded from `loads` once for each processor: a mutant changes them in place.
[[nodiscard]] MutationRun mutate_packs(const std::vector<std::string>& loads, const std::vector<std::string>& folders,
                                       const std::string& filter);

[[nodiscard]] std::string render_mutants(const MutationRun& run, bool brief);
[[nodiscard]] std::string render_mutants_json(const MutationRun& run);

}  // namespace factcheck
