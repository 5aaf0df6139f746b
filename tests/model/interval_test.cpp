#include "model/interval.hpp"

#include "support/law.hpp"

using namespace factcheck;
using factcheck::testing::any_interval;
using factcheck::testing::any_rational;
using factcheck::testing::law;

namespace {

Interval open(const Rational& low, const Rational& high) { return {Bound{low, false}, Bound{high, false}}; }
const Interval everything{};

}  // namespace

TEST_CASE("empty sets") {
    CHECK(is_empty(closed(2, 1)));
    CHECK(is_empty(open(1, 1)));
    CHECK(is_empty({Bound{1, true}, Bound{1, false}}));
    CHECK_FALSE(is_empty(exactly(1)));
    CHECK_FALSE(is_empty(open(1, 2)));
    CHECK_FALSE(is_empty(above(1)));
    CHECK_FALSE(is_empty(everything));
}

TEST_CASE("ends that count and ends that do not") {
    CHECK(contains(closed(1, 2), 2));
    CHECK_FALSE(contains(open(1, 2), 2));
    CHECK(contains(at_least(5), 5));
    CHECK_FALSE(contains(above(5), 5));
    CHECK(contains(at_most(5), -100));
    CHECK(meets(closed(1, 2), closed(2, 3)));
    CHECK_FALSE(meets(closed(1, 2), open(2, 3)));
    CHECK_FALSE(meets(below(2), at_least(2)));
    CHECK(meets(at_most(2), at_least(2)));
    CHECK(within(open(1, 2), closed(1, 2)));
    CHECK_FALSE(within(closed(1, 2), open(1, 2)));
    CHECK(within(closed(2, 1), exactly(7)));
    CHECK_FALSE(within(at_least(2), closed(2, 3)));
}

TEST_CASE("factors") {
    CHECK(scaled(closed(1, 2), -2) == closed(-4, -2));
    CHECK(scaled(above(1), -1) == below(-1));
    CHECK(scaled(at_least(3), 0) == exactly(0));
    CHECK(is_empty(scaled(closed(2, 1), 0)));
    CHECK(hull(above(1), exactly(1)) == at_least(1));
    CHECK(hull(open(1, 2), closed(3, 4)) == Interval{Bound{1, false}, Bound{4, true}});
}

TEST_CASE("laws of intervals") {
    law("a value is in a set when its set is within", [] {
        const Interval a = *any_interval();
        const Rational x = *any_rational();
        RC_ASSERT(contains(a, x) == within(exactly(x), a));
        RC_ASSERT(contains(a, x) == meets(exactly(x), a));
    });
    law("within is an order", [] {
        const Interval a = *any_interval();
        const Interval b = *any_interval();
        const Interval c = *any_interval();
        RC_ASSERT(within(a, a));
        if (within(a, b) && within(b, c)) RC_ASSERT(within(a, c));
        if (within(a, b) && within(b, a) && !is_empty(a)) RC_ASSERT(a == b);
    });
    law("within says what every value says", [] {
        const Interval a = *any_interval();
        const Interval b = *any_interval();
        const Rational x = *any_rational();
        if (within(a, b) && contains(a, x)) RC_ASSERT(contains(b, x));
        if (contains(a, x) && contains(b, x)) RC_ASSERT(meets(a, b));
    });
    law("sets meet both ways", [] {
        const Interval a = *any_interval();
        const Interval b = *any_interval();
        RC_ASSERT(meets(a, b) == meets(b, a));
        RC_ASSERT(meets(a, a) == !is_empty(a));
        if (within(a, b) && !is_empty(a)) RC_ASSERT(meets(a, b));
    });
    law("a hull holds both and no end of its own", [] {
        const Interval a = *any_interval();
        const Interval b = *any_interval();
        const Interval all = hull(a, b);
        RC_ASSERT(within(a, all) && within(b, all));
        RC_ASSERT(all == hull(b, a) || (is_empty(a) && is_empty(b)));
        RC_ASSERT(all.low == a.low || all.low == b.low);
        RC_ASSERT(all.high == a.high || all.high == b.high);
    });
    law("a factor keeps every relation and can be taken back", [] {
        const Interval a = *any_interval();
        const Interval b = *any_interval();
        const Rational k = *rc::gen::suchThat(any_rational(), [](const Rational& r) { return r != 0; });
        RC_ASSERT(within(a, b) == within(scaled(a, k), scaled(b, k)));
        RC_ASSERT(meets(a, b) == meets(scaled(a, k), scaled(b, k)));
        RC_ASSERT(scaled(scaled(a, k), 1 / k) == a);
        RC_ASSERT(negated(negated(a)) == a);
        RC_ASSERT(negated(a) == scaled(a, -1));
    });
}
