#include "model/decimal.hpp"

#include "support/law.hpp"

using namespace factcheck;
using factcheck::testing::law;

namespace {

struct Row {
    const char* written;
    std::int64_t coefficient;
    int exponent;
    const char* printed;
};

constexpr Row good[] = {
    {"0", 0, 0, "0"},
    {"-12.50", -1250, -2, "-12.50"},
    {"5.40", 540, -2, "5.40"},
    {"007", 7, 0, "7"},
    {"+3", 3, 0, "3"},
    {".5", 5, -1, "0.5"},
    {"0.05", 5, -2, "0.05"},
    {"-0.0", 0, -1, "0.0"},
    {"5444197", 5444197, 0, "5444197"},
};

constexpr const char* bad[] = {"",
                               "-",
                               "+",
                               ".",
                               "5.",
                               "1.2.3",
                               "1,5",
                               "1 000",
                               "1e3",
                               "0x1f",
                               "--1",
                               "+-1",
                               "1-",
                               "inf",
                               "nan",
                               " 1",
                               "1 ",
                               "\xd9\xa1",
                               "1234567890123456789012345678901"};

}  // namespace

TEST_CASE("decimals keep their printed digits") {
    for (const Row& row : good) {
        INFO(row.written);
        const auto read = decimal_from(row.written);
        REQUIRE(read);
        CHECK(read->coefficient == Int128{row.coefficient});
        CHECK(read->exponent == row.exponent);
        CHECK(read->str() == row.printed);
    }
}

TEST_CASE("anything else is no decimal") {
    for (const char* written : bad) {
        INFO(written);
        CHECK_FALSE(decimal_from(written));
        CHECK_FALSE(rational_from(written));
    }
}

TEST_CASE("thirty digits are the limit, as written out") {
    const std::string thirty = "123456789012345678901234567890";
    REQUIRE(decimal_from(thirty));
    CHECK(decimal_from(thirty)->str() == thirty);
    CHECK_FALSE(decimal_from(thirty + "1"));
    CHECK(shifted(*decimal_from("1"), 29));
    CHECK_FALSE(shifted(*decimal_from("1"), 30));
    CHECK(shifted(*decimal_from("1"), -30));
    CHECK_FALSE(shifted(*decimal_from("1"), -31));
    CHECK_FALSE(shifted(*decimal_from(thirty), 1));
    CHECK_FALSE(shifted(*decimal_from("9"), 2147483647));
    CHECK_FALSE(shifted(*decimal_from("0.5"), -2147483647));
}

TEST_CASE("decimals are compared by value") {
    CHECK(*decimal_from("5.40") == *decimal_from("5.4"));
    CHECK(*decimal_from("0") == *decimal_from("-0.00"));
    CHECK(*decimal_from("-2") < *decimal_from("-1.99"));
    CHECK(*decimal_from("10") > *decimal_from("9.999"));
    CHECK(Decimal{544, 7} == *decimal_from("5440000000"));
    CHECK(Decimal{544, 7}.str() == "5440000000");
}

TEST_CASE("laws of decimals") {
    const auto any =
        rc::gen::map(rc::gen::pair(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange(-15, 10)), [](const auto& p) {
            return Decimal{p.first, p.second};
        });
    law("what is printed reads back as the same value", [&] {
        const Decimal value = *any;
        const auto back = decimal_from(value.str());
        RC_ASSERT(back.has_value());
        RC_ASSERT(*back == value);
        RC_ASSERT(rational_from(value.str()) == std::optional(value.rational()));
    });
    law("printed decimals keep their last place", [&] {
        const Decimal value = *any;
        if (value.exponent <= 0) RC_ASSERT(decimal_from(value.str())->exponent == value.exponent);
    });
    law("order is that of the rationals", [&] {
        const Decimal a = *any;
        const Decimal b = *any;
        RC_ASSERT((a < b) == (a.rational() < b.rational()));
        RC_ASSERT((a == b) == (a.rational() == b.rational()));
    });
    law("a shift is a power of ten and can be taken back", [&] {
        const Decimal value = *any;
        const int by = *rc::gen::inRange(-6, 7);
        const auto moved = shifted(value, by);
        if (!moved) return;
        RC_ASSERT(moved->rational() == value.rational() * power_of_ten(by));
        RC_ASSERT(moved->coefficient == value.coefficient);
        RC_ASSERT(Decimal(*shifted(*moved, -by)) == value);
    });
}
