// What holds for some paths only.
#pragma once

#include <string>
#include <vector>

namespace factcheck {

struct PathOverride {
    std::string files;                       // patterns, one a line, as those of .gitignore
    std::string root;                        // the folder that they speak of; empty: the current one
    std::vector<std::string> ignored_rules;  // pack/id, or the pack alone
    std::string date;                        // ISO 8601 day; empty: as without it
    std::string as_of;                       // or latest
};

}  // namespace factcheck
