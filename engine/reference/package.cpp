#include "reference/package.hpp"

#include "model/decimal.hpp"
#include "model/limits.hpp"
#include "model/period.hpp"
#include "reference/json.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <system_error>

namespace factcheck {

namespace {

namespace fs = std::filesystem;

struct Columns {
    std::string_view table;
    TableKind kind;
    std::vector<std::string> required;
    std::vector<std::string> optional;
};

const std::array<Columns, 4>& tables() {
    static const std::array<Columns, 4> all{{
        {"observations",
         TableKind::observations,
         {"series", "time_period", "obs_value", "published", "source"},
         {"unit_mult", "obs_status", "url", "comment"}},
        {"events",
         TableKind::events,
         {"event", "kind", "label"},
         {"cues", "place", "participants", "persons", "recurs", "comment"}},
        {"event_dates", TableKind::event_dates, {"event", "start", "end", "published", "source"}, {"url", "comment"}},
        {"facts",
         TableKind::facts,
         {"event", "measure", "claimant", "low", "high", "as_of", "published", "source"},
         {"side", "url", "comment"}},
    }};
    return all;
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_any(std::string_view) { return true; }
bool is_number(std::string_view text) { return decimal_from(text).has_value(); }
bool is_integer(std::string_view text) {
    const bool sign = text.starts_with('-') || text.starts_with('+');
    return is_digits(text.substr(sign ? 1 : 0));
}
bool is_boolean(std::string_view text) { return text == "true" || text == "false" || text == "1" || text == "0"; }
bool is_date(std::string_view text) { return day_from(text).has_value(); }
bool is_year(std::string_view text) { return text.size() == 4 && is_digits(text); }
bool is_year_month(std::string_view text) {
    const auto period = period_from(text);
    return period && period->grain == Grain::month && text.size() == 7;
}

struct Type {
    std::string_view name;
    bool (*holds)(std::string_view);
};

constexpr std::array<Type, 8> types{{{"string", is_any},
                                     {"any", is_any},
                                     {"number", is_number},
                                     {"integer", is_integer},
                                     {"boolean", is_boolean},
                                     {"date", is_date},
                                     {"year", is_year},
                                     {"yearmonth", is_year_month}}};

const Type* type_named(std::string_view name) {
    const auto found = std::find_if(types.begin(), types.end(), [&](const Type& t) { return t.name == name; });
    return found == types.end() ? nullptr : found;
}

std::vector<std::string> type_names() {
    std::vector<std::string> out;
    for (const Type& type : types) out.emplace_back(type.name);
    return out;
}

struct Reading {
    fs::path folder;
    const std::vector<std::string>* dimensions;
    Diagnostics& diagnostics;
    fs::path root = {};  // the folder by its real path, once a table asks for it
};

void fault(Reading& reading, const JsonValue& at, std::string message) {
    reading.diagnostics.push_back({at.place, Severity::error, std::move(message)});
}

// The text of a member, or nothing; a member that is no string is a fault.
std::optional<std::string> text_of(Reading& reading, const JsonValue& object, std::string_view name) {
    const JsonValue* value = object.member(name);
    if (value == nullptr) return std::nullopt;
    if (value->kind == JsonValue::Kind::string) return value->text;
    fault(reading, *value, "\"" + std::string(name) + "\" must be a string");
    return std::nullopt;
}

std::vector<std::string> texts_of(Reading& reading, const JsonValue& list) {
    std::vector<std::string> out;
    if (list.kind != JsonValue::Kind::array) fault(reading, list, "\"" + list.key + "\" must be a list of strings");
    for (const JsonValue& item : list.items) {
        if (item.kind == JsonValue::Kind::string)
            out.push_back(item.text);
        else
            fault(reading, item, "\"" + list.key + "\" must be a list of strings");
    }
    return out;
}

// A declaration that has one value only here: anything else would be read wrongly.
void must_be(Reading& reading, const JsonValue& object, std::string_view name, const std::vector<std::string>& values) {
    const JsonValue* value = object.member(name);
    if (value == nullptr) return;
    const std::string text = value->kind == JsonValue::Kind::truth ? (value->truth ? "true" : "false") : value->text;
    if (std::find(values.begin(), values.end(), text) == values.end())
        fault(reading, *value, "\"" + std::string(name) + "\" must be " + shown(values.front()));
}

std::optional<char> one_character(Reading& reading, const JsonValue& dialect, std::string_view name) {
    const auto text = text_of(reading, dialect, name);
    if (!text) return std::nullopt;
    const bool good = text->size() == 1 && static_cast<unsigned char>(text->front()) < 0x80 && *text != "\n" && *text != "\r" &&
                      *text != std::string(1, '\0');
    if (good) return text->front();
    fault(reading, *dialect.member(name), "\"" + std::string(name) + "\" must be one ASCII character");
    return std::nullopt;
}

CsvDialect read_dialect(Reading& reading, const JsonValue& resource) {
    CsvDialect out;
    const JsonValue* dialect = resource.member("dialect");
    if (dialect == nullptr) return out;
    if (dialect->kind != JsonValue::Kind::object) {
        fault(reading, *dialect, "\"dialect\" must be an object");
        return out;
    }
    static const std::vector<std::string> known{"delimiter",      "quoteChar",        "header",       "doubleQuote",
                                                "lineTerminator", "skipInitialSpace", "csvddfVersion"};
    for (const JsonValue& item : dialect->items)
        if (std::find(known.begin(), known.end(), item.key) == known.end())
            fault(reading, item, "the dialect property " + shown(item.key) + " is not supported" + did_you_mean(item.key, known));
    out.delimiter = one_character(reading, *dialect, "delimiter").value_or(out.delimiter);
    out.quote = one_character(reading, *dialect, "quoteChar").value_or(out.quote);
    if (out.delimiter == out.quote) fault(reading, *dialect, "delimiter and quoteChar are the same character");
    must_be(reading, *dialect, "doubleQuote", {"true"});
    must_be(reading, *dialect, "skipInitialSpace", {"false"});
    must_be(reading, *dialect, "lineTerminator", {"\r\n", "\n"});
    if (const JsonValue* header = dialect->member("header")) {
        if (header->kind != JsonValue::Kind::truth) fault(reading, *header, "\"header\" must be true or false");
        out.header = header->truth;
    }
    return out;
}

void read_constraints(Reading& reading, const JsonValue& field, Field& out) {
    const JsonValue* constraints = field.member("constraints");
    if (constraints == nullptr) return;
    if (constraints->kind != JsonValue::Kind::object) fault(reading, *constraints, "\"constraints\" must be an object");
    for (const JsonValue& item : constraints->items) {
        if (item.key == "required" && item.kind == JsonValue::Kind::truth)
            out.required = item.truth;
        else if (item.key == "enum")
            out.allowed = texts_of(reading, item);
        else
            fault(reading, item,
                  "the constraint " + shown(item.key) +
                      " is not checked here: only required (true or false) and enum (strings) are");
    }
}

char sign_of(Reading& reading, const JsonValue& field, std::string_view name, char otherwise) {
    const JsonValue* value = field.member(name);
    if (value == nullptr || (value->kind == JsonValue::Kind::string && value->text.empty())) return otherwise;
    return one_character(reading, field, name).value_or(otherwise);
}

Field read_field(Reading& reading, const JsonValue& field) {
    Field out;
    const auto name = text_of(reading, field, "name");
    if (!name) fault(reading, field, "a field has no name");
    out.name = name.value_or("");
    out.type = text_of(reading, field, "type").value_or("string");
    if (type_named(out.type) == nullptr)
        fault(reading, *field.member("type"),
              "fields of type " + shown(out.type) + " are not supported" + did_you_mean(out.type, type_names()));
    must_be(reading, field, "format", {"default"});
    out.decimal = sign_of(reading, field, "decimalChar", '.');
    out.group = sign_of(reading, field, "groupChar", '\0');
    if (out.decimal == out.group) fault(reading, field, "decimalChar and groupChar are the same character");
    must_be(reading, field, "bareNumber", {"true"});
    read_constraints(reading, field, out);
    return out;
}

void check_fields(Reading& reading, const JsonValue& fields, const TableSpec& table) {
    const auto columns = std::find_if(tables().begin(), tables().end(), [&](const Columns& c) { return c.kind == table.kind; });
    std::vector<std::string> known = columns->required;
    known.insert(known.end(), columns->optional.begin(), columns->optional.end());
    const bool any = table.kind == TableKind::observations && reading.dimensions == nullptr;
    if (table.kind == TableKind::observations && !any)
        known.insert(known.end(), reading.dimensions->begin(), reading.dimensions->end());
    std::set<std::string> seen;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        const std::string& name = table.fields[i].name;
        if (name.empty()) continue;
        if (!seen.insert(name).second) fault(reading, fields.items[i], "the field " + shown(name) + " stands twice");
        if (!any && std::find(known.begin(), known.end(), name) == known.end())
            fault(reading, fields.items[i],
                  "tables of " + std::string(columns->table) + " have no field " + shown(name) + did_you_mean(name, known));
    }
    for (const std::string& name : columns->required)
        if (!seen.contains(name)) fault(reading, fields, "the field " + shown(name) + " is missing");
}

// A single field, or a list of one: keys of several fields are not checked here.
std::string key_field(Reading& reading, const JsonValue& object) {
    const JsonValue* fields = object.member("fields");
    const bool listed = fields != nullptr && fields->kind == JsonValue::Kind::array && fields->items.size() == 1;
    const JsonValue* one = listed ? &fields->items.front() : fields;
    if (one != nullptr && one->kind == JsonValue::Kind::string) return one->text;
    fault(reading, fields != nullptr ? *fields : object, "a foreign key names one field: \"fields\": \"event\"");
    return {};
}

void read_foreign_keys(Reading& reading, const JsonValue& schema, TableSpec& table) {
    const JsonValue* keys = schema.member("foreignKeys");
    if (keys == nullptr) return;
    if (keys->kind != JsonValue::Kind::array) return fault(reading, *keys, "\"foreignKeys\" must be a list");
    for (const JsonValue& key : keys->items) {
        const JsonValue* reference = key.member("reference");
        if (reference == nullptr || reference->kind != JsonValue::Kind::object) {
            fault(reading, key, "a foreign key needs a \"reference\"");
            continue;
        }
        ForeignKey own{key_field(reading, key), text_of(reading, *reference, "resource").value_or(""),
                       key_field(reading, *reference)};
        const bool known =
            std::any_of(table.fields.begin(), table.fields.end(), [&](const Field& f) { return f.name == own.field; });
        if (!known && !own.field.empty()) fault(reading, key, "the schema has no field " + shown(own.field));
        if (known) table.foreign.push_back(std::move(own));
    }
}

bool read_schema(Reading& reading, const JsonValue& resource, TableSpec& table) {
    const JsonValue* schema = resource.member("schema");
    const JsonValue* fields = schema != nullptr ? schema->member("fields") : nullptr;
    if (fields == nullptr || fields->kind != JsonValue::Kind::array) {
        fault(reading, schema != nullptr ? *schema : resource, "a table needs \"schema\": {\"fields\": [...]}");
        return false;
    }
    for (const JsonValue& field : fields->items) table.fields.push_back(read_field(reading, field));
    check_fields(reading, *fields, table);
    const JsonValue* missing = schema->member("missingValues");
    if (missing == nullptr) missing = resource.member("missingValues");
    table.missing = missing != nullptr ? texts_of(reading, *missing) : std::vector<std::string>{""};
    read_foreign_keys(reading, *schema, table);
    return true;
}

// Packs are often other people's: their tables lie in the pack's folder, links followed.
std::optional<fs::path> path_of(Reading& reading, const JsonValue& resource) {
    const auto text = text_of(reading, resource, "path");
    if (!text) {
        if (resource.member("path") == nullptr) fault(reading, resource, "a table needs a \"path\"");
        return std::nullopt;
    }
    const fs::path path(*text);
    const bool foreign = text->empty() || text->find("://") != std::string::npos || text->find('\0') != std::string::npos;
    std::error_code error;
    if (reading.root.empty()) reading.root = fs::weakly_canonical(reading.folder, error);
    const fs::path& root = reading.root;
    const fs::path real = foreign || error ? fs::path{} : fs::weakly_canonical(reading.folder / path, error);
    const bool inside = std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first == root.end();
    if (!foreign && !error && inside) return reading.folder / path;
    fault(reading, *resource.member("path"), "the path " + shown(*text) + " leads out of the data package's folder");
    return std::nullopt;
}

std::optional<TableKind> kind_of(Reading& reading, const JsonValue& resource) {
    const auto text = text_of(reading, resource, "table");
    const auto found = std::find_if(tables().begin(), tables().end(), [&](const Columns& c) { return text && c.table == *text; });
    if (found != tables().end()) return found->kind;
    std::vector<std::string> names;
    for (const Columns& c : tables()) names.emplace_back(c.table);
    if (text)
        fault(reading, *resource.member("table"), "there is no kind of table " + shown(*text) + did_you_mean(*text, names));
    else if (resource.member("table") == nullptr)
        fault(reading, resource, "a table says what it holds: \"table\": observations, events, event_dates or facts");
    return std::nullopt;
}

std::optional<TableSpec> read_resource(Reading& reading, const JsonValue& resource) {
    if (resource.kind != JsonValue::Kind::object) {
        fault(reading, resource, "a resource must be an object");
        return std::nullopt;
    }
    TableSpec table;
    const auto name = text_of(reading, resource, "name");
    if (!name && resource.member("name") == nullptr) fault(reading, resource, "a table needs a \"name\"");
    table.name = name.value_or("");
    must_be(reading, resource, "encoding", {"utf-8", "utf8", "UTF-8"});
    must_be(reading, resource, "format", {"csv"});
    const auto file = path_of(reading, resource);
    const auto kind = kind_of(reading, resource);
    table.dialect = read_dialect(reading, resource);
    if (!file || !kind) return std::nullopt;
    table.file = *file;
    table.kind = *kind;
    return read_schema(reading, resource, table) ? std::optional(table) : std::nullopt;
}

}  // namespace

bool is_of_type(std::string_view text, std::string_view type) {
    const Type* found = type_named(type);
    return found == nullptr || found->holds(text);
}

namespace {

// At most `bytes` of them, where the file has so many.
std::optional<std::string> read_some(const fs::path& file, std::size_t limit, std::size_t most, Diagnostics& diagnostics) {
    const auto refuse = [&](std::string why) {
        diagnostics.push_back({{file.string(), 0, 0}, Severity::error, std::move(why)});
        return std::nullopt;
    };
    std::error_code error;
    if (!fs::exists(file, error)) return refuse("there is no such file");
    if (!fs::is_regular_file(file, error)) return refuse("this is not a regular file");
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || size > limit) return refuse("the file is larger than " + std::to_string(limit) + " bytes");
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::min<std::size_t>(size, most), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in.is_open() || in.bad()) return refuse("the file cannot be read");
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

}  // namespace

std::optional<std::string> read_file(const fs::path& file, std::size_t limit, Diagnostics& diagnostics) {
    return read_some(file, limit, limit, diagnostics);
}

std::optional<std::string> read_head(const fs::path& file, std::size_t bytes, Diagnostics& diagnostics) {
    return read_some(file, limits::import_bytes, bytes, diagnostics);
}

std::optional<TableKind> table_kind(std::string_view name) {
    const auto found = std::find_if(tables().begin(), tables().end(), [&](const Columns& c) { return c.table == name; });
    return found == tables().end() ? std::nullopt : std::optional(found->kind);
}

std::vector<TableSpec> read_package(const fs::path& datapackage, const std::vector<std::string>* dimensions,
                                    Diagnostics& diagnostics) {
    const auto bytes = read_file(datapackage, limits::rule_file_bytes, diagnostics);
    if (!bytes) return {};
    const auto root = read_json(*bytes, datapackage.string(), diagnostics);
    if (!root) return {};
    Reading reading{datapackage.parent_path(), dimensions, diagnostics};
    const JsonValue* resources = root->member("resources");
    if (resources == nullptr || resources->kind != JsonValue::Kind::array || resources->items.empty()) {
        fault(reading, resources != nullptr ? *resources : *root, "a data package needs \"resources\": [...], at least one");
        return {};
    }
    std::vector<TableSpec> out;
    std::set<std::string> names;
    for (const JsonValue& resource : resources->items) {
        auto table = read_resource(reading, resource);
        if (!table) continue;
        if (!names.insert(table->name).second) fault(reading, resource, "the name " + shown(table->name) + " stands twice");
        out.push_back(std::move(*table));
    }
    return out;
}

}  // namespace factcheck
