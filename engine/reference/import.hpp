// A pack's tables -> series rows, entities, events: tidy CSV described by a Frictionless datapackage.json. Strict: any bad row is a fault.
#pragma once

#include "model/diagnostic.hpp"
#include "model/observation.hpp"
#include "reference/reference.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace factcheck {

struct ImportedData {
    std::vector<SeriesRows> tables;     // `pack` is left for the caller
    std::vector<Entity> entities;
    std::vector<Event> events;
    std::vector<std::filesystem::path> files;  // all that were read, for the pack's hash
};

// `series` says which series exist and their dimensions; rows of others are faults. All faults go to `diagnostics`.
[[nodiscard]] ImportedData import_data(const std::filesystem::path& datapackage, const std::vector<Series>& series,
                                       Diagnostics& diagnostics);

}  // namespace factcheck
