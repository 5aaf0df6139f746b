// A number with its money sign, scale and unit: what values, ranges and durations are made of. Internal to extract/.
#pragma once

#include "extract/reader.hpp"

#include <optional>
#include <string_view>

namespace factcheck::extracting {

struct Amount {
    Span span;    // sign, currency, number, scale, unit
    Span figure;  // the number and its scale alone
    Number number;
    Unit unit;                // dimension number without one
    Unit per;                 // "barrels a day": day
    Span unit_words;          // what names the unit, or the noun phrase of counted things
    Span per_words;           // behind "per", "a" or "/"
    Span noun;                // head noun of counted things
    bool money_sign = false;  // the currency stands before: "$5"
    bool unit_glued = false;  // "5km", "six-mile"
};

[[nodiscard]] std::optional<Amount> amount_at(const Reader& reader, std::size_t at);
// A mark or the end of the sentence follows.
[[nodiscard]] bool clause_ends(const Reader& reader, std::size_t at);
// "5 feet 2 inches", "10 dollars and 25 cents": takes the smaller parts behind an amount, in its own unit.
void take_smaller_parts(const Reader& reader, Amount& amount);
// The noun phrase of counted things behind a number: "casualties", "smaller tenancies", "of the companies".
struct NounPhrase {
    Span phrase;  // modifiers and head
    Span head;
    bool apart = false;  // a measure stands before it: "eight million 250ml bottles"
};
[[nodiscard]] std::optional<NounPhrase> noun_after(const Reader& reader, std::size_t at, bool one);
// What a part is of, behind "of" or an article: "of small firms", "the workforce", "of the US population".
[[nodiscard]] std::optional<NounPhrase> things_after(const Reader& reader, std::size_t at);
// The noun of an adjective made with a number, behind a hyphen or a gap: "11-member panel", "a 12 game streak".
[[nodiscard]] std::optional<NounPhrase> compound_noun(const Reader& reader, std::size_t at);
// Whether a word never stands inside a noun phrase behind a number.
[[nodiscard]] bool ends_noun_phrase(std::string_view word);
// Gives a bare amount its counted noun, if one stands behind it.
void count_noun(const Reader& reader, Amount& amount);
// A unit of time behind a bare number or hyphen is kept; how an amount becomes a mention.
void fill_mention(const Amount& amount, Mention& mention);

}  // namespace factcheck::extracting
