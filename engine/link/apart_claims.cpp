// What a sentence says of the figures of the one before: "That is a rise of 12 percent", "Together they made 412 million".
// Only where the words point back, and nothing else can be meant.
#include "link/ends.hpp"
#include "link/figures.hpp"
#include "link/signs.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

using namespace std::string_view_literals;

bool is_amount(const Mention& mention) {
    return is_single_amount(mention) && mention.direction == Direction::none && mention.unit.dimension != Dimension::percent &&
           mention.unit.dimension != Dimension::points && mention.unit.dimension != Dimension::time && !mention.number.too_large;
}

// "That was", "This is", "It represents", "The increase of", "A rise of"
bool points_back(const Laid& laid) {
    if (laid.tokens.size() < 3) return false;
    const std::string &first = laid.tokens[0].lower, &second = laid.tokens[1].lower;
    const bool pronoun = first == "that" || first == "this" || first == "which";
    if (pronoun)
        return words::auxiliary(second) || second == "represents" || second == "represented" || second == "means" ||
               second == "meant" || second == "marks" || second == "marked" || second == "equals" || second == "amounts" ||
               second == "makes" || second == "made";
    return (first == "the" || first == "a" || first == "an") && (words::goes_up(second) || words::goes_down(second)) &&
           second != "up" && second != "down" && second != "more" && second != "less" && second != "lower" && second != "higher";
}

// "It was 4.5 million", "The total came to", "They sold": the subject is that of the sentence before.
bool goes_on(const Laid& laid) {
    if (laid.tokens.size() < 3) return false;
    constexpr std::array being{"was"sv,      "were"sv,    "came"sv,     "reached"sv, "stood"sv,
                               "totalled"sv, "totaled"sv, "amounted"sv, "numbered"sv};
    const std::string &first = laid.tokens[0].lower, &second = laid.tokens[1].lower;
    const bool is = std::find(being.begin(), being.end(), second) != being.end();
    return ((first == "it" || first == "they") && is) ||
           (first == "the" && (second == "figure" || second == "total" || second == "number"));
}

// The direction of the word of change that stands before the size: "a rise of 12 percent", "down 12 percent".
Direction direction_before(const Laid& laid, const MentionAt& size) {
    constexpr std::size_t reach = 4;
    if (size.mention->direction != Direction::none) return size.mention->direction;
    for (std::size_t back = 1; back <= reach && back <= size.first; ++back) {
        const std::string_view word = word_before(laid, size.first, back);
        if (words::goes_up(word)) return Direction::up;
        if (words::goes_down(word)) return Direction::down;
        if (word != "of" && word != "by" && word != "about" && word != "a" && word != "was" && word != "is") break;
    }
    return Direction::none;
}

bool is_percent_size(const Mention& mention) {
    return mention.unit.dimension == Dimension::percent && is_single_amount(mention) && !mention.to && !mention.from;
}

// The only pair of ends of a sentence whose figures are these two and no other of their kind.
std::optional<Ends> only_ends(const Laid& laid, const Figures& figures) {
    if (figures.all.size() < 2) return std::nullopt;
    std::vector<Ends> all = ends_in(laid, figures);
    if (all.size() != 1) return std::nullopt;
    for (std::size_t i = 0; i < figures.all.size(); ++i)
        if (i != all[0].to && i != all[0].from) return std::nullopt;
    return all.front();
}

void make_claim(Linking& linking, const MentionAt& size, Direction direction, const Ends& ends) {
    linking.claims.push_back(change_claim(linking, size, direction, ends.late, ends.early));
}

// "It handled 2.4 million tonnes in 2023. In 2024 it handled 3.0 million tonnes. That was a rise of 25 percent.": one figure in
// each of the two sentences before, each with its time.
bool make_chain_claim(Linking& linking, const MentionAt& size, Direction direction, const Figures& before) {
    if (before.all.size() != 1 || !is_amount(*before.all.front()->mention)) return false;
    const Mention& late = *before.all.front()->mention;
    const auto dated = [](const Laid& laid) {
        return std::any_of(laid.mentions.begin(), laid.mentions.end(), [](const MentionAt& at) { return is_time(*at.mention); });
    };
    if (!dated(*linking.before)) return false;
    const auto& memory = linking.discourse.figures;
    const FigureMemory* found = nullptr;
    for (auto it = memory.rbegin(); it != memory.rend() && it->sentence + 2 >= linking.sentence_index; ++it) {
        if (it->sentence + 2 != linking.sentence_index) continue;
        if (found != nullptr) return false;
        found = &*it;
    }
    if (found == nullptr || linking.text.sentences[found->sentence].paragraph != linking.laid.sentence.paragraph) return false;
    const auto early = in_kind_of(late, found->mention);
    if (!early) return false;
    linking.claims.push_back(change_claim(linking, size, direction, late, *early));
    return true;
}

// "It sold 4,500 cars, against 4,000 in 2022. That was a rise of 12.5 percent."
bool make_size_claim(Linking& linking, const Figures& figures) {
    const Laid& laid = linking.laid;
    if (figures.all.size() != 1 || !points_back(laid)) return false;
    const MentionAt& size = *figures.all.front();
    const Direction direction = direction_before(laid, size);
    if (!is_percent_size(*size.mention) || direction == Direction::none) return false;
    const Figures before = figures_of(*linking.before);
    const auto ends = only_ends(*linking.before, before);
    if (ends) make_claim(linking, size, direction, *ends);
    return ends.has_value() || make_chain_claim(linking, size, direction, before);
}

// "Sales rose 12.5 percent in 2023. They came to 4,500 cars, against 4,000 in 2022."
void make_ends_claim(Linking& linking, const Figures& figures) {
    const Laid& laid = linking.laid;
    if (!goes_on(laid)) return;
    const auto ends = only_ends(laid, figures);
    if (!ends) return;
    const Figures before = figures_of(*linking.before);
    if (before.all.size() != 1 || !is_percent_size(*before.all.front()->mention)) return;
    const MentionAt& size = *before.all.front();
    if (size.mention->direction == Direction::none || ends->late.unit.dimension == Dimension::percent) return;
    // The size is the other sentence's, and the claim stands there.
    Claim claim = change_claim(linking, size, size.mention->direction, ends->late, ends->early);
    claim.span = size.mention->span;
    --claim.sentence;
    linking.claims.push_back(std::move(claim));
}

// --- sums

constexpr std::array adding{"together"sv, "altogether"sv, "combined"sv, "makes"sv, "total"sv, "all"sv};

// "Together", "These four together", "In all", "That makes a total of": all of what was listed.
bool adds_up(const Laid& laid) {
    constexpr std::size_t reach = 5;
    for (std::size_t i = 0; i < std::min(reach, laid.tokens.size()); ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (std::find(adding.begin(), adding.end(), word) == adding.end()) continue;
        if (word == "all" || word == "total") return i == 1 && laid.tokens[0].lower == "in";
        if (word == "makes") return i == 1 && (laid.tokens[0].lower == "that" || laid.tokens[0].lower == "this");
        return i == 0 || laid.tokens[0].lower == "these" || laid.tokens[0].lower == "the" || laid.tokens[0].lower == "they";
    }
    return false;
}

// What the figures of a sentence add up to, each as far as its words allow.
std::optional<Stated> added(const Laid& laid, const Figures& figures, const Mention& total) {
    constexpr std::array opening{"including"sv, "includes"sv, "of"sv,   "among"sv,        "mainly"sv,  "than"sv, "against"sv,
                                 "compared"sv,  "per"sv,      "each"sv, "respectively"sv, "average"sv, "or"sv};
    for (const Token& token : laid.tokens)
        if (std::find(opening.begin(), opening.end(), token.lower) != opening.end()) return std::nullopt;
    std::optional<Stated> sum;
    for (const MentionAt* at : figures.all) {
        if (!is_amount(*at->mention)) return std::nullopt;
        const bool counts = total.unit.dimension == Dimension::count || total.unit.dimension == Dimension::number;
        const bool counted = at->mention->unit.dimension == Dimension::count || at->mention->unit.dimension == Dimension::number;
        const auto same = in_kind_of(total, *at->mention);
        if (!same && !(counts && counted)) return std::nullopt;
        Stated part = stated_of(as_count(same ? *same : *at->mention));
        if (!part.set.low || !part.set.high) return std::nullopt;
        if (!sum) {
            sum = std::move(part);
            continue;
        }
        sum->n += part.n;
        sum->u += part.u;
        sum->set = closed(sum->set.low->value + part.set.low->value, sum->set.high->value + part.set.high->value);
    }
    if (!sum) return sum;
    sum->upper = sum->n;
    sum->upper_u = sum->u;
    sum->unit = total.unit;
    return sum;
}

// "The north took 12 and the south 7. Together they took 20."
void make_sum_claim(Linking& linking, const Figures& figures) {
    const Laid& laid = linking.laid;
    if (figures.all.empty() || !adds_up(laid) || !is_amount(*figures.all.front()->mention)) return;
    // "These four together made up 100 million": the first figure may be how many they are.
    const Figures before = figures_of(*linking.before);
    if (before.all.size() < 2 || figures.all.size() > 2) return;
    const MentionAt& total = *figures.all.front();
    const auto sum = added(*linking.before, before, *total.mention);
    if (!sum || sum->n <= 0) return;
    Claim claim = figure_claim(linking, ClaimKind::level, total);
    add_slot(claim, quantity_slot("value", as_count(*total.mention)));
    Slot slot;
    slot.name = "all_told";
    slot.words = hull(before.all.front()->mention->span, before.all.back()->mention->span);
    slot.origin = Origin::earlier_sentence;
    slot.candidates.emplace_back(*sum);
    claim.slots.push_back(std::move(slot));
    linking.claims.push_back(std::move(claim));
}

// --- a share of what the sentence before counts

// "or 30 percent of the total", "which is 30 percent of all cases"
bool of_it_all(const Laid& laid, const MentionAt& share) {
    if (word_after(laid, share.last) != "of") return false;
    const std::string_view word = word_after(laid, share.last, 2), next = word_after(laid, share.last, 3);
    return word == "all" || word == "them" || (word == "the" && (next == "total" || next == "whole" || next == "lot"));
}

void make_share_claim(Linking& linking, const Figures& figures, std::size_t i) {
    const MentionAt &part = *figures.all[i], &share = *figures.all[i + 1];
    if (share.mention->unit.dimension != Dimension::percent || share.mention->direction != Direction::none ||
        !is_single_amount(*share.mention) || !of_it_all(linking.laid, share) || !is_amount(*part.mention))
        return;
    const Gap& gap = figures.before[i + 1];
    if (!gap.only({Join::comma, Join::alternative, Join::opens, Join::other}) || gap.others() > 2) return;
    Slot whole;
    whole.name = "whole";
    whole.origin = Origin::earlier_sentence;
    const Figures before = figures_of(*linking.before);
    for (const MentionAt* at : before.all) {
        if (!is_amount(*at->mention) || !(at->mention->unit == part.mention->unit) ||
            at->mention->number.value <= part.mention->number.value)
            continue;
        if (whole.words.empty()) whole.words = at->mention->span;
        whole.candidates.push_back(std::move(quantity_slot("whole", as_count(*at->mention)).candidates.front()));
    }
    if (whole.candidates.empty()) return;
    Claim claim = figure_claim(linking, ClaimKind::share, share);
    add_slot(claim, quantity_slot("value", *share.mention));
    add_slot(claim, quantity_slot("part", as_count(*part.mention)));
    claim.slots.push_back(std::move(whole));
    linking.claims.push_back(std::move(claim));
}

// "They polled 1,500 adults. Of these 450, or 40 percent, said yes.": the only count of the sentence before is the whole.
void make_these_claim(Linking& linking, const Figures& figures) {
    const Laid& laid = linking.laid;
    if (laid.tokens.size() < 4 || laid.tokens[0].lower != "of" || figures.all.size() < 2) return;
    const std::string& word = laid.tokens[1].lower;
    if (word != "these" && word != "them" && word != "those" && word != "this") return;
    const MentionAt &part = *figures.all[0], &share = *figures.all[1];
    const Gap& gap = figures.before[1];
    const bool again = !gap.joins.empty() && (gap.joins.back() == Join::alternative || gap.joins.back() == Join::opens);
    if (part.first > 3 || !again || gap.others() > 2 || !is_amount(*part.mention) ||
        share.mention->direction != Direction::none || share.mention->unit.dimension != Dimension::percent ||
        !is_single_amount(*share.mention))
        return;
    const Figures before = figures_of(*linking.before);
    if (before.all.size() != 1 || !is_amount(*before.all.front()->mention)) return;
    const Mention& whole = *before.all.front()->mention;
    const auto same = in_kind_of(whole, *part.mention);
    if (!same) return;
    Claim claim = figure_claim(linking, ClaimKind::share, share);
    add_slot(claim, quantity_slot("value", *share.mention));
    add_slot(claim, quantity_slot("part", as_count(*same)));
    Slot slot = quantity_slot("whole", as_count(whole));
    slot.origin = Origin::earlier_sentence;
    claim.slots.push_back(std::move(slot));
    linking.claims.push_back(std::move(claim));
}

}  // namespace

void make_apart_claims(Linking& linking, const Figures& figures, const Signs& signs) {
    if (linking.before == nullptr) return;
    if (!make_size_claim(linking, figures)) make_ends_claim(linking, figures);
    if (signs.has(Sign::total)) make_sum_claim(linking, figures);
    make_these_claim(linking, figures);
    for (std::size_t i = 0; i + 1 < figures.all.size(); ++i) make_share_claim(linking, figures, i);
}

}  // namespace factcheck
