// Times that hang on another time: the n-th week of a year, days before a feast, the week of a day, the rest of a month.
#include "link/calendar_fields.hpp"

#include <cstdlib>

namespace factcheck {

namespace {

using std::chrono::days;
using std::chrono::weekday;

constexpr int nth_max = 400;       // "the 365th day of the year"
constexpr int steps_max = 36'600;  // a century of days

Resolved resolve_inner(const TimeExpression& expression, const TimeContext& context) {
    CalendarFields inner = expression.start;
    if (expression.kind == TimeKind::within && (inner.month != 0 || inner.year != 0 || inner.stepped)) inner.weekday = 0;
    return resolve_fields(inner, context);
}

// A week belongs to the month, or the year, that has its Thursday.
std::optional<Period> nth_week(const Period& outer, int n) {
    const Day first = outer.first + (std::chrono::Thursday - weekday_of(outer.first));
    const Day last = outer.last - (weekday_of(outer.last) - std::chrono::Thursday);
    const Day thursday = n > 0 ? first + days{7 * (n - 1)} : last + days{7 * (n + 1)};
    if (!contains(outer, day_period(thursday))) return std::nullopt;
    return week_period(thursday, std::chrono::Monday);
}

std::optional<Period> nth_weekday(const Period& outer, weekday wanted, int n) {
    const Day first = outer.first + (wanted - weekday_of(outer.first));
    const Day last = outer.last - (weekday_of(outer.last) - wanted);
    const Day day = n > 0 ? first + days{7 * (n - 1)} : last + days{7 * (n + 1)};
    return contains(outer, day_period(day)) ? std::optional(day_period(day)) : std::nullopt;
}

std::optional<Period> nth_unit(const Period& outer, const TimeExpression& expression, int n) {
    if (n == 0 || n > nth_max || n < -nth_max) return std::nullopt;
    if (expression.start.weekday != 0) return nth_weekday(outer, weekday{expression.start.weekday}, n);
    if (expression.grain == Grain::week) {
        const auto week = nth_week(outer, n);
        return week && expression.start.weekend ? std::optional(weekend_of(*week)) : week;
    }
    const Day edge = n > 0 ? outer.first : outer.last;
    const auto unit = containing(edge, expression.grain, std::chrono::Monday);
    const auto found = unit ? shifted(*unit, n > 0 ? n - 1 : n + 1, expression.grain) : std::nullopt;
    return found && contains(outer, *found) ? found : std::nullopt;
}

std::optional<Period> within_outer(const Period& outer, const TimeExpression& expression) {
    const auto first = nth_unit(outer, expression, expression.count);
    if (!first || expression.count_high == 0 || expression.count_high == expression.count) return first;
    const auto last = nth_unit(outer, expression, expression.count_high);
    return last ? std::optional(hull(*first, *last)) : std::nullopt;
}

// So far from a day; from a longer period in its own steps, or from its nearer end.
std::optional<Period> offset_from(const Period& base, const TimeExpression& expression) {
    if (std::abs(expression.count) > steps_max) return std::nullopt;
    if (base.grain != Grain::day && base.grain <= expression.grain) return shifted(base, expression.count, expression.grain);
    return shifted(day_period(expression.count < 0 ? base.first : base.last), expression.count, expression.grain);
}

std::optional<Period> holding(const Period& base, const TimeExpression& expression) {
    const auto unit = containing(base.first, expression.grain, std::chrono::Monday);
    // "Labor Day weekend": of a Monday the one that it ends.
    const bool ends = expression.end.weekend && weekday_of(base.first) == std::chrono::Monday && base.first == base.last;
    if (ends && unit && expression.part == Part::whole) {
        const auto before = shifted(*unit, -1, Grain::week);
        return before ? std::optional(weekend_of(*before)) : std::nullopt;
    }
    return unit && expression.part == Part::whole && expression.end.weekend ? std::optional(weekend_of(*unit)) : unit;
}

std::optional<Period> ending_with(const Period& base, const TimeExpression& expression) {
    if (expression.count <= 0 || expression.count > steps_max) return std::nullopt;
    const auto first = shifted(day_period(base.last + days{1}), -expression.count, expression.grain);
    if (!first) return std::nullopt;
    return Period{first->first, base.last, expression.grain < Grain::month ? Grain::day : Grain::month};
}

std::optional<Period> rest_of(const Period& base, const TimeContext& context) {
    if (!context.document || !contains(base, day_period(*context.document))) return std::nullopt;
    return Period{*context.document, base.last, Grain::day};
}

}  // namespace

Resolved resolve_composed(const TimeExpression& expression, const TimeContext& context) {
    const Resolved inner = resolve_inner(expression, context);
    if (inner.candidates.empty()) return inner;
    const Period& base = inner.candidates.front();
    switch (expression.kind) {
        case TimeKind::within: return only(within_outer(base, expression), inner.note);
        case TimeKind::offset: return only(offset_from(base, expression), inner.note);
        case TimeKind::holding: return only(holding(base, expression), inner.note);
        case TimeKind::ending: return only(ending_with(base, expression), inner.note);
        case TimeKind::rest: return only(rest_of(base, context), inner.note);
        default: return open(Reason::no_period);
    }
}

}  // namespace factcheck
