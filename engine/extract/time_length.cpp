// Lengths of time without a number: "years of disengagement", "for decades".
#include "extract/time_point.hpp"

#include <array>

namespace factcheck::extracting {

namespace {

// "years of disengagement", "for decades": at least two of the unit.
struct vague_duration
    : p::seq<grammar::fresh, grammar::plural_time_unit, p::at<grammar::gap, grammar::any<"of", "after", "since">>> {};
struct long_duration : p::seq<grammar::any<"for", "over", "after">, grammar::gap, grammar::plural_time_unit,
                              p::not_at<p::sor<grammar::hyphen, p::seq<grammar::gap, grammar::any<"to">>>>> {};

constexpr auto before_length = grammar::word_list(std::to_array<std::string_view>(
    {"after", "and",  "by",    "despite", "during", "following", "for",   "from",   "in",   "into",    "through",
     "of",    "over", "spent", "until",   "with",   "amid",      "ended", "ending", "took", "several", "many"}));

}  // namespace

std::optional<Mention> vague_length(const Reader& reader, std::size_t at) {
    std::size_t begin = at;
    TimeDraft draft;
    std::size_t end = read_at<vague_duration, time_action>(reader, at, draft);
    if (end == nowhere) {
        end = read_at<long_duration, time_action>(reader, at, draft);
        if (end == nowhere) return std::nullopt;
        begin = word_after(reader, word_after(reader, at).end).begin;
    } else if (const std::string_view before = reader.words(word_before(reader, at));
               !before.empty() && !before_length.has(before)) {
        return std::nullopt;
    }
    Mention out;
    out.kind = MentionKind::duration;
    out.span = out.core = {begin, end};
    out.time.kind = TimeKind::duration;
    out.time.grain = draft.time.grain;
    out.time.count = out.time.count_high = 2;
    out.time.vague = true;
    constexpr std::array<std::string_view, 8> codes{"d", "wk", "mo", "mo", "mo", "a", "10.a", "100.a"};
    out.unit = {Dimension::time, codes[static_cast<std::size_t>(draft.time.grain)]};
    out.unit_words = out.span;
    out.number.value = {2, 0};
    out.number.sort = Sort::vague;
    out.number.in_words = true;
    return out;
}

}  // namespace factcheck::extracting
