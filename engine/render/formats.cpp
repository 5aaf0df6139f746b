#include "render/formats.hpp"

#include <algorithm>
#include <array>

namespace factcheck {
namespace {

constexpr Severity warning = Severity::warning;
constexpr Severity info = Severity::info;
constexpr ReportDetail nothing_more{};

constexpr std::array table{
    FormatRow{Format::text, "text", "for people: each finding with its words, evidence and what to write", warning, nothing_more,
              true, &streamed_text, nullptr},
    FormatRow{Format::concise, "concise", "one line a finding, as compilers write them", warning, nothing_more, true,
              &streamed_concise, nullptr},
    FormatRow{Format::json, "json", "one object with all that is known", info, nothing_more, false, &streamed_json, nullptr},
    FormatRow{Format::jsonl, "jsonl", "one object a document, a line each", info, nothing_more, false, &streamed_jsonl, nullptr},
    FormatRow{Format::csv, "csv", "one row a finding, for spreadsheets", info, nothing_more, false, &streamed_csv, nullptr},
    FormatRow{Format::markdown, "markdown", "for comments and mails: findings by document", warning, nothing_more, true, nullptr,
              render_markdown},
    FormatRow{Format::github, "github", "workflow commands of GitHub Actions, worst first; fills the job summary", warning,
              nothing_more, false, nullptr, render_github},
    FormatRow{Format::gitlab, "gitlab", "Code Quality report of GitLab", info, nothing_more, false, nullptr, render_gitlab},
    FormatRow{Format::junit, "junit", "JUnit XML: a suite for each document", info, nothing_more, false, nullptr, render_junit},
    FormatRow{Format::sarif,
              "sarif",
              "SARIF 2.1.0, for code scanning and editors",
              info,
              {.line_hashes = true},
              false,
              nullptr,
              render_sarif},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].format) != i) return false;
    return true;
}
static_assert(in_order());

}  // namespace

std::span<const FormatRow> format_table() { return table; }

const FormatRow& row_of(Format format) { return table.at(static_cast<std::size_t>(format)); }

std::string rendered(const Report& report, Format format, const RenderOptions& options) {
    const FormatRow& row = row_of(format);
    return row.streamed != nullptr ? render_streamed(*row.streamed, report, options) : row.whole(report, options);
}

}  // namespace factcheck
