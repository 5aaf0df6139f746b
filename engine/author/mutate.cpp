#include "author/mutate.hpp"

#include "author/lint.hpp"
#include "author/mutants.hpp"
#include "author/test.hpp"
#include "render/render.hpp"
#include "render/summary.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <future>
#include <set>
#include <thread>

namespace factcheck {
namespace {

// Packs that may be changed, with the engine over them.
struct Bench {
    std::shared_ptr<Engine::State> state;
    std::shared_ptr<ChangingReference> reference;
    std::optional<Engine> engine;

    [[nodiscard]] Pack& pack(const std::string& name) const {
        auto& packs = state->loaded.packs;
        return *std::find_if(packs.begin(), packs.end(), [&](const Pack& p) { return p.name == name; });
    }
};

// Names point into the packs, which stay where they are.
Bench bench_of(const std::vector<std::string>& loads) {
    LoadedPacks packs = load_packs({loads.begin(), loads.end()}, false);
    Bench out;
    out.reference = std::make_shared<ChangingReference>(packs.reference);
    packs.reference = out.reference;
    Names names = names_of(packs.packs);
    Terms terms(packs.packs);
    auto statistics = statistics::make_index(packs.packs);
    out.state = std::make_shared<Engine::State>(
        Engine::State{std::move(packs), std::move(names), std::move(terms), std::move(statistics)});
    out.state->names = names_of(out.state->loaded.packs);
    out.engine.emplace(out.state);
    return out;
}

// The tests of one rule, the todo ones left out; whether any of them notices.
bool noticed_by(const Bench& bench, const Pack& pack, std::size_t rule) {
    const Rule& tested = pack.rules[rule];
    return std::any_of(tested.tests.begin(), tested.tests.end(),
                       [&](const RuleTest& test) { return !test.todo && !passes(*bench.engine, pack, tested, test); });
}

bool noticed(const Bench& bench, const Pack& pack, std::size_t first) {
    if (first < pack.rules.size() && noticed_by(bench, pack, first)) return true;
    for (std::size_t rule = 0; rule < pack.rules.size(); ++rule)
        if (rule != first && noticed_by(bench, pack, rule)) return true;
    return false;
}

// Rules whose tests cite a figure as evidence, by the figure.
using Readers = std::map<std::string, std::set<std::size_t>>;

Readers readers_of(const Bench& bench, const Pack& pack) {
    Readers out;
    for (std::size_t rule = 0; rule < pack.rules.size(); ++rule)
        for (const RuleTest& test : pack.rules[rule].tests)
            for (const ReportClaim& claim : outcome_of(*bench.engine, pack, pack.rules[rule], test))
                for (const ReportEvidence& evidence : claim.evidence) out[figure_name(evidence)].insert(rule);
    return out;
}

bool killed(const Bench& bench, const std::string& name, const Change& change, const std::set<std::size_t>& readers) {
    Pack& pack = bench.pack(name);
    if (change.figure) {
        bench.reference->change(change.figure);
        const bool out = std::any_of(readers.begin(), readers.end(), [&](std::size_t r) { return noticed_by(bench, pack, r); });
        bench.reference->change(std::nullopt);
        return out;
    }
    if (change.words) {
        const Vocabulary kept = pack.vocabulary;
        change.apply(pack);
        bench.state->names = names_of(bench.state->loaded.packs);
        bench.state->terms = Terms(bench.state->loaded.packs);
        const bool out = noticed(bench, pack, pack.rules.size());
        pack.vocabulary = kept;
        bench.state->names = names_of(bench.state->loaded.packs);
        bench.state->terms = Terms(bench.state->loaded.packs);
        return out;
    }
    const Rule kept = pack.rules[change.rule];
    change.apply(pack);
    const bool out = noticed(bench, pack, change.rule);
    pack.rules[change.rule] = kept;
    return out;
}

struct Plan {
    std::string pack;
    std::vector<Change> changes;
    std::vector<std::set<std::size_t>> readers;  // of each change of a figure
    MutationScore score;
};

Plan plan_of(const Bench& bench, const Pack& pack, const std::string& filter) {
    Plan plan;
    plan.pack = plan.score.pack = pack.name;
    const Readers readers = readers_of(bench, pack);
    for (const Measure& measure : pack.vocabulary.measures)
        if (!is_judged(pack, measure)) plan.score.cues_unjudged += measure.cues.size();
    for (Change& change : changes_of(*bench.state, pack, filter)) {
        std::set<std::size_t> looking;
        if (change.figure) {
            ++plan.score.figures;
            const auto found = readers.find(change.figure->name);
            if (found == readers.end()) {
                ++plan.score.figures_unseen;
                continue;
            }
            looking = found->second;
        }
        plan.changes.push_back(std::move(change));
        plan.readers.push_back(std::move(looking));
    }
    return plan;
}

void run_plan(Plan& plan, const std::vector<Bench>& benches) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&](const Bench& bench) {
        for (std::size_t i = next++; i < plan.changes.size(); i = next++)
            plan.changes[i].mutant.killed = killed(bench, plan.pack, plan.changes[i], plan.readers[i]);
    };
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < benches.size(); ++i)
        others.push_back(std::async(std::launch::async, [&, i] { work(benches[i]); }));
    work(benches.front());
    for (std::future<void>& other : others) other.get();
    for (Change& change : plan.changes) plan.score.mutants.push_back(std::move(change.mutant));
    std::stable_sort(plan.score.mutants.begin(), plan.score.mutants.end(),
                     [](const Mutant& a, const Mutant& b) { return a.place < b.place; });
}

std::string percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? "no mutants" : std::to_string(part * 100 / whole) + " %";
}

}  // namespace

std::size_t MutationScore::killed() const {
    return static_cast<std::size_t>(std::count_if(mutants.begin(), mutants.end(), [](const Mutant& m) { return m.killed; }));
}

MutationRun mutate_packs(const std::vector<std::string>& loads, const std::vector<std::string>& folders,
                         const std::string& filter) {
    MutationRun out;
    std::vector<Bench> benches;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) benches.push_back(bench_of(loads));
    const Bench& first = benches.front();
    for (const Pack& pack : first.state->loaded.packs) {
        if (!is_at_or_below(pack.folder, folders) || pack.rules.empty()) continue;
        for (std::size_t rule = 0; rule < pack.rules.size(); ++rule)
            if (noticed_by(first, pack, rule))
                out.errors.push_back("tests of " + pack.rules[rule].full_id() +
                                     " fail before anything is changed: run factcheck test");
        if (!out.errors.empty()) continue;
        Plan plan = plan_of(first, pack, filter);
        run_plan(plan, benches);
        out.packs.push_back(std::move(plan.score));
    }
    return out;
}

std::string render_mutants(const MutationRun& run, bool brief) {
    std::string out;
    for (const MutationScore& score : run.packs) {
        if (!brief)
            for (const Mutant& mutant : score.mutants)
                if (!mutant.killed)
                    out += visible(mutant.place.file) + ":" + std::to_string(mutant.place.line) + ":" +
                           std::to_string(mutant.place.column) + ": lives: " + visible(mutant.what) + "  [" + mutant.kind + "]\n";
        out += visible(score.pack) + ": " + std::to_string(score.killed()) + " of " + counted(score.mutants.size(), "mutant") +
               " killed, " + percent(score.killed(), score.mutants.size());
        if (score.figures_unseen > 0)
            out += "; no test cites " + std::to_string(score.figures_unseen) + " of " + counted(score.figures, "figure");
        if (score.cues_unjudged > 0) out += "; no rule judges " + counted(score.cues_unjudged, "cue");
        out += "\n";
    }
    return out;
}

std::string render_mutants_json(const MutationRun& run) {
    using Json = nlohmann::ordered_json;
    Json packs = Json::array();
    for (const MutationScore& score : run.packs) {
        Json lives = Json::array();
        for (const Mutant& m : score.mutants)
            if (!m.killed)
                lives.push_back({{"kind", m.kind},
                                 {"file", m.place.file},
                                 {"line", m.place.line},
                                 {"column", m.place.column},
                                 {"what", m.what}});
        packs.push_back({{"pack", score.pack},
                         {"mutants", score.mutants.size()},
                         {"killed", score.killed()},
                         {"figures", score.figures},
                         {"figures_unseen", score.figures_unseen},
                         {"cues_unjudged", score.cues_unjudged},
                         {"lives", std::move(lives)}});
    }
    Json root = {{"schema", 1}, {"packs", std::move(packs)}};
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace factcheck
