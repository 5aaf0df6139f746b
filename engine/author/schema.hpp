// JSON Schemas of a pack's files, made from the table that the loader reads by (rules/keys.hpp), for editors and for checks that
// are not ours. A schema sees shapes and closed lists; names, units and expressions are the loader's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// "pack", "rules", "vocabulary", "tests", "datapackage".
[[nodiscard]] const std::vector<std::string_view>& schema_names();
// The schema as JSON; empty for another name.
[[nodiscard]] std::string schema_of(std::string_view name);
// docs/keys.md: every key with its shape, default and an example.
[[nodiscard]] std::string keys_page();

}  // namespace factcheck
