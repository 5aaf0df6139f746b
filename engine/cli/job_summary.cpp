#include "cli/job_summary.hpp"

#include "model/limits.hpp"
#include "run/atomic_write.hpp"
#include "run/files.hpp"

#include <filesystem>
#include <system_error>

namespace factcheck {

std::string add_job_summary(const std::string& file, const Report& report, const RenderOptions& options) {
    std::string bytes;
    std::error_code error;
    if (std::filesystem::exists(file, error)) {
        InputFile before(file);
        before.read_up_to(bytes, limits::job_summary_bytes);
        if (!before.error().empty()) return before.error();
    }
    const std::size_t room = limits::job_summary_bytes - bytes.size();
    const std::string markdown = render_markdown_within(report, options, room);
    if (markdown.size() > room) return file + ": the job summary is full, and the findings were not added to it";
    return write_whole(file, bytes + markdown);
}

}  // namespace factcheck
