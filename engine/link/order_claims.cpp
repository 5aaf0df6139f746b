// Which of two figures is the larger, as the words say: "40 boats, more than the 45 of last year", "3.42 metres, the highest
// since June 2013, when it was 3.18 metres".
#include "link/figures.hpp"
#include "link/words.hpp"

#include <algorithm>

namespace factcheck {

namespace {

bool is_amount(const Mention& mention) { return is_single_amount(mention) && mention.direction == Direction::none; }

void make_claim(Linking& linking, const MentionAt& value, const Mention& other, Direction direction, Span words) {
    Claim claim = figure_claim(linking, ClaimKind::comparison, value);
    add_slot(claim, quantity_slot("value", *value.mention));
    add_slot(claim, quantity_slot("other", other));
    add_slot(claim, direction_slot(direction, words));
    linking.claims.push_back(std::move(claim));
}

// "more than the", "ahead of Poland, with"
Direction comparative(const Laid& laid, const Gap& gap, Span& words) {
    constexpr std::size_t nouns = 3;
    if (!gap.only({Join::comma, Join::moves, Join::than, Join::of, Join::time, Join::other}) || gap.others() > nouns)
        return Direction::none;
    for (std::size_t i = gap.first; i + 1 < gap.past; ++i) {
        const std::string_view word = laid.tokens[i].lower, next = laid.tokens[i + 1].lower;
        const bool first = i == gap.first || (laid.tokens[gap.first].lower == "," && i == gap.first + 1);
        if (!first || next != "than") continue;
        words = hull(laid.tokens[i].span, laid.tokens[i + 1].span);
        if (word == "more" || word == "higher" || word == "greater" || word == "larger" || word == "bigger") return Direction::up;
        if (word == "less" || word == "fewer" || word == "lower" || word == "smaller") return Direction::down;
    }
    return Direction::none;
}

// "ahead of Poland, with", "followed by Poland with": what comes next in an order is not the larger.
Direction ranked(const Laid& laid, const Gap& gap, Span& words) {
    constexpr std::size_t longest = 9;
    if (gap.past - gap.first > longest || gap.past - gap.first < 3) return Direction::none;
    std::size_t i = gap.first;
    if (laid.tokens[i].lower == ",") ++i;
    const std::string_view word = laid.tokens[i].lower, next = laid.tokens[i + 1].lower;
    const bool ahead = word == "ahead" && next == "of", followed = word == "followed" && next == "by";
    const bool behind = word == "behind" && laid.tokens[i + 1].capital;
    const std::string_view last = laid.tokens[gap.past - 1].lower;
    if ((!ahead && !followed && !behind) || (last != "with" && last != "at" && last != "on" && last != ","))
        return Direction::none;
    for (std::size_t k = i + 2; k < gap.past; ++k)
        if (words::auxiliary(laid.tokens[k].lower) || words::past_verb(laid.tokens[k].lower)) return Direction::none;
    words = behind ? laid.tokens[i].span : hull(laid.tokens[i].span, laid.tokens[i + 1].span);
    return behind ? Direction::down : Direction::up;
}

// "the highest since June 2013, when it was": a superlative, "since", a time and "when", in this order.
Direction record(const Laid& laid, const Gap& gap, Span& words) {
    static constexpr std::array highest{std::string_view("highest"), std::string_view("largest"), std::string_view("biggest"),
                                        std::string_view("fastest"), std::string_view("most"),    std::string_view("strongest")};
    static constexpr std::array lowest{std::string_view("lowest"), std::string_view("smallest"), std::string_view("slowest"),
                                       std::string_view("fewest"), std::string_view("weakest")};
    const auto holds = [](const auto& list, std::string_view word) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    Direction direction = Direction::none;
    int stage = 0;
    for (std::size_t i = gap.first; i < gap.past; ++i) {
        const std::string_view word = laid.tokens[i].lower;
        if (stage == 0 && (holds(highest, word) || holds(lowest, word))) {
            direction = holds(highest, word) ? Direction::up : Direction::down;
            words = laid.tokens[i].span;
            stage = 1;
        } else if (stage == 1 && word == "since") {
            stage = 2;
        } else if (stage == 2 && word == "when") {
            stage = 3;
        } else if (word == "and" || word == "but" || word == ";") {
            return Direction::none;
        }
    }
    return stage == 3 ? direction : Direction::none;
}

}  // namespace

void make_order_claims(Linking& linking, const Figures& figures) {
    for (std::size_t i = 0; i + 1 < figures.all.size(); ++i) {
        const MentionAt& value = *figures.all[i];
        const auto other = in_kind_of(*value.mention, *figures.all[i + 1]->mention);
        if (!other || !is_amount(*other) || value.mention->is_range || is_rate(linking.laid, value)) continue;
        Span words;
        if (const Direction direction = record(linking.laid, figures.before[i + 1], words); direction != Direction::none) {
            // What came before the record held it: the value does not reach it.
            make_claim(linking, value, *other, direction == Direction::up ? Direction::down : Direction::up, words);
            linking.claims.back().slots.back().note = "record";
        } else if (!is_amount(*value.mention)) {
            continue;
        } else if (const Direction order = comparative(linking.laid, figures.before[i + 1], words); order != Direction::none) {
            make_claim(linking, value, *other, order, words);
        } else if (const Direction place = ranked(linking.laid, figures.before[i + 1], words); place != Direction::none) {
            make_claim(linking, value, *other, place, words);
        }
    }
}

}  // namespace factcheck
