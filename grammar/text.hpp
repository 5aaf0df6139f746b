// Terminals of the grammars of prose: phrases, listed words, gaps, word ends. Structs only; no actions, no values.
//
// A phrase is written as text reads: any<"at least", "no fewer than">. Letters match in any case, a space matches one gap,
// '~' matches a gap or a hyphen ("per~cent": "per cent", "per-cent"), and the last word must end where the phrase ends.
// Every repetition here is bounded, and no rule calls itself: depth and length of a match are limited by its grammar.
#pragma once

#include "grammar/words.hpp"

#include <tao/pegtl/ascii.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>
#include <tao/pegtl/rules.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace factcheck::grammar {

namespace p = tao::pegtl;

// A reading copy keeps the end of a line as "\n"; a tab parts columns of figures and is no gap.
constexpr bool is_gap(char c) { return c == ' ' || c == '\n'; }

inline constexpr std::size_t gap_bytes = 2;  // a reading copy has one; two are forgiven

// Bytes of the gap at `at`, 0 for none.
constexpr std::size_t gap_at(const char* at, const char* end) {
    std::size_t size = 0;
    while (size < gap_bytes && at + size != end && is_gap(at[size])) ++size;
    return size;
}

// Bytes that the phrase takes at `at`, 0 if it is not there.
constexpr std::size_t phrase_at(const char* at, const char* end, std::string_view phrase) {
    const char* now = at;
    for (const char c : phrase) {
        if (c == ' ' || c == '~') {
            const bool hyphen = c == '~' && now != end && *now == '-';
            const std::size_t gap = hyphen ? 1 : gap_at(now, end);
            if (gap == 0) return 0;
            now += gap;
        } else {
            if (now == end || to_lower(*now) != c) return 0;
            ++now;
        }
    }
    const bool ends_in_word = is_letter(phrase.back()) || is_digit(phrase.back());
    if (ends_in_word && now != end && (is_letter(*now) || is_digit(*now))) return 0;
    return static_cast<std::size_t>(now - at);
}

template <std::size_t N>
struct text_of {
    char bytes[N]{};
    consteval text_of(const char (&from)[N]) { std::copy_n(from, N, bytes); }  // NOLINT: a phrase is written as a literal
    [[nodiscard]] constexpr std::string_view view() const { return {bytes, N - 1}; }
};

// The phrases of a list by their first byte, in the order written.
template <std::size_t N>
struct phrase_index {
    static constexpr std::size_t buckets = 32;
    std::array<packed_word, N> words{};  // the first word of each, in this order
    std::array<std::uint8_t, N> order{};
    std::array<std::uint8_t, buckets + 1> begins{};

    static constexpr std::size_t bucket(char first) { return static_cast<unsigned char>(first) % buckets; }

    consteval explicit phrase_index(const std::array<std::string_view, N>& phrases) {
        static_assert(N < 256);
        std::size_t next = 0;
        for (std::size_t b = 0; b < buckets; ++b) {
            begins[b] = static_cast<std::uint8_t>(next);
            for (std::size_t i = 0; i < N; ++i)
                if (bucket(phrases[i].front()) == b) {
                    words[next] = first_word(phrases[i]);
                    order[next++] = static_cast<std::uint8_t>(i);
                }
        }
        begins[buckets] = static_cast<std::uint8_t>(next);
    }

private:
    static consteval packed_word first_word(std::string_view phrase) {
        std::size_t size = 0;
        while (size < phrase.size() && size < packed_bytes && is_letter(phrase[size])) ++size;
        return pack(phrase.substr(0, size));
    }
};

// One of some phrases, tried in the order written: the longer before its own beginning.
template <text_of... Phrases>
struct any {
    using rule_t = any;
    using subs_t = p::empty_list;
    static constexpr std::array<std::string_view, sizeof...(Phrases)> phrases{Phrases.view()...};
    static constexpr phrase_index<sizeof...(Phrases)> index{phrases};

    template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class, typename Input,
              typename... States>
    static bool match(Input& in, States&&...) {
        const char* const at = in.current();
        const char* const end = in.end();
        if (at == end) return false;
        const std::size_t bucket = index.bucket(to_lower(*at));
        if (index.begins[bucket] == index.begins[bucket + 1]) return false;
        const letters_here word = letters_packed(at, end);
        if (word.size > packed_bytes) return false;
        for (std::size_t i = index.begins[bucket]; i < index.begins[bucket + 1]; ++i) {
            if (!(index.words[i] == word.key)) continue;
            const std::size_t size = behind(at + word.size, end, phrases[index.order[i]].substr(word.size));
            if (size == none) continue;
            in.bump(word.size + size);
            return true;
        }
        return false;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    // What is left of a phrase behind its first word.
    static std::size_t behind(const char* at, const char* end, std::string_view rest) {
        if (rest.empty()) return at != end && is_digit(*at) ? none : 0;
        const std::size_t size = phrase_at(at, end, rest);
        return size == 0 ? none : size;
    }
};

// One word of a sorted table.
template <const auto& Table>
struct listed {
    using rule_t = listed;
    using subs_t = p::empty_list;

    template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class, typename Input,
              typename... States>
    static bool match(Input& in, States&&...) {
        const std::string_view word = letters_at(in.current(), in.end());
        const char* after = word.data() + word.size();
        if (word.empty() || (after != in.end() && is_digit(*after)) || find_word(Table, word) == nullptr) return false;
        in.bump(word.size());
        return true;
    }
};

// Letters that a figure may follow at once: "FY24", "Q3".
template <text_of Letters>
struct initials {
    using rule_t = initials;
    using subs_t = p::empty_list;
    static constexpr std::string_view letters = Letters.view();

    template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class, typename Input,
              typename... States>
    static bool match(Input& in, States&&...) {
        if (letters_packed(in.current(), in.end()).key != pack(letters)) return false;
        in.bump(letters.size());
        return true;
    }
};

// Words of a vocabulary outside the grammar, supplied by the action: Action<Rule>::find(rest, states...) says how many bytes
// it takes. Without such an action it is any run of letters, which is what analysis and tests of a grammar alone see.
template <typename Rule>
struct looked_up {
    using rule_t = looked_up;
    using subs_t = p::empty_list;

    template <p::apply_mode, p::rewind_mode, template <typename...> class Action, template <typename...> class, typename Input,
              typename... States>
    static bool match(Input& in, States&&... states) {
        const std::string_view rest(in.current(), in.size(0));
        std::size_t size = 0;
        if constexpr (requires { Action<Rule>::find(rest, states...); })
            size = Action<Rule>::find(rest, states...);
        else
            size = letters_at(in.current(), in.end()).size();
        if (size != 0) in.bump(size);
        return size != 0;
    }
};

struct gap {
    using rule_t = gap;
    using subs_t = p::empty_list;

    template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class, typename Input,
              typename... States>
    static bool match(Input& in, States&&...) {
        const std::size_t size = gap_at(in.current(), in.end());
        if (size != 0) in.bump(size);
        return size != 0;
    }
};

struct word_byte : p::sor<p::alnum, p::range<'\x80', '\xFF'>> {};
struct word_end : p::not_at<word_byte> {};
struct hyphen : p::one<'-'> {};
struct joint : p::sor<hyphen, gap> {};  // "twenty-five", "twenty five"
struct maybe_gap : p::opt<gap> {};
struct the : p::seq<any<"the">, gap> {};
struct capital : p::range<'A', 'Z'> {};

}  // namespace factcheck::grammar

namespace tao::pegtl {

template <typename Name, factcheck::grammar::text_of... Phrases>
struct analyze_traits<Name, factcheck::grammar::any<Phrases...>> : analyze_any_traits<> {};
template <typename Name, const auto& Table>
struct analyze_traits<Name, factcheck::grammar::listed<Table>> : analyze_any_traits<> {};
template <typename Name, factcheck::grammar::text_of Letters>
struct analyze_traits<Name, factcheck::grammar::initials<Letters>> : analyze_any_traits<> {};
template <typename Name, typename Rule>
struct analyze_traits<Name, factcheck::grammar::looked_up<Rule>> : analyze_any_traits<> {};
template <typename Name>
struct analyze_traits<Name, factcheck::grammar::gap> : analyze_any_traits<> {};

}  // namespace tao::pegtl
