// A fast fingerprint of bytes: tells contents apart, guards against nobody.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace factcheck {

// XXH3 of 128 bits.
struct Fingerprint {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

[[nodiscard]] Fingerprint fingerprint_of(std::string_view bytes);
[[nodiscard]] std::string hexadecimal(const Fingerprint& fingerprint);

}  // namespace factcheck
