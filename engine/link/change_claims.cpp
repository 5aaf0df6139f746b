// Changes with both of their ends in the sentence: "rose 20 percent to $50 million from $45 million", "doubled to 8 from 4",
// "147.3 million against 153.7 million, a decrease of 4 percent". What is measured is not asked: the figures must agree.
#include "link/figures.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include <algorithm>

namespace factcheck {

namespace {

// The two ends of a change, by their places among the figures; `to` and `from` may be one range: "from 10 to 12 percent".
struct Ends {
    std::size_t to = 0;
    std::size_t from = 0;
    Mention late;
    Mention early;
    [[nodiscard]] std::size_t first() const { return std::min(to, from); }
    [[nodiscard]] std::size_t last() const { return std::max(to, from); }
};

bool is_level(const Mention& mention) {
    return mention.kind != MentionKind::multiple && mention.kind != MentionKind::ratio &&
           mention.unit.dimension != Dimension::points;
}

bool is_size_of_change(const Mention& mention) {
    return !mention.to && !mention.from && !mention.is_range &&
           (mention.direction != Direction::none || mention.kind == MentionKind::multiple);
}

// A list of figures or a score stands for no change.
bool joins_ends(const Gap& gap, Join join) {
    return gap.has(join) && gap.only({join, Join::moves, Join::comma, Join::time, Join::of, Join::to, Join::opens}) &&
           std::count(gap.joins.begin(), gap.joins.end(), join) == 1;
}

// What a range of two ends says, each by itself.
Mention end_of_range(const Mention& range, bool upper) {
    Mention out = range;
    out.is_range = false;
    if (upper) out.number = range.upper;
    return out;
}

// "rose from 10 to 12 percent": one mention holds both ends, in their order.
std::optional<Ends> ends_of_range(const Laid& laid, const Figures& figures, std::size_t i) {
    const Mention& mention = *figures.all[i]->mention;
    if (!mention.is_range || !is_level(mention) || mention.number.sort == Sort::vague) return std::nullopt;
    const std::string_view first = laid.tokens[figures.all[i]->first].lower;
    if (first != "from" && word_before(laid, figures.all[i]->first) != "from") return std::nullopt;
    return Ends{i, i, end_of_range(mention, true), end_of_range(mention, false)};
}

std::optional<Ends> ends_at(const Laid& laid, const Figures& figures, std::size_t i, std::size_t j) {
    const Mention& a = *figures.all[i]->mention;
    const Mention& b = *figures.all[j]->mention;
    if (a.is_range || b.is_range || !is_level(a) || !is_level(b)) return std::nullopt;
    const Gap& gap = figures.before[j];
    const bool back = joins_ends(gap, Join::from) || joins_ends(gap, Join::against);
    const bool forth = word_before(laid, figures.all[i]->first) == "from" &&
                       gap.only({Join::to, Join::time, Join::comma, Join::of}) && gap.has(Join::to);
    if (back == forth) return std::nullopt;
    const auto poor = in_kind_of(a, b);
    const auto rich = poor ? std::optional(a) : in_kind_of(b, a);
    const Mention first = poor ? a : rich ? *rich : a;
    const Mention second = poor ? *poor : b;
    if (!(first.unit == second.unit)) return std::nullopt;
    return back ? Ends{i, j, first, second} : Ends{j, i, second, first};
}

std::vector<Ends> ends_in(const Laid& laid, const Figures& figures) {
    std::vector<Ends> out;
    for (std::size_t i = 0; i < figures.all.size(); ++i) {
        if (const auto range = ends_of_range(laid, figures, i)) {
            out.push_back(*range);
            continue;
        }
        if (i + 1 < figures.all.size() && !is_size_of_change(*figures.all[i]->mention))
            if (const auto pair = ends_at(laid, figures, i, i + 1)) out.push_back(*pair);
        // "45.3 million, up 20 percent from 37.7 million"
        if (i + 2 < figures.all.size() && is_size_of_change(*figures.all[i + 1]->mention) &&
            figures.before[i + 1].only({Join::comma, Join::moves, Join::opens, Join::time, Join::of, Join::by}))
            if (const auto pair = ends_at(laid, figures, i, i + 2)) out.push_back(*pair);
    }
    return out;
}

// Whether the figure at `i` is the size of the change between the ends.
bool is_size_of(const Figures& figures, const Ends& ends, std::size_t i) {
    const Mention& size = *figures.all[i]->mention;
    if (i == ends.to || i == ends.from) return false;
    if (i < ends.first()) {  // "rose 20 percent to", "rose 4 million, or 10 percent, to"
        const Gap& gap = figures.before[i + 1];
        if (i + 1 == ends.first())
            return is_size_of_change(size) && gap.only({Join::to, Join::from, Join::comma, Join::time, Join::closes}) &&
                   (gap.has(Join::to) || gap.has(Join::from) || ends.to == ends.from);
        return i + 2 == ends.first() && is_size_of_change(size) && gap.only({Join::comma, Join::alternative, Join::opens}) &&
               is_size_of(figures, ends, i + 1);
    }
    if (i > ends.first() && i < ends.last()) return is_size_of_change(size);
    const Gap& gap = figures.before[i];
    if (i != ends.last() + 1 || !is_size_of_change(size)) return false;
    return gap.only({Join::comma, Join::moves, Join::opens, Join::of, Join::by, Join::time, Join::alternative, Join::other}) &&
           gap.others() <= 1 && (gap.has(Join::comma) || gap.has(Join::opens)) && !figures.after.has(Join::from);
}

void turn_down(Stated& stated) {
    if (stated.direction != Direction::down || stated.n < 0 || stated.sort == Sort::multiple) return;
    stated.n = -stated.n;
    stated.upper = -stated.upper;
    stated.set = negated(stated.set);
}

Slot direction_slot(Direction direction, Span words) {
    Slot slot;
    slot.name = "direction";
    slot.words = words;
    slot.candidates.emplace_back(direction);
    return slot;
}

void make_claim(Linking& linking, const Figures& figures, const Ends& ends, const MentionAt& size) {
    (void)figures;
    Claim claim = figure_claim(linking, ClaimKind::change, size);
    Slot value;
    value.name = "value";
    value.words = size.mention->span;
    Stated stated = stated_of(*size.mention);
    turn_down(stated);
    value.candidates.emplace_back(std::move(stated));
    claim.slots.push_back(std::move(value));
    if (size.mention->direction != Direction::none) add_slot(claim, direction_slot(size.mention->direction, size.mention->span));
    add_slot(claim, quantity_slot("from", ends.early));
    add_slot(claim, quantity_slot("to", ends.late));
    linking.claims.push_back(std::move(claim));
}

// "fell to 17.3 percent from 15.1": no size is given, the direction is.
void make_direction_claim(Linking& linking, const Figures& figures, const Ends& ends) {
    const Laid& laid = linking.laid;
    const MentionAt& first = *figures.all[ends.first()];
    constexpr std::size_t reach = 4;
    for (std::size_t back = 1; back <= reach && back <= first.first; ++back) {
        const std::size_t at = first.first - back;
        const std::string& word = laid.tokens[at].lower;
        const bool up = words::goes_up(word), down = words::goes_down(word);
        if (up || down) {
            Claim claim = figure_claim(linking, ClaimKind::change, first);
            claim.focus = laid.tokens[at].span;
            claim.slots.push_back(direction_slot(up ? Direction::up : Direction::down, laid.tokens[at].span));
            claim.span = hull(claim.span, claim.focus);
            add_slot(claim, quantity_slot("from", ends.early));
            add_slot(claim, quantity_slot("to", ends.late));
            linking.claims.push_back(std::move(claim));
            return;
        }
        if (!words::refers(word) && word != "to" && word != "from" && word != "slightly" && word != "sharply") return;
    }
}

}  // namespace

void make_change_claims(Linking& linking) {
    const Figures figures = figures_of(linking.laid);
    if (figures.all.empty()) return;
    for (const Ends& ends : ends_in(linking.laid, figures)) {
        bool sized = false;
        const std::size_t past = std::min(ends.last() + 2, figures.all.size());
        for (std::size_t i = ends.first() >= 2 ? ends.first() - 2 : 0; i < past; ++i) {
            if (!is_size_of(figures, ends, i)) continue;
            make_claim(linking, figures, ends, *figures.all[i]);
            sized = true;
        }
        if (!sized) make_direction_claim(linking, figures, ends);
    }
}

}  // namespace factcheck
