// The relation of docs/semantics.md, section "Verdicts": first whether C and E share values, then how far a miss misses.
#include "judge/relate.hpp"

#include <algorithm>
#include <vector>

namespace factcheck {

namespace {

const Rational half(1, 2);
const Rational one_percent(1, 100);
const Rational three_percent(3, 100);
const Rational one_and_a_half(3, 2);

Relation settled(Verdict verdict) { return {verdict, Reason::none, false, false}; }
Relation open(Reason reason) { return {Verdict::unverifiable, reason, false, false}; }

bool is_open(const Known& evidence) {
    return evidence.is_range || evidence.open_assumed || !evidence.set.low || !evidence.set.high;
}

bool is_bound(Hedge hedge) { return hedge != Hedge::exact && hedge != Hedge::about; }

// The end of the claim that the evidence is measured against: a range is missed at its nearer end.
const Rational& nearest(const Stated& claim, const Rational& e) {
    return absolute(claim.n - e) <= absolute(claim.upper - e) ? claim.n : claim.upper;
}

// Half is a threshold by itself where it is written as a fraction: "more than half" is said of 50 to 100 %.
std::vector<Rational> thresholds_of(const Stated& claim, const RelateOptions& options) {
    std::vector<Rational> out(options.thresholds.begin(), options.thresholds.end());
    if (claim.sort == Sort::fraction && claim.unit.dimension == Dimension::number) out.push_back(half);
    return out;
}

bool strictly_between(const Rational& value, const Rational& a, const Rational& b) {
    return (a < value && value < b) || (b < value && value < a);
}

bool crosses(const Stated& claim, const Rational& e, const RelateOptions& options) {
    const Rational& n = nearest(claim, e);
    if (strictly_between(0, n, e)) return true;
    const std::vector<Rational> thresholds = thresholds_of(claim, options);
    return std::any_of(thresholds.begin(), thresholds.end(), [&](const Rational& t) { return strictly_between(t, n, e); });
}

// --- true as worded, but past what it implies

// "Under 1 percent", "over 10", "over 100": marks that are named for their own sake, as is one unit of time.
bool is_landmark(const Stated& claim, const Rational& n, const RelateOptions& options) {
    const std::vector<Rational> thresholds = thresholds_of(claim, options);
    if (std::find(thresholds.begin(), thresholds.end(), n) != thresholds.end()) return true;
    if (claim.unit.dimension == Dimension::time) return n == 1;
    const Rational size = absolute(n);
    const bool under = claim.hedge == Hedge::under;
    return under && ((size == 1 && claim.unit.dimension == Dimension::percent) || size == 10 || size == 100);
}

// "Over 3" of 5.4. Sizes are compared, so "down by more than 3" of a fall by 5.4 likewise; a fall is a factor below 1.
bool is_past_bound(const Stated& claim, const Known& evidence, const RelateOptions& options) {
    if (claim.hedge != Hedge::over && claim.hedge != Hedge::under) return false;
    Interval said = claim.set;
    Interval known = evidence.set;
    if (claim.reduction) {
        for (Interval* set : {&said, &known}) {
            *set = negated(*set);
            if (set->low) set->low->value += 1;
            if (set->high) set->high->value += 1;
        }
    }
    if (claim.n < 0) {
        said = negated(said);
        known = negated(known);
    }
    const bool over = claim.hedge == Hedge::over;
    const std::optional<Bound>& end = over ? said.low : said.high;
    if (!end || end->value <= 0 || is_landmark(claim, nearest(claim, evidence.e), options)) return false;
    if (over) return known.low && known.low->value >= end->value * one_and_a_half;
    return known.high && known.high->value <= end->value / one_and_a_half;
}

// Up to twice the top of "dozens"; "flat" holds zero and reaches to both sides.
bool is_past_vague(const Stated& claim, const Known& evidence) {
    if (claim.sort != Sort::vague || is_bound(claim.hedge) || !claim.set.high || !claim.set.low) return false;
    const Interval twice = scaled(claim.set, 2);
    Interval reach{claim.set.high, twice.high};
    if (contains(claim.set, 0)) reach.low = twice.low;
    if (reach.low) reach.low->closed = true;
    if (reach.high) reach.high->closed = true;
    return within(evidence.set, reach);
}

// --- near misses

// Vague words have none, unless they are a bound: "more than a dozen" is missed by twelve as "over 70" is by 70.
bool has_near_miss(const Stated& claim) {
    if (claim.unit.dimension == Dimension::time || claim.sort == Sort::one_in) return false;
    return claim.sort != Sort::vague || is_bound(claim.hedge);
}

bool is_round_count(const Stated& claim) {
    return claim.sort == Sort::counted && claim.n != 0 && denominator(Rational(claim.n / 100)) == 1;
}

Interval widened(const Interval& set, const Rational& low_by, const Rational& high_by) {
    Interval out = set;
    if (out.low) out.low->value -= low_by;
    if (out.high) out.high->value += high_by;
    return out;
}

Interval around(const Rational& n, const Rational& r) { return {Bound{n - r, false}, Bound{n + r, false}}; }

// A bound moved by 1 %, and n itself.
Interval moved_bounds(const Stated& claim, const Rational& near) {
    Interval out = claim.set;
    const auto by = [&](const Bound& bound) { return Rational(absolute(bound.value) * one_percent * near); };
    if (out.low) out.low->value -= by(*out.low);
    if (out.high) out.high->value += by(*out.high);
    return near > 0 ? hull(out, exactly(claim.n)) : out;
}

// r of an unhedged value: twice h, but no more than a quarter of n, and at least half a unit of the last place. An exact count
// has no width and so no near miss.
Rational reach_of(const Stated& claim) {
    if (claim.sort == Sort::fraction || claim.sort == Sort::multiple) return 2 * claim.h;
    if (claim.capped) return claim.u / 2;
    return std::min(Rational(2 * claim.h), std::max(Rational(claim.u / 2), Rational(absolute(claim.n) / 4)));
}

// Does the evidence meet what a careless writer could have meant?
bool is_near(const Stated& claim, const Known& evidence, const Rational& near) {
    if (!has_near_miss(claim)) return false;
    if (is_bound(claim.hedge)) return meets(evidence.set, moved_bounds(claim, near));
    if (claim.range) return meets(evidence.set, widened(claim.set, claim.u / 2 * near, claim.upper_u / 2 * near));
    if (claim.hedge == Hedge::about && claim.set.low)
        return meets(evidence.set, around(claim.n, (claim.n - claim.set.low->value) * 2 * near));
    if (is_round_count(claim)) {
        const Rational r = absolute(claim.n) * three_percent * near;
        if (meets(evidence.set, closed(claim.n - r, claim.n + r))) return true;
    }
    return meets(evidence.set, around(claim.n, reach_of(claim) * near));
}

// --- the relation

// "27 died" of a reported "at least 27": the words that say so were left out.
bool drops_at_least(const Stated& claim, const Known& evidence) {
    return evidence.open_assumed && claim.hedge == Hedge::exact && !claim.range && evidence.set.low &&
           contains(claim.set, evidence.set.low->value);
}

Relation overlapping(const Stated& claim, const Known& evidence) {
    if (drops_at_least(claim, evidence)) return settled(Verdict::imprecise);
    if (is_open(evidence)) return open(Reason::open_evidence);
    Relation out = settled(Verdict::imprecise);
    out.finer_than_evidence = within(claim.set, evidence.set);
    if (out.finer_than_evidence || contains(claim.set, evidence.e)) out.verdict = Verdict::supported;
    return out;
}

Relation apart(const Stated& claim, const Known& evidence, const RelateOptions& options) {
    if (is_past_vague(claim, evidence)) return settled(Verdict::misleading);
    if (!crosses(claim, evidence.e, options) && is_near(claim, evidence, options.near)) return settled(Verdict::imprecise);
    Relation out = settled(Verdict::contradicted);
    const Rational& n = nearest(claim, evidence.e);
    out.check_reading = absolute(n - evidence.e) * 2 > std::max(absolute(n), absolute(evidence.e));
    return out;
}

}  // namespace

Relation relate(const Stated& claim, const Known& evidence, const RelateOptions& options) {
    if (claim.too_large) return open(Reason::too_large);
    if (is_empty(claim.set)) return open(Reason::ambiguous);
    if (is_empty(evidence.set)) return open(Reason::open_evidence);
    if (within(evidence.set, claim.set))
        return settled(is_past_bound(claim, evidence, options) ? Verdict::misleading : Verdict::supported);
    return meets(claim.set, evidence.set) ? overlapping(claim, evidence) : apart(claim, evidence, options);
}

Relation relate_periods(long claimed_first, long claimed_last, long known_first, long known_last, bool claimed_is_day) {
    if (claimed_first <= known_first && known_last <= claimed_last) return settled(Verdict::supported);
    const bool apart = claimed_last < known_first || known_last < claimed_first;
    if (!apart) {
        // A day within what is known of it: the claim is the finer one. A straddle is decided by which source is right.
        if (known_first > claimed_first || claimed_last > known_last) return open(Reason::open_evidence);
        Relation out = settled(Verdict::supported);
        out.finer_than_evidence = true;
        return out;
    }
    // One day off with no time zone known. What is known only by the week or the month has no first day to be near to.
    const long gap = claimed_last < known_first ? known_first - claimed_last : claimed_first - known_last;
    const bool known_to_days = known_last - known_first < 6;
    return settled(claimed_is_day && gap == 1 && known_to_days ? Verdict::imprecise : Verdict::contradicted);
}

}  // namespace factcheck
