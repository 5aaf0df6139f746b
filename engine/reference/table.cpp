#include "reference/table.hpp"

#include "reference/figure_text.hpp"

#include <algorithm>

namespace factcheck {

namespace {

std::vector<std::string> names_of(const TableSpec& table) {
    std::vector<std::string> out;
    for (const Field& field : table.fields) out.push_back(field.name);
    return out;
}

// Which column holds each field. False where the header is not that of the schema.
bool match_header(const TableSpec& table, const CsvRow& header, std::vector<std::size_t>& columns, Faults& faults) {
    const std::size_t before = faults.found.size() + faults.more;
    columns.assign(table.fields.size(), no_field);
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        const CsvCell& cell = header.cells[i];
        const std::size_t field = field_index(table, cell.text);
        if (field == no_field)
            add_fault(faults, cell.line, cell.column,
                      "the schema has no field " + shown(cell.text) + did_you_mean(cell.text, names_of(table)));
        else if (columns[field] != no_field)
            add_fault(faults, cell.line, cell.column, "the column " + shown(cell.text) + " stands twice");
        else
            columns[field] = i;
    }
    std::string missing;
    for (std::size_t field = 0; field < columns.size(); ++field)
        if (columns[field] == no_field) missing += (missing.empty() ? "" : ", ") + shown(table.fields[field].name);
    if (!missing.empty()) add_fault(faults, header.line, 0, "missing from the header: " + missing);
    return faults.found.size() + faults.more == before;
}

// Without a header the columns stand in the order of the fields.
bool match_order(const TableSpec& table, const CsvRow& row, std::vector<std::size_t>& columns, Faults& faults) {
    for (std::size_t field = 0; field < table.fields.size(); ++field) columns.push_back(field);
    if (row.cells.size() == columns.size()) return true;
    add_fault(
        faults, row.line, 1,
        "the rows have " + std::to_string(row.cells.size()) + " fields where the schema has " + std::to_string(columns.size()));
    return false;
}

void check_type(const Field& field, const CsvCell& cell, std::string_view text, Faults& faults) {
    std::string wrong;
    if (text.empty())
        wrong = field.required ? "a value is required" : "";
    else if (!is_of_type(text, field.type))
        wrong = shown(text) + " is no " + field.type;
    else if (!field.allowed.empty() && std::find(field.allowed.begin(), field.allowed.end(), text) == field.allowed.end())
        wrong = shown(text) + " is not one of the values allowed" + did_you_mean(text, field.allowed);
    if (!wrong.empty()) add_fault(faults, cell.line, cell.column, field.name + ": " + wrong);
}

void fill(const TableSpec& table, const CsvRow& row, Record& record, Faults& faults) {
    record.row = &row;
    for (std::size_t field = 0; field < table.fields.size(); ++field) {
        const CsvCell& cell = row.cells[(*record.columns)[field]];
        const bool missing = std::find(table.missing.begin(), table.missing.end(), cell.text) != table.missing.end();
        record.texts[field] = missing ? std::string_view{} : std::string_view{cell.text};
        const Field& own = table.fields[field];
        if (!missing && (own.decimal != '.' || own.group != '\0')) {
            std::string why_not;
            record.plain[field].clear();
            const auto number = number_of_cell(cell.text, {own.decimal, own.group, false}, why_not);
            if (number)
                record.plain[field] = number->str();
            else
                add_fault(faults, cell.line, cell.column,
                          own.name + ": " + shown(cell.text) + " is no number with the signs that the schema gives");
            record.texts[field] = record.plain[field];
            if (!number) continue;
        }
        check_type(table.fields[field], cell, record.texts[field], faults);
    }
}

}  // namespace

std::size_t Record::line(std::size_t field) const {
    return field < columns->size() ? row->cells[(*columns)[field]].line : row->line;
}

std::size_t Record::column(std::size_t field) const { return field < columns->size() ? row->cells[(*columns)[field]].column : 1; }

std::size_t field_index(const TableSpec& table, std::string_view name) {
    const auto found = std::find_if(table.fields.begin(), table.fields.end(), [&](const Field& f) { return f.name == name; });
    return found == table.fields.end() ? no_field : static_cast<std::size_t>(found - table.fields.begin());
}

void read_table(const TableSpec& table, std::string_view bytes, const std::function<void(const Record&)>& on_record,
                Faults& faults) {
    std::vector<std::size_t> columns;
    Record record;
    record.columns = &columns;
    record.texts.resize(table.fields.size());
    record.plain.resize(table.fields.size());
    enum class State { first, good, bad } state = State::first;
    const auto on_row = [&](const CsvRow& row) {
        if (state == State::first) {
            const bool matches =
                table.dialect.header ? match_header(table, row, columns, faults) : match_order(table, row, columns, faults);
            state = matches ? State::good : State::bad;
            if (table.dialect.header) return;
        }
        if (state == State::bad) return;
        fill(table, row, record, faults);
        on_record(record);
    };
    read_csv(bytes, table.dialect, on_row, faults);
}

}  // namespace factcheck
