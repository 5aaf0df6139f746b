// Faults as compilers print them, so that editors can jump to the place.
#include "model/diagnostic.hpp"

namespace factcheck {

std::string to_string(const Diagnostic& diagnostic) {
    std::string out = diagnostic.place.file;
    if (diagnostic.place.line > 0) {
        out += ":" + std::to_string(diagnostic.place.line);
        if (diagnostic.place.column > 0) out += ":" + std::to_string(diagnostic.place.column);
    }
    if (!out.empty()) out += ": ";
    return out + std::string(name_of(diagnostic.severity)) + ": " + diagnostic.message;
}

}  // namespace factcheck
