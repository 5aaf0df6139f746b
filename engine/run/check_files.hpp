// Many documents: files in, one report out, in the order of their paths.
#pragma once

#include "factcheck.hpp"

#include <string>
#include <vector>

namespace factcheck {

struct RunOptions {
    std::string date;   // ISO 8601 day for all documents; empty: their own
    std::string as_of;  // ISO 8601 day or "latest"; empty: each document's date
};

// Adds to `report` the documents behind the names, what was skipped, and a sentence for each that could not be checked.
void check_files(const Engine& engine, const std::vector<std::string>& names, const RunOptions& options, Report& report);

}  // namespace factcheck
