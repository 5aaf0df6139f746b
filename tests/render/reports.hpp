// Reports built by hand, for the tests of every format.
#pragma once

#include "model/report.hpp"

namespace factcheck::testing {

inline ReportClaim wrong_exports() {
    ReportClaim claim;
    claim.kind = "level";
    claim.verdict = Verdict::contradicted;
    claim.rule = "trade/exports-level";
    claim.severity = Severity::error;
    claim.start = 120;
    claim.end = 177;
    claim.line = 3;
    claim.column = 18;
    claim.text = "exports reaching $5.54 billion in the 2023-24 fiscal year";
    ReportSlot value;
    value.name = "value";
    value.quantity = ReportQuantity{"5535000000", "5545000000", "USD"};
    value.text = "$5.54 billion";
    value.from = "clause";
    ReportSlot period;
    period.name = "period";
    period.period = ReportPeriod{"2023-07-01", "2024-06-30"};
    period.text = "the 2023-24 fiscal year";
    period.from = "clause";
    claim.slots = {value, period};
    claim.message = "exports to the US were $5.44 billion";
    claim.expected = ReportQuantity{"5444196500", "5444198000", "USD"};
    claim.cause = "two digits may be swapped";
    claim.suggestion = "$5.44 billion";
    claim.replace_start = 137;
    claim.replace_end = 150;
    claim.settles = "the figure is $5.44 billion";
    claim.assumed = {"reporter: Pakistan"};
    claim.notes = {"the first release said 5,432.929 million"};
    ReportEvidence evidence;
    evidence.series = "exports";
    evidence.key = {{"reporter", "PK"}, {"partner", "US"}};
    evidence.period = ReportPeriod{"2023-07-01", "2024-06-30"};
    evidence.value = "5444197000";
    evidence.unit = "USD";
    evidence.published = "2025-07";
    evidence.source = "State Bank of Pakistan";
    evidence.url = "https://example.org/a";
    evidence.words = "5,444.197 million US dollars in July 2023 to June 2024";
    claim.evidence = {evidence};
    claim.source_line = "The US is big, and exports reaching $5.54 billion in the 2023-24 fiscal year show it.";
    claim.underline_from = 19;
    claim.underline_to = 76;
    claim.focus_from = 36;
    claim.focus_to = 49;
    return claim;
}

inline ReportClaim supported_weekday() {
    ReportClaim claim;
    claim.kind = "date";
    claim.verdict = Verdict::supported;
    claim.rule = "calendar/weekday";
    claim.start = 3;
    claim.end = 9;
    claim.line = 1;
    claim.column = 4;
    claim.text = "Monday";
    claim.message = "4 August 2025 is a Monday";
    claim.source_line = "On Monday they spoke.";
    claim.underline_from = 3;
    claim.underline_to = 9;
    return claim;
}

inline ReportClaim undated() {
    ReportClaim claim;
    claim.kind = "date";
    claim.verdict = Verdict::unverifiable;
    claim.reason = Reason::no_date;
    claim.rule = "events/day";
    claim.start = 30;
    claim.end = 39;
    claim.line = 2;
    claim.column = 1;
    claim.text = "last week";
    claim.message = "the document has no date";
    claim.settles = "pass --date or put it in the front matter";
    claim.source_line = "Last week they agreed.";
    return claim;
}

inline Report report_of(std::vector<ReportClaim> claims) {
    Report report;
    report.version = "0.1.0";
    report.packs = {{"trade", "1.0.0", "sha256:00", "2025-07"}};
    ReportDocument document;
    document.path = "article.md";
    document.date = "2025-08-04";
    document.date_from = "front matter";
    document.verdict = claims.empty() ? Verdict::unverifiable : claims.front().verdict;
    document.mentions = 14;
    document.claim_count = claims.size();
    document.judged = claims.size();
    document.claims = std::move(claims);
    report.documents = {document};
    return report;
}

}  // namespace factcheck::testing
