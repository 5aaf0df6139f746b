// Bytes in another encoding -> UTF-8. Code points and lines stay what they are, so places need no map.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace factcheck {

// What stands for one byte of Windows-1252, which also is what Latin-1 is read as: its controls are in no text.
[[nodiscard]] char32_t windows_1252(unsigned char byte);

// "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" by the byte order mark; empty: none of these.
[[nodiscard]] std::string_view marked_encoding(std::string_view bytes);

// Whether bytes that are not UTF-8 are Windows-1252 by the look of them: quotes, dashes, money, accents, no controls, and nothing
// that is UTF-8 after all.
[[nodiscard]] bool looks_like_windows_1252(std::string_view bytes);

// Whether the name is one of UTF-8, or of ASCII, which is part of it.
[[nodiscard]] bool names_utf8(std::string_view encoding);

struct Recoded {
    std::string utf8;          // U+FFFD for what the encoding does not have
    std::size_t replaced = 0;  // how often
};

// By any name that the system knows ("latin1", "shift_jis"); nullopt: it knows no such encoding.
[[nodiscard]] std::optional<Recoded> to_utf8(std::string_view bytes, std::string_view encoding);

}  // namespace factcheck
