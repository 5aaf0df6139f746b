// Values that cannot be: more than the whole, more than all, fewer than none, a chance beyond certainty, a range upside down.
#include "link/figures.hpp"
#include "link/signs.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

using namespace std::string_view_literals;

Slot limit_slot(std::string name, int limit, Unit unit, Span words) {
    Stated stated;
    stated.sort = Sort::counted;
    stated.unit = unit;
    stated.n = stated.upper = limit;
    stated.set = exactly(Rational(limit));
    Slot slot;
    slot.name = std::move(name);
    slot.words = words;
    slot.candidates.emplace_back(std::move(stated));
    return slot;
}

void make_limit_claim(Linking& linking, const MentionAt& at, ClaimKind kind, Slot limit) {
    Claim claim = figure_claim(linking, kind, at);
    add_slot(claim, quantity_slot("value", *at.mention));
    add_slot(claim, std::move(limit));
    linking.claims.push_back(std::move(claim));
}

constexpr std::array wholes{"population"sv, "voters"sv,      "electorate"sv, "households"sv, "adults"sv,
                            "people"sv,     "respondents"sv, "members"sv,    "pupils"sv,     "residents"sv};

// "130 percent of the population"
void make_share_limit(Linking& linking, const MentionAt& at) {
    constexpr std::size_t reach = 4;
    const Mention& mention = *at.mention;
    if (mention.unit.dimension != Dimension::percent || mention.direction != Direction::none || !is_single_amount(mention))
        return;
    if (word_after(linking.laid, at.last) != "of" || words::compares(word_before(linking.laid, at.first))) return;
    for (std::size_t ahead = 2; ahead <= reach; ++ahead) {
        const std::string_view word = word_after(linking.laid, at.last, ahead);
        if (word.empty() || words::preposition(word)) return;
        if (std::find(wholes.begin(), wholes.end(), word) == wholes.end()) continue;
        make_limit_claim(linking, at, ClaimKind::share,
                         limit_slot("most", 100, {Dimension::percent, "%"}, linking.laid.tokens[at.last + ahead].span));
        return;
    }
}

constexpr std::array results{"profit"sv,  "profits"sv, "earnings"sv, "income"sv, "loss"sv,   "losses"sv,
                             "surplus"sv, "deficit"sv, "balance"sv,  "net"sv,    "result"sv, "cash"sv};

// "fell 130 percent": no more can be lost than there was, results apart, which can turn.
void make_fall_limit(Linking& linking, const MentionAt& at) {
    const Mention& mention = *at.mention;
    if (mention.unit.dimension != Dimension::percent || mention.direction != Direction::down || mention.to || mention.from ||
        !is_single_amount(mention) || mention.number.too_large || mention.number.value <= Decimal{100, 0})
        return;
    // "cut the 250 percent inflation": what was cut, and not by how much.
    const std::string_view before = word_before(linking.laid, at.first);
    const std::string_view verb = before == "by" || before == "of" ? word_before(linking.laid, at.first, 2) : before;
    if (!words::goes_down(verb)) return;
    for (const Token& token : linking.laid.tokens)
        if (std::find(results.begin(), results.end(), token.lower) != results.end()) return;
    Claim claim = figure_claim(linking, ClaimKind::change, at);
    add_slot(claim, quantity_slot("value", mention));
    add_slot(claim, limit_slot("most", 100, {Dimension::percent, "%"}, mention.span));
    claim.slots.push_back(role_slot("fall"));
    linking.claims.push_back(std::move(claim));
}

// "a probability of 1.4"
void make_chance_limit(Linking& linking, const MentionAt& at) {
    const Mention& mention = *at.mention;
    const bool percent = mention.unit.dimension == Dimension::percent;
    if ((!percent && mention.kind != MentionKind::number) || mention.direction != Direction::none || !is_single_amount(mention))
        return;
    constexpr std::size_t reach = 3;
    for (std::size_t back = 1; back <= reach; ++back) {
        const std::string_view word = word_before(linking.laid, at.first, back);
        if (word != "probability" && word != "likelihood") {
            if (word != "of" && word != "a" && word != "is" && word != "was" && word != "at") return;
            continue;
        }
        const Unit unit = percent ? Unit{Dimension::percent, "%"} : Unit{Dimension::number, ""};
        make_limit_claim(linking, at, ClaimKind::level,
                         limit_slot("most", percent ? 100 : 1, unit, linking.laid.tokens[at.first - back].span));
        return;
    }
}

constexpr std::array balances{"points"sv, "goals"sv, "votes"sv, "seats"sv, "shots"sv, "strokes"sv, "degrees"sv, "jobs"sv};

// "-5 people"
void make_count_limit(Linking& linking, const MentionAt& at) {
    const Mention& mention = *at.mention;
    if (mention.unit.dimension != Dimension::count || mention.is_range || mention.number.too_large ||
        !(mention.number.value < Decimal{0, 0}))
        return;
    const std::string_view noun = words_of(linking.laid, mention.noun);
    if (std::find(balances.begin(), balances.end(), noun) != balances.end()) return;
    make_limit_claim(linking, at, ClaimKind::count, limit_slot("least", 0, {Dimension::count, "1"}, mention.span));
}

bool names_them(std::string_view word) { return word == "them" || word == "whom" || word == "which" || word == "these"; }

// "50 injured, 60 of them critically"; "$5 million, of which $6 million"
void make_subset_claim(Linking& linking, const Figures& figures, std::size_t i) {
    const Laid& laid = linking.laid;
    const MentionAt &whole = *figures.all[i], &part = *figures.all[i + 1];
    const Gap& gap = figures.before[i + 1];
    const bool behind = word_after(laid, part.last) == "of" && names_them(word_after(laid, part.last, 2)) &&
                        gap.only({Join::comma, Join::conjunction, Join::other, Join::opens}) && gap.others() <= 3 &&
                        gap.has(Join::comma);
    const bool between = part.first >= 2 && names_them(word_before(laid, part.first)) &&
                         word_before(laid, part.first, 2) == "of" && gap.others() <= 4;
    if (!behind && !between) return;
    // "11 of these 37 fields"
    const std::string_view third = word_after(laid, part.last, 3);
    if (behind && !third.empty() && third.front() >= '0' && third.front() <= '9') return;
    // "only 11 of these": the figure after "of these" is the whole, and stands behind.
    if (between && word_before(laid, part.first) == "these") return;
    const Dimension dimension = whole.mention->unit.dimension;
    if (dimension == Dimension::percent || dimension == Dimension::points || dimension == Dimension::time) return;
    const auto same = in_kind_of(*whole.mention, *part.mention);
    if (!same && part.mention->unit.dimension != Dimension::count) return;
    const Mention value = same ? *same : *part.mention;
    if (!is_single_amount(value) || !is_single_amount(*whole.mention)) return;
    Claim claim = figure_claim(linking, ClaimKind::share, part);
    add_slot(claim, quantity_slot("value", as_count(value)));
    add_slot(claim, quantity_slot("most", as_count(*whole.mention)));
    linking.claims.push_back(std::move(claim));
}

// "between 70 and 50 euros": no range, as the grammar sees it.
void make_range_claim(Linking& linking, const Figures& figures, std::size_t i) {
    const MentionAt& at = *figures.all[i];
    const Laid& laid = linking.laid;
    if (laid.tokens[at.first].lower != "between" && word_before(laid, at.first) != "between") return;
    if (i + 1 >= figures.all.size() || figures.before[i + 1].joins != std::vector{Join::conjunction}) return;
    const Mention& high = *figures.all[i + 1]->mention;
    const auto low = in_kind_of(high, *at.mention);
    if (!low || !is_single_amount(*low) || !is_single_amount(high) || low->number.too_large || looks_like_a_year(low->number))
        return;
    Claim claim = figure_claim(linking, ClaimKind::comparison, at);
    add_slot(claim, quantity_slot("value", *low));
    add_slot(claim, quantity_slot("other", high));
    claim.slots.push_back(role_slot("range"));
    linking.claims.push_back(std::move(claim));
}

}  // namespace

void make_bound_claims(Linking& linking, const Figures& figures, const Signs& signs) {
    for (std::size_t i = 0; i < figures.all.size(); ++i) {
        const MentionAt& at = *figures.all[i];
        if (signs.has(Sign::most)) make_share_limit(linking, at);
        if (signs.has(Sign::likely)) make_chance_limit(linking, at);
        make_fall_limit(linking, at);
        make_count_limit(linking, at);
        make_range_claim(linking, figures, i);
        if (i + 1 < figures.all.size()) make_subset_claim(linking, figures, i);
    }
}

}  // namespace factcheck
