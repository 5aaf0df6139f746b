// Actions of grammar/time.hpp: the fields of a date or period as far as they are written, and how points join to ranges.
#include "extract/number.hpp"
#include "extract/parts.hpp"

#include "grammar/time.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

namespace {

using grammar::is_digit;
using grammar::is_gap;
using grammar::is_letter;
using grammar::to_lower;

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
    [[nodiscard]] CalendarFields& fields() { return time.start; }
};

template <typename Rule>
struct action : p::nothing<Rule> {};

int figure(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        if (is_digit(c) && value < 100'000) value = value * 10 + (c - '0');
    return value;
}

// "24" is 2024, "99" is 1999: two digits are read around the turn of the century.
int century_year(int two_digits) { return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits; }

template <>
struct action<grammar::fresh> {
    static void apply0(TimeDraft& draft) {
        TimeDraft clean;
        clean.reader = draft.reader;
        clean.attempts = draft.attempts;
        draft = clean;
    }
};

template <>
struct action<grammar::month_name> {
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
            if (is_gap(draft.reader->at(after))) ++after;
            const std::size_t begin = static_cast<std::size_t>(in.begin() - draft.reader->text.data());
            const bool day_before =
                begin >= 2 && (is_digit(draft.reader->at(begin - 2)) || is_digit(draft.reader->before(begin)));
            if (!is_digit(draft.reader->at(after)) && !day_before) return false;
        }
        draft.fields().month = static_cast<std::uint8_t>(grammar::find_word(grammar::months, word)->value);
        draft.month = span_of(in, draft);
        return true;
    }
};

template <>
struct action<grammar::weekday_name> {
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
struct action<grammar::day_figure> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const int day = figure(in.string_view());
        if (day < 1 || day > 31) return false;
        draft.fields().day = static_cast<std::uint8_t>(day);
        return true;
    }
};

int ordinal_value(std::string_view words) {
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
struct action<grammar::day_in_words> {
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
struct action<grammar::year_figure> {
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
struct action<grammar::short_year_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().year = century_year(figure(in.string_view()));
    }
};
template <>
struct action<grammar::two_digit_year> {
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
struct action<grammar::iso_month> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const int month = figure(in.string_view());
        if (month < 1 || month > 12) return false;
        draft.fields().month = static_cast<std::uint8_t>(month);
        return true;
    }
};
template <>
struct action<grammar::listed_month> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().month = static_cast<std::uint8_t>(grammar::find_word(grammar::months, in.string_view())->value);
    }
};
template <>
struct action<grammar::iso_day> : action<grammar::day_figure> {};

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
struct action<grammar::first_part> : keep_part<0> {};
template <>
struct action<grammar::second_part> : keep_part<1> {};

// 04/08/2025 may be April or August: unless one of the two cannot be a month, nothing is guessed.
template <>
struct action<grammar::figure_date> {
    template <typename Input>
    static bool apply(const Input&, TimeDraft& draft) {
        const unsigned a = draft.parts[0];
        const unsigned b = draft.parts[1];
        if (a > 12 && b > 12) return false;
        if (a <= 12 && b <= 12 && a != b) {
            draft.time = {};
            return true;
        }
        draft.fields().day = static_cast<std::uint8_t>(std::max(a, b));
        draft.fields().month = static_cast<std::uint8_t>(std::min(a, b));
        return true;
    }
};

template <>
struct action<grammar::quarter_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().quarter = static_cast<std::uint8_t>(figure(in.string_view()));
    }
};
template <>
struct action<grammar::half_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().half = static_cast<std::uint8_t>(figure(in.string_view()));
    }
};

std::uint8_t first_to_fourth(std::string_view word) {
    if (const auto* row = grammar::find_word(grammar::ordinals, word)) return static_cast<std::uint8_t>(row->value);
    return static_cast<std::uint8_t>(is_digit(word.front()) ? word.front() - '0' : 2);  // "latter"
}
template <>
struct action<grammar::quarter_ordinal> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().quarter = first_to_fourth(in.string_view());
    }
};
template <>
struct action<grammar::final_ordinal> {
    template <typename Input>
    static void apply(const Input&, TimeDraft& draft) {
        draft.fields().quarter = 4;
    }
};
template <>
struct action<grammar::half_ordinal> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().half = first_to_fourth(in.string_view());
    }
};

template <>
struct action<grammar::fiscal_word> {
    template <typename Input>
    static void apply(const Input&, TimeDraft& draft) {
        draft.fields().fiscal = true;
    }
};

// "in May last year": the month is looked for in the year that is so many steps from the text's.
template <>
struct action<grammar::of_last_year> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        draft.time.kind = TimeKind::relative;
        draft.time.grain = Grain::year;
        draft.time.count = words.find("ast") != std::string_view::npos ? -1 : words.find("ext") != std::string_view::npos ? 1 : 0;
        draft.time.count_high = draft.time.count;
    }
};
template <>
struct action<grammar::of_week> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        action<grammar::of_last_year>::apply(in, draft);
        draft.time.grain = Grain::week;
    }
};

template <>
struct action<grammar::decade_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        draft.fields().year = figure(in.string_view());
        draft.time.kind = TimeKind::decade;
        draft.time.grain = Grain::decade;
    }
};
template <>
struct action<grammar::short_decade_figure> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const int decade = figure(in.string_view());
        draft.fields().year = decade < 30 ? 2000 + decade : 1900 + decade;
        draft.time.kind = TimeKind::decade;
        draft.time.grain = Grain::decade;
    }
};
template <>
struct action<grammar::decade_in_words> {
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
struct action<grammar::century_ordinal> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const int count = is_digit(words.front()) ? figure(words) : ordinal_value(words);
        draft.fields() = {};
        draft.time.kind = TimeKind::century;
        draft.time.grain = Grain::century;
        draft.time.count = draft.time.count_high = count;
        return count > 0 && count < 31;
    }
};

// ---- fiscal years

template <>
struct action<grammar::year_pair> {
    template <typename Input>
    static bool apply(const Input&, TimeDraft& draft) {
        if (draft.second_year != draft.fields().year + 1) return false;
        draft.fields().year = draft.second_year;
        draft.fields().two_years = true;
        return true;
    }
};
template <>
struct action<grammar::second_year> {
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
struct action<grammar::year_span> {
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
struct action<grammar::fiscal_number> {
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
struct action<grammar::fiscal_after> : is_fiscal {};
template <>
struct action<grammar::fiscal_before> : is_fiscal {};
template <>
struct action<grammar::fiscal_pair_alone> : is_fiscal {};
template <>
struct action<grammar::fiscal_of> {
    template <typename Input>
    static void apply(const Input&, TimeDraft& draft) {
        draft.fields().fiscal = true;
    }
};

// ---- relative words

Grain grain_from(std::string_view word) {
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
struct action<grammar::time_unit> : keep_grain {};
template <>
struct action<grammar::one_time_unit> : keep_grain {};
template <>
struct action<grammar::plural_time_unit> : keep_grain {};

void set_relative(TimeDraft& draft, int count, Anchor anchor) {
    draft.time.kind = TimeKind::relative;
    draft.time.count = draft.time.count_high = count;
    draft.time.anchor = anchor;
}

template <>
struct action<grammar::day_word> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const char first = to_lower(words.front());
        int count = first == 'y' ? -1 : 0;
        if (first == 't' && words.size() == 8) count = 1;  // tomorrow
        if (words.size() > 10) count = to_lower(words[8]) == 'b' ? -2 : 2;
        draft.time.grain = Grain::day;
        set_relative(draft, count, Anchor::document);
    }
};
template <>
struct action<grammar::step_from_document> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        set_relative(draft, grammar::find_word(grammar::from_document, in.string_view())->value, Anchor::document);
    }
};
template <>
struct action<grammar::step_from_named> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        set_relative(draft, grammar::find_word(grammar::from_named, in.string_view())->value, Anchor::named);
    }
};
template <>
struct action<grammar::so_far> {
    template <typename Input>
    static void apply(const Input&, TimeDraft& draft) {
        draft.time.grain = Grain::year;
        draft.time.year_to_date = true;
        set_relative(draft, 0, Anchor::document);
    }
};
template <>
struct action<grammar::fiscal_relative> {
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
struct action<grammar::count_of_units> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        if (is_word(words, "a") || is_word(words, "an")) {
            draft.time.count = 1;
            return true;
        }
        const Number number = number_from(words, is_digit(words.front()) ? Figure::plain : Figure::words);
        if (number.too_large || number.decimals != 0 || number.value > Decimal{100'000, 0}) return false;
        draft.time.count = static_cast<std::int32_t>(number.value.coefficient);
        return true;
    }
};
// A year counts back from the claim's own period ("a year earlier"); other steps from what was named.
template <>
struct action<grammar::earlier> {
    static void apply0(TimeDraft& draft) {
        const int count = draft.time.count == 0 ? 2 : draft.time.count;
        set_relative(draft, -count, Anchor::named);
        if (draft.time.grain == Grain::year) draft.time.kind = TimeKind::same_period, draft.time.anchor = Anchor::period;
    }
};
template <>
struct action<grammar::ago> {
    static void apply0(TimeDraft& draft) {
        set_relative(draft, -(draft.time.count == 0 ? 2 : draft.time.count), Anchor::document);
    }
};
template <>
struct action<grammar::later> {
    static void apply0(TimeDraft& draft) { set_relative(draft, draft.time.count == 0 ? 2 : draft.time.count, Anchor::named); }
};
template <>
struct action<grammar::from_now> {
    static void apply0(TimeDraft& draft) { set_relative(draft, draft.time.count, Anchor::document); }
};
template <>
struct action<grammar::vague_steps> {
    static void apply0(TimeDraft& draft) { draft.time.vague = true; }
};
template <>
struct action<grammar::unit_before> {
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
struct action<grammar::same_period> {
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
struct action<grammar::year_ago_period> : action<grammar::same_period> {};

// ---- months of a year

template <>
struct action<grammar::count_of_months> {
    template <typename Input>
    static bool apply(const Input& in, TimeDraft& draft) {
        const std::string_view words = in.string_view();
        const Number number = number_from(words, is_digit(words.front()) ? Figure::plain : Figure::words);
        draft.time.kind = TimeKind::months_of;
        draft.time.grain = Grain::month;
        draft.time.count = static_cast<std::int32_t>(number.value.coefficient);
        return draft.time.count > 0 && draft.time.count < 13;
    }
};

// ---- what each alternative is

// "last May" is the nearest one before; "last Monday" likewise. "This Monday" is the one of this week.
void step_named(TimeDraft& draft, std::string_view words, Grain grain) {
    const char first = to_lower(words.front());
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
struct action<grammar::weekday_alone> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        step_named(draft, in.string_view(), Grain::day);
    }
};
template <>
struct action<grammar::last_month_named> {
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

struct Point {
    TimeExpression time;
    std::size_t end = nowhere;
    Span month;
    [[nodiscard]] bool found() const { return end != nowhere; }
};

template <typename Rule>
Point point_at(const Reader& reader, std::size_t at) {
    TimeDraft draft;
    draft.fields() = {};
    const std::size_t end = read_at<Rule, action>(reader, at, draft);
    if (draft.time.kind == TimeKind::none && draft.time.start != CalendarFields{})
        draft.time.kind = draft.fields().fiscal ? TimeKind::fiscal : TimeKind::calendar;
    return {draft.time, end, draft.month};
}

// "Theresa May said", "May I", "March on Washington", "Mr June": a month alone may be a name or a verb.
constexpr auto before_month = grammar::word_list(std::to_array<std::string_view>(
    {"after",   "and", "as",    "at",   "before", "between", "by",   "during", "each", "early",    "end",    "every", "for",
     "from",    "in",  "last",  "late", "mid",    "next",    "of",   "on",     "or",   "previous", "since",  "the",   "this",
     "through", "to",  "until", "till", "with",   "a",       "than", "was",    "is",   "over",     "versus", "that"}));
constexpr auto after_name = grammar::word_list(std::to_array<std::string_view>(
    {"be", "have", "said", "says", "told", "will", "would", "has",       "had",      "was",   "is",    "i",  "we",  "you",
     "he", "she",  "they", "the",  "not",  "well", "on",    "announced", "resigned", "wants", "added", "it", "god", "against"}));

bool month_may_be_a_name(const Reader& reader, const Point& point) {
    const std::string_view month = reader.words(point.month);
    const bool lone = point.time.kind == TimeKind::calendar && point.time.start.day == 0 && point.time.start.year == 0;
    if (!lone) return false;
    const std::string_view before = reader.words(word_before(reader, point.month.begin));
    const std::string_view after = reader.words(word_after(reader, point.end));
    const bool short_form = month.size() <= 3 && !is_word(month, "may");
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

// A year of four figures alone: not where it counts something ("2000 people") or names something.
constexpr auto before_year = grammar::word_list(std::to_array<std::string_view>(
    {"after", "and",    "around", "before", "between", "by",     "during",  "early", "for",    "from",
     "in",    "late",   "mid",    "of",     "since",   "the",    "through", "till",  "to",     "until",
     "year",  "than",   "or",     "on",     "fiscal",  "a",      "its",     "their", "his",    "into",
     "vs",    "versus", "s",      "end",    "spring",  "summer", "autumn",  "fall",  "winter", "circa"}));

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
    const auto amount = amount_at(reader, at);
    if (amount && (amount->unit.dimension != Dimension::number || amount->span.end != point.end)) return false;
    const std::string_view before = reader.words(word_before(reader, at));
    const bool things = noun_after(reader, point.end, false).has_value();
    // "some of 2000 people": a preposition proves nothing where things are counted and the number is round.
    if (before_year.has(before)) return !(year % 100 == 0 && things);
    // "Keytruda's 2018 sales", "2024 Olympic Games": behind a name, or at the head of a sentence before one.
    const bool named = !before.empty() && before.front() >= 'A' && before.front() <= 'Z';
    const auto noun = things ? noun_after(reader, point.end, false) : std::nullopt;
    const bool modified = noun && noun->phrase.begin != noun->head.begin;  // "1987 growth targets"
    if (things) return year > 1900 && (named || modified) && year % 100 != 0;
    return year >= 1700;
}

Mention time_mention(const TimeExpression& time, std::size_t begin, std::size_t end) {
    Mention out;
    out.time = time;
    const bool day = (time.kind == TimeKind::calendar && (time.start.day != 0 || time.start.weekday != 0)) ||
                     time.kind == TimeKind::none ||
                     (time.kind == TimeKind::relative && (time.grain == Grain::day || time.start.weekday != 0) &&
                      time.count == time.count_high);
    out.kind = day && time.part == Part::whole ? MentionKind::date : MentionKind::period;
    out.span = out.core = {begin, end};
    return out;
}

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

// The other end of a range of dates.
std::optional<Mention> range_of(const Reader& reader, std::size_t begin, Point first, bool opened, bool between) {
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
    const std::size_t joint = read_at<grammar::day_to_day_month, action>(reader, at, draft);
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

template <typename Rule>
std::optional<Mention> plain(const Reader& reader, std::size_t at) {
    const Point point = point_at<Rule>(reader, at);
    if (!point.found()) return std::nullopt;
    return time_mention(point.time, at, point.end);
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

// "the last three months", "the past 18 months", "next two years": a run of whole units.
struct run_step : p::sor<grammar::listed<grammar::from_document>, grammar::listed<grammar::from_named>> {};
struct run_of_units : p::seq<grammar::fresh, p::opt<grammar::the>, run_step, grammar::gap, grammar::count_of_units,
                             grammar::joint, grammar::plural_time_unit, grammar::word_end> {};
template <>
struct action<run_step> {
    template <typename Input>
    static void apply(const Input& in, TimeDraft& draft) {
        const auto* row = grammar::find_word(grammar::from_document, in.string_view());
        draft.time.anchor = row != nullptr ? Anchor::document : Anchor::named;
        if (row == nullptr) row = grammar::find_word(grammar::from_named, in.string_view());
        draft.step_down = row->value < 0;
    }
};
template <>
struct action<run_of_units> {
    static void apply0(TimeDraft& draft) {
        draft.time.kind = TimeKind::relative;
        const std::int32_t count = draft.time.count;
        draft.time.count = draft.step_down ? -count : 1;
        draft.time.count_high = draft.step_down ? -1 : count;
    }
};

bool starts_in_figures(const Reader& reader, std::size_t at) { return is_digit(reader.at(at)) || reader.at(at) == '\''; }

// "years of disengagement", "for decades": at least two of the unit.
struct vague_duration
    : p::seq<grammar::fresh, grammar::plural_time_unit, p::at<grammar::gap, grammar::any<"of", "after", "since">>> {};
struct long_duration : p::seq<grammar::any<"for", "over", "after">, grammar::gap, grammar::plural_time_unit,
                              p::not_at<p::sor<grammar::hyphen, p::seq<grammar::gap, grammar::any<"to">>>>> {};

constexpr auto before_length = grammar::word_list(std::to_array<std::string_view>(
    {"after", "and",  "by",    "despite", "during", "following", "for",   "from",   "in",   "into",    "through",
     "of",    "over", "spent", "until",   "with",   "amid",      "ended", "ending", "took", "several", "many"}));

std::optional<Mention> vague_length(const Reader& reader, std::size_t at) {
    std::size_t begin = at;
    TimeDraft draft;
    std::size_t end = read_at<vague_duration, action>(reader, at, draft);
    if (end == nowhere) {
        end = read_at<long_duration, action>(reader, at, draft);
        if (end == nowhere) return std::nullopt;
        begin = word_after(reader, word_after(reader, at).end).begin;
    } else if (const std::string_view before = reader.words(word_before(reader, at));
               !before.empty() && !before_length.has(before)) {
        return std::nullopt;
    }
    Mention out;
    out.kind = MentionKind::duration;
    out.span = out.core = {begin, end};
    out.time.kind = TimeKind::duration;
    out.time.grain = draft.time.grain;
    out.time.count = out.time.count_high = 2;
    out.time.vague = true;
    constexpr std::array<std::string_view, 8> codes{"d", "wk", "mo", "mo", "mo", "a", "10.a", "100.a"};
    out.unit = {Dimension::time, codes[static_cast<std::size_t>(draft.time.grain)]};
    out.unit_words = out.span;
    out.number.value = {2, 0};
    out.number.sort = Sort::vague;
    out.number.in_words = true;
    return out;
}

std::optional<Mention> from_calendar(const Reader& reader, std::size_t begin, std::size_t at, Part part) {
    Point point = point_at<grammar::calendar>(reader, at);
    if (!point.found()) return std::nullopt;
    if (!point.month.empty() && month_may_be_a_name(reader, point)) return std::nullopt;
    point.time.part = part;
    if (part == Part::whole) {
        if (auto days = month_day_range(reader, at, point)) return days;
        if (auto range = range_of(reader, begin, point, false, false)) return range;
    }
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

template <typename... Rules>
std::optional<Mention> first_of(const Reader& reader, std::size_t at) {
    std::optional<Mention> out;
    ((out = plain<Rules>(reader, at)) || ...);
    return out;
}

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

}  // namespace

namespace {

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
