#include "run/check_files.hpp"

#include "run/each.hpp"

#include <exception>
#include <new>
#include <optional>
#include <utility>

namespace factcheck {
namespace {

void name_and_date(const RunOptions& options, Document& document) {
    if (document.path == "-" && !options.stdin_name.empty()) document.path = options.stdin_name;
    if (!options.date.empty()) {
        document.date = options.date;
        document.date_from.clear();
    }
    document.as_of = options.as_of;
    document.detail = options.detail;
}

ReportDocument check_or_recall(const Engine& engine, const Document& document, Cache* cache) {
    if (cache == nullptr) return engine.check(document);
    const Cache::Key key = cache->key_of(document);
    if (std::optional<ReportDocument> known = cache->find(key)) {
        known->path = document.path;
        known->id = document.id;
        return *std::move(known);
    }
    ReportDocument checked = engine.check(document);
    cache->keep(key, checked);
    return checked;
}

// One bad document is a line in the report, never the end of the run.
CheckedDocument checked(const Engine& engine, const Document& document, Cache* cache, const CheckSteps& steps) {
    const std::string name = document.path + (document.id.empty() ? "" : " (" + document.id + ")");
    CheckedDocument out;
    try {
        out.document = check_or_recall(engine, document, cache);
        if (steps.settle) steps.settle(document, out.document);
        out.rendered = steps.render(out.document);
    } catch (const std::bad_alloc&) {
        out = {};
        out.error = name + ": not checked, for there was not enough memory; split it, or check it with --jobs 1";
    } catch (const std::exception& error) {
        out = {};
        out.error = name + ": not checked, because of a fault of factcheck: " + error.what();
    }
    return out;
}

}  // namespace

void check_files(const Engine& engine, const std::vector<FoundFile>& files, const RunOptions& options, const CheckSteps& steps,
                 DocumentsRead& out) {
    each_in_order<CheckedDocument>(
        files, options.inputs, options.threads,
        [&](Document document) {
            name_and_date(options, document);
            if (steps.prepare) steps.prepare(document);
            return checked(engine, document, options.cache, steps);
        },
        steps.take, steps.stop, out);
}

}  // namespace factcheck
