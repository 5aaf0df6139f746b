#include "rules/fingerprint.hpp"

#include <array>
#include <cstdio>
#define XXH_INLINE_ALL  // the header alone: no library to load at every start
#include <xxhash.h>

namespace factcheck {

Fingerprint fingerprint_of(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.low64, hash.high64};
}

std::string hexadecimal(const Fingerprint& fingerprint) {
    std::array<char, 33> out{};
    (void)std::snprintf(out.data(), out.size(), "%016llx%016llx", static_cast<unsigned long long>(fingerprint.high),
                        static_cast<unsigned long long>(fingerprint.low));
    return out.data();
}

}  // namespace factcheck
