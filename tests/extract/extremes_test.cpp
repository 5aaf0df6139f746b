// Numbers at the ends of what is kept: no sum runs over, no denominator is lost, and what is not kept is said to be too large.
#include "extract/extract.hpp"
#include "mentions.hpp"
#include "read/read.hpp"
#include "support/extraction_holds.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace factcheck;

namespace {

std::vector<ReportMention> read(const std::string& words) {
    return mentions_of(read_text(words, {.date = day_from("2025-08-04"), .input_format = "text"}));
}

std::string nines(int count) { return std::string(static_cast<std::size_t>(count), '9'); }

}  // namespace

TEST_CASE("the value of a mention is exact or is not given") {
    struct Row {
        std::string text;
        std::string words;  // of the first mention
        std::optional<std::string> value;
    };
    const std::vector<Row> rows{
        // Parts of a smaller unit: only such as people write.
        {"He is 5 feet 1e-32 inches tall.", "5 feet", "5"},
        {"He is 5 feet 2.5^-20 inches tall.", "5 feet", "5"},
        {"He is 5 feet 1e1 inches tall.", "5 feet", "5"},
        {"He is 5 feet 2.25 inches tall.", "5 feet 2.25 inches", "5.1875"},
        {"It lies -5 feet 3 inches below.", "-5 feet 3 inches", "-5.25"},
        {"It is " + nines(30) + " miles 1.25 yards long.", nines(30) + " miles", nines(30)},
        {"It is -" + nines(30) + " miles 1.25 yards long.", "-" + nines(30) + " miles", "-" + nines(30)},
        // Parts of wholes.
        {"It hits 1 in 18,446,744,073,709,551,621 people.", "1", "1"},
        {"It hits 1 in 4,000,000,001 people.", "1", "1"},
        {"It hits 1 in 4,000,000,000 people.", "1 in 4,000,000,000", "0.00000000025"},
        {"It is one over twenty quintillion.", "one over twenty quintillion", std::nullopt},
        {"It is one over nine hundred ninety-nine quintillion.", "one over nine hundred ninety-nine quintillion", std::nullopt},
        // Powers.
        {"It is 0.000000000000001^99 of it.", "0.000000000000001^99", std::nullopt},
        {"It is 0.000000000000001^-99 of it.", "0.000000000000001^-99", std::nullopt},
        {"It is 0.1^20 of it.", "0.1^20", "0.00000000000000000001"},
        {"It is 0^-5 of it.", "0^-5", std::nullopt},
        {"It is " + nines(30) + "^2 of it.", nines(30) + "^2", std::nullopt},
        // Number words.
        {"It was five million point two.", "five million point two", "5000000.2"},
        {"It held 12345678901 thousand 3 hundred and 5 bits.", "12345678901 thousand 3 hundred and 5 bits", std::nullopt},
        // Lengths of time.
        {"It lasted -18446744073709551611 days.", "-18446744073709551611 days", "-18446744073709551611"},
    };
    for (const Row& row : rows) {
        const auto found = read(row.text);
        INFO(row.text);
        REQUIRE(!found.empty());
        CHECK(found.front().text == row.words);
        CHECK(found.front().value == row.value);
    }
}

TEST_CASE("a margin round a number of any size") {
    const auto far = read("It was -" + nines(29) + " ± 0.000000000000001 km.");
    REQUIRE(!far.empty());
    CHECK(!far.front().low);
    const auto near = read("It was -5 ± 3 km.");
    REQUIRE(near.size() == 1);
    CHECK(near.front().low == "-8");
    CHECK(near.front().high == "-2");
}

TEST_CASE("mentions are the same however many there are") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "It sold 5 cars in May. ";
    const auto found = read(text + "It rose in June 2023. It fell the following month.");
    REQUIRE(found.size() > 6000);
    CHECK(found.back().timex == "2023-07");
    // What was named stands far behind, and nothing after it names a time.
    std::string figures;
    for (int i = 0; i < 3000; ++i) figures += "It sold 5 cars. ";
    CHECK(read("It rose in June 2023. " + figures + "It fell the following month.").back().timex == "2023-07");
}

// Every number of some extreme ones in every place that a number may have.
TEST_CASE("extreme numbers break nothing, wherever they stand") {
    const std::vector<std::string> numbers{"0",
                                           "-0",
                                           "1e99",
                                           "-1e99",
                                           "1e-99",
                                           "2.5^-20",
                                           "0.00001^-99",
                                           nines(30),
                                           nines(31),
                                           "-" + nines(30),
                                           "0." + nines(29),
                                           "0.0000000000000000000000000000001",
                                           "9,999,999,999,999,999,999,999,999,999,999",
                                           "1/100000",
                                           "99 999/1000",
                                           nines(12) + "-1/64",
                                           "999999999 quintillion",
                                           "1e99 quintillion",
                                           "nine hundred ninety-nine quintillion nine hundred trillion",
                                           "nine quintillion point ninety ninety ninety ninety ninety ninety",
                                           "one over nine hundred ninety-nine quintillion",
                                           "2147483648",
                                           "4294967296",
                                           "9223372036854775808",
                                           "18446744073709551616"};
    const std::vector<std::string> places{"It is # long.",
                                          "It is #%.",
                                          "It is -# km.",
                                          "It is $# million.",
                                          "It is # million and a half.",
                                          "It is # and 2/3.",
                                          "It is # feet # inches.",
                                          "It is # miles # yards.",
                                          "It is $# and # cents.",
                                          "It is #-# percent.",
                                          "It is # to # tonnes.",
                                          "It rose # to # percent.",
                                          "It rose from # to # in May.",
                                          "It is between # and # billion.",
                                          "It is # ± #.",
                                          "It is # km plus or minus #.",
                                          "It is more than # but less than #.",
                                          "It is about #.",
                                          "It is nearly # people.",
                                          "It is just over # years.",
                                          "It is # or # days.",
                                          "It is one in #.",
                                          "It is # in #.",
                                          "It is # out of #.",
                                          "It is 1:#.",
                                          "It is # times as much.",
                                          "It fell by a factor of #.",
                                          "It rose #-fold.",
                                          "It is #x.",
                                          "It is # dozen.",
                                          "It is # years ago.",
                                          "It is # centuries from now.",
                                          "It is # quarters after 5 May 2024.",
                                          "It is in # fortnights, they will say.",
                                          "It is the last # decades.",
                                          "It is the first # months of 2024.",
                                          "It is the top #.",
                                          "It is number #.",
                                          "It is the #th largest.",
                                          "It is May #, #.",
                                          "It is #/#/#.",
                                          "It is #:# p.m. on #.",
                                          "It is Q# FY#.",
                                          "It is # BC.",
                                          "It is week # of #.",
                                          "He is # years old.",
                                          "He is aged # to #.",
                                          "It is # barrels per # people.",
                                          "It is ^#^#."};
    const auto filled = [](std::string place, const std::string& a, const std::string& b) {
        for (bool first = true; place.find('#') != std::string::npos; first = !first)
            place.replace(place.find('#'), 1, first ? a : b);
        return place;
    };
    for (const std::string& place : places)
        for (const std::string& a : numbers)
            for (const std::string& b : numbers) {
                if (&b != &numbers.front() && place.find('#') == place.rfind('#')) break;
                const std::string words = filled(place, a, b);
                const Text text = read_text(words, {.date = day_from("2025-08-04"), .input_format = "text"});
                Work work;
                const auto found = extract(text, work);
                INFO(words);
                REQUIRE(testing::what_breaks(text, found) == "");
                REQUIRE(testing::what_breaks(text.original, mentions_of(text)) == "");
            }
}
