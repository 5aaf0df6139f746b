// --rules -> folders: a folder as it stands, or names of packs looked up where packs are kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

struct PackFolders {
    std::vector<std::string> folders;
    std::vector<std::string> errors;  // one sentence each
};

// `places`: the folders to look names up in, first come first served.
[[nodiscard]] PackFolders pack_folders(const std::vector<std::string>& values, const std::vector<std::string>& places);

// FACTCHECK_PATH, split at colons; then the packs that were installed with the program.
[[nodiscard]] std::vector<std::string> pack_places(std::string_view search_path, std::string_view installed);

}  // namespace factcheck
