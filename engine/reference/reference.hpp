// The observations: the interface of the reference store. Held in memory today; a database implements the same.
#pragma once

#include "model/observation.hpp"
#include "model/rule.hpp"

#include <memory>
#include <string>
#include <vector>

namespace factcheck {

using Key = std::vector<std::string>;  // entity ids in the order of the series' dimensions

class Reference {
public:
    virtual ~Reference() = default;
    // Every row of one key and period, of all sources and vintages, in order of publication.
    [[nodiscard]] virtual std::vector<Observation> rows(const Series& series, const Key& key, const Period& period) const = 0;
    // Distinct periods that have rows for the key, ascending by first day, then last.
    [[nodiscard]] virtual std::vector<Period> periods(const Series& series, const Key& key) const = 0;
    // Ids that stand at position `dimension` where all other positions equal `key`'s, ascending; the entry at `dimension` is
    // ignored.
    [[nodiscard]] virtual std::vector<std::string> members(const Series& series, const Key& key, std::size_t dimension,
                                                           const Period& period) const = 0;
};

struct SeriesRows {
    std::string pack;
    std::string series;
    std::vector<Observation> rows;
};

[[nodiscard]] std::unique_ptr<Reference> make_memory_reference(std::vector<SeriesRows> tables);

}  // namespace factcheck
