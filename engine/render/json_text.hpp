// JSON as every format of this folder prints it.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace factcheck {

// Printed with `indent` blanks a level, or on one line for -1. Invalid UTF-8 is replaced; characters that a terminal or the log
// of a CI service could obey are escapes.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& json, int indent);

}  // namespace factcheck
