// Ranges of dates: each end lends the other what it lacks.
#include "link/calendar_fields.hpp"

#include <string>

namespace factcheck {

namespace {

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

bool has_part_of_year(const CalendarFields& f) { return f.month != 0 || f.quarter != 0 || f.half != 0 || f.season != 0; }

// Whether it is one place in time by itself.
bool is_anchored(const CalendarFields& fields) { return fields.year != 0 || fields.stepped; }

// The later bound of a start without a year: the latest that is no later than the end.
std::optional<Period> latest_before(const CalendarFields& start, const Period& end, const TimeContext& context) {
    TimeContext before = context;
    before.document = end.last;
    before.tense = Tense::past;
    const Resolved found = resolve_fields(start, before);
    return found.candidates.empty() ? std::nullopt : std::optional(found.candidates.front());
}

// The end without a year in the year of its start, or the next.
std::optional<Period> earliest_after(CalendarFields end, const Period& from, const TimeContext& context) {
    if (end.weekday != 0 && end.day == 0 && end.month == 0) {
        const std::chrono::weekday wanted{end.weekday};
        return day_period(from.last + (wanted - weekday_of(from.last)));
    }
    for (const int later : {0, 1}) {
        end.year = year_of(from.first) + later;
        const Resolved found = resolve_fields(end, context);
        if (!found.candidates.empty() && found.candidates.front().last >= from.last) return found.candidates.front();
    }
    return std::nullopt;
}

ResolvedRange no_range(const Resolved& why) { return {std::nullopt, why.reason, why.note}; }

}  // namespace

RangeFields completed(CalendarFields start, CalendarFields end) {
    const bool end_is_year = end.year != 0 && !has_part_of_year(end) && end.day == 0;
    const bool start_is_year = start.year != 0 && !has_part_of_year(start) && start.day == 0;
    if (start.fiscal && (end_is_year || end.year == 0)) end.fiscal = true;
    if (end.fiscal && (start_is_year || start.year == 0)) start.fiscal = true;
    if (start.stepped || end.stepped) return {start, end};
    if (start.day != 0 && start.month == 0 && end.month != 0)
        start.month = start.day <= end.day ? end.month : static_cast<std::uint8_t>(end.month == 1 ? 12 : end.month - 1);
    if (end.day != 0 && end.month == 0 && start.month != 0)
        end.month = end.day >= start.day ? start.month : static_cast<std::uint8_t>(start.month == 12 ? 1 : start.month + 1);
    return {start, end};
}

ResolvedRange resolve_range(const CalendarFields& start, const CalendarFields& end, const TimeContext& context) {
    const RangeFields fields = completed(start, end);
    std::optional<Period> from, to;
    if (is_anchored(fields.start)) {
        const Resolved found = resolve_fields(fields.start, context);
        if (found.candidates.empty()) return no_range(found);
        from = found.candidates.front();
        if (!is_anchored(fields.end)) to = earliest_after(fields.end, *from, context);
    }
    if (!to) {
        if (from && !is_anchored(fields.end)) return {std::nullopt, Reason::no_period, "the range ends before it begins"};
        const Resolved found = resolve_fields(fields.end, context);
        if (found.candidates.empty()) return no_range(found);
        to = found.candidates.front();
    }
    if (!from) from = latest_before(fields.start, *to, context);
    if (!from || from->first > to->first || from->last > to->last)
        return {std::nullopt, Reason::no_period, "the range ends before it begins"};
    const bool fiscal = fields.start.fiscal || fields.end.fiscal;
    return {RangeEnds{*from, *to}, Reason::none, fiscal ? fiscal_note(context) : std::string{}};
}

}  // namespace factcheck
