// What tense a time stands in, by the words around it alone: enough to tell last Friday from the next.
#pragma once

#include "link/time.hpp"
#include "model/span.hpp"

#include <string_view>

namespace factcheck {

// Of the verb before `at` in its sentence, else of one behind it; unknown where there is none that tells. What is quoted tells
// only of what stands in the same quotation. `day`: of a weekday, "for" looks ahead.
[[nodiscard]] Tense tense_around(std::string_view reading, Span sentence, Span at, bool day);

// "since January", "as recently as February": the one before, however near the next may be.
[[nodiscard]] bool surely_past(std::string_view reading, Span sentence, Span at);

}  // namespace factcheck
