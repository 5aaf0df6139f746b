#include "rules/table.hpp"

#include "reference/csv.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

namespace factcheck {

namespace {

using Kind = YamlNode::Kind;

constexpr std::array<std::string_view, 3> lists{"aliases", "adjectives", "members"};
constexpr std::string_view nested = "fiscal_";  // "fiscal_starts" is the key "starts" of "fiscal"

YamlNode scalar(std::string text, std::size_t at) { return {Kind::scalar, std::move(text), at, {}, {}}; }
YamlNode map_at(std::size_t at) { return {Kind::map, {}, at, {}, {}}; }

void put(YamlNode& map, std::string_view key, YamlNode value) {
    map.keys.push_back(scalar(std::string(key), value.at));
    map.items.push_back(std::move(value));
}

YamlNode list_in(const CsvCell& cell) {
    YamlNode out{Kind::list, {}, cell.at, {}, {}};
    for (std::size_t from = 0; from <= cell.text.size();) {
        const std::size_t past = std::min(cell.text.find(';', from), cell.text.size());
        out.items.push_back(scalar(cell.text.substr(from, past - from), cell.at + from));
        from = past + 1;
    }
    return out;
}

YamlNode& fiscal_of(YamlNode& entity, std::size_t at) {
    if (entity.keys.empty() || entity.keys.back().text != "fiscal") put(entity, "fiscal", map_at(at));
    return entity.items.back();
}

YamlNode entity_in(const std::vector<std::string>& columns, const CsvRow& row) {
    YamlNode out = map_at(row.cells.front().at);
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const CsvCell& cell = row.cells[i];
        const std::string_view column = columns[i];
        if (cell.text.empty()) continue;
        if (column.starts_with(nested))
            put(fiscal_of(out, cell.at), column.substr(nested.size()), scalar(cell.text, cell.at));
        else if (std::find(lists.begin(), lists.end(), column) != lists.end())
            put(out, column, list_in(cell));
        else
            put(out, column, scalar(cell.text, cell.at));
    }
    return out;
}

}  // namespace

YamlFile read_entity_table(std::string path, std::string bytes, Diagnostics& diagnostics) {
    YamlFile file = plain_file(std::move(path), std::move(bytes));
    Faults faults{file.path, {}, 0};
    YamlNode entities = map_at(0);
    std::vector<std::string> columns;
    std::map<std::string, std::size_t, std::less<>> lines;  // of each id
    const auto on_row = [&](const CsvRow& row) {
        if (!columns.empty()) {
            const CsvCell& id = row.cells.front();
            const auto [first, fresh] = lines.emplace(id.text, id.line);
            if (!fresh)
                add_fault(faults, id.line, id.column,
                          "the entity " + id.text + " stands in line " + std::to_string(first->second) + " already");
            entities.keys.push_back(scalar(id.text, id.at));
            entities.items.push_back(entity_in(columns, row));
            return;
        }
        for (const CsvCell& cell : row.cells) {
            if (std::find(columns.begin(), columns.end(), cell.text) != columns.end())
                add_fault(faults, cell.line, cell.column, "the column " + shown(cell.text) + " stands twice");
            columns.push_back(cell.text);
        }
        if (columns.front() != "id") add_fault(faults, 1, 1, "the first column of a table of entities is \"id\"");
    };
    read_csv(file.bytes, {}, on_row, faults);
    if (faults.found.empty()) {
        file.root = map_at(0);
        put(file.root, "entities", std::move(entities));
    }
    hand_over(std::move(faults), diagnostics);
    return file;
}

}  // namespace factcheck
