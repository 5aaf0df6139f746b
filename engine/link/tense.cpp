#include "link/tense.hpp"

#include "link/words.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

constexpr int words_back = 30;
constexpr int words_on = 15;
constexpr std::size_t longest = 20;

bool in_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

// In small letters, without room of its own beyond the longest word that counts.
struct Word {
    std::array<char, longest> letters{};
    std::size_t size = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] std::string_view text() const { return {letters.data(), size}; }
};

Word word_of(std::string_view reading, std::size_t begin, std::size_t end) {
    Word out;
    out.begin = begin;
    out.end = end;
    if (end - begin > longest) return out;
    out.size = end - begin;
    for (std::size_t i = 0; i < out.size; ++i) {
        const char c = reading[begin + i];
        out.letters[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

Word word_ending_before(std::string_view reading, std::size_t begin, std::size_t at) {
    std::size_t end = at;
    while (end > begin && !in_word(reading[end - 1])) --end;
    std::size_t from = end;
    while (from > begin && in_word(reading[from - 1])) --from;
    return word_of(reading, from, end);
}

Word word_beginning_after(std::string_view reading, std::size_t at, std::size_t end) {
    std::size_t begin = at;
    while (begin < end && !in_word(reading[begin])) ++begin;
    std::size_t to = begin;
    while (to < end && in_word(reading[to])) ++to;
    return word_of(reading, begin, to);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool looks_ahead(std::string_view word) {
    return words::future_verb(word) ||
           is_one_of(word, {"ll", "scheduled", "due", "expected", "expects", "plans", "planned", "slated", "would", "hopes",
                            "intends", "aims", "upcoming", "should", "must"});
}

bool looks_back(std::string_view word) {
    return words::past_verb(word) || (word.size() > 4 && word.ends_with("ed")) || is_one_of(word, {"has", "have", "been"});
}

}  // namespace

Tense tense_around(std::string_view reading, Span sentence, Span at) {
    std::size_t place = at.begin;
    // "By Friday", "until Monday": to come, whatever was said when.
    if (is_one_of(word_ending_before(reading, sentence.begin, place).text(), {"by", "until", "till"})) return Tense::future;
    for (int i = 0; i < words_back && place > sentence.begin; ++i) {
        const Word word = word_ending_before(reading, sentence.begin, place);
        place = word.begin;
        if (looks_ahead(word.text())) return Tense::future;
        if (!looks_back(word.text())) continue;
        // "will be released": the participle says nothing, what stands before does; "to be held" is to come.
        const Word before = word_ending_before(reading, sentence.begin, place);
        if (before.text() != "be") return Tense::past;
        if (word_ending_before(reading, sentence.begin, before.begin).text() == "to") return Tense::future;
    }
    place = at.end;
    for (int i = 0; i < words_on && place < sentence.end; ++i) {
        const Word word = word_beginning_after(reading, place, sentence.end);
        place = std::max(word.end, place + 1);
        if (looks_ahead(word.text())) return Tense::future;
        if (looks_back(word.text())) return Tense::past;
    }
    return Tense::unknown;
}

}  // namespace factcheck
