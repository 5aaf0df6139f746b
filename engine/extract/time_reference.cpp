// "Now", "recently", "soon": no place on the calendar; "every year", "daily": many.
#include "extract/time_point.hpp"

#include "grammar/recurring.hpp"

namespace factcheck::extracting {

template <>
struct time_action<grammar::recurring_unit> : keep_grain {};
template <>
struct time_action<grammar::recurring_other> {
    static void apply0(TimeDraft& draft) { draft.nth = 2; }
};
template <>
struct time_action<grammar::recurring_hours> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const std::string_view unit = words.substr(words.find_last_of(" \n-") + 1);
        const auto* row = grammar::find_word(grammar::length_units, unit);
        const auto count = draft.time.count == 0 ? 1 : std::min(draft.time.count, 1000);
        draft.time.further[0] = {static_cast<std::int16_t>(count), static_cast<LengthUnit>(row->value)};
    }
};
// "every night"
template <>
struct time_action<grammar::recurring_part> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.time.clock.part = static_cast<DayPart>(grammar::find_word(grammar::day_parts, in.string_view())->value);
    }
};
template <>
struct time_action<grammar::often> {
    static void apply0(TimeDraft& draft) { draft.time.count = 0; }
};
template <>
struct time_action<grammar::recurring_weekdays> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        std::string_view words = in.string_view();
        words.remove_suffix(1);
        draft.fields().weekday = static_cast<std::uint8_t>(grammar::find_word(grammar::weekdays, words)->value);
    }
};
template <>
struct time_action<grammar::recurring_adverb> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        switch (grammar::to_lower(in.string_view().front())) {
            case 'd': draft.time.grain = Grain::day; break;
            case 'w': draft.time.grain = Grain::week; break;
            case 'f': draft.time.grain = Grain::week, draft.nth = 2; break;
            case 'm': draft.time.grain = Grain::month; break;
            case 'q': draft.time.grain = Grain::quarter; break;
            default: draft.time.grain = Grain::year;
        }
    }
};

namespace {

bool capital(char c) { return c >= 'A' && c <= 'Z'; }

// "now that he has left", "the past president", "future now": words that order sentences or qualify nouns.
bool is_no_reference(const Reader& reader, std::size_t at, std::size_t end) {
    const std::string_view words = reader.words({at, end});
    const std::string_view after = reader.words(word_after(reader, end));
    const std::string_view before = reader.words(word_before(reader, at));
    if (capital(words.front()) && at != reader.begin && reader.before(at) != '"') return true;  // "NOW", "the Future group"
    if (is_word(words, "now")) return is_word(after, "that");
    if (is_word(words, "recently")) return is_word(before, "as") || is_word(before, "more");

    // "the past" qualifies what follows: it stands alone before a mark, a preposition, a verb.
    if (words.size() >= 8 && is_word(words.substr(words.size() - 8), "the past"))
        return (after.empty() && grammar::is_digit(reader.at(end + 1))) ||  // "the past 20 days"
               (!after.empty() &&
                !grammar::word_list(std::to_array<std::string_view>({"and",  "but", "as",  "for", "when", "that", "because",
                                                                     "been", "is",  "was", "has", "have", "had",  "to",
                                                                     "with", "by",  "in",  "on",  "it",   "they", "he"}))
                     .has(after));
    if (is_word(words, "the future")) return is_word(after, "of") || (!after.empty() && after.size() > 4 && after.back() == 's');
    if (is_word(words, "soon")) return is_word(before, "as") || is_word(before, "too") || is_word(after, "as");
    if (is_word(words, "to date"))
        return is_word(before, "up") || grammar::is_digit(reader.at(end + 1)) || is_word(before, "year") ||
               is_word(after, "from") || is_word(after, "back");
    return false;
}

struct ReferenceDraft : Draft {
    int count = 0;
};
template <typename Rule>
struct reference_action : p::nothing<Rule> {};
template <>
struct reference_action<grammar::past_reference> {
    static void apply0(ReferenceDraft& draft) { draft.count = -1; }
};
template <>
struct reference_action<grammar::present_reference> {
    static void apply0(ReferenceDraft& draft) { draft.count = 0; }
};
template <>
struct reference_action<grammar::future_reference> {
    static void apply0(ReferenceDraft& draft) { draft.count = 1; }
};

}  // namespace

std::optional<Mention> reference_at(const Reader& reader, std::size_t at) {
    ReferenceDraft draft;
    const std::size_t end = read_at<grammar::reference, reference_action>(reader, at, draft);
    if (end == nowhere || is_no_reference(reader, at, end)) return std::nullopt;
    TimeExpression time;
    time.kind = TimeKind::reference;
    time.count = draft.count;
    Mention out = time_mention(time, at, end);
    out.kind = MentionKind::date;
    return out;
}

std::optional<Mention> recurring_at(const Reader& reader, std::size_t at) {
    TimeDraft draft;
    const std::size_t end = read_at<grammar::recurring, time_action>(reader, at, draft);
    if (end == nowhere) return std::nullopt;
    // "The Daily Telegraph", "USA Weekly".
    const bool weekdays = draft.fields().weekday != 0;
    if (capital(reader.at(at)) && at != reader.begin && !weekdays && reader.before(at) != '"') return std::nullopt;
    TimeExpression time;
    time.kind = TimeKind::recurring;
    time.grain = draft.time.grain;
    time.further = draft.time.further;
    time.clock = draft.time.clock;
    time.count = draft.time.count != 0 ? draft.time.count : draft.nth != 0 ? draft.nth : 1;
    if (draft.fields().weekday != 0 || draft.fields().season != 0 || draft.fields().weekend) time.start = draft.fields();
    Mention out = time_mention(time, at, end);
    out.kind = MentionKind::quantifier;  // it counts times, and is none
    return out;
}

}  // namespace factcheck::extracting
