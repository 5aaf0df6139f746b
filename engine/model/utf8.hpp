// UTF-8, strictly: overlong forms, surrogates and anything past U+10FFFF are invalid, one byte at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace factcheck {

struct Decoded {
    char32_t code_point = 0xFFFD;  // U+FFFD for an invalid byte
    std::size_t size = 1;          // bytes that it takes; 1 for an invalid byte
    bool valid = false;
};

// The code point at `at`, which must lie inside.
[[nodiscard]] Decoded decode_utf8(std::string_view bytes, std::size_t at);
[[nodiscard]] bool is_ascii(std::string_view bytes);
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);
// Whether the byte begins a code point of valid UTF-8.
[[nodiscard]] constexpr bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }
// Code points of valid UTF-8.
[[nodiscard]] std::size_t count_starts(std::string_view bytes);
void append_utf8(std::string& out, char32_t code_point);
// The same text with U+FFFD for each invalid byte.
[[nodiscard]] std::string valid_utf8(std::string_view bytes);
// White space of ASCII, of any length, as one space, and none at the ends: lines may be broken otherwise.
[[nodiscard]] std::string single_spaced(std::string_view text);
// Where the code point that holds the byte at `at` begins; `at` itself for an invalid byte and past the end.
[[nodiscard]] std::size_t code_point_start(std::string_view bytes, std::size_t at);

}  // namespace factcheck
