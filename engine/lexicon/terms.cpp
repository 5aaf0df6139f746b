#include "lexicon/terms.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

namespace factcheck {

namespace {

// Length of a mark outside ASCII that starts here (dashes, currency and Latin-1 signs), 0 if it is a letter.
std::size_t mark_length(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == 0xC2 && at + 1 < text.size()) return 2;
    if (c == 0xE2 && at + 2 < text.size() && static_cast<unsigned char>(text[at + 1]) <= 0x8B) return 3;
    return 0;
}

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_capital(unsigned char c) { return c >= 'A' && c <= 'Z'; }

std::string folded(std::string_view word) {
    std::string out(word);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

// "U.S.", "U.K.": single letters, each with a point. Returns the end, or `at` if it is none.
std::size_t end_of_initials(std::string_view text, std::size_t at, std::size_t end) {
    std::size_t p = at;
    int letters = 0;
    while (p + 1 < end && is_capital(static_cast<unsigned char>(text[p])) && text[p + 1] == '.') {
        p += 2;
        ++letters;
    }
    return letters >= 2 ? p : at;
}

std::size_t end_of_word(std::string_view text, std::size_t at, std::size_t end) {
    if (const std::size_t initials = end_of_initials(text, at, end); initials != at) return initials;
    std::size_t p = at;
    while (p < end) {
        const auto c = static_cast<unsigned char>(text[p]);
        if (c >= 0x80 && mark_length(text, p) > 0) {
            break;
        } else if (is_letter(c) || is_digit(c)) {
            ++p;
        } else if ((c == '.' || c == ',') && p > at && p + 1 < end && is_digit(static_cast<unsigned char>(text[p - 1])) &&
                   is_digit(static_cast<unsigned char>(text[p + 1]))) {
            ++p;  // inside a number
        } else {
            break;
        }
    }
    return p;
}

// "'s" after a word, "'" after a word in s.
std::size_t end_of_possessive(std::string_view text, std::size_t at, std::size_t end) {
    if (at >= end || text[at] != '\'') return at;
    const bool s = at + 1 < end && (text[at + 1] == 's' || text[at + 1] == 'S');
    const std::size_t past = at + (s ? 2 : 1);
    if (past < end && is_letter(static_cast<unsigned char>(text[past]))) return at;
    if (s) return past;
    return at > 0 && (text[at - 1] == 's' || text[at - 1] == 'S') ? past : at;
}

struct Entry {
    std::vector<std::string> words;  // folded
    Meaning meaning;
    bool proper = false;  // the first letter must be a capital
    bool exact = false;   // all capitals: "US" is not "us"
    bool plural = false;  // the last word may take an s
};

constexpr std::array prepositions{"to", "from", "by", "with", "in", "for", "of", "into", "among"};

}  // namespace

std::vector<Token> tokens_of(std::string_view reading, Span piece) {
    std::vector<Token> out;
    std::size_t at = piece.begin;
    while (at < piece.end) {
        const auto c = static_cast<unsigned char>(reading[at]);
        if (const std::size_t mark = c >= 0x80 ? mark_length(reading, at) : 0; mark > 0) {
            out.push_back({Span{at, at + mark}, TokenKind::punctuation, std::string(reading.substr(at, mark)), false});
            at += mark;
        } else if (is_letter(c) || is_digit(c)) {
            const std::size_t end = end_of_word(reading, at, piece.end);
            out.push_back({Span{at, end}, TokenKind::word, folded(reading.substr(at, end - at)), is_capital(c)});
            at = end;
            if (const std::size_t past = end_of_possessive(reading, at, piece.end); past != at) {
                out.push_back({Span{at, past}, TokenKind::possessive, "'s", false});
                at = past;
            }
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            ++at;
        } else {
            out.push_back({Span{at, at + 1}, TokenKind::punctuation, std::string(1, reading[at]), false});
            ++at;
        }
    }
    return out;
}

struct Terms::Tables {
    std::deque<Entry> entries;
    std::unordered_map<std::string, std::vector<const Entry*>> by_first_word;  // longest first

    void add(std::string_view words, Meaning meaning, bool proper, bool plural);
    void finish();
};

void Terms::Tables::add(std::string_view words, Meaning meaning, bool proper, bool plural) {
    Entry entry;
    for (const Token& token : tokens_of(words, Span{0, words.size()})) entry.words.push_back(token.lower);
    if (entry.words.empty()) return;
    entry.exact = proper && words.size() <= 4 &&
                  std::all_of(words.begin(), words.end(), [](char c) { return is_capital(static_cast<unsigned char>(c)); });
    entry.proper = proper;
    entry.plural = plural;
    // "sold to": the verb is found first, its preposition anywhere later in the clause.
    if (meaning.kind == TermKind::measure_cue && entry.words.size() > 1 &&
        std::find(prepositions.begin(), prepositions.end(), entry.words.back()) != prepositions.end()) {
        meaning.gap = entry.words.back();
        entry.words.pop_back();
    }
    entry.meaning = std::move(meaning);
    entries.push_back(std::move(entry));
}

void Terms::Tables::finish() {
    for (const Entry& entry : entries) {
        by_first_word[entry.words.front()].push_back(&entry);
        if (entry.plural && entry.words.size() == 1) {  // the s is on the word that is looked up
            by_first_word[entry.words.front() + "s"].push_back(&entry);
            by_first_word[entry.words.front() + "es"].push_back(&entry);
        }
    }
    for (auto& [word, list] : by_first_word)
        std::stable_sort(list.begin(), list.end(),
                         [](const Entry* a, const Entry* b) { return a->words.size() > b->words.size(); });
}

Terms::Terms(std::span<const Pack> packs) {
    auto tables = std::make_unique<Tables>();
    for (const Pack& pack : packs) {
        for (const Entity& entity : pack.vocabulary.entities) {
            tables->add(entity.name, {TermKind::entity, entity.id, {}, false, {}}, true, false);
            for (const std::string& alias : entity.aliases)
                tables->add(alias, {TermKind::entity, entity.id, {}, false, {}},
                            is_capital(static_cast<unsigned char>(alias.front())), false);
            for (const std::string& adjective : entity.adjectives)
                tables->add(adjective, {TermKind::adjective, entity.id, {}, false, {}}, true, false);
        }
        for (const Measure& measure : pack.vocabulary.measures) {
            for (const std::string& cue : measure.cues)
                tables->add(cue, {TermKind::measure_cue, measure.id, {}, false, {}}, false, false);
            for (const auto& [role, nouns] : measure.ranks)
                for (const std::string& noun : nouns)
                    tables->add(noun, {TermKind::ranked_noun, measure.id, role, false, {}}, false, true);
        }
        for (const Event& event : pack.events) {
            for (const std::string& cue : event.cues) {
                const bool names =
                    std::any_of(cue.begin(), cue.end(), [](char c) { return is_capital(static_cast<unsigned char>(c)); });
                tables->add(cue, {TermKind::event_cue, event.id, {}, names, {}}, false, true);
            }
            const std::string_view where = event.where;
            const std::size_t comma = where.find(',');
            if (!where.empty())
                tables->add(where.substr(0, comma), {TermKind::event_place, event.id, {}, false, {}}, true, false);
        }
    }
    tables->finish();
    tables_ = std::move(tables);
}

Terms::~Terms() = default;
Terms::Terms(Terms&&) noexcept = default;
Terms& Terms::operator=(Terms&&) noexcept = default;

namespace {

bool matches(const Entry& entry, std::string_view reading, std::span<const Token> tokens, std::size_t at) {
    if (at + entry.words.size() > tokens.size()) return false;
    for (std::size_t i = 0; i < entry.words.size(); ++i) {
        const std::string& have = tokens[at + i].lower;
        const std::string& want = entry.words[i];
        if (have == want) continue;
        const bool last = i + 1 == entry.words.size();
        if (!(last && entry.plural && have.size() > want.size() && have.compare(0, want.size(), want) == 0 &&
              (have.substr(want.size()) == "s" || have.substr(want.size()) == "es")))
            return false;
    }
    const Token& first = tokens[at];
    if (entry.proper && !first.capital) return false;
    if (entry.exact) {
        for (std::size_t i = first.span.begin; i < first.span.end; ++i)
            if (!is_capital(static_cast<unsigned char>(reading[i])) && reading[i] != '.') return false;
    }
    return true;
}

}  // namespace

std::vector<Term> Terms::find(std::string_view reading, std::span<const Token> tokens) const {
    std::vector<Term> out;
    for (std::size_t at = 0; at < tokens.size();) {
        std::size_t longest = 0;
        Term term;
        if (tokens[at].kind == TokenKind::word) {
            if (const auto found = tables_->by_first_word.find(tokens[at].lower); found != tables_->by_first_word.end()) {
                for (const Entry* entry : found->second) {
                    if (entry->words.size() < longest || !matches(*entry, reading, tokens, at)) continue;
                    longest = entry->words.size();
                    if (std::none_of(term.meanings.begin(), term.meanings.end(),
                                     [&](const Meaning* m) { return *m == entry->meaning; }))
                        term.meanings.push_back(&entry->meaning);
                }
            }
        }
        if (longest > 0) {
            term.first_token = at;
            term.last_token = at + longest - 1;
            term.span = hull(tokens[at].span, tokens[term.last_token].span);
            out.push_back(std::move(term));
            at += longest;
        } else {
            ++at;
        }
    }
    return out;
}

}  // namespace factcheck
