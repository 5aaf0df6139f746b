// `factcheck extract`: what the grammar sees, before any rule.
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "mentions.hpp"
#include "model/period.hpp"
#include "read/read.hpp"
#include "render/mentions.hpp"
#include "render/summary.hpp"
#include "run/each.hpp"
#include "run/interrupt.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace factcheck {
namespace {

constexpr std::size_t piece = 64U << 10U;      // bytes that are written at a time: a corpus may be of any size
constexpr std::size_t large_text = 1U << 20U;  // bytes whose lines are not kept until they are written

Text text_of(Document document, const Options& options) {
    ReadOptions read;
    read.path = std::move(document.path);
    read.id = std::move(document.id);
    read.date = day_from(options.date.empty() ? document.date : options.date);
    read.input_format = std::move(document.input_format);
    return read_text(std::move(document.bytes), read);
}

// What one document gave: its lines, or itself where they would be so many that they are made when it is its turn.
struct Seen {
    std::string lines;
    std::string complaint;
    std::optional<Text> large;
};

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

Seen seen_in(Document document, const Options& options) {
    thread_local MentionRoom room;
    Seen seen;
    const bool large = document.bytes.size() >= large_text;
    Text text = text_of(std::move(document), options);
    if (text.partly_read) seen.complaint = text.path + ": not fully read" + (text.notes.empty() ? "" : ": " + text.notes.front());
    if (large)
        seen.large = std::move(text);
    else
        append_rendered(seen.lines, text, room, options.format, [] {});
    return seen;
}

}  // namespace

int extract_command(const Options& options) {
    if (!names_files(options)) {
        complain("no files: name a text, a folder, or - for standard input; see factcheck extract --help");
        return exit_code::trouble;
    }
    watch_for_interrupts();
    std::string out;
    MentionRoom room;
    Written written = Written::all;
    const auto flush = [&] {
        if (written == Written::all) written = write_stdout(out);  // after a failure, one sentence is enough
        out.clear();
    };
    bool whole = true;
    std::size_t documents = 0;
    const auto take = [&](Seen seen) {
        ++documents;
        out += seen.lines;
        if (seen.large) append_rendered(out, *seen.large, room, options.format, flush);
        if (!seen.complaint.empty()) complain(seen.complaint);
        whole = whole && seen.complaint.empty();
        if (out.size() >= piece) flush();
    };
    const auto stop = [&] { return interrupted() != 0 || written != Written::all; };
    const auto work = [&](Document document) {
        if (document.path == "-" && !options.choice.stdin_name.empty()) document.path = options.choice.stdin_name;
        return seen_in(std::move(document), options);
    };
    FoundFiles found = chosen_files(options);
    DocumentsRead read{std::move(found.skipped), std::move(found.errors)};
    each_in_order<Seen>(found.files, threads_of(options), work, take, stop, read);
    flush();
    for (const std::string& error : read.errors) complain(error);
    if (interrupted() != 0) {
        complain("stopped by a signal after " + counted(documents, "document"));
        return exit_code::signal + interrupted();
    }
    return whole && read.errors.empty() && written != Written::failed ? exit_code::clean : exit_code::trouble;
}

}  // namespace factcheck
