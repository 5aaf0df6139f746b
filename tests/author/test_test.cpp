#include "author/test.hpp"
#include "tests/support/folder.hpp"

#include <doctest/doctest.h>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

constexpr const char* manifest =
    "schema: 1\nname: days\nversion: 1.0.0\nabout: Weekdays.\ntest_date: 2025-08-04\nrules: [rules.yaml]\n";
const std::string rule_without_tests =
    "    about: A weekday and a date that are written together must be the same day.\n"
    "    severity: error\n"
    "    claim: {kind: date, weekday: any, date: day}\n"
    "    expect: weekday = weekday(date)\n"
    "    suggest: {weekday: weekday(date)}\n";

// A pack of one rule with these tests, run.
TestRun run(const Folder& folder, const std::string& tests, const std::string& filter = "") {
    folder.write("days/pack.yaml", manifest);
    folder.write("days/rules.yaml", "rules:\n  - id: weekday\n" + rule_without_tests + "    tests:\n" + tests);
    const std::vector<std::string> folders{folder.path.string()};
    const Loaded loaded = load(folders);
    for (const Diagnostic& diagnostic : loaded.diagnostics) MESSAGE(to_string(diagnostic));
    REQUIRE(loaded.engine);
    return run_rule_tests(*loaded.engine, folders, filter);
}

bool passes(const std::string& test) {
    const Folder folder;
    const TestRun result = run(folder, "      - " + test + "\n");
    CHECK(result.tests() == 1);
    return result.passed == 1;
}

}  // namespace

TEST_CASE("a test passes when the rule says what it expects") {
    CHECK(passes(R"({text: "They met on Monday, 4 August 2025.", verdict: supported})"));
    CHECK(passes(R"({text: "They met on Tuesday, 4 August 2025.", verdict: contradicted})"));
    CHECK(passes(R"({text: "They met on Tuesday, 4 August 2025.", verdict: contradicted, suggestion: "Monday, 4 August 2025"})"));
    CHECK(passes(R"({text: "They met for 4 hours.", verdict: silent})"));
    CHECK(!passes(R"({text: "They met on Monday, 4 August 2025.", verdict: contradicted})"));
    CHECK(!passes(R"({text: "They met on Monday, 4 August 2025.", verdict: silent})"));
    CHECK(!passes(R"({text: "They met for 4 hours.", verdict: supported})"));
    CHECK(
        !passes(R"({text: "They met on Tuesday, 4 August 2025.", verdict: contradicted, suggestion: "Friday, 4 August 2025"})"));
    CHECK(!passes(R"({text: "They met on Tuesday, 4 August 2025.", verdict: contradicted, cause: "a misprint"})"));
    CHECK(!passes(R"({text: "They met on Tuesday, 4 August 2025.", verdict: contradicted, evidence: "a bulletin"})"));
}

TEST_CASE("the worst claim counts: a false one does not hide behind a true one") {
    const std::string both = "They met on Monday, 4 August 2025, and again on Monday, 5 August 2025.";
    CHECK(passes("{text: \"" + both + "\", verdict: contradicted}"));
    CHECK(!passes("{text: \"" + both + "\", verdict: supported}"));
}

TEST_CASE("the pack's test date stands in for a missing one, and a title is a headline") {
    CHECK(passes(R"({text: "They met on Tuesday, 4 August.", verdict: contradicted})"));
    CHECK(passes(R"({text: "They met on Tuesday, 4 August.", date: 2026-08-04, verdict: supported})"));
    CHECK(passes(R"({title: "Talks on Tuesday, 4 August", text: "They met.", verdict: contradicted})"));
}

TEST_CASE("todo: a failure is expected, a success is said") {
    const Folder folder;
    const TestRun result = run(folder,
                               "      - {text: \"They met on Monday, 4 August 2025.\", verdict: contradicted, todo: true}\n"
                               "      - {text: \"They met on Monday, 4 August 2025.\", verdict: supported, todo: true}\n");
    CHECK(result.failed.empty());
    CHECK(result.not_yet.size() == 1);
    CHECK(result.done.size() == 1);
    const std::string file = (folder.path / "days/rules.yaml").string();
    CHECK(render_tests(result, false) == file + ":9:9: todo, still: supported  [days/weekday]\n" + file +
                                             ":10:9: todo, but passes: take the todo away  [days/weekday]\n"
                                             "2 tests of 1 rule in 1 pack: 0 passed, 0 failed, 2 todo\n");
    CHECK(render_tests(result, true).empty());
}

TEST_CASE("a failure says where, what was expected and what came") {
    const Folder folder;
    const TestRun result = run(folder, "      - {text: \"They met on Tuesday, 4 August 2025.\", verdict: supported}\n");
    REQUIRE(result.failed.size() == 1);
    const std::string said = render_tests(result, false);
    CHECK(said.starts_with((folder.path / "days/rules.yaml").string() +
                           ":9:9: failed: \"They met on Tuesday, 4 August 2025.\"  [days/weekday]\n"
                           "  expected: supported\n"
                           "  got:      contradicted, suggestion \"Monday, 4 August 2025\"\n"));
    CHECK(said.ends_with("\n1 test of 1 rule in 1 pack: 0 passed, 1 failed\n"));
}

TEST_CASE("the filter is part of pack/id, and only packs below the folders are tested") {
    const Folder folder;
    const std::string test = "      - {text: \"They met on Monday, 4 August 2025.\", verdict: supported}\n";
    CHECK(run(folder, test, "days/week").tests() == 1);
    CHECK(run(folder, test, "toll").tests() == 0);

    folder.write("other/pack.yaml",
                 "schema: 1\nname: other\nversion: 1.0.0\nabout: Uses days.\nuses: [days]\nrules: [rules.yaml]\n");
    folder.write("other/rules.yaml", "rules:\n  - id: weekday\n" + rule_without_tests);
    const std::string other = (folder.path / "other").string();
    const Loaded loaded = load({other});
    REQUIRE(loaded.engine);
    const TestRun result = run_rule_tests(*loaded.engine, {other + "/"}, "");
    CHECK(result.packs == 1);
    CHECK(result.rules == 1);
    CHECK(result.untested == 1);
    CHECK(result.tests() == 0);
}
