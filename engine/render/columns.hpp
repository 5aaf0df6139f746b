// How text looks on a terminal: what each code point is shown as and how many columns it takes. No locale is asked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// One code point of a text.
struct Cell {
    std::string shown;        // itself, or <U+001B> for what must not reach a terminal or the log of a CI service
    std::size_t columns = 1;  // 0 for combining marks, 2 for wide characters
    bool space = false;       // white space: lines may be broken or cut here
};

// Controls, directions and other characters that move, hide or reorder what stands around them.
[[nodiscard]] bool is_hidden(char32_t code_point);

[[nodiscard]] std::vector<Cell> cells_of(std::string_view text);
[[nodiscard]] std::size_t columns_of(std::string_view text);

}  // namespace factcheck
