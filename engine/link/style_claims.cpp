// How figures are written: digits that a hedge makes idle, two signs for one fall, a scale word that one operand lacks, one
// figure twice. None is an error of fact.
#include "link/figures.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include <algorithm>

namespace factcheck {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Of the first number of the words, leading zeros apart.
int digits_spent(std::string_view words) {
    int count = 0;
    std::size_t i = 0;
    while (i < words.size() && !is_digit(words[i])) ++i;
    for (; i < words.size() && (is_digit(words[i]) || words[i] == ',' || words[i] == '.'); ++i)
        if (is_digit(words[i]) && (count > 0 || words[i] != '0')) ++count;
    return count;
}

Slot digits_slot(int digits, Span words) {
    Stated stated;
    stated.sort = Sort::counted;
    stated.unit = {Dimension::count, "1"};
    stated.n = stated.upper = digits;
    stated.set = exactly(stated.n);
    Slot slot;
    slot.name = "digits";
    slot.words = words;
    slot.candidates.emplace_back(std::move(stated));
    return slot;
}

Claim style_claim(const Linking& linking, const MentionAt& at) {
    Claim claim = figure_claim(linking, ClaimKind::level, at);
    add_slot(claim, quantity_slot("value", *at.mention));
    return claim;
}

// "about 5,432.929 million"
void make_precision_claim(Linking& linking, const MentionAt& at) {
    constexpr int least = 4;  // digits from which a hedge is worth a look
    const Mention& mention = *at.mention;
    if (mention.hedge != Hedge::about || mention.is_range || looks_like_a_year(mention.number)) return;
    const int digits = digits_spent(words_of(linking.laid, mention.core));
    if (digits < least) return;
    // Trailing zeros spend nothing: "about 15,000".
    if (mention.number.decimals == 0 && mention.number.scale == 0 && mention.number.value.coefficient % 100 == 0) return;
    Claim claim = style_claim(linking, at);
    claim.slots.push_back(digits_slot(digits, mention.core));
    linking.claims.push_back(std::move(claim));
}

// "a decline of -4 percent"
void make_double_negative(Linking& linking, const MentionAt& at) {
    const Mention& mention = *at.mention;
    const bool down = mention.direction == Direction::down;
    const Dimension dimension = mention.unit.dimension;
    if (mention.to || mention.from || mention.is_range || mention.number.too_large || !(mention.number.value < Decimal{0, 0}) ||
        (dimension != Dimension::percent && dimension != Dimension::points && dimension != Dimension::money))
        return;
    const bool noun = word_before(linking.laid, at.first) == "of" && words::goes_down(word_before(linking.laid, at.first, 2));
    const bool verb = words::goes_down(word_before(linking.laid, at.first)) ||
                      (word_before(linking.laid, at.first) == "by" && words::goes_down(word_before(linking.laid, at.first, 2)));
    if (!down && !noun && !verb) return;
    Claim claim = style_claim(linking, at);
    claim.slots.push_back(role_slot("negative"));
    linking.claims.push_back(std::move(claim));
}

std::size_t count_of(std::string_view words, std::string_view piece) {
    std::size_t count = 0;
    for (std::size_t at = words.find(piece); at != std::string_view::npos; at = words.find(piece, at + piece.size())) ++count;
    return count;
}

// "between $2 and $3 billion"
void make_scale_claim(Linking& linking, const MentionAt& at) {
    const Mention& mention = *at.mention;
    if (!mention.is_range || mention.unit.dimension != Dimension::money || mention.upper.scale < 6) return;
    const std::string_view words = words_of(linking.laid, mention.span);
    const std::size_t scales = count_of(words, "million") + count_of(words, "billion") + count_of(words, "trillion");
    const std::size_t symbols = count_of(words, "$") + count_of(words, "\xC2\xA3") + count_of(words, "\xE2\x82\xAC");
    if (scales != 1 || symbols != 2) return;
    Claim claim = style_claim(linking, at);
    claim.slots.push_back(role_slot("scale"));
    linking.claims.push_back(std::move(claim));
}

// "418,327 tonnes to Peru and 418,327 tonnes to Chile"
void make_duplicate_claim(Linking& linking, const Figures& figures, std::size_t i) {
    constexpr int least = 5;
    const Mention &a = *figures.all[i]->mention, &b = *figures.all[i + 1]->mention;
    if (!(a.number == b.number) || !(a.unit == b.unit) || a.is_range || b.is_range || a.kind == MentionKind::multiple) return;
    if (digits_spent(words_of(linking.laid, a.core)) < least || a.number.value.coefficient % 100 == 0) return;
    const Gap& gap = figures.before[i + 1];
    if (!gap.has(Join::conjunction) && !gap.has(Join::comma)) return;
    if (gap.has(Join::from) || gap.has(Join::against) || gap.has(Join::than) || gap.has(Join::alternative)) return;
    Claim claim = style_claim(linking, *figures.all[i + 1]);
    add_slot(claim, quantity_slot("again", a));
    claim.slots.push_back(role_slot("duplicate"));
    linking.claims.push_back(std::move(claim));
}

}  // namespace

void make_style_claims(Linking& linking, const Figures& figures) {
    for (std::size_t i = 0; i < figures.all.size(); ++i) {
        make_precision_claim(linking, *figures.all[i]);
        make_double_negative(linking, *figures.all[i]);
        make_scale_claim(linking, *figures.all[i]);
        if (i + 1 < figures.all.size()) make_duplicate_claim(linking, figures, i);
    }
}

}  // namespace factcheck
