// One reader a format: each walks the original and writes paragraphs to the reading copy. A new format is one file with its
// InputFormat in it, one line in the table (formats.cpp), and one folder of golden cases.
#pragma once

#include "model/text.hpp"
#include "read/copy.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace factcheck {

struct InputFormat {
    std::string_view name;                    // as --input-format takes it
    std::array<std::string_view, 6> endings;  // of file names
    // Whether a text begins like one, where no ending tells; absent: only names tell.
    bool (*recognised)(std::string_view bytes) = nullptr;
    void (*read)(Text& text, ReadingCopy& copy) = nullptr;
    // The encoding that the text itself declares, empty without; absent: the format has no such place.
    std::string_view (*declared_encoding)(std::string_view bytes) = nullptr;
    // For files that hold a text in another notation (a mail, a word processor's): makes `text.original` the text, and says in
    // which format that is. Absent: the file is the text.
    const InputFormat& (*open)(Text& text) = nullptr;
};

inline constexpr std::size_t known_by_bytes = 64U << 10U;  // of the front, to know what a file is

extern const InputFormat plain_format, markdown_format, html_format, news_format, mail_format, docx_format, odt_format;

// All, in the order in which they are tried by content.
[[nodiscard]] std::span<const InputFormat* const> input_formats();
// By name, else by the ending of the path, else by content, else plain text.
[[nodiscard]] const InputFormat& input_format_of(std::string_view name, std::string_view path, std::string_view bytes);

// Bytes of a line of the original, without its line break.
[[nodiscard]] Span line_span(const Source& text, std::size_t index);
[[nodiscard]] std::string_view bytes_of(const Source& text, Span original);
// Without white space (ASCII) at both ends.
[[nodiscard]] Span trimmed(const Source& text, Span original);

// Takes what a format's metadata say, if nothing better has said it yet.
void take_metadata_date(Text& text, std::string_view words);

struct FrontMatter {
    std::size_t lines = 0;  // that it takes, both fences included; 0: there is none
    Span title;             // its words in the original
};

// `title:`, `date:` and `url:` between two lines of three hyphens at the top; other keys are not looked at. Anything odd is a
// note.
[[nodiscard]] FrontMatter read_front_matter(Text& text);
// Whether the text opens with a front matter: how Markdown is known where no file name tells.
[[nodiscard]] bool has_front_matter(const Source& text);

}  // namespace factcheck
