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
    CHECK(unit_at("mb of air").row->unit.code == "mbar");
    CHECK(unit_at("square-foot house").row->unit.code == "[sft_i]");
    CHECK(unit_at("won the cup").weak);
    CHECK(unit_at("kmart").row == nullptr);
    CHECK(unit_at("Hong Kong dollars").row->unit.code == "HKD");
    CHECK(unit_at("metres").row->unit.code == "m");
    CHECK(unit_at("people").row == nullptr);
    CHECK(currency_before("US$5").row->unit.code == "USD");
    CHECK(currency_before("HK $ 5").size == 4);
    CHECK(currency_before("Rs500").row->unit.code == "INR");
    CHECK(currency_before("TOP 5").row == nullptr);
    CHECK(currency_before("COP 26").weak);
}

TEST_CASE("every currency is read by its code, its name in ISO 4217 and its plural") {
    for (const UnitRow& row : unit_table()) {
        if (row.official.empty()) continue;
        INFO("code: ", row.unit.code);
        CHECK(row.unit.code.size() == 3);
        const UnitAt by_name = unit_at(std::string(row.official) + "s");
        REQUIRE(by_name.row != nullptr);
        CHECK(by_name.row->unit.dimension == Dimension::money);
        const UnitAt by_code = currency_before(row.unit.code);
        if (by_code.row != nullptr) CHECK(by_code.row->unit == row.unit);
    }
}

TEST_CASE("SI prefixes make units, their names and their factors") {
    CHECK(unit_at("megapascals").row->unit.code == "MPa");
    CHECK(unit_at("µg/m³ of dust").row->unit.code == "ug/m3");
    CHECK(unit_at("sq km").row->unit.code == "km2");
    CHECK(unit_at("terawatt-hours").row->unit.code == "TW.h");
    CHECK(unit_at("KWh").row->unit.code == "kW.h");
    CHECK(conversion(*unit_from_code("km2"), *unit_from_code("m2")) == Rational(1'000'000));
    CHECK(conversion(*unit_from_code("cm3"), *unit_from_code("L")) == Rational(1, 1000));
    CHECK(conversion(*unit_from_code("mg"), *unit_from_code("kg")) == Rational(1, 1'000'000));
    CHECK(conversion(*unit_from_code("GW.h"), *unit_from_code("kW.h")) == Rational(1'000'000));
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
