#include "link/figures.hpp"

#include "link/signs.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

using namespace std::string_view_literals;

namespace {

Join join_of(std::string_view word) {
    if (word == "from") return Join::from;
    if (word == "to" || word == "into") return Join::to;
    if (word == "against" || word == "versus" || word == "vs" || word == "compared" || word == "comparing") return Join::against;
    if (word == "than") return Join::than;
    if (word == "by") return Join::by;
    if (word == "or" || word == "i.e" || word == "equivalent" || word == "equal") return Join::alternative;
    if (word == "of") return Join::of;
    if (word == "over" || word == "on" || word == "above" || word == "below" || word == "under") return Join::over;
    if (word == "and" || words::parts_clause(word)) return Join::conjunction;
    if (word == ",") return Join::comma;
    if (word == "(" || word == "[") return Join::opens;
    if (word == ")" || word == "]") return Join::closes;
    if (words::goes_up(word) || words::goes_down(word)) return Join::moves;
    return Join::other;
}

// "compared with", "compared to": one join.
bool completes(const Gap& gap, std::string_view word) {
    return !gap.joins.empty() && gap.joins.back() == Join::against && (word == "with" || word == "to");
}

Gap gap_between(const Laid& laid, std::size_t first, std::size_t past) {
    Gap gap;
    gap.first = first;
    gap.past = past;
    for (std::size_t i = first; i < past; ++i) {
        const auto time = std::find_if(laid.mentions.begin(), laid.mentions.end(), [&](const MentionAt& at) {
            return at.first <= i && i <= at.last && !is_value(*at.mention) &&
                   (is_time(*at.mention) || at.mention->kind == MentionKind::duration);
        });
        if (time != laid.mentions.end()) {
            gap.joins.push_back(Join::time);
            i = std::min(time->last, past - 1);
            continue;
        }
        const std::string_view word = laid.tokens[i].lower;
        if (words::refers(word) || completes(gap, word)) continue;
        // "year-earlier", "year-ago": one word of the kind.
        if (word == "-" && i > first && i + 1 < past && words::refers(laid.tokens[i - 1].lower) &&
            words::refers(laid.tokens[i + 1].lower))
            continue;
        gap.joins.push_back(join_of(word));
    }
    return gap;
}

}  // namespace

bool Gap::has(Join join) const { return std::find(joins.begin(), joins.end(), join) != joins.end(); }

std::size_t Gap::others() const { return static_cast<std::size_t>(std::count(joins.begin(), joins.end(), Join::other)); }

bool Gap::only(std::initializer_list<Join> allowed) const {
    return std::all_of(joins.begin(), joins.end(),
                       [&](Join join) { return std::find(allowed.begin(), allowed.end(), join) != allowed.end(); });
}

Figures figures_of(const Laid& laid) {
    Figures out;
    std::size_t from = 0;
    for (const MentionAt& at : laid.mentions) {
        if (!is_value(*at.mention) || at.first < from) continue;
        out.all.push_back(&at);
        out.before.push_back(gap_between(laid, from, at.first));
        from = at.last + 1;
    }
    out.after = gap_between(laid, from, laid.tokens.size());
    return out;
}

Slot quantity_slot(std::string name, const Mention& mention) {
    Slot slot;
    slot.name = std::move(name);
    slot.words = mention.core;
    Stated stated = stated_of(mention);
    stated.direction = Direction::none;
    slot.candidates.emplace_back(std::move(stated));
    return slot;
}

Claim figure_claim(const Linking& linking, ClaimKind kind, const MentionAt& value) {
    Claim claim;
    claim.kind = kind;
    claim.span = value.mention->span;
    claim.focus = value.mention->core;
    claim.sentence = linking.sentence_index;
    claim.clause = value.clause;
    claim.modality = modality_of(linking.laid, value.clause, value.first);
    claim.quoted = is_quoted(linking.laid, value.clause);
    return claim;
}

Slot direction_slot(Direction direction, Span words) {
    Slot slot;
    slot.name = "direction";
    slot.words = words;
    slot.candidates.emplace_back(direction);
    return slot;
}

Slot role_slot(std::string role) {
    Slot slot;
    slot.name = "role";
    slot.candidates.emplace_back(Symbol{std::move(role)});
    return slot;
}

void turn_down(Stated& stated, Direction direction) {
    if (direction != Direction::down || stated.n < 0 || stated.sort == Sort::multiple) return;
    stated.n = -stated.n;
    stated.upper = -stated.upper;
    stated.set = negated(stated.set);
}

bool is_single_amount(const Mention& mention) {
    return !mention.is_range && mention.kind != MentionKind::multiple && mention.kind != MentionKind::ratio &&
           mention.number.sort != Sort::vague;
}

void add_slot(Claim& claim, Slot slot) {
    claim.span = hull(claim.span, slot.words);
    claim.slots.push_back(std::move(slot));
}

namespace {

// As it stands before its scale word.
Rational unscaled(const Number& number) { return number.value.rational() / power_of_ten(number.scale); }

// Whether two numbers are of one size, as far as a careless reader sees: neither ten times the other.
bool alike(const Rational& a, const Rational& b) {
    return a != 0 && b != 0 && absolute(a) < 10 * absolute(b) && absolute(b) < 10 * absolute(a);
}

}  // namespace

bool looks_like_a_year(const Number& number) {
    const Rational n = number.value.rational();
    return number.scale == 0 && number.decimals == 0 && number.denominator == 1 && n >= 1800 && n <= 2100;
}

bool is_rate(const Laid& laid, const MentionAt& at) {
    for (std::size_t i = at.first; i <= at.last; ++i)
        if (laid.tokens[i].lower == "per") return true;
    const std::string_view next = word_after(laid, at.last);
    const std::string_view second = word_after(laid, at.last, 2);
    return next == "per" || second == "per" || next == "each" || next == "apiece" || (next == "a" && second == "share") ||
           (next == "to" && second == "the");
}

namespace {

constexpr std::array currencies{"dollar"sv, "dollars"sv, "dlr"sv,   "dlrs"sv, "yen"sv,  "mark"sv,     "marks"sv,
                                "franc"sv,  "francs"sv,  "pound"sv, "stg"sv,  "euro"sv, "sterling"sv, "peso"sv,
                                "pesos"sv,  "rupee"sv,   "rand"sv,  "won"sv,  "lira"sv, "usd"sv,      "eur"sv};

bool is_currency(std::string_view word) { return std::find(currencies.begin(), currencies.end(), word) != currencies.end(); }

}  // namespace

// A currency that rises takes fewer of its units for a dollar: "the yen rose against the dollar to 153 from 154".
bool quotes_a_currency(const Laid& laid) {
    for (std::size_t i = 0; i + 2 < laid.tokens.size(); ++i) {
        const std::string &word = laid.tokens[i].lower, &next = laid.tokens[i + 1].lower, &second = laid.tokens[i + 2].lower;
        if (word == "exchange" && (next == "rate" || next == "rates")) return true;
        if ((word == "against" || word == "to" || word == "versus") && next == "the" && is_currency(second)) return true;
        if (is_currency(word) && (next == "/" || next == "-") && is_currency(second)) return true;
        if (is_currency(word) && next == "per" && is_currency(second)) return true;
    }
    return false;
}

// Shares before and after a split are not the same shares.
bool speaks_of_a_split(const Laid& laid) {
    return std::any_of(laid.tokens.begin(), laid.tokens.end(),
                       [](const Token& token) { return token.lower == "split" || token.lower == "splits"; });
}

Mention as_count(Mention mention) {
    const bool plain = mention.unit.dimension == Dimension::number || mention.unit.dimension == Dimension::count;
    if (plain && mention.number.sort == Sort::plain && mention.number.decimals == 0 && mention.number.scale == 0)
        mention.number.sort = Sort::counted;
    return mention;
}

std::optional<Mention> in_kind_of(const Mention& rich, const Mention& poor) {
    Mention out = poor;
    if (poor.number.too_large || rich.number.too_large) return std::nullopt;
    const bool bare = poor.unit.dimension == Dimension::number && poor.kind == MentionKind::number;
    if (!bare) return poor.unit == rich.unit ? std::optional(out) : std::nullopt;
    const bool percentage = rich.unit.dimension == Dimension::percent;
    if (percentage && (poor.number.scale != 0 || poor.number.value > Decimal{1000, 0})) return std::nullopt;
    out.unit = rich.unit;
    out.kind = rich.kind;
    // "$5.9 million against 5.8": without a scale of its own it takes the other's, where the digits are of one size.
    const int scale = rich.number.scale;
    if (poor.number.scale == 0 && scale != 0 && alike(unscaled(rich.number), poor.number.value.rational())) {
        out.number.value.exponent += scale;
        out.number.place += scale;
        out.number.scale = static_cast<std::int16_t>(scale);
    } else if (looks_like_a_year(poor.number) && !alike(rich.number.value.rational(), poor.number.value.rational())) {
        return std::nullopt;
    }
    return out;
}

void make_figure_claims(Linking& linking) {
    if (linking.laid.mentions.empty()) return;
    const Signs signs(linking.laid);
    make_span_claims(linking);
    make_elapsed_claims(linking, signs);
    const auto figures_there = std::count_if(linking.laid.mentions.begin(), linking.laid.mentions.end(),
                                             [](const MentionAt& at) { return is_value(*at.mention); });
    if (figures_there == 0) return;
    make_headline_claims(linking);
    const Figures figures = figures_of(linking.laid);
    make_change_claims(linking, figures);
    make_share_claims(linking, figures);
    make_order_claims(linking, figures);
    make_sum_claims(linking, figures, signs);
    make_far_claims(linking, figures);
    make_mean_claims(linking, signs);
    make_list_claims(linking, figures, signs);
    make_bound_claims(linking, figures, signs);
    make_apart_claims(linking, figures, signs);
    make_twice_claims(linking, figures);
    make_style_claims(linking, figures);
}

}  // namespace factcheck
