// The one table of the rule language's functions: names, keywords, types. The parser checks calls against it,
// bind evaluates by it, the documentation prints it.
#pragma once

#include "model/slots.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace factcheck {

struct Parameter {
    std::string_view keyword;  // "" for the first; "since", "from", "of", "among", "per", "to", "at" before the others
    Type type = Type::any;
    bool list = false;
    bool optional = false;
    bool unit = false;  // not a value but the code of a unit: convert(value to km)
};

// What the result's unit is made of.
enum class UnitRule : std::uint8_t {
    none,  // not a quantity
    same_as_first,
    difference,  // the first's; points for percentages
    percent,
    number,
    count,
    days,
    months,
    years,
    given,  // the unit that is named
    open,   // known only when a claim is read
};

struct Function {
    std::string_view name;
    std::vector<Parameter> parameters;
    Type result = Type::any;
    bool list = false;
    UnitRule unit = UnitRule::none;
    bool same_units = false;  // all quantities must be of one unit
    bool evaluated = true;    // false: known, but no engine evaluates it yet; the loader refuses it
    std::string_view about;
};

[[nodiscard]] std::span<const Function> function_table();  // by name
[[nodiscard]] const Function* find_function(std::string_view name);
// "change(quantity since quantity)", for messages and the documentation.
[[nodiscard]] std::string signature_of(const Function& function);

[[nodiscard]] std::string_view name_of(Type type);

}  // namespace factcheck
