#include "rules/load.hpp"

#include "author/test.hpp"
#include "factcheck.hpp"
#include "model/limits.hpp"
#include "support/folder.hpp"
#include "support/source.hpp"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

using namespace factcheck;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

const YAML::Node& rows() {
    static const YAML::Node all = YAML::LoadFile(testing::source("/tests/packs/broken.yaml"));
    return all;
}

void write_good(const fs::path& folder) {
    for (const auto& file : rows()["good"]) write(folder / "zenda" / file.first.as<std::string>(), file.second.as<std::string>());
}

// The faults, with paths from the folder that holds the packs.
std::vector<std::string> faults_of(const fs::path& folder, const std::vector<std::string>& load) {
    std::vector<fs::path> folders;
    for (const std::string& name : load) folders.push_back(folder / name);
    std::vector<std::string> out;
    for (const Diagnostic& diagnostic : load_packs(folders).diagnostics) {
        std::string line = to_string(diagnostic);
        const std::string prefix = folder.string() + "/";
        for (std::size_t at = line.find(prefix); at != std::string::npos; at = line.find(prefix)) line.erase(at, prefix.size());
        out.push_back(line);
    }
    return out;
}

std::vector<std::string> faults_of(const fs::path& folder) { return faults_of(folder, {"zenda"}); }

std::string lines(std::vector<std::string> all) {
    std::sort(all.begin(), all.end());
    std::string out;
    for (const std::string& line : all) out += line + "\n";
    return out;
}

void break_pack(const YAML::Node& row, const fs::path& folder) {
    const fs::path pack = folder / "zenda";
    for (const auto& file : row["files"])
        write((pack / file.first.as<std::string>()).lexically_normal(), file.second.as<std::string>());
    for (const auto& edit : row["edit"]) {
        const fs::path file = pack / edit.first.as<std::string>();
        std::string bytes = testing::bytes_of(file);
        const auto from = edit.second[0].as<std::string>();
        const std::size_t at = bytes.find(from);
        REQUIRE_MESSAGE(at != std::string::npos, "nothing to edit: " << from);
        write(file, bytes.replace(at, from.size(), edit.second[1].as<std::string>()));
    }
}

}  // namespace

TEST_CASE("the good pack of the broken ones loads without a word") {
    const testing::Folder folder;
    write_good(folder.path);
    CHECK(lines(faults_of(folder.path)) == "");
    const LoadedPacks loaded = load_packs({folder.path / "zenda"});
    REQUIRE(loaded.packs.size() == 1);
    const Pack& pack = loaded.packs.front();
    REQUIRE(pack.rules.size() == 2);
    CHECK(pack.rules[0].severity == std::map<Verdict, Severity>{{Verdict::imprecise, Severity::info},
                                                                {Verdict::outdated, Severity::info},
                                                                {Verdict::misleading, Severity::info},
                                                                {Verdict::contradicted, Severity::warning}});
    CHECK(pack.rules[1].severity.at(Verdict::misleading) == Severity::warning);
    CHECK(pack.rules[1].severity.at(Verdict::contradicted) == Severity::error);
    CHECK(pack.series[0].complete[0].top == 3);
    CHECK(pack.hash.size() == std::string("sha256:").size() + 64);
}

TEST_CASE("broken packs are refused with all their faults, each at its place") {
    CHECK(rows()["broken"].size() >= 40);
    for (const auto& row : rows()["broken"]) {
        const testing::Folder folder;
        const auto name = row["name"].as<std::string>();
        INFO(name);
        write_good(folder.path);
        break_pack(row, folder.path);
        std::vector<std::string> want = row["faults"].as<std::vector<std::string>>();
        std::vector<std::string> got =
            faults_of(folder.path, row["load"] ? row["load"].as<std::vector<std::string>>() : std::vector<std::string>{"zenda"});
        // One wrong name makes others: such a row says how many of its faults count.
        if (row["first"]) {
            want.resize(row["first"].as<std::size_t>());
            std::erase_if(got, [&](const std::string& line) { return std::find(want.begin(), want.end(), line) == want.end(); });
        }
        CHECK(lines(got) == lines(want));
    }
}

TEST_CASE("a made-up country needs nothing of the program: its packs load, and its rules' tests hold") {
    const std::string folder = testing::source("/tests/packs/ruritania");
    const LoadedPacks loaded = load_packs({folder});
    CHECK(std::all_of(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                      [](const Diagnostic& d) { return d.severity == Severity::warning; }));
    REQUIRE(loaded.packs.size() == 2);
    const Pack& pack = loaded.packs[0];
    const Pack& names = loaded.packs[1];
    CHECK(pack.name == "ruritania");
    CHECK(names.name == "ruritania-names");
    CHECK(names.vocabulary.entities.front().fiscal == FiscalCalendar{4, 1, false});
    CHECK(pack.series.front().complete[1].above == Rational(90'000'000));
    CHECK(pack.series.front().thresholds == std::vector<Rational>{100'000'000});
    CHECK(pack.data_until == day_from("2025-06-30"));
    CHECK(pack.events.size() == 2);
    CHECK(pack.rules[1].near == Rational(1, 2));
    CHECK(pack.rules[1].severity == std::map<Verdict, Severity>{{Verdict::outdated, Severity::info},
                                                                {Verdict::misleading, Severity::info},
                                                                {Verdict::contradicted, Severity::warning}});
    CHECK(pack.rules[3].unless[0].reason == Reason::incomplete_universe);
    CHECK(pack.rules[6].with[0].same == std::vector<std::string>{"measure", "unit", "period"});

    const Loaded engine = load({folder});
    REQUIRE(engine.engine);
    const TestRun run = run_rule_tests(*engine.engine, {folder}, "");
    CHECK(render_tests(run, true).find("failed: \"") == std::string::npos);
    CHECK(run.count(TestResult::Status::failed) == 0);
    CHECK(run.count(TestResult::Status::passed) >= 20);
}

TEST_CASE("the same packs load alike, whatever the way they are named") {
    const std::string packs = testing::source("/tests/packs");
    const auto hashes = [](const LoadedPacks& loaded) {
        std::string out;
        for (const Pack& pack : loaded.packs) out += pack.name + " " + pack.hash + "\n";
        return out;
    };
    const std::string once = hashes(load_packs({packs + "/ruritania"}));
    CHECK(once.size() > 2 * 64);
    CHECK(hashes(load_packs({packs})) == once);
    CHECK(hashes(load_packs({packs + "/ruritania-names", packs + "/ruritania", packs + "/ruritania/."})) == once);
    CHECK(hashes(load_packs({packs + "/../packs/ruritania"})) == once);
}
