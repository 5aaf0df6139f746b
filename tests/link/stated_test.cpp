// The set of values that words allow: tests/corpus/stated.yaml, and laws of sets and hedges.
#include "link/stated.hpp"

#include "extract/extract.hpp"
#include "support/law.hpp"
#include "support/quantities.hpp"
#include "support/source.hpp"

#include <set>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

YAML::Node corpus() { return YAML::LoadFile(testing::source("/tests/corpus/stated.yaml")); }

rc::Gen<Mention> any_mention() {
    return rc::gen::map(
        rc::gen::tuple(rc::gen::inRange(-5000, 5001), rc::gen::inRange(-2, 3), rc::gen::element(0, 0, 6, 9),
                       rc::gen::element(Sort::plain, Sort::plain, Sort::counted, Sort::fraction, Sort::multiple, Sort::one_in),
                       rc::gen::element<std::string>("", "USD", "%", "km", "1", "d", "a")),
        [](const auto& t) {
            const auto& [coefficient, exponent, scale, sort, code] = t;
            Mention out;
            out.number.value = Decimal{coefficient, exponent < 0 ? exponent + scale : scale};
            out.number.place = out.number.value.exponent;
            out.number.scale = static_cast<std::int16_t>(scale);
            out.number.decimals = static_cast<std::int16_t>(exponent < 0 ? -exponent : 0);
            out.number.sort = sort;
            if (!code.empty()) out.unit = *unit_from_code(code);
            return out;
        });
}

Stated hedged(Mention mention, Hedge hedge) {
    mention.hedge = hedge;
    return stated_of(mention);
}

// `n` is written, so that the sets of the other sign are the mirror image.
Mention mirrored(Mention mention) {
    mention.number.value.coefficient = -mention.number.value.coefficient;
    return mention;
}

Hedge other_way(Hedge hedge) {
    switch (hedge) {
        case Hedge::over: return Hedge::under;
        case Hedge::under: return Hedge::over;
        case Hedge::at_least: return Hedge::at_most;
        case Hedge::at_most:
        case Hedge::up_to: return Hedge::at_least;
        default: return hedge;
    }
}

}  // namespace

TEST_CASE("words allow the values of the table") {
    std::size_t rows = 0;
    for (const auto& group : corpus())
        for (const YAML::Node& row : group.second) {
            ++rows;
            INFO(group.first.as<std::string>(), ": ", row["say"].as<std::string>());
            const Stated stated = stated_of(mention_from(row));
            CHECK(set_text(stated.set) == set_text(set_from(row["set"].as<std::string>())));
            if (row["capped"]) CHECK(stated.capped == row["capped"].as<bool>());
            if (row["reduction"]) CHECK(stated.reduction == row["reduction"].as<bool>());
        }
    CHECK(rows > 130);
}

TEST_CASE("the grammar reads the words of the table, and they allow the same") {
    std::size_t read = 0;
    for (const auto& group : corpus())
        for (const YAML::Node& row : group.second) {
            if (row["unread"]) continue;
            const std::string words = row["say"].as<std::string>();
            const std::string sentence = row["in"] ? row["in"].as<std::string>() : words;
            INFO("line ", row.Mark().line + 1, ": ", sentence);
            std::vector<Mention> mentions;
            Work work;
            extract_sentence(sentence, Span{0, sentence.size()}, mentions, work);
            std::string sets;
            for (const Mention& mention : mentions) sets += set_text(stated_of(mention).set) + " ";
            CHECK(sets == set_text(set_from(row["set"].as<std::string>())) + " ");
            ++read;
        }
    CHECK(read > 150);
}

TEST_CASE("no words stand twice in the table") {
    std::set<std::string> seen;
    for (const auto& group : corpus())
        for (const YAML::Node& row : group.second) {
            INFO(row["say"].as<std::string>());
            CHECK(seen.insert(row["say"].as<std::string>()).second);
        }
}

TEST_CASE("numbers too large or ambiguous allow nothing") {
    Mention mention;
    mention.number = number_from("5.44 billion");
    mention.number.too_large = true;
    CHECK(stated_of(mention).too_large);
    CHECK(is_empty(stated_of(mention).set));
    mention.number.too_large = false;
    mention.number.ambiguous = true;
    CHECK_FALSE(stated_of(mention).too_large);
    CHECK(is_empty(stated_of(mention).set));
    mention.number.ambiguous = false;
    mention.is_range = true;
    mention.upper = number_from("6 billion");
    CHECK_FALSE(is_empty(stated_of(mention).set));
    mention.upper.ambiguous = true;
    CHECK(is_empty(stated_of(mention).set));
}

TEST_CASE("what is kept for a suggestion in the same style") {
    Mention mention;
    mention.number = number_from("5.44 billion");
    const Stated stated = stated_of(mention);
    CHECK(stated.n == 5440000000);
    CHECK(stated.u == 10000000);
    CHECK(stated.decimals == 2);
    CHECK(stated.scale == 9);
}

TEST_CASE("laws of sets of values") {
    law("about never narrows, and what it allows holds the unhedged", [] {
        const Mention mention = *any_mention();
        RC_ASSERT(within(stated_of(mention).set, hedged(mention, Hedge::about).set));
    });
    law("at least is over with n, at most is under with n, and the two share n alone", [] {
        const Mention mention = *any_mention();
        const Stated least = hedged(mention, Hedge::at_least);
        const Stated most = hedged(mention, Hedge::at_most);
        RC_ASSERT(hull(hedged(mention, Hedge::over).set, exactly(least.n)) == least.set);
        RC_ASSERT(hull(hedged(mention, Hedge::under).set, exactly(most.n)) == most.set);
        RC_ASSERT(!meets(hedged(mention, Hedge::over).set, most.set));
    });
    law("nearly lies below n in size, just over above it, close to holds n", [] {
        const Mention mention = *any_mention();
        const Rational n = stated_of(mention).n;
        if (n == 0) return;
        const Interval nearly = hedged(mention, Hedge::nearly).set;
        const Interval over = hedged(mention, Hedge::just_over).set;
        RC_ASSERT(!contains(nearly, n) && !contains(over, n) && !meets(nearly, over));
        RC_ASSERT(contains(hedged(mention, Hedge::close_to).set, n));
        RC_ASSERT(within(nearly, n > 0 ? below(n) : above(n)));
    });
    law("n itself is allowed unhedged, and the width is that of the set", [] {
        const Stated stated = stated_of(*any_mention());
        RC_ASSERT(contains(stated.set, stated.n));
        RC_ASSERT(stated.set == closed(stated.n - stated.h, stated.n + stated.h));
        RC_ASSERT(stated.h >= 0);
    });
    law("the other sign allows the mirror image", [] {
        const Mention mention = *any_mention();
        const Hedge hedge = *rc::gen::elementOf(std::vector<Hedge>{Hedge::exact, Hedge::about, Hedge::over, Hedge::under,
                                                                   Hedge::at_least, Hedge::at_most, Hedge::nearly,
                                                                   Hedge::close_to, Hedge::just_over, Hedge::just_under});
        const Interval mirror = negated(hedged(mention, hedge).set);
        if (mention.number.value.coefficient != 0) RC_ASSERT(hedged(mirrored(mention), other_way(hedge)).set == mirror);
    });
    law("before a scale word the width is at most 5 percent", [] {
        Mention mention = *any_mention();
        if (mention.number.scale == 0 || mention.number.sort != Sort::plain) return;
        const Stated stated = stated_of(mention);
        RC_ASSERT(stated.h * 20 <= absolute(stated.n));
    });
    law("zeros that are dropped never add more than 2.5 percent", [] {
        const Mention mention = *any_mention();
        if (mention.number.sort != Sort::plain || mention.unit.dimension == Dimension::time) return;
        const Stated stated = stated_of(mention);
        RC_ASSERT(stated.h <= std::max(Rational(stated.u / 2), Rational(absolute(stated.n) / 40)));
    });
    law("a range holds its ends, and no more than each end's half-width besides", [] {
        Mention low = *any_mention();
        Mention range = low;
        range.is_range = true;
        range.upper = low.number;
        range.upper.value.coefficient += *rc::gen::inRange(0, 100);
        const Stated stated = stated_of(range);
        RC_ASSERT(contains(stated.set, stated.n) && contains(stated.set, stated.upper));
        RC_ASSERT(within(stated_of(range).set, hedged(range, Hedge::about).set));
    });
}

TEST_CASE("limits in decimals are those of the sets, and the set alone is that of the whole") {
    const std::vector<Hedge> hedges{Hedge::exact,     Hedge::about,      Hedge::over,   Hedge::under,
                                    Hedge::at_least,  Hedge::at_most,    Hedge::nearly, Hedge::close_to,
                                    Hedge::just_over, Hedge::just_under, Hedge::up_to};
    std::size_t decimal = 0;
    law("limits in decimals are those of the sets", [&] {
        Mention mention = *any_mention();
        mention.hedge = *rc::gen::elementOf(hedges);
        const Interval set = stated_of(mention).set;
        RC_ASSERT(allowed(mention) == set);
        const auto limits = decimal_limits(mention);
        if (!limits) return;
        ++decimal;
        RC_ASSERT(limits->low.has_value() == set.low.has_value());
        RC_ASSERT(limits->high.has_value() == set.high.has_value());
        if (set.low) RC_ASSERT(limits->low->rational() == set.low->value);
        if (set.high) RC_ASSERT(limits->high->rational() == set.high->value);
    });
    CHECK(decimal > 20);
}
