// `factcheck config show`: the settings in force, and where each comes from.
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "cli/settings.hpp"
#include "cli/terminal.hpp"
#include "render/render.hpp"

namespace factcheck {

int config_command(const Options& options) {
    if (options.files != std::vector<std::string>{"show"}) {
        complain("config knows one thing: factcheck config show");
        return exit_code::trouble;
    }
    Options asked = options;
    asked.command = Command::check;
    const Settings settings = read_settings(asked, environment_of_process);
    const Parsed parsed = parse_options({"check"}, settings.layers);
    std::string out;
    for (const Given& given : parsed.given) {
        const std::string name(long_name(*given.row).substr(2));
        out += name + ": " + visible(given.row->value.empty() ? "true" : given.value) + "  # " + visible(given.from) + "\n";
    }
    for (const PathOverride& each : settings.overrides) {
        std::string files = each.files;
        files.pop_back();
        for (std::size_t at = 0; (at = files.find('\n', at)) != std::string::npos;) files.replace(at, 1, ", ");
        out += "# for " + visible(files) + ":";
        if (!each.date.empty()) out += " date " + each.date;
        if (!each.as_of.empty()) out += " as-of " + each.as_of;
        for (const std::string& rule : each.ignored_rules) out += " ignore " + visible(rule);
        out += "\n";
    }
    if (out.empty()) out = "# nothing is set: neither a .factcheck.yaml here or above, nor a FACTCHECK_ variable\n";
    if (write_stdout(out) == Written::failed) return exit_code::trouble;
    for (const std::string& error : settings.errors) complain(error);
    if (!parsed.error.empty()) complain(parsed.error);
    return settings.errors.empty() && parsed.error.empty() ? exit_code::clean : exit_code::trouble;
}

}  // namespace factcheck
