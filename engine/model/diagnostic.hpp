// A fault in a rule, a pack or its data, at its place: printed as file:line:col: error: what is wrong (what to do).
#pragma once

#include "model/verdict.hpp"

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

namespace factcheck {

struct Place {
    std::string file;
    std::size_t line = 0;  // from 1; 0: the file as a whole
    std::size_t column = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

struct Diagnostic {
    Place place;
    Severity severity = Severity::error;
    std::string message;  // one sentence: what is wrong and what to do
    std::string code;     // a row of the table of faults (author/faults.hpp): "yaml", "duplicate-cue"
    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

}  // namespace factcheck
