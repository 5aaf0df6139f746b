// With which bytes a rule can begin, computed by the compiler from the rule itself: the FIRST sets of LL(1) parsing (Aho, Lam,
// Sethi, Ullman: Compilers, 4.4.2), for parsing expressions. A rule that cannot begin with the byte at hand need not be tried.
// The sets are upper bounds: what is not understood (a looked-up word, a rule of another kind) may begin with anything.
#pragma once

#include "grammar/text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace factcheck::grammar {

// A set of bytes, and of the end of the text as a 257th.
class byte_set {
public:
    static constexpr std::size_t end_of_text = 256;

    constexpr void add(std::size_t byte) { bits_[byte / 64] |= std::uint64_t{1} << (byte % 64); }
    [[nodiscard]] constexpr bool has(std::size_t byte) const { return ((bits_[byte / 64] >> (byte % 64)) & 1U) != 0; }
    friend constexpr bool operator==(const byte_set&, const byte_set&) = default;
    friend constexpr byte_set operator|(byte_set a, const byte_set& b) {
        for (std::size_t i = 0; i < words; ++i) a.bits_[i] |= b.bits_[i];
        return a;
    }
    friend constexpr byte_set operator&(byte_set a, const byte_set& b) {
        for (std::size_t i = 0; i < words; ++i) a.bits_[i] &= b.bits_[i];
        return a;
    }

private:
    static constexpr std::size_t words = 5;
    std::array<std::uint64_t, words> bits_{};
};

constexpr byte_set without(const byte_set& a, const byte_set& b) {
    byte_set out;
    for (std::size_t byte = 0; byte <= byte_set::end_of_text; ++byte)
        if (a.has(byte) && !b.has(byte)) out.add(byte);
    return out;
}

template <typename Holds>
constexpr byte_set bytes_where(Holds holds) {
    byte_set out;
    for (std::size_t byte = 0; byte < byte_set::end_of_text; ++byte)
        if (holds(static_cast<char>(static_cast<unsigned char>(byte)))) out.add(byte);
    return out;
}

inline constexpr byte_set any_byte = bytes_where([](char) { return true; });
inline constexpr byte_set end_of_text = [] {
    byte_set out;
    out.add(byte_set::end_of_text);
    return out;
}();
inline constexpr byte_set anywhere = any_byte | end_of_text;

inline constexpr byte_set gaps = bytes_where(is_gap);

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
};

constexpr byte_set if_meets(const byte_set& a, const byte_set& b, const byte_set& out) {
    return (a & b) == byte_set{} ? byte_set{} : out;
}
// Takes one of these bytes, whatever follows.
constexpr first_bytes one_of(const byte_set& bytes) { return {bytes, {}, if_meets(bytes, gaps, anywhere), {}, {}}; }
// Takes something that begins so.
constexpr first_bytes some_of(const byte_set& bytes) { return {bytes, {}, {}, if_meets(bytes, gaps, anywhere), {}}; }
constexpr first_bytes nothing_before(const byte_set& bytes) { return {{}, bytes, {}, {}, if_meets(bytes, gaps, anywhere)}; }

constexpr first_bytes then(const first_bytes& a, const first_bytes& b) {
    return {a.eat | (a.stay & b.eat), a.stay & b.stay, (a.only & b.stay) | (a.still & b.only),
            a.more | (a.only & b.eat) | (a.still & b.more), a.still & b.still};
}
constexpr first_bytes either(const first_bytes& a, const first_bytes& b) {
    return {a.eat | b.eat, a.stay | b.stay, a.only | b.only, a.more | b.more, a.still | b.still};
}
constexpr first_bytes perhaps(const first_bytes& a) { return either(a, nothing_before(anywhere)); }
constexpr first_bytes again(const first_bytes& a) { return {a.eat, a.stay, a.only, a.more | a.only, a.still}; }

constexpr void add_first(byte_set& out, char c) {
    if (c == ' ' || c == '~') {  // of a phrase: a gap, or a gap or hyphen
        for (const char gap : {' ', '\n'}) out.add(static_cast<unsigned char>(gap));
        if (c == '~') out.add('-');
        return;
    }
    out.add(static_cast<unsigned char>(c));
    if (c >= 'a' && c <= 'z') out.add(static_cast<unsigned char>(c - 'a' + 'A'));
}

// By the kind of a rule: PEGTL's `rule_t`.
template <typename Kind>
struct first_of_kind {
    static constexpr first_bytes value{any_byte, anywhere, anywhere, anywhere, anywhere};
};
template <typename Rule>
inline constexpr first_bytes first_of_rule = first_of_kind<typename Rule::rule_t>::value;

template <typename... Rules>
constexpr first_bytes first_of_all() {
    first_bytes out = nothing_before(anywhere);
    ((out = then(out, first_of_rule<Rules>)), ...);
    return out;
}
template <typename... Rules>
constexpr first_bytes first_of_any() {
    first_bytes out;
    ((out = either(out, first_of_rule<Rules>)), ...);
    return out;
}

namespace inner = tao::pegtl::internal;

template <typename... Rules>
struct first_of_kind<inner::seq<Rules...>> {
    static constexpr first_bytes value = first_of_all<Rules...>();
};
template <typename... Rules>
struct first_of_kind<inner::sor<Rules...>> {
    static constexpr first_bytes value = first_of_any<Rules...>();
};
template <typename Rule>
struct first_of_kind<inner::opt<Rule>> {
    static constexpr first_bytes value = perhaps(first_of_rule<Rule>);
};
template <typename Rule>
struct first_of_kind<inner::star<Rule>> {
    static constexpr first_bytes value = perhaps(again(first_of_rule<Rule>));
};
template <typename Rule>
struct first_of_kind<inner::plus<Rule>> {
    static constexpr first_bytes value = again(first_of_rule<Rule>);
};
template <unsigned Count, typename Rule>
struct first_of_kind<inner::rep<Count, Rule>> {
    static constexpr first_bytes value = again(first_of_rule<Rule>);
};
template <unsigned Min, unsigned Max, typename Rule>
struct first_of_kind<inner::rep_min_max<Min, Max, Rule>> {
    static constexpr first_bytes value = Min == 0 ? perhaps(again(first_of_rule<Rule>)) : again(first_of_rule<Rule>);
};
template <typename Rule>
struct first_of_kind<inner::at<Rule>> {
    static constexpr first_bytes value{{}, first_of_rule<Rule>.first(), {}, {}, first_of_rule<Rule>.behind_gap()};
};
template <typename Rule>
struct first_of_kind<inner::not_at<Rule>> {
    static constexpr first_bytes value = nothing_before(anywhere);
};
template <typename If, typename Then, typename Else>
struct first_of_kind<inner::if_then_else<If, Then, Else>> {
    static constexpr first_bytes value = either(then(first_of_rule<If>, first_of_rule<Then>), first_of_rule<Else>);
};
template <>
struct first_of_kind<inner::success> {
    static constexpr first_bytes value = nothing_before(anywhere);
};
template <>
struct first_of_kind<inner::failure> {
    static constexpr first_bytes value{};
};
template <>
struct first_of_kind<inner::eof> {
    static constexpr first_bytes value = nothing_before(end_of_text);
};
template <inner::result_on_found Found, char... Chars>
struct first_of_kind<inner::one<Found, inner::peek_char, Chars...>> {
    static constexpr auto holds = [](char c) { return inner::one<Found, inner::peek_char, Chars...>::test(c); };
    static constexpr first_bytes value = one_of(bytes_where(holds));
};
template <inner::result_on_found Found, char Low, char High>
struct first_of_kind<inner::range<Found, inner::peek_char, Low, High>> {
    static constexpr auto holds = [](char c) { return inner::range<Found, inner::peek_char, Low, High>::test(c); };
    static constexpr first_bytes value = one_of(bytes_where(holds));
};
template <char... Chars>
struct first_of_kind<inner::ranges<inner::peek_char, Chars...>> {
    static constexpr auto holds = [](char c) { return inner::ranges<inner::peek_char, Chars...>::test(c); };
    static constexpr first_bytes value = one_of(bytes_where(holds));
};
template <char First, char... Rest>
struct first_of_kind<inner::string<First, Rest...>> {
    static constexpr first_bytes value = some_of(bytes_where([](char c) { return c == First; }));
};
template <char First, char... Rest>
struct first_of_kind<inner::istring<First, Rest...>> {
    static constexpr first_bytes value = some_of(bytes_where([](char c) { return to_lower(c) == to_lower(First); }));
};

template <text_of... Phrases>
struct first_of_kind<any<Phrases...>> {
    static constexpr byte_set bytes = [] {
        byte_set out;
        for (const std::string_view phrase : any<Phrases...>::phrases) add_first(out, phrase.front());
        return out;
    }();
    static constexpr first_bytes value = some_of(bytes);
};
template <const auto& Table>
struct first_of_kind<listed<Table>> {
    static constexpr byte_set bytes = [] {
        byte_set out;
        for (const word_value& row : Table) add_first(out, row.word.front());
        return out;
    }();
    static constexpr first_bytes value = some_of(bytes);
};
template <typename Rule>
struct first_of_kind<looked_up<Rule>> {
    static constexpr first_bytes value = some_of(any_byte);
};
// Two bytes of white space are one gap: behind the first of them nothing is known.
template <>
struct first_of_kind<gap> {
    static constexpr first_bytes value{gaps, {}, without(anywhere, gaps), gaps, {}};
};

// Whether the rule may match text that begins at `at`. `worth_asking` is false where anything may, and where asking is all that
// the rule does itself.
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
inline constexpr byte_set begins_with = first_of_rule<Rule>.first();
template <typename Rule>
inline constexpr byte_set goes_on_behind_gap = first_of_rule<Rule>.behind_gap();
template <typename Rule>
inline constexpr bool worth_asking = !(begins_with<Rule> == anywhere) && has_parts<typename Rule::rule_t>;

constexpr std::size_t byte_at(const char* at, const char* end) {
    return at == end ? byte_set::end_of_text : static_cast<unsigned char>(*at);
}
template <typename Rule>
[[nodiscard]] constexpr bool may_begin(const char* at, const char* end) {
    if (!begins_with<Rule>.has(byte_at(at, end))) return false;
    if constexpr (begins_with<Rule>.has(' ') && !(goes_on_behind_gap<Rule> == anywhere))
        if (at != end && is_gap(*at)) return goes_on_behind_gap<Rule>.has(byte_at(at + 1, end));
    return true;
}

}  // namespace factcheck::grammar
