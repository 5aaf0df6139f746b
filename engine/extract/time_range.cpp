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
    if (start.year == 0 && end.year != 0) {
        const bool wraps = start.month > end.month && end.month != 0;
        start.year = end.year - (wraps ? 1 : 0);
    } else if (end.year == 0 && start.year != 0) {
        const bool wraps = end.month != 0 && end.month < start.month;
        end.year = start.year + (wraps ? 1 : 0);
    }
}

bool can_join(const TimeExpression& time) { return time.kind == TimeKind::calendar || time.kind == TimeKind::fiscal; }

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

// The other end of a range of dates.
std::optional<Mention> range_of(const Reader& reader, std::size_t begin, const Point& first, bool opened, bool between) {
    if (!can_join(first.time)) return std::nullopt;
    const std::size_t joint = read_at<grammar::dates_joint>(reader, first.end);
    if (joint == nowhere) return std::nullopt;
    const std::string_view joined = reader.text.substr(first.end, joint - first.end);
    const bool by_and = joined.find("nd") != std::string_view::npos && joined.find("an") != std::string_view::npos;
    if (by_and != between && (by_and || between)) return std::nullopt;
    Point second = simple_point(reader, joint);
    if (!second.found() || !can_join(second.time)) return std::nullopt;
    const bool years = first.time.start.month == 0 && first.time.start.quarter == 0 && first.time.start.half == 0;
    const bool other_years = second.time.start.month == 0 && second.time.start.quarter == 0 && second.time.start.half == 0;
    if (years != other_years && !opened) return std::nullopt;
    if (!opened && years &&
        (joined.find("to") != std::string_view::npos ? !(first.time.start.year < second.time.start.year)
                                                     : second.time.start.year <= first.time.start.year))
        return std::nullopt;
    TimeExpression time;
    time.kind = TimeKind::range;
    time.start = first.time.start;
    time.end = second.time.start;
    share_year(time.start, time.end);
    Mention out = time_mention(time, begin, second.end);
    out.kind = MentionKind::period;
    return out;
}

// "4-6 May": the first day takes the month of the second.
std::optional<Mention> day_range(const Reader& reader, std::size_t at) {
    TimeDraft draft;
    const std::size_t joint = read_at<grammar::day_to_day_month, time_action>(reader, at, draft);
    if (joint == nowhere) return std::nullopt;
    // The look-ahead of the grammar has read the second day: the first is the figure at the front.
    std::size_t from = at;
    while (from < joint && !is_digit(reader.text[from])) ++from;
    const int first_day = figure(reader.text.substr(from, is_digit(reader.at(from + 1)) ? 2 : 1));
    const Point second = point_at<grammar::day_month>(reader, joint);
    if (!second.found() || second.time.start.day == 0 || first_day >= second.time.start.day) return std::nullopt;
    TimeExpression time;
    time.kind = TimeKind::range;
    time.end = second.time.start;
    time.start = time.end;
    time.start.day = static_cast<std::uint8_t>(first_day);
    time.start.weekday = time.end.weekday = 0;
    Mention out = time_mention(time, at, second.end);
    out.kind = MentionKind::period;
    return out;
}

// "May 4-6", "May 4 to 6".
std::optional<Mention> month_day_range(const Reader& reader, std::size_t at, const Point& first) {
    if (first.time.kind != TimeKind::calendar || first.time.start.day == 0 || first.time.start.month == 0 ||
        first.time.start.year != 0)
        return std::nullopt;
    std::size_t day = nowhere;
    if (reader.at(first.end) == '-' && is_digit(reader.at(first.end + 1)))
        day = first.end + 1;
    else if (is_gap(reader.at(first.end)) && (is_word(reader.words(word_after(reader, first.end)), "to")))
        day = first.end + 4;
    if (day == nowhere || !is_digit(reader.at(day))) return std::nullopt;
    std::size_t end = day;
    while (end < reader.end() && end - day < 3 && is_digit(reader.text[end])) ++end;
    const int value = figure(reader.text.substr(day, end - day));
    if (end - day > 2 || value <= first.time.start.day || value > 31 || is_letter(reader.at(end)) || is_letter(reader.at(end)))
        return std::nullopt;
    TimeExpression time;
    time.kind = TimeKind::range;
    time.start = time.end = first.time.start;
    time.end.day = static_cast<std::uint8_t>(value);
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
    if (opened == nowhere) return std::nullopt;
    constexpr Families points = family::calendar | family::fiscal | family::codes | family::year | family::figures;
    if (opened >= reader.end() || (families_at(reader, opened) & points) == 0) return std::nullopt;
    if (is_digit(reader.at(opened)) && !figures_may_be_a_date(reader, opened)) return std::nullopt;
    const bool between = to_lower(reader.text[at]) == 'b';
    if (auto span = plain<grammar::year_span>(reader, opened)) {
        span->span.begin = span->core.begin = at;
        return span;
    }
    const Point first = simple_point(reader, opened);
    if (!first.found()) return std::nullopt;
    return range_of(reader, at, first, true, between);
}

}  // namespace factcheck::extracting
