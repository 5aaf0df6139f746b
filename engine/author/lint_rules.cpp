// Rules: their tests, what they never read, what they can never meet.
#include "author/lint.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace factcheck {
namespace {

using Visit = std::function<void(const Expression&)>;

void visit(const Expression& expression, const Visit& see) {
    see(expression);
    for (const Expression& arg : expression.args) visit(arg, see);
}

void visit_rule(const Rule& rule, const Visit& see) {
    for (const auto& let : rule.let) visit(let.second, see);
    visit(rule.expect, see);
    for (const auto* conditions : {&rule.unless, &rule.misleading, &rule.slips})
        for (const Condition& condition : *conditions) visit(condition.test, see);
    for (const auto& suggest : rule.suggest) visit(suggest.second, see);
}

bool is_miss(std::string_view verdict) {
    return verdict == "contradicted" || verdict == "misleading" || verdict == "outdated" || verdict == "imprecise";
}

bool expects(const Rule& rule, const std::function<bool(const RuleTest&)>& is) {
    return std::any_of(rule.tests.begin(), rule.tests.end(), is);
}

void check_tests(Linting& lint, const Rule& rule) {
    const std::string id = "the rule " + rule.id;
    if (rule.tests.empty())
        return lint_found(lint, "no-tests", rule.place, id + " has no tests: add a true, a false and a silent sentence");
    if (!expects(rule, [](const RuleTest& t) { return !t.todo; }))
        lint_found(lint, "todo-only", rule.place, "all tests of " + id + " are marked todo");
    const bool dated = lint.pack.test_date.has_value() || !expects(rule, [](const RuleTest& t) { return !t.date; });
    if (!dated) lint_found(lint, "no-test-date", rule.place, "tests of " + id + " have no day: add test_date to pack.yaml");
    // Where the data cannot settle it, a test may say so with its reason; a guard keeps what is true to other rules.
    const bool guarded =
        std::any_of(rule.unless.begin(), rule.unless.end(), [](const Condition& c) { return c.unverifiable.empty(); });
    const auto true_or_open = [](const RuleTest& t) {
        return t.verdict == "supported" || (t.verdict == "unverifiable" && t.reason);
    };
    if (rule.expect.name == "=" && !guarded && !expects(rule, true_or_open))
        lint_found(lint, "untested-verdict", rule.place, "no test of " + id + " is supported: add a true sentence");
    if (!expects(rule, [](const RuleTest& t) { return is_miss(t.verdict); }))
        lint_found(lint, "untested-verdict", rule.place, "no test of " + id + " is contradicted: add a false sentence");
    if (!rule.misleading.empty() && !expects(rule, [](const RuleTest& t) { return t.verdict == "misleading"; }))
        lint_found(lint, "untested-misleading", rule.place, "no test of " + id + " is misleading");
    if (!expects(rule, [](const RuleTest& t) { return t.verdict == "silent" || t.verdict == "unverifiable"; }))
        lint_found(lint, "untested-silence", rule.place, "no test of " + id + " says what it must leave alone");
    for (const Condition& slip : rule.slips)
        if (!expects(rule, [&](const RuleTest& t) { return t.cause && slip.cause.find(*t.cause) != std::string::npos; }))
            lint_found(lint, "untested-slip", slip.test.place, "no test expects the cause \"" + slip.cause + "\"");
}

void check_reads(Linting& lint, const Rule& rule) {
    std::set<std::string> read;
    visit_rule(rule, [&](const Expression& e) { read.insert(e.name); });
    const auto spoken = [&](const std::string& name) {
        const std::string braced = "{" + name + "}";
        if (rule.message.find(braced) != std::string::npos) return true;
        for (const auto* conditions : {&rule.unless, &rule.misleading})
            for (const Condition& c : *conditions)
                if (c.say.find(braced) != std::string::npos || c.unverifiable.find(braced) != std::string::npos) return true;
        return false;
    };
    for (const auto& [name, expression] : rule.let)
        if (!read.contains(name) && !spoken(name))
            lint_found(lint, "unused-let", expression.place, "nothing reads the let " + name);
    for (const Companion& companion : rule.with)
        if (!read.contains(companion.name) && !spoken(companion.name))
            lint_found(lint, "unused-companion", rule.place, "nothing reads the companion " + companion.name);
    const bool heard = rule.severity.empty();
    if (heard) lint_found(lint, "never-finding", rule.place, "no verdict of the rule " + rule.id + " is ever a finding");
}

// What a claim pattern asks for, as one text.
std::string pattern_text(const ClaimPattern& pattern) {
    std::string out = pattern.of + "|" + pattern.region + "|";
    for (const ClaimKind kind : pattern.kinds) out += std::string(name_of(kind)) + " ";
    for (const Modality modality : pattern.modalities) out += "~" + std::string(name_of(modality));
    std::vector<std::string> slots;
    for (const SlotPattern& slot : pattern.slots) {
        std::string words = slot.name + "=";
        for (const std::string& allowed : slot.allowed) words += allowed + ",";
        slots.push_back(words);
    }
    std::sort(slots.begin(), slots.end());
    for (const std::string& slot : slots) out += "|" + slot;
    return out;
}

std::string squeezed(const std::string& text) {
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' '; });
    return out;
}

void check_duplicates(Linting& lint) {
    std::set<std::string> seen;
    for (const Rule& rule : lint.pack.rules) {
        std::string key = pattern_text(rule.claim) + "#" + squeezed(rule.expect.source);
        for (const Companion& c : rule.with) key += "#" + c.name + pattern_text(c.pattern) + c.scope + c.take;
        for (const Condition& c : rule.unless) key += "!" + squeezed(c.test.source);
        if (!seen.insert(key).second)
            lint_found(lint, "duplicate-rule", rule.place,
                       "the rule " + rule.id + " looks at the same claims as one above and expects the same");
    }
}

std::vector<const Measure*> measures_wanted(const Linting& lint, const Rule& rule) {
    std::vector<const Measure*> out;
    for (const SlotPattern& slot : rule.claim.slots)
        if (slot.name == "measure")
            for (const Pack& pack : lint.loaded.packs) {
                const bool seen = pack.name == lint.pack.name ||
                                  std::find(lint.pack.uses.begin(), lint.pack.uses.end(), pack.name) != lint.pack.uses.end();
                for (const Measure& measure : pack.vocabulary.measures)
                    if (seen && std::find(slot.allowed.begin(), slot.allowed.end(), measure.id) != slot.allowed.end())
                        out.push_back(&measure);
            }
    return out;
}

void check_reachable(Linting& lint, const Rule& rule) {
    const std::vector<const Measure*> measures = measures_wanted(lint, rule);
    if (measures.empty()) return;
    const auto none = [&](const auto& has) { return std::none_of(measures.begin(), measures.end(), has); };
    const std::string names = measures.front()->id;
    const bool rank = rule.claim.kinds.size() == 1 && rule.claim.kinds.front() == ClaimKind::rank;
    if (none([](const Measure* m) { return !m->cues.empty() || !m->ranks.empty(); }))
        lint_found(lint, "unreachable-rule", rule.place, "the measure " + names + " has no cues: no sentence speaks of it");
    else if (!rule.claim.of.empty() && rank && none([&](const Measure* m) {
                 return std::any_of(m->roles.begin(), m->roles.end(), [&](const Role& r) { return r.name == rule.claim.of; });
             }))
        lint_found(lint, "unreachable-rule", rule.place, "the measure " + names + " has no role " + rule.claim.of + " to rank");
    for (const SlotPattern& slot : rule.claim.slots) {
        const auto role_of = [&](const Measure* m) {
            return std::find_if(m->roles.begin(), m->roles.end(), [&](const Role& r) { return r.name == slot.name; });
        };
        const bool is_role = !none([&](const Measure* m) { return role_of(m) != m->roles.end(); });
        const bool marked = !none([&](const Measure* m) {
            return (role_of(m) != m->roles.end() && !role_of(m)->markers.empty()) ||
                   std::any_of(m->defaults.begin(), m->defaults.end(), [&](const auto& d) { return d.first == slot.name; });
        });
        if (is_role && !marked)
            lint_found(lint, "unreachable-rule", rule.place,
                       "the role " + slot.name + " of " + names + " has no markers: no sentence can fill it");
    }
}

}  // namespace

void lint_rules(Linting& lint) {
    for (const Rule& rule : lint.pack.rules) {
        check_tests(lint, rule);
        check_reads(lint, rule);
        check_reachable(lint, rule);
    }
    check_duplicates(lint);
}

}  // namespace factcheck
