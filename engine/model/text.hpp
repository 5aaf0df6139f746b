// A document as the engine reads it: the reading copy with its map back to the original bytes.
#pragma once

#include "model/period.hpp"
#include "model/span.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace factcheck {

enum class Region : std::uint8_t { headline, body };

struct Sentence {
    Span span;  // in the reading copy, without surrounding white space
    std::size_t paragraph = 0;
    Region region = Region::body;
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

// From `reading` on, the reading copy lies `reading` -> `original`; both advance by the same bytes until the next step.
// Two steps with the same `reading`: bytes of the original were left out there. The first says where what came before ends,
// the last where what follows begins.
struct MapStep {
    std::size_t reading = 0;
    std::size_t original = 0;
    friend bool operator==(const MapStep&, const MapStep&) = default;
};

// Code points of the original before `offset`; one mark every few KiB keeps look-ups short in a line of any length.
struct CodePointMark {
    std::size_t offset = 0;
    std::size_t count = 0;
    friend bool operator==(const CodePointMark&, const CodePointMark&) = default;
};

struct LineColumn {
    std::size_t line = 1;    // from 1
    std::size_t column = 1;  // from 1, in code points of the original
    friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

// Bytes with the places of their lines and code points.
struct Source {
    std::string original;                    // UTF-8, or what was meant as it
    std::vector<std::size_t> lines;          // byte offset in `original` of each line's first byte; LF, CRLF and CR end a line
    std::vector<CodePointMark> code_points;  // ascending, the first at offset 0
    bool valid_utf8 = false;                 // `original` is, so that code points are counted without decoding
    bool ascii = false;                      // `original` is, so that code points are bytes
};

// Where a text lay that was written in another notation: a string of JSON, the part of a mail. Lines and columns are those of
// `file`; everything else, code points too, counts in the text.
struct Container {
    std::shared_ptr<const Source> file;      // the file, or those lines of it that hold the text
    std::size_t lines_before = 0;            // of `file` in the file itself
    std::vector<MapStep> map;                // as Text::map, from the text's `original` to that of `file`
    std::shared_ptr<const Container> outer;  // where `file` lay in turn
};

// `original` holds the bytes as they came, if these are UTF-8 and no more than the text; else what they decode to.
struct Text : Source {
    std::string path;          // as the user named it
    std::string id;            // of a record, else empty
    std::string reading;       // valid UTF-8: quotes, dashes and spaces made plain, markup and front matter left out
    std::vector<MapStep> map;  // ascending in both
    std::shared_ptr<const Container> container;  // absent: `original` is the file
    std::vector<Sentence> sentences;             // ascending
    std::vector<Span> paragraphs;
    std::string title;               // front matter's, or that of the metadata
    std::string url;                 // front matter's, or that of the metadata
    std::optional<Day> date;         // when the text speaks
    std::string date_from;           // "--date", "front matter", "metadata", "dateline", "file name"; empty without a date
    std::optional<Day> dateline;     // the dateline's own day: what relative words count from, also when `date` is later
    std::size_t invalid_bytes = 0;   // read as U+FFFD, each counts as one code point
    bool partly_read = false;        // a limit bit, or the bytes are no text: the notes say what was not read
    std::vector<std::string> notes;  // what was cut or could not be read, in sentences
};

// Offsets into `original` of a span of the reading copy; the smallest span of original bytes that gave it.
[[nodiscard]] Span original_span(const Text& text, Span reading);
// Code points of `original` before the byte offset.
[[nodiscard]] std::size_t code_points_before(const Source& text, std::size_t original_offset);
// The same for offsets that ascend: each look-up goes on from the one before.
class CodePointCursor {
public:
    explicit CodePointCursor(const Source& text) : text_(text) {}
    [[nodiscard]] std::size_t before(std::size_t original_offset);

private:
    const Source& text_;
    CodePointMark last_;
};
// In the file that the text came from, see Container.
[[nodiscard]] LineColumn line_column(const Text& text, std::size_t original_offset);
[[nodiscard]] std::string_view words_at(const Text& text, Span reading);
// Fills `lines`, `code_points`, `valid_utf8` and `ascii` from `original`.
void index_lines(Source& text);
// The original line of this number, from 0, without its line break.
[[nodiscard]] Span line_at(const Source& text, std::size_t index);
// The original line(s) that hold the span, without the line break.
[[nodiscard]] Span original_line_of(const Source& text, std::size_t original_offset);

}  // namespace factcheck
