// Where the source tree lies: tests read corpora, packs and pages there. Said in one file, so that no other is compiled anew for
// it.
#pragma once

#include <string>

namespace factcheck::testing {

// The path of `name` below the root of the tree: source("/tests/corpus/time.yaml").
[[nodiscard]] std::string source(const std::string& name = {});

}  // namespace factcheck::testing
