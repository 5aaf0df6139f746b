// Expression trees -> values, for one claim, one choice of its slots and one view of the data. Pure: the same in, the same out.
#pragma once

#include "bind/bind.hpp"

#include <map>
#include <string>
#include <vector>

namespace factcheck {

struct Evaluation {
    const BindContext& context;
    const Pack& pack;
    const Claim& claim;
    const std::vector<Joined>& with;
    const std::map<std::string, std::size_t>& choice;  // slot -> candidate
    View view;
    Outcome& out;
    std::map<std::string, Value> lets;
    bool quiet = false;                          // conditions leave no evidence
    bool citing = false;                         // quantities of the text are evidence here, and not what is claimed
    std::map<std::string, std::string> starred;  // bound by *name while a look-up runs
};

[[nodiscard]] Value evaluate(Evaluation& run, const Expression& expression);
[[nodiscard]] Truth truth_of(Evaluation& run, const Expression& expression);
[[nodiscard]] Value slot_value(Evaluation& run, const std::string& name);

// lookup.cpp
[[nodiscard]] Value look_up(Evaluation& run, const Expression& expression);
// Both ends of a change: from the newest release that holds both, or the latest of each. False where the operands are no
// look-ups.
struct Ends {
    Value to, since;
};
[[nodiscard]] bool look_up_ends(Evaluation& run, const Expression& to, const Expression& since, Ends& ends);
[[nodiscard]] Value latest_period(Evaluation& run, const FiscalCalendar& calendar);
[[nodiscard]] const Series* find_series(const Evaluation& run, const std::string& name);

// functions.cpp
[[nodiscard]] Value call(Evaluation& run, const Expression& expression);

// events.cpp
[[nodiscard]] Value event_date(Evaluation& run, const std::string& event);
[[nodiscard]] Value event_duration(Evaluation& run, const std::string& event);
[[nodiscard]] Value event_elapsed(Evaluation& run, const std::string& event);
[[nodiscard]] Value period_length(Evaluation& run, const Period& period);
[[nodiscard]] Value event_facts(Evaluation& run, const Expression& expression);

// words.cpp: values for people
[[nodiscard]] std::string entity_name(const Names& names, const std::string& id);
[[nodiscard]] std::string in_words(const Names& names, const Value& value);
[[nodiscard]] std::string amount_in_words(const Rational& value, Unit unit, int places);
[[nodiscard]] std::string grouped(const std::string& digits);  // 5444.197 -> 5,444.197

}  // namespace factcheck
