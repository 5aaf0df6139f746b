// Settings from outside the command line: FACTCHECK_ variables and .factcheck.yaml, whose keys are the names of options.
#pragma once

#include "cli/options.hpp"
#include "cli/terminal.hpp"

#include <string>
#include <vector>

namespace factcheck {

struct Settings {
    std::vector<std::vector<Given>> layers;  // the strongest first: variables, the file, what it extends
    std::vector<PathOverride> overrides;     // the last that names a path decides
    std::vector<std::string> files;          // that were read
    std::vector<std::string> errors;         // one sentence each, at file:line:column
};

// The file is `asked.config`, or .factcheck.yaml here or in the nearest folder above that has one, or else the user's own
// ($XDG_CONFIG_HOME/factcheck/config.yaml). Two files are never mixed, unless one says `extends:`.
[[nodiscard]] Settings read_settings(const Options& asked, const Environment& environment);

}  // namespace factcheck
