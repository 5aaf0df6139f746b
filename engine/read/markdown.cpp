#include "read/formats.hpp"
#include "read/inline_markup.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t'; }

std::size_t leading(std::string_view line, char c) {
    std::size_t count = 0;
    while (count < line.size() && line[count] == c) ++count;
    return count;
}

bool consists_of(std::string_view line, char mark, bool spaces_too) {
    return !line.empty() &&
           std::all_of(line.begin(), line.end(), [&](char c) { return c == mark || (spaces_too && is_space(c)); });
}

bool is_thematic_break(std::string_view line) {
    for (const char mark : {'-', '*', '_'}) {
        if (consists_of(line, mark, true) && std::count(line.begin(), line.end(), mark) >= 3) return true;
    }
    return false;
}

// "| --- | :-: |": the rule below the head of a table.
bool is_table_rule(std::string_view line) {
    const bool only_marks =
        std::all_of(line.begin(), line.end(), [](char c) { return c == '|' || c == '-' || c == ':' || is_space(c); });
    return only_marks && line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos;
}

std::size_t heading_marks(std::string_view line) {
    const std::size_t marks = leading(line, '#');
    return marks >= 1 && marks <= 6 && (marks == line.size() || is_space(line[marks])) ? marks : 0;
}

// Bytes of a list mark with its space: "- ", "* ", "12. "; 0: none.
std::size_t list_mark(std::string_view line) {
    std::size_t mark = 0;
    if (!line.empty() && std::string_view("-*+").find(line.front()) != std::string_view::npos) {
        mark = 1;
    } else {
        while (mark < line.size() && mark < 3 && is_digit(line[mark])) ++mark;
        if (mark == 0 || mark == line.size() || (line[mark] != '.' && line[mark] != ')')) return 0;
        ++mark;
    }
    return mark < line.size() && is_space(line[mark]) ? mark + 1 : 0;
}

struct Fence {
    char mark = 0;  // 0: no fence
    std::size_t length = 0;
    std::size_t line = 0;
};

Fence fence_of(std::string_view line) {
    for (const char mark : {'`', '~'}) {
        const std::size_t length = leading(line, mark);
        const bool closed_again = mark == '`' && line.find('`', length) != std::string_view::npos;
        if (length >= 3 && !closed_again) return {mark, length};
    }
    return {};
}

bool closes(const Fence& fence, std::string_view line) {
    return leading(line, fence.mark) >= fence.length && consists_of(line, fence.mark, false);
}

// "[name]: https://..." and "[^1]: ...": where what it defines begins; 0: no definition.
std::size_t definition(std::string_view line) {
    if (line.empty() || line.front() != '[') return 0;
    const auto close = line.find("]:");
    return close == std::string_view::npos || close > 200 || line.substr(0, close).find(' ') != std::string_view::npos
               ? 0
               : close + 2;
}

// Walks the lines; what belongs to one paragraph is gathered and written at its end, when it is known what it is.
class MarkdownReader {
public:
    MarkdownReader(Text& text, ReadingCopy& copy) : text_(text), copy_(copy) {}

    void read() {
        const FrontMatter front = read_front_matter(text_);
        title_ = front.title;
        for (line_ = front.lines; line_ < text_.lines.size(); ++line_) take_line(line_span(text_, line_));
        finish();
        write_title({});
        if (fence_.mark != 0) note_open("a code block", fence_.line);
        if (in_comment_) note_open("a comment", comment_line_);
    }

private:
    void take_line(Span line) {
        Span rest = trimmed(text_, line);
        if (fence_.mark != 0) {
            if (closes(fence_, bytes_of(text_, rest))) fence_ = {};
            return;
        }
        const bool in_comment = in_comment_;
        rest = without_comments(rest);
        const std::string_view bytes = bytes_of(text_, rest);
        if (bytes.empty()) return in_comment || in_comment_ ? void() : finish();
        if (opens_fence(bytes)) return;
        if (!gathered_.empty() && (consists_of(bytes, '=', false) || consists_of(bytes, '-', false))) return finish_heading();
        if (is_thematic_break(bytes) || is_table_rule(bytes)) return finish();
        if (const std::size_t marks = heading_marks(bytes); marks != 0) return take_heading({rest.begin + marks, rest.end});
        take_prose(rest);
    }

    // What is left of the line when quote marks and comments that open it are taken away; a comment may last for many lines.
    Span without_comments(Span rest) {
        for (;;) {
            if (in_comment_) {
                const auto end = bytes_of(text_, rest).find("-->");
                if (end == std::string_view::npos) return {rest.end, rest.end};
                in_comment_ = false;
                rest = trimmed(text_, {rest.begin + end + 3, rest.end});
            }
            rest = without_quote_marks(rest);
            if (!bytes_of(text_, rest).starts_with("<!--")) return rest;
            finish();
            in_comment_ = true;
            comment_line_ = line_;
            rest.begin += 4;
        }
    }

    Span without_quote_marks(Span rest) const {
        while (!rest.empty() && text_.original[rest.begin] == '>') rest = trimmed(text_, {rest.begin + 1, rest.end});
        return rest;
    }

    bool opens_fence(std::string_view bytes) {
        const Fence fence = fence_of(bytes);
        if (fence.mark == 0) return false;
        finish();
        fence_ = {fence.mark, fence.length, line_};
        return true;
    }

    void take_heading(Span words) {
        finish();
        words = trimmed(text_, words);
        std::size_t end = words.end;
        while (end > words.begin && text_.original[end - 1] == '#') --end;
        if (end == words.begin || is_space(text_.original[end - 1])) words = trimmed(text_, {words.begin, end});
        gathered_.push_back(words);
        finish_heading();
    }

    void take_prose(Span rest) {
        const bool table_row = text_.original[rest.begin] == '|';
        std::size_t mark = list_mark(bytes_of(text_, rest));
        if (mark != 0 || table_row) finish();
        for (; mark != 0; mark = list_mark(bytes_of(text_, rest))) rest = trimmed(text_, {rest.begin + mark, rest.end});
        if (gathered_.empty()) {
            if (const std::size_t defined = definition(bytes_of(text_, rest)); defined != 0) {
                if (text_.original[rest.begin + 1] != '^') return;
                rest = trimmed(text_, {rest.begin + defined, rest.end});
            }
        }
        if (!rest.empty()) gathered_.push_back(rest);
        if (table_row) finish();
    }

    void finish() {
        if (gathered_.empty()) return;
        write_title({});
        body_seen_ = true;
        write(Region::body);
    }

    // The headline is the front matter's title and the first heading, if that stands before the text.
    void finish_heading() {
        if (gathered_.empty()) return;
        write_title(bytes_of(text_, {gathered_.front().begin, gathered_.back().end}));
        const bool headline = !body_seen_ && !heading_seen_;
        heading_seen_ = true;
        write(headline ? Region::headline : Region::body);
    }

    // The front matter's title is read once: not when the heading below says the same.
    void write_title(std::string_view first_heading) {
        const Span title = title_;
        title_ = {};
        if (title.empty() || bytes_of(text_, title) == first_heading) return;
        copy_.begin_paragraph(Region::headline);
        copy_.copy(title);
        copy_.end_paragraph();
    }

    void write(Region region) {
        copy_.begin_paragraph(region);
        copy_inline_markup(text_, gathered_, copy_);
        copy_.end_paragraph();
        gathered_.clear();
    }

    void note_open(std::string_view what, std::size_t line) {
        text_.notes.push_back(std::string(what) + " that opens in line " + std::to_string(line + 1) +
                              " is never closed; nothing below it was read");
        text_.partly_read = true;
    }

    Text& text_;
    ReadingCopy& copy_;
    std::vector<Span> gathered_;  // lines of the open paragraph
    Span title_;
    Fence fence_;
    std::size_t line_ = 0;
    std::size_t comment_line_ = 0;
    bool in_comment_ = false;
    bool body_seen_ = false;
    bool heading_seen_ = false;
};

void read_markdown(Text& text, ReadingCopy& copy) { MarkdownReader(text, copy).read(); }

bool opens_with_front_matter(std::string_view bytes) {
    if (bytes.substr(0, 6).find("---") == std::string_view::npos) return false;
    Source head;
    head.original = bytes.substr(0, known_by_bytes);
    index_lines(head);
    return has_front_matter(head);
}

}  // namespace

const InputFormat markdown_format{
    .name = "markdown", .endings = {".md", ".markdown", ".mdown"}, .recognised = opens_with_front_matter, .read = read_markdown};

}  // namespace factcheck
