// A document's report as bytes, for the cache: what one program writes, the same program reads.
#pragma once

#include "model/report.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace factcheck {

// Without path and id, which whoever asks knows.
[[nodiscard]] std::string stored(const ReportDocument& document);
// nullopt: these are not such bytes.
[[nodiscard]] std::optional<ReportDocument> restored(std::string_view bytes);

}  // namespace factcheck
