// Actions of grammar/calendar.hpp: the fields of a date or period as far as they are written. Internal to extract/.
#pragma once

#include "extract/number.hpp"
#include "extract/reader.hpp"

#include "grammar/time.hpp"

#include <algorithm>

namespace factcheck::extracting {

struct TimeDraft : Draft {
    TimeExpression time;
    int second_year = 0;
    bool pair = false;
    unsigned parts[2] = {0, 0};
    bool month_is_short = false;  // "May", "Mar": words that may be others
    Span month;
    Span weekday;
    Span plain_year;
    bool step_down = false;
    bool count_in_words = false;
    bool half_more = false;
    std::int16_t further = 0;  // of a further part of a length
    int nth = 0;               // "the third week", negative from the end
    [[nodiscard]] CalendarFields& fields() { return time.start; }
};

template <typename Rule>
struct time_action : p::nothing<Rule> {};

inline int figure(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        if (grammar::is_digit(c) && value < 100'000) value = value * 10 + (c - '0');
    return value;
}

// "24" is 2024, "99" is 1999: two digits are read around the turn of the century.
inline int century_year(int two_digits) { return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits; }

template <>
struct time_action<grammar::fresh> {
    static void apply0(TimeDraft& draft) {
        TimeDraft clean;
        clean.reader = draft.reader;
        clean.attempts = draft.attempts;
        draft = clean;
    }
};

// "in may", "since march": no verbs.
inline bool names_month_before(const TimeDraft& draft, std::size_t begin) {
    static constexpr auto before = grammar::word_list(std::to_array<std::string_view>(
        {"in", "of", "since", "until", "during", "last", "next", "mid", "late", "early", "by", "from"}));
    return before.has(draft.reader->words(word_before(*draft.reader, begin)));
}

template <>
struct time_action<grammar::month_name> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        std::string_view word = in.string_view();
        if (word.back() == '.') word.remove_suffix(1);
        const bool capital = word.front() >= 'A' && word.front() <= 'Z';
        const auto place = static_cast<std::size_t>(in.begin() - draft.reader->text.data());
        if (draft.reader->before(place) == '$') return false;  // "$DEC": a ticker
        const bool may_be_word = word.size() <= 3 || is_word(word, "march");
        // "may", "mar", "march", "dec" in small letters are months only beside a day or a year.
        if (!capital && may_be_word) {
            std::size_t after = static_cast<std::size_t>(in.end() - draft.reader->text.data());
            if (grammar::is_gap(draft.reader->at(after))) ++after;
            const std::size_t begin = static_cast<std::size_t>(in.begin() - draft.reader->text.data());
            const bool day_before = begin >= 2 && (grammar::is_digit(draft.reader->before(begin - 1)) ||
                                                   grammar::is_digit(draft.reader->before(begin)));
            if (!grammar::is_digit(draft.reader->at(after)) && !day_before && !names_month_before(draft, begin)) return false;
        }
        draft.fields().month = static_cast<std::uint8_t>(grammar::find_word(grammar::months, word)->value);
        draft.month = span_of(in, draft);
        return true;
    }
};

template <>
struct time_action<grammar::weekday_name> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        std::string_view word = in.string_view();
        if (word.back() == '.') word.remove_suffix(1);
        const bool capital = word.front() >= 'A' && word.front() <= 'Z';
        if (!capital && word.size() < 6) return false;
        draft.fields().weekday = static_cast<std::uint8_t>(grammar::find_word(grammar::weekdays, word)->value);
        draft.weekday = span_of(in, draft);
        return true;
    }
};

template <>
struct time_action<grammar::day_figure> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const int day = figure(in.string_view());
        if (day < 1 || day > 31) return false;
        draft.fields().day = static_cast<std::uint8_t>(day);
        return true;
    }
};

inline int ordinal_value(std::string_view words) {
    int value = 0;
    while (!words.empty()) {
        const std::string_view word = grammar::letters_at(words.data(), words.data() + words.size());
        if (const auto* tens = grammar::find_word(grammar::tens_in_words, word))
            value += tens->value;
        else if (const auto* row = grammar::find_word(grammar::ordinals, word))
            value += row->value;
        words.remove_prefix(std::min(words.size(), word.size() + 1));
    }
    return value;
}

template <>
struct time_action<grammar::day_in_words> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const int day = ordinal_value(in.string_view());
        if (day < 1 || day > 31) return false;
        draft.fields().day = static_cast<std::uint8_t>(day);
        draft.time.count = day;  // of a century
        return true;
    }
};

template <>
struct time_action<grammar::year_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const int year = figure(in.string_view());
        if (draft.pair)
            draft.second_year = year;
        else
            draft.fields().year = year;
    }
};
template <>
struct time_action<grammar::short_year_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().year = century_year(figure(in.string_view()));
    }
};
template <>
struct time_action<grammar::year_words> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const bool thousand = is_word(words.substr(0, std::min<std::size_t>(3, words.size())), "two");
        const std::size_t cut = thousand ? words.size() : words.find_first_of("- \n");
        const Number first = number_from(words.substr(0, cut), Figure::words);
        std::int64_t year = static_cast<std::int64_t>(first.value.coefficient);
        if (thousand)
            for (std::int32_t i = 0; i < first.value.exponent; ++i) year *= 10;
        else
            year = year * 100 + static_cast<std::int64_t>(number_from(words.substr(cut + 1), Figure::words).value.coefficient);
        draft.fields().year = static_cast<std::int32_t>(year);
        return year > 1700 && year < 2200;
    }
};
template <>
struct time_action<grammar::era_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().year = figure(in.string_view());
    }
};
template <>
struct time_action<grammar::before_christ> {
    static void apply0(TimeDraft& draft) { draft.fields().year = -draft.fields().year; }
};
template <>
struct time_action<grammar::two_digit_year> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const int two = figure(in.string_view());
        if (draft.fields().year == 0)
            draft.fields().year = century_year(two);
        else
            draft.second_year = draft.fields().year / 100 * 100 + two;
    }
};

template <>
struct time_action<grammar::iso_month> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const int month = figure(in.string_view());
        if (month < 1 || month > 12) return false;
        draft.fields().month = static_cast<std::uint8_t>(month);
        return true;
    }
};
template <>
struct time_action<grammar::listed_month> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().month = static_cast<std::uint8_t>(grammar::find_word(grammar::months, in.string_view())->value);
    }
};
template <>
struct time_action<grammar::iso_month_figure> : time_action<grammar::iso_month> {};
template <>
struct time_action<grammar::iso_day_figure> : time_action<grammar::day_figure> {};
template <>
struct time_action<grammar::day_counted> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const int day = static_cast<int>(number_from(in.string_view(), Figure::words).value.coefficient);
        draft.fields().day = static_cast<std::uint8_t>(day);
        return day <= 31;
    }
};
template <>
struct time_action<grammar::iso_day> : time_action<grammar::day_figure> {};

template <>
struct time_action<grammar::iso_week_figure> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const int week = figure(in.string_view());
        draft.fields().week = static_cast<std::uint8_t>(week);
        return week >= 1 && week <= 53;
    }
};

template <int part>
struct keep_part {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const int value = figure(in.string_view());
        if (value < 1 || value > 31) return false;
        draft.parts[part] = static_cast<unsigned>(value);
        return true;
    }
};
template <>
struct time_action<grammar::first_part> : keep_part<0> {};
template <>
struct time_action<grammar::second_part> : keep_part<1> {};

// 04/08/2025 may be April or August: printed by the American order (with points by the European), and never judged on.
struct order_parts {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const unsigned a = draft.parts[0];
        const unsigned b = draft.parts[1];
        if (a > 12 && b > 12) return false;
        const bool by_points = in.string_view().find('.') != std::string_view::npos;
        const bool day_first = a > 12 || (by_points && b <= 12);
        draft.fields().loose = a <= 12 && b <= 12 && a != b;
        draft.fields().day = static_cast<std::uint8_t>(day_first ? a : b);
        draft.fields().month = static_cast<std::uint8_t>(day_first ? b : a);
        return true;
    }
};
template <>
struct time_action<grammar::figure_date> : order_parts {};
template <>
struct time_action<grammar::short_figures> : order_parts {};

template <>
struct time_action<grammar::quarter_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().quarter = static_cast<std::uint8_t>(figure(in.string_view()));
    }
};
template <>
struct time_action<grammar::half_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().half = static_cast<std::uint8_t>(figure(in.string_view()));
    }
};

inline std::uint8_t first_to_fourth(std::string_view word) {
    if (const auto* row = grammar::find_word(grammar::ordinals, word)) return static_cast<std::uint8_t>(row->value);
    return static_cast<std::uint8_t>(grammar::is_digit(word.front()) ? word.front() - '0' : 2);  // "latter"
}
template <>
struct time_action<grammar::quarter_ordinal> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().quarter = first_to_fourth(in.string_view());
    }
};
template <>
struct time_action<grammar::final_ordinal> {
    template <typename Input>
    static void apply(const Input&, TimeDraft& draft) {
        draft.fields().quarter = 4;
    }
};
template <>
struct time_action<grammar::half_ordinal> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().half = first_to_fourth(in.string_view());
    }
};

template <>
struct time_action<grammar::fiscal_word> {
    template <typename Input>
    static void apply(const Input&, TimeDraft& draft) {
        draft.fields().fiscal = true;
    }
};

// "in May last year": the month is looked for in the year that is so many steps from the text's, or from what was named.
template <>
struct time_action<grammar::of_last_year> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const auto has = [&](std::string_view piece) { return words.find(piece) != std::string_view::npos; };
        draft.time.kind = TimeKind::relative;
        draft.time.grain = Grain::year;
        draft.time.count = has("ast") || has("previous") || has("before")   ? -1
                           : has("ext") || has("following") || has("after") ? 1
                                                                            : 0;
        draft.time.count_high = draft.time.count;
        draft.time.anchor = has("the ") || has("that ") ? Anchor::named : Anchor::document;
    }
};
template <>
struct time_action<grammar::of_week> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        time_action<grammar::of_last_year>::apply(in, draft);
        draft.time.grain = Grain::week;
    }
};

template <>
struct time_action<grammar::decade_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().year = figure(in.string_view());
        // "the 1800s" are a century, the 2000s a decade.
        if (draft.fields().year % 100 == 0 && draft.fields().year < 2000) {
            draft.time.kind = TimeKind::century;
            draft.time.grain = Grain::century;
            draft.time.count = draft.time.count_high = draft.fields().year / 100 + 1;
            draft.fields().year = 0;
            return;
        }
        draft.time.kind = TimeKind::decade;
        draft.time.grain = Grain::decade;
    }
};
template <>
struct time_action<grammar::short_decade_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const int decade = figure(in.string_view());
        draft.fields().year = decade < 30 ? 2000 + decade : 1900 + decade;
        draft.time.kind = TimeKind::decade;
        draft.time.grain = Grain::decade;
    }
};
template <>
struct time_action<grammar::decade_in_words> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        std::string_view words = in.string_view();
        const bool eighteen = words.find("ighteen") != std::string_view::npos;
        words = words.substr(words.find_last_of(" -\n") + 1);
        draft.fields().year = (eighteen ? 1800 : 1900) + grammar::find_word(grammar::decades_in_words, words)->value;
        draft.time.kind = TimeKind::decade;
        draft.time.grain = Grain::decade;
    }
};
template <>
struct time_action<grammar::decade_words_behind> : time_action<grammar::decade_in_words> {};
template <>
struct time_action<grammar::century_ordinal> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const int count = grammar::is_digit(words.front()) ? figure(words) : ordinal_value(words);
        draft.fields() = {};
        draft.time.kind = TimeKind::century;
        draft.time.grain = Grain::century;
        draft.time.count = draft.time.count_high = count;
        return count > 0 && count < 31;
    }
};

// ---- fiscal years

template <>
struct time_action<grammar::year_pair> {
    template <typename Input>
    static bool apply(const Input&, TimeDraft& draft) {
        if (draft.second_year != draft.fields().year + 1) return false;
        draft.fields().year = draft.second_year;
        draft.fields().two_years = true;
        return true;
    }
};
template <>
struct time_action<grammar::second_year> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const std::string_view digits = in.string_view();
        // The first of the pair was overwritten where four digits are written.
        if (digits.size() == 4) {
            const auto begin = static_cast<std::size_t>(in.begin() - draft.reader->text.data());
            draft.second_year = figure(digits);
            draft.fields().year = figure(draft.reader->text.substr(begin - 5, 4));
        }
    }
};
template <>
struct time_action<grammar::year_span> {
    template <typename Input>
    static bool apply(const Input&, TimeDraft& draft) {
        const int last = draft.second_year;
        if (last <= draft.fields().year || draft.fields().year < 1500) return false;
        draft.time.kind = TimeKind::range;
        draft.time.end.year = last;
        return true;
    }
};
template <>
struct time_action<grammar::fiscal_number> {
    template <typename Input>
    static bool apply(const Input&, TimeDraft& draft) {
        if (draft.second_year == 0 || draft.fields().two_years) return true;
        if (draft.second_year != draft.fields().year + 1) return false;
        draft.fields().year = draft.second_year;
        draft.fields().two_years = true;
        return true;
    }
};
struct is_fiscal {
    template <typename Input>
    static void apply(const Input&, TimeDraft& draft) {
        draft.time.kind = TimeKind::fiscal;
        draft.time.grain = Grain::year;
        draft.fields().fiscal = true;
    }
};
template <>
struct time_action<grammar::fiscal_after> : is_fiscal {};
template <>
struct time_action<grammar::fiscal_before> : is_fiscal {};
template <>
struct time_action<grammar::fiscal_pair_alone> : is_fiscal {};
template <>
struct time_action<grammar::fiscal_part> : is_fiscal {};
template <>
struct time_action<grammar::fiscal_code_part> : is_fiscal {};
template <>
struct time_action<grammar::fiscal_bare> : is_fiscal {};
template <>
struct time_action<grammar::fiscal_glued> {
    static void apply0(TimeDraft& draft) { draft.fields().fiscal = true; }
};
template <>
struct time_action<grammar::fiscal_of> {
    template <typename Input>
    static void apply(const Input&, TimeDraft& draft) {
        draft.fields().fiscal = true;
    }
};

}  // namespace factcheck::extracting
