// Files of many texts: JSON Lines, a JSON array, a column of a table. Each record is a document, and its findings point into the
// file.
#pragma once

#include "run/byte_stream.hpp"
#include "run/documents.hpp"
#include "run/inputs.hpp"

#include "model/text.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace factcheck {

enum class Records : std::uint8_t { none, json_lines, json, csv };

// By --input-format, else by the ending, else by the first line of `head`.
[[nodiscard]] Records records_of(std::string_view path, std::string_view head, const InputOptions& inputs);

// A file of records and what is done with its documents and faults.
struct RecordFile {
    const std::string& path;
    const InputOptions& inputs;
    const DocumentSink& sink;
    DocumentsRead& out;
};

// One line at a time: a file of JSON Lines may be of any size. `head` was read from the stream already.
void each_json_line(const RecordFile& file, std::string head, ByteStream& stream);
void each_json_record(const RecordFile& file, std::string bytes);
void each_csv_record(const RecordFile& file, std::string bytes);

// Whether the line is a JSON object with a text in it.
[[nodiscard]] bool is_json_record(std::string_view line, const InputOptions& inputs);

// Adds "path:line: what" for the first faults of a file, and how many more there were.
class RecordFaults {
public:
    explicit RecordFaults(const RecordFile& file) : file_(file) {}
    RecordFaults(const RecordFaults&) = delete;
    RecordFaults& operator=(const RecordFaults&) = delete;
    ~RecordFaults();
    void add(std::size_t line, const std::string& what);

private:
    const RecordFile& file_;
    std::size_t count_ = 0;
};

// What a record says, as text; `date` may be no day at all.
struct RecordWords {
    std::string text;
    std::string id;
    std::string date;
    bool date_is_text = true;
};

// The document of a record to the sink; a complaint if its date is no day. `container`: where its text lies in the file.
void send_record(const RecordFile& file, RecordWords words, std::shared_ptr<const Container> container, std::size_t line,
                 RecordFaults& faults);

}  // namespace factcheck
