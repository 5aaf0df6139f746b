// The inside of a Markdown paragraph: emphasis marks, link targets, images, code, comments, tags, escapes and entities.
#pragma once

#include "model/text.hpp"
#include "read/copy.hpp"

#include <vector>

namespace factcheck {

// Writes the lines of one paragraph to the reading copy, joined by spaces. Linear in the paragraph, without recursion.
void copy_inline_markup(const Text& text, const std::vector<Span>& lines, ReadingCopy& copy);

}  // namespace factcheck
