#include "author/trace.hpp"

#include "bind/evaluate.hpp"
#include "rules/functions.hpp"

#include <algorithm>

namespace factcheck {
namespace {

bool has_star(const Expression& expression) {
    return expression.kind == Expression::Kind::star || std::any_of(expression.args.begin(), expression.args.end(), has_star);
}

// Arguments that are words and not values: units, the right side of `is`, events and measures in look-ups.
bool is_value(const Expression& expression, std::size_t arg, const BoundClaim& bound, const Reading& reading) {
    const Expression& part = expression.args[arg];
    if (part.kind == Expression::Kind::star || part.kind == Expression::Kind::number) return false;
    if (expression.kind == Expression::Kind::relation && expression.name == "is" && arg == 1) return false;
    if (expression.kind == Expression::Kind::member) return false;
    if (expression.kind == Expression::Kind::call) {
        const Function* function = find_function(expression.name);
        if (function != nullptr && arg < function->parameters.size() && function->parameters[arg].unit) return false;
    }
    if (expression.kind != Expression::Kind::lookup || part.kind != Expression::Kind::name) return true;
    return find_slot(*bound.claim, part.name) != nullptr || reading.outcome.lets.contains(part.name);
}

std::string listed_elements(const Names& names, const List& list) {
    constexpr std::size_t most = 6;
    std::string out = std::to_string(list.elements.size()) + (list.elements.size() == 1 ? " value" : " values");
    for (std::size_t i = 0; i < std::min(most, list.elements.size()); ++i)
        out +=
            (i == 0 ? ": " : "; ") + entity_name(names, list.elements[i].member) + " " + in_words(names, list.elements[i].value);
    return out + (list.elements.size() > most ? "; ..." : "");
}

}  // namespace

std::string set_in_words(const Interval& set, Unit unit) {
    const auto bound = [](const Bound& b, Rounding rounding) { return to_decimal_string(b.value, 6, rounding); };
    std::string out;
    if (!set.low && !set.high)
        out = "anything";
    else if (!set.low)
        out = (set.high->closed ? "at most " : "under ") + bound(*set.high, Rounding::up);
    else if (!set.high)
        out = (set.low->closed ? "at least " : "over ") + bound(*set.low, Rounding::down);
    else if (set.low->value == set.high->value)
        out = bound(*set.low, Rounding::nearest);
    else
        out = bound(*set.low, Rounding::down) + " to " + bound(*set.high, Rounding::up);
    return out + (unit.code.empty() || unit.code == "1" ? "" : " " + std::string(unit.code));
}

std::string traced_value(const Names& names, const Value& value) {
    if (const auto* nothing = std::get_if<Nothing>(&value))
        return "not known (" + std::string(name_of(nothing->reason)) + ")" + (nothing->say.empty() ? "" : ": " + nothing->say);
    if (const auto* list = std::get_if<List>(&value)) return listed_elements(names, *list);
    std::string out = in_words(names, value);
    if (const auto* known = std::get_if<Known>(&value)) out += " (" + set_in_words(known->set, known->unit) + ")";
    if (const auto* stated = std::get_if<Stated>(&value)) out += " (" + set_in_words(stated->set, stated->unit) + ")";
    if (const auto* period = std::get_if<Period>(&value)) out += " (" + to_timex(*period) + ")";
    return out;
}

ExplainedValue traced(const BindContext& context, const BoundClaim& bound, const Reading& reading, const Expression& expression,
                      bool citing) {
    Outcome room;
    Evaluation run{context, *bound.pack, *bound.claim, bound.with, reading.picks, reading.view, room, reading.outcome.lets, false,
                   citing,  {}};
    ExplainedValue out;
    out.source = expression.source.empty() ? expression.name : expression.source;
    const bool truth =
        expression.kind == Expression::Kind::relation || (expression.kind == Expression::Kind::logic && expression.name != "or");
    out.value = traced_value(context.names, truth ? Value(truth_of(run, expression)) : evaluate(run, expression));
    out.evidence = std::move(room.evidence);
    if (expression.kind == Expression::Kind::lookup && has_star(expression)) return out;
    for (std::size_t i = 0; i < expression.args.size(); ++i)
        if (is_value(expression, i, bound, reading) && !has_star(expression.args[i]))
            out.parts.push_back(traced(context, bound, reading, expression.args[i], citing));
    return out;
}

}  // namespace factcheck
