// Where figures come from: files, workbooks and databases as their publishers shape them -> a store. Two tables do it:
// readers (source.cpp) turn bytes into tables of cells, layouts (layout.cpp) turn a table into figures. Both are told by what the
// file holds, and both can be named.
#pragma once

#include "model/diagnostic.hpp"
#include "reference/csv.hpp"
#include "reference/store_build.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace factcheck {

struct SourceOptions {
    std::string from;       // a reader or layout by name; empty: told by the contents
    std::string series;     // id of the figures where the source names one series or none
    std::string published;  // where the source does not say when it was published: 2025-07-23, 2025-07
    std::string source;     // who publishes, where the source does not say
    std::string url;
    char decimal = '.';  // the decimal sign of numbers in text
    char group = '\0';   // the sign between groups of digits; none
    std::string table;   // a sheet of a workbook, a table of a database
    std::string query;   // a SELECT for a database
    std::vector<std::pair<std::string, std::string>>
        columns;  // a column's name -> what it is: reporter, time_period, obs_value ...
};

// What is known of a table before its rows.
struct TableAbout {
    std::string file;  // for messages
    std::string name;  // its stem, sheet or dataflow: "population-density"
    std::vector<std::pair<std::string, StoreSeries>>
        described;          // by column or file stem, from metadata beside it; "" is the table
    std::string published;  // from the source's own words
    std::string source;
    std::string layout;   // where the reader knows it; empty: told by the header
    bool codes = false;   // countries may go by codes of three letters
    bool floats = false;  // numbers were dumped by a machine: ".0" says nothing
};

// Takes a table: `begin`, then its header as the first row, then the others.
class TableSink {
public:
    virtual ~TableSink() = default;
    virtual void begin(const TableAbout& about) = 0;
    virtual void row(const CsvRow& row) = 0;
    virtual void end() = 0;
    // A row that could not be read, or a fault of the table as a whole.
    virtual Faults& faults() = 0;
};

struct SourceCount {
    std::size_t rows = 0;  // of all tables, headers not counted
    std::size_t figures = 0;
    std::size_t missing = 0;  // cells that say that there is no figure
    std::size_t bad_rows = 0;
    std::size_t too_early = 0;  // rows of years before the year 1, which no period can hold
    std::string told;           // "owid-wide in csv": what the source was taken for
};

// Reads one source into the builder. Bad rows are left out and go to `diagnostics`, each with its file, line and column.
SourceCount read_source(const std::string& source, const SourceOptions& options, StoreBuilder& into, Diagnostics& diagnostics);

struct SourceKind {
    std::string_view name;
    std::string_view about;
};
// Names that SourceOptions::from takes, and what each is.
[[nodiscard]] std::vector<SourceKind> source_kinds();

}  // namespace factcheck
