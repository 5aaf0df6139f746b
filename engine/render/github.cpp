// Workflow commands of GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
#include "render/escape.hpp"
#include "render/lines.hpp"
#include "render/places.hpp"
#include "render/summary.hpp"

namespace factcheck {
namespace {

constexpr std::size_t most_of_a_level = 10;  // GitHub shows no more of a step

std::string_view command_of(const ReportClaim& claim) {
    if (claim.severity == Severity::error) return "error";
    return claim.severity == Severity::warning ? "warning" : "notice";
}

std::string annotation(const Placed& placed, const RenderOptions& options) {
    const ReportClaim& claim = *placed.claim;
    std::string out = "::" + std::string(command_of(claim)) + " ";
    if (placed.document->path != "-") {
        out += "file=" + command_property(repository_path(placed.document->path, options));
        out += ",line=" + std::to_string(claim.line) + ",endLine=" + std::to_string(claim.end_line);
        // Columns are refused where there are several lines.
        if (claim.line == claim.end_line)
            out += ",col=" + std::to_string(claim.column) + ",endColumn=" + std::to_string(claim.end_column);
        out += ",";
    }
    out += "title=" + command_property(claim.rule.empty() ? std::string_view("factcheck") : std::string_view(claim.rule));
    std::string message = message_of(claim);
    if (!claim.suggestion.empty()) message += "\nsuggestion: " + suggestion_of(claim);
    if (!claim.evidence.empty()) message += "\nevidence: " + flat(evidence_of(claim.evidence.front()));
    return out + "::" + command_message(message) + "\n";
}

}  // namespace

std::string render_github(const Report& report, const RenderOptions& options) {
    std::string out;
    for (const std::string& error : report.errors) out += "::error title=factcheck::" + command_message(flat(error)) + "\n";
    std::string_view level;
    std::size_t of_level = 0;
    const auto say_hidden = [&] {
        if (of_level > most_of_a_level)
            out += "and " + counted(of_level - most_of_a_level, level) + " more, which GitHub would not show here\n";
    };
    for (const Placed& placed : worst_first(shown_claims(report, options))) {
        if (command_of(*placed.claim) != level) {
            say_hidden();
            level = command_of(*placed.claim);
            of_level = 0;
        }
        if (++of_level <= most_of_a_level) out += annotation(placed, options);
    }
    say_hidden();
    return out + summary_line(summary_of(report)) + "\n";
}

}  // namespace factcheck
