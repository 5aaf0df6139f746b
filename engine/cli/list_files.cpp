// --list-files: which files a run would read, and why it would leave others alone.
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "render/render.hpp"
#include "run/files.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace factcheck {

FoundFiles chosen_files(const Options& options) {
    FileChoice choice = options.choice;
    choice.names = options.files;
    if (choice.names.empty() && choice.listed_in.empty() && !choice.stdin_name.empty()) choice.names.emplace_back("-");
    return find_files(choice);
}

bool names_files(const Options& options) {
    return !options.files.empty() || !options.choice.listed_in.empty() || !options.choice.stdin_name.empty();
}

int list_files(const Options& options) {
    const FoundFiles found = chosen_files(options);
    std::vector<std::pair<std::string, std::string>> lines;
    for (const FoundFile& file : found.files) {
        const bool renamed = file.path == "-" && !options.choice.stdin_name.empty();
        lines.emplace_back(renamed ? options.choice.stdin_name : file.path, file.path == "-" ? "read from standard input"
                                                                            : file.named     ? "read, named"
                                                                                             : "read, below a folder");
    }
    for (const ReportSkipped& skipped : found.skipped) lines.emplace_back(skipped.path, "left out, " + skipped.reason);
    std::sort(lines.begin(), lines.end());
    std::string out;
    for (const auto& [path, reason] : lines) out += visible(path) + ": " + visible(reason) + "\n";
    for (const std::string& error : found.errors) complain(error);
    if (write_stdout(out) == Written::failed) return exit_code::trouble;
    return found.errors.empty() ? exit_code::clean : exit_code::trouble;
}

}  // namespace factcheck
