// The two ends of a change among the figures of a sentence, and its size: "rose 20 percent to $50 million from $45 million".
#pragma once

#include "link/figures.hpp"

namespace factcheck {

// By their places among the figures; `to` and `from` may be one range: "from 10 to 12 percent".
struct Ends {
    std::size_t to = 0;
    std::size_t from = 0;
    Mention late;
    Mention early;
    bool against = false;  // "50, against 40": what stands before them may be measured from another level
    [[nodiscard]] std::size_t first() const { return std::min(to, from); }
    [[nodiscard]] std::size_t last() const { return std::max(to, from); }
};

[[nodiscard]] std::vector<Ends> ends_in(const Laid& laid, const Figures& figures);
// Whether the figure at `i` is the size of the change between the ends.
[[nodiscard]] bool is_size_of(const Figures& figures, const Ends& ends, std::size_t i);
// Whether a figure says how much was added or lost, by itself.
[[nodiscard]] bool is_size_of_change(const Mention& mention);
// A change of that size with these ends; where they stand in the sentence before, their slots say so.
[[nodiscard]] Claim change_claim(const Linking& linking, const MentionAt& size, Direction direction, const Mention& late,
                                 const Mention& early);

}  // namespace factcheck
