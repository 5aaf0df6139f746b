// `factcheck claims`: what was understood, before any rule.
#include "claims.hpp"

#include "cli/commands.hpp"
#include "cli/print_each.hpp"
#include "cli/terminal.hpp"
#include "render/claims.hpp"
#include "render/render.hpp"

namespace factcheck {

namespace {

std::optional<Engine> engine_of(const Options& options) {
    std::vector<std::string> errors;
    const std::vector<std::string> folders = folders_of(options.rules, errors);
    for (const std::string& error : errors) complain(error);
    if (!errors.empty()) return std::nullopt;
    Loaded loaded = load_quickly(folders);
    for (const Diagnostic& diagnostic : loaded.diagnostics) write_stderr(visible(to_string(diagnostic)) + "\n");
    return loaded.engine;
}

}  // namespace

int claims_command(const Options& options) {
    if (!names_files(options)) {
        complain("no files: name a text, a folder, or - for standard input; see factcheck claims --help");
        return exit_code::trouble;
    }
    const std::optional<Engine> engine = engine_of(options);
    if (!engine) return exit_code::trouble;
    return print_each(options, [&](const Text& text, std::string& out, const std::function<void()>&) {
        const ReportDocument claims = claims_of(engine->state(), text);
        out += options.format == Format::text ? render_claims_text(claims) : render_claims_jsonl(claims);
    });
}

}  // namespace factcheck
