// Fields of a date as far as they are written ("10 May", "Monday", "the third quarter of fiscal 2024") -> the periods that they
// can mean.
#pragma once

#include "link/time.hpp"

namespace factcheck {

// Likeliest first. What the words leave out is filled in from the document's day by the tense.
[[nodiscard]] Resolved resolve_fields(const CalendarFields& fields, const TimeContext& context);

// Fields in a unit counted from the text's day: "today", "May last year", "Easter next year".
[[nodiscard]] Resolved resolve_stepped(const CalendarFields& fields, const TimeContext& context);

// The day, week, month ... that holds a day.
[[nodiscard]] std::optional<Period> containing(Day day, Grain grain, std::chrono::weekday week_starts);

// "The first week of 2015", "two weeks before May 13", "the week of 10 April", "the year to June", "the rest of the week".
[[nodiscard]] Resolved resolve_composed(const TimeExpression& expression, const TimeContext& context);

[[nodiscard]] Period weekend_of(const Period& week);
// By season, 1 spring to 4 winter, as the north counts them; winter begins in December of the year.
[[nodiscard]] std::optional<Period> season_period(int year, unsigned season);

// "May 2025", "the third quarter", "10 May" inside one year, calendar or fiscal; absent where the year has no such part or day.
[[nodiscard]] std::optional<Period> within_year(const CalendarFields& fields, int year);
[[nodiscard]] std::optional<Period> within_fiscal_year(const CalendarFields& fields, const Period& fiscal_year);

// The occurrence that the tense means: past: the latest that has begun; future: the earliest that has not ended; else the
// nearest.
[[nodiscard]] std::optional<Period> fitting(const Periods& occurrences, Day document, Tense tense);

// The two ends of a range, each with what it lacks taken from the other: "July to February 2025", "7 to 10 May".
struct RangeEnds {
    Period start;
    Period end;
};
struct ResolvedRange {
    std::optional<RangeEnds> ends;
    Reason reason = Reason::none;
    std::string note;
};
[[nodiscard]] ResolvedRange resolve_range(const CalendarFields& start, const CalendarFields& end, const TimeContext& context);

// The two ends of a range as the words complete each other, years left out where none is written.
struct RangeFields {
    CalendarFields start;
    CalendarFields end;
};
[[nodiscard]] RangeFields completed(CalendarFields start, CalendarFields end);

// How it was counted, where the context asks for it: "fiscal years start on 1 July"; `counted from "May"`.
[[nodiscard]] std::string fiscal_note(const TimeContext& context);
[[nodiscard]] std::string counted_from_named(const TimeContext& context);
[[nodiscard]] bool within_calendar(const Period& period);  // years 1 to 9999
[[nodiscard]] Resolved open(Reason reason, std::string note = {});
[[nodiscard]] Resolved only(std::optional<Period> period, std::string note = {});

}  // namespace factcheck
