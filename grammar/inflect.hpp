// Tables of verbs by stem: the compiler writes their forms, so that a row is a verb and not four words.
#pragma once

#include "grammar/text.hpp"

namespace factcheck::grammar {

// A verb and what it stands for. Regular forms follow from the base; a past that doubles its consonant ("dropped") makes the
// form in -ing double too ("dropping").
struct verb {
    std::string_view base;
    std::int32_t value = 0;
    std::string_view past = {};        // "rose"; empty: regular
    std::string_view participle = {};  // "risen"; empty: as the past
};

struct short_word {
    char bytes[packed_bytes + 1]{};
    std::uint8_t size = 0;

    constexpr void add(std::string_view text) {
        for (const char c : text) bytes[size++] = c;  // refused by the compiler past the end
    }
    [[nodiscard]] constexpr std::string_view view() const { return {bytes, size}; }
};

inline constexpr std::size_t forms_a_verb = 5;
using verb_forms = std::array<short_word, forms_a_verb>;

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

constexpr short_word joined(std::string_view stem, std::string_view end) {
    short_word out;
    out.add(stem);
    out.add(end);
    return out;
}

// base, -s, -ing, past, participle
constexpr verb_forms forms_of(const verb& row) {
    const std::string_view base = row.base;
    const std::string_view stem = base.substr(0, base.size() - 1);
    const bool silent_e = base.ends_with('e') && !base.ends_with("ee");
    const bool to_ie = base.ends_with('y') && !is_vowel(stem.back());
    const bool hisses = base.ends_with('s') || base.ends_with('x') || base.ends_with('z') || base.ends_with("ch") ||
                        base.ends_with("sh") || base.ends_with('o');
    const bool doubles = row.past.size() == base.size() + 3 && row.past.ends_with("ed");
    verb_forms out;
    out[0].add(base);
    out[1] = to_ie ? joined(stem, "ies") : joined(base, hisses ? "es" : "s");
    const std::string_view before_ing = doubles ? row.past.substr(0, base.size() + 1) : silent_e ? stem : base;
    out[2] = joined(before_ing, "ing");
    if (!row.past.empty())
        out[3].add(row.past);
    else
        out[3] = to_ie ? joined(stem, "ied") : joined(base, silent_e ? "d" : base.ends_with("ee") ? "d" : "ed");
    out[4] = out[3];
    if (!row.participle.empty()) out[4] = joined(row.participle, "");
    return out;
}

template <std::size_t N>
constexpr std::array<verb_forms, N> inflected(const std::array<verb, N>& verbs) {
    std::array<verb_forms, N> out{};
    for (std::size_t i = 0; i < N; ++i) out[i] = forms_of(verbs[i]);
    return out;
}

// The words of the rows and all forms of the verbs in one table; a word written in a row counts before a form that is made.
template <const auto& Rows, const auto& Verbs, const auto& Forms>
constexpr auto with_forms() {
    std::array<word_value, Rows.size() + Verbs.size() * forms_a_verb> out{};
    std::size_t size = 0;
    for (const word_value& row : Rows) out[size++] = row;
    for (std::size_t i = 0; i < Verbs.size(); ++i)
        for (const short_word& form : Forms[i]) out[size++] = {form.view(), Verbs[i].value};
    return word_table(out);
}

}  // namespace factcheck::grammar
