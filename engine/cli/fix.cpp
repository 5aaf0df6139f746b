// `factcheck fix`: suggestions that are certain are written into the texts, or shown as a diff.
#include "run/fix.hpp"
#include "cli/commands.hpp"
#include "cli/filters.hpp"
#include "cli/terminal.hpp"
#include "render/render.hpp"
#include "render/summary.hpp"
#include "run/atomic_write.hpp"
#include "run/documents.hpp"

#include <utility>

namespace factcheck {
namespace {

struct Fixed {
    std::size_t files = 0;
    std::size_t repairs = 0;
    std::string out;
};

// A text that is a file of its own: not a record, not out of an archive, not standard input.
bool can_be_fixed(const Document& document, const std::vector<FoundFile>& files) {
    const auto is_it = [&](const FoundFile& file) { return file.path == document.path; };
    return document.path != "-" && document.id.empty() && document.date_from != "record" &&
           std::any_of(files.begin(), files.end(), is_it);
}

void fix_document(const Engine& engine, const Filters& filters, Document document, const Options& options, Fixed& fixed,
                  std::vector<std::string>& errors) {
    filters.prepare(document);
    if (!options.date.empty()) document.date = options.date;
    if (!options.as_of.empty()) document.as_of = options.as_of;
    const Judge judge = [&](const std::string& bytes) {
        Document other = document;
        other.bytes = bytes;
        ReportDocument report = engine.check(other);
        filters.settle(other, report);
        return report;
    };
    const std::vector<Edit> edits = certain_edits(document.bytes, judge);
    if (edits.empty()) return;
    ++fixed.files;
    fixed.repairs += edits.size();
    if (options.diff) {
        fixed.out += unified_diff(document.path, document.bytes, edits);
        return;
    }
    if (std::string error = write_whole(document.path, edited(document.bytes, edits)); !error.empty())
        errors.push_back(std::move(error));
    else
        fixed.out += visible(document.path) + ": " + counted(edits.size(), "repair") + "\n";
}

}  // namespace

int fix_command(const Options& options) {
    std::vector<std::string> errors;
    if (!names_files(options)) errors.emplace_back("no files: name a text or a folder; see factcheck fix --help");
    std::optional<Engine> engine;
    if (errors.empty()) engine = load_engine(options, errors);
    if (!engine) {
        if (!names_files(options)) complain(errors.front());
        return exit_code::trouble;
    }
    Filters filters(options, engine->packs(), errors);
    FoundFiles found = chosen_files(options);
    if (errors.empty()) filters.choose(found);
    DocumentsRead read{std::move(found.skipped), std::move(found.errors)};
    Fixed fixed;
    std::size_t others = 0;
    if (errors.empty())
        each_document(
            found.files, options.inputs,
            [&](Document document) {
                if (can_be_fixed(document, found.files))
                    fix_document(*engine, filters, std::move(document), options, fixed, errors);
                else
                    ++others;
            },
            read);
    errors.insert(errors.end(), read.errors.begin(), read.errors.end());
    if (write_stdout(fixed.out) == Written::failed) return exit_code::trouble;
    for (const std::string& error : errors) complain(error);
    if (others > 0)
        complain(counted(others, "document") + " that " + (others == 1 ? "is no file" : "are no files") +
                 " of their own cannot be fixed");
    write_stderr(counted(fixed.repairs, "repair") + " in " + counted(fixed.files, "file") +
                 (options.diff ? ", not written\n" : "\n"));
    if (!errors.empty()) return exit_code::trouble;
    return options.diff && fixed.repairs > 0 ? exit_code::findings : exit_code::clean;
}

}  // namespace factcheck
