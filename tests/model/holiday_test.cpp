// Days that are known by a name, and that the names of the grammar have a day each.
#include "model/holiday.hpp"

#include "grammar/holiday.hpp"

#include <doctest/doctest.h>

using namespace factcheck;

TEST_CASE("each name of a holiday has a day, and each day a name") {
    std::vector<bool> named(holiday_count() + 1, false);
    for (const auto& row : grammar::holidays) {
        CAPTURE(row.word);
        REQUIRE(row.value >= 1);
        REQUIRE(static_cast<std::size_t>(row.value) <= holiday_count());
        CHECK(holiday_in(static_cast<std::uint8_t>(row.value), 2024));
        named[static_cast<std::size_t>(row.value)] = true;
    }
    for (std::size_t i = 1; i <= holiday_count(); ++i) CHECK_MESSAGE(named[i], "holiday " << i << " has no name");
    CHECK(!holiday_in(0, 2024));
    CHECK(!holiday_in(255, 2024));
}

TEST_CASE("Easter is a Sunday from 22 March to 25 April") {
    constexpr std::uint8_t easter = 6;
    for (int year = 1583; year <= 4000; ++year) {
        const auto day = holiday_in(easter, year);
        REQUIRE(day);
        CHECK(weekday_of(*day) == std::chrono::Sunday);
        CHECK(*day >= *make_day(year, 3, 22));
        CHECK(*day <= *make_day(year, 4, 25));
    }
    CHECK(!holiday_in(easter, 1500));
}
