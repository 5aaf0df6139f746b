#include "reference/import.hpp"

#include "model/limits.hpp"
#include "reference/import_record.hpp"
#include "reference/store.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <tuple>

namespace factcheck {

namespace {

constexpr int largest_multiplier = 15;  // of SDMX's code list of unit multipliers, and as far below

// SDMX's code list of observation statuses (CL_OBS_STATUS 2.2).
constexpr std::string_view statuses = "ABDEFGHIJKLMNOPQSUVW";
constexpr char status_missing = 'M';

Checked checked(const std::vector<std::string>* list) {
    Checked out{list, {}};
    if (list != nullptr) out.set.insert(list->begin(), list->end());
    return out;
}

int multiplier_in(Reader& reader, const Series* series) {
    const std::string_view text = reader.text("unit_mult");
    if (text.empty()) return series != nullptr ? series->unit_mult : 0;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < -largest_multiplier || value > largest_multiplier)
        reader.fault("unit_mult", shown(text) + " is no power of ten that figures are printed in (6 for millions)");
    return value;
}

std::string status_in(Reader& reader) {
    const std::string_view text = reader.text("obs_status");
    if (text.empty()) return "A";
    if (text.size() != 1 || statuses.find(text.front()) == std::string_view::npos)
        reader.fault("obs_status",
                     shown(text) + " is no status of an observation (A normal, E estimated, P provisional, B break, M missing)");
    return std::string(text);
}

const Series* series_in(Reader& reader, const Importing& importing) {
    const std::string name = reader.required("series");
    const auto found = importing.series.find(name);
    if (found != importing.series.end()) return found->second;
    if (!name.empty()) reader.fault("series", "there is no series " + shown(name) + did_you_mean(name, importing.series_ids));
    return nullptr;
}

bool has_dimension(const Series& series, const std::string& name) {
    return std::find(series.dimensions.begin(), series.dimensions.end(), name) != series.dimensions.end();
}

std::vector<std::string> key_in(Reader& reader, const Importing& importing, const Series& series) {
    std::vector<std::string> key;
    for (const std::string& dimension : series.dimensions) {
        const std::string_view value = reader.text(dimension);
        if (value.empty()) reader.fault(dimension, "the series " + series.id + " has this dimension: a value is required");
        key.push_back(reader.known(dimension, value, importing.entities, "entity"));
    }
    return key;
}

// Columns of dimensions that the series of this row does not have stay empty.
void check_other_dimensions(Reader& reader, const Importing& importing, const Series& series) {
    for (const Field& field : reader.table.fields) {
        if (reader.text(field.name).empty() || has_dimension(series, field.name)) continue;
        const bool dimension = std::any_of(importing.series.begin(), importing.series.end(),
                                           [&](const auto& s) { return has_dimension(*s.second, field.name); });
        if (dimension)
            reader.fault(field.name, "the series " + series.id + " has no dimension " + field.name + ": leave it empty");
    }
}

// All that tells one printed figure from another; two values for it cannot both be right.
auto identity_of(const Observation& row) {
    return std::tie(row.key, row.period.first, row.period.last, row.source, row.published.text, row.url);
}

void check_duplicates(const Collected& collected, std::vector<Faults>& tables) {
    const std::vector<Observation>& rows = collected.rows;
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return identity_of(rows[a]) < identity_of(rows[b]); });
    std::uint32_t first = 0;
    for (const std::uint32_t at : order) {
        if (identity_of(rows[first]) != identity_of(rows[at])) first = at;
        if (at == first || rows[at].base_value() == rows[first].base_value()) continue;
        const std::string other = tables[collected.table[first]].file + ":" + std::to_string(rows[first].row);
        add_fault(tables[collected.table[at]], rows[at].row, 1,
                  "another obs_value for the same series, key, period, source, day and page than at " + other);
    }
}

void import_observation(Reader reader, Importing& importing) {
    const Series* series = series_in(reader, importing);
    Observation row;
    row.row = reader.record.row->line;
    if (series != nullptr) {
        row.key = key_in(reader, importing, *series);
        check_other_dimensions(reader, importing, *series);
    }
    if (const auto period = period_in(reader, "time_period")) row.period = *period;
    row.status = status_in(reader);
    row.unit_mult = multiplier_in(reader, series);
    row.published = published_in(reader);
    row.source = reader.required("source");
    row.url = url_in(reader);
    row.comment = std::string(reader.text("comment"));
    const bool missing = row.status.front() == status_missing;
    if (missing && !reader.text("obs_value").empty())
        reader.fault("obs_value", "a missing observation (obs_status M) has no value");
    if (missing) return;  // nothing is known: the same as no row
    if (const auto value = number_in(reader, "obs_value")) row.value = *value;
    if (!reader.good || series == nullptr) return;
    Collected& collected = importing.rows[series->id];
    collected.rows.push_back(std::move(row));
    collected.table.push_back(importing.table);
}

// In this order dates and facts find their events, wherever their tables stand.
struct Importer {
    TableKind kind;
    void (*import)(Reader, Importing&);
};
constexpr Importer importers[] = {{TableKind::observations, import_observation},
                                  {TableKind::events, import_event},
                                  {TableKind::event_dates, import_event_date},
                                  {TableKind::facts, import_fact}};

std::vector<std::string> dimensions_of(const std::vector<Series>& series) {
    std::vector<std::string> out;
    for (const Series& s : series)
        for (const std::string& name : s.dimensions)
            if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    return out;
}

Importing start(const std::vector<Series>& series, const KnownIds& known) {
    Importing out;
    for (const Series& s : series) {
        out.series.emplace(s.id, &s);
        out.series_ids.push_back(s.id);
    }
    out.entities = checked(known.entities);
    out.measures = checked(known.measures);
    return out;
}

// A table and its bytes; no bytes: they could not be read, which has been said.
struct Sourced {
    TableSpec table;
    std::optional<std::string> bytes;
};

ImportedData import_tables(std::vector<Sourced> tables, const std::vector<Series>& series, Diagnostics& diagnostics,
                           const KnownIds& known) {
    ImportedData out;
    Importing importing = start(series, known);
    std::vector<Faults> faults(tables.size());
    for (const Importer& importer : importers) {
        for (std::uint32_t i = 0; i < tables.size(); ++i) {
            const TableSpec& table = tables[i].table;
            if (table.kind != importer.kind) continue;
            faults[i].file = table.file.string();
            importing.table = i;
            if (tables[i].bytes)
                read_table(
                    table, *tables[i].bytes,
                    [&](const Record& record) {
                        importer.import({table, record, faults[i]}, importing);
                    },
                    faults[i]);
        }
    }
    std::vector<KeyedTable> keyed;
    for (const Sourced& one : tables) keyed.push_back({one.table, one.bytes ? std::string_view(*one.bytes) : std::string_view{}});
    check_foreign_keys(keyed, faults);
    for (auto& [id, collected] : importing.rows) {
        check_duplicates(collected, faults);
        out.tables.push_back({{}, id, std::move(collected.rows)});
    }
    for (Faults& of_table : faults) hand_over(std::move(of_table), diagnostics);
    out.events = std::move(importing.events);
    return out;
}

// A table of a store: its columns are those of its header.
Sourced stored_table(const std::filesystem::path& store, const std::string& name, std::string csv) {
    Sourced out;
    out.table.name = name;
    out.table.kind = table_kind(name).value_or(TableKind::events);
    out.table.file = store / name;
    out.table.missing = {""};
    Faults ignored;
    const std::string header = csv.substr(0, csv.find('\n'));
    read_csv(
        header, {},
        [&](const CsvRow& row) {
            for (const CsvCell& cell : row.cells) out.table.fields.push_back({cell.text});
        },
        ignored);
    out.bytes = std::move(csv);
    return out;
}

}  // namespace

ImportedData import_data(const std::filesystem::path& datapackage, const std::vector<Series>& series, Diagnostics& diagnostics,
                         const KnownIds& known) {
    const std::vector<std::string> dimensions = dimensions_of(series);
    std::vector<Sourced> tables;
    std::vector<std::filesystem::path> files{datapackage};
    for (TableSpec& table : read_package(datapackage, &dimensions, diagnostics)) {
        files.push_back(table.file);
        auto bytes = read_file(table.file, limits::csv_file_bytes, diagnostics);
        tables.push_back({std::move(table), std::move(bytes)});
    }
    ImportedData out = import_tables(std::move(tables), series, diagnostics, known);
    out.files = std::move(files);
    return out;
}

ImportedData import_store(const std::filesystem::path& file, const std::vector<Series>& series, Diagnostics& diagnostics,
                          const KnownIds& known) {
    const auto fault = [&](std::string message, Severity severity) {
        diagnostics.push_back({{file.string(), 0, 0}, severity, std::move(message)});
    };
    try {
        for (const char* ending : {"-journal", "-wal"})
            if (std::filesystem::exists(file.string() + ending))
                fault("a file " + file.filename().string() + ending + " lies beside the store and is not read: remove it",
                      Severity::warning);
        const StoreFacts facts = store_facts(file, series);
        std::vector<Sourced> tables;
        for (const auto& [name, csv] : facts.tables) tables.push_back(stored_table(file, name, csv));
        ImportedData out = import_tables(std::move(tables), series, diagnostics, known);
        out.reference = make_store_reference(file, series, diagnostics);
        out.until = facts.until;
        out.digest = facts.digest;
        return out;
    } catch (const StoreFault& wrong) {
        std::string said = wrong.what();
        if (const std::string named = file.string() + ": "; said.starts_with(named)) said.erase(0, named.size());
        fault(std::move(said), Severity::error);
    }
    return {};
}

}  // namespace factcheck
