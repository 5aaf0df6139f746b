#include "reference/sdmx_json.hpp"

#include <algorithm>
#include <charconv>

namespace factcheck {

namespace {

const JsonValue* inside(const JsonValue* value, std::string_view name) {
    return value == nullptr ? nullptr : value->member(name);
}

// A list's member, or nothing.
const JsonValue* item_at(const JsonValue* list, std::size_t at) {
    return list != nullptr && list->kind == JsonValue::Kind::array && at < list->items.size() ? &list->items[at] : nullptr;
}

std::string text_in(const JsonValue* object, std::string_view name) {
    const JsonValue* value = inside(object, name);
    if (value == nullptr) return {};
    if (value->kind == JsonValue::Kind::string || value->kind == JsonValue::Kind::number) return value->text;
    // Names by language: {"en": "Exchange rates"}
    const JsonValue* english = value->member("en");
    return english != nullptr ? english->text : std::string{};
}

struct Component {
    std::string id;
    std::vector<std::pair<std::string, std::string>> values;  // code and label
};

std::vector<Component> components(const JsonValue* structure, std::string_view kind, std::string_view level) {
    std::vector<Component> out;
    const JsonValue* list = inside(inside(structure, kind), level);
    if (list == nullptr) return out;
    for (const JsonValue& item : list->items) {
        Component one{text_in(&item, "id"), {}};
        if (const JsonValue* values = item.member("values"))
            for (const JsonValue& value : values->items) {
                std::string code = text_in(&value, "id");
                if (code.empty()) code = text_in(&value, "value");
                if (code.empty() && (value.kind == JsonValue::Kind::string || value.kind == JsonValue::Kind::number))
                    code = value.text;
                // A period may be given by its start alone.
                if (code.empty()) code = text_in(&value, "start");
                one.values.emplace_back(std::move(code), text_in(&value, "name"));
            }
        out.push_back(std::move(one));
    }
    return out;
}

// "0:2:1": positions in the lists of values; false where it is something else.
bool positions_in(std::string_view key, std::vector<std::size_t>& out) {
    out.clear();
    while (true) {
        const std::size_t end = std::min(key.find(':'), key.size());
        std::size_t number = 0;
        const auto [past, error] = std::from_chars(key.data(), key.data() + end, number);
        if (error != std::errc{} || past != key.data() + end) return false;
        out.push_back(number);
        if (end == key.size()) return true;
        key.remove_prefix(end + 1);
    }
}

struct Message {
    const SourceFile& file;
    TableSink& sink;
    std::vector<Component> data_set, series, observation;                  // dimensions
    std::vector<Component> set_attributes, series_attributes, attributes;  // and attributes, by the level they hang on
    std::vector<std::string> header;
    CsvRow row;
    std::vector<std::string> cells;

    void fault(const JsonValue& at, const std::string& why) { add_fault(sink.faults(), at.place.line, at.place.column, why); }
};

std::size_t column(Message& m, const std::string& name) {
    const auto found = std::find(m.header.begin(), m.header.end(), name);
    if (found != m.header.end()) return static_cast<std::size_t>(found - m.header.begin());
    m.header.push_back(name);
    return m.header.size() - 1;
}

// Codes at positions into the row. False at a position that the list does not have.
bool put_codes(Message& m, const std::vector<Component>& dimensions, const std::vector<std::size_t>& positions) {
    if (positions.size() != dimensions.size()) return false;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (positions[i] >= dimensions[i].values.size()) return false;
        const auto& [code, label] = dimensions[i].values[positions[i]];
        m.cells[column(m, dimensions[i].id)] = code;
        const auto named = std::find(m.header.begin(), m.header.end(), dimensions[i].id + "_NAME");
        if (named != m.header.end()) m.cells[static_cast<std::size_t>(named - m.header.begin())] = label;
    }
    return true;
}

// Attributes are positions in their lists, or values themselves, or null.
void put_attributes(Message& m, const std::vector<Component>& attributes, const JsonValue* values, std::size_t from) {
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        const JsonValue* value = item_at(values, from + i);
        if (value == nullptr || value->kind == JsonValue::Kind::null) continue;
        std::size_t position = 0;
        const bool number =
            value->kind == JsonValue::Kind::number &&
            std::from_chars(value->text.data(), value->text.data() + value->text.size(), position).ec == std::errc{};
        std::string& cell = m.cells[column(m, attributes[i].id)];
        if (number && position < attributes[i].values.size())
            cell = attributes[i].values[position].first;
        else
            cell = value->text;
    }
}

void put_observations(Message& m, const JsonValue* observations, const std::vector<Component>& dimensions,
                      const std::vector<std::string>& before) {
    if (observations == nullptr) return;
    std::vector<std::size_t> positions;
    const std::size_t value_column = column(m, "OBS_VALUE");
    for (const JsonValue& item : observations->items) {
        m.cells = before;
        if (!positions_in(item.key, positions) || !put_codes(m, dimensions, positions)) {
            m.fault(item, "the key " + shown(item.key) + " leads to no code: the file is cut or damaged");
            continue;
        }
        const JsonValue* value = item.kind == JsonValue::Kind::array ? item_at(&item, 0) : &item;
        if (value != nullptr && value->kind != JsonValue::Kind::null) m.cells[value_column] = value->text;
        if (item.kind == JsonValue::Kind::array) put_attributes(m, m.attributes, &item, 1);
        fill_row(m.row, item.place.line, m.cells);
        for (CsvCell& cell : m.row.cells) cell.column = item.place.column;
        m.sink.row(m.row);
    }
}

void put_data_set(Message& m, const JsonValue& data_set) {
    std::vector<std::string> empty(m.header.size());
    m.cells = empty;
    std::vector<std::size_t> positions(m.data_set.size(), 0);
    if (!put_codes(m, m.data_set, positions)) return m.fault(data_set, "the data set names codes that are in no list");
    put_attributes(m, m.set_attributes, data_set.member("attributes"), 0);
    const std::vector<std::string> of_set = m.cells;
    put_observations(m, data_set.member("observations"), m.observation, of_set);
    const JsonValue* all = data_set.member("series");
    if (all == nullptr) return;
    for (const JsonValue& series : all->items) {
        m.cells = of_set;
        if (!positions_in(series.key, positions) || !put_codes(m, m.series, positions)) {
            m.fault(series, "the key " + shown(series.key) + " leads to no code: the file is cut or damaged");
            continue;
        }
        put_attributes(m, m.series_attributes, series.member("attributes"), 0);
        const std::vector<std::string> of_series = m.cells;
        put_observations(m, series.member("observations"), m.observation, of_series);
    }
}

// Where the structure and the data stand differs between the versions.
const JsonValue* data_of(const JsonValue& root) {
    const JsonValue* data = root.member("data");
    return data != nullptr && data->kind == JsonValue::Kind::object ? data : &root;
}

const JsonValue* structure_of(const JsonValue& root) {
    const JsonValue* data = data_of(root);
    if (const JsonValue* one = data->member("structure")) return one;
    return item_at(data->member("structures"), 0);
}

void name_columns(Message& m) {
    for (const auto* list : {&m.data_set, &m.series, &m.observation})
        for (const Component& one : *list) {
            if (one.id == "TIME_PERIOD") continue;
            (void)column(m, one.id);
        }
    (void)column(m, "TIME_PERIOD");
    (void)column(m, "OBS_VALUE");
    for (const auto* list : {&m.set_attributes, &m.series_attributes, &m.attributes})
        for (const Component& one : *list) (void)column(m, one.id);
    for (const char* area : {"REF_AREA", "GEO", "COUNTRY", "LOCATION"})
        if (std::find(m.header.begin(), m.header.end(), area) != m.header.end()) (void)column(m, std::string(area) + "_NAME");
}

}  // namespace

bool is_sdmx_json(const JsonValue& root) {
    return root.kind == JsonValue::Kind::object && data_of(root)->member("dataSets") != nullptr && structure_of(root) != nullptr;
}

void read_sdmx_json(const SourceFile& file, const JsonValue& root, TableSink& sink) {
    const JsonValue* structure = structure_of(root);
    TableAbout about{file.path.string(), file.path.stem().string()};
    StoreSeries named;
    named.label = text_in(structure, "name");
    about.described.emplace_back("", named);
    const JsonValue* meta = root.member("meta") != nullptr ? root.member("meta") : root.member("header");
    about.published = text_in(meta, "prepared").substr(0, std::string("2024-05-10").size());
    about.source = text_in(inside(meta, "sender"), "name");
    if (about.source.empty()) about.source = text_in(inside(meta, "sender"), "id");
    about.layout = "sdmx-csv";
    Message m{file, sink};
    m.data_set = components(structure, "dimensions", "dataSet");
    m.series = components(structure, "dimensions", "series");
    m.observation = components(structure, "dimensions", "observation");
    m.set_attributes = components(structure, "attributes", "dataSet");
    m.series_attributes = components(structure, "attributes", "series");
    m.attributes = components(structure, "attributes", "observation");
    name_columns(m);
    sink.begin(about);
    fill_row(m.row, structure->place.line, m.header);
    sink.row(m.row);
    const JsonValue* sets = data_of(root)->member("dataSets");
    for (const JsonValue& data_set : sets->items) put_data_set(m, data_set);
    sink.end();
}

}  // namespace factcheck
