// report -> bytes. One file a format; all read the same report object.
#pragma once

#include "model/report.hpp"

#include <string>

namespace factcheck {

struct RenderOptions {
    bool all = false;  // every verdict, not findings only
    Severity min_level = Severity::warning;
    bool colour = false;
    std::size_t width = 80;  // of the terminal, for the text report; 0: lines are not wrapped
};

[[nodiscard]] std::string render_text(const Report& report, const RenderOptions& options);
[[nodiscard]] std::string render_json(const Report& report, const RenderOptions& options);
// One object a document, one line each; inputs that were skipped or failed are lines of their own.
[[nodiscard]] std::string render_jsonl(const Report& report, const RenderOptions& options);

// Control, escape and bidirectional characters made visible, so that no text or file name can speak to a terminal.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace factcheck
