// The faults of one file: at most limits::faults_per_file are kept, for a file that is no table at all has one in every row.
#pragma once

#include "model/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace factcheck {

struct Faults {
    std::string file;
    Diagnostics found;
    std::size_t more = 0;  // not kept
};

void add_fault(Faults& faults, std::size_t line, std::size_t column, std::string message);
// In the order of their places, the first of each place; and how many more there are.
void hand_over(Faults faults, Diagnostics& diagnostics);

// A value as a message shows it: in quotes, cut when it is long.
[[nodiscard]] std::string shown(std::string_view value);
// " (did you mean x?)", or nothing when no known word is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace factcheck
