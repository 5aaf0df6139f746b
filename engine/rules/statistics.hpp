// The statistics files of a pack: YAML -> Statistics. Like all rules they are strict: every fault at its place.
#pragma once

#include "model/statistics.hpp"
#include "rules/yaml.hpp"

#include <string_view>

namespace factcheck {

// Adds what the file says to `out`. Keys of a file: topics, groups, words, shares, weights.
void read_statistics(const YamlFile& file, std::string_view pack, Statistics& out, Diagnostics& diagnostics);

}  // namespace factcheck
