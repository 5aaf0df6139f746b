// text -> what the grammar saw, for people and machines: the part of the way that `factcheck extract` shows.
#pragma once

#include "model/report.hpp"
#include "model/text.hpp"

#include <vector>

namespace factcheck {

[[nodiscard]] std::vector<ReportMention> mentions_of(const Text& text);

}  // namespace factcheck
