// YAML -> checked packs. The only user of yaml-cpp. All faults of all files in one run.
#pragma once

#include "model/diagnostic.hpp"
#include "model/rule.hpp"
#include "reference/reference.hpp"
#include "rules/content_hash.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace factcheck {

// A file that loading read, as it was then.
struct PackFile {
    std::string folder;  // of the pack
    std::string name;    // below it
    ContentHash hash;
};

// A store that a pack's figures are looked up in.
struct PackStore {
    std::string pack;
    std::string file;
    std::string digest;  // of its contents, as it says itself
    std::shared_ptr<const Reference> reference;
};

// What loading makes of the files; the observations are still in the order of their tables.
struct PackContents {
    std::vector<Pack> packs;  // by name
    std::vector<SeriesRows> tables;
    std::vector<PackStore> stores;
    std::vector<PackFile> files;  // with `hashes` only
    Diagnostics diagnostics;      // any error: the packs must not be used
};

// What there is of a series, for those who list it.
struct SeriesExtent {
    std::string pack;
    std::string series;
    std::size_t rows = 0;
    std::optional<Period> span;  // of all its periods
    std::vector<Key> keys;       // ascending
};

struct LoadedPacks {
    std::vector<Pack> packs;  // by name
    std::shared_ptr<const Reference> reference;
    std::vector<SeriesExtent> extents;  // of series with rows, by pack and id
    Diagnostics diagnostics;            // any error: the packs must not be used
};

// Every pack at or below each folder, and what they `use` from the folders beside them.
// With `hashes` each pack's hash is made, which takes as long as reading its data. `store`, if any, is asked in place of the
// stores that packs name as their data: what would another release change?
// load_packs() also tells how far each series goes; loaded_packs() leaves that out.
[[nodiscard]] PackContents read_packs(const std::vector<std::filesystem::path>& folders, bool hashes,
                                      const std::filesystem::path& store = {});
[[nodiscard]] LoadedPacks loaded_packs(PackContents contents);
[[nodiscard]] LoadedPacks load_packs(const std::vector<std::filesystem::path>& folders, bool hashes = true,
                                     const std::filesystem::path& store = {});

}  // namespace factcheck
