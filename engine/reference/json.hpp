// JSON with the place of every value, for the faults of a data package. Strict: RFC 8259, no key twice, no deeper than
// limits::json_depth.
#pragma once

#include "model/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

struct JsonValue {
    enum class Kind : std::uint8_t { null, truth, number, string, array, object };
    Kind kind = Kind::null;
    bool truth = false;
    std::string text;              // of a string; of a number as written
    std::string key;               // within its object
    std::vector<JsonValue> items;  // of an array or object, in order
    Place place;

    [[nodiscard]] const JsonValue* member(std::string_view name) const;
};

// Absent where there are faults.
[[nodiscard]] std::optional<JsonValue> read_json(std::string_view bytes, const std::string& file, Diagnostics& diagnostics);

}  // namespace factcheck
