// Function words and script tell the language: in English prose every third word is one of a few, and the same holds for other
// languages with other words. A look at a paragraph ends at the third English one, which is mostly within ten words.
#include "read/language.hpp"

#include "grammar/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace factcheck {
namespace {

constexpr auto english = std::to_array<std::string_view>(
    {"the",   "of",  "and",  "to",    "that",  "for",  "with",  "by",    "at",      "from", "this", "have",  "has",  "had",
     "said",  "not", "but",  "which", "she",   "they", "were",  "its",   "would",   "been", "than", "their", "who",  "after",
     "about", "it",  "be",   "says",  "could", "into", "there", "other", "only",    "also", "when", "more",  "is",   "are",
     "will",  "you", "your", "these", "those", "what", "where", "while", "because", "some", "any",  "all",   "over", "year"});

// Of German, Dutch, French, Spanish, Portuguese, Italian, Romanian, the Scandinavian languages, Finnish, Polish, Czech,
// Hungarian, Turkish, Indonesian, Vietnamese, Swahili, Tagalog; Hindi and Urdu in Latin letters. No word of English is among
// them.
constexpr auto foreign = std::to_array<std::string_view>(
    {"der",   "das",    "und",   "ist",       "nicht",   "mit",       "von",   "dem",    "den",    "ein",     "eine",   "einen",
     "einem", "einer",  "gegen", "gegenüber", "vor",     "seit",      "auf",   "für",    "sich",   "auch",    "wird",   "werden",
     "wurde", "wurden", "nach",  "bei",       "aus",     "zum",       "zur",   "im",     "um",     "oder",    "dass",   "sind",
     "haben", "noch",   "wie",   "über",      "prozent", "millionen", "het",   "een",    "van",    "niet",    "dat",    "zijn",
     "voor",  "met",    "aan",   "ook",       "maar",    "naar",      "wordt", "bij",    "uit",    "worden",  "heeft",  "deze",
     "le",    "la",     "les",   "des",       "et",      "est",       "une",   "un",     "du",     "que",     "qui",    "dans",
     "pour",  "pas",    "au",    "aux",       "avec",    "cette",     "il",    "elle",   "ont",    "sont",    "été",    "leur",
     "mais",  "nous",   "vous",  "sur",       "à",       "à",         "el",    "los",    "las",    "del",     "en",     "una",
     "por",   "para",   "se",    "su",        "al",      "lo",        "como",  "más",    "pero",   "fue",     "sus",    "entre",
     "y",     "e",      "de",    "millones",  "dos",     "da",        "das",   "em",     "uma",    "não",     "com",    "ao",
     "os",    "na",     "foi",   "mais",      "seu",     "sua",       "pelo",  "pela",   "são",    "milhões", "di",     "che",
     "è",     "della",  "dei",   "gli",       "nel",     "nella",     "sono",  "alla",   "dal",    "ha",      "anche",  "più",
     "delle", "și",     "în",    "nu",        "cu",      "pe",        "din",   "este",   "care",   "och",     "att",    "det",
     "som",   "är",     "på",    "av",        "inte",    "till",      "ett",   "og",     "ikke",   "til",     "fra",    "ja",
     "ei",    "oli",    "että",  "nie",       "się",     "jest",      "że",    "przez",  "od",     "je",      "az",     "hogy",
     "nem",   "és",     "egy",   "ve",        "bir",     "bu",        "için",  "ile",    "olarak", "yang",    "dengan", "untuk",
     "dari",  "ini",    "itu",   "pada",      "adalah",  "akan",      "tidak", "dalam",  "oleh",   "juga",    "karena", "menjadi",
     "bulan", "persen", "tahun", "của",       "và",      "là",        "các",   "có",     "được",   "trong",   "không",  "những",
     "một",   "ya",     "kwa",   "ang",       "ng",      "mga",       "hai",   "ka",     "ki",     "ke",      "aur",    "mein",
     "med",   "mot",    "tot",   "op",        "procent", "till",      "efter", "kronor", "sa",     "ng",      "ung",    "sul",
     "ai",    "ne",     "nos",   "aos"});

enum class Kind : std::uint8_t { content, ours, theirs };

// Both in one hash; a word of English is one whatever else it may be.
constexpr auto function_words = [] {
    std::array<grammar::word_value, english.size() + foreign.size()> rows{};
    for (std::size_t i = 0; i < english.size(); ++i) rows[i] = {english[i], static_cast<std::int32_t>(Kind::ours)};
    for (std::size_t i = 0; i < foreign.size(); ++i)
        rows[english.size() + i] = {foreign[i], static_cast<std::int32_t>(Kind::theirs)};
    return grammar::word_table(rows);
}();

constexpr std::size_t looked_at = 600;  // bytes of a paragraph: some hundred words
constexpr int enough_english = 3;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Lead bytes of letters that are not Latin: Greek to Arabic and beyond; Indic and Thai; Chinese, Japanese, Korean.
bool opens_other_script(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xCE && byte <= 0xE0) || (byte >= 0xE3 && byte <= 0xED);
}

struct Counts {
    int words = 0;
    int english = 0;
    int other = 0;
    std::size_t latin = 0;   // letters
    std::size_t beyond = 0;  // letters of other scripts
    std::string_view last_other;
    bool two_others = false;      // not one word again and again
    bool behind_capital = false;  // the word before has a capital
    int waiting = 0;              // foreign words behind a capital: a name, unless no capital follows
};

void count_other(int some, Counts& counts) {
    counts.other += some;
    counts.waiting = 0;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

Kind kind_of(std::string_view word, const grammar::packed_word& key, Counts& counts) {
    const grammar::word_value* found = function_words.find(key);
    if (found == nullptr) return Kind::content;
    if (found->value == static_cast<std::int32_t>(Kind::ours)) return Kind::ours;
    if (is_capital(word.front()) && counts.words > 1) return Kind::content;  // "Los Angeles"
    counts.two_others = counts.two_others || (!counts.last_other.empty() && counts.last_other != found->word);
    counts.last_other = found->word;
    return Kind::theirs;
}

// "Banco de la Republica", "Minas de Almaden y Arrayanes": between capitals foreign words are parts of a name.
void count_word(std::string_view word, const grammar::packed_word& key, Counts& counts) {
    ++counts.words;
    const Kind kind = kind_of(word, key, counts);
    if (kind == Kind::theirs) {
        if (counts.behind_capital)
            ++counts.waiting;
        else
            count_other(1, counts);
        return;
    }
    counts.english += kind == Kind::ours ? 1 : 0;
    counts.behind_capital = is_capital(word.front());
    count_other(kind == Kind::content && !counts.behind_capital ? counts.waiting : 0, counts);
}

void count_letters(std::string_view word, Counts& counts) {
    for (const char c : word) {
        counts.latin += is_ascii_letter(c) ? 1 : 0;
        counts.beyond += opens_other_script(c) ? 1 : 0;
    }
}

bool is_ascii(const grammar::letters_here& letters) {
    return letters.size <= grammar::packed_bytes && ((letters.key.low | letters.key.high) & 0x8080808080808080U) == 0;
}

Counts count(std::string_view text) {
    Counts out;
    text = text.substr(0, looked_at);
    std::size_t at = 0;
    while (at < text.size()) {
        const grammar::letters_here letters = grammar::letters_packed(text.data() + at, text.data() + text.size());
        const std::size_t begin = at;
        at += letters.size;
        while (letters.size > grammar::packed_bytes && at < text.size() && grammar::is_letter(text[at])) ++at;
        if (at > begin) {
            const std::string_view word = text.substr(begin, at - begin);
            if (is_ascii(letters))
                out.latin += word.size();
            else
                count_letters(word, out);
            count_word(word, letters.size > grammar::packed_bytes ? grammar::packed_word{} : letters.key, out);
        }
        if (out.english >= enough_english && out.other == 0) return out;
        if (at < text.size() && text[at] >= '0' && text[at] <= '9') {  // "auf 3 Milliarden"
            count_other(out.waiting, out);
            out.behind_capital = false;
        }
        ++at;
    }
    return out;
}

Language judged(const Counts& counts) {
    constexpr std::size_t some_letters = 8;
    if (counts.beyond >= some_letters && counts.beyond > counts.latin) return Language::other;
    const bool many = counts.other >= 3 && counts.other > 3 * counts.english && counts.other * 6 >= counts.words;
    const bool few = counts.other == 2 && counts.english == 0 && counts.words >= 5 && counts.words <= 9;
    if (counts.two_others && (many || few)) return Language::other;
    return counts.english >= enough_english && counts.english >= counts.other ? Language::english : Language::unknown;
}

void add(Counts& sum, const Counts& part) {
    sum.words += part.words;
    sum.english += part.english;
    sum.other += part.other;
    sum.latin += part.latin;
    sum.beyond += part.beyond;
    sum.two_others = sum.two_others || part.two_others;
}

}  // namespace

Language language_of(std::string_view paragraph) { return judged(count(paragraph)); }

void set_foreign_aside(Text& text) {
    Counts sum;
    std::vector<bool> aside;  // of each paragraph
    std::size_t others = 0;
    bool some_english = false;
    for (const Span paragraph : text.paragraphs) {
        const Counts counts = count(words_at(text, paragraph));
        const Language language = judged(counts);
        aside.push_back(language == Language::other);
        others += language == Language::other ? 1U : 0U;
        some_english = some_english || language == Language::english;
        add(sum, counts);
    }
    const bool whole = !some_english && (others > 0 || judged(sum) == Language::other);
    if (others == 0 && !whole) return;
    std::erase_if(text.sentences, [&](const Sentence& sentence) { return whole || aside[sentence.paragraph]; });
    if (whole) {
        text.notes.emplace_back("the text is not English and was not read");
        text.partly_read = true;
        return;
    }
    text.notes.push_back(std::to_string(others) + (others == 1 ? " paragraph is" : " paragraphs are") +
                         " not English and not read");
}

}  // namespace factcheck
