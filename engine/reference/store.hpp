// A store file as evidence: look-ups by key and by period, and all that it holds for lists and exports.
#pragma once

#include "reference/reference.hpp"
#include "reference/sqlite.hpp"
#include "reference/store_build.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace factcheck {

// A store that cannot be read, or is damaged where it was read: one sentence that names the file.
using StoreFault = SqlFault;

// Whether a file begins as a database does.
[[nodiscard]] bool is_store_file(const std::filesystem::path& file);

// One row with its names, as `each_row` shows it; valid during the call.
struct StoreRowView {
    const StoreSeries& series;
    const Key& key;
    Period period;
    Decimal value;
    const Provenance& origin;
};

// All that a store holds. Every member throws StoreFault.
class StoreFile {
public:
    explicit StoreFile(const std::filesystem::path& file);
    StoreFile(StoreFile&&) noexcept;
    ~StoreFile();

    [[nodiscard]] const std::vector<StoreSeries>& series() const;  // by name
    [[nodiscard]] std::string digest() const;                      // "sha256:..." of its contents, as they were written
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> entities() const;  // code and label, by code
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> tables() const;    // events, event_dates, facts: name and CSV
    // In order: series, key, period, publication. An empty name: all series.
    void each_row(const std::string& series, const std::function<void(const StoreRowView&)>& on_row) const;
    // Looks at every page and every chunk.
    void check_all() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// What a pack needs to know of a store at once. Throws StoreFault.
struct StoreFacts {
    std::string digest;
    std::optional<Day> until;  // last day of the series named
    std::vector<std::pair<std::string, std::string>> tables;
};
[[nodiscard]] StoreFacts store_facts(const std::filesystem::path& file, const std::vector<Series>& series);

// The rows of a pack's series, found by their ids in the store. Series that the store lacks have no rows; one with other
// dimensions is a fault. Throws StoreFault where the file is no store.
[[nodiscard]] std::shared_ptr<const Reference> make_store_reference(const std::filesystem::path& file,
                                                                    const std::vector<Series>& series, Diagnostics& diagnostics);

}  // namespace factcheck
