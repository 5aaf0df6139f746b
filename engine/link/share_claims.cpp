// One figure said in two ways: a part of a whole and its percentage ("12 of the 40 members, or 30 percent"), a fraction and its
// percentage, one length in two units ("10 miles (16 kilometres)").
#include "link/figures.hpp"
#include "link/words.hpp"

#include "lexicon/units.hpp"

#include <algorithm>

namespace factcheck {

namespace {

bool is_percentage(const Mention& mention) {
    return mention.kind == MentionKind::percent && mention.unit.dimension == Dimension::percent && !mention.is_range &&
           mention.direction == Direction::none;
}

bool is_amount(const Mention& mention) {
    const Dimension dimension = mention.unit.dimension;
    return is_single_amount(mention) && dimension != Dimension::percent && dimension != Dimension::points &&
           dimension != Dimension::time;
}

// "12 of the 40", "12 members out of 40"
bool joins_whole(const Gap& gap) {
    constexpr std::size_t nouns = 2;
    return gap.only({Join::of, Join::other}) && !gap.joins.empty() && gap.joins.back() == Join::of && gap.others() <= nouns;
}

// ", or", "(": the same once more.
bool restates(const Gap& gap) {
    constexpr std::size_t nouns = 3;
    return gap.only({Join::comma, Join::alternative, Join::opens, Join::other}) && gap.others() <= nouns && !gap.joins.empty() &&
           (gap.joins.back() == Join::alternative || gap.joins.back() == Join::opens);
}

// "180 of them, or 25 percent"
bool restates_of_them(const Laid& laid, const Gap& gap) {
    if (gap.past < gap.first + 3 || laid.tokens[gap.first].lower != "of") return false;
    const std::string& word = laid.tokens[gap.first + 1].lower;
    const std::string_view last = laid.tokens[gap.past - 1].lower;
    return (word == "them" || word == "these" || word == "those") && gap.past - gap.first <= 5 && (last == "or" || last == "(");
}

bool leads_to_whole(const Gap& gap) {
    return !gap.joins.empty() && gap.joins.back() == Join::of && gap.only({Join::comma, Join::closes, Join::of});
}

// "440 members, of which 155, or": the whole, then the part. "Of the 440 members, 155, or" too.
bool parts_from(const Laid& laid, const MentionAt& whole, const Gap& gap) {
    const std::string_view last = gap.past > gap.first ? std::string_view(laid.tokens[gap.past - 1].lower) : std::string_view();
    if ((last == "which" || last == "whom") && gap.past >= gap.first + 2 && laid.tokens[gap.past - 2].lower == "of")
        return gap.others() <= 3;
    const std::string_view before = word_before(laid, whole.first), further = word_before(laid, whole.first, 2);
    const bool of = before == "of" || (before == "the" && further == "of");
    return of && (whole.first <= 2 || laid.tokens[whole.first - (before == "of" ? 1 : 2)].capital) &&
           gap.only({Join::comma, Join::other}) && gap.has(Join::comma) && gap.others() <= 2;
}

bool is_fraction(const Mention& mention) {
    return mention.kind == MentionKind::ratio && !mention.is_range && mention.number.sort == Sort::fraction;
}

// ", 280, are": the figure is all that stands between the commas, "280 in all" too.
bool closes(const Laid& laid, const MentionAt& at) {
    const std::string_view next = word_after(laid, at.last);
    return next == "," || (next == "in" && word_after(laid, at.last, 2) == "all");
}

struct Share {
    const MentionAt* value = nullptr;
    const MentionAt* part = nullptr;
    const MentionAt* whole = nullptr;
};

std::optional<Share> share_at(const Laid& laid, const Figures& figures, std::size_t i) {
    const MentionAt *a = figures.all[i], *b = figures.all[i + 1], *c = figures.all[i + 2];
    const Gap &first = figures.before[i + 1], &second = figures.before[i + 2];
    if (is_amount(*a->mention) && is_amount(*b->mention) && is_percentage(*c->mention) && joins_whole(first) && restates(second))
        return Share{c, a, b};
    if (is_amount(*a->mention) && is_percentage(*b->mention) && is_amount(*c->mention) && restates(first) &&
        leads_to_whole(second))
        return Share{b, a, c};
    if (is_percentage(*a->mention) && is_amount(*b->mention) && is_amount(*c->mention) && restates(first) && joins_whole(second))
        return Share{a, b, c};
    if (is_amount(*a->mention) && is_amount(*b->mention) && is_percentage(*c->mention) && parts_from(laid, *a, first) &&
        restates(second))
        return Share{c, b, a};
    if (is_amount(*a->mention) && is_amount(*b->mention) && is_percentage(*c->mention) && restates_of_them(laid, second) &&
        first.others() <= 6 && !first.has(Join::from) && !first.has(Join::against))
        return Share{c, b, a};
    // "Two thirds of the 900 homes, 280, are empty"
    if ((is_percentage(*a->mention) || is_fraction(*a->mention)) && is_amount(*b->mention) && is_amount(*c->mention) &&
        first.only({Join::of}) && second.only({Join::comma}) && second.joins.size() == 1 && closes(laid, *c))
        return Share{a, c, b};
    return std::nullopt;
}

void make_share_claim(Linking& linking, const Share& share) {
    Mention part = *share.part->mention, whole = *share.whole->mention;
    if (const auto same = in_kind_of(whole, part))
        part = *same;
    else if (const auto other = in_kind_of(part, whole))
        whole = *other;
    else if (part.unit.dimension != Dimension::count || whole.unit.dimension != Dimension::count)
        return;
    if (part.unit.dimension == Dimension::count || whole.unit.dimension == Dimension::count) {
        part = as_count(part);
        whole = as_count(whole);
    }
    Claim claim = figure_claim(linking, ClaimKind::share, *share.value);
    add_slot(claim, quantity_slot("value", *share.value->mention));
    add_slot(claim, quantity_slot("part", part));
    add_slot(claim, quantity_slot("whole", whole));
    linking.claims.push_back(std::move(claim));
}

// "a quarter (25 percent)", "one in five, or 20 percent"
void make_fraction_claim(Linking& linking, const Figures& figures, std::size_t i) {
    const MentionAt *a = figures.all[i], *b = figures.all[i + 1];
    const Gap& gap = figures.before[i + 1];
    const bool fraction = a->mention->kind == MentionKind::ratio && !a->mention->is_range;
    if (!fraction || !is_percentage(*b->mention) ||
        !gap.only({Join::of, Join::comma, Join::alternative, Join::opens, Join::other}))
        return;
    constexpr std::size_t nouns = 3;
    const bool again = !gap.joins.empty() && (gap.joins.back() == Join::alternative || gap.joins.back() == Join::opens);
    if (!again || gap.others() > nouns) return;
    Claim claim = figure_claim(linking, ClaimKind::share, *b);
    add_slot(claim, quantity_slot("value", *b->mention));
    add_slot(claim, quantity_slot("part", *a->mention));
    linking.claims.push_back(std::move(claim));
}

// "10 miles (16 kilometres)"
void make_conversion_claim(Linking& linking, const Figures& figures, std::size_t i) {
    const Mention &a = *figures.all[i]->mention, &b = *figures.all[i + 1]->mention;
    const Gap& gap = figures.before[i + 1];
    if (a.unit == b.unit || a.unit.dimension != b.unit.dimension || !is_amount(a) || !is_amount(b)) return;
    if (gap.joins.size() != 1 || !gap.has(Join::opens) || a.number.too_large || b.number.too_large) return;
    const auto factor = conversion(a.unit, b.unit);
    if (!factor) return;
    // "21 million hundredweights (100 pounds)" says what one of them is.
    constexpr int farthest = 5;
    const Rational converted = a.number.value.rational() * *factor, said = b.number.value.rational();
    if (absolute(converted) > farthest * absolute(said) || absolute(said) > farthest * absolute(converted)) return;
    Claim claim = figure_claim(linking, ClaimKind::level, *figures.all[i + 1]);
    add_slot(claim, quantity_slot("value", b));
    add_slot(claim, quantity_slot("same_as", a));
    linking.claims.push_back(std::move(claim));
}

}  // namespace

void make_share_claims(Linking& linking, const Figures& figures) {
    for (std::size_t i = 0; i + 1 < figures.all.size(); ++i) {
        make_fraction_claim(linking, figures, i);
        make_conversion_claim(linking, figures, i);
        if (i + 2 < figures.all.size())
            if (const auto share = share_at(linking.laid, figures, i)) make_share_claim(linking, *share);
    }
}

}  // namespace factcheck
