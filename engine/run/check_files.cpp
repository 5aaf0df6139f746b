#include "run/check_files.hpp"

#include "run/documents.hpp"
#include "run/files.hpp"

#include <algorithm>
#include <utility>

namespace factcheck {

void check_files(const Engine& engine, const std::vector<std::string>& names, const RunOptions& options, Report& report) {
    FoundFiles found = find_files(names);
    std::move(found.skipped.begin(), found.skipped.end(), std::back_inserter(report.skipped));
    std::move(found.errors.begin(), found.errors.end(), std::back_inserter(report.errors));
    const auto check = [&](Document document) {
        if (!options.date.empty()) document.date = options.date;
        document.as_of = options.as_of;
        report.documents.push_back(engine.check(document));
    };
    for (const FoundFile& file : found.files) {
        DocumentsRead read = each_document(file.path, check);
        std::move(read.errors.begin(), read.errors.end(), std::back_inserter(report.errors));
        if (!read.binary) continue;
        report.skipped.push_back({file.path, "binary"});
        if (file.named) report.errors.push_back(file.path + ": is binary, not text, and was not checked; leave it out");
    }
    std::stable_sort(report.skipped.begin(), report.skipped.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
}

}  // namespace factcheck
