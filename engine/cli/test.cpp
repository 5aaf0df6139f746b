// `factcheck test`: the tests of packs, for those who write rules.
#include "author/test.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "render/render.hpp"
#include "render/summary.hpp"
#include "run/atomic_write.hpp"

namespace factcheck {
namespace {

// Why nothing was tested; empty: something was. No test at all must not look like success.
std::string nothing_tested(const TestRun& run, const Options& options) {
    if (run.tests() > 0) return {};
    if (options.filter.empty()) return "no tests in these packs; give each rule some under tests:";
    return "no test of a rule whose pack/id holds \"" + options.filter + "\"";
}

int update(const TestRun& run) {
    const Updated updated = update_tests(run);
    for (const std::string& left : updated.left) complain(left);
    write_stderr("updated: " + counted(updated.tests, "test") + "\n");
    return updated.left.empty() ? exit_code::clean : exit_code::findings;
}

}  // namespace

int test_command(const Options& options) {
    std::vector<std::string> errors;
    if (options.files.empty()) errors.emplace_back("no packs: name the folder of a pack; see factcheck test --help");
    const std::vector<std::string> folders = folders_of(options.files, errors);
    std::vector<std::string> loads = folders_of(options.rules, errors);
    loads.insert(loads.end(), folders.begin(), folders.end());
    for (const std::string& error : errors) complain(error);
    if (!errors.empty()) return exit_code::trouble;

    const Loaded loaded = load(loads);
    for (const Diagnostic& diagnostic : loaded.diagnostics) write_stderr(visible(to_string(diagnostic)) + "\n");
    if (!loaded.engine) return exit_code::trouble;

    const TestRun run = run_rule_tests(*loaded.engine, folders, options.filter);
    if (const std::string nothing = nothing_tested(run, options); !nothing.empty()) {
        complain(nothing);
        return exit_code::trouble;
    }
    if (!options.junit.empty())
        if (const std::string error = write_whole(options.junit, render_junit(run)); !error.empty()) {
            complain(error);
            return exit_code::trouble;
        }
    if (write_stdout(render_tests(run, options.quiet)) == Written::failed) return exit_code::trouble;
    if (options.update) return update(run);
    return run.count(TestResult::Status::failed) == 0 ? exit_code::clean : exit_code::findings;
}

}  // namespace factcheck
