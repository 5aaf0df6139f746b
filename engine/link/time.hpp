// Temporal expressions -> periods, against the document's day and the periods named before. No clock is ever read.
#pragma once

#include "model/period.hpp"
#include "model/time_expression.hpp"
#include "model/verdict.hpp"

#include <boost/container/static_vector.hpp>

#include <optional>
#include <string>

namespace factcheck {

enum class Tense : std::uint8_t { unknown, past, present, future };

struct TimeContext {
    std::optional<Day> document;  // when the text speaks
    std::optional<Period> named;  // the period last named: what "the following month" counts from
    std::string named_words;      // its words, for the note
    std::optional<Period> claim;  // the claim's own period: what "the same period last year" shifts
    FiscalCalendar fiscal;        // of the series' reporter, else of the subject
    bool fiscal_known = false;    // false: fiscal expressions are open
    Tense tense = Tense::unknown;
    bool notes = true;  // false: nobody asks how it was counted
};

// Likeliest first. No expression has more readings, or more occurrences around a day that are weighed.
using Periods = boost::container::static_vector<Period, 32>;

struct Resolved {
    Periods candidates;            // likeliest first; empty: open, and `reason` says why
    Reason reason = Reason::none;  // no_date, no_period, ambiguous
    std::string note;              // how it was counted: `counted from "May"`; empty for a plain date
};

[[nodiscard]] Resolved resolve(const TimeExpression& expression, const TimeContext& context);

// The same for a reader who must have some day: seasons as the north counts them, "04/08/2025" by the month. Nothing is judged on
// it.
[[nodiscard]] Resolved resolve_loosely(const TimeExpression& expression, const TimeContext& context);

// TIMEX3 value of an expression: the resolved period, P4D for durations, FY2024 for a fiscal year, XXXX-05 where open.
[[nodiscard]] std::string timex_value(const TimeExpression& expression, const TimeContext& context);

}  // namespace factcheck
