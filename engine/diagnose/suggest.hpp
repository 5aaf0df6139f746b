// The corrected words, in the claim's own style: scale, digits, hedge, symbol, number word. None where two corrections fit
// equally.
#pragma once

#include "bind/bind.hpp"
#include "judge/judge.hpp"

#include <optional>
#include <string>

namespace factcheck {

struct Suggestion {
    std::string words;
    Span replaces;     // in the reading copy
    std::string also;  // the other repair, where two are possible
};

[[nodiscard]] std::optional<Suggestion> suggest(const BindContext& context, const BoundClaim& bound, const Judgement& judgement);

// The pieces, each tested by itself.
[[nodiscard]] std::string number_in_style(const std::string& words, const Stated& claim, const Rational& right);
[[nodiscard]] std::string rank_in_style(const std::string& words, long place);
[[nodiscard]] std::optional<std::string> period_in_style(const std::string& words, const TimeExpression& time,
                                                         const Period& right, const std::optional<Day>& document,
                                                         const std::optional<Period>& counted_from);

}  // namespace factcheck
