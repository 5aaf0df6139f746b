#include "author/lint.hpp"
#include "author/faults.hpp"
#include "check.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/source.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

// A pack that lint has nothing to say about.
void write_good(const Folder& folder) {
    folder.write("zenda/pack.yaml",
                 "schema: 1\nname: zenda\nversion: 1.0.0\nabout: What Zenda sells.\ntest_date: 2025-08-04\n"
                 "data: datapackage.json\nvocabulary: [words.yaml]\nrules: [rules.yaml]\n");
    folder.write(
        "zenda/words.yaml",
        "measures:\n"
        "  sales: {label: sales, cues: [cheese sales, cheese sold], unit: EUR, series: sales}\n"
        "  herd: {label: the herd, cues: [herd of goats], unit: \"1\", series: herd}\n"
        "entities:\n"
        "  XZ: {type: country, name: Zenda}\n"
        "series:\n"
        "  sales: {label: sales, measure: sales, unit: EUR, frequency: A, sources: [Office], licence: CC0, stale_after: P1Y}\n"
        "  herd: {label: the herd, measure: herd, unit: \"1\", sources: [Office], licence: CC0, stale_after: P1Y}\n");
    folder.write("zenda/rules.yaml",
                 "rules:\n"
                 "  - id: sales\n"
                 "    about: What was sold.\n"
                 "    claim: {kind: level, measure: sales, value: money}\n"
                 "    expect: value = sales[period]\n"
                 "    tests:\n"
                 "      - {text: \"Cheese sales came to 5 million euros in 2024.\", verdict: supported}\n"
                 "      - {text: \"Cheese sales came to 7 million euros in 2024.\", verdict: contradicted}\n"
                 "      - {text: \"The cheese was good.\", verdict: silent}\n"
                 "  - id: herd\n"
                 "    about: How many goats there are.\n"
                 "    claim: {kind: [level, count], measure: herd, value: any}\n"
                 "    let:\n"
                 "      goats: herd[period]\n"
                 "    expect: value = goats\n"
                 "    tests:\n"
                 "      - {text: \"The herd of goats numbered 500 in 2024.\", verdict: supported}\n"
                 "      - {text: \"The herd of goats numbered 700 in 2024.\", verdict: contradicted}\n"
                 "      - {text: \"The herd of goats slept.\", verdict: silent}\n");
    folder.write("zenda/datapackage.json",
                 R"({"name": "zenda", "resources": [{"name": "f", "path": "f.csv", "table": "observations", "schema": {"fields": [
                     {"name": "series", "type": "string"}, {"name": "time_period", "type": "string"}, {"name": "obs_value", "type": "number"},
                     {"name": "published", "type": "string"}, {"name": "source", "type": "string"}]}}]})");
    folder.write(
        "zenda/f.csv",
        "series,time_period,obs_value,published,source\nsales,2023,4000000,2024-01,Office\nsales,2024,5000000,2025-01,Office\n"
        "herd,2024,500,2025-01,Office\n");
}

Diagnostics lint(const Folder& folder) {
    const std::vector<std::string> folders{folder.path.string()};
    const Loaded loaded = load(folders, false);
    for (const Diagnostic& diagnostic : loaded.diagnostics) MESSAGE(to_string(diagnostic));
    REQUIRE(loaded.engine);
    return lint_packs(loaded.engine->state().loaded, folders);
}

void replace(const Folder& folder, const std::string& file, const std::string& old, const std::string& with) {
    std::string bytes = bytes_of(folder.path / file);
    const std::size_t at = bytes.find(old);
    REQUIRE(at != std::string::npos);
    folder.write(file, bytes.replace(at, old.size(), with));
}

struct Row {
    std::string code;
    std::string file;
    std::string old, with;
    std::string place;  // line:column
};

// Each fault of lint, and where it must be found.
const std::vector<Row>& rows() {
    static const std::vector<Row> all{
        {"no-tests", "rules.yaml",
         "    tests:\n      - {text: \"The herd of goats numbered 500 in 2024.\", verdict: supported}\n"
         "      - {text: \"The herd of goats numbered 700 in 2024.\", verdict: contradicted}\n"
         "      - {text: \"The herd of goats slept.\", verdict: silent}\n",
         "", "10:5"},
        {"untested-verdict", "rules.yaml", "5 million euros in 2024.\", verdict: supported",
         "6 million euros in 2024.\", verdict: contradicted", "2:5"},
        {"untested-verdict", "rules.yaml", "      - {text: \"The herd of goats numbered 700 in 2024.\", verdict: contradicted}\n",
         "", "10:5"},
        {"untested-silence", "rules.yaml", "      - {text: \"The cheese was good.\", verdict: silent}\n", "", "2:5"},
        {"untested-slip", "rules.yaml", "    expect: value = sales[period]\n",
         "    expect: value = sales[period]\n    slips:\n      - if: value = sales[prior(period)]\n        cause: the year "
         "before\n",
         "7:13"},
        {"untested-misleading", "rules.yaml", "    expect: value = sales[period]\n",
         "    expect: value = sales[period]\n    misleading:\n      - if: value = sales[prior(period)]\n        say: old\n",
         "2:5"},
        {"no-test-date", "pack.yaml", "test_date: 2025-08-04\n", "", "2:5"},
        {"unused-let", "rules.yaml", "    expect: value = sales[period]\n",
         "    let: {former: \"sales[prior(period)]\"}\n    expect: value = sales[period]\n", "5:20"},
        {"unused-companion", "rules.yaml", "    expect: value = sales[period]\n",
         "    with: {others: {kind: level, same: [unit]}}\n    expect: value = sales[period]\n", "2:5"},
        {"never-finding", "rules.yaml", "    about: What was sold.\n",
         "    about: What was sold.\n    severity: {contradicted: none, misleading: none, outdated: none, imprecise: none}\n",
         "2:5"},
        {"unreachable-rule", "words.yaml", "cues: [cheese sales, cheese sold], ", "", "2:5"},
        {"no-cues", "words.yaml", "cues: [herd of goats], ", "", "3:3"},
        {"duplicate-cue", "words.yaml", "cues: [herd of goats]", "cues: [herd of goats, cheese sold]", "3:49"},
        {"cue-twice", "words.yaml", "cues: [cheese sales, cheese sold]", "cues: [cheese sales, cheese sold, Cheese sales]",
         "2:59"},
        {"common-cue", "words.yaml", "cues: [herd of goats]", "cues: [herd of goats, people]", "3:49"},
        {"common-name", "words.yaml", "name: Zenda", "name: Zenda, aliases: [house]", "5:3"},
        {"shared-name", "words.yaml", "  XZ: {type: country, name: Zenda}\n",
         "  XZ: {type: country, name: Zenda}\n  XY: {type: city, name: Zenda}\n", "6:3"},
        {"unused-measure", "words.yaml", "  herd: {label: the herd, cues",
         "  goats: {label: goats, cues: [goats milked], unit: \"1\"}\n  herd: {label: the herd, cues", "3:3"},
        {"no-rows", "f.csv", "herd,2024,500,2025-01,Office\n", "", "8:3"},
        {"no-source", "words.yaml", "unit: EUR, frequency: A, sources: [Office]", "unit: EUR, frequency: A", "7:3"},
        {"no-licence", "words.yaml", "licence: CC0, stale_after: P1Y}\n  herd", "stale_after: P1Y}\n  herd", "7:3"},
        {"no-stale-after", "words.yaml", ", stale_after: P1Y}\n  herd", "}\n  herd", "7:3"},
        {"gap", "f.csv", "sales,2023,4000000,2024-01,Office\n", "sales,2021,4000000,2022-01,Office\n", "7:3"},
        {"trailing-space", "pack.yaml", "name: zenda\n", "name: zenda \n", "2:12"},
        {"line-ends", "pack.yaml", "name: zenda\n", "name: zenda\r\n", "2:12"},
        {"final-newline", "pack.yaml", "rules: [rules.yaml]\n", "rules: [rules.yaml]", "8:20"},
    };
    return all;
}

}  // namespace

TEST_CASE("lint has nothing to say of a good pack") {
    const Folder folder;
    write_good(folder);
    CHECK(render_lint(lint(folder)).empty());
}

TEST_CASE("each fault of lint is found at its line and column") {
    std::set<std::string> seen;
    for (const Row& row : rows()) {
        CAPTURE(row.code);
        const Folder folder;
        write_good(folder);
        replace(folder, "zenda/" + row.file, row.old, row.with);
        const Diagnostics found = lint(folder);
        const auto at = std::find_if(found.begin(), found.end(), [&](const Diagnostic& d) { return d.code == row.code; });
        REQUIRE_MESSAGE(at != found.end(), render_lint(found));
        CHECK(std::to_string(at->place.line) + ":" + std::to_string(at->place.column) == row.place);
        CHECK(at->severity == fault_row(row.code)->severity);
        seen.insert(row.code);
    }
    CHECK(seen.size() == 25);
}

TEST_CASE("what is mechanical is mended, and a mended pack has none of it") {
    const Folder folder;
    write_good(folder);
    replace(folder, "zenda/words.yaml", "cheese sold]", "cheese sold, Cheese sales]  ");
    replace(folder, "zenda/pack.yaml", "name: zenda\n", "name: zenda \r\n");
    const std::vector<std::string> folders{folder.path.string()};
    const Loaded loaded = load(folders, false);
    REQUIRE(loaded.engine);
    const Mended mended = mend_packs(loaded.engine->state().loaded, folders);
    CHECK(mended.errors.empty());
    CHECK(mended.faults == 3);
    CHECK(render_lint(lint(folder)).empty());
    CHECK(bytes_of(folder.path / "zenda/pack.yaml").find("name: zenda\nversion") != std::string::npos);
    CHECK(bytes_of(folder.path / "zenda/words.yaml").find("cues: [cheese sales, cheese sold]  , unit") != std::string::npos);
}

TEST_CASE("every fault that the loader can have has a row in the table") {
    for (const char* code : {"file", "yaml", "shape", "value", "expression", "data", "pack"}) {
        REQUIRE(fault_row(code) != nullptr);
        CHECK(fault_row(code)->severity == Severity::error);
    }
}

TEST_CASE("docs/lint.md is the table") {
    CHECK(bytes_of(source("/docs/lint.md")) == fault_page());  // factcheck lint --codes > docs/lint.md
}
