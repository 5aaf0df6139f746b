#include "model/limits.hpp"
#include "read/decoding.hpp"
#include "reference/csv.hpp"
#include "run/records.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace factcheck {
namespace {

// Of the marks that stand in the header the most frequent.
char delimiter_of(std::string_view path, std::string_view bytes) {
    if (path.ends_with(".tsv")) return '\t';
    const std::string_view header = bytes.substr(0, bytes.find_first_of("\r\n"));
    constexpr std::array marks{',', ';', '\t', '|'};
    return *std::max_element(marks.begin(), marks.end(), [&](char a, char b) {
        return std::count(header.begin(), header.end(), a) < std::count(header.begin(), header.end(), b);
    });
}

struct Columns {
    std::optional<std::size_t> text, id, date;
};

std::optional<std::size_t> column_of(const CsvRow& header, const std::string& name) {
    const auto found = std::find_if(header.cells.begin(), header.cells.end(), [&](const CsvCell& c) { return c.text == name; });
    return found == header.cells.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - header.cells.begin()));
}

// The places of a cell's bytes: a quote in it is written twice.
std::vector<MapStep> map_of(std::string_view bytes, const CsvCell& cell) {
    Decoding out;
    std::size_t at = cell.at;
    const bool quoted = at < bytes.size() && bytes[at] == '"';
    at += quoted ? 1 : 0;
    std::string_view rest = cell.text;
    while (!rest.empty()) {
        const std::size_t size = quoted ? std::min(rest.find('"') + 1, rest.size()) : rest.size();  // npos + 1 is 0
        const std::size_t whole = size == 0 ? rest.size() : size;
        out.put({at, at + whole}, rest.substr(0, whole));
        at += whole + (quoted && rest[whole - 1] == '"' ? 1 : 0);
        rest.remove_prefix(whole);
    }
    return std::move(out.map);
}

std::string names_of(const CsvRow& header) {
    std::string out;
    for (const CsvCell& cell : header.cells) out += (out.empty() ? "" : ", ") + cell.text;
    constexpr std::size_t longest = 200;
    return out.size() > longest ? out.substr(0, longest) + " ..." : out;
}

}  // namespace

void each_csv_record(const RecordFile& file, std::string bytes) {
    auto source = std::make_shared<Source>();
    source->original = std::move(bytes);
    index_lines(*source);
    RecordFaults faults(file);
    Columns columns;
    bool header = true;
    const auto take = [&](const CsvRow& row) {
        if (std::exchange(header, false)) {
            columns = {column_of(row, file.inputs.text_field), column_of(row, file.inputs.id_field),
                       column_of(row, file.inputs.date_field)};
            if (!columns.text)
                faults.add(row.line, "no column is called \"" + file.inputs.text_field +
                                         "\"; name one of these with --text-field: " + names_of(row));
            return;
        }
        if (!columns.text) return;
        const CsvCell& text = row.cells[*columns.text];
        RecordWords words{text.text, columns.id ? row.cells[*columns.id].text : std::string(),
                          columns.date ? row.cells[*columns.date].text : std::string(), true};
        auto container = file.inputs.places
                             ? std::make_shared<const Container>(Container{source, 0, map_of(source->original, text), nullptr})
                             : nullptr;
        send_record(file, std::move(words), std::move(container), row.line, faults);
    };
    Faults wrong{file.path, {}, 0};
    read_csv(source->original, {.delimiter = delimiter_of(file.path, source->original)}, take, wrong);
    for (const Diagnostic& fault : wrong.found) faults.add(fault.place.line, fault.message);
}

}  // namespace factcheck
