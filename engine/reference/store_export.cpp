#include "reference/store_export.hpp"

#include "reference/csv.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace factcheck {

namespace {

using Json = nlohmann::ordered_json;

// Columns that stand in every table of observations, around the dimensions.
constexpr const char* before_dimensions[] = {"series"};
constexpr const char* after_dimensions[] = {"time_period", "obs_value", "unit_mult", "obs_status",
                                            "published",   "source",    "url",       "comment"};

Json fields_of(const std::vector<std::string>& names) {
    Json out = Json::array();
    for (const std::string& name : names) out.push_back({{"name", name}, {"type", "string"}});
    return out;
}

Json resource_of(const std::string& name, const std::vector<std::string>& columns) {
    Json out;
    out["name"] = name;
    out["path"] = name + ".csv";
    out["table"] = name;
    out["encoding"] = "utf-8";
    out["schema"] = {{"fields", fields_of(columns)}};
    return out;
}

Json series_of(const StoreSeries& series) {
    Json out;
    out["name"] = series.name;
    out["label"] = series.label;
    out["unit"] = series.unit;
    if (series.unit_mult) out["unit_mult"] = *series.unit_mult;
    out["frequency"] = series.frequency;
    out["nature"] = series.nature;
    out["dimensions"] = series.dimensions;
    out["description"] = series.about;
    return out;
}

std::vector<std::string> all_dimensions(const StoreFile& store) {
    std::set<std::string> all;
    for (const StoreSeries& series : store.series()) all.insert(series.dimensions.begin(), series.dimensions.end());
    return {all.begin(), all.end()};
}

std::vector<std::string> header_of(const std::string& csv) {
    std::vector<std::string> out;
    Faults ignored;
    read_csv(
        std::string_view(csv).substr(0, csv.find('\n')), {},
        [&](const CsvRow& row) {
            for (const CsvCell& cell : row.cells) out.push_back(cell.text);
        },
        ignored);
    return out;
}

// The shortest text that is read as this very period: of the same days some are a year and some are twelve months.
std::string period_text(const Period& period) {
    const std::string first = to_iso(period.first), last = to_iso(period.last);
    constexpr std::size_t to_month = 7;
    const long days = days_inclusive(period);
    constexpr long in_week = 7, in_year = 365, in_month = 30;  // about: the text is read again
    const auto counted = [&](long number, char unit) { return first + "/P" + std::to_string(number) + unit; };
    for (const std::string& text :
         {to_timex(period), first.substr(0, to_month) + "/" + last.substr(0, to_month), first + "/" + last,
          counted(days / in_week, 'W'), counted(days / in_year, 'Y'), counted((days + 2) / in_month, 'M'), counted(days, 'D')})
        if (period_from(text) == period) return text;
    return to_timex(period);
}

}  // namespace

std::vector<ExportedFile> export_package(const StoreFile& store, const std::string& name) {
    const std::vector<std::string> dimensions = all_dimensions(store);
    std::vector<std::string> columns(std::begin(before_dimensions), std::end(before_dimensions));
    columns.insert(columns.end(), dimensions.begin(), dimensions.end());
    columns.insert(columns.end(), std::begin(after_dimensions), std::end(after_dimensions));
    std::string csv = write_csv_row(columns, {});
    std::vector<std::string> cells;
    store.each_row({}, [&](const StoreRowView& row) {
        cells.assign(1, row.series.name);
        for (const std::string& dimension : dimensions) {
            const auto at = std::find(row.series.dimensions.begin(), row.series.dimensions.end(), dimension);
            cells.push_back(at == row.series.dimensions.end()
                                ? std::string{}
                                : row.key[static_cast<std::size_t>(at - row.series.dimensions.begin())]);
        }
        cells.push_back(period_text(row.period));
        cells.push_back(row.value.str());
        cells.push_back(row.origin.unit_mult ? std::to_string(*row.origin.unit_mult) : std::string{});
        for (const std::string_view text : {row.origin.status, std::string_view(row.origin.published.text), row.origin.source,
                                            row.origin.url, row.origin.comment})
            cells.emplace_back(text);
        csv += write_csv_row(cells, {});
    });
    Json package;
    package["profile"] = "tabular-data-package";
    package["name"] = name;
    Json series = Json::array();
    for (const StoreSeries& own : store.series()) series.push_back(series_of(own));
    package["series"] = std::move(series);
    Json entities = Json::object();
    for (const auto& [code, label] : store.entities())
        if (!label.empty()) entities[code] = label;
    package["entities"] = std::move(entities);
    Json resources = Json::array();
    resources.push_back(resource_of("observations", columns));
    std::vector<ExportedFile> out{{"datapackage.json", {}}, {"observations.csv", std::move(csv)}};
    for (auto& [table, text] : store.tables()) {
        resources.push_back(resource_of(table, header_of(text)));
        out.push_back({table + ".csv", text});
    }
    package["resources"] = std::move(resources);
    out.front().bytes = package.dump(2) + "\n";
    return out;
}

// ---- differences

namespace {

using FigureName = std::tuple<std::string, Key, Day, Day, std::string>;  // series, key, first, last, source

struct Latest {
    Decimal value;
    int mult = 0;
    Period period;
};

std::map<FigureName, Latest> latest_of(const StoreFile& store) {
    std::map<FigureName, Latest> out;
    // Rows come in order of publication, so that the last one counts.
    store.each_row({}, [&](const StoreRowView& row) {
        const int mult = row.origin.unit_mult.value_or(row.series.unit_mult.value_or(0));
        out[{row.series.name, row.key, row.period.first, row.period.last, std::string(row.origin.source)}] = {row.value, mult,
                                                                                                              row.period};
    });
    return out;
}

Rational size_of(const Latest& figure) { return figure.value.rational() * power_of_ten(figure.mult); }

std::string printed(const Latest& figure) {
    return figure.value.str() + (figure.mult == 0 ? "" : "e" + std::to_string(figure.mult));
}

std::string change_of(const Latest& before, const Latest& after) {
    const Rational old = size_of(before);
    if (old == 0) return {};
    const Rational change = (size_of(after) - old) * 100 / absolute(old);
    return (change > 0 ? "+" : "") + to_decimal_string(change, 2, Rounding::nearest) + " %";
}

}  // namespace

StoreDifference compare_stores(const StoreFile& before, const StoreFile& after) {
    StoreDifference out;
    std::set<std::string> old_series, new_series;
    for (const StoreSeries& series : before.series()) old_series.insert(series.name);
    for (const StoreSeries& series : after.series()) new_series.insert(series.name);
    std::set_difference(new_series.begin(), new_series.end(), old_series.begin(), old_series.end(),
                        std::back_inserter(out.series_added));
    std::set_difference(old_series.begin(), old_series.end(), new_series.begin(), new_series.end(),
                        std::back_inserter(out.series_gone));
    const auto old_figures = latest_of(before), new_figures = latest_of(after);
    for (const auto& [name, figure] : new_figures) {
        const auto found = old_figures.find(name);
        if (found == old_figures.end()) {
            ++out.added;
            continue;
        }
        if (size_of(found->second) == size_of(figure)) {
            ++out.same;
            continue;
        }
        const auto& [series, key, first, last, source] = name;
        out.revised.push_back(
            {series, key, figure.period, source, printed(found->second), printed(figure), change_of(found->second, figure)});
    }
    for (const auto& [name, figure] : old_figures) out.gone += new_figures.contains(name) ? 0 : 1;
    return out;
}

}  // namespace factcheck
