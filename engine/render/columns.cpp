#include "render/columns.hpp"

#include "model/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace factcheck {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Controls, directions, invisible separators, tags: what could move, hide or reorder other text.
constexpr std::array<Range, 12> hidden{{{0x00, 0x1F},
                                        {0x7F, 0x9F},
                                        {0xAD, 0xAD},
                                        {0x61C, 0x61C},
                                        {0x180E, 0x180E},
                                        {0x200B, 0x200B},
                                        {0x200E, 0x200F},
                                        {0x2028, 0x202E},
                                        {0x2060, 0x206F},
                                        {0xFEFF, 0xFEFF},
                                        {0xFFF9, 0xFFFB},
                                        {0xE0000, 0xE007F}}};

constexpr std::array<Range, 12> narrow{{{0x300, 0x36F},
                                        {0x483, 0x489},
                                        {0x591, 0x5BD},
                                        {0x610, 0x61A},
                                        {0x64B, 0x65F},
                                        {0x200C, 0x200D},
                                        {0x1AB0, 0x1AFF},
                                        {0x1DC0, 0x1DFF},
                                        {0x20D0, 0x20FF},
                                        {0xFE00, 0xFE0F},
                                        {0xFE20, 0xFE2F},
                                        {0xE0100, 0xE01EF}}};

// East Asian Wide and Fullwidth, and the pictures that terminals draw two columns wide.
constexpr std::array<Range, 22> wide{
    {{0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x2614, 0x2615},  {0x26A1, 0x26A1}, {0x2705, 0x2705},
     {0x2728, 0x2728},   {0x274C, 0x274C},   {0x2795, 0x2797},   {0x2B50, 0x2B50},  {0x2E80, 0x303E}, {0x3041, 0x4DBF},
     {0x4E00, 0xA4CF},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},  {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
     {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}}};

bool is_in(char32_t c, std::span<const Range> ranges) {
    return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return r.first <= c && c <= r.last; });
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
}

// What the runners of CI services take for a command, at the start of a line or anywhere in it: "::error::", "##[error]".
bool starts_command(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, 7);
    if (rest.starts_with("##[") || rest.starts_with("##vso[")) return true;
    const auto is_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return rest.starts_with("::") && rest.size() > 2 && is_word(rest[2]) && (at == 0 || !is_word(text[at - 1]));
}

std::string code_name(char32_t c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (char32_t rest = c; rest != 0 || hex.size() < 4; rest >>= 4U) hex.insert(hex.begin(), digits[rest & 0xFU]);
    return "<U+" + hex + ">";
}

Cell cell_of(char32_t c) {
    if (is_in(c, hidden)) {
        std::string name = code_name(c);
        const std::size_t columns = name.size();
        return {std::move(name), columns, is_space(c)};
    }
    std::string shown;
    append_utf8(shown, c);
    return {std::move(shown), is_in(c, narrow) ? 0U : is_in(c, wide) ? 2U : 1U, is_space(c)};
}

}  // namespace

bool is_hidden(char32_t code_point) { return is_in(code_point, hidden); }

std::vector<Cell> cells_of(std::string_view text) {
    std::vector<Cell> out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        Cell cell = cell_of(decoded.code_point);
        if ((text[at] == ':' || text[at] == '#') && starts_command(text, at)) {
            cell.shown = code_name(decoded.code_point);
            cell.columns = cell.shown.size();
        }
        out.push_back(std::move(cell));
        at += decoded.size;
    }
    return out;
}

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (const Cell& cell : cells_of(text)) columns += cell.columns;
    return columns;
}

}  // namespace factcheck
