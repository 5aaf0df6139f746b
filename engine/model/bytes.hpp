// Sixteen bytes of a text at a time, in what both compilers turn into the vector instructions of the machine at hand.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace factcheck {

// Comparisons give 0xFF for each byte where they hold, else 0.
using Sixteen [[gnu::vector_size(16)]] = unsigned char;
inline constexpr std::size_t sixteen = 16;

inline Sixteen load_sixteen(const char* at) {
    Sixteen out;
    std::memcpy(&out, at, sixteen);
    return out;
}

template <typename Mask>
bool any_of(Mask mask) {
    std::uint64_t halves[2];
    std::memcpy(halves, &mask, sixteen);
    return (halves[0] | halves[1]) != 0;
}

// Which byte is the first where the mask holds; 16 if none is.
template <typename Mask>
std::size_t first_of(Mask mask) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t halves[2];
    std::memcpy(halves, &mask, sixteen);
    if (halves[0] != 0) return static_cast<std::size_t>(std::countr_zero(halves[0])) / 8;
    return halves[1] != 0 ? 8 + static_cast<std::size_t>(std::countr_zero(halves[1])) / 8 : sixteen;
}

}  // namespace factcheck
