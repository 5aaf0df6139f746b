#include "render/summary.hpp"

#include <algorithm>
#include <charconv>

namespace factcheck {
namespace {

constexpr int years_behind = 3;  // of a pack's figures: an annual figure is often two years old when it is the newest

}  // namespace

void Summary::add(const ReportDocument& document) {
    ++documents;
    mentions += document.mentions;
    claims += document.claim_count;
    judged += document.judged;
    if (document.partly_read) ++partly_read;
    last_day = std::max(last_day, document.date);
    for (const ReportClaim& claim : document.claims) {
        if (claim.reason == Reason::no_date) ++no_date;
        if (const std::string_view pack = std::string_view(claim.rule).substr(0, claim.rule.find('/')); !packs.contains(pack))
            packs.emplace(pack);
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

std::vector<std::string> warnings_of(const Summary& s, const std::vector<ReportPack>& packs) {
    std::vector<std::string> out;
    if (s.judged == 0 && s.no_date > 0 && s.no_date == s.of(Verdict::unverifiable))
        out.emplace_back(
            "nothing could be judged, because no text says of what day it is; pass --date, or give the texts a date");
    for (const ReportPack& pack : packs) {
        constexpr std::size_t year = 4;
        const auto years = [](const std::string& day) {
            int number = 0;
            std::from_chars(day.data(), day.data() + year, number);
            return number;
        };
        if (s.last_day.size() < year || pack.data_until.size() < year || !s.packs.contains(pack.name)) continue;
        if (years(s.last_day) - years(pack.data_until) >= years_behind)
            out.push_back("the figures of " + pack.name + " end " + pack.data_until + ", long before the texts (" + s.last_day +
                          "): what is newer cannot be judged by them; update the pack");
    }
    return out;
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
