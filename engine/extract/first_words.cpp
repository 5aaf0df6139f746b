// The table of first words, made once from the words of the grammars: a hash of power-of-two size, open addressing, no removal.
#include "extract/first_words.hpp"

#include "grammar/age.hpp"
#include "grammar/change.hpp"
#include "grammar/hedge.hpp"
#include "grammar/multiple.hpp"
#include "grammar/quantifier.hpp"
#include "grammar/rank.hpp"
#include "grammar/time.hpp"
#include "lexicon/units.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace factcheck::extracting {

namespace {

constexpr std::size_t slots = 4096;
constexpr std::size_t longest = 16;  // longer first words do not occur

struct Slot {
    std::array<char, longest> word{};
    std::uint8_t size = 0;
    Families families = 0;
};

struct Key {
    std::array<char, longest> lower{};
    std::size_t size = 0;
    std::size_t hash = 0;
};

Key key_of(std::string_view word) {
    Key key;
    key.size = word.size();
    std::size_t hash = 1469598103934665603U;
    for (std::size_t i = 0; i < word.size(); ++i) {
        key.lower[i] = grammar::to_lower(word[i]);
        hash = (hash ^ static_cast<unsigned char>(key.lower[i])) * 1099511628211U;
    }
    key.hash = hash ^ (hash >> 29U);
    return key;
}

class Table {
public:
    void add(std::string_view phrase, Families families) {
        const std::string_view word = grammar::letters_at(phrase.data(), phrase.data() + phrase.size());
        if (word.empty() || word.size() > longest) return;
        const Key key = key_of(word);
        Slot& slot = slots_[find(key)];
        slot.word = key.lower;
        slot.size = static_cast<std::uint8_t>(key.size);
        slot.families = static_cast<Families>(slot.families | families);
    }

    template <typename Words>
    void add_words(const Words& words, Families families) {
        for (const auto& row : words) add(row.word, families);
    }

    template <typename... Phrases>
    void add_phrases(Families families) {
        (add_each(Phrases::phrases, families), ...);
    }

    [[nodiscard]] Families families(std::string_view word) const {
        if (word.size() > longest) return 0;
        return slots_[find(key_of(word))].families;
    }

private:
    template <typename List>
    void add_each(const List& list, Families families) {
        for (const std::string_view phrase : list) add(phrase, families);
    }

    [[nodiscard]] std::size_t find(const Key& key) const {
        std::size_t at = key.hash % slots;
        while (slots_[at].size != 0 && !(slots_[at].size == key.size &&
                                         std::equal(key.lower.begin(), key.lower.begin() + static_cast<std::ptrdiff_t>(key.size),
                                                    slots_[at].word.begin())))
            at = (at + 1) % slots;
        return at;
    }

    std::vector<Slot> slots_ = std::vector<Slot>(slots);
};

constexpr Families numeric = family_value | family_ratio | family_multiple | family_time | family_rank;

Table make_table() {
    using namespace grammar;
    Table table;
    for (const auto* words : {&units_in_words}) table.add_words(*words, numeric);
    table.add_words(teens_in_words, numeric);
    table.add_words(tens_in_words, numeric);
    table.add_words(zeros_in_words, family_value);
    table.add_words(denominators, family_value);
    for (const std::string_view word : {"a", "an"})
        table.add(word, family_value | family_time | family_vague | family_quantifier);
    for (const std::string_view word : {"half", "dozen", "quarter"}) table.add(word, family_value | family_multiple);
    for (const std::string_view word : {"minus", "negative"}) table.add(word, family_value);
    table.add_phrases<hedge_about, hedge_over, hedge_under, hedge_at_least, hedge_at_most, hedge_up_to, hedge_nearly,
                      hedge_just_under, hedge_close_to, hedge_just_over>(family_value | family_multiple | family_ratio |
                                                                         family_vague);
    table.add_phrases<hedge_only>(family_value);
    for (const std::string_view word : {"between", "from", "anywhere", "somewhere", "ranging", "in", "aged", "ages", "age"})
        table.add(word, family_value | family_time);
    table.add_words(multiple_words, family_multiple);
    table.add_words(superlatives, family_rank);
    table.add_words(ordinals, family_rank | family_time);
    for (const std::string_view word :
         {"top", "bottom", "among", "amongst", "one", "no", "number", "ranked", "ranks", "ranking", "placed"})
        table.add(word, family_rank);
    table.add_phrases<vague_tens_of, vague_plural, vague_few>(family_vague);
    table.add_phrases<quantifier, trend, comparison, any<"most">>(family_quantifier);
    table.add_words(change_verbs, family_change);
    table.add_words(months, family_time);
    table.add_words(weekdays, family_time);
    table.add_words(plural_time_units, family_time);
    table.add_words(from_document, family_time);
    table.add_words(from_named, family_time);
    for (const std::string_view word :
         {"the",      "fiscal",        "financial",  "tax",        "fy",        "q",      "h",       "year",
          "calendar", "corresponding", "comparable", "equivalent", "same",      "so",     "earlier", "later",
          "just",     "early",         "late",       "mid",        "beginning", "start",  "middle",  "end",
          "today",    "tonight",       "yesterday",  "tomorrow",   "several",   "many",   "some",    "recent",
          "over",     "for",           "after",      "final",      "last",      "latter", "first"})
        table.add(word, family_time);
    // Codes and symbols of money before a sum: "EUR", "Rs", "US$".
    for (const UnitRow& row : unit_table()) {
        if (row.unit.dimension != Dimension::money) continue;
        table.add(row.unit.code, family_value);
        std::string_view rest = row.symbols;
        while (!rest.empty()) {
            const std::size_t bar = rest.find('|');
            table.add(rest.substr(0, bar), family_value);
            rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
        }
    }
    return table;
}

constexpr std::array<Families, 256> bytes = [] {
    std::array<Families, 256> out{};
    for (int c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = numeric;
    for (const char c : {'$', '-', '.', '<', '>', '~'}) out[static_cast<unsigned char>(c)] = family_value;
    out['\''] = family_time;
    return out;
}();

}  // namespace

Families families_of_word(std::string_view word) {
    static const Table table = make_table();
    // "Q3", "FY24", "USD10m", "mid-2024": the letters at the front decide. Signs of money and of fractions are letters here.
    const std::string_view front = grammar::letters_at(word.data(), word.data() + word.size());
    const auto first = static_cast<unsigned char>(word.front());
    if (first >= 0x80) return family_value;
    return table.families(front);
}

Families families_of_byte(char first) { return bytes[static_cast<unsigned char>(first)]; }

}  // namespace factcheck::extracting
