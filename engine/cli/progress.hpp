// How far a run is, on a terminal's standard error, once it has taken a second; gone when it ends.
#pragma once

#include "run/files.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace factcheck {

class Progress {
public:
    // Shows nothing where standard error is no terminal, or in CI.
    Progress(const std::vector<FoundFile>& files, bool quiet);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    void show(std::size_t documents, std::size_t findings);
    // Before anything else is printed: the report may go to the same terminal.
    void hide();

private:
    using Clock = std::chrono::steady_clock;

    const std::vector<FoundFile>& files_;
    bool shows_;
    bool shown_ = false;    // ever
    bool visible_ = false;  // now
    Clock::time_point began_ = Clock::now();
    Clock::time_point next_ = began_ + std::chrono::seconds(1);
    std::uint64_t total_ = 0;  // bytes; 0: not known
};

// "12345 documents, 3 findings, 41 %, 14 s left". `read` of `total` bytes in so many milliseconds; total 0: not known.
[[nodiscard]] std::string progress_line(std::size_t documents, std::size_t findings, std::uint64_t read, std::uint64_t total,
                                        std::uint64_t milliseconds);

}  // namespace factcheck
