// text -> what the grammar saw, for people and machines: the part of the way that `factcheck extract` shows.
#pragma once

#include "link/time.hpp"
#include "model/mention.hpp"
#include "model/report.hpp"
#include "model/text.hpp"

#include <functional>
#include <vector>

namespace factcheck {

// A time that others may count from, and the tense that it was told in.
struct NamedTime {
    const Mention* mention = nullptr;
    Tense tense = Tense::unknown;
};

// What one text after another is read into, so that a corpus needs no more memory than its largest text.
struct MentionRoom {
    std::vector<Mention> mentions;
    std::vector<NamedTime> unresolved;
    ReportMention report;
};

using MentionSink = std::function<void(const ReportMention&)>;

// The mentions of a text by their place; the sink's argument is the room's own and changes with the next.
void each_mention(const Text& text, MentionRoom& room, const MentionSink& sink);
[[nodiscard]] std::vector<ReportMention> mentions_of(const Text& text);

}  // namespace factcheck
