// `factcheck claims`: what was understood, before any rule.
#include "claims.hpp"

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "read/read.hpp"
#include "render/claims.hpp"
#include "render/render.hpp"
#include "run/documents.hpp"

namespace factcheck {

namespace {

constexpr std::size_t piece = 64U << 10U;  // bytes that are written at a time: a corpus may be of any size

Text text_of(Document document, const Options& options) {
    ReadOptions read;
    read.path = std::move(document.path);
    read.id = std::move(document.id);
    read.date = day_from(options.date.empty() ? document.date : options.date);
    read.input_format = std::move(document.input_format);
    return read_text(std::move(document.bytes), read);
}

std::optional<Engine> engine_of(const Options& options) {
    std::vector<std::string> errors;
    const std::vector<std::string> folders = folders_of(options.rules, errors);
    for (const std::string& error : errors) complain(error);
    if (!errors.empty()) return std::nullopt;
    Loaded loaded = load(folders, false);
    for (const Diagnostic& diagnostic : loaded.diagnostics) write_stderr(visible(to_string(diagnostic)) + "\n");
    return loaded.engine;
}

}  // namespace

int claims_command(const Options& options) {
    if (options.files.empty()) {
        complain("no files: name a text, a folder, or - for standard input; see factcheck claims --help");
        return exit_code::trouble;
    }
    const std::optional<Engine> engine = engine_of(options);
    if (!engine) return exit_code::trouble;
    std::string out;
    Written written = Written::all;
    const auto flush = [&] {
        if (written == Written::all) written = write_stdout(out);  // after a failure, one sentence is enough
        out.clear();
    };
    bool whole = true;
    const DocumentsRead read = each_document(options.files, [&](Document document) {
        const ReportDocument claims = claims_of(engine->state(), text_of(std::move(document), options));
        if (claims.partly_read) {
            complain(claims.path + ": not fully read" + (claims.notes.empty() ? "" : ": " + claims.notes.front()));
            whole = false;
        }
        out += options.format == Format::text ? render_claims_text(claims) : render_claims_jsonl(claims);
        if (out.size() >= piece) flush();
    });
    flush();
    for (const std::string& error : read.errors) complain(error);
    return whole && read.errors.empty() && written != Written::failed ? exit_code::clean : exit_code::trouble;
}

}  // namespace factcheck
