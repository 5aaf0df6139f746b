// text -> mentions: what the grammar saw, ascending, none overlapping another, none past its sentence.
#pragma once

#include "model/mention.hpp"
#include "model/text.hpp"
#include "model/work.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// Up to limits::mentions; the rest of a text that has more is not read.
[[nodiscard]] std::vector<Mention> extract(const Text& text, Work& work);
void extract(const Text& text, Work& work, std::vector<Mention>& out);  // appends

// One piece of text without sentences of its own; spans start at `offset`. The unit that tests and fuzzers call.
void extract_sentence(std::string_view reading, Span sentence, std::vector<Mention>& out, Work& work);

[[nodiscard]] std::string_view name_of(MentionKind kind);
[[nodiscard]] std::string_view name_of(Hedge hedge);  // the extraction contract's six words

}  // namespace factcheck
