#include "rules/functions.hpp"

#include <algorithm>
#include <string>

namespace factcheck {

namespace {

constexpr Parameter quantity{"", Type::quantity};
constexpr Parameter quantities{"", Type::quantity, true};
constexpr Parameter period{"", Type::period};
constexpr Parameter event{"", Type::event};

constexpr Parameter behind(std::string_view keyword, Type type = Type::quantity) { return {keyword, type}; }

std::vector<Function> make_table() {
    const Parameter optional_period{"", Type::period, false, true};
    const Parameter optional_day{"at", Type::period, false, true};
    const Parameter anything{"", Type::any};
    const Parameter any_list{"", Type::any, true};
    const Parameter members{"among", Type::quantity, true};
    const Parameter unit_name{"to", Type::symbol, false, false, true};
    using T = Type;
    using U = UnitRule;
    return {
        {"age",
         {period, optional_day},
         T::quantity,
         false,
         U::years,
         false,
         true,
         "whole years from a birth to a day, the day of the text if none is given"},
        {"any", {any_list}, T::any, false, U::same_as_first, false, true, "the element of a list that suits the claim best"},
        {"change", {quantity, behind("since")}, T::quantity, false, U::percent, true, true, "the change in percent of the base"},
        {"convert", {quantity, unit_name}, T::quantity, false, U::given, false, true, "the same quantity in another unit"},
        {"count", {any_list}, T::quantity, false, U::count, false, true, "how many elements a list has"},
        {"coverage",
         {quantities},
         T::quantity,
         false,
         U::count,
         false,
         true,
         "how many members of a look-up are known; none where there is none"},
        {"date", {event}, T::period, false, U::none, false, true, "when an event was: the hull of its sources' dates"},
        {"days", {period}, T::quantity, false, U::days, false, true, "the length of a period, both ends counted"},
        {"difference",
         {quantity, behind("from")},
         T::quantity,
         false,
         U::difference,
         true,
         true,
         "how much was added; of percentages in points"},
        {"direction",
         {quantity, behind("since")},
         T::direction,
         false,
         U::none,
         true,
         true,
         "whether a quantity lies above or below another: up or down"},
        {"duration", {event}, T::quantity, false, U::open, false, true, "how long an event took, in the claim's unit of time"},
        {"each", {any_list}, T::any, false, U::same_as_first, false, true, "the element of a list that suits the claim worst"},
        {"elapsed",
         {event},
         T::quantity,
         false,
         U::open,
         false,
         true,
         "from an event to the day of the text, in the claim's unit of time"},
        {"first", {period}, T::period, false, U::none, false, true, "the first day of a period"},
        {"fiscal_year",
         {{"", T::entity}},
         T::period,
         false,
         U::none,
         false,
         true,
         "an entity's fiscal year that holds the day of the text"},
        {"latest_full",
         {optional_period},
         T::period,
         false,
         U::none,
         false,
         true,
         "the newest year that is over and has figures: latest_full(fiscal_year(reporter)), or latest_full() for calendar years"},
        {"length",
         {period},
         T::quantity,
         false,
         U::open,
         false,
         true,
         "the length of a period in the claim's unit of time, with and without its last day, month or year"},
        {"max", {quantities}, T::quantity, false, U::same_as_first, false, true, "the largest of a list"},
        {"mean", {quantities}, T::quantity, false, U::same_as_first, false, true, "the mean of a list"},
        {"min", {quantities}, T::quantity, false, U::same_as_first, false, true, "the smallest of a list"},
        {"months", {period}, T::quantity, false, U::months, false, true, "the length of a period in months"},
        {"per",
         {quantity, behind("per")},
         T::quantity,
         false,
         U::open,
         false,
         true,
         "a quantity by another: per(deaths per people)"},
        {"printed",
         {quantity},
         T::quantity,
         false,
         U::same_as_first,
         false,
         true,
         "a figure exactly as it is printed: nothing was rounded"},
        {"prior", {period}, T::period, false, U::none, false, true, "the period of the same grain just before"},
        {"rank",
         {{"", T::entity}, members},
         T::quantity,
         false,
         U::number,
         false,
         true,
         "the place of a member in the order of a look-up, the largest first"},
        {"same_period_last_year",
         {optional_period},
         T::period,
         false,
         U::none,
         false,
         true,
         "the same period a year earlier, of the claim's own period if none is given"},
        {"share", {quantity, behind("of")}, T::quantity, false, U::percent, true, true, "a part in percent of the whole"},
        {"since", {period}, T::period, false, U::none, false, true, "from the first day of a period to the day of the text"},
        {"stable",
         {anything},
         T::truth,
         false,
         U::none,
         false,
         false,
         "how often a verdict survives small changes of period, base or members"},
        {"sum", {quantities}, T::quantity, false, U::same_as_first, false, true, "the sum of a list"},
        {"times", {quantity, behind("of")}, T::quantity, false, U::number, true, true, "how many times the second the first is"},
        {"unit",
         {quantity},
         T::symbol,
         false,
         U::none,
         false,
         true,
         "percent, points, basis_points, money or the code of the unit"},
        {"universe", {any_list}, T::any, true, U::same_as_first, false, true, "all members that a star runs over"},
        {"valid", {anything}, T::truth, false, U::none, false, true, "whether a value is known"},
        {"weekday", {period}, T::weekday, false, U::none, false, true, "the weekday of a day"},
        {"years", {period}, T::quantity, false, U::years, false, true, "the length of a period in years"},
    };
}

}  // namespace

std::span<const Function> function_table() {
    static const std::vector<Function> table = make_table();
    return table;
}

const Function* find_function(std::string_view name) {
    const auto table = function_table();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Function& f) { return f.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::string signature_of(const Function& function) {
    std::string out = std::string(function.name) + "(";
    for (const Parameter& parameter : function.parameters) {
        std::string piece = parameter.unit ? "unit" : std::string(name_of(parameter.type));
        if (parameter.list) piece += " list";
        if (!parameter.keyword.empty()) piece = std::string(parameter.keyword) + " " + piece;
        if (parameter.optional) piece = "[" + piece + "]";
        out += (out.back() == '(' ? "" : " ") + piece;
    }
    return out + ")";
}

std::string_view name_of(Type type) {
    switch (type) {
        case Type::truth: return "truth";
        case Type::quantity: return "quantity";
        case Type::period: return "period";
        case Type::weekday: return "weekday";
        case Type::direction: return "direction";
        case Type::entity: return "entity";
        case Type::event: return "event";
        case Type::measure: return "measure";
        case Type::symbol: return "symbol";
        case Type::any: return "value";
    }
    return "value";
}

}  // namespace factcheck
