#include "cli/print_each.hpp"

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "model/period.hpp"
#include "read/read.hpp"
#include "render/summary.hpp"
#include "run/each.hpp"
#include "run/interrupt.hpp"

#include <cstddef>
#include <optional>
#include <utility>

namespace factcheck {
namespace {

constexpr std::size_t piece = 64U << 10U;      // bytes that are written at a time: a corpus may be of any size
constexpr std::size_t large_text = 1U << 20U;  // bytes whose lines are not kept until they are written

// What one document gave: its lines, or itself where they would be so many that they are made when it is its turn.
struct Lines {
    std::string lines;
    std::string complaint;
    std::optional<Text> large;
};

Text text_of(Document document, const Options& options) {
    ReadOptions read;
    read.path = std::move(document.path);
    if (read.path == "-" && !options.choice.stdin_name.empty()) read.path = options.choice.stdin_name;
    read.id = std::move(document.id);
    read.date = day_from(options.date.empty() ? document.date : options.date);
    read.input_format = std::move(document.input_format);
    return read_text(std::move(document.bytes), read);
}

Lines lines_of(Document document, const Options& options, const Printer& print) {
    Lines out;
    const bool large = document.bytes.size() >= large_text;
    Text text = text_of(std::move(document), options);
    if (text.partly_read) out.complaint = text.path + ": not fully read" + (text.notes.empty() ? "" : ": " + text.notes.front());
    if (large)
        out.large = std::move(text);
    else
        print(text, out.lines, [] {});
    return out;
}

}  // namespace

int print_each(const Options& options, const Printer& print) {
    watch_for_interrupts();
    std::string out;
    Written written = Written::all;
    const auto flush = [&] {
        if (written == Written::all) written = write_stdout(out);  // after a failure, one sentence is enough
        out.clear();
    };
    bool whole = true;
    std::size_t documents = 0;
    const auto take = [&](Lines lines) {
        ++documents;
        out += lines.lines;
        if (lines.large) print(*lines.large, out, [&] { return out.size() >= piece ? flush() : void(); });
        if (!lines.complaint.empty()) complain(lines.complaint);
        whole = whole && lines.complaint.empty();
        if (out.size() >= piece) flush();
    };
    const auto stop = [&] { return interrupted() != 0 || written != Written::all; };
    FoundFiles found = chosen_files(options);
    DocumentsRead read{std::move(found.skipped), std::move(found.errors)};
    each_in_order<Lines>(
        found.files, options.inputs, threads_of(options),
        [&](Document document) { return lines_of(std::move(document), options, print); }, take, stop, read);
    flush();
    for (const std::string& error : read.errors) complain(error);
    if (interrupted() != 0) {
        complain("stopped by a signal after " + counted(documents, "document"));
        return exit_code::signal + interrupted();
    }
    return whole && read.errors.empty() && written != Written::failed ? exit_code::clean : exit_code::trouble;
}

}  // namespace factcheck
