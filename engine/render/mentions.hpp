// Mentions for people, one aligned line each, and as JSON Lines, one line a document.
#pragma once

#include "model/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

[[nodiscard]] std::string render_mentions_text(std::string_view path, const std::vector<ReportMention>& mentions);
// {"id": ..., "mentions": [...]}: keys in the order of ReportMention, numbers as plain JSON numbers with all their digits,
// absent values null.
[[nodiscard]] std::string render_mentions_jsonl(std::string_view id, const std::vector<ReportMention>& mentions);

}  // namespace factcheck
