#include "author/table_shape.hpp"

#include "lexicon/units.hpp"
#include "model/limits.hpp"
#include "reference/csv.hpp"
#include "reference/faults.hpp"
#include "rules/files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

char delimiter_of(std::string_view bytes) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    constexpr std::array marks{',', ';', '\t', '|'};
    return *std::max_element(marks.begin(), marks.end(), [&](char a, char b) {
        return std::count(line.begin(), line.end(), a) < std::count(line.begin(), line.end(), b);
    });
}

struct Column {
    std::string name;
    std::size_t index = 0;
    std::size_t filled = 0;
    std::size_t numbers = 0;
    std::size_t periods = 0;
    std::set<std::string> distinct;
    [[nodiscard]] bool numeric() const { return filled > 0 && numbers * 10 >= filled * 8; }
    [[nodiscard]] bool dated() const { return filled > 0 && periods * 10 >= filled * 9; }
};

std::vector<Column> columns_of(const Sheet& sheet) {
    std::vector<Column> out;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        Column column{sheet.columns[i], i, 0, 0, 0, {}};
        for (const auto& row : sheet.rows) {
            const std::string cell = trimmed(row[i]);
            if (cell.empty()) continue;
            ++column.filled;
            column.numbers += plain_number(cell).empty() ? 0 : 1;
            column.periods += period_of_cell(cell) ? 1 : 0;
            column.distinct.insert(cell);
        }
        out.push_back(std::move(column));
    }
    return out;
}

bool named(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// "Year", "date": a column of numbers that are years is no figure.
const Column* period_column(const std::vector<Column>& columns, const InitOptions& options) {
    const Column* best = nullptr;
    for (const Column& column : columns) {
        if (!options.period.empty()) {
            if (column.name == options.period) return &column;
            continue;
        }
        const std::string name = small_letters(column.name);
        if (name.ends_with("start")) continue;  // its end says more, and leads to it
        const bool says = holds_any(name, {"year", "date", "period", "month", "quarter", "time"});
        if (column.dated() && (best == nullptr || (says && !holds_any(small_letters(best->name), {"year", "date", "period"}))))
            best = &column;
    }
    return best;
}

bool is_code(const Column& column) {
    const std::string name = small_letters(column.name);
    return is_one_of(name, {"code", "iso", "iso2", "iso3", "id", "unit", "source", "note", "notes", "url", "comment"}) ||
           name.ends_with(" code") || name.ends_with("_code");
}

const Column* entity_column(const std::vector<Column>& columns, const Column* period, const InitOptions& options) {
    for (const Column& column : columns) {
        if (named(options.ignored, column.name)) continue;
        if (!options.entities.empty()) {
            if (named(options.entities, column.name)) return &column;
            continue;
        }
        if (&column != period && !column.numeric() && column.filled > 0 && !is_code(column) && !column.dated()) return &column;
    }
    return nullptr;
}

// ---- measures

struct Hint {
    std::string_view word;
    std::string_view unit;
};
constexpr std::array unit_hints{Hint{"us$", "USD"},    Hint{"usd", "USD"},   Hint{"dollar", "USD"}, Hint{"$", "USD"},
                                Hint{"eur", "EUR"},    Hint{"€", "EUR"},     Hint{"gbp", "GBP"},    Hint{"£", "GBP"},
                                Hint{"%", "%"},        Hint{"percent", "%"}, Hint{"per cent", "%"}, Hint{"_pct", "%"},
                                Hint{"share of", "%"}, Hint{" rate", "%"},   Hint{"tonnes", "t"},   Hint{"(km)", "km"},
                                Hint{"(kg)", "kg"}};

Unit unit_of(const std::string& column, const InitOptions& options) {
    if (const auto given = options.units.find(column); given != options.units.end())
        return unit_from_code(given->second).value_or(Unit{Dimension::count, "1"});
    const std::string name = small_letters(column);
    for (const Hint& hint : unit_hints)
        if (name.find(hint.word) != std::string::npos)
            if (const auto unit = unit_from_code(hint.unit)) return *unit;
    return Unit{Dimension::count, "1"};
}

int scale_of(const std::string& column) {
    const std::string name = small_letters(column);
    if (holds_any(name, {"billion", " bn", "_bn"})) return 9;
    if (holds_any(name, {"million", " mn", "_mn", "musd"})) return 6;
    if (holds_any(name, {"thousand", "'000"})) return 3;
    return 0;
}

std::string nature_of(const std::string& column, Unit unit, const InitOptions& options) {
    if (const auto given = options.natures.find(column); given != options.natures.end()) return given->second;
    const std::string name = small_letters(column);
    if (unit.dimension == Dimension::percent || holds_any(name, {"rate", "per "})) return "rate";
    if (holds_any(name, {"index"})) return "index";
    if (holds_any(name, {"population", "stock", "balance", "reserve", "debt", "price", "level"})) return "stock";
    const bool sums = unit.dimension == Dimension::money || holds_any(name, {"sales", "export", "import", "birth", "death",
                                                                             "arrival", "visit", "sold", "produc", "output"});
    return sums ? "flow" : "stock";
}

// How a column's name is spoken: without brackets, units and underscores.
std::string words_of(std::string_view column) {
    std::string out;
    int depth = 0;
    for (const char c : column) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0) out += c == '_' || c == '-' || c == '/' ? ' ' : c;
        if (c == ')' || c == ']') depth = std::max(0, depth - 1);
    }
    out = small_letters(trimmed(out));
    for (const std::string_view tail :
         {" usd", " eur", " gbp", " musd", " pct", " percent", " million", " billion", ", total", " us$"})
        if (out.size() > tail.size() && out.ends_with(tail)) out.resize(out.size() - tail.size());
    std::string single;
    for (const char c : out)
        if (c != ' ' || (!single.empty() && single.back() != ' ')) single += c;
    return trimmed(single);
}

SheetMeasure measure_of(const std::string& column, const std::string& words, const InitOptions& options) {
    SheetMeasure out;
    out.column = column;
    out.words = words_of(words);
    out.id = snake(out.words);
    out.unit = unit_of(column, options);
    out.unit_mult = scale_of(column);
    out.nature = nature_of(column, out.unit, options);
    return out;
}

std::string stem_of(const InitOptions& options) {
    return options.measure.empty() ? fs::path(options.data).stem().string() : options.measure;
}

void add_entity(SheetShape& shape, const std::string& entity) {
    if (!entity.empty() && !named(shape.entities, entity)) shape.entities.push_back(entity);
}

void read_wide(const Sheet& sheet, const std::vector<Column>& columns, const InitOptions& options, SheetShape& shape) {
    const Column* entity = entity_column(columns, nullptr, options);
    if (entity != nullptr) shape.entity_column = entity->name;
    // A column that says which indicator a row is of makes each its own measure.
    const Column* indicator = nullptr;
    for (const Column& column : columns)
        if (holds_any(small_letters(column.name), {"indicator name", "series name", "indicator", "variable"}) &&
            &column != entity && !is_code(column))
            indicator = &column;
    for (const auto& row : sheet.rows) {
        const std::string name = indicator != nullptr ? trimmed(row[indicator->index]) : stem_of(options);
        const auto known =
            std::find_if(shape.measures.begin(), shape.measures.end(), [&](const SheetMeasure& m) { return m.column == name; });
        const auto measure = static_cast<std::size_t>(known - shape.measures.begin());
        if (known == shape.measures.end()) shape.measures.push_back(measure_of(name, name, options));
        const std::string who = entity != nullptr ? trimmed(row[entity->index]) : "";
        add_entity(shape, who);
        for (const Column& column : columns) {
            const auto period = period_of_cell(column.name);
            const std::string value = period ? plain_number(row[column.index]) : "";
            if (!value.empty()) shape.figures.push_back({measure, who, *period, value, {}, {}, {}});
        }
    }
}

// Headings such as AUS, AUT: each column is of one country, and all are of one measure.
bool names_entities(const std::vector<const Column*>& values, const InitOptions& options) {
    if (values.size() < 2 || !options.entities.empty()) return false;
    if (!options.measure.empty()) return true;
    const auto codes = std::count_if(values.begin(), values.end(), [](const Column* column) {
        const std::string& name = column->name;
        return name.size() >= 2 && name.size() <= 8 &&
               std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
    });
    return codes >= 2 && static_cast<std::size_t>(codes) * 10 >= values.size() * 9;
}

void read_across(const Sheet& sheet, const Column& period, const std::vector<const Column*>& values, const InitOptions& options,
                 SheetShape& shape) {
    shape.entity_column = "place";
    shape.measures.push_back(measure_of(stem_of(options), stem_of(options), options));
    for (const auto& row : sheet.rows) {
        const auto when = period_of_cell(row[period.index]);
        if (!when) continue;
        for (const Column* column : values) {
            const std::string value = plain_number(row[column->index]);
            if (value.empty()) continue;
            add_entity(shape, column->name);
            shape.figures.push_back({0, column->name, *when, value, {}, {}, {}});
        }
    }
}

// "period_start" beside "period_end".
const Column* start_column(const std::vector<Column>& columns, const Column& period) {
    const std::string name = small_letters(period.name);
    const auto end = name.rfind("end");
    if (end == std::string::npos) return nullptr;
    const std::string wanted = name.substr(0, end) + "start" + name.substr(end + 3);
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return small_letters(c.name) == wanted; });
    return found == columns.end() ? nullptr : &*found;
}

// Whole months where they are.
Period run_of(Day first, Day last) {
    const auto months = months_period(first, last);
    return months && months->first == first && months->last == last ? *months : Period{first, last, Grain::day};
}

// The cell of the first column that has one of the names.
std::string text_in(const std::vector<std::string>& row, const std::vector<Column>& columns,
                    std::initializer_list<std::string_view> names) {
    for (const Column& column : columns)
        if (is_one_of(small_letters(column.name), names)) return trimmed(row[column.index]);
    return {};
}

void read_long(const Sheet& sheet, const std::vector<Column>& columns, const Column& period, const InitOptions& options,
               SheetShape& shape) {
    const Column* entity = entity_column(columns, &period, options);
    shape.period_column = period.name;
    if (entity != nullptr) shape.entity_column = entity->name;
    std::vector<const Column*> values;
    for (const Column& column : columns) {
        if (&column == &period || &column == entity || &column == start_column(columns, period)) continue;
        if (named(options.ignored, column.name)) continue;
        if (column.numeric() && !is_code(column))
            values.push_back(&column);
        else if (!is_one_of(small_letters(column.name),
                            {"published", "release", "release_date", "vintage", "source", "url", "source_url"}))
            shape.left_out.push_back(column.name);
    }
    if (names_entities(values, options)) return read_across(sheet, period, values, options, shape);
    for (const Column* column : values) {
        const bool only =
            values.size() == 1 &&
            (!options.measure.empty() || is_one_of(small_letters(column->name), {"value", "obs_value", "figure", "amount"}));
        shape.measures.push_back(measure_of(column->name, only ? stem_of(options) : column->name, options));
    }
    const Column* start = start_column(columns, period);
    for (const auto& row : sheet.rows) {
        auto when = period_of_cell(row[period.index]);
        if (when && start != nullptr)
            if (const auto from = period_of_cell(row[start->index]); from && from->first <= when->first)
                when = run_of(from->first, when->last);
        if (!when) continue;
        const std::string who = entity != nullptr ? trimmed(row[entity->index]) : "";
        add_entity(shape, who);
        const std::string day = text_in(row, columns, {"published", "release", "release_date", "vintage"});
        const std::string published = period_of_cell(day) ? to_timex(*period_of_cell(day)) : std::string();
        for (std::size_t m = 0; m < values.size(); ++m)
            if (const std::string value = plain_number(row[values[m]->index]); !value.empty())
                shape.figures.push_back({m, who, *when, value, published, text_in(row, columns, {"source"}),
                                         text_in(row, columns, {"url", "source_url"})});
    }
}

// A figure that stands twice is one; two that differ say that something else tells them apart.
void keep_one_each(SheetShape& shape) {
    std::map<std::tuple<std::size_t, std::string, Period, std::string, std::string, std::string>, std::string> seen;
    std::vector<SheetFigure> kept;
    std::size_t clashes = 0;
    for (SheetFigure& figure : shape.figures) {
        const auto [first, fresh] = seen.emplace(
            std::tuple(figure.measure, figure.entity, figure.period, figure.published, figure.source, figure.url), figure.value);
        if (!fresh && first->second != figure.value && ++clashes == 1)
            shape.error = "two figures of " + shape.measures[figure.measure].words +
                          (figure.entity.empty() ? "" : " for " + figure.entity) + " in " + to_words(figure.period) + ": " +
                          first->second + " and " + figure.value +
                          "; another column tells them apart: name it with --entity, or filter the table";
        if (fresh) kept.push_back(std::move(figure));
    }
    shape.figures = std::move(kept);
}

// 4,1 becomes 4.1, and 1.234,5 becomes 1234.5.
std::string with_point(std::string cell) {
    const std::size_t comma = cell.find(',');
    if (comma == std::string::npos || cell.find(',', comma + 1) != std::string::npos ||
        cell.find_first_not_of("-0123456789.,% ") != std::string::npos)
        return cell;
    std::erase(cell, '.');
    std::replace(cell.begin(), cell.end(), ',', '.');
    return cell;
}

}  // namespace

Sheet read_sheet(const std::string& path, bool decimal_comma) {
    Sheet out;
    const fs::path file(path);
    const FileBytes read = read_inside(file.has_parent_path() ? file.parent_path() : fs::path("."), file.filename().string(),
                                       limits::csv_file_bytes);
    if (!read.bytes) {
        out.error = path + ": " + read.fault;
        return out;
    }
    std::string_view bytes = *read.bytes;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    CsvDialect dialect;
    dialect.delimiter = delimiter_of(bytes);
    Faults faults{path, {}, 0};
    const auto on_row = [&](const CsvRow& row) {
        std::vector<std::string> cells;
        for (const CsvCell& cell : row.cells) cells.push_back(decimal_comma ? with_point(cell.text) : cell.text);
        if (out.columns.empty())
            out.columns = std::move(cells);
        else
            out.rows.push_back(std::move(cells));
    };
    read_csv(bytes, dialect, on_row, faults);
    if (!faults.found.empty())
        out.error = to_string(faults.found.front());
    else if (out.columns.size() < 2 || out.rows.empty())
        out.error = path + ": it must have a line of headings, at least two columns and a row";
    return out;
}

SheetShape shape_of(const Sheet& sheet, const InitOptions& options) {
    SheetShape out;
    const std::vector<Column> columns = columns_of(sheet);
    std::set<std::string> names;
    for (const Column& column : columns) names.insert(column.name);
    for (const auto* asked : {&options.entities, &options.ignored})
        for (const std::string& name : *asked)
            if (!names.contains(name))
                out.error = "the table has no column " + name + "; it has " + [&] {
                    std::string all;
                    for (const std::string& each : sheet.columns) all += (all.empty() ? "" : ", ") + each;
                    return all;
                }();
    if (!options.period.empty() && !names.contains(options.period)) out.error = "the table has no column " + options.period;
    if (!out.error.empty()) return out;
    const auto wide =
        std::count_if(columns.begin(), columns.end(), [](const Column& c) { return period_of_cell(c.name).has_value(); });
    const Column* period = period_column(columns, options);
    if (wide >= 2 && options.period.empty())
        read_wide(sheet, columns, options, out);
    else if (period != nullptr)
        read_long(sheet, columns, *period, options, out);
    else
        out.error = "no column holds periods, and no headings are periods; name the column with --period";
    if (out.error.empty() && out.measures.empty())
        out.error = "no column holds figures; if they are written as 4,1 pass --decimal-comma";
    if (out.error.empty()) keep_one_each(out);
    if (out.error.empty() && out.figures.empty())
        out.error = "no figure stands beside a period; if figures are written as 4,1 pass --decimal-comma";
    out.role = snake(out.entity_column);
    return out;
}

}  // namespace factcheck
