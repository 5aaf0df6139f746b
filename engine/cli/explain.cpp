// `factcheck explain`: the way of one sentence, of a line of a file or of a whole file.
#include "author/explain.hpp"

#include "cli/author.hpp"
#include "cli/terminal.hpp"
#include "read/read.hpp"
#include "run/documents.hpp"

#include <charconv>
#include <filesystem>
#include <system_error>

namespace factcheck {
namespace {

// What is to be explained: a file and a line in it (0: all), or words.
struct Target {
    std::string file;
    std::size_t line = 0;
};

bool is_file(const std::string& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path, error);
}

Target target_of(const std::string& operand) {
    if (operand == "-" || is_file(operand)) return {operand, 0};
    const std::size_t colon = operand.rfind(':');
    if (colon == std::string::npos || !is_file(operand.substr(0, colon))) return {};
    std::size_t line = 0;
    const char* past = operand.data() + operand.size();
    const auto [end, error] = std::from_chars(operand.data() + colon + 1, past, line);
    return error == std::errc{} && end == past ? Target{operand.substr(0, colon), line} : Target{};
}

std::optional<Document> document_of(const Target& target, const std::string& words) {
    Document out;
    if (target.file.empty()) {
        out.bytes = words;
        out.input_format = "text";
        return out;
    }
    std::optional<Document> found;
    const DocumentsRead read = each_document({target.file}, [&](Document document) {
        if (!found) found = std::move(document);
    });
    for (const std::string& error : read.errors) complain(error);
    if (!found && read.errors.empty()) complain(target.file + ": there is no text in it");
    return found;
}

}  // namespace

int explain_command(const Options& options) {
    if (options.files.size() != 1) {
        complain(options.files.empty() ? "nothing to explain: pass a sentence in quotes, or a file and a line as article.md:12"
                                       : "one sentence at a time: put it in quotes, or name a file and a line as article.md:12");
        return exit_code::trouble;
    }
    const std::optional<Engine> engine = engine_of(options);
    if (!engine) return exit_code::trouble;
    const Target target = target_of(options.files.front());
    std::optional<Document> document = document_of(target, options.files.front());
    if (!document) return exit_code::trouble;
    ReadOptions read;
    read.path = document->path;
    read.id = document->id;
    read.input_format = document->input_format;
    read.date = day_from(options.date.empty() ? document->date : options.date);
    ExplainOptions how;
    how.line = target.line;
    how.rule = options.rule;
    how.check.latest = options.as_of == "latest";
    if (!how.check.latest) how.check.as_of = day_from(options.as_of);
    const Explanation explanation = explain(engine->state(), read_text(std::move(document->bytes), read), how);
    if (target.line > 0 && explanation.sentences.empty()) {
        complain(options.files.front() + ": no sentence stands on that line");
        return exit_code::trouble;
    }
    return printed(options.format == Format::json ? render_explanation_json(explanation)
                                                  : render_explanation(explanation, options.all || !options.rule.empty()));
}

}  // namespace factcheck
