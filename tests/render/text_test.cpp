#include "render/render.hpp"
#include "tests/render/reports.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

std::string without_trailing_spaces_check(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK((line.empty() || line.back() != ' '));
    }
    return text;
}

}  // namespace

TEST_CASE("a finding says first what is wrong and what to write, then why") {
    const std::string text = without_trailing_spaces_check(render_text(report_of({wrong_exports()}), {}));
    CHECK(text ==
          "article.md:3:18: error: exports to the US were $5.44 billion  [trade/exports-level]\n"
          "  suggestion: write \"$5.44 billion\" instead of \"$5.54 billion\"\n"
          "    …big, and exports reaching $5.54 billion in the 2023-24 fiscal year show…\n"
          "              ~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
          "  verdict: contradicted\n"
          "  cause: two digits may be swapped\n"
          "  evidence: 5,444.197 million US dollars in July 2023 to June 2024 (State Bank\n"
          "      of Pakistan, published 2025-07) https://example.org/a\n"
          "  assumed: reporter: Pakistan\n"
          "  note: the first release said 5,432.929 million\n"
          "  goes away when: the figure is $5.44 billion\n"
          "\n"
          "1 document, 1 claim, 1 judged, 0 unverifiable, 1 finding (1 error)\n");
}

TEST_CASE("nothing wrong is one line, --all adds the verdicts") {
    const Report report = report_of({supported_weekday(), undated()});
    CHECK(render_text(report, {}) == "1 document, 2 claims, 2 judged, 1 unverifiable, 0 findings\n");
    CHECK(without_trailing_spaces_check(render_text(report, {.all = true})) ==
          "article.md: dated 2025-08-04 (front matter), supported\n"
          "article.md:1:4: supported: 4 August 2025 is a Monday  [calendar/weekday]\n"
          "  \"Monday\"\n"
          "article.md:2:1: unverifiable (no-date): the document has no date  [events/day]\n"
          "  \"last week\"\n"
          "  to settle it: pass --date or put it in the front matter\n"
          "\n"
          "1 document, 2 claims, 2 judged, 1 unverifiable, 0 findings\n");
}

TEST_CASE("findings below the level are counted and said to be hidden") {
    ReportClaim info = wrong_exports();
    info.severity = Severity::info;
    info.verdict = Verdict::imprecise;
    CHECK(render_text(report_of({info}), {}) ==
          "1 finding below warning not shown (--min-level info shows all)\n"
          "1 document, 1 claim, 1 judged, 0 unverifiable, 1 finding (1 info)\n");
    CHECK(render_text(report_of({info}), {.min_level = Severity::info}).find("article.md:3:18: info: ") == 0);
}

TEST_CASE("colour changes nothing but colour") {
    const Report report = report_of({wrong_exports(), undated(), supported_weekday()});
    const std::string coloured = render_text(report, {.all = true, .colour = true});
    std::string plain;
    for (std::size_t i = 0; i < coloured.size(); ++i) {
        if (coloured[i] == '\x1b')
            i = coloured.find('m', i);
        else
            plain += coloured[i];
    }
    CHECK(coloured.size() > plain.size());
    CHECK(plain == render_text(report, {.all = true}));
}

TEST_CASE("width 0 does not wrap") {
    const std::string text = render_text(report_of({wrong_exports()}), {.width = 0});
    CHECK(text.find("    The US is big, and exports reaching $5.54 billion in the 2023-24 fiscal year show it.\n") !=
          std::string::npos);
    CHECK(text.find("  evidence: 5,444.197 million US dollars in July 2023 to June 2024 (State Bank of Pakistan, published "
                    "2025-07) https://example.org/a\n") != std::string::npos);
}

TEST_CASE("no text, rule or file name speaks to the terminal") {
    ReportClaim claim = wrong_exports();
    const std::string hostile = "\x1b[2J\r\n::error::x\x07\u202Eevil\u2066\xff\x80";
    claim.message = hostile;
    claim.cause = hostile;
    claim.suggestion = hostile;
    claim.rule = hostile;
    claim.source_line = hostile + " $5.54 billion";
    claim.evidence[0].source = hostile;
    claim.evidence[0].url = hostile;
    Report report = report_of({claim});
    report.documents[0].path = "a\nb\x1b]0;t\x07.md";
    report.documents[0].notes = {hostile};
    report.documents[0].date_from = hostile;
    report.skipped = {{hostile, hostile}};
    for (const bool all : {false, true}) {
        const std::string text = without_trailing_spaces_check(render_text(report, {.all = all}));
        for (const char byte : text) CHECK((byte == '\n' || static_cast<unsigned char>(byte) >= 0x20));
        CHECK(text.find("\u202E") == std::string::npos);
        CHECK(text.find("\u2066") == std::string::npos);
        CHECK(text.find('\xff') == std::string::npos);
        CHECK(text.find("\n::error") == std::string::npos);
        CHECK(text.find("a<U+000A>b<U+001B>]0;t<U+0007>.md:3:18: error: ") != std::string::npos);
    }
}

TEST_CASE("documents that were not fully read say so") {
    Report report = report_of({});
    report.documents[0].partly_read = true;
    report.documents[0].notes = {"only the first 64 MiB were read"};
    CHECK(render_text(report, {}) ==
          "article.md: not fully checked: only the first 64 MiB were read\n"
          "1 document, 0 claims, 0 judged, 0 unverifiable, 0 findings\n");
    report.skipped = {{"b.bin", "binary"}};
    CHECK(render_text(report, {.all = true}) ==
          "article.md: dated 2025-08-04 (front matter), unverifiable\n"
          "article.md: not fully checked: only the first 64 MiB were read\n"
          "b.bin: skipped: binary\n"
          "1 document, 1 skipped, 0 claims, 0 judged, 0 unverifiable, 0 findings\n");
}
