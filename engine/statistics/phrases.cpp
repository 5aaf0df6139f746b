#include "statistics/phrases.hpp"

#include <algorithm>
#include <array>

namespace factcheck::statistics {

namespace {

constexpr std::size_t widest_gap = 8;
constexpr std::size_t no_match = static_cast<std::size_t>(-1);

std::uint32_t start_of(std::string_view word, std::size_t letters) {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < letters; ++i) out = out << 8U | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
    return out;
}

// The phrases whose first word may be this.
std::span<const std::uint32_t> begun(const std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>& table,
                                     std::string_view word, std::size_t letters) {
    const auto found = table.find(start_of(word, letters));
    return found == table.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(found->second);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool parts_words(char c) { return std::string_view(" \n\t.,;:!?()\"'-").find(c) != std::string_view::npos; }

// Three letters as a number below 2^15.
std::size_t three_letters(std::string_view word) {
    std::size_t out = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const char c = i < word.size() ? word[i] : '\0';
        out = out << 5U | (is_letter(c) ? static_cast<std::size_t>(c) & 31U : 0U);
    }
    return out;
}

// Marks that join or dress words and part nothing.
bool passes(const Token& token) {
    if (token.kind != TokenKind::punctuation) return false;
    const std::string& mark = token.lower;
    return mark == "-" || mark == "\"" || mark == "[" || mark == "]" || mark == "(" || mark == ")" || mark == "'" ||
           (mark.size() == 3 && static_cast<unsigned char>(mark[1]) == 0x82);  // a lowered digit: CO2's
}

}  // namespace

void Phrases::add(std::string_view phrase, PhraseKind kind, std::size_t index, std::size_t part) {
    Phrase out;
    out.kind = kind;
    out.index = static_cast<std::uint32_t>(index);
    out.part = static_cast<std::uint32_t>(part);
    bool gap = false;
    for (std::size_t at = 0; at < phrase.size();) {
        const std::size_t end = std::min(phrase.find_first_of(" -'", at), phrase.size());
        std::string word(phrase.substr(at, end - at));
        at = end + 1;
        if (word.empty()) continue;
        if (word == "..") {
            gap = true;
            continue;
        }
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        Word& added = out.words.emplace_back();
        added.prefix = word.back() == '*';
        if (added.prefix) word.pop_back();
        added.gap = gap;
        added.text = std::move(word);
        gap = false;
    }
    if (out.words.empty() || out.words.front().text.empty()) return;
    const std::string& first = out.words.front().text;
    // A plural may change the last letter.
    const std::size_t sure = out.words.front().prefix ? first.size() : first.size() - 1;
    auto& begins = sure >= 4 ? by_four_[start_of(first, 4)] : by_two_[start_of(first, 2)];
    begins.push_back(static_cast<std::uint32_t>(phrases_.size()));
    if (kind == PhraseKind::cue) {
        cue_starts_[three_letters(first)] = true;
        // A short prefix opens many words.
        if (out.words.front().prefix && first.size() < 3)
            for (std::size_t c = 0; c < 32; ++c) cue_starts_[(three_letters(first) & ~std::size_t{31}) | c] = true;
    }
    phrases_.push_back(std::move(out));
}

bool Phrases::same(const Word& word, std::string_view token) {
    const std::string& w = word.text;
    if (token == "'s") return w == "s";
    if (word.prefix) return token.starts_with(w);
    if (!token.starts_with(std::string_view(w).substr(0, w.size() - 1))) return false;
    if (token.size() == w.size()) return token == w;
    if (token.size() == w.size() + 1) return token.starts_with(w) && token.back() == 's';
    if (token.size() == w.size() + 2)
        return token.ends_with("es") && (token.starts_with(w) || (w.back() == 'y' && token.ends_with("ies")));
    return false;
}

std::size_t Phrases::match(const Phrase& phrase, std::span<const Token> tokens, std::size_t at) {
    std::size_t last = no_match;
    for (const Word& word : phrase.words) {
        if (last != no_match)
            while (at < tokens.size() && passes(tokens[at])) ++at;
        std::size_t skipped = 0;
        while (word.gap && at < tokens.size() && skipped < widest_gap && !same(word, tokens[at].lower)) {
            const std::string& mark = tokens[at].lower;
            if (mark == "." || mark == ";" || mark == ",") return no_match;
            ++at, ++skipped;
        }
        if (at >= tokens.size() || !same(word, tokens[at].lower)) return no_match;
        last = at++;
    }
    return last;
}

std::vector<Found> Phrases::find(std::span<const Token> tokens) const {
    std::vector<Found> out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto four = begun(by_four_, tokens[i].lower, 4);
        auto two = begun(by_two_, tokens[i].lower, 2);
        while (!four.empty() || !two.empty()) {
            auto& next = two.empty() || (!four.empty() && four.front() < two.front()) ? four : two;
            const Phrase& phrase = phrases_[next.front()];
            next = next.subspan(1);
            const std::size_t last = match(phrase, tokens, i);
            if (last == no_match) continue;
            out.push_back({phrase.kind, phrase.index, phrase.part, i, last, phrase.words.size()});
        }
    }
    return out;
}

bool Phrases::begins_cue(std::string_view word) const {
    constexpr std::size_t longest = 32;
    std::array<char, longest> folded{};
    word = word.substr(0, longest);
    std::transform(word.begin(), word.end(), folded.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const std::string_view lower(folded.data(), word.size());
    const auto is_first = [&](std::uint32_t index) {
        return phrases_[index].kind == PhraseKind::cue && same(phrases_[index].words.front(), lower);
    };
    const auto four = begun(by_four_, lower, 4), two = begun(by_two_, lower, 2);
    return std::any_of(four.begin(), four.end(), is_first) || std::any_of(two.begin(), two.end(), is_first);
}

bool Phrases::may_hold_cue(std::string_view sentence) const {
    for (std::size_t i = 0; i < sentence.size();) {
        if (!is_letter(sentence[i])) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < sentence.size() && is_letter(sentence[end])) ++end;
        const std::string_view word = sentence.substr(i, end - i);
        // "CO2" may be written in several ways: what is no letter may belong to the word.
        const bool ends = end == sentence.size() || parts_words(sentence[end]);
        if (cue_starts_[three_letters(sentence.substr(i, 3))] && (!ends || begins_cue(word))) return true;
        i = end;
    }
    return false;
}

}  // namespace factcheck::statistics
