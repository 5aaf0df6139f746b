// Bytes as a file of one format (FORMAT): read, extracted, placed. What tests/support/extraction_holds.hpp says must hold, places
// lie in the file, and the map ascends.
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

std::string what_breaks(const std::vector<MapStep>& map, std::size_t from, std::size_t to) {
    for (std::size_t i = 1; i < map.size(); ++i)
        if (map[i].reading < map[i - 1].reading || map[i].original < map[i - 1].original) return "a map does not ascend";
    return map.back().reading <= from && map.back().original <= to ? "" : "a map leads past the end";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ReadOptions options;
    options.input_format = FORMAT;
    options.date = day_from("2025-08-04");
    const Text text = read_text(std::string(reinterpret_cast<const char*>(data), size), options);
    require(what_breaks(text.map, text.reading.size(), text.original.size()));
    if (text.container) require(what_breaks(text.container->map, text.original.size(), text.container->file->original.size()));
    if (valid_utf8(text.reading) != text.reading) require("the reading copy is no UTF-8");
    Work work;
    const std::vector<Mention> mentions = extract(text, work);
    require(testing::what_breaks(text, mentions));
    require(testing::what_breaks(text.original, mentions_of(text)));
    for (const Mention& mention : mentions) {
        const LineColumn place = line_column(text, original_span(text, mention.span).begin);
        const Source& file = text.container ? *text.container->file : static_cast<const Source&>(text);
        if (place.line > file.lines.size() || place.column > file.original.size() + 1) require("a mention lies outside its file");
    }
    return 0;
}
