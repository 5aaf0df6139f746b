// Words that a check begins with: a sentence without them is not looked at closer.
#pragma once

#include "link/sentence.hpp"

#include <cstdint>

namespace factcheck {

enum class Sign : std::uint8_t {
    average,  // average, averaging, mean, each, apiece, per, head
    rest,     // the rest, remaining, others
    list,     // a colon behind a count
    respectively,
    anniversary,  // anniversary, birthday
    birth,        // born, died, aged
    after,        // after, before, following, since, ago, later
    total,        // together, altogether, total, makes
    likely,       // probability, likelihood
    minus,        // a minus sign
    opposed,      // votes, goals, points to; by
    largest,      // busiest, largest
    most,         // what a share cannot exceed: population, voters
};

// The signs of a sentence, one bit each.
class Signs {
public:
    explicit Signs(const Laid& laid);
    [[nodiscard]] bool has(Sign sign) const { return (bits_ & bit(sign)) != 0; }

private:
    static constexpr std::uint32_t bit(Sign sign) { return 1U << static_cast<unsigned>(sign); }
    std::uint32_t bits_ = 0;
};

}  // namespace factcheck
