// What a claim's words allow (Stated, the set C of docs/semantics.md) and what the evidence says (Known, the set E).
#pragma once

#include "model/interval.hpp"
#include "model/rational.hpp"
#include "model/unit.hpp"

#include <cstdint>

namespace factcheck {

// How a value is hedged. The last five have no row of their own in the extraction contract and print as their kin.
enum class Hedge : std::uint8_t { exact, about, over, under, at_least, at_most, nearly, close_to, just_over, just_under, up_to };

enum class Direction : std::uint8_t { none, up, down };

// What sort of number was written: it decides the width of C and which near misses there are.
enum class Sort : std::uint8_t {
    plain,     // measured or money figures, percentages
    counted,   // things counted: exact below 1,000
    fraction,  // a third, half, 2 in 5
    multiple,  // doubled, three times, threefold
    one_in,    // one in N
    vague,     // dozens, several, years, flat
    ordinal,   // ranks, places
};

struct Stated {
    Sort sort = Sort::plain;
    Hedge hedge = Hedge::exact;
    Direction direction = Direction::none;
    Unit unit;
    bool range = false;      // between a and b: n is a, upper is b
    bool reduction = false;  // halved, down by: the hedge works on the size of the fall
    bool capped = false;     // the 5 % cap before a scale word decided h
    bool too_large = false;  // over limits::number_digits: never judged
    Rational n;              // the written value
    Rational upper;          // the upper end of a range, else n
    Rational u;              // one unit of the last printed place
    Rational upper_u;        // the same for the upper end
    Rational h;              // half-width of C for an unhedged n
    Interval set;            // C; empty where the words contradict themselves or can be read two ways
    int decimals = 0;        // digits printed behind the point, for a suggestion in the same style
    int scale = 0;           // power of ten of the scale word: 9 for billion
    friend bool operator==(const Stated&, const Stated&) = default;
};

struct Known {
    Interval set;  // E
    Rational e;    // the printed figure, or what is computed from printed figures
    Unit unit;
    bool counted = false;       // an exact count
    bool derived = false;       // computed from printed figures, so that its limits are news
    bool open_assumed = false;  // a reported minimum was given an upper end by assumption (open_bound)
    bool is_range = false;      // E is wide because the sources say a range, not because of rounding
    friend bool operator==(const Known&, const Known&) = default;
};

}  // namespace factcheck
