// Amounts: what the actions read put together, the compounds that have a code of their own, and the nouns that bare numbers
// count.
#include "extract/amount.hpp"
#include "extract/amount_actions.hpp"
#include "extract/number.hpp"
#include "lexicon/units.hpp"

#include "grammar/quantity.hpp"

#include <algorithm>
#include <array>

namespace factcheck::extracting {

namespace {

using grammar::is_letter;

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
    const std::size_t end = read_at<grammar::amount, amount_action>(reader, at, draft);
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

// Singular nouns that are many: "a population of 1.3 billion needs food" has no needs that are counted.
constexpr auto collectives = grammar::word_list(
    std::to_array<std::string_view>({"population", "crowd", "audience", "staff", "workforce", "team", "group", "crew", "army",
                                     "squad", "total", "toll", "turnout", "attendance", "membership", "electorate", "force"}));

constexpr auto their_verbs = grammar::word_list(
    std::to_array<std::string_view>({"needs", "works", "lives", "faces", "watches", "runs", "makes", "plays", "uses", "pays"}));

bool counts_collective(const Reader& reader, const Amount& amount, const NounPhrase& noun) {
    if (!(noun.phrase == noun.head) || !their_verbs.has(reader.words(noun.head))) return false;
    const Span of = word_before(reader, amount.span.begin);
    return is_word(reader.words(of), "of") && collectives.has(reader.words(word_before(reader, of.begin)));
}

std::optional<NounPhrase> noun_of(const Reader& reader, const Amount& amount) {
    if (auto noun = times_of(reader, amount)) return noun;
    if (auto noun = noun_after(reader, amount.span.end, is_one(amount.number))) {
        if (counts_collective(reader, amount, *noun)) return std::nullopt;
        return noun;
    }
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

// "two thirds of small firms", "half the workforce": what a part is of. People in a mass have no plural.
void part_of_things(const Reader& reader, Amount& amount) {
    const auto things = things_after(reader, amount.span.end);
    if (!things) return;
    amount.unit_words = things->phrase;
    amount.noun = things->head;
}

// "3,000 people a day", "2.5 cars per household": a rate, no count.
void add_per(const Reader& reader, Amount& amount) {
    AmountDraft draft;
    draft.unit = unit_row(amount.unit);
    const std::size_t end = read_at<grammar::per_part, amount_action>(reader, amount.span.end, draft);
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
    if (amount.number.sort == Sort::fraction && amount.number.scale == 0) {
        part_of_unit(reader, amount);
        if (amount.unit.dimension == Dimension::number) part_of_things(reader, amount);
        return;
    }
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
