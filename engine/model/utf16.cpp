#include "model/utf16.hpp"

#include "model/utf8.hpp"

#include <algorithm>

namespace factcheck {

std::vector<std::size_t> pairs_before(std::string_view bytes, const std::vector<std::size_t>& code_points) {
    std::vector<std::size_t> out(code_points.size(), 0);
    const bool any = std::any_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
    if (!any) return out;
    std::size_t passed = 0;
    std::size_t pairs = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < code_points.size(); ++i) {
        while (passed < code_points[i] && at < bytes.size()) {
            const Decoded decoded = decode_utf8(bytes, at);
            pairs += decoded.code_point > 0xFFFF ? 1 : 0;
            at += decoded.size;
            ++passed;
        }
        out[i] = pairs;
    }
    return out;
}

}  // namespace factcheck
