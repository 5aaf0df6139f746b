// Actions of grammar/rank.hpp.
#include "extract/number.hpp"
#include "extract/parts.hpp"

#include "grammar/rank.hpp"

namespace factcheck::extracting {

namespace {

struct RankDraft : Draft {
    RankWords rank{1, Direction::up, false};
    Span words;
};

template <typename Rule>
struct action : p::nothing<Rule> {};

std::int32_t place_value(std::string_view words) {
    std::int32_t value = 0;
    if (grammar::is_digit(words.front())) {
        for (const char c : words)
            if (grammar::is_digit(c)) value = value * 10 + (c - '0');
        return value;
    }
    while (!words.empty()) {
        const std::string_view word = grammar::letters_at(words.data(), words.data() + words.size());
        if (const auto* tens = grammar::find_word(grammar::tens_in_words, word))
            value += tens->value;
        else if (const auto* row = grammar::find_word(grammar::ordinals, word))
            value += row->value;
        words.remove_prefix(std::min(words.size(), word.size() + 1));
    }
    return value;
}

template <>
struct action<grammar::superlative> {
    template <typename Input>
    static void apply(const Input& in, RankDraft& draft) {
        draft.rank.order =
            grammar::find_word(grammar::superlatives, in.string_view())->value > 0 ? Direction::up : Direction::down;
    }
};
template <>
struct action<grammar::most_graded> {
    template <typename Input>
    static void apply(const Input&, RankDraft& draft) {
        draft.rank.order = Direction::up;
    }
};
template <>
struct action<grammar::least_graded> {
    template <typename Input>
    static void apply(const Input&, RankDraft& draft) {
        draft.rank.order = Direction::down;
    }
};
template <>
struct action<grammar::place> {
    template <typename Input>
    static void apply(const Input& in, RankDraft& draft) {
        draft.rank.position = place_value(in.string_view());
    }
};
template <>
struct action<grammar::number_place> {
    template <typename Input>
    static void apply(const Input& in, RankDraft& draft) {
        const std::string_view words = in.string_view();
        draft.rank = {grammar::find_word(grammar::units_in_words, words.substr(words.find_last_of(" \n") + 1))->value,
                      Direction::up, false};
    }
};
template <>
struct action<grammar::ranked_superlative> {
    template <typename Input>
    static void apply(const Input& in, RankDraft& draft) {
        // A place that was read before another alternative failed is forgotten.
        const std::string_view words = in.string_view();
        const bool graded = is_word(words.substr(0, 4), "most") || is_word(words.substr(0, 5), "least");
        if (graded || words.find_first_of(" -\n") == std::string_view::npos) draft.rank.position = 1;
        draft.rank.within = false;
    }
};
template <>
struct action<grammar::top_count> {
    template <typename Input>
    static bool apply(const Input& in, RankDraft& draft) {
        const std::string_view words = in.string_view();
        const Number number = number_from(words, grammar::is_digit(words.front()) ? Figure::plain : Figure::words);
        draft.rank.position = static_cast<std::int32_t>(number.value.coefficient);
        return draft.rank.position > 1;
    }
};
template <>
struct action<grammar::top_of> {
    template <typename Input>
    static void apply(const Input& in, RankDraft& draft) {
        draft.rank.within = true;
        draft.rank.order = grammar::to_lower(*in.begin()) == 'b' ? Direction::down : Direction::up;
    }
};
template <>
struct action<grammar::several_superlative> {
    template <typename Input>
    static void apply(const Input&, RankDraft& draft) {
        draft.rank.within = true;
    }
};
// How many "the largest" are is not said: no place.
template <>
struct action<grammar::among_superlative> {
    template <typename Input>
    static void apply(const Input& in, RankDraft& draft) {
        draft.rank.within = true;
        bool counted = false;
        for (const char c : in.string_view()) counted = counted || grammar::is_digit(c);
        if (!counted && in.string_view().find("top") == std::string_view::npos) draft.rank.position = 0;
    }
};
template <>
struct action<grammar::number_one> {
    template <typename Input>
    static void apply(const Input&, RankDraft& draft) {
        draft.rank = {1, Direction::up, false};
    }
};

// "one of the largest", "one of the country's oldest": there are several, and which of them is not said.
bool is_one_of_the(const Reader& reader, std::size_t at) {
    constexpr int reach = 6;  // words: an owner may stand between
    std::string_view before;
    for (int i = 0; i < reach; ++i) {
        while (at > reader.begin && grammar::is_gap(reader.text[at - 1])) --at;
        const std::size_t end = at;
        while (at > reader.begin && (grammar::is_letter(reader.text[at - 1]) || reader.text[at - 1] == '\'')) --at;
        const std::string_view word = reader.words({at, end});
        reader.work->bytes += word.size();
        if (word.empty()) return false;
        if (is_word(word, "of") && !is_word(before, "the")) return false;
        if (is_word(before, "of")) return is_word(word, "one");
        before = word;
    }
    return false;
}

}  // namespace

std::optional<Mention> rank_at(const Reader& reader, std::size_t at) {
    RankDraft draft;
    const std::size_t end = read_at<grammar::rank, action>(reader, at, draft);
    if (end == nowhere) return std::nullopt;
    const std::string_view words = reader.words({at, end});
    const std::string_view before = reader.words(word_before(reader, at));
    // "at best", "at least", "do your best", "best known".
    if (is_word(before, "at") || (is_word(words, "best") && (reader.at(end) == '-' || is_word(before, "do"))))
        return std::nullopt;
    if (is_word(words, "top") &&
        (is_word(before, "on") || is_word(before, "a") || is_word(before, "to") || is_word(before, "over")))
        return std::nullopt;
    Mention out;
    out.kind = MentionKind::rank;
    out.span = out.core = {at, end};
    out.rank = draft.rank;
    if (draft.rank.position == 1 && is_one_of_the(reader, at)) out.rank = {0, draft.rank.order, true};
    out.direction = Direction::none;
    out.number.value = {out.rank.position, 0};
    out.number.sort = Sort::ordinal;
    return out;
}

}  // namespace factcheck::extracting
