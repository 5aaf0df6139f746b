// Our own forms: CSV described by a data package, and stores.
#include "model/limits.hpp"
#include "reference/json.hpp"
#include "reference/package.hpp"
#include "reference/readers.hpp"
#include "reference/store.hpp"
#include "reference/table.hpp"

#include <algorithm>
#include <charconv>

namespace factcheck {

namespace {

std::string text_in(const JsonValue& object, std::string_view name) {
    const JsonValue* value = object.member(name);
    return value != nullptr ? value->text : std::string{};
}

// The property "series" of an exported package: what is known of each beyond its figures.
std::vector<std::pair<std::string, StoreSeries>> described_in(const std::string& bytes) {
    std::vector<std::pair<std::string, StoreSeries>> out;
    Diagnostics ignored;  // said by read_package already
    const auto root = read_json(bytes, {}, ignored);
    const JsonValue* all = root ? root->member("series") : nullptr;
    if (all == nullptr) return out;
    for (const JsonValue& item : all->items) {
        StoreSeries series;
        series.name = text_in(item, "name");
        series.label = text_in(item, "label");
        series.unit = text_in(item, "unit");
        series.frequency = text_in(item, "frequency");
        series.nature = text_in(item, "nature");
        series.about = text_in(item, "description");
        const std::string mult = text_in(item, "unit_mult");
        int number = 0;
        if (!mult.empty() && std::from_chars(mult.data(), mult.data() + mult.size(), number).ec == std::errc{})
            series.unit_mult = number;
        if (const JsonValue* dimensions = item.member("dimensions"))
            for (const JsonValue& dimension : dimensions->items) series.dimensions.push_back(dimension.text);
        if (!series.name.empty()) out.emplace_back(series.name, std::move(series));
    }
    return out;
}

void name_entities(const std::string& bytes, StoreBuilder& into) {
    Diagnostics ignored;
    const auto root = read_json(bytes, {}, ignored);
    const JsonValue* all = root ? root->member("entities") : nullptr;
    if (all == nullptr) return;
    for (const JsonValue& item : all->items) into.name_entity(item.key, item.text);
}

// The record as a row of the schema's fields, for the layout of our own columns.
void read_observations(const TableSpec& table, const std::string& bytes, const TableAbout& about, TableSink& sink) {
    sink.begin(about);
    CsvRow row;
    for (const Field& field : table.fields) row.cells.push_back({field.name});
    sink.row(row);
    const auto on_record = [&](const Record& record) {
        row.line = record.row->line;
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            row.cells[i].text = record.texts[i];
            row.cells[i].line = record.line(i);
            row.cells[i].column = record.column(i);
        }
        sink.row(row);
    };
    TableSpec large = table;
    large.dialect.most_bytes = limits::import_bytes;
    read_table(large, bytes, on_record, sink.faults());
    sink.end();
}

// A table of events as it is, in the order of its schema.
std::string events_csv(const TableSpec& table, const std::string& bytes, Faults& faults) {
    std::vector<std::string> fields;
    for (const Field& field : table.fields) fields.push_back(field.name);
    std::string out = write_csv_row(fields, {});
    read_table(
        table, bytes,
        [&](const Record& record) {
            fields.assign(record.texts.begin(), record.texts.end());
            out += write_csv_row(fields, {});
        },
        faults);
    return out;
}

}  // namespace

void read_data_package(const SourceFile& file, TableSink& sink, StoreBuilder& into) {
    constexpr const char* names[] = {"observations", "events", "event_dates", "facts"};
    const auto described = described_in(file.bytes);
    name_entities(file.bytes, into);
    for (const TableSpec& table : read_package(file.path, nullptr, file.diagnostics)) {
        const auto bytes = read_file(table.file, limits::import_bytes, file.diagnostics);
        if (!bytes) continue;
        if (table.kind == TableKind::observations) {
            TableAbout about;
            about.file = table.file.string();
            about.name = table.name;
            about.layout = "tidy";
            about.described = described;
            read_observations(table, *bytes, about, sink);
            continue;
        }
        Faults faults;
        faults.file = table.file.string();
        into.add_table(names[static_cast<std::size_t>(table.kind)], events_csv(table, *bytes, faults));
        hand_over(std::move(faults), file.diagnostics);
    }
}

void read_store(const SourceFile& file, StoreBuilder& into, SourceCount& count) {
    try {
        const StoreFile store(file.path);
        into.begin_file(file.path.string());
        for (const auto& [code, label] : store.entities()) into.name_entity(code, label);
        for (const auto& [name, csv] : store.tables()) into.add_table(name, csv);
        for (const StoreSeries& series : store.series()) {
            const auto number = into.series(series);
            if (!number) {
                file.diagnostics.push_back(
                    {{file.path.string(), 0, 0},
                     Severity::error,
                     "the series " + series.name + " has other dimensions than in the other sources: it is left out"});
                continue;
            }
            std::vector<std::string_view> key;
            std::size_t line = 0;
            store.each_row(series.name, [&](const StoreRowView& row) {
                key.assign(row.key.begin(), row.key.end());
                into.add(*number, key, row.period, row.value, row.origin, ++line);
                ++count.figures;
            });
        }
        count.told = "all its series";
    } catch (const StoreFault& wrong) {
        file.diagnostics.push_back({{}, Severity::error, wrong.what()});
    }
}

}  // namespace factcheck
