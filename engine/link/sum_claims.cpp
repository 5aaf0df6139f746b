// Figures that add up: parts and their total, what came in, what went out and what is left.
#include "link/figures.hpp"
#include "link/signs.hpp"
#include "link/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace factcheck {

namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_amount(const Mention& mention) {
    return is_single_amount(mention) && mention.direction == Direction::none && mention.unit.dimension != Dimension::percent &&
           mention.unit.dimension != Dimension::points;
}

constexpr std::array totals{"total"sv, "together"sv, "altogether"sv, "combined"sv, "totalling"sv, "totaling"sv, "overall"sv};
constexpr std::array opening{"including"sv,    "includes"sv, "included"sv, "among"sv,   "mainly"sv, "mostly"sv,
                             "chiefly"sv,      "per"sv,      "each"sv,     "another"sv, "of"sv,     "average"sv,
                             "respectively"sv, "than"sv,     "against"sv,  "versus"sv,  "vs"sv,     "compared"sv};

// "a total of 20", "20 in all", "totalling 20"
bool is_total(const Laid& laid, const MentionAt& at) {
    constexpr std::size_t reach = 3;
    for (std::size_t i = at.first; i <= at.last; ++i)
        if (holds(totals, laid.tokens[i].lower)) return true;
    for (std::size_t back = 1; back <= reach && back <= at.first; ++back) {
        const std::string_view word = word_before(laid, at.first, back);
        if (holds(totals, word)) return true;
        if (word != "of" && word != "a" && word != "to" && word != "the" && word != "is" && word != "was") break;
    }
    for (std::size_t ahead = 1; ahead <= reach; ++ahead) {
        const std::string_view word = word_after(laid, at.last, ahead), next = word_after(laid, at.last, ahead + 1);
        if (word == "in" && (next == "all" || next == "total")) return true;
        if (word == "altogether") return true;
        if (!words::refers(word) || word == "in") break;
    }
    return false;
}

bool is_open(const Laid& laid, std::size_t first, std::size_t past) {
    for (std::size_t i = first; i < past; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word == "of" && i > 0 && (laid.tokens[i - 1].lower == "total" || laid.tokens[i - 1].lower == "out")) continue;
        if (holds(opening, word) || words::includes(word)) return true;
    }
    return false;
}

Claim role_claim(const Linking& linking, const MentionAt& at, const Mention& mention, std::string role) {
    const bool counted = mention.unit.dimension == Dimension::count || mention.unit.dimension == Dimension::number;
    Claim claim = figure_claim(linking, counted ? ClaimKind::count : ClaimKind::level, at);
    add_slot(claim, quantity_slot("value", as_count(mention)));
    claim.slots.push_back(role_slot(std::move(role)));
    return claim;
}

// "A in the north and B in the south, a total of T": all figures of the sentence before the total are its parts.
void make_total_claims(Linking& linking, const Figures& figures) {
    constexpr std::size_t most = 12;
    const std::size_t n = figures.all.size();
    if (n < 3 || n > most) return;
    std::size_t total = n;
    for (std::size_t i = 0; i < n; ++i)
        if (is_total(linking.laid, *figures.all[i])) total = total == n ? i : n + 1;
    if (total != n - 1 && total != 0) return;
    const Mention& whole = *figures.all[total]->mention;
    if (!is_amount(whole)) return;
    std::vector<Claim> claims{role_claim(linking, *figures.all[total], whole, "total")};
    for (std::size_t i = 0; i < n; ++i) {
        if (i == total) continue;
        const auto part = in_kind_of(whole, *figures.all[i]->mention);
        const bool plain =
            whole.unit.dimension == Dimension::number && figures.all[i]->mention->unit.dimension == Dimension::count;
        if (!part && !plain) return;
        if (!is_amount(*figures.all[i]->mention)) return;
        claims.push_back(role_claim(linking, *figures.all[i], part ? *part : *figures.all[i]->mention, "part"));
    }
    // The last part of a list is joined by "and", or the total is.
    if (!figures.before[total == 0 ? n - 1 : n - 2].has(Join::conjunction) && !figures.before[n - 1].has(Join::conjunction))
        return;
    const std::size_t first = total == 0 ? figures.all[0]->last + 1 : figures.all[0]->first;
    const std::size_t past = total == 0 ? linking.laid.tokens.size() : figures.all[n - 1]->first;
    const bool open = is_open(linking.laid, first, past);
    for (Claim& claim : claims) {
        claim.open = open;
        linking.claims.push_back(std::move(claim));
    }
}

// --- what is left

enum class Flow : std::uint8_t { none, in, out, surplus, deficit };

Flow flow_of(std::string_view word) {
    static constexpr std::array in{"income"sv, "revenue"sv, "revenues"sv, "receipts"sv, "exports"sv,
                                   "took"sv,   "earned"sv,  "raised"sv,   "takings"sv,  "exported"sv};
    static constexpr std::array out{"spending"sv, "expenditure"sv, "expenditures"sv, "imports"sv, "costs"sv,
                                    "expenses"sv, "outlays"sv,     "imported"sv,     "spent"sv};
    static constexpr std::array plus{"surplus"sv};
    static constexpr std::array minus{"deficit"sv, "gap"sv, "shortfall"sv};
    if (holds(in, word)) return Flow::in;
    if (holds(out, word)) return Flow::out;
    if (holds(plus, word)) return Flow::surplus;
    return holds(minus, word) ? Flow::deficit : Flow::none;
}

// The word that says what a figure is: between the figure before and it, else right behind it.
Flow flow_of(const Laid& laid, const Figures& figures, std::size_t i) {
    const Gap& gap = figures.before[i];
    for (std::size_t at = gap.past; at-- > gap.first;)
        if (const Flow flow = flow_of(laid.tokens[at].lower); flow != Flow::none) return flow;
    return Flow::none;
}

// "exports of 83 million, imports of 112 million and hence a deficit of 29 million"
void make_balance_claim(Linking& linking, const Figures& figures) {
    std::array<const MentionAt*, 3> found{};  // in, out, left
    Flow left = Flow::none;
    for (std::size_t i = 0; i < figures.all.size(); ++i) {
        const Flow flow = flow_of(linking.laid, figures, i);
        if (flow == Flow::none) continue;
        const std::size_t place = flow == Flow::in ? 0 : flow == Flow::out ? 1 : 2;
        if (found[place] != nullptr || !is_amount(*figures.all[i]->mention)) return;
        found[place] = figures.all[i];
        if (place == 2) left = flow;
    }
    if (found[0] == nullptr || found[1] == nullptr || found[2] == nullptr || figures.all.size() != found.size()) return;
    // "Exports of 41 billion euros, imports of 38 billion and a surplus of 3 billion": one of them says of what.
    const MentionAt* rich = *std::max_element(found.begin(), found.end(), [](const MentionAt* a, const MentionAt* b) {
        return (a->mention->kind != MentionKind::number) < (b->mention->kind != MentionKind::number);
    });
    const auto income = in_kind_of(*rich->mention, *found[0]->mention), spent = in_kind_of(*rich->mention, *found[1]->mention),
               rest = in_kind_of(*rich->mention, *found[2]->mention);
    if (!income || !spent || !rest) return;
    const Mention& value = *rest;
    Claim claim = figure_claim(linking, ClaimKind::level, *found[2]);
    add_slot(claim, quantity_slot("value", value));
    add_slot(claim, quantity_slot("minuend", left == Flow::surplus ? *income : *spent));
    add_slot(claim, quantity_slot("subtrahend", left == Flow::surplus ? *spent : *income));
    linking.claims.push_back(std::move(claim));
}

// --- scores

bool is_score(const Mention& mention) {
    return is_amount(mention) && mention.unit.dimension != Dimension::money && mention.number.decimals == 0 &&
           mention.hedge == Hedge::exact && !mention.number.too_large;
}

void make_score_claim(Linking& linking, const MentionAt& margin, const Mention& more, const Mention& fewer) {
    Claim claim = figure_claim(linking, ClaimKind::comparison, margin);
    add_slot(claim, quantity_slot("value", as_count(*margin.mention)));
    add_slot(claim, quantity_slot("minuend", as_count(more)));
    add_slot(claim, quantity_slot("subtrahend", as_count(fewer)));
    linking.claims.push_back(std::move(claim));
}

// "a majority of six", "a margin of six"
bool is_margin(const Laid& laid, const MentionAt& at) {
    const std::string_view word = word_before(laid, at.first, 2);
    return word_before(laid, at.first) == "of" && (word == "majority" || word == "margin");
}

// "52 votes to 47, a majority of six"
void make_votes_claim(Linking& linking, const Figures& figures, std::size_t i) {
    const MentionAt &a = *figures.all[i], &b = *figures.all[i + 1], &margin = *figures.all[i + 2];
    if (!figures.before[i + 1].only({Join::to, Join::against}) || !is_margin(linking.laid, margin)) return;
    if (!is_score(*a.mention) || !is_score(*b.mention) || !is_score(*margin.mention)) return;
    const bool first = a.mention->number.value > b.mention->number.value;
    make_score_claim(linking, margin, first ? *a.mention : *b.mention, first ? *b.mention : *a.mention);
}

std::optional<std::int64_t> plain_number(std::string_view word) {
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), n);
    return error == std::errc{} && end == word.data() + word.size() ? std::optional(n) : std::nullopt;
}

// "52-47, by six votes": the score is no figure of its own.
void make_written_score_claim(Linking& linking, const MentionAt& margin) {
    const Laid& laid = linking.laid;
    constexpr std::size_t reach = 6;
    if (!is_score(*margin.mention) || (word_before(laid, margin.first) != "by" && !is_margin(laid, margin))) return;
    for (std::size_t back = 2; back <= reach && back + 2 <= margin.first; ++back) {
        const std::size_t dash = margin.first - back;
        if (laid.tokens[dash].lower != "-") continue;
        const auto a = plain_number(laid.tokens[dash - 1].lower), b = plain_number(laid.tokens[dash + 1].lower);
        if (!a || !b || *a == *b) return;
        Mention more = *margin.mention, fewer = *margin.mention;
        more.number = fewer.number = {};
        more.number.value = {std::max(*a, *b), 0};
        fewer.number.value = {std::min(*a, *b), 0};
        more.span = more.core = fewer.span = fewer.core = hull(laid.tokens[dash - 1].span, laid.tokens[dash + 1].span);
        return make_score_claim(linking, margin, more, fewer);
    }
}

}  // namespace

void make_sum_claims(Linking& linking, const Figures& figures, const Signs& signs) {
    if (signs.has(Sign::opposed))
        for (std::size_t i = 0; i < figures.all.size(); ++i) {
            if (i + 2 < figures.all.size()) make_votes_claim(linking, figures, i);
            if (signs.has(Sign::minus)) make_written_score_claim(linking, *figures.all[i]);
        }
    make_total_claims(linking, figures);
    if (figures.all.size() == 3) make_balance_claim(linking, figures);
}

}  // namespace factcheck
