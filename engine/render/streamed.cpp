#include "render/streamed.hpp"

namespace factcheck {

std::string render_streamed(const Streamed& format, const Report& report, const RenderOptions& options) {
    std::string out = format.head(report, options);
    std::string_view between;
    for (const ReportDocument& document : report.documents) {
        out += between;
        out += format.document(document, options);
        between = format.between;
    }
    return out + format.tail(report, summary_of(report), options);
}

}  // namespace factcheck
