#include "author/mutate.hpp"
#include "support/folder.hpp"

#include <doctest/doctest.h>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

void write_pack(const Folder& folder, const std::string& tests) {
    folder.write("zenda/pack.yaml",
                 "schema: 1\nname: zenda\nversion: 1.0.0\nabout: Sales.\ntest_date: 2025-08-04\ndata: d.json\n"
                 "vocabulary: [words.yaml]\nrules: [rules.yaml]\n");
    folder.write("zenda/words.yaml",
                 "measures:\n  sales: {cues: [cheese sales, cheese sold], unit: EUR, series: sales}\n"
                 "series:\n  sales: {label: sales, measure: sales, unit: EUR}\n");
    folder.write("zenda/rules.yaml",
                 "rules:\n  - id: sales\n    about: Sales.\n    claim: {kind: level, measure: sales, value: money}\n"
                 "    expect: value = sales[period] * 2\n    tests:\n" +
                     tests);
    folder.write("zenda/d.json",
                 R"({"resources": [{"name": "f", "path": "f.csv", "table": "observations", "schema": {"fields": [
                     {"name": "series"}, {"name": "time_period"}, {"name": "obs_value", "type": "number"}, {"name": "published"}, {"name": "source"}]}}]})");
    folder.write(
        "zenda/f.csv",
        "series,time_period,obs_value,published,source\nsales,2023,4000000,2024-01,Office\nsales,2024,5000000,2025-01,Office\n");
}

const MutationScore& score_of(const MutationRun& run) {
    for (const std::string& error : run.errors) MESSAGE(error);
    REQUIRE(run.packs.size() == 1);
    return run.packs.front();
}

MutationRun mutate(const Folder& folder) { return mutate_packs({folder.path.string()}, {folder.path.string()}, ""); }

}  // namespace

TEST_CASE("a pack whose tests hold each part of it has no mutant that lives; what no test cites is counted apart") {
    const Folder folder;
    write_pack(folder,
               "      - {text: \"Cheese sales came to 10 million euros in 2024.\", verdict: supported}\n"
               "      - {text: \"The cheese sold in 2024 was worth 10 million euros.\", verdict: supported}\n");
    const MutationRun run = mutate(folder);
    const MutationScore& score = score_of(run);
    CHECK(score.killed() == score.mutants.size());
    CHECK(score.mutants.size() == 5);  // a number, an operator, two cues, a figure
    CHECK(score.figures == 2);
    CHECK(score.figures_unseen == 1);
    CHECK(render_mutants(run, true) == "zenda: 5 of 5 mutants killed, 100 %; no test cites 1 of 2 figures\n");
}

TEST_CASE("a cue without a test lives, and is named at its place") {
    const Folder folder;
    write_pack(folder, "      - {text: \"Cheese sales came to 10 million euros in 2024.\", verdict: supported}\n");
    const MutationRun run = mutate(folder);
    CHECK(score_of(run).killed() == 4);
    CHECK(render_mutants(run, false).find("zenda/words.yaml:2:32: lives: without the cue \"cheese sold\" of sales  [cue]\n") !=
          std::string::npos);
}

TEST_CASE("tests that fail already say nothing of mutants") {
    const Folder folder;
    write_pack(folder, "      - {text: \"Cheese sales came to 7 million euros in 2024.\", verdict: supported}\n");
    const MutationRun run = mutate(folder);
    CHECK(run.packs.empty());
    CHECK(run.errors.size() == 1);
}
