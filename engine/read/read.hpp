// source -> text: bytes become the reading copy with its map back. Never throws on odd bytes.
#pragma once

#include "model/text.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace factcheck {

struct ReadOptions {
    std::string path;  // names the document; its ending chooses the format
    std::string id;
    std::string date_from = "--date";            // who gave `date`
    std::optional<Day> date;                     // --date: beats the document's own
    std::shared_ptr<const Container> container;  // where the bytes lay, if not in a file of their own
    std::string input_format;                    // by name, see formats.hpp; empty: by ending, else by content
};

// Date in the order --date, front matter or metadata, dateline, file name; sentences, paragraphs, headline; see model/text.hpp.
[[nodiscard]] Text read_text(std::string bytes, const ReadOptions& options);

// Whether the path ends like the file of a format that is read.
[[nodiscard]] bool has_known_ending(std::string_view path);
// The formats by name, with commas between them; empty: `name` is one of them.
[[nodiscard]] std::string other_formats_than(std::string_view name);

}  // namespace factcheck
