// `factcheck test`: the tests that stand beside each rule, run through the whole engine.
#pragma once

#include "factcheck.hpp"
#include "model/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace factcheck {

struct FailedTest {
    Place place;
    std::string rule;
    std::string text;
    std::string expected;  // "contradicted, suggestion "$5.4 billion""
    std::string got;
    std::string message;  // of what was got
};

struct TestRun {
    std::vector<FailedTest> failed;   // by pack, rule and place
    std::vector<FailedTest> not_yet;  // marked `todo` and failing, as is expected of them
    std::vector<FailedTest> done;     // marked `todo` and passing
    std::size_t passed = 0;
    std::size_t rules = 0;     // that the filter lets through
    std::size_t untested = 0;  // of these, without any test
    std::size_t packs = 0;

    [[nodiscard]] std::size_t tests() const { return passed + failed.size() + not_yet.size() + done.size(); }
};

// The tests of the packs at or below the folders (packs that those use are loaded but not tested), of rules whose pack/id holds
// `filter`.
[[nodiscard]] TestRun run_rule_tests(const Engine& engine, const std::vector<std::string>& folders, const std::string& filter);

// `brief`: failures only.
[[nodiscard]] std::string render_tests(const TestRun& run, bool brief);

}  // namespace factcheck
