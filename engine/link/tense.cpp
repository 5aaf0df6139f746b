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

// Before a bare form: "will hit", "may have" is what comes behind.
bool modal(std::string_view word) {
    return words::future_verb(word) ||
           is_one_of(word, {"ll", "would", "may", "might", "can", "could", "should", "must", "shall"});
}

bool looks_ahead(std::string_view word) {
    return (modal(word) && word != "could") ||
           is_one_of(word, {"scheduled", "due",   "expected", "expects", "expect",   "plans",    "planned",
                            "slated",    "hopes", "intends",  "intend",  "aims",     "upcoming", "vowed",
                            "pledged",   "vows",  "promised", "delayed", "deferred", "postponed"});
}

// A programme is told in the present: "goes on sale Friday", "talks resume in November".
bool tells_programme(std::string_view word) {
    return is_one_of(word,
                     {"begins", "starts", "opens",  "goes",   "meets",   "resumes", "returns",  "arrives", "ends",  "expires",
                      "leaves", "plays",  "faces",  "hosts",  "travels", "visits",  "launches", "debuts",  "heads", "premieres",
                      "begin",  "resume", "expire", "arrive", "kicks",   "takes",   "comes",    "closes",  "runs"});
}

bool looks_back(std::string_view word) {
    return words::past_verb(word) || (word.size() > 4 && word.ends_with("ed")) ||
           is_one_of(word, {"has", "have", "been", "versus", "since"});
}

// What lasts to an end: "stayed open until Wednesday".
bool stays(std::string_view word) {
    return is_one_of(word, {"stayed", "remained", "lasted", "was", "were", "waited", "continued", "worked", "ran", "kept", "sat",
                            "did", "lived", "served", "played", "slept", "had"});
}

// Going back word by word: what is quoted between is passed over, and the quotation that it stands in is left for nothing.
class WordsBack {
public:
    WordsBack(std::string_view reading, std::size_t begin, std::size_t at) : reading_(reading), begin_(begin), place_(at) {}
    // Empty: none is left.
    Word next() {
        const Word word = word_ending_before(reading_, begin_, place_);
        for (std::size_t i = place_; i > word.end; --i) {
            if (reading_[i - 1] != '"') continue;
            const bool closes = i > begin_ + 1 && reading_[i - 2] != ' ' && reading_[i - 2] != '\n';
            const std::size_t opened = closes ? reading_.rfind('"', i - 2) : std::string_view::npos;
            if (opened == std::string_view::npos || opened < begin_) return {};
            place_ = opened;
            return next_outside();
        }
        place_ = word.begin;
        return word;
    }

private:
    Word next_outside() {
        const Word word = word_ending_before(reading_, begin_, place_);
        place_ = word.begin;
        return word;
    }
    std::string_view reading_;
    std::size_t begin_;
    std::size_t place_;
};

// What a verb of the past says with the word before it: "will hit" and "are to meet" are to come, "to cut" tells nothing.
Tense of_past_form(const Word& word, const Word& before, const Word& before_that) {
    const bool bare = !word.text().ends_with("ed") && !is_one_of(word.text(), {"was", "were", "had", "has", "been"});
    if (word.text() == "have" && before.text() == "to") return Tense::future;
    if (bare && word.text() != "have" && modal(before.text())) return Tense::future;
    if (bare && before.text() == "to") return is_one_of(before_that.text(), {"is", "are"}) ? Tense::future : Tense::unknown;
    if (before.text() != "be") return Tense::past;
    return before_that.text() == "to" ? Tense::future : Tense::unknown;
}

bool is_month_may(std::string_view reading, const Word& word) { return word.text() == "may" && reading[word.begin] == 'M'; }

Tense tense_before(std::string_view reading, Span sentence, std::size_t at) {
    WordsBack back(reading, sentence.begin, at);
    Word word = back.next();
    Word before = back.next();
    Word before_that = back.next();
    for (int i = 0; i < words_back && word.end != 0; ++i) {
        if (word.text() == "to" && is_one_of(before.text(), {"is", "are", "was", "were", "set", "about", "ready"}))
            return Tense::future;
        if (i < 6 && word.text() == "from" && is_one_of(before.text(), {"up", "down"})) return Tense::past;
        if ((looks_ahead(word.text()) || tells_programme(word.text())) && !is_month_may(reading, word)) return Tense::future;
        if (looks_back(word.text()))
            if (const Tense tense = of_past_form(word, before, before_that); tense != Tense::unknown) return tense;
        word = before;
        before = before_that;
        before_that = back.next();
    }
    return Tense::unknown;
}

Tense tense_behind(std::string_view reading, Span sentence, std::size_t at) {
    for (int i = 0; i < words_on && at < sentence.end; ++i) {
        const Word word = word_beginning_after(reading, at, sentence.end);
        if (reading.substr(at, word.begin - at).find('"') != std::string_view::npos) return Tense::unknown;
        at = std::max(word.end, at + 1);
        if (is_month_may(reading, word)) continue;
        if (looks_ahead(word.text()) || tells_programme(word.text())) return Tense::future;
        if (looks_back(word.text())) return Tense::past;
    }
    return Tense::unknown;
}

// "Stayed open until Wednesday": the nearest verb is one of lasting.
bool lasted_until(std::string_view reading, Span sentence, std::size_t at) {
    constexpr int near = 8;
    for (int i = 0; i < near && at > sentence.begin; ++i) {
        const Word word = word_ending_before(reading, sentence.begin, at);
        if (stays(word.text())) return true;
        if (looks_ahead(word.text()) || looks_back(word.text())) return false;
        at = word.begin;
    }
    return false;
}

}  // namespace

// "since January", "as recently as February".
bool surely_past(std::string_view reading, Span sentence, Span at) {
    const Word before = word_ending_before(reading, sentence.begin, at.begin);
    if (before.text() == "since") return true;
    return before.text() == "as" && word_ending_before(reading, sentence.begin, before.begin).text() == "recently";
}

Tense tense_around(std::string_view reading, Span sentence, Span at, bool day) {
    const Word before = word_ending_before(reading, sentence.begin, at.begin);
    // "By Friday", "until Monday": to come, whatever was said when.
    if (before.text() == "by") return Tense::future;
    if (is_one_of(before.text(), {"until", "till"}))
        return lasted_until(reading, sentence, before.begin) ? Tense::past : Tense::future;
    if (surely_past(reading, sentence, at)) return Tense::past;
    // "a march for Saturday"
    if (day && before.text() == "for") return Tense::future;
    const Tense tense = tense_before(reading, sentence, at.begin);
    return tense != Tense::unknown ? tense : tense_behind(reading, sentence, at.end);
}

}  // namespace factcheck
