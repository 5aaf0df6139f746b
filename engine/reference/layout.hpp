// What a table looks like -> how its cells become figures. A layout is a row of the table in layout.cpp: how its header is told,
// what is kept of the header, and what one row means.
#pragma once

#include "reference/figure_text.hpp"
#include "reference/source.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace factcheck {

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

// A series of the table that is being read, and where its key stands.
struct SeriesColumns {
    std::uint32_t number = 0;
    std::vector<std::size_t> columns;  // of its dimensions
};

// One table on its way into the store.
struct Interpreting {
    const SourceOptions& options;
    StoreBuilder& into;
    SourceCount& count;
    Faults& faults;
    TableAbout about;
    std::vector<std::string> header;  // after SourceOptions::columns
    NumberStyle style;
    Provenance origin;   // of figures that do not say otherwise
    bool codes = false;  // three-letter codes of countries become two-letter ones

    // Columns by what they are; no_column where there is none.
    std::size_t series = no_column, time = no_column, value = no_column, status = no_column, mult = no_column,
                decimals = no_column, published = no_column, source = no_column, url = no_column, comment = no_column,
                unit = no_column, frequency = no_column, label = no_column;
    std::vector<std::pair<std::string, std::size_t>> dimensions;  // name and column
    std::vector<std::pair<std::size_t, std::size_t>> names;       // columns of a code and of its name
    std::vector<std::size_t> choosing;                            // columns whose codes choose the series
    std::vector<std::pair<std::size_t, Period>> periods;          // columns that are periods
    std::unordered_map<std::string, SeriesColumns> by_name;
    std::vector<SeriesColumns> by_column;
    std::vector<std::string_view> key;  // room for one
    std::string scratch;
    Published row_published;
};

struct Layout {
    std::string_view name;
    std::string_view about;
    bool (*fits)(const Interpreting& table);
    bool (*start)(Interpreting& table);  // false: a fault of the header has been said
    void (*row)(Interpreting& table, const CsvRow& row);
};

// For layouts_*.cpp.
[[nodiscard]] std::size_t column_named(const Interpreting& table, std::string_view name);
[[nodiscard]] bool has_columns(const Interpreting& table, std::initializer_list<std::string_view> names);
[[nodiscard]] std::string_view cell_text(const CsvRow& row, std::size_t column);
void cell_fault(Interpreting& table, const CsvRow& row, std::size_t column, const std::string& why);
// What metadata says of a column or of the table, with an id.
[[nodiscard]] StoreSeries described(const Interpreting& table, std::string_view column, std::string id);
// The number of a series, or nothing after a fault.
[[nodiscard]] std::optional<std::uint32_t> declare(Interpreting& table, const StoreSeries& series, std::size_t line);
// The value of a cell into the store, unless it is missing or bad; false: it was bad, and that has been said.
bool put(Interpreting& table, const CsvRow& row, std::size_t column, std::uint32_t series, const Period& period,
         const Provenance& origin);

[[nodiscard]] const Layout& tidy_layout();
[[nodiscard]] const Layout& sdmx_layout();
[[nodiscard]] const Layout& owid_wide_layout();
[[nodiscard]] const Layout& owid_long_layout();
[[nodiscard]] const Layout& world_bank_layout();
[[nodiscard]] const std::vector<const Layout*>& layouts();

// A sink that interprets each table by its layout.
[[nodiscard]] std::unique_ptr<TableSink> make_interpreter(const SourceOptions& options, StoreBuilder& into, SourceCount& count,
                                                          Diagnostics& diagnostics);

}  // namespace factcheck
