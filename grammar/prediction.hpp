// What a rule can begin with, computed by the compiler from the rule itself: the FIRST sets of LL(k) parsing (Aho, Lam, Sethi,
// Ullman: Compilers, 4.4.2), for parsing expressions. A rule that cannot begin with the text at hand need not be tried. There are
// two views: bytes, with the one behind a gap, and the first two words. Both are upper bounds: what is not understood (a
// looked-up word, a rule of another kind) may begin with anything.
#pragma once

#include "grammar/text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace factcheck::grammar {

// ---- the way through a rule, for any view: what each kind of rule makes of its parts

namespace inner = tao::pegtl::internal;

template <typename View, typename Kind>
struct of_kind {
    static constexpr View value = View::anything();
};
template <typename View, typename Rule>
inline constexpr View view_of = of_kind<View, typename Rule::rule_t>::value;

template <typename View>
constexpr View perhaps(const View& a) {
    return either(a, View::nothing());
}
template <typename View, typename... Rules>
constexpr View in_turn() {
    View out = View::nothing();
    ((out = then(out, view_of<View, Rules>)), ...);
    return out;
}
template <typename View, typename... Rules>
constexpr View one_of_these() {
    View out{};
    ((out = either(out, view_of<View, Rules>)), ...);
    return out;
}

template <typename View, typename... Rules>
struct of_kind<View, inner::seq<Rules...>> {
    static constexpr View value = in_turn<View, Rules...>();
};
template <typename View, typename... Rules>
struct of_kind<View, inner::sor<Rules...>> {
    static constexpr View value = one_of_these<View, Rules...>();
};
template <typename View, typename Rule>
struct of_kind<View, inner::opt<Rule>> {
    static constexpr View value = perhaps(view_of<View, Rule>);
};
template <typename View, typename Rule>
struct of_kind<View, inner::star<Rule>> {
    static constexpr View value = perhaps(again(view_of<View, Rule>));
};
template <typename View, typename Rule>
struct of_kind<View, inner::plus<Rule>> {
    static constexpr View value = again(view_of<View, Rule>);
};
template <typename View, unsigned Count, typename Rule>
struct of_kind<View, inner::rep<Count, Rule>> {
    static constexpr View value = again(view_of<View, Rule>);
};
template <typename View, unsigned Min, unsigned Max, typename Rule>
struct of_kind<View, inner::rep_min_max<Min, Max, Rule>> {
    static constexpr View value = Min == 0 ? perhaps(again(view_of<View, Rule>)) : again(view_of<View, Rule>);
};
template <typename View, typename Rule>
struct of_kind<View, inner::at<Rule>> {
    static constexpr View value = looked_at(view_of<View, Rule>);
};
template <typename View, typename Rule>
struct of_kind<View, inner::not_at<Rule>> {
    static constexpr View value = View::nothing();
};
template <typename View, typename If, typename Then, typename Else>
struct of_kind<View, inner::if_then_else<If, Then, Else>> {
    static constexpr View value = either(then(view_of<View, If>, view_of<View, Then>), view_of<View, Else>);
};
template <typename View>
struct of_kind<View, inner::success> {
    static constexpr View value = View::nothing();
};
template <typename View>
struct of_kind<View, inner::failure> {
    static constexpr View value{};
};
template <typename View>
struct of_kind<View, inner::eof> {
    static constexpr View value = View::end();
};
template <typename View, inner::result_on_found Found, char... Chars>
struct of_kind<View, inner::one<Found, inner::peek_char, Chars...>> {
    static constexpr View value = View::byte([](char c) { return inner::one<Found, inner::peek_char, Chars...>::test(c); });
};
template <typename View, inner::result_on_found Found, char Low, char High>
struct of_kind<View, inner::range<Found, inner::peek_char, Low, High>> {
    static constexpr View value = View::byte([](char c) { return inner::range<Found, inner::peek_char, Low, High>::test(c); });
};
template <typename View, char... Chars>
struct of_kind<View, inner::ranges<inner::peek_char, Chars...>> {
    static constexpr View value = View::byte([](char c) { return inner::ranges<inner::peek_char, Chars...>::test(c); });
};
template <typename View, char First, char... Rest>
struct of_kind<View, inner::string<First, Rest...>> {
    static constexpr View value = View::bytes([](char c) { return c == First; });
};
template <typename View, char First, char... Rest>
struct of_kind<View, inner::istring<First, Rest...>> {
    static constexpr View value = View::bytes([](char c) { return to_lower(c) == to_lower(First); });
};
template <typename View, text_of... Phrases>
struct of_kind<View, any<Phrases...>> {
    static constexpr View value = [] {
        View out{};
        for (const std::string_view phrase : any<Phrases...>::phrases) out = either(out, View::phrase(phrase));
        return out;
    }();
};
template <typename View, const auto& Table>
struct of_kind<View, listed<Table>> {
    static constexpr View value = [] {
        View out{};
        for (const word_value& row : Table) out = either(out, View::phrase(row.word));
        return out;
    }();
};
template <typename View, text_of Letters>
struct of_kind<View, initials<Letters>> {
    static constexpr View value = View::phrase(Letters.view());
};
template <typename View>
struct of_kind<View, gap> {
    static constexpr View value = View::gap();
};

// ---- bits

template <std::size_t Bits>
class bit_set {
public:
    constexpr void add(std::size_t bit) { words_[bit / 64] |= std::uint64_t{1} << (bit % 64); }
    [[nodiscard]] constexpr bool has(std::size_t bit) const { return ((words_[bit / 64] >> (bit % 64)) & 1U) != 0; }
    [[nodiscard]] constexpr bool empty() const { return *this == bit_set{}; }
    friend constexpr bool operator==(const bit_set&, const bit_set&) = default;
    friend constexpr bit_set operator|(bit_set a, const bit_set& b) {
        for (std::size_t i = 0; i < count; ++i) a.words_[i] |= b.words_[i];
        return a;
    }
    friend constexpr bit_set operator&(bit_set a, const bit_set& b) {
        for (std::size_t i = 0; i < count; ++i) a.words_[i] &= b.words_[i];
        return a;
    }

private:
    static constexpr std::size_t count = (Bits + 63) / 64;
    std::array<std::uint64_t, count> words_{};
};

// ---- bytes

inline constexpr std::size_t end_of_text = 256;  // as a byte of its own
using byte_set = bit_set<end_of_text + 1>;

template <typename Holds>
constexpr byte_set bytes_where(Holds holds) {
    byte_set out;
    for (std::size_t byte = 0; byte < end_of_text; ++byte)
        if (holds(static_cast<char>(static_cast<unsigned char>(byte)))) out.add(byte);
    return out;
}

inline constexpr byte_set anywhere = [] {
    byte_set out = bytes_where([](char) { return true; });
    out.add(end_of_text);
    return out;
}();
inline constexpr byte_set gaps = bytes_where(is_gap);
inline constexpr byte_set no_gaps = [] {
    byte_set out = bytes_where([](char c) { return !is_gap(c); });
    out.add(end_of_text);
    return out;
}();

// Where a rule can succeed: by taking something that begins with one of `eat`, or nothing before one of `stay`. So much grammar
// begins with a gap that the byte behind it is told too: the gap alone is taken before one of `only`, the gap and more where one
// of `more` follows, nothing where one of `still` follows the gap.
struct first_bytes {
    byte_set eat;
    byte_set stay;
    byte_set only;
    byte_set more;
    byte_set still;

    [[nodiscard]] constexpr byte_set first() const { return eat | stay; }
    [[nodiscard]] constexpr byte_set behind_gap() const { return only | more | still; }

    static constexpr first_bytes anything() {
        return {bytes_where([](char) { return true; }), anywhere, anywhere, anywhere, anywhere};
    }
    static constexpr first_bytes nothing() { return {{}, anywhere, {}, {}, anywhere}; }
    static constexpr first_bytes end() {
        byte_set out;
        out.add(end_of_text);
        return {{}, out, {}, {}, {}};
    }
    // Two bytes of white space are one gap: behind the first of them nothing is known.
    static constexpr first_bytes gap() { return {gaps, {}, no_gaps, gaps, {}}; }
    template <typename Holds>
    static constexpr first_bytes byte(Holds holds) {
        const byte_set set = bytes_where(holds);
        return {set, {}, (set & gaps).empty() ? byte_set{} : anywhere, {}, {}};
    }
    template <typename Holds>
    static constexpr first_bytes bytes(Holds holds) {
        const byte_set set = bytes_where(holds);
        return {set, {}, {}, (set & gaps).empty() ? byte_set{} : anywhere, {}};
    }
    // Bit by bit: a table has hundreds of words, and a compiler counts its steps.
    static constexpr first_bytes phrase(std::string_view words) {
        const char first = words.front();
        if (first == ' ' || first == '~') return bytes([&](char c) { return is_gap(c) || (first == '~' && c == '-'); });
        first_bytes out;
        out.eat.add(static_cast<unsigned char>(first));
        if (first >= 'a' && first <= 'z') out.eat.add(static_cast<unsigned char>(first - 'a' + 'A'));
        return out;
    }
};

constexpr first_bytes then(const first_bytes& a, const first_bytes& b) {
    return {a.eat | (a.stay & b.eat), a.stay & b.stay, (a.only & b.stay) | (a.still & b.only),
            a.more | (a.only & b.eat) | (a.still & b.more), a.still & b.still};
}
constexpr first_bytes either(const first_bytes& a, const first_bytes& b) {
    return {a.eat | b.eat, a.stay | b.stay, a.only | b.only, a.more | b.more, a.still | b.still};
}
constexpr first_bytes again(const first_bytes& a) { return {a.eat, a.stay, a.only, a.more | a.only, a.still}; }
constexpr first_bytes looked_at(const first_bytes& a) { return {{}, a.first(), {}, {}, a.behind_gap()}; }

template <typename Kind>
inline constexpr bool has_parts = true;
template <inner::result_on_found Found, char... Chars>
inline constexpr bool has_parts<inner::one<Found, inner::peek_char, Chars...>> = false;
template <inner::result_on_found Found, char Low, char High>
inline constexpr bool has_parts<inner::range<Found, inner::peek_char, Low, High>> = false;
template <char... Chars>
inline constexpr bool has_parts<inner::ranges<inner::peek_char, Chars...>> = false;
template <char... Chars>
inline constexpr bool has_parts<inner::string<Chars...>> = false;
template <>
inline constexpr bool has_parts<gap> = false;

template <typename Rule>
inline constexpr byte_set begins_with = view_of<first_bytes, Rule>.first();
template <typename Rule>
inline constexpr byte_set goes_on_behind_gap = view_of<first_bytes, Rule>.behind_gap();
// False where the rule may begin with anything, and where asking is all that the rule does itself.
template <typename Rule>
inline constexpr bool worth_asking = !(begins_with<Rule> == anywhere) && has_parts<typename Rule::rule_t>;

constexpr std::size_t byte_at(const char* at, const char* end) {
    return at == end ? end_of_text : static_cast<unsigned char>(*at);
}

// Whether the rule may match text that begins at `at`, by its bytes.
template <typename Rule>
[[nodiscard]] constexpr bool may_begin(const char* at, const char* end) {
    if (!begins_with<Rule>.has(byte_at(at, end))) return false;
    if constexpr (begins_with<Rule>.has(' ') && !(goes_on_behind_gap<Rule> == anywhere))
        if (at != end && is_gap(*at)) return goes_on_behind_gap<Rule>.has(byte_at(at + 1, end));
    return true;
}

// ---- words

inline constexpr std::size_t log_word_bits = 9;
inline constexpr std::size_t word_bits = std::size_t{1} << log_word_bits;
using word_set = bit_set<word_bits>;       // a bit for each hash
inline constexpr std::size_t no_word = 0;  // the place of whatever is no word: a figure, a mark, the end

constexpr std::size_t word_bit(const packed_word& word) {
    const auto hash = static_cast<std::size_t>(((word.low ^ (word.high << 7U)) * 0x9E3779B97F4A7C15U) >> (64 - log_word_bits));
    return hash == no_word ? 1 : hash;
}
// Words are parted by these; every other mark is no word.
constexpr bool parts_words(char c) { return is_gap(c) || c == '-'; }

inline constexpr word_set every_word = [] {
    word_set out;
    for (std::size_t bit = 0; bit < word_bits; ++bit) out.add(bit);
    return out;
}();

// The first words that a rule can take, the second ones where the first is a word, and whether it can take no word, or just one:
// what follows is then free. Behind a figure or a mark nothing is known.
struct first_two_words {
    word_set first;
    word_set second;
    bool none = false;
    bool one = false;

    static constexpr first_two_words anything() { return {every_word, every_word, true, true}; }
    static constexpr first_two_words nothing() { return {{}, {}, true, false}; }
    static constexpr first_two_words end() { return nothing(); }
    static constexpr first_two_words gap() { return nothing(); }
    template <typename Holds>
    static constexpr first_two_words byte(Holds holds) {
        const byte_set set = bytes_where(holds);
        if (!(set & bytes_where(is_letter)).empty()) return anything();  // a part of a word
        const byte_set parting = bytes_where(parts_words);
        first_two_words out;
        out.none = !(set & parting).empty();
        if (set == (set & parting)) return out;
        out.first.add(no_word);
        return out;
    }
    template <typename Holds>
    static constexpr first_two_words bytes(Holds holds) {
        first_two_words out = byte(holds);
        return out.none ? anything() : out;
    }
    // A phrase: its words are parted by ' ', '~' or a hyphen.
    static constexpr first_two_words phrase(std::string_view words) {
        const std::size_t first = letters_in(words);
        first_two_words out;
        out.first.add(bit_of(words.substr(0, first)));
        out.one = first == words.size() && first != 0;
        if (out.one || first == 0) return out;
        const char parted = words[first];
        const std::string_view rest = words.substr(first + 1);
        out.second.add(parts_words(parted) || parted == '~' ? bit_of(rest.substr(0, letters_in(rest))) : no_word);
        return out;
    }

private:
    static constexpr std::size_t letters_in(std::string_view words) {
        std::size_t size = 0;
        while (size < words.size() && size < packed_bytes && is_letter(words[size])) ++size;
        return size;
    }
    static constexpr std::size_t bit_of(std::string_view word) { return word.empty() ? no_word : word_bit(pack(word)); }
};

constexpr first_two_words then(const first_two_words& a, const first_two_words& b) {
    first_two_words out{a.first, a.second, a.none && b.none, (a.one && b.none) || (a.none && b.one)};
    if (a.none) {
        out.first = out.first | b.first;
        out.second = out.second | b.second;
    }
    if (a.one) out.second = out.second | b.first;
    return out;
}
constexpr first_two_words either(const first_two_words& a, const first_two_words& b) {
    return {a.first | b.first, a.second | b.second, a.none || b.none, a.one || b.one};
}
constexpr first_two_words again(const first_two_words& a) {
    return {a.first, a.one ? a.second | a.first : a.second, a.none, a.one};
}
constexpr first_two_words looked_at(const first_two_words&) { return first_two_words::nothing(); }

// The two words that stand at a place, as bits; the second is parted from the first by a gap or a hyphen.
struct words_ahead {
    std::size_t first = no_word;
    std::size_t second = no_word;
};

inline words_ahead words_at(const char* at, const char* end) {
    const letters_here first = letters_packed(at, end);
    if (first.size == 0) return {};
    words_ahead out{word_bit(first.key), no_word};
    if (first.size > packed_bytes) return out;
    const char* next = at + first.size;
    for (int marks = 0; marks < 4 && next != end && parts_words(*next); ++marks) ++next;
    if (next == at + first.size || next == end) return out;
    const letters_here second = letters_packed(next, end);
    if (second.size != 0) out.second = word_bit(second.key);
    return out;
}

// False where the rule may begin with any word.
template <typename Rule>
inline constexpr bool worth_asking_words =
    !view_of<first_two_words, Rule>.none && !(view_of<first_two_words, Rule>.first == every_word);

// Whether the rule may match text that begins with these words, of which the first stands right at its beginning.
template <typename Rule>
[[nodiscard]] constexpr bool may_begin(const words_ahead& words) {
    constexpr const first_two_words& view = view_of<first_two_words, Rule>;
    if (!view.first.has(words.first)) return false;
    if constexpr (view.one) return true;
    return words.first == no_word || view.second.has(words.second);
}

}  // namespace factcheck::grammar
