// SDMX-JSON 1.0 and 2.0, and the drafts before them: observations whose dimensions are positions in lists of codes.
#pragma once

#include "reference/json.hpp"
#include "reference/readers.hpp"

namespace factcheck {

[[nodiscard]] bool is_sdmx_json(const JsonValue& root);
// A table as SDMX-CSV would have it: code lists become `_label` columns of the areas and the label of the series.
void read_sdmx_json(const SourceFile& file, const JsonValue& root, TableSink& sink);

}  // namespace factcheck
