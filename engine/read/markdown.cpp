#include "read/formats.hpp"
#include "read/inline_markup.hpp"
#include "read/markdown_lines.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t'; }

// What a line lies in: quotes begin with `>`, what belongs to an item is indented as far as its words.
struct Enclosure {
    bool quote = false;
    std::size_t indent = 0;
};

constexpr std::size_t deepest_container = 100;  // beyond it marks are words
constexpr std::size_t code_indent = 4;

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
        if (fence_.mark != 0 && fence_depth_ == 0) note_open("a code block", fence_line_);
        if (in_comment_) note_open("a comment", comment_line_);
    }

private:
    void take_line(Span line) {
        LineCursor cursor{bytes_of(text_, line)};
        line_begin_ = line.begin;
        const std::size_t matched = match_containers(cursor);
        if (fence_.mark != 0) {
            if (matched >= fence_depth_) return take_code(cursor);
            fence_ = {};
        }
        if (!raw_end_.empty()) {
            if (matched >= raw_depth_) return take_raw(cursor.rest());
            raw_end_ = {};
        }
        take_blocks(cursor, matched);
    }

    // Passes by the marks of the containers that the line belongs to; their number.
    std::size_t match_containers(LineCursor& cursor) const {
        std::size_t matched = 0;
        for (const Enclosure& container : containers_) {
            const std::size_t indent = cursor.indent();
            if (container.quote) {
                const auto mark = cursor.rest().find_first_not_of(" \t");
                if (indent >= code_indent || mark == std::string_view::npos || cursor.rest()[mark] != '>') break;
                pass_quote_mark(cursor);
            } else if (!cursor.blank()) {
                if (indent < container.indent) break;
                cursor.pass_indent(container.indent);
            }
            ++matched;
        }
        return matched;
    }

    static void pass_quote_mark(LineCursor& cursor) {
        cursor.pass_indent(code_indent);
        cursor.pass(1);
        cursor.pass_indent(1);
    }

    void take_code(LineCursor& cursor) {
        const bool code = cursor.indent() >= code_indent;
        cursor.pass_indent(code_indent);
        if (!code && closes(fence_, cursor.rest())) fence_ = {};
    }

    void take_raw(std::string_view rest) {
        if (contains_end(rest, raw_end_)) raw_end_ = {};
    }

    // New containers, and what lies in them.
    void take_blocks(LineCursor& cursor, std::size_t matched) {
        bool lazy =
            matched < containers_.size();  // the line may still go on with a paragraph in containers that it does not mark
        while (true) {
            if (cursor.blank()) {
                if (lazy) leave_containers(matched);
                if (!in_comment_) finish();
                in_table_ = false;
                return;
            }
            if (cursor.indent() >= code_indent && !in_comment_) {
                if (!gathered_.empty()) return take_prose(rest_of(cursor));
                if (lazy) leave_containers(matched);
                return;  // code
            }
            const std::size_t indent = cursor.indent();
            cursor.pass_indent(code_indent);
            if (in_comment_ || cursor.rest().starts_with("<!--")) {
                if (lazy && !in_comment_) {
                    leave_containers(matched);
                    lazy = false;
                }
                const Span rest = without_comments(rest_of(cursor));
                if (rest.empty()) return;
                cursor.pass(rest.begin - line_begin_ - cursor.at);
            }
            if (!opens_container(cursor, indent, lazy, matched)) break;
            lazy = false;
            matched = containers_.size();
        }
        take_leaf(cursor, lazy, matched);
    }

    bool opens_container(LineCursor& cursor, std::size_t indent, bool lazy, std::size_t matched) {
        if (containers_.size() >= deepest_container) return false;
        if (cursor.rest().front() == '>') {
            leave_for_new_block(lazy, matched);
            pass_quote_mark(cursor);
            containers_.push_back({true, 0});
            return true;
        }
        const ListMark mark = list_mark(cursor.rest());
        if (mark.size == 0 || is_thematic_break(cursor.rest())) return false;
        const bool empty = cursor.rest().find_first_not_of(" \t", mark.size) == std::string_view::npos;
        const bool new_list = containers_.empty() || containers_.back().quote || matched == containers_.size();
        if (!gathered_.empty() && new_list && (empty || (mark.ordered && mark.number != 1))) return false;
        leave_for_new_block(lazy, matched);
        cursor.pass(mark.size);
        const std::size_t gap = cursor.indent();
        const std::size_t spaces = empty || gap > code_indent ? 1 : gap;
        cursor.pass_indent(spaces);
        containers_.push_back({false, indent + mark.size + spaces});
        return true;
    }

    void leave_containers(std::size_t matched) {
        containers_.resize(matched);
        in_table_ = false;
        finish();
    }

    void leave_for_new_block(bool lazy, std::size_t matched) {
        if (lazy) containers_.resize(matched);
        finish();
        in_table_ = false;
    }

    // A block that holds no others.
    void take_leaf(LineCursor& cursor, bool lazy, std::size_t matched) {
        const std::string_view bytes = cursor.rest();
        const Span rest = rest_of(cursor);
        const HtmlStart html = html_start(bytes);
        if (const Fence fence = fence_of(bytes); fence.mark != 0) {
            leave_for_new_block(lazy, matched);
            fence_ = fence;
            fence_line_ = line_;
            fence_depth_ = containers_.size();
        } else if (html.kind == HtmlLine::raw) {
            leave_for_new_block(lazy, matched);
            raw_depth_ = containers_.size();
            raw_end_ = html.end;
            take_raw(bytes);
        } else if (html.kind == HtmlLine::block) {
            leave_for_new_block(lazy, matched);
            take_prose(rest);
        } else if (!gathered_.empty() && !lazy && underlines(bytes)) {
            finish_heading();
        } else if (is_table_rule(bytes)) {
            in_table_ = !gathered_.empty() && !lazy;
            finish();
        } else if (is_thematic_break(bytes)) {
            leave_for_new_block(lazy, matched);
        } else if (const std::size_t marks = heading_marks(bytes); marks != 0) {
            leave_for_new_block(lazy, matched);
            take_heading({rest.begin + marks, rest.end});
        } else {
            if (lazy && gathered_.empty()) leave_containers(matched);
            take_prose(rest);
        }
    }

    // What is left of the line when comments that open it are taken away; a comment may last for many lines.
    Span without_comments(Span rest) {
        for (;;) {
            if (in_comment_) {
                const auto end = bytes_of(text_, rest).find("-->");
                if (end == std::string_view::npos) return {rest.end, rest.end};
                in_comment_ = false;
                rest = trimmed(text_, {rest.begin + end + 3, rest.end});
            }
            if (!bytes_of(text_, rest).starts_with("<!--")) return rest;
            finish();
            in_comment_ = true;
            comment_line_ = line_;
            rest.begin += 4;
        }
    }

    // Of the original, without white space at its ends.
    [[nodiscard]] Span rest_of(const LineCursor& cursor) const {
        return trimmed(text_, {line_begin_ + cursor.at, line_begin_ + cursor.line.size()});
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
        const bool table_row = in_table_ || text_.original[rest.begin] == '|';
        if (table_row) finish();
        if (gathered_.empty()) {
            if (const std::size_t defined = definition(bytes_of(text_, rest)); defined != 0) {
                if (text_.original[rest.begin + 1] != '^') return;
                rest = trimmed(text_, {rest.begin + defined, rest.end});
            }
        }
        if (!rest.empty()) gathered_.push_back(rest);
        if (table_row && in_table_) finish();
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
    std::vector<Enclosure> containers_;
    Fence fence_;
    std::size_t fence_line_ = 0;
    std::size_t fence_depth_ = 0;  // containers around it
    std::string_view raw_end_;     // of the open block of HTML that is no prose; empty: there is none
    std::size_t raw_depth_ = 0;
    bool in_table_ = false;
    std::size_t line_begin_ = 0;  // in the original
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
