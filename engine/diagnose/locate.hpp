// Where claims are, as platforms count it: filled in for all claims of a document at once, so that it costs one pass.
#pragma once

#include "model/report.hpp"
#include "model/text.hpp"

#include <vector>

namespace factcheck {

// The columns and offsets in UTF-16 code units, from those in code points.
void add_utf16(const Text& text, std::vector<ReportClaim>& claims);
// ReportClaim::line_hash of each.
void add_line_hashes(const Text& text, std::vector<ReportClaim>& claims);

}  // namespace factcheck
