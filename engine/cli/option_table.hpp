// The table of commands and options, from which parsing, help, completions, man pages and the configuration's keys come.
#pragma once

#include "cli/options.hpp"

#include <span>
#include <string>
#include <string_view>

namespace factcheck {

struct CommandRow {
    Command command;
    std::string_view name;
    std::string_view operands;
    std::string_view about;
};

// Each setter takes one value and says in one sentence what is wrong with it; empty: nothing.
using Setter = std::string (*)(Options&, const std::string&);

struct OptionRow {
    unsigned commands;       // bits by Command
    std::string_view names;  // as they are written, long one last
    std::string_view value;  // what the help calls the value; empty: a switch
    std::string_view about;  // empty: not in the help
    Setter set;
};

[[nodiscard]] constexpr unsigned bit(Command command) { return 1U << static_cast<unsigned>(command); }
[[nodiscard]] std::span<const CommandRow> command_rows();
[[nodiscard]] std::span<const OptionRow> option_rows();
[[nodiscard]] std::string_view long_name(const OptionRow& row);  // --fail-on

}  // namespace factcheck
