// What a part of a sentence says of its topic, and what the figures say to that.
#pragma once

#include "statistics/choose.hpp"

#include <vector>

namespace factcheck::statistics {

struct Room {
    const Index& index;
    Figures& figures;
    const Laid& laid;
    int year = 0;
    std::deque<Measured> made;
    std::deque<TopicSeries> said;
    std::deque<Mention> mentions;  // of values that are told in vague words
    std::deque<MentionAt> places;
};

struct PartOpinion {
    Opinion opinion;
    std::vector<Candidate> candidates;  // what was weighed, best first
};

[[nodiscard]] std::vector<PartOpinion> judge_part(Room& room, const Part& part);

}  // namespace factcheck::statistics
