// A pack's files: found below folders, opened only inside the pack, hashed.
#pragma once

#include "model/diagnostic.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace factcheck {

// Folders that hold a pack.yaml, at or below `folder`, in the order of their names. Links are not followed below it.
[[nodiscard]] std::vector<std::filesystem::path> find_packs(const std::filesystem::path& folder, Diagnostics& diagnostics);

// Bytes of a regular file of at most `most` bytes at a path relative to the pack's folder: no "..", no link on the way.
// The sentence why not, otherwise.
struct FileBytes {
    std::optional<std::string> bytes;
    std::string fault;
};
[[nodiscard]] FileBytes read_inside(const std::filesystem::path& folder, const std::string& relative, std::size_t most);

// Empty where such a file can be opened, of any size.
[[nodiscard]] std::string why_not_inside(const std::filesystem::path& folder, const std::string& relative);

// "sha256:..." over name and contents of each file, in the order of the names.
[[nodiscard]] std::string hash_of(std::vector<std::pair<std::string, std::string>> files);

}  // namespace factcheck
