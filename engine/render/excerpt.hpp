// The piece of a source line that a finding shows, with a line of marks below it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// Code points of the source line, end exclusive.
struct Marked {
    std::size_t from = 0;
    std::size_t to = 0;
};

struct Excerpt {
    std::string line;   // at most `columns` columns and limits::excerpt_code_points code points; cut ends are "…"
    std::string marks;  // ~ under the claim, ^ under the words to replace; no trailing spaces
};

[[nodiscard]] Excerpt excerpt_of(std::string_view source_line, Marked claim, Marked focus, std::size_t columns);
// The same piece, with ~ under several places of the claim instead of under all of it.
[[nodiscard]] Excerpt excerpt_of(std::string_view source_line, Marked claim, Marked focus, const std::vector<Marked>& marks,
                                 std::size_t columns);

// The code points [from, to) of a line.
[[nodiscard]] std::string words_of(std::string_view source_line, Marked words);

// The text cut at a word to at most `columns` columns, ending in "…" where it was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

}  // namespace factcheck
