// Which readers of times are tried where, and in which order: the longer before what it begins with.
#include "extract/parts.hpp"
#include "extract/time_point.hpp"

#include <array>

namespace factcheck::extracting {

namespace {

using grammar::is_digit;
using grammar::is_gap;
using grammar::is_letter;

std::optional<Mention> part_inner(const Reader& reader, std::size_t at, std::size_t inner, Part part) {
    using namespace grammar;
    if (auto out = from_calendar(reader, at, inner, part)) return out;
    if (auto out = from_year(reader, at, inner, part)) return out;
    if (auto out = first_of<decade_by_figure, decade_short, decade_in_words, century>(reader, inner)) return out;
    const bool article = is_word(reader.words(word_before(reader, at)), "the") || grammar::to_lower(reader.at(at)) == 't';
    if (article)
        if (auto out = plain<decade_words_behind>(reader, inner); out && out->time.start.year >= 1960) return out;
    // "the late-90s", not "in his late 60s" or "in the mid-30s".
    if (is_word(reader.words(word_before(reader, at)), "the") && reader.at(inner) >= '5')
        if (auto out = plain<decade_behind>(reader, inner)) return out;
    return first_of<relative_unit, last_month_named, definite_unit, that_unit, relative_day, weekday_alone, holiday_date,
                    season_date, season_behind, fiscal_relative, fiscal_after>(reader, inner);
}

// "early 2012", "the end of the month", "late last year", "mid-summer".
std::optional<Mention> whole_or_part(const Reader& reader, std::size_t at) {
    PartDraft draft;
    const std::size_t inner = read_at<grammar::part_of, part_action>(reader, at, draft);
    if (inner == nowhere) return std::nullopt;
    auto out = part_inner(reader, at, inner, draft.part);
    if (!out) return std::nullopt;
    out->time.part = draft.part;
    if (draft.half) out->time.start.loose = true;
    if (out->kind != MentionKind::date) out->kind = MentionKind::period;
    out->span.begin = out->core.begin = at;
    return out;
}

constexpr auto goes_on_to_month =
    grammar::word_list(std::to_array<std::string_view>({"of", "to", "and", "st", "nd", "rd", "th"}));

bool dash_follows(const Reader& reader, std::size_t end) { return reader.at(end + 1) == '-' && is_gap(reader.at(end + 2)); }

constexpr auto eras = grammar::word_list(std::to_array<std::string_view>({"bc", "bce", "ad", "ce", "b", "a"}));
constexpr auto hours_of_four = grammar::word_list(
    std::to_array<std::string_view>({"gmt", "utc", "est", "edt", "cst", "pst", "bst", "cet", "hrs", "hours", "local"}));
constexpr auto half_days = grammar::word_list(std::to_array<std::string_view>({"am", "pm", "a", "p", "o"}));

bool may_be_clock(char behind, std::string_view word) {
    return behind == ':' || behind == 'a' || behind == 'p' || behind == '.' || half_days.has(word);
}

// A number and a unit: "two weeks ago", "16 days from 1 May", "six months ended 31 March".
std::optional<Mention> from_count(const Reader& reader, std::size_t at) {
    if (auto out = offset_at(reader, at)) return out;
    const bool added = is_word(reader.words(word_before(reader, at)), "and");
    if (auto out = added ? plain<grammar::lone_steps>(reader, at) : plain<grammar::counted_steps>(reader, at)) return out;
    return ended_at(reader, at);
}

// "22/04" and "10/25" are dates behind "on"; of fractions nothing can be told.
std::optional<Mention> from_slashed(const Reader& reader, std::size_t at) {
    if (auto out = from_calendar(reader, at, at, Part::whole)) return out;
    if (!is_word(reader.words(word_before(reader, at)), "on")) return std::nullopt;
    return plain<grammar::figures_alone>(reader, at);
}

// "4.8.2025", "4-8-2025", "4-6 May", "7-May": behind the mark at `end` stand a word, or figures before the same mark, a gap or an
// ending; not "5.4", "5-1/2".
bool goes_on_as_date(const Reader& reader, std::size_t end) {
    const char mark = reader.at(end);
    std::size_t next = end + 1;
    while (next < end + 4 && is_digit(reader.at(next))) ++next;
    const char c = reader.at(next);
    if (next == end + 1) return mark == '-' && (is_letter(c) || is_gap(c));
    return c == mark || (mark == '-' && (is_gap(c) || is_letter(c)));
}

// Digits at the front: how many there are and what follows says which dates are worth trying.
std::optional<Mention> from_figures(const Reader& reader, std::size_t at) {
    std::size_t end = at;
    while (end < reader.end() && end - at < 9 && is_digit(reader.text[end])) ++end;
    const std::size_t digits = end - at;
    const char c = reader.at(end);
    if (c == '%' || (c == ',' && is_digit(reader.at(end + 1)))) return std::nullopt;
    if (digits == 4) {
        if (is_gap(c) && hours_of_four.has(reader.words(word_after(reader, end))))
            if (auto out = clock_at(reader, at)) return out;
        if (reader.text[at] > '2' || reader.text[at] == '0') return std::nullopt;
        if (c == 's' || c == '\'' || (c == ' ' && reader.at(end + 1) == 's'))
            if (auto out = plain<grammar::decade_by_figure>(reader, at)) return out;
        if ((c == 'Q' || c == 'q' || c == 'H') && is_digit(reader.at(end + 1)))
            if (auto out = first_of<grammar::quarter_glued>(reader, at)) return out;
        if (c == '.' && is_digit(reader.at(end + 1))) return plain<grammar::iso_short>(reader, at);
        if (c == ',' && grammar::months.has(reader.words(word_after(reader, end + 1))))
            if (auto out = plain<grammar::year_month_day>(reader, at)) return out;
        if (c == '-' || c == '/' || is_gap(c)) {
            const std::string_view behind = reader.words(word_after(reader, end));
            if (grammar::ordinals.has(behind) || is_digit(reader.at(end + 1)))
                if (auto out = first_of<grammar::quarter_in_words, grammar::half_in_words>(reader, at)) return out;
            if (auto out = first_of<grammar::fiscal_before>(reader, at)) return out;
            if (auto out = plain<grammar::fiscal_pair_alone>(reader, at)) return out;  // "2010-11" is no November
            if (auto out = first_of<grammar::year_month_day, grammar::iso_short>(reader, at)) return out;
            if (auto out = from_calendar(reader, at, at, Part::whole)) return out;
            if (auto out = plain<grammar::year_span>(reader, at)) return out;
        }
        return from_year(reader, at, at, Part::whole);
    }
    if (digits == 8) return from_calendar(reader, at, at, Part::whole);
    if (digits > 3) return std::nullopt;
    const std::string_view word =
        is_gap(c) || c == '-' ? reader.words(word_after(reader, end + (c == '-' ? 1 : 0))) : std::string_view{};
    if (grammar::time_units.has(word) || (is_word(word, "and") && digits < 3)) {
        auto out = from_count(reader, at);
        if (out || word.size() != 3) return out;
    }
    if (grammar::from_document.has(word) || grammar::from_named.has(word)) return plain<grammar::run_inverted>(reader, at);
    if (auto out = may_be_clock(c, word) ? clock_at(reader, at) : std::nullopt) return out;
    if (eras.has(word))
        if (auto out = plain<grammar::era_year>(reader, at)) return out;
    if (digits > 2) return std::nullopt;
    // "70 casualties": a word that no date goes on with.
    if (is_gap(c) && !grammar::months.has(word) && !goes_on_to_month.has(word) && !dash_follows(reader, end)) return std::nullopt;
    if (c == '/') return from_slashed(reader, at);
    if ((c == '.' || c == '-') && !goes_on_as_date(reader, end)) return std::nullopt;
    if (!is_letter(c) && !is_gap(c) && c != '-' && c != '.') return std::nullopt;  // no date goes on with another mark
    const char next = reader.at(end + 1);
    if (c == '-' && !is_digit(next) && !is_letter(next) && !is_gap(next)) return std::nullopt;
    if (c == 'M')
        if (auto out = plain<grammar::months_code>(reader, at)) return out;
    if (c == 'Q' || c == 'H')
        if (auto out = plain<grammar::fiscal_part>(reader, at)) return out;
    if (is_letter(c)) {
        if (auto out = first_of<grammar::quarter_in_words, grammar::half_in_words>(reader, at)) return out;
        if (auto out = nth_at(reader, at)) return out;
    }
    if (auto out = day_range(reader, at)) return out;
    if (auto out = from_calendar(reader, at, at, Part::whole)) return out;
    if (!is_letter(c)) return std::nullopt;
    if (auto out = plain<grammar::century>(reader, at)) return out;
    return is_word(reader.words(word_before(reader, at)), "on") ? plain<grammar::day_alone>(reader, at) : std::nullopt;
}

// "Sun Chemical", "Wed her": the short form alone is a day behind a preposition, before a figure or a mark.
bool may_be_other_word(const Reader& reader, std::size_t at, std::size_t end) {
    static constexpr auto due = grammar::word_list(
        std::to_array<std::string_view>({"on", "by", "until", "till", "since", "from", "through", "to", "and", "or"}));
    if (end - at > 4 || reader.before(end) == '.') return false;
    const std::string_view behind = reader.words(word_after(reader, end));
    if (is_gap(reader.at(end)) && is_digit(reader.at(end + 1))) return false;
    const bool capital = !behind.empty() && behind.front() >= 'A' && behind.front() <= 'Z';
    return capital || !due.has(reader.words(word_before(reader, at)));
}

// "Monday", "next Monday", "Monday to Friday".
std::optional<Mention> from_weekday(const Reader& reader, std::size_t at) {
    const Point point = point_at<grammar::weekday_alone>(reader, at);
    if (!point.found()) return std::nullopt;
    if (auto range = range_of(reader, at, point, false, false)) return range;
    if (may_be_other_word(reader, at, point.end)) return std::nullopt;
    return time_mention(point.time, at, point.end);
}

// "Summer 2016", "the winter", "in summer".
std::optional<Mention> from_season(const Reader& reader, std::size_t at) {
    static constexpr auto due = grammar::word_list(
        std::to_array<std::string_view>({"in", "during", "by", "since", "until", "through", "before", "after", "every"}));
    if (auto out = plain<grammar::season_date>(reader, at)) return out;
    const bool article = reader.at(at) == 't' || reader.at(at) == 'T';
    if (!article && !due.has(reader.words(word_before(reader, at)))) return std::nullopt;
    return plain<grammar::season_alone>(reader, at);
}

// A feast; capital where it could be two plain words.
std::optional<Mention> from_holiday(const Reader& reader, std::size_t at) {
    auto out = plain<grammar::holiday_date>(reader, at);
    if (!out) return out;
    out->kind = MentionKind::date;
    const Span behind = word_after(reader, out->span.end);
    const bool weekend = is_word(reader.words(behind), "weekend");
    if ((!weekend && !is_word(reader.words(behind), "week")) || out->time.kind != TimeKind::calendar) return out;
    // "Labor Day weekend", "Easter week".
    out->kind = MentionKind::period;
    out->span.end = out->core.end = behind.end;
    out->time.kind = TimeKind::holding;
    out->time.grain = Grain::week;
    out->time.end.weekend = weekend;
    return out;
}

// "the day after Easter", "the week of 10 April", "the year to June", "the year before", "the year".
std::optional<Mention> from_unit(const Reader& reader, std::size_t at) {
    if (auto out = plain<grammar::after_next>(reader, at)) return out;
    if (auto out = offset_at(reader, at)) return out;
    if (auto out = week_at(reader, at)) return out;
    if (auto out = ended_at(reader, at)) return out;
    if (auto out = first_of<grammar::unit_before, grammar::quarter_number, grammar::that_unit>(reader, at)) return out;
    if (is_word(reader.words(word_before(reader, at)), "by")) return std::nullopt;  // "sold by the week"
    return plain<grammar::definite_unit>(reader, at);
}

// "this year", "next Easter"; "this May to October".
std::optional<Mention> stepped_range(const Reader& reader, std::size_t at) {
    const Point point = point_at<grammar::relative_unit>(reader, at);
    if (!point.found()) return std::nullopt;
    Mention out = time_mention(point.time, at, point.end);
    if (point.time.start.holiday != 0) out.kind = MentionKind::date;
    return out;
}

// "on the 27th": a day of the month, where a day is due.
std::optional<Mention> day_alone_at(const Reader& reader, std::size_t at) {
    static constexpr auto due = grammar::word_list(
        std::to_array<std::string_view>({"on", "by", "until", "till", "before", "after", "since", "from", "through", "to"}));
    if (!due.has(reader.words(word_before(reader, at)))) return std::nullopt;
    const bool article = reader.at(at) == 't' || reader.at(at) == 'T';
    return article ? plain<grammar::day_alone>(reader, at) : std::nullopt;
}

// "now through July".
std::optional<Mention> from_now_on(const Reader& reader, std::size_t at) {
    if (!is_word(reader.words(word_after(reader, at)), "now")) return std::nullopt;
    static constexpr auto joints = grammar::word_list(std::to_array<std::string_view>({"through", "until", "till", "to"}));
    const Point now = point_at<grammar::present_day>(reader, at);
    if (!now.found() || !joints.has(reader.words(word_after(reader, now.end)))) return std::nullopt;
    return range_of(reader, at, now, true, false);
}

// "in nineteen ninety-nine", "of two thousand sixteen": where a year is due and nothing is counted.
std::optional<Mention> year_in_words(const Reader& reader, std::size_t at) {
    static constexpr auto opens = grammar::word_list(std::to_array<std::string_view>({"nineteen", "twenty", "eighteen", "two"}));
    static constexpr auto due = grammar::word_list(std::to_array<std::string_view>(
        {"in", "of", "since", "by", "until", "till", "during", "before", "after", "year", "from"}));
    const Span first = word_after(reader, at);
    if (!opens.has(reader.words(first)) || !due.has(reader.words(word_before(reader, at)))) return std::nullopt;
    auto out = plain<grammar::year_alone>(reader, at);
    if (!out || out->time.start.year < 1000 || noun_after(reader, out->span.end, false)) return std::nullopt;
    return out;
}

// Which rules are tried for a family, in this order: the longer before what it begins with.
std::optional<Mention> from_words(const Reader& reader, std::size_t at, Families families) {
    using namespace grammar;
    std::optional<Mention> out;
    const auto any_of = [&](Families wanted) { return !out && (families & wanted) != 0; };
    if (any_of(family::opens)) {
        out = opened_range(reader, at);
        if (!out) out = day_range(reader, at);
    }
    if (any_of(family::refer)) out = from_now_on(reader, at);
    if (any_of(family::refer)) out = reference_at(reader, at);
    if (any_of(family::recur)) out = recurring_at(reader, at);
    if (any_of(family::same)) out = first_of<same_period, year_ago_period>(reader, at);
    if (any_of(family::so_far)) out = first_of<unit_to_date, year_to_date>(reader, at);
    if (any_of(family::fiscal))
        out = first_of<fiscal_before, fiscal_code_part, fiscal_after, fiscal_relative, fiscal_bare, quarter_by_code>(reader, at);
    if (any_of(family::ordinal)) out = first_of<months_of_year, quarter_in_words, half_in_words, century>(reader, at);
    if (any_of(family::ordinal)) out = nth_at(reader, at);
    if (any_of(family::ordinal)) out = plain<first_months>(reader, at);
    if (any_of(family::decade)) out = first_of<decade_by_figure, decade_short, decade_in_words>(reader, at);
    if (any_of(family::codes)) out = plain<fiscal_part>(reader, at);
    if (any_of(family::holiday)) out = from_holiday(reader, at);
    if (any_of(family::clock)) out = clock_at(reader, at);
    if (any_of(family::calendar)) out = first_of<weekday_figures, weekday_steps>(reader, at);
    if (any_of(family::calendar | family::codes | family::ordinal)) out = from_calendar(reader, at, at, Part::whole);
    if (any_of(family::ordinal)) out = day_alone_at(reader, at);
    if (any_of(family::season)) out = from_season(reader, at);
    if (any_of(family::step)) out = first_of<run_of_units, past_stretch, fiscal_relative, last_month_named, next_day>(reader, at);
    if (any_of(family::calendar | family::step)) out = from_weekday(reader, at);
    if (any_of(family::count)) out = year_in_words(reader, at);
    if (any_of(family::count)) out = from_count(reader, at);
    if (any_of(family::count | family::before)) out = plain<run_inverted>(reader, at);
    if (any_of(family::ahead)) out = in_steps_at(reader, at);
    if (any_of(family::day)) out = plain<relative_day>(reader, at);
    if (any_of(family::before)) out = from_unit(reader, at);
    if (any_of(family::step)) out = stepped_range(reader, at);
    if (any_of(family::part)) {
        out = rest_at(reader, at);
        if (!out) out = plain<unit_end>(reader, at);
        if (!out) out = whole_or_part(reader, at);
    }
    if (any_of(family::year)) out = plain<era_year>(reader, at);
    if (any_of(family::year)) out = from_year(reader, at, at, Part::whole);
    if (any_of(family::length)) {
        out = plain<vague_steps>(reader, at);
        if (!out) out = vague_length(reader, at);
    }
    return out;
}

}  // namespace

namespace {

// "around 1990", "about 2015": a year, where nothing is counted.
std::optional<Mention> hedged_year(const Reader& reader, const Where& where) {
    static constexpr auto around = grammar::word_list(std::to_array<std::string_view>({"around", "about", "circa"}));
    if (!around.has(reader.words(word_after(reader, where.begin))) || !is_digit(reader.at(where.core))) return std::nullopt;
    static constexpr auto counted =
        grammar::word_list(std::to_array<std::string_view>({"to", "at", "from", "of", "with", "reached", "cost"}));
    if (counted.has(reader.words(word_before(reader, where.begin)))) return std::nullopt;
    return from_year(reader, where.core, where.core, Part::whole);
}

}  // namespace

std::optional<Mention> hedged_steps_at(const Reader& reader, const Where& where) {
    auto out = offset_at(reader, where.core);
    if (!out) out = plain<grammar::counted_steps>(reader, where.core);
    if (!out) out = hedged_year(reader, where);
    if (!out) return std::nullopt;
    out->span.begin = where.begin;
    out->hedge = where.hedge;
    return out;
}

std::optional<Mention> time_at(const Reader& reader, std::size_t at, Families families) {
    auto out = (families & family::figures) != 0 ? from_figures(reader, at) : from_words(reader, at, families);
    if (out && out->kind == MentionKind::date) take_clock(reader, *out);
    return out;
}

}  // namespace factcheck::extracting
