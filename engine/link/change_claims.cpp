// Changes with both of their ends in the sentence: "rose 20 percent to $50 million from $45 million", "doubled to 8 from 4",
// "147.3 million against 153.7 million, a decrease of 4 percent". What is measured is not asked: the figures must agree.
#include "link/ends.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

bool is_size_of_change(const Mention& mention) {
    return !mention.to && !mention.from && !mention.is_range &&
           (mention.direction != Direction::none || mention.kind == MentionKind::multiple);
}

namespace {

using namespace std::string_view_literals;

bool is_level(const Mention& mention) {
    return mention.kind != MentionKind::multiple && mention.kind != MentionKind::ratio &&
           mention.unit.dimension != Dimension::points;
}

// "down from a gain of 6 million": another measure than the loss that stands before.
constexpr std::array results{"gain"sv,    "gains"sv,   "loss"sv,    "losses"sv, "profit"sv,
                             "profits"sv, "surplus"sv, "deficit"sv, "revised"sv};

// Nouns that the grammar left behind a figure: "18.2 million | ton miles", "4.80 | revenue passenger miles".
std::size_t trailing_nouns(const Laid& laid, const Gap& gap) {
    constexpr std::size_t most = 3;
    std::size_t count = 0;
    while (count < most && count < gap.joins.size() && gap.joins[count] == Join::other) ++count;
    for (std::size_t i = gap.first; i < gap.past && i < gap.first + count; ++i) {
        const Token& token = laid.tokens[i];
        if (token.kind == TokenKind::punctuation || token.capital || words::auxiliary(token.lower) ||
            words::past_verb(token.lower) || words::present_verb(token.lower) || words::preposition(token.lower) ||
            words::refers(token.lower) || token.lower.ends_with("ly") || token.lower.ends_with("ed") ||
            token.lower.ends_with("ing"))
            return 0;
    }
    return count;
}

// Whether a figure is joined to the one before as the level that it is measured from; a list of figures or a score is not. "From
// a year earlier, 258 trucks": the time was what is measured from.
bool joins_ends(const Laid& laid, const Gap& gap, Join join) {
    Gap rest = gap;
    const std::size_t nouns = join == Join::from ? trailing_nouns(laid, gap) : 0;
    rest.joins.erase(rest.joins.begin(), rest.joins.begin() + static_cast<std::ptrdiff_t>(nouns));
    if (!rest.only({join, Join::moves, Join::comma, Join::time, Join::of, Join::to})) return false;
    const auto at = std::find(rest.joins.begin(), rest.joins.end(), join);
    if (at == rest.joins.end() || std::count(at, rest.joins.end(), join) != 1 ||
        std::find(at, rest.joins.end(), Join::comma) != rest.joins.end())
        return false;
    for (std::size_t i = gap.first; i < gap.past; ++i) {
        const std::string& word = laid.tokens[i].lower;
        // "From a revised 142": the figure as it stands now.
        const bool adjective = word == "revised" && i + 1 == gap.past;
        if (!adjective && std::find(results.begin(), results.end(), word) != results.end()) return false;
    }
    return true;
}

// "15 percent more than a year earlier, when 300 were sold", "when it sold 300": the level that it is measured from.
bool leads_back_by_when(const Laid& laid, const Gap& gap) {
    constexpr std::size_t longest = 4;
    std::size_t when = gap.past;
    for (std::size_t i = gap.first; i < gap.past; ++i) {
        if (laid.tokens[i].lower == "when") when = i;
        if (laid.tokens[i].lower == "and" || laid.tokens[i].lower == ";") return false;
    }
    return when != gap.past && gap.past - when <= longest && gap.has(Join::time) && (gap.has(Join::than) || gap.has(Join::over));
}

// "1,240 workers at the end of 2023 and 1,116 a year later, 15 percent fewer": two times, and the later figure last.
bool follows_in_time(const Laid& laid, const MentionAt& second, const Gap& gap) {
    if (!gap.only({Join::conjunction, Join::time, Join::other}) || gap.others() > 1 || gap.joins.empty() ||
        gap.joins.back() != Join::conjunction || !gap.has(Join::time))
        return false;
    for (std::size_t i = second.last + 1; i < laid.tokens.size() && i <= second.last + 4; ++i)
        if (laid.tokens[i].lower == "later") return true;
    return false;
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
    if (looks_like_a_year(end_of_range(mention, false).number)) return std::nullopt;
    const std::string_view first = laid.tokens[figures.all[i]->first].lower;
    const std::size_t from =
        first == "from" ? figures.all[i]->first : figures.all[i]->first - (figures.all[i]->first > 0 ? 1 : 0);
    if (laid.tokens[from].lower != "from") return std::nullopt;
    // "1.9 million tonnes, down from 2.4 to 2.7 million": the range is the base.
    if (i > 0 && (word_before(laid, from) == "down" || word_before(laid, from) == "up")) return std::nullopt;
    return Ends{i, i, end_of_range(mention, true), end_of_range(mention, false), false};
}

std::optional<Ends> ends_at(const Laid& laid, const Figures& figures, std::size_t i, std::size_t j) {
    const Mention& a = *figures.all[i]->mention;
    const Mention& b = *figures.all[j]->mention;
    if (a.is_range || b.is_range || !is_level(a) || !is_level(b) || is_size_of_change(a) || is_size_of_change(b))
        return std::nullopt;
    // "16 ringgit per tonne from 38": what it is per need not be said twice.
    const bool rate = is_rate(laid, *figures.all[i]), bare = b.kind == MentionKind::number && b.number.scale == 0;
    if (rate != is_rate(laid, *figures.all[j]) && !(rate && bare)) return std::nullopt;
    const Gap& gap = figures.before[j];
    const bool sized = j == i + 2;  // "6 percent more than", "a rise of 6 percent over"
    const bool against = !sized && joins_ends(laid, gap, Join::against);
    const bool back =
        against || joins_ends(laid, gap, Join::from) ||
        (sized && (joins_ends(laid, gap, Join::than) || joins_ends(laid, gap, Join::over) || leads_back_by_when(laid, gap)));
    const bool forth = (word_before(laid, figures.all[i]->first) == "from" &&
                        gap.only({Join::to, Join::time, Join::comma, Join::of}) && gap.has(Join::to)) ||
                       (!sized && follows_in_time(laid, *figures.all[j], gap));
    if (back == forth) return std::nullopt;
    const auto poor = in_kind_of(a, b);
    const auto rich = poor ? std::optional(a) : in_kind_of(b, a);
    const Mention first = poor ? a : rich ? *rich : a;
    const Mention second = poor ? *poor : b;
    if (!(first.unit == second.unit)) return std::nullopt;
    return back ? Ends{i, j, first, second, against} : Ends{j, i, second, first, false};
}

// ", up 20 percent", ", the board said, a rise of 20 percent": the size stands behind a comma, and nothing new is brought up
// before it.
bool stands_apart(const Laid& laid, const Gap& gap) {
    std::size_t mark = gap.past;
    while (mark > gap.first && laid.tokens[mark - 1].lower != "," && laid.tokens[mark - 1].lower != "(") --mark;
    if (mark == gap.first) return gap.only({Join::moves, Join::time, Join::of, Join::by});
    for (std::size_t i = mark; i < gap.past; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (!words::refers(word) && !words::goes_up(word) && !words::goes_down(word) && word != "of" && word != "by")
            return false;
    }
    for (std::size_t i = gap.first; i + 1 < mark; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word == "and" || word == ";" || words::compares(word) || words::parts_clause(word)) return false;
    }
    return true;
}

}  // namespace

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
            stands_apart(laid, figures.before[i + 1]))
            if (const auto pair = ends_at(laid, figures, i, i + 2)) out.push_back(*pair);
    }
    return out;
}

bool is_size_of(const Figures& figures, const Ends& ends, std::size_t i) {
    const Mention& size = *figures.all[i]->mention;
    if (i == ends.to || i == ends.from) return false;
    if (i < ends.first() && ends.against) return false;
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

namespace {

// "rose by a third", "a quarter more": a share of what it was, as a percentage is.
void share_in_percent(Stated& stated) {
    if (stated.sort != Sort::fraction || stated.unit.dimension != Dimension::number) return;
    const Rational percent(100);
    for (Rational* number : {&stated.n, &stated.upper, &stated.u, &stated.upper_u, &stated.h}) *number *= percent;
    stated.set = scaled(stated.set, percent);
    stated.unit = {Dimension::percent, "%"};
}

}  // namespace

Claim change_claim(const Linking& linking, const MentionAt& size, Direction direction, const Mention& late,
                   const Mention& early) {
    Claim claim = figure_claim(linking, ClaimKind::change, size);
    Slot value;
    value.name = "value";
    value.words = size.mention->span;
    Stated stated = stated_of(*size.mention);
    share_in_percent(stated);
    turn_down(stated, direction);
    value.candidates.emplace_back(std::move(stated));
    claim.slots.push_back(std::move(value));
    if (direction != Direction::none) add_slot(claim, direction_slot(direction, size.mention->span));
    for (const auto& [name, end] : {std::pair{"from", &early}, std::pair{"to", &late}}) {
        Slot slot = quantity_slot(name, *end);
        if (linking.laid.sentence.span.contains(end->span)) {
            add_slot(claim, std::move(slot));
        } else {
            slot.origin = Origin::earlier_sentence;
            claim.slots.push_back(std::move(slot));
        }
    }
    return claim;
}

namespace {

void make_claim(Linking& linking, const Ends& ends, const MentionAt& size) {
    linking.claims.push_back(change_claim(linking, size, size.mention->direction, ends.late, ends.early));
}

constexpr std::size_t moves_reach = 6;

// Nouns and comparatives ("a rise", "more") may stand for what rose, and for how much.
bool is_verb_of_change(std::string_view word) {
    return (words::goes_up(word) || words::goes_down(word)) &&
           (word.ends_with("ed") || word == "rose" || word == "fell" || word == "grew" || word == "slid" || word == "sank" ||
            word == "shrank" || word == "cut" || word == "risen" || word == "fallen");
}

// "Will fall to", "a profit fall to", "was down to", "edged up to": right before "to" any word of change governs it; "up to" may
// be a limit where a preposition stands before it.
bool leads_to(const Laid& laid, std::size_t at) {
    const std::string& word = laid.tokens[at].lower;
    if (word_after(laid, at) != "to" || (!words::goes_up(word) && !words::goes_down(word))) return false;
    if (word == "up") return !words::preposition(word_before(laid, at));
    // "Reduce income growth to 1 percent": another word says which way.
    constexpr std::size_t reach = 8;
    for (std::size_t back = 1; back <= reach && back <= at && laid.clause[at - back] == laid.clause[at]; ++back) {
        const std::string_view other = word_before(laid, at, back);
        if (words::goes_up(word) ? words::goes_down(other) : words::goes_up(other)) return false;
    }
    return word != "growth";
}

// "went up", "came down"
bool goes_that_way(const Laid& laid, std::size_t at) {
    const std::string& word = laid.tokens[at].lower;
    const std::string_view verb = word_before(laid, at);
    return (word == "up" || word == "down") && (verb == "went" || verb == "came" || verb == "moved" || verb == "gone");
}

// The word of change that governs the ends: just before them, or the verb of the clause that they explain: "grew markedly: they
// went from 42 to 40".
std::optional<std::size_t> move_before(const Laid& laid, const MentionAt& first) {
    bool explained = false;
    for (std::size_t at = first.first; at-- > 0;) {
        const std::string& word = laid.tokens[at].lower;
        if (is_verb_of_change(word) || goes_that_way(laid, at) || leads_to(laid, at)) return at;
        if (word == ":" && !explained) {
            explained = true;
            continue;
        }
        const std::size_t distance = first.first - at;
        const bool plain = words::refers(word) || word == "to" || word == "from" || word == "they" || word == "it" ||
                           word == "went" || word == "came" || word == "go" || (word.size() > 4 && word.ends_with("ly"));
        if (!plain || distance > moves_reach) return std::nullopt;
    }
    return std::nullopt;
}

// "fell to 17.3 percent from 15.1": no size is given, the direction is.
void make_direction_claim(Linking& linking, const Figures& figures, const Ends& ends) {
    const Laid& laid = linking.laid;
    MentionAt first = *figures.all[ends.first()];
    if (ends.against) return;
    // "Up to 41 percent ... from 100": "up" is how it moved, and no hedge.
    Mention late = ends.late;
    if (late.hedge == Hedge::up_to && laid.tokens[first.first].lower == "up") {
        late.hedge = Hedge::exact;
        first.first += 2;
    }
    const auto at = move_before(laid, first);
    if (!at) return;
    const bool up = words::goes_up(laid.tokens[*at].lower);
    Claim claim = figure_claim(linking, ClaimKind::change, first);
    claim.focus = laid.tokens[*at].span;
    claim.slots.push_back(direction_slot(up ? Direction::up : Direction::down, claim.focus));
    claim.span = hull(claim.span, claim.focus);
    add_slot(claim, quantity_slot("from", ends.early));
    add_slot(claim, quantity_slot("to", late));
    linking.claims.push_back(std::move(claim));
}

}  // namespace

void make_change_claims(Linking& linking, const Figures& figures) {
    const std::vector<Ends> all = ends_in(linking.laid, figures);
    if (all.empty()) return;
    const bool quotes = quotes_a_currency(linking.laid), split = speaks_of_a_split(linking.laid);
    for (const Ends& ends : all) {
        if (quotes && ends.late.number.scale == 0 && ends.early.number.scale == 0 &&
            ends.late.unit.dimension != Dimension::percent)
            continue;
        if (split && ends.late.number.scale == 0 && ends.late.unit.dimension != Dimension::percent) continue;
        const std::size_t past = std::min(ends.last() + 2, figures.all.size());
        for (std::size_t i = ends.first() >= 2 ? ends.first() - 2 : 0; i < past; ++i) {
            if (!is_size_of(figures, ends, i)) continue;
            make_claim(linking, ends, *figures.all[i]);
        }
        make_direction_claim(linking, figures, ends);
    }
}

}  // namespace factcheck
