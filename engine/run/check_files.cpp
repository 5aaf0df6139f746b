#include "run/check_files.hpp"

#include "run/each.hpp"

#include <exception>
#include <new>
#include <utility>

namespace factcheck {
namespace {

void apply(const RunOptions& options, Document& document) {
    if (document.path == "-" && !options.stdin_name.empty()) document.path = options.stdin_name;
    if (!options.date.empty()) {
        document.date = options.date;
        document.date_from.clear();
    }
    document.as_of = options.as_of;
    document.detail = options.detail;
}

// One bad document is a line in the report, never the end of the run.
CheckedDocument checked(const Engine& engine, const Document& document, const CheckSteps& steps) {
    const std::string name = document.path + (document.id.empty() ? "" : " (" + document.id + ")");
    CheckedDocument out;
    try {
        out.document = engine.check(document);
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
        files, options.threads,
        [&](Document document) {
            apply(options, document);
            return checked(engine, document, steps);
        },
        steps.take, steps.stop, out);
}

}  // namespace factcheck
