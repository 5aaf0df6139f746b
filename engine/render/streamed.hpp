// Formats that can be written while documents are still being checked, so that a corpus of any size needs no room for its report.
#pragma once

#include "render/render.hpp"
#include "render/summary.hpp"

#include <string>
#include <string_view>

namespace factcheck {

// The report is head, documents with `between` between them, tail. Each piece depends on nothing but its arguments: documents may
// be rendered on any thread.
struct Streamed {
    std::string (*head)(const Report& known, const RenderOptions& options);  // the version and packs are known
    std::string (*document)(const ReportDocument& document, const RenderOptions& options);
    std::string_view between;
    std::string (*tail)(const Report& rest, const Summary& summary, const RenderOptions& options);  // skipped and errors
};

extern const Streamed streamed_text;
extern const Streamed streamed_concise;
extern const Streamed streamed_csv;
extern const Streamed streamed_json;
extern const Streamed streamed_jsonl;

// The same bytes from a report that is complete.
[[nodiscard]] std::string render_streamed(const Streamed& format, const Report& report, const RenderOptions& options);

}  // namespace factcheck
