// The table of first words, made once from the words of the grammars: a hash of power-of-two size, open addressing, no removal.
#include "extract/first_words.hpp"

#include "grammar/age.hpp"
#include "grammar/change.hpp"
#include "grammar/hedge.hpp"
#include "grammar/multiple.hpp"
#include "grammar/quantifier.hpp"
#include "grammar/rank.hpp"
#include "grammar/recurring.hpp"
#include "grammar/time.hpp"
#include "lexicon/units.hpp"

#include <array>
#include <bit>
#include <stdexcept>
#include <vector>

namespace factcheck::extracting {

namespace {

using grammar::packed_word;

struct Row {
    packed_word key;
    Families always = 0;     // whatever follows
    Families leading = 0;    // only before a word that has one of these among its `second`
    Families figure = 0;     // only before a figure: signs and codes of money
    Families value = 0;      // only before what may be a value or a time: hedges of one word, "from"
    Families second = 0;     // behind a word that leads
    bool pairs = false;      // this word and the next may have a row of their own,
    bool paired = false;     // if that is one of these
    std::uint32_t next = 0;  // with which bytes that may go on which decides: by their class
    [[nodiscard]] char first() const { return static_cast<char>(key.low & 0xFFU); }
    [[nodiscard]] bool begins() const { return (always | leading | figure | value) != 0; }
};

// Letters whatever their case, digits, and everything else.
constexpr std::uint32_t digit_class = 1;
constexpr std::uint32_t other_class = 1U << 31U;
constexpr std::uint32_t class_of(char c) {
    if (grammar::is_digit(c)) return digit_class;
    const auto byte = static_cast<unsigned char>(c);
    return grammar::is_letter(c) && byte < 0x80 ? 1U << (byte & 31U) : other_class;
}

// So common that the first word of a phrase says nothing: the second decides, behind two such words the third.
constexpr auto common = grammar::word_list(std::to_array<std::string_view>(
    {"a",      "all",    "an",      "and",     "as",   "at",     "by",    "for",    "from",    "in",   "it",
     "less",   "more",   "no",      "not",     "on",   "or",     "so",    "that",   "than",    "the",  "this",
     "to",     "up",     "well",    "year",    "tax",  "each",   "equal", "far",    "much",    "just", "slightly",
     "short",  "little", "higher",  "lower",   "of",   "better", "close", "coming", "getting", "give", "greater",
     "larger", "longer", "smaller", "limited", "many", "near",   "north", "south",  "way",     "even", "anything"}));

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
    void before_figure(std::string_view phrase, Families families) {
        if (Row* row = row_of(first_word(phrase))) row->figure |= families;
    }
    void before_value(std::string_view word, Families families) {
        if (Row* row = row_of(word)) row->value |= families;
    }
    template <typename Words>
    void add_words(const Words& words, Families families) {
        for (const auto& row : words) add(row.word, families);
    }
    template <typename Words>
    void follow_words(const Words& words, Families families) {
        for (const auto& row : words) follow(row.word, families);
    }
    // Names of several words whose first may be any word: the second decides.
    template <typename Rows>
    void add_names(const Rows& rows, Families families) {
        for (const auto& row : rows) {
            const std::string_view word = first_word(row.word);
            if (word.size() == row.word.size()) {
                add(word, families);
                continue;
            }
            if (row.word[word.size()] != ' ') {
                add(word, families);  // "Mother's", "St."
                continue;
            }
            lead(word, families);
            follow(row.word.substr(word.size() + 1), families);
        }
    }
    // The first word of each phrase; where that is a common one, the second or the third decides.
    template <typename... Phrases>
    void add_phrases(Families families) {
        (add_each(Phrases::phrases, families), ...);
    }
    // The same for what stands before a value.
    template <typename... Phrases>
    void add_hedges(Families families) {
        (add_each(Phrases::phrases, families, true), ...);
    }

    // nullptr: no phrase begins so.
    [[nodiscard]] const Row* row(const grammar::letters_here& word) const {
        if (word.size == 0 || word.size > grammar::packed_bytes) return nullptr;
        return row_at(find(word.key));
    }
    [[nodiscard]] const Row* pair(std::string_view both) const {
        if (both.size() > grammar::packed_bytes) return nullptr;
        return row_at(find(grammar::pack(both)));
    }

    [[nodiscard]] const FirstWordBits& bits() const { return bits_; }

    // After the last word: a bit for each that begins something, and what may follow those that decide nothing themselves.
    void finish() {
        std::uint32_t values = digit_class | other_class;
        std::array<std::uint32_t, 32> seconds{};  // by family
        for (const Row& row : rows_) {
            for (Families left = row.second; left != 0; left &= left - 1)
                seconds[static_cast<std::size_t>(std::countr_zero(left))] |= class_of(row.first());
            if (!row.begins()) continue;
            bits_.add(row.key);
            values |= class_of(row.first());
        }
        for (Row& row : rows_) {
            if (row.value != 0) row.next |= values;
            if (row.figure != 0 || row.leading != 0) row.next |= digit_class | other_class;
            for (Families left = row.leading; left != 0; left &= left - 1)
                row.next |= seconds[static_cast<std::size_t>(std::countr_zero(left))];
        }
    }

private:
    static constexpr std::size_t size = 8192;

    static std::string_view first_word(std::string_view phrase) {
        return grammar::letters_at(phrase.data(), phrase.data() + phrase.size());
    }

    template <typename List>
    void add_each(const List& list, Families families, bool hedges = false) {
        for (const std::string_view phrase : list) {
            const std::string_view word = first_word(phrase);
            const std::string_view rest = phrase.substr(word.size());
            if (rest.empty() || !common.has(word)) {
                if (rest.empty() && hedges)
                    before_value(word, families);
                else
                    add(word, families);
                continue;
            }
            lead(word, families);
            const std::string_view second = first_word(rest.substr(1));
            const std::string_view third = rest.substr(1 + second.size());
            if (third.empty() || !common.has(second)) {
                follow(second, families);
                continue;
            }
            row_of(word)->pairs = true;
            row_of(second)->paired = true;
            row_of(word)->next |= class_of(second.front());
            lead_pair(phrase.substr(0, word.size() + 1 + second.size()), families);
            follow(first_word(third.substr(1)), families);
        }
    }

    void lead_pair(std::string_view both, Families families) {
        if (Row* row = row_of(both)) row->leading |= families;
    }

    Row* row_of(std::string_view word) {
        if (word.empty() || word.size() > grammar::packed_bytes) return nullptr;
        const packed_word key = grammar::pack(word);
        std::uint16_t& slot = slots_[find(key)];
        if (slot == 0) {
            if (rows_.size() == size / 2) throw std::length_error("first words: the table is too small");
            rows_.emplace_back().key = key;
            slot = static_cast<std::uint16_t>(rows_.size());
        }
        return &rows_[slot - 1U];
    }

    [[nodiscard]] std::size_t find(const packed_word& key) const {
        std::size_t at = grammar::hash_of(key) % size;
        while (slots_[at] != 0 && !(rows_[slots_[at] - 1U].key == key)) at = (at + 1) % size;
        return at;
    }

    [[nodiscard]] const Row* row_at(std::size_t place) const { return slots_[place] == 0 ? nullptr : &rows_[slots_[place] - 1U]; }

    // The rows lie close together and their slots are small: what is looked up in a text stays in the nearest cache.
    std::vector<Row> rows_;
    std::vector<std::uint16_t> slots_ = std::vector<std::uint16_t>(size);  // from 1; 0: free
    FirstWordBits bits_;
};

constexpr Families numeric = family::value | family::count;

void add_numbers(Table& table) {
    using namespace grammar;
    table.add_words(units_in_words, numeric);
    table.add_words(below_twenty_in_words, numeric);
    table.add_words(tens_in_words, numeric | family::ordinal);
    table.add_words(zeros_in_words, family::value);
    table.add_words(scale_words, family::value);
    for (const std::string_view word : {"half", "dozen", "quarter", "minus", "negative", "hundred", "threescore"})
        table.add(word, family::value);
    for (const std::string_view word : {"a", "an"}) table.lead(word, family::value | family::count);
    table.lead("plus", family::value);  // "plus or minus"
    table.follow("or", family::value);
    table.follow_words(scale_words, family::value);
    table.follow_words(denominators, family::value);
    table.follow_words(tens_in_words, family::value);  // "a twenty-fifth"
    table.follow("trillionth", family::value);
    for (const std::string_view word : {"hundred", "dozen", "half", "quarter"}) table.follow(word, family::value);
    // Codes and symbols of money before a sum: "EUR", "Rs", "US$".
    for (const UnitRow& row : unit_table()) {
        if (row.unit.dimension != Dimension::money) continue;
        table.before_figure(row.unit.code, family::value);
        std::string_view rest = row.symbols;
        while (!rest.empty()) {
            const std::size_t bar = rest.find('|');
            const std::string_view sign = rest.substr(0, bar);
            table.before_figure(sign.substr(sign.starts_with('?') ? 1 : 0), family::value);
            rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
        }
    }
}

void add_values(Table& table) {
    using namespace grammar;
    table.add_hedges<hedge_about, degree_small, degree_large, negation, compares_over, compares_under, any<"sub">, hedge_at_least,
                     hedge_at_most, hedge_up_to, hedge_nearly, hedge_close_to, hedge_only>(family::hedge);
    for (const std::string_view word : {"anywhere", "somewhere", "ranging"}) table.add(word, family::range);
    for (const std::string_view word : {"between", "from", "aged", "ages", "age"}) table.before_value(word, family::range);
    table.lead("the", family::range);  // "over the age of 65"
    for (const std::string_view word : {"age", "ages"}) table.follow(word, family::range);
    table.lead("in", family::range);
    table.follow("between", family::range);
    table.add_words(multiple_words, family::multiple);
    table.add("half", family::multiple);
    table.add_words(superlatives, family::rank);
    for (const std::string_view word :
         {"most", "least", "came", "come", "comes", "coming", "finish", "finished", "finishes", "finishing"})
        table.add(word, family::rank);
    table.add_words(no_change, family::quantifier);
    table.add("no", family::quantifier);
    table.add_phrases<any<"a factor of", "factors of">>(family::multiple);
    table.add_words(ordinals, family::rank);
    for (const std::string_view word :
         {"top", "bottom", "among", "amongst", "one", "no", "number", "ranked", "ranks", "ranking", "placed"})
        table.add(word, family::rank);
    table.add_phrases<vague_tens_of, vague_plural, vague_few>(family::vague);
    table.add_phrases<quantifier, trend, comparison, any<"most">>(family::quantifier);
    table.add_words(change_verbs, family::change);
}

void add_composed_times(Table& table) {
    using namespace grammar;
    table.add_names(holidays, family::holiday);
    table.add_words(seasons, family::season);
    table.add_phrases<present_reference, past_reference, future_reference>(family::refer);
    table.add_phrases<recurring_adverb>(family::recur);
    for (const std::string_view word : {"every", "each"}) table.lead(word, family::recur);
    for (const std::string_view word : {"once", "twice"}) table.lead(word, family::recur);
    for (const std::string_view word : {"a", "an", "per"}) table.follow(word, family::recur);
    for (const std::string_view word : {"mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"})
        table.add(word, family::recur);
    for (const std::string_view word : {"hour", "hours", "minute", "minutes"}) table.follow(word, family::recur);
    table.follow_words(day_parts, family::recur);
    table.add("midyear", family::part);
    table.add_words(decades_in_words, family::decade);
    for (const std::string_view word : {"other", "second"}) table.follow(word, family::recur);
    table.follow_words(time_units, family::recur | family::length);
    table.follow_words(weekdays, family::recur);
    table.follow_words(seasons, family::recur | family::before | family::season);
    table.follow_words(units_in_words, family::recur);
    table.follow("weekend", family::recur | family::before);
    table.add_phrases<clock_words>(family::clock);
    for (const std::string_view word : {"this", "last", "early", "late", "earlier", "later"}) table.lead(word, family::clock);
    table.follow_words(day_parts, family::clock);
    table.lead("the", family::clock);
    for (const std::string_view word : {"night", "morning", "evening", "afternoon"}) table.add(word, family::clock);
    for (const std::string_view word : {"rest", "remainder", "remaining", "balance"}) table.add(word, family::part);
    for (const std::string_view word : {"rest", "remainder", "remaining", "balance", "close", "year", "latter", "early", "late",
                                        "mid", "opening", "first", "second"})
        table.follow(word, family::part);
    for (const std::string_view word : {"eoy", "eom", "first", "second"}) table.add(word, family::part);
    for (const std::string_view word : {"year", "month"}) table.add(word, family::part);
    for (const std::string_view word : {"week", "weekend", "year", "quarter"}) table.add(word, family::before);
    table.lead("that", family::before);
    table.follow_words(time_units, family::before);
    table.before_value("in", family::ahead);
    for (const std::string_view word : {"opening", "closing", "final", "last", "latter"}) table.follow(word, family::ordinal);
    for (const std::string_view word :
         {"weeklong", "monthlong", "yearlong", "daylong", "week", "month", "year", "day", "decade", "hours", "minutes"})
        table.add(word, family::length);
    // Lengths: "a year", "all day", "half an hour", "a few weeks".
    for (const std::string_view word : {"a", "an", "another", "all", "full", "half", "in", "within", "few", "couple"})
        table.lead(word, family::length);
    for (const std::string_view word : {"hour", "hours", "minute", "minutes", "half", "fortnight", "few", "couple", "number",
                                        "full", "whole", "entire", "an", "a"})
        table.follow(word, family::length);
    table.add("ad", family::year);
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
    for (const std::string_view word : {"today", "tonight", "yesterday", "tomorrow", "day"}) table.add(word, family::day);
    for (const std::string_view word : {"from", "between"}) table.before_value(word, family::opens);
    for (const std::string_view word : {"so", "this", "year", "ytd", "mtd", "qtd", "month", "quarter", "week"})
        table.add(word, family::so_far);
    for (const std::string_view word : {"earlier", "later"}) table.add(word, family::step);
    for (const std::string_view word : {"several", "many", "some"}) table.lead(word, family::length);
    for (const std::string_view word : {"for", "over", "after"}) table.lead(word, family::length);
    table.follow_words(plural_time_units, family::length);
    for (const std::string_view word : {"calendar", "year", "cy"}) table.add(word, family::year);
    add_composed_times(table);
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
        table.follow(word, family::before | family::count | family::same | family::day | family::year | family::length);
}

Table make_table() {
    Table table;
    add_numbers(table);
    add_values(table);
    add_times(table);
    table.finish();
    return table;
}

constexpr Families behind_figure = family::decade | family::ordinal | family::fiscal;  // "the 1990s", "the 19th century"

constexpr std::array<Families, 256> bytes = [] {
    std::array<Families, 256> out{};
    for (int c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = family::value | family::figures;
    for (const char c : {'$', '-', '.', '(', '+'}) out[static_cast<unsigned char>(c)] = family::value;
    for (const char c : {'<', '>', '~'}) out[static_cast<unsigned char>(c)] = family::hedge;
    out['\''] = family::year | family::decade;
    // Signs of money, of fractions, of mathematics: Latin-1's and those of U+2000 to U+2FFF.
    for (const int c : {0xC2, 0xE2}) out[static_cast<std::size_t>(c)] = family::value | family::hedge;
    return out;
}();

// Signs before a number: what follows at once shows that there is one.
bool opens_number(const Reader& reader, std::size_t at) {
    const char next = reader.at(at + 1);
    const bool digit = grammar::is_digit(next);
    switch (reader.text[at]) {
        case '-': return digit || next == '.' || next == '$' || (grammar::is_gap(next) && at == reader.begin);
        case '(': return digit || next == '$';
        case '+': return next == '/' || next == '-';
        case '.':
        case '\'': return digit;
        case '$': return digit || next == '.' || next == '-' || next == '(' || grammar::is_gap(next);
        case '<':
        case '>':
        case '~':
            return digit || grammar::is_gap(next) || std::string_view("$.-=").find(next) != std::string_view::npos ||
                   static_cast<unsigned char>(next) >= 0x80;
        case '\xE2': return next != '\x80';  // dashes and other punctuation
        default: return true;
    }
}

Families sign_at(const Reader& reader, std::size_t at) {
    const Families families = bytes[static_cast<unsigned char>(reader.text[at])];
    return families != 0 && opens_number(reader, at) ? families : 0U;
}

[[gnu::always_inline]] inline const Table& first_words() {
    static const Table table = make_table();
    return table;
}

constexpr int hedges_deep = 3;

Families word_at(const Reader& reader, std::size_t at, const grammar::letters_here& word, int depth);

grammar::letters_here letters_at(const Reader& reader, std::size_t at) {
    const char* const data = reader.text.data();
    return grammar::letters_packed(data + at, data + reader.text.size());
}

// What may follow a hedge of one word: a sign, a figure, a word of number, another hedge.
bool begins_value(const Reader& reader, std::size_t at, const grammar::letters_here& word, int depth) {
    if (at >= reader.end()) return false;
    if (word.size == 0) return sign_at(reader, at) != 0;
    constexpr Families wanted = family::sized | family::hedge | family::time;
    return depth > 0 && (word_at(reader, at, word, depth - 1) & wanted) != 0;
}

// What a row gives that looks at what follows the word, which stands at [at, from).
Families led(const Reader& reader, const Row& row, std::size_t at, std::size_t from, int depth) {
    const char mark = reader.at(from);
    const bool joined = mark == '-' || (mark == '.' && grammar::is_gap(reader.at(from + 1)));
    const std::size_t begin = skip_gap(reader, joined ? from + 1 : from);
    if (begin >= reader.end() || (row.next & class_of(reader.text[begin])) == 0) return 0;
    const grammar::letters_here next = letters_at(reader, begin);
    Families out = 0;
    if (row.figure != 0 && next.size == 0 && sign_at(reader, begin) != 0) out |= row.figure;
    if (row.value != 0 && begin != from && begins_value(reader, begin, next, depth)) out |= row.value;
    if (row.leading == 0 || begin == from || joined) return out;
    if (next.size == 0) {
        const char c = reader.at(begin);
        return out | (grammar::is_digit(c) || c == '\'' ? row.leading & behind_figure : 0U);
    }
    const Table& table = first_words();
    const Row* const second = table.row(next);
    if (second == nullptr) return out;
    out |= row.leading & second->second;
    if (!row.pairs || !second->paired || begin != from + 1) return out;
    if (const Row* pair = table.pair(reader.text.substr(at, begin + next.size - at)))
        out |= led(reader, *pair, at, begin + next.size, depth);
    return out;
}

// "Q3", "FY24", "USD10m": the letters at the front decide.
Families word_at(const Reader& reader, std::size_t at, const grammar::letters_here& word, int depth) {
    const Row* row = first_words().row(word);
    if (row == nullptr) return 0;
    if ((row->leading | row->figure | row->value) == 0) return row->always;
    return row->always | led(reader, *row, at, at + word.size, depth);
}

}  // namespace

Families families_at(const Reader& reader, std::size_t at) {
    const char first = reader.text[at];
    if (!grammar::is_letter(first) || static_cast<unsigned char>(first) >= 0x80) return sign_at(reader, at);
    return word_at(reader, at, letters_at(reader, at), hedges_deep);
}

Families families_of_word(const Reader& reader, std::size_t at, const grammar::letters_here& word) {
    return word_at(reader, at, word, hedges_deep);
}

const FirstWordBits& first_word_bits() { return first_words().bits(); }

}  // namespace factcheck::extracting
