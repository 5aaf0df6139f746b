// Bytes as a text: read as plain text and as Markdown, extracted, linked to nothing. What tests/support/extraction_holds.hpp says
// must hold, and the work must stay in proportion.
#include "mentions.hpp"
#include "read/read.hpp"
#include "support/extraction_holds.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace factcheck;

namespace {

void require(const std::string& broken) {
    if (broken.empty()) return;
    std::fprintf(stderr, "does not hold: %s\n", broken.c_str());
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const char* format : {"text", "markdown", "html"}) {
        ReadOptions options;
        options.input_format = format;
        options.date = day_from("2025-08-04");
        const Text text = read_text(std::string(reinterpret_cast<const char*>(data), size), options);
        Work work;
        require(testing::what_breaks(text, extract(text, work)));
        if (work.attempts > limits::work_base + limits::work_per_byte * text.reading.size()) require("too much work");
        require(testing::what_breaks(text.original, mentions_of(text)));
    }
    return 0;
}
