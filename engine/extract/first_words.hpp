// What can begin with a word or a byte: families of readers, as bits. Internal to extract/.
#pragma once

#include "extract/reader.hpp"

#include <array>
#include <cstdint>

namespace factcheck::extracting {

using Families = std::uint32_t;

namespace family {
inline constexpr Families value = 1U << 0U;     // numbers, signs and codes of money, parts
inline constexpr Families hedge = 1U << 1U;     // "about", "more than"
inline constexpr Families range = 1U << 2U;     // "between", "from"; "aged"
inline constexpr Families multiple = 1U << 3U;  // "doubled", "twice", "half"
inline constexpr Families rank = 1U << 4U;
inline constexpr Families vague = 1U << 5U;       // "dozens", "a few"
inline constexpr Families quantifier = 1U << 6U;  // also trends and comparisons
inline constexpr Families change = 1U << 7U;
inline constexpr Families calendar = 1U << 8U;  // months and weekdays by name
inline constexpr Families fiscal = 1U << 9U;    // "fiscal", "FY"
inline constexpr Families codes = 1U << 10U;    // "Q3", "H1"
inline constexpr Families ordinal = 1U << 11U;  // "first quarter", "19th century", "fourth of July"
inline constexpr Families step = 1U << 12U;     // "last", "next", "previous"
inline constexpr Families same = 1U << 13U;     // "the same period", "year-ago"
inline constexpr Families count = 1U << 14U;    // "two weeks ago", "a year earlier"
inline constexpr Families part = 1U << 15U;     // "early", "the end of"
inline constexpr Families day = 1U << 16U;      // "yesterday"
inline constexpr Families opens = 1U << 17U;    // "from July 2024 to"
inline constexpr Families length = 1U << 18U;   // "years of", "for decades"
inline constexpr Families so_far = 1U << 19U;
inline constexpr Families year = 1U << 20U;     // "year 2024", "'24"
inline constexpr Families decade = 1U << 21U;   // "1990s", "nineties"
inline constexpr Families before = 1U << 22U;   // "the year before"
inline constexpr Families figures = 1U << 23U;  // dates that begin with a digit
inline constexpr Families holiday = 1U << 24U;  // "Easter", "Labor Day"
inline constexpr Families refer = 1U << 25U;    // "now", "recently", "soon"
inline constexpr Families recur = 1U << 26U;    // "every year", "daily"
inline constexpr Families clock = 1U << 27U;    // "noon", "this morning"
inline constexpr Families season = 1U << 28U;
inline constexpr Families ahead = 1U << 29U;  // "in two weeks"
inline constexpr Families time = holiday | refer | recur | clock | season | ahead | calendar | fiscal | codes | ordinal | step |
                                 same | count | part | day | opens | length | so_far | year | decade | before | figures;
inline constexpr Families sized = value | range | multiple | vague;  // what a hedge may stand before
}  // namespace family

// The families of what stands at `at`. The commonest words ("the", "a", "in") count only before a word that can go on with them.
[[nodiscard]] Families families_at(const Reader& reader, std::size_t at);

// A bit for each hash of a first word: nearly all words that begin nothing are refused by it alone.
class FirstWordBits {
public:
    void add(const grammar::packed_word& word) { bits_[place(word) / 64] |= std::uint64_t{1} << (place(word) % 64); }
    [[nodiscard]] bool may_have(const grammar::packed_word& word) const {
        return ((bits_[place(word) / 64] >> (place(word) % 64)) & 1U) != 0;
    }

private:
    static constexpr unsigned log_size = 15;
    static std::size_t place(const grammar::packed_word& word) {
        return static_cast<std::size_t>(((word.low + word.high * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U) >> (64 - log_size));
    }

    std::array<std::uint64_t, (std::size_t{1} << log_size) / 64> bits_{};
};
[[nodiscard]] const FirstWordBits& first_word_bits();

// The families of the word whose letters stand at `at`.
[[nodiscard]] Families families_of_word(const Reader& reader, std::size_t at, const grammar::letters_here& word);

}  // namespace factcheck::extracting
