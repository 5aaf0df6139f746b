// Readers: bytes of one kind of file -> tables of cells. Each is told by the first bytes; the table of them is in source.cpp.
#pragma once

#include "reference/source.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace factcheck {

struct SourceFile {
    std::filesystem::path path;
    std::string bytes;
    const SourceOptions& options;
    Diagnostics& diagnostics;
};

void read_delimited(const SourceFile& file, TableSink& sink);
void read_data_package(const SourceFile& file, TableSink& sink, StoreBuilder& into);
void read_json_tables(const SourceFile& file, TableSink& sink);  // World Bank API, SDMX-JSON, arrays of objects
void read_json_lines(const SourceFile& file, TableSink& sink);
void read_workbook(const SourceFile& file, TableSink& sink);  // .xlsx and .ods
void read_database(const SourceFile& file, TableSink& sink);  // SQLite
void read_store(const SourceFile& file, StoreBuilder& into, SourceCount& count);
void read_postgres(const std::string& url, const SourceOptions& options, TableSink& sink, Diagnostics& diagnostics);

// What metadata.json or NAME.metadata.json beside a table says of it, in Our World in Data's shapes.
void describe_table(const std::filesystem::path& file, TableAbout& about);

// A row from texts, as readers of other formats than CSV make it; `line` is where it stands in its file.
void fill_row(CsvRow& row, std::size_t line, const std::vector<std::string>& texts);

}  // namespace factcheck
