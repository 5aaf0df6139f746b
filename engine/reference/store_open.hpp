// A store opened and known to be one; its names by number. For store.cpp and store_reference.cpp.
#pragma once

#include "reference/sqlite.hpp"
#include "reference/store_build.hpp"
#include "reference/store_rows.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace factcheck::store {

// Throws SqlFault where the file is no store of this version.
[[nodiscard]] Database open_store(const std::filesystem::path& file);
[[noreturn]] void damaged(const std::filesystem::path& file);

struct OpenedSeries {
    std::uint32_t id = 0;
    std::int64_t sliced = 0;
    StoreSeries about;
};

// A row of `SELECT id, name, label, unit, unit_mult, frequency, nature, dimensions, about, sliced, observations, first, last`.
[[nodiscard]] OpenedSeries series_of(const Statement& row);
// A row of `SELECT obs_status, unit_mult, published, source, url, comment`.
[[nodiscard]] StoredOrigin origin_of(const Statement& row, const std::filesystem::path& file);

}  // namespace factcheck::store
