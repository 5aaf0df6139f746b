// JSON -> tables: SDMX-JSON, the answers of the World Bank's API, arrays and lines of objects. Numbers stay as they are written.
#include "model/limits.hpp"
#include "reference/json.hpp"
#include "reference/readers.hpp"
#include "reference/sdmx_json.hpp"

#include <algorithm>
#include <charconv>

namespace factcheck {

namespace {

std::string text_of(const JsonValue* value) {
    if (value == nullptr) return {};
    switch (value->kind) {
        case JsonValue::Kind::string:
        case JsonValue::Kind::number: return value->text;
        case JsonValue::Kind::truth: return value->truth ? "true" : "false";
        default: return {};
    }
}

// ---- objects with the names of columns

// Names in the order in which they are met; a table has no more columns than a sheet.
void collect_names(const JsonValue& object, const std::string& before, std::vector<std::string>& names) {
    constexpr std::size_t most_columns = 1'000;
    for (const JsonValue& item : object.items) {
        const std::string name = before + item.key;
        if (item.kind == JsonValue::Kind::object)
            collect_names(item, name + ".", names);
        else if (names.size() < most_columns && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
}

const JsonValue* value_at(const JsonValue& object, std::string_view name) {
    if (const JsonValue* own = object.member(name)) return own;
    const std::size_t point = name.find('.');
    if (point == std::string_view::npos) return nullptr;
    const JsonValue* inner = object.member(name.substr(0, point));
    return inner == nullptr ? nullptr : value_at(*inner, name.substr(point + 1));
}

void fill_from(CsvRow& row, const JsonValue& object, const std::vector<std::string>& names) {
    row.line = object.place.line;
    row.cells.resize(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const JsonValue* value = value_at(object, names[i]);
        const Place& place = value != nullptr ? value->place : object.place;
        row.cells[i].text = text_of(value);
        row.cells[i].line = place.line;
        row.cells[i].column = place.column;
    }
}

void put_header(TableSink& sink, const std::vector<std::string>& names) {
    CsvRow row;
    fill_row(row, 1, names);
    sink.row(row);
}

void read_objects(const std::vector<const JsonValue*>& objects, const TableAbout& about, TableSink& sink) {
    std::vector<std::string> names;
    for (const JsonValue* object : objects) collect_names(*object, {}, names);
    sink.begin(about);
    put_header(sink, names);
    CsvRow row;
    for (const JsonValue* object : objects) {
        fill_from(row, *object, names);
        sink.row(row);
    }
    sink.end();
}

// ---- the World Bank: [{"page": 1, "lastupdated": ...}, [{"indicator": {"id", "value"}, "countryiso3code", "date", "value"
// ...}]]

bool is_world_bank(const JsonValue& root) {
    return root.kind == JsonValue::Kind::array && root.items.size() == 2 && root.items[0].member("page") != nullptr &&
           root.items[1].kind == JsonValue::Kind::array;
}

void read_world_bank(const SourceFile& file, const JsonValue& root, TableSink& sink) {
    TableAbout about{file.path.string(), file.path.stem().string()};
    about.published = text_of(root.items[0].member("lastupdated"));
    about.source = "World Bank";
    about.layout = "tidy";
    about.codes = true;
    sink.begin(about);
    put_header(sink, {"series", "series_label", "reporter", "reporter_label", "time_period", "obs_value", "obs_status", "unit"});
    const JsonValue* pages = root.items[0].member("pages");
    if (pages != nullptr && pages->text != "1")
        add_fault(sink.faults(), pages->place.line, pages->place.column,
                  "this is one page of " + pages->text +
                      ": ask the World Bank for all at once with per_page=20000, or import every page");
    CsvRow row;
    for (const JsonValue& item : root.items[1].items) {
        const std::string code = text_of(item.member("countryiso3code"));
        fill_row(row, item.place.line,
                 {text_of(value_at(item, "indicator.id")), text_of(value_at(item, "indicator.value")),
                  code.empty() ? text_of(value_at(item, "country.id")) : code, text_of(value_at(item, "country.value")),
                  text_of(item.member("date")), text_of(item.member("value")), text_of(item.member("obs_status")),
                  text_of(item.member("unit"))});
        sink.row(row);
    }
    sink.end();
}

std::vector<const JsonValue*> objects_of(const JsonValue& list) {
    std::vector<const JsonValue*> out;
    for (const JsonValue& item : list.items)
        if (item.kind == JsonValue::Kind::object) out.push_back(&item);
    return out;
}

}  // namespace

void read_json_tables(const SourceFile& file, TableSink& sink) {
    const auto root = read_json(file.bytes, file.path.string(), file.diagnostics);
    if (!root) return;
    if (is_world_bank(*root)) return read_world_bank(file, *root, sink);
    if (is_sdmx_json(*root)) return read_sdmx_json(file, *root, sink);
    const JsonValue* list = &*root;
    // {"data": [...]}: the list within
    if (root->kind == JsonValue::Kind::object)
        for (const JsonValue& item : root->items)
            if (item.kind == JsonValue::Kind::array) list = &item;
    TableAbout about{file.path.string(), file.path.stem().string()};
    const std::vector<const JsonValue*> objects = objects_of(*list);
    if (objects.empty()) {
        file.diagnostics.push_back({root->place, Severity::error,
                                    "this JSON is neither SDMX-JSON nor an answer of the World Bank nor a list of objects"});
        return;
    }
    read_objects(objects, about, sink);
}

void read_json_lines(const SourceFile& file, TableSink& sink) {
    // Lines are read one by one: a file of them may be larger than a tree of it.
    TableAbout about{file.path.string(), file.path.stem().string()};
    sink.begin(about);
    std::vector<std::string> names;
    CsvRow row;
    std::size_t line = 0;
    const std::string_view bytes = file.bytes;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        const std::string_view text = bytes.substr(at, end - at);
        at = end + 1;
        ++line;
        if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        Diagnostics wrong;
        auto object = read_json(text, {}, wrong);
        if (!object || object->kind != JsonValue::Kind::object) {
            add_fault(sink.faults(), line, wrong.empty() ? 1 : wrong.front().place.column, "this line is no JSON object");
            continue;
        }
        if (names.empty()) {
            collect_names(*object, {}, names);
            put_header(sink, names);
        }
        fill_from(row, *object, names);
        row.line = line;
        for (CsvCell& cell : row.cells) cell.line = line;
        std::vector<std::string> own;
        collect_names(*object, {}, own);
        const auto strange = std::find_if(own.begin(), own.end(), [&](const std::string& name) {
            return std::find(names.begin(), names.end(), name) == names.end();
        });
        if (strange != own.end())
            add_fault(sink.faults(), line, 1, "the first line has no key " + shown(*strange) + did_you_mean(*strange, names));
        else
            sink.row(row);
    }
    sink.end();
}

}  // namespace factcheck
