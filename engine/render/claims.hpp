// Claims before any rule, for people and as JSON Lines, one line a document.
#pragma once

#include "model/report.hpp"

#include <string>

namespace factcheck {

// Each claim with the words of its slots underlined in its source line (^ the one that a suggestion would replace), and a line a
// slot: name, words, what they mean, where they stand if not in the claim's clause.
[[nodiscard]] std::string render_claims_text(const ReportDocument& document);
// {"path": ..., "id": ..., "date": ..., "claims": [...]} and a line break: keys in the order of docs/json.md.
[[nodiscard]] std::string render_claims_jsonl(const ReportDocument& document);

}  // namespace factcheck
