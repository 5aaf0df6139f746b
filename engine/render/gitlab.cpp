// GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/
#include "model/fingerprint.hpp"
#include "model/utf8.hpp"
#include "render/json_text.hpp"
#include "render/lines.hpp"
#include "render/places.hpp"
#include "render/summary.hpp"

#include <nlohmann/json.hpp>

namespace factcheck {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_of(const ReportClaim& claim) {
    if (claim.severity == Severity::error) return "major";
    return claim.severity == Severity::warning ? "minor" : "info";
}

}  // namespace

std::string render_gitlab(const Report& report, const RenderOptions& options) {
    Json issues = Json::array();
    Fingerprints fingerprints;
    for (const ReportDocument& document : report.documents) {
        const std::string path = repository_path(document.path, options);
        for (const ReportClaim& claim : document.claims) {
            const std::string fingerprint = fingerprints.of(path, document.id, claim);
            if (!is_shown(claim, options)) continue;
            const std::string suggestion = claim.suggestion.empty() ? "" : "; " + suggestion_of(claim);
            issues.push_back(
                {{"description", valid_utf8(message_of(claim) + suggestion)},
                 {"check_name", valid_utf8(claim.rule)},
                 {"fingerprint", fingerprint},
                 {"severity", severity_of(claim)},
                 {"location", {{"path", valid_utf8(path)}, {"lines", {{"begin", claim.line}, {"end", claim.end_line}}}}}});
        }
    }
    return json_text(issues, 2) + "\n";
}

}  // namespace factcheck
