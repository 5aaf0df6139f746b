// The one table of what can be wrong with a pack: what `factcheck lint` says, what docs/lint.md explains. Faults of the loader
// are errors, and nothing runs while there are any; those of lint are warnings and hints about a pack that loads.
#pragma once

#include "model/verdict.hpp"

#include <span>
#include <string>
#include <string_view>

namespace factcheck {

struct FaultRow {
    std::string_view code;
    Severity severity = Severity::warning;
    std::string_view what;    // what is found
    std::string_view why;     // why it matters
    std::string_view remedy;  // what to do
    bool mended = false;      // by `factcheck lint --fix`
};

[[nodiscard]] std::span<const FaultRow> fault_table();
[[nodiscard]] const FaultRow* fault_row(std::string_view code);
// docs/lint.md, made from the table.
[[nodiscard]] std::string fault_page();

}  // namespace factcheck
