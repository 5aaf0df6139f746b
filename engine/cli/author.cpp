#include "cli/author.hpp"

#include "cli/terminal.hpp"
#include "render/render.hpp"

namespace factcheck {
namespace {

bool complained(const std::vector<std::string>& errors) {
    for (const std::string& error : errors) complain(error);
    return !errors.empty();
}

void say(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) write_stderr(visible(to_string(diagnostic)) + "\n");
}

}  // namespace

std::optional<Engine> engine_of(const Options& options) {
    std::vector<std::string> errors;
    const bool named = !options.rules.empty();
    const std::vector<std::string> folders =
        folders_of(named ? options.rules : std::vector<std::string>{"consistency,calendar"}, errors);
    if (!named && !errors.empty()) errors = {"no rules: pass --rules with the folder of a pack"};
    if (complained(errors)) return std::nullopt;
    Loaded loaded = load(folders, false);
    say(loaded.diagnostics);
    return loaded.engine;
}

std::optional<PacksLoaded> packs_of(const Options& options) {
    PacksLoaded out;
    std::vector<std::string> errors;
    if (options.files.empty()) errors.emplace_back("no packs: name the folder of a pack; see --help");
    out.folders = folders_of(options.files, errors);
    out.loads = folders_of(options.rules, errors);
    out.loads.insert(out.loads.end(), out.folders.begin(), out.folders.end());
    if (complained(errors)) return std::nullopt;
    out.loaded = load(out.loads, false);
    return out;
}

int printed(const std::string& text, int otherwise) {
    return write_stdout(text) == Written::failed ? exit_code::trouble : otherwise;
}

}  // namespace factcheck
