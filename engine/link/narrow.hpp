// Words that make a claim one about a part: of the measure ("rice exports"), of the whole that a rank runs over ("in Asia"), of a
// sum named before ("of which $4.5 billion"), of a period ("the first half of fiscal 2025"). What is said of a part is not judged
// by the figure of the whole.
#pragma once

#include "link/sentence.hpp"
#include "model/vocabulary.hpp"

namespace factcheck {

// Whether a name, a mention or an event's cue stands there: words that are understood.
[[nodiscard]] bool covered(const Laid& laid, std::size_t token);
[[nodiscard]] bool narrows_measure(const Laid& laid, const CueAt& cue, const Measure& measure);
[[nodiscard]] bool narrows_rank(const Laid& laid, const MentionAt& rank, const CueAt& noun);
[[nodiscard]] bool narrows_toll(const Laid& laid, const MentionAt& value, const CueAt& cue);
[[nodiscard]] bool is_part_of_a_sum(const Laid& laid, const MentionAt& value);
[[nodiscard]] bool is_part_of_a_period(const Laid& laid, const MentionAt& time);

}  // namespace factcheck
