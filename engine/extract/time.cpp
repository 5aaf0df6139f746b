// Which readers of times are tried where, and in which order: the longer before what it begins with.
#include "extract/parts.hpp"
#include "extract/time_point.hpp"

#include <array>

namespace factcheck::extracting {

// "the last three months", "the past 18 months", "next two years": a run of whole units.
struct run_step : p::sor<grammar::listed<grammar::from_document>, grammar::listed<grammar::from_named>> {};
struct run_of_units : p::seq<grammar::fresh, p::opt<grammar::the>, run_step, grammar::gap, grammar::count_of_units,
                             grammar::joint, grammar::plural_time_unit, grammar::word_end> {};
template <>
struct time_action<run_step> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const auto* row = grammar::find_word(grammar::from_document, in.string_view());
        draft.time.anchor = row != nullptr ? Anchor::document : Anchor::named;
        if (row == nullptr) row = grammar::find_word(grammar::from_named, in.string_view());
        draft.step_down = row->value < 0;
    }
};
template <>
struct time_action<run_of_units> {
    static void apply0(TimeDraft& draft) {
        draft.time.kind = TimeKind::relative;
        const std::int32_t count = draft.time.count;
        draft.time.count = draft.step_down ? -count : 1;
        draft.time.count_high = draft.step_down ? -1 : count;
    }
};

namespace {

using grammar::is_digit;
using grammar::is_gap;
using grammar::is_letter;

std::optional<Mention> whole_or_part(const Reader& reader, std::size_t at) {
    PartDraft draft;
    const std::size_t inner = read_at<grammar::part_of, part_action>(reader, at, draft);
    if (inner == nowhere) return std::nullopt;
    if (auto out = from_calendar(reader, at, inner, draft.part)) return out;
    if (auto out = from_year(reader, at, inner, draft.part)) return out;
    auto out = first_of<grammar::decade_by_figure, grammar::decade_short, grammar::decade_in_words, grammar::relative_unit>(
        reader, inner);
    if (!out) return std::nullopt;
    out->time.part = draft.part;
    out->kind = MentionKind::period;
    out->span.begin = out->core.begin = at;
    return out;
}

constexpr auto goes_on_to_month =
    grammar::word_list(std::to_array<std::string_view>({"of", "to", "and", "st", "nd", "rd", "th"}));

bool dash_follows(const Reader& reader, std::size_t end) { return reader.at(end + 1) == '-' && is_gap(reader.at(end + 2)); }

// Digits at the front: how many there are and what follows says which dates are worth trying.
std::optional<Mention> from_figures(const Reader& reader, std::size_t at) {
    std::size_t end = at;
    while (end < reader.end() && end - at < 9 && is_digit(reader.text[end])) ++end;
    const std::size_t digits = end - at;
    const char c = reader.at(end);
    if (c == '%' || (c == ',' && is_digit(reader.at(end + 1)))) return std::nullopt;
    if (digits == 4) {
        if (reader.text[at] > '2' || reader.text[at] == '0') return std::nullopt;
        if (c == 's' || c == '\'' || (c == ' ' && reader.at(end + 1) == 's'))
            if (auto out = plain<grammar::decade_by_figure>(reader, at)) return out;
        if (c == '-' || c == '/' || is_gap(c)) {
            if (auto out = first_of<grammar::fiscal_before>(reader, at)) return out;
            if (auto out = plain<grammar::fiscal_pair_alone>(reader, at)) return out;  // "2010-11" is no November
            if (auto out = from_calendar(reader, at, at, Part::whole)) return out;
            if (auto out = plain<grammar::year_span>(reader, at)) return out;
        }
        return from_year(reader, at, at, Part::whole);
    }
    if (digits == 8) return from_calendar(reader, at, at, Part::whole);
    if (digits > 3) return std::nullopt;
    const std::string_view word =
        is_gap(c) || c == '-' ? reader.words(word_after(reader, end + (c == '-' ? 1 : 0))) : std::string_view{};
    if (grammar::time_units.has(word)) return plain<grammar::counted_steps>(reader, at);
    if (digits > 2) return std::nullopt;
    // "70 casualties": a word that no date goes on with.
    if (is_gap(c) && !grammar::months.has(word) && !goes_on_to_month.has(word) && !dash_follows(reader, end)) return std::nullopt;
    if (c == ')' || c == ';' || c == '\'' || end == reader.end()) return std::nullopt;
    if (auto out = day_range(reader, at)) return out;
    if (auto out = from_calendar(reader, at, at, Part::whole)) return out;
    return is_letter(c) ? plain<grammar::century>(reader, at) : std::nullopt;
}

// Which rules are tried for a family, in this order: the longer before what it begins with.
std::optional<Mention> from_words(const Reader& reader, std::size_t at, Families families) {
    std::optional<Mention> out;
    const auto any_of = [&](Families wanted) { return !out && (families & wanted) != 0; };
    if (any_of(family::opens)) {
        out = opened_range(reader, at);
        if (!out) out = day_range(reader, at);
    }
    if (any_of(family::same)) out = first_of<grammar::same_period, grammar::year_ago_period>(reader, at);
    if (any_of(family::so_far)) out = plain<grammar::year_to_date>(reader, at);
    if (any_of(family::fiscal))
        out = first_of<grammar::fiscal_before, grammar::fiscal_after, grammar::fiscal_relative>(reader, at);
    if (any_of(family::ordinal))
        out = first_of<grammar::months_of_year, grammar::quarter_in_words, grammar::half_in_words, grammar::century>(reader, at);
    if (any_of(family::decade))
        out = first_of<grammar::decade_by_figure, grammar::decade_short, grammar::decade_in_words>(reader, at);
    if (any_of(family::calendar | family::codes | family::ordinal)) out = from_calendar(reader, at, at, Part::whole);
    if (any_of(family::step)) out = first_of<run_of_units, grammar::fiscal_relative, grammar::last_month_named>(reader, at);
    if (any_of(family::calendar | family::step)) out = plain<grammar::weekday_alone>(reader, at);
    if (any_of(family::count)) out = plain<grammar::counted_steps>(reader, at);
    if (any_of(family::day)) out = plain<grammar::relative_day>(reader, at);
    if (any_of(family::before)) out = plain<grammar::unit_before>(reader, at);
    if (any_of(family::step)) out = plain<grammar::relative_unit>(reader, at);
    if (any_of(family::part)) out = whole_or_part(reader, at);
    if (any_of(family::year)) out = from_year(reader, at, at, Part::whole);
    if (any_of(family::length)) {
        out = plain<grammar::vague_steps>(reader, at);
        if (!out) out = vague_length(reader, at);
    }
    return out;
}

}  // namespace

std::optional<Mention> time_at(const Reader& reader, std::size_t at, Families families) {
    return (families & family::figures) != 0 ? from_figures(reader, at) : from_words(reader, at, families);
}

}  // namespace factcheck::extracting
