// A pack's tables -> series rows and events: tidy CSV described by a Frictionless datapackage.json, or a store made of such.
// Strict: any bad row is a fault.
#pragma once

#include "model/diagnostic.hpp"
#include "model/observation.hpp"
#include "reference/reference.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace factcheck {

struct ImportedData {
    std::vector<SeriesRows> tables;  // `pack` is left for the caller
    std::vector<Event> events;
    std::vector<std::filesystem::path> files;  // all that were read, for the pack's hash
    // Of a store, which is asked and not read:
    std::shared_ptr<const Reference> reference;
    std::optional<Day> until;  // last day that the series of the pack speak of
    std::string digest;        // stands for its contents in the pack's hash
};

// Ids that the tables may name; a null list is not checked.
struct KnownIds {
    const std::vector<std::string>* entities = nullptr;
    const std::vector<std::string>* measures = nullptr;  // of facts
};

// `series` says which series exist and their dimensions; rows of others are faults. All faults go to `diagnostics`.
[[nodiscard]] ImportedData import_data(const std::filesystem::path& datapackage, const std::vector<Series>& series,
                                       Diagnostics& diagnostics, const KnownIds& known = {});

// The same from a store (store.hpp), of which the series are only those that the pack names.
[[nodiscard]] ImportedData import_store(const std::filesystem::path& file, const std::vector<Series>& series,
                                        Diagnostics& diagnostics, const KnownIds& known = {});

}  // namespace factcheck
