// The hash by which GitHub's code scanning knows a line again: primaryLocationLineHash, as github/codeql-action computes it
// (src/fingerprints.ts). Results that carry it are the same alert after lines were added above.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// "39fa2ee980eb94b0:1" for each of the lines, which ascend and count from 1; empty for lines that the text does not have.
// A line's hash is over its next 100 UTF-16 code units without blanks and tabs, into the following lines; the number after the
// colon counts equal ones.
[[nodiscard]] std::vector<std::string> line_hashes(std::string_view bytes, const std::vector<std::size_t>& lines);

}  // namespace factcheck
