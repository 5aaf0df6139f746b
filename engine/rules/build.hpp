// Which build of the program runs: what is kept for the next run must not outlive the code that made it.
#pragma once

#include <string>

namespace factcheck {

// The build id that the linker gave to the program, else size and time of its file. The same for as long as the program runs.
[[nodiscard]] const std::string& program_build();

}  // namespace factcheck
