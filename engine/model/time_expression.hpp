// A temporal expression as written, before it is resolved against the document's date and the periods named around it.
// After TIMEX3 (ISO 24617-1): the fields say what the words say and no more.
#pragma once

#include "model/period.hpp"

#include <array>
#include <cstdint>

namespace factcheck {

enum class TimeKind : std::uint8_t {
    none,
    calendar,  // fields of a date as far as they are written: "2025", "May 2025", "10 May", "May", "Monday, 4 August", "Monday"
    fiscal,  // "fiscal 2024", "FY24", "the 2023-24 fiscal year": `year` is the year that names it; two_years if both were written
    relative,  // `count` steps of `grain` from the anchor: "yesterday", "last week", "two months later", "this year".
               // With fields in `start` they are counted where `grain` is theirs ("last May": month, "next Monday": day),
               // else looked for inside the step ("May last year": year, "Monday of last week": week, "last fiscal year":
               // only `fiscal`). A run from `count` to `count_high`: "the last three months": -3 to -1, "the next two years": 1
               // to 2
    same_period,  // the claim's own period, `count` years (grain year) or other steps away: "the same period last year",
                  // or in the year that `start` names: "the same period of 2023"
    range,        // from `start` to `end`, both calendar or fiscal fields
    duration,     // `count` of `grain`, or vague: "four-day", "years"
    decade,       // "the 1990s": year is its first
    century,      // "the 19th century": count
    months_of,    // "first eight months of" a fiscal or calendar year: count months from its start (quarters, halves: grain),
                  // negative from its end; without a year `count_high` steps from the present one: "of last year" -1
    within,     // the `count`-th `grain` of what `start` says, negative from its end: "the first week of 2015", "the 15th day of
                // next month"; with a weekday in `start` the count-th such day: "the first Friday of July". To `count_high`, if
                // it is another: "the last ten days of May"
    offset,     // `count` of `grain` after, or negative before, what `start` says: "two weeks before May 13"
    holding,    // the `grain` that holds what `start` says: "the week of 10 April"
    ending,     // `count` of `grain` that end with what `start` says: "the year to June", "the six months ended 31 March"
    rest,       // "the rest of" what `start` says, from the text's day on
    clock,      // a time of day without its day: "8 p.m."
    reference,  // no place on the calendar: "recently" (count -1), "now" (0), "soon" (1)
    recurring,  // "every year", "daily", "each Monday": every `count` of `grain`, or what `start` says
};

// What a relative expression counts from.
enum class Anchor : std::uint8_t {
    document,  // yesterday, last week, two days ago
    named,     // the following month, two days later, the previous year
    period,    // the claim's own period: "a year earlier", "the same period last year"
};

enum class Part : std::uint8_t { whole, early, middle, late };

enum class LengthUnit : std::uint8_t { year, month, week, day, hour, minute, second };

enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night };

// A time of day as far as it is written; -1: not.
struct TimeOfDay {
    std::int8_t hour = -1;
    std::int8_t minute = -1;
    std::int8_t second = -1;
    DayPart part = DayPart::none;
    [[nodiscard]] bool written() const { return hour >= 0 || part != DayPart::none; }
    friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;
};

// A further part of a length: the "three months" of "two years and three months". 0: none.
struct FurtherLength {
    std::int16_t count = 0;
    LengthUnit unit = LengthUnit::year;
    friend bool operator==(const FurtherLength&, const FurtherLength&) = default;
};

struct CalendarFields {
    std::int32_t year = 0;     // 0: not written; negative: before Christ
    std::uint8_t half = 0;     // 1, 2
    std::uint8_t quarter = 0;  // 1 to 4
    std::uint8_t month = 0;    // 1 to 12
    std::uint8_t day = 0;      // 1 to 31
    std::uint8_t weekday = 0;  // 1 Monday to 7 Sunday
    std::uint8_t week = 0;     // of the year, as ISO 8601 counts them
    std::uint8_t season = 0;   // 1 spring to 4 winter
    std::uint8_t holiday = 0;  // of model/holiday.hpp, from 1
    bool weekend = false;
    bool stepped = false;  // all of it lies in a unit that is counted from the text's day: "next month", "today"
    Grain step_grain = Grain::day;
    std::int16_t step = 0;
    bool loose = false;      // good enough to print, not to judge on: seasons, "04/08/2025"
    bool fiscal = false;     // the year is a fiscal one: its dates come from the reporter's calendar
    bool two_years = false;  // "2023-24": year is the later of the two
    friend bool operator==(const CalendarFields&, const CalendarFields&) = default;
};

struct TimeExpression {
    TimeKind kind = TimeKind::none;
    CalendarFields start;
    CalendarFields end;  // of a range
    Grain grain = Grain::day;
    std::int32_t count = 0;
    std::int32_t count_high = 0;  // "five to seven days"; 0 or equal to count: one number
    bool vague = false;           // "years", "several months": at least `count`
    Anchor anchor = Anchor::document;
    Part part = Part::whole;
    bool year_to_date = false;  // "so far this year"
    bool business = false;      // days on which business is done: "the next four business days"
    bool ago = false;           // counted back from a day: "a decade ago" is no decade of the calendar
    bool as_unit = false;       // several steps away, but the whole unit is meant: "the week after next"
    bool as_length = false;     // "the past three years": a stretch that is told by its length
    TimeOfDay clock;
    std::array<FurtherLength, 2> further{};  // of a length or of steps
    friend bool operator==(const TimeExpression&, const TimeExpression&) = default;
};

}  // namespace factcheck
