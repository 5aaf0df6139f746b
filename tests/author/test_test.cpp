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
    return result.count(TestResult::Status::passed) == 1;
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
    CHECK(result.count(TestResult::Status::failed) == 0);
    CHECK(result.count(TestResult::Status::not_yet) == 1);
    CHECK(result.count(TestResult::Status::done) == 1);
    const std::string file = (folder.path / "days/rules.yaml").string();
    CHECK(render_tests(result, false) == file + ":9:9: todo, still: supported  [days/weekday]\n" + file +
                                             ":10:9: todo, but passes: take the todo away  [days/weekday]\n"
                                             "2 tests of 1 rule in 1 pack: 0 passed, 0 failed, 2 todo\n");
    CHECK(render_tests(result, true).empty());
}

TEST_CASE("a failure says where, what was expected and what came") {
    const Folder folder;
    const TestRun result = run(folder, "      - {text: \"They met on Tuesday, 4 August 2025.\", verdict: supported}\n");
    REQUIRE(result.count(TestResult::Status::failed) == 1);
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

TEST_CASE("cases stand in files of their own, and their texts in files of the pack") {
    const Folder folder;
    folder.write("days/pack.yaml", std::string(manifest) + "tests: [cases.yaml]\n");
    folder.write("days/rules.yaml", "rules:\n  - id: weekday\n" + rule_without_tests);
    folder.write("days/talks.md", "---\ndate: 2025-08-04\n---\n# Talks\n\nThey met on Tuesday, 4 August 2025.\n");
    folder.write("days/cases.yaml",
                 "tests:\n  - {rule: weekday, file: talks.md, verdict: contradicted}\n"
                 "  - {rule: weekday, text: \"They met on Monday, 4 August 2025.\", verdict: supported}\n");
    const Loaded loaded = load({folder.path.string()});
    for (const Diagnostic& diagnostic : loaded.diagnostics) MESSAGE(to_string(diagnostic));
    REQUIRE(loaded.engine);
    const TestRun result = run_rule_tests(*loaded.engine, {folder.path.string()}, "");
    CHECK(result.tests() == 2);
    CHECK(result.count(TestResult::Status::passed) == 2);
}

TEST_CASE("a run as JUnit: failures with what came, todo as skipped, hostile text escaped") {
    const Folder folder;
    const TestRun result = run(folder,
                               "      - {text: \"They met on <Tuesday>, 4 August 2025 & left.\", verdict: silent}\n"
                               "      - {text: \"They met on Monday, 4 August 2025.\", verdict: contradicted, todo: true}\n");
    const std::string xml = render_junit(result);
    CHECK(xml.find("<testsuite name=\"days/weekday\" tests=\"2\"") != std::string::npos);
    CHECK(xml.find("&lt;Tuesday&gt;") != std::string::npos);
    CHECK(xml.find("<skipped message=\"todo, still: supported\"/>") != std::string::npos);
    CHECK(xml.find("<Tuesday>") == std::string::npos);
}

TEST_CASE("an update writes what came out where the test names it, and leaves the rest as it stands") {
    const Folder folder;
    const TestRun result =
        run(folder,
            "      # The meeting of the spring.\n"
            "      - {text: \"They met on Tuesday, 4 August 2025.\", verdict: supported}  # changed\n"
            "      - {text: \"They met on Tuesday, 4 August 2025.\", verdict: contradicted, suggestion: 'Friday'}\n"
            "      - {text: \"They met for 4 hours.\", verdict: contradicted, suggestion: \"Friday\"}\n");
    const Updated updated = update_tests(result);
    CHECK(updated.tests == 2);
    CHECK(updated.left.size() == 1);
    const std::string rules = bytes_of(folder.path / "days/rules.yaml");
    CHECK(rules.find("      # The meeting of the spring.\n"
                     "      - {text: \"They met on Tuesday, 4 August 2025.\", verdict: contradicted}  # changed\n"
                     "      - {text: \"They met on Tuesday, 4 August 2025.\", verdict: contradicted, suggestion: \"Monday, 4 "
                     "August 2025\"}\n"
                     "      - {text: \"They met for 4 hours.\", verdict: contradicted, suggestion: \"Friday\"}\n") !=
          std::string::npos);
}

TEST_CASE("a thousand tests on all processors") {
    const Folder folder;
    std::string tests;
    for (int i = 0; i < 1000; ++i) tests += "      - {text: \"They met on Monday, 4 August 2025.\", verdict: supported}\n";
    folder.write("days/pack.yaml", manifest);
    folder.write("days/rules.yaml", "rules:\n  - id: weekday\n" + rule_without_tests + "    tests:\n" + tests);
    const Loaded loaded = load({folder.path.string()});
    REQUIRE(loaded.engine);
    CHECK(run_rule_tests(*loaded.engine, {folder.path.string()}, "").count(TestResult::Status::passed) == 1000);
}
