#include "model/limits.hpp"
#include "run/json_scan.hpp"
#include "run/records.hpp"

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace factcheck {
namespace {

constexpr std::size_t line_bytes = 2 * limits::document_bytes;  // escapes make a text longer than it is
constexpr std::size_t read_at_once = 1U << 20U;

simdjson::simdjson_result<simdjson::dom::element> field_of(simdjson::dom::element record, const std::string& name) {
    if (name.starts_with('/')) return record.at_pointer(name);
    simdjson::dom::object object;
    if (const auto error = record.get(object); error != simdjson::SUCCESS) return error;
    return object.at_key(name);
}

// What a record says; why it is none, or nothing. `json` must have `SIMDJSON_PADDING` readable bytes behind it.
std::string read_record(simdjson::dom::parser& parser, std::string_view json, const InputOptions& inputs, RecordWords& words) {
    simdjson::dom::element root;
    if (parser.parse(json.data(), json.size(), false).get(root) != simdjson::SUCCESS) return "is not JSON; ";
    std::string_view text;
    if (field_of(root, inputs.text_field).get(text) != simdjson::SUCCESS) return "has no \"" + inputs.text_field + "\"; ";
    words.text = text;
    simdjson::dom::element value;
    std::string_view date;
    words.date_is_text = field_of(root, inputs.date_field).get(value) != simdjson::SUCCESS || value.is_null() ||
                         value.get(date) == simdjson::SUCCESS;
    words.date = date;
    words.id.clear();
    std::string_view id;
    if (field_of(root, inputs.id_field).get(value) == simdjson::SUCCESS && !value.is_null())
        words.id = value.get(id) == simdjson::SUCCESS ? std::string(id) : simdjson::minify(value);
    return {};
}

std::string shape_of(const InputOptions& inputs) {
    return "a record is {\"" + inputs.id_field + "\": \"a-17\", \"" + inputs.text_field + "\": \"...\", \"" + inputs.date_field +
           "\": \"2025-08-04\"}, " + inputs.id_field + " and " + inputs.date_field +
           " may be left out, and --text-field names another field";
}

// Takes records, each with the source that it lies in.
class JsonRecords {
public:
    explicit JsonRecords(const RecordFile& file) : file_(file), faults_(file) {}

    // `line` is that of the record's first byte.
    void take(std::string_view json, std::size_t line,
              const std::function<std::shared_ptr<const Container>(Span text)>& container) {
        RecordWords words;
        const std::string wrong = read_record(parser_, json, file_.inputs, words);
        if (!wrong.empty()) return faults_.add(line, wrong + shape_of(file_.inputs));
        const Span text = file_.inputs.places ? find_json_field(json, skip_json_space(json, 0), file_.inputs.text_field) : Span{};
        send_record(file_, std::move(words), text.empty() ? nullptr : container(text), line, faults_);
    }

    RecordFaults& faults() { return faults_; }

private:
    const RecordFile& file_;
    simdjson::dom::parser parser_;
    RecordFaults faults_;
};

class JsonLines {
public:
    explicit JsonLines(const RecordFile& file) : records_(file) {}

    void take(std::string_view line) {
        ++number_;
        if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
        records_.take(line, number_, [&](Span text) {
            auto source = std::make_shared<Source>();
            source->original = line;
            index_lines(*source);
            return std::make_shared<const Container>(
                Container{std::move(source), number_ - 1, unescape_json(line, text).map, nullptr});
        });
    }

    [[nodiscard]] std::size_t number() const { return number_; }

private:
    JsonRecords records_;
    std::size_t number_ = 0;
};

}  // namespace

bool is_json_record(std::string_view line, const InputOptions& inputs) {
    if (!line.starts_with('{')) return false;
    const simdjson::padded_string padded(line);
    simdjson::dom::parser parser;
    RecordWords words;
    return read_record(parser, padded, inputs, words).empty();
}

void each_json_line(const RecordFile& file, std::string buffer, ByteStream& stream) {
    JsonLines lines(file);
    while (true) {
        const std::size_t read = buffer.size();
        buffer.append(simdjson::SIMDJSON_PADDING, ' ');
        const std::string_view bytes = std::string_view(buffer).substr(0, read);
        std::size_t from = 0;
        for (std::size_t end = 0; (end = bytes.find('\n', from)) != std::string_view::npos; from = end + 1)
            lines.take(bytes.substr(from, end - from));
        if (stream.at_end()) {
            if (from < read) lines.take(bytes.substr(from));
            return;
        }
        buffer.resize(read);
        buffer.erase(0, from);
        if (buffer.size() > line_bytes)
            return file.out.errors.push_back(file.path + ":" + std::to_string(lines.number() + 1) + ": the line is longer than " +
                                             std::to_string(line_bytes) +
                                             " bytes, and the rest of the file was not read; split it");
        stream.read_up_to(buffer, std::max(2 * buffer.size(), buffer.size() + read_at_once));
    }
}

// An array of records, or records one after another, whatever lines they are written in.
void each_json_record(const RecordFile& file, std::string bytes) {
    auto source = std::make_shared<Source>();
    source->original = std::move(bytes);
    index_lines(*source);
    std::string padded = source->original;
    padded.append(simdjson::SIMDJSON_PADDING, ' ');
    const std::string_view json = std::string_view(padded).substr(0, source->original.size());
    JsonRecords records(file);
    const auto line_of = [&](std::size_t at) {
        return static_cast<std::size_t>(std::upper_bound(source->lines.begin(), source->lines.end(), at) - source->lines.begin());
    };
    std::size_t at = skip_json_space(json, json.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    const bool array = at < json.size() && json[at] == '[';
    if (array) at = skip_json_space(json, at + 1);
    while (at < json.size() && json[at] != ']') {
        const std::size_t end = end_of_json_value(json, at);
        const std::size_t begin = at;
        records.take(json.substr(begin, end - begin), line_of(begin), [&](Span text) {
            const Span string{text.begin + begin, text.end + begin};
            return std::make_shared<const Container>(Container{source, 0, unescape_json(json, string).map, nullptr});
        });
        at = skip_json_space(json, end);
        if (array && at < json.size() && json[at] == ',') at = skip_json_space(json, at + 1);
    }
    if (array && at >= json.size())
        records.faults().add(line_of(json.size()), "the array is never closed; some of its records may be missing");
}

}  // namespace factcheck
