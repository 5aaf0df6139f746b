// report -> bytes. One file a format; all read the same report object.
#pragma once

#include "model/report.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace factcheck {

struct RenderOptions {
    bool all = false;  // every verdict, not findings only
    Severity min_level = Severity::warning;
    bool colour = false;
    std::size_t width = 80;  // of the terminal, for the text report; 0: lines are not wrapped
    // Absolute; platforms count paths from the repository's root. Empty: from where relative paths are.
    std::string current_folder;
    std::string root_folder;
    std::optional<Severity> fail_on = Severity::error;  // from which level a finding fails a test case; absent: none does
};

[[nodiscard]] std::string render_text(const Report& report, const RenderOptions& options);
[[nodiscard]] std::string render_json(const Report& report, const RenderOptions& options);
// One object a document, one line each; inputs that were skipped or failed are lines of their own.
[[nodiscard]] std::string render_jsonl(const Report& report, const RenderOptions& options);
// Findings by document, in GitHub's Markdown; whole findings up to `most_bytes`, the rest is counted.
[[nodiscard]] std::string render_markdown(const Report& report, const RenderOptions& options);
[[nodiscard]] std::string render_markdown_within(const Report& report, const RenderOptions& options, std::size_t most_bytes);
[[nodiscard]] std::string render_github(const Report& report, const RenderOptions& options);
[[nodiscard]] std::string render_gitlab(const Report& report, const RenderOptions& options);
[[nodiscard]] std::string render_sarif(const Report& report, const RenderOptions& options);
[[nodiscard]] std::string render_junit(const Report& report, const RenderOptions& options);

// Control, escape and bidirectional characters made visible, so that no text or file name can speak to a terminal.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace factcheck
