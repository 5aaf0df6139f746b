#include "bind/evaluate.hpp"

#include "bind/arithmetic.hpp"

#include <algorithm>

namespace factcheck {

namespace {

Value from_slot(const SlotValue& value) {
    return std::visit([](const auto& v) -> Value { return v; }, value);
}

// What the text itself says, as evidence for another claim of it.
ReportEvidence line_of(const Evaluation& run, Span words) {
    const LineColumn at = line_column(run.context.text, original_span(run.context.text, words).begin);
    ReportEvidence out;
    out.words = "line " + std::to_string(at.line) + " says \"" + std::string(words_at(run.context.text, words)) + "\"";
    out.value = std::string(words_at(run.context.text, words));
    out.source = "this document";
    return out;
}

void cite(Evaluation& run, const Slot& slot) {
    if (run.quiet || !run.citing || slot.words.empty() || slot.candidates.empty()) return;
    const bool dates = std::holds_alternative<Period>(slot.candidates.front()) && slot.name != "date" &&
                       find_slot(run.claim, "measure") == nullptr;
    if (dates || std::holds_alternative<Stated>(slot.candidates.front())) run.out.evidence.push_back(line_of(run, slot.words));
}

// parts.value, parts.open: of one companion the value, of all of them a list.
Value member(Evaluation& run, const Expression& expression) {
    const std::string& companion = expression.args[0].name;
    const auto found =
        std::find_if(run.with.begin(), run.with.end(), [&](const Joined& j) { return j.companion->name == companion; });
    if (found == run.with.end()) return Nothing{Reason::no_series, "there is no " + companion, ""};
    if (expression.name == "open")
        return run.claim.open || std::any_of(found->claims.begin(), found->claims.end(), [](const Claim* c) { return c->open; })
                   ? Truth::yes
                   : Truth::no;
    if (expression.name == "overlap")
        return std::any_of(found->claims.begin(), found->claims.end(),
                           [&](const Claim* c) { return c->span.overlaps(run.claim.focus); })
                   ? Truth::yes
                   : Truth::no;
    List list;
    list.of = companion;
    for (const Claim* claim : found->claims) {
        const Slot* slot = find_slot(*claim, expression.name);
        if (slot == nullptr || slot->candidates.empty()) continue;
        cite(run, *slot);
        list.elements.push_back({std::string(words_at(run.context.text, slot->words)), from_slot(slot->candidates.front()), {}});
    }
    if (list.elements.empty()) return Nothing{Reason::no_series, "no " + companion + " says its " + expression.name, ""};
    if (found->companion->take != "all") return list.elements.front().value;
    return list;
}

Nothing open_slot(const Evaluation& run, const std::string& name) {
    const Slot* slot = find_slot(run.claim, name);
    const bool deictic = slot != nullptr && slot->candidates.empty();
    if (deictic && !run.context.text.date)
        return {Reason::no_date, "the document has no date", "pass --date or put it in the front matter"};
    if (name == "period" || name == "date")
        return {Reason::no_period, "the text does not say for which period", "name the period"};
    if (name == "base") return {Reason::no_base, "the text does not say what the change is measured from", "name the base"};
    if (name == "event" || name == "since") return {Reason::no_event, "the text does not say which event", "name the event"};
    if (slot != nullptr && !slot->note.empty()) return {Reason::ambiguous, slot->note, "a figure for each"};
    return {Reason::no_entity, "the text does not say which " + name + " is meant", "name the " + name};
}

Value arithmetic(Evaluation& run, const Expression& expression) {
    Known room_a, room_b;
    const Value first = evaluate(run, expression.args[0]);
    const Known* a = as_known(first, room_a);
    if (a == nullptr) return first;
    if (expression.args.size() == 1) {
        Known out = *a;
        out.set = negated(out.set);
        out.e = -out.e;
        return out;
    }
    const Value second = evaluate(run, expression.args[1]);
    const Known* b = as_known(second, room_b);
    if (b == nullptr) return second;
    const Unit unit = a->unit.dimension == Dimension::number ? b->unit : a->unit;
    if (expression.name == "+")
        return at_corners(*a, *b, unit, [](const Rational& x, const Rational& y) -> Rational { return x + y; });
    if (expression.name == "-")
        return at_corners(*a, *b, unit, [](const Rational& x, const Rational& y) -> Rational { return x - y; });
    if (expression.name == "*")
        return at_corners(*a, *b, unit, [](const Rational& x, const Rational& y) -> Rational { return x * y; });
    if (touches_zero(b->set)) return Nothing{Reason::no_base, "a divisor may be zero", ""};
    return at_corners(*a, *b, unit, [](const Rational& x, const Rational& y) -> Rational { return x / y; });
}

Value number(const Expression& expression) {
    Known known;
    known.set = exactly(expression.number);
    known.e = expression.number;
    known.unit = expression.unit;
    known.counted = true;
    return known;
}

Truth both(Truth a, Truth b) {
    if (a == Truth::no || b == Truth::no) return Truth::no;
    return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
}

Truth either(Truth a, Truth b) {
    if (a == Truth::yes || b == Truth::yes) return Truth::yes;
    return a == Truth::no && b == Truth::no ? Truth::no : Truth::unknown;
}

bool is_truth(const Expression& expression) {
    if (expression.kind == Expression::Kind::relation) return true;
    if (expression.kind == Expression::Kind::logic)
        return expression.name == "not" || expression.name == "and" || is_truth(expression.args[0]);
    return expression.kind == Expression::Kind::call && expression.name == "valid";
}

// `is none`, `is percent`, `is DE`.
Truth is_relation(Evaluation& run, const Expression& left, const Expression& right) {
    const Value value = evaluate(run, left);
    if (right.kind == Expression::Kind::name && right.name == "none") return is_known(value) ? Truth::no : Truth::yes;
    if (!is_known(value)) return Truth::unknown;
    const std::string want = right.name;
    if (const auto* symbol = std::get_if<Symbol>(&value)) return symbol->id == want ? Truth::yes : Truth::no;
    if (const auto* entity = std::get_if<EntityId>(&value)) return entity->id == want ? Truth::yes : Truth::no;
    if (const auto* measure = std::get_if<MeasureId>(&value)) return measure->id == want ? Truth::yes : Truth::no;
    if (const auto* direction = std::get_if<Direction>(&value))
        return (want == "up" ? Direction::up : Direction::down) == *direction ? Truth::yes : Truth::no;
    if (const auto* event = std::get_if<EventId>(&value)) return event->id == want ? Truth::yes : Truth::no;
    return Truth::unknown;
}

Truth compare_quantities(const std::string& op, const Value& left, const Value& right) {
    Known room_a, room_b;
    const Known* a = as_known(left, room_a);
    const Known* b = as_known(right, room_b);
    if (a == nullptr || b == nullptr || !a->set.low || !a->set.high || !b->set.low || !b->set.high) return Truth::unknown;
    const Rational &al = a->set.low->value, &ah = a->set.high->value, &bl = b->set.low->value, &bh = b->set.high->value;
    if (op == "<") return ah < bl ? Truth::yes : al >= bh ? Truth::no : Truth::unknown;
    if (op == "<=") return ah <= bl ? Truth::yes : al > bh ? Truth::no : Truth::unknown;
    if (op == ">") return al > bh ? Truth::yes : ah <= bl ? Truth::no : Truth::unknown;
    return al >= bh ? Truth::yes : ah < bl ? Truth::no : Truth::unknown;
}

Truth compare_periods(const std::string& op, const Period& a, const Period& b) {
    if (op == "before" || op == "<") return a.last < b.first ? Truth::yes : a.first >= b.first ? Truth::no : Truth::unknown;
    if (op == ">") return a.first > b.last ? Truth::yes : a.last <= b.last ? Truth::no : Truth::unknown;
    return contains(b, a) ? Truth::yes : meets(a, b) ? Truth::unknown : Truth::no;  // in, during
}

Truth equal(const Value& left, const Value& right) {
    if (const auto* stated = std::get_if<Stated>(&left)) {
        Known room;
        const Known* known = as_known(right, room);
        if (known == nullptr) return Truth::unknown;
        // A condition asks whether the figure can be what was written; near misses are the verdict's business.
        if (within(known->set, stated->set) || (meets(known->set, stated->set) && contains(stated->set, known->e)))
            return Truth::yes;
        return meets(known->set, stated->set) ? Truth::unknown : Truth::no;
    }
    if (left.index() != right.index()) return Truth::unknown;
    if (const auto* a = std::get_if<Period>(&left))
        return contains(*a, std::get<Period>(right)) ? Truth::yes
               : meets(*a, std::get<Period>(right))  ? Truth::unknown
                                                     : Truth::no;
    if (const auto* a = std::get_if<std::chrono::weekday>(&left))
        return *a == std::get<std::chrono::weekday>(right) ? Truth::yes : Truth::no;
    if (const auto* a = std::get_if<EntityId>(&left)) return *a == std::get<EntityId>(right) ? Truth::yes : Truth::no;
    if (const auto* a = std::get_if<Symbol>(&left)) return *a == std::get<Symbol>(right) ? Truth::yes : Truth::no;
    if (const auto* a = std::get_if<Direction>(&left)) return *a == std::get<Direction>(right) ? Truth::yes : Truth::no;
    return Truth::unknown;
}

Truth relation(Evaluation& run, const Expression& expression) {
    if (expression.name == "is") return is_relation(run, expression.args[0], expression.args[1]);
    const Value left = evaluate(run, expression.args[0]);
    const Value right = evaluate(run, expression.args[1]);
    if (!is_known(left) || !is_known(right)) return Truth::unknown;
    if (expression.name == "=") return equal(left, right);
    if (expression.name == "!=") {
        const Truth t = equal(left, right);
        return t == Truth::yes ? Truth::no : t == Truth::no ? Truth::yes : Truth::unknown;
    }
    if (std::holds_alternative<Period>(left) && std::holds_alternative<Period>(right))
        return compare_periods(expression.name, std::get<Period>(left), std::get<Period>(right));
    return compare_quantities(expression.name, left, right);
}

}  // namespace

Value slot_value(Evaluation& run, const std::string& name) {
    if (const auto bound = run.starred.find(name); bound != run.starred.end()) return EntityId{bound->second};
    if (const auto let = run.lets.find(name); let != run.lets.end()) return let->second;
    const Slot* slot = find_slot(run.claim, name);
    if (slot == nullptr && run.context.names.entities.contains(name)) return EntityId{name};
    if (slot == nullptr || slot->candidates.empty()) return open_slot(run, name);
    cite(run, *slot);
    const auto chosen = run.choice.find(name);
    const std::size_t index = chosen == run.choice.end() ? 0 : std::min(chosen->second, slot->candidates.size() - 1);
    return from_slot(slot->candidates[index]);
}

Truth truth_of(Evaluation& run, const Expression& expression) {
    if (expression.kind == Expression::Kind::relation) return relation(run, expression);
    if (expression.kind == Expression::Kind::logic) {
        const Truth first = truth_of(run, expression.args[0]);
        if (expression.name == "not") return first == Truth::yes ? Truth::no : first == Truth::no ? Truth::yes : Truth::unknown;
        const Truth second = truth_of(run, expression.args[1]);
        return expression.name == "and" ? both(first, second) : either(first, second);
    }
    const Value value = evaluate(run, expression);
    const auto* truth = std::get_if<Truth>(&value);
    return truth != nullptr ? *truth : Truth::unknown;
}

Value evaluate(Evaluation& run, const Expression& expression) {
    switch (expression.kind) {
        case Expression::Kind::number: return number(expression);
        case Expression::Kind::name: return slot_value(run, expression.name);
        case Expression::Kind::member: return member(run, expression);
        case Expression::Kind::call: return call(run, expression);
        case Expression::Kind::lookup: return look_up(run, expression);
        case Expression::Kind::star: return Nothing{Reason::no_entity, "a star stands only in a look-up", ""};
        case Expression::Kind::arithmetic: return arithmetic(run, expression);
        case Expression::Kind::relation: return relation(run, expression);
        case Expression::Kind::logic: break;
    }
    if (is_truth(expression)) return truth_of(run, expression);
    Value first = evaluate(run, expression.args[0]);
    if (expression.name != "or" || is_known(first)) return first;
    return evaluate(run, expression.args[1]);
}

}  // namespace factcheck
