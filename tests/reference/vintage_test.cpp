// tests/corpus/vintage.yaml row by row; what a printed figure stands for; laws of vintages.
#include "reference/vintage.hpp"

#include "support/source.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace factcheck;

namespace {

Observation row_of(const std::string& published, const std::string& value, int unit_mult, std::size_t row) {
    Observation out;
    const auto when = period_from(published);
    const auto number = decimal_from(value);
    REQUIRE(when);
    REQUIRE(number);
    out.published = {when->first, when->last, published};
    out.value = *number;
    out.unit_mult = unit_mult;
    out.row = row;
    return out;
}

Series series_of(const YAML::Node& node) {
    Series out;
    const std::string rounding = node["rounding"].as<std::string>("either");
    out.rounding = rounding == "exact"     ? SourceRounding::exact
                   : rounding == "half_up" ? SourceRounding::half_up
                                           : SourceRounding::either;
    out.unit = node["unit"] ? Unit{Dimension::count, "1"} : Unit{Dimension::money, "USD"};
    return out;
}

std::vector<std::vector<std::size_t>> shape_of(const std::vector<Vintage>& all) {
    std::vector<std::vector<std::size_t>> out;
    for (const Vintage& vintage : all) {
        auto& rows = out.emplace_back(1, vintage.finest.row);
        for (const Observation& row : vintage.rows)
            if (row.row != vintage.finest.row) rows.push_back(row.row);
    }
    return out;
}

Interval set_of(const std::string& value, SourceRounding rounding, int unit_mult = 0, Unit unit = {Dimension::money, "USD"}) {
    Series series;
    series.rounding = rounding;
    series.unit = unit;
    return evidence_set(row_of("2024", value, unit_mult, 0), series);
}

Rational number(const char* text) { return *rational_from(text); }

}  // namespace

TEST_CASE("the corpus of vintages") {
    const YAML::Node cases = YAML::LoadFile(testing::source("/tests/corpus/vintage.yaml"));
    REQUIRE(cases.size() > 10);
    for (const YAML::Node& one : cases) {
        const std::string about = one["about"].as<std::string>();
        CAPTURE(about);
        std::vector<Observation> rows;
        for (const YAML::Node& row : one["rows"])
            rows.push_back(row_of(row[0].as<std::string>(), row[1].as<std::string>(), row[2].as<int>(), rows.size()));
        const std::vector<Vintage> all = vintages(rows, series_of(one));
        using Shape = std::vector<std::vector<std::size_t>>;
        CHECK(shape_of(all) == one["vintages"].as<Shape>());
        for (const auto& entry : one["in_force"]) {
            const std::string day = entry.first.as<std::string>();
            CAPTURE(day);
            const InForce got = in_force(all, day == "none" ? std::nullopt : day_from(day));
            const Shape wanted = entry.second.as<Shape>();
            CHECK(got.surely == wanted[0]);
            CHECK(got.possibly == wanted[1]);
        }
    }
}

TEST_CASE("what a printed figure stands for") {
    CHECK(set_of("5.44", SourceRounding::either) == closed(number("5.435"), number("5.45")));
    CHECK(set_of("-5.44", SourceRounding::either) == closed(number("-5.45"), number("-5.435")));
    CHECK(set_of("5.40", SourceRounding::either) == closed(number("5.395"), number("5.41")));
    CHECK(set_of("5444", SourceRounding::either, 6) == closed(number("5443500000"), number("5445000000")));
    CHECK(set_of("0", SourceRounding::either) == closed(number("-0.5"), Rational(1)));
    CHECK(set_of("11.00", SourceRounding::exact) == exactly(Rational(11)));
    const Interval half_up = set_of("5.44", SourceRounding::half_up);
    CHECK(contains(half_up, number("5.435")));
    CHECK_FALSE(contains(half_up, number("5.445")));
    const Interval below_zero = set_of("-5.44", SourceRounding::half_up);
    CHECK(contains(below_zero, number("-5.435")));
    CHECK_FALSE(contains(below_zero, number("-5.445")));
    const Interval zero = set_of("0", SourceRounding::half_up);
    CHECK(contains(zero, number("-0.499")));
    CHECK_FALSE(contains(zero, number("0.5")));
    CHECK_FALSE(contains(zero, number("-0.5")));
    const Unit people{Dimension::count, "1"};
    CHECK(set_of("999", SourceRounding::either, 0, people) == exactly(Rational(999)));
    CHECK(set_of("1000", SourceRounding::either, 0, people) == closed(number("999.5"), Rational(1001)));
    CHECK(set_of("0.9", SourceRounding::either, 3, people) == closed(Rational(850), Rational(1000)));
    CHECK(set_of("26.5", SourceRounding::either, 0, people) == closed(number("26.5"), number("26.5")));
}

namespace {

std::vector<Observation> any_rows() {
    std::vector<Observation> out;
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
        Observation row;
        row.value = {*rc::gen::inRange(-300, 300), *rc::gen::inRange(-2, 2)};
        const Day first = *make_day(2024, 1, 1) + std::chrono::days{*rc::gen::inRange(0, 400)};
        row.published = {first, first + std::chrono::days{*rc::gen::element(0, 30)}, ""};
        row.row = out.size();
        out.push_back(row);
    }
    return out;
}

}  // namespace

TEST_CASE("laws of vintages") {
    CHECK(rc::check([] {
        const std::vector<Observation> rows = any_rows();
        Series series;
        series.unit = {Dimension::money, "USD"};
        const std::vector<Vintage> all = vintages(rows, series);
        std::size_t count = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            count += all[i].rows.size();
            RC_ASSERT(!all[i].rows.empty());
            RC_ASSERT(all[i].since == all[i].rows.front().published);
            for (const Observation& row : all[i].rows) RC_ASSERT(all[i].finest.base_place() <= row.base_place());
            if (i == 0) continue;
            RC_ASSERT(all[i - 1].since.last <= all[i].since.last);
            RC_ASSERT(!meets(evidence_set(all[i].rows.front(), series), evidence_set(all[i - 1].finest, series)));
        }
        RC_ASSERT(count == rows.size());  // no row is lost

        const Day day = *make_day(2024, 1, 1) + std::chrono::days{*rc::gen::inRange(-10, 450)};
        const InForce now = in_force(all, day);
        RC_ASSERT(now.surely.size() <= 1U);
        for (const std::size_t i : now.surely) RC_ASSERT(all[i].since.last <= day);
        for (const std::size_t i : now.possibly)
            RC_ASSERT((all[i].since.last > day && (now.surely.empty() || i > now.surely.front())));
        // A day later nothing that surely was in force has been forgotten.
        const InForce later = in_force(all, day + std::chrono::days{1});
        RC_ASSERT((now.surely.empty() || (!later.surely.empty() && later.surely.front() >= now.surely.front())));
    }));
}
