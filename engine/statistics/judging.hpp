// One part of a sentence while it is judged, and what its judges share.
#pragma once

#include "statistics/predicates.hpp"

#include <functional>
#include <vector>

namespace factcheck::statistics {

using Judge = std::function<Opinion(const Case&)>;

struct Judging {
    Room& room;
    const Part& part;
    std::vector<PartOpinion>& out;
    std::vector<Subject> subjects;           // countries and groups that the part is about
    const CountryGroup* universe = nullptr;  // what a place is counted among
};

// The best candidate decides; one nearly as good that says otherwise makes the claim ambiguous, and both are shown.
[[nodiscard]] PartOpinion with_best(const Judging& j, const Subject& subject, const Value* value, const Judge& judge,
                                    int topic = -1);
// Each of several countries must hold: "in Germany, Spain and Italy".
void judge_each(Judging& j, const Value* value, const Judge& judge);

// places.cpp: what stands against something else. Whether the part says so, and was judged.
[[nodiscard]] const Sign* relation_of(const Part& part);
[[nodiscard]] bool compare(Judging& j);
[[nodiscard]] bool rank_or_record(Judging& j);

}  // namespace factcheck::statistics
