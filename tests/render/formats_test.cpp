#include "render/formats.hpp"

#include "model/fingerprint.hpp"
#include "render/escape.hpp"
#include "render/places.hpp"
#include "render/reports.hpp"
#include "support/source.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace factcheck;

namespace {

RenderOptions everything() {
    RenderOptions options;
    options.all = true;
    return options;
}

Report many(std::size_t errors, std::size_t warnings) {
    std::vector<ReportClaim> claims;
    for (std::size_t i = 0; i < errors + warnings; ++i) {
        ReportClaim claim = testing::wrong_exports();
        claim.line = i + 1;
        claim.end_line = i + 1;
        claim.severity = i < warnings ? Severity::warning : Severity::error;
        claims.push_back(claim);
    }
    return testing::report_of(claims);
}

// Of lines that begin so, blanks aside: runners of CI services look for commands there.
std::size_t lines_with(std::string text, std::string_view start) {
    for (std::size_t at = 0; (at = text.find("\n ", at)) != std::string::npos;) text.erase(at + 1, 1);
    std::size_t count = text.starts_with(start) ? 1 : 0;
    const std::string at_line = "\n" + std::string(start);
    for (std::size_t at = 0; (at = text.find(at_line, at)) != std::string::npos; ++at) ++count;
    return count;
}

// Text that would speak to whatever shows it.
ReportClaim hostile_claim() {
    ReportClaim claim = testing::wrong_exports();
    const std::string hostile =
        "\x1b[31m\n::error::x\r\n</script><img src=x onerror=alert(1)>]]>&amp; ![a](http://e.example) @all #1 `a` =cmd|'/c'!A1 "
        "\xE2\x80\xAE \xC2\x9B ##[add-mask]x \xFF \x01 www.e.example <!-- | %0A";
    claim.text = claim.message = claim.suggestion = claim.cause = claim.settles = claim.source_line = hostile;
    claim.rule = "pack/" + hostile;
    claim.notes = claim.assumed = {hostile};
    claim.evidence.front().words = claim.evidence.front().source = claim.evidence.front().note = hostile;
    claim.evidence.front().url = "javascript:alert(1)";
    return claim;
}

}  // namespace

TEST_CASE("the table of formats has each name once") {
    for (const FormatRow& row : format_table()) {
        CAPTURE(row.name);
        CHECK(std::count_if(format_table().begin(), format_table().end(), [&](const auto& r) { return r.name == row.name; }) ==
              1);
        CHECK((row.streamed != nullptr) != (row.whole != nullptr));
        CHECK_FALSE(row.about.empty());
    }
}

TEST_CASE("the page about outputs has the table of formats") {
    std::ifstream file(testing::source("/docs/outputs.md"));
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    for (const FormatRow& row : format_table()) {
        CAPTURE(row.name);
        const std::string line =
            "| `" + std::string(row.name) + "` | " + std::string(row.about) + " | " + std::string(name_of(row.min_level)) + " |";
        CHECK(page.find(line) != std::string::npos);
    }
}

TEST_CASE("no text, rule or path can leave its place in any format") {
    Report report = testing::report_of({hostile_claim()});
    report.documents.front().path = "a\x1b]0;x\x07\n::error::y\n<b>.md";
    report.documents.front().id = "\n::warning::z";
    report.errors = {"\x1b[2J\n::error::w"};
    report.skipped = {{"\x1b[2J", "<b>"}};
    for (const FormatRow& row : format_table()) {
        CAPTURE(row.name);
        const std::string out = rendered(report, row.format, everything());
        CHECK(out.find('\x1b') == std::string::npos);
        CHECK(out.find('\x07') == std::string::npos);
        CHECK(out.find("\xE2\x80\xAE") == std::string::npos);
        CHECK(out.find("\xFF") == std::string::npos);
        CHECK(lines_with(out, "::error::") == 0);
        CHECK(lines_with(out, "::warning::") == 0);
        CHECK(out.find("##[") == std::string::npos);
        CHECK(out.find("\xC2\x9B") == std::string::npos);
    }
}

TEST_CASE("annotations: worst first, ten of a level, then a count") {
    const std::string out = render_github(many(12, 11), everything());
    CHECK(lines_with(out, "::error ") == 10);
    CHECK(lines_with(out, "::warning ") == 10);
    CHECK(out.find("::error ") < out.find("::warning "));
    CHECK(out.find("and 2 errors more") != std::string::npos);
    CHECK(out.find("and 1 warning more") != std::string::npos);
    CHECK(out.find("line=12,endLine=12") != std::string::npos);
}

TEST_CASE("annotations name columns only within one line, and no file for standard input") {
    Report report = testing::report_of({testing::wrong_exports()});
    report.documents.front().claims.front().end_line = 4;
    CHECK(render_github(report, everything()).find("col=") == std::string::npos);
    report.documents.front().path = "-";
    CHECK(render_github(report, everything()).starts_with("::error title=trade/exports-level::"));
}

TEST_CASE("a Markdown report that must fit holds whole findings and counts the rest") {
    const Report report = many(50, 0);
    const std::string all = render_markdown(report, everything());
    const std::string cut = render_markdown_within(report, everything(), 5000);
    CHECK(cut.size() <= 5000);
    CHECK(all.starts_with(cut.substr(0, cut.rfind("\n\n"))));
    const std::size_t shown = lines_with(cut, "- **error** ");
    CHECK(shown > 2);
    CHECK(cut.ends_with("\n" + std::to_string(50 - shown) + " findings more did not fit here.\n"));
}

TEST_CASE("JUnit: from --fail-on a case fails, below it passes, a clean document is one that passes") {
    RenderOptions options = everything();
    std::string out = render_junit(testing::report_of({testing::wrong_exports()}), options);
    CHECK(out.find("tests=\"1\" failures=\"1\"") != std::string::npos);
    options.fail_on.reset();
    out = render_junit(testing::report_of({testing::wrong_exports()}), options);
    CHECK(out.find("tests=\"1\" failures=\"0\"") != std::string::npos);
    CHECK(out.find("name=\"severity\" value=\"error\"") != std::string::npos);
    out = render_junit(testing::report_of({}), options);
    CHECK(out.find("<testcase name=\"no findings\"") != std::string::npos);
    CHECK(out.find("tests=\"1\" failures=\"0\" errors=\"0\"") != std::string::npos);
}

TEST_CASE("GitLab gets one entry a finding, each with a name of its own") {
    const auto issues = nlohmann::json::parse(render_gitlab(many(2, 1), everything()));
    REQUIRE(issues.size() == 3);
    CHECK(issues[0]["severity"] == "minor");
    CHECK(issues[1]["severity"] == "major");
    CHECK(issues[1]["fingerprint"] != issues[2]["fingerprint"]);
    CHECK(issues[1]["location"]["path"] == "article.md");
    CHECK(nlohmann::json::parse(render_gitlab(Report{}, everything())).empty());
}

TEST_CASE("a finding keeps its name when lines move, levels change and sentences are reflowed") {
    ReportClaim claim = testing::wrong_exports();
    Fingerprints first, second, third;
    const std::string name = first.of("a.md", "", claim);
    CHECK(name.size() == 32);
    CHECK(first.of("a.md", "", claim) != name);
    claim.line += 7;
    claim.severity = Severity::warning;
    claim.text = "Exports  reaching\n$5.54 billion in the 2023-24 fiscal year";
    CHECK(second.of("a.md", "", claim) == name);
    CHECK(third.of("b.md", "", claim) != name);
    claim.rule = "trade/other";
    CHECK(third.of("a.md", "", claim) != name);
}

TEST_CASE("paths count from the root of the repository") {
    RenderOptions options;
    CHECK(repository_path("./texts//a.md", options) == "texts/a.md");
    options.current_folder = "/r/docs";
    options.root_folder = "/r";
    CHECK(repository_path("a.md", options) == "docs/a.md");
    CHECK(repository_path("../b.md", options) == "b.md");
    CHECK(repository_path("/r/docs/c.md", options) == "docs/c.md");
    CHECK(repository_path("/elsewhere/c.md", options) == "../elsewhere/c.md");
    CHECK(repository_path("-", options) == "-");
}

TEST_CASE("text in its place") {
    CHECK(markup_escaped("<a href='x'>&\x01\n\xEF\xBF\xBF") == "&lt;a href=&#39;x&#39;&gt;&amp;&lt;U+0001&gt;\n\xEF\xBF\xBD");
    CHECK(csv_escaped("=1+1") == "'=1+1");
    CHECK(csv_escaped("a \"b\", c") == "\"a \"\"b\"\", c\"");
    CHECK(csv_escaped("plain") == "plain");
    CHECK(command_property("a:b,c%\nd") == "a%3Ab%2Cc%25 d");
    CHECK(command_message("50 %\nof") == "50 %25%0Aof");
    CHECK(uri_of_path("a b/ü%.md") == "a%20b/%C3%BC%25.md");
    CHECK(uri_of_path("c:x") == "./c%3Ax");
    CHECK(linkable("https://a.example/?b=1&c=2#d") == "https://a.example/?b=1&c=2#d");
    for (const char* bad : {"javascript:alert(1)", "http://a\"b", "ftp://a", "http://a b", "//a", "https://a\nb"})
        CHECK(linkable(bad).empty());
    CHECK(markdown_code("a`b") == "``a`b``");
    CHECK(markdown_escaped("1. *a* _b_ [c](d) <e> & #f @g") ==
          "1\\. \\*a\\* \\_b\\_ \\[c\\]\\(d\\) &lt;e&gt; &amp; \\#<!-- -->f @<!-- -->g");
    CHECK(markdown_escaped("$5.44 billion, or 10.4 %") == "$5.44 billion, or 10.4 %");
}
