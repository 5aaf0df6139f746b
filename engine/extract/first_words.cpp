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

#include <array>
#include <vector>

namespace factcheck::extracting {

namespace {

using grammar::packed_word;

struct Row {
    packed_word key;
    Families always = 0;   // whatever follows
    Families leading = 0;  // only before a word that has one of these among its `second`
    Families second = 0;   // behind "the", "a", "in" ...
    bool used = false;
};

class Table {
public:
    void add(std::string_view phrase, Families always) {
        if (Row* row = row_of(first_word(phrase))) row->always |= always;
    }
    void lead(std::string_view phrase, Families families) {
        if (Row* row = row_of(first_word(phrase))) row->leading |= families;
    }
    void follow(std::string_view phrase, Families families) {
        if (Row* row = row_of(first_word(phrase))) row->second |= families;
    }
    template <typename Words>
    void add_words(const Words& words, Families families) {
        for (const auto& row : words) add(row.word, families);
    }
    template <typename Words>
    void follow_words(const Words& words, Families families) {
        for (const auto& row : words) follow(row.word, families);
    }
    // The first word of each phrase; where that is a common one, the second decides.
    template <typename... Phrases>
    void add_phrases(Families families) {
        (add_each(Phrases::phrases, families), ...);
    }

    [[nodiscard]] const Row& row(std::string_view word) const {
        static constexpr Row none;
        if (word.empty() || word.size() > grammar::packed_bytes) return none;
        return rows_[find(grammar::pack(word))];
    }

private:
    static constexpr std::size_t size = 4096;

    static std::string_view first_word(std::string_view phrase) {
        return grammar::letters_at(phrase.data(), phrase.data() + phrase.size());
    }

    template <typename List>
    void add_each(const List& list, Families families) {
        for (const std::string_view phrase : list) {
            const std::string_view word = first_word(phrase);
            const std::string_view rest = phrase.substr(word.size());
            const bool common = word == "a" || word == "an" || word == "the" || word == "in";
            if (!common || rest.empty()) {
                add(word, families);
                continue;
            }
            lead(word, families);
            follow(rest.substr(1), families);
        }
    }

    Row* row_of(std::string_view word) {
        if (word.empty() || word.size() > grammar::packed_bytes) return nullptr;
        const packed_word key = grammar::pack(word);
        Row& row = rows_[find(key)];
        row.key = key;
        row.used = true;
        return &row;
    }

    [[nodiscard]] std::size_t find(const packed_word& key) const {
        std::size_t at = grammar::hash_of(key) % size;
        while (rows_[at].used && !(rows_[at].key == key)) at = (at + 1) % size;
        return at;
    }

    std::vector<Row> rows_ = std::vector<Row>(size);
};

constexpr Families numeric = family::value | family::count;

void add_numbers(Table& table) {
    using namespace grammar;
    table.add_words(units_in_words, numeric);
    table.add_words(below_twenty_in_words, numeric);
    table.add_words(tens_in_words, numeric | family::ordinal);
    table.add_words(zeros_in_words, family::value);
    table.add_words(scale_words, family::value);
    for (const std::string_view word : {"half", "dozen", "quarter", "minus", "negative"}) table.add(word, family::value);
    for (const std::string_view word : {"a", "an"}) table.lead(word, family::value | family::count);
    table.follow_words(scale_words, family::value);
    table.follow_words(denominators, family::value);
    for (const std::string_view word : {"hundred", "dozen", "half", "quarter"}) table.follow(word, family::value);
    // Codes and symbols of money before a sum: "EUR", "Rs", "US$".
    for (const UnitRow& row : unit_table()) {
        if (row.unit.dimension != Dimension::money) continue;
        table.add(row.unit.code, family::value);
        std::string_view rest = row.symbols;
        while (!rest.empty()) {
            const std::size_t bar = rest.find('|');
            table.add(rest.substr(0, bar), family::value);
            rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
        }
    }
}

void add_values(Table& table) {
    using namespace grammar;
    table.add_phrases<hedge_about, hedge_over, hedge_under, hedge_at_least, hedge_at_most, hedge_up_to, hedge_nearly,
                      hedge_just_under, hedge_close_to, hedge_just_over, hedge_only>(family::hedge);
    for (const std::string_view word : {"between", "from", "anywhere", "somewhere", "ranging", "aged", "ages", "age"})
        table.add(word, family::range);
    table.lead("in", family::range);
    table.follow("between", family::range);
    table.add_words(multiple_words, family::multiple);
    table.add("half", family::multiple);
    table.add_words(superlatives, family::rank);
    table.add_words(ordinals, family::rank);
    for (const std::string_view word :
         {"top", "bottom", "among", "amongst", "one", "no", "number", "ranked", "ranks", "ranking", "placed"})
        table.add(word, family::rank);
    table.add_phrases<vague_tens_of, vague_plural, vague_few>(family::vague);
    table.add_phrases<quantifier, trend, comparison, any<"most">>(family::quantifier);
    table.add_words(change_verbs, family::change);
}

void add_times(Table& table) {
    using namespace grammar;
    table.add_words(months, family::calendar);
    table.add_words(weekdays, family::calendar);
    table.add_words(ordinals, family::ordinal);
    table.add_words(from_document, family::step);
    table.add_words(from_named, family::step);
    table.add_words(plural_time_units, family::length);
    for (const std::string_view word : {"fiscal", "financial", "tax", "fy"}) table.add(word, family::fiscal);
    for (const std::string_view word : {"q", "h"}) table.add(word, family::codes);
    for (const std::string_view word : {"final", "last", "latter"}) table.add(word, family::ordinal);
    for (const std::string_view word : {"same", "corresponding", "comparable", "equivalent", "year", "prior", "previous"})
        table.add(word, family::same);
    for (const std::string_view word : {"early", "late", "mid", "beginning", "start", "middle", "end"})
        table.add(word, family::part);
    for (const std::string_view word : {"today", "tonight", "yesterday", "tomorrow"}) table.add(word, family::day);
    for (const std::string_view word : {"from", "between"}) table.add(word, family::opens);
    for (const std::string_view word : {"so", "this", "year"}) table.add(word, family::so_far);
    for (const std::string_view word : {"earlier", "later"}) table.add(word, family::step);
    for (const std::string_view word : {"several", "many", "some"}) table.lead(word, family::length);
    for (const std::string_view word : {"for", "over", "after"}) table.lead(word, family::length);
    table.follow_words(plural_time_units, family::length);
    for (const std::string_view word : {"calendar", "year"}) table.add(word, family::year);
    // Behind "the".
    table.lead("the", family::time);
    table.follow_words(from_document, family::step | family::fiscal);
    table.follow_words(from_named, family::step | family::fiscal);
    table.follow_words(ordinals, family::ordinal);
    table.follow_words(tens_in_words, family::ordinal);
    table.follow_words(decades_in_words, family::decade);
    for (const std::string_view word : {"nineteen", "eighteen"}) table.follow(word, family::decade);
    for (const std::string_view word : {"fiscal", "financial", "tax", "fy"}) table.follow(word, family::fiscal);
    for (const std::string_view word : {"same", "corresponding", "comparable", "equivalent", "prior", "previous"})
        table.follow(word, family::same);
    for (const std::string_view word : {"beginning", "start", "middle", "end"}) table.follow(word, family::part);
    for (const std::string_view word : {"day", "week", "month", "quarter", "half", "year", "decade", "century"})
        table.follow(word, family::before | family::count | family::same | family::day | family::year);
}

Table make_table() {
    Table table;
    add_numbers(table);
    add_values(table);
    add_times(table);
    return table;
}

constexpr Families behind_figure = family::decade | family::ordinal | family::fiscal;  // "the 1990s", "the 19th century"

constexpr std::array<Families, 256> bytes = [] {
    std::array<Families, 256> out{};
    for (int c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = family::value | family::figures;
    for (const char c : {'$', '-', '.'}) out[static_cast<unsigned char>(c)] = family::value;
    for (const char c : {'<', '>', '~'}) out[static_cast<unsigned char>(c)] = family::hedge;
    out['\''] = family::year | family::decade;
    for (int c = 0x80; c < 0x100; ++c)
        out[static_cast<std::size_t>(c)] = family::value | family::hedge;  // signs of money, of fractions, of mathematics
    return out;
}();

// Signs before a number: what follows at once shows that there is one.
bool opens_number(char first, char next) {
    const bool digit = grammar::is_digit(next);
    switch (first) {
        case '-': return digit || next == '.' || next == '$';
        case '.':
        case '\'': return digit;
        case '$': return digit || next == '.' || next == '-' || grammar::is_gap(next);
        default: return true;
    }
}

}  // namespace

Families families_at(const Reader& reader, std::size_t at, std::size_t word_end) {
    static const Table table = make_table();
    const char first = reader.text[at];
    if (!grammar::is_letter(first) || static_cast<unsigned char>(first) >= 0x80) {
        const Families families = bytes[static_cast<unsigned char>(first)];
        return families != 0 && !opens_number(first, reader.at(at + 1)) ? 0U : families;
    }
    // "Q3", "FY24", "USD10m": the letters at the front decide.
    const char* const data = reader.text.data();
    const std::string_view word = grammar::letters_at(data + at, data + word_end);
    const Row& row = table.row(word);
    if (row.leading == 0) return row.always;
    const Span next = word_after(reader, at + word.size());
    if (next.begin == at + word.size()) return row.always;  // a mark follows
    if (next.empty()) {
        const char c = reader.at(next.begin);
        const bool figure = grammar::is_digit(c) || c == '\'';
        return row.always | (figure ? row.leading & behind_figure : 0U);
    }
    return row.always | (row.leading & table.row(reader.words(next)).second);
}

}  // namespace factcheck::extracting
