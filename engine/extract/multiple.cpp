// Actions of grammar/multiple.hpp: factors, and reductions as the part that is left.
#include "extract/number.hpp"
#include "extract/parts.hpp"

#include "grammar/multiple.hpp"

namespace factcheck::extracting {

namespace {

struct MultipleDraft : Draft {
    Number number;
    bool reduction = false;
    bool factor = false;  // "3 times": compares, and says no direction by itself
};

template <typename Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<grammar::multiple_word> {
    template <typename Input>
    static void apply(const Input& in, MultipleDraft& draft) {
        const int value = grammar::find_word(grammar::multiple_words, in.string_view())->value;
        draft.reduction = value < 0;
        draft.number = {};
        draft.number.value.coefficient = value < 0 ? 1 : value;
        draft.number.denominator = value < 0 ? static_cast<std::uint32_t>(-value) : 1;
        draft.number.in_words = true;
        draft.factor = is_word(in.string_view(), "twice") || is_word(in.string_view(), "thrice");
    }
};
template <>
struct action<grammar::times_factor> {
    template <typename Input>
    static void apply(const Input& in, MultipleDraft& draft) {
        draft.number = number_from(in.string_view(), grammar::is_letter(*in.begin()) ? Figure::words : Figure::plain);
        draft.factor = true;
    }
};
template <>
struct action<grammar::half_as> {
    template <typename Input>
    static void apply(const Input&, MultipleDraft& draft) {
        draft.number.value = {1, 0};
        draft.number.denominator = 2;
        draft.number.in_words = true;
        draft.factor = true;
    }
};

struct multiple : p::sor<grammar::factor_of, grammar::half_as, grammar::times, grammar::multiple_word> {};

// "double digits", "double-decker", "twice a week", "a triple": words that are no multiples of anything here.
bool is_none(const Reader& reader, std::size_t at, std::size_t end) {
    const std::string_view word = reader.words({at, end});
    const std::string_view after = reader.words(word_after(reader, end));
    if (is_word(word, "twice") || is_word(word, "thrice"))
        return read_at<grammar::compares_multiple>(reader, end) == nowhere && !is_word(after, "that") &&
               !is_word(after, "this") && !is_word(after, "as");
    if (read_at<grammar::multiple_adjective>(reader, at) != nowhere) {
        if (reader.at(end) == '-') return true;
        const std::string_view before = reader.words(word_before(reader, at));
        const bool verb = is_word(before, "to") || is_word(before, "than") || is_word(before, "nearly") ||
                          is_word(before, "almost") || is_word(before, "will") || is_word(before, "would");
        return !verb && !is_word(after, "the") && !is_word(after, "its") && !is_word(after, "their") && !is_word(after, "that") &&
               !is_word(after, "what");
    }
    return is_word(word, "halves");
}

}  // namespace

std::optional<Mention> multiple_at(const Reader& reader, const Where& where) {
    const std::size_t core = where.core;
    MultipleDraft draft;
    const std::size_t end = read_at<multiple, action>(reader, core, draft);
    if (end == nowhere || is_none(reader, core, end)) return std::nullopt;
    Mention out;
    out.kind = MentionKind::multiple;
    out.span = {where.begin, end};
    out.core = {core, end};
    out.hedge = where.hedge;
    out.number = draft.number;
    out.number.sort = Sort::multiple;
    out.direction = draft.reduction ? Direction::down : draft.factor ? Direction::none : Direction::up;
    return out;
}

}  // namespace factcheck::extracting
