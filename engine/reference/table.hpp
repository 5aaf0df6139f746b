// A CSV file read as its data package declares it: fields found by name, their types checked, missing values empty.
#pragma once

#include "reference/package.hpp"

#include <functional>
#include <string_view>

namespace factcheck {

constexpr std::size_t no_field = static_cast<std::size_t>(-1);

struct Record {
    const CsvRow* row = nullptr;
    const std::vector<std::size_t>* columns = nullptr;  // of each field; no_field where the file lacks it
    std::vector<std::string_view> texts;                // of each field; empty where the value is missing
    std::vector<std::string> plain;                     // of numbers that are written with other signs

    [[nodiscard]] std::string_view text(std::size_t field) const {
        return field < texts.size() ? texts[field] : std::string_view{};
    }
    [[nodiscard]] std::size_t line(std::size_t field) const;
    [[nodiscard]] std::size_t column(std::size_t field) const;
};

[[nodiscard]] std::size_t field_index(const TableSpec& table, std::string_view name);

// The records in order, those with a value that is not of its type among them, so that all their faults come at once.
void read_table(const TableSpec& table, std::string_view bytes, const std::function<void(const Record&)>& on_record,
                Faults& faults);

}  // namespace factcheck
