#include "run/documents.hpp"

#include "model/limits.hpp"
#include "model/period.hpp"
#include "read/dates.hpp"
#include "run/files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace factcheck {
namespace {

using Json = nlohmann::json;

constexpr std::size_t lines_named = 10;                         // of one file that are wrong; the rest are counted
constexpr std::size_t line_bytes = 2 * limits::document_bytes;  // escapes make a text longer than it is
const std::string shape = R"(a line is {"id": "a-17", "text": "...", "date": "2025-08-04"}, id and date may be left out)";

Json parsed(std::string_view line) { return Json::parse(line, nullptr, false); }

bool has_text(const Json& record) { return record.is_object() && record.contains("text") && record["text"].is_string(); }

bool is_json_lines(std::string_view path, std::string_view head) {
    if (path.ends_with(".jsonl") || path.ends_with(".ndjson")) return true;
    if (!head.starts_with('{') || path.ends_with(".md") || path.ends_with(".txt")) return false;
    return has_text(parsed(head.substr(0, head.find('\n'))));
}

// The record's day as an ISO 8601 day, empty without one; nullopt: what is written is no day.
std::optional<std::string> day_of(const Json& record) {
    const auto date = record.find("date");
    if (date == record.end() || date->is_null() || *date == "") return std::string();
    if (!date->is_string()) return std::nullopt;
    const auto written = written_day(date->get_ref<const std::string&>());
    const auto day = written ? factcheck::day_of(*written) : std::nullopt;
    return day ? std::optional(to_iso(*day)) : std::nullopt;
}

std::string id_of(const Json& record) {
    const auto id = record.find("id");
    if (id == record.end() || id->is_null()) return {};
    return id->is_string() ? id->get<std::string>() : id->dump();
}

// The line's document, or what is wrong with the line.
std::string take_line(const std::string& path, std::string_view line, const DocumentSink& sink) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return {};
    const Json record = parsed(line);
    if (record.is_discarded()) return "is not JSON; " + shape;
    if (!has_text(record)) return "has no \"text\"; " + shape;
    const auto day = day_of(record);
    Document document;
    document.date = day.value_or("");
    document.date_from = "record";
    document.bytes = record["text"].get<std::string>();
    document.path = path;
    document.id = id_of(record);
    document.input_format = "text";
    sink(std::move(document));
    return day ? "" : "the \"date\" is not a day, and the text was read without one; write it as 2025-08-04";
}

void each_line(const std::string& path, InputFile& file, std::string buffer, const DocumentSink& sink, DocumentsRead& out) {
    std::size_t number = 0, faults = 0;
    const auto take = [&](std::string_view line) {
        ++number;
        const std::string wrong = take_line(path, line, sink);
        if (!wrong.empty() && ++faults <= lines_named) out.errors.push_back(path + ":" + std::to_string(number) + ": " + wrong);
    };
    while (true) {
        std::size_t from = 0;
        for (std::size_t end = 0; (end = buffer.find('\n', from)) != std::string::npos; from = end + 1)
            take(std::string_view(buffer).substr(from, end - from));
        buffer.erase(0, from);
        if (file.at_end()) break;
        if (buffer.size() > line_bytes) {
            out.errors.push_back(path + ":" + std::to_string(number + 1) + ": the line is longer than " +
                                 std::to_string(line_bytes) + " bytes, and the rest of the file was not read; split it");
            return;
        }
        file.read_up_to(buffer, std::max(2 * buffer.size(), buffer.size() + sniffed_bytes));
    }
    if (!buffer.empty()) take(buffer);
    if (faults > lines_named)
        out.errors.push_back(path + ": " + std::to_string(faults - lines_named) + " more lines with faults");
}

void each_of_file(const FoundFile& found, const DocumentSink& sink, DocumentsRead& out) {
    const std::string& path = found.path;
    InputFile file(path);
    std::string bytes;
    file.read_up_to(bytes, sniffed_bytes);
    if (file.error().empty() && is_json_lines(path, bytes)) {
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
            sink({.bytes = std::move(bytes), .path = path});
    }
    if (!file.error().empty()) out.errors.push_back(file.error());
}

}  // namespace

DocumentsRead each_document(const std::vector<std::string>& names, const DocumentSink& sink) {
    FoundFiles found = find_files(names);
    DocumentsRead out{std::move(found.skipped), std::move(found.errors)};
    for (const FoundFile& file : found.files) each_of_file(file, sink, out);
    std::stable_sort(out.skipped.begin(), out.skipped.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return out;
}

}  // namespace factcheck
