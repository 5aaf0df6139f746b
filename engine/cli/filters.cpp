#include "cli/filters.hpp"

#include "cli/sidecar.hpp"
#include "cli/terminal.hpp"
#include "render/summary.hpp"
#include "run/atomic_write.hpp"
#include "run/suppress.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

fs::path absolute_path(const std::string& path) {
    std::error_code error;
    const fs::path absolute = fs::absolute(path.empty() ? "." : path, error).lexically_normal();
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

}  // namespace

Filters::Filters(const Options& options, const std::vector<ReportPack>& packs, std::vector<std::string>& errors)
    : options_(options) {
    for (const ReportPack& pack : packs) packs_.push_back(pack.name);
    for (const PathOverride& each : options.overrides)
        overrides_.push_back({Patterns("overrides", absolute_path(each.root), each.files), &each});
    if (!options.baseline.empty() || !options.write_baseline.empty())
        baseline_.emplace(options.baseline.empty() ? options.write_baseline : options.baseline);
    if (!options.baseline.empty())
        if (std::string error = baseline_->load(); !error.empty()) errors.push_back(std::move(error));
    if (!options.since.empty())
        if (std::string error = changed_.emplace().load(options.since); !error.empty()) errors.push_back(std::move(error));
}

void Filters::choose(FoundFiles& found) const {
    if (!changed_) return;
    std::erase_if(found.files, [&](const FoundFile& file) {
        if (changed_->has_changed(file.path)) return false;
        found.skipped.push_back({file.path, "not changed since " + options_.since});
        return true;
    });
}

void Filters::prepare(Document& document) const {
    for (const Override& each : overrides_) {
        if (!each.files.name(absolute_path(document.path))) continue;
        if (!each.says->date.empty() && options_.date.empty()) document.date = each.says->date;
        if (!each.says->as_of.empty() && options_.as_of.empty()) document.as_of = each.says->as_of;
    }
}

void Filters::settle(const Document& document, ReportDocument& report) const {
    apply(ignores_in(document.bytes, document.path), packs_, report);
    if (!report.claims.empty() && document.id.empty() && !has_comments(document.path)) {
        std::string error;
        apply(sidecar_of(document.path, error), packs_, report);
        if (!error.empty()) {
            report.notes.push_back(error);
            report.partly_read = true;
        }
    }
    if (!options_.ignored_rules.empty()) leave_out(options_.ignored_rules, report);
    for (const Override& each : overrides_)
        if (!each.says->ignored_rules.empty() && each.files.name(absolute_path(report.path)))
            leave_out(each.says->ignored_rules, report);
    if (!changed_) return;
    for (ReportClaim& claim : report.claims)
        if (claim.severity && !changed_->has_changed(report.path, claim.line, std::max(claim.line, claim.end_line)))
            suppress(claim, "since", "the line has not changed since " + options_.since);
}

void Filters::take(ReportDocument& report) {
    if (baseline_) baseline_->take(report);
}

void Filters::end(bool whole, std::vector<std::string>& errors) {
    if (!baseline_) return;
    const auto stale = baseline_->stale();
    if (!stale.empty() && !options_.prune_baseline)
        complain(options_.baseline + ": " + counted(stale.size(), "finding") + " of it " + (stale.size() == 1 ? "is" : "are") +
                 " not there any more, the first in " + stale.front().path + " (" + stale.front().rule +
                 "); --prune-baseline takes them out");
    const std::string& file = options_.write_baseline.empty() ? options_.baseline : options_.write_baseline;
    if (options_.write_baseline.empty() && !options_.prune_baseline) return;
    if (!whole) {
        errors.push_back(file + ": not written, for not all texts were checked");
        return;
    }
    if (std::string error = write_whole(file, baseline_->written(options_.write_baseline.empty())); !error.empty())
        errors.push_back(std::move(error));
}

}  // namespace factcheck
