// Actions of grammar/quantity.hpp: what of an amount was read where, and whether a mark is a scale, a unit or neither. Internal
// to extract/.
#pragma once

#include "extract/amount.hpp"
#include "extract/number.hpp"
#include "lexicon/units.hpp"

#include "grammar/quantity.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

struct AmountDraft : Draft {
    Figure figure = Figure::plain;
    Span number;
    Span top;  // of a fraction
    Span bottom;
    Span whole;  // what a fraction is added to: the two of "two and a half"
    bool and_fraction = false;
    Span scale_words;
    int scale = 0;
    int magnitude = 0;  // power of ten of the last scale inside number words
    bool negative = false;
    bool bracketed = false;
    const UnitRow* currency = nullptr;
    bool weak_currency = false;
    const UnitRow* unit = nullptr;
    bool unit_is_symbol = false;
    Span unit_span;
    const UnitRow* per = nullptr;
    Span per_span;
};

template <typename Rule>
struct amount_action : p::nothing<Rule> {};

template <Figure figure>
struct keep_number {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.figure = figure;
        draft.number = span_of(in, draft);
    }
};

template <>
struct amount_action<grammar::plain_figure> : p::nothing<grammar::plain_figure> {};
template <>
struct amount_action<grammar::grouped> : keep_number<Figure::plain> {};
template <>
struct amount_action<grammar::lakh_grouped> : keep_number<Figure::plain> {};
template <>
struct amount_action<grammar::apostrophe_grouped> : keep_number<Figure::plain> {};
template <>
struct amount_action<grammar::space_grouped> : keep_number<Figure::plain> {};
template <>
struct amount_action<grammar::point_grouped> : keep_number<Figure::point_grouped> {};
template <>
struct amount_action<grammar::comma_decimal> : keep_number<Figure::comma_decimal> {};
template <>
struct amount_action<grammar::scientific> : keep_number<Figure::scientific> {};
template <>
struct amount_action<grammar::fraction_figure_alone> : keep_number<Figure::fraction> {};
template <>
struct amount_action<grammar::fraction_sign_alone> : keep_number<Figure::mixed> {};
template <>
struct amount_action<grammar::mixed_figure> : keep_number<Figure::mixed> {};
template <>
struct amount_action<grammar::plain_alone> : keep_number<Figure::plain> {};
template <>
struct amount_action<grammar::figures_and_words> {
    template <typename Input>
    static bool apply(const Input& in, AmountDraft& draft) {
        keep_number<Figure::with_words>::apply(in, draft);
        return scales_descend(in.string_view());
    }
};
template <>
struct amount_action<grammar::figure_dozen> : keep_number<Figure::dozen> {};
template <>
struct amount_action<grammar::plain_part> : keep_number<Figure::half> {};
template <>
struct amount_action<grammar::half_dozen> : keep_number<Figure::dozen> {};
template <>
struct amount_action<grammar::a_dozen> : keep_number<Figure::dozen> {};
template <>
struct amount_action<grammar::threescore> : keep_number<Figure::score> {};
template <>
struct amount_action<grammar::half> : keep_number<Figure::half> {};

template <Span AmountDraft::*slot>
struct keep_span {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.*slot = span_of(in, draft);
    }
};
template <>
struct amount_action<grammar::fraction_top> : keep_span<&AmountDraft::top> {};
template <>
struct amount_action<grammar::a_top> : keep_span<&AmountDraft::top> {};
template <>
struct amount_action<grammar::over_top> : keep_span<&AmountDraft::top> {};
template <>
struct amount_action<grammar::over_bottom> : keep_span<&AmountDraft::bottom> {};

template <>
struct amount_action<grammar::cardinal> {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.figure = Figure::words;
        draft.number = draft.top = span_of(in, draft);
    }
};

template <>
struct amount_action<grammar::plain_cardinal> : amount_action<grammar::cardinal> {};

int last_scale_of(std::string_view words) {
    const auto* row = grammar::find_word(grammar::scale_words, words.substr(words.find_last_of(" -\n") + 1));
    return row == nullptr ? 0 : row->value;
}
template <>
struct amount_action<grammar::first_magnitude> {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.magnitude = last_scale_of(in.string_view());
    }
};
// "two million three thousand": magnitudes descend. "Two thousand, three million" are two numbers.
template <>
struct amount_action<grammar::next_magnitude> {
    template <typename Input>
    static bool apply(const Input& in, AmountDraft& draft) {
        const int scale = last_scale_of(in.string_view());
        if (scale >= draft.magnitude) return false;
        draft.magnitude = scale;
        return true;
    }
};

// What a tail makes of the cardinal before it.
template <Figure figure>
struct keep_tail {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.figure = figure;
        draft.number.end = span_of(in, draft).end;
    }
};
template <>
struct amount_action<grammar::dozen_tail> : keep_tail<Figure::dozen> {};
template <>
struct amount_action<grammar::score_tail> : keep_tail<Figure::score> {};
template <>
struct amount_action<grammar::point_tail> : keep_tail<Figure::words> {};
template <>
struct amount_action<grammar::over_tail> : keep_tail<Figure::parts> {};
template <>
struct amount_action<grammar::figure_parts> : keep_number<Figure::parts> {};
template <>
struct amount_action<grammar::over_figure> : keep_number<Figure::parts> {};
template <>
struct amount_action<grammar::fraction_tail> : keep_tail<Figure::parts> {};
template <>
struct amount_action<grammar::a_part> : keep_number<Figure::parts> {};
template <>
struct amount_action<grammar::part_in_words> : keep_number<Figure::parts> {};

// "a third", "one twenty-fifth", "two-third": only a single figure stands before a singular; "twenty fifth" is an ordinal.
template <>
struct amount_action<grammar::fraction_bottom> {
    template <typename Input>
    static bool apply(const Input& in, AmountDraft& draft) {
        std::string_view top = draft.reader->words(draft.top);
        while (!top.empty() && !grammar::is_letter(top.back()) && !grammar::is_digit(top.back())) top.remove_suffix(1);
        const bool plural = in.string_view().back() == 's' || in.string_view().back() == 'S';
        const bool article = is_word(top, "a") || is_word(top, "an");
        if (!plural && !article && grammar::find_word(grammar::units_in_words, top) == nullptr) return false;
        if (is_word(in.string_view(), "half") && !article && !is_word(top, "one")) return false;  // nobody's "five half"
        draft.bottom = span_of(in, draft);
        // "a twenty-first century idea", but "a twenty-fifth of it".
        const std::string_view first = grammar::letters_at(&*in.begin(), &*in.begin() + in.size());
        if (article && grammar::tens_in_words.has(first))
            return is_word(draft.reader->words(word_after(*draft.reader, draft.bottom.end)), "of") ||
                   clause_ends(*draft.reader, draft.bottom.end);
        return true;
    }
};

template <>
struct amount_action<grammar::fraction_bottom_figure> : keep_span<&AmountDraft::bottom> {};
template <>
struct amount_action<grammar::half_alone> {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.top = draft.bottom = span_of(in, draft);
    }
};

// "won two million and a third of the seats": another value, as is "three and a fifth man".
template <>
struct amount_action<grammar::and_fraction> {
    template <typename Input>
    static bool apply(const Input& in, AmountDraft& draft) {
        const Span span = span_of(in, draft);
        const std::string_view after = draft.reader->words(word_after(*draft.reader, span.end));
        const std::string_view bottom = draft.reader->words(draft.bottom);
        const bool usual =
            is_word(bottom, "half") || is_word(bottom, "quarter") || bottom.back() == 's' || grammar::is_digit(bottom.back());
        // "two and half the men": the half is of them.
        const bool article = draft.top == draft.bottom && (is_word(after, "the") || is_word(after, "a") || is_word(after, "an"));
        if (article || is_word(after, "of") || (!usual && !after.empty() && !grammar::scale_words.has(after))) return false;
        // Nobody adds to decimals: "2.5 and a half".
        if (draft.reader->words(draft.number).find('.') != std::string_view::npos) return false;
        draft.and_fraction = true;
        draft.whole = draft.number;
        draft.number.end = span.end;
        return true;
    }
};
template <>
struct amount_action<grammar::sign> {
    template <typename Input>
    static void apply(const Input&, AmountDraft& draft) {
        draft.negative = true;
    }
};

template <>
struct amount_action<grammar::bracketed> {
    template <typename Input>
    static void apply(const Input&, AmountDraft& draft) {
        draft.bracketed = true;
    }
};

// "Two thousand million" multiplies, where the one scale before is no greater: not "two million thousand".
inline bool may_multiply(std::string_view words, int scale) {
    int scales = 0;
    for (std::size_t at = 0; at < words.size();) {
        const std::string_view word = grammar::letters_at(words.data() + at, words.data() + words.size());
        scales += grammar::scale_words.has(word) ? 1 : 0;
        at += word.size() + 1;
    }
    return scales == 0 || (scales == 1 && last_scale_of(words) != 0 && last_scale_of(words) <= scale);
}

template <>
struct amount_action<grammar::scale_word_kept> {
    template <typename Input>
    static bool apply(const Input& in, AmountDraft& draft) {
        const int scale = grammar::find_word(grammar::scale_words, in.string_view())->value;
        if (draft.figure == Figure::words && !draft.and_fraction && !may_multiply(draft.reader->words(draft.number), scale))
            return false;
        draft.scale_words = span_of(in, draft);
        draft.scale = scale;
        return true;
    }
};

template <>
struct amount_action<grammar::hundred_after> {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.scale_words = span_of(in, draft);
        draft.scale += 2;  // "3 hundred thousand"
    }
};

// Words behind "5m" that make it metres.
inline constexpr std::array metre_words =
    std::to_array<std::string_view>({"above", "away", "below", "butterfly", "by", "deep", "freestyle", "from", "high", "hurdles",
                                     "long", "race", "relay", "sprint", "tall", "thick", "wide", "x"});

inline bool plural_like(std::string_view word) { return word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's'; }

// "35m of its devices", "2m of the people"; not "2m of snow".
inline bool of_things(const Reader& reader, std::size_t at) {
    constexpr int reach = 4;
    for (int i = 0; i < reach; ++i) {
        const Span span = word_after(reader, at);
        const std::string_view word = reader.words(span);
        if (i == 0 && (word == "the" || word == "its" || word == "their" || word == "them" || word == "those" || word == "these"))
            return true;
        if (word.empty() || ends_noun_phrase(word)) return false;
        if (plural_like(word) || word == "people") return true;
        at = span.end;
    }
    return false;
}

// "2.7m combined digital and physical sales", "35m of its devices": people and things, not metres.
inline bool counts_things(const Reader& reader, std::size_t at) {
    for (int i = 0; i < 6; ++i) {
        const Span span = word_after(reader, at);
        const std::string_view word = reader.words(span);
        if (word.empty()) return false;
        if (i == 0 && word == "of") return of_things(reader, span.end);
        if (i == 0 && (word == "to" || word == "people" || word == "in")) return true;
        if (i == 0 && std::find(metre_words.begin(), metre_words.end(), word) != metre_words.end()) return false;
        if (plural_like(word) || word == "people") return true;
        at = span.end;
    }
    return false;
}

// "the 100m in 9.8 seconds": a race.
inline bool is_distance(const AmountDraft& draft) {
    const Reader& reader = *draft.reader;
    const std::string_view before = reader.words(word_before(reader, draft.number.begin));
    if (!is_word(before, "the") && !before.ends_with("'s")) return false;
    const std::string_view figure = reader.words(draft.number);
    for (const std::string_view race : {"60", "100", "110", "200", "400", "800", "1500", "1,500", "5000", "5,000", "10,000"})
        if (figure == race) return true;
    return false;
}

// "5m tonnes"; the "in" of "won the 100m in Rome" is no inch.
inline bool names_unit(const Reader& reader, std::size_t at) {
    const UnitAt found = unit_at(reader.rest(std::min(at, reader.end())));
    return found.row != nullptr && !(found.symbol && is_word(reader.words(word_after(reader, at)), "in"));
}

// Whether a mark is a scale here: "$5m", "5bn", "25k"; not "5 m", "5m tall", "3 t".
inline bool is_scale(std::string_view mark, bool glued, const AmountDraft& draft, std::size_t after) {
    const bool money = draft.currency != nullptr;
    const bool upper = mark.front() >= 'A' && mark.front() <= 'Z';
    if (mark.size() > 1 && !is_word(mark, "mm")) return !is_word(mark, "cr") || glued || money;
    if (money) return glued || !upper || is_word(mark, "m") || is_word(mark, "b");
    if (is_word(mark, "mm")) return false;
    if (is_word(mark, "k")) return !upper || glued;
    if (!glued) return false;
    if (is_word(mark, "b")) return true;
    if (is_word(mark, "m"))
        return upper || (!is_distance(draft) && counts_things(*draft.reader, after)) || names_unit(*draft.reader, after + 1);
    return false;
}

template <>
struct amount_action<grammar::scale_mark> {
    template <typename Input>
    static bool apply(const Input& in, AmountDraft& draft) {
        const Span span = span_of(in, draft);
        const bool glued = span.begin == draft.number.end;
        if (!is_scale(in.string_view(), glued, draft, span.end)) return false;
        draft.scale_words = span;
        draft.scale = grammar::find_word(grammar::scale_marks, in.string_view())->value;
        return true;
    }
};

template <>
struct amount_action<grammar::currency> : p::maybe_nothing {
    static std::size_t find(std::string_view rest, AmountDraft& draft) {
        if (rest.empty() || grammar::is_digit(rest.front())) return 0;
        const UnitAt found = currency_before(rest);
        if (found.row == nullptr) return 0;
        draft.currency = found.row;
        draft.weak_currency = found.weak;
        return found.size;
    }
};

template <>
struct amount_action<grammar::scale_behind_code> {
    template <typename Input>
    static bool apply(const Input& in, AmountDraft& draft) {
        const bool code = draft.unit != nullptr && draft.unit_is_symbol && draft.unit->unit.dimension == Dimension::money;
        if (!code || draft.scale != 0 || draft.currency != nullptr) return false;
        const std::string_view word = in.string_view().substr(1);
        draft.scale = grammar::find_word(grammar::scale_words, word.substr(word.find_first_not_of(" \n")))->value;
        draft.unit_span.end = span_of(in, draft).end;
        return true;
    }
};

// A sum that a currency of a weak sign would have: "R2 billion", "5,000 won"; not "R2", "72 won".
inline bool is_large(const AmountDraft& draft) {
    if (draft.scale != 0) return true;
    const Number number = number_from(draft.reader->words(draft.number), draft.figure);
    return number.too_large || number.scale != 0 || !(number.value < Decimal{1000, 0});
}

// A symbol of one letter behind a gap is a unit only if it can hardly be anything else: "5 m", not "5 A".
inline bool clear_symbol(std::string_view symbol, bool glued) {
    if (symbol.size() > 1 || !grammar::is_letter(symbol.front())) return true;
    constexpr std::string_view behind_gap = "mgltLWVJ";
    constexpr std::string_view behind_figure = "mgltLWVJhCFKNbcp";
    return (glued ? behind_figure : behind_gap).find(symbol.front()) != std::string_view::npos;
}

// "a 5G network": the G of mobile radio.
inline bool is_generation(const AmountDraft& draft, std::string_view symbol) {
    const std::string_view figure = draft.reader->words(draft.number);
    return symbol == "G" && figure.size() == 1 && figure[0] >= '2' && figure[0] <= '6';
}

// "120 MEUR", "40 kUSD": a prefix before a code of money.
inline const UnitRow* prefixed_code(std::string_view rest, AmountDraft& draft) {
    constexpr std::size_t size = 4;
    const std::string_view word = grammar::letters_at(rest.data(), rest.data() + rest.size());
    if (word.size() != size || draft.scale != 0 || draft.currency != nullptr) return nullptr;
    const char prefix = word.front();
    const int power = prefix == 'M' ? 6 : prefix == 'K' || prefix == 'k' ? 3 : prefix == 'B' ? 9 : 0;
    if (power == 0 || !std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return nullptr;
    const UnitAt found = unit_at(word.substr(1));
    if (found.row == nullptr || found.row->unit.code != word.substr(1)) return nullptr;
    draft.scale = power;
    return found.row;
}

// 27" is a width and the end of what is quoted: no mark of quotation may stand open before it.
inline bool is_inch_mark(const Reader& reader, std::size_t at) {
    constexpr std::size_t reach = 400;
    const std::size_t from = at > reader.begin + reach ? at - reach : reader.begin;
    reader.work->bytes += at - from;
    return std::count(reader.text.begin() + static_cast<std::ptrdiff_t>(from),
                      reader.text.begin() + static_cast<std::ptrdiff_t>(at), '"') %
               2 ==
           0;
}

// 5'11", 6'2: the foot before its inches.
inline bool is_foot_mark(const Reader& reader, std::size_t at) {
    std::size_t end = at + 1;
    while (grammar::is_digit(reader.at(end)) && end < at + 4) ++end;
    return end > at + 1 && end < at + 4 && !grammar::is_letter(reader.at(end));
}

inline bool is_length_mark(const AmountDraft& draft, std::size_t at) {
    const Reader& reader = *draft.reader;
    if (draft.currency != nullptr || draft.scale != 0 || !grammar::is_digit(reader.before(at))) return false;
    return reader.text[at] == '"' ? is_inch_mark(reader, at) : is_foot_mark(reader, at);
}

// Before a number of pounds that are a weight.
inline constexpr auto weighing = grammar::word_list(
    std::to_array<std::string_view>({"weigh", "weighs", "weighed", "weighing", "weight", "weights", "benched", "bench-pressed"}));

// "weighs 410 pounds", "a weight of more than 50 pounds".
inline bool is_weighed(const Reader& reader, std::size_t at) {
    constexpr int reach = 4;
    for (int i = 0; i < reach; ++i) {
        const Span word = word_before(reader, at);
        if (word.empty()) return false;
        if (weighing.has(reader.words(word))) return true;
        at = word.begin;
    }
    return false;
}

// "40 mln pounds" are money, "40 mln pounds of copper", "a 200-pound man", "7 pounds 4 ounces" a weight; where nothing tells
// which, a pound is a thing that is counted.
inline UnitAt pounds_at(const AmountDraft& draft, std::string_view rest) {
    const Reader& reader = *draft.reader;
    const std::string_view word = grammar::letters_at(rest.data(), rest.data() + rest.size());
    if (!is_word(word, "pounds") && !is_word(word, "pound")) return {};
    const auto at = static_cast<std::size_t>(rest.data() - reader.text.data());
    const Span next = word_after(reader, at + word.size());
    std::size_t figure = next.begin;
    while (grammar::is_digit(reader.at(figure))) ++figure;
    const std::string_view behind = reader.words(next.empty() ? word_after(reader, figure) : next);
    const bool pence = is_word(behind, "pence") || is_word(behind, "p");
    const bool ounces = is_word(behind, "ounces") || is_word(behind, "ounce") || is_word(behind, "oz");
    const bool weight = reader.before(at) == '-' || (!next.empty() && is_word(behind, "of")) || ounces ||
                        is_weighed(reader, draft.number.begin) || is_word(behind, "heavier") || is_word(behind, "lighter") ||
                        is_word(behind, "overweight");
    constexpr int million = 6;
    if (!weight && !pence && draft.scale < million) return {};
    return {unit_row(weight ? Unit{Dimension::mass, "[lb_av]"} : Unit{Dimension::money, "GBP"}), word.size(), false, false};
}

template <>
struct amount_action<grammar::unit_name> : p::maybe_nothing {
    static std::size_t find(std::string_view rest, AmountDraft& draft) {
        UnitAt found = unit_at(rest);
        if (found.row == nullptr && draft.currency == nullptr) found = pounds_at(draft, rest);
        if (found.row == nullptr && (found.row = prefixed_code(rest, draft)) != nullptr) found.size = 4;
        if (found.row == nullptr || (found.weak && (draft.figure == Figure::parts || !is_large(draft)))) return 0;
        const auto at = static_cast<std::size_t>(rest.data() - draft.reader->text.data());
        if ((rest.front() == '"' || rest.front() == '\'') && !is_length_mark(draft, at)) return 0;
        const char before = draft.reader->before(at);
        const bool glued = grammar::is_digit(before);
        const bool worded = !grammar::is_digit(draft.reader->at(draft.number.end - 1));
        if (found.symbol && worded && found.size < 3) return 0;  // "five A" is no amperes
        const std::string_view symbol = rest.substr(0, found.size);
        // "$10-$20": the sign of the second sum.
        if (!grammar::is_letter(symbol.back()) && grammar::is_digit(draft.reader->at(at + found.size)) &&
            found.row->unit.dimension == Dimension::money)
            return 0;
        if (symbol == "in" && (!glued || draft.currency != nullptr || draft.scale != 0)) return 0;  // "a 5.8in screen"
        if (found.symbol && !clear_symbol(symbol, glued) && !(glued && is_generation(draft, symbol))) return 0;
        draft.unit = found.row;
        draft.unit_is_symbol = found.symbol;
        draft.unit_span = {at, at + found.size};
        return found.size;
    }
};

// What money is asked or paid for one by one: "45 cents a share", "$30 a head"; "sold for $5m a painting" may be none.
inline constexpr auto priced_things = grammar::word_list(std::to_array<std::string_view>(
    {"share",    "unit",      "head",     "person", "night",   "ticket",     "seat",    "bottle",    "pop",     "piece",
     "copy",     "pack",      "packet",   "box",    "bag",     "case",       "carton",  "can",       "glass",   "cup",
     "plate",    "slice",     "meal",     "game",   "match",   "round",      "session", "visit",     "trip",    "ride",
     "lesson",   "class",     "shift",    "call",   "text",    "click",      "view",    "song",      "episode", "album",
     "book",     "page",      "word",     "room",   "bed",     "house",      "home",    "household", "family",  "couple",
     "customer", "user",      "employee", "worker", "staffer", "student",    "pupil",   "child",     "adult",   "kid",
     "patient",  "passenger", "member",   "vote",   "voter",   "vehicle",    "car",     "truck",     "plane",   "jet",
     "bike",     "phone",     "handset",  "device", "chip",    "console",    "shot",    "dose",      "pill",    "tablet",
     "test",     "jab",       "tree",     "plant",  "animal",  "cow",        "pig",     "sheep",     "bird",    "egg",
     "loaf",     "pair",      "set",      "sheet",  "roll",    "tin",        "jar",     "coin",      "token",   "bitcoin",
     "bond",     "contract",  "note",     "pizza",  "burger",  "beer",       "drink",   "sandwich",  "coffee",  "pound",
     "lb",       "container", "cargo",    "stop",   "mention", "appearance", "speech",  "entry",     "go",      "tank"}));

// What a rate is per: behind "per" and "/" any word, behind "a" and "each" a unit, and of money what is paid for.
template <>
struct amount_action<grammar::per_name> : p::maybe_nothing {
    static std::size_t find(std::string_view rest, AmountDraft& draft) {
        const auto at = static_cast<std::size_t>(rest.data() - draft.reader->text.data());
        const Span before = word_before(*draft.reader, at);
        const std::string_view joint = draft.reader->words(before);
        const bool any_word = is_word(joint, "per") || draft.reader->before(at) == '/';
        const UnitAt found = unit_at(rest);
        std::size_t size = 0;
        draft.per = nullptr;
        if (found.row != nullptr && found.row->unit.dimension != Dimension::money && (any_word || !found.symbol)) {
            const bool time = found.row->unit.dimension == Dimension::time;
            const bool steps =
                !any_word && read_at<grammar::step_back>(*draft.reader, at + found.size) != nowhere;  // "a year earlier"
            if (!steps && (any_word || time || draft.unit != nullptr || draft.currency != nullptr)) {
                draft.per = found.row;
                size = found.size;
            }
        } else if (any_word && is_word(joint, "per")) {
            std::size_t from = 0;
            while (from < rest.size() && (grammar::is_digit(rest[from]) || rest[from] == ',')) ++from;
            if (from > 0 && from < rest.size() && rest[from] == ' ') ++from;
            const std::string_view word = grammar::letters_at(rest.data() + from, rest.data() + rest.size());
            const UnitAt counted = from > 0 ? unit_at(rest.substr(from)) : UnitAt{};  // "per 1,000 cubic feet"
            if (!word.empty() && !is_word(word, "cent")) size = from + std::max(word.size(), counted.size);
        } else if (is_word(joint, "a") || is_word(joint, "an")) {
            const bool money =
                draft.currency != nullptr || (draft.unit != nullptr && draft.unit->unit.dimension == Dimension::money);
            const std::string_view word = grammar::letters_at(rest.data(), rest.data() + rest.size());
            if (money && priced_things.has(word)) {
                size = word.size();
                draft.per = found.row;  // "66 cents a lb"
            }
        }
        if (size != 0) draft.per_span = {at, at + size};
        return size;
    }
};

}  // namespace factcheck::extracting
