// From argv to an exit code: everything that main does.
#pragma once

namespace factcheck {

int run_program(int argc, char** argv);

}  // namespace factcheck
