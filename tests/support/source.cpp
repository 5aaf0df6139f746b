#include "support/source.hpp"

namespace factcheck::testing {

std::string source(const std::string& name) { return FACTCHECK_SOURCE_DIR + name; }

}  // namespace factcheck::testing
