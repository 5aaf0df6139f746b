// Work counter: rule attempts and bytes visited. Growth is asserted on it, because wall time is noise.
#pragma once

#include <cstdint>

namespace factcheck {

struct Work {
    std::uint64_t attempts = 0;  // grammar rules and rule conditions tried
    std::uint64_t bytes = 0;     // bytes looked at
    friend bool operator==(const Work&, const Work&) = default;
};

}  // namespace factcheck
