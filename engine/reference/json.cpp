#include "reference/json.hpp"

#include "model/limits.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace factcheck {

namespace {

// Counts what the parser has taken, so that an event knows where it is.
struct Counting {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at = nullptr;
    std::size_t* taken = nullptr;

    reference operator*() const { return *at; }
    Counting& operator++() {
        ++at;
        ++*taken;
        return *this;
    }
    bool operator==(const Counting& other) const { return at == other.at; }
    bool operator!=(const Counting& other) const { return at != other.at; }
};

// Events -> a tree. `open` holds the path to the array or object that is being filled.
struct TreeBuilder {
    std::string_view bytes;
    const std::string& file;
    Diagnostics& diagnostics;
    const std::size_t& taken;
    std::size_t event_end = 0;
    std::size_t counted_to = 0;
    std::size_t line = 1;
    std::size_t column = 1;
    std::optional<JsonValue> root;
    std::vector<JsonValue> open;
    std::vector<std::unordered_set<std::string>> keys;  // of each that is open
    std::string key_now;
    bool failed = false;

    // The first byte of the token that ended the reading at `taken`: what follows the last event but for punctuation.
    Place token_place() {
        std::size_t at = std::min(bytes.find_first_not_of(" \t\r\n,:", event_end), bytes.size());
        for (; counted_to < at; ++counted_to) {
            const auto byte = static_cast<unsigned char>(bytes[counted_to]);
            if (byte == '\n')
                ++line, column = 1;
            else if ((byte & 0xC0U) != 0x80U)
                ++column;
        }
        event_end = taken;
        return {file, line, column};
    }

    void fault(Place place, std::string message) {
        failed = true;
        diagnostics.push_back({std::move(place), Severity::error, std::move(message)});
    }

    JsonValue made(JsonValue::Kind kind) {
        JsonValue value;
        value.kind = kind;
        value.place = token_place();
        value.key = std::exchange(key_now, {});
        return value;
    }

    bool put(JsonValue value) {
        if (open.empty())
            root = std::move(value);
        else
            open.back().items.push_back(std::move(value));
        return true;
    }

    bool null() { return put(made(JsonValue::Kind::null)); }
    bool boolean(bool truth) {
        JsonValue value = made(JsonValue::Kind::truth);
        value.truth = truth;
        return put(std::move(value));
    }
    bool number(std::string text) {
        JsonValue value = made(JsonValue::Kind::number);
        value.text = std::move(text);
        return put(std::move(value));
    }
    bool number_integer(std::int64_t n) { return number(std::to_string(n)); }
    bool number_unsigned(std::uint64_t n) { return number(std::to_string(n)); }
    template <typename Number>
    bool number_float(Number, const std::string& text) {
        return number(text);
    }
    bool string(std::string& text) {
        JsonValue value = made(JsonValue::Kind::string);
        value.text = std::move(text);
        return put(std::move(value));
    }
    template <typename Bytes>
    bool binary(Bytes&) {
        return false;
    }

    bool start(JsonValue::Kind kind) {
        JsonValue value = made(kind);
        if (open.size() == limits::json_depth) {
            fault(value.place, "nested deeper than " + std::to_string(limits::json_depth) + " levels");
            return false;
        }
        open.push_back(std::move(value));
        keys.emplace_back();
        return true;
    }
    bool end() {
        event_end = taken;
        JsonValue value = std::move(open.back());
        open.pop_back();
        keys.pop_back();
        return put(std::move(value));
    }
    bool start_object(std::size_t) { return start(JsonValue::Kind::object); }
    bool start_array(std::size_t) { return start(JsonValue::Kind::array); }
    bool end_object() { return end(); }
    bool end_array() { return end(); }
    bool key(std::string& name) {
        const Place place = token_place();
        if (!keys.back().insert(name).second) fault(place, "the key \"" + name + "\" stands twice");
        key_now = name;
        return true;
    }

    template <typename Error>
    bool parse_error(std::size_t, const std::string&, const Error&) {
        const Place place = token_place();
        fault(place, bytes.empty() ? "the file is empty" : "this is not JSON (RFC 8259)");
        return false;
    }
};

}  // namespace

const JsonValue* JsonValue::member(std::string_view name) const {
    if (kind != Kind::object) return nullptr;
    const auto found = std::find_if(items.begin(), items.end(), [&](const JsonValue& item) { return item.key == name; });
    return found == items.end() ? nullptr : &*found;
}

std::optional<JsonValue> read_json(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::size_t taken = 0;
    TreeBuilder builder{bytes, file, diagnostics, taken};
    const char* begin = bytes.data();
    nlohmann::json::sax_parse(Counting{begin, &taken}, Counting{begin + bytes.size(), &taken}, &builder);
    if (builder.failed) return std::nullopt;
    return std::move(builder.root);
}

}  // namespace factcheck
