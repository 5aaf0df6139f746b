#include "run/stored_report.hpp"

#include "render/render.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace factcheck;

namespace {

ReportDocument full_document() {
    ReportClaim claim;
    claim.kind = "level";
    claim.verdict = Verdict::contradicted;
    claim.reason = Reason::no_period;
    claim.rule = "pack/id";
    claim.severity = Severity::warning;
    claim.start = 300;
    claim.end = 70'000;
    claim.text = std::string("words\0and\xFF", 10);
    claim.slots.push_back(
        {"value", ReportQuantity{"1", std::nullopt, "USD"}, ReportPeriod{"2025-01-01", "2025-12-31"}, "v", "t", "clause", "n"});
    claim.expected = ReportQuantity{std::nullopt, "2", "%"};
    claim.notes = {"one", ""};
    ReportEvidence evidence;
    evidence.series = "exports";
    evidence.key = {{"reporter", "PK"}, {"partner", "US"}};
    claim.evidence.push_back(evidence);
    claim.source_line = "the line";
    ReportDocument document;
    document.date = "2025-08-04";
    document.verdict = Verdict::contradicted;
    document.claims = {claim, ReportClaim()};
    document.mentions = 1'000'000;
    document.partly_read = true;
    return document;
}

std::string shown(const ReportDocument& document) {
    Report report;
    report.documents.push_back(document);
    return render_json(report, {.all = true}) + render_text(report, {.all = true});
}

}  // namespace

TEST_CASE("what was stored comes back") {
    const ReportDocument document = full_document();
    const auto back = restored(stored(document));
    REQUIRE(back.has_value());
    CHECK(shown(*back) == shown(document));
    CHECK(stored(*back) == stored(document));
}

TEST_CASE("damaged bytes are refused or read as something, and never more is asked for than they hold") {
    const std::string bytes = stored(full_document());
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) CHECK(!restored(bytes.substr(0, cut)).has_value());
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const char flip : {'\x01', '\x80', '\xFF'}) {
            std::string bad = bytes;
            bad[at] = static_cast<char>(bad[at] ^ flip);
            static_cast<void>(restored(bad));
        }
    CHECK(!restored(bytes + "x").has_value());
}
