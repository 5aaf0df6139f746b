// Civil time on the proleptic Gregorian calendar. Days are counted as integers; a period is moved by its first day and by
// the day after its last, so that whole months stay whole: February 2025 less a year is the whole of February 2024.
#include "model/period.hpp"

#include "model/limits.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

namespace chrono = std::chrono;
using chrono::days;
using chrono::year_month_day;

constexpr Day first_of(int year, unsigned month) {
    return chrono::sys_days{chrono::year{year} / chrono::month{month} / chrono::day{1}};
}
constexpr Day earliest = first_of(limits::year_min, 1);
constexpr Day latest = first_of(limits::year_max + 1, 1) - days{1};
int year_of(Day day) { return static_cast<int>(year_month_day{day}.year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(year_month_day{day}.month()); }
bool in_range(int year) { return year >= limits::year_min && year <= limits::year_max; }

Day last_day_of_month(Day day) {
    const year_month_day date{day};
    return chrono::sys_days{date.year() / date.month() / chrono::last};
}

// The same day of the month n months later, the month's last day where that day does not exist. The day after the
// calendar's last one is allowed, as the end of a period is moved by the day after it.
std::optional<Day> months_later(Day day, std::int64_t n) {
    const year_month_day date{day};
    // Months from the beginning of the calendar, so that they can be counted.
    const std::int64_t count = std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month()) - 1 + n;
    const std::int64_t year = count / 12;
    if (count < 0 || year < limits::year_min || year > limits::year_max + 1) return std::nullopt;
    const chrono::year_month month{chrono::year{static_cast<int>(year)}, chrono::month{static_cast<unsigned>(count % 12) + 1}};
    constexpr chrono::day always{28};
    const bool exists = date.day() <= always || date.day() <= (month / chrono::last).day();
    return exists ? chrono::sys_days{month / date.day()} : chrono::sys_days{month / chrono::last};
}

std::optional<Period> checked(std::optional<Day> first, std::optional<Day> past, Grain grain) {
    if (!first || !past || *first < earliest || *past > latest + days{1} || *past <= *first) return std::nullopt;
    return Period{*first, *past - days{1}, grain};
}

std::optional<Period> run_of_months(int year, unsigned month, int months, Grain grain) {
    if (!in_range(year) || month < 1 || month > 12) return std::nullopt;
    const unsigned past = month - 1 + static_cast<unsigned>(months);
    return Period{first_of(year, month), first_of(year + static_cast<int>(past / 12), past % 12 + 1) - days{1}, grain};
}

// How many months a step is; 0 for days and weeks.
int months_in(Grain step) {
    switch (step) {
        case Grain::day:
        case Grain::week: return 0;
        case Grain::month: return 1;
        case Grain::quarter: return 3;
        case Grain::half: return 6;
        case Grain::year: return 12;
        case Grain::decade: return 120;
        case Grain::century: return 1200;
    }
    return 0;
}

std::optional<Period> shifted_by_days(const Period& period, std::int64_t n) {
    if (n < (earliest - latest).count() || n > (latest - earliest).count()) return std::nullopt;
    const Grain grain = months_in(period.grain) == 0 ? period.grain : Grain::day;
    return checked(period.first + days{n}, period.last + days{n + 1}, grain);
}

// A week is moved by the day in its middle, which says what month and year it belongs to.
std::optional<Period> week_shifted_by_months(const Period& period, std::int64_t months) {
    const auto middle = months_later(period.first + days{3}, months);
    if (!middle) return std::nullopt;
    const Period week = week_period(*middle, weekday_of(period.first));
    return checked(week.first, week.last + days{1}, Grain::week);
}

}  // namespace

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
    if (!in_range(year) || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const year_month_day date = chrono::year{year} / chrono::month{month} / chrono::day{day};
    return date.ok() ? std::optional<Day>(chrono::sys_days{date}) : std::nullopt;
}

std::optional<Period> year_period(int year) { return run_of_months(year, 1, 12, Grain::year); }
std::optional<Period> month_period(int year, unsigned month) { return run_of_months(year, month, 1, Grain::month); }

std::optional<Period> quarter_period(int year, unsigned quarter) {
    if (quarter < 1 || quarter > 4) return std::nullopt;
    return run_of_months(year, quarter * 3 - 2, 3, Grain::quarter);
}

std::optional<Period> half_period(int year, unsigned half) {
    if (half < 1 || half > 2) return std::nullopt;
    return run_of_months(year, half * 6 - 5, 6, Grain::half);
}

std::optional<Period> months_period(Day in_first_month, Day in_last_month) {
    if (in_first_month < earliest || in_last_month > latest) return std::nullopt;
    const Day first = first_of(year_of(in_first_month), month_of(in_first_month));
    return checked(first, last_day_of_month(in_last_month) + days{1}, Grain::month);
}

Period day_period(Day day) { return {day, day, Grain::day}; }

Period week_period(Day any_day_of_it, chrono::weekday starts) {
    const Day first = any_day_of_it - (weekday_of(any_day_of_it) - starts);
    return {first, first + days{6}, Grain::week};
}

std::optional<Period> fiscal_year(int year, const FiscalCalendar& calendar) {
    const bool calendar_year = calendar.start_month == 1 && calendar.start_day == 1;
    const int start = calendar.named_by_end && !calendar_year ? year - 1 : year;
    const auto first = make_day(start, calendar.start_month, calendar.start_day);
    return first ? checked(first, months_later(*first, 12), Grain::year) : std::nullopt;
}

std::optional<Period> fiscal_year_of(Day day, const FiscalCalendar& calendar) {
    for (const int offset : {0, 1, -1}) {
        const auto year = fiscal_year(year_of(day) + offset, calendar);
        if (year && contains(*year, day_period(day))) return year;
    }
    return std::nullopt;
}

std::optional<Period> shifted(const Period& period, int n, Grain step) {
    if (step == Grain::day) return shifted_by_days(period, n);
    if (step == Grain::week) return shifted_by_days(period, std::int64_t{n} * 7);
    const std::int64_t months = std::int64_t{n} * months_in(step);
    if (period.grain == Grain::week) return week_shifted_by_months(period, months);
    const auto first = months_later(period.first, months);
    if (period.grain != Grain::day) return checked(first, months_later(period.last + days{1}, months), period.grain);
    return first ? checked(first, *first + days{days_inclusive(period)}, Grain::day) : std::nullopt;
}

chrono::weekday weekday_of(Day day) { return chrono::weekday{day}; }
long days_inclusive(const Period& period) { return static_cast<long>((period.last - period.first).count()) + 1; }
bool contains(const Period& outer, const Period& inner) { return outer.first <= inner.first && inner.last <= outer.last; }
bool same_days(const Period& a, const Period& b) { return a.first == b.first && a.last == b.last; }

bool meets(const Period& a, const Period& b) { return a.first <= b.last && b.first <= a.last; }

Period hull(const Period& a, const Period& b) {
    return {std::min(a.first, b.first), std::max(a.last, b.last), std::min(a.grain, b.grain)};
}

std::string_view weekday_name(chrono::weekday day) {
    static constexpr std::array<std::string_view, 7> names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                           "Thursday", "Friday", "Saturday"};
    return day.ok() ? names[day.c_encoding()] : "";
}

std::string_view month_name(unsigned month) {
    static constexpr std::array<std::string_view, 12> names{
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    return month >= 1 && month <= 12 ? names[month - 1] : "";
}

}  // namespace factcheck
