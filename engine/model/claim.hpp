// Mentions of a sentence put together: what is said, of whom, when. Each slot knows the words that it came from.
// Slots by kind, with their types, are one table: model/slots.hpp.
#pragma once

#include "model/period.hpp"
#include "model/quantity.hpp"
#include "model/span.hpp"
#include "model/time_expression.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace factcheck {

enum class ClaimKind : std::uint8_t { level, change, rank, comparison, share, trend, count, duration, date };

enum class Modality : std::uint8_t { asserted, forecast, plan, conditional, question, denied, refuted };

// Where a slot's filler was found.
enum class Origin : std::uint8_t { clause, sentence, earlier_sentence, headline, dateline, document_date, rule_default };

struct EntityId {
    std::string id;
    friend auto operator<=>(const EntityId&, const EntityId&) = default;
};
struct EventId {
    std::string id;
    friend auto operator<=>(const EventId&, const EventId&) = default;
};
struct MeasureId {
    std::string id;
    friend auto operator<=>(const MeasureId&, const MeasureId&) = default;
};
// A word of a closed list: the role that a rank runs over, a claimant such as "press".
struct Symbol {
    std::string id;
    friend auto operator<=>(const Symbol&, const Symbol&) = default;
};

using SlotValue = std::variant<Stated, Period, std::chrono::weekday, Direction, EntityId, EventId, MeasureId, Symbol>;

// Several candidates: the words can be read in that many ways, the likeliest first. None: the slot is open and `open` says why.
struct Slot {
    std::string name;
    std::vector<SlotValue> candidates;
    Span words;  // empty when nothing in the text says it
    Origin origin = Origin::clause;
    bool deictic = false;                // "following month", "same period": the words point to another period
    std::string note;                    // how it was read: "counted from \"May\"", "the document's day is a Monday"
    TimeExpression time;                 // of a period or date: as written, for a suggestion in the same style
    std::optional<Period> counted_from;  // what a relative expression counts from
    friend bool operator==(const Slot&, const Slot&) = default;
};

struct Claim {
    ClaimKind kind = ClaimKind::level;
    Span span;   // the words that make the claim
    Span focus;  // the words that a suggestion replaces
    std::size_t sentence = 0;
    std::size_t clause = 0;  // of the sentence, where its value stands
    Modality modality = Modality::asserted;
    bool quoted = false;    // attributed to somebody: "as quoted"
    bool present = false;   // "stands at", "is": without a period it means the latest value in force
    bool reached = false;   // "cut to", "rose to": the value at the end of the period
    bool open = false;      // "including 12 from the north": the list that it stands in need not be whole
    bool narrowed = false;  // "rice exports", "exports of textiles": a part of the measure, not the measure
    std::vector<Slot> slots;
    friend bool operator==(const Claim&, const Claim&) = default;
};

[[nodiscard]] const Slot* find_slot(const Claim& claim, std::string_view name);
[[nodiscard]] std::string_view name_of(ClaimKind kind);
[[nodiscard]] std::string_view name_of(Modality modality);
[[nodiscard]] std::string_view name_of(Origin origin);

}  // namespace factcheck
