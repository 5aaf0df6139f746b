// Packs, loaded from an image of an earlier load where it still fits: starting is then a map and a check. Images are private to
// the user, made anew when anything that they were made from has changed, and never needed: without them loading takes longer.
#pragma once

#include "factcheck.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// The folder of the program among the user's caches: below XDG_CACHE_HOME, else below HOME; empty: there is none.
[[nodiscard]] std::filesystem::path user_cache(std::string_view xdg_cache_home, std::string_view home);

// Where images are kept: FACTCHECK_PACK_CACHE ("off": nowhere), else below XDG_CACHE_HOME, else below HOME; empty: nowhere.
[[nodiscard]] std::filesystem::path image_folder(std::string_view pack_cache, std::string_view xdg_cache_home,
                                                 std::string_view home);

// load() with hashes, from an image in `images` if there is one that fits; else an image is written there, of packs without
// faults. What goes wrong with images is silent: the packs are read themselves.
[[nodiscard]] Loaded load_with_images(const std::vector<std::string>& folders, const std::filesystem::path& images);

}  // namespace factcheck
