// A table of unknown shape -> figures: who, when, what, how much. Long tables have a row for each period, wide ones a column.
#pragma once

#include "author/init.hpp"
#include "author/table_cells.hpp"
#include "model/period.hpp"
#include "model/unit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace factcheck {

struct Sheet {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  // each as long as `columns`
    std::string error;                           // one sentence
};

// Comma, semicolon, tab or bar between the cells: whichever the first line has most of.
// `decimal_comma`: 4,1 is a figure.
[[nodiscard]] Sheet read_sheet(const std::string& path, bool decimal_comma);

struct SheetMeasure {
    std::string id;      // snake_case
    std::string words;   // as it is spoken of: "cheese exports"
    std::string column;  // where its figures stand
    Unit unit;
    int unit_mult = 0;
    std::string nature = "stock";
};

struct SheetFigure {
    std::size_t measure = 0;
    std::string entity;  // empty: none
    Period period;
    std::string value;      // plain decimal
    std::string published;  // as the table says it; empty: when its period was over
    std::string source;     // as the table says it
    std::string url;
};

struct SheetShape {
    std::string entity_column;
    std::string role;                   // snake_case
    std::vector<std::string> entities;  // as written, in order of appearance
    std::string period_column;          // empty: the columns are periods
    std::vector<SheetMeasure> measures;
    std::vector<SheetFigure> figures;
    std::vector<std::string> left_out;  // columns that are neither figures nor read as something else
    std::string error;
};

[[nodiscard]] SheetShape shape_of(const Sheet& sheet, const InitOptions& options);

}  // namespace factcheck
