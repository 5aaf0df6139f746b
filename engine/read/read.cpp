#include "read/read.hpp"

#include "model/limits.hpp"
#include "model/utf8.hpp"
#include "read/copy.hpp"
#include "read/dates.hpp"
#include "read/encoding.hpp"
#include "read/formats.hpp"
#include "read/language.hpp"
#include "read/sentences.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace factcheck {
namespace {

constexpr std::size_t stray_zeros = 16;  // a text may hold some
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }

// Why the bytes are not read at all; empty: they are.
std::string refusal(const Text& text) {
    const std::string_view bytes = text.original;
    if (bytes.size() > limits::document_bytes)
        return "the document is larger than " + std::to_string(limits::document_bytes) + " bytes and was not read; split it";
    const std::string_view head = bytes.substr(0, known_by_bytes);
    if (head.find('\0') == std::string_view::npos) return {};
    const auto zeros = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
    if (zeros > stray_zeros && zeros * 10 > head.size()) return "the file is not text and was not read";
    return {};
}

void recode(Text& text, std::string_view encoding, std::string_view how) {
    auto recoded = to_utf8(text.original, encoding);
    if (!recoded)
        return text.notes.push_back("the text says that it is in \"" + valid_utf8(encoding.substr(0, 40)) +
                                    "\", which is not known here; save it as UTF-8");
    text.original = std::move(recoded->utf8);
    text.notes.push_back("the text is not UTF-8 and was read as " + std::string(encoding) + std::string(how));
    if (recoded->replaced == 0) return;
    text.notes.push_back(std::to_string(recoded->replaced) + " places are not " + std::string(encoding) +
                         " and read as U+FFFD; save the text as UTF-8");
}

// Makes `original` UTF-8: what a byte order mark says, then what the text declares, then what it looks like.
void take_encoding(Text& text, const InputFormat& format) {
    if (is_valid_utf8(text.original)) return;
    const std::string declared(format.declared_encoding == nullptr ? "" : format.declared_encoding(text.original));
    if (!declared.empty() && !names_utf8(declared)) return recode(text, declared, ", as it declares");
    if (looks_like_windows_1252(text.original)) recode(text, "windows-1252", ", as it looks like; save it as UTF-8");
}

void note_invalid_bytes(Text& text) {
    if (text.invalid_bytes == 0) return;
    const bool one = text.invalid_bytes == 1;
    text.notes.push_back(std::to_string(text.invalid_bytes) + (one ? " byte is" : " bytes are") +
                         " not UTF-8 and read as U+FFFD; save the text as UTF-8");
}

void take_dateline(Text& text) {
    const auto body =
        std::find_if(text.sentences.begin(), text.sentences.end(), [](const Sentence& s) { return s.region == Region::body; });
    if (body == text.sentences.end()) return;
    auto written = day_in_dateline(words_at(text, text.paragraphs[body->paragraph]));
    if (!written) return;
    if (written->year == 0 && text.date) {  // the last such day up to the document's
        const std::chrono::year_month_day date{*text.date};
        written->year = static_cast<int>(date.year());
        if (const auto day = day_of(*written); !day || *day > *text.date) --written->year;
    }
    text.dateline = day_of(*written);
    if (text.date || !text.dateline) return;
    text.date = text.dateline;
    text.date_from = "dateline";
}

void take_file_name(Text& text) {
    if (text.date) return;
    text.date = day_in_file_name(text.path);
    if (text.date) text.date_from = "file name";
}

}  // namespace

std::string_view bytes_of(const Source& text, Span original) {
    return std::string_view(text.original).substr(original.begin, original.size());
}

Span line_span(const Source& text, std::size_t index) {
    const Span line = line_at(text, index);
    return index == 0 && bytes_of(text, line).starts_with(byte_order_mark) ? Span{line.begin + byte_order_mark.size(), line.end}
                                                                           : line;
}

Span trimmed(const Source& text, Span original) {
    while (!original.empty() && is_space(text.original[original.begin])) ++original.begin;
    while (!original.empty() && is_space(text.original[original.end - 1])) --original.end;
    return original;
}

void take_metadata_date(Text& text, std::string_view words) {
    if (!text.date_from.empty()) return;
    const auto written = written_day(words);
    const auto day = written ? day_of(*written) : std::nullopt;
    if (!day) return;
    text.date = day;
    text.date_from = "metadata";
}

Text read_text(std::string bytes, const ReadOptions& options) {
    Text text;
    text.path = options.path;
    text.id = options.id;
    text.original = std::move(bytes);
    text.container = options.container;
    if (options.date) {
        text.date = options.date;
        text.date_from = options.date_from;
    }
    if (const std::string_view marked = marked_encoding(text.original); !marked.empty()) recode(text, marked, "");
    const InputFormat* format = &input_format_of(options.input_format, options.path, text.original);
    if (format->open != nullptr) format = &format->open(text);
    take_encoding(text, *format);
    index_lines(text);
    ReadingCopy copy(text);
    if (std::string reason = refusal(text); !reason.empty()) {
        text.notes.push_back(std::move(reason));
        text.partly_read = true;
    } else {
        format->read(text, copy);
    }
    split_sentences(text, copy.regions());
    set_foreign_aside(text);
    note_invalid_bytes(text);
    take_dateline(text);
    take_file_name(text);
    return text;
}

}  // namespace factcheck
