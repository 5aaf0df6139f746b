#include "author/schema.hpp"

#include "rules/keys.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace factcheck {
namespace {

using Json = nlohmann::ordered_json;

// YAML may take a text for a number or a truth, and the loader takes it for the text again.
Json any_text() { return {{"type", {"string", "number", "boolean"}}}; }

std::string_view pattern_of(Form form) {
    switch (form) {
        case Form::id: return "^[A-Za-z][A-Za-z0-9_]{0,63}$";
        case Form::dashed_id: return "^[a-z][a-z0-9-]{0,63}$";
        case Form::version: return "^[0-9]+\\.[0-9]+\\.[0-9]+$";
        case Form::day: return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
        case Form::month_day: return "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
        case Form::duration: return "^P[0-9]+[DWMY]$";
        case Form::whole: return "^-?(0|[1-9][0-9]*)$";
        case Form::number: return "^[0-9]+(\\.[0-9]+)?$";
        case Form::amount: return "^[0-9]+(\\.[0-9]+)?( *[^ 0-9].*)?$";
        case Form::any:
        case Form::period:
        case Form::unit:
        case Form::expression: return {};
    }
    return {};
}

// "true" and "1" are what YAML calls a truth and a number.
Json words_of(std::span<const std::string_view> words) {
    Json list = Json::array();
    for (const std::string_view word : words) {
        list.push_back(word);
        if (word == "true") list.push_back(true);
        if (word == "false") list.push_back(false);
        if (word == "1") list.push_back(1);
    }
    return {{"enum", std::move(list)}};
}

Json text_of(const KeyRow& key) {
    if (!key.words.empty()) return words_of(key.words);
    const bool numeric = key.form == Form::whole || key.form == Form::number || key.form == Form::amount;
    Json out = numeric ? Json{{"type", {"string", "number"}}} : any_text();
    if (const auto pattern = pattern_of(key.form); !pattern.empty()) out["pattern"] = pattern;
    return out;
}

Json one_or_list(const Json& one) { return {{"anyOf", {one, {{"type", "array"}, {"items", one}}}}}; }
Json map_of(const Json& value) { return {{"type", "object"}, {"additionalProperties", value}}; }
Json reference_to(std::string_view record) { return {{"$ref", "#/$defs/" + std::string(record)}}; }

Json severity_of(const KeyRow& key) {
    Json levels = words_of(key.words);
    levels["enum"].push_back("none");
    return {{"anyOf", {words_of(key.words), map_of(levels)}}};
}

Json conditions_of(const KeyRow& key) {
    const Json record = reference_to(key.record);
    if (key.record != "unless") return {{"anyOf", {record, {{"type", "array"}, {"items", record}}}}};
    const Json one = {{"anyOf", {any_text(), record}}};
    return {{"anyOf", {any_text(), record, {{"type", "array"}, {"items", one}}}}};
}

Json value_of(const KeyRow& key) {
    switch (key.shape) {
        case Shape::text: return text_of(key);
        case Shape::texts: return one_or_list(text_of(key));
        case Shape::map_of_text: return map_of(text_of(key));
        case Shape::map_of_list: return map_of(one_or_list(text_of(key)));
        case Shape::record: return reference_to(key.record);
        case Shape::record_list: return {{"type", "array"}, {"items", reference_to(key.record)}};
        case Shape::record_map: return map_of(reference_to(key.record));
        case Shape::conditions: return conditions_of(key);
        case Shape::severity: return severity_of(key);
        case Shape::anything: return Json::object();
    }
    return Json::object();
}

Json record_of(const RecordRow& row) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const KeyRow& key : row.keys) {
        Json value = value_of(key);
        Json described = {
            {"description", std::string(key.about) + (key.fallback.empty() ? "" : ". Default: " + std::string(key.fallback))}};
        described.update(value);
        properties[std::string(key.key)] = std::move(described);
        if (key.required) required.push_back(key.key);
    }
    Json out = {{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) out["required"] = std::move(required);
    out["additionalProperties"] = row.open ? one_or_list(any_text()) : Json(false);
    const bool test = row.id == "test" || row.id == "case";
    if (test) out["oneOf"] = Json::array({Json{{"required", Json::array({"text"})}}, Json{{"required", Json::array({"file"})}}});
    return out;
}

void collect(std::string_view record, std::set<std::string_view>& out) {
    if (!out.insert(record).second) return;
    for (const KeyRow& key : record_row(record).keys)
        if (!key.record.empty()) collect(key.record, out);
}

Json schema_of_record(std::string_view name) {
    std::set<std::string_view> records;
    collect(name, records);
    Json out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", "factcheck " + std::string(name)},
                {"description", "Made by factcheck schema " + std::string(name) + " from the table that the loader reads by."}};
    out.update(record_of(record_row(name)));
    Json definitions = Json::object();
    for (const RecordRow& row : key_table())
        if (row.id != name && records.contains(row.id)) definitions[std::string(row.id)] = record_of(row);
    if (!definitions.empty()) out["$defs"] = std::move(definitions);
    return out;
}

// Frictionless' own properties stand beside ours.
Json datapackage() {
    const Json field = {{"type", "object"},
                        {"required", Json::array({"name"})},
                        {"properties",
                         {{"name", {{"type", "string"}}},
                          {"type", {{"enum", {"string", "any", "number", "integer", "boolean", "date", "year", "yearmonth"}}}}}}};
    const Json resource = {
        {"type", "object"},
        {"required", {"name", "path", "table", "schema"}},
        {"properties",
         {{"name", {{"type", "string"}}},
          {"path", {{"type", "string"}, {"pattern", "^(?!/)(?!.*://)(?!.*(^|/)\\.\\.(/|$)).+$"}}},
          {"table",
           {{"enum", {"observations", "events", "event_dates", "facts"}}, {"description", "what a row is: docs/data.md"}}},
          {"schema",
           {{"type", "object"},
            {"required", Json::array({"fields"})},
            {"properties", {{"fields", {{"type", "array"}, {"items", field}}}}}}}}}};
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"title", "factcheck datapackage"},
            {"description", "The extension of a Frictionless data package: what each table holds."},
            {"type", "object"},
            {"required", Json::array({"resources"})},
            {"properties",
             {{"name", {{"type", "string"}}}, {"resources", {{"type", "array"}, {"minItems", 1}, {"items", resource}}}}}};
}

std::string_view shape_in_words(const KeyRow& key) {
    switch (key.shape) {
        case Shape::text:
            switch (key.form) {
                case Form::id:
                case Form::dashed_id: return "id";
                case Form::version: return "version";
                case Form::day: return "day";
                case Form::month_day: return "month and day";
                case Form::whole: return "whole number";
                case Form::number: return "number";
                case Form::amount: return "amount";
                case Form::duration: return "length of time";
                case Form::unit: return "unit";
                case Form::expression: return "expression";
                default: return key.words.empty() ? "text" : "word";
            }
        case Shape::texts: return "list";
        case Shape::map_of_text: return key.form == Form::expression ? "name: expression" : "name: text";
        case Shape::map_of_list: return "name: list";
        case Shape::record: return "record";
        case Shape::record_list: return "list of records";
        case Shape::record_map: return "id: record";
        case Shape::conditions: return "conditions";
        case Shape::severity: return "word, or verdict: word";
        case Shape::anything: return "anything";
    }
    return "";
}

std::string words_in_line(std::span<const std::string_view> words) {
    std::string out;
    for (const std::string_view word : words) out += (out.empty() ? "`" : ", `") + std::string(word) + "`";
    return out.empty() ? "" : ": " + out;
}

}  // namespace

const std::vector<std::string_view>& schema_names() {
    static const std::vector<std::string_view> names{"pack", "rules", "vocabulary", "tests", "datapackage"};
    return names;
}

std::string schema_of(std::string_view name) {
    const auto& names = schema_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) return {};
    return (name == "datapackage" ? datapackage() : schema_of_record(name)).dump(1) + "\n";
}

std::string keys_page() {
    std::string out =
        "# Every key of a pack's files\n\n"
        "The loader reads by this table, the JSON Schemas in [schema/](schema) are made from it, and this page is printed by\n"
        "`factcheck schema --docs`. What the keys mean together stands in [rules.md](rules.md). A list of one may be written as "
        "its one\n"
        "element; texts need no quotes unless YAML takes them for something else.\n";
    for (const RecordRow& row : key_table()) {
        out += "\n## " + std::string(row.what) + (row.id == "case" ? " in a file of tests" : "") + "\n\n";
        out += "| key | type | default | example | what |\n| --- | --- | --- | --- | --- |\n";
        for (const KeyRow& key : row.keys) {
            out += "| `" + std::string(key.key) + "` | " + std::string(shape_in_words(key)) + " | " +
                   (key.required ? "required" : std::string(key.fallback)) + " | `" + std::string(key.example) + "` | " +
                   std::string(key.about) + words_in_line(key.words) + " |\n";
        }
        if (row.open) out += "\nEvery other key is a slot or a role that must be filled: [slots.md](slots.md).\n";
    }
    return out;
}

}  // namespace factcheck
