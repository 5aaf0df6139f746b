#include "model/rational.hpp"

#include "support/law.hpp"

using namespace factcheck;
using factcheck::testing::any_rational;
using factcheck::testing::law;

namespace {

struct Row {
    Rational value;
    int places;
    const char* down;
    const char* up;
    const char* nearest;
};

const Row rows[] = {
    {5444196500, 0, "5444196500", "5444196500", "5444196500"},
    {Rational(10427, 1000), 3, "10.427", "10.427", "10.427"},
    {Rational(10427, 1000), 2, "10.42", "10.43", "10.43"},
    {Rational(-1, 2), 1, "-0.5", "-0.5", "-0.5"},
    {Rational(-1, 2), 0, "-1", "0", "-1"},
    {Rational(1, 2), 0, "0", "1", "1"},
    {Rational(1, 3), 4, "0.3333", "0.3334", "0.3333"},
    {Rational(-1, 3), 4, "-0.3334", "-0.3333", "-0.3333"},
    {Rational(2, 3), 0, "0", "1", "1"},
    {Rational(5, 2), 6, "2.5", "2.5", "2.5"},
    {Rational(1, 1000000), 3, "0", "0.001", "0"},
    {Rational(-1, 1000000), 3, "-0.001", "0", "0"},
    {0, 5, "0", "0", "0"},
    {100, 2, "100", "100", "100"},
    {1250, -2, "1200", "1300", "1300"},
    {-1250, -2, "-1300", "-1200", "-1300"},
    {40, -2, "0", "100", "0"},
};

}  // namespace

TEST_CASE("rationals are printed down, up and to the nearest") {
    for (const Row& row : rows) {
        INFO(row.value.str(), " at ", row.places);
        CHECK(to_decimal_string(row.value, row.places, Rounding::down) == row.down);
        CHECK(to_decimal_string(row.value, row.places, Rounding::up) == row.up);
        CHECK(to_decimal_string(row.value, row.places, Rounding::nearest) == row.nearest);
    }
}

TEST_CASE("powers of ten of either sign") {
    CHECK(power_of_ten(0) == 1);
    CHECK(power_of_ten(9) == 1000000000);
    CHECK(power_of_ten(-3) == Rational(1, 1000));
    CHECK(power_of_ten(-30) * power_of_ten(30) == 1);
    CHECK(absolute(Rational(-7, 2)) == Rational(7, 2));
}

TEST_CASE("laws of printed rationals") {
    law("printed outward, the printed ends hold the value", [] {
        const Rational value = *any_rational() / 7;
        const int places = *rc::gen::inRange(0, 8);
        const auto low = rational_from(to_decimal_string(value, places, Rounding::down));
        const auto high = rational_from(to_decimal_string(value, places, Rounding::up));
        RC_ASSERT(low && high);
        RC_ASSERT(*low <= value && value <= *high);
        RC_ASSERT(*high - *low < power_of_ten(-places) * 2);
        const auto nearest = rational_from(to_decimal_string(value, places, Rounding::nearest));
        RC_ASSERT(*nearest == *low || *nearest == *high);
        RC_ASSERT(absolute(*nearest - value) * 2 <= power_of_ten(-places));
    });
    law("what fits is printed exactly and read back", [] {
        const Rational value = Rational(*rc::gen::arbitrary<std::int64_t>()) * power_of_ten(-*rc::gen::inRange(0, 9));
        for (const Rounding rounding : {Rounding::down, Rounding::up, Rounding::nearest})
            RC_ASSERT(rational_from(to_decimal_string(value, 9, rounding)) == std::optional(value));
    });
    law("the other sign is printed the other way round", [] {
        const Rational value = *any_rational() / 3 + Rational(1, 7);
        const std::string up = to_decimal_string(value, 2, Rounding::up);
        const std::string down = to_decimal_string(Rational(-value), 2, Rounding::down);
        RC_ASSERT(*rational_from(up) == -*rational_from(down));
    });
}
