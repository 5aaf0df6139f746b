// Where the reports of a run go: standard output and files, each in its format, written while documents are checked where the
// format allows it.
#pragma once

#include "cli/options.hpp"
#include "model/report.hpp"
#include "render/render.hpp"
#include "render/streamed.hpp"
#include "render/summary.hpp"
#include "run/atomic_write.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

class Reports {
public:
    explicit Reports(const Options& options);

    // What the formats need beyond the findings.
    [[nodiscard]] ReportDetail detail() const;
    // The head, from the version and the packs of `known`.
    void begin(const Report& known);
    // What take() needs of a document; on any thread.
    [[nodiscard]] std::vector<std::string> render(const ReportDocument& document) const;
    // In the order of the report. `rendered` may be empty: then it is made here.
    void take(ReportDocument document, std::vector<std::string> rendered);
    // The end, from what was skipped and wrong. `interrupted`: files keep their old bytes.
    void end(Report rest, bool interrupted);

    [[nodiscard]] const Summary& summary() const { return summary_; }
    [[nodiscard]] bool failed() const { return cannot_write_ || cannot_print_; }
    // Standard output takes no more, and no file waits for the rest.
    [[nodiscard]] bool nobody_reads() const { return (reader_gone_ || cannot_print_) && places_.size() == 1; }

private:
    struct Place {
        const Streamed* streamed = nullptr;  // null: the format needs the whole report
        Format format = Format::text;
        RenderOptions render;
        std::optional<WholeFile> file;  // absent: standard output
        std::string_view between;
        std::string pending;  // not yet written
    };

    void hide_what_is_too_much(ReportDocument& document);
    void write(Place& place, std::string_view bytes);
    void flush(Place& place);

    std::vector<Place> places_;
    Report whole_;  // its documents only where a format needs them
    bool keep_documents_ = false;
    std::size_t max_findings_;  // 0: any number
    std::size_t shown_ = 0;
    std::size_t hidden_ = 0;
    Summary summary_;
    bool at_once_;  // somebody watches
    bool cannot_write_ = false;
    bool cannot_print_ = false;
    bool reader_gone_ = false;
};

}  // namespace factcheck
