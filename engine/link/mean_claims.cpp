// A total, over how many it is spread, and what each gets: "$5 million shared by 10,000 people, $5,000 each", "300 homes over 4
// years, an average of 90 a year". The total and the number may stand in the sentence before: "That is an average of 90 a year".
#include "link/figures.hpp"
#include "link/signs.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include <algorithm>

namespace factcheck {

namespace {

// What can be a total, a number of shares or a share: figures and lengths of time.
std::vector<const MentionAt*> amounts(const Laid& laid) {
    std::vector<const MentionAt*> out;
    for (const MentionAt& at : laid.mentions) {
        const Mention& mention = *at.mention;
        const bool length = mention.kind == MentionKind::duration && mention.number.sort != Sort::vague && !mention.is_range;
        if (length || is_value(mention)) out.push_back(&at);
    }
    return out;
}

bool is_plain(const Mention& mention) {
    return is_single_amount(mention) && mention.direction == Direction::none && !mention.number.too_large &&
           mention.unit.dimension != Dimension::percent && mention.unit.dimension != Dimension::points;
}

// "average of", "averaging", "an average": within its words or just before them.
bool is_averaged(const Laid& laid, const MentionAt& at) {
    const std::size_t reach = 3;
    const std::size_t first = at.first > reach ? at.first - reach : 0;
    for (std::size_t i = first; i <= at.last; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word != "average" && word != "averaging" && word != "averaged") continue;
        const std::string_view next = word_after(laid, i);
        return i + 1 == at.first || (next == "of" && i + 2 >= at.first) || (i >= at.first && next == "of");
    }
    return word_after(laid, at.last) == "on" && word_after(laid, at.last, 2) == "average";
}

// "$5,000 each", "apiece", "a head", "per person": the last token of the words; absent where they stand for no share.
std::optional<std::size_t> shared_out(const Laid& laid, const MentionAt& at) {
    const std::string_view next = word_after(laid, at.last), second = word_after(laid, at.last, 2);
    if (next == "each" || next == "apiece") return at.last + 1;
    if ((next == "a" || next == "per") && (second == "head" || second == "person" || second == "year")) return at.last + 2;
    if (!at.mention->per_words.empty()) return at.last;
    return std::nullopt;
}

// As the total is counted: a rate without what it is per.
Mention as_share(const Mention& share, const Mention& total) {
    Mention out = share;
    out.unit = total.unit;
    out.per = {};
    return out;
}

std::string singular(std::string_view word) {
    std::string out(word);
    if (out == "people") return "person";
    if (out.size() > 3 && out.ends_with("s")) out.pop_back();
    return out;
}

// Whether what the share is per, where it is said, is what the number counts: "a year" of years.
bool counts_the_same(const Linking& linking, const Mention& share, const Laid& laid, const MentionAt& at,
                     const Mention& divisor) {
    std::string per(share.per_words.empty() ? std::string_view() : words_at(linking.text, share.per_words));
    const std::string_view next = word_after(laid, at.last), second = word_after(laid, at.last, 2);
    if (per.empty() && (next == "a" || next == "per")) per = second;
    const Dimension dimension = divisor.unit.dimension;
    if (per.empty() || per == "head") return dimension == Dimension::count || dimension == Dimension::time;
    std::transform(per.begin(), per.end(), per.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const Span noun = divisor.noun.empty() ? divisor.unit_words : divisor.noun;
    return singular(per) == singular(words_at(linking.text, noun)) ||
           (divisor.unit.dimension == Dimension::time && per == "year" && divisor.unit.code == "a");
}

bool same_kind(const Mention& share, const Mention& total) {
    if (share.unit == total.unit) return total.unit.dimension == Dimension::money || share.unit.dimension != Dimension::count;
    const auto pure = [](Dimension d) { return d == Dimension::number || d == Dimension::count; };
    if (share.unit.dimension == Dimension::rate && total.unit.dimension == Dimension::money)
        return share.unit_words.empty() || share.kind == MentionKind::money;
    if (share.unit.dimension == Dimension::rate || share.unit.dimension == Dimension::number) return pure(total.unit.dimension);
    return false;
}

bool is_divisor(const Mention& mention) {
    const Dimension dimension = mention.unit.dimension;
    return dimension == Dimension::count || dimension == Dimension::time || dimension == Dimension::length ||
           dimension == Dimension::area || dimension == Dimension::mass;
}

// "..., or $5,000 each", ", which is 8 million a kilometre": what comes out, and not "at 160 dollars an ounce", which goes in.
bool is_result(const Laid& laid, const MentionAt& share) {
    const std::string_view before = word_before(laid, share.first);
    return before == "," || before == "or" || before == "(" || before == "is" || before == "was" || before == "-" ||
           before == "just" || before == "only" || before.empty();
}

void make_claim(Linking& linking, const MentionAt& share, const Mention& total, const Mention& number) {
    Claim claim = figure_claim(linking, ClaimKind::level, share);
    Mention value = as_share(*share.mention, total);
    if (value.number.sort == Sort::counted) value.number.sort = Sort::plain;  // a mean is no count
    add_slot(claim, quantity_slot("value", value));
    const bool here = linking.laid.sentence.span.contains(total.span);
    Slot dividend = quantity_slot("dividend", total), divisor = quantity_slot("divisor", as_count(number));
    if (!here) dividend.origin = divisor.origin = Origin::earlier_sentence;
    if (here) {
        add_slot(claim, std::move(dividend));
        add_slot(claim, std::move(divisor));
    } else {
        claim.slots.push_back(std::move(dividend));
        claim.slots.push_back(std::move(divisor));
    }
    linking.claims.push_back(std::move(claim));
}

// The total and the number among two amounts, if they can be only those.
void pair_up(Linking& linking, const MentionAt& share, const MentionAt& a, const MentionAt& b) {
    const Laid& laid = linking.laid;
    std::vector<std::pair<const Mention*, const Mention*>> found;
    for (const auto& [total, number] : {std::pair{a.mention, b.mention}, std::pair{b.mention, a.mention}})
        if (is_divisor(*number) && same_kind(*share.mention, *total) &&
            counts_the_same(linking, *share.mention, laid, share, *number) && number->number.value > Decimal{1, 0} &&
            total->unit.dimension != Dimension::time)
            found.emplace_back(total, number);
    // 12 people in 4 boats, 3 each: the larger is the total.
    if (found.size() == 2 && found[0].first->number.value < found[1].first->number.value) std::swap(found[0], found[1]);
    if (!found.empty()) make_claim(linking, share, *found.front().first, *found.front().second);
}

// "That is an average of 90 a year."
bool points_back(const Laid& laid) {
    if (laid.tokens.empty()) return false;
    const std::string& word = laid.tokens.front().lower;
    return word == "that" || word == "this" || word == "it" || word == "on" || word == "each" || word == "they";
}

}  // namespace

void make_mean_claims(Linking& linking, const Signs& signs) {
    const Laid& laid = linking.laid;
    const bool rate = std::any_of(laid.mentions.begin(), laid.mentions.end(),
                                  [](const MentionAt& at) { return at.mention->unit.dimension == Dimension::rate; });
    if (!signs.has(Sign::average) && !rate) return;
    const std::vector<const MentionAt*> all = amounts(laid);
    const MentionAt* share = nullptr;
    for (const MentionAt* at : all) {
        const bool averaged = is_averaged(laid, *at) || shared_out(laid, *at);
        if (!averaged) continue;
        if (share != nullptr) return;
        share = at;
    }
    if (share == nullptr || !is_plain(*share->mention)) return;
    if (!is_averaged(laid, *share) && !is_result(laid, *share)) return;
    const bool earlier = all.size() == 1 && linking.before != nullptr && points_back(laid);
    std::vector<const MentionAt*> others = earlier ? amounts(*linking.before) : all;
    std::erase(others, share);
    if (others.size() != 2 || !is_plain(*others[0]->mention) || !is_plain(*others[1]->mention)) return;
    if (!earlier && others[1]->first > share->first && others[0]->first < share->first) return;  // A, each B, C: whose?
    // "averaged 603 million in the two weeks to Friday, versus 749 million": another average.
    if (!earlier && std::any_of(laid.tokens.begin(), laid.tokens.end(), [](const Token& t) {
            return words::compares(t.lower) || t.lower == "from" || words::goes_up(t.lower) || words::goes_down(t.lower);
        }))
        return;
    pair_up(linking, *share, *others[0], *others[1]);
}

}  // namespace factcheck
