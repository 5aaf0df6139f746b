// Which lines of which files changed since a commit, as git tells.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace factcheck {

class ChangedLines {
public:
    // Of the repository that the current folder lies in, against where the current branch left `commit` (a branch, a tag ...).
    // Empty, or one sentence on why git cannot tell.
    [[nodiscard]] std::string load(const std::string& commit);

    // By a path as it was named. A file that git does not know is new.
    [[nodiscard]] bool has_changed(const std::string& path) const;
    [[nodiscard]] bool has_changed(const std::string& path, std::size_t first_line, std::size_t last_line) const;

private:
    using Lines = std::vector<std::pair<std::size_t, std::size_t>>;  // both ends included
    [[nodiscard]] const Lines* lines_of(const std::string& path) const;
    void read_diff(std::string_view diff);

    std::string top_;                     // the repository's folder
    std::map<std::string, Lines> files_;  // from the top
};

}  // namespace factcheck
