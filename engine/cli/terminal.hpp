// What the program knows of the streams it writes to: colour, width, and whether all bytes arrived.
#pragma once

#include "cli/options.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace factcheck {

// The value of an environment variable; empty: unset.
using Environment = std::function<std::string(const char*)>;

// --color beats NO_COLOR beats FORCE_COLOR and CLICOLOR_FORCE beats CLICOLOR=0 beats TERM=dumb beats "is it a terminal".
[[nodiscard]] bool wants_colour(ColourChoice choice, const Environment& environment, bool is_terminal);

[[nodiscard]] std::string environment_of_process(const char* name);
[[nodiscard]] bool stdout_is_terminal();
// Columns of the terminal behind standard output; the report's default elsewhere, so that files do not depend on a window.
[[nodiscard]] std::size_t width_of_stdout(std::size_t otherwise);

// A closed descriptor would be given to the next file that is opened: bytes meant for the report would land in it.
void occupy_closed_streams();

enum class Written : std::uint8_t { all, nobody_reads, failed };

// Standard output: says on standard error why it could not be written; a reader that went away is no fault.
[[nodiscard]] Written write_stdout(std::string_view bytes);
void write_stderr(std::string_view bytes);
// "factcheck: what is wrong" with hostile bytes made visible.
void complain(std::string_view sentence);

}  // namespace factcheck
