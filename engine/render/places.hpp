// Where findings are, as platforms want it, and in which order they get them.
#pragma once

#include "render/render.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// The path from the repository's root, without "." and with ".." only where it leads out of it; "-" for standard input.
[[nodiscard]] std::string repository_path(std::string_view path, const RenderOptions& options);

struct Placed {
    const ReportDocument* document = nullptr;
    const ReportClaim* claim = nullptr;
};

// Claims that are shown, in the order of the report.
[[nodiscard]] std::vector<Placed> shown_claims(const Report& report, const RenderOptions& options);
// The worst first; the same level stays in the order of the report.
[[nodiscard]] std::vector<Placed> worst_first(std::vector<Placed> claims);

}  // namespace factcheck
