// Builds a text out of another notation (escapes of JSON, lines of a mail) with the map back to the bytes that gave it.
#pragma once

#include "model/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

class Decoding {
public:
    // `bytes` are what the bytes of the source stand for; spans ascend.
    void put(Span source, std::string_view bytes);

    std::string text;
    std::vector<MapStep> map{{}};

private:
    std::size_t expected_ = 0;  // where in the source the map says that the end of `text` lies
};

}  // namespace factcheck
