#include "read/decoding.hpp"

namespace factcheck {

void Decoding::put(Span source, std::string_view bytes) {
    if (bytes.empty()) return;
    const std::size_t at = text.size();
    if (expected_ != source.begin) {
        if (map.back().reading != at) map.push_back({at, expected_});
        map.push_back({at, source.begin});
    }
    text += bytes;
    expected_ = source.end;
    if (bytes.size() != source.size()) map.push_back({text.size(), source.end});
}

}  // namespace factcheck
