// Actions of grammar/relative.hpp: what is counted, in which grain, from where. Internal to extract/.
#pragma once

#include "extract/calendar_actions.hpp"

namespace factcheck::extracting {

// ---- relative words

inline Grain grain_from(std::string_view word) {
    const auto* row = grammar::find_word(grammar::time_units, word);
    return static_cast<Grain>(row == nullptr ? 0 : row->value);
}

struct keep_grain {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.time.grain = grain_from(in.string_view());
        const auto* row = grammar::find_word(grammar::time_units, in.string_view());
        if (row != nullptr && row->value == grammar::fortnight) {
            draft.time.grain = Grain::week;
            draft.time.count *= 2;
        }
    }
};
template <>
struct time_action<grammar::time_unit> : keep_grain {};
template <>
struct time_action<grammar::one_time_unit> : keep_grain {};
template <>
struct time_action<grammar::plural_time_unit> : keep_grain {};

inline void set_relative(TimeDraft& draft, int count, Anchor anchor) {
    draft.time.kind = TimeKind::relative;
    draft.time.count = draft.time.count_high = count;
    draft.time.anchor = anchor;
}

template <>
struct time_action<grammar::day_word> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const char first = grammar::to_lower(words.front());
        int count = first == 'y' ? -1 : 0;
        if (first == 't' && words.size() == 8) count = 1;                               // tomorrow
        if (words.size() == 7 && first == 't') draft.time.clock.part = DayPart::night;  // tonight
        if (words.size() > 10) count = words.find("fore") != std::string_view::npos ? -2 : 2;
        draft.time.grain = Grain::day;
        set_relative(draft, count, Anchor::document);
    }
};
template <>
struct time_action<grammar::step_from_document> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        set_relative(draft, grammar::find_word(grammar::from_document, in.string_view())->value, Anchor::document);
    }
};
template <>
struct time_action<grammar::step_from_named> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        set_relative(draft, grammar::find_word(grammar::from_named, in.string_view())->value, Anchor::named);
    }
};
template <>
struct time_action<grammar::so_far> {
    template <typename Input>
    static void apply(const Input&, TimeDraft& draft) {
        draft.time.grain = Grain::year;
        draft.time.year_to_date = true;
        set_relative(draft, 0, Anchor::document);
    }
};
template <>
struct time_action<grammar::to_date> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        set_relative(draft, 0, Anchor::document);
        switch (grammar::to_lower(in.string_view().front())) {
            case 'm': draft.time.grain = Grain::month; break;
            case 'q': draft.time.grain = Grain::quarter; break;
            case 'w': draft.time.grain = Grain::week; break;
            default: draft.time.grain = Grain::year;
        }
        draft.time.year_to_date = draft.time.as_unit = true;
    }
};
template <>
struct time_action<grammar::fiscal_relative> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        std::string_view words = in.string_view();
        if (is_word(words.substr(0, std::min<std::size_t>(3, words.size())), "the")) words.remove_prefix(4);
        const std::string_view step = grammar::letters_at(words.data(), words.data() + words.size());
        const auto* row = grammar::find_word(grammar::from_document, step);
        set_relative(draft, row != nullptr ? row->value : grammar::find_word(grammar::from_named, step)->value,
                     row != nullptr ? Anchor::document : Anchor::named);
        draft.time.grain = Grain::year;
        draft.fields().fiscal = true;
    }
};
template <>
struct time_action<grammar::count_of_units> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        if (is_word(words, "a") || is_word(words, "an")) {
            draft.time.count = 1;
            return true;
        }
        const Number number = number_from(words, grammar::is_digit(words.front()) ? Figure::plain : Figure::words);
        draft.count_in_words = !grammar::is_digit(words.front());
        if (number.too_large || number.decimals != 0 || number.value > Decimal{100'000, 0}) return false;
        draft.time.count = static_cast<std::int32_t>(number.value.coefficient);
        return true;
    }
};
template <>
struct time_action<grammar::further_count> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const Number number = number_from(words, grammar::is_digit(words.front()) ? Figure::plain : Figure::words);
        if (number.too_large || number.decimals != 0 || number.value > Decimal{10'000, 0}) return false;
        draft.further = static_cast<std::int16_t>(number.value.coefficient);
        return draft.further > 0;
    }
};
// Half of what is counted, in the next smaller unit.
template <>
struct time_action<grammar::half_more> {
    static void apply0(TimeDraft& draft) { draft.half_more = true; }
};
inline void add_half(TimeDraft& draft) {
    FurtherLength& part = draft.time.further[0];
    switch (draft.time.grain) {
        case Grain::week: part = {static_cast<std::int16_t>(3), LengthUnit::day}; break;
        case Grain::month: part = {static_cast<std::int16_t>(15), LengthUnit::day}; break;
        case Grain::year: part = {static_cast<std::int16_t>(6), LengthUnit::month}; break;
        case Grain::decade: part = {static_cast<std::int16_t>(5), LengthUnit::year}; break;
        case Grain::century: part = {static_cast<std::int16_t>(50), LengthUnit::year}; break;
        default: break;
    }
}
// A month told in words is the whole of it: "six months ago"; steps in figures lead to the day.
template <>
struct time_action<grammar::counted_steps> {
    static void apply0(TimeDraft& draft) {
        if (draft.half_more) add_half(draft);
        draft.time.as_unit = draft.count_in_words && draft.time.grain == Grain::month && draft.time.further[0].count == 0;
    }
};
// Each part is of a smaller unit than the one before.
template <>
struct time_action<grammar::further_unit> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const auto unit = static_cast<LengthUnit>(grammar::find_word(grammar::length_units, in.string_view())->value);
        auto& parts = draft.time.further;
        FurtherLength& part = parts[0].count == 0 ? parts[0] : parts[1];
        if (&part == &parts[1] && unit <= parts[0].unit) return false;
        part = {draft.further, unit};
        return true;
    }
};
template <>
struct time_action<grammar::vague_count> {
    static void apply0(TimeDraft& draft) {
        draft.time.count = 2;
        draft.time.vague = true;
    }
};
// A year counts back from the claim's own period ("a year earlier"); other steps from what was named.
template <>
struct time_action<grammar::earlier> {
    static void apply0(TimeDraft& draft) {
        const int count = draft.time.count == 0 ? 2 : draft.time.count;
        set_relative(draft, -count, Anchor::named);
        if (draft.time.grain == Grain::year) draft.time.kind = TimeKind::same_period, draft.time.anchor = Anchor::period;
    }
};
template <>
struct time_action<grammar::ago> {
    static void apply0(TimeDraft& draft) {
        set_relative(draft, -(draft.time.count == 0 ? 2 : draft.time.count), Anchor::document);
        draft.time.ago = true;
    }
};
template <>
struct time_action<grammar::later> {
    static void apply0(TimeDraft& draft) { set_relative(draft, draft.time.count == 0 ? 2 : draft.time.count, Anchor::named); }
};
template <>
struct time_action<grammar::from_now> {
    static void apply0(TimeDraft& draft) { set_relative(draft, draft.time.count, Anchor::document); }
};
template <>
struct time_action<grammar::vague_steps> {
    static void apply0(TimeDraft& draft) { draft.time.vague = true; }
};
template <>
struct time_action<grammar::in_steps> {
    static void apply0(TimeDraft& draft) { set_relative(draft, draft.time.count, Anchor::document); }
};
// A weekday is looked for in the week so far away; of days the number is enough.
template <>
struct time_action<grammar::weekday_steps> {
    static void apply0(TimeDraft& draft) {
        if (draft.time.grain == Grain::day) draft.fields().weekday = 0;
    }
};

// ---- weekends, seasons, feasts; what was named

template <>
struct time_action<grammar::weekend_word> {
    static void apply0(TimeDraft& draft) {
        draft.fields().weekend = true;
        draft.time.grain = Grain::week;
    }
};
// "This summer" is that of the year; the last and the next are the nearest.
inline void nearest_or_of_year(TimeDraft& draft, Grain grain) { draft.time.grain = draft.time.count == 0 ? Grain::year : grain; }
template <>
struct time_action<grammar::season_name> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().season = static_cast<std::uint8_t>(grammar::find_word(grammar::seasons, in.string_view())->value);
        draft.fields().loose = true;
        nearest_or_of_year(draft, Grain::month);
    }
};
template <>
struct time_action<grammar::holiday_part> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const auto* row = grammar::holiday_name::find(in.begin(), in.end());
        if (row == nullptr) return false;
        const auto& elsewhere = grammar::holidays_of_places;
        draft.fields().holiday = static_cast<std::uint8_t>(row->value);
        draft.fields().loose = std::find(elsewhere.begin(), elsewhere.end(), row->value) != elsewhere.end();
        nearest_or_of_year(draft, Grain::day);
        return true;
    }
};
struct of_the_named {
    static void apply0(TimeDraft& draft) {
        const Grain grain = draft.time.grain;
        set_relative(draft, 0, Anchor::named);
        draft.time.grain = grain;
    }
};
template <>
struct time_action<grammar::that_unit> : of_the_named {};
template <>
struct time_action<grammar::definite_noun> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        if (!draft.fields().weekend) draft.time.grain = grain_from(in.string_view());
    }
};
template <>
struct time_action<grammar::definite_unit> {
    static void apply0(TimeDraft& draft) {
        if (draft.fields().weekend)
            draft.time.kind = TimeKind::calendar;
        else
            of_the_named::apply0(draft);
    }
};
template <>
struct time_action<grammar::next_day> {
    static void apply0(TimeDraft& draft) { set_relative(draft, 1, Anchor::named); }
};
template <>
struct time_action<grammar::after_next> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        set_relative(draft, in.string_view().find("fore") != std::string_view::npos ? -2 : 2, Anchor::document);
        draft.time.as_unit = true;
    }
};
template <>
struct time_action<grammar::present_day> {
    static void apply0(TimeDraft& draft) {
        set_relative(draft, 0, Anchor::document);
        draft.time.grain = Grain::day;
    }
};
template <>
struct time_action<grammar::season_date> {
    static void apply0(TimeDraft& draft) {
        if (draft.time.kind == TimeKind::relative) draft.time.grain = Grain::year;
    }
};
template <>
struct time_action<grammar::holiday_date> : time_action<grammar::season_date> {};
template <>
struct time_action<grammar::season_alone> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const std::size_t cut = words.find_last_of(" \n");
        const auto* row = grammar::find_word(grammar::seasons, words.substr(cut == std::string_view::npos ? 0 : cut + 1));
        draft.fields().season = static_cast<std::uint8_t>(row->value);
        draft.fields().loose = true;
    }
};
template <>
struct time_action<grammar::season_behind> {
    static void apply0(TimeDraft& draft) { draft.time.kind = TimeKind::calendar; }
};
template <>
struct time_action<grammar::unit_end> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const bool month = in.string_view().find("onth") != std::string_view::npos || in.string_view().ends_with('m');
        if (draft.fields().year == 0 && draft.time.kind == TimeKind::none) {
            set_relative(draft, 0, Anchor::document);
            draft.time.grain = month ? Grain::month : Grain::year;
        }
        draft.time.part = Part::late;
    }
};

// ---- runs of units

template <>
struct time_action<grammar::business> {
    static void apply0(TimeDraft& draft) { draft.time.business = true; }
};
template <>
struct time_action<grammar::run_step> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const auto* row = grammar::find_word(grammar::from_document, in.string_view());
        draft.time.anchor = row != nullptr ? Anchor::document : Anchor::named;
        if (row == nullptr) row = grammar::find_word(grammar::from_named, in.string_view());
        draft.step_down = row->value < 0;
    }
};
// With an article a run is told by its length: "the past three years". Single figures are counted on the calendar: the papers
// write small lengths in words.
inline bool told_by_length(const TimeDraft& draft, bool article) {
    constexpr std::int32_t in_figures_from = 10;
    if (draft.time.vague) return true;
    if (draft.time.business) return false;
    if (draft.time.anchor == Anchor::named && draft.time.grain == Grain::quarter) return false;
    return article && (draft.count_in_words || draft.time.count >= in_figures_from);
}
inline void set_run(TimeDraft& draft, bool article) {
    const bool as_length = told_by_length(draft, article);
    const std::int32_t count = draft.time.count;
    draft.time.kind = TimeKind::relative;
    draft.time.count = draft.step_down ? -count : 1;
    draft.time.count_high = draft.step_down ? -1 : count;
    draft.time.as_length = as_length;
}
template <>
struct time_action<grammar::run_of_units> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        set_run(draft,
                grammar::phrase_at(in.begin(), in.end(), "the") != 0 || grammar::phrase_at(in.begin(), in.end(), "this") != 0);
    }
};
template <>
struct time_action<grammar::run_inverted> {
    static void apply0(TimeDraft& draft) { set_run(draft, false); }
};
template <>
struct time_action<grammar::past_stretch> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        set_relative(draft, in.string_view().find("ast") != std::string_view::npos ? -1 : 1, Anchor::document);
        draft.time.as_length = true;
    }
};
template <>
struct time_action<grammar::unit_before> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const std::string_view last = words.substr(words.find_last_of(" \n") + 1);
        const bool back = is_word(last, "before") || is_word(last, "earlier");
        set_relative(draft, back ? -1 : 1, Anchor::named);
        if (back && draft.time.grain == Grain::year) draft.time.kind = TimeKind::same_period, draft.time.anchor = Anchor::period;
    }
};
template <>
struct time_action<grammar::same_period> {
    template <typename Input>
    static void apply(const Input&, TimeDraft& draft) {
        const int year = draft.fields().year;
        draft.time = {};
        draft.time.kind = TimeKind::same_period;
        draft.time.grain = Grain::year;
        draft.time.count = draft.time.count_high = -1;
        draft.time.anchor = Anchor::period;
        draft.time.start.year = year;
    }
};
template <>
struct time_action<grammar::year_ago_period> : time_action<grammar::same_period> {};

// ---- months of a year

template <>
struct time_action<grammar::count_of_months> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const Number number = number_from(words, grammar::is_digit(words.front()) ? Figure::plain : Figure::words);
        draft.time.kind = TimeKind::months_of;
        draft.time.grain = Grain::month;
        draft.time.count = static_cast<std::int32_t>(number.value.coefficient);
        return draft.time.count > 0 && draft.time.count < 13;
    }
};
template <>
struct time_action<grammar::count_of_months_figure> : time_action<grammar::count_of_months> {};
template <>
struct time_action<grammar::first_months> {
    static void apply0(TimeDraft& draft) { draft.time.as_length = true; }
};

// ---- what each alternative is

// "last May" is the nearest one before; "last Monday" likewise. "This Monday" is the one of this week.
inline void step_named(TimeDraft& draft, std::string_view words, Grain grain) {
    const char first = grammar::to_lower(words.front());
    if (!(draft.weekday.empty() ? draft.month : draft.weekday).empty() &&
        words.size() == (draft.weekday.empty() ? draft.month : draft.weekday).size())
        return;
    if (draft.time.kind == TimeKind::relative) return;  // "Monday of last week"
    const auto has = [&](std::string_view piece) { return words.find(piece) != std::string_view::npos; };
    const bool past = first == 'l' || has("past") || has("previous");
    const bool named = has("the ");
    const bool this_one = first == 't' && !past && !has("oming") && !(named && (has("next") || has("following")));
    set_relative(draft, past ? -1 : this_one ? 0 : 1, named ? Anchor::named : Anchor::document);
    draft.time.as_unit = !past && !this_one && grain == Grain::day && !named && has("ext");  // of the next week
    draft.time.grain = this_one ? (grain == Grain::day ? Grain::week : Grain::year) : grain;
}
template <>
struct time_action<grammar::weekday_alone> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        step_named(draft, in.string_view(), Grain::day);
    }
};
template <>
struct time_action<grammar::weekday_figures> {
    static void apply0(TimeDraft& draft) { draft.time.kind = TimeKind::calendar; }
};
template <>
struct time_action<grammar::last_month_named> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        step_named(draft, in.string_view(), Grain::month);
        if (draft.fields().day != 0 && draft.time.count != 0) draft.time.grain = Grain::day;  // "last June 10"
    }
};

struct PartDraft : Draft {
    Part part = Part::whole;
    bool half = false;  // "the first half of March": nearer a half than the third that is early
};
template <typename Rule>
struct part_action : p::nothing<Rule> {};
template <>
struct part_action<grammar::part_end> {
    static void apply0(PartDraft& draft) { draft.part = Part::late; }
};
template <>
struct part_action<grammar::part_word> {
    template <typename Input>
    static void apply(const Input& in, PartDraft& draft) {
        const std::string_view words = in.string_view();
        const auto has = [&](std::string_view piece) { return words.find(piece) != std::string_view::npos; };
        draft.half = has("half");
        draft.part = has("id")                                                                    ? Part::middle
                     : has("nd of") || has("ate") || has("lose") || has("atter") || has("second") ? Part::late
                                                                                                  : Part::early;
    }
};

}  // namespace factcheck::extracting
