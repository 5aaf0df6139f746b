// `factcheck mutate`: how much of a pack its tests hold.
#include "author/mutate.hpp"

#include "cli/author.hpp"
#include "cli/terminal.hpp"
#include "render/render.hpp"

#include <algorithm>

namespace factcheck {

int mutate_command(const Options& options) {
    const std::optional<PacksLoaded> packs = packs_of(options);
    if (!packs) return exit_code::trouble;
    for (const Diagnostic& diagnostic : packs->loaded.diagnostics) write_stderr(visible(to_string(diagnostic)) + "\n");
    if (!packs->loaded.engine) return exit_code::trouble;
    const MutationRun run = mutate_packs(packs->loads, packs->folders, options.filter);
    for (const std::string& error : run.errors) complain(error);
    const bool low = std::any_of(run.packs.begin(), run.packs.end(), [&](const MutationScore& score) {
        return score.killed() * 100 < score.mutants.size() * static_cast<std::size_t>(options.least);
    });
    const int code = !run.errors.empty() ? exit_code::trouble : low ? exit_code::findings : exit_code::clean;
    return printed(options.format == Format::json ? render_mutants_json(run) : render_mutants(run, options.quiet), code);
}

}  // namespace factcheck
