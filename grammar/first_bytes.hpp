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

// Where a rule can succeed: by taking something that begins with one of `eat`, or nothing before one of `stay`.
struct first_bytes {
    byte_set eat;
    byte_set stay;
    [[nodiscard]] constexpr byte_set all() const { return eat | stay; }
};

constexpr first_bytes then(const first_bytes& a, const first_bytes& b) { return {a.eat | (a.stay & b.eat), a.stay & b.stay}; }
constexpr first_bytes either(const first_bytes& a, const first_bytes& b) { return {a.eat | b.eat, a.stay | b.stay}; }
constexpr first_bytes perhaps(const first_bytes& a) { return {a.eat, anywhere}; }

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
    static constexpr first_bytes value{any_byte, anywhere};
};
template <typename Rule>
inline constexpr first_bytes first_of_rule = first_of_kind<typename Rule::rule_t>::value;

template <typename... Rules>
constexpr first_bytes first_of_all() {
    first_bytes out{{}, anywhere};
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
    static constexpr first_bytes value = perhaps(first_of_rule<Rule>);
};
template <typename Rule>
struct first_of_kind<inner::plus<Rule>> {
    static constexpr first_bytes value = first_of_rule<Rule>;
};
template <unsigned Count, typename Rule>
struct first_of_kind<inner::rep<Count, Rule>> {
    static constexpr first_bytes value = first_of_rule<Rule>;
};
template <unsigned Min, unsigned Max, typename Rule>
struct first_of_kind<inner::rep_min_max<Min, Max, Rule>> {
    static constexpr first_bytes value = Min == 0 ? perhaps(first_of_rule<Rule>) : first_of_rule<Rule>;
};
template <typename Rule>
struct first_of_kind<inner::at<Rule>> {
    static constexpr first_bytes value{{}, first_of_rule<Rule>.all()};
};
template <typename Rule>
struct first_of_kind<inner::not_at<Rule>> {
    static constexpr first_bytes value{{}, anywhere};
};
template <typename If, typename Then, typename Else>
struct first_of_kind<inner::if_then_else<If, Then, Else>> {
    static constexpr first_bytes value = either(then(first_of_rule<If>, first_of_rule<Then>), first_of_rule<Else>);
};
template <>
struct first_of_kind<inner::success> {
    static constexpr first_bytes value{{}, anywhere};
};
template <>
struct first_of_kind<inner::failure> {
    static constexpr first_bytes value{};
};
template <>
struct first_of_kind<inner::eof> {
    static constexpr first_bytes value{{}, end_of_text};
};
template <inner::result_on_found Found, char... Chars>
struct first_of_kind<inner::one<Found, inner::peek_char, Chars...>> {
    static constexpr first_bytes value{bytes_where([](char c) { return inner::one<Found, inner::peek_char, Chars...>::test(c); }),
                                       {}};
};
template <inner::result_on_found Found, char Low, char High>
struct first_of_kind<inner::range<Found, inner::peek_char, Low, High>> {
    static constexpr first_bytes value{
        bytes_where([](char c) { return inner::range<Found, inner::peek_char, Low, High>::test(c); }), {}};
};
template <char... Chars>
struct first_of_kind<inner::ranges<inner::peek_char, Chars...>> {
    static constexpr first_bytes value{bytes_where([](char c) { return inner::ranges<inner::peek_char, Chars...>::test(c); }),
                                       {}};
};
template <char First, char... Rest>
struct first_of_kind<inner::string<First, Rest...>> {
    static constexpr first_bytes value{bytes_where([](char c) { return c == First; }), {}};
};
template <char First, char... Rest>
struct first_of_kind<inner::istring<First, Rest...>> {
    static constexpr first_bytes value{bytes_where([](char c) { return to_lower(c) == to_lower(First); }), {}};
};

template <text_of... Phrases>
struct first_of_kind<any<Phrases...>> {
    static constexpr first_bytes value{[] {
                                           byte_set out;
                                           for (const std::string_view phrase : any<Phrases...>::phrases)
                                               add_first(out, phrase.front());
                                           return out;
                                       }(),
                                       {}};
};
template <const auto& Table>
struct first_of_kind<listed<Table>> {
    static constexpr first_bytes value{[] {
                                           byte_set out;
                                           for (const word_value& row : Table) add_first(out, row.word.front());
                                           return out;
                                       }(),
                                       {}};
};
template <typename Rule>
struct first_of_kind<looked_up<Rule>> {
    static constexpr first_bytes value{any_byte, {}};
};
template <>
struct first_of_kind<gap> {
    static constexpr first_bytes value{bytes_where(is_gap), {}};
};

// Whether the rule may match text that begins at `at`. `worth_asking` is false where anything may, and where asking is all that
// the rule does itself.
template <typename Rule>
inline constexpr byte_set begins_with = first_of_rule<Rule>.all();
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
inline constexpr bool worth_asking = !(begins_with<Rule> == anywhere) && has_parts<typename Rule::rule_t>;
template <typename Rule>
[[nodiscard]] constexpr bool may_begin(const char* at, const char* end) {
    return begins_with<Rule>.has(at == end ? byte_set::end_of_text : static_cast<unsigned char>(*at));
}

}  // namespace factcheck::grammar
