// Statistics told in general words, checked without a rule for each: sentence by sentence, topic, country, years, what is said,
// and the figures. Runs only where packs have topics whose series are loaded.
#pragma once

#include "link/link.hpp"
#include "model/report.hpp"
#include "statistics/index.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace factcheck::statistics {

struct StatisticsContext {
    const Text& text;
    const LinkContext link;
    const Index& index;
    const Reference& reference;
    std::span<const Pack> packs;
    std::optional<Day> as_of;
};

// The rules that are the program's own; reports name them after the pack whose topic was spoken of: "world/trend".
struct GeneralRule {
    std::string_view id;
    std::string_view about;
};
[[nodiscard]] std::span<const GeneralRule> general_rules();

// One entry a predicate of a sentence, in the order of the text.
[[nodiscard]] std::vector<ReportClaim> check(const StatisticsContext& context, std::span<const Mention> mentions);

}  // namespace factcheck::statistics
