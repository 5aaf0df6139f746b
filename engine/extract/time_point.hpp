// Points and periods that stand for themselves, and what the readers of times share. Internal to extract/.
#pragma once

#include "extract/relative_actions.hpp"

#include <array>
#include <optional>

namespace factcheck::extracting {

struct Point {
    TimeExpression time;
    std::size_t end = nowhere;
    Span month;
    [[nodiscard]] bool found() const { return end != nowhere; }
};

template <typename Rule>
Point point_at(const Reader& reader, std::size_t at) {
    if (!may_begin_in_words<Rule>(reader, at)) return {};
    TimeDraft draft;
    const std::size_t end = read_at<Rule, time_action>(reader, at, draft);
    if (draft.time.kind == TimeKind::none && draft.time.start != CalendarFields{})
        draft.time.kind = draft.fields().fiscal ? TimeKind::fiscal : TimeKind::calendar;
    return {draft.time, end, draft.month};
}

// UCUM codes of the grains; months for quarters and halves.
[[nodiscard]] constexpr std::string_view code_of(Grain grain) {
    constexpr std::array<std::string_view, 8> codes{"d", "wk", "mo", "mo", "mo", "a", "10.a", "100.a"};
    return codes[static_cast<std::size_t>(grain)];
}

[[nodiscard]] Mention time_mention(const TimeExpression& time, std::size_t begin, std::size_t end);

template <typename Rule>
std::optional<Mention> plain(const Reader& reader, std::size_t at) {
    if (!may_begin_in_words<Rule>(reader, at)) return std::nullopt;
    const Point point = point_at<Rule>(reader, at);
    if (!point.found()) return std::nullopt;
    return time_mention(point.time, at, point.end);
}

template <typename... Rules>
std::optional<Mention> first_of(const Reader& reader, std::size_t at) {
    std::optional<Mention> out;
    ((out = plain<Rules>(reader, at)) || ...);
    return out;
}

// "Theresa May said", "March on Washington": a month alone that may be a name or a verb.
[[nodiscard]] bool month_may_be_a_name(const Reader& reader, const Point& point);
// Whether four figures (or an apostrophe and two) are a year: "2000 people" are not.
[[nodiscard]] bool is_year(const Reader& reader, std::size_t at, const Point& point);
// A date, a part of a year or a year, by its fields.
[[nodiscard]] Point simple_point(const Reader& reader, std::size_t at);
// All that may stand at an end of a range, or that another time may hang on: also feasts, "last May", "tomorrow", "the month".
[[nodiscard]] Point any_point(const Reader& reader, std::size_t at);
// A point as fields, where it can be said by them: what is counted from the text's day is kept as a step.
[[nodiscard]] std::optional<CalendarFields> fields_of(const TimeExpression& time);
// "The first week of 2015", "two weeks before May 13", "the week of 10 April", "the year to June", "the rest of the week".
[[nodiscard]] std::optional<Mention> nth_at(const Reader& reader, std::size_t at);
[[nodiscard]] std::optional<Mention> offset_at(const Reader& reader, std::size_t at);
[[nodiscard]] std::optional<Mention> week_at(const Reader& reader, std::size_t at);
[[nodiscard]] std::optional<Mention> ended_at(const Reader& reader, std::size_t at);
[[nodiscard]] std::optional<Mention> rest_at(const Reader& reader, std::size_t at);
// "In two weeks", where the sentence looks ahead.
[[nodiscard]] std::optional<Mention> in_steps_at(const Reader& reader, std::size_t at);
// "Now", "recently", "soon"; "every year", "daily".
[[nodiscard]] std::optional<Mention> reference_at(const Reader& reader, std::size_t at);
[[nodiscard]] std::optional<Mention> recurring_at(const Reader& reader, std::size_t at);
// "8 p.m.", "10:30 GMT", "noon".
[[nodiscard]] std::optional<Mention> clock_at(const Reader& reader, std::size_t at);
// A day takes the time of day that stands beside it: "Friday morning", "March 5 at 8 p.m.".
void take_clock(const Reader& reader, Mention& mention);

// A date, month, quarter or year at `at`, alone or with the other end of a range; what stands before it begins at `begin`.
[[nodiscard]] std::optional<Mention> from_calendar(const Reader& reader, std::size_t begin, std::size_t at, Part part);
[[nodiscard]] std::optional<Mention> from_year(const Reader& reader, std::size_t begin, std::size_t at, Part part);

// The other end of a range whose first is `first`; `opened` by "from" or "between".
[[nodiscard]] std::optional<Mention> range_of(const Reader& reader, std::size_t begin, const Point& first, bool opened,
                                              bool between);
// "4-6 May", "May 4-6", "from July 2024 to February 2025".
[[nodiscard]] std::optional<Mention> day_range(const Reader& reader, std::size_t at);
[[nodiscard]] std::optional<Mention> month_day_range(const Reader& reader, std::size_t at, const Point& first);
[[nodiscard]] std::optional<Mention> opened_range(const Reader& reader, std::size_t at);

// "years of disengagement", "for decades", "a year", "several days".
[[nodiscard]] std::optional<Mention> vague_length(const Reader& reader, std::size_t at);

}  // namespace factcheck::extracting
