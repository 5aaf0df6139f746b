// Bytes that come one after another: of a file, of standard input, of a file in an archive.
#pragma once

#include <cstddef>
#include <string>

namespace factcheck {

class ByteStream {
public:
    ByteStream() = default;
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;
    virtual ~ByteStream() = default;

    // Appends to `bytes` until it holds `size` bytes or the stream ends.
    virtual void read_up_to(std::string& bytes, std::size_t size) = 0;
    [[nodiscard]] virtual bool at_end() const = 0;
    // One sentence that names the file, says what is wrong and what to do; empty: nothing is.
    [[nodiscard]] virtual const std::string& error() const = 0;
};

}  // namespace factcheck
