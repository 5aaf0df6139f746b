// Figures -> a store. They come in any order and from any number of files; the same figures in the same order make the same
// bytes, and figures that are in it already change nothing.
#pragma once

#include "model/diagnostic.hpp"
#include "model/observation.hpp"
#include "reference/faults.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// A series as its source describes it; what a pack's vocabulary says of it counts when texts are checked.
struct StoreSeries {
    std::string name;
    std::string label;
    std::string unit;  // the source's own words: "% of population", "USD"
    std::optional<int> unit_mult;
    std::string frequency;
    std::string nature;
    std::vector<std::string> dimensions;
    std::string about;
    std::uint64_t observations = 0;  // filled by the store
    std::string first;               // day
    std::string last;
};

// Where a figure comes from and what is said of it; many figures share one.
struct Provenance {
    std::string_view status = "A";
    std::optional<int> unit_mult;  // absent: the series' own
    Published published;
    std::string_view source;
    std::string_view url;
    std::string_view comment;
};

class StoreBuilder {
public:
    StoreBuilder();
    StoreBuilder(StoreBuilder&&) noexcept;
    ~StoreBuilder();

    // Lines of figures that follow are lines of this file.
    void begin_file(const std::string& file);
    // The number of a series, old or new. Null where one of that name has other dimensions.
    [[nodiscard]] std::optional<std::uint32_t> series(const StoreSeries& series);
    // What to call an entity's code in lists: "PK" -> "Pakistan".
    void name_entity(std::string_view code, std::string_view label);
    // `key`: one entity for each dimension of the series.
    void add(std::uint32_t series, std::span<const std::string_view> key, const Period& period, const Decimal& value,
             const Provenance& origin, std::size_t line);
    // A table of events, event_dates or facts, kept as it is.
    void add_table(const std::string& name, std::string csv);

    [[nodiscard]] std::size_t size() const;  // figures
    [[nodiscard]] std::size_t series_count() const;
    [[nodiscard]] bool has_tables() const;
    // Puts the figures in order. Figures that stand twice are kept once; of two values for one figure the first is kept, and the
    // other is a fault that shows both.
    void finish(Diagnostics& diagnostics);
    // The finished store into a new file. Throws SqlFault.
    void write(const std::filesystem::path& file) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace factcheck
