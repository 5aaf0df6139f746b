#include "rules/content_hash.hpp"

#include <array>
#include <cstdio>
#define XXH_INLINE_ALL  // the header alone: no library to load at every start
#include <xxhash.h>

namespace factcheck {

ContentHash hash_of_content(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.low64, hash.high64};
}

std::string hexadecimal(const ContentHash& hash) {
    std::array<char, 33> out{};
    (void)std::snprintf(out.data(), out.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high),
                        static_cast<unsigned long long>(hash.low));
    return out.data();
}

}  // namespace factcheck
