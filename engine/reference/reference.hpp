// The observations: the interface of the reference store. Held in memory (memory.cpp) or in a file (store.hpp).
#pragma once

#include "model/observation.hpp"
#include "model/rule.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace factcheck {

using Key = std::vector<std::string>;  // entity ids in the order of the series' dimensions

// Rows that stand somewhere else, and what keeps them there; cheap to copy, valid as long as the Reference or the owner lives.
class Rows {
public:
    Rows() = default;
    explicit Rows(std::span<const Observation> rows) : rows_(rows) {}
    explicit Rows(std::vector<Observation> rows) {
        auto own = std::make_shared<const std::vector<Observation>>(std::move(rows));
        rows_ = *own;
        owner_ = std::move(own);
    }

    [[nodiscard]] auto begin() const { return rows_.begin(); }
    [[nodiscard]] auto end() const { return rows_.end(); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] const Observation& operator[](std::size_t i) const { return rows_[i]; }
    [[nodiscard]] std::span<const Observation> span() const { return rows_; }

private:
    std::span<const Observation> rows_;
    std::shared_ptr<const void> owner_;
};

// Every call may come from any thread. A store that turns out to be damaged throws StoreFault (store.hpp).
class Reference {
public:
    virtual ~Reference() = default;
    // Every row of one key and period, of all sources and vintages, in order of publication.
    [[nodiscard]] virtual Rows rows(const Series& series, const Key& key, const Period& period) const = 0;
    // Distinct periods that have rows for the key, ascending by first day, then last.
    [[nodiscard]] virtual std::vector<Period> periods(const Series& series, const Key& key) const = 0;
    // Ids that stand at position `dimension` where all other positions equal `key`'s, ascending; the entry at `dimension` is
    // ignored.
    [[nodiscard]] virtual std::vector<std::string> members(const Series& series, const Key& key, std::size_t dimension,
                                                           const Period& period) const = 0;
    // The rows of all those members, ascending by member, then in order of publication: what a rank needs, in one go.
    [[nodiscard]] virtual Rows slice(const Series& series, const Key& key, std::size_t dimension, const Period& period) const = 0;
};

struct SeriesRows {
    std::string pack;
    std::string series;
    std::vector<Observation> rows;
};

[[nodiscard]] std::unique_ptr<Reference> make_memory_reference(std::vector<SeriesRows> tables);

// Each pack's series in the reference that is named for it; those of all other packs in `others`.
[[nodiscard]] std::unique_ptr<Reference> make_reference(std::map<std::string, std::shared_ptr<const Reference>> by_pack,
                                                        std::unique_ptr<const Reference> others);

}  // namespace factcheck
