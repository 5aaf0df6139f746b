#include "extract/time_point.hpp"

#include "extract/parts.hpp"

namespace factcheck::extracting {

namespace {

using grammar::is_digit;

// "Theresa May said", "May I", "March on Washington", "Mr June": a month alone may be a name or a verb.
constexpr auto before_month = grammar::word_list(std::to_array<std::string_view>(
    {"after",   "and", "as",    "at",   "before", "between", "by",   "during", "each", "early",    "end",    "every", "for",
     "from",    "in",  "last",  "late", "mid",    "next",    "of",   "on",     "or",   "previous", "since",  "the",   "this",
     "through", "to",  "until", "till", "with",   "a",       "than", "was",    "is",   "over",     "versus", "that"}));
constexpr auto after_name = grammar::word_list(std::to_array<std::string_view>(
    {"be", "have", "said", "says", "told", "will", "would", "has",       "had",      "was",   "is",    "i",  "we",  "you",
     "he", "she",  "they", "the",  "not",  "well", "on",    "announced", "resigned", "wants", "added", "it", "god", "against"}));

// Behind these a given name comes first: "said Steve August".
constexpr auto after_saying = grammar::word_list(std::to_array<std::string_view>(
    {"said", "says",  "by",   "with",     "and",       "to",       "of",      "mr",  "ms",   "mrs", "dr",
     "rev",  "named", "told", "chairman", "president", "director", "analyst", "for", "from", "was", "that"}));

// A year of four figures alone: not where it counts something ("2000 people") or names something.
constexpr auto before_year = grammar::word_list(std::to_array<std::string_view>(
    {"after", "and",    "around", "before", "between", "by",     "during",  "early", "for",    "from",
     "in",    "late",   "mid",    "of",     "since",   "the",    "through", "till",  "to",     "until",
     "year",  "than",   "or",     "on",     "fiscal",  "a",      "its",     "their", "his",    "into",
     "vs",    "versus", "s",      "end",    "spring",  "summer", "autumn",  "fall",  "winter", "circa"}));

bool starts_in_figures(const Reader& reader, std::size_t at) { return is_digit(reader.at(at)) || reader.at(at) == '\''; }

}  // namespace

namespace {

bool capital(char c) { return c >= 'A' && c <= 'Z'; }

// "said June Hathaway", "Steve August,": months that are given names or surnames, beside another name.
bool is_persons_name(const Reader& reader, Span at, std::string_view month, std::string_view before) {
    static constexpr auto names =
        grammar::word_list(std::to_array<std::string_view>({"april", "may", "june", "august", "january"}));
    static constexpr auto dated = grammar::word_list(std::to_array<std::string_view>(
        {"in",   "of", "since", "until", "till", "during", "last",    "next", "by",  "from",  "through",
         "this", "to", "early", "late",  "mid",  "end",    "between", "the",  "for", "after", "before"}));
    if (!names.has(month) || !capital(reader.at(at.begin)) || dated.has(before)) return false;
    const std::string_view after = reader.words(word_after(reader, at.end));
    const bool name_behind = reader.at(at.end) == ' ' && after.size() > 2 && capital(after.front()) && !capital(after[1]) &&
                             !grammar::weekdays.has(after) && !grammar::months.has(after);
    const bool number = grammar::below_twenty_in_words.has(after) || grammar::units_in_words.has(after);
    const bool introduced = after_saying.has(before) || (at.begin >= reader.begin + 2 && reader.text[at.begin - 2] == ',');
    if (name_behind && !number && introduced) return true;
    const bool name_before =
        reader.before(at.begin) == ' ' && before.size() > 2 && capital(before.front()) && !capital(before[1]);
    const char behind = reader.at(at.end);
    const bool ends = behind == ',' || behind == '.' || behind == '\'' || behind == '"';
    const Span first = word_before(reader, at.begin);
    return name_before && first.begin != reader.begin && ends && !grammar::weekdays.has(before) &&
           after_saying.has(reader.words(word_before(reader, first.begin)));
}

}  // namespace

bool month_may_be_a_name(const Reader& reader, const Point& point) {
    const std::string_view month = reader.words(point.month);
    const bool lone = point.time.kind == TimeKind::calendar && point.time.start.day == 0 && point.time.start.year == 0;
    if (!lone) return false;
    const std::string_view before = reader.words(word_before(reader, point.month.begin));
    const std::string_view after = reader.words(word_after(reader, point.end));
    const bool short_form = month.size() <= 3 && !is_word(month, "may");
    if (is_persons_name(reader, point.month, month, before)) return true;
    if (before_month.has(before)) return false;
    if (is_word(month, "may") || is_word(month, "march") || is_word(month, "august") || is_word(month, "june") ||
        is_word(month, "april")) {
        const bool opens = before.empty();
        const bool named = !before.empty() && before.front() >= 'A' && before.front() <= 'Z';
        if (is_word(month, "may") || is_word(month, "march")) {
            if (opens || named) return !(point.month.begin != reader.begin && opens && !after_name.has(after));
            return after_name.has(after);
        }
        return named && after_name.has(after);
    }
    return short_form && before.empty() && reader.begin == point.month.begin;
}

bool is_year(const Reader& reader, std::size_t at, const Point& point) {
    const int year = point.time.start.year;
    if (year < 1100 || year > 2199) return false;
    if (reader.at(at) == '\'') return true;
    if (reader.before(at) == '-' || reader.before(at) == '$' || reader.before(at) == '.') {
        const std::string_view before = reader.words(word_before(reader, at));
        if (!is_word(before, "mid") && !is_word(before, "early") && !is_word(before, "late") && !is_word(before, "pre") &&
            !is_word(before, "post") && !is_word(before, "end"))
            return false;
    }
    // At the end of a clause nothing is counted.
    const bool ends = std::string_view(",.;:)?!").find(reader.at(point.end)) != std::string_view::npos;
    const auto amount = ends ? std::nullopt : amount_at(reader, at);
    if (amount && (amount->unit.dimension != Dimension::number || amount->span.end != point.end)) return false;
    const std::string_view before = reader.words(word_before(reader, at));
    const bool things = !ends && noun_after(reader, point.end, false).has_value();
    // "some of 2000 people": a preposition proves nothing where things are counted and the number is round.
    if (before_year.has(before)) return !(year % 100 == 0 && things);
    // "Keytruda's 2018 sales", "2024 Olympic Games": behind a name, or at the head of a sentence before one.
    const bool named = !before.empty() && before.front() >= 'A' && before.front() <= 'Z';
    const auto noun = things ? noun_after(reader, point.end, false) : std::nullopt;
    static constexpr auto of_a_year = grammar::word_list(std::to_array<std::string_view>(
        {"levels",  "level",   "terms",   "prices",     "season",   "election",  "elections",    "budget",
         "census",  "report",  "deal",    "agreement",  "treaty",   "earnings",  "sales",        "profit",
         "profits", "results", "revenue", "revenues",   "forecast", "campaign",  "constitution", "accord",
         "model",   "models",  "edition", "war",        "crisis",   "recession", "coup",         "earthquake",
         "attacks", "film",    "law",     "act",        "study",    "survey",    "vintage",      "guidance",
         "outlook", "harvest", "crop",    "referendum", "invasion", "revolution"}));
    if (noun && noun->phrase.begin == noun->head.begin && year > 1850 && year % 100 != 0 &&
        of_a_year.has(reader.words(noun->head)) &&
        (is_word(reader.words(noun->head), "levels") || reader.words(noun->head).back() != 's'))
        return true;
    const bool modified = noun && noun->phrase.begin != noun->head.begin;  // "1987 growth targets"
    if (things) return year > 1900 && (named || modified) && year % 100 != 0;
    return year >= 1700;
}

Mention time_mention(const TimeExpression& time, std::size_t begin, std::size_t end) {
    Mention out;
    out.time = time;
    const CalendarFields& fields = time.start;
    const bool day = (time.kind == TimeKind::calendar && (fields.day != 0 || fields.weekday != 0 || fields.holiday != 0)) ||
                     time.kind == TimeKind::none ||
                     (time.kind == TimeKind::relative && (time.grain == Grain::day || time.start.weekday != 0) &&
                      time.count == time.count_high);
    out.kind = day && time.part == Part::whole ? MentionKind::date : MentionKind::period;
    out.span = out.core = {begin, end};
    return out;
}

Point simple_point(const Reader& reader, std::size_t at) {
    Point point = point_at<grammar::fiscal_pair_alone>(reader, at);
    if (point.found()) return point;
    point = point_at<grammar::calendar>(reader, at);
    if (point.found()) return point;
    point = point_at<grammar::fiscal_after>(reader, at);
    if (point.found()) return point;
    point = point_at<grammar::year_alone>(reader, at);
    if (point.found() && (point.time.start.year < 1000 || point.time.start.year > 2199)) point.end = nowhere;
    return point;
}

std::optional<CalendarFields> fields_of(const TimeExpression& time) {
    CalendarFields out = time.start;
    switch (time.kind) {
        case TimeKind::calendar: return out;
        case TimeKind::fiscal: out.fiscal = true; return out;
        case TimeKind::relative: break;
        default: return std::nullopt;
    }
    const bool counted_from_text = time.anchor == Anchor::document || (time.anchor == Anchor::named && time.count == 0);
    if (!counted_from_text || time.vague || time.as_length || (time.count_high != 0 && time.count_high != time.count))
        return std::nullopt;
    constexpr std::int32_t steps = 30'000;
    if (time.count > steps || time.count < -steps) return std::nullopt;
    out.stepped = true;
    out.step_grain = time.grain;
    out.step = static_cast<std::int16_t>(time.count);
    return out;
}

namespace {

template <typename... Rules>
Point first_point(const Reader& reader, std::size_t at) {
    Point out;
    (void)((out = point_at<Rules>(reader, at)).found() || ...);
    return out;
}

}  // namespace

Point any_point(const Reader& reader, std::size_t at) {
    if (at >= reader.end()) return {};
    if (is_digit(reader.text[at])) {
        const Point point = simple_point(reader, at);
        return point.found() ? point : point_at<grammar::figures_alone>(reader, at);
    }
    using namespace grammar;
    if (const std::size_t month = read_at<month_of>(reader, at); month != nowhere) return simple_point(reader, month);
    // "early 2015": which part of it, an end of a range does not keep; nothing is judged on it.
    if (const std::size_t inner = read_at<part_of>(reader, at); inner != nowhere) {
        Point part = simple_point(reader, inner);
        if (!part.found()) part = first_point<relative_unit, definite_unit, last_month_named>(reader, inner);
        part.time.start.loose = true;
        return part;
    }
    Point out = first_point<holiday_date, season_date, weekday_figures>(reader, at);
    if (!out.found()) out = simple_point(reader, at);
    if (!out.found())
        out = first_point<week_number, last_month_named, fiscal_relative, fiscal_bare, relative_day, unit_end, relative_unit,
                          that_unit, definite_unit, season_alone, weekday_alone, present_day>(reader, at);
    return out;
}

std::optional<Mention> from_calendar(const Reader& reader, std::size_t begin, std::size_t at, Part part) {
    Point point = point_at<grammar::calendar>(reader, at);
    if (!point.found()) return std::nullopt;
    if (part == Part::whole) {
        if (auto days = month_day_range(reader, at, point)) return days;
        if (auto range = range_of(reader, begin, point, false, false)) return range;
    }
    if (!point.month.empty() && month_may_be_a_name(reader, point)) return std::nullopt;
    point.time.part = part;
    return time_mention(point.time, begin, point.end);
}

std::optional<Mention> from_year(const Reader& reader, std::size_t begin, std::size_t at, Part part) {
    Point point = point_at<grammar::year_alone>(reader, at);
    if (!point.found()) return std::nullopt;
    if (starts_in_figures(reader, at) && !is_year(reader, at, point)) return std::nullopt;
    point.time.part = part;
    if (part == Part::whole)
        if (auto range = range_of(reader, begin, point, false, false)) return range;
    return time_mention(point.time, begin, point.end);
}

}  // namespace factcheck::extracting
