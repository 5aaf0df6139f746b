// Times that hang on another: grammar/composed.hpp reads what stands before it, any_point the other.
#include "extract/time_point.hpp"

namespace factcheck::extracting {

// ---- actions

template <>
struct time_action<grammar::nth_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.nth = figure(in.string_view());
    }
};
template <>
struct time_action<grammar::nth_in_words> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.nth = ordinal_value(in.string_view());
    }
};
template <>
struct time_action<grammar::nth_last> {
    static void apply0(TimeDraft& draft) { draft.nth = -1; }
};
template <>
struct time_action<grammar::nth_opening> {
    static void apply0(TimeDraft& draft) { draft.nth = 1; }
};
// "the last four months": a run from the end or the start.
template <>
struct time_action<grammar::nth_units> {
    static bool apply0(TimeDraft& draft) {
        if (draft.nth != 1 && draft.nth != -1) return false;
        draft.time.count_high = draft.nth;
        draft.nth *= draft.time.count;
        return draft.nth != 0;
    }
};
template <>
struct time_action<grammar::nth_weekday> {
    static void apply0(TimeDraft& draft) { draft.time.grain = Grain::day; }
};
template <>
struct time_action<grammar::offset_count> {
    static void apply0(TimeDraft& draft) {
        if (draft.time.count == 0) draft.time.count = 1;
    }
};
template <>
struct time_action<grammar::before_point> {
    static void apply0(TimeDraft& draft) { draft.time.count = -draft.time.count; }
};
template <>
struct time_action<grammar::week_number_figure> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const int week = figure(in.string_view());
        draft.fields().week = static_cast<std::uint8_t>(week);
        return week >= 1 && week <= 53;
    }
};
template <>
struct time_action<grammar::length_ended> {
    static void apply0(TimeDraft& draft) {
        if (draft.time.count == 0) draft.time.count = 1;
    }
};

namespace {

Mention composed(TimeExpression time, TimeKind kind, const CalendarFields& start, std::size_t begin, std::size_t end) {
    time.kind = kind;
    time.anchor = Anchor::document;
    time.start = start;
    Mention out = time_mention(time, begin, end);
    const bool day = time.grain == Grain::day && (kind == TimeKind::within || kind == TimeKind::offset) && time.count_high == 0;
    out.kind = day ? MentionKind::date : MentionKind::period;
    return out;
}

struct Inner {
    CalendarFields fields;
    std::size_t end = nowhere;
};

Inner inner_at(const Reader& reader, std::size_t at) {
    const Point point = any_point(reader, at);
    if (!point.found()) return {};
    const auto fields = fields_of(point.time);
    return fields ? Inner{*fields, point.end} : Inner{};
}

bool is_longer_than(const CalendarFields& outer, Grain grain) {
    if (outer.day != 0 || outer.weekday != 0 || outer.holiday != 0) return false;
    const bool lone_step =
        outer.stepped && outer.month == 0 && outer.quarter == 0 && outer.half == 0 && outer.season == 0 && outer.week == 0;
    if (lone_step) return outer.step_grain > grain;
    if (outer.week != 0) return grain == Grain::day;
    if (outer.month != 0 || outer.season != 0) return grain < Grain::month || (outer.season != 0 && grain == Grain::month);
    if (outer.quarter != 0 || outer.half != 0) return grain <= Grain::month;
    return grain < Grain::year;
}

// Only a figure of four with a month, or a day: "two years after 2010" counts, "five years from 1990" is told otherwise.
bool is_day(const CalendarFields& fields) {
    return (fields.day != 0 && fields.month != 0) || fields.weekday != 0 || fields.holiday != 0 ||
           (fields.stepped && fields.step_grain == Grain::day);
}

}  // namespace

std::optional<Mention> nth_at(const Reader& reader, std::size_t at) {
    TimeDraft draft;
    const std::size_t opened = read_at<grammar::nth_of, time_action>(reader, at, draft);
    if (opened != nowhere) {
        Inner inner = inner_at(reader, opened);
        if (inner.end != nowhere && is_longer_than(inner.fields, draft.time.grain)) {
            inner.fields.weekday = draft.fields().weekday;
            inner.fields.weekend = draft.fields().weekend;
            draft.time.count = draft.nth;
            return composed(draft.time, TimeKind::within, inner.fields, at, inner.end);
        }
    }
    TimeDraft day;
    const std::size_t of = read_at<grammar::day_of, time_action>(reader, at, day);
    if (of == nowhere || day.nth < 1 || day.nth > 31) return std::nullopt;
    const Inner inner = inner_at(reader, of);
    const bool month = inner.end != nowhere && inner.fields.stepped && inner.fields.step_grain == Grain::month;
    if (!month) return std::nullopt;
    day.time.grain = Grain::day;
    day.time.count = day.nth;
    day.time.count_high = 0;
    return composed(day.time, TimeKind::within, inner.fields, at, inner.end);
}

std::optional<Mention> offset_at(const Reader& reader, std::size_t at) {
    TimeDraft draft;
    const std::size_t opened = read_at<grammar::offset_from, time_action>(reader, at, draft);
    if (opened == nowhere) return std::nullopt;
    const bool from =
        is_word(reader.words(word_before(reader, opened)), "from") || is_word(reader.words(word_before(reader, opened)), "since");
    const Inner inner = inner_at(reader, opened);
    if (inner.end == nowhere || (from && !is_day(inner.fields))) return std::nullopt;
    draft.time.count_high = 0;
    return composed(draft.time, TimeKind::offset, inner.fields, at, inner.end);
}

std::optional<Mention> week_at(const Reader& reader, std::size_t at) {
    if (auto out = plain<grammar::week_number>(reader, at)) return out;
    TimeDraft draft;
    const std::size_t opened = read_at<grammar::week_of, time_action>(reader, at, draft);
    if (opened == nowhere) return std::nullopt;
    const Inner inner = inner_at(reader, opened);
    if (inner.end == nowhere || !is_day(inner.fields)) return std::nullopt;
    draft.time.grain = Grain::week;
    draft.time.end.weekend = draft.fields().weekend;
    return composed(draft.time, TimeKind::holding, inner.fields, at, inner.end);
}

std::optional<Mention> ended_at(const Reader& reader, std::size_t at) {
    TimeDraft draft;
    const std::size_t opened = read_at<grammar::length_ended, time_action>(reader, at, draft);
    if (opened == nowhere) return std::nullopt;
    const Point end = simple_point(reader, opened);
    if (!end.found() || end.time.kind != TimeKind::calendar) return std::nullopt;
    const CalendarFields& fields = end.time.start;
    const bool year_alone = fields.month == 0 && fields.day == 0;
    if (year_alone && (fields.year == 0 || draft.time.count < 2)) return std::nullopt;
    return composed(draft.time, TimeKind::ending, fields, at, end.end);
}

template <>
struct time_action<grammar::rest_of_day> {
    static void apply0(TimeDraft& draft) {
        set_relative(draft, 0, Anchor::document);
        draft.time.grain = Grain::day;
    }
};

std::optional<Mention> rest_at(const Reader& reader, std::size_t at) {
    if (auto day = plain<grammar::rest_of_day>(reader, at)) return day;
    TimeDraft draft;
    const std::size_t opened = read_at<grammar::rest_of, time_action>(reader, at, draft);
    if (opened == nowhere) return std::nullopt;
    const Inner inner = inner_at(reader, opened);
    if (inner.end == nowhere || is_day(inner.fields)) return std::nullopt;
    return composed(draft.time, TimeKind::rest, inner.fields, at, inner.end);
}

namespace {

constexpr auto looks_ahead = grammar::word_list(std::to_array<std::string_view>(
    {"will",    "ll",    "shall",  "going", "expect", "expects", "expected", "plan",      "plans", "planned",
     "due",     "want",  "wants",  "hope",  "hopes",  "aim",     "aims",     "scheduled", "set",   "intend",
     "intends", "would", "should", "can",   "could",  "may",     "must",     "promised",  "likely"}));
constexpr auto looks_back = grammar::word_list(std::to_array<std::string_view>(
    {"was",   "were", "had",  "has",     "have",   "been",    "first",   "worst", "best", "once",
     "twice", "fell", "rose", "highest", "lowest", "biggest", "largest", "most",  "only", "did"}));

// The nearest word before that tells tells; at the head of a sentence one behind.
bool is_ahead(const Reader& reader, std::size_t at, std::size_t end) {
    constexpr int words_back = 20, words_on = 8;
    std::size_t place = at;
    for (int i = 0; i < words_back && place > reader.begin; ++i) {
        const Span word = word_before(reader, place);
        if (looks_ahead.has(reader.words(word))) return true;
        if (looks_back.has(reader.words(word))) return false;
        place = word.begin < place ? word.begin : place - 1;
    }
    if (at != reader.begin) return false;
    place = end;
    for (int i = 0; i < words_on && place < reader.end(); ++i) {
        const Span word = word_after(reader, place);
        if (looks_ahead.has(reader.words(word))) return true;
        place = word.end > place ? word.end : place + 1;
    }
    return false;
}

// A length, that leads to a day: its number is kept.
Mention as_length_ahead(const Reader& reader, Mention mention) {
    mention.kind = MentionKind::duration;
    mention.span.begin = mention.core.begin = skip_gap(reader, mention.span.begin + 2);  // "in"
    mention.number.value = {mention.time.count, 0};
    mention.number.sort = Sort::counted;
    mention.unit = {Dimension::time, code_of(mention.time.grain)};
    mention.unit_words = mention.span;
    return mention;
}

}  // namespace

std::optional<Mention> in_steps_at(const Reader& reader, std::size_t at) {
    auto out = plain<grammar::in_steps>(reader, at);
    if (!out || !is_ahead(reader, at, out->span.end)) return std::nullopt;
    const std::string_view words = reader.words(out->span);
    if (words.size() == 8 && is_word(words, "in a day")) return std::nullopt;  // all of it within a day
    return as_length_ahead(reader, *out);
}

}  // namespace factcheck::extracting
