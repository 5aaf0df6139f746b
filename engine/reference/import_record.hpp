// One record of a pack's table on its way in: each reader takes a field's text, says what is wrong, and leaves a value in any
// case. For import.cpp and import_events.cpp.
#pragma once

#include "reference/import.hpp"
#include "reference/table.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace factcheck {

struct Checked {
    const std::vector<std::string>* list = nullptr;
    std::unordered_set<std::string_view> set;
};

// The rows of one series, and which table each comes from.
struct Collected {
    std::vector<Observation> rows;
    std::vector<std::uint32_t> table;
};

struct Importing {
    std::map<std::string, const Series*, std::less<>> series;
    std::vector<std::string> series_ids;
    Checked entities;
    Checked measures;
    std::map<std::string, Collected, std::less<>> rows;  // by series
    std::vector<Event> events;
    std::map<std::string, std::size_t, std::less<>> event_at;
    std::vector<std::string> event_ids;
    std::uint32_t table = 0;  // the one that is read now
};

// One record with its faults.
struct Reader {
    const TableSpec& table;
    const Record& record;
    Faults& faults;
    bool good = true;

    std::string_view text(std::string_view name) const { return record.text(field_index(table, name)); }

    void fault(std::string_view name, const std::string& message) {
        const std::size_t field = field_index(table, name);
        good = false;
        add_fault(faults, record.line(field), record.column(field), std::string(name) + ": " + message);
    }

    std::string required(std::string_view name) {
        const std::string_view value = text(name);
        if (value.empty()) fault(name, "a value is required");
        return std::string(value);
    }

    std::string known(std::string_view name, std::string_view value, const Checked& ids, std::string_view what) {
        const bool unknown = !value.empty() && ids.list != nullptr && !ids.set.contains(value);
        if (unknown) fault(name, "there is no " + std::string(what) + " " + shown(value) + did_you_mean(value, *ids.list));
        return std::string(value);
    }
};

[[nodiscard]] std::optional<Decimal> number_in(Reader& reader, std::string_view name);
// A period or, with the wrong words, nothing.
[[nodiscard]] std::optional<Period> period_in(Reader& reader, std::string_view name);
[[nodiscard]] Published published_in(Reader& reader);
[[nodiscard]] std::string url_in(Reader& reader);

void import_event(Reader reader, Importing& importing);
void import_event_date(Reader reader, Importing& importing);
void import_fact(Reader reader, Importing& importing);

// Every value of a foreign key stands in the field that it refers to; faults go to the table's own.
struct KeyedTable {
    const TableSpec& table;
    std::string_view bytes;
};
void check_foreign_keys(const std::vector<KeyedTable>& tables, std::vector<Faults>& faults);

}  // namespace factcheck
