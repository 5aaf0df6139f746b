// Comma-separated values after RFC 4180, with the delimiter and quote that a data package declares.
// Accepts more: LF and CR end a row as CRLF does, a byte order mark, a last row without a line end, UTF-8.
// Accepts less: a quote inside a bare field, text after a closing quote, empty lines, NUL and invalid UTF-8 are faults.
#pragma once

#include "model/limits.hpp"
#include "reference/faults.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

struct CsvDialect {
    char delimiter = ',';
    char quote = '"';
    bool header = true;
    bool pass_empty_lines = false;  // else they are faults
    std::size_t first_line = 1;     // of the bytes, where they begin in the midst of a file
    std::size_t most_bytes = limits::csv_file_bytes;
    friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

struct CsvCell {
    std::string text;
    std::size_t line = 1;    // of its first character, from 1
    std::size_t column = 1;  // from 1, in code points
    std::size_t at = 0;      // byte of the table where it begins
};

struct CsvRow {
    std::size_t line = 1;
    std::vector<CsvCell> cells;
};

// Calls `on_row` for each row, the header among them, in order; a row with a fault is reported and left out. Rows as wide as the
// first are good rows. A quote that is never closed ends the reading, for all that follows it would be guesswork.
void read_csv(std::string_view bytes, const CsvDialect& dialect, const std::function<void(const CsvRow&)>& on_row,
              Faults& faults);

// One row with its CRLF; fields are quoted where they must be.
[[nodiscard]] std::string write_csv_row(const std::vector<std::string>& fields, const CsvDialect& dialect);

}  // namespace factcheck
