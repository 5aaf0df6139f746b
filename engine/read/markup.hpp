// What the readers of HTML and XML share: words between tags, with their character references.
#pragma once

#include "model/text.hpp"
#include "read/copy.hpp"
#include "read/entities.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace factcheck {

// Words between tags. White space of any length reads as one space, and tags among the words (which a parser has ignored) as
// none.
void copy_marked_words(const Text& text, ReadingCopy& copy, Span words, References kind);

// What a walk through the elements has found, in any order.
struct Piece {
    enum class Kind : std::uint8_t { words, verbatim, gap, cell, power };
    Span span;  // of the original
    Kind kind = Kind::words;
    std::size_t block = 0;  // those of one block are one paragraph
};

// Writes the pieces in the order of the original, a paragraph a block; the block `headline` is the headline.
void copy_pieces(const Text& text, ReadingCopy& copy, std::vector<Piece> pieces, std::size_t headline, References kind);
inline constexpr std::size_t no_block = static_cast<std::size_t>(-1);

// The attribute-like words after "charset=" or "encoding=" in the first KiB; empty: none.
[[nodiscard]] std::string_view declared_after(std::string_view bytes, std::string_view key);
// Compares without regard to case; `plain` is in small letters.
[[nodiscard]] bool same_word(std::string_view words, std::string_view plain);
[[nodiscard]] bool contains_word(std::string_view bytes, std::string_view plain);

}  // namespace factcheck
