#include "diagnose/digits.hpp"

#include <doctest/doctest.h>

using factcheck::digit_slip;

TEST_CASE("a single slip of the keyboard is named") {
    CHECK(digit_slip("$5.54 billion", "$5.45 billion") == "two digits are transposed");
    CHECK(digit_slip("15.2 percent", "5.2 percent") == "a digit too many");
    CHECK(digit_slip("1,41 percent", "12.41 percent").empty());
    CHECK(digit_slip("2.41 percent", "12.41 percent") == "a digit is missing");
    CHECK(digit_slip("22.8 percent", "28.8 percent") == "one digit is wrong");
    CHECK(digit_slip("11.26 million", "112.6 million") == "a decimal point has moved");
    CHECK(digit_slip("1,000", "1,100") == "one digit is wrong");
}

TEST_CASE("what no single slip explains has no name") {
    CHECK(digit_slip("35 percent", "30 percent").empty());
    CHECK(digit_slip("9.50 percent", "9.44 percent").empty());
    CHECK(digit_slip("5.54", "5.54").empty());
    CHECK(digit_slip("five", "seven").empty());
    CHECK(digit_slip("100", "7").empty());
    CHECK(digit_slip("", "").empty());
}
