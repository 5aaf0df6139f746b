#include "bind/bind.hpp"

#include "bind/arithmetic.hpp"
#include "bind/companions.hpp"
#include "bind/evaluate.hpp"

#include "lexicon/units.hpp"
#include "model/limits.hpp"

#include <algorithm>
#include <set>

namespace factcheck {

namespace {

bool holds(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool allowed_quantity(const std::vector<std::string>& allowed, const Stated& stated) {
    const std::string_view code = stated.unit.code;
    switch (stated.unit.dimension) {
        case Dimension::money: return holds(allowed, "money") || holds(allowed, code);
        case Dimension::percent: return holds(allowed, "percent");
        case Dimension::points: return holds(allowed, "points") || holds(allowed, "percent");
        case Dimension::count: return holds(allowed, "count") || holds(allowed, "quantity");
        case Dimension::time: return holds(allowed, "duration") || holds(allowed, "time") || holds(allowed, "quantity");
        case Dimension::number:
            return (holds(allowed, "number") && stated.sort != Sort::multiple) ||
                   (stated.sort == Sort::multiple && holds(allowed, "multiple")) ||
                   ((stated.sort == Sort::fraction || stated.sort == Sort::one_in) && holds(allowed, "ratio"));
        default: return holds(allowed, "quantity") || holds(allowed, code);
    }
}

bool allowed_value(const std::vector<std::string>& allowed, const SlotValue& value) {
    struct Visitor {
        const std::vector<std::string>& allowed;
        bool operator()(const Stated& s) const { return allowed_quantity(allowed, s); }
        bool operator()(const Period& p) const {
            if (holds(allowed, "day")) return p.first == p.last;
            if (holds(allowed, "month")) return p.grain == Grain::month;
            if (holds(allowed, "year")) return p.grain == Grain::year;
            return holds(allowed, "period");
        }
        bool operator()(std::chrono::weekday d) const { return holds(allowed, weekday_name(d)); }
        bool operator()(Direction d) const { return holds(allowed, d == Direction::up ? "up" : "down"); }
        bool operator()(const EntityId& e) const { return holds(allowed, e.id); }
        bool operator()(const EventId& e) const { return holds(allowed, e.id); }
        bool operator()(const MeasureId& m) const { return holds(allowed, m.id); }
        bool operator()(const Symbol& s) const { return holds(allowed, s.id); }
    };
    return std::visit(Visitor{allowed}, value);
}

bool fills(const SlotPattern& pattern, const Claim& claim) {
    const Slot* slot = find_slot(claim, pattern.name);
    if (slot == nullptr) return false;
    if (pattern.allowed.empty()) return true;
    return std::any_of(slot->candidates.begin(), slot->candidates.end(),
                       [&](const SlotValue& v) { return allowed_value(pattern.allowed, v); });
}

}  // namespace

bool knows_measure(const Pack& pack, std::span<const Pack> packs, const Claim& claim) {
    const Slot* slot = find_slot(claim, "measure");
    if (slot == nullptr || slot->candidates.empty()) return true;
    const auto* id = std::get_if<MeasureId>(&slot->candidates.front());
    const auto defines = [&](const Pack& p) {
        return std::any_of(p.vocabulary.measures.begin(), p.vocabulary.measures.end(),
                           [&](const Measure& m) { return id != nullptr && m.id == id->id; });
    };
    if (defines(pack)) return true;
    return std::any_of(packs.begin(), packs.end(), [&](const Pack& p) { return holds(pack.uses, p.name) && defines(p); });
}

namespace {

void names_in(const Expression& expression, std::set<std::string>& out) {
    if (expression.kind == Expression::Kind::name) out.insert(expression.name);
    for (const Expression& arg : expression.args) names_in(arg, out);
}

struct Ambiguous {
    std::string slot;
    std::size_t candidates = 1;
    bool event = false;
};

// Slots with several candidates that the rule reads.
std::vector<Ambiguous> ambiguous_slots(const Rule& rule, const Claim& claim) {
    std::set<std::string> read;
    names_in(rule.expect, read);
    for (const auto& [name, expression] : rule.let) names_in(expression, read);
    std::vector<Ambiguous> out;
    for (const Slot& slot : claim.slots)
        if (slot.candidates.size() > 1 && read.contains(slot.name))
            out.push_back({slot.name, slot.candidates.size(), std::holds_alternative<EventId>(slot.candidates.front())});
    return out;
}

using Choice = std::map<std::string, std::size_t>;

std::vector<Choice> choices_of(const std::vector<Ambiguous>& slots) {
    std::vector<Choice> out{{}};
    for (const Ambiguous& slot : slots) {
        std::vector<Choice> next;
        for (const Choice& choice : out)
            for (std::size_t i = 0; i < slot.candidates && next.size() < limits::claim_candidates; ++i) {
                Choice longer = choice;
                longer[slot.slot] = i;
                next.push_back(std::move(longer));
            }
        out = std::move(next);
    }
    return out;
}

struct Frame {
    const BindContext& context;
    const Pack& pack;
    const Rule& rule;
    const Claim& claim;
    std::vector<Joined> with;
    Choice choice;
    bool second_period = false;  // `period or latest_full(...)`: the period was inherited, so the latest one is tried too
};

// `period or latest_full(...)`
bool is_defaulted_period(const Expression& e) {
    return e.kind == Expression::Kind::logic && e.name == "or" && e.args.size() == 2 &&
           e.args[0].kind == Expression::Kind::name && e.args[0].name == "period";
}

// An inherited period leaves room for the default that the rule names after `or`.
bool has_second_period(const Rule& rule, const Claim& claim) {
    const Slot* slot = find_slot(claim, "period");
    if (slot == nullptr || slot->candidates.empty() || slot->origin == Origin::clause) return false;
    return std::any_of(rule.let.begin(), rule.let.end(), [](const auto& let) { return is_defaulted_period(let.second); });
}

Value value_of_let(Evaluation& run, const Expression& expression, bool second_period) {
    return evaluate(run, second_period && is_defaulted_period(expression) ? expression.args[1] : expression);
}

// What the text says elsewhere is evidence like any printed figure.
Value as_evidence(Value value) {
    if (const auto* stated = std::get_if<Stated>(&value)) return known_from(*stated);
    if (auto* list = std::get_if<List>(&value))
        for (Element& element : list->elements) element.value = as_evidence(std::move(element.value));
    return value;
}

Reading read_claim(const Frame& frame, const View& view, std::size_t number) {
    Reading reading;
    reading.choice = number;
    reading.picks = frame.choice;
    reading.view = view;
    Evaluation run{frame.context, frame.pack, frame.claim, frame.with, frame.choice, view, reading.outcome, {}, false, false, {}};
    run.citing = true;
    for (const auto& [name, expression] : frame.rule.let) run.lets[name] = value_of_let(run, expression, frame.second_period);
    if (frame.rule.expect.args.size() == 2) {
        run.citing = false;
        reading.outcome.left = evaluate(run, frame.rule.expect.args[0]);
        run.citing = true;
        reading.outcome.right = as_evidence(evaluate(run, frame.rule.expect.args[1]));
    }
    run.quiet = true;
    if (frame.rule.expect.name != "=") reading.outcome.holds = truth_of(run, frame.rule.expect);
    const auto ask = [&](const std::vector<Condition>& conditions, std::vector<Truth>& out) {
        for (const Condition& condition : conditions) out.push_back(truth_of(run, condition.test));
    };
    ask(frame.rule.unless, reading.unless);
    ask(frame.rule.misleading, reading.misleading);
    ask(frame.rule.slips, reading.slips);
    reading.outcome.lets = std::move(run.lets);
    return reading;
}

// The other ways of looking that the first one showed to be possible.
std::vector<View> other_views(const View& first, const Outcome& seen) {
    std::vector<View> out;
    const auto add = [&](auto change) {
        View view = first;
        change(view);
        out.push_back(view);
    };
    if (seen.has_possible) add([](View& v) { v.possibly = true; });
    if (seen.has_release_pair) add([](View& v) { v.latest_ends = true; });
    if (seen.has_exclusive) add([](View& v) { v.exclusive = true; });
    for (std::size_t count = 1; count < seen.counts; ++count) add([&](View& v) { v.count = count; });
    for (std::size_t source = 1; source < seen.sources; ++source) add([&](View& v) { v.source = source; });
    if (seen.has_previous) add([](View& v) { v.previous = v.earlier = true; });
    std::set<Day> days(seen.revisions.begin(), seen.revisions.end());
    for (auto day = days.rbegin(); day != days.rend(); ++day)
        add([&](View& v) {
            v.as_of = *day;
            v.earlier = true;
        });
    return out;
}

std::string in_choice(const Frame& frame, const Ambiguous& slot) {
    const Slot* found = find_slot(frame.claim, slot.slot);
    const SlotValue& value = found->candidates[frame.choice.at(slot.slot)];
    return in_words(frame.context.names, std::visit([](const auto& v) -> Value { return v; }, value));
}

std::string defaulted_in_words(const BindContext& context, const Rule& rule, const Reading& reading) {
    for (const auto& [name, expression] : rule.let)
        if (is_defaulted_period(expression))
            return in_words(context.names, reading.outcome.lets.at(name)) + ", for want of another";
    return "for want of another";
}

bool all_recur(const BindContext& context, const Claim& claim) {
    const Slot* slot = find_slot(claim, "event");
    return slot != nullptr && !slot->candidates.empty() &&
           std::all_of(slot->candidates.begin(), slot->candidates.end(), [&](const SlotValue& value) {
               const auto* id = std::get_if<EventId>(&value);
               const auto found = id != nullptr ? context.names.events.find(id->id) : context.names.events.end();
               return found != context.names.events.end() && found->second->recurs;
           });
}

void bind_one(Frame frame, std::vector<BoundClaim>& out) {
    const BindContext& context = frame.context;
    const Rule& rule = frame.rule;
    const Claim& claim = frame.claim;
    BoundClaim bound;
    bound.claim = &claim;
    bound.rule = &rule;
    bound.pack = &frame.pack;
    bound.with = frame.with;
    const std::vector<Ambiguous> slots = ambiguous_slots(rule, claim);
    bound.events_only = !slots.empty() && std::all_of(slots.begin(), slots.end(), [](const Ambiguous& s) { return s.event; });
    bound.recurs = all_recur(context, claim);
    std::size_t number = 0;
    for (const Choice& choice : choices_of(slots)) {
        for (const bool second : {false, true}) {
            if (second && !has_second_period(rule, claim)) continue;
            frame.choice = choice;
            frame.second_period = second;
            Reading first = read_claim(frame, View{.as_of = context.as_of}, number);
            for (const Ambiguous& slot : slots) first.chosen.emplace_back(slot.slot, in_choice(frame, slot));
            if (second) first.chosen.emplace_back("period", defaulted_in_words(context, rule, first));
            const std::vector<View> others = other_views(first.view, first.outcome);
            const auto chosen = first.chosen;
            bound.readings.push_back(std::move(first));
            for (const View& view : others) {
                bound.readings.push_back(read_claim(frame, view, number));
                bound.readings.back().chosen = chosen;
            }
            ++number;
        }
    }
    out.push_back(std::move(bound));
}

}  // namespace

Mismatch mismatch(const ClaimPattern& pattern, const Claim& claim, const Text& text) {
    using What = Mismatch::What;
    if (!pattern.kinds.empty() && std::find(pattern.kinds.begin(), pattern.kinds.end(), claim.kind) == pattern.kinds.end())
        return {What::kind, nullptr};
    if (std::find(pattern.modalities.begin(), pattern.modalities.end(), claim.modality) == pattern.modalities.end() &&
        !(pattern.modalities.empty() && claim.modality == Modality::asserted))
        return {What::modality, nullptr};
    const bool headline = text.sentences[claim.sentence].region == Region::headline;
    if ((pattern.region == "headline" && !headline) || (pattern.region == "body" && headline)) return {What::region, nullptr};
    if (!pattern.of.empty()) {
        const Slot* of = find_slot(claim, "of");
        if (of == nullptr || of->candidates.empty() || of->candidates.front() != SlotValue(Symbol{pattern.of}))
            return {What::of, nullptr};
    }
    for (const SlotPattern& slot : pattern.slots)
        if (!fills(slot, claim)) return {What::slot, &slot};
    return {};
}

bool matches(const ClaimPattern& pattern, const Claim& claim, const Text& text) {
    return mismatch(pattern, claim, text).what == Mismatch::What::nothing;
}

std::vector<BoundClaim> bind(const BindContext& context, Work& work) {
    std::vector<BoundClaim> out;
    std::map<const Rule*, Companions> companions;  // of the rules that need any, once one of their claims is met
    for (const Claim& claim : context.claims)
        for (const Pack& pack : context.packs) {
            if (!knows_measure(pack, context.packs, claim)) continue;
            for (const Rule& rule : pack.rules) {
                ++work.attempts;
                if (!matches(rule.claim, claim, context.text)) continue;
                if (rule.with.empty()) {
                    bind_one({context, pack, rule, claim, {}, {}, false}, out);
                    continue;
                }
                const Companions& all = companions.try_emplace(&rule, context, rule, work).first->second;
                if (auto with = all.of(claim)) bind_one({context, pack, rule, claim, std::move(*with), {}, false}, out);
            }
        }
    return out;
}

}  // namespace factcheck
