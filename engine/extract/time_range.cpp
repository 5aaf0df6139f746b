// Ranges of dates: two points and what joins them; each end lends the other what it lacks.
#include "extract/first_words.hpp"
#include "extract/time_point.hpp"

namespace factcheck::extracting {

namespace {

using grammar::is_digit;
using grammar::is_gap;
using grammar::is_letter;
using grammar::to_lower;

// "July to February 2025": a point without a year takes that of the other end; a later month then lies in the year before.
void share_year(CalendarFields& start, CalendarFields& end) {
    if (start.stepped || end.stepped) return;
    if (start.year == 0 && end.year != 0) {
        const bool wraps = start.month > end.month && end.month != 0;
        start.year = end.year - (wraps ? 1 : 0);
    } else if (end.year == 0 && start.year != 0) {
        const bool wraps = end.month != 0 && end.month < start.month;
        end.year = start.year + (wraps ? 1 : 0);
    }
}

bool only_year(const CalendarFields& f) { return f.month == 0 && f.quarter == 0 && f.half == 0 && !f.stepped && f.weekday == 0; }

// Whether two ends make a range without "from" before them: years grow, and a year goes with a year.
bool may_join(const CalendarFields& start, const CalendarFields& end, std::string_view joined) {
    const bool to = joined.find("to") != std::string_view::npos;
    const bool until = joined.find("t") != std::string_view::npos && !to;  // also "through"
    if (start.stepped) return end.stepped || end.year != 0;
    if (end.stepped) return to || until;
    const bool dated = start.month != 0 && end.month != 0 && start.day != 0 && end.day != 0;
    if ((start.weekday != 0 || end.weekday != 0) && !dated)
        return start.weekday != 0 && end.weekday != 0 && (start.day != 0) == (end.day != 0) && start.weekday != end.weekday;
    if (only_year(start) != only_year(end)) return until && end.year != 0 && start.year != 0;
    return !only_year(start) || start.year < end.year;
}

// One or two digits go on with a mark or a month, four are a year: "from 5 to 7" is no pair of dates.
bool figures_may_be_a_date(const Reader& reader, std::size_t at) {
    std::size_t end = at;
    while (end < reader.end() && end - at < 9 && is_digit(reader.text[end])) ++end;
    if (end - at == 4) return true;
    const char c = reader.at(end);
    if (c == '/' || c == '-' || c == '.' || is_letter(c)) return true;
    return is_gap(c) &&
           (grammar::months.has(reader.words(word_after(reader, end))) || is_word(reader.words(word_after(reader, end)), "of"));
}

}  // namespace

std::optional<Mention> range_of(const Reader& reader, std::size_t begin, const Point& first, bool opened, bool between) {
    const std::size_t joint = read_at<grammar::dates_joint>(reader, first.end);
    if (joint == nowhere) return std::nullopt;
    const auto start = fields_of(first.time);
    if (!start) return std::nullopt;
    const std::string_view joined = reader.text.substr(first.end, joint - first.end);
    const bool by_and = joined.find("and") != std::string_view::npos;
    const bool by_dash = joined.find('-') != std::string_view::npos || joined.find('~') != std::string_view::npos;
    if (by_and != between && !(between && by_dash)) return std::nullopt;
    const Point second = any_point(reader, joint);
    const auto end = second.found() ? fields_of(second.time) : std::nullopt;
    if (!end || (!opened && !may_join(*start, *end, joined))) return std::nullopt;
    TimeExpression time;
    time.kind = TimeKind::range;
    time.start = *start;
    time.end = *end;
    share_year(time.start, time.end);
    Mention out = time_mention(time, begin, second.end);
    out.kind = MentionKind::period;
    return out;
}

namespace {

Point bare_day(const Reader& reader, std::size_t at, std::size_t joint) {
    const std::size_t opened = read_at<grammar::opens_dates>(reader, at);
    if (opened == nowhere || read_at<grammar::days_by_ending>(reader, opened) == nowhere) return {};
    return point_at<grammar::day_alone>(reader, joint);
}

}  // namespace

namespace {

Point day_of_month(const Reader& reader, std::size_t at, std::size_t joint) {
    Point day = point_at<grammar::day_of_step>(reader, joint);
    if (!day.found()) return {};
    const Point month = any_point(reader, day.end);
    if (!month.found() || month.time.kind != TimeKind::relative || month.time.grain != Grain::month) return {};
    const auto fields = fields_of(month.time);
    const bool named = month.time.anchor == Anchor::named;  // "of the month"
    if (!fields || (named && read_at<grammar::opens_dates>(reader, at) == nowhere)) return {};
    const std::uint8_t number = day.time.start.day;
    day.time.start = *fields;
    day.time.start.day = number;
    day.end = month.end;
    return day;
}

}  // namespace

// "4-6 May": the first day takes the month of the second.
std::optional<Mention> day_range(const Reader& reader, std::size_t at) {
    TimeDraft draft;
    const std::size_t joint = read_at<grammar::day_to_day_month, time_action>(reader, at, draft);
    if (joint == nowhere) return std::nullopt;
    const std::uint8_t first_day = draft.fields().day;
    Point second = point_at<grammar::day_month>(reader, joint);
    // "from the 5th until the 12th of next month", "4-23 in next month".
    if (!second.found()) second = day_of_month(reader, at, joint);
    // "from the 3rd until the 15th": both with their endings, and no noun behind.
    if (!second.found()) second = bare_day(reader, at, joint);
    if (!second.found() || second.time.start.day == 0 || first_day >= second.time.start.day) return std::nullopt;
    TimeExpression time = second.time;
    time.end = time.start;
    time.kind = TimeKind::range;
    time.start.day = first_day;
    time.start.weekday = time.end.weekday = 0;
    Mention out = time_mention(time, at, second.end);
    out.kind = MentionKind::period;
    return out;
}

// "May 4-6", "May 4 to 6, 2025", "April ninth through the 17th".
std::optional<Mention> month_day_range(const Reader& reader, std::size_t at, const Point& first) {
    if (first.time.kind != TimeKind::calendar || first.time.start.day == 0 || first.time.start.month == 0 ||
        first.time.start.year != 0)
        return std::nullopt;
    TimeDraft draft;
    std::size_t end = read_at<grammar::day_behind, time_action>(reader, first.end, draft);
    if (end == nowhere || draft.fields().day <= first.time.start.day) return std::nullopt;
    if (reader.text.substr(first.end, end - first.end).find("and") != std::string_view::npos) return std::nullopt;
    TimeExpression time;
    time.kind = TimeKind::range;
    time.start = time.end = first.time.start;
    time.end.day = draft.fields().day;
    const Point year = point_at<grammar::year_alone>(reader, reader.at(end) == ',' ? std::min(reader.end(), end + 2) : end + 1);
    if (year.found() && (reader.at(end) == ',' || reader.at(end) == ' ') && year.time.start.year > 1000) {
        time.start.year = time.end.year = year.time.start.year;
        end = year.end;
    }
    Mention out = time_mention(time, at, end);
    out.kind = MentionKind::period;
    return out;
}

std::optional<Mention> opened_range(const Reader& reader, std::size_t at) {
    const std::size_t opened = read_at<grammar::opens_dates>(reader, at);
    if (opened == nowhere || opened >= reader.end() || (families_at(reader, opened) & family::time) == 0) return std::nullopt;
    const bool figures = is_digit(reader.at(opened));
    if (figures && !figures_may_be_a_date(reader, opened)) return std::nullopt;
    const bool between = to_lower(reader.text[at]) == 'b';
    if (figures)
        if (auto span = plain<grammar::year_span>(reader, opened)) {
            span->span.begin = span->core.begin = at;
            return span;
        }
    const Point first = any_point(reader, opened);
    if (!first.found()) return std::nullopt;
    if (!between)
        if (auto days = month_day_range(reader, opened, first)) {
            days->span.begin = days->core.begin = at;
            return days;
        }
    return range_of(reader, at, first, true, between);
}

}  // namespace factcheck::extracting
