#include "link/time.hpp"

#include "link/calendar_fields.hpp"
#include "model/limits.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace factcheck {

namespace {

using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year_month_day;

constexpr int occurrences_around = 12;  // "last May" and the like are looked for so many steps to either side
constexpr int steps_max = 9999 * 366;   // more lead out of the calendar from anywhere

int year_of(Day day) { return static_cast<int>(year_month_day{day}.year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(year_month_day{day}.month()); }

void add(Periods& out, const std::optional<Period>& period) {
    if (period && within_calendar(*period) && std::find(out.begin(), out.end(), *period) == out.end()) out.push_back(*period);
}

// ---- what contains a day, what lies at an end

std::optional<Period> years_period(int first, int last, Grain grain) {
    const auto from = make_day(std::max(first, limits::year_min), 1, 1);
    const auto to = make_day(last, 12, 31);
    return from && to ? std::optional(Period{*from, *to, grain}) : std::nullopt;
}

// One fiscal year, half or quarter.
std::optional<Period> containing_fiscal(Day day, Grain grain, const FiscalCalendar& calendar) {
    const auto year = fiscal_year_of(day, calendar);
    if (!year || grain == Grain::year) return year;
    for (std::uint8_t part = 1; part <= 4; ++part) {
        CalendarFields fields;
        (grain == Grain::quarter ? fields.quarter : fields.half) = part;
        const auto period = within_fiscal_year(fields, *year);
        if (period && contains(*period, day_period(day))) return period;
    }
    return std::nullopt;
}

// The first or last unit of a period that is a run of such units: "the following month" after "July to February".
std::optional<Period> end_unit(const Period& period, bool last) {
    const auto edge = shifted(day_period(last ? period.last + days{1} : period.first), last ? -1 : 1, period.grain);
    if (!edge) return std::nullopt;
    return last ? Period{edge->first, period.last, period.grain} : Period{period.first, edge->first - days{1}, period.grain};
}

// ---- relative expressions

struct Base {
    std::optional<Period> period;
    std::string note;
    Reason reason = Reason::none;
};

Base base_of(Anchor anchor, const TimeContext& context) {
    const auto counted_from = [&](const Period& period) {
        return context.notes ? "counted from " + to_words(period) : std::string{};
    };
    switch (anchor) {
        case Anchor::document:
            if (!context.document) return {std::nullopt, {}, Reason::no_date};
            return {day_period(*context.document), counted_from(day_period(*context.document)), Reason::none};
        case Anchor::named:
            if (context.named) return {context.named, counted_from_named(context), Reason::none};
            if (context.claim) return {context.claim, counted_from(*context.claim), Reason::none};
            break;
        case Anchor::period:
            if (context.claim) return {context.claim, counted_from(*context.claim), Reason::none};
            if (context.named) return {context.named, counted_from_named(context), Reason::none};
            break;
    }
    return {std::nullopt, {}, Reason::no_period};
}

Day latest_day() { return *make_day(limits::year_max, 12, 31); }

bool is_fiscal(const TimeExpression& expression) { return expression.start.fiscal; }

// `count` steps of `grain` from the base: its own unit where it is a run of such, else the unit that holds its end.
Periods stepped(const Period& base, const TimeExpression& expression, const TimeContext& context) {
    const Grain grain = expression.grain;
    const bool last = expression.count > 0;
    const Day edge = last ? base.last : base.first;
    Periods out;
    if (is_fiscal(expression)) {
        const auto unit = containing_fiscal(edge, grain, context.fiscal);
        if (unit) add(out, shifted(*unit, expression.count, grain));
        return out;
    }
    if (base.grain == grain) {
        const auto unit = end_unit(base, last);
        if (unit) add(out, shifted(*unit, expression.count, grain));
        return out;
    }
    // Weeks are counted from Monday or from Sunday.
    for (const weekday starts : {std::chrono::Monday, std::chrono::Sunday}) {
        const auto unit = containing(edge, grain, starts);
        if (unit) add(out, shifted(*unit, expression.count, grain));
        if (grain != Grain::week) break;
    }
    return out;
}

Grain grain_of(const CalendarFields& fields) {
    if (fields.weekday != 0 || fields.day != 0 || fields.holiday != 0 || fields.weekend) return Grain::day;
    if (fields.week != 0) return Grain::week;
    if (fields.season != 0) return Grain::month;
    if (fields.month != 0) return Grain::month;
    if (fields.quarter != 0) return Grain::quarter;
    return fields.half != 0 ? Grain::half : Grain::year;
}

bool has_fields(const CalendarFields& f) {
    return f.half != 0 || f.quarter != 0 || f.month != 0 || f.day != 0 || f.weekday != 0 || f.week != 0 || f.season != 0 ||
           f.holiday != 0 || f.weekend;
}

// "Monday" of a week, "May" or "the first quarter" of a year, "the 15th" of a month.
std::optional<Period> within(const CalendarFields& fields, const Period& outer) {
    if (fields.weekday != 0 && fields.month == 0 && fields.day == 0) {
        if (days_inclusive(outer) > 7) return std::nullopt;
        const Day day = outer.first + (weekday{fields.weekday} - weekday_of(outer.first));
        return contains(outer, day_period(day)) ? std::optional(day_period(day)) : std::nullopt;
    }
    if (fields.day != 0 && fields.month == 0) {
        const auto day = make_day(year_of(outer.first), month_of(outer.first), fields.day);
        return day && contains(outer, day_period(*day)) ? std::optional(day_period(*day)) : std::nullopt;
    }
    if (fields.weekend) return days_inclusive(outer) == 7 ? std::optional(weekend_of(outer)) : std::nullopt;
    if (fields.season != 0) return season_period(year_of(outer.first), fields.season);  // winter lasts into the next year
    for (const int year : {year_of(outer.first), year_of(outer.last)})
        if (const auto found = within_year(fields, year); found && contains(outer, *found)) return found;
    return std::nullopt;
}

std::optional<Period> part_of(const CalendarFields& fields, const Period& outer) {
    return fields.fiscal ? within_fiscal_year(fields, outer) : within(fields, outer);
}

// What a named day or month comes round in: a weekday in the week, a day in the month, a month in the year.
Grain round_of(const CalendarFields& fields) {
    if (fields.month == 0 && fields.weekday != 0 && fields.day == 0) return Grain::week;
    if (fields.weekend) return Grain::week;
    return fields.month == 0 && fields.day != 0 ? Grain::month : Grain::year;
}

// In how many rounds before or after it the n-th occurrence of what the fields say lies: 29 February does not come in each.
int rounds_to(const CalendarFields& fields, int n) {
    const bool each = fields.holiday == 0 && fields.week == 0 && fields.day <= 28;
    return each ? std::min(std::abs(n) + 2, occurrences_around) : occurrences_around;
}

// "last May", "next Monday": the nearest before or after the base, else that of the year or week before or after.
Periods stepped_occurrence(const Period& base, const TimeExpression& expression, const TimeContext& context) {
    TimeExpression round = expression;
    round.grain = round_of(expression.start);
    Periods before, after;
    const int rounds = rounds_to(expression.start, expression.count);
    for (int step = -rounds; step <= rounds; ++step) {
        round.count = step;
        const auto outer = stepped(day_period(base.first), round, context);
        const auto found = outer.empty() ? std::nullopt : part_of(expression.start, outer.front());
        if (found && found->last < base.first) before.push_back(*found);
        if (found && found->first > base.last) after.push_back(*found);
    }
    Periods out;
    const auto n = static_cast<std::size_t>(std::abs(expression.count));
    if (expression.count < 0 && before.size() >= n) add(out, before[before.size() - n]);
    if (expression.count > 0 && after.size() >= n) add(out, after[n - 1]);
    round.count = expression.count;
    for (const Period& outer : stepped(day_period(base.first), round, context)) add(out, part_of(expression.start, outer));
    // "Next Friday", said on a Monday, is that of the next week.
    if (expression.as_unit && out.size() > 1) std::swap(out[0], out[1]);
    return out;
}

Periods relative_periods(const Period& base, const TimeExpression& expression, const TimeContext& context) {
    if (expression.count > steps_max || expression.count < -steps_max) return {};
    Periods out;
    if (has_fields(expression.start)) {
        if (expression.grain <= grain_of(expression.start) && expression.count <= occurrences_around &&
            expression.count >= -occurrences_around)
            return stepped_occurrence(base, expression, context);
        for (const Period& outer : stepped(base, expression, context)) add(out, part_of(expression.start, outer));
        return out;
    }
    if (expression.anchor == Anchor::period) {
        add(out, shifted(base, expression.count, expression.grain));
        return out;
    }
    out = stepped(base, expression, context);
    // "Two months later" after "on 10 May" is July, or 10 July.
    if (expression.anchor == Anchor::named && base.grain < expression.grain)
        add(out, shifted(base, expression.count, expression.grain));
    return out;
}

bool is_run(const TimeExpression& e) { return e.count_high != 0 && e.count_high != e.count && !has_fields(e.start); }

// "The last three months": whole months, or to the day.
Periods run_of_steps(const Period& base, const TimeExpression& expression, const TimeContext& context) {
    TimeExpression end = expression;
    end.count = expression.count_high;
    end.count_high = 0;
    const Periods from = stepped(base, expression, context);
    const Periods to = stepped(base, end, context);
    Periods out;
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) add(out, hull(from[i], to[i]));
    if (is_fiscal(expression) || base.grain != Grain::day || expression.grain == Grain::day) return out;
    const bool first_is_far = std::abs(std::int64_t{expression.count}) > std::abs(std::int64_t{expression.count_high});
    const auto far = shifted(base, first_is_far ? expression.count : expression.count_high, expression.grain);
    const bool ahead = expression.count > 0;  // "the next two years" begin tomorrow
    const Period near = ahead && base.last < latest_day() ? day_period(base.last + days{1}) : base;
    if (far) add(out, hull(near, *far));
    return out;
}

bool is_business_day(Day day) { return weekday_of(day).iso_encoding() <= 5; }

// "The next four business days": the text's day does not count.
Periods run_of_business_days(const Period& base, const TimeExpression& expression) {
    constexpr int most = 300;
    const bool back = expression.count < 0;
    int left = back ? -expression.count : expression.count_high;
    if (left < 1 || left > most) return {};
    std::optional<Day> first;
    Day day = base.first;
    while (left > 0) {
        day += days{back ? -1 : 1};
        if (!is_business_day(day)) continue;
        if (!first) first = day;
        --left;
    }
    Periods out;
    add(out, Period{std::min(*first, day), std::max(*first, day), Grain::day});
    return out;
}

// "1 year and 2 months ago": to the day, part by part.
Periods in_parts(const Period& base, const TimeExpression& expression) {
    constexpr Grain grains[] = {Grain::year, Grain::month, Grain::week, Grain::day};
    const int way = expression.count < 0 ? -1 : 1;
    auto out = shifted(day_period(way < 0 ? base.first : base.last), expression.count, expression.grain);
    for (const FurtherLength& part : expression.further)
        if (out && part.count != 0 && part.unit <= LengthUnit::day)
            out = shifted(*out, way * part.count, grains[static_cast<std::size_t>(part.unit)]);
    Periods all;
    add(all, out);
    return all;
}

Resolved resolve_relative(const TimeExpression& expression, const TimeContext& context) {
    const Base base = base_of(expression.anchor, context);
    if (!base.period) return open(base.reason);
    if (expression.vague) return open(Reason::no_period, "the words do not say how long before or after");
    if (is_fiscal(expression) && !context.fiscal_known) return open(Reason::ambiguous, "whose fiscal year is meant is not known");
    Resolved out{{}, Reason::none, base.note};
    if (expression.further[0].count != 0)
        out.candidates =
            expression.count > steps_max || expression.count < -steps_max ? Periods{} : in_parts(*base.period, expression);
    else if (expression.business)
        out.candidates = run_of_business_days(*base.period, expression);
    else
        out.candidates = (is_run(expression) ? run_of_steps : relative_periods)(*base.period, expression, context);
    if (out.candidates.empty()) return open(Reason::no_period);
    return out;
}

// ---- "the first eight months of fiscal 2024"

std::optional<Period> months_within(const Period& year, int count) {
    const bool from_end = count < 0;
    const auto step = shifted(day_period(from_end ? year.last + days{1} : year.first), count, Grain::month);
    if (!step || count == 0 || count > 12 || count < -12) return std::nullopt;
    return from_end ? Period{step->first, year.last, Grain::month} : Period{year.first, step->first - days{1}, Grain::month};
}

int months_counted(const TimeExpression& expression) {
    if (expression.count > 12 || expression.count < -12) return 0;
    if (expression.grain == Grain::quarter) return expression.count * 3;
    return expression.grain == Grain::half ? expression.count * 6 : expression.count;
}

std::optional<Period> year_from_document(int steps, const TimeExpression& expression, const TimeContext& context) {
    const Day document = *context.document;
    const auto own = is_fiscal(expression) ? fiscal_year_of(document, context.fiscal) : year_period(year_of(document));
    return own ? shifted(*own, steps, Grain::year) : std::nullopt;
}

// Without a year: those of the newest year whose months are over, of the next one where the text looks ahead.
Resolved months_of_any_year(const TimeExpression& expression, const TimeContext& context) {
    const int months = months_counted(expression);
    if (expression.anchor != Anchor::document && context.named && context.named->grain == Grain::year)
        return only(months_within(*context.named, months), counted_from_named(context));
    if (!context.document) return open(Reason::no_date);
    const int steps = expression.count_high;
    if (steps != 0 && steps != expression.count) {
        const auto year = year_from_document(steps, expression, context);
        return only(year ? months_within(*year, months) : std::nullopt);
    }
    Periods all;
    for (int step = -2; step <= 2; ++step) {
        const auto year = year_from_document(step, expression, context);
        const auto period = year ? months_within(*year, months) : std::nullopt;
        const bool ahead = context.tense == Tense::future;
        if (period && (ahead ? period->last >= *context.document : period->last < *context.document)) all.push_back(*period);
    }
    return only(fitting(all, *context.document, context.tense));
}

Resolved resolve_months_of(const TimeExpression& expression, const TimeContext& context) {
    if (is_fiscal(expression) && !context.fiscal_known) return open(Reason::ambiguous, "whose fiscal year is meant is not known");
    if (expression.start.year == 0) return months_of_any_year(expression, context);
    const Resolved year = resolve_fields(expression.start, context);
    if (year.candidates.empty()) return year;
    return only(months_within(year.candidates.front(), months_counted(expression)), year.note);
}

// ---- the other kinds

// "The same period of 2023": as many years away as the claim's first or last day lies from that year.
std::vector<int> years_away(const CalendarFields& fields, const Period& claim, const TimeContext& context) {
    const auto wanted = resolve_fields(fields, context);
    if (wanted.candidates.empty()) return {};
    const int year = year_of(wanted.candidates.front().first);
    if (!fields.fiscal && !fields.two_years) return {year - year_of(claim.first), year - year_of(claim.last)};
    const auto own = fiscal_year_of(claim.first, context.fiscal);
    return own ? std::vector<int>{year - year_of(own->first)} : std::vector<int>{};
}

Resolved resolve_same_period(const TimeExpression& expression, const TimeContext& context) {
    const Base base = base_of(Anchor::period, context);
    if (!base.period) return open(base.reason);
    if (expression.start.year == 0) return only(shifted(*base.period, expression.count, expression.grain), base.note);
    Resolved out{{}, Reason::none, base.note};
    for (const int years : years_away(expression.start, *base.period, context))
        add(out.candidates, shifted(*base.period, years, Grain::year));
    if (out.candidates.empty()) return open(Reason::no_period);
    return out;
}

Resolved resolve_hull(const TimeExpression& expression, const TimeContext& context) {
    const ResolvedRange range = resolve_range(expression.start, expression.end, context);
    if (!range.ends) return open(range.reason, range.note);
    const Period whole = hull(range.ends->start, range.ends->end);
    return only(whole, range.note);
}

Resolved resolve_decade(const TimeExpression& expression) {
    const std::int32_t year = expression.start.year;
    if (year < limits::year_min || year > limits::year_max) return open(Reason::no_period);
    return only(years_period(year - year % 10, year - year % 10 + 9, Grain::decade));
}

// The 19th century is 1801 to 1900; many mean 1800 to 1899.
Resolved resolve_century(const TimeExpression& expression) {
    const int n = expression.count;
    if (n < 1 || n > limits::year_max / 100 + 1) return open(Reason::no_period);
    Resolved out;
    for (const int first : {n * 100 - 99, n * 100 - 100}) add(out.candidates, years_period(first, first + 99, Grain::century));
    if (out.candidates.empty()) return open(Reason::no_period);
    return out;
}

Resolved resolve_whole(const TimeExpression& expression, const TimeContext& context) {
    CalendarFields fiscal = expression.start;
    fiscal.fiscal = true;
    switch (expression.kind) {
        case TimeKind::none:
        case TimeKind::duration: return open(Reason::no_period);  // a length is no place in time
        case TimeKind::calendar: return resolve_fields(expression.start, context);
        case TimeKind::fiscal: return resolve_fields(fiscal, context);
        case TimeKind::relative: return resolve_relative(expression, context);
        case TimeKind::same_period: return resolve_same_period(expression, context);
        case TimeKind::range: return resolve_hull(expression, context);
        case TimeKind::decade: return resolve_decade(expression);
        case TimeKind::century: return resolve_century(expression);
        case TimeKind::months_of: return resolve_months_of(expression, context);
        case TimeKind::within:
        case TimeKind::offset:
        case TimeKind::holding:
        case TimeKind::ending:
        case TimeKind::rest: return resolve_composed(expression, context);
        case TimeKind::clock:
        case TimeKind::reference:
        case TimeKind::recurring: return open(Reason::no_period);
    }
    return open(Reason::no_period);
}

// ---- early, mid, late; so far

// How many months the period is; 0 where it is not of whole months, or but one.
int months_long(const Period& period) {
    if (period.grain < Grain::quarter) return 0;
    for (const int months : {3, 6, 12, 120, 1200}) {
        const auto past = shifted(day_period(period.first), months, Grain::month);
        if (past && past->first == period.last + days{1}) return months;
    }
    return 0;
}

// A third of the period: of its months where it is a quarter or longer, else of its days.
Period third_of(const Period& period, Part part) {
    const long index = part == Part::early ? 0 : part == Part::middle ? 1 : 2;
    const int months = months_long(period);
    const long length = months != 0 ? months : days_inclusive(period);
    if (length < 3) return period;
    const auto at = [&](long third) {
        if (months == 0) return period.first + days{length * third / 3};
        const auto found = shifted(day_period(period.first), static_cast<int>(length * third / 3), Grain::month);
        return found ? found->first : period.last + days{1};
    };
    return {at(index), at(index + 1) - days{1}, months != 0 ? Grain::month : Grain::day};
}

// "So far this year": to the document's day, or to the last month that had ended, or the one before, for figures come late.
Periods so_far(const Period& period, Day document) {
    Periods out;
    if (document < period.first) return out;
    add(out, Period{period.first, std::min(period.last, document), Grain::day});
    const auto month = month_period(year_of(document), month_of(document));
    for (const int back : {-1, -2}) {
        const auto ended = month ? shifted(*month, back, Grain::month) : std::nullopt;
        if (ended && ended->last > period.first) add(out, Period{period.first, std::min(period.last, ended->last), Grain::month});
    }
    return out;
}

}  // namespace

std::optional<Period> containing(Day day, Grain grain, weekday week_starts) {
    const int year = year_of(day);
    const unsigned month = month_of(day);
    switch (grain) {
        case Grain::day: return day_period(day);
        case Grain::week: return week_period(day, week_starts);
        case Grain::month: return month_period(year, month);
        case Grain::quarter: return quarter_period(year, (month - 1) / 3 + 1);
        case Grain::half: return half_period(year, (month - 1) / 6 + 1);
        case Grain::year: return year_period(year);
        case Grain::decade: return years_period(year - year % 10, year - year % 10 + 9, grain);
        case Grain::century: return years_period((year - 1) / 100 * 100 + 1, (year - 1) / 100 * 100 + 100, grain);
    }
    return std::nullopt;
}

Resolved resolve_stepped(const CalendarFields& fields, const TimeContext& context) {
    TimeExpression expression;
    expression.kind = TimeKind::relative;
    expression.start = fields;
    expression.start.stepped = false;
    expression.grain = fields.step_grain;
    expression.count = expression.count_high = fields.step;
    return resolve_relative(expression, context);
}

Resolved resolve(const TimeExpression& expression, const TimeContext& context) {
    if (expression.start.loose || expression.end.loose) return open(Reason::ambiguous, "the words can be read as other days too");
    return resolve_loosely(expression, context);
}

Resolved resolve_loosely(const TimeExpression& expression, const TimeContext& context) {
    Resolved whole = resolve_whole(expression, context);
    if (expression.part == Part::whole && !expression.year_to_date) return whole;
    if (expression.year_to_date && !context.document) return open(Reason::no_date);
    Resolved out{{}, whole.reason, whole.note};
    for (const Period& period : whole.candidates) {
        const Period part = expression.part == Part::whole ? period : third_of(period, expression.part);
        if (!expression.year_to_date)
            add(out.candidates, part);
        else
            for (const Period& known : so_far(part, *context.document)) add(out.candidates, known);
    }
    if (out.candidates.empty() && out.reason == Reason::none) out.reason = Reason::no_period;
    return out;
}

}  // namespace factcheck
