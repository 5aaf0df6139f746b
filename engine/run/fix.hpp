// Suggestions that are certain, written into the text: those of findings that contradict the evidence, where one repair fits,
// outside of quotations, and only where the finding is gone afterwards and nothing new came.
#pragma once

#include "factcheck.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

struct Edit {
    std::size_t from = 0;  // bytes of the text
    std::size_t to = 0;
    std::string words;  // that stand there instead
};

using Judge = std::function<ReportDocument(const std::string& bytes)>;

// In the order of the text, without overlap.
[[nodiscard]] std::vector<Edit> certain_edits(const std::string& bytes, const Judge& judge);
[[nodiscard]] std::string edited(std::string_view bytes, const std::vector<Edit>& edits);

// The change as `diff -u` writes it, with three lines around; empty: there is none.
[[nodiscard]] std::string unified_diff(std::string_view path, std::string_view before, const std::vector<Edit>& edits);

// Whether the byte lies between quotation marks of its paragraph.
[[nodiscard]] bool in_quotation(std::string_view bytes, std::size_t at);

}  // namespace factcheck
