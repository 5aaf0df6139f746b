// Times of day, and the days they stand beside: "8 p.m. Friday", "March 5 at 10:30", "Friday morning", "last night".
#include "extract/time_point.hpp"

#include "grammar/clock.hpp"

namespace factcheck::extracting {

namespace {

struct ClockDraft : Draft {
    TimeOfDay clock;
};
template <typename Rule>
struct clock_action : p::nothing<Rule> {};

template <std::int8_t TimeOfDay::*field, int limit>
struct keep_figure {
    template <typename Input>
    static bool apply(const Input& in, ClockDraft& draft) {
        const int value = figure(in.string_view());
        draft.clock.*field = static_cast<std::int8_t>(value);
        return value <= limit;
    }
};
template <>
struct clock_action<grammar::clock_hour> : keep_figure<&TimeOfDay::hour, 24> {};
template <>
struct clock_action<grammar::clock_minute> : keep_figure<&TimeOfDay::minute, 59> {};
template <>
struct clock_action<grammar::clock_second> : keep_figure<&TimeOfDay::second, 59> {};
template <>
struct clock_action<grammar::before_noon> {
    static bool apply0(ClockDraft& draft) {
        if (draft.clock.hour == 12) draft.clock.hour = 0;
        return draft.clock.hour < 12;
    }
};
template <>
struct clock_action<grammar::after_noon> {
    static bool apply0(ClockDraft& draft) {
        if (draft.clock.hour < 12) draft.clock.hour = static_cast<std::int8_t>(draft.clock.hour + 12);
        return draft.clock.hour < 24;
    }
};
template <>
struct clock_action<grammar::of_the_clock> {
    static bool apply0(ClockDraft& draft) { return draft.clock.hour >= 1 && draft.clock.hour <= 12; }
};
template <>
struct clock_action<grammar::clock_of_four> {
    template <typename Input>
    static bool apply(const Input& in, ClockDraft& draft) {
        const int value = figure(in.string_view().substr(0, 4));
        draft.clock.hour = static_cast<std::int8_t>(value / 100);
        draft.clock.minute = static_cast<std::int8_t>(value % 100);
        return value <= 2400;
    }
};
template <>
struct clock_action<grammar::clock_words> {
    template <typename Input>
    static void apply(const Input& in, ClockDraft& draft) {
        const bool midnight = in.string_view().size() == 8;
        draft.clock.hour = midnight ? 24 : 12;
        draft.clock.minute = 0;
    }
};
template <>
struct clock_action<grammar::day_part_word> {
    template <typename Input>
    static void apply(const Input& in, ClockDraft& draft) {
        draft.clock.part = static_cast<DayPart>(grammar::find_word(grammar::day_parts, in.string_view())->value);
    }
};

// A whole hour is told to the minute: T20:00.
TimeOfDay told(TimeOfDay clock) {
    if (clock.hour >= 0 && clock.minute < 0) clock.minute = 0;
    return clock;
}

bool is_day(const Mention& mention) {
    const CalendarFields& f = mention.time.start;
    if (mention.time.part != Part::whole || mention.time.clock.hour >= 0) return false;
    if (mention.time.kind == TimeKind::calendar) return f.day != 0 || f.weekday != 0 || f.holiday != 0;
    return mention.time.kind == TimeKind::relative && mention.kind == MentionKind::date;
}

bool before_bare_clock(const Reader& reader, std::size_t at) {
    static constexpr auto due = grammar::word_list(std::to_array<std::string_view>(
        {"at", "by", "until", "till", "around", "before", "after", "from", "since", "about", "approximately", "past"}));
    return due.has(reader.words(word_before(reader, at)));
}

// "8 p.m. Friday", "noon on March 5": the day that stands behind.
Mention with_day(const Reader& reader, std::size_t at, std::size_t end, const TimeOfDay& clock) {
    const std::size_t day = read_at<grammar::day_of_clock>(reader, end);
    if (day != nowhere) {
        const Point point = any_point(reader, day);
        if (point.found()) {
            Mention out = time_mention(point.time, at, point.end);
            if (is_day(out)) {
                out.time.clock = clock;
                return out;
            }
        }
    }
    TimeExpression time;
    time.kind = TimeKind::clock;
    time.clock = clock;
    Mention out = time_mention(time, at, end);
    out.kind = MentionKind::date;
    return out;
}

// "This morning", "last night": a day and its part.
std::optional<Mention> part_of_day(const Reader& reader, std::size_t at) {
    ClockDraft draft;
    const std::size_t end = read_at<grammar::this_part, clock_action>(reader, at, draft);
    if (end == nowhere) return std::nullopt;
    const std::string_view words = reader.words({at, end});
    const auto has = [&](std::string_view piece) { return words.find(piece) != std::string_view::npos; };
    TimeExpression time;
    time.kind = TimeKind::relative;
    time.grain = Grain::day;
    time.count = has("last") || has("Last") || has("previous") ? -1 : has("next") || has("following") ? 1 : 0;
    time.count_high = time.count;
    time.anchor = has("he ") || has("hat ") ? Anchor::named : Anchor::document;
    time.clock = draft.clock;
    return time_mention(time, at, end);
}

}  // namespace

namespace {

// "the night of May 2": the part stands before its day.
std::optional<Mention> part_of_named_day(const Reader& reader, std::size_t at) {
    ClockDraft draft;
    const std::size_t opened = read_at<grammar::part_of_day_named, clock_action>(reader, at, draft);
    if (opened == nowhere) return std::nullopt;
    const Point point = any_point(reader, opened);
    if (!point.found()) return std::nullopt;
    Mention out = time_mention(point.time, at, point.end);
    if (!is_day(out) || out.kind != MentionKind::date) return std::nullopt;
    out.time.clock.part = draft.clock.part;
    return out;
}

// "in the morning"
std::optional<Mention> part_alone(const Reader& reader, std::size_t at) {
    static constexpr auto due = grammar::word_list(
        std::to_array<std::string_view>({"in", "during", "by", "until", "throughout", "through", "since", "for"}));
    const std::size_t end = read_at<grammar::part_alone>(reader, at);
    if (end == nowhere || !due.has(reader.words(word_before(reader, at)))) return std::nullopt;
    const std::string_view words = reader.words({at, end});
    TimeExpression time;
    time.kind = TimeKind::clock;
    time.clock.part =
        static_cast<DayPart>(grammar::find_word(grammar::day_parts, words.substr(words.find_last_of(" \n") + 1))->value);
    Mention out = time_mention(time, at, end);
    out.kind = MentionKind::date;
    return out;
}

}  // namespace

std::optional<Mention> clock_at(const Reader& reader, std::size_t at) {
    if (!grammar::is_digit(reader.at(at))) {
        if (auto out = part_of_named_day(reader, at)) return out;
        if (auto out = part_alone(reader, at)) return out;
        ClockDraft draft;
        const std::size_t end = read_at<grammar::clock_words, clock_action>(reader, at, draft);
        if (end != nowhere) return with_day(reader, at, end, told(draft.clock));
        return part_of_day(reader, at);
    }
    ClockDraft draft;
    std::size_t end = read_at<grammar::clock_here, clock_action>(reader, at, draft);
    if (end == nowhere && before_bare_clock(reader, at)) {
        draft = {};
        end = read_at<grammar::clock_bare, clock_action>(reader, at, draft);
    }
    if (end == nowhere) return std::nullopt;
    return with_day(reader, at, end, told(draft.clock));
}

void take_clock(const Reader& reader, Mention& mention) {
    const char c = reader.at(mention.span.end);
    if ((!grammar::is_gap(c) && c != ',' && c != 'T' && c != '-') || !is_day(mention)) return;
    ClockDraft draft;
    std::size_t end = read_at<grammar::day_part_behind, clock_action>(reader, mention.span.end, draft);
    {
        ClockDraft hour;  // "Friday", "Friday night at 8 p.m."
        const std::size_t told_by =
            read_at<grammar::clock_behind, clock_action>(reader, end == nowhere ? mention.span.end : end, hour);
        if (told_by != nowhere) {
            draft = hour;
            end = told_by;
        }
    }
    if (end == nowhere && grammar::is_digit(reader.before(mention.span.end))) {
        draft = {};
        end = read_at<grammar::clock_iso, clock_action>(reader, mention.span.end, draft);
    }
    if (end == nowhere) return;
    mention.time.clock = told(draft.clock);
    mention.span.end = mention.core.end = end;
}

}  // namespace factcheck::extracting
