// Words of texts and rules on one line: what several formats say in the same way.
#pragma once

#include "model/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// Runs of white space part the words; what must not reach a terminal is made visible.
[[nodiscard]] std::vector<std::string> words_in(std::string_view text);
// The same, with one blank between them.
[[nodiscard]] std::string flat(std::string_view text);

// "error", "supported", "unverifiable (no-date)"
[[nodiscard]] std::string level_of(const ReportClaim& claim);
// Why, in one line: the message, or the claim's own words where there is none.
[[nodiscard]] std::string message_of(const ReportClaim& claim);
// The words of the text that a suggestion replaces; empty without.
[[nodiscard]] std::string replaced_words(const ReportClaim& claim);
// write "$5.44 billion" instead of "$5.54 billion"; empty without a suggestion.
[[nodiscard]] std::string suggestion_of(const ReportClaim& claim);
// The evidence in words, then (source, published 2025-07; note), with `also` as further sources.
[[nodiscard]] std::string sourced(const ReportEvidence& evidence, std::string_view also = {});
// The same with its address behind.
[[nodiscard]] std::string evidence_of(const ReportEvidence& evidence, std::string_view also = {});
// article.md, and the id of a record in it: corpus.jsonl (a-17)
[[nodiscard]] std::string name_of(const ReportDocument& document);

}  // namespace factcheck
