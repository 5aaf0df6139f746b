// One line a finding, as compilers write them: editors and other tools find the place by it.
#include "render/lines.hpp"
#include "render/streamed.hpp"

namespace factcheck {
namespace {

std::string line_of(const ReportDocument& document, const ReportClaim& claim) {
    std::string line = visible(document.path) + ":" + std::to_string(claim.line) + ":" + std::to_string(claim.column) + ": " +
                       level_of(claim) + ": " + message_of(claim);
    if (!claim.suggestion.empty()) line += "; " + suggestion_of(claim);
    if (!claim.rule.empty()) line += "  [" + visible(claim.rule) + "]";
    return line + "\n";
}

std::string head(const Report&, const RenderOptions&) { return {}; }

std::string document_lines(const ReportDocument& document, const RenderOptions& options) {
    std::string out;
    if (document.partly_read) out += visible(document.path) + ": not fully checked\n";
    for (const ReportClaim& claim : document.claims)
        if (is_shown(claim, options)) out += line_of(document, claim);
    return out;
}

std::string tail(const Report&, const Summary& summary, const RenderOptions&) { return summary_line(summary) + "\n"; }

}  // namespace

const Streamed streamed_concise{head, document_lines, "", tail};

}  // namespace factcheck
