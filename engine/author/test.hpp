// `factcheck test`: the tests that stand beside each rule, run through the whole engine.
#pragma once

#include "factcheck.hpp"
#include "model/diagnostic.hpp"
#include "model/rule.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace factcheck {

struct TestResult {
    enum class Status : std::uint8_t { passed, failed, not_yet, done };  // not_yet, done: marked todo, and failing or passing
    Status status = Status::passed;
    Place place;
    std::string rule;
    std::string text;
    std::string expected;  // "contradicted, suggestion "$5.4 billion""
    std::string got;
    std::string message;                             // of what was got
    std::string verdict, suggestion, cause, reason;  // of what was got
};

struct TestRun {
    std::vector<TestResult> results;  // by pack, rule and place
    std::size_t rules = 0;            // that the filter lets through
    std::size_t untested = 0;         // of these, without any test
    std::size_t packs = 0;

    [[nodiscard]] std::size_t tests() const { return results.size(); }
    [[nodiscard]] std::size_t count(TestResult::Status status) const;
};

// The tests of the packs at or below the folders (packs that those use are loaded but not tested), of rules whose pack/id holds
// `filter`.
[[nodiscard]] TestRun run_rule_tests(const Engine& engine, const std::vector<std::string>& folders, const std::string& filter);

// What the rule says of the test's text: the claims of its worst verdict.
[[nodiscard]] std::vector<ReportClaim> outcome_of(const Engine& engine, const Pack& pack, const Rule& rule, const RuleTest& test);
// Whether the rule says of the text what the test expects; the engine holds the pack.
[[nodiscard]] bool passes(const Engine& engine, const Pack& pack, const Rule& rule, const RuleTest& test);

// `brief`: failures only.
[[nodiscard]] std::string render_tests(const TestRun& run, bool brief);
// The run as JUnit XML: one suite a rule, one case a test; todo tests are skipped cases.
[[nodiscard]] std::string render_junit(const TestRun& run);

// Writes what came out into the tests that failed, where they name it: verdict, suggestion, cause, reason. What they leave open
// stays open, and comments stay where they are.
struct Updated {
    std::size_t tests = 0;
    std::vector<std::string> left;  // tests that must be changed by hand, and files that could not be written
};
[[nodiscard]] Updated update_tests(const TestRun& run);

}  // namespace factcheck
