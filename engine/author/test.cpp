#include "author/test.hpp"

#include "author/lint.hpp"
#include "check.hpp"
#include "render/render.hpp"
#include "render/summary.hpp"
#include "rules/parallel.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace factcheck {
namespace {

// Worst first, as a document is judged: what a text holds beside the claim that is meant must not hide in it.
constexpr std::array worst_first{Verdict::contradicted, Verdict::misleading, Verdict::outdated,
                                 Verdict::imprecise,    Verdict::supported,  Verdict::unverifiable};

Document document_of(const RuleTest& test, const Pack& pack) {
    Document document;
    document.path = test.place.file;
    const auto date = test.date ? test.date : pack.test_date;
    if (date) document.date = to_iso(*date);
    document.bytes = test.title.empty() ? test.text : "# " + test.title + "\n\n" + test.text + "\n";
    if (!test.file.empty()) {
        document.path = test.file;  // its ending chooses the format
        return document;
    }
    document.input_format = test.title.empty() ? "text" : "markdown";
    return document;
}

// What the rule says of the text: the claims of its worst verdict.
std::vector<ReportClaim> worst_claims(ReportDocument document, const std::string& rule) {
    std::vector<ReportClaim>& claims = document.claims;
    std::erase_if(claims, [&](const ReportClaim& claim) { return claim.rule != rule; });
    for (const Verdict verdict : worst_first) {
        const auto is = [&](const ReportClaim& claim) { return claim.verdict == verdict; };
        if (std::none_of(claims.begin(), claims.end(), is)) continue;
        std::erase_if(claims, [&](const ReportClaim& claim) { return !is(claim); });
        break;
    }
    return claims;
}

bool evidence_holds(const ReportClaim& claim, const std::string& words) {
    return std::any_of(claim.evidence.begin(), claim.evidence.end(), [&](const ReportEvidence& evidence) {
        const std::string line = evidence.words + " " + evidence.value + " " + evidence.claimant + " " + evidence.source + " " +
                                 evidence.published + " " + evidence.note;
        return line.find(words) != std::string::npos;
    });
}

bool is_as_expected(const ReportClaim& claim, const RuleTest& test) {
    return name_of(claim.verdict) == test.verdict && (!test.suggestion || claim.suggestion == *test.suggestion) &&
           (!test.cause || claim.cause.find(*test.cause) != std::string::npos) &&
           (!test.evidence || evidence_holds(claim, *test.evidence)) && (!test.reason || name_of(claim.reason) == *test.reason);
}

bool holds(const std::vector<ReportClaim>& claims, const RuleTest& test) {
    if (test.verdict == "silent") return claims.empty();
    return std::any_of(claims.begin(), claims.end(), [&](const ReportClaim& claim) { return is_as_expected(claim, test); });
}

void add(std::string& out, std::string_view name, std::string_view words) {
    out += ", " + std::string(name) + " \"" + std::string(words) + "\"";
}

std::string expectation(const RuleTest& test) {
    std::string out = test.verdict;
    if (test.suggestion) add(out, "suggestion", *test.suggestion);
    if (test.cause) add(out, "cause", *test.cause);
    if (test.evidence) add(out, "evidence", *test.evidence);
    if (test.reason) add(out, "reason", *test.reason);
    return out;
}

// Of the claim, what the test asks about.
std::string outcome(const ReportClaim& claim, const RuleTest& test) {
    std::string out(name_of(claim.verdict));
    if (test.suggestion || !claim.suggestion.empty()) add(out, "suggestion", claim.suggestion);
    if (test.cause || !claim.cause.empty()) add(out, "cause", claim.cause);
    if (claim.reason != Reason::none) add(out, "reason", name_of(claim.reason));
    if (test.evidence)
        for (const ReportEvidence& evidence : claim.evidence)
            add(out, "evidence", evidence.words.empty() ? evidence.value : evidence.words);
    return out;
}

TestResult described(const Rule& rule, const RuleTest& test, const std::vector<ReportClaim>& claims) {
    TestResult out;
    out.place = test.place;
    out.rule = rule.full_id();
    out.text = test.file.empty() ? test.text : test.file;
    out.expected = expectation(test);
    out.got = out.verdict = "silent";
    const bool pass = holds(claims, test);
    using Status = TestResult::Status;
    out.status = test.todo ? (pass ? Status::done : Status::not_yet) : pass ? Status::passed : Status::failed;
    if (claims.empty() || pass) return out;
    const ReportClaim& claim = claims.front();
    out.got = outcome(claim, test);
    out.message = claim.message;
    out.verdict = name_of(claim.verdict);
    out.suggestion = claim.suggestion;
    out.cause = claim.cause;
    if (claim.reason != Reason::none) out.reason = name_of(claim.reason);
    return out;
}

struct Case {
    const Pack* pack;
    const Rule* rule;
    const RuleTest* test;
};

std::string where(const TestResult& test) {
    return visible(test.place.file) + ":" + std::to_string(test.place.line) + ":" + std::to_string(test.place.column) + ": ";
}

void add_failure(std::string& out, const TestResult& test) {
    out += where(test) + "failed: \"" + visible(test.text) + "\"  [" + visible(test.rule) + "]\n";
    out += "  expected: " + visible(test.expected) + "\n";
    out += "  got:      " + visible(test.got) + "\n";
    if (!test.message.empty()) out += "            " + visible(test.message) + "\n";
    out += '\n';
}

std::string counts(const TestRun& run) {
    using Status = TestResult::Status;
    std::string out = counted(run.tests(), "test") + " of " + counted(run.rules, "rule") + " in " + counted(run.packs, "pack") +
                      ": " + std::to_string(run.count(Status::passed)) + " passed, " + std::to_string(run.count(Status::failed)) +
                      " failed";
    if (const auto todo = run.count(Status::not_yet) + run.count(Status::done); todo > 0)
        out += ", " + std::to_string(todo) + " todo";
    if (run.untested > 0) out += "; " + counted(run.untested, "rule") + " without a test";
    return out + "\n";
}

}  // namespace

std::size_t TestRun::count(TestResult::Status status) const {
    return static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(), [&](const TestResult& r) { return r.status == status; }));
}

std::vector<ReportClaim> outcome_of(const Engine& engine, const Pack& pack, const Rule& rule, const RuleTest& test) {
    return worst_claims(engine.check(document_of(test, pack)), rule.full_id());
}

bool passes(const Engine& engine, const Pack& pack, const Rule& rule, const RuleTest& test) {
    return holds(outcome_of(engine, pack, rule, test), test);
}

TestRun run_rule_tests(const Engine& engine, const std::vector<std::string>& folders, const std::string& filter) {
    TestRun run;
    std::vector<Case> cases;
    for (const Pack& pack : engine.state().loaded.packs) {
        if (!is_at_or_below(pack.folder, folders)) continue;
        const auto before = run.rules;
        for (const Rule& rule : pack.rules) {
            if (rule.full_id().find(filter) == std::string::npos) continue;
            ++run.rules;
            if (rule.tests.empty()) ++run.untested;
            for (const RuleTest& test : rule.tests) cases.push_back({&pack, &rule, &test});
        }
        if (run.rules > before || filter.empty()) ++run.packs;
    }
    run.results.resize(cases.size());
    constexpr std::size_t few = 64;
    const auto run_case = [&](std::size_t i) {
        const Case& c = cases[i];
        const std::string id = c.rule->full_id();
        run.results[i] = described(*c.rule, *c.test, worst_claims(engine.check(document_of(*c.test, *c.pack)), id));
    };
    in_parallel(cases.size(), run_case, few);
    return run;
}

std::string render_tests(const TestRun& run, bool brief) {
    using Status = TestResult::Status;
    std::string out;
    for (const TestResult& test : run.results)
        if (test.status == Status::failed) add_failure(out, test);
    if (brief) return out;
    for (const TestResult& test : run.results)
        if (test.status == Status::not_yet)
            out += where(test) + "todo, still: " + visible(test.got) + "  [" + visible(test.rule) + "]\n";
    for (const TestResult& test : run.results)
        if (test.status == Status::done)
            out += where(test) + "todo, but passes: take the todo away  [" + visible(test.rule) + "]\n";
    return out + counts(run);
}

}  // namespace factcheck
