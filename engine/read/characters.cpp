#include "read/characters.hpp"

#include <algorithm>
#include <array>

namespace factcheck {
namespace {

struct Row {
    char32_t first, last;
    Reading reading;
    char plain;  // of `first`; when the row is `counted`, the next code point reads as the next character
    bool counted = false;
};

constexpr Row rows[] = {
    {0x0000, 0x0008, Reading::control, 0},    {0x0009, 0x000D, Reading::space, 0},
    {0x000E, 0x001F, Reading::control, 0},    {0x0020, 0x0020, Reading::space, 0},
    {0x007F, 0x0084, Reading::control, 0},    {0x0085, 0x0085, Reading::space, 0},
    {0x0086, 0x009F, Reading::control, 0},    {0x00A0, 0x00A0, Reading::space, 0},
    {0x00AB, 0x00AB, Reading::as, '"'},       {0x00AD, 0x00AD, Reading::drop, 0},  // soft hyphen
    {0x00B4, 0x00B4, Reading::as, '\''},      {0x00BB, 0x00BB, Reading::as, '"'},
    {0x034F, 0x034F, Reading::drop, 0},       {0x061C, 0x061C, Reading::bidi, 0},
    {0x0660, 0x0669, Reading::as, '0', true},  // Arabic digits
    {0x066A, 0x066A, Reading::as, '%'},       {0x066B, 0x066B, Reading::as, '.'},
    {0x066C, 0x066C, Reading::as, ','},       {0x06F0, 0x06F9, Reading::as, '0', true},  // Persian and Urdu digits
    {0x0966, 0x096F, Reading::as, '0', true},                                            // Devanagari digits
    {0x1680, 0x1680, Reading::space, 0},      {0x180E, 0x180E, Reading::drop, 0},
    {0x2000, 0x200A, Reading::space, 0},      {0x200B, 0x200D, Reading::drop, 0},
    {0x200E, 0x200F, Reading::bidi, 0},       {0x2010, 0x2013, Reading::as, '-'},  // hyphens, figure dash, en dash
    {0x2014, 0x2015, Reading::em_dash, 0},    {0x2018, 0x201B, Reading::as, '\''},
    {0x201C, 0x201F, Reading::as, '"'},       {0x2026, 0x2026, Reading::ellipsis, 0},
    {0x2028, 0x2029, Reading::space, 0},      {0x202A, 0x202E, Reading::bidi, 0},
    {0x202F, 0x202F, Reading::space, 0},      {0x2032, 0x2032, Reading::as, '\''},
    {0x2033, 0x2033, Reading::as, '"'},       {0x205F, 0x205F, Reading::space, 0},
    {0x2060, 0x2064, Reading::drop, 0},       {0x2066, 0x2069, Reading::bidi, 0},
    {0x206A, 0x206F, Reading::drop, 0},       {0x2212, 0x2212, Reading::as, '-'},  // minus
    {0x3000, 0x3000, Reading::space, 0},      {0xFE00, 0xFE0F, Reading::drop, 0},  // variation selectors
    {0xFE63, 0xFE63, Reading::as, '-'},       {0xFEFF, 0xFEFF, Reading::drop, 0},
    {0xFF01, 0xFF5E, Reading::as, '!', true},  // full-width forms of ASCII
};

constexpr bool ascending() {
    for (std::size_t i = 1; i < std::size(rows); ++i) {
        if (rows[i - 1].last >= rows[i].first) return false;
    }
    return true;
}
static_assert(ascending());

}  // namespace

PlainCharacter plain_character(char32_t code_point) {
    const Row* row = std::lower_bound(std::begin(rows), std::end(rows), code_point,
                                      [](const Row& r, char32_t value) { return r.last < value; });
    if (row == std::end(rows) || code_point < row->first) return {};
    const auto step = row->counted ? static_cast<int>(code_point - row->first) : 0;
    return {row->reading, static_cast<char>(row->plain + step)};
}

}  // namespace factcheck
