// A table of figures -> a pack that holds texts to it, with tests that were tried on it.
#pragma once

#include "author/init.hpp"

#include <string>

namespace factcheck {

[[nodiscard]] NewPack pack_of_sheet(const InitOptions& options, const std::string& name);

}  // namespace factcheck
