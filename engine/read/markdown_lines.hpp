// What a line of Markdown begins, by CommonMark with the tables of GitHub: questions about one line, without memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace factcheck {

// A place in a line and the column that it is in: a tab leads to the next column that four divides.
struct LineCursor {
    std::string_view line;
    std::size_t at = 0;
    std::size_t column = 0;
    std::size_t spare = 0;  // columns of a tab that are not used up yet

    [[nodiscard]] std::string_view rest() const { return line.substr(at); }
    // Columns of white space from here on, without going there.
    [[nodiscard]] std::size_t indent() const;
    // Passes by white space, at most so many columns.
    void pass_indent(std::size_t columns);
    void pass(std::size_t bytes);
    [[nodiscard]] bool blank() const;
};

struct Fence {
    char mark = 0;  // 0: no fence
    std::size_t length = 0;
};
[[nodiscard]] Fence fence_of(std::string_view line);
[[nodiscard]] bool closes(const Fence& fence, std::string_view line);

[[nodiscard]] bool is_thematic_break(std::string_view line);
// "| --- | :-: |": the rule below the head of a table.
[[nodiscard]] bool is_table_rule(std::string_view line);
// "===" or "---": the words above are a heading.
[[nodiscard]] bool underlines(std::string_view line);
// The hashes of "## Words"; 0: no heading.
[[nodiscard]] std::size_t heading_marks(std::string_view line);

struct ListMark {
    std::size_t size = 0;  // of "-", "12."; 0: there is none
    std::size_t number = 0;
    bool ordered = false;
};
[[nodiscard]] ListMark list_mark(std::string_view line);

// Of HTML in Markdown: what is no prose although it has no blank line in it, and blocks whose words are prose.
enum class HtmlLine : std::uint8_t { none, raw, block };
struct HtmlStart {
    HtmlLine kind = HtmlLine::none;
    std::string_view end;  // what ends the raw block, in small letters
};
[[nodiscard]] HtmlStart html_start(std::string_view line);
[[nodiscard]] bool contains_end(std::string_view line, std::string_view end);

// "[name]: https://..." and "[^1]: ...": where what it defines begins; 0: no definition.
[[nodiscard]] std::size_t definition(std::string_view line);

}  // namespace factcheck
