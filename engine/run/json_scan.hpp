// Where the parts of a JSON text stand: the parser of values does not say.
#pragma once

#include "model/span.hpp"
#include "read/decoding.hpp"

#include <cstddef>
#include <string_view>

namespace factcheck {

// All take any bytes: of what is no JSON they find some end. `at` is the place of a value's first byte.
[[nodiscard]] std::size_t skip_json_space(std::string_view json, std::size_t at);
[[nodiscard]] std::size_t end_of_json_value(std::string_view json, std::size_t at);
// The value of the field in the object at `at`, by its key, or by a JSON Pointer ("/body/text", "/parts/0"); empty: there is
// none.
[[nodiscard]] Span find_json_field(std::string_view json, std::size_t at, std::string_view field);
// The string at `string`, quotes and all, without its escapes; places count from `base`.
[[nodiscard]] Decoding unescape_json(std::string_view json, Span string);

}  // namespace factcheck
