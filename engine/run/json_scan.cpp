#include "run/json_scan.hpp"

#include "model/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

namespace factcheck {
namespace {

constexpr auto none = std::string_view::npos;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Past the closing quote of the string whose opening one is at `at`.
std::size_t end_of_string(std::string_view json, std::size_t at) {
    for (++at; (at = json.find_first_of("\"\\", at)) != none; at += 2)
        if (json[at] == '"') return at + 1;
    return json.size();
}

// Past the comma that follows the value that ends at `at`, and the space behind it; the end of the array or object if none does.
std::size_t next_member(std::string_view json, std::size_t at) {
    at = skip_json_space(json, at);
    return at < json.size() && json[at] == ',' ? skip_json_space(json, at + 1) : json.size();
}

Span member_of_object(std::string_view json, std::size_t at, std::string_view key) {
    at = skip_json_space(json, at + 1);
    while (at < json.size() && json[at] == '"') {
        const std::size_t end = end_of_string(json, at);
        const std::string_view raw = json.substr(at, end - at);
        const bool same = raw.find('\\') == none ? raw.substr(1, raw.size() - std::min<std::size_t>(raw.size(), 2)) == key
                                                 : unescape_json(json, {at, end}).text == key;
        at = skip_json_space(json, end);
        if (at >= json.size() || json[at] != ':') return {};
        at = skip_json_space(json, at + 1);
        const std::size_t past = end_of_json_value(json, at);
        if (same) return {at, past};
        at = next_member(json, past);
    }
    return {};
}

Span member_of_array(std::string_view json, std::size_t at, std::string_view index) {
    std::size_t wanted = 0;
    const auto [stop, error] = std::from_chars(index.data(), index.data() + index.size(), wanted);
    if (error != std::errc{} || stop != index.data() + index.size()) return {};
    at = skip_json_space(json, at + 1);
    for (std::size_t i = 0; at < json.size() && json[at] != ']'; ++i) {
        const std::size_t past = end_of_json_value(json, at);
        if (i == wanted) return {at, past};
        at = next_member(json, past);
    }
    return {};
}

// "~1" is a slash in a JSON Pointer, "~0" a tilde.
std::string plain_token(std::string_view token) {
    std::string out;
    for (std::size_t at = 0; at < token.size(); ++at) {
        const bool escaped = token[at] == '~' && at + 1 < token.size();
        out += escaped ? (token[at + 1] == '1' ? '/' : '~') : token[at];
        at += escaped ? 1 : 0;
    }
    return out;
}

std::optional<std::uint32_t> unit_at(std::string_view json, std::size_t at) {  // of "\uXXXX"
    if (json.substr(at, 2) != "\\u" || at + 6 > json.size()) return std::nullopt;
    std::uint32_t unit = 0;
    const char* const begin = json.data() + at + 2;
    const auto [stop, error] = std::from_chars(begin, begin + 4, unit, 16);
    return error == std::errc{} && stop == begin + 4 ? std::optional(unit) : std::nullopt;
}

// The escape at `at`; its size.
std::size_t put_escape(std::string_view json, std::size_t at, std::size_t end, Decoding& out) {
    if (const auto unit = unit_at(json.substr(0, end), at)) {
        std::size_t size = 6;
        std::uint32_t point = *unit;
        const auto low = point >= 0xD800 && point <= 0xDBFF ? unit_at(json.substr(0, end), at + 6) : std::nullopt;
        if (low && *low >= 0xDC00 && *low <= 0xDFFF) {
            point = 0x10000 + ((point - 0xD800) << 10U) + (*low - 0xDC00);
            size = 12;
        }
        if (point >= 0xD800 && point <= 0xDFFF) point = 0xFFFD;
        std::string bytes;
        append_utf8(bytes, point);
        out.put({at, at + size}, bytes);
        return size;
    }
    constexpr std::string_view names = "bfnrt";
    constexpr std::string_view controls = "\b\f\n\r\t";
    const char name = at + 1 < end ? json[at + 1] : '\\';
    const std::size_t which = names.find(name);
    out.put({at, std::min(at + 2, end)}, which == none ? std::string_view(&name, 1) : controls.substr(which, 1));
    return 2;
}

}  // namespace

std::size_t skip_json_space(std::string_view json, std::size_t at) {
    while (at < json.size() && is_space(json[at])) ++at;
    return at;
}

std::size_t end_of_json_value(std::string_view json, std::size_t at) {
    if (at >= json.size()) return json.size();
    if (json[at] == '"') return end_of_string(json, at);
    if (json[at] != '{' && json[at] != '[') {
        const std::size_t end = std::min(json.find_first_of(",]} \t\r\n", at), json.size());
        return std::max(end, at + 1);
    }
    std::size_t depth = 0;
    while ((at = json.find_first_of("\"{}[]", at)) != none) {
        if (json[at] == '"') {
            at = end_of_string(json, at);
            continue;
        }
        depth += json[at] == '{' || json[at] == '[' ? 1 : 0;
        depth -= json[at] == '}' || json[at] == ']' ? 1 : 0;
        ++at;
        if (depth == 0) return at;
    }
    return json.size();
}

Span find_json_field(std::string_view json, std::size_t at, std::string_view field) {
    Span found{at, json.size()};
    if (!field.starts_with('/')) return at < json.size() && json[at] == '{' ? member_of_object(json, at, field) : Span{};
    while (!field.empty()) {
        field.remove_prefix(1);
        const std::string token = plain_token(field.substr(0, field.find('/')));
        field.remove_prefix(std::min(field.find('/'), field.size()));
        if (found.begin >= json.size()) return {};
        const char kind = json[found.begin];
        found = kind == '{'   ? member_of_object(json, found.begin, token)
                : kind == '[' ? member_of_array(json, found.begin, token)
                              : Span{};
        if (found.empty()) return {};
    }
    return found;
}

Decoding unescape_json(std::string_view json, Span string) {
    Decoding out;
    if (string.size() < 2) return out;
    const std::size_t end = string.end - 1;
    out.text.reserve(string.size());
    for (std::size_t at = string.begin + 1; at < end;) {
        if (json[at] == '\\') {
            at += put_escape(json, at, end, out);
            continue;
        }
        const std::size_t stop = std::min(json.find('\\', at), end);
        out.put({at, stop}, json.substr(at, stop - at));
        at = stop;
    }
    return out;
}

}  // namespace factcheck
