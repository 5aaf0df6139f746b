// What the commands for rule authors share.
#pragma once

#include "cli/commands.hpp"

#include <optional>
#include <string>
#include <vector>

namespace factcheck {

// The packs of --rules, or those that are used without it, loaded; nothing where that fails, which is said on standard error.
[[nodiscard]] std::optional<Engine> engine_of(const Options& options);
// The same of packs that are operands (and of --rules, where the packs that they use lie).
struct PacksLoaded {
    std::vector<std::string> folders;  // of the operands
    std::vector<std::string> loads;    // these and those of --rules
    Loaded loaded;
};
[[nodiscard]] std::optional<PacksLoaded> packs_of(const Options& options);

// The exit code after writing to standard output.
[[nodiscard]] int printed(const std::string& text, int otherwise = exit_code::clean);

}  // namespace factcheck
