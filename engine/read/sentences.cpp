#include "read/sentences.hpp"

#include "model/bytes.hpp"
#include "model/limits.hpp"
#include "model/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace factcheck {
namespace {

using namespace std::string_view_literals;

// What a full stop says after these.
constexpr std::array never_last = {"Adm"sv,  "Brig"sv, "Capt"sv, "Cmdr"sv,   "Col"sv, "Dr"sv,  "Gen"sv, "Gov"sv,
                                   "Hon"sv,  "Lt"sv,   "Maj"sv,  "Messrs"sv, "Mr"sv,  "Mrs"sv, "Ms"sv,  "Mt"sv,
                                   "Pres"sv, "Prof"sv, "Rep"sv,  "Rev"sv,    "Sen"sv, "Sgt"sv, "St"sv,  "approx"sv,
                                   "ca"sv,   "cf"sv,   "e.g"sv,  "i.e"sv,    "viz"sv, "vs"sv};
constexpr std::array before_number = {
    "Apr"sv,  "Art"sv, "Aug"sv, "Dec"sv, "Eq"sv, "Feb"sv, "Fig"sv, "Fri"sv, "Jan"sv,  "Jul"sv,  "Jun"sv, "Mar"sv,   "Mon"sv,
    "No"sv,   "Nos"sv, "Nov"sv, "Oct"sv, "Rs"sv, "Sat"sv, "Sec"sv, "Sep"sv, "Sept"sv, "Sun"sv,  "Thu"sv, "Thurs"sv, "Tue"sv,
    "Tues"sv, "Vol"sv, "Wed"sv, "art"sv, "c"sv,  "fig"sv, "no"sv,  "nos"sv, "p"sv,    "para"sv, "pp"sv,  "sec"sv,   "vol"sv};
// May end a sentence or not: only a word that opens sentences tells.
constexpr std::array either = {"Bros"sv, "Co"sv,   "Corp"sv, "Inc"sv, "Jr"sv,   "Ltd"sv, "Plc"sv,
                               "Sr"sv,   "dept"sv, "est"sv,  "etc"sv, "govt"sv, "ltd"sv, "plc"sv};
constexpr std::array openers = {
    "A"sv,       "After"sv, "All"sv,    "Also"sv,  "Although"sv, "An"sv,    "And"sv,   "As"sv,    "At"sv,        "Before"sv,
    "But"sv,     "By"sv,    "During"sv, "Each"sv,  "Even"sv,     "For"sv,   "From"sv,  "He"sv,    "Her"sv,       "His"sv,
    "However"sv, "I"sv,     "If"sv,     "In"sv,    "It"sv,       "Its"sv,   "Last"sv,  "Many"sv,  "Meanwhile"sv, "More"sv,
    "Most"sv,    "No"sv,    "Nor"sv,    "Not"sv,   "On"sv,       "One"sv,   "Only"sv,  "Other"sv, "Our"sv,       "Over"sv,
    "She"sv,     "Since"sv, "So"sv,     "Some"sv,  "Such"sv,     "That"sv,  "The"sv,   "Their"sv, "Then"sv,      "There"sv,
    "These"sv,   "They"sv,  "This"sv,   "Those"sv, "To"sv,       "Under"sv, "Until"sv, "We"sv,    "What"sv,      "When"sv,
    "Where"sv,   "Which"sv, "While"sv,  "Who"sv,   "With"sv,     "Yet"sv,   "You"sv};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }
bool is_space(char c) { return c == ' ' || c == '\t'; }
bool is_stop(char c) { return c == '.' || c == '!' || c == '?'; }
bool closes(char c) { return c == '"' || c == '\'' || c == ')' || c == ']'; }
bool opens(char c) { return c == '"' || c == '\'' || c == '(' || c == '['; }

// The word with inner points that ends at `end`: "U.S", "a.m", "Jan". Twelve bytes are more than any abbreviation.
std::string_view word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && end - begin < 12 && (is_letter(text[begin - 1]) || text[begin - 1] == '.')) --begin;
    return text.substr(begin, end - begin);
}

std::string_view word_after(std::string_view text, std::size_t begin) {
    while (begin < text.size() && opens(text[begin])) ++begin;
    std::size_t end = begin;
    while (end < text.size() && end - begin < 12 && is_letter(text[end])) ++end;
    return text.substr(begin, end - begin);
}

bool may_open_sentence(std::string_view text, std::size_t at) {
    while (at < text.size() && opens(text[at])) ++at;
    if (at == text.size()) return true;
    const char c = text[at];
    if (text.substr(at).starts_with("\xE2\x80\x94")) return false;  // a dash goes on
    return is_upper(c) || is_digit(c) || c == '$' || c == '-' || c == '~' || c == '+' || static_cast<unsigned char>(c) >= 0x80;
}

// "12. Exports rose": the number of a list, not a sentence of its own.
bool numbers_a_list(std::string_view text, std::size_t begin, std::size_t stop) {
    return stop > begin && stop - begin <= 3 &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(stop),
                       is_digit);
}

// Whether the single full stop at `stop` ends the sentence that begins at `begin`; the next word is at `next`.
bool full_stop_ends(std::string_view text, std::size_t begin, std::size_t stop, std::size_t next) {
    if (numbers_a_list(text, begin, stop)) return false;
    const std::string_view word = word_before(text, stop);
    const bool number_follows = next < text.size() && is_digit(text[next]);
    if (is_one_of(never_last, word)) return false;
    if (number_follows && is_one_of(before_number, word)) return false;
    const bool initial = word.size() == 1 && is_upper(word.front());
    const bool pointed = word.find('.') != std::string_view::npos && word.find("..") == std::string_view::npos;
    if (initial || pointed || is_one_of(either, word)) return is_one_of(openers, word_after(text, next));
    return true;
}

// One past the sentence's last byte if a sentence ends in the run of stops at `at`, else 0; `at` moves past the run.
std::size_t sentence_end(std::string_view text, std::size_t begin, std::size_t& at) {
    const std::size_t stop = at;
    bool only_points = true;
    for (; at < text.size() && is_stop(text[at]); ++at) only_points = only_points && text[at] == '.';
    const std::size_t points = at - stop;
    while (at < text.size() && closes(text[at])) ++at;
    if (at == text.size()) return at;
    if (!is_space(text[at])) return 0;
    std::size_t next = at;
    while (next < text.size() && is_space(text[next])) ++next;
    if (next == text.size() || !may_open_sentence(text, next)) return next == text.size() ? at : 0;
    if (!only_points) return at;
    if (points == 1) return full_stop_ends(text, begin, stop, next) ? at : 0;
    return is_digit(text[next]) ? 0 : at;  // points that trail off
}

std::size_t next_stop(std::string_view text, std::size_t at) {
    for (; text.size() - at >= sixteen; at += sixteen) {
        const Sixteen now = load_sixteen(text.data() + at);
        const std::size_t stop = first_of((now == '.') | (now == '!') | (now == '?'));
        if (stop < sixteen) return at + stop;
    }
    while (at < text.size() && !is_stop(text[at])) ++at;
    return at;
}

class Splitter {
public:
    Splitter(Text& text, std::size_t paragraph, Region region)
        : text_(text),
          bytes_(words_at(text, text.paragraphs[paragraph])),
          offset_(text.paragraphs[paragraph].begin),
          paragraph_(paragraph),
          region_(region) {}

    void run() {
        std::size_t begin = 0;
        for (std::size_t at = 0; at < bytes_.size();) {
            at = next_stop(bytes_, at);
            if (at == bytes_.size()) break;
            if (const std::size_t end = sentence_end(bytes_, begin, at); end != 0) {
                add(begin, end);
                begin = end;
                while (begin < bytes_.size() && is_space(bytes_[begin])) ++begin;
            }
        }
        add(begin, bytes_.size());
    }

private:
    void add(std::size_t begin, std::size_t end) {
        while (end - begin > limits::sentence_bytes) {
            const std::size_t cut = cut_at(begin);
            push(begin, cut);
            begin = cut;
            note();
        }
        push(begin, end);
    }

    void push(std::size_t begin, std::size_t end) {
        while (begin < end && is_space(bytes_[begin])) ++begin;
        while (end > begin && is_space(bytes_[end - 1])) --end;
        if (begin < end) text_.sentences.push_back({{offset_ + begin, offset_ + end}, paragraph_, region_});
    }

    // At the last space of the second half of what is allowed, else between two characters.
    [[nodiscard]] std::size_t cut_at(std::size_t begin) const {
        const std::size_t longest = begin + limits::sentence_bytes;
        for (std::size_t at = longest; at > begin + limits::sentence_bytes / 2; --at) {
            if (is_space(bytes_[at])) return at;
        }
        return code_point_start(bytes_, longest);
    }

    void note() {
        static constexpr std::string_view words = "a sentence is longer than ";
        const bool noted =
            std::any_of(text_.notes.begin(), text_.notes.end(), [](const std::string& n) { return n.starts_with(words); });
        if (noted) return;
        text_.notes.push_back(std::string(words) + std::to_string(limits::sentence_bytes) +
                              " bytes and was cut: a claim across the cut is not seen");
        text_.partly_read = true;
    }

    Text& text_;
    std::string_view bytes_;
    std::size_t offset_;
    std::size_t paragraph_;
    Region region_;
};

}  // namespace

void split_sentences(Text& text, const std::vector<Region>& regions) {
    for (std::size_t i = 0; i < text.paragraphs.size(); ++i) Splitter(text, i, regions[i]).run();
}

}  // namespace factcheck
