// The readers of each dimension: all read at one place and answer with a mention or nothing. Internal to extract/.
#pragma once

#include "extract/amount.hpp"
#include "extract/first_words.hpp"
#include "extract/reader.hpp"

#include <optional>

namespace factcheck::extracting {

// What stands before the place: a word of change governs the value ("rose 5 percent to $10 billion").
struct Governing {
    Direction direction = Direction::none;
    bool by = false;
    bool to = false;
    bool from = false;
    bool further = false;   // a value of this change stands before: the direction is its own
    bool direct = false;    // nothing but adverbs in between
    bool object = false;    // what is changed stands in between: "cut its key rate 50 basis points"
    bool also = false;      // "rose 5 and 7 percent": only a value of the same unit
    bool measured = false;  // only percentages and points are changes here: "raised $5 million" is none
    bool adds = false;      // things and sums are changes too: "added 40 jobs", "adds $5 to the price"
    bool named = false;     // by a noun: "a rise of 5"
};

struct Hedged {
    Hedge hedge = Hedge::exact;
    std::size_t end = nowhere;  // nowhere: no hedge
};
[[nodiscard]] Hedged hedge_at(const Reader& reader, std::size_t at);
// "or more", "-odd" behind a value that ends at `at`; the value's own hedge counts first.
[[nodiscard]] Hedged hedge_behind(const Reader& reader, std::size_t at, Hedge so_far);

// Where a value is read: its hedge, if any, stands between `begin` and `core`.
struct Where {
    std::size_t begin = 0;
    std::size_t core = 0;
    Hedge hedge = Hedge::exact;
};

[[nodiscard]] std::optional<Mention> value_at(const Reader& reader, Where where, const Governing& governing);
[[nodiscard]] std::optional<Mention> ratio_at(const Reader& reader, const Where& where);
[[nodiscard]] std::optional<Mention> multiple_at(const Reader& reader, const Where& where);
[[nodiscard]] std::optional<Mention> vague_at(const Reader& reader, const Where& where);
[[nodiscard]] std::optional<Mention> rank_at(const Reader& reader, std::size_t at);
[[nodiscard]] std::optional<Mention> quantifier_at(const Reader& reader, std::size_t at);
// "about two years ago", "more than a week before Easter".
[[nodiscard]] std::optional<Mention> hedged_steps_at(const Reader& reader, const Where& where);
[[nodiscard]] std::optional<Mention> time_at(const Reader& reader, std::size_t at, Families families);

// "two years" goes on: "and three months", "and a half". Where it ends then.
[[nodiscard]] std::size_t further_lengths_end(const Reader& reader, Mention& mention, std::size_t end);
// "six more months", "five straight days", "three business days": counted things that are lengths.
void length_of_things(const Reader& reader, Mention& mention);

struct Change {
    Mention mention;
    bool alone = true;      // says a change without a value beside it: "rose", not "cut"
    bool measured = false;  // may have things as objects: "raised", "recovered"
    bool adds = false;      // "added"
};
[[nodiscard]] std::optional<Change> change_at(const Reader& reader, std::size_t at);

// How the value that begins at `at` is governed by the words of change that end at `from`.
[[nodiscard]] Governing governed(const Reader& reader, std::size_t from, std::size_t at, Direction direction);
// The direction that the words behind a value give it: "a 10 percent increase"; and where they end. With `particles` also
// "2 cents down".
struct Behind {
    Direction direction = Direction::none;
    std::size_t end = nowhere;
    bool measured = false;  // "loss": of money no change
    bool named = true;      // a noun or comparative; a particle moves its value: "2 percent up"
};
[[nodiscard]] Behind direction_behind(const Reader& reader, std::size_t at, bool particles);

}  // namespace factcheck::extracting
