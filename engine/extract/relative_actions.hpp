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
        if (first == 't' && words.size() == 8) count = 1;  // tomorrow
        if (words.size() > 10) count = grammar::to_lower(words[8]) == 'b' ? -2 : 2;
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
        if (number.too_large || number.decimals != 0 || number.value > Decimal{100'000, 0}) return false;
        draft.time.count = static_cast<std::int32_t>(number.value.coefficient);
        return true;
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

// ---- what each alternative is

// "last May" is the nearest one before; "last Monday" likewise. "This Monday" is the one of this week.
inline void step_named(TimeDraft& draft, std::string_view words, Grain grain) {
    const char first = grammar::to_lower(words.front());
    if (!(draft.weekday.empty() ? draft.month : draft.weekday).empty() &&
        words.size() == (draft.weekday.empty() ? draft.month : draft.weekday).size())
        return;
    if (draft.time.kind == TimeKind::relative) return;  // "Monday of last week"
    const bool past = first == 'l' || words.find("past") != std::string_view::npos;
    const bool this_one = first == 't' && !past && words.find("oming") == std::string_view::npos;
    set_relative(draft, past ? -1 : this_one ? 0 : 1, Anchor::document);
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
struct time_action<grammar::last_month_named> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        step_named(draft, in.string_view(), Grain::month);
    }
};

struct PartDraft : Draft {
    Part part = Part::whole;
};
template <typename Rule>
struct part_action : p::nothing<Rule> {};
template <>
struct part_action<grammar::part_word> {
    template <typename Input>
    static void apply(const Input& in, PartDraft& draft) {
        const std::string_view words = in.string_view();
        const auto has = [&](std::string_view piece) { return words.find(piece) != std::string_view::npos; };
        draft.part = has("id") ? Part::middle : has("nd of") || has("ate") ? Part::late : Part::early;
    }
};

}  // namespace factcheck::extracting
