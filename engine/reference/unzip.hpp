// Archives -> their parts in memory, within limits: what is said in an archive's head is never believed.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace factcheck {

// Parts by name. `wrong` says in a sentence why there are none.
[[nodiscard]] std::map<std::string, std::string> unzip(std::string_view bytes, std::string& wrong);

}  // namespace factcheck
