// Paragraphs of the reading copy -> sentences.
#pragma once

#include "model/text.hpp"

#include <vector>

namespace factcheck {

// `regions` runs beside text.paragraphs.
void split_sentences(Text& text, const std::vector<Region>& regions);

}  // namespace factcheck
