// The table of output formats: options, help, documentation and the run know of a format what stands in its row.
#pragma once

#include "render/streamed.hpp"

#include <cstdint>
#include <span>

namespace factcheck {

// In the order of the table.
enum class Format : std::uint8_t { text, concise, json, jsonl, csv, markdown, github, gitlab, junit, sarif };

struct FormatRow {
    Format format;
    std::string_view name;     // as --format and --output take it
    std::string_view about;    // for documentation
    Severity min_level;        // where --min-level says nothing
    ReportDetail detail;       // what it needs beyond the findings
    bool for_people;           // its readers see what is wrong with the run on standard error, and need no packs' hashes
    const Streamed* streamed;  // written while documents are checked; absent: `whole` needs all of them
    std::string (*whole)(const Report& report, const RenderOptions& options);
};

[[nodiscard]] std::span<const FormatRow> format_table();
[[nodiscard]] const FormatRow& row_of(Format format);

// The whole report in any format.
[[nodiscard]] std::string rendered(const Report& report, Format format, const RenderOptions& options);

}  // namespace factcheck
