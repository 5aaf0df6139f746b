// `factcheck coverage`: claims that no rule covers.
#include "author/coverage.hpp"

#include "cli/author.hpp"
#include "cli/terminal.hpp"
#include "read/read.hpp"
#include "run/documents.hpp"

#include <limits>

namespace factcheck {

int coverage_command(const Options& options) {
    if (options.files.empty()) {
        complain("no files: name a text, a folder, or - for standard input; see factcheck coverage --help");
        return exit_code::trouble;
    }
    const std::optional<Engine> engine = engine_of(options);
    if (!engine) return exit_code::trouble;
    Coverage coverage(engine->state());
    const DocumentsRead read = each_document(options.files, [&](Document document) {
        ReadOptions how;
        how.path = document.path;
        how.id = document.id;
        how.input_format = document.input_format;
        how.date = day_from(options.date.empty() ? document.date : options.date);
        coverage.add(read_text(std::move(document.bytes), how));
    });
    for (const std::string& error : read.errors) complain(error);
    constexpr std::size_t most = 10;
    const std::size_t shown = options.all ? std::numeric_limits<std::size_t>::max() : most;
    return printed(options.format == Format::json ? render_coverage_json(coverage) : render_coverage(coverage, shown),
                   read.errors.empty() ? exit_code::clean : exit_code::trouble);
}

}  // namespace factcheck
