#include "judge/judge.hpp"

#include "lexicon/units.hpp"

#include <algorithm>

namespace factcheck {

namespace {

struct Held {
    Relation relation;
    std::string say;
    std::string settles;
    bool overlap = false;  // C and E share a value: never outdated
};

Held unknown(const Nothing& nothing) {
    Held out;
    out.relation.verdict = Verdict::unverifiable;
    out.relation.reason = nothing.reason;
    out.say = nothing.say;
    out.settles = nothing.settles;
    return out;
}

bool pure(Dimension d) { return d == Dimension::number || d == Dimension::count; }

// The evidence in the claim's unit, or nothing where they cannot be compared.
std::optional<Known> in_unit_of(const Stated& claim, const Known& evidence) {
    if (claim.unit == evidence.unit || (pure(claim.unit.dimension) && pure(evidence.unit.dimension))) return evidence;
    const auto factor = conversion(evidence.unit, claim.unit);
    if (!factor) return std::nullopt;
    Known out = evidence;
    out.set = scaled(out.set, *factor);
    out.e *= *factor;
    out.unit = claim.unit;
    return out;
}

Held relate_quantity(const Stated& claim, const Known& evidence, const Rule& rule, const std::vector<Rational>& thresholds) {
    if (claim.too_large) return unknown({Reason::too_large, "the number is too large to check", ""});
    const auto same = in_unit_of(claim, evidence);
    if (!same)
        return unknown(
            {Reason::other_definition, "the claim and the evidence are in units that cannot be compared", "the same unit"});
    RelateOptions options;
    if (rule.near) options.near = *rule.near;
    const std::vector<Rational> fifty{50};
    options.thresholds = thresholds.empty() && claim.unit.dimension == Dimension::percent ? fifty : thresholds;
    Held out;
    out.relation = relate(claim, *same, options);
    out.overlap = meets(claim.set, same->set);
    return out;
}

long day_number(Day day) { return day.time_since_epoch().count(); }

Held relate_period(const Period& claim, const Period& evidence) {
    Held out;
    out.relation = relate_periods(day_number(claim.first), day_number(claim.last), day_number(evidence.first),
                                  day_number(evidence.last), claim.first == claim.last);
    out.overlap = meets(claim, evidence);
    return out;
}

Held settled(bool holds) {
    Held out;
    out.relation.verdict = holds ? Verdict::supported : Verdict::contradicted;
    out.overlap = holds;
    return out;
}

int severity_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported: return 0;
        case Verdict::unverifiable: return 1;
        case Verdict::imprecise: return 2;
        case Verdict::outdated: return 3;
        case Verdict::misleading: return 4;
        case Verdict::contradicted: return 5;
    }
    return 5;
}

Held relate_values(const Value& left, const Value& right, const Rule& rule, const std::vector<Rational>& thresholds) {
    if (const auto* nothing = std::get_if<Nothing>(&left)) return unknown(*nothing);
    if (const auto* nothing = std::get_if<Nothing>(&right)) return unknown(*nothing);
    if (const auto* list = std::get_if<List>(&right)) {
        // any: the best element; each: the worst.
        const bool any = rule.expect.args[1].name == "any";
        std::optional<Held> chosen;
        for (const Element& element : list->elements) {
            Held held = relate_values(left, element.value, rule, thresholds);
            const bool better = chosen && severity_of(held.relation.verdict) < severity_of(chosen->relation.verdict);
            if (!chosen || better == any) chosen = std::move(held);
        }
        return chosen ? *chosen : unknown({Reason::no_series, "there are no figures", ""});
    }
    if (const auto* stated = std::get_if<Stated>(&left))
        if (const auto* known = std::get_if<Known>(&right)) return relate_quantity(*stated, *known, rule, thresholds);
    if (left.index() != right.index())
        return unknown({Reason::other_definition, "the claim and the evidence cannot be compared", ""});
    if (const auto* a = std::get_if<Period>(&left)) return relate_period(*a, std::get<Period>(right));
    if (const auto* a = std::get_if<std::chrono::weekday>(&left)) return settled(*a == std::get<std::chrono::weekday>(right));
    if (const auto* a = std::get_if<EntityId>(&left)) return settled(*a == std::get<EntityId>(right));
    if (const auto* a = std::get_if<Direction>(&left)) return settled(*a == std::get<Direction>(right));
    if (const auto* a = std::get_if<Symbol>(&left)) return settled(*a == std::get<Symbol>(right));
    return unknown({Reason::other_definition, "the claim and the evidence cannot be compared", ""});
}

Held relate_reading(const Reading& reading, const Rule& rule) {
    if (rule.expect.name == "=")
        return relate_values(reading.outcome.left, reading.outcome.right, rule, reading.outcome.thresholds);
    if (const auto* nothing = std::get_if<Nothing>(&reading.outcome.left)) return unknown(*nothing);
    if (const auto* nothing = std::get_if<Nothing>(&reading.outcome.right)) return unknown(*nothing);
    switch (reading.outcome.holds) {
        case Truth::yes: return settled(rule.expect.name != "!=" || reading.outcome.holds == Truth::yes);
        case Truth::no: return settled(false);
        case Truth::unknown: break;
    }
    return unknown({Reason::open_evidence, "the evidence leaves it open", "a finer figure"});
}

// One choice of the ambiguous slots, over all views of it.
Judgement judge_choice(const BoundClaim& bound, std::size_t first, std::size_t past) {
    const Rule& rule = *bound.rule;
    Judgement best;
    std::optional<Held> held;
    for (std::size_t i = first; i < past; ++i) {
        if (bound.readings[i].view.earlier) continue;
        Held here = relate_reading(bound.readings[i], rule);
        if (held && severity_of(here.relation.verdict) >= severity_of(held->relation.verdict)) continue;
        // A view without evidence never beats the first one's evidence.
        if (held && here.relation.verdict == Verdict::unverifiable) continue;
        best.reading = i;
        held = std::move(here);
    }
    best.verdict = held->relation.verdict;
    best.reason = held->relation.reason;
    best.relation = held->relation;
    best.say = held->say;
    best.settles = held->settles;
    if (best.verdict == Verdict::supported || best.verdict == Verdict::unverifiable || held->overlap) return best;
    for (std::size_t i = first; i < past; ++i) {
        if (!bound.readings[i].view.earlier || relate_reading(bound.readings[i], rule).relation.verdict != Verdict::supported)
            continue;
        const View& view = bound.readings[i].view;
        const bool dated = view.as_of.has_value();
        best.verdict = dated || view.previous ? Verdict::outdated : Verdict::supported;
        best.notes.push_back(view.previous ? "it was the last different value before"
                             : dated
                                 ? "it held as of " + to_words(day_period(*view.as_of)) + "; the figure has been revised since"
                                 : "an earlier vintage says so; the newest differs");
        return best;
    }
    const Reading& reading = bound.readings[best.reading];
    for (const Known& rival : reading.outcome.rivals) {
        const auto* stated = std::get_if<Stated>(&reading.outcome.left);
        if (stated == nullptr || relate(*stated, rival, {}).verdict != Verdict::supported) continue;
        best.verdict = Verdict::unverifiable;
        best.reason = Reason::sources_disagree;
        best.say = "a press total supports it, the sides' own counts do not";
        return best;
    }
    for (std::size_t i = 0; i < reading.misleading.size(); ++i)
        if (reading.misleading[i] == Truth::yes) {
            best.verdict = Verdict::misleading;
            best.say = rule.misleading[i].say;
            return best;
        }
    for (std::size_t i = 0; i < reading.slips.size(); ++i)
        if (reading.slips[i] == Truth::yes && best.cause.empty()) best.cause = rule.slips[i].cause;
    return best;
}

std::string in_choice(const Reading& reading) {
    std::string out;
    for (const auto& [slot, words] : reading.chosen) out += (out.empty() ? "" : ", ") + slot + " " + words;
    return out;
}

// Any event that fits will do; of periods, bases and names one that holds while another fails is ambiguous.
Judgement combine(const BoundClaim& bound, std::vector<Judgement> all) {
    const auto mildest = std::min_element(all.begin(), all.end(), [](const Judgement& a, const Judgement& b) {
        const auto order = [](const Judgement& j) { return j.verdict == Verdict::unverifiable ? 6 : severity_of(j.verdict); };
        return order(a) < order(b);
    });
    Judgement out = *mildest;
    for (const Judgement& j : all) {
        out.tried.push_back(in_choice(bound.readings[j.reading]) + ": " + std::string(name_of(j.verdict)));
        if (j.verdict == out.verdict && j.reading != out.reading && !bound.events_only) out.also.push_back(j.reading);
    }
    if (bound.events_only && all.size() > 1 && bound.readings.back().chosen == bound.readings.front().chosen) return out;
    const bool holds = std::any_of(all.begin(), all.end(), [](const Judgement& j) {
        return j.verdict == Verdict::supported || j.verdict == Verdict::imprecise;
    });
    const bool fails = std::any_of(all.begin(), all.end(),
                                   [](const Judgement& j) { return severity_of(j.verdict) > severity_of(Verdict::imprecise); });
    const bool open = std::any_of(all.begin(), all.end(), [](const Judgement& j) { return j.verdict == Verdict::unverifiable; });
    if (bound.events_only && holds) return out;
    if (holds && fails && !bound.events_only) {
        out.verdict = Verdict::unverifiable;
        out.reason = Reason::ambiguous;
        out.say = "the words can be read in several ways, and the verdict differs";
        out.settles = "say which is meant";
    } else if (fails && open && !holds) {
        // Contradicted only if all candidates fail.
        const auto unknown_one =
            std::find_if(all.begin(), all.end(), [](const Judgement& j) { return j.verdict == Verdict::unverifiable; });
        const auto tried = out.tried;
        out = *unknown_one;
        out.tried = tried;
    }
    return out;
}

// A slot that the text leaves open is a better reason than a guard that fails for want of it.
bool lacks_a_slot(const Value& value) {
    const auto* nothing = std::get_if<Nothing>(&value);
    if (nothing == nullptr) return false;
    const Reason reason = nothing->reason;
    return reason == Reason::no_entity || reason == Reason::no_period || reason == Reason::no_base || reason == Reason::no_date ||
           reason == Reason::no_event;
}

// Guards: the rule is silent, or says why it cannot tell.
std::optional<Judgement> guarded(const BoundClaim& bound) {
    const Reading& reading = bound.readings.front();
    for (std::size_t i = 0; i < reading.unless.size(); ++i) {
        if (reading.unless[i] != Truth::yes) continue;
        Judgement out;
        const Condition& condition = bound.rule->unless[i];
        if (!condition.unverifiable.empty() && lacks_a_slot(reading.outcome.right)) continue;
        out.silent = condition.unverifiable.empty();
        out.reason = condition.reason == Reason::none ? Reason::incomplete_universe : condition.reason;
        out.say = condition.unverifiable;
        return out;
    }
    return std::nullopt;
}

}  // namespace

Judgement judge(const BoundClaim& bound) {
    if (const auto guard = guarded(bound)) return *guard;
    if (bound.claim->narrowed) {
        Judgement out;
        out.reason = Reason::other_definition;
        out.say = "the text speaks of a part of the measure";
        return out;
    }
    std::vector<Judgement> all;
    for (std::size_t first = 0; first < bound.readings.size();) {
        std::size_t past = first;
        while (past < bound.readings.size() && bound.readings[past].choice == bound.readings[first].choice) ++past;
        all.push_back(judge_choice(bound, first, past));
        first = past;
    }
    Judgement out = all.size() == 1 ? all.front() : combine(bound, std::move(all));
    if (bound.recurs && bound.claim->kind == ClaimKind::date && severity_of(out.verdict) > severity_of(Verdict::unverifiable)) {
        out.verdict = Verdict::unverifiable;
        out.reason = Reason::incomplete_universe;
        out.say = "there are more events of this kind than are known, and this may be another";
        out.settles = "the event's own date with its source";
    }
    return out;
}

}  // namespace factcheck
