// The table of units: codes are known once, forms are found whole, conversions are exact and undo each other.
#include "lexicon/units.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace factcheck;

TEST_CASE("no code stands twice in a dimension, and each row is found by its own name") {
    std::set<std::string> seen;
    for (const UnitRow& row : unit_table()) {
        INFO("code: ", row.unit.code);
        CHECK(seen.insert(std::string(row.unit.code)).second);
        CHECK(unit_from_code(row.unit.code) == row.unit);
        CHECK(unit_row(row.unit) == &row);
        if (row.name.empty()) continue;
        const UnitAt found = unit_at(row.name);
        REQUIRE(found.row != nullptr);
        CHECK(found.row->unit == row.unit);
        CHECK(found.size == row.name.size());
    }
    CHECK(!unit_from_code("furlong"));
}

TEST_CASE("the longest form counts, to the end of its word, in its case") {
    CHECK(unit_at("cubic feet of gas").row->unit.code == "[cft_i]");
    CHECK(unit_at("cubic feet of gas").size == 10);
    CHECK(unit_at("MB of data").row->unit.code == "MBy");
    CHECK(unit_at("mb of data").row == nullptr);
    CHECK(unit_at("kmart").row == nullptr);
    CHECK(unit_at("Hong Kong dollars").row->unit.code == "HKD");
    CHECK(unit_at("metres").row->unit.code == "m");
    CHECK(unit_at("people").row == nullptr);
    CHECK(currency_before("US$5").row->unit.code == "USD");
    CHECK(currency_before("HK $ 5").size == 4);
    CHECK(currency_before("Rs500").row->unit.code == "INR");
    CHECK(currency_before("TOP 5").row == nullptr);
}

TEST_CASE("conversions are exact, undo each other and keep to their dimension") {
    CHECK(conversion(*unit_from_code("km"), *unit_from_code("m")) == Rational(1000));
    CHECK(conversion(*unit_from_code("a"), *unit_from_code("d")) == Rational(1461, 4));
    CHECK(conversion(*unit_from_code("[bp]"), *unit_from_code("[pp]")) == Rational(1, 100));
    CHECK(conversion(*unit_from_code("USX"), *unit_from_code("USD")) == Rational(1, 100));
    CHECK(!conversion(*unit_from_code("USD"), *unit_from_code("EUR")));
    CHECK(!conversion(*unit_from_code("km"), *unit_from_code("kg")));
    CHECK(!conversion(*unit_from_code("Cel"), *unit_from_code("[degF]")));
    for (const UnitRow& a : unit_table())
        for (const UnitRow& b : unit_table()) {
            const auto there = conversion(a.unit, b.unit);
            const auto back = conversion(b.unit, a.unit);
            REQUIRE(there.has_value() == back.has_value());
            if (there) CHECK(*there * *back == 1);
        }
}
