// The stretch of years that a change, trend or record is told of: stated, or all that the words may mean.
#pragma once

#include "statistics/opinion.hpp"

namespace factcheck::statistics {

struct Windows {
    std::vector<YearSpan> all;  // readings
    bool stated = false;        // the text says where it begins
    bool vague = false;         // "recent years", "the last five years": neighbours are as good
};

// With figures at both ends for the subject; `least` years long where the text says nothing.
[[nodiscard]] Windows windows_of(const Case& c, int least);
// What is missing where a stated stretch has no figures.
[[nodiscard]] Opinion no_window(const Case& c, const std::string& rule);

}  // namespace factcheck::statistics
