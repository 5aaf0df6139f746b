#include "cli/options.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace factcheck;
using Strings = std::vector<std::string>;

namespace {

Options good(const Strings& arguments) {
    const Parsed parsed = parse_options(arguments);
    CAPTURE(parsed.error);
    CHECK(parsed.error.empty());
    return parsed.options;
}

const std::string formats = [] {
    std::string names;
    for (const FormatRow& row : format_table()) names += (names.empty() ? "" : ", ") + std::string(row.name);
    return names;
}();

std::string error_of(const Strings& arguments) { return parse_options(arguments).error; }

}  // namespace

TEST_CASE("the first word is a command if it is one") {
    CHECK(good({"a.md"}).command == Command::check);
    CHECK(good({"check", "a.md"}).command == Command::check);
    CHECK(good({"test", "rules"}).command == Command::test);
    CHECK(good({"extract", "-"}).files == Strings{"-"});
    CHECK(good({"claims", "-"}).command == Command::claims);
    CHECK(good({"claims", "-f", "jsonl", "-r", "calendar", "a.md"}).format == Format::jsonl);
    CHECK(good({"./test", "test"}).files == Strings{"./test", "test"});
    CHECK(good({"./test"}).command == Command::check);
    CHECK(good({}).files.empty());
}

TEST_CASE("options take one value each and swallow no files") {
    const Options options =
        good({"-r", "rules", "a.md", "--rules=more", "b.md", "-fjson", "-o", "text=x", "-o", "json=y", "--", "-c.md"});
    CHECK(options.rules == Strings{"rules", "more"});
    CHECK(options.files == Strings{"a.md", "b.md", "-c.md"});
    CHECK(options.format == Format::json);
    REQUIRE(options.outputs.size() == 2);
    CHECK(options.outputs[1].format == Format::json);
    CHECK(options.outputs[1].file == "y");
}

TEST_CASE("levels, dates and switches") {
    CHECK(good({"a"}).fail_on == Severity::error);
    CHECK(!good({"--fail-on", "never", "a"}).fail_on);
    CHECK(good({"--fail-on", "info", "a"}).fail_on == Severity::info);
    CHECK(!good({"a"}).min_level);
    CHECK(good({"--min-level", "warning", "a"}).min_level == Severity::warning);
    CHECK(good({"--date", "2025-08-04", "a"}).date == "2025-08-04");
    CHECK(good({"--as-of", "latest", "a"}).as_of == "latest");
    CHECK(good({"--color", "never", "a"}).colour == ColourChoice::never);
    CHECK(good({"-q", "--all", "a"}).quiet);
    CHECK(good({"-f", "text", "-f", "jsonl", "a"}).format == Format::jsonl);
    CHECK(good({"test", "--filter", "toll", "x"}).filter == "toll");
}

TEST_CASE("what is wrong is said in one sentence that names the option") {
    CHECK(error_of({"--formt", "json", "a"}) == "no option is called --formt (did you mean --format?); see factcheck --help");
    CHECK(error_of({"--weather=1", "a"}) == "no option is called --weather; see factcheck --help");
    CHECK(error_of({"-x", "a"}) == "no option is called -x; see factcheck --help");
    CHECK(error_of({"test", "--date", "2025-08-04"}) == "test takes no --date; see factcheck test --help");
    CHECK(error_of({"--format", "xml", "a"}) == "--format: does not know \"xml\"; it takes " + formats);
    CHECK(error_of({"--fail-on", "all", "a"}) == "--fail-on: does not know \"all\"; it takes error, warning, info, never");
    CHECK(error_of({"--date", "4 August", "a"}) == "--date: \"4 August\" is not a day; write it as 2025-08-04");
    CHECK(error_of({"--date", "2025-02-30", "a"}) == "--date: \"2025-02-30\" is not a day; write it as 2025-08-04");
    CHECK(error_of({"--as-of", "now", "a"}) == "--as-of: \"now\" is not a day; write it as 2025-08-04, or latest");
    CHECK(error_of({"-o", "report.json", "a"}) == "--output: \"report.json\" is not FORMAT=FILE, as in json=report.json");
    CHECK(error_of({"-o", "json=-", "a"}) == "--output: - is standard output; choose its format with --format");
    CHECK(error_of({"-o", "pdf=a", "a"}) == "--output: does not know \"pdf\"; it takes " + formats);
    CHECK(error_of({"a", "--rules"}).find("--rules") != std::string::npos);
}

TEST_CASE("help names every option of the command, and fits a terminal") {
    for (const Command command : {Command::check, Command::extract, Command::test}) {
        const std::string help = help_of(command);
        CHECK(help.find("-h, --help") != std::string::npos);
        std::istringstream lines(help);
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            CHECK(line.size() <= 104);
            CHECK((line.empty() || line.back() != ' '));
        }
    }
    CHECK(help_of(Command::check).find("-r, --rules DIR|NAME") != std::string::npos);
    CHECK(help_of(Command::check).find("--filter") == std::string::npos);
    CHECK(help_of(Command::test).find("--filter WORDS") != std::string::npos);
}
