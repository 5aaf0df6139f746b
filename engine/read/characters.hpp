// Which plain character a character reads as.
#pragma once

#include <cstdint>

namespace factcheck {

enum class Reading : std::uint8_t {
    keep,      // as it is
    as,        // as the ASCII character `plain`
    ellipsis,  // three points
    em_dash,   // a break between clauses; between digits a range
    space,
    drop,    // cannot be seen
    bidi,    // cannot be seen and turns the order of what can: left out with a note
    control  // U+FFFD
};

struct PlainCharacter {
    Reading reading = Reading::keep;
    char plain = 0;
};

[[nodiscard]] PlainCharacter plain_character(char32_t code_point);

}  // namespace factcheck
