// Documents of word processors (.docx, .odt): archives of XML. Their text has a line for each paragraph, so that a place is "the
// third paragraph, the twelfth character"; rows of tables are lines too.
#include "read/formats.hpp"
#include "read/xml.hpp"

#include "model/limits.hpp"
#include "model/utf8.hpp"
#include "read/zip.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace factcheck {
namespace {

using namespace std::string_view_literals;

// A paragraph a line; the first is the headline where the document says so of it.
void read_lines(Text& text, ReadingCopy& copy, bool headline) {
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
        copy.begin_paragraph(headline && i == 0 ? Region::headline : Region::body);
        copy.copy(line_span(text, i));
        copy.end_paragraph();
    }
}

const InputFormat lines_format{
    .name = "", .endings = {}, .read = [](Text& text, ReadingCopy& copy) { read_lines(text, copy, false); }};
const InputFormat headed_lines_format{
    .name = "", .endings = {}, .read = [](Text& text, ReadingCopy& copy) { read_lines(text, copy, true); }};

// What an element of either kind of document does to the text.
struct Shape {
    std::string_view body;  // the file in the archive with the text
    std::string_view metadata;
    std::string_view paragraph, heading, words, row, cell, tab;
    std::array<std::string_view, 2> line_break;
    std::array<std::string_view, 6> left_out;  // changes that were taken back, notes, comments
    std::array<std::string_view, 2> days;      // in the metadata, the better one first
};

// In an .odt all words of a paragraph count, in a .docx only those of <w:t>.
constexpr Shape word{.body = "word/document.xml",
                     .metadata = "docProps/core.xml",
                     .paragraph = "p",
                     .heading = "",
                     .words = "t",
                     .row = "tr",
                     .cell = "tc",
                     .tab = "tab",
                     .line_break = {"br", "cr"},
                     .left_out = {"del", "moveFrom", "instrText", "fldData", "Fallback", "pPr"},
                     .days = {"modified", "created"}};
constexpr Shape open_document{.body = "content.xml",
                              .metadata = "meta.xml",
                              .paragraph = "p",
                              .heading = "h",
                              .words = "",
                              .row = "table-row",
                              .cell = "table-cell",
                              .tab = "tab",
                              .line_break = {"line-break", "s"},
                              .left_out = {"tracked-changes", "annotation", "note", "desc", "title", "forms"},
                              .days = {"date", "creation-date"}};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
}

class OfficeReader {
public:
    explicit OfficeReader(const Shape& shape) : shape_(shape) {}

    std::string read(std::string_view xml) {
        std::string wrong =
            parse_xml(xml, {[&](std::string_view name, XmlAttributes attributes, std::size_t) { begin(name, attributes); },
                            [&](std::string_view name, std::size_t) { end(name); },
                            [&](std::string_view words, Span, bool) { take(words); }});
        end_line();
        return wrong;
    }

    std::string text;
    bool headed = false;

private:
    void begin(std::string_view name, XmlAttributes attributes) {
        hidden_ += is_one_of(shape_.left_out, name) ? 1 : 0;
        if (name == "pStyle") take_style(attribute_of(attributes, "val"));
        if (hidden_ > 0) return;
        if (name == shape_.row) cells_ = 0;
        if (name == shape_.row && in_row_++ == 0) end_line();
        if (name == shape_.cell && cells_++ > 0) add(" | ");
        if (is_paragraph(name)) {
            ++in_paragraph_;
            if (in_row_ > 0) add(" ");
            if (name == shape_.heading) is_heading_ = true;
        }
        in_words_ += name == shape_.words ? 1 : 0;
        if (name == shape_.tab && in_paragraph_ > 0) add("\t");
        if (is_one_of(shape_.line_break, name)) add(" ");
    }

    void end(std::string_view name) {
        hidden_ -= is_one_of(shape_.left_out, name) ? 1 : 0;
        if (hidden_ > 0) return;
        in_words_ -= name == shape_.words ? 1 : 0;
        if (is_paragraph(name)) {
            --in_paragraph_;
            if (in_row_ == 0) end_line();
        }
        if (name == shape_.row && --in_row_ == 0) end_line();
    }

    void take(std::string_view words) {
        if (hidden_ > 0 || in_paragraph_ == 0 || (!shape_.words.empty() && in_words_ == 0)) return;
        add(words);
    }

    [[nodiscard]] bool is_paragraph(std::string_view name) const {
        return name == shape_.paragraph || (!shape_.heading.empty() && name == shape_.heading);
    }

    void take_style(std::string_view style) {
        is_heading_ = is_heading_ || style.starts_with("Title") || style.starts_with("Heading") || style.starts_with("heading");
    }

    // A line break of the text itself would be taken for the end of a paragraph.
    void add(std::string_view words) {
        for (const char c : words) line_ += c == '\n' || c == '\r' ? ' ' : c;
    }

    void end_line() {
        const bool blank = line_.find_first_not_of(" \t|") == std::string::npos;
        if (!blank) {
            if (text.empty()) headed = is_heading_;
            text += line_ + "\n";
        }
        line_.clear();
        is_heading_ = false;
    }

    const Shape& shape_;
    std::string line_;
    bool is_heading_ = false;
    int hidden_ = 0;
    int in_paragraph_ = 0;
    int in_words_ = 0;
    int in_row_ = 0;
    int cells_ = 0;
};

void take_metadata(Text& text, const Shape& shape, std::string_view xml) {
    std::array<std::string, 2> days;
    std::string* now = nullptr;
    (void)parse_xml(xml, {[&](std::string_view name, XmlAttributes, std::size_t) {
                              now = name == "title" ? &text.title : nullptr;
                              for (std::size_t i = 0; i < days.size(); ++i)
                                  if (name == shape.days[i]) now = &days[i];
                          },
                          [&](std::string_view, std::size_t) { now = nullptr; },
                          [&](std::string_view words, Span, bool) {
                              if (now != nullptr) now->append(words);
                          }});
    for (const std::string& day : days) take_metadata_date(text, day);
}

const InputFormat& open_office(Text& text, const Shape& shape) {
    ZipMembers members = read_zip(text.original, {shape.body, shape.metadata});
    OfficeReader reader(shape);
    std::string wrong = members.error;
    if (wrong.empty()) wrong = reader.read(members.bytes[0]);
    if (wrong.empty() && members.bytes[0].empty()) wrong = "the document holds no " + std::string(shape.body);
    take_metadata(text, shape, members.bytes[1]);
    if (!wrong.empty()) {
        text.notes.push_back(wrong + "; not all of the document was read");
        text.partly_read = true;
    }
    text.original = std::move(reader.text);
    return reader.headed ? headed_lines_format : lines_format;
}

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

bool looks_like_word(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, known_by_bytes);
    return is_zip(bytes) && head.find("[Content_Types].xml") != std::string_view::npos &&
           head.find("word/") != std::string_view::npos;
}

bool looks_like_open_document(std::string_view bytes) {
    constexpr std::size_t first_name = 30;  // where a zip's first file is named
    return is_zip(bytes) && bytes.size() > first_name &&
           bytes.substr(first_name).starts_with("mimetypeapplication/vnd.oasis.opendocument.text");
}

}  // namespace

const InputFormat docx_format{
    .name = "docx", .endings = {".docx"}, .recognised = looks_like_word, .open = [](Text& text) -> const InputFormat& {
        return open_office(text, word);
    }};
const InputFormat odt_format{
    .name = "odt", .endings = {".odt"}, .recognised = looks_like_open_document, .open = [](Text& text) -> const InputFormat& {
        return open_office(text, open_document);
    }};

}  // namespace factcheck
