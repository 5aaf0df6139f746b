// UTF-16 code units, in which SARIF and editors count: a code point past U+FFFF takes two.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace factcheck {

// How many of the first n code points take two units, for each n of `code_points`, which ascend.
[[nodiscard]] std::vector<std::size_t> pairs_before(std::string_view bytes, const std::vector<std::size_t>& code_points);

}  // namespace factcheck
