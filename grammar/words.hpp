// Words as numbers: letters of a text packed eight bytes at a time, and closed lists of words that the compiler makes into
// hashes.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace factcheck::grammar {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
// ASCII letters and every byte of a letter beyond them.
constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// A word and what it stands for: a month's number, a power of ten.
struct word_value {
    std::string_view word;
    std::int32_t value = 0;
};

// A word of at most 16 ASCII bytes in small letters, as two numbers: compared and hashed without a loop over its letters.
struct packed_word {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    friend constexpr bool operator==(const packed_word&, const packed_word&) = default;
};

inline constexpr std::size_t packed_bytes = 16;

// Capitals of eight bytes at once: a byte is one if it is at least A and not past Z; adding carries it into the top bit.
constexpr std::uint64_t small_letters(std::uint64_t bytes) {
    constexpr std::uint64_t each = 0x0101010101010101U;
    const std::uint64_t low = bytes & (each * 0x7FU);
    const std::uint64_t from_a = low + each * (0x80U - 'A');
    const std::uint64_t past_z = low + each * (0x7FU - 'Z');
    return bytes | (((from_a ^ past_z) & ~bytes & (each * 0x80U)) >> 2U);
}

inline std::uint64_t load(const char* from, std::size_t size) {
    std::uint64_t out = 0;
    if (size == 8) {
        std::memcpy(&out, from, 8);
        return out;
    }
    if (size >= 4) {
        std::uint32_t first = 0, last = 0;
        std::memcpy(&first, from, 4);
        std::memcpy(&last, from + size - 4, 4);
        return first | (static_cast<std::uint64_t>(last) << (8 * (size - 4)));
    }
    for (std::size_t i = 0; i < size; ++i) out |= static_cast<std::uint64_t>(static_cast<unsigned char>(from[i])) << (8 * i);
    return out;
}

constexpr packed_word pack(std::string_view word) {
    packed_word out;
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
        const std::size_t size = word.size();
        out.low = small_letters(load(word.data(), size < 8 ? size : 8));
        if (size > 8) out.high = small_letters(load(word.data() + 8, size - 8));
        return out;
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto byte = static_cast<std::uint64_t>(static_cast<unsigned char>(to_lower(word[i])));
        (i < 8 ? out.low : out.high) |= byte << (8 * (i % 8));
    }
    return out;
}

constexpr std::uint64_t hash_of(const packed_word& word) {
    const std::uint64_t mixed = (word.low ^ (word.high * 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
    return mixed ^ (mixed >> 32U);
}

// The letters that stand at a place, as a packed word; longer words are cut there and have no key.
struct letters_here {
    packed_word key;
    std::size_t size = 0;  // packed_bytes + 1: longer than any listed word
};

// Eight bytes: small letters for capitals, and how many letters stand at the front.
constexpr std::size_t front_letters(std::uint64_t& bytes) {
    constexpr std::uint64_t each = 0x0101010101010101U;
    constexpr std::uint64_t top = each * 0x80U;
    bytes = small_letters(bytes);
    const std::uint64_t low = bytes & ~top;
    const std::uint64_t is_a_to_z = (low + each * (0x80U - 'a')) & ~(low + each * (0x7FU - 'z'));
    const std::uint64_t others = ~(is_a_to_z | bytes) & top;
    return others == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(others)) / 8;
}

constexpr std::uint64_t first_bytes_of(std::uint64_t bytes, std::size_t count) {
    return count == 8 ? bytes : bytes & ((std::uint64_t{1} << (8 * count)) - 1);
}

inline letters_here letters_packed_at_end(const char* at, const char* end) {
    const auto left = static_cast<std::size_t>(end - at);
    letters_here out;
    std::uint64_t bytes = load(at, left < 8 ? left : 8);
    out.size = front_letters(bytes);
    out.key.low = first_bytes_of(bytes, out.size);
    if (out.size < 8 || left <= 8) return out;
    bytes = load(at + 8, left - 8 < 8 ? left - 8 : 8);
    const std::size_t more = front_letters(bytes);
    out.key.high = first_bytes_of(bytes, more);
    out.size += more;
    if (out.size == packed_bytes && left > packed_bytes && is_letter(at[packed_bytes])) ++out.size;
    return out;
}

// Most words have fewer than eight letters, and more than eight bytes of text before them.
[[gnu::always_inline]] inline letters_here letters_packed(const char* at, const char* end) {
    static_assert(std::endian::native == std::endian::little);
    if (end - at >= 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, 8);
        const std::size_t size = front_letters(bytes);
        if (size < 8) return {{bytes & ((std::uint64_t{1} << (8 * size)) - 1), 0}, size};
    }
    return letters_packed_at_end(at, end);
}

// A closed list of words, looked up by hash: open addressing, at most half full, made by the compiler.
template <std::size_t N>
struct word_table {
    static constexpr std::size_t slot_count() {
        std::size_t size = 4;
        while (size < 2 * N) size *= 2;
        return size;
    }
    struct slot {
        packed_word key;
        std::uint16_t row = 0;  // from 1; 0: free
    };

    // A bit for each hash, so that a word that is not listed is mostly refused without a look at the slots.
    static constexpr std::size_t bit_count = slot_count() * 4 < 64 ? 64 : slot_count() * 4;
    static constexpr std::size_t bit_of(std::uint64_t hash) { return (hash >> 20U) % bit_count; }

    std::array<word_value, N> words{};
    std::array<slot, slot_count()> slots{};
    std::array<std::uint64_t, bit_count / 64> bits{};

    constexpr explicit word_table(const std::array<word_value, N>& from) : words(from) {
        for (std::size_t row = 0; row < N; ++row) {
            if (words[row].word.size() > packed_bytes) throw "a listed word is longer than 16 bytes";  // refused by the compiler
            const packed_word key = pack(words[row].word);
            const std::uint64_t hash = hash_of(key);
            bits[bit_of(hash) / 64] |= std::uint64_t{1} << (bit_of(hash) % 64);
            std::size_t at = hash % slots.size();
            while (slots[at].row != 0) at = (at + 1) % slots.size();
            slots[at] = {key, static_cast<std::uint16_t>(row + 1)};
        }
    }

    [[nodiscard]] constexpr const word_value* find(std::string_view word) const {
        return word.empty() || word.size() > packed_bytes ? nullptr : find(pack(word));
    }
    [[nodiscard]] constexpr const word_value* find(const packed_word& key) const {
        const std::uint64_t hash = hash_of(key);
        if (((bits[bit_of(hash) / 64] >> (bit_of(hash) % 64)) & 1U) == 0) return nullptr;
        for (std::size_t at = hash % slots.size(); slots[at].row != 0; at = (at + 1) % slots.size())
            if (slots[at].key == key) return &words[slots[at].row - 1U];
        return nullptr;
    }
    [[nodiscard]] constexpr bool has(std::string_view word) const { return find(word) != nullptr; }
    [[nodiscard]] constexpr auto begin() const { return words.begin(); }
    [[nodiscard]] constexpr auto end() const { return words.end(); }
};

template <std::size_t N>
constexpr word_table<N> word_list(const std::array<std::string_view, N>& words) {
    std::array<word_value, N> rows{};
    for (std::size_t i = 0; i < N; ++i) rows[i].word = words[i];
    return word_table<N>(rows);
}

template <typename Table>
constexpr const word_value* find_word(const Table& table, std::string_view word) {
    return table.find(word);
}

constexpr std::string_view letters_at(const char* at, const char* end) {
    const char* now = at;
    while (now != end && is_letter(*now)) ++now;
    return {at, static_cast<std::size_t>(now - at)};
}

}  // namespace factcheck::grammar
