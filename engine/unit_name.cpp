#include "unit_name.hpp"

#include "lexicon/units.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace factcheck {

namespace {

constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

void append_lower(std::string& out, std::string_view words) {
    for (const char c : words) out += c == '\n' ? ' ' : to_lower(c);
}

bool same_words(std::string_view text, std::string_view lower) {
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return (a == '\n' ? ' ' : to_lower(a)) == b; });
}

struct Irregular {
    std::string_view plural;
    std::string_view singular;
};
// Sorted by the plural. Those in -men follow a rule.
constexpr std::array irregulars = std::to_array<Irregular>({
    {"aches", "ache"},
    {"analyses", "analysis"},
    {"avalanches", "avalanche"},
    {"birdies", "birdie"},
    {"bonuses", "bonus"},
    {"brownies", "brownie"},
    {"buses", "bus"},
    {"caches", "cache"},
    {"calories", "calorie"},
    {"calves", "calf"},
    {"campuses", "campus"},
    {"canoes", "canoe"},
    {"censuses", "census"},
    {"children", "child"},
    {"choruses", "chorus"},
    {"circuses", "circus"},
    {"cookies", "cookie"},
    {"crises", "crisis"},
    {"criteria", "criterion"},
    {"diagnoses", "diagnosis"},
    {"feet", "foot"},
    {"foes", "foe"},
    {"freebies", "freebie"},
    {"gases", "gas"},
    {"geese", "goose"},
    {"geniuses", "genius"},
    {"goalies", "goalie"},
    {"grandchildren", "grandchild"},
    {"halves", "half"},
    {"headaches", "headache"},
    {"headquarters", "headquarters"},
    {"hoodies", "hoodie"},
    {"hooves", "hoof"},
    {"hypotheses", "hypothesis"},
    {"junkies", "junkie"},
    {"knives", "knife"},
    {"leaves", "leaf"},
    {"lives", "life"},
    {"loaves", "loaf"},
    {"mice", "mouse"},
    {"movies", "movie"},
    {"niches", "niche"},
    {"oases", "oasis"},
    {"octopuses", "octopus"},
    {"oxen", "ox"},
    {"phenomena", "phenomenon"},
    {"prairies", "prairie"},
    {"pts", "point"},
    {"quizzes", "quiz"},
    {"rookies", "rookie"},
    {"scarves", "scarf"},
    {"selfies", "selfie"},
    {"series", "series"},
    {"shelves", "shelf"},
    {"shoes", "shoe"},
    {"smoothies", "smoothie"},
    {"sorties", "sortie"},
    {"species", "species"},
    {"stimuli", "stimulus"},
    {"surpluses", "surplus"},
    {"teeth", "tooth"},
    {"theses", "thesis"},
    {"thieves", "thief"},
    {"toes", "toe"},
    {"tranches", "tranche"},
    {"viruses", "virus"},
    {"wives", "wife"},
    {"wolves", "wolf"},
    {"zombies", "zombie"},
});
static_assert(std::is_sorted(irregulars.begin(), irregulars.end(),
                             [](const Irregular& a, const Irregular& b) { return a.plural < b.plural; }));
// In the singular already.
constexpr auto no_plural_of_man = std::to_array<std::string_view>({"abdomen", "omen", "regimen", "specimen", "stamen"});

template <typename List>
bool among(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Makes a noun phrase singular, which is its last word; it begins at `from`.
void make_singular(std::string& phrase, std::size_t from) {
    const std::size_t cut = phrase.find_last_of(" -");
    if (cut != std::string::npos && cut >= from) from = cut + 1;
    const std::string_view head = std::string_view(phrase).substr(from);
    const auto found = std::lower_bound(irregulars.begin(), irregulars.end(), head,
                                        [](const Irregular& row, std::string_view word) { return row.plural < word; });
    const auto ends = [&](std::string_view end) { return head.size() > end.size() + 1 && head.ends_with(end); };
    if (found != irregulars.end() && found->plural == head)
        phrase.replace(from, head.size(), found->singular);
    else if (head == "men" || (ends("men") && !among(no_plural_of_man, head)))
        phrase[phrase.size() - 2] = 'a';
    else if (ends("ies"))
        phrase.replace(phrase.size() - 3, 3, "y");
    else if (ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zzes") || ends("tzes") || ends("oes"))
        phrase.resize(phrase.size() - 2);
    else if (ends("s") && !ends("ss") && !ends("us") && !ends("is"))
        phrase.pop_back();
}

// "of the companies" counts companies, "two more ships" ships.
std::string_view without_lead(std::string_view phrase) {
    for (const std::string_view lead :
         {"of the ", "of its ", "of their ", "of his ", "of her ", "of our ", "more ", "fewer ", "other "})
        if (phrase.size() >= lead.size() && same_words(phrase.substr(0, lead.size()), lead)) phrase.remove_prefix(lead.size());
    return phrase;
}

// "Kia and Hyundai vehicles" are named by their words without the joint.
void drop_joint(std::string& phrase, std::size_t from) {
    for (const std::string_view joint : {" and ", " or "})
        if (const std::size_t at = phrase.find(joint, from); at != std::string::npos) phrase.erase(at, joint.size() - 1);
}

// Adjectives that things are compared by, sorted.
constexpr auto graded = std::to_array<std::string_view>(
    {"big",     "bleak",  "bloody", "brave",  "brief",  "bright",  "broad",  "busy",  "cheap",  "clean",  "clear",  "close",
     "cold",    "cool",   "costly", "dark",   "dead",   "deadly",  "dear",   "deep",  "dirty",  "dry",    "early",  "easy",
     "fair",    "fast",   "few",    "fierce", "fine",   "firm",    "flat",   "fresh", "full",   "funny",  "grand",  "grave",
     "great",   "green",  "grim",   "happy",  "hard",   "healthy", "heavy",  "high",  "hot",    "hungry", "large",  "late",
     "lengthy", "light",  "long",   "loose",  "loud",   "low",     "mighty", "mild",  "narrow", "near",   "new",    "nice",
     "noisy",   "old",    "poor",   "pretty", "proud",  "pure",    "quick",  "quiet", "rainy",  "rare",   "rich",   "rough",
     "safe",    "sad",    "sharp",  "short",  "simple", "slow",    "small",  "smart", "smooth", "soft",   "steady", "steep",
     "stormy",  "strong", "sunny",  "tall",   "thick",  "thin",    "tight",  "tiny",  "tough",  "ugly",   "warm",   "weak",
     "wealthy", "wet",    "wide",   "wild",   "windy",  "wise",    "young"});

// The adjective that a comparative or superlative is of, empty for other words: "smaller", "hottest", "busiest".
std::string_view graded_from(std::string_view word) {
    if (word == "better" || word == "best") return "good";
    if (word == "worse" || word == "worst") return "bad";
    std::string_view stem = word;
    if (word.size() > 5 && word.ends_with("est"))
        stem.remove_suffix(3);
    else if (word.size() > 4 && word.ends_with("er"))
        stem.remove_suffix(2);
    else
        return {};
    const char last = stem.back();
    for (const std::string_view one : graded) {
        const bool same = one == stem || (last == 'i' && one.size() == stem.size() && one.back() == 'y' &&
                                          one.starts_with(stem.substr(0, stem.size() - 1)));
        const bool doubled = one.size() + 1 == stem.size() && stem.starts_with(one) && last == one.back();
        const bool silent = one.size() == stem.size() + 1 && one.back() == 'e' && one.starts_with(stem);
        if (same || doubled || silent) return one;
    }
    return {};
}

// "two smaller tenancies", "one of the oldest parks": what is counted are small tenancies and old parks.
void take_grades_off(std::string& phrase, std::size_t from) {
    for (std::size_t at = from; at < phrase.size();) {
        const std::size_t end = phrase.find(' ', at);
        if (end == std::string::npos) return;
        const std::string_view word = std::string_view(phrase).substr(at, end - at);
        const std::string_view plain = graded_from(word);
        const std::size_t size = plain.empty() ? word.size() : plain.size();
        if (!plain.empty()) phrase.replace(at, word.size(), plain);
        at += size + 1;
    }
}

void append_noun(std::string& out, std::string_view phrase) {
    const std::size_t from = out.size();
    append_lower(out, phrase);
    drop_joint(out, from);
    take_grades_off(out, from);
    make_singular(out, from);
}

void append_counted(std::string& out, std::string_view phrase) {
    // "won three times": a factor or a frequency, not an hour.
    if (same_words(phrase, "times") || same_words(phrase, "time"))
        out += "times";
    else
        append_noun(out, without_lead(phrase));
}

// Whether the text names money by the last word of its name alone: "9 billion shekels". Whose they are is said by the code.
bool says_last_word(std::string_view words, std::string_view last) {
    if (same_words(words, "dlrs") || same_words(words, "dlr") || same_words(words, "cts")) return true;
    if (words.size() == last.size() + 1 && to_lower(words.back()) == 's') words.remove_suffix(1);
    return same_words(words, last);
}

// A bare sign is named in full, unless a rate makes a phrase of it: "$5 per barrel" is a dollar per barrel.
std::string_view money_name(const Text& text, const Mention& mention, std::string_view name) {
    const std::size_t cut = name.find_last_of(' ');
    if (cut == std::string_view::npos) return name;
    const std::string_view last = name.substr(cut + 1);
    const std::string_view words = words_at(text, mention.unit_words);
    const bool sign = words.find_first_not_of("US.$ \n") == std::string_view::npos && words.find('$') != std::string_view::npos;
    const bool rate = mention.unit.dimension == Dimension::rate;
    return says_last_word(words, last) || (sign && rate) ? last : name;
}

void append_base(std::string& out, const Text& text, const Mention& mention) {
    if (mention.kind == MentionKind::multiple) return void(out += "times");
    if (mention.unit.dimension == Dimension::number && !mention.unit_words.empty()) {
        out += "% ";  // "two thirds of the voters"
        return append_noun(out, words_at(text, mention.unit_words));
    }
    if (mention.unit.code == "1") return append_counted(out, words_at(text, mention.unit_words));
    for (const Dimension dimension :
         {mention.unit.dimension, Dimension::money, Dimension::time, Dimension::count, Dimension::mass, Dimension::volume,
          Dimension::length, Dimension::energy, Dimension::area, Dimension::information, Dimension::percent})
        if (const UnitRow* row = unit_row({dimension, mention.unit.code})) {
            out += dimension == Dimension::money || row->unit.dimension == Dimension::money ? money_name(text, mention, row->name)
                                                                                            : row->name;
            return;
        }
}

void append_per(std::string& out, const Text& text, const Mention& mention) {
    if (mention.per_words.empty()) return;
    out += " per ";
    if (const UnitRow* row = unit_row(mention.per))
        out += row->name;
    else
        append_noun(out, words_at(text, mention.per_words));
}

bool is_composed(const Mention& mention) {
    return mention.unit.dimension == Dimension::rate && unit_row(mention.unit) == nullptr;
}

}  // namespace

void append_unit_name(std::string& out, const Text& text, const Mention& mention) {
    append_base(out, text, mention);
    if (mention.kind == MentionKind::age)
        out += " of age";
    else if (is_composed(mention))
        append_per(out, text, mention);
}

void append_unit_code(std::string& out, const Mention& mention) {
    out += mention.unit.code;
    if (is_composed(mention) && !mention.per.code.empty()) out.append("/").append(mention.per.code);
}

}  // namespace factcheck
