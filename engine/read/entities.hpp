// The characters that HTML writes as `&euro;`, `&#8364;` or `&#x20AC;`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace factcheck {

struct CharacterReference {
    std::size_t size = 0;  // bytes of the reference, `&` among them; 0: there is none
    char32_t first = 0;
    char32_t second = 0;  // of the few that stand for two characters; 0: none
};

// HTML reads old names without their semicolon too (`&copy 2025`); Markdown and XML do not.
enum class References : std::uint8_t { closed, html };

// What stands at the front of `bytes`, which begin with `&`.
[[nodiscard]] CharacterReference character_reference(std::string_view bytes, References kind);

}  // namespace factcheck
