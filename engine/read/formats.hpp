// One reader a format: each walks the lines of the original and writes paragraphs to the reading copy.
#pragma once

#include "model/text.hpp"
#include "read/copy.hpp"

#include <cstddef>
#include <string_view>

namespace factcheck {

// Bytes of a line of the original, without its line break.
[[nodiscard]] Span line_span(const Text& text, std::size_t index);
[[nodiscard]] std::string_view bytes_of(const Text& text, Span original);
// Without white space (ASCII) at both ends.
[[nodiscard]] Span trimmed(const Text& text, Span original);

// Plain text: paragraphs at blank lines; where lines are not wrapped, each line is a paragraph.
void read_plain(Text& text, ReadingCopy& copy);
// Markdown, as far as prose needs it: docs/architecture.md says what is read and what is left out.
void read_markdown(Text& text, ReadingCopy& copy);

struct FrontMatter {
    std::size_t lines = 0;  // that it takes, both fences included; 0: there is none
    Span title;             // its words in the original
};

// `title:`, `date:` and `url:` between two lines of three hyphens at the top; other keys are not looked at. Anything odd is a
// note.
[[nodiscard]] FrontMatter read_front_matter(Text& text);
// Whether the text opens with a front matter: how Markdown is known where no file name tells.
[[nodiscard]] bool has_front_matter(const Text& text);

}  // namespace factcheck
