#include "cli/main.hpp"

#include "cli/commands.hpp"
#include "cli/settings.hpp"
#include "cli/terminal.hpp"
#include "reference/store.hpp"
#include "render/render.hpp"
#include "run/jobs.hpp"
#include "run/pack_folders.hpp"
#include "run/pack_images.hpp"

#include <csignal>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <system_error>
#include <vector>

namespace factcheck {
namespace {

// Those that read texts: what a project says of its texts holds for all of them.
bool takes_settings(const Options& options) {
    if (options.help || options.version || options.limits) return false;
    return options.command == Command::check || options.command == Command::extract || options.command == Command::claims ||
           options.command == Command::fix;
}

int dispatch(const std::vector<std::string>& arguments) {
    Parsed parsed = parse_options(arguments);
    if (takes_settings(parsed.options) && parsed.error.empty()) {
        const Settings settings = read_settings(parsed.options, environment_of_process);
        for (const std::string& error : settings.errors) write_stderr(visible(error) + "\n");
        if (!settings.errors.empty()) return exit_code::trouble;
        parsed = parse_options(arguments, settings.layers);
        parsed.options.overrides = settings.overrides;
    }
    const auto& [options, given, error] = parsed;
    if (options.help) return write_stdout(help_of(options.command)) == Written::failed ? exit_code::trouble : exit_code::clean;
    if (!error.empty()) {
        complain(error);
        return exit_code::trouble;
    }
    if (options.version) return version_command(options);
    if (options.limits) return limits_command();
    if (options.list_files && names_files(options)) return list_files(options);
    switch (options.command) {
        case Command::check: return check_command(options);
        case Command::extract: return extract_command(options);
        case Command::claims: return claims_command(options);
        case Command::fix: return fix_command(options);
        case Command::merge: return merge_command(options);
        case Command::completions: return completions_command(options);
        case Command::config: return config_command(options);
        case Command::test: return test_command(options);
        case Command::data: return data_command(options);
        case Command::explain: return explain_command(options);
        case Command::coverage: return coverage_command(options);
        case Command::lint: return lint_command(options);
        case Command::mutate: return mutate_command(options);
        case Command::init: return init_command(options);
        case Command::schema: return schema_command(options);
        case Command::rules: return rules_command(options);
        case Command::series: return series_command(options);
    }
    return exit_code::trouble;
}

// Packs lie where `cmake --install` puts them, seen from the program.
std::string installed_packs() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::string() : (program.parent_path().parent_path() / FACTCHECK_PACKS).string();
}

}  // namespace

std::size_t threads_of(const Options& options) { return options.jobs == 0 ? usable_processors() : options.jobs; }

std::vector<std::string> folders_of(const std::vector<std::string>& values, std::vector<std::string>& errors) {
    const PackFolders found = pack_folders(values, pack_places(environment_of_process("FACTCHECK_PATH"), installed_packs()));
    errors.insert(errors.end(), found.errors.begin(), found.errors.end());
    return found.folders;
}

Loaded load_quickly(const std::vector<std::string>& folders) {
    return load_with_images(folders, image_folder(environment_of_process("FACTCHECK_PACK_CACHE"),
                                                  environment_of_process("XDG_CACHE_HOME"), environment_of_process("HOME")));
}

int run_program(int argc, char** argv) {
    occupy_closed_streams();
    std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is seen when writing
    std::signal(SIGXFSZ, SIG_IGN);  // so is a file that may not grow
    try {
        return dispatch({argv + 1, argv + argc});
    } catch (const std::bad_alloc&) {
        write_stderr("factcheck: out of memory; check fewer or smaller files at a time\n");
    } catch (const StoreFault& fault) {
        complain(fault.what());
    } catch (const std::exception& error) {
        complain("stopped by a fault of its own: " + std::string(error.what()));
    }
    return exit_code::trouble;
}

}  // namespace factcheck
