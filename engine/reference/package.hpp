// datapackage.json (Frictionless Data Package 1) -> what its tables are: their file, dialect, fields and the property `table`.
#pragma once

#include "model/diagnostic.hpp"
#include "reference/csv.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

enum class TableKind : std::uint8_t { observations, events, event_dates, facts };

struct Field {
    std::string name;
    std::string type = "string";
    bool required = false;             // constraints.required: never a missing value
    std::vector<std::string> allowed;  // constraints.enum; empty: anything
    char decimal = '.';                // decimalChar of a number
    char group = '\0';                 // groupChar; none
};

// Values of a field that must stand in a field of another table.
struct ForeignKey {
    std::string field;
    std::string resource;
    std::string other_field;
};

struct TableSpec {
    std::string name;
    TableKind kind = TableKind::observations;
    std::filesystem::path file;
    CsvDialect dialect;
    std::vector<Field> fields;
    std::vector<std::string> missing;  // texts that mean "no value"
    std::vector<ForeignKey> foreign;
};

// `dimensions`: the columns that tables of observations may have besides their own; null: any.
[[nodiscard]] std::vector<TableSpec> read_package(const std::filesystem::path& datapackage,
                                                  const std::vector<std::string>* dimensions, Diagnostics& diagnostics);
[[nodiscard]] std::optional<TableKind> table_kind(std::string_view name);

// The whole file, or a fault: only regular files are opened, none larger than `limit`.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& file, std::size_t limit,
                                                   Diagnostics& diagnostics);

// Its first bytes, under the same conditions.
[[nodiscard]] std::optional<std::string> read_head(const std::filesystem::path& file, std::size_t bytes,
                                                   Diagnostics& diagnostics);

// Whether a text is of a field's type ("number", "date", ...).
[[nodiscard]] bool is_of_type(std::string_view text, std::string_view type);

}  // namespace factcheck
