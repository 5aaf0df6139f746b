// Bytes as a text: read as plain text and as Markdown, extracted, linked to nothing. Spans must lie in the text and mentions in
// order.
#include "mentions.hpp"
#include "read/read.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const char* format : {"text", "markdown"}) {
        factcheck::ReadOptions options;
        options.input_format = format;
        const factcheck::Text text = factcheck::read_text(std::string(reinterpret_cast<const char*>(data), size), options);
        std::size_t last = 0;
        for (const factcheck::ReportMention& mention : factcheck::mentions_of(text)) {
            if (mention.start < last || mention.end < mention.start) std::abort();
            last = mention.end;
        }
    }
    return 0;
}
