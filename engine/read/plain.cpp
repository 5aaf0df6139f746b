#include "read/formats.hpp"

#include <algorithm>
#include <string_view>

namespace factcheck {
namespace {

constexpr std::size_t longest_wrapped_line = 120;  // no editor wraps wider: lines beyond it are whole paragraphs
constexpr std::size_t longest_headline = 160;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool ends_sentence(std::string_view line) {
    while (!line.empty() && (line.back() == '"' || line.back() == '\'' || line.back() == ')')) line.remove_suffix(1);
    return !line.empty() && std::string_view(".!?:;").find(line.back()) != std::string_view::npos;
}

std::size_t longest_line(const Text& text) {
    std::size_t longest = 0;
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
        const std::size_t next = i + 1 < text.lines.size() ? text.lines[i + 1] : text.original.size();
        if (next - text.lines[i] > longest) longest = std::max(longest, line_span(text, i).size());
    }
    return longest;
}

// Whoever wraps lines breaks one only when the next word no longer fits: a line with room for it ended on purpose.
// Without a full stop that is trusted for short lines before a capital only, because people also break lines by sense.
bool ended_on_purpose(std::string_view line, std::string_view next, std::size_t width) {
    const std::size_t word = std::min(next.find(' '), next.size());
    if (line.size() + 1 + word > width) return false;
    if (ends_sentence(line)) return true;
    return line.size() * 2 < width && !is_lower(next.front());
}

struct Line {
    Span span;  // trimmed
    bool indented = false;
};

Line trimmed_line(const Text& text, std::size_t index) {
    const Span whole = line_span(text, index);
    const Span span = trimmed(text, whole);
    return {span, !span.empty() && span.begin - whole.begin >= 2};
}

bool starts_paragraph(const Text& text, const Line& line, const Line& before, std::size_t width) {
    if (width > longest_wrapped_line || (line.indented && !before.indented)) return true;
    return ended_on_purpose(bytes_of(text, before.span), bytes_of(text, line.span), width);
}

std::size_t last_written_line(const Text& text) {
    std::size_t last = text.lines.size();
    while (last > 0 && trimmed_line(text, last - 1).span.empty()) --last;
    return last == 0 ? 0 : last - 1;
}

// A first line that stands alone, without a full stop, with text below it.
bool is_headline(const Text& text, std::size_t index, std::size_t width) {
    const Line line = trimmed_line(text, index);
    const Line next = trimmed_line(text, index + 1);
    const bool alone = next.span.empty() || starts_paragraph(text, next, line, width);
    const std::string_view bytes = bytes_of(text, line.span);
    return alone && bytes.size() <= longest_headline && !ends_sentence(bytes);
}

// Paragraphs at blank lines; where lines are not wrapped, each line is a paragraph.
void read_plain(Text& text, ReadingCopy& copy) {
    const std::size_t width = longest_line(text);
    const std::size_t last = last_written_line(text);
    bool open = false;
    bool first = true;
    Line before;
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
        const Line line = trimmed_line(text, i);
        if (line.span.empty()) {
            if (open) copy.end_paragraph();
            open = false;
            continue;
        }
        if (open && starts_paragraph(text, line, before, width)) {
            copy.end_paragraph();
            open = false;
        }
        if (open) {
            copy.space({before.span.end, line.span.begin});
        } else {
            copy.begin_paragraph(first && i < last && is_headline(text, i, width) ? Region::headline : Region::body);
            first = false;
            open = true;
        }
        copy.copy(line.span);
        before = line;
    }
    if (open) copy.end_paragraph();
}

}  // namespace

const InputFormat plain_format{.name = "text", .endings = {".txt", ".text"}, .read = read_plain};

}  // namespace factcheck
