// The one table of the rule language's functions: names, keywords, types. The parser checks calls against it,
// bind evaluates by it, the documentation prints it.
#pragma once

#include "model/slots.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace factcheck {

struct Parameter {
    std::string_view keyword;   // "" for the first; "since", "from", "of", "among", "per", "in" before the others
    Type type;
    bool list = false;
    bool optional = false;
};

// What the result's unit is made of.
enum class UnitRule : std::uint8_t { none, same_as_first, percent, points, number, time, given };

struct Function {
    std::string_view name;
    std::vector<Parameter> parameters;
    Type result;
    bool list = false;
    UnitRule unit = UnitRule::none;
    std::string_view about;
};

[[nodiscard]] std::span<const Function> function_table();
[[nodiscard]] const Function* find_function(std::string_view name);

}  // namespace factcheck
