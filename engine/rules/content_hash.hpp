// A fast hash of bytes: tells contents apart, guards against nobody.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace factcheck {

// XXH3 of 128 bits.
struct ContentHash {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    friend bool operator==(const ContentHash&, const ContentHash&) = default;
};

[[nodiscard]] ContentHash hash_of_content(std::string_view bytes);
[[nodiscard]] std::string hexadecimal(const ContentHash& hash);

}  // namespace factcheck
