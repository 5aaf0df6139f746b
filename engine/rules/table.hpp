// A vocabulary's entities as a table: one row each, which a spreadsheet writes and a program reads much faster than YAML.
#pragma once

#include "rules/yaml.hpp"

#include <string>

namespace factcheck {

// Columns: id, then any keys of an entity. Of several values in a cell each but the last ends in ";". "fiscal_starts" and
// "fiscal_named_by" are the keys of `fiscal`. The tree is that of the same entities in YAML, so that all that is checked there is
// checked here, at the cell. Faults go to `diagnostics`.
[[nodiscard]] YamlFile read_entity_table(std::string path, std::string bytes, Diagnostics& diagnostics);

}  // namespace factcheck
