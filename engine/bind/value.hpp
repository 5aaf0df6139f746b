// What an expression of the rule language evaluates to. Unknown is a value with its reason, never an exception.
#pragma once

#include "model/claim.hpp"
#include "model/observation.hpp"
#include "model/quantity.hpp"
#include "model/report.hpp"
#include "model/verdict.hpp"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace factcheck {

struct Nothing {
    Reason reason = Reason::no_series;
    std::string say;      // what is missing, as a clause: "no figure of exports for ..."
    std::string settles;  // what would settle it
};

enum class Truth : std::uint8_t { no, yes, unknown };

struct Element;

// Values of a look-up with a star, by the member that it ran over.
struct List {
    std::vector<Element> elements;
    const Series* series = nullptr;
    std::vector<std::string> key;  // with the star's place empty
    std::size_t dimension = 0;     // the star's place
    Period period;
    std::string of;  // what is listed, for messages
};

using Value = std::variant<Nothing, Known, Stated, Period, std::chrono::weekday, Direction, EntityId, EventId, MeasureId, Symbol,
                           Truth, List>;

struct Element {
    std::string member;
    Value value;
    std::vector<ReportEvidence> evidence;  // cited when the element is spoken of
};

[[nodiscard]] inline bool is_known(const Value& value) { return !std::holds_alternative<Nothing>(value); }

}  // namespace factcheck
