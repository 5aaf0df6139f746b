// Which series a part of a sentence speaks of: every way of measuring the topics named, scored by the pack's weights.
#pragma once

#include "statistics/opinion.hpp"

#include <deque>
#include <vector>

namespace factcheck::statistics {

struct Choice {
    std::vector<Candidate> all;  // best first
    bool units_differ = false;   // there were some, but none in the value's unit
};

struct ChooseContext {
    const Index& index;
    Figures& figures;
    std::deque<Measured>& made;  // sums that were put together for this part: "wind and solar", "between 15 and 24"
    std::deque<TopicSeries>& said;
};

// `value` is what must be measured, or null. `topic` limits the search to one topic, or -1.
[[nodiscard]] Choice choose(const ChooseContext& context, const Part& part, const std::string& subject, const Value* value,
                            int topic = -1);

}  // namespace factcheck::statistics
