#include "model/limits.hpp"
#include "render/render.hpp"
#include "render/reports.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace factcheck;
using Json = nlohmann::json;

namespace {

Json run_of(const Report& report, bool all = false) {
    RenderOptions options;
    options.all = all;
    options.min_level = Severity::info;
    return Json::parse(render_sarif(report, options))["runs"][0];
}

}  // namespace

TEST_CASE("SARIF: a result has its rule, a full region, both fingerprints and the fix") {
    ReportClaim claim = testing::wrong_exports();
    claim.end_line = 3;
    claim.utf16_column = 19;
    claim.utf16_end_column = 76;
    claim.utf16_replace_start = 138;
    claim.utf16_replace_end = 151;
    claim.line_hash = "39fa2ee980eb94b0:1";
    Report report = testing::report_of({claim});
    report.packs.front().rules = {
        {"trade/other", "", Severity::info, {}},
        {"trade/exports-level", "Exports are as the bank says.", Severity::error, {"https://a.example/x"}}};
    const Json run = run_of(report);
    const Json& result = run["results"][0];
    CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK(run["tool"]["driver"]["rules"][1]["help"]["text"] == "Exports are as the bank says. See https://a.example/x");
    CHECK(run["tool"]["driver"]["rules"][1]["name"] == "TradeExportsLevel");
    CHECK(run["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == "trade/other");
    CHECK(run["columnKind"] == "utf16CodeUnits");
    const Json& region = result["locations"][0]["physicalLocation"]["region"];
    CHECK(region["startLine"] == 3);
    CHECK(region["startColumn"] == 19);
    CHECK(region["endLine"] == 3);
    CHECK(region["endColumn"] == 76);
    CHECK(result["level"] == "error");
    CHECK(result["partialFingerprints"]["primaryLocationLineHash"] == "39fa2ee980eb94b0:1");
    CHECK(result["partialFingerprints"]["factcheck/v1"].get<std::string>().size() == 32);
    const Json& replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    CHECK(replacement["deletedRegion"] == Json{{"charOffset", 138}, {"charLength", 13}});
    CHECK(replacement["insertedContent"]["text"] == "$5.44 billion");
    CHECK(run["invocations"][0]["executionSuccessful"] == true);
}

TEST_CASE("SARIF: what went wrong is a notification, and the run no success") {
    Report report = testing::report_of({});
    report.errors = {"missing.txt: no such file; check the name"};
    report.documents.front().partly_read = true;
    const Json run = run_of(report);
    CHECK(run["results"] == Json::array());
    CHECK(run["invocations"][0]["executionSuccessful"] == false);
    CHECK(run["invocations"][0]["toolExecutionNotifications"].size() == 2);
}

TEST_CASE("SARIF: other verdicts are no failures, and have no level") {
    const Json results = run_of(testing::report_of({testing::supported_weekday(), testing::undated()}), true)["results"];
    REQUIRE(results.size() == 2);
    CHECK(results[0]["kind"] == "pass");
    CHECK(results[1]["kind"] == "open");
    CHECK(results[0]["level"] == "none");
    CHECK(run_of(testing::report_of({testing::supported_weekday()}))["results"].empty());
}

TEST_CASE("SARIF: words are no links and no arguments of a message") {
    ReportClaim claim = testing::wrong_exports();
    claim.message = "[text](1) {0}";
    claim.suggestion.clear();
    CHECK(run_of(testing::report_of({claim}))["results"][0]["message"]["text"] == "\\[text\\](1) {{0}}");
}

TEST_CASE("SARIF: no more results than a run may have, the worst of them, and the rest counted") {
    ReportClaim mild = testing::wrong_exports();
    mild.severity = Severity::warning;
    mild.evidence.clear();
    std::vector<ReportClaim> claims(limits::sarif_results, mild);
    claims.push_back(testing::wrong_exports());
    const Json run = run_of(testing::report_of(std::move(claims)));
    CHECK(run["results"].size() == limits::sarif_results);
    CHECK(run["results"][0]["level"] == "error");
    const std::string said = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    CHECK(said.starts_with("1 result over the 25000"));
}
