#include "run/records.hpp"

#include "model/limits.hpp"
#include "model/period.hpp"
#include "read/dates.hpp"
#include "read/read.hpp"

#include <optional>
#include <utility>

namespace factcheck {
namespace {

constexpr std::size_t faults_named = 10;  // of one file; the rest are counted

// The day as ISO 8601, empty without one; nullopt: what is written is no day.
std::optional<std::string> day_of(const RecordWords& words) {
    if (!words.date_is_text) return std::nullopt;
    if (words.date.empty() || day_from(words.date)) return words.date;
    const auto written = written_day(words.date);
    const auto day = written ? factcheck::day_of(*written) : std::nullopt;
    return day ? std::optional(to_iso(*day)) : std::nullopt;
}

}  // namespace

Records records_of(std::string_view path, std::string_view head, const InputOptions& inputs) {
    if (inputs.format == "jsonl") return Records::json_lines;
    if (inputs.format == "json") return Records::json;
    if (inputs.format == "csv") return Records::csv;
    if (path.ends_with(".jsonl") || path.ends_with(".ndjson")) return Records::json_lines;
    if (path.ends_with(".json")) return Records::json;
    if (path.ends_with(".csv") || path.ends_with(".tsv")) return Records::csv;
    if (!inputs.format.empty() || has_known_ending(path)) return Records::none;
    return is_json_record(head.substr(0, head.find('\n')), inputs) ? Records::json_lines : Records::none;
}

RecordFaults::~RecordFaults() {
    if (count_ > faults_named)
        file_.out.errors.push_back(file_.path + ": " + std::to_string(count_ - faults_named) + " more lines with faults");
}

void RecordFaults::add(std::size_t line, const std::string& what) {
    if (++count_ <= faults_named) file_.out.errors.push_back(file_.path + ":" + std::to_string(line) + ": " + what);
}

void send_record(const RecordFile& file, RecordWords words, std::shared_ptr<const Container> container, std::size_t line,
                 RecordFaults& faults) {
    const auto day = day_of(words);
    Document document;
    document.date = day.value_or("");
    document.date_from = "record";
    document.bytes = std::move(words.text);
    document.path = file.path;
    document.id = std::move(words.id);
    document.input_format = names_records(file.inputs.format) || file.inputs.format.empty() ? "text" : file.inputs.format;
    document.container = std::move(container);
    file.sink(std::move(document));
    if (!day)
        faults.add(line, "the \"" + file.inputs.date_field +
                             "\" is not a day, and the text was read without one; write it as 2025-08-04");
}

}  // namespace factcheck
