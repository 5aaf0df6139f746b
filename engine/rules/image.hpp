// Loaded packs as one piece of bytes, so that the next start need not read YAML and tables again. An image is of one build of the
// program and names the files that it was made from, each with a hash (XXH3, 128 bits) of its contents.
#pragma once

#include "rules/load.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace factcheck {

[[nodiscard]] std::string image_of(const PackContents& contents);

// Absent: damaged, of another build, or one of its files reads otherwise today.
[[nodiscard]] std::optional<PackContents> contents_of_image(std::string_view image);

// A name for the image of these folders as they stand here: of the build, the working folder, and the packs found below them.
[[nodiscard]] std::string image_name(const std::vector<std::filesystem::path>& folders);

}  // namespace factcheck
