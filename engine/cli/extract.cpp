// `factcheck extract`: what the grammar sees, before any rule.
#include "cli/commands.hpp"
#include "cli/print_each.hpp"
#include "cli/terminal.hpp"
#include "mentions.hpp"
#include "render/mentions.hpp"

namespace factcheck {

int extract_command(const Options& options) {
    if (!names_files(options)) {
        complain("no files: name a text, a folder, or - for standard input; see factcheck extract --help");
        return exit_code::trouble;
    }
    return print_each(options, [&](const Text& text, std::string& out, const std::function<void()>& flush) {
        if (options.format == Format::text) {
            out += render_mentions_text(text.path, mentions_of(text));
            return;
        }
        thread_local MentionRoom room;
        MentionLine line(out, text.id);
        each_mention(text, room, [&](const ReportMention& mention) {
            line.add(mention);
            flush();  // the line of a text full of figures is many times its size
        });
        line.end();
    });
}

}  // namespace factcheck
