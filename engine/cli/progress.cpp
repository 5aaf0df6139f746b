#include "cli/progress.hpp"

#include "cli/terminal.hpp"
#include "render/summary.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace factcheck {
namespace {

std::string time_left(std::uint64_t seconds) {
    if (seconds < 100) return std::to_string(seconds) + " s";
    if (seconds < 6000) return std::to_string((seconds + 30) / 60) + " min";
    return std::to_string((seconds + 1800) / 3600) + " h";
}

}  // namespace

std::string progress_line(std::size_t documents, std::size_t findings, std::uint64_t read, std::uint64_t total,
                          std::uint64_t milliseconds) {
    const std::string line = counted(documents, "document") + ", " + counted(findings, "finding");
    if (total == 0 || read == 0) return line;
    const std::uint64_t percent = std::min<std::uint64_t>(100, read / (total / 100 + 1));
    const std::uint64_t left = total > read ? milliseconds / 1000 * (total - read) / read : 0;
    return line + ", " + std::to_string(percent) + " %, " + time_left(left) + " left";
}

Progress::Progress(const std::vector<FoundFile>& files, bool quiet)
    : files_(files), shows_(!quiet && ::isatty(STDERR_FILENO) == 1 && environment_of_process("CI").empty()) {}

Progress::~Progress() { hide(); }

void Progress::hide() {
    if (visible_) write_stderr("\r\x1b[K");
    visible_ = false;
}

void Progress::show(std::size_t documents, std::size_t findings) {
    if (!shows_ || Clock::now() < next_) return;
    if (!shown_)
        for (const FoundFile& file : files_) {
            std::error_code error;
            const auto size = file.path == "-" ? 0 : std::filesystem::file_size(file.path, error);
            if (!error) total_ += size;
        }
    shown_ = visible_ = true;
    next_ = Clock::now() + std::chrono::milliseconds(200);
    const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began_).count();
    const bool known = std::none_of(files_.begin(), files_.end(), [](const FoundFile& file) { return file.path == "-"; });
    write_stderr("\r\x1b[K" +
                 progress_line(documents, findings, bytes_read(), known ? total_ : 0, static_cast<std::uint64_t>(passed)));
}

}  // namespace factcheck
