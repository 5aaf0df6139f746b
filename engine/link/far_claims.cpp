// Figures that stand apart: a change whose other end is said elsewhere, a base of nothing, a comparison of two months, the
// headline's figures and the body's.
#include "link/figures.hpp"
#include "link/words.hpp"

#include <algorithm>

namespace factcheck {

namespace {

bool is_level(const Mention& mention) {
    return is_single_amount(mention) && mention.direction == Direction::none && mention.unit.dimension != Dimension::points &&
           mention.unit.dimension != Dimension::percent;
}

bool is_percentage(const Mention& mention) {
    return mention.unit.dimension == Dimension::percent && !mention.to && !mention.from && !mention.is_range;
}

bool is_percent_change(const Mention& mention) { return is_percentage(mention) && mention.direction != Direction::none; }

Slot change_slot(const MentionAt& size, Direction direction) {
    Slot slot = quantity_slot("value", *size.mention);
    turn_down(std::get<Stated>(slot.candidates.front()), direction);
    return slot;
}

void make_claim(Linking& linking, const MentionAt& size, Direction direction, const Mention& to, const Mention& before) {
    Claim claim = figure_claim(linking, ClaimKind::change, size);
    add_slot(claim, change_slot(size, direction));
    add_slot(claim, quantity_slot("to", to));
    claim.slots.push_back(quantity_slot("earlier", before));
    linking.claims.push_back(std::move(claim));
}

bool is_pure(const Mention& mention) {
    return mention.unit.dimension == Dimension::number || mention.unit.dimension == Dimension::count;
}

// The figure of one kind with `like` that stands last before the place.
std::optional<Mention> last_before(const Linking& linking, const Mention& like, std::size_t place) {
    const auto& all = linking.discourse.figures;
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        if (it->mention.span.begin >= place) continue;
        if (linking.sentence_index - it->sentence > 1) break;
        if (const auto same = in_kind_of(like, it->mention)) return same;
        if (is_pure(like) && is_pure(it->mention)) return it->mention;  // "12,000 homes", "8,000"
        // "12,000 homes a year", "8,000"
        const bool yearly = it->mention.unit.dimension == Dimension::rate && it->mention.kind == MentionKind::quantity;
        if (is_pure(like) && yearly && !it->mention.noun.empty()) {
            Mention out = it->mention;
            out.unit = {Dimension::count, "1"};
            return out;
        }
    }
    return std::nullopt;
}

// "Arrivals numbered 41,200. That was down 6.4 percent on the month to 44,017": the result, and the figure before it.
void make_result_claim(Linking& linking, const Figures& figures, std::size_t i) {
    if (i + 1 >= figures.all.size() || !is_percent_change(*figures.all[i]->mention)) return;
    const Laid& laid = linking.laid;
    const MentionAt& result = *figures.all[i + 1];
    const Gap& gap = figures.before[i + 1];
    // Only "that was", "this is" surely speak of the figure of the sentence before.
    const bool points_back = i == 0 && laid.tokens.size() > 1 &&
                             (laid.tokens[0].lower == "that" || laid.tokens[0].lower == "this") &&
                             (words::auxiliary(laid.tokens[1].lower) || laid.tokens[1].lower == "represented");
    if (!points_back || result.mention->hedge != Hedge::exact) return;
    if (!is_level(*result.mention) || !gap.has(Join::to) ||
        !gap.only({Join::to, Join::time, Join::over, Join::comma, Join::other}) || gap.others() > 3)
        return;
    if (const auto before = last_before(linking, *result.mention, figures.all[i]->mention->span.begin))
        make_claim(linking, *figures.all[i], figures.all[i]->mention->direction, *result.mention, *before);
}

// "It expects 8,000, which is 50 percent below what is needed": no base behind the size.
void make_far_base_claim(Linking& linking, const Figures& figures, std::size_t i) {
    const Laid& laid = linking.laid;
    if (i == 0 || !is_percentage(*figures.all[i]->mention) || !is_level(*figures.all[i - 1]->mention)) return;
    const MentionAt& size = *figures.all[i];
    const std::string_view verb = word_before(laid, size.first), pronoun = word_before(laid, size.first, 2);
    const std::string_view next = word_after(laid, size.last);
    const bool relative = (verb == "is" || verb == "was") && (pronoun == "which" || pronoun == "that");
    const bool down = next == "below" || next == "under" || next == "short" || next == "less" || next == "lower";
    const bool up = next == "above" || next == "over" || next == "more" || next == "higher";
    if (!relative || (!down && !up)) return;
    const Mention& to = *figures.all[i - 1]->mention;
    if (const auto before = last_before(linking, to, to.span.begin))
        make_claim(linking, size, down ? Direction::down : Direction::up, to, *before);
}

// "up 100 percent on March, when it issued none"
void make_zero_base_claim(Linking& linking, const MentionAt& size) {
    const Laid& laid = linking.laid;
    if (!is_percent_change(*size.mention)) return;
    constexpr std::size_t reach = 12;
    bool when = false;
    for (std::size_t i = size.last + 1; i < laid.tokens.size() && i <= size.last + reach; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word == "when") when = true;
        if (word == "and" || word == "but" || word == ";") return;
        if (!when || (word != "none" && word != "nothing" && word != "zero")) continue;
        Claim claim = figure_claim(linking, ClaimKind::change, size);
        add_slot(claim, change_slot(size, size.mention->direction));
        Stated nothing;
        nothing.sort = Sort::counted;
        nothing.unit = {Dimension::count, "1"};
        nothing.set = exactly(Rational(0));
        Slot from;
        from.name = "from";
        from.words = laid.tokens[i].span;
        from.candidates.emplace_back(nothing);
        add_slot(claim, std::move(from));
        linking.claims.push_back(std::move(claim));
        return;
    }
}

// "year on year", "month-over-month"
bool says_on(const Laid& laid, std::string_view unit) {
    for (std::size_t i = 0; i + 2 < laid.tokens.size(); ++i) {
        const std::string_view a = laid.tokens[i].lower, b = laid.tokens[i + 1].lower, c = laid.tokens[i + 2].lower;
        if (a == unit && b == "-" && (c == "on" || c == "over") && word_after(laid, i, 4) == unit) return true;
        if (a == unit && (b == "on" || b == "over") && c == unit) return true;
    }
    return false;
}

// "On a year-on-year basis ... in August 2024 were up 5 percent on July 2023": two months, one of them the base.
void make_month_claim(Linking& linking, const MentionAt& size, const char* step) {
    std::vector<const TimeAt*> months;
    for (const TimeAt& time : linking.times) {
        if (time.resolved.candidates.size() != 1) continue;
        const TimeExpression& expression = time.at->mention->time;
        if (expression.kind == TimeKind::calendar && expression.start.month != 0 && expression.start.day == 0)
            months.push_back(&time);
    }
    if (months.size() != 2 || months[1]->at->first < size.last) return;
    // "rose 0.4 percent in May from March": the second is what is measured from.
    const std::string_view before = word_before(linking.laid, months[1]->at->first);
    const bool from = before == "from" || before == "on" || before == "over" || words::compares(before) || before == "with";
    const bool years = (months[0]->at->mention->time.start.year == 0) == (months[1]->at->mention->time.start.year == 0);
    const bool near = months[1]->at->first <= months[0]->at->last + 3;
    if (months[0]->at->last > size.first ? !from || !years || !near : months[0]->at->mention->time.start.year == 0) return;
    Claim claim = figure_claim(linking, ClaimKind::comparison, size);
    add_slot(claim, change_slot(size, size.mention->direction));
    for (std::size_t i = 0; i < 2; ++i) {
        Slot slot;
        slot.name = i == 0 ? "period" : "base";
        slot.words = months[i]->at->mention->span;
        slot.time = months[i]->at->mention->time;
        slot.candidates.emplace_back(months[i]->resolved.candidates.front());
        add_slot(claim, std::move(slot));
    }
    claim.focus = claim.slots.back().words;
    claim.slots.push_back(role_slot(step));
    linking.claims.push_back(std::move(claim));
}

bool is_headline_figure(const Mention& mention) {
    const Dimension dimension = mention.unit.dimension;
    // "Shr 13 cts" is the first row of a table.
    const bool large = dimension == Dimension::money && mention.number.scale > 0;
    return is_value(mention) && !mention.is_range && (dimension == Dimension::percent || large) &&
           mention.number.sort != Sort::vague;
}

}  // namespace

void make_far_claims(Linking& linking, const Figures& figures) {
    for (const MentionAt* at : figures.all)
        if (is_level(*at->mention)) linking.discourse.figures.push_back({*at->mention, linking.sentence_index});
    constexpr std::size_t kept = 64;
    auto& all = linking.discourse.figures;
    if (all.size() > 2 * kept) all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(kept));
    const auto& sizes = figures.all;
    const bool moves =
        std::any_of(sizes.begin(), sizes.end(), [](const MentionAt* at) { return is_percent_change(*at->mention); });
    const bool year_on_year = moves && says_on(linking.laid, "year"), month_on_month = moves && says_on(linking.laid, "month");
    for (std::size_t i = 0; i < figures.all.size(); ++i) {
        make_result_claim(linking, figures, i);
        make_far_base_claim(linking, figures, i);
        make_zero_base_claim(linking, *figures.all[i]);
        if (year_on_year != month_on_month && is_percent_change(*figures.all[i]->mention))
            make_month_claim(linking, *figures.all[i], year_on_year ? "yearly" : "monthly");
    }
}

void make_headline_claims(Linking& linking) {
    if (linking.text.sentences.empty() || linking.text.sentences.front().region != Region::headline) return;
    const bool headline = linking.laid.sentence.region == Region::headline;
    Discourse& discourse = linking.discourse;
    if (!headline && discourse.headline_units.empty()) return;
    // Two figures or a "vs" make a row of a table, not a headline.
    const auto figures = std::count_if(linking.laid.mentions.begin(), linking.laid.mentions.end(),
                                       [](const MentionAt& at) { return is_value(*at.mention); });
    if (headline && figures != 1) return;
    for (const MentionAt& at : linking.laid.mentions) {
        const Mention& mention = *at.mention;
        if (!is_headline_figure(mention)) continue;
        if (headline)
            discourse.headline_units.push_back(mention.unit);
        else if (std::find(discourse.headline_units.begin(), discourse.headline_units.end(), mention.unit) ==
                 discourse.headline_units.end())
            continue;
        Claim claim = figure_claim(linking, ClaimKind::level, at);
        add_slot(claim, quantity_slot("value", mention));
        claim.slots.push_back(role_slot("figure"));
        if (mention.direction != Direction::none && !mention.to && !mention.from)
            claim.slots.push_back(direction_slot(mention.direction, mention.core));
        linking.claims.push_back(std::move(claim));
    }
}

}  // namespace factcheck
