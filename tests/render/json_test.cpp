#include "render/render.hpp"
#include "tests/render/reports.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace factcheck;
using namespace factcheck::testing;
using Json = nlohmann::ordered_json;

TEST_CASE("keys and their order are those of the specification") {
    Report report = report_of({wrong_exports()});
    report.documents[0].id = "a-17";
    report.skipped = {{"b.bin", "binary"}};
    CHECK(
        Json::parse(render_json(report, {})).dump() ==
        R"({"schema":1,"factcheck":"0.1.0","packs":[{"name":"trade","version":"1.0.0","hash":"sha256:00","data_until":"2025-07"}],)"
        R"("documents":[{"path":"article.md","id":"a-17","date":"2025-08-04","date_from":"front matter","verdict":"contradicted","claims":[)"
        R"({"kind":"level","verdict":"contradicted","rule":"trade/exports-level","severity":"error","start":120,"end":177,"line":3,"column":18,)"
        R"("text":"exports reaching $5.54 billion in the 2023-24 fiscal year",)"
        R"("slots":{"value":{"low":"5535000000","high":"5545000000","unit":"USD","text":"$5.54 billion","from":"clause"},)"
        R"("period":{"start":"2023-07-01","end":"2024-06-30","text":"the 2023-24 fiscal year","from":"clause"}},)"
        R"("message":"exports to the US were $5.44 billion","expected":{"low":"5444196500","high":"5444198000","unit":"USD"},)"
        R"("cause":"two digits may be swapped","suggestion":"$5.44 billion","replaces":{"start":137,"end":150},)"
        R"("settles":"the figure is $5.44 billion","assumed":["reporter: Pakistan"],"notes":["the first release said 5,432.929 million"],)"
        R"("evidence":[{"series":"exports","key":{"reporter":"PK","partner":"US"},"period":{"start":"2023-07-01","end":"2024-06-30"},)"
        R"("value":"5444197000","unit":"USD","published":"2025-07","source":"State Bank of Pakistan","url":"https://example.org/a",)"
        R"("words":"5,444.197 million US dollars in July 2023 to June 2024"}]}]}],)"
        R"("skipped":[{"path":"b.bin","reason":"binary"}],"errors":[],)"
        R"("summary":{"documents":1,"skipped":1,"mentions":14,"claims":1,"judged":1,"verdicts":{"contradicted":1},"findings":{"error":1,"warning":0,"info":0}}})");
}

TEST_CASE("absent keys are left out, --all adds verdicts that are no findings") {
    const Report report = report_of({supported_weekday(), undated()});
    CHECK(Json::parse(render_json(report, {.min_level = Severity::info}))["documents"][0]["claims"].empty());
    CHECK(
        Json::parse(render_json(report, {.all = true}))["documents"][0]["claims"].dump() ==
        R"([{"kind":"date","verdict":"supported","rule":"calendar/weekday","start":3,"end":9,"line":1,"column":4,"text":"Monday",)"
        R"("message":"4 August 2025 is a Monday"},)"
        R"({"kind":"date","verdict":"unverifiable","reason":"no-date","rule":"events/day","start":30,"end":39,"line":2,"column":1,)"
        R"("text":"last week","message":"the document has no date","settles":"pass --date or put it in the front matter"}])");
    CHECK(Json::parse(render_json(report, {}))["summary"].dump() ==
          R"({"documents":1,"skipped":0,"mentions":14,"claims":2,"judged":2,"verdicts":{"supported":1,"unverifiable":1},)"
          R"("findings":{"error":0,"warning":0,"info":0}})");
}

TEST_CASE("an empty report is a whole object") {
    CHECK(
        Json::parse(render_json({}, {})).dump() ==
        R"({"schema":1,"factcheck":"","packs":[],"documents":[],"skipped":[],"errors":[],)"
        R"("summary":{"documents":0,"skipped":0,"mentions":0,"claims":0,"judged":0,"verdicts":{},"findings":{"error":0,"warning":0,"info":0}}})");
    CHECK(render_jsonl({}, {}).empty());
}

TEST_CASE("JSON Lines: one object a document, then what was left out") {
    Report report = report_of({supported_weekday()});
    report.documents.push_back(report.documents[0]);
    report.documents[1].path = "b\n.md";
    report.skipped = {{"c.bin", "binary"}};
    report.errors = {"cannot read d.md"};
    CHECK(
        render_jsonl(report, {}) ==
        "{\"path\":\"article.md\",\"date\":\"2025-08-04\",\"date_from\":\"front "
        "matter\",\"verdict\":\"supported\",\"claims\":[]}\n"
        "{\"path\":\"b\\n.md\",\"date\":\"2025-08-04\",\"date_from\":\"front matter\",\"verdict\":\"supported\",\"claims\":[]}\n"
        "{\"path\":\"c.bin\",\"skipped\":\"binary\"}\n"
        "{\"error\":\"cannot read d.md\"}\n");
}

TEST_CASE("invalid bytes become U+FFFD, the rest is kept") {
    ReportClaim claim = wrong_exports();
    claim.text = "a\xff\u202E\x1b";
    claim.evidence[0].key = {{"part\xffner", "\xc3"}};
    Report report = report_of({claim});
    report.errors = {"\x80"};
    const Json json = Json::parse(render_json(report, {}));
    const Json& read = json["documents"][0]["claims"][0];
    CHECK(read["text"] == "a\uFFFD\u202E\x1b");
    CHECK(read["evidence"][0]["key"].dump() == "{\"part\uFFFDner\":\"\uFFFD\"}");
    CHECK(json["errors"][0] == "\uFFFD");
}
