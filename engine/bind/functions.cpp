// The rule language's functions. Their names, keywords and types are the table of rules/functions.hpp; each has one row here.
#include "bind/arithmetic.hpp"
#include "bind/evaluate.hpp"

#include "lexicon/units.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

using Args = std::vector<Expression>;
constexpr Unit percent_unit{Dimension::percent, "%"};
constexpr Unit points_unit{Dimension::points, "[pp]"};
constexpr Unit number_unit{Dimension::number, ""};

Nothing missing_operand(const Value& value) {
    if (const auto* nothing = std::get_if<Nothing>(&value)) return *nothing;
    return {Reason::no_series, "an operand is not a quantity", ""};
}

bool surely_above(const Known& a, const Known& b) { return a.set.low && b.set.high && a.set.low->value > b.set.high->value; }

// Two quantities, or what is missing.
struct Pair {
    Known a, b;
    std::optional<Nothing> missing;
};

Pair pair_from(const Value& first, const Value& second) {
    Pair out;
    Known room;
    if (const Known* a = as_known(first, room))
        out.a = *a;
    else
        out.missing = missing_operand(first);
    if (const Known* b = as_known(second, room))
        out.b = *b;
    else if (!out.missing)
        out.missing = missing_operand(second);
    return out;
}

Pair two(Evaluation& run, const Args& args) {
    Ends ends;
    if (!look_up_ends(run, args[0], args[1], ends)) ends = {evaluate(run, args[0]), evaluate(run, args[1])};
    return pair_from(ends.to, ends.since);
}

Value change(Evaluation& run, const Args& args) {
    const Pair p = two(run, args);
    if (p.missing) return *p.missing;
    if (touches_zero(p.b.set) || touches_zero(p.a.set) != touches_zero(p.b.set) || (p.a.e < 0) != (p.b.e < 0))
        return Nothing{Reason::no_base, "the base is zero or of the other sign, so there is no percent change", ""};
    return at_corners(p.a, p.b, percent_unit,
                      [](const Rational& to, const Rational& from) -> Rational { return (to - from) / absolute(from) * 100; });
}

Value difference(Evaluation& run, const Args& args) {
    const Pair p = two(run, args);
    if (p.missing) return *p.missing;
    const Unit unit = p.a.unit.dimension == Dimension::percent ? points_unit : p.a.unit;
    return at_corners(p.a, p.b, unit, [](const Rational& to, const Rational& from) -> Rational { return to - from; });
}

Value direction(Evaluation& run, const Args& args) {
    const Pair p = two(run, args);
    if (p.missing) return *p.missing;
    if (surely_above(p.a, p.b)) return Direction::up;
    if (surely_above(p.b, p.a)) return Direction::down;
    if (p.a.counted && p.b.counted && p.a.e == p.b.e) return Direction::none;
    return Nothing{Reason::open_evidence, "the two figures are too near to tell which is the larger", "finer figures"};
}

Value ratio(Evaluation& run, const Args& args, const Rational& factor, Unit unit) {
    const Pair p = two(run, args);
    if (p.missing) return *p.missing;
    if (touches_zero(p.b.set)) return Nothing{Reason::no_base, "the base may be zero", ""};
    return at_corners(p.a, p.b, unit, [&](const Rational& a, const Rational& b) -> Rational { return a / b * factor; });
}

Value times(Evaluation& run, const Args& args) { return ratio(run, args, 1, number_unit); }
Value share(Evaluation& run, const Args& args) { return ratio(run, args, 100, percent_unit); }
Value per(Evaluation& run, const Args& args) { return ratio(run, args, 1, {Dimension::other, ""}); }

// The quantities of a list, or what is missing.
std::vector<Known> quantities(Evaluation& run, const Value& value, std::optional<Nothing>& missing) {
    std::vector<Known> out;
    Known room;
    if (const auto* list = std::get_if<List>(&value)) {
        for (const Element& element : list->elements) {
            if (const Known* known = as_known(element.value, room))
                out.push_back(*known);
            else
                missing = missing_operand(element.value);
            if (!run.quiet) run.out.evidence.insert(run.out.evidence.end(), element.evidence.begin(), element.evidence.end());
        }
        if (out.empty() && !missing) missing = Nothing{Reason::no_series, "there are no figures of " + list->of, ""};
    } else if (const Known* known = as_known(value, room)) {
        out.push_back(*known);
    } else {
        missing = missing_operand(value);
    }
    return out;
}

Value sum(Evaluation& run, const Args& args) {
    std::optional<Nothing> missing;
    const std::vector<Known> parts = quantities(run, evaluate(run, args[0]), missing);
    if (missing) return *missing;
    return sum_of(parts);
}

Value mean(Evaluation& run, const Args& args) {
    std::optional<Nothing> missing;
    const std::vector<Known> parts = quantities(run, evaluate(run, args[0]), missing);
    if (missing) return *missing;
    Known all = sum_of(parts);
    const Rational n(static_cast<long>(parts.size()));
    all.set = scaled(all.set, 1 / n);
    all.e /= n;
    all.counted = false;
    return all;
}

Value extreme(Evaluation& run, const Args& args, bool largest) {
    std::optional<Nothing> missing;
    const std::vector<Known> parts = quantities(run, evaluate(run, args[0]), missing);
    if (missing) return *missing;
    Known best = parts.front();
    for (const Known& part : parts) {
        const auto better = [&](const Rational& a, const Rational& b) { return largest ? a > b : a < b; };
        if (better(part.e, best.e)) best.e = part.e;
        if (best.set.low && part.set.low && better(part.set.low->value, best.set.low->value)) best.set.low = part.set.low;
        if (best.set.high && part.set.high && better(part.set.high->value, best.set.high->value)) best.set.high = part.set.high;
    }
    return best;
}

Value maximum(Evaluation& run, const Args& args) { return extreme(run, args, true); }
Value minimum(Evaluation& run, const Args& args) { return extreme(run, args, false); }

Known exact_number(const Rational& n, Unit unit) {
    Known known;
    known.set = exactly(n);
    known.e = n;
    known.unit = unit;
    known.counted = true;
    return known;
}

Value count(Evaluation& run, const Args& args) {
    const Value value = evaluate(run, args[0]);
    if (const auto* list = std::get_if<List>(&value))
        return exact_number(static_cast<long>(list->elements.size()), {Dimension::count, "1"});
    return missing_operand(value);
}

Value same(Evaluation& run, const Args& args) { return evaluate(run, args[0]); }  // each, any: the relation looks into the list

bool possibly_above(const Known& a, const Known& b) { return !a.set.high || !b.set.low || a.set.high->value > b.set.low->value; }

bool covers(const Completeness& complete, const Period& period) {
    return complete.periods.empty() ||
           std::any_of(complete.periods.begin(), complete.periods.end(), [&](const Period& p) { return same_days(p, period); });
}

// The total less what is known: a missing member can hold no more.
std::optional<Rational> residual(Evaluation& run, const List& list) {
    if (list.series == nullptr || list.series->total.empty()) return std::nullopt;
    Expression total;
    total.kind = Expression::Kind::lookup;
    total.name = list.series->id;
    std::vector<std::string> key = list.key;
    key[list.dimension] = list.series->total;
    const auto rows = run.context.reference.rows(*list.series, key, list.period);
    std::optional<Rational> best;
    for (const Observation& row : rows)
        if (!run.view.as_of || row.published.last <= *run.view.as_of) best = row.base_value() + row.base_place();
    if (!best) return std::nullopt;
    for (const Element& element : list.elements)
        if (const auto* known = std::get_if<Known>(&element.value)) *best -= known->set.low ? known->set.low->value : known->e;
    return best;
}

// Whether a member that is not in the list could stand above x; the place that would be x's is `position`.
bool missing_could_be_above(Evaluation& run, const List& list, const Known& x, long position) {
    if (list.series == nullptr) return false;
    for (const Completeness& complete : list.series->complete) {
        if (!covers(complete, list.period)) continue;
        const bool ruled_out =
            (complete.above && x.set.low && x.set.low->value >= *complete.above) || (complete.top && position <= *complete.top);
        if (!ruled_out) continue;
        if (!run.quiet) {
            ReportEvidence line;
            line.series = list.series->id;
            line.words = complete.top
                             ? "the first " + std::to_string(*complete.top) + " are all known for " + to_words(list.period)
                             : "all above " + amount_in_words(*complete.above, list.series->unit, 0) + " are known for " +
                                   to_words(list.period);
            line.source = complete.source;
            line.url = complete.url;
            run.out.evidence.push_back(std::move(line));
        }
        return false;
    }
    const auto left = residual(run, list);
    return !(left && x.set.low && *left < x.set.low->value);
}

void cite_top(Evaluation& run, const List& list, const std::string& subject, bool from_below) {
    if (run.quiet) return;
    std::vector<const Element*> order;
    for (const Element& element : list.elements) order.push_back(&element);
    std::stable_sort(order.begin(), order.end(), [&](const Element* a, const Element* b) {
        const Rational& x = std::get<Known>(a->value).e;
        const Rational& y = std::get<Known>(b->value).e;
        return from_below ? x < y : x > y;
    });
    constexpr std::size_t shown = 3;
    for (std::size_t i = 0; i < order.size(); ++i)
        if ((i < shown || order[i]->member == subject) && !order[i]->evidence.empty()) {
            ReportEvidence line = order[i]->evidence.front();
            line.note = "place " + std::to_string(i + 1) + " of the " + std::to_string(order.size()) + " known";
            run.out.evidence.push_back(std::move(line));
        }
}

Value rank(Evaluation& run, const Args& args) {
    const Value subject = evaluate(run, args[0]);
    const Value among = evaluate(run, args[1]);
    if (!is_known(subject)) return missing_operand(subject);
    const auto* list = std::get_if<List>(&among);
    if (list == nullptr) return missing_operand(among);
    const auto* entity = std::get_if<EntityId>(&subject);
    const Slot* claimed = find_slot(run.claim, "rank");
    bool from_below = false;
    if (claimed != nullptr && !claimed->candidates.empty())
        if (const auto* stated = std::get_if<Stated>(&claimed->candidates.front()))
            from_below = stated->direction == Direction::down;
    const Element* own = nullptr;
    for (const Element& element : list->elements)
        if (entity != nullptr && element.member == entity->id) own = &element;
    if (own == nullptr)
        return Nothing{
            Reason::incomplete_universe,
            "no figure of " + list->of + " for " + in_words(run.context.names, subject) + " in " + to_words(list->period),
            "its figure"};
    const Known& x = std::get<Known>(own->value);
    long sure = 0, possible = 0;
    for (const Element& element : list->elements) {
        if (&element == own) continue;
        const Known& other = std::get<Known>(element.value);
        sure += (from_below ? surely_above(x, other) : surely_above(other, x)) ? 1 : 0;
        possible += (from_below ? possibly_above(x, other) : possibly_above(other, x)) ? 1 : 0;
    }
    cite_top(run, *list, own->member, from_below);
    Known place = exact_number(1 + sure, number_unit);
    place.set.high->value = 1 + possible;
    place.is_range = possible > sure;
    if (from_below || missing_could_be_above(run, *list, x, 1 + possible)) {
        place.set.high.reset();
        place.is_range = true;
    }
    return place;
}

Value prior(Evaluation& run, const Args& args) {
    const Value value = evaluate(run, args[0]);
    const auto* period = std::get_if<Period>(&value);
    if (period == nullptr) return missing_operand(value);
    const auto before = shifted(*period, -1, period->grain);
    return before ? Value(*before) : Value(Nothing{Reason::no_period, "there is no period before that", ""});
}

Value same_period_last_year(Evaluation& run, const Args& args) {
    const Value value = args.empty() ? slot_value(run, "period") : evaluate(run, args[0]);
    const auto* period = std::get_if<Period>(&value);
    if (period == nullptr) return missing_operand(value);
    const auto before = shifted(*period, -1, Grain::year);
    return before ? Value(*before) : Value(Nothing{Reason::no_period, "there is no year before that", ""});
}

std::optional<FiscalCalendar> calendar_of(Evaluation& run, const Expression& argument) {
    const Value value = evaluate(run, argument);
    const auto* entity = std::get_if<EntityId>(&value);
    if (entity == nullptr) return std::nullopt;
    const auto found = run.context.names.entities.find(entity->id);
    if (found == run.context.names.entities.end()) return std::nullopt;
    return found->second->fiscal.value_or(FiscalCalendar{});
}

// The fiscal year of an entity that holds the day of the text.
Value fiscal_year_value(Evaluation& run, const Args& args) {
    const auto calendar = calendar_of(run, args[0]);
    if (!calendar) return Nothing{Reason::no_entity, "the text does not say whose fiscal year", "name who reports"};
    if (!run.context.text.date)
        return Nothing{Reason::no_date, "the document has no date", "pass --date or put it in the front matter"};
    const auto year = fiscal_year_of(*run.context.text.date, *calendar);
    return year ? Value(*year) : Value(Nothing{Reason::no_period, "no such fiscal year", ""});
}

Value latest_full(Evaluation& run, const Args& args) {
    FiscalCalendar calendar;
    if (!args.empty() && args[0].kind == Expression::Kind::call && args[0].name == "fiscal_year") {
        const auto own = calendar_of(run, args[0].args[0]);
        if (!own) return Nothing{Reason::no_entity, "the text does not say whose fiscal year", "name who reports"};
        calendar = *own;
    }
    return latest_period(run, calendar);
}

Value weekday_value(Evaluation& run, const Args& args) {
    const Value value = evaluate(run, args[0]);
    const auto* period = std::get_if<Period>(&value);
    if (period == nullptr) return missing_operand(value);
    if (period->first != period->last) return Nothing{Reason::too_coarse, "only a day has a weekday", ""};
    if (!run.quiet) {
        ReportEvidence line;
        line.series = "calendar";
        line.period = ReportPeriod{to_iso(period->first), to_iso(period->last)};
        line.value = std::string(weekday_name(weekday_of(period->first)));
        line.words = to_words(*period) + " is a " + line.value;
        line.source = "the Gregorian calendar";
        run.out.evidence.push_back(std::move(line));
    }
    return weekday_of(period->first);
}

Value length_in(Evaluation& run, const Args& args, std::string_view code, const Rational& days_each) {
    const Value value = evaluate(run, args[0]);
    const auto* period = std::get_if<Period>(&value);
    if (period == nullptr) return missing_operand(value);
    return exact_number(Rational(days_inclusive(*period)) / days_each,
                        {Dimension::time, unit_from_code(code).value_or(Unit{}).code});
}

Value days(Evaluation& run, const Args& args) { return length_in(run, args, "d", 1); }
Value months(Evaluation& run, const Args& args) { return length_in(run, args, "mo", Rational(146097, 4800)); }
Value years(Evaluation& run, const Args& args) { return length_in(run, args, "a", Rational(146097, 400)); }

// Whole years between a birth and a day: two values where only the years are known.
Value age(Evaluation& run, const Args& args) {
    const Value born = evaluate(run, args[0]);
    const Value then = args.size() > 1
                           ? evaluate(run, args[1])
                           : Value(run.context.text.date ? Value(day_period(*run.context.text.date))
                                                         : Value(Nothing{Reason::no_date, "the document has no date", ""}));
    const auto* a = std::get_if<Period>(&born);
    const auto* b = std::get_if<Period>(&then);
    if (a == nullptr) return missing_operand(born);
    if (b == nullptr) return missing_operand(then);
    const auto whole_years = [](Day from, Day to) {
        const std::chrono::year_month_day x(from), y(to);
        const bool not_yet = std::pair(y.month(), y.day()) < std::pair(x.month(), x.day());
        return static_cast<int>(y.year()) - static_cast<int>(x.year()) - (not_yet ? 1 : 0);
    };
    Known known = exact_number(whole_years(a->first, b->last), {Dimension::time, "a"});
    known.set = closed(whole_years(a->last, b->first), whole_years(a->first, b->last));
    known.is_range = known.set.low->value != known.set.high->value;
    return known;
}

Value convert(Evaluation& run, const Args& args) {
    Known room;
    const Value value = evaluate(run, args[0]);
    const Known* known = as_known(value, room);
    if (known == nullptr) return missing_operand(value);
    const auto unit = unit_from_code(args[1].name);
    const auto factor = unit ? conversion(known->unit, *unit) : std::nullopt;
    if (!factor) return Nothing{Reason::other_definition, "the units cannot be converted", ""};
    Known out = *known;
    out.set = scaled(out.set, *factor);
    out.e *= *factor;
    out.unit = *unit;
    return out;
}

// A decided figure, such as a rate that a bank sets: nothing was rounded.
Value printed(Evaluation& run, const Args& args) {
    Known room;
    const Value value = evaluate(run, args[0]);
    const Known* known = as_known(value, room);
    if (known == nullptr) return missing_operand(value);
    Known out = *known;
    out.set = exactly(out.e);
    return out;
}

Value unit_value(Evaluation& run, const Args& args) {
    Known room;
    const Value value = evaluate(run, args[0]);
    const Known* known = as_known(value, room);
    if (known == nullptr) return missing_operand(value);
    if (known->unit.dimension == Dimension::percent) return Symbol{"percent"};
    if (known->unit.dimension == Dimension::points) return Symbol{known->unit.code == "[bp]" ? "basis_points" : "points"};
    if (known->unit.dimension == Dimension::money) return Symbol{"money"};
    return Symbol{std::string(known->unit.code)};
}

Value valid(Evaluation& run, const Args& args) { return is_known(evaluate(run, args[0])) ? Truth::yes : Truth::no; }

Value coverage(Evaluation& run, const Args& args) {
    const Value value = evaluate(run, args[0]);
    const auto* list = std::get_if<List>(&value);
    if (list == nullptr || list->elements.empty()) return Nothing{Reason::incomplete_universe, "no figures are known", ""};
    return exact_number(static_cast<long>(list->elements.size()), {Dimension::count, "1"});
}

Value event_of(Evaluation& run, const Args& args, Value (*what)(Evaluation&, const std::string&)) {
    const Value value = evaluate(run, args[0]);
    const auto* event = std::get_if<EventId>(&value);
    if (event == nullptr) {
        const auto* nothing = std::get_if<Nothing>(&value);
        return nothing != nullptr ? *nothing : Nothing{Reason::no_event, "the text does not say which event", ""};
    }
    return what(run, event->id);
}

Value length_of(Evaluation& run, const Args& args) {
    const Value value = evaluate(run, args[0]);
    const auto* period = std::get_if<Period>(&value);
    return period != nullptr ? period_length(run, *period) : Value(missing_operand(value));
}

Value date_of(Evaluation& run, const Args& args) { return event_of(run, args, event_date); }
Value duration_of(Evaluation& run, const Args& args) { return event_of(run, args, event_duration); }
Value elapsed_of(Evaluation& run, const Args& args) { return event_of(run, args, event_elapsed); }

// first and since: the ends of a period as days.
Value first_day(Evaluation& run, const Args& args) {
    const Value value = evaluate(run, args[0]);
    const auto* period = std::get_if<Period>(&value);
    return period != nullptr ? Value(day_period(period->first)) : Value(missing_operand(value));
}

Value since_period(Evaluation& run, const Args& args) {
    const Value value = evaluate(run, args[0]);
    const auto* period = std::get_if<Period>(&value);
    if (period == nullptr) return missing_operand(value);
    if (!run.context.text.date)
        return Nothing{Reason::no_date, "the document has no date", "pass --date or put it in the front matter"};
    if (*run.context.text.date < period->first) return Nothing{Reason::no_period, "that is still to come", ""};
    return Period{period->first, *run.context.text.date, Grain::day};
}

struct Row {
    std::string_view name;
    std::size_t least;  // arguments
    Value (*run)(Evaluation&, const Args&);
};

constexpr std::array rows{
    Row{"age", 1, age},
    Row{"any", 1, same},
    Row{"change", 2, change},
    Row{"convert", 2, convert},
    Row{"count", 1, count},
    Row{"coverage", 1, coverage},
    Row{"date", 1, date_of},
    Row{"days", 1, days},
    Row{"difference", 2, difference},
    Row{"direction", 2, direction},
    Row{"duration", 1, duration_of},
    Row{"each", 1, same},
    Row{"elapsed", 1, elapsed_of},
    Row{"first", 1, first_day},
    Row{"fiscal_year", 1, fiscal_year_value},
    Row{"latest_full", 0, latest_full},
    Row{"length", 1, length_of},
    Row{"max", 1, maximum},
    Row{"mean", 1, mean},
    Row{"min", 1, minimum},
    Row{"months", 1, months},
    Row{"per", 2, per},
    Row{"printed", 1, printed},
    Row{"prior", 1, prior},
    Row{"rank", 2, rank},
    Row{"same_period_last_year", 0, same_period_last_year},
    Row{"share", 2, share},
    Row{"since", 1, since_period},
    Row{"sum", 1, sum},
    Row{"times", 2, times},
    Row{"unit", 1, unit_value},
    Row{"universe", 1, same},
    Row{"valid", 1, valid},
    Row{"weekday", 1, weekday_value},
    Row{"years", 1, years},
};

}  // namespace

Value call(Evaluation& run, const Expression& expression) {
    for (const Row& row : rows)
        if (row.name == expression.name && expression.args.size() >= row.least) return row.run(run, expression.args);
    return Nothing{Reason::no_series, "the function " + expression.name + " cannot be evaluated here", ""};
}

}  // namespace factcheck
