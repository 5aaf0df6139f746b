#include "read/markdown_lines.hpp"

#include "read/markup.hpp"

#include <algorithm>
#include <array>

namespace factcheck {
namespace {

using namespace std::string_view_literals;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t'; }

std::size_t leading(std::string_view line, char c) { return std::min(line.find_first_not_of(c), line.size()); }

bool consists_of(std::string_view line, char mark, bool spaces_too) {
    return !line.empty() &&
           std::all_of(line.begin(), line.end(), [&](char c) { return c == mark || (spaces_too && is_space(c)); });
}

std::string_view without_end_space(std::string_view line) {
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    return line;
}

// Words between these tags are code, or nothing that is shown.
constexpr std::array raw_elements{"script"sv, "style"sv, "pre"sv, "textarea"sv};
constexpr std::array raw_ends{"</script>"sv, "</style>"sv, "</pre>"sv, "</textarea>"sv};
// Elements whose tags begin a block wherever they stand at the front of a line.
constexpr std::array blocks{"address"sv, "article"sv, "aside"sv, "blockquote"sv, "body"sv,    "center"sv,  "dd"sv,
                            "details"sv, "dialog"sv,  "div"sv,   "dl"sv,         "dt"sv,      "figure"sv,  "figcaption"sv,
                            "footer"sv,  "form"sv,    "h1"sv,    "h2"sv,         "h3"sv,      "h4"sv,      "h5"sv,
                            "h6"sv,      "header"sv,  "hr"sv,    "html"sv,       "iframe"sv,  "li"sv,      "main"sv,
                            "menu"sv,    "nav"sv,     "ol"sv,    "p"sv,          "section"sv, "summary"sv, "table"sv,
                            "tbody"sv,   "td"sv,      "tfoot"sv, "th"sv,         "thead"sv,   "tr"sv,      "ul"sv};

}  // namespace

std::size_t LineCursor::indent() const {
    std::size_t now = column + spare;
    for (std::size_t i = at; i < line.size() && is_space(line[i]); ++i) now = line[i] == '\t' ? (now / 4 + 1) * 4 : now + 1;
    return now - column;
}

void LineCursor::pass_indent(std::size_t columns) {
    while (columns > 0) {
        if (spare == 0) {
            if (at == line.size() || !is_space(line[at])) return;
            spare = line[at] == '\t' ? 4 - column % 4 : 1;
            ++at;
        }
        const std::size_t used = std::min(spare, columns);
        spare -= used;
        column += used;
        columns -= used;
    }
}

void LineCursor::pass(std::size_t bytes) {
    at += bytes;
    column += bytes;
}

bool LineCursor::blank() const { return rest().find_first_not_of(" \t") == std::string_view::npos; }

Fence fence_of(std::string_view line) {
    for (const char mark : {'`', '~'}) {
        const std::size_t length = leading(line, mark);
        const bool closed_again = mark == '`' && line.find('`', length) != std::string_view::npos;
        if (length >= 3 && !closed_again) return {mark, length};
    }
    return {};
}

bool closes(const Fence& fence, std::string_view line) {
    line = without_end_space(line);
    return leading(line, fence.mark) >= fence.length && consists_of(line, fence.mark, false);
}

bool is_thematic_break(std::string_view line) {
    for (const char mark : {'-', '*', '_'}) {
        if (consists_of(line, mark, true) && std::count(line.begin(), line.end(), mark) >= 3) return true;
    }
    return false;
}

bool is_table_rule(std::string_view line) {
    const bool only_marks =
        std::all_of(line.begin(), line.end(), [](char c) { return c == '|' || c == '-' || c == ':' || is_space(c); });
    return only_marks && line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos;
}

bool underlines(std::string_view line) {
    line = without_end_space(line);
    return consists_of(line, '=', false) || consists_of(line, '-', false);
}

std::size_t heading_marks(std::string_view line) {
    const std::size_t marks = leading(line, '#');
    return marks >= 1 && marks <= 6 && (marks == line.size() || is_space(line[marks])) ? marks : 0;
}

ListMark list_mark(std::string_view line) {
    ListMark mark;
    if (!line.empty() && "-*+"sv.find(line.front()) != std::string_view::npos) {
        mark.size = 1;
    } else {
        while (mark.size < line.size() && mark.size < 9 && is_digit(line[mark.size]))
            mark.number = mark.number * 10 + static_cast<std::size_t>(line[mark.size++] - '0');
        if (mark.size == 0 || mark.size == line.size() || (line[mark.size] != '.' && line[mark.size] != ')')) return {};
        ++mark.size;
        mark.ordered = true;
    }
    return mark.size == line.size() || is_space(line[mark.size]) ? mark : ListMark{};
}

HtmlStart html_start(std::string_view line) {
    if (line.size() < 2 || line.front() != '<') return {};
    if (line[1] == '?') return {HtmlLine::raw, "?>"};
    if (line.starts_with("<![CDATA[")) return {HtmlLine::raw, "]]>"};
    if (line[1] == '!' && line.size() > 2 && is_letter(line[2])) return {HtmlLine::raw, ">"};
    const std::size_t begin = line[1] == '/' ? 2 : 1;
    std::size_t end = begin;
    while (end < line.size() && (is_letter(line[end]) || is_digit(line[end]))) ++end;
    const std::string_view name = line.substr(begin, end - begin);
    const bool ends = end == line.size() || is_space(line[end]) || line[end] == '>' || line.substr(end).starts_with("/>");
    if (name.empty() || !ends) return {};
    for (std::size_t i = 0; begin == 1 && i < raw_elements.size(); ++i)
        if (same_word(name, raw_elements[i])) return {HtmlLine::raw, raw_ends[i]};
    const bool block = std::any_of(blocks.begin(), blocks.end(), [&](std::string_view b) { return same_word(name, b); });
    return {block ? HtmlLine::block : HtmlLine::none, {}};
}

bool contains_end(std::string_view line, std::string_view end) { return contains_word(line, end); }

std::size_t definition(std::string_view line) {
    if (line.empty() || line.front() != '[') return 0;
    const auto close = line.find("]:");
    return close == std::string_view::npos || close > 200 || line.substr(0, close).find(' ') != std::string_view::npos
               ? 0
               : close + 2;
}

}  // namespace factcheck
