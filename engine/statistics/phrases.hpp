// The phrases of statistics vocabularies, found in a row of tokens. A phrase is words parted by spaces: "a*" begins so, ".." is a
// gap of up to eight words, a plural is found by its singular. Hyphens, quotes and brackets between words do not count.
#pragma once

#include "lexicon/terms.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace factcheck::statistics {

enum class PhraseKind : std::uint8_t { cue, with, without, hint, group, word, share };

struct Found {
    PhraseKind kind = PhraseKind::cue;
    std::uint32_t index = 0;  // topic, group, purpose or share
    std::uint32_t part = 0;   // of a hint: which series of the topic
    std::size_t first = 0;    // tokens
    std::size_t last = 0;
    std::size_t words = 0;  // how many words of the phrase: longer ones say more
};

class Phrases {
public:
    void add(std::string_view phrase, PhraseKind kind, std::size_t index, std::size_t part = 0);
    // All of them at all places, ascending by first token.
    [[nodiscard]] std::vector<Found> find(std::span<const Token> tokens) const;
    // Whether a word of the sentence is the first of a cue: what is asked of every sentence, so it is cheap.
    [[nodiscard]] bool may_hold_cue(std::string_view sentence) const;

private:
    struct Word {
        std::string text;
        bool prefix = false;
        bool gap = false;  // up to eight words may stand before it
    };
    struct Phrase {
        std::vector<Word> words;
        PhraseKind kind = PhraseKind::cue;
        std::uint32_t index = 0;
        std::uint32_t part = 0;
    };
    [[nodiscard]] static bool same(const Word& word, std::string_view token);
    [[nodiscard]] bool begins_cue(std::string_view word) const;
    [[nodiscard]] static std::size_t match(const Phrase& phrase, std::span<const Token> tokens, std::size_t at);

    std::vector<Phrase> phrases_;
    // By the letters that a word must begin with to be the first of a phrase, four if it has so many, else two. Ascending.
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_four_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_two_;
    std::vector<bool> cue_starts_ = std::vector<bool>(1U << 15U, false);  // of the first three letters, folded
};

}  // namespace factcheck::statistics
