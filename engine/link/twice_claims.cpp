// One thing counted in two places: "51 people died ... the 53 dead". A number behind "the" speaks of what was counted before, if
// one other count of the same noun stands there.
#include "link/figures.hpp"
#include "link/words.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

using namespace std::string_view_literals;

constexpr std::array dead{"dead"sv, "died"sv, "deaths"sv, "killed"sv, "victims"sv, "fatalities"sv};
constexpr std::array hurt{"injured"sv, "wounded"sv, "hurt"sv};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// What is counted: the head noun, or dead and hurt of people who are.
std::string counted_noun(const Laid& laid, const MentionAt& at) {
    const std::string noun(laid.tokens[at.last].lower);
    for (std::size_t ahead = 0; ahead <= 3; ++ahead) {
        const std::string_view word = ahead == 0 ? std::string_view(noun) : word_after(laid, at.last, ahead);
        if (holds(dead, word)) return "dead";
        if (holds(hurt, word)) return "injured";
        if (ahead > 0 && word != "were" && word != "people" && word != "who" && word != "are" && word != "had") break;
    }
    // "killed 51 people"
    if (noun == "people" || noun == "men" || noun == "women" || noun == "passengers") {
        if (word_before(laid, at.first) == "killed" || word_before(laid, at.first) == "killing") return "dead";
        if (word_before(laid, at.first) == "injured" || word_before(laid, at.first) == "injuring") return "injured";
    }
    return noun;
}

bool is_count(const Mention& mention) {
    return mention.unit.dimension == Dimension::count && is_single_amount(mention) && mention.direction == Direction::none &&
           mention.hedge == Hedge::exact && mention.number.decimals == 0 && !mention.number.too_large &&
           mention.number.denominator == 1 && mention.number.value > Decimal{0, 0};
}

// Near enough to be a slip of the pen, and not another group.
bool could_be_a_slip(const Decimal& a, const Decimal& b, bool toll) {
    const Rational x = a.rational(), y = b.rational();
    std::string one = a.str(), other = b.str();
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    return (one == other && one.size() > 2) || (toll ? 4 : 10) * absolute(x - y) <= std::max(x, y);
}

bool is_definite(const Laid& laid, const MentionAt& at, bool toll) {
    if (laid.tokens[at.first].lower != "the" && word_before(laid, at.first) != "the") return false;
    if (laid.tokens[at.first].lower == "the" && at.first + 1 > at.last) return false;
    // "of the 2,369,799 shares": others are spoken of besides.
    const std::string_view before = word_before(laid, at.first, laid.tokens[at.first].lower == "the" ? 1 : 2);
    if (before == "of" && !toll) return false;
    const std::string_view next = word_after(laid, at.last);
    return toll || next.empty() ||
           (!words::preposition(next) && next != "that" && next != "which" && next != "who" && next != "whose" && next != "-" &&
            next != "where");
}

}  // namespace

void make_twice_claims(Linking& linking, const Figures& figures) {
    const Laid& laid = linking.laid;
    for (const MentionAt* at : figures.all) {
        const Mention& mention = *at->mention;
        if (!is_count(mention) || at->last == at->first) continue;
        const std::string noun = counted_noun(laid, *at);
        if (noun.size() < 3 || noun == "people" || noun == "series" || word_before(laid, at->first) == "-") continue;
        const bool toll = noun == "dead" || noun == "injured";
        std::vector<Mention>& known = linking.discourse.counts[noun];
        const bool definite = is_definite(laid, *at, toll);
        const Decimal least{toll ? 3 : 10, 0};
        if (definite && known.size() == 1 && mention.number.value >= least && known[0].number.value >= least &&
            could_be_a_slip(mention.number.value, known[0].number.value, toll)) {
            Claim claim = figure_claim(linking, ClaimKind::count, *at);
            add_slot(claim, quantity_slot("value", as_count(mention)));
            Slot other = quantity_slot("again", as_count(known[0]));
            other.origin = Origin::earlier_sentence;
            claim.slots.push_back(std::move(other));
            claim.slots.push_back(role_slot("again"));
            linking.claims.push_back(std::move(claim));
        }
        const auto same = [&](const Mention& m) { return m.number.value == mention.number.value; };
        if (std::none_of(known.begin(), known.end(), same) && known.size() < 2) known.push_back(mention);
    }
}

}  // namespace factcheck
