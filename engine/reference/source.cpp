#include "reference/source.hpp"

#include "model/limits.hpp"
#include "reference/layout.hpp"
#include "reference/package.hpp"
#include "reference/readers.hpp"
#include "reference/sqlite.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

bool looks_like_json(std::string_view bytes) {
    const std::size_t at = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return at != std::string_view::npos && (bytes[at] == '{' || bytes[at] == '[');
}

// JSON Lines: the first line is an object by itself, and another follows.
bool is_json_lines(std::string_view bytes) {
    if (!looks_like_json(bytes)) return false;
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) return false;
    std::string_view first = bytes.substr(0, end);
    while (first.ends_with('\r') || first.ends_with(' ')) first.remove_suffix(1);
    const std::size_t next = bytes.find_first_not_of(" \t\r\n", end);
    return first.ends_with('}') && first.find('{') != std::string_view::npos && next != std::string_view::npos &&
           bytes[next] == '{';
}

bool is_archive(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }
bool is_json_package(std::string_view bytes) {
    return looks_like_json(bytes) && bytes.find("\"resources\"") != std::string_view::npos;
}
bool is_any(std::string_view) { return true; }

void read_package_source(const SourceFile& file, TableSink& sink, StoreBuilder& into, SourceCount&) {
    read_data_package(file, sink, into);
}
template <void (*Read)(const SourceFile&, TableSink&)>
void read_tables(const SourceFile& file, TableSink& sink, StoreBuilder&, SourceCount&) {
    Read(file, sink);
}
bool is_our_store(std::string_view bytes) {
    // The application's number stands in bytes 68 to 71 of the head.
    constexpr std::size_t at = 68;
    return is_sqlite(bytes) && bytes.size() > at + 4 && bytes.substr(at, 4) == "fact";
}
void read_store_source(const SourceFile& file, TableSink&, StoreBuilder& into, SourceCount& count) {
    read_store(file, into, count);
}

struct Reader {
    std::string_view name;
    std::string_view about;
    bool (*holds)(std::string_view bytes);
    void (*read)(const SourceFile&, TableSink&, StoreBuilder&, SourceCount&);
    bool whole = true;  // its bytes are read first; a database is opened by its own library
};

// The first that holds counts.
constexpr std::array readers{
    Reader{"store", "a store of factcheck", is_our_store, read_store_source, false},
    Reader{"sqlite", "a table of a SQLite database: --table or --query", is_sqlite, read_tables<read_database>, false},
    Reader{"workbook", ".xlsx and .ods: --table names the sheet", is_archive, read_tables<read_workbook>},
    Reader{"datapackage", "CSV described by a Frictionless datapackage.json", is_json_package, read_package_source},
    Reader{"jsonl", "JSON Lines: an object a line", is_json_lines, read_tables<read_json_lines>},
    Reader{"json", "SDMX-JSON, the World Bank's API, arrays of objects", looks_like_json, read_tables<read_json_tables>},
    Reader{"csv", "comma, semicolon or tab between the cells", is_any, read_tables<read_delimited>},
};

bool is_url(std::string_view source) { return source.starts_with("postgresql://") || source.starts_with("postgres://"); }

const Reader* reader_for(const SourceOptions& options, std::string_view bytes) {
    for (const Reader& reader : readers)
        if (reader.name == options.from) return &reader;
    return &*std::find_if(readers.begin(), readers.end(), [&](const Reader& r) { return r.holds(bytes); });
}

}  // namespace

SourceCount read_source(const std::string& source, const SourceOptions& options, StoreBuilder& into, Diagnostics& diagnostics) {
    SourceCount count;
    const auto sink = make_interpreter(options, into, count, diagnostics);
    if (is_url(source) || options.from == "postgres") {
        read_postgres(source, options, *sink, diagnostics);
        count.told += count.told.empty() ? "" : " in postgres";
        return count;
    }
    SourceFile file{source, {}, options, diagnostics};
    constexpr std::size_t head_bytes = 4096;
    const auto head = read_head(file.path, head_bytes, diagnostics);
    if (!head) return count;
    const Reader* reader = reader_for(options, *head);
    if (reader->whole) {
        auto bytes = read_file(file.path, limits::import_bytes, diagnostics);
        if (!bytes) return count;
        file.bytes = std::move(*bytes);
        reader = reader_for(options, file.bytes);
    }
    reader->read(file, *sink, into, count);
    count.told += (count.told.empty() ? "" : " in ") + std::string(reader->name);
    return count;
}

void fill_row(CsvRow& row, std::size_t line, const std::vector<std::string>& texts) {
    row.line = line;
    row.cells.resize(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        row.cells[i].text = texts[i];
        row.cells[i].line = line;
        row.cells[i].column = i + 1;
    }
}

std::vector<SourceKind> source_kinds() {
    std::vector<SourceKind> out;
    for (const Reader& reader : readers) out.push_back({reader.name, reader.about});
    out.push_back({"postgres", "PostgreSQL, by its URL: --query"});
    for (const Layout* layout : layouts()) out.push_back({layout->name, layout->about});
    return out;
}

}  // namespace factcheck
