// One figure a row: our own columns (docs/data.md), and those of SDMX-CSV, which also say in codes what a series is.
#include "reference/layout.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace factcheck {

namespace {

struct KnownColumn {
    std::string_view name;
    std::size_t Interpreting::*at;
};

constexpr std::array<KnownColumn, 13> tidy_columns{{{"series", &Interpreting::series},
                                                    {"time_period", &Interpreting::time},
                                                    {"obs_value", &Interpreting::value},
                                                    {"obs_status", &Interpreting::status},
                                                    {"unit_mult", &Interpreting::mult},
                                                    {"decimals", &Interpreting::decimals},
                                                    {"published", &Interpreting::published},
                                                    {"source", &Interpreting::source},
                                                    {"url", &Interpreting::url},
                                                    {"comment", &Interpreting::comment},
                                                    {"unit", &Interpreting::unit},
                                                    {"frequency", &Interpreting::frequency},
                                                    {"series_label", &Interpreting::label}}};

// Concepts of SDMX by the ids that offices give them.
constexpr std::array<KnownColumn, 16> sdmx_columns{{{"TIME_PERIOD", &Interpreting::time},
                                                    {"OBS_VALUE", &Interpreting::value},
                                                    {"OBS_STATUS", &Interpreting::status},
                                                    {"OBS_FLAG", &Interpreting::status},
                                                    {"UNIT_MULT", &Interpreting::mult},
                                                    {"DECIMALS", &Interpreting::decimals},
                                                    {"FREQ", &Interpreting::frequency},
                                                    {"FREQUENCY", &Interpreting::frequency},
                                                    {"UNIT_MEASURE", &Interpreting::unit},
                                                    {"UNIT", &Interpreting::unit},
                                                    {"LAST UPDATE", &Interpreting::published},
                                                    {"EMBARGO_TIME", &Interpreting::published},
                                                    {"COMMENT_OBS", &Interpreting::comment},
                                                    {"COMMENT", &Interpreting::comment},
                                                    {"OBS_COM", &Interpreting::comment},
                                                    {"COMMENT_TS", &Interpreting::comment}}};
constexpr std::array<std::string_view, 8> sdmx_reporters{"REF_AREA", "GEO",         "LOCATION", "COUNTRY",
                                                         "REPORTER", "REP_COUNTRY", "COU",      "REF_COUNTRY"};
constexpr std::array<std::string_view, 5> sdmx_partners{"COUNTERPART_AREA", "PARTNER", "VIS_A_VIS_AREA", "CTPTY", "COUNTERPART"};
// Columns that say which message a row is of, or repeat what others say.
constexpr std::array<std::string_view, 9> sdmx_headings{"DATAFLOW", "STRUCTURE",  "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION",
                                                        "KEY",      "SERIES_KEY", "TITLE",        "TITLE_COMPL"};

template <class List, class Item>
bool among(const List& list, const Item& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

std::optional<int> whole(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// "US: United States" where an export carries codes and labels in one cell.
std::string_view code_in(std::string_view cell) {
    const std::size_t colon = cell.find(": ");
    return colon == std::string_view::npos ? cell : cell.substr(0, colon);
}

// The origin of a row: what it says itself, and for the rest that of the table. False after a fault.
bool read_origin(Interpreting& t, const CsvRow& row, Provenance& origin) {
    const auto say = [&](std::size_t column, std::string_view& to) {
        if (const std::string_view text = cell_text(row, column); !text.empty()) to = text;
    };
    say(t.source, origin.source);
    say(t.url, origin.url);
    say(t.comment, origin.comment);
    if (origin.source.empty()) return cell_fault(t, row, t.source, "a value is required"), false;
    if (!origin.url.empty() && !origin.url.starts_with("https://") && !origin.url.starts_with("http://"))
        return cell_fault(t, row, t.url, shown(origin.url) + " is no web address (http:// or https://)"), false;
    if (const std::string_view text = cell_text(row, t.published); !text.empty() && text != t.row_published.text) {
        const auto published = published_of_cell(text);
        if (!published) {
            cell_fault(t, row, t.published,
                       shown(text) + " is no date of publication (2025-07-23, or 2025-07 for some day of that month)");
            return false;
        }
        t.row_published = *published;
    } else if (text.empty()) {
        t.row_published = t.origin.published;
    }
    origin.published = t.row_published;
    if (origin.published.text.empty()) return cell_fault(t, row, t.published, "a value is required"), false;
    if (const std::string_view text = cell_text(row, t.mult); !text.empty()) {
        constexpr int largest = 15;
        const auto mult = whole(text);
        if (!mult || *mult < -largest || *mult > largest)
            return cell_fault(t, row, t.mult, shown(text) + " is no power of ten that figures are printed in (6 for millions)"),
                   false;
        origin.unit_mult = *mult;
    }
    if (const std::string_view text = cell_text(row, t.status); !text.empty() && text != "A") {
        static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        const char letter = status_of_cell(t.codes ? code_in(text) : text);
        if (letter == '\0' && !t.codes) {
            cell_fault(
                t, row, t.status,
                shown(text) + " is no status of an observation (A normal, E estimated, P provisional, B break, M missing)");
            return false;
        }
        if (letter != '\0') origin.status = letters.substr(static_cast<std::size_t>(letter - 'A'), 1);
    }
    return true;
}

// The figure of a row whose series is known.
void put_row(Interpreting& t, const CsvRow& row, const SeriesColumns& series) {
    t.key.clear();
    for (const std::size_t column : series.columns) {
        std::string_view code = cell_text(row, column);
        if (t.codes) code = entity_of_code(code_in(code));
        if (code.empty()) return cell_fault(t, row, column, "the series has this dimension: a value is required");
        t.key.push_back(code);
    }
    Provenance origin = t.origin;
    if (!read_origin(t, row, origin)) return;
    if (origin.status == "M") {
        ++t.count.missing;
        return;
    }
    std::string why_not;
    const auto period = period_of_cell(t.codes ? code_in(cell_text(row, t.time)) : cell_text(row, t.time), why_not);
    if (!period) return cell_fault(t, row, t.time, why_not);
    const auto decimals = t.decimals == no_column ? std::nullopt : whole(code_in(cell_text(row, t.decimals)));
    if (!decimals) {
        put(t, row, t.value, series.number, *period, origin);
        return;
    }
    // The source says how many decimals it prints: "12" of one decimal is 12.0.
    const std::string_view text = cell_text(row, t.value);
    if (says_missing(text)) {
        ++t.count.missing;
        return;
    }
    auto value = number_of_cell(text, t.style, why_not);
    if (!value) return cell_fault(t, row, t.value, why_not);
    constexpr int most_decimals = 12;
    while (value->exponent > -std::min(*decimals, most_decimals)) {
        value->coefficient *= 10;
        --value->exponent;
    }
    t.into.add(series.number, t.key, *period, *value, origin, row.line);
    ++t.count.figures;
}

void name_entities(Interpreting& t, const CsvRow& row) {
    for (const auto& [code, name] : t.names)
        t.into.name_entity(t.codes ? entity_of_code(code_in(cell_text(row, code))) : cell_text(row, code), cell_text(row, name));
}

// ---- tidy

bool tidy_fits(const Interpreting& t) {
    return has_columns(t, {"time_period", "obs_value"}) && (has_columns(t, {"series"}) || !t.options.series.empty());
}

bool tidy_start(Interpreting& t) {
    for (std::size_t i = 0; i < t.header.size(); ++i) {
        const std::string& name = t.header[i];
        const auto known =
            std::find_if(tidy_columns.begin(), tidy_columns.end(), [&](const KnownColumn& c) { return c.name == name; });
        if (known != tidy_columns.end())
            t.*(known->at) = i;
        else if (name.ends_with("_label") && column_named(t, name.substr(0, name.size() - 6)) != no_column)
            t.names.emplace_back(column_named(t, name.substr(0, name.size() - 6)), i);
        else if (!name.empty() && name != "-")
            t.dimensions.emplace_back(name, i);
    }
    for (const auto& [name, series] : t.about.described) {  // said before the rows, with their dimensions
        if (name.empty() || series.name.empty() || t.by_name.contains(series.name)) continue;
        const auto number = declare(t, series, 1);
        if (!number) return false;
        SeriesColumns own{*number, {}};
        for (const std::string& dimension : series.dimensions) own.columns.push_back(column_named(t, dimension));
        t.by_name.emplace(series.name, std::move(own));
    }
    return true;
}

const SeriesColumns* tidy_series(Interpreting& t, const CsvRow& row) {
    const std::string_view name = t.series == no_column ? std::string_view(t.options.series) : cell_text(row, t.series);
    t.scratch = name;
    if (const auto found = t.by_name.find(t.scratch); found != t.by_name.end()) return &found->second;
    if (name.empty()) return cell_fault(t, row, t.series, "a value is required"), nullptr;
    StoreSeries series = described(t, name, t.codes ? id_of(name) : std::string(name));
    SeriesColumns own;
    series.dimensions.clear();
    for (const auto& [dimension, column] : t.dimensions)
        if (!cell_text(row, column).empty()) {
            series.dimensions.push_back(dimension);
            own.columns.push_back(column);
        }
    if (series.label.empty()) series.label = cell_text(row, t.label);
    if (series.unit.empty()) series.unit = cell_text(row, t.unit);
    if (series.frequency.empty()) series.frequency = cell_text(row, t.frequency);
    const auto number = declare(t, series, row.line);
    if (!number) return nullptr;
    own.number = *number;
    return &t.by_name.emplace(std::string(name), std::move(own)).first->second;
}

void tidy_row(Interpreting& t, const CsvRow& row) {
    const SeriesColumns* series = tidy_series(t, row);
    if (series == nullptr) return;
    for (const auto& [dimension, column] : t.dimensions)
        if (!cell_text(row, column).empty() && !among(series->columns, column))
            return cell_fault(t, row, column, "the series has no dimension " + dimension + ": leave it empty");
    if (!t.names.empty()) name_entities(t, row);
    put_row(t, row, *series);
}

// ---- SDMX-CSV 1.0, 2.0 and what offices make of them

bool sdmx_fits(const Interpreting& t) {
    const auto has = [&](std::string_view name) {
        return std::any_of(t.header.begin(), t.header.end(), [&](const std::string& n) { return upper(code_in(n)) == name; });
    };
    return has("TIME_PERIOD") && has("OBS_VALUE");
}

bool sdmx_start(Interpreting& t) {
    t.codes = true;
    const bool named = column_named(t, "STRUCTURE_NAME") != no_column;  // each code is followed by its label
    std::size_t dimensions_end = t.header.size();
    for (std::size_t i = 0; i < t.header.size(); ++i)
        if (const std::string name = upper(code_in(t.header[i])); name == "OBS_VALUE" || name == "TIME_PERIOD")
            dimensions_end = std::min(dimensions_end, i);
    std::size_t reporter = no_column, partner = no_column;
    for (std::size_t i = 0; i < t.header.size(); ++i) {
        const std::string name = upper(code_in(t.header[i]));
        const auto known =
            std::find_if(sdmx_columns.begin(), sdmx_columns.end(), [&](const KnownColumn& c) { return c.name == name; });
        const bool label = named && t.header[i] != name && known == sdmx_columns.end();
        if (known != sdmx_columns.end() && t.*(known->at) == no_column && !(named && t.header[i] != name)) t.*(known->at) = i;
        if (label && i > 0 && (i - 1 == reporter || i - 1 == partner)) t.names.emplace_back(i - 1, i);
        if (label || i >= dimensions_end || among(sdmx_headings, name)) continue;
        if (among(sdmx_reporters, name) && reporter == no_column)
            reporter = i;
        else if (among(sdmx_partners, name) && partner == no_column)
            partner = i;
        else if (name != "FREQ" && name != "FREQUENCY" && name != "LAST UPDATE" && !(named && t.header[i] != name))
            t.choosing.push_back(i);
    }
    for (const std::size_t area : {reporter, partner})
        if (area != no_column)
            if (const std::size_t name = column_named(t, t.header[area] + "_NAME"); name != no_column)
                t.names.emplace_back(area, name);
    if (reporter != no_column) t.dimensions.emplace_back("reporter", reporter);
    if (partner != no_column) t.dimensions.emplace_back("partner", partner);
    return true;
}

// "ECB:EXR(1.0)" and "ESTAT:NAMQ_10_GDP(1.0)": agency and dataflow.
std::string_view dataflow_in(std::string_view text) {
    text = text.substr(0, text.find('('));
    const std::size_t colon = text.rfind(':');
    return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

const SeriesColumns* sdmx_series(Interpreting& t, const CsvRow& row) {
    t.scratch.clear();
    for (const std::size_t column : t.choosing) (t.scratch += '.') += code_in(cell_text(row, column));
    if (const auto found = t.by_name.find(t.scratch); found != t.by_name.end()) return &found->second;
    std::size_t flow = column_named(t, "DATAFLOW");
    if (flow == no_column) flow = column_named(t, "STRUCTURE_ID");
    const std::string dataflow(flow == no_column ? std::string_view(t.about.name) : dataflow_in(cell_text(row, flow)));
    std::string id = t.options.series.empty() ? id_of(dataflow + t.scratch) : t.options.series;
    if (!t.options.series.empty() && !t.by_name.empty()) {
        add_fault(t.faults, row.line, 1, "the file has more than one series, so that --series cannot name them: leave it out");
        return nullptr;
    }
    StoreSeries series = described(t, "", std::move(id));
    if (series.label.empty()) series.label = dataflow + t.scratch;
    series.unit = code_in(cell_text(row, t.unit));
    series.frequency = code_in(cell_text(row, t.frequency));
    SeriesColumns own;
    for (const auto& [dimension, column] : t.dimensions) {
        series.dimensions.push_back(dimension);
        own.columns.push_back(column);
    }
    const auto number = declare(t, series, row.line);
    if (!number) return nullptr;
    own.number = *number;
    return &t.by_name.emplace(t.scratch, std::move(own)).first->second;
}

void sdmx_row(Interpreting& t, const CsvRow& row) {
    if (const std::string_view action = cell_text(row, column_named(t, "ACTION")); action == "D")
        return cell_fault(t, row, column_named(t, "ACTION"), "a row that deletes (D) is of no use in an import: leave it out");
    const SeriesColumns* series = sdmx_series(t, row);
    if (series == nullptr) return;
    if (!t.names.empty()) name_entities(t, row);
    put_row(t, row, *series);
}

}  // namespace

const Layout& tidy_layout() {
    static constexpr Layout layout{"tidy", "a figure a row: series, time_period, obs_value and a column for each dimension",
                                   tidy_fits, tidy_start, tidy_row};
    return layout;
}

const Layout& sdmx_layout() {
    static constexpr Layout layout{"sdmx-csv", "SDMX-CSV 1.0 and 2.0 of ECB, Eurostat, OECD, IMF ...", sdmx_fits, sdmx_start,
                                   sdmx_row};
    return layout;
}

}  // namespace factcheck
