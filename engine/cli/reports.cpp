#include "cli/reports.hpp"

#include "cli/job_summary.hpp"
#include "cli/terminal.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace factcheck {
namespace {

struct Folders {
    std::string current;
    std::string root;  // of the repository, or the current one
};

Folders folders_here() {
    std::error_code error;
    const std::filesystem::path current = std::filesystem::current_path(error);
    for (std::filesystem::path folder = current; !folder.empty(); folder = folder.parent_path()) {
        if (std::filesystem::exists(folder / ".git", error)) return {current.string(), folder.string()};
        if (folder == folder.parent_path()) break;
    }
    return {current.string(), current.string()};
}

RenderOptions render_options(const Options& options, const Folders& folders, Format format, bool to_terminal) {
    RenderOptions render;
    render.all = options.all;
    render.min_level = options.min_level.value_or(row_of(format).min_level);
    render.fail_on = options.fail_on;
    render.current_folder = folders.current;
    render.root_folder = folders.root;
    if (to_terminal && format == Format::text) {
        render.colour = wants_colour(options.colour, environment_of_process, stdout_is_terminal());
        render.width = width_of_stdout(render.width);
    }
    return render;
}

}  // namespace

Reports::Reports(const Options& options) : max_findings_(options.max_findings), at_once_(stdout_is_terminal()) {
    const Folders folders = folders_here();
    for (const Output& output : options.outputs)
        places_.push_back({row_of(output.format).streamed,
                           output.format,
                           render_options(options, folders, output.format, false),
                           WholeFile(output.file),
                           {}});
    if (!options.quiet)
        places_.push_back(
            {row_of(options.format).streamed, options.format, render_options(options, folders, options.format, true), {}, {}});
    keep_documents_ = std::any_of(places_.begin(), places_.end(), [](const Place& place) { return place.streamed == nullptr; });
}

ReportDetail Reports::detail() const {
    ReportDetail all;
    for (const Place& place : places_) all |= row_of(place.format).detail;
    return all;
}

void Reports::begin(const Report& known) {
    whole_.version = known.version;
    whole_.packs = known.packs;
    for (Place& place : places_)
        if (place.streamed != nullptr) write(place, place.streamed->head(known, place.render));
}

std::vector<std::string> Reports::render(const ReportDocument& document) const {
    std::vector<std::string> out;
    for (const Place& place : places_)
        out.push_back(place.streamed == nullptr ? std::string() : place.streamed->document(document, place.render));
    return out;
}

// Findings over --max-findings are counted and not shown.
void Reports::hide_what_is_too_much(ReportDocument& document) {
    std::erase_if(document.claims, [&](const ReportClaim& claim) {
        if (!claim.severity || ++shown_ <= max_findings_) return false;
        ++hidden_;
        return true;
    });
}

void Reports::take(ReportDocument document, std::vector<std::string> rendered) {
    summary_.add(document);
    if (max_findings_ > 0) hide_what_is_too_much(document);
    if (rendered.empty()) rendered = render(document);
    for (std::size_t i = 0; i < places_.size(); ++i) {
        Place& place = places_[i];
        if (place.streamed == nullptr) continue;
        write(place, place.between);
        write(place, rendered[i]);
        place.between = place.streamed->between;
    }
    if (keep_documents_) whole_.documents.push_back(std::move(document));
}

void Reports::end(Report rest, bool interrupted) {
    summary_.skipped = rest.skipped.size();
    if (hidden_ > 0)
        complain(counted(hidden_, "finding") + " over --max-findings " + std::to_string(max_findings_) +
                 (hidden_ == 1 ? " is" : " are") + " counted and not shown");
    whole_.skipped = std::move(rest.skipped);
    whole_.errors = std::move(rest.errors);
    whole_.warnings = warnings_of(summary_, whole_.packs);
    for (Place& place : places_) {
        // Where there is nothing but an error, standard error has said it.
        const bool says_nothing = row_of(place.format).for_people && summary_.documents == 0 && !whole_.errors.empty();
        if (!place.file && says_nothing) continue;
        if (place.file && interrupted) continue;
        write(place, place.streamed == nullptr ? rendered(whole_, place.format, place.render)
                                               : place.streamed->tail(whole_, summary_, place.render));
        flush(place);
        std::string error = place.file ? place.file->commit() : std::string();
        const std::string summary_file = environment_of_process("GITHUB_STEP_SUMMARY");
        if (place.format == Format::github && !place.file && !summary_file.empty())
            error = add_job_summary(summary_file, whole_, place.render);
        if (error.empty()) continue;
        complain(error);
        cannot_write_ = true;
    }
    for (const std::string& warning : whole_.warnings) complain("warning: " + warning);
}

void Reports::write(Place& place, std::string_view bytes) {
    constexpr std::size_t piece = 64U << 10U;
    place.pending += bytes;
    if (place.pending.size() >= piece || (!place.file && at_once_)) flush(place);
}

// Whole records: what stands in `pending` ends with one.
void Reports::flush(Place& place) {
    const std::string bytes = std::exchange(place.pending, {});
    if (bytes.empty()) return;
    if (place.file) return place.file->write(bytes);
    if (cannot_print_ || reader_gone_) return;  // one sentence is enough
    const Written written = write_stdout(bytes);
    cannot_print_ = written == Written::failed;
    reader_gone_ = written == Written::nobody_reads;
}

}  // namespace factcheck
