// Civil time: days, periods with their grain, fiscal calendars. Proleptic Gregorian, years 1 to 9999, no clock, no zones.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace factcheck {

using Day = std::chrono::sys_days;

enum class Grain : std::uint8_t { day, week, month, quarter, half, year, decade, century };

// Both ends count. A run of months ("July 2024 to February 2025") has the grain month.
struct Period {
    Day first{};
    Day last{};
    Grain grain = Grain::day;
    friend auto operator<=>(const Period&, const Period&) = default;
};

// When a fiscal year starts and which calendar year names it: Pakistan's fiscal 2024 is {7, 1, end}.
struct FiscalCalendar {
    unsigned start_month = 1;
    unsigned start_day = 1;
    bool named_by_end = true;
    friend bool operator==(const FiscalCalendar&, const FiscalCalendar&) = default;
};

// Absent for days that do not exist (31 June) and years outside 1 to 9999.
[[nodiscard]] std::optional<Day> make_day(int year, unsigned month, unsigned day);
[[nodiscard]] std::optional<Period> year_period(int year);
[[nodiscard]] std::optional<Period> month_period(int year, unsigned month);
[[nodiscard]] std::optional<Period> quarter_period(int year, unsigned quarter);
[[nodiscard]] std::optional<Period> half_period(int year, unsigned half);
[[nodiscard]] std::optional<Period> months_period(Day in_first_month, Day in_last_month);
[[nodiscard]] Period day_period(Day day);
[[nodiscard]] Period week_period(Day any_day_of_it, std::chrono::weekday starts);
// The fiscal year that is called `year` ("fiscal 2024"); Grain::year.
[[nodiscard]] std::optional<Period> fiscal_year(int year, const FiscalCalendar& calendar);
// The fiscal year that holds `day`.
[[nodiscard]] std::optional<Period> fiscal_year_of(Day day, const FiscalCalendar& calendar);

// The period n steps of `step` later (earlier if negative), of the same length in its own grain:
// February 2025 less a year is the whole of February 2024. Absent outside years 1 to 9999.
[[nodiscard]] std::optional<Period> shifted(const Period& period, int n, Grain step);

[[nodiscard]] std::chrono::weekday weekday_of(Day day);
[[nodiscard]] long days_inclusive(const Period& period);  // 7 to 10 May: 4
[[nodiscard]] bool contains(const Period& outer, const Period& inner);
[[nodiscard]] bool meets(const Period& a, const Period& b);
[[nodiscard]] bool same_days(const Period& a, const Period& b);  // whatever the grain
[[nodiscard]] Period hull(const Period& a, const Period& b);

[[nodiscard]] std::string to_iso(Day day);  // 2025-08-04
// "2025", "2025-08", "2025-08-04", "2025-Q3", "2025-H2", "2025-W31", "2024-07/2025-02", "2024-07-01/2025-06-30",
// "2024-07-01/P12M" (SDMX time range). Absent on anything else.
[[nodiscard]] std::optional<Period> period_from(std::string_view iso);
[[nodiscard]] std::optional<Day> day_from(std::string_view iso);
// The shortest TIMEX3 value of a period: 2025, 2025-Q1, 2025-05, 2025-05-10, 2025-W31 (weeks from Monday), else first/last.
[[nodiscard]] std::string to_timex(const Period& period);
// For people: "2025", "May 2025", "10 May 2025", "7 to 10 May 2025", "July 2024 to February 2025", "the week of 28 July 2025",
// "fiscal 2023-24" (grain year, not from January).
[[nodiscard]] std::string to_words(const Period& period);
[[nodiscard]] std::string_view weekday_name(std::chrono::weekday day);
[[nodiscard]] std::string_view month_name(unsigned month);

}  // namespace factcheck
