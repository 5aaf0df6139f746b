// XML as a stream of events with the places of its words in the original.
#pragma once

#include "model/span.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace factcheck {

// Attributes of an element: name, value, name, value ...; null ends them.
using XmlAttributes = const char**;
[[nodiscard]] std::string_view attribute_of(XmlAttributes attributes, std::string_view local_name);

struct XmlHandlers {
    std::function<void(std::string_view local_name, XmlAttributes, std::size_t offset)> begin;
    std::function<void(std::string_view local_name, std::size_t offset)> end;
    // Decoded words, and where they stand; `verbatim`: inside <![CDATA[ ]]>, where `&` is a sign.
    std::function<void(std::string_view words, Span original, bool verbatim)> words;
};

// Names come without their prefixes. Entities that the text declares itself are not expanded, no other file is ever read, and
// memory is bounded. Returns what is wrong with the text, in a sentence with line and column; what came before it was handled.
std::string parse_xml(std::string_view utf8, const XmlHandlers& handlers);

}  // namespace factcheck
