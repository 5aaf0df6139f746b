// CSV and its kin: the delimiter is told by the header line, the lines before the header of the World Bank's files are passed.
#include "model/limits.hpp"
#include "reference/json.hpp"
#include "reference/package.hpp"
#include "reference/readers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace factcheck {

namespace {

// The delimiter that the header has most of, outside quotes.
char delimiter_of(std::string_view header) {
    constexpr std::array<char, 4> known{',', ';', '\t', '|'};
    std::array<std::size_t, known.size()> counts{};
    bool quoted = false;
    for (const char c : header) {
        if (c == '"') quoted = !quoted;
        for (std::size_t i = 0; i < known.size() && !quoted; ++i) counts[i] += c == known[i] ? 1 : 0;
    }
    return known[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

std::string_view line_at(std::string_view bytes, std::size_t at) {
    return bytes.substr(at, std::min(bytes.find('\n', at), bytes.size()) - at);
}

struct Start {
    std::size_t at = 0;
    std::size_t line = 1;
};

// "Data Source","World Development Indicators" / "Last Updated Date","2024-06-28" / the header
Start header_of_world_bank(std::string_view bytes, TableAbout& about) {
    Start out;
    constexpr std::size_t most_lines = 8;
    Start here;
    for (std::size_t i = 0; i < most_lines && here.at < bytes.size(); ++i) {
        const std::string_view line = line_at(bytes, here.at);
        constexpr std::string_view updated = "\"Last Updated Date\",\"";
        if (const std::size_t found = line.find(updated); found != std::string_view::npos) {
            const std::size_t day = found + updated.size();
            about.published = line.substr(day, std::min(line.find('"', day), line.size()) - day);
        }
        if (line.find("Country Code") != std::string_view::npos) return here;
        here.at += line.size() + 1;
        ++here.line;
    }
    return out;
}

std::string utf16_said(std::string_view bytes) {
    const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    const bool nul = bytes.size() > 1 && (bytes[0] == '\0' || bytes[1] == '\0');
    return marked || nul ? "the file is UTF-16: save it as CSV UTF-8" : "";
}

}  // namespace

void read_delimited(const SourceFile& file, TableSink& sink) {
    TableAbout about;
    about.file = file.path.string();
    about.name = file.path.stem().string();
    describe_table(file.path, about);
    const std::string_view bytes = file.bytes;
    Start start;
    if (line_at(bytes, 0).find("Data Source") != std::string_view::npos) start = header_of_world_bank(bytes, about);
    sink.begin(about);
    if (const std::string said = utf16_said(bytes); !said.empty()) {
        add_fault(sink.faults(), 1, 1, said);
        return sink.end();
    }
    CsvDialect dialect;
    const std::string_view header = line_at(bytes, start.at);
    dialect.delimiter = delimiter_of(header);
    dialect.first_line = start.line;
    dialect.most_bytes = limits::import_bytes;
    dialect.pass_empty_lines = true;
    read_csv(
        bytes.substr(start.at), dialect, [&](const CsvRow& row) { sink.row(row); }, sink.faults());
    sink.end();
}

// ---- metadata of Our World in Data

namespace {

std::string text_in(const JsonValue& object, std::string_view name) {
    const JsonValue* value = object.member(name);
    return value != nullptr && value->kind == JsonValue::Kind::string ? value->text : std::string{};
}

// [{"filename": "population-density.csv", "title": ..., "description": ..., "unit": ...}]
void describe_from_list(const JsonValue& list, const std::string& file, TableAbout& about) {
    for (const JsonValue& item : list.items) {
        if (text_in(item, "filename") != file) continue;
        StoreSeries series;
        series.label = text_in(item, "title");
        series.about = text_in(item, "description");
        series.unit = text_in(item, "unit");
        about.described.emplace_back("", std::move(series));
    }
}

// {"chart": {"title": ...}, "columns": {"Population density": {"titleLong": ..., "unit": ..., "lastUpdated": ...}}}
void describe_from_chart(const JsonValue& root, TableAbout& about) {
    const JsonValue* columns = root.member("columns");
    if (columns == nullptr || columns->kind != JsonValue::Kind::object) return;
    for (const JsonValue& column : columns->items) {
        StoreSeries series;
        series.label = text_in(column, "titleShort");
        if (series.label.empty()) series.label = text_in(column, "titleLong");
        series.about = text_in(column, "descriptionShort");
        series.unit = text_in(column, "unit");
        if (series.unit.empty()) series.unit = text_in(column, "shortUnit");
        if (const std::string updated = text_in(column, "lastUpdated"); updated > about.published) about.published = updated;
        about.described.emplace_back(column.key, series);
        if (columns->items.size() == 1) about.described.emplace_back("", series);
    }
}

// The file read last is remembered: hundreds of tables lie beside one description of them all.
const std::optional<JsonValue>& description_in(const std::filesystem::path& place) {
    static thread_local std::pair<std::filesystem::path, std::optional<JsonValue>> last;
    if (last.first == place) return last.second;
    Diagnostics ignored;  // a file that only describes stops no import
    const auto bytes = read_file(place, limits::csv_file_bytes, ignored);
    last = {place, bytes ? read_json(*bytes, place.string(), ignored) : std::nullopt};
    return last.second;
}

}  // namespace

void describe_table(const std::filesystem::path& file, TableAbout& about) {
    const std::string own = file.stem().string() + ".metadata.json";
    for (const std::string& name : {own, std::string("metadata.json")}) {
        const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
        for (const std::filesystem::path& place : {folder / name, folder / ".." / name}) {
            std::error_code error;
            if (!std::filesystem::is_regular_file(place, error)) continue;
            const std::optional<JsonValue>& root = description_in(place);
            if (!root) continue;
            if (root->kind == JsonValue::Kind::array)
                describe_from_list(*root, file.filename().string(), about);
            else
                describe_from_chart(*root, about);
            if (!about.described.empty()) return;
        }
    }
}

}  // namespace factcheck
