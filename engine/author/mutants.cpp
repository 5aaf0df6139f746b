#include "author/mutants.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace factcheck {
namespace {

// Where an expression stands in a rule, so that the same one can be found in another copy of the pack.
using Reach = std::function<Expression&(Pack&)>;

struct Collecting {
    std::vector<Change>& out;
    std::size_t rule = 0;
};

void add(Collecting& c, std::string kind, const Place& place, std::string what, std::function<void(Pack&)> apply,
         bool words = false) {
    Change change;
    change.mutant = {std::move(kind), place, std::move(what), false};
    change.rule = c.rule;
    change.apply = std::move(apply);
    change.words = words;
    c.out.push_back(std::move(change));
}

// A relation, and what it becomes: the nearest other one, which differs in a case that a test can have.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> relations{{{"=", "!="},
                                                                                  {"!=", "="},
                                                                                  {"<", ">"},
                                                                                  {"<=", ">"},
                                                                                  {">", "<"},
                                                                                  {">=", "<"},
                                                                                  {"in", "before"},
                                                                                  {"before", "in"},
                                                                                  {"during", "before"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> operators{
    {{"+", "-"}, {"-", "+"}, {"*", "/"}, {"/", "*"}, {"and", "or"}, {"or", "and"}}};

template <class Table>
std::string_view other(const Table& table, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == name; });
    return found == table.end() ? std::string_view{} : found->second;
}

void rename(Collecting& c, const char* kind, const Expression& e, std::string_view with, const Reach& reach) {
    if (with.empty()) return;
    add(c, kind, e.place, "\"" + e.source + "\": " + e.name + " becomes " + std::string(with),
        [reach, with](Pack& pack) { reach(pack).name = with; });
}

void collect(Collecting& c, const Expression& e, const Reach& reach) {
    if (e.kind == Expression::Kind::number)
        add(c, "number", e.place, e.source + " becomes " + to_decimal_string(e.number * 2 + 1, 6, Rounding::nearest),
            [reach](Pack& pack) { reach(pack).number = reach(pack).number * 2 + 1; });
    if (e.kind == Expression::Kind::relation && e.name != "is") rename(c, "comparison", e, other(relations, e.name), reach);
    const bool truths = e.kind == Expression::Kind::logic && e.name != "not" && e.args.front().type == Type::truth;
    if (truths || (e.kind == Expression::Kind::arithmetic && e.args.size() == 2))
        rename(c, "operator", e, other(operators, e.name), reach);
    // change(a since b) is change(b since a): arguments of one type change places
    const bool pair = e.kind == Expression::Kind::call && e.args.size() == 2 && e.args[0].type == e.args[1].type &&
                      e.args[0].list == e.args[1].list;
    if (pair)
        add(c, "arguments", e.place, "\"" + e.source + "\": its two arguments change places", [reach](Pack& pack) {
            Expression& call = reach(pack);
            std::swap(call.args[0], call.args[1]);
        });
    for (std::size_t i = 0; i < e.args.size(); ++i)
        collect(c, e.args[i], [reach, i](Pack& pack) -> Expression& { return reach(pack).args[i]; });
}

using Conditions = std::vector<Condition> Rule::*;

void collect_conditions(Collecting& c, const Rule& rule, Conditions member, const char* kind) {
    const std::size_t r = c.rule;
    const std::vector<Condition>& conditions = rule.*member;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        const Condition& condition = conditions[i];
        add(c, kind, condition.test.place, "without the " + std::string(kind) + " \"" + condition.test.source + "\"",
            [r, i, member](Pack& pack) {
                auto& all = pack.rules[r].*member;
                all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
            });
        collect(c, condition.test, [r, i, member](Pack& pack) -> Expression& { return (pack.rules[r].*member)[i].test; });
    }
}

void collect_rule(Collecting& c, const Rule& rule) {
    const std::size_t r = c.rule;
    // `=` of expect is what the rule is: its sides are changed, and the relation where it is another.
    if (rule.expect.name != "=")
        rename(c, "comparison", rule.expect, other(relations, rule.expect.name),
               [r](Pack& pack) -> Expression& { return pack.rules[r].expect; });
    for (std::size_t i = 0; i < rule.expect.args.size(); ++i)
        collect(c, rule.expect.args[i], [r, i](Pack& pack) -> Expression& { return pack.rules[r].expect.args[i]; });
    for (std::size_t i = 0; i < rule.let.size(); ++i)
        collect(c, rule.let[i].second, [r, i](Pack& pack) -> Expression& { return pack.rules[r].let[i].second; });
    collect_conditions(c, rule, &Rule::unless, "guard");
    collect_conditions(c, rule, &Rule::misleading, "guard");
    collect_conditions(c, rule, &Rule::slips, "slip");
}

void collect_words(std::vector<Change>& out, const Pack& pack) {
    Collecting c{out, pack.rules.size()};
    for (std::size_t m = 0; m < pack.vocabulary.measures.size(); ++m) {
        const Measure& measure = pack.vocabulary.measures[m];
        if (!is_judged(pack, measure)) continue;
        for (std::size_t i = 0; i < measure.cues.size(); ++i)
            add(
                c, "cue", i < measure.cue_places.size() ? measure.cue_places[i] : measure.place,
                "without the cue \"" + measure.cues[i] + "\" of " + measure.id,
                [m, i](Pack& changed) {
                    auto& cues = changed.vocabulary.measures[m].cues;
                    cues.erase(cues.begin() + static_cast<std::ptrdiff_t>(i));
                },
                true);
    }
}

void collect_figures(std::vector<Change>& out, const Engine::State& state, const Pack& pack) {
    for (const Series& series : pack.series)
        for (const SeriesExtent& extent : state.loaded.extents) {
            if (extent.pack != pack.name || extent.series != series.id) continue;
            for (const Key& key : extent.keys)
                for (const Period& period : state.loaded.reference->periods(series, key)) {
                    ReportEvidence evidence;
                    evidence.series = series.id;
                    std::string names;
                    for (const std::string& id : key) {
                        evidence.key.emplace_back("", id);
                        names += id + ", ";
                    }
                    evidence.period = ReportPeriod{to_iso(period.first), to_iso(period.last)};
                    Change change;
                    change.mutant = {"figure", series.place, series.id + " for " + names + to_words(period) + " times ten",
                                     false};
                    change.rule = pack.rules.size();
                    change.figure = ChangedFigure{pack.name, series.id, key, period, figure_name(evidence)};
                    out.push_back(std::move(change));
                }
        }
}

}  // namespace

bool is_judged(const Pack& pack, const Measure& measure) {
    return std::any_of(pack.rules.begin(), pack.rules.end(), [&](const Rule& rule) {
        return std::any_of(rule.claim.slots.begin(), rule.claim.slots.end(), [&](const SlotPattern& slot) {
            return slot.name == "measure" &&
                   std::find(slot.allowed.begin(), slot.allowed.end(), measure.id) != slot.allowed.end();
        });
    });
}

std::vector<Change> changes_of(const Engine::State& state, const Pack& pack, const std::string& filter) {
    std::vector<Change> out;
    for (std::size_t r = 0; r < pack.rules.size(); ++r) {
        if (pack.rules[r].full_id().find(filter) == std::string::npos) continue;
        Collecting c{out, r};
        collect_rule(c, pack.rules[r]);
    }
    if (!filter.empty()) return out;
    collect_words(out, pack);
    collect_figures(out, state, pack);
    return out;
}

std::string figure_name(const ReportEvidence& evidence) {
    std::string out = evidence.series;
    for (const auto& [dimension, id] : evidence.key) out += "|" + id;
    if (evidence.period) out += "|" + evidence.period->start + "/" + evidence.period->end;
    return out;
}

// Ten times as much where the figure stands, with the digits that were printed.
Rows ChangingReference::changed(const Rows& rows, const Series& series, const Period& period) const {
    const bool may_be = changed_ && changed_->series == series.id && changed_->pack == series.pack &&
                        same_days(changed_->period, period) &&
                        std::any_of(rows.begin(), rows.end(), [&](const Observation& row) { return row.key == changed_->key; });
    if (!may_be) return rows;
    std::vector<Observation> out(rows.begin(), rows.end());
    for (Observation& row : out)
        if (row.key == changed_->key) row.unit_mult += 1;
    return Rows(std::move(out));
}

Rows ChangingReference::rows(const Series& series, const Key& key, const Period& period) const {
    return changed(from_->rows(series, key, period), series, period);
}

Rows ChangingReference::slice(const Series& series, const Key& key, std::size_t dimension, const Period& period) const {
    return changed(from_->slice(series, key, dimension, period), series, period);
}

}  // namespace factcheck
