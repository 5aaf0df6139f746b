// `factcheck extract`: what the grammar sees, before any rule.
#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace factcheck {

int extract_command(const Options&) {
    complain("extract is not built yet");
    return exit_code::trouble;
}

}  // namespace factcheck
