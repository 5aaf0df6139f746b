// One span that the grammar recognised. Plain data, no allocation: spans point into the reading copy.
#pragma once

#include "model/decimal.hpp"
#include "model/quantity.hpp"
#include "model/span.hpp"
#include "model/time_expression.hpp"
#include "model/unit.hpp"

#include <cstdint>

namespace factcheck {

enum class MentionKind : std::uint8_t {
    number,
    percent,
    money,
    quantity,
    range,
    ratio,
    multiple,
    rank,
    change,
    comparison,
    trend,
    quantifier,
    date,
    period,
    duration,
    age
};

// A number as written: value / denominator, with what is needed to know how precise it is.
struct Number {
    Decimal value;                  // scale word applied: "$5.44 billion" is 544e7
    std::uint32_t denominator = 1;  // "a third": 1 / 3; "2 in 5": 2 / 5
    std::int32_t place = 0;         // power of ten of the last printed digit, scale applied: 7 for 5.44 billion
    std::int16_t scale = 0;         // power of ten of the scale word: 9 for billion, 0 without
    std::int16_t decimals = 0;      // digits behind the point as printed: 2 for 5.44 billion
    Sort sort = Sort::plain;
    bool in_words = false;   // "four", "a dozen"
    bool too_large = false;  // over limits::number_digits
    bool ambiguous = false;  // separators that could be read two ways
    friend bool operator==(const Number&, const Number&) = default;
};

// "second-largest" is {2, up}, "lowest" is {1, down}; "top three" and "among the largest" have `within`.
struct RankWords {
    std::int32_t position = 0;  // 0: not a rank
    Direction order = Direction::up;
    bool within = false;
    friend bool operator==(const RankWords&, const RankWords&) = default;
};

struct Mention {
    MentionKind kind = MentionKind::number;
    Span span;  // all of it, hedge words and unit included
    Span core;  // without the hedge: what a suggestion replaces
    Hedge hedge = Hedge::exact;
    Direction direction = Direction::none;  // of the change that the value belongs to: "a 10 percent increase" is up
    bool is_range = false;                  // number to upper; vague words ("dozens") are ranges of sort vague
    bool upper_open = false;                // [200, 1000): the upper end does not count
    bool by = false;                        // "rose by 5", "a rise of 5": the value is the size of the change
    bool to = false;                        // "rose to 50": the value is the level after it
    bool from = false;                      // "from 40": the level before it
    bool named = false;                     // a noun or comparative names the change: "a rise of 5", "a 5 percent rise"
    Number number;
    Number upper;
    Unit unit;
    Unit per;         // of a rate ("$5 a barrel", "40 hours per week"): what it is per; `unit` then has the dimension rate
    Span unit_words;  // the words that name the unit; of counted things their noun phrase
    Span per_words;   // of a rate: the words behind "per", "a" or "/"
    Span noun;        // head noun of counted things, as written
    RankWords rank;
    TimeExpression time;
    friend bool operator==(const Mention&, const Mention&) = default;
};

}  // namespace factcheck
