// TIMEX3 values (ISO 24617-1): what a temporal expression stands for as far as it can be told, X where it is open.
#include "link/calendar_fields.hpp"
#include "link/time.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace factcheck {

namespace {

constexpr std::string_view open_year = "XXXX";

std::string padded(int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string year_text(std::int32_t year) { return year == 0 ? std::string(open_year) : padded(year, 4); }

std::string season_code(std::uint8_t season) {
    constexpr std::string_view codes[] = {"-SP", "-SU", "-FA", "-WI"};
    return std::string(codes[(season - 1U) % 4]);
}

// The fields as written: XXXX-05-10, XXXX-WXX-1, 2019-02-29 (a day that does not exist keeps its words).
std::string as_written(const CalendarFields& fields) {
    const std::string year = year_text(fields.year);
    if (fields.year < 0) return "BC" + padded(-fields.year, 4);
    if (fields.season != 0) return year + season_code(fields.season);
    if (fields.week != 0) return year + "-W" + padded(fields.week, 2);
    if (fields.weekend) return year + "-WXX-WE";
    if (fields.month != 0) return year + "-" + padded(fields.month, 2) + (fields.day != 0 ? "-" + padded(fields.day, 2) : "");
    if (fields.day != 0) return year + "-XX-" + padded(fields.day, 2);
    if (fields.weekday != 0) return year + "-WXX-" + std::to_string(fields.weekday);
    if (fields.quarter != 0) return year + "-Q" + std::to_string(fields.quarter);
    return fields.half != 0 ? year + "-H" + std::to_string(fields.half) : year;
}

// A fiscal year is named as the text names it: its days depend on whose it is.
std::string as_fiscal(CalendarFields fields) {
    fields.month = 0;
    fields.day = 0;
    fields.weekday = 0;
    return "FY" + as_written(fields);
}

std::string first_or(const Resolved& resolved, std::string otherwise) {
    return resolved.candidates.empty() ? std::move(otherwise) : to_timex(resolved.candidates.front());
}

// The names that TIMEX3 has for weekends and seasons: 2025-W31-WE, 2025-SU.
std::string named_period(const CalendarFields& fields, const Period& period) {
    const Day first = period.first;
    if (fields.weekend) return to_timex(week_period(first, std::chrono::Monday)) + "-WE";
    return padded(static_cast<int>(std::chrono::year_month_day{first}.year()), 4) + season_code(fields.season);
}

std::string first_named_or(const CalendarFields& fields, const Resolved& resolved, std::string otherwise) {
    if (!resolved.candidates.empty() && (fields.weekend || fields.season != 0))
        return named_period(fields, resolved.candidates.front());
    return first_or(resolved, std::move(otherwise));
}

std::string fields_value(const CalendarFields& fields, const TimeContext& context) {
    const bool fiscal = fields.fiscal || fields.two_years;
    if (fiscal && fields.month == 0) return as_fiscal(fields);
    CalendarFields plain;  // with a year, and nothing that must be looked up
    plain.year = fields.year;
    plain.half = fields.half;
    plain.quarter = fields.quarter;
    plain.month = fields.month;
    plain.day = fields.day;
    if (fields.year > 0 && fields == plain) return as_written(fields);
    const Resolved resolved = resolve_fields(fields, context);
    const bool weekday_tells = fields.weekday != 0 && fields.day != 0 && !resolved.candidates.empty();
    return weekday_tells ? to_timex(resolved.candidates.back())
                         : first_named_or(fields, resolved, fiscal ? as_fiscal(fields) : as_written(fields));
}

std::string range_value(const TimeExpression& expression, const TimeContext& context) {
    const RangeFields fields = completed(expression.start, expression.end);
    if (fields.start.fiscal || fields.end.fiscal)
        return fields_value(fields.start, context) + "/" + fields_value(fields.end, context);
    const ResolvedRange range = resolve_range(expression.start, expression.end, context);
    if (range.ends) return to_timex(range.ends->start) + "/" + to_timex(range.ends->end);
    return as_written(fields.start) + "/" + as_written(fields.end);
}

std::string length_text(std::int32_t count, Grain grain) {
    const std::string n = count > 0 ? std::to_string(count) : "X";
    switch (grain) {
        case Grain::day: return "P" + n + "D";
        case Grain::week: return "P" + n + "W";
        case Grain::month: return "P" + n + "M";
        case Grain::quarter: return "P" + n + "Q";
        case Grain::half: return "P" + (count > 0 ? std::to_string(std::int64_t{count} * 6) : "X") + "M";
        case Grain::year: return "P" + n + "Y";
        case Grain::decade: return "P" + n + "DE";
        case Grain::century: return "P" + n + "CE";
    }
    return {};
}

std::string duration_value(const TimeExpression& expression) {
    const std::string low = length_text(expression.count, expression.grain);
    if (expression.count_high <= expression.count || expression.count <= 0) return low;
    return low + "/" + length_text(expression.count_high, expression.grain);
}

// "The last three months" are counted to the day, quarters and longer steps of the calendar are whole.
std::string run_value(const TimeExpression& expression, const TimeContext& context) {
    const Resolved resolved = resolve_loosely(expression, context);
    const Grain grain = expression.grain;
    const bool to_the_day = grain == Grain::week || grain == Grain::month || grain == Grain::year;
    if (resolved.candidates.empty()) return std::string(open_year);
    return to_timex(to_the_day ? resolved.candidates.back() : resolved.candidates.front());
}

// "Two weeks ago", "in three years": a day as far from the document's. "Last week", "this year": the whole of it.
std::string relative_value(const TimeExpression& expression, TimeContext context) {
    if (expression.vague) return expression.count < 0 ? "PAST_REF" : "FUTURE_REF";
    if (expression.start.fiscal && !context.fiscal_known) return "FYXXXX";
    if (expression.anchor != Anchor::document && !context.named && !context.claim && context.document)
        context.named = day_period(*context.document);
    if (expression.further[0].count != 0) return first_or(resolve_loosely(expression, context), std::string(open_year));
    const CalendarFields& f = expression.start;
    const bool bare = f.month == 0 && f.day == 0 && f.weekday == 0 && f.quarter == 0 && f.half == 0 && f.holiday == 0 &&
                      f.season == 0 && !f.weekend && !f.fiscal;
    if (bare && expression.count_high != 0 && expression.count_high != expression.count) return run_value(expression, context);
    const bool far = !expression.as_unit && (expression.count > 1 || expression.count < -1);
    const bool from_day = expression.anchor == Anchor::document || (context.named && context.named->grain == Grain::day);
    const auto base =
        expression.anchor == Anchor::document && context.document ? std::optional(day_period(*context.document)) : context.named;
    // "Two years ago" is a year; "two weeks ago" a day.
    const bool years_back = expression.anchor == Anchor::document && expression.count < 0 && expression.grain >= Grain::year;
    if (bare && expression.anchor == Anchor::document && expression.count < 0 && !expression.as_unit && expression.ago &&
        expression.grain >= Grain::decade && base)
        if (const auto day = shifted(*base, expression.count, expression.grain)) return to_iso(day->first).substr(0, 4);
    if (bare && far && from_day && base && !years_back)
        if (const auto day = shifted(*base, expression.count, expression.grain)) return to_timex(*day);
    return first_named_or(f, resolve_loosely(expression, context),
                          f == CalendarFields{} ? std::string(open_year) : as_written(f));
}

// A stretch told by its length: "the past three years" P3Y, "the past decade" P1DE.
std::string stretch_value(const TimeExpression& expression) {
    if (expression.vague) return length_text(0, expression.grain);
    const std::int32_t low = std::abs(expression.count), high = std::abs(expression.count_high);
    return length_text(std::max(low, high), expression.grain);
}

std::string reference_value(const TimeExpression& expression) {
    return expression.count < 0 ? "PAST_REF" : expression.count > 0 ? "FUTURE_REF" : "PRESENT_REF";
}

std::string recurring_value(const TimeExpression& expression) {
    const FurtherLength& hours = expression.further[0];
    if (hours.count != 0) return "PT" + std::to_string(hours.count) + "HMS"[static_cast<std::size_t>(hours.unit) - 4];
    if (expression.clock.written() && expression.start == CalendarFields{}) return "XXXX-XX-XX";
    return expression.start == CalendarFields{} ? length_text(expression.count, expression.grain) : as_written(expression.start);
}

std::string composed_value(const TimeExpression& expression, const TimeContext& context) {
    const Resolved resolved = resolve_loosely(expression, context);
    const bool weekend = expression.end.weekend || (expression.kind == TimeKind::within && expression.start.weekend);
    if (weekend && !resolved.candidates.empty())
        return to_timex(week_period(resolved.candidates.front().first, std::chrono::Monday)) + "-WE";
    return first_or(resolved, std::string(open_year));
}

// "the 1990s" 199X, "the 19th century" 18XX.
std::string decade_value(std::int32_t year) { return padded(year / 10, 3) + "X"; }
std::string century_value(std::int32_t count) { return count < 1 ? std::string(open_year) : padded(count - 1, 2) + "XX"; }

// Of a time of day alone: the day last named, if it is near the text's; else the text's.
std::string clock_day(const TimeContext& context) {
    constexpr std::chrono::days near{10};
    if (!context.document) return "XXXX-XX-XX";
    const Day document = *context.document;
    const bool to_come = context.tense == Tense::future && context.named && context.named->last < document;
    if (context.named && !to_come && context.named->first == context.named->last && context.named->first - document < near &&
        document - context.named->first < near)
        return to_iso(context.named->first);
    return to_iso(document);
}

std::string day_value(const TimeExpression& whole, const TimeContext& context) {
    CalendarFields fiscal = whole.start;
    fiscal.fiscal = true;
    switch (whole.kind) {
        case TimeKind::none: return {};
        case TimeKind::calendar: return fields_value(whole.start, context);
        case TimeKind::fiscal: return fields_value(fiscal, context);
        case TimeKind::relative: return relative_value(whole, context);
        case TimeKind::same_period: return first_or(resolve_loosely(whole, context), std::string(open_year));
        case TimeKind::range: return range_value(whole, context);
        case TimeKind::duration: return duration_value(whole);
        case TimeKind::decade: return decade_value(whole.start.year);
        case TimeKind::century: return century_value(whole.count);
        case TimeKind::months_of:
            return first_or(resolve_loosely(whole, context),
                            whole.start.fiscal ? as_fiscal(whole.start) : as_written(whole.start));
        case TimeKind::within:
        case TimeKind::offset:
        case TimeKind::holding:
        case TimeKind::ending:
        case TimeKind::rest: return composed_value(whole, context);
        case TimeKind::clock: return clock_day(context);
        case TimeKind::reference: return reference_value(whole);
        case TimeKind::recurring: return recurring_value(whole);
    }
    return {};
}

std::string clock_value(const TimeOfDay& clock) {
    constexpr std::string_view parts[] = {"", "MO", "MI", "AF", "EV", "NI"};
    if (clock.hour < 0) return "T" + std::string(parts[static_cast<std::size_t>(clock.part)]);
    std::string out = "T" + padded(clock.hour, 2);
    if (clock.minute >= 0) out += ":" + padded(clock.minute, 2);
    if (clock.second >= 0) out += ":" + padded(clock.second, 2);
    return out;
}

// "opened at midnight", of the text's own day: the one that began it.
TimeOfDay begun(const TimeExpression& expression, const TimeContext& context, std::string_view day) {
    TimeOfDay out = expression.clock;
    if (expression.kind == TimeKind::clock && out.hour == 24 && context.tense == Tense::past && context.document &&
        day == to_iso(*context.document))
        out.hour = 0;
    return out;
}

}  // namespace

std::string timex_value(const TimeExpression& expression, const TimeContext& context) {
    if (expression.as_length) return stretch_value(expression);
    TimeExpression whole = expression;  // early, mid, late and "so far" are modifiers of the same value
    whole.part = Part::whole;
    if (whole.year_to_date && whole.as_unit) return first_or(resolve_loosely(whole, context), std::string(open_year));
    whole.year_to_date = false;
    std::string out = day_value(whole, context);
    if (expression.clock.written()) out += clock_value(begun(expression, context, out));
    return out;
}

}  // namespace factcheck
