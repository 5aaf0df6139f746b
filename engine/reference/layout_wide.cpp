// Many figures a row: tables of Our World in Data and of the World Bank.
#include "reference/layout.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace factcheck {

namespace {

constexpr std::string_view owid = "Our World in Data";

bool is_code(std::string_view text) {
    const auto is_upper = [](char c) { return (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9'); };
    return text.size() >= 2 && text.size() <= 12 && std::all_of(text.begin(), text.end(), is_upper);
}

// Years of one to three digits are years, and those before the year 1 cannot be held: they are counted.
std::optional<Period> period_in(Interpreting& t, const CsvRow& row, std::size_t column) {
    std::string why_not;
    const std::string_view text = cell_text(row, column);
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error == std::errc{} && end == text.data() + text.size() && (year < 1 || text.size() < 4)) {
        t.count.too_early += year < 1 ? 1 : 0;
        return year_period(year);
    }
    const auto period = period_of_cell(cell_text(row, column), why_not);
    if (!period) cell_fault(t, row, column, why_not);
    return period;
}

StoreSeries one_dimension(StoreSeries series) {
    series.dimensions = {"reporter"};
    return series;
}

// ---- a column for each country, a row for each date

bool owid_wide_fits(const Interpreting& t) {
    if (t.header.size() < 2) return false;
    const bool dated = t.header[0] == "Date" || t.header[0] == "Year" || t.header[0] == "Day";
    return dated && std::all_of(t.header.begin() + 1, t.header.end(), is_code);
}

bool owid_wide_start(Interpreting& t) {
    t.style.floats = true;
    if (t.about.source.empty()) t.about.source = owid;
    const std::string id = t.options.series.empty() ? id_of(t.about.name) : t.options.series;
    const auto number = declare(t, one_dimension(described(t, "", id)), 1);
    if (number) t.by_column.push_back({*number, {}});
    return number.has_value();
}

void owid_wide_row(Interpreting& t, const CsvRow& row) {
    const auto period = period_in(t, row, 0);
    if (!period) return;
    for (std::size_t i = 1; i < row.cells.size() && i < t.header.size(); ++i) {
        t.key.assign(1, entity_of_code(t.header[i]));
        put(t, row, i, t.by_column.front().number, *period, t.origin);
    }
}

// ---- Entity, Code, Year or Day, and a column for each series

bool owid_long_fits(const Interpreting& t) {
    const bool dated = has_columns(t, {"Year"}) || has_columns(t, {"Day"});
    return (has_columns(t, {"Entity", "Code"}) && dated) || (has_columns(t, {"entity", "code"}) && has_columns(t, {"year"}));
}

std::size_t either(const Interpreting& t, std::string_view a, std::string_view b, std::string_view c = "") {
    for (const std::string_view name : {a, b, c})
        if (const std::size_t at = name.empty() ? no_column : column_named(t, name); at != no_column) return at;
    return no_column;
}

bool owid_long_start(Interpreting& t) {
    if (t.about.source.empty()) t.about.source = owid;
    t.time = either(t, "Year", "Day", "year");
    const std::size_t entity = either(t, "Entity", "entity"), code = either(t, "Code", "code");
    t.names = {{code, entity}};
    std::vector<std::size_t> values;
    for (std::size_t i = 0; i < t.header.size(); ++i)
        if (i != t.time && i != entity && i != code) values.push_back(i);
    for (const std::size_t column : values) {
        const bool only = values.size() == 1 && !t.options.series.empty();
        const auto number =
            declare(t, one_dimension(described(t, t.header[column], only ? t.options.series : id_of(t.header[column]))), 1);
        if (!number) return false;
        t.by_column.push_back({*number, {column}});
    }
    if (values.empty()) add_fault(t.faults, 1, 1, "the table has no column of figures");
    return !values.empty();
}

void owid_long_row(Interpreting& t, const CsvRow& row) {
    const auto period = period_in(t, row, t.time);
    if (!period) return;
    const auto [code_column, name_column] = t.names.front();
    const std::string_view name = cell_text(row, name_column);
    // Groups without a code go by their names.
    const std::string_view code = cell_text(row, code_column).empty() ? name : entity_of_code(cell_text(row, code_column));
    if (code.empty()) return cell_fault(t, row, code_column, "a value is required");
    t.into.name_entity(code, name);
    for (const SeriesColumns& series : t.by_column) {
        t.key.assign(1, code);
        put(t, row, series.columns.front(), series.number, *period, t.origin);
    }
}

// ---- Country Name, Country Code, Indicator Name, Indicator Code, 1960, 1961 ...

bool world_bank_fits(const Interpreting& t) {
    return has_columns(t, {"Country Code", "Indicator Code"}) || has_columns(t, {"Country Code", "Series Code"});
}

bool world_bank_start(Interpreting& t) {
    if (t.about.source.empty()) t.about.source = "World Bank";
    t.series = either(t, "Indicator Code", "Series Code");
    t.label = either(t, "Indicator Name", "Series Name");
    t.names = {{column_named(t, "Country Code"), column_named(t, "Country Name")}};
    for (std::size_t i = 0; i < t.header.size(); ++i) {
        // "1960", and "1960 [YR1960]" in tables of the DataBank
        std::string why_not;
        const auto period = period_of_cell(std::string_view(t.header[i]).substr(0, t.header[i].find(" [")), why_not);
        if (period && i != t.series && i != t.label) t.periods.emplace_back(i, *period);
    }
    if (t.periods.empty()) add_fault(t.faults, 1, 1, "the header names no years");
    return !t.periods.empty();
}

void world_bank_row(Interpreting& t, const CsvRow& row) {
    const std::string_view indicator = cell_text(row, t.series);
    const std::string_view code = cell_text(row, t.names.front().first);
    // Below the figures of a DataBank table stand lines about the download.
    if (indicator.empty() && code.empty()) return;
    if (indicator.empty()) return cell_fault(t, row, t.series, "a value is required");
    if (code.empty()) return cell_fault(t, row, t.names.front().first, "a value is required");
    t.scratch = indicator;
    auto found = t.by_name.find(t.scratch);
    if (found == t.by_name.end()) {
        StoreSeries series = one_dimension(described(t, indicator, id_of(indicator)));
        if (series.label.empty()) series.label = cell_text(row, t.label);
        const auto number = declare(t, series, row.line);
        if (!number) return;
        found = t.by_name.emplace(t.scratch, SeriesColumns{*number, {}}).first;
    }
    const std::string_view entity = entity_of_code(code);
    t.into.name_entity(entity, cell_text(row, t.names.front().second));
    for (const auto& [column, period] : t.periods) {
        t.key.assign(1, entity);
        put(t, row, column, found->second.number, period, t.origin);
    }
}

}  // namespace

const Layout& owid_wide_layout() {
    static constexpr Layout layout{"owid-wide", "Our World in Data with a column for each country", owid_wide_fits,
                                   owid_wide_start, owid_wide_row};
    return layout;
}

const Layout& owid_long_layout() {
    static constexpr Layout layout{"owid-long", "Our World in Data as its charts download: Entity, Code, Year", owid_long_fits,
                                   owid_long_start, owid_long_row};
    return layout;
}

const Layout& world_bank_layout() {
    static constexpr Layout layout{"world-bank", "World Bank with a column for each year, of an indicator or of the DataBank",
                                   world_bank_fits, world_bank_start, world_bank_row};
    return layout;
}

}  // namespace factcheck
