#include "lexicon/units.hpp"

#include "lexicon/tables.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <utility>
#include <vector>

namespace factcheck {

namespace {

struct Form {
    std::size_t key = 0;
    std::string words;
    std::size_t row = 0;
    bool any_case = true;
    bool weak = false;
};

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view words) {
    std::string out(words);
    std::transform(out.begin(), out.end(), out.begin(), to_lower);
    return out;
}

// Forms are kept by their first word: its letters in small, or the one mark that they begin with.
std::size_t key_of(std::string_view words) {
    constexpr std::size_t prime = 1'099'511'628'211U;
    std::size_t key = 14'695'981'039'346'656'037U;
    for (const char c : words) {
        if (!is_letter(c) && key != 14'695'981'039'346'656'037U) break;
        key = (key ^ static_cast<unsigned char>(to_lower(c))) * prime;
        if (!is_letter(c)) break;
    }
    return key;
}

using Index = std::vector<Form>;

void add(Index& index, std::string_view words, std::size_t row, bool any_case) {
    const bool weak = words.starts_with('?');
    if (weak) words.remove_prefix(1);
    if (words.empty()) return;
    std::string kept = any_case ? lower(words) : std::string(words);
    const std::size_t key = key_of(kept);
    index.push_back({key, std::move(kept), row, any_case, weak});
}

template <typename Each>
void each_part(std::string_view list, Each each) {
    while (!list.empty()) {
        const std::size_t bar = list.find('|');
        each(list.substr(0, bar));
        list = bar == std::string_view::npos ? std::string_view{} : list.substr(bar + 1);
    }
}

// "kilometres per hour", "barrels of oil equivalent", "square feet" stands among the words of its row.
std::string plural_of(std::string_view words) {
    std::string name(words);
    if (name.empty()) return name;
    const std::size_t per = std::min(name.find(" per "), name.find(" of "));
    return name.insert(per == std::string::npos ? name.size() : per, "s");
}

// The wire's "dlrs" stands for dollars.
void add_word(Index& index, std::string_view words, std::size_t row) {
    add(index, words, row, true);
    const std::size_t dollar = words.find("dollar");
    if (dollar != std::string_view::npos) add(index, std::string(words).replace(dollar, 6, "dlr"), row, true);
}

void add_words(Index& index, std::string_view words, std::size_t row) {
    add_word(index, words, row);
    if (!words.ends_with('s')) add_word(index, plural_of(words), row);
}

// "won" is the name of a currency and a word: it is marked among the words of its row.
bool is_weak(const UnitRow& row, std::string_view name) { return row.words.find("?" + lower(name)) != std::string_view::npos; }

// Codes that are words of English in capitals.
constexpr std::array words_in_capitals = std::to_array<std::string_view>({"ALL", "TOP", "CUP", "SOS"});
// Those that may be something else there: the COP of climate talks, a PEN or a TRY. They need a large sum.
constexpr std::array weak_codes = std::to_array<std::string_view>({"TRY", "MOP", "PEN", "COP", "GEL", "BAM", "LAK", "MAD"});
// Those that are words in small letters.
constexpr std::array words_in_small =
    std::to_array<std::string_view>({"MAD", "BOB", "RON", "RUB", "CUP", "MOP", "PEN", "COP", "GEL", "SOS",
                                     "BAM", "TRY", "TOP", "LAK", "ANG", "PHP", "ALL", "SIT", "DOP", "KIP"});

template <typename List>
bool among(const List& list, std::string_view code) {
    return std::find(list.begin(), list.end(), code) != list.end();
}

void add_code(Index& index, const UnitRow& row, std::size_t at) {
    const std::string_view code = row.unit.code;
    if (row.unit.dimension != Dimension::money || !row.major.empty() || among(words_in_capitals, code)) return;
    if (among(weak_codes, code))
        add(index, "?" + std::string(code), at, false);
    else
        add(index, code, at, false);
    if (!among(words_in_small, code)) add(index, lower(code), at, false);
}

// Those of one key together, the longest first.
void longest_first(Index& index) {
    std::stable_sort(index.begin(), index.end(), [](const Form& a, const Form& b) {
        return a.key != b.key ? a.key < b.key : a.words.size() > b.words.size();
    });
}

const std::vector<UnitRow>& table() {
    static const std::vector<UnitRow> rows = [] {
        std::vector<UnitRow> out;
        for (const std::span<const UnitRow> part : {measure_table(), prefixed_table(), currency_table()})
            out.insert(out.end(), part.begin(), part.end());
        return out;
    }();
    return rows;
}

// Words that may follow a number. Symbols of one letter are kept apart: "5 m" is a length, "5 C" may be anything.
Index make_index() {
    Index index;
    index.reserve(8 * table().size());
    for (std::size_t i = 0; i < table().size(); ++i) {
        const UnitRow& row = table()[i];
        const auto add_all = [&](std::string_view words) { add_words(index, words, i); };
        add_all(row.name);
        add(index, plural_of(row.name), i, true);
        if (!is_weak(row, row.official)) add_all(row.official);
        each_part(row.words, add_all);
        each_part(row.symbols, [&](std::string_view words) { add(index, words, i, false); });
        add_code(index, row, i);
    }
    longest_first(index);
    return index;
}

// What may stand before a sum: symbols and codes.
Index make_prefix_index() {
    Index index;
    for (std::size_t i = 0; i < table().size(); ++i) {
        const UnitRow& row = table()[i];
        if (row.unit.dimension != Dimension::money || !row.major.empty()) continue;
        each_part(row.symbols, [&](std::string_view words) {
            add(index, words, i, false);
            // "US $ 5 mln", "hk $ 10": wire services part and lower them. One letter may be a word: "a $5 note".
            if (words.back() != '$' || (words.size() < 3 && words != "C$")) return;
            add(index, words, i, true);
            add(index, std::string(words.substr(0, words.size() - 1)) + " $", i, true);
        });
        add_code(index, row, i);
    }
    longest_first(index);
    return index;
}

std::size_t row_of_code(std::string_view code) {
    const auto found = std::find_if(table().begin(), table().end(), [&](const UnitRow& row) { return row.unit.code == code; });
    return static_cast<std::size_t>(found - table().begin());
}

// One space of a form stands for one gap of the text, in words for a hyphen too ("a 2,000-square-foot house"). What stands before
// a sum may be joined to its figure: "USD10m", "£5".
bool begins_with(std::string_view text, std::string_view words, bool any_case, bool before_figure) {
    if (text.size() < words.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char have = any_case ? to_lower(text[i]) : text[i];
        const bool gap = words[i] == ' ' && (have == '\n' || (have == '-' && any_case));
        if (have != words[i] && !gap) return false;
    }
    const char last = words.back();
    if (text.size() == words.size() || !(is_letter(last) || is_digit(last))) return true;
    const char next = text[words.size()];
    const char after = words.size() + 1 < text.size() ? text[words.size() + 1] : ' ';
    if (next == '-' && is_digit(after) && !any_case) return false;  // "24703 L-202"
    return !is_letter(next) && (before_figure || !is_digit(next));
}

// The forms as they are looked up: one block of letters, one of forms, one of slots.
class Forms {
public:
    explicit Forms(const Index& index) : slots_(std::bit_ceil(index.size() + 1)) {
        for (const Form& form : index) {
            Slot& slot = slots_[place(form.key)];
            const auto next = static_cast<std::uint32_t>(forms_.size());
            if (slot.past == 0) slot = {form.key, next, next};
            ++slot.past;
            forms_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint16_t>(form.words.size()),
                              static_cast<std::uint16_t>(form.row), form.any_case, form.weak});
            letters_ += form.words;
        }
    }
    [[nodiscard]] UnitAt longest(std::string_view text, bool before_figure) const {
        const Slot& slot = slots_[place(key_of(text))];
        for (std::uint32_t i = slot.first; i < slot.past; ++i) {
            const Kept& form = forms_[i];
            const std::string_view words = std::string_view(letters_).substr(form.letters, form.size);
            if (begins_with(text, words, form.any_case, before_figure))
                return {&table()[form.row], words.size(), !form.any_case, form.weak};
        }
        return {};
    }

private:
    struct Kept {
        std::uint32_t letters = 0;
        std::uint16_t size = 0;
        std::uint16_t row = 0;
        bool any_case = true;
        bool weak = false;
    };
    struct Slot {
        std::size_t key = 0;
        std::uint32_t first = 0;  // of the forms; none: free
        std::uint32_t past = 0;
    };
    [[nodiscard]] std::size_t place(std::size_t key) const {
        std::size_t at = key % slots_.size();
        while (slots_[at].past != 0 && slots_[at].key != key) at = (at + 1) % slots_.size();
        return at;
    }

    std::string letters_;
    std::vector<Kept> forms_;
    std::vector<Slot> slots_;
};

// Open addressing, at most half full. Codes are short: their ends and their length tell nearly all apart.
class RowsByUnit {
public:
    RowsByUnit() : slots_(std::bit_ceil(2 * table().size())) {
        for (const UnitRow& row : table()) {
            const UnitRow*& slot = slots_[place(row.unit)];
            if (slot == nullptr) slot = &row;
        }
    }
    [[nodiscard]] const UnitRow* find(Unit unit) const { return slots_[place(unit)]; }

private:
    [[nodiscard]] std::size_t place(Unit unit) const {
        std::size_t at = hash(unit) % slots_.size();
        while (slots_[at] != nullptr && !(slots_[at]->unit == unit)) at = (at + 1) % slots_.size();
        return at;
    }
    static std::size_t hash(Unit unit) {
        const std::string_view code = unit.code;
        std::size_t mixed = static_cast<std::size_t>(unit.dimension) * 31 + code.size();
        for (const char c : code.substr(0, 6)) mixed = mixed * 31 + static_cast<unsigned char>(c);
        return mixed ^ (mixed >> 7U);
    }

    std::vector<const UnitRow*> slots_;
};

}  // namespace

std::span<const UnitRow> unit_table() { return table(); }

const UnitRow* unit_row(Unit unit) {
    static const RowsByUnit rows;
    return rows.find(unit);
}

std::optional<Unit> unit_from_code(std::string_view code) {
    const std::size_t row = row_of_code(code);
    if (row == table().size()) return std::nullopt;
    return table()[row].unit;
}

std::optional<Rational> conversion(Unit from, Unit to) {
    if (from.dimension != to.dimension) return std::nullopt;
    if (from == to) return Rational(1);
    const UnitRow* a = unit_row(from);
    const UnitRow* b = unit_row(to);
    if (a == nullptr || b == nullptr) return std::nullopt;
    if (!a->major.empty() && a->major == b->unit.code) return Rational(1, 100);
    if (!b->major.empty() && b->major == a->unit.code) return Rational(100);
    if (a->factor_num == 0 || b->factor_num == 0) return std::nullopt;
    return Rational(a->factor_num, a->factor_den) / Rational(b->factor_num, b->factor_den);
}

UnitAt unit_at(std::string_view text) {
    static const Forms forms(make_index());
    return forms.longest(text, false);
}

UnitAt currency_before(std::string_view text) {
    static const Forms forms(make_prefix_index());
    return forms.longest(text, true);
}

}  // namespace factcheck
