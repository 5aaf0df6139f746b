// What a command line says about how files are read.
#pragma once

#include <string>
#include <string_view>

namespace factcheck {

struct InputOptions {
    // Of files, or of the texts in files of records: by name, as read/formats.hpp has them, or "jsonl", "json", "csv"; empty: by
    // the file's ending, else by its content.
    std::string format;
    // Of records: keys of an object, JSON Pointers ("/body/text"), or names of columns.
    std::string text_field = "text";
    std::string id_field = "id";
    std::string date_field = "date";
    bool places = true;  // whether lines and columns are wanted, which costs some time for records
};

// Whether the format is that of a file of many texts.
[[nodiscard]] inline bool names_records(std::string_view format) {
    return format == "jsonl" || format == "json" || format == "csv";
}

}  // namespace factcheck
