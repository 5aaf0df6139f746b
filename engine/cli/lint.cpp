// `factcheck lint`: what can be known of a pack without a text.
#include "author/lint.hpp"

#include "author/faults.hpp"
#include "check.hpp"
#include "cli/author.hpp"
#include "cli/terminal.hpp"
#include "render/summary.hpp"

#include <algorithm>

namespace factcheck {
namespace {

std::size_t count(const Diagnostics& found, Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(found.begin(), found.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

std::string counts(const Diagnostics& found) {
    return counted(count(found, Severity::error), "error") + ", " + counted(count(found, Severity::warning), "warning") + ", " +
           counted(count(found, Severity::info), "hint") + "\n";
}

int report(const Diagnostics& found, const Options& options) {
    const bool broken = count(found, Severity::error) > 0;
    const int code = broken ? exit_code::trouble : count(found, Severity::warning) > 0 ? exit_code::findings : exit_code::clean;
    if (options.format == Format::json) return printed(render_lint_json(found), code);
    return printed(render_lint(found) + (options.quiet ? "" : counts(found)), code);
}

}  // namespace

int lint_command(const Options& options) {
    if (options.codes) return printed(fault_page());
    std::optional<PacksLoaded> packs = packs_of(options);
    if (!packs) return exit_code::trouble;
    if (!packs->loaded.engine) return report(packs->loaded.diagnostics, options);
    if (options.fix) {
        const Mended mended = mend_packs(packs->loaded.engine->state().loaded, packs->folders);
        for (const std::string& error : mended.errors) complain(error);
        if (!mended.errors.empty()) return exit_code::trouble;
        if (mended.faults > 0) write_stderr("mended: " + counted(mended.faults, "fault") + "\n");
        packs = packs_of(options);  // as they are now
        if (!packs || !packs->loaded.engine) return exit_code::trouble;
    }
    Diagnostics found = packs->loaded.diagnostics;  // of the loader: warnings
    const Diagnostics linted = lint_packs(packs->loaded.engine->state().loaded, packs->folders);
    found.insert(found.end(), linted.begin(), linted.end());
    return report(found, options);
}

}  // namespace factcheck
