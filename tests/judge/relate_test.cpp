// The relation of claim and evidence: tests/corpus/relation.yaml row by row, and the laws that hold between rows.
#include "judge/relate.hpp"

#include "link/stated.hpp"
#include "model/period.hpp"
#include "support/law.hpp"
#include "support/quantities.hpp"
#include "support/source.hpp"

#include <map>
#include <set>
#include <tuple>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

YAML::Node corpus(const char* name) { return YAML::LoadFile(testing::source("/tests/corpus/") + name); }

std::map<std::string, Stated> stated_by_words() {
    std::map<std::string, Stated> out;
    for (const auto& group : corpus("stated.yaml"))
        for (const YAML::Node& row : group.second) out.emplace(row["say"].as<std::string>(), stated_of(mention_from(row)));
    return out;
}

// As linking does with the value of a change.
Stated turned_down(Stated stated) {
    stated.n = -stated.n;
    stated.upper = -stated.upper;
    stated.set = negated(stated.set);
    return stated;
}

Rational middle(const Interval& set) {
    return !set.low ? set.high->value : !set.high ? set.low->value : Rational((set.low->value + set.high->value) / 2);
}

Known evidence_from(const YAML::Node& row, Unit unit) {
    if (row["printed"]) return printed_figure(row["printed"].as<std::string>(), unit);
    Known out;
    out.unit = unit;
    if (row["exactly"]) {
        out.e = *rational_from(row["exactly"].as<std::string>());
        out.set = exactly(out.e);
        out.counted = true;
    } else if (row["minimum"]) {
        out.e = *rational_from(row["minimum"].as<std::string>());
        out.set = closed(out.e, out.e * Rational(3, 2));
        out.counted = out.open_assumed = true;
    } else {
        out.is_range = static_cast<bool>(row["sources"]);
        out.set = set_from(row[out.is_range ? "sources" : "computed"].as<std::string>());
        out.e = row["e"] ? *rational_from(row["e"].as<std::string>()) : middle(out.set);
    }
    return out;
}

void check_relation(const YAML::Node& row, const Relation& relation) {
    CHECK(std::string(name_of(relation.verdict)) == row["verdict"].as<std::string>());
    CHECK(std::string(name_of(relation.reason)) == (row["reason"] ? row["reason"].as<std::string>() : "none"));
    CHECK(relation.finer_than_evidence == (row["finer"] && row["finer"].as<bool>()));
    if (row["reading"]) CHECK(relation.check_reading == row["reading"].as<bool>());
}

// Which of the thirteen relations E has to C, by their ends alone.
std::string relation_of(const Interval& e, const Interval& c) {
    const auto order = [](const std::optional<Bound>& a, const std::optional<Bound>& b, int infinite) {
        if (!a || !b) return !a && !b ? 0 : !a ? infinite : -infinite;
        return a->value < b->value ? -1 : a->value > b->value ? 1 : 0;
    };
    const int starts = order(e.low, c.low, -1);
    const int ends = order(e.high, c.high, 1);
    const int before = e.high && c.low ? order(e.high, c.low, 1) : 1;
    const int after = e.low && c.high ? order(e.low, c.high, -1) : -1;
    if (before < 0) return "before";
    if (before == 0) return "meets";
    if (after > 0) return "after";
    if (after == 0) return "met by";
    static const std::map<std::pair<int, int>, std::string> inner{
        {{-1, -1}, "overlaps"}, {{-1, 0}, "finished by"}, {{-1, 1}, "contains"}, {{0, -1}, "starts"},       {{0, 0}, "equals"},
        {{0, 1}, "started by"}, {{1, -1}, "during"},      {{1, 0}, "finishes"},  {{1, 1}, "overlapped by"},
    };
    return inner.at({starts, ends});
}

Stated claim_of(const Interval& set) {
    Stated out;
    out.set = set;
    out.n = out.upper = middle(set);
    if (!set.high) out.hedge = set.low->closed ? Hedge::at_least : Hedge::over;
    if (!set.low) out.hedge = set.high->closed ? Hedge::at_most : Hedge::under;
    return out;
}

std::string kind_of(const Interval& set) { return !set.low || !set.high ? "unbounded" : set.low->closed ? "closed" : "open"; }

// Values in and out of C that lie in E, where there are any.
std::optional<Rational> figure(const Interval& e, const Interval& c, bool inside) {
    const Rational low = e.low->value;
    const Rational high = e.high->value;
    for (int i = 0; i <= 10; ++i) {
        const Rational x = low + (high - low) * Rational(i) / 10;
        if (contains(c, x) == inside) return x;
    }
    return std::nullopt;
}

void check_interval_row(const YAML::Node& row, bool inside) {
    const Interval c = set_from(row["c"].as<std::string>());
    Known known;
    known.set = set_from(row["e"].as<std::string>());
    const std::string wanted = row[inside ? "in" : "out"].as<std::string>();
    INFO((inside ? "e in C" : "e outside C"));
    const auto e = known.set.high ? figure(known.set, c, inside) : std::nullopt;
    REQUIRE((wanted == "never") == !e);
    if (!e) return;
    known.e = *e;
    CHECK(std::string(name_of(relate(claim_of(c), known, {.near = 0}).verdict)) == wanted);
}

// --- laws

rc::Gen<Stated> any_stated() {
    return rc::gen::map(
        rc::gen::tuple(rc::gen::inRange(-3000, 3001), rc::gen::inRange(-2, 1), rc::gen::inRange(0, 10), rc::gen::inRange(0, 3)),
        [](const auto& t) {
            const auto& [coefficient, exponent, hedge, kind] = t;
            Mention out;
            out.number.value = Decimal{coefficient, exponent};
            out.number.place = exponent;
            out.number.decimals = static_cast<std::int16_t>(-exponent);
            out.number.sort = kind == 1 ? Sort::fraction : Sort::plain;
            out.unit = *unit_from_code(kind == 2 ? "%" : "USD");
            out.hedge = static_cast<Hedge>(hedge);
            return stated_of(out);
        });
}

rc::Gen<Known> any_known() {
    return rc::gen::map(
        rc::gen::tuple(rc::gen::inRange(-3000, 3001), rc::gen::inRange(0, 60), rc::gen::inRange(0, 60), rc::gen::inRange(0, 6)),
        [](const auto& t) {
            const auto& [e, below_e, above_e, kind] = t;
            Known out;
            out.e = Rational(e, 10);
            out.set = closed(out.e - Rational(below_e, 10), out.e + Rational(above_e, 10));
            out.is_range = kind == 0;
            return out;
        });
}

// Evidence near the claim, so that all verdicts come up.
Known known_near(const Stated& claim) {
    Known out = *any_known();
    const Rational shift = claim.n + Rational(*rc::gen::inRange(-30, 31)) * (claim.h + Rational(1, 100)) / 10 - out.e;
    out.e += shift;
    out.set = {Bound{out.set.low->value + shift, true}, Bound{out.set.high->value + shift, true}};
    return out;
}

Stated times(Stated claim, const Rational& k) {
    claim.n *= k;
    claim.upper *= k;
    claim.u *= absolute(k);
    claim.upper_u *= absolute(k);
    claim.h *= absolute(k);
    claim.set = scaled(claim.set, k);
    return claim;
}

Known times(Known known, const Rational& k) {
    known.e *= k;
    known.set = scaled(known.set, k);
    return known;
}

int badness(Verdict verdict) { return verdict == Verdict::supported ? 0 : verdict == Verdict::imprecise ? 1 : 2; }

}  // namespace

TEST_CASE("the verdicts of words against evidence") {
    const auto claims = stated_by_words();
    std::set<std::string> verdicts;
    for (const YAML::Node& row : corpus("relation.yaml")["words"]) {
        const std::string words = row["claim"].as<std::string>();
        INFO("line ", row.Mark().line + 1, ": ", words);
        REQUIRE(claims.count(words) == 1);
        const Stated claim = row["change"] ? turned_down(claims.at(words)) : claims.at(words);
        const Known known = evidence_from(row, claim.unit);
        std::vector<Rational> thresholds;
        for (const YAML::Node& t : row["thresholds"]) thresholds.push_back(*rational_from(t.as<std::string>()));
        RelateOptions options;
        options.thresholds = thresholds;
        if (row["near"]) options.near = *rational_from(row["near"].as<std::string>());
        check_relation(row, relate(claim, known, options));
        verdicts.insert(row["verdict"].as<std::string>());
    }
    CHECK(verdicts == std::set<std::string>{"contradicted", "imprecise", "misleading", "supported", "unverifiable"});
}

TEST_CASE("thirteen relations of intervals, closed, open and unbounded, by rounding and by range") {
    std::set<std::pair<std::string, std::string>> seen;
    for (const YAML::Node& row : corpus("relation.yaml")["intervals"]) {
        const Interval c = set_from(row["c"].as<std::string>());
        Known known;
        known.set = set_from(row["e"].as<std::string>());
        INFO("line ", row.Mark().line + 1, ": ", row["relation"].as<std::string>(), " ", set_text(c), " ", set_text(known.set));
        CHECK(relation_of(known.set, c) == row["relation"].as<std::string>());
        seen.emplace(row["relation"].as<std::string>(), kind_of(c));
        check_interval_row(row, true);
        check_interval_row(row, false);
        known.e = middle(known.set);
        known.is_range = true;
        CHECK(std::string(name_of(relate(claim_of(c), known, {.near = 0}).verdict)) == row["range"].as<std::string>());
    }
    for (const char* kind : {"closed", "open"}) {
        INFO(kind);
        CHECK(std::count_if(seen.begin(), seen.end(), [&](const auto& s) { return s.second == kind; }) == 13);
    }
    CHECK(std::count_if(seen.begin(), seen.end(), [](const auto& s) { return s.second == "unbounded"; }) >= 10);
}

TEST_CASE("when something happened") {
    for (const YAML::Node& row : corpus("relation.yaml")["periods"]) {
        INFO("line ", row.Mark().line + 1);
        const Period claimed = *period_from(row["claimed"].as<std::string>());
        const Period known = *period_from(row["known"].as<std::string>());
        const auto number = [](Day day) { return static_cast<long>(day.time_since_epoch().count()); };
        check_relation(row, relate_periods(number(claimed.first), number(claimed.last), number(known.first), number(known.last),
                                           claimed.first == claimed.last));
    }
}

TEST_CASE("a number too large is never judged") {
    Stated claim;
    claim.too_large = true;
    Known known;
    known.set = exactly(1);
    CHECK(relate(claim, known, {}) == Relation{Verdict::unverifiable, Reason::too_large, false, false});
}

TEST_CASE("laws of the relation") {
    law("evidence within the claim is supported, or misleading under a bare bound", [] {
        const Stated claim = *any_stated();
        const Known known = known_near(claim);
        if (is_empty(claim.set) || !within(known.set, claim.set)) return;
        const Verdict verdict = relate(claim, known, {}).verdict;
        const bool bare = claim.hedge == Hedge::over || claim.hedge == Hedge::under;
        RC_ASSERT(verdict == Verdict::supported || (bare && verdict == Verdict::misleading));
    });
    law("what shares no value is never supported, what shares one is never contradicted", [] {
        const Stated claim = *any_stated();
        const Known known = known_near(claim);
        const Verdict verdict = relate(claim, known, {}).verdict;
        if (meets(claim.set, known.set))
            RC_ASSERT(verdict != Verdict::contradicted);
        else
            RC_ASSERT(verdict != Verdict::supported);
    });
    law("a factor of ten changes the units and no verdict", [] {
        const Stated claim = *any_stated();
        if (claim.hedge == Hedge::under || claim.hedge == Hedge::over || claim.sort == Sort::fraction)
            return;  // landmarks: under 10, half
        const Known known = known_near(claim);
        const Rational k = power_of_ten(*rc::gen::inRange(-6, 10));
        RC_ASSERT(relate(times(claim, k), times(known, k), {}) == relate(claim, known, {}));
    });
    law("signs mirrored on both sides give the same verdict", [] {
        const Stated claim = *any_stated();
        const Known known = known_near(claim);
        RC_ASSERT(relate(times(claim, -1), times(known, -1), {}) == relate(claim, known, {}));
    });
    law("a wider near miss never makes a verdict worse", [] {
        const Stated claim = *any_stated();
        const Known known = known_near(claim);
        const Rational near = Rational(*rc::gen::inRange(0, 40), 10);
        RelateOptions narrow{.near = near};
        RelateOptions wide{.near = near + Rational(*rc::gen::inRange(0, 20), 10)};
        RC_ASSERT(badness(relate(claim, known, wide).verdict) <= badness(relate(claim, known, narrow).verdict));
    });
    law("a threshold never makes a miss milder", [] {
        const Stated claim = *any_stated();
        const Known known = known_near(claim);
        if (claim.hedge == Hedge::over || claim.hedge == Hedge::under) return;
        const std::vector<Rational> thresholds{(claim.n + known.e) / 2};
        const Verdict with = relate(claim, known, {.thresholds = thresholds}).verdict;
        RC_ASSERT(badness(with) >= badness(relate(claim, known, {}).verdict));
    });
    law("no near miss across zero", [] {
        const Stated claim = *any_stated();
        const Known known = known_near(claim);
        if (claim.n * known.e < 0 && !meets(claim.set, known.set))
            RC_ASSERT(relate(claim, known, {}).verdict == Verdict::contradicted);
    });
    law("about is never worse than the bare number", [] {
        Mention mention;
        mention.number.value = Decimal{*rc::gen::inRange(-3000, 3001), *rc::gen::inRange(-2, 1)};
        mention.number.place = mention.number.value.exponent;
        mention.number.decimals = static_cast<std::int16_t>(-mention.number.place);
        const Stated bare = stated_of(mention);
        mention.hedge = Hedge::about;
        const Stated about = stated_of(mention);
        const Known known = known_near(bare);
        if (!known.is_range) RC_ASSERT(badness(relate(about, known, {}).verdict) <= badness(relate(bare, known, {}).verdict));
    });
    law("narrower evidence never unsettles what is settled", [] {
        const Stated claim = *any_stated();
        Known wide = known_near(claim);
        wide.is_range = true;
        Known narrow = wide;
        narrow.set = closed((wide.set.low->value + wide.e) / 2, (wide.set.high->value + wide.e) / 2);
        const Verdict settled = relate(claim, wide, {}).verdict;
        const Verdict after = relate(claim, narrow, {}).verdict;
        if (settled == Verdict::supported) RC_ASSERT(after == Verdict::supported || after == Verdict::misleading);
        if (settled == Verdict::contradicted) RC_ASSERT(after == Verdict::contradicted);
        if (settled == Verdict::misleading) RC_ASSERT(after == Verdict::misleading);
    });
    law("only evidence that is open leaves a claim open", [] {
        const Stated claim = *any_stated();
        const Known known = known_near(claim);
        if (!known.is_range && !is_empty(claim.set)) RC_ASSERT(relate(claim, known, {}).verdict != Verdict::unverifiable);
    });
}
