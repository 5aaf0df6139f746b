#include "run/documents.hpp"

#include "model/limits.hpp"
#include "model/period.hpp"
#include "read/dates.hpp"
#include "run/files.hpp"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace factcheck {
namespace {

constexpr std::size_t lines_named = 10;                         // of one file that are wrong; the rest are counted
constexpr std::size_t line_bytes = 2 * limits::document_bytes;  // escapes make a text longer than it is
constexpr std::size_t read_at_once = 1U << 20U;
const std::string shape = R"(a line is {"id": "a-17", "text": "...", "date": "2025-08-04"}, id and date may be left out)";

// A record of JSON Lines; its views live until the next line is parsed.
struct Record {
    std::string_view text;
    std::string_view date;  // as written; empty without one
    std::string id;
    bool date_is_text = true;
};

// Reads the record from `line`; what is wrong with it, or nothing. `line` must have `SIMDJSON_PADDING` readable bytes behind it.
std::string_view read_record(simdjson::dom::parser& parser, std::string_view line, Record& record) {
    simdjson::dom::element root;
    if (parser.parse(line.data(), line.size(), false).get(root) != simdjson::SUCCESS) return "is not JSON; ";
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS || object["text"].get(record.text) != simdjson::SUCCESS) return "has no \"text\"; ";
    simdjson::dom::element value;
    record.date = {};
    record.date_is_text =
        object["date"].get(value) != simdjson::SUCCESS || value.is_null() || value.get(record.date) == simdjson::SUCCESS;
    record.id.clear();
    if (object["id"].get(value) == simdjson::SUCCESS && !value.is_null()) {
        std::string_view words;
        record.id = value.get(words) == simdjson::SUCCESS ? std::string(words) : simdjson::minify(value);
    }
    return {};
}

bool is_json_lines(std::string_view path, std::string_view head) {
    if (path.ends_with(".jsonl") || path.ends_with(".ndjson")) return true;
    if (!head.starts_with('{') || path.ends_with(".md") || path.ends_with(".txt")) return false;
    const simdjson::padded_string line(head.substr(0, head.find('\n')));
    simdjson::dom::parser parser;
    Record record;
    return read_record(parser, line, record).empty();
}

// The record's day as an ISO 8601 day, empty without one; nullopt: what is written is no day.
std::optional<std::string> day_of(const Record& record) {
    if (!record.date_is_text) return std::nullopt;
    if (record.date.empty()) return std::string();
    if (day_from(record.date)) return std::string(record.date);
    const auto written = written_day(record.date);
    const auto day = written ? factcheck::day_of(*written) : std::nullopt;
    return day ? std::optional(to_iso(*day)) : std::nullopt;
}

// Takes the lines of one file, one document each.
class Lines {
public:
    Lines(const std::string& path, const DocumentSink& sink, DocumentsRead& out) : path_(path), sink_(sink), out_(out) {}

    // The line's document goes to the sink, what is wrong with the line to the errors.
    void take(std::string_view line) {
        ++number_;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
        const std::string_view wrong = read_record(parser_, line, record_);
        if (!wrong.empty()) return complain(std::string(wrong) + shape);
        const auto day = day_of(record_);
        Document document;
        document.date = day.value_or("");
        document.date_from = "record";
        document.bytes = record_.text;
        document.path = path_;
        document.id = record_.id;
        document.input_format = "text";
        sink_(std::move(document));
        if (!day) complain("the \"date\" is not a day, and the text was read without one; write it as 2025-08-04");
    }

    void stop_at_long_line() {
        out_.errors.push_back(path_ + ":" + std::to_string(number_ + 1) + ": the line is longer than " +
                              std::to_string(line_bytes) + " bytes, and the rest of the file was not read; split it");
    }

    void finish() {
        if (faults_ > lines_named)
            out_.errors.push_back(path_ + ": " + std::to_string(faults_ - lines_named) + " more lines with faults");
    }

private:
    void complain(const std::string& what) {
        if (++faults_ <= lines_named) out_.errors.push_back(path_ + ":" + std::to_string(number_) + ": " + what);
    }

    const std::string& path_;
    const DocumentSink& sink_;
    DocumentsRead& out_;
    simdjson::dom::parser parser_;
    Record record_;
    std::size_t number_ = 0;
    std::size_t faults_ = 0;
};

void each_line(const std::string& path, InputFile& file, std::string buffer, const DocumentSink& sink, DocumentsRead& out) {
    Lines lines(path, sink, out);
    while (true) {
        const std::size_t read = buffer.size();
        buffer.append(simdjson::SIMDJSON_PADDING, ' ');
        const std::string_view bytes = std::string_view(buffer).substr(0, read);
        std::size_t from = 0;
        for (std::size_t end = 0; (end = bytes.find('\n', from)) != std::string_view::npos; from = end + 1)
            lines.take(bytes.substr(from, end - from));
        if (file.at_end()) {
            if (from < read) lines.take(bytes.substr(from));
            break;
        }
        buffer.resize(read);
        buffer.erase(0, from);
        if (buffer.size() > line_bytes) return lines.stop_at_long_line();
        file.read_up_to(buffer, std::max(2 * buffer.size(), buffer.size() + read_at_once));
    }
    lines.finish();
}

void each_of_file(const FoundFile& found, const InputOptions& inputs, const DocumentSink& sink, DocumentsRead& out) {
    const std::string& path = found.path;
    InputFile file(path);
    std::string bytes;
    file.read_up_to(bytes, sniffed_bytes);
    if (file.error().empty() && inputs.format.empty() && is_json_lines(found.called.empty() ? path : found.called, bytes)) {
        each_line(path, file, std::move(bytes), sink, out);
    } else if (file.error().empty() && is_binary(bytes)) {
        out.skipped.push_back({path, "binary"});
        if (found.named) out.errors.push_back(path + ": is binary, not text, and was not checked; leave it out");
    } else {
        file.read_up_to(bytes, limits::document_bytes + 1);
        if (bytes.size() > limits::document_bytes)
            out.errors.push_back(path + ": larger than " + std::to_string(limits::document_bytes) +
                                 " bytes and not read; split it");
        else if (file.error().empty())
            sink({.bytes = std::move(bytes), .path = path, .input_format = inputs.format});
    }
    if (!file.error().empty()) out.errors.push_back(file.error());
}

}  // namespace

void each_document(const std::vector<FoundFile>& files, const InputOptions& inputs, const DocumentSink& sink,
                   DocumentsRead& out) {
    for (const FoundFile& file : files) each_of_file(file, inputs, sink, out);
    std::stable_sort(out.skipped.begin(), out.skipped.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
}

DocumentsRead each_document(const std::vector<std::string>& names, const DocumentSink& sink, const InputOptions& inputs) {
    FoundFiles found = find_files({.names = names});
    DocumentsRead out{std::move(found.skipped), std::move(found.errors)};
    each_document(found.files, inputs, sink, out);
    return out;
}

}  // namespace factcheck
