// Which files the names of a command line stand for, and why others are left alone.
#include "run/documents.hpp"
#include "run/files.hpp"
#include "run/ignore_files.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view not_a_text = "not a text by its ending";
constexpr std::size_t list_bytes = 1U << 30U;

struct Folder {
    fs::path path;      // as it is shown
    fs::path absolute;  // without . and ..
    IgnoreFiles ignores;
};

class Finder {
public:
    explicit Finder(const FileChoice& choice) : choice_(choice) {
        std::error_code error;
        const fs::path root = fs::absolute(choice.globs_root.empty() ? "." : choice.globs_root, error).lexically_normal();
        if (!choice.globs.empty()) globs_.emplace("", root.has_filename() ? root : root.parent_path(), choice.globs);
    }

    void take(const std::string& name) {
        std::error_code error;
        if (name != "-" && fs::is_directory(name, error)) return walk(name);
        const std::string& shown = name == "-" && !choice_.stdin_name.empty() ? choice_.stdin_name : name;
        const std::string reason = choice_.force_exclude && shown != "-" ? why_excluded(shown) : "";
        if (reason.empty())
            found.files.push_back({name, true, name == "-" ? choice_.stdin_name : std::string()});
        else
            found.skipped.push_back({shown, reason});
    }

    FoundFiles found;

private:
    // What --include and --exclude say of a path.
    enum class Said : std::uint8_t { nothing, read, leave };
    [[nodiscard]] Said said_of(const fs::path& absolute, bool is_folder) const {
        const Patterns::Line* line = globs_ ? globs_->deciding(absolute, is_folder) : nullptr;
        if (line != nullptr) return line->keeps ? Said::read : Said::leave;
        return choice_.includes && !is_folder ? Said::leave : Said::nothing;
    }

    [[nodiscard]] std::string why_excluded(const std::string& name) const {
        std::error_code error;
        const fs::path absolute = fs::absolute(name, error).lexically_normal();
        const Said said = said_of(absolute, false);
        if (said == Said::read) return {};
        if (said == Said::leave) return "excluded";
        for (fs::path above = absolute.parent_path(); above != above.parent_path(); above = above.parent_path())
            if (said_of(above, true) == Said::leave) return "excluded";
        return choice_.ignore_files ? IgnoreFiles::reason_for(absolute) : std::string();
    }

    // Why a file met while walking is left alone; empty: it is a text.
    [[nodiscard]] std::string reason_to_skip(const fs::directory_entry& entry, const Folder& folder) const {
        const std::string name = entry.path().filename().string();
        std::error_code error;
        if (entry.is_symlink(error)) return "a symbolic link";
        const bool is_folder = entry.is_directory(error);
        if (!is_folder && !entry.is_regular_file(error)) return "not a file";
        const Said said = said_of(folder.absolute / name, is_folder);
        if (said == Said::leave) return "excluded";
        if (said == Said::read) return {};
        if (name.starts_with('.')) return "hidden";
        if (std::string reason = folder.ignores.reason(folder.absolute / name, is_folder); !reason.empty()) return reason;
        if (is_folder) return {};
        return may_hold_texts(name) ? "" : std::string(not_a_text);
    }

    void visit(Folder folder, std::vector<Folder>& folders) {
        if (choice_.ignore_files) folder.ignores.enter(folder.path, folder.absolute);
        std::error_code error;
        fs::directory_iterator entries(folder.path, error);
        for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
            const fs::path& path = entries->path();
            std::error_code unknown;
            if (const std::string reason = reason_to_skip(*entries, folder); !reason.empty())
                found.skipped.push_back({path.string(), reason});
            else if (entries->is_directory(unknown))
                folders.push_back({path, folder.absolute / path.filename(), folder.ignores});
            else
                found.files.push_back({path.string(), false});
        }
        if (error) found.errors.push_back(folder.path.string() + ": cannot list the folder: " + error.message());
    }

    void walk(const std::string& root) {
        const auto before = found.files.size() + found.errors.size();
        std::error_code error;
        fs::path absolute = fs::absolute(root, error).lexically_normal();
        if (!absolute.has_filename()) absolute = absolute.parent_path();
        std::vector<Folder> folders{{root, absolute, choice_.ignore_files ? IgnoreFiles::above(absolute) : IgnoreFiles()}};
        while (!folders.empty()) {
            Folder folder = std::move(folders.back());
            folders.pop_back();
            visit(std::move(folder), folders);
        }
        if (found.files.size() + found.errors.size() == before && !choice_.allow_empty)
            found.errors.push_back(root + ": no texts below this folder; " + what_now());
    }

    [[nodiscard]] std::string what_now() const {
        const auto by_ending = [](const ReportSkipped& each) { return each.reason == not_a_text; };
        const bool other_files = std::all_of(found.skipped.begin(), found.skipped.end(), by_ending);
        return other_files ? "their names end in .md, .txt, .html or .jsonl" : "--list-files says why files are left out";
    }

    const FileChoice& choice_;
    std::optional<Patterns> globs_;
};

// Names one a line, or with zero bytes between them as `find -print0` and `git ls-files -z` write them.
std::vector<std::string> listed_names(const std::string& path, std::vector<std::string>& errors) {
    InputFile file(path);
    std::string bytes;
    file.read_up_to(bytes, list_bytes);
    if (!file.error().empty()) errors.push_back(file.error());
    const char separator = bytes.find('\0') == std::string::npos ? '\n' : '\0';
    std::vector<std::string> names;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find(separator, at), bytes.size());
        std::string name = bytes.substr(at, end - at);
        if (separator == '\n' && name.ends_with('\r')) name.pop_back();
        if (!name.empty()) names.push_back(std::move(name));
        at = end + 1;
    }
    return names;
}

}  // namespace

FoundFiles find_files(const FileChoice& choice) {
    Finder finder(choice);
    FoundFiles& found = finder.found;
    for (const std::string& name : choice.names) finder.take(name);
    if (!choice.listed_in.empty())
        for (const std::string& name : listed_names(choice.listed_in, found.errors)) finder.take(name);
    // A file that is named and also met below a folder counts as named.
    std::sort(found.files.begin(), found.files.end(),
              [](const FoundFile& a, const FoundFile& b) { return std::pair(a.path, b.named) < std::pair(b.path, a.named); });
    const auto same = [](const FoundFile& a, const FoundFile& b) { return a.path == b.path; };
    found.files.erase(std::unique(found.files.begin(), found.files.end(), same), found.files.end());
    const auto by_path = [](const ReportSkipped& a, const ReportSkipped& b) { return a.path < b.path; };
    std::sort(found.skipped.begin(), found.skipped.end(), by_path);
    if (found.files.empty() && found.errors.empty() && !choice.allow_empty)
        found.errors.emplace_back("no texts: " +
                                  std::string(choice.listed_in.empty() ? "all that was named is excluded"
                                                                       : choice.listed_in + " names none that is not excluded") +
                                  "; --list-files says why, --allow-empty accepts it");
    return std::move(finder.found);
}

}  // namespace factcheck
