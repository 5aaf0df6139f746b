// `factcheck check`: load the rules, check the files, write the report in the formats that were asked for.
#include "cli/commands.hpp"
#include "cli/reports.hpp"
#include "cli/terminal.hpp"
#include "render/render.hpp"
#include "render/summary.hpp"
#include "run/check_files.hpp"
#include "run/interrupt.hpp"
#include "run/jobs.hpp"

#include <algorithm>
#include <iterator>

namespace factcheck {
namespace {

constexpr std::string_view default_packs = "consistency,calendar";

std::vector<std::string> folders_for(const Options& options, std::vector<std::string>& errors) {
    if (!options.rules.empty()) return folders_of(options.rules, errors);
    std::vector<std::string> missing;
    std::vector<std::string> folders = folders_of({std::string(default_packs)}, missing);
    if (!missing.empty())
        errors.push_back("no rules: pass --rules with the folder of a pack; the packs that are used without it (" +
                         std::string(default_packs) + ") are not installed");
    return folders;
}

void complain_of(const std::vector<std::string>& errors) {
    for (const std::string& error : errors) complain(error);
}

// Says what is wrong; diagnostics as they are, because editors find the place by the first words of a line.
// Only reports for machines name the packs' hashes.
bool wants_hashes(const Options& options) {
    const auto wants = [](Format format) { return !row_of(format).for_people; };
    return wants(options.format) || std::any_of(options.outputs.begin(), options.outputs.end(),
                                                [&](const Output& output) { return wants(output.format); });
}

std::optional<Engine> load_engine(const Options& options, std::vector<std::string>& errors) {
    const std::vector<std::string> folders = folders_for(options, errors);
    complain_of(errors);
    if (!errors.empty()) return std::nullopt;
    Loaded loaded = load(folders, wants_hashes(options));
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
        write_stderr(visible(to_string(diagnostic)) + "\n");
        if (diagnostic.severity == Severity::error) errors.push_back(to_string(diagnostic));
    }
    return loaded.engine;
}

// The text report says it beside the document, the others where a program may not look.
void complain_of_partly_read(const ReportDocument& document, const Options& options) {
    if (!document.partly_read || (row_of(options.format).for_people && !options.quiet)) return;
    complain(document.path + ": not fully checked" + (document.notes.empty() ? "" : ": " + document.notes.front()));
}

int exit_code_of(const Report& report, const Reports& reports, const Options& options) {
    if (interrupted() != 0) return exit_code::signal + interrupted();
    const Summary& summary = reports.summary();
    if (reports.failed() || !report.errors.empty() || summary.partly_read > 0) return exit_code::trouble;
    if (!options.fail_on) return exit_code::clean;
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error})
        if (severity >= *options.fail_on && summary.of(severity) > 0) return exit_code::findings;
    return exit_code::clean;
}

std::string how_far(const Reports& reports, const Options& options) {
    std::string sentence = "stopped by a signal after " + counted(reports.summary().documents, "document");
    if (!options.outputs.empty()) sentence += "; the files of --output were not written";
    return sentence;
}

// Checks the files and fills the reports; what went wrong is added to `report`.
void run(const Engine& engine, const Options& options, Reports& reports, Report& report) {
    FoundFiles found = chosen_files(options);
    DocumentsRead read{std::move(found.skipped), std::move(found.errors)};
    std::vector<std::string> failed;
    CheckSteps steps;
    steps.render = [&](const ReportDocument& document) { return reports.render(document); };
    steps.take = [&](CheckedDocument checked) {
        if (!checked.error.empty()) return failed.push_back(std::move(checked.error));
        complain_of_partly_read(checked.document, options);
        reports.take(std::move(checked.document), checked.rendered);
    };
    steps.stop = [&] { return interrupted() != 0 || reports.nobody_reads(); };
    check_files(engine, found.files,
                {options.date, options.as_of, options.choice.stdin_name, reports.detail(), threads_of(options)}, steps, read);
    report.skipped = std::move(read.skipped);
    std::move(read.errors.begin(), read.errors.end(), std::back_inserter(report.errors));
    std::move(failed.begin(), failed.end(), std::back_inserter(report.errors));
    if (interrupted() != 0) report.errors.push_back(how_far(reports, options));
}

}  // namespace

int check_command(const Options& options) {
    Report report;
    report.version = version();
    Reports reports(options);
    std::optional<Engine> engine;
    if (!names_files(options)) {
        report.errors.emplace_back("no files: name a text, a folder, or - for standard input; see factcheck --help");
        complain_of(report.errors);
    } else {
        engine = load_engine(options, report.errors);
    }
    if (engine) report.packs = engine->packs();
    reports.begin(report);
    if (engine) {
        watch_for_interrupts();
        run(*engine, options, reports, report);
        complain_of(report.errors);
    }
    reports.end(report, interrupted() != 0);
    return exit_code_of(report, reports, options);
}

}  // namespace factcheck
