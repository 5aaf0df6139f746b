// One sentence laid out for linking: its tokens in clauses, the mentions and terms by token, and how each entity stands in it.
#pragma once

#include "lexicon/terms.hpp"
#include "link/names.hpp"
#include "model/mention.hpp"
#include "model/text.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

struct MentionAt {
    const Mention* mention = nullptr;
    std::size_t first = 0;  // tokens, inclusive
    std::size_t last = 0;
    std::size_t clause = 0;
    std::size_t segment = 0;  // pieces of a clause that hold one value each: "to the US at $5bn and | to China at $3bn"
};

// How an entity stands in its clause. An unmarked name is a subject, or an object after a verb.
struct EntityAt {
    std::string id;     // the country that it speaks for, else itself
    std::string named;  // the entity that the words name: a person, a capital
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t clause = 0;
    std::size_t segment = 0;
    std::vector<std::string> markers;  // possessive, adjective, subject, object, or the preposition before it
    bool compound = false;             // "US-brokered": describes, fills no role
    bool joined = false;               // "China and the US": one of several names in one place
};

struct CueAt {
    TermKind kind = TermKind::measure_cue;
    std::vector<const Meaning*> meanings;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t clause = 0;
    std::size_t segment = 0;
    Span span;
};

struct Laid {
    std::string_view reading;
    Sentence sentence;
    std::vector<Token> tokens;
    std::vector<std::size_t> clause;   // of each token
    std::vector<std::size_t> segment;  // of each token
    std::vector<MentionAt> mentions;
    std::vector<EntityAt> entities;
    std::vector<CueAt> cues;
};

[[nodiscard]] Laid lay_out(const Text& text, const Sentence& sentence, std::span<const Mention> mentions, const Terms& terms,
                           const Names& names);

[[nodiscard]] std::string_view words_of(const Laid& laid, Span span);
// The word `back` places before token `at` (1 is the one before), "" at the start of the sentence.
[[nodiscard]] std::string_view word_before(const Laid& laid, std::size_t at, std::size_t back = 1);
[[nodiscard]] std::string_view word_after(const Laid& laid, std::size_t at, std::size_t ahead = 1);
[[nodiscard]] bool is_time(const Mention& mention);
// A number, sum of money, percentage, quantity, range, ratio or multiple: something that a claim can be about.
[[nodiscard]] bool is_value(const Mention& mention);

}  // namespace factcheck
