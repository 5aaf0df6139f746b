// Findings by document in GitHub's Markdown: for comments, mails, and the job summary.
#include "render/escape.hpp"
#include "render/lines.hpp"
#include "render/places.hpp"
#include "render/summary.hpp"

#include <cstdint>

namespace factcheck {
namespace {

constexpr std::size_t shown_evidence = 3;

void add_line(std::string& out, std::string_view label, const std::string& markdown) {
    out += "  - " + std::string(label) + ": " + markdown + "\n";
}

std::string evidence_in_markdown(const ReportEvidence& evidence) {
    const std::string url = linkable(evidence.url);
    return markdown_escaped(sourced(evidence)) + (url.empty() ? "" : " ([source](<" + url + ">))");
}

std::string finding(const ReportClaim& claim) {
    std::string out = "- **" + markdown_escaped(level_of(claim)) + "** at line " + std::to_string(claim.line) + ", column " +
                      std::to_string(claim.column) + ": " + markdown_escaped(message_of(claim));
    if (!claim.rule.empty()) out += " " + markdown_code(claim.rule);
    out += "\n";
    if (!claim.suggestion.empty()) add_line(out, "suggestion", "**" + markdown_escaped(suggestion_of(claim)) + "**");
    add_line(out, "text", "“" + markdown_escaped(claim.text) + "”");
    if (!claim.cause.empty()) add_line(out, "cause", markdown_escaped(claim.cause));
    for (std::size_t i = 0; i < claim.evidence.size() && i < shown_evidence; ++i)
        add_line(out, "evidence", evidence_in_markdown(claim.evidence[i]));
    if (claim.evidence.size() > shown_evidence)
        add_line(out, "evidence", std::to_string(claim.evidence.size() - shown_evidence) + " more");
    if (!claim.settles.empty())
        add_line(out, claim.severity ? "goes away when" : "to settle it", markdown_escaped(claim.settles));
    return out;
}

std::string about_run(const Report& report, const RenderOptions& options) {
    std::string out;
    for (const std::string& error : report.errors) out += "- **not checked**: " + markdown_escaped(error) + "\n";
    for (const ReportDocument& document : report.documents)
        if (document.partly_read)
            out += "- **not fully checked**: " + markdown_code(document.path) +
                   (document.notes.empty() ? "" : ": " + markdown_escaped(document.notes.front())) + "\n";
    if (options.all)
        for (const ReportSkipped& skipped : report.skipped)
            out += "- skipped: " + markdown_code(skipped.path) + ": " + markdown_escaped(skipped.reason) + "\n";
    return out.empty() ? out : "\n" + out;
}

}  // namespace

std::string render_markdown_within(const Report& report, const RenderOptions& options, std::size_t most_bytes) {
    constexpr std::size_t last_line = 200;
    const Summary summary = summary_of(report);
    std::string out = "## factcheck: " + counted(summary.all_findings(), "finding") + "\n\n" + summary_line(summary) + "\n";
    if (std::string run = about_run(report, options); out.size() + run.size() + last_line <= most_bytes) out += run;
    std::size_t left_out = 0;
    for (const ReportDocument& document : report.documents) {
        std::string title = "\n### " + markdown_code(repository_path(document.path, options)) +
                            (document.id.empty() ? "" : " " + markdown_escaped(document.id)) + "\n\n";
        for (const ReportClaim& claim : document.claims) {
            if (!is_shown(claim, options)) continue;
            const std::string item = title + finding(claim);
            if (left_out > 0 || out.size() + item.size() + last_line > most_bytes) {
                ++left_out;
                continue;
            }
            out += item;
            title.clear();
        }
    }
    return left_out == 0 ? out : out + "\n" + counted(left_out, "finding") + " more did not fit here.\n";
}

std::string render_markdown(const Report& report, const RenderOptions& options) {
    return render_markdown_within(report, options, SIZE_MAX);
}

}  // namespace factcheck
