// Ignores for texts that can hold no comments: article.txt has them in article.txt.factcheck.yaml.
#pragma once

#include "run/suppress.hpp"

#include <string>
#include <vector>

namespace factcheck {

// Those of the file beside a text; none without one. `error`: one sentence on what is wrong with it.
[[nodiscard]] std::vector<Ignore> sidecar_of(const std::string& text_path, std::string& error);

}  // namespace factcheck
