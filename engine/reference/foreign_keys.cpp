#include "reference/import_record.hpp"

#include <algorithm>

namespace factcheck {

namespace {

using Values = std::unordered_set<std::string>;

// All values of a field; its faults are said where the table is read.
Values values_of(const KeyedTable& table, std::size_t field) {
    Values out;
    Faults ignored;
    read_table(
        table.table, table.bytes, [&](const Record& record) { out.emplace(record.text(field)); }, ignored);
    return out;
}

void check_key(const KeyedTable& own, const ForeignKey& key, const KeyedTable& other, Faults& faults) {
    const std::size_t field = field_index(own.table, key.field), other_field = field_index(other.table, key.other_field);
    if (other_field == no_field) {
        add_fault(faults, 0, 0, "the table " + key.resource + " has no field " + shown(key.other_field) + " to refer to");
        return;
    }
    const Values known = values_of(other, other_field);
    Faults ignored;
    const auto on_record = [&](const Record& record) {
        const std::string value(record.text(field));
        if (!value.empty() && !known.contains(value))
            add_fault(faults, record.line(field), record.column(field),
                      key.field + ": " + shown(value) + " is in no row of " + key.resource + ", field " + key.other_field);
    };
    read_table(own.table, own.bytes, on_record, ignored);
}

}  // namespace

void check_foreign_keys(const std::vector<KeyedTable>& tables, std::vector<Faults>& faults) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
        for (const ForeignKey& key : tables[i].table.foreign) {
            // An empty name is the table itself, as the specification has it.
            const auto other = std::find_if(tables.begin(), tables.end(), [&](const KeyedTable& t) {
                return t.table.name == (key.resource.empty() ? tables[i].table.name : key.resource);
            });
            if (other == tables.end())
                add_fault(faults[i], 0, 0, "there is no table " + shown(key.resource) + " to refer to");
            else if (!other->bytes.empty())  // else it could not be read, which is enough said
                check_key(tables[i], key, *other, faults[i]);
        }
    }
}

}  // namespace factcheck
