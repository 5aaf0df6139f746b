// `factcheck check`: load the rules, check the files, write the report in the formats that were asked for.
#include "cli/commands.hpp"
#include "cli/filters.hpp"
#include "cli/progress.hpp"
#include "cli/reports.hpp"
#include "cli/terminal.hpp"
#include "render/render.hpp"
#include "render/summary.hpp"
#include "rules/build.hpp"
#include "run/cache.hpp"
#include "run/check_files.hpp"
#include "run/interrupt.hpp"
#include "run/jobs.hpp"
#include "run/pack_images.hpp"

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

// The text report says it beside the document, the others where a program may not look.
void complain_of_partly_read(const ReportDocument& document, const Options& options) {
    if (!document.partly_read || (row_of(options.format).for_people && !options.quiet)) return;
    complain(document.path + ": not fully checked" + (document.notes.empty() ? "" : ": " + document.notes.front()));
}

int exit_code_of(const Report& report, const Reports& reports, const Options& options) {
    if (interrupted() != 0) return exit_code::signal + interrupted();
    const Summary& summary = reports.summary();
    if (reports.failed() || !report.errors.empty() || summary.partly_read > 0) return exit_code::trouble;
    if (!options.fail_on || !options.write_baseline.empty()) return exit_code::clean;
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error})
        if (severity >= *options.fail_on && summary.of(severity) > 0) return exit_code::findings;
    return exit_code::clean;
}

std::string how_far(const Reports& reports, const Options& options) {
    std::string sentence = "stopped by a signal after " + counted(reports.summary().documents, "document");
    if (!options.outputs.empty()) sentence += "; the files of --output were not written";
    const bool kept = !options.cache.empty() || options.resume;
    sentence += kept ? "; the same command goes on from there" : "; with --resume, a run goes on where one was stopped";
    return sentence;
}

std::string cache_folder(const Options& options) {
    if (!options.cache.empty() || !options.resume) return options.cache;
    return user_cache(environment_of_process("XDG_CACHE_HOME"), environment_of_process("HOME")).string();
}

// All that a result depends on beside the document.
std::string rules_and_program(const std::vector<ReportPack>& packs) {
    std::string all = std::string(version()) + " " + program_build();
    for (const ReportPack& pack : packs) all += "\n" + pack.name + " " + pack.version + " " + pack.hash;
    return all;
}

// Empty: it may be used.
std::string open_cache(Cache& cache, const Options& options, const std::vector<ReportPack>& packs) {
    const std::string folder = cache_folder(options);
    if (folder.empty()) return "--resume: there is no place for results; name one with --cache";
    return cache.open(folder, rules_and_program(packs), options.cache_mib << 20U);
}

// Checks the files and fills the reports; what went wrong is added to `report`.
void run(const Engine& engine, Filters& filters, const Options& options, Reports& reports, Report& report) {
    FoundFiles found = chosen_files(options);
    filters.choose(found);
    DocumentsRead read{std::move(found.skipped), std::move(found.errors)};
    std::vector<std::string> failed;
    const bool in_order = filters.needs_order() || options.max_findings > 0;
    Cache cache;
    const bool cached = !options.cache.empty() || options.resume;
    if (cached)
        if (std::string error = open_cache(cache, options, report.packs); !error.empty())
            return report.errors.push_back(std::move(error));
    Progress progress(found.files, options.quiet);
    CheckSteps steps;
    steps.prepare = [&](Document& document) { filters.prepare(document); };
    steps.settle = [&](const Document& document, ReportDocument& checked) { filters.settle(document, checked); };
    steps.render = [&](const ReportDocument& document) {
        return in_order ? std::vector<std::string>() : reports.render(document);
    };
    steps.take = [&](CheckedDocument checked) {
        if (!checked.error.empty()) return failed.push_back(std::move(checked.error));
        const auto is_empty = [](const std::string& bytes) { return bytes.empty(); };
        if (in_order || checked.document.partly_read || !std::all_of(checked.rendered.begin(), checked.rendered.end(), is_empty))
            progress.hide();
        complain_of_partly_read(checked.document, options);
        filters.take(checked.document);
        reports.take(std::move(checked.document), std::move(checked.rendered));
        progress.show(reports.summary().documents, reports.summary().all_findings());
    };
    steps.stop = [&] { return interrupted() != 0 || reports.nobody_reads(); };
    check_files(engine, found.files,
                {options.date, options.as_of, options.choice.stdin_name, reports.detail(), cached ? &cache : nullptr,
                 threads_of(options), options.inputs},
                steps, read);
    report.skipped = std::move(read.skipped);
    std::move(read.errors.begin(), read.errors.end(), std::back_inserter(report.errors));
    std::move(failed.begin(), failed.end(), std::back_inserter(report.errors));
    if (interrupted() != 0) report.errors.push_back(how_far(reports, options));
    filters.end(report.errors.empty() && reports.summary().partly_read == 0, report.errors);
}

}  // namespace

// Says what is wrong; diagnostics as they are, because editors find the place by the first words of a line.
std::optional<Engine> load_engine(const Options& options, std::vector<std::string>& errors) {
    const std::vector<std::string> folders = folders_for(options, errors);
    complain_of(errors);
    if (!errors.empty()) return std::nullopt;
    Loaded loaded = load_quickly(folders);
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
        write_stderr(visible(to_string(diagnostic)) + "\n");
        if (diagnostic.severity == Severity::error) errors.push_back(to_string(diagnostic));
    }
    return loaded.engine;
}

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
        Filters filters(options, report.packs, report.errors);
        if (report.errors.empty()) run(*engine, filters, options, reports, report);
        complain_of(report.errors);
    }
    reports.end(report, interrupted() != 0);
    return exit_code_of(report, reports, options);
}

}  // namespace factcheck
