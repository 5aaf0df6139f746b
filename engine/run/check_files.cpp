#include "run/check_files.hpp"

#include "run/documents.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace factcheck {

void check_files(const Engine& engine, const std::vector<std::string>& names, const RunOptions& options, Report& report) {
    DocumentsRead read = each_document(names, [&](Document document) {
        if (!options.date.empty()) {
            document.date = options.date;
            document.date_from.clear();
        }
        document.as_of = options.as_of;
        report.documents.push_back(engine.check(document));
    });
    std::move(read.skipped.begin(), read.skipped.end(), std::back_inserter(report.skipped));
    std::move(read.errors.begin(), read.errors.end(), std::back_inserter(report.errors));
}

}  // namespace factcheck
