// Actions of grammar/quantity.hpp: the amount's number, currency, scale, unit.
#include "extract/amount.hpp"
#include "extract/number.hpp"
#include "lexicon/units.hpp"

#include "grammar/quantity.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

namespace {

using grammar::is_digit;
using grammar::is_letter;

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
struct action : p::nothing<Rule> {};

template <Figure figure>
struct keep_number {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.figure = figure;
        draft.number = span_of(in, draft);
    }
};

template <>
struct action<grammar::plain_figure> : p::nothing<grammar::plain_figure> {};
template <>
struct action<grammar::grouped> : keep_number<Figure::plain> {};
template <>
struct action<grammar::lakh_grouped> : keep_number<Figure::plain> {};
template <>
struct action<grammar::apostrophe_grouped> : keep_number<Figure::plain> {};
template <>
struct action<grammar::space_grouped> : keep_number<Figure::plain> {};
template <>
struct action<grammar::point_grouped> : keep_number<Figure::point_grouped> {};
template <>
struct action<grammar::comma_decimal> : keep_number<Figure::comma_decimal> {};
template <>
struct action<grammar::scientific> : keep_number<Figure::scientific> {};
template <>
struct action<grammar::fraction_figure_alone> : keep_number<Figure::fraction> {};
template <>
struct action<grammar::fraction_sign_alone> : keep_number<Figure::mixed> {};
template <>
struct action<grammar::mixed_figure> : keep_number<Figure::mixed> {};
template <>
struct action<grammar::plain_alone> : keep_number<Figure::plain> {};
template <>
struct action<grammar::figures_and_words> : keep_number<Figure::with_words> {};
template <>
struct action<grammar::figure_dozen> : keep_number<Figure::dozen> {};
template <>
struct action<grammar::plain_part> : keep_number<Figure::half> {};
template <>
struct action<grammar::half_dozen> : keep_number<Figure::dozen> {};
template <>
struct action<grammar::a_dozen> : keep_number<Figure::dozen> {};
template <>
struct action<grammar::threescore> : keep_number<Figure::score> {};
template <>
struct action<grammar::half> : keep_number<Figure::half> {};

template <Span AmountDraft::*slot>
struct keep_span {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.*slot = span_of(in, draft);
    }
};
template <>
struct action<grammar::fraction_top> : keep_span<&AmountDraft::top> {};
template <>
struct action<grammar::a_top> : keep_span<&AmountDraft::top> {};
template <>
struct action<grammar::over_top> : keep_span<&AmountDraft::top> {};
template <>
struct action<grammar::over_bottom> : keep_span<&AmountDraft::bottom> {};

template <>
struct action<grammar::cardinal> {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.figure = Figure::words;
        draft.number = draft.top = span_of(in, draft);
    }
};

template <>
struct action<grammar::plain_cardinal> : action<grammar::cardinal> {};

int last_scale_of(std::string_view words) {
    const auto* row = grammar::find_word(grammar::scale_words, words.substr(words.find_last_of(" -\n") + 1));
    return row == nullptr ? 0 : row->value;
}
template <>
struct action<grammar::first_magnitude> {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.magnitude = last_scale_of(in.string_view());
    }
};
// "two million three thousand": magnitudes descend. "Two thousand, three million" are two numbers.
template <>
struct action<grammar::next_magnitude> {
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
struct action<grammar::dozen_tail> : keep_tail<Figure::dozen> {};
template <>
struct action<grammar::score_tail> : keep_tail<Figure::score> {};
template <>
struct action<grammar::point_tail> : keep_tail<Figure::words> {};
template <>
struct action<grammar::over_tail> : keep_tail<Figure::parts> {};
template <>
struct action<grammar::figure_parts> : keep_number<Figure::parts> {};
template <>
struct action<grammar::over_figure> : keep_number<Figure::parts> {};
template <>
struct action<grammar::fraction_tail> : keep_tail<Figure::parts> {};
template <>
struct action<grammar::a_part> : keep_number<Figure::parts> {};
template <>
struct action<grammar::part_in_words> : keep_number<Figure::parts> {};

// "a third", "one twenty-fifth", "two-third": only a single figure stands before a singular; "twenty fifth" is an ordinal.
template <>
struct action<grammar::fraction_bottom> {
    template <typename Input>
    static bool apply(const Input& in, AmountDraft& draft) {
        std::string_view top = draft.reader->words(draft.top);
        while (!top.empty() && !is_letter(top.back()) && !is_digit(top.back())) top.remove_suffix(1);
        const bool plural = in.string_view().back() == 's' || in.string_view().back() == 'S';
        const bool article = is_word(top, "a") || is_word(top, "an");
        if (!plural && !article && grammar::find_word(grammar::units_in_words, top) == nullptr) return false;
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
struct action<grammar::fraction_bottom_figure> : keep_span<&AmountDraft::bottom> {};
template <>
struct action<grammar::half_alone> {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.top = draft.bottom = span_of(in, draft);
    }
};

// "won two million and a third of the seats": another value, as is "three and a fifth man".
template <>
struct action<grammar::and_fraction> {
    template <typename Input>
    static bool apply(const Input& in, AmountDraft& draft) {
        const Span span = span_of(in, draft);
        const std::string_view after = draft.reader->words(word_after(*draft.reader, span.end));
        const std::string_view bottom = draft.reader->words(draft.bottom);
        const bool usual =
            is_word(bottom, "half") || is_word(bottom, "quarter") || bottom.back() == 's' || is_digit(bottom.back());
        // "two and half the men": the half is of them.
        const bool article = draft.top == draft.bottom && (is_word(after, "the") || is_word(after, "a") || is_word(after, "an"));
        if (article || is_word(after, "of") || (!usual && !after.empty() && !grammar::scale_words.has(after))) return false;
        draft.and_fraction = true;
        draft.whole = draft.number;
        draft.number.end = span.end;
        return true;
    }
};
template <>
struct action<grammar::sign> {
    template <typename Input>
    static void apply(const Input&, AmountDraft& draft) {
        draft.negative = true;
    }
};

template <>
struct action<grammar::bracketed> {
    template <typename Input>
    static void apply(const Input&, AmountDraft& draft) {
        draft.bracketed = true;
    }
};

// "Two thousand million" multiplies, where the one scale before is no greater: not "two million thousand".
bool may_multiply(std::string_view words, int scale) {
    int scales = 0;
    for (std::size_t at = 0; at < words.size();) {
        const std::string_view word = grammar::letters_at(words.data() + at, words.data() + words.size());
        scales += grammar::scale_words.has(word) ? 1 : 0;
        at += word.size() + 1;
    }
    return scales == 0 || (scales == 1 && last_scale_of(words) != 0 && last_scale_of(words) <= scale);
}

template <>
struct action<grammar::scale_word_kept> {
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
struct action<grammar::hundred_after> {
    template <typename Input>
    static void apply(const Input& in, AmountDraft& draft) {
        draft.scale_words = span_of(in, draft);
        draft.scale += 2;  // "3 hundred thousand"
    }
};

// Words behind "5m" that make it metres.
constexpr std::array metre_words =
    std::to_array<std::string_view>({"above", "away", "below", "butterfly", "by", "deep", "freestyle", "from", "high", "hurdles",
                                     "long", "race", "relay", "sprint", "tall", "thick", "wide", "x"});

bool plural_like(std::string_view word) { return word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's'; }

// "2.7m combined digital and physical sales", "35m of its devices": people and things, not metres.
bool counts_things(const Reader& reader, std::size_t at) {
    for (int i = 0; i < 6; ++i) {
        const Span span = word_after(reader, at);
        const std::string_view word = reader.words(span);
        if (word.empty()) return false;
        if (i == 0 && (word == "of" || word == "to" || word == "people" || word == "in")) return true;
        if (i == 0 && std::find(metre_words.begin(), metre_words.end(), word) != metre_words.end()) return false;
        if (plural_like(word) || word == "people") return true;
        at = span.end;
    }
    return false;
}

// Whether a mark is a scale here: "$5m", "5bn", "25k"; not "5 m", "5m tall", "3 t".
bool is_scale(std::string_view mark, bool glued, const AmountDraft& draft, std::size_t after) {
    const bool money = draft.currency != nullptr;
    const bool upper = mark.front() >= 'A' && mark.front() <= 'Z';
    if (mark.size() > 1 && !is_word(mark, "mm")) return !is_word(mark, "cr") || glued || money;
    if (money) return glued || !upper || is_word(mark, "m") || is_word(mark, "b");
    if (is_word(mark, "mm")) return false;
    if (is_word(mark, "k")) return !upper || glued;
    if (!glued) return false;
    if (is_word(mark, "b")) return true;
    if (is_word(mark, "m"))
        return upper || counts_things(*draft.reader, after) ||
               unit_at(draft.reader->rest(std::min(after + 1, draft.reader->end()))).row != nullptr;
    return false;
}

template <>
struct action<grammar::scale_mark> {
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
struct action<grammar::currency> : p::maybe_nothing {
    static std::size_t find(std::string_view rest, AmountDraft& draft) {
        const UnitAt found = currency_before(rest);
        if (found.row == nullptr) return 0;
        draft.currency = found.row;
        draft.weak_currency = found.weak;
        return found.size;
    }
};

template <>
struct action<grammar::scale_behind_code> {
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
bool is_large(const AmountDraft& draft) {
    if (draft.scale != 0) return true;
    const Number number = number_from(draft.reader->words(draft.number), draft.figure);
    return number.too_large || number.scale != 0 || !(number.value < Decimal{1000, 0});
}

// A symbol of one letter behind a gap is a unit only if it can hardly be anything else: "5 m", not "5 A".
bool clear_symbol(std::string_view symbol, bool glued) {
    if (symbol.size() > 1 || !is_letter(symbol.front())) return true;
    constexpr std::string_view behind_gap = "mgltLWVJ";
    constexpr std::string_view behind_figure = "mgltLWVJhCFKNbcp";
    return (glued ? behind_figure : behind_gap).find(symbol.front()) != std::string_view::npos;
}

// "120 MEUR", "40 kUSD": a prefix before a code of money.
const UnitRow* prefixed_code(std::string_view rest, AmountDraft& draft) {
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
bool is_inch_mark(const Reader& reader, std::size_t at) {
    constexpr std::size_t reach = 400;
    const std::size_t from = at > reader.begin + reach ? at - reach : reader.begin;
    return std::count(reader.text.begin() + static_cast<std::ptrdiff_t>(from),
                      reader.text.begin() + static_cast<std::ptrdiff_t>(at), '"') %
               2 ==
           0;
}

// 5'11", 6'2: the foot before its inches.
bool is_foot_mark(const Reader& reader, std::size_t at) {
    std::size_t end = at + 1;
    while (is_digit(reader.at(end)) && end < at + 4) ++end;
    return end > at + 1 && end < at + 4 && !is_letter(reader.at(end));
}

bool is_length_mark(const AmountDraft& draft, std::size_t at) {
    const Reader& reader = *draft.reader;
    if (draft.currency != nullptr || draft.scale != 0 || !is_digit(reader.before(at))) return false;
    return reader.text[at] == '"' ? is_inch_mark(reader, at) : is_foot_mark(reader, at);
}

// "40 mln pounds" are money, "40 mln pounds of copper", "a 200-pound man", "7 pounds 4 ounces" a weight; where nothing tells
// which, a pound is a thing that is counted.
UnitAt pounds_at(const AmountDraft& draft, std::string_view rest) {
    const Reader& reader = *draft.reader;
    const std::string_view word = grammar::letters_at(rest.data(), rest.data() + rest.size());
    if (!is_word(word, "pounds") && !is_word(word, "pound")) return {};
    const auto at = static_cast<std::size_t>(rest.data() - reader.text.data());
    const Span next = word_after(reader, at + word.size());
    std::size_t figure = next.begin;
    while (is_digit(reader.at(figure))) ++figure;
    const std::string_view behind = reader.words(next.empty() ? word_after(reader, figure) : next);
    const bool ounces = is_word(behind, "ounces") || is_word(behind, "ounce") || is_word(behind, "oz");
    const bool weight = reader.before(at) == '-' || (!next.empty() && is_word(behind, "of")) || ounces;
    constexpr int million = 6;
    if (!weight && draft.scale < million) return {};
    return {unit_row(weight ? Unit{Dimension::mass, "[lb_av]"} : Unit{Dimension::money, "GBP"}), word.size(), false, false};
}

template <>
struct action<grammar::unit_name> : p::maybe_nothing {
    static std::size_t find(std::string_view rest, AmountDraft& draft) {
        UnitAt found = unit_at(rest);
        if (found.row == nullptr && draft.currency == nullptr) found = pounds_at(draft, rest);
        if (found.row == nullptr && (found.row = prefixed_code(rest, draft)) != nullptr) found.size = 4;
        if (found.row == nullptr || (found.weak && (draft.figure == Figure::parts || !is_large(draft)))) return 0;
        const auto at = static_cast<std::size_t>(rest.data() - draft.reader->text.data());
        if ((rest.front() == '"' || rest.front() == '\'') && !is_length_mark(draft, at)) return 0;
        const char before = draft.reader->before(at);
        const bool glued = is_digit(before);
        const bool worded = !is_digit(draft.reader->at(draft.number.end - 1));
        if (found.symbol && worded && found.size < 3) return 0;  // "five A" is no amperes
        if (found.symbol && !clear_symbol(rest.substr(0, found.size), glued)) return 0;
        draft.unit = found.row;
        draft.unit_is_symbol = found.symbol;
        draft.unit_span = {at, at + found.size};
        return found.size;
    }
};

// What a rate is per: behind "per" and "/" any word, behind "a" and "each" a unit only.
template <>
struct action<grammar::per_name> : p::maybe_nothing {
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
            while (from < rest.size() && (is_digit(rest[from]) || rest[from] == ',')) ++from;
            if (from > 0 && from < rest.size() && rest[from] == ' ') ++from;
            const std::string_view word = grammar::letters_at(rest.data() + from, rest.data() + rest.size());
            if (!word.empty() && !is_word(word, "cent")) size = from + word.size();
        }
        if (size != 0) draft.per_span = {at, at + size};
        return size;
    }
};

// Compounds that have a code of their own; others are a rate of their numerator.
struct Compound {
    std::string_view unit;
    std::string_view per;
    std::string_view code;
};
constexpr std::array compounds = std::to_array<Compound>({{"km", "h", "km/h"},
                                                          {"m", "s", "m/s"},
                                                          {"[mi_i]", "h", "[mi_i]/h"},
                                                          {"[bbl_us]", "d", "[bbl_us]/d"},
                                                          {"[mi_i]", "[gal_us]", "[mi_i]/[gal_us]"}});

Unit unit_of(const UnitRow& row, const UnitRow* per, bool is_per) {
    if (!is_per) return row.unit;
    if (per != nullptr)
        for (const Compound& compound : compounds)
            if (row.unit.code == compound.unit && per->unit.code == compound.per) return *unit_from_code(compound.code);
    return {Dimension::rate, row.unit.code};
}

Number unscaled_number(const AmountDraft& draft) {
    const Reader& reader = *draft.reader;
    if (draft.and_fraction) return number_from(reader.words(draft.whole), draft.figure);
    if (draft.figure == Figure::parts) return fraction_from(reader.words(draft.top), reader.words(draft.bottom));
    return number_from(reader.words(draft.number), draft.figure);
}

Number number_of(const AmountDraft& draft) {
    Number number = unscaled_number(draft);
    if (draft.figure == Figure::comma_decimal && (draft.scale != 0 || draft.unit != nullptr))
        number.ambiguous = draft.number.size() > 4;  // "1,5 million"
    int power = draft.scale;
    if (draft.and_fraction) {
        // "a billion and half a million": the part has a scale of its own; "six million and two thirds": it has the whole's.
        const bool scaled_whole = number.scale != 0;
        const Number part = fraction_from(draft.reader->words(draft.top), draft.reader->words(draft.bottom));
        number = with_fraction(number, part, !scaled_whole ? 0 : power != 0 ? power : number.scale);
        if (scaled_whole) power = 0;
    } else if (power != 0 && number.sort == Sort::fraction) {
        number = as_decimal(number);  // "half a million", "two-thirds of a billion"
    }
    if (power != 0) number = scaled(number, power);
    return draft.negative || draft.bracketed ? negated(number) : number;
}

}  // namespace

std::optional<Amount> amount_at(const Reader& reader, std::size_t at) {
    AmountDraft draft;
    const std::size_t end = read_at<grammar::amount, action>(reader, at, draft);
    if (end == nowhere || (draft.weak_currency && !is_large(draft))) return std::nullopt;
    if (draft.bracketed && draft.currency == nullptr && draft.scale == 0 && draft.unit == nullptr) return std::nullopt;
    Amount out;
    out.span = {at, end};
    out.number = number_of(draft);
    out.figure = {draft.number.begin, std::max(draft.number.end, draft.scale_words.end)};
    const bool is_per = !draft.per_span.empty();
    const UnitRow* row = draft.currency != nullptr ? draft.currency : draft.unit;
    if (draft.currency != nullptr && draft.unit != nullptr && draft.unit->unit.dimension != Dimension::money &&
        draft.unit->unit.dimension != Dimension::percent) {
        // "$5 a barrel" is a rate; "$10 bn barrels" is cut before the unit.
        out.span.end = draft.unit_span.begin;
        while (out.span.end > out.figure.end) --out.span.end;
    }
    if (row != nullptr) {
        out.unit = unit_of(*row, draft.per, is_per);
        out.unit_words = draft.currency != nullptr ? Span{at, draft.number.begin} : draft.unit_span;
        out.unit_glued =
            draft.currency == nullptr && (draft.unit_span.begin == out.figure.end || reader.at(draft.unit_span.begin - 1) == '-');
        if (is_per && draft.per != nullptr) out.per = draft.per->unit;
        out.per_words = draft.per_span;
    } else if (is_per) {
        out.span.end = out.figure.end;  // "5 a day": the noun is missing
    }
    out.money_sign = draft.currency != nullptr;
    return out;
}

namespace {

bool is_one(const Number& number) {
    return number.value.coefficient == 1 && number.value.exponent == 0 && number.denominator == 1;
}

// "11-member panel", "a 12 game streak": the article shows that the plural number makes an adjective.
std::optional<NounPhrase> compound_of(const Reader& reader, const Amount& amount) {
    if (is_one(amount.number) || amount.number.scale != 0 || amount.number.value.coefficient == 0) return std::nullopt;
    const char next = reader.at(amount.span.end);
    if (next == '-') return compound_noun(reader, amount.span.end);
    const std::string_view before = reader.words(word_before(reader, amount.span.begin));
    if (!is_word(before, "a") && !is_word(before, "an")) return std::nullopt;
    return compound_noun(reader, amount.span.end);
}

// "won three times": how often, where nothing is compared.
std::optional<NounPhrase> times_of(const Reader& reader, const Amount& amount) {
    const Span word = word_after(reader, amount.span.end);
    if (is_one(amount.number) || !is_word(reader.words(word), "times") || amount.number.denominator != 1) return std::nullopt;
    const std::string_view after = reader.words(word_after(reader, word.end));
    for (const std::string_view compared : {"that", "this", "as", "what", "its", "their"})
        if (is_word(after, compared)) return std::nullopt;
    return NounPhrase{word, word};
}

std::optional<NounPhrase> noun_of(const Reader& reader, const Amount& amount) {
    if (auto noun = times_of(reader, amount)) return noun;
    if (auto noun = noun_after(reader, amount.span.end, is_one(amount.number))) return noun;
    return compound_of(reader, amount);
}

// "half a mile", "three quarters of an inch", "1/16 of a pint": a part of a unit is an amount of it.
void part_of_unit(const Reader& reader, Amount& amount) {
    Span word = word_after(reader, amount.span.end);
    if (is_word(reader.words(word), "of")) word = word_after(reader, word.end);
    if (!is_word(reader.words(word), "a") && !is_word(reader.words(word), "an") && !is_word(reader.words(word), "one")) return;
    Span name = word_after(reader, word.end);
    if (reader.words(name) == "US") name = word_after(reader, name.end);
    if (name.empty()) return;
    const UnitAt found = unit_at(reader.rest(name.begin));
    if (found.row == nullptr || found.symbol) return;
    amount.unit = found.row->unit;
    amount.unit_words = {name.begin, name.begin + found.size};
    amount.span.end = amount.unit_words.end;
}

// "3,000 people a day", "2.5 cars per household": a rate, no count.
void add_per(const Reader& reader, Amount& amount) {
    AmountDraft draft;
    draft.unit = unit_row(amount.unit);
    const std::size_t end = read_at<grammar::per_part, action>(reader, amount.span.end, draft);
    if (end == nowhere || draft.per_span.empty()) return;
    const bool time = draft.per != nullptr && draft.per->unit.dimension == Dimension::time;
    const bool thing = draft.per == nullptr && is_letter(reader.text[draft.per_span.begin]);
    if (!time && !thing) return;
    amount.unit = {Dimension::rate, "1"};
    amount.per = time ? draft.per->unit : Unit{};
    amount.per_words = draft.per_span;
    amount.span.end = end;
    if (amount.number.sort == Sort::counted) amount.number.sort = Sort::plain;
}

}  // namespace

void count_noun(const Reader& reader, Amount& amount) {
    if (amount.unit.dimension != Dimension::number) return;
    if (amount.number.sort == Sort::fraction && amount.number.scale == 0) return part_of_unit(reader, amount);
    const auto noun = noun_of(reader, amount);
    if (!noun) return;
    amount.unit = {Dimension::count, "1"};
    amount.unit_words = noun->phrase;
    amount.noun = noun->head;
    if (amount.number.sort == Sort::plain) amount.number.sort = Sort::counted;
    if (noun->apart) return;
    amount.span.end = noun->phrase.end;
    add_per(reader, amount);
}

}  // namespace factcheck::extracting
