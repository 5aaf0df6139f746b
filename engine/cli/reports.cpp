#include "cli/reports.hpp"

#include "cli/terminal.hpp"

#include <algorithm>
#include <utility>

namespace factcheck {
namespace {

const Streamed* streamed(Format format) {
    switch (format) {
        case Format::text: return &streamed_text;
        case Format::json: return &streamed_json;
        case Format::jsonl: return &streamed_jsonl;
    }
    return nullptr;
}

std::string rendered(const Report& report, Format format, const RenderOptions& render) {
    return render_streamed(*streamed(format), report, render);
}

RenderOptions render_options(const Options& options, Format format, bool to_terminal) {
    RenderOptions render;
    render.all = options.all;
    render.min_level = options.min_level.value_or(format == Format::text ? Severity::warning : Severity::info);
    if (to_terminal && format == Format::text) {
        render.colour = wants_colour(options.colour, environment_of_process, stdout_is_terminal());
        render.width = width_of_stdout(render.width);
    }
    return render;
}

}  // namespace

Reports::Reports(const Options& options) : max_findings_(options.max_findings), at_once_(stdout_is_terminal()) {
    for (const Output& output : options.outputs)
        places_.push_back(
            {streamed(output.format), output.format, render_options(options, output.format, false), WholeFile(output.file), {}});
    if (!options.quiet)
        places_.push_back({streamed(options.format), options.format, render_options(options, options.format, true), {}, {}});
    keep_documents_ = std::any_of(places_.begin(), places_.end(), [](const Place& place) { return place.streamed == nullptr; });
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
        const bool says_nothing = place.format == Format::text && summary_.documents == 0 && !whole_.errors.empty();
        if (!place.file && says_nothing) continue;
        if (place.file && interrupted) continue;
        write(place, place.streamed == nullptr ? rendered(whole_, place.format, place.render)
                                               : place.streamed->tail(whole_, summary_, place.render));
        flush(place);
        const std::string error = place.file ? place.file->commit() : std::string();
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
