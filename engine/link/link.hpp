// mentions -> claims: the sentence's mentions and the packs' terms put together, slots filled from clause, sentence and
// earlier sentences, each with where it came from.
#pragma once

#include "lexicon/terms.hpp"
#include "link/names.hpp"
#include "model/claim.hpp"
#include "model/mention.hpp"
#include "model/text.hpp"

#include <span>
#include <vector>

namespace factcheck {

struct LinkContext {
    const Terms& terms;
    const Names& names;
};

// Ascending by place. Claims that name no measure and no event of the packs are left out, dates with a weekday excepted.
[[nodiscard]] std::vector<Claim> link(const Text& text, std::span<const Mention> mentions, const LinkContext& context);

}  // namespace factcheck
