#include "model/period.hpp"

#include "support/law.hpp"
#include "support/source.hpp"

#include <yaml-cpp/yaml.h>

#include <array>

using namespace factcheck;
using factcheck::testing::any_day;
using factcheck::testing::law;

namespace {

YAML::Node corpus() { return YAML::LoadFile(testing::source("/tests/corpus/calendar.yaml")); }

std::string grain_name(Grain grain) {
    static constexpr std::array names{"day", "week", "month", "quarter", "half", "year", "decade", "century"};
    return names[static_cast<std::size_t>(grain)];
}

std::optional<Day> day_of(const YAML::Node& row) {
    return make_day(row["year"].as<int>(), row["month"].as<unsigned>(), row["day"].as<unsigned>());
}

Period period(std::string_view iso) {
    const auto read = period_from(iso);
    REQUIRE(read);
    return *read;
}

std::string shifted_iso(std::string_view iso, int n, Grain step) {
    const auto moved = shifted(period(iso), n, step);
    return moved ? to_timex(*moved) : "none";
}

constexpr FiscalCalendar pakistan{7, 1, true};
constexpr FiscalCalendar india{4, 1, false};
constexpr FiscalCalendar britain_tax{4, 6, false};

std::string fiscal_iso(int year, const FiscalCalendar& calendar) {
    const auto named = fiscal_year(year, calendar);
    return named ? to_iso(named->first) + "/" + to_iso(named->last) : "none";
}

}  // namespace

TEST_CASE("days that exist") {
    for (const YAML::Node& row : corpus()["days"]) {
        const std::string iso = row["iso"].as<std::string>();
        INFO(iso);
        const auto day = day_of(row);
        REQUIRE(day);
        CHECK(to_iso(*day) == iso);
        CHECK(day_from(iso) == day);
        CHECK(weekday_name(weekday_of(*day)) == row["weekday"].as<std::string>());
    }
}

TEST_CASE("days that do not") {
    for (const YAML::Node& row : corpus()["no_days"]) {
        INFO(row["year"].as<std::string>(), "-", row["month"].as<std::string>(), "-", row["day"].as<std::string>());
        CHECK_FALSE(day_of(row));
    }
    for (const YAML::Node& row : corpus()["no_days_iso"]) {
        INFO(row.as<std::string>());
        CHECK_FALSE(day_from(row.as<std::string>()));
    }
}

TEST_CASE("periods as data writes them") {
    for (const YAML::Node& row : corpus()["periods"]) {
        const std::string iso = row["iso"].as<std::string>();
        INFO(iso);
        const auto read = period_from(iso);
        REQUIRE(read);
        CHECK(to_iso(read->first) == row["first"].as<std::string>());
        CHECK(to_iso(read->last) == row["last"].as<std::string>());
        CHECK(grain_name(read->grain) == row["grain"].as<std::string>());
        CHECK(to_words(*read) == row["words"].as<std::string>());
        CHECK(to_timex(*read) == row["timex"].as<std::string>());
    }
}

TEST_CASE("what is no period") {
    for (const YAML::Node& row : corpus()["no_periods"]) {
        INFO(row.as<std::string>());
        CHECK_FALSE(period_from(row.as<std::string>()));
    }
}

TEST_CASE("decades and centuries") {
    const Period nineties{*make_day(1990, 1, 1), *make_day(1999, 12, 31), Grain::decade};
    CHECK(to_words(nineties) == "the 1990s");
    CHECK(to_words({*make_day(1801, 1, 1), *make_day(1900, 12, 31), Grain::century}) == "the 19th century");
    CHECK(to_words({*make_day(2001, 1, 1), *make_day(2100, 12, 31), Grain::century}) == "the 21st century");
    CHECK(to_words({*make_day(1100, 1, 1), *make_day(1199, 12, 31), Grain::century}) == "the 12th century");
    CHECK(to_words({*make_day(1995, 1, 1), *make_day(2004, 12, 31), Grain::decade}) == "1995 to 2004");
    CHECK(to_timex(nineties) == "1990/1999");
}

TEST_CASE("a period is shifted in its own grain") {
    CHECK(shifted_iso("2025-02", -1, Grain::year) == "2024-02");
    CHECK(to_iso(shifted(period("2025-02"), -1, Grain::year)->last) == "2024-02-29");
    CHECK(shifted_iso("2024-02", 1, Grain::year) == "2025-02");
    CHECK(shifted_iso("2025-01", -1, Grain::month) == "2024-12");
    CHECK(shifted_iso("2025-Q1", -1, Grain::quarter) == "2024-Q4");
    CHECK(shifted_iso("2025-H1", -1, Grain::half) == "2024-H2");
    CHECK(shifted_iso("2023-07/2024-06", 1, Grain::year) == "2024-07/2025-06");
    CHECK(shifted_iso("2024-07/2025-02", -1, Grain::year) == "2023-07/2024-02");
    CHECK(to_iso(shifted(period("2024-07/2025-02"), -1, Grain::year)->last) == "2024-02-29");
    CHECK(shifted_iso("2025-W31", 1, Grain::week) == "2025-W32");
    CHECK(shifted_iso("2025-W31", -1, Grain::year) == "2024-W31");
    CHECK(shifted_iso("2025-08-04", -1, Grain::day) == "2025-08-03");
    CHECK(shifted_iso("2025-01-31", 1, Grain::month) == "2025-02-28");
    CHECK(shifted_iso("2024-02-29", 1, Grain::year) == "2025-02-28");
    CHECK(shifted_iso("2025-05-07/2025-05-10", -1, Grain::year) == "2024-05-07/2024-05-10");
    CHECK(shifted_iso("2025", 1, Grain::decade) == "2035");
    CHECK(shifted_iso("2025", -1, Grain::century) == "1925");
    CHECK(shifted_iso("2025-05", 3, Grain::day) == "2025-05-04/2025-06-03");
}

TEST_CASE("no period lies outside the years 1 to 9999") {
    CHECK(shifted_iso("9999", 1, Grain::year) == "none");
    CHECK(shifted_iso("9999-12-31", 1, Grain::day) == "none");
    CHECK(shifted_iso("0001-01-01", -1, Grain::day) == "none");
    CHECK(shifted_iso("0001", -1, Grain::month) == "none");
    CHECK(shifted_iso("2025", 2147483647, Grain::century) == "none");
    CHECK(shifted_iso("2025", -2147483647 - 1, Grain::century) == "none");
    CHECK(shifted_iso("2025-01-01", 2147483647, Grain::week) == "none");
    CHECK(shifted_iso("9998", 1, Grain::year) == "9999");
    CHECK(to_iso(shifted(period("9999-11"), 1, Grain::month)->last) == "9999-12-31");
    CHECK_FALSE(year_period(0));
    CHECK_FALSE(month_period(2025, 13));
    CHECK_FALSE(quarter_period(2025, 0));
    CHECK_FALSE(half_period(2025, 3));
    CHECK_FALSE(months_period(*make_day(2025, 3, 1), *make_day(2025, 2, 1)));
}

TEST_CASE("fiscal years") {
    CHECK(fiscal_iso(2024, pakistan) == "2023-07-01/2024-06-30");
    CHECK(fiscal_iso(2023, india) == "2023-04-01/2024-03-31");
    CHECK(fiscal_iso(2024, britain_tax) == "2024-04-06/2025-04-05");
    CHECK(fiscal_iso(2024, FiscalCalendar{1, 1, true}) == "2024-01-01/2024-12-31");
    CHECK(fiscal_iso(1, pakistan) == "none");
    CHECK(fiscal_iso(9999, india) == "none");
    CHECK(fiscal_iso(2024, FiscalCalendar{2, 30, true}) == "none");
    CHECK(fiscal_iso(2024, FiscalCalendar{13, 1, true}) == "none");
    CHECK(fiscal_year_of(*make_day(2025, 6, 30), pakistan) == fiscal_year(2025, pakistan));
    CHECK(fiscal_year_of(*make_day(2025, 7, 1), pakistan) == fiscal_year(2026, pakistan));
    CHECK(fiscal_year_of(*make_day(2025, 3, 31), india) == fiscal_year(2024, india));
    CHECK(to_words(*fiscal_year(2024, pakistan)) == "fiscal 2023-24");
}

TEST_CASE("weeks begin on the day that is asked for") {
    const Day sunday = *make_day(2025, 8, 3);
    CHECK(to_iso(week_period(sunday, std::chrono::Monday).first) == "2025-07-28");
    CHECK(to_iso(week_period(sunday, std::chrono::Sunday).first) == "2025-08-03");
    CHECK(days_inclusive(week_period(sunday, std::chrono::Monday)) == 7);
}

TEST_CASE("laws of periods") {
    const auto any_months = rc::gen::map(rc::gen::tuple(any_day(), rc::gen::inRange(0, 30)), [](const auto& t) {
        const auto run = months_period(std::get<0>(t), std::get<0>(t) + std::chrono::days{std::get<1>(t) * 30});
        return run ? *run : *month_period(2025, 1);
    });
    law("whole months there and back, and whole months still", [&] {
        const Period start = *any_months;
        const int n = *rc::gen::inRange(-400, 400);
        const Grain step = *rc::gen::element(Grain::month, Grain::quarter, Grain::half, Grain::year, Grain::decade);
        const auto there = shifted(start, n, step);
        if (!there) return;
        RC_ASSERT(shifted(*there, -n, step) == std::optional(start));
        RC_ASSERT(months_period(there->first, there->last) == there);
    });
    law("days and weeks there and back", [] {
        const Period start = *rc::gen::element(day_period(*any_day()), week_period(*any_day(), std::chrono::Sunday));
        const int n = *rc::gen::inRange(-4000, 4000);
        const Grain step = *rc::gen::element(Grain::day, Grain::week);
        if (const auto there = shifted(start, n, step)) RC_ASSERT(shifted(*there, -n, step) == std::optional(start));
    });
    law("a shift keeps days their number and weeks their weekday", [] {
        const Day first = *any_day();
        const Period run{first, first + std::chrono::days{*rc::gen::inRange(0, 40)}, Grain::day};
        const auto moved = shifted(run, *rc::gen::inRange(-30, 30), *rc::gen::element(Grain::month, Grain::year));
        if (moved) RC_ASSERT(days_inclusive(*moved) == days_inclusive(run));
        const auto week = shifted(week_period(first, std::chrono::Monday), *rc::gen::inRange(-30, 30), Grain::year);
        if (week) RC_ASSERT(weekday_of(week->first) == std::chrono::Monday && days_inclusive(*week) == 7);
    });
    law("what is printed for machines reads back", [&] {
        const Period p = *rc::gen::element(day_period(*any_day()), *any_months,
                                           Period{*make_day(2025, 5, 7), *make_day(2025, 5, 10), Grain::day});
        const auto back = period_from(to_timex(p));
        RC_ASSERT(back.has_value());
        RC_ASSERT(back->first == p.first && back->last == p.last);
        RC_ASSERT(day_from(to_iso(p.first)) == std::optional(p.first));
    });
    law("every day is in one fiscal year, and the years join", [] {
        const Day day = *any_day();
        const FiscalCalendar calendar{*rc::gen::inRange(1U, 13U), *rc::gen::inRange(1U, 29U), *rc::gen::arbitrary<bool>()};
        const auto year = fiscal_year_of(day, calendar);
        if (!year) return;  // at either end of time
        RC_ASSERT(contains(*year, day_period(day)));
        const auto next = fiscal_year_of(year->last + std::chrono::days{1}, calendar);
        if (next) RC_ASSERT(next->first == year->last + std::chrono::days{1});
        RC_ASSERT(days_inclusive(*year) == 365 || days_inclusive(*year) == 366);
    });
    law("hulls hold both, and what is contained meets", [] {
        const Period a{*any_day(), *any_day(), Grain::day};
        const Period b{*any_day(), *any_day(), Grain::day};
        if (a.last < a.first || b.last < b.first) return;
        RC_ASSERT(contains(hull(a, b), a) && contains(hull(a, b), b));
        RC_ASSERT(meets(a, b) == meets(b, a));
        if (contains(a, b)) RC_ASSERT(meets(a, b));
    });
}
