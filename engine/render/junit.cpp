// JUnit XML after the common ground of its readers (testmoapp/junitxml): a suite for each document, a case for each finding.
// At or above --fail-on a case fails; below it passes and says its severity; a document without findings is one that passes.
#include "render/escape.hpp"
#include "render/lines.hpp"
#include "render/places.hpp"
#include "render/summary.hpp"

namespace factcheck {
namespace {

struct Suite {
    std::string cases;
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
};

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + markup_escaped(flat(value)) + "\"";
}

std::string attribute(std::string_view name, std::size_t value) { return attribute(name, std::to_string(value)); }

std::string counts_of(const Suite& suite) {
    return attribute("tests", suite.tests) + attribute("failures", suite.failures) + attribute("errors", suite.errors) +
           attribute("skipped", suite.skipped) + attribute("time", "0");
}

std::string details_of(const ReportClaim& claim) {
    std::string out = "\"" + flat(claim.text) + "\"\n";
    if (!claim.suggestion.empty()) out += "suggestion: " + suggestion_of(claim) + "\n";
    if (!claim.cause.empty()) out += "cause: " + flat(claim.cause) + "\n";
    for (const ReportEvidence& evidence : claim.evidence) out += "evidence: " + flat(evidence_of(evidence)) + "\n";
    return out;
}

void open_case(Suite& suite, std::string_view name, std::string_view rule, std::string_view path, std::size_t line) {
    ++suite.tests;
    suite.cases += "    <testcase" + attribute("name", name) + attribute("classname", rule.empty() ? "factcheck" : rule) +
                   attribute("time", "0") + attribute("file", path) + attribute("line", line);
}

void add_error(Suite& suite, std::string_view name, std::string_view path, std::string_view message) {
    open_case(suite, name, "", path, 1);
    ++suite.errors;
    suite.cases += ">\n      <error" + attribute("message", message) + attribute("type", "not checked") + "/>\n    </testcase>\n";
}

void add_claim(Suite& suite, const ReportClaim& claim, std::string_view path, const RenderOptions& options) {
    const std::string place = std::to_string(claim.line) + ":" + std::to_string(claim.column);
    open_case(suite, place + ": " + message_of(claim), claim.rule, path, claim.line);
    suite.cases += ">\n      <properties>\n        <property" + attribute("name", "severity") +
                   attribute("value", level_of(claim)) + "/>\n        <property" + attribute("name", "verdict") +
                   attribute("value", name_of(claim.verdict)) + "/>\n      </properties>\n";
    const std::string details = markup_escaped(details_of(claim));
    if (claim.severity && options.fail_on && *claim.severity >= *options.fail_on) {
        ++suite.failures;
        suite.cases += "      <failure" + attribute("message", message_of(claim)) + attribute("type", name_of(claim.verdict)) +
                       ">" + details + "</failure>\n";
    } else {
        suite.cases += "      <system-out>" + markup_escaped(message_of(claim)) + "\n" + details + "</system-out>\n";
    }
    suite.cases += "    </testcase>\n";
}

Suite suite_of(const ReportDocument& document, std::string_view path, const RenderOptions& options) {
    Suite suite;
    if (document.partly_read)
        add_error(suite, "not fully checked", path,
                  document.notes.empty() ? std::string_view("not fully checked") : std::string_view(document.notes.front()));
    for (const ReportClaim& claim : document.claims)
        if (is_shown(claim, options)) add_claim(suite, claim, path, options);
    if (suite.tests == 0) {
        open_case(suite, "no findings", "", path, 1);
        suite.cases += "/>\n";
    }
    return suite;
}

// What was wrong with the run, and what it left out.
Suite suite_of_run(const Report& report) {
    Suite suite;
    for (const std::string& error : report.errors) add_error(suite, error, "", error);
    for (const ReportSkipped& skipped : report.skipped) {
        open_case(suite, skipped.path, "", skipped.path, 1);
        ++suite.skipped;
        suite.cases += ">\n      <skipped" + attribute("message", skipped.reason) + "/>\n    </testcase>\n";
    }
    return suite;
}

}  // namespace

std::string render_junit(const Report& report, const RenderOptions& options) {
    Suite all;
    const auto add = [&all](const Suite& suite, std::string_view name, std::string_view file) {
        all.cases += "  <testsuite" + attribute("name", name) + counts_of(suite);
        if (!file.empty()) all.cases += attribute("file", file);
        all.cases += ">\n" + suite.cases + "  </testsuite>\n";
        all.tests += suite.tests;
        all.failures += suite.failures;
        all.errors += suite.errors;
        all.skipped += suite.skipped;
    };
    for (const ReportDocument& document : report.documents) {
        const std::string path = repository_path(document.path, options);
        add(suite_of(document, path, options), document.id.empty() ? path : path + " (" + document.id + ")", path);
    }
    if (const Suite run = suite_of_run(report); run.tests > 0) add(run, "factcheck", {});
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "factcheck") + counts_of(all) + ">\n" +
           all.cases + "</testsuites>\n";
}

}  // namespace factcheck
