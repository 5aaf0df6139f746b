#include "render/summary.hpp"

namespace factcheck {

void Summary::add(const ReportDocument& document) {
    ++documents;
    mentions += document.mentions;
    claims += document.claim_count;
    judged += document.judged;
    if (document.partly_read) ++partly_read;
    for (const ReportClaim& claim : document.claims) {
        if (claim.kind != "ignore") ++verdicts.at(static_cast<std::size_t>(claim.verdict));
        if (claim.severity) ++findings.at(static_cast<std::size_t>(*claim.severity));
        if (claim.suppressed_by == "baseline")
            ++baselined;
        else if (!claim.suppressed_by.empty())
            ++suppressed;
    }
}

Summary summary_of(const Report& report) {
    Summary s;
    s.skipped = report.skipped.size();
    for (const ReportDocument& document : report.documents) s.add(document);
    return s;
}

bool is_shown(const ReportClaim& claim, const RenderOptions& options) {
    return options.all || (claim.severity && *claim.severity >= options.min_level);
}

std::string counted(std::size_t n, std::string_view noun) {
    return std::to_string(n) + " " + std::string(noun) + (n == 1 ? "" : "s");
}

std::string summary_line(const Summary& s) {
    std::string line = counted(s.documents, "document");
    if (s.skipped > 0) line += ", " + std::to_string(s.skipped) + " skipped";
    line += ", " + counted(s.claims, "claim") + ", " + std::to_string(s.judged) + " judged, " +
            std::to_string(s.of(Verdict::unverifiable)) + " unverifiable, " + counted(s.all_findings(), "finding");
    std::string levels;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
        if (const std::size_t n = s.of(severity); n > 0) levels += (levels.empty() ? "" : ", ") + counted(n, name_of(severity));
    if (!levels.empty()) line += " (" + levels + ")";
    if (s.suppressed > 0) line += ", " + std::to_string(s.suppressed) + " suppressed";
    if (s.baselined > 0) line += ", " + std::to_string(s.baselined) + " in the baseline";
    return line;
}

}  // namespace factcheck
