#include "read/entities.hpp"

#include "read/encoding.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <system_error>

namespace factcheck {
namespace {

struct Row {
    std::string_view name;
    char32_t first = 0;
    char32_t second = 0;
    bool bare = false;  // may stand without its semicolon
};

// By name.
constexpr Row rows[] = {
#include "read/entities.inc"
};

constexpr std::size_t longest_name = 31;
constexpr std::size_t longest_bare_name = 6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

const Row* row_of(std::string_view name) {
    const Row* row =
        std::lower_bound(std::begin(rows), std::end(rows), name, [](const Row& r, std::string_view n) { return r.name < n; });
    return row != std::end(rows) && row->name == name ? row : nullptr;
}

// HTML takes numbers between U+0080 and U+009F for what Windows-1252 has there, because so many writers did.
char32_t numbered(std::uint32_t number) {
    if (number >= 0x80 && number <= 0x9F) return windows_1252(static_cast<unsigned char>(number));
    if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return 0xFFFD;
    return number;
}

CharacterReference by_number(std::string_view bytes, References kind) {
    const bool hex = bytes.size() > 2 && (bytes[2] == 'x' || bytes[2] == 'X');
    const char* const begin = bytes.data() + (hex ? 3 : 2);
    const char* const end = bytes.data() + bytes.size();
    if (begin >= end || *begin == '-') return {};
    std::uint32_t number = 0;
    const auto [stop, error] = std::from_chars(begin, end, number, hex ? 16 : 10);
    if (stop == begin) return {};
    if (error == std::errc::result_out_of_range) number = 0;
    const auto size = static_cast<std::size_t>(stop - bytes.data());
    const bool closed = size < bytes.size() && bytes[size] == ';';
    if (!closed && kind == References::closed) return {};
    return {size + (closed ? 1 : 0), numbered(number), 0};
}

CharacterReference by_name(std::string_view bytes, References kind) {
    std::size_t end = 1;
    while (end < bytes.size() && end <= longest_name && (is_letter(bytes[end]) || is_digit(bytes[end]))) ++end;
    if (end < bytes.size() && bytes[end] == ';') {
        if (const Row* row = row_of(bytes.substr(1, end - 1))) return {end + 1, row->first, row->second};
    }
    if (kind == References::closed) return {};
    for (std::size_t size = std::min(end - 1, longest_bare_name); size >= 2; --size) {
        if (const Row* row = row_of(bytes.substr(1, size)); row != nullptr && row->bare)
            return {size + 1, row->first, row->second};
    }
    return {};
}

}  // namespace

CharacterReference character_reference(std::string_view bytes, References kind) {
    if (bytes.size() < 2) return {};
    return bytes[1] == '#' ? by_number(bytes.substr(0, 12), kind) : by_name(bytes, kind);
}

}  // namespace factcheck
