// Words of change and how they govern values: "rose by 5 percent to $10 billion from $9.5 billion", "a 10 percent increase".
#include "extract/parts.hpp"

#include "grammar/change.hpp"

namespace factcheck::extracting {

namespace {

constexpr int reach = 9;         // words between a word of change and "by", "to" or "from"
constexpr int direct_reach = 3;  // adverbs and articles right before the value

struct ChangeDraft : Draft {
    int value = 0;
};

template <typename Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<grammar::change_verb> {
    template <typename Input>
    static void apply(const Input& in, ChangeDraft& draft) {
        draft.value = grammar::find_word(grammar::change_verbs, in.string_view())->value;
    }
};
template <>
struct action<grammar::change_noun> {
    template <typename Input>
    static void apply(const Input& in, ChangeDraft& draft) {
        draft.value = grammar::find_word(grammar::change_nouns, in.string_view())->value;
    }
};

Direction direction(int value) { return value > 0 ? Direction::up : value < 0 ? Direction::down : Direction::none; }

}  // namespace

std::optional<Change> change_at(const Reader& reader, std::size_t at) {
    ChangeDraft draft;
    std::size_t end = read_at<grammar::change_word, action>(reader, at, draft);
    if (end == nowhere) return std::nullopt;
    // "edged up", "inched down": the particle says which way.
    if (draft.value == 0) {
        const Span next = word_after(reader, end);
        if (is_word(reader.words(next), "up") || is_word(reader.words(next), "higher"))
            draft.value = 1;
        else if (is_word(reader.words(next), "down") || is_word(reader.words(next), "lower"))
            draft.value = -1;
        else
            return std::nullopt;
        end = next.end;
    }
    // "up to 5", "cut off": no change.
    const std::string_view word = reader.words({at, end});
    const std::string_view after = reader.words(word_after(reader, end));
    const std::string_view before = reader.words(word_before(reader, at));
    if (is_word(word, "up") && (is_word(after, "and") || is_word(after, "with") || is_word(after, "until"))) return std::nullopt;
    if ((is_word(word, "fall") || is_word(word, "rise") || is_word(word, "drop")) && is_word(before, "last")) return std::nullopt;
    if (is_word(word, "down") && is_word(after, "the")) return std::nullopt;
    // "declined to say": a refusal, unless a figure follows.
    const char next = reader.at(word_after(reader, word_after(reader, end).end).begin);
    if ((is_word(word, "declined") || is_word(word, "declines")) && is_word(after, "to") && grammar::is_letter(next) &&
        static_cast<unsigned char>(next) < 0x80)
        return std::nullopt;
    Mention out;
    out.kind = MentionKind::change;
    out.direction = direction(draft.value);
    out.span = out.core = {at, end};
    return Change{out, draft.value == 1 || draft.value == -1};
}

namespace {

// The next word between a change and its value; possessive endings and hyphens part no words: "Australia's year-on-year".
Span next_word(const Reader& reader, std::size_t at) {
    if (reader.at(at) == '\'' && reader.at(at + 1) == 's') at += 2;
    if (reader.at(at) == '-') ++at;
    const Span word = word_after(reader, at);
    if (!word.empty() || !grammar::is_digit(reader.at(word.begin))) return word;
    std::size_t end = word.begin;  // "its 1986 pre-tax profit"
    while (end < reader.end() && !grammar::is_gap(reader.text[end])) ++end;
    return {word.begin, end};
}

}  // namespace

Governing governed(const Reader& reader, std::size_t from, std::size_t at, Direction way) {
    Governing out;
    out.direction = way;
    std::size_t now = from;
    int words = 0;
    bool fillers_only = true;
    std::string_view last;
    while (now < at) {
        const Span word = next_word(reader, now);
        if (word.begin >= at) break;
        if (word.empty()) return {};  // a mark parts them
        last = reader.words(word);
        Draft draft;
        const bool filler = read_at<grammar::change_filler, no_action>(reader, word.begin, draft) == word.end;
        const bool joint =
            is_word(last, "by") || is_word(last, "of") || is_word(last, "to") || is_word(last, "from") || is_word(last, "at");
        if (is_word(last, "and") || is_word(last, "but") || is_word(last, "while") || is_word(last, "which") ||
            is_word(last, "that") || is_word(last, "as") || is_word(last, "for") || is_word(last, "after")) {
            if (!is_word(last, "as")) return {};
        }
        fillers_only = fillers_only && (filler || joint);
        if (++words > reach) return {};
        now = word.end;
    }
    if (is_word(last, "by") || (is_word(last, "of") && fillers_only))
        out.by = true;
    else if (is_word(last, "to") && fillers_only)
        out.to = true;
    else if (is_word(last, "to") && words <= 6)
        out.to = true;
    else if (is_word(last, "from"))
        out.from = true;
    else if (fillers_only && words <= direct_reach && !is_word(last, "at") && !is_word(last, "in") && !is_word(last, "on") &&
             !is_word(last, "over"))
        out.direct = true;
    else
        return {};
    return out;
}

Behind direction_behind(const Reader& reader, std::size_t at) {
    if (!word_goes_on(reader, at)) return {};
    ChangeDraft draft;
    const std::size_t end = read_at<grammar::noun_of_change, action>(reader, at, draft);
    if (end == nowhere) return {};
    return {direction(draft.value), end};
}

}  // namespace factcheck::extracting
