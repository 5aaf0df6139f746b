// The job summary of GitHub Actions: the whole list beside the few annotations that GitHub shows.
#pragma once

#include "model/report.hpp"
#include "render/render.hpp"

#include <string>
#include <string_view>

namespace factcheck {

// Adds the Markdown report to the file that GITHUB_STEP_SUMMARY names, so that the file stays within what GitHub takes.
// Empty: done; else one sentence about what is wrong with the file.
[[nodiscard]] std::string add_job_summary(const std::string& file, const Report& report, const RenderOptions& options);

}  // namespace factcheck
