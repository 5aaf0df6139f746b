#include "read/xml.hpp"

#include "model/limits.hpp"

#include <expat.h>

#include <cstdlib>
#include <memory>

namespace factcheck {
namespace {

// What the parser of this thread may still take. Its allocator is told nothing but sizes.
thread_local std::size_t taken = 0;  // see above
constexpr std::size_t header = 16;   // keeps the block aligned and its size known

void* take(std::size_t size) {
    if (size > limits::markup_bytes || taken + size > limits::markup_bytes) return nullptr;
    auto* block = static_cast<char*>(std::malloc(size + header));  // expat is C
    if (block == nullptr) return nullptr;
    *reinterpret_cast<std::size_t*>(block) = size;
    taken += size;
    return block + header;
}

void give_back(void* block) {
    if (block == nullptr) return;
    char* const begin = static_cast<char*>(block) - header;
    taken -= *reinterpret_cast<std::size_t*>(begin);
    std::free(begin);
}

void* take_again(void* block, std::size_t size) {
    if (block == nullptr) return take(size);
    char* const begin = static_cast<char*>(block) - header;
    const std::size_t before = *reinterpret_cast<std::size_t*>(begin);
    if (size > before && (size > limits::markup_bytes || taken + (size - before) > limits::markup_bytes)) return nullptr;
    auto* again = static_cast<char*>(std::realloc(begin, size + header));
    if (again == nullptr) return nullptr;
    *reinterpret_cast<std::size_t*>(again) = size;
    taken += size - before;  // wraps round where it shrinks, as it should
    return again + header;
}

std::string_view local(const char* name) {
    const std::string_view whole = name;
    return whole.substr(whole.rfind(':') + 1);  // npos + 1 is 0
}

struct Run {
    const XmlHandlers& handlers;
    XML_Parser parser = nullptr;
    bool verbatim = false;
    std::size_t depth = 0;

    [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(XML_GetCurrentByteIndex(parser)); }
    [[nodiscard]] Span place() const { return {offset(), offset() + static_cast<std::size_t>(XML_GetCurrentByteCount(parser))}; }
};

Run& run_of(void* data) { return *static_cast<Run*>(data); }

void on_begin(void* data, const char* name, XmlAttributes attributes) {
    Run& run = run_of(data);
    if (++run.depth > limits::markup_depth) return void(XML_StopParser(run.parser, XML_FALSE));
    run.handlers.begin(local(name), attributes, run.offset());
}

void on_end(void* data, const char* name) {
    Run& run = run_of(data);
    --run.depth;
    run.handlers.end(local(name), run.offset());
}

void on_words(void* data, const char* words, int size) {
    const Run& run = run_of(data);
    const Span place = run.place();
    if (!place.empty()) run.handlers.words({words, static_cast<std::size_t>(size)}, place, run.verbatim);
}

// Names of HTML that the text does not declare: the reader knows them.
void on_unknown_entity(void* data, const char*, int is_parameter) {
    const Run& run = run_of(data);
    if (is_parameter == 0 && !run.place().empty()) run.handlers.words({}, run.place(), false);
}

std::string sentence_of(const Run& run) {
    const std::string place = "line " + std::to_string(XML_GetCurrentLineNumber(run.parser)) + ", column " +
                              std::to_string(XML_GetCurrentColumnNumber(run.parser) + 1);
    if (run.depth > limits::markup_depth)
        return "elements are nested deeper than " + std::to_string(limits::markup_depth) + " at " + place;
    const XML_Error error = XML_GetErrorCode(run.parser);
    if (error == XML_ERROR_NO_MEMORY)
        return "the elements do not fit into " + std::to_string(limits::markup_bytes) + " bytes at " + place;
    return "the XML is broken at " + place + " (" + XML_ErrorString(error) + ")";
}

}  // namespace

std::string_view attribute_of(XmlAttributes attributes, std::string_view local_name) {
    for (; *attributes != nullptr; attributes += 2)
        if (local(attributes[0]) == local_name) return attributes[1];
    return {};
}

std::string parse_xml(std::string_view utf8, const XmlHandlers& handlers) {
    const XML_Memory_Handling_Suite memory{take, take_again, give_back};
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser(
        XML_ParserCreate_MM("UTF-8", &memory, nullptr), XML_ParserFree);
    if (parser == nullptr) return "there is not enough memory to read the XML";
    Run run{handlers, parser.get()};
    XML_SetUserData(run.parser, &run);
    XML_SetElementHandler(run.parser, on_begin, on_end);
    XML_SetCharacterDataHandler(run.parser, on_words);
    XML_SetCdataSectionHandler(
        run.parser, [](void* data) { run_of(data).verbatim = true; }, [](void* data) { run_of(data).verbatim = false; });
    XML_UseForeignDTD(run.parser, XML_TRUE);  // so that an entity that is not declared is no end of the reading
    XML_SetExternalEntityRefHandler(run.parser, [](XML_Parser, const char*, const char*, const char*, const char*) { return 1; });
    XML_SetSkippedEntityHandler(run.parser, on_unknown_entity);
    const auto status = XML_Parse(run.parser, utf8.data(), static_cast<int>(utf8.size()), XML_TRUE);
    return status == XML_STATUS_OK ? std::string() : sentence_of(run);
}

}  // namespace factcheck
