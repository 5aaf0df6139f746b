#include "author/lint.hpp"

#include "author/faults.hpp"
#include "model/limits.hpp"
#include "model/utf8.hpp"
#include "render/render.hpp"
#include "rules/files.hpp"
#include "run/atomic_write.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

// One way of writing a folder, with or without a slash at its end.
fs::path real(const std::string& folder) {
    std::error_code error;
    const fs::path path = fs::weakly_canonical(folder, error);
    return path.has_filename() ? path : path.parent_path();
}

Tidied tidied_file(const Pack& pack, const std::string& name) {
    const FileBytes read = read_inside(pack.folder, name, limits::rule_file_bytes);
    if (!read.bytes) return {};
    return tidied((fs::path(pack.folder) / name).lexically_normal().string(), *read.bytes);
}

void lint_text(Linting& lint) {
    for (const std::string& name : lint.pack.files) {
        Tidied file = tidied_file(lint.pack, name);
        std::move(file.found.begin(), file.found.end(), std::back_inserter(lint.found));
    }
}

}  // namespace

bool is_at_or_below(const std::string& folder, const std::vector<std::string>& roots) {
    const fs::path path = real(folder);
    return std::any_of(roots.begin(), roots.end(), [&](const std::string& name) {
        const fs::path root = real(name);
        return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
    });
}

void lint_found(Linting& lint, std::string_view code, const Place& place, std::string message) {
    lint.found.push_back({place, fault_row(code)->severity, std::move(message), std::string(code)});
}

Diagnostics lint_packs(const LoadedPacks& loaded, const std::vector<std::string>& folders) {
    Diagnostics found;
    for (const Pack& pack : loaded.packs) {
        if (!is_at_or_below(pack.folder, folders)) continue;
        Linting lint{loaded, pack, found};
        lint_rules(lint);
        lint_words(lint);
        lint_data(lint);
        lint_text(lint);
    }
    std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.place < b.place; });
    return found;
}

Mended mend_packs(const LoadedPacks& loaded, const std::vector<std::string>& folders) {
    Mended out;
    for (const Pack& pack : loaded.packs) {
        if (!is_at_or_below(pack.folder, folders)) continue;
        for (const std::string& name : pack.files) {
            const Tidied file = tidied_file(pack, name);
            if (file.found.empty()) continue;
            const std::string error = write_whole(fs::path(pack.folder) / name, file.bytes);
            if (error.empty())
                out.faults += file.found.size();
            else
                out.errors.push_back(error);
        }
    }
    return out;
}

std::string render_lint(const Diagnostics& found) {
    std::string out;
    for (const Diagnostic& diagnostic : found)
        out += visible(to_string(diagnostic)) + "  [" + (diagnostic.code.empty() ? "pack" : diagnostic.code) + "]\n";
    return out;
}

std::string render_lint_json(const Diagnostics& found) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Diagnostic& d : found) {
        nlohmann::ordered_json one;
        one["code"] = d.code;
        one["level"] = name_of(d.severity);
        one["file"] = d.place.file;
        if (d.place.line > 0) {
            one["line"] = d.place.line;
            one["column"] = d.place.column;
        }
        one["message"] = d.message;
        list.push_back(std::move(one));
    }
    nlohmann::ordered_json root;
    root["schema"] = 1;
    root["found"] = std::move(list);
    return root.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace factcheck
