// What the words of a mention allow: the set C of docs/semantics.md, section "Sets of values".
#pragma once

#include "model/mention.hpp"
#include "model/quantity.hpp"

namespace factcheck {

[[nodiscard]] Stated stated_of(const Mention& mention);

}  // namespace factcheck
