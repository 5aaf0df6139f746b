// What stands between the findings of a document and the report: ignores, the baseline, the lines that changed.
#pragma once

#include "cli/options.hpp"
#include "factcheck.hpp"
#include "run/baseline.hpp"
#include "run/changed_lines.hpp"
#include "run/files.hpp"
#include "run/ignore_files.hpp"

#include <optional>
#include <string>
#include <vector>

namespace factcheck {

class Filters {
public:
    // What cannot be read goes to `errors`.
    Filters(const Options& options, const std::vector<ReportPack>& packs, std::vector<std::string>& errors);

    // Leaves out files that have not changed.
    void choose(FoundFiles& found) const;
    // Dates of overrides. On any thread, as settle().
    void prepare(Document& document) const;
    void settle(const Document& document, ReportDocument& report) const;
    // In the order of the documents.
    void take(ReportDocument& report);
    [[nodiscard]] bool needs_order() const { return baseline_.has_value(); }
    // At the end: writes the baseline; sentences about it that are no faults go to standard error.
    void end(bool whole, std::vector<std::string>& errors);

private:
    struct Override {
        Patterns files;
        const PathOverride* says;
    };

    const Options& options_;
    std::vector<std::string> packs_;
    std::vector<Override> overrides_;
    std::optional<Baseline> baseline_;
    std::optional<ChangedLines> changed_;
};

}  // namespace factcheck
