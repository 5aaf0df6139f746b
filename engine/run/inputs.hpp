// What a command line says about how files are read.
#pragma once

#include <string>

namespace factcheck {

struct InputOptions {
    std::string format;  // by name, as read/formats.hpp has them; empty: by the file's ending, else by its content
};

}  // namespace factcheck
