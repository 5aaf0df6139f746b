// `factcheck extract`: what the grammar sees, before any rule.
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "mentions.hpp"
#include "model/period.hpp"
#include "read/read.hpp"
#include "render/mentions.hpp"
#include "run/documents.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

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

// `flush` is called where `out` has become long, also within a line: that of a text full of figures is many times its size.
template <typename Flush>
void append_rendered(std::string& out, const Text& text, MentionRoom& room, Format format, const Flush& flush) {
    if (format == Format::text) {
        out += render_mentions_text(text.path, mentions_of(text));
        return;
    }
    MentionLine line(out, text.id);
    each_mention(text, room, [&](const ReportMention& mention) {
        line.add(mention);
        if (out.size() >= piece) flush();
    });
    line.end();
}

}  // namespace

int extract_command(const Options& options) {
    if (options.files.empty()) {
        complain("no files: name a text, a folder, or - for standard input; see factcheck extract --help");
        return exit_code::trouble;
    }
    std::string out;
    MentionRoom room;
    Written written = Written::all;
    const auto flush = [&] {
        if (written == Written::all) written = write_stdout(out);  // after a failure, one sentence is enough
        out.clear();
    };
    bool whole = true;
    const DocumentsRead read = each_document(options.files, [&](Document document) {
        const Text text = text_of(std::move(document), options);
        if (text.partly_read) {
            complain(text.path + ": not fully read" + (text.notes.empty() ? "" : ": " + text.notes.front()));
            whole = false;
        }
        append_rendered(out, text, room, options.format, flush);
        if (out.size() >= piece) flush();
    });
    flush();
    for (const std::string& error : read.errors) complain(error);
    return whole && read.errors.empty() && written != Written::failed ? exit_code::clean : exit_code::trouble;
}

}  // namespace factcheck
