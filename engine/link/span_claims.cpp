// Lengths of time beside the dates that they run between: "the first ten months, October to April", "the four-day conflict of 7
// to 12 May", "three years, from 2019 to 2021".
#include "link/figures.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include "lexicon/units.hpp"

#include <algorithm>

namespace factcheck {

namespace {

// How long, as the words say: a duration, or "the first ten months".
std::optional<Slot> length_said(const Mention& mention) {
    Slot slot;
    slot.name = "value";
    slot.words = mention.core;
    if (mention.kind == MentionKind::duration && !mention.is_range && mention.number.sort != Sort::vague && !mention.time.vague &&
        mention.hedge == Hedge::exact) {
        slot.candidates.emplace_back(stated_of(mention));
        return slot;
    }
    const TimeExpression& time = mention.time;
    if (time.kind != TimeKind::months_of || time.count == 0 || time.grain != Grain::month) return std::nullopt;
    Stated stated;
    stated.sort = Sort::counted;
    stated.unit = {Dimension::time, unit_from_code("mo").value_or(Unit{}).code};
    stated.n = stated.upper = time.count < 0 ? -time.count : time.count;
    stated.u = stated.upper_u = 1;
    stated.h = Rational(1, 2);
    stated.set = closed(stated.n - stated.h, stated.n + stated.h);
    slot.candidates.emplace_back(std::move(stated));
    return slot;
}

bool is_range(const Mention& mention) { return is_time(mention) && mention.time.kind == TimeKind::range; }

// Only small words, and at most a noun, stand between the two.
bool stand_together(const Laid& laid, std::size_t from, std::size_t to) {
    constexpr std::size_t nouns = 1;
    std::size_t others = 0;
    for (std::size_t i = from; i < to; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word == "and" || word == "or" || word == ";" || word == "after" || word == "before" || word == "until" ||
            word == "since" || words::compares(word) || words::parts_clause(word) || words::goes_up(word) ||
            words::goes_down(word))
            return false;
        const bool small = word == "," || word == "(" || word == "of" || word == "from" || words::refers(word) || word == ":";
        if (!small && laid.clause[i] != laid.clause[from]) return false;
        others += small ? 0 : 1;
    }
    return others <= nouns;
}

}  // namespace

void make_span_claims(Linking& linking) {
    const Laid& laid = linking.laid;
    const MentionAt* before = nullptr;  // the time or length that stands before
    for (const MentionAt& at : laid.mentions) {
        const MentionAt* previous = before;
        if (is_time(*at.mention) || at.mention->kind == MentionKind::duration) before = &at;
        if (previous == nullptr || before != &at || !stand_together(laid, previous->last + 1, at.first)) continue;
        const bool range_last = is_range(*at.mention);
        const MentionAt& range = range_last ? at : *previous;
        const MentionAt& length = range_last ? *previous : at;
        if (!is_range(*range.mention) || is_range(*length.mention)) continue;
        auto value = length_said(*length.mention);
        const auto time =
            std::find_if(linking.times.begin(), linking.times.end(), [&](const TimeAt& t) { return t.at == &range; });
        if (!value || time == linking.times.end()) continue;
        TimeContext context = time->context;
        if (!context.document) context.document = make_day(2001, 12, 31);  // any day: only the length counts
        const Resolved resolved = resolve(range.mention->time, context);
        if (resolved.candidates.empty()) continue;
        Claim claim = figure_claim(linking, ClaimKind::duration, length);
        add_slot(claim, std::move(*value));
        Slot span;
        span.name = "span";
        span.words = range.mention->span;
        span.candidates.emplace_back(resolved.candidates.front());
        add_slot(claim, std::move(span));
        linking.claims.push_back(std::move(claim));
    }
}

}  // namespace factcheck
