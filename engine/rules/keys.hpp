// The one table of the keys of a pack's files. The loader reads by it: which keys there are, which must stand there, what shape
// they have. The JSON Schemas (author/schema.hpp) and docs/keys.md are made from it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace factcheck {

enum class Shape : std::uint8_t {
    text,
    texts,        // a list of texts, or one of them
    map_of_text,  // name: text
    map_of_list,  // name: list of texts
    record,       // a map with the keys of `record`
    record_list,
    record_map,  // name: record
    conditions,  // an expression, a record or a list of either
    severity,    // a text, or verdict: text
    anything
};

// What a text must look like. Words of closed lists have `words` instead.
enum class Form : std::uint8_t {
    any,
    id,
    dashed_id,
    version,
    day,
    month_day,
    whole,
    number,
    amount,
    duration,
    period,
    unit,
    expression
};

struct KeyRow {
    std::string_view key;
    Shape shape = Shape::text;
    Form form = Form::any;
    std::span<const std::string_view> words;  // closed list; empty: none
    std::string_view record;                  // of records, conditions
    bool required = false;
    std::string_view fallback;  // what holds where the key is left out
    std::string_view example;   // as YAML
    std::string_view about;
};

struct RecordRow {
    std::string_view id;
    std::string_view what;  // for messages: "a measure"
    std::span<const KeyRow> keys;
    bool open = false;  // other keys are slots and roles, each a list of texts
};

[[nodiscard]] std::span<const RecordRow> key_table();
[[nodiscard]] const RecordRow& record_row(std::string_view id);

}  // namespace factcheck
