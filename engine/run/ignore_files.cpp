#include "run/ignore_files.hpp"

#include "run/files.hpp"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t ignore_file_bytes = 1U << 20U;  // what stands behind it is not read

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

bool is_below(const fs::path& path, const fs::path& folder) {
    const std::string above = folder == folder.root_path() ? folder.string() : folder.string() + "/";
    return path == folder || path.string().starts_with(above);
}

// The folder that holds .git, at `folder` or above.
std::optional<fs::path> repository_of(fs::path folder) {
    while (true) {
        if (is_there(folder / ".git")) return folder;
        if (folder == folder.parent_path()) return std::nullopt;
        folder = folder.parent_path();
    }
}

// Spaces at the end do not count, unless a backslash keeps them.
std::string_view without_end(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
    return line;
}

}  // namespace

Patterns::Patterns(std::string shown, fs::path root, std::string text)
    : shown_(std::move(shown)), root_(std::move(root)), text_(std::make_shared<const std::string>(std::move(text))) {
    std::string_view rest = *text_;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = without_end(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty() || line.starts_with('#')) continue;
        const bool keeps = line.starts_with('!');
        lines_.push_back({number, keeps, Glob(line.substr(keeps ? 1 : 0))});
    }
}

const Patterns::Line* Patterns::deciding(const fs::path& absolute, bool is_folder) const {
    if (absolute == root_ || !is_below(absolute, root_)) return nullptr;
    const std::string path = absolute.string();
    const std::string_view below = std::string_view(path).substr(root_ == root_.root_path() ? 1 : root_.string().size() + 1);
    for (auto line = lines_.rbegin(); line != lines_.rend(); ++line)
        if (line->glob.matches(below, is_folder)) return &*line;
    return nullptr;
}

bool Patterns::name(const fs::path& absolute) const {
    bool is_folder = false;
    for (fs::path each = absolute; each != each.parent_path() && each != root_; each = each.parent_path()) {
        if (const Line* line = deciding(each, is_folder); line != nullptr) return !line->keeps;
        is_folder = true;
    }
    return false;
}

void IgnoreFiles::add(const fs::path& file, std::string shown, const fs::path& root) {
    if (!is_there(file)) return;
    InputFile input(file.string());
    std::string text;
    input.read_up_to(text, ignore_file_bytes);
    files_.push_back(std::make_shared<const Patterns>(std::move(shown), root, std::move(text)));
}

void IgnoreFiles::enter(const fs::path& folder, const fs::path& absolute) {
    in_repository_ = in_repository_ || is_there(absolute / ".git");
    for (const char* name : {".gitignore", ".factcheckignore"})
        if (in_repository_ || name != std::string_view(".gitignore")) add(absolute / name, (folder / name).string(), absolute);
}

IgnoreFiles IgnoreFiles::above(const fs::path& absolute) {
    IgnoreFiles out;
    std::error_code error;
    const fs::path here = fs::current_path(error);
    const std::optional<fs::path> top = repository_of(absolute);
    out.in_repository_ = top.has_value();
    if (top) out.add(*top / ".git/info/exclude", (*top / ".git/info/exclude").string(), *top);
    const fs::path first = top ? *top : is_below(absolute, here) ? here : absolute;
    std::vector<fs::path> folders;
    for (fs::path folder = absolute; folder != first && folder != folder.parent_path();) {
        folder = folder.parent_path();
        folders.push_back(folder);
    }
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder)
        out.enter(fs::relative(*folder, here, error), *folder);
    return out;
}

std::string IgnoreFiles::reason(const fs::path& absolute, bool is_folder) const {
    for (auto file = files_.rbegin(); file != files_.rend(); ++file) {
        const Patterns::Line* line = (*file)->deciding(absolute, is_folder);
        if (line == nullptr) continue;
        const std::string& shown = (*file)->shown();
        return line->keeps ? ""
                           : "ignored by " + shown.substr(shown.starts_with("./") ? 2 : 0) + ":" + std::to_string(line->number);
    }
    return {};
}

std::string IgnoreFiles::reason_for(const fs::path& path) {
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error).lexically_normal();
    std::vector<fs::path> above;
    for (fs::path each = absolute; each != each.parent_path(); each = each.parent_path()) above.push_back(each);
    for (auto each = above.rbegin(); each != above.rend(); ++each) {
        const std::string reason = IgnoreFiles::above(*each).reason(*each, fs::is_directory(*each, error));
        if (!reason.empty()) return reason;
    }
    return {};
}

}  // namespace factcheck
