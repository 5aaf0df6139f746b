// The program git is asked, not a library: where there is a repository there is git, and it alone knows its settings, worktrees
// and partial clones. What a repository could make it run (diff drivers, file monitors) is switched off.
#include "run/changed_lines.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <limits>
#include <system_error>

extern char** environ;

namespace factcheck {
namespace {

namespace fs = std::filesystem;

struct Asked {
    bool good = false;
    std::string out;  // standard output and error together where it went wrong
};

std::string read_to_end(int descriptor) {
    std::string out;
    std::array<char, 1U << 16U> piece{};
    while (true) {
        const ssize_t got = ::read(descriptor, piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return out;
        out.append(piece.data(), static_cast<std::size_t>(got));
    }
}

Asked ask_git(const std::vector<std::string>& arguments, bool with_errors = false) {
    std::vector<std::string> all{"git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-pager"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& each : all) argv.push_back(each.data());
    argv.push_back(nullptr);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (with_errors)
        ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    else
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, "git", &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    Asked asked;
    if (error == 0) {
        asked.out = read_to_end(ends[0]);
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
        asked.good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    } else {
        asked.out = "git cannot be started; install it";
    }
    ::close(ends[0]);
    return asked;
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

// A path in quotes, as git writes one with control characters, quotes or backslashes.
std::string unquoted(std::string_view path) {
    if (path.size() < 2 || path.front() != '"') return std::string(path.substr(0, path.find('\t')));
    std::string out;
    for (std::size_t i = 1; i + 1 < path.size(); ++i) {
        if (path[i] != '\\') {
            out += path[i];
            continue;
        }
        const char c = path[++i];
        constexpr std::string_view names = "abtnvfr";
        if (c >= '0' && c <= '7' && i + 2 < path.size()) {
            out += static_cast<char>((c - '0') * 64 + (path[i + 1] - '0') * 8 + (path[i + 2] - '0'));
            i += 2;
        } else {
            const auto at = names.find(c);
            out += at == std::string_view::npos ? c : static_cast<char>(7 + at);
        }
    }
    return out;
}

// "@@ -1,2 +3,4 @@": lines 3 to 6 of the new file; nothing where lines only went.
void add_hunk(std::string_view line, std::vector<std::pair<std::size_t, std::size_t>>& lines) {
    const auto plus = line.find('+');
    if (plus == std::string_view::npos) return;
    std::size_t first = 0;
    std::size_t count = 1;
    const char* end = line.data() + line.size();
    const auto [past, error] = std::from_chars(line.data() + plus + 1, end, first);
    if (error != std::errc()) return;
    if (past != end && *past == ',') std::from_chars(past + 1, end, count);
    if (count > 0) lines.emplace_back(first, first + count - 1);
}

}  // namespace

void ChangedLines::read_diff(std::string_view diff) {
    Lines* lines = nullptr;
    while (!diff.empty()) {
        const std::size_t end = std::min(diff.find('\n'), diff.size());
        const std::string_view line = diff.substr(0, end);
        diff.remove_prefix(std::min(end + 1, diff.size()));
        if (line.starts_with("diff --git ")) {
            lines = nullptr;
        } else if (lines == nullptr && line.starts_with("+++ ")) {
            const std::string path = unquoted(line.substr(4));
            if (path != "/dev/null") lines = &files_[path];
        } else if (lines != nullptr && line.starts_with("@@ ")) {
            add_hunk(line, *lines);
        }
    }
}

std::string ChangedLines::load(const std::string& commit) {
    const std::string because = "--since " + commit + ": ";
    const Asked top = ask_git({"rev-parse", "--show-toplevel"}, true);
    if (!top.good) return because + first_line(top.out);
    top_ = first_line(top.out);
    if (commit.starts_with('-') || !ask_git({"rev-parse", "--verify", "--quiet", commit + "^{commit}"}).good)
        return because + "git knows no such commit; fetch it (actions/checkout needs fetch-depth: 0)";
    const Asked base = ask_git({"merge-base", commit, "HEAD"});
    const std::string from = base.good ? first_line(base.out) : commit;
    const Asked diff = ask_git({"-C", top_, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames",
                                "--no-prefix", "--diff-filter=d", from, "--"});
    if (!diff.good) return because + "git cannot compare it with the files here";
    read_diff(diff.out);
    const Asked others = ask_git({"-C", top_, "ls-files", "--others", "-z"});
    for (std::size_t at = 0; at < others.out.size();) {
        const std::size_t end = std::min(others.out.find('\0', at), others.out.size());
        files_[others.out.substr(at, end - at)] = {{1, std::numeric_limits<std::size_t>::max()}};
        at = end + 1;
    }
    return {};
}

const ChangedLines::Lines* ChangedLines::lines_of(const std::string& path) const {
    static const Lines all{{1, std::numeric_limits<std::size_t>::max()}};
    std::error_code error;
    const fs::path real = fs::weakly_canonical(path, error);
    const fs::path below = real.lexically_relative(top_);
    if (path == "-" || error || below.empty() || *below.begin() == "..") return &all;  // not of this repository
    const auto found = files_.find(below.generic_string());
    return found == files_.end() ? nullptr : &found->second;
}

bool ChangedLines::has_changed(const std::string& path) const { return lines_of(path) != nullptr; }

bool ChangedLines::has_changed(const std::string& path, std::size_t first, std::size_t last) const {
    const Lines* lines = lines_of(path);
    return lines != nullptr && std::any_of(lines->begin(), lines->end(),
                                           [&](const auto& each) { return each.first <= last && first <= each.second; });
}

}  // namespace factcheck
