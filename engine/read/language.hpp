// Which paragraphs are not English: their numbers would be read with the wrong words, so they are set aside and a note says it.
#pragma once

#include "model/text.hpp"

#include <cstdint>
#include <string_view>

namespace factcheck {

enum class Language : std::uint8_t { unknown, english, other };

// By script and by function words of the paragraph's beginning. Names, tables and short headlines have none: unknown.
[[nodiscard]] Language language_of(std::string_view paragraph);

// Drops the sentences of paragraphs in another language, and the whole text if it is not English; one note says what was left
// out.
void set_foreign_aside(Text& text);

}  // namespace factcheck
