// The words of the packs, compiled once: entities, measures' cues, ranked nouns and events' cues, found in one pass over the
// words. Longest match at each word; capitals count for names ("Turkey", "US"); no match inside a word.
#pragma once

#include "model/rule.hpp"
#include "model/span.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

enum class TokenKind : std::uint8_t { word, possessive, punctuation };

struct Token {
    Span span;
    TokenKind kind = TokenKind::word;
    std::string lower;     // folded, for words
    bool capital = false;  // begins with a capital
};

// Words, possessive endings and marks of a piece of text. Hyphens part words ("US-brokered" is US, -, brokered); "U.S." is one
// word.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view reading, Span piece);

enum class TermKind : std::uint8_t { entity, adjective, measure_cue, ranked_noun, event_cue, event_place };

struct Meaning {
    TermKind kind = TermKind::entity;
    std::string id;      // entity, measure or event id
    std::string role;    // of a ranked noun: what is ranked
    bool names = false;  // of an event's cue: it holds a proper name ("Pahalgam attack"), so it needs no other sign
    std::string gap;     // of a cue that ends in a preposition ("sold to"): the preposition to be found later in the clause
    friend bool operator==(const Meaning&, const Meaning&) = default;
};

struct Term {
    Span span;
    std::size_t first_token = 0;
    std::size_t last_token = 0;            // inclusive
    std::vector<const Meaning*> meanings;  // all that the longest words can mean
};

class Terms {
public:
    explicit Terms(std::span<const Pack> packs);
    ~Terms();
    Terms(Terms&&) noexcept;
    Terms& operator=(Terms&&) noexcept;

    [[nodiscard]] std::vector<Term> find(std::string_view reading, std::span<const Token> tokens) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

}  // namespace factcheck
