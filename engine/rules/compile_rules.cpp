#include "lexicon/units.hpp"
#include "model/limits.hpp"
#include "rules/compile.hpp"
#include "rules/functions.hpp"
#include "rules/nearest.hpp"
#include "rules/scalars.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace factcheck {

namespace {

constexpr auto all_kinds = words::all_of_enum<ClaimKind, words::kinds.size()>();
constexpr auto all_modalities = words::all_of_enum<Modality, words::modalities.size()>();
using words::finding_verdicts, words::regions, words::scopes, words::severities, words::severity_overrides, words::sum_roles,
    words::takes, words::test_verdicts;
constexpr std::array<std::string_view, 5> message_words{"claim", "expected", "evidence", "claimants", "dates"};
// What a quantity may be, beside the code of a unit; as bind asks for it.
constexpr std::array<std::string_view, 10> quantity_words{"money",    "percent", "points",   "number",   "count",
                                                          "multiple", "ratio",   "quantity", "duration", "time"};
constexpr std::array<std::string_view, 4> period_words{"day", "month", "year", "period"};
constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 2> directions{"up", "down"};

struct Compiling {
    const VisibleNames& visible;
    Diagnostics& diagnostics;
};

bool contains(std::span<const std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// ---- slots and roles of a pattern

bool kind_has(const SlotRow& row, ClaimKind kind) {
    if (row.kinds == "*") return true;
    std::string_view rest = row.kinds;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == name_of(kind)) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

bool any_kind_has(const SlotRow& row, const std::vector<ClaimKind>& kinds) {
    return kinds.empty() || std::any_of(kinds.begin(), kinds.end(), [&](ClaimKind kind) { return kind_has(row, kind); });
}

// The measures that a pattern names; all that are visible where it names none.
std::vector<const Measure*> measures_of(const Compiling& c, const PatternSpec& spec) {
    std::vector<const Measure*> out;
    for (const auto& [slot, fillers] : spec.slots)
        if (slot.text() == "measure")
            for (const Said& filler : fillers)
                if (const auto found = c.visible.measures.find(filler.text()); found != c.visible.measures.end())
                    out.push_back(found->second);
    if (!out.empty()) return out;
    for (const auto& [id, measure] : c.visible.measures) out.push_back(measure);
    return out;
}

std::vector<std::string_view> roles_of(const std::vector<const Measure*>& measures) {
    std::vector<std::string_view> out;
    for (const Measure* measure : measures)
        for (const Role& role : measure->roles)
            if (!contains(out, role.name)) out.emplace_back(role.name);
    return out;
}

std::vector<std::string_view> slots_of(const std::vector<ClaimKind>& kinds) {
    std::vector<std::string_view> out;
    for (const SlotRow& row : slot_table())
        if (any_kind_has(row, kinds)) out.push_back(row.name);
    return out;
}

std::optional<Unit> unit_of_word(std::string_view word) {
    if (word == "money") return Unit{Dimension::money, ""};
    if (word == "percent") return Unit{Dimension::percent, ""};
    if (word == "points") return Unit{Dimension::points, ""};
    if (word == "number" || word == "multiple" || word == "ratio") return Unit{Dimension::number, ""};
    if (word == "count") return Unit{Dimension::count, ""};
    if (word == "duration" || word == "time") return Unit{Dimension::time, ""};
    return unit_from_code(word);
}

// The unit that all fillers of a quantity have in common, if any.
std::optional<Unit> unit_of_fillers(const std::vector<std::string>& allowed) {
    std::optional<Unit> out;
    for (const std::string& word : allowed) {
        const auto unit = unit_of_word(word);
        if (!unit || (out && !comparable(out, unit))) return std::nullopt;
        if (!out) out = unit;
    }
    return out;
}

bool only(const std::vector<ClaimKind>& kinds, std::initializer_list<ClaimKind> wanted) {
    return !kinds.empty() && std::all_of(kinds.begin(), kinds.end(),
                                         [&](ClaimKind k) { return std::find(wanted.begin(), wanted.end(), k) != wanted.end(); });
}

// Without a filler that says it, a level has its measure's dimension, a duration is a time, a rank a number.
std::optional<Unit> unit_of_slot(const ClaimPattern& pattern, const std::vector<const Measure*>& measures,
                                 std::string_view slot) {
    const auto given =
        std::find_if(pattern.slots.begin(), pattern.slots.end(), [&](const SlotPattern& s) { return s.name == slot; });
    if (given != pattern.slots.end() && !given->allowed.empty()) return unit_of_fillers(given->allowed);
    if (slot == "rank") return Unit{Dimension::number, ""};
    if (slot == "value" && only(pattern.kinds, {ClaimKind::duration})) return Unit{Dimension::time, ""};
    const bool level = slot == "value" && only(pattern.kinds, {ClaimKind::level, ClaimKind::count});
    if (level && measures.size() == 1) return Unit{measures.front()->unit.dimension, ""};
    return std::nullopt;
}

std::map<std::string, Named, std::less<>> names_of_claim(const ClaimPattern& pattern,
                                                         const std::vector<const Measure*>& measures) {
    std::map<std::string, Named, std::less<>> out;
    for (const std::string_view role : roles_of(measures)) out.emplace(role, Named{Type::entity, false, std::nullopt, true});
    for (const SlotRow& row : slot_table()) {
        if (!any_kind_has(row, pattern.kinds)) continue;
        const auto unit = row.type == Type::quantity ? unit_of_slot(pattern, measures, row.name) : std::nullopt;
        out.insert_or_assign(std::string(row.name), Named{row.type, false, unit, true});
    }
    return out;
}

// ---- patterns

// What may fill a slot of this type, as the pattern names it.
void check_filler(Compiling& c, const Said& filler, std::string_view slot, Type type) {
    const auto want = [&](std::string_view what, std::span<const std::string_view> known) {
        (void)one_of(filler, what, known, c.diagnostics);
    };
    switch (type) {
        case Type::quantity:
            if (!contains(quantity_words, filler.text()) && !unit_from_code(filler.text()))
                want("kind of quantity", quantity_words);
            return;
        case Type::period: return want("kind of period", period_words);
        case Type::weekday: return want("weekday", weekdays);
        case Type::direction: return want("direction", directions);
        case Type::entity: return want("entity", keys_of(c.visible.entities));
        case Type::measure: return want("measure", keys_of(c.visible.measures));
        case Type::event: {
            const std::vector<std::string_view> events(c.visible.events.begin(), c.visible.events.end());
            return want("event", events);
        }
        default: break;
    }
    if (slot == "role") want("role in a sum", sum_roles);
}

void read_slots(Compiling& c, const PatternSpec& spec, ClaimPattern& out) {
    const std::vector<std::string_view> roles = roles_of(measures_of(c, spec));
    std::vector<std::string_view> known = slots_of(out.kinds);
    known.insert(known.end(), roles.begin(), roles.end());
    for (const auto& [slot, fillers] : spec.slots) {
        const auto fixed = slot_type(slot.text());
        if (!contains(known, slot.text())) {
            const std::string kind = out.kinds.size() == 1 ? "claims of kind " + std::string(name_of(out.kinds.front())) + " have"
                                                           : "these claims have";
            const std::string hint = did_you_mean(slot.text(), known);
            fault(c.diagnostics, slot, kind + " no slot " + slot.text() + (hint.empty() ? "; they have " + listed(known) : hint));
            continue;
        }
        SlotPattern pattern{slot.text(), {}};
        for (const Said& filler : fillers) {
            if (filler.text() == "any") {
                if (fillers.size() > 1)
                    fault(c.diagnostics, filler, "\"any\" stands alone: leave the others out, or leave it out");
                continue;
            }
            check_filler(c, filler, slot.text(), fixed.value_or(Type::entity));
            pattern.allowed.push_back(filler.text());
        }
        if (fixed == Type::period && fillers.size() > 1)
            fault(c.diagnostics, fillers[1], "one kind of period is wanted for " + slot.text());
        out.slots.push_back(std::move(pattern));
    }
}

ClaimPattern pattern_of(Compiling& c, const PatternSpec& spec, bool companion) {
    ClaimPattern out;
    for (const Said& kind : spec.kinds)
        if (const auto found = one_of(kind, "kind of claim", words::kinds, c.diagnostics)) out.kinds.push_back(all_kinds[*found]);
    for (const Said& modality : spec.modalities)
        if (const auto found = one_of(modality, "modality", words::modalities, c.diagnostics))
            out.modalities.push_back(all_modalities[*found]);
    if (out.modalities.empty()) out.modalities.push_back(Modality::asserted);
    if (spec.of && one_of(spec.of, "role", roles_of(measures_of(c, spec)), c.diagnostics)) out.of = spec.of.text();
    if (spec.in && !companion && one_of(spec.in, "region", regions, c.diagnostics)) out.region = spec.in.text();
    if (spec.role && !companion && one_of(spec.role, "role in a sum", sum_roles, c.diagnostics))
        out.slots.push_back({"role", {spec.role.text()}});
    read_slots(c, spec, out);
    return out;
}

// ---- companions

void check_same(Compiling& c, const CompanionSpec& spec, const ClaimPattern& own, const ClaimPattern& other) {
    std::vector<std::string_view> known{"kind", "entity", "unit"};
    for (const ClaimPattern* pattern : {&own, &other})
        for (const std::string_view slot : slots_of(pattern->kinds))
            if (!contains(known, slot)) known.push_back(slot);
    for (const std::string_view role : roles_of(measures_of(c, spec.pattern)))
        if (!contains(known, role)) known.push_back(role);
    for (const Said& said : spec.same) (void)one_of(said, "slot", known, c.diagnostics);
}

Companion companion_of(Compiling& c, const CompanionSpec& spec, const ClaimPattern& claim) {
    Companion out;
    out.name = spec.name.text();
    out.pattern = pattern_of(c, spec.pattern, true);
    if (spec.pattern.role && one_of(spec.pattern.role, "role in a sum", sum_roles, c.diagnostics))
        out.role = spec.pattern.role.text();
    check_same(c, spec, claim, out.pattern);
    for (const Said& said : spec.same) out.same.push_back(said.text());
    if (spec.pattern.in && one_of(spec.pattern.in, "scope", scopes, c.diagnostics)) out.scope = spec.pattern.in.text();
    if (spec.take && one_of(spec.take, "way to take companions", takes, c.diagnostics)) out.take = spec.take.text();
    constexpr int most_companions = 1000;
    out.at_least = 1;
    if (spec.at_least) out.at_least = whole_number(spec.at_least, 0, most_companions, c.diagnostics).value_or(0);
    return out;
}

// Slots of the companions' claims, as members; lists where all are taken.
void add_members(const Compiling& c, const CompanionSpec& spec, const Companion& companion, Scope& scope) {
    auto members = names_of_claim(companion.pattern, measures_of(c, spec.pattern));
    for (auto& [name, named] : members) {
        named.list = companion.take == "all";
        named.said = false;
    }
    members["open"] = members["overlap"] = Named{Type::truth, false, std::nullopt, false};
    scope.companions[companion.name] = std::move(members);
}

void read_companions(Compiling& c, const RuleSpec& spec, Rule& rule, Scope& scope) {
    for (const CompanionSpec& companion : spec.with) {
        if (!is_id(companion.name, "a companion", IdStyle::name, c.diagnostics)) continue;
        if (scope.names.contains(companion.name.text()))
            fault(c.diagnostics, companion.name, companion.name.text() + " is a slot of the claim and cannot name a companion");
        rule.with.push_back(companion_of(c, companion, rule.claim));
        add_members(c, companion, rule.with.back(), scope);
    }
}

// ---- expressions

std::optional<CheckedExpression> expression(Compiling& c, const Said& said, const Scope& scope) {
    if (!said) return std::nullopt;
    const std::size_t before = c.diagnostics.size();
    auto checked = parse_expression(
        said.text(), [&](std::size_t offset) { return said.place_of(offset); }, scope, c.diagnostics);
    for (std::size_t i = before; i < c.diagnostics.size(); ++i) c.diagnostics[i].code = "expression";
    return checked;
}

void read_lets(Compiling& c, const RuleSpec& spec, Rule& rule, Scope& scope) {
    for (const auto& [name, source] : spec.let) {
        (void)is_id(name, "a let", IdStyle::name, c.diagnostics);
        if (scope.names.contains(name.text()) || scope.companions.contains(name.text()))
            fault(c.diagnostics, name, name.text() + " is a name already: a slot, a role or a companion");
        if (find_function(name.text()) != nullptr)
            fault(c.diagnostics, name, name.text() + " is a function and cannot be another name");
        auto checked = expression(c, source, scope);
        Named result = checked ? checked->result : Named{};
        result.said = false;
        scope.names.insert_or_assign(name.text(), result);
        if (checked) rule.let.emplace_back(name.text(), std::move(checked->expression));
    }
}

// `expect` sets what the text says against what the evidence says, in this order.
void read_expect(Compiling& c, const RuleSpec& spec, Rule& rule, const Scope& scope) {
    auto checked = expression(c, spec.expect, scope);
    if (!checked) return;
    const Expression& e = checked->expression;
    if (e.kind != Expression::Kind::relation || e.name == "is")
        return fault(c.diagnostics, spec.expect, "expect must be one relation with =, !=, <, <=, >, >=, in, before or during");
    const Expression& left = e.args.front();
    const auto slot = scope.names.find(left.name);
    if (left.kind != Expression::Kind::name || slot == scope.names.end() || !slot->second.said)
        return c.diagnostics.push_back(
            {left.place, Severity::error, "the left side of expect is what the text says: a slot of the claim, such as value"});
    rule.expect = std::move(checked->expression);
}

Condition condition_of(Compiling& c, const ConditionSpec& spec, const Scope& scope) {
    Condition out;
    if (auto checked = expression(c, spec.test, scope)) {
        if (checked->result.type != Type::truth && checked->result.type != Type::any)
            fault(c.diagnostics, spec.test, "a condition is wanted here, and this is " + in_words(checked->result));
        out.test = std::move(checked->expression);
    }
    out.say = spec.say.text();
    out.cause = spec.cause.text();
    out.unverifiable = spec.unverifiable.text();
    if (!spec.reason) return out;
    const auto reason = reason_from(spec.reason.text());
    if (!reason)
        fault(c.diagnostics, spec.reason,
              "there is no reason " + spec.reason.text() + ": it is a code such as no-series, gap or incomplete-universe");
    else if (!spec.unverifiable)
        fault(c.diagnostics, spec.reason, "a reason stands beside unverifiable only");
    out.reason = reason.value_or(Reason::none);
    return out;
}

void read_suggest(Compiling& c, const RuleSpec& spec, Rule& rule, const Scope& scope) {
    for (const auto& [slot, source] : spec.suggest) {
        auto checked = expression(c, source, scope);
        const auto found = scope.names.find(slot.text());
        if (found == scope.names.end() || !found->second.said) {
            fault(c.diagnostics, slot, "the claim has no slot " + slot.text() + did_you_mean(slot.text(), keys_of(scope.names)));
            continue;
        }
        if (!checked) continue;
        const Named& want = found->second;
        const Named& given = checked->result;
        if (given.list || (want.type != given.type && want.type != Type::any && given.type != Type::any) ||
            !comparable(want.unit, given.unit))
            fault(c.diagnostics, source, slot.text() + " is " + in_words(want) + ", and this is " + in_words(given));
        rule.suggest.emplace_back(slot.text(), std::move(checked->expression));
    }
}

// ---- messages

void check_placeholders(Compiling& c, const Said& said, const Scope& scope) {
    const std::string& text = said.text();
    if (text.size() > limits::message_bytes)
        fault(c.diagnostics, said, "a message has at most " + std::to_string(limits::message_bytes) + " bytes");
    const auto complain = [&](std::size_t at, std::string message) {
        c.diagnostics.push_back({said.place_of(at), Severity::error, std::move(message)});
    };
    for (std::size_t at = text.find_first_of("{}"); at != std::string::npos; at = text.find_first_of("{}", at)) {
        const std::size_t end = text.find_first_of("{}", at + 1);
        if (text[at] == '}' || end == std::string::npos || text[end] == '{')
            return complain(at, "{ and } stand in pairs around a name, as in {value}");
        const std::string name = text.substr(at + 1, end - at - 1);
        if (!contains(message_words, name) && !scope.names.contains(name)) {
            std::vector<std::string_view> known = keys_of(scope.names);
            known.insert(known.end(), message_words.begin(), message_words.end());
            complain(at + 1, "there is no value {" + name + "}" + did_you_mean(name, known));
        }
        at = end + 1;
    }
}

void check_plain(Compiling& c, const Said& said) {
    const std::size_t at = said.text().find_first_of("{}");
    if (at != std::string::npos)
        c.diagnostics.push_back({said.place_of(at), Severity::error, "a cause is printed as it stands: it takes no {names}"});
}

// ---- severities, tests

std::map<Verdict, Severity> severities_of(Compiling& c, const RuleSpec& spec) {
    Severity worst = Severity::error;
    if (spec.severity)
        if (const auto found = one_of(spec.severity, "severity", severities, c.diagnostics))
            worst = static_cast<Severity>(*found);
    for (const auto& [verdict, severity] : spec.severities)
        if (verdict.text() == "contradicted" && severity_from(severity.text())) worst = *severity_from(severity.text());
    const Severity lower = worst == Severity::error ? Severity::warning : Severity::info;
    std::map<Verdict, Severity> out{{Verdict::contradicted, worst},
                                    {Verdict::misleading, lower},
                                    {Verdict::outdated, lower},
                                    {Verdict::imprecise, Severity::info}};
    for (const auto& [name, severity] : spec.severities) {
        const bool known = one_of(name, "verdict that is a finding", finding_verdicts, c.diagnostics).has_value();
        const auto level = one_of(severity, "severity", severity_overrides, c.diagnostics);
        if (!known || !level) continue;
        const Verdict verdict = *verdict_from(name.text());
        if (severity.text() == "none")
            out.erase(verdict);
        else
            out[verdict] = *severity_from(severity.text());
    }
    return out;
}

RuleTest test_of(Compiling& c, const TestSpec& spec) {
    RuleTest out;
    const auto optional_text = [](const Said& said) { return said ? std::optional(said.text()) : std::nullopt; };
    out.text = spec.text.text();
    out.file = spec.file.text();
    out.title = spec.title.text();
    if (spec.date) out.date = day(spec.date, c.diagnostics);
    if (spec.verdict) (void)one_of(spec.verdict, "verdict", test_verdicts, c.diagnostics);
    out.verdict = spec.verdict.text();
    out.suggestion = optional_text(spec.suggestion);
    out.cause = optional_text(spec.cause);
    out.evidence = optional_text(spec.evidence);
    out.reason = optional_text(spec.reason);
    if (spec.reason && !reason_from(spec.reason.text()))
        fault(c.diagnostics, spec.reason, "there is no reason " + spec.reason.text());
    if (spec.reason && out.verdict != "unverifiable") fault(c.diagnostics, spec.reason, "only unverifiable has a reason");
    if (spec.suggestion && (out.verdict == "silent" || out.verdict == "supported"))
        fault(c.diagnostics, spec.suggestion, "a test that is " + out.verdict + " has no suggestion");
    out.todo = truth(spec.todo, c.diagnostics);
    out.place = spec.at.place();
    return out;
}

Rule rule_of(Compiling& c, const RuleSpec& spec, const std::string& pack) {
    Rule rule;
    rule.id = spec.id.text();
    rule.pack = pack;
    rule.about = spec.about.text();
    rule.place = spec.at.place();
    rule.severity = severities_of(c, spec);
    rule.claim = pattern_of(c, spec.claim, false);
    Scope scope{&c.visible, names_of_claim(rule.claim, measures_of(c, spec.claim)), {}};
    read_companions(c, spec, rule, scope);
    read_lets(c, spec, rule, scope);
    read_expect(c, spec, rule, scope);
    for (const ConditionSpec& condition : spec.unless) rule.unless.push_back(condition_of(c, condition, scope));
    for (const ConditionSpec& condition : spec.misleading) rule.misleading.push_back(condition_of(c, condition, scope));
    for (const ConditionSpec& condition : spec.slips) rule.slips.push_back(condition_of(c, condition, scope));
    for (const ConditionSpec& condition : spec.unless) check_placeholders(c, condition.unverifiable, scope);
    for (const ConditionSpec& condition : spec.misleading) check_placeholders(c, condition.say, scope);
    for (const ConditionSpec& condition : spec.slips) check_plain(c, condition.cause);
    check_placeholders(c, spec.message, scope);
    rule.message = spec.message.text();
    if (spec.near) rule.near = decimal_number(spec.near, c.diagnostics);
    if (rule.near && *rule.near < 0) fault(c.diagnostics, spec.near, "near is a factor and not below zero");
    read_suggest(c, spec, rule, scope);
    for (const Said& reference : spec.references) rule.references.push_back(reference.text());
    for (const TestSpec& test : spec.tests) rule.tests.push_back(test_of(c, test));
    return rule;
}

}  // namespace

void compile_rules(const std::vector<RuleSpec>& specs, const VisibleNames& visible, Pack& pack, Diagnostics& diagnostics) {
    Compiling c{visible, diagnostics};
    std::unordered_map<std::string_view, Place> seen;
    for (const RuleSpec& spec : specs) {
        if (spec.id && is_id(spec.id, "a rule", IdStyle::dashed, diagnostics)) {
            const auto [first, fresh] = seen.emplace(spec.id.text(), spec.id.place());
            if (!fresh)
                fault(diagnostics, spec.id,
                      "the rule " + spec.id.text() + " stands twice, first in " + first->second.file + ":" +
                          std::to_string(first->second.line));
        }
        pack.rules.push_back(rule_of(c, spec, pack.name));
    }
}

void compile_cases(const std::vector<TestSpec>& specs, Pack& pack, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, Rule*> rules;
    for (Rule& rule : pack.rules) rules.emplace(rule.id, &rule);
    const VisibleNames none;
    Compiling c{none, diagnostics};
    for (const TestSpec& spec : specs) {
        RuleTest test = test_of(c, spec);
        if (!spec.rule) continue;  // said already
        if (const auto found = rules.find(spec.rule.text()); found != rules.end())
            found->second->tests.push_back(std::move(test));
        else
            fault(diagnostics, spec.rule,
                  "there is no rule " + spec.rule.text() + did_you_mean(spec.rule.text(), keys_of(rules)));
    }
}

}  // namespace factcheck
