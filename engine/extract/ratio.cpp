// Actions of grammar/ratio.hpp: "one in five" is 1 / 5, "nine out of ten" is 9 / 10.
#include "extract/number.hpp"
#include "extract/parts.hpp"

#include "grammar/ratio.hpp"

#include <algorithm>

namespace factcheck::extracting {

namespace {

struct RatioDraft : Draft {
    Span part;
    Span whole;
};

template <typename Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<grammar::ratio_part> {
    template <typename Input>
    static void apply(const Input& in, RatioDraft& draft) {
        draft.part = span_of(in, draft);
    }
};
template <>
struct action<grammar::ratio_one> : action<grammar::ratio_part> {};
template <>
struct action<grammar::ratio_whole> {
    template <typename Input>
    static void apply(const Input& in, RatioDraft& draft) {
        draft.whole = span_of(in, draft);
    }
};

template <>
struct action<grammar::colon_whole> : action<grammar::ratio_whole> {};

struct any_ratio : p::sor<grammar::colon_ratio, grammar::ratio> {};

Number small_number(std::string_view words) {
    return number_from(words, grammar::is_digit(words.front()) ? Figure::plain : Figure::words);
}

// Up to a trillion; what is larger is told as that, and is no part of a ratio.
std::int64_t value_of(const Number& number) {
    constexpr Int128 most = 1'000'000'000'000;
    Int128 value = number.value.coefficient;
    for (int i = 0; i < number.value.exponent && value < most; ++i) value *= 10;
    return static_cast<std::int64_t>(std::min(value, most));
}

}  // namespace

std::optional<Mention> ratio_at(const Reader& reader, const Where& where) {
    const std::size_t core = where.core;
    RatioDraft draft;
    const std::size_t end = read_at<any_ratio, action>(reader, core, draft);
    if (end == nowhere) return std::nullopt;
    const Number part = small_number(reader.words(draft.part));
    const Number whole = small_number(reader.words(draft.whole));
    if (part.too_large || whole.too_large || whole.decimals != 0) return std::nullopt;
    const std::int64_t top = value_of(part);
    const std::int64_t bottom = value_of(whole);
    // "two in 2024", "five in three hours": a part is smaller than its whole, and the whole counts no time.
    if (top < 1 || bottom <= top || bottom > 4'000'000'000 || (bottom > 1500 && bottom < 2100)) return std::nullopt;
    const auto unit = amount_at(reader, draft.whole.begin);
    if (unit && unit->unit.dimension != Dimension::number) return std::nullopt;
    Mention out;
    out.kind = MentionKind::ratio;
    out.span = {where.begin, end};
    out.core = {core, end};
    out.hedge = where.hedge;
    out.number = part;
    out.number.value = {top, 0};
    out.number.place = 0;
    out.number.scale = 0;
    out.number.denominator = static_cast<std::uint32_t>(bottom);
    out.number.sort = top == 1 ? Sort::one_in : Sort::fraction;
    return out;
}

}  // namespace factcheck::extracting
