#include "link/calendar_fields.hpp"

#include "model/holiday.hpp"
#include "model/limits.hpp"

#include <algorithm>

namespace factcheck {

namespace {

using std::chrono::days;

constexpr int years_around = 8;  // 29 February can be eight years away
constexpr int months_around = 12;
constexpr unsigned weeks_max = 53;
constexpr int quarter_told_until = 75;  // "will report third-quarter earnings": so long a quarter that is over is spoken of

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(std::chrono::year_month_day{day}.month()); }

bool has_date(const CalendarFields& f) { return f.month != 0 && f.day != 0; }
bool has_part(const CalendarFields& f) {
    return f.month != 0 || f.quarter != 0 || f.half != 0 || f.week != 0 || f.season != 0 || f.holiday != 0;
}

// The last one before a day, the next one after it and the nearest then lie within a year of it.
bool comes_each_year(const CalendarFields& f) { return f.holiday == 0 && f.week < weeks_max && !(f.month == 2 && f.day > 28); }

// `length` months of a year that starts on any day of any month.
std::optional<Period> months_of_year(Day year_start, int from, int length, Grain grain) {
    const auto first = shifted(day_period(year_start), from, Grain::month);
    const auto past = shifted(day_period(year_start), from + length, Grain::month);
    if (!first || !past) return std::nullopt;
    return Period{first->first, past->first - days{1}, grain};
}

// "2023-24" is the year that ends in the second of them, whichever names it.
std::optional<Period> named_fiscal_year(const CalendarFields& fields, const FiscalCalendar& calendar) {
    if (!fields.two_years) return fiscal_year(fields.year, calendar);
    if (calendar.start_month == 1 && calendar.start_day == 1) return std::nullopt;
    return fiscal_year(calendar.named_by_end ? fields.year : fields.year - 1, calendar);
}

Periods fiscal_years_around(const TimeContext& context) {
    Periods out;
    for (int step = -2; step <= 2; ++step) {
        const auto current = fiscal_year_of(*context.document, context.fiscal);
        const auto year = current ? shifted(*current, step, Grain::year) : std::nullopt;
        if (year) out.push_back(*year);
    }
    return out;
}

// "the fiscal year": the one named before; else the one that has ended where the text looks back, or the present one.
Resolved bare_fiscal_year(const TimeContext& context) {
    Resolved out;
    out.note = fiscal_note(context);
    if (context.named && fiscal_year_of(context.named->first, context.fiscal) == context.named)
        out.candidates.push_back(*context.named);
    const auto current = fiscal_year_of(*context.document, context.fiscal);
    const auto previous = current ? shifted(*current, -1, Grain::year) : std::nullopt;
    const bool back = context.tense == Tense::past;
    for (const auto& year : {back ? previous : current, back ? current : previous})
        if (year && std::find(out.candidates.begin(), out.candidates.end(), *year) == out.candidates.end())
            out.candidates.push_back(*year);
    if (out.candidates.empty()) return open(Reason::no_period);
    return out;
}

Resolved resolve_fiscal(const CalendarFields& fields, const TimeContext& context) {
    if (!context.fiscal_known) return open(Reason::ambiguous, "whose fiscal year is meant is not known");
    if (fields.year != 0) {
        const auto year = named_fiscal_year(fields, context.fiscal);
        if (!year) return open(Reason::no_period, "there is no such fiscal year: " + fiscal_note(context));
        return only(within_fiscal_year(fields, *year), fiscal_note(context));
    }
    if (!context.document) return open(Reason::no_date);
    if (!has_part(fields)) return bare_fiscal_year(context);
    Periods parts;
    for (const Period& year : fiscal_years_around(context))
        if (const auto part = within_fiscal_year(fields, year)) parts.push_back(*part);
    return only(fitting(parts, *context.document, context.tense), fiscal_note(context));
}

Periods days_of_months_around(unsigned day, Day document) {
    Periods out;
    const auto month = month_period(year_of(document), month_of(document));
    for (int step = -months_around; month && step <= months_around; ++step) {
        const auto other = shifted(*month, step, Grain::month);
        const auto found = other ? make_day(year_of(other->first), month_of(other->first), day) : std::nullopt;
        if (found) out.push_back(day_period(*found));
    }
    return out;
}

// "the 15th": of the month named before, else of the month that fits the tense. "Friday the 15th": also of the nearest month
// where it is one.
Resolved resolve_day_of_month(const CalendarFields& fields, const TimeContext& context) {
    const auto& named = context.named;
    if (named && year_of(named->first) == year_of(named->last) && month_of(named->first) == month_of(named->last))
        if (const auto found = make_day(year_of(named->first), month_of(named->first), fields.day))
            return only(day_period(*found), counted_from_named(context));
    if (!context.document) return open(Reason::no_date);
    Periods all = days_of_months_around(fields.day, *context.document);
    Resolved out = only(fitting(all, *context.document, context.tense));
    if (fields.weekday == 0) return out;
    const auto another = [&](const Period& p) { return weekday_of(p.first) != std::chrono::weekday{fields.weekday}; };
    all.erase(std::remove_if(all.begin(), all.end(), another), all.end());
    const auto named_so = fitting(all, *context.document, context.tense);
    if (named_so && !out.candidates.empty() && out.candidates.front() != *named_so) out.candidates.push_back(*named_so);
    return out;
}

// A weekday alone: the document's own day counts. Where no tense says which, the one before comes first, unless the next is
// tomorrow.
Resolved resolve_weekday(unsigned weekday, const TimeContext& context) {
    if (!context.document) return open(Reason::no_date);
    const Day day = *context.document;
    const std::chrono::weekday wanted{weekday};
    const Day before = day - (weekday_of(day) - wanted);
    const Day after = day + (wanted - weekday_of(day));
    const bool tomorrow = after - day == days{1} && context.tense == Tense::unknown;
    Resolved out;
    for (const auto& [found, fits] : {std::pair{tomorrow ? after : before, tomorrow || context.tense != Tense::future},
                                      std::pair{tomorrow ? before : after, tomorrow || context.tense != Tense::past}}) {
        const bool repeated = !out.candidates.empty() && out.candidates.front().first == found;
        if (fits && !repeated && within_calendar(day_period(found))) out.candidates.push_back(day_period(found));
    }
    if (out.candidates.empty()) return open(Reason::no_period);
    return out;
}

// "The weekend": that of the text's week, of the week before where the text looks back from its first days.
Resolved resolve_weekend(const TimeContext& context) {
    if (!context.document) return open(Reason::no_date);
    const Period week = week_period(*context.document, std::chrono::Monday);
    const Period weekend = weekend_of(week);
    const bool back = context.tense == Tense::past && weekend.first > *context.document;
    return only(back ? shifted(weekend, -1, Grain::week) : weekend);
}

std::string no_such_day(const CalendarFields& fields) {
    const std::string month(month_name(fields.month));
    return "there is no " + std::to_string(fields.day) + " " + month +
           (fields.year != 0 ? " " + std::to_string(fields.year) : "");
}

// "Tuesday, 12 August": the nearer such day is meant, for a tense is easily misread; the farther one only where it fits the tense
// and the weekday is its own.
std::optional<Period> nearest_named_so(const Periods& all, unsigned weekday, const TimeContext& context) {
    const Day document = *context.document;
    const auto distance = [&](const Period& p) { return p.first < document ? document - p.first : p.first - document; };
    std::optional<Period> last, next;
    for (const Period& p : all) {
        if (p.first <= document && (!last || p.first > last->first)) last = p;
        if (p.first >= document && (!next || p.first < next->first)) next = p;
    }
    if (!last || !next) return last ? last : next;
    const auto named = [&](const Period& p) { return weekday_of(p.first) == std::chrono::weekday{weekday}; };
    const bool last_is_nearer = distance(*last) <= distance(*next);
    const Period& near = last_is_nearer ? *last : *next;
    const Period& far = last_is_nearer ? *next : *last;
    const bool fits = context.tense == (last_is_nearer ? Tense::future : Tense::past);
    return !named(near) && named(far) && fits ? far : near;
}

Resolved resolve_calendar(const CalendarFields& fields, const TimeContext& context) {
    if (fields.year != 0) {
        const auto period = within_year(fields, fields.year);
        if (!period && has_date(fields)) return open(Reason::no_period, no_such_day(fields));
        return only(period);
    }
    if (!has_part(fields)) {
        if (fields.weekend) return resolve_weekend(context);
        if (fields.day != 0) return resolve_day_of_month(fields, context);
        if (fields.weekday != 0) return resolve_weekday(fields.weekday, context);
        return open(Reason::no_period);
    }
    if (!context.document) return open(Reason::no_date);
    Periods all;
    const int around = comes_each_year(fields) ? 1 : years_around;
    for (int step = -around; step <= around; ++step)
        if (const auto period = within_year(fields, year_of(*context.document) + step)) all.push_back(*period);
    if (all.empty() && has_date(fields)) return open(Reason::no_period, no_such_day(fields));
    if (fields.quarter != 0 && context.tense == Tense::future)
        return only(fitting(all, *context.document - days{quarter_told_until}, Tense::future));
    if (fields.weekday != 0 && fields.day != 0) return only(nearest_named_so(all, fields.weekday, context));
    return only(fitting(all, *context.document, context.tense));
}

}  // namespace

std::string fiscal_note(const TimeContext& context) {
    if (!context.notes) return {};
    const FiscalCalendar& calendar = context.fiscal;
    if (calendar.start_month == 1 && calendar.start_day == 1) return "the fiscal year is the calendar year";
    return "fiscal years start on " + std::to_string(calendar.start_day) + " " + std::string(month_name(calendar.start_month));
}

std::string counted_from_named(const TimeContext& context) {
    return context.notes ? "counted from \"" + context.named_words + "\"" : std::string{};
}

bool within_calendar(const Period& period) {
    constexpr Day earliest{std::chrono::year{limits::year_min} / 1 / 1};
    constexpr Day latest{std::chrono::year{limits::year_max} / 12 / 31};
    return period.first >= earliest && period.last <= latest;
}

Resolved open(Reason reason, std::string note) { return {{}, reason, std::move(note)}; }

Resolved only(std::optional<Period> period, std::string note) {
    if (!period) return open(Reason::no_period, std::move(note));
    return {Periods(1, *period), Reason::none, std::move(note)};
}

Period weekend_of(const Period& week) {
    const Day saturday = week.first + (std::chrono::Saturday - weekday_of(week.first));
    return {saturday, saturday + days{1}, Grain::day};
}

std::optional<Period> season_period(int year, unsigned season) {
    const auto first = month_period(year, season * 3);
    const auto last = first ? shifted(*first, 2, Grain::month) : std::nullopt;
    return last ? std::optional(hull(*first, *last)) : std::nullopt;
}

std::optional<Period> within_year(const CalendarFields& fields, int year) {
    if (fields.holiday != 0) {
        const auto day = holiday_in(fields.holiday, year);
        return day ? std::optional(day_period(*day)) : std::nullopt;
    }
    if (fields.season != 0) return season_period(year, fields.season);
    if (fields.week != 0) {
        const auto fourth = make_day(year, 1, 4);
        const auto week =
            fourth ? shifted(week_period(*fourth, std::chrono::Monday), fields.week - 1, Grain::week) : std::nullopt;
        return week && fields.week <= weeks_max ? week : std::nullopt;
    }
    if (has_date(fields)) {
        const auto day = make_day(year, fields.month, fields.day);
        return day ? std::optional(day_period(*day)) : std::nullopt;
    }
    if (fields.month != 0) return month_period(year, fields.month);
    if (fields.quarter != 0) return quarter_period(year, fields.quarter);
    if (fields.half != 0) return half_period(year, fields.half);
    return year_period(year);
}

std::optional<Period> within_fiscal_year(const CalendarFields& fields, const Period& fiscal_year) {
    if (fields.quarter > 4 || fields.half > 2) return std::nullopt;
    if (fields.quarter != 0) return months_of_year(fiscal_year.first, 3 * (fields.quarter - 1), 3, Grain::quarter);
    if (fields.half != 0) return months_of_year(fiscal_year.first, 6 * (fields.half - 1), 6, Grain::half);
    if (fields.month == 0) return fiscal_year;
    for (const int year : {year_of(fiscal_year.first), year_of(fiscal_year.last)})
        if (const auto found = within_year(fields, year); found && meets(*found, fiscal_year)) return found;
    return std::nullopt;
}

std::optional<Period> fitting(const Periods& occurrences, Day document, Tense tense) {
    const auto distance = [&](const Period& p) {
        if (p.last < document) return document - p.last;
        return p.first > document ? p.first - document : days{0};
    };
    std::optional<Period> best;
    for (const Period& p : occurrences) {
        if (tense == Tense::past && p.first > document) continue;
        if (tense == Tense::future && p.last < document) continue;
        if (!best || distance(p) < distance(*best)) best = p;
    }
    return best;
}

Resolved resolve_fields(const CalendarFields& fields, const TimeContext& context) {
    if (fields.stepped) return resolve_stepped(fields, context);
    if (fields.year < 0 || fields.year > limits::year_max) return open(Reason::no_period, "only the years 1 to 9999 are known");
    return fields.fiscal || fields.two_years ? resolve_fiscal(fields, context) : resolve_calendar(fields, context);
}

}  // namespace factcheck
