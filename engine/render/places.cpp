#include "render/places.hpp"

#include "render/summary.hpp"

#include <algorithm>
#include <filesystem>

namespace factcheck {

std::string repository_path(std::string_view path, const RenderOptions& options) {
    if (path == "-") return "-";
    const std::filesystem::path here(options.current_folder.empty() ? "/" : options.current_folder);
    const std::filesystem::path root(options.root_folder.empty() ? here.string() : options.root_folder);
    return (here / std::filesystem::path(path)).lexically_normal().lexically_relative(root.lexically_normal()).generic_string();
}

std::vector<Placed> shown_claims(const Report& report, const RenderOptions& options) {
    std::vector<Placed> out;
    for (const ReportDocument& document : report.documents)
        for (const ReportClaim& claim : document.claims)
            if (is_shown(claim, options)) out.push_back({&document, &claim});
    return out;
}

std::vector<Placed> worst_first(std::vector<Placed> claims) {
    std::stable_sort(claims.begin(), claims.end(),
                     [](const Placed& a, const Placed& b) { return a.claim->severity > b.claim->severity; });
    return claims;
}

}  // namespace factcheck
