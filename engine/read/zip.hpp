// Files out of an archive that lies in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

struct ZipMembers {
    std::vector<std::string> bytes;  // beside the names; empty where there is no such file
    std::string error;               // one sentence; empty: none
};

// No file may be larger than a document, nor so much larger than the archive that it can only be a trap.
[[nodiscard]] ZipMembers read_zip(std::string_view archive, const std::vector<std::string_view>& names);

}  // namespace factcheck
