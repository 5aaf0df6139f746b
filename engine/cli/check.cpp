// `factcheck check`: load the rules, check the files, write the report in the formats that were asked for.
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "render/render.hpp"
#include "render/summary.hpp"
#include "run/atomic_write.hpp"
#include "run/check_files.hpp"

#include <algorithm>

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
    return options.format != Format::text || std::any_of(options.outputs.begin(), options.outputs.end(),
                                                         [](const auto& output) { return output.format != Format::text; });
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

std::string rendered(const Report& report, Format format, const Options& options, bool to_terminal) {
    RenderOptions render;
    render.all = options.all;
    render.min_level = options.min_level.value_or(format == Format::text ? Severity::warning : Severity::info);
    if (format == Format::json) return render_json(report, render);
    if (format == Format::jsonl) return render_jsonl(report, render);
    if (to_terminal) {
        render.colour = wants_colour(options.colour, environment_of_process, stdout_is_terminal());
        render.width = width_of_stdout(render.width);
    }
    return render_text(report, render);
}

// Whether everything could be written.
bool write_report(const Report& report, const Options& options) {
    bool written = true;
    for (const Output& output : options.outputs) {
        const std::string error = write_whole(output.file, rendered(report, output.format, options, false));
        if (error.empty()) continue;
        complain(error);
        written = false;
    }
    const bool nothing_to_say = options.format == Format::text && report.documents.empty() && !report.errors.empty();
    if (options.quiet || nothing_to_say) return written;
    return write_stdout(rendered(report, options.format, options, true)) != Written::failed && written;
}

// The text report says it beside the document, the others where a program may not look.
void complain_of_partly_read(const Report& report, const Options& options) {
    if (options.format == Format::text && !options.quiet) return;
    for (const ReportDocument& document : report.documents)
        if (document.partly_read)
            complain(document.path + ": not fully checked" + (document.notes.empty() ? "" : ": " + document.notes.front()));
}

int exit_code_of(const Report& report, const Options& options) {
    const auto& documents = report.documents;
    if (!report.errors.empty()) return exit_code::trouble;
    if (std::any_of(documents.begin(), documents.end(), [](const auto& d) { return d.partly_read; })) return exit_code::trouble;
    if (!options.fail_on) return exit_code::clean;
    const Summary summary = summary_of(report);
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error})
        if (severity >= *options.fail_on && summary.of(severity) > 0) return exit_code::findings;
    return exit_code::clean;
}

}  // namespace

int check_command(const Options& options) {
    Report report;
    report.version = version();
    if (options.files.empty()) {
        report.errors.emplace_back("no files: name a text, a folder, or - for standard input; see factcheck --help");
        complain_of(report.errors);
    } else if (const std::optional<Engine> engine = load_engine(options, report.errors)) {
        report.packs = engine->packs();
        check_files(*engine, options.files, {options.date, options.as_of}, report);
        complain_of(report.errors);
        complain_of_partly_read(report, options);
    }
    return write_report(report, options) ? exit_code_of(report, options) : exit_code::trouble;
}

}  // namespace factcheck
