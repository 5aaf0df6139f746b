#include "link/signs.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace factcheck {

namespace {

using namespace std::string_view_literals;

struct Row {
    std::string_view word;
    Sign sign;
};

constexpr std::array table = [] {
    std::array rows{Row{"average"sv, Sign::average},
                    Row{"averaging"sv, Sign::average},
                    Row{"averaged"sv, Sign::average},
                    Row{"each"sv, Sign::average},
                    Row{"apiece"sv, Sign::average},
                    Row{"head"sv, Sign::average},
                    Row{"rest"sv, Sign::rest},
                    Row{"remaining"sv, Sign::rest},
                    Row{"remainder"sv, Sign::rest},
                    Row{"others"sv, Sign::rest},
                    Row{"everyone"sv, Sign::rest},
                    Row{"everything"sv, Sign::rest},
                    Row{":"sv, Sign::list},
                    Row{"respectively"sv, Sign::respectively},
                    Row{"anniversary"sv, Sign::anniversary},
                    Row{"birthday"sv, Sign::anniversary},
                    Row{"born"sv, Sign::birth},
                    Row{"after"sv, Sign::after},
                    Row{"before"sv, Sign::after},
                    Row{"since"sv, Sign::after},
                    Row{"later"sv, Sign::after},
                    Row{"ago"sv, Sign::after},
                    Row{"together"sv, Sign::total},
                    Row{"altogether"sv, Sign::total},
                    Row{"makes"sv, Sign::total},
                    Row{"total"sv, Sign::total},
                    Row{"all"sv, Sign::total},
                    Row{"combined"sv, Sign::total},
                    Row{"probability"sv, Sign::likely},
                    Row{"likelihood"sv, Sign::likely},
                    Row{"-"sv, Sign::minus},
                    Row{"majority"sv, Sign::opposed},
                    Row{"margin"sv, Sign::opposed},
                    Row{"votes"sv, Sign::opposed},
                    Row{"goals"sv, Sign::opposed},
                    Row{"seats"sv, Sign::opposed},
                    Row{"points"sv, Sign::opposed},
                    Row{"population"sv, Sign::most},
                    Row{"voters"sv, Sign::most},
                    Row{"electorate"sv, Sign::most},
                    Row{"households"sv, Sign::most},
                    Row{"adults"sv, Sign::most},
                    Row{"people"sv, Sign::most},
                    Row{"members"sv, Sign::most},
                    Row{"respondents"sv, Sign::most},
                    Row{"pupils"sv, Sign::most},
                    Row{"residents"sv, Sign::most},
                    Row{"largest"sv, Sign::largest},
                    Row{"busiest"sv, Sign::largest},
                    Row{"highest"sv, Sign::largest},
                    Row{"biggest"sv, Sign::largest}};
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.word < b.word; });
    return rows;
}();

// A bit for each pair of a length and a first letter: most words are refused by it.
constexpr std::array bits = [] {
    std::array<std::uint32_t, 16> out{};
    for (const Row& row : table)
        out[std::min<std::size_t>(row.word.size(), 15)] |= 1U << (static_cast<unsigned char>(row.word[0]) % 32U);
    return out;
}();

}  // namespace

Signs::Signs(const Laid& laid) {
    for (const Token& token : laid.tokens) {
        const std::string_view word = token.lower;
        if (word.empty() ||
            (bits[std::min<std::size_t>(word.size(), 15)] & (1U << (static_cast<unsigned char>(word[0]) % 32U))) == 0)
            continue;
        const auto row =
            std::lower_bound(table.begin(), table.end(), word, [](const Row& a, std::string_view b) { return a.word < b; });
        if (row != table.end() && row->word == word) bits_ |= bit(row->sign);
    }
}

}  // namespace factcheck
