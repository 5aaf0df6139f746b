// Statistics in general words, on made-up countries: what is said, and the verdict of the whole sentence.
#include "factcheck.hpp"
#include "support/source.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace factcheck;

namespace {

struct Row {
    const char* text;
    const char* verdict;  // of the worst claim; "none": no claim
    const char* reason = "";
};

const Engine& engine() {
    static const Loaded loaded = load({testing::source("/tests/statistics/isles")}, false);
    REQUIRE_MESSAGE(loaded.engine.has_value(), (loaded.diagnostics.empty() ? "" : loaded.diagnostics.front().message));
    return *loaded.engine;
}

ReportDocument judged(const std::string& text) {
    Document document;
    document.bytes = text;
    document.date = "2021-03-01";
    return engine().check(document);
}

void hold(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const ReportDocument document = judged(row.text);
        const std::string want = row.verdict;
        if (want == "none") {
            CHECK(document.claims.empty());
            continue;
        }
        REQUIRE(!document.claims.empty());
        CAPTURE(document.claims.front().message);
        CHECK(std::string(name_of(document.verdict)) == want);
        if (*row.reason != '\0') CHECK(std::string(name_of(document.claims.front().reason)) == row.reason);
    }
}

}  // namespace

TEST_CASE("levels are judged by the year, by now, or by each year of a stretch") {
    hold({{"Life expectancy in Alba was 75 years in 2019.", "supported"},
          {"Life expectancy in Alba was 65 years in 2019.", "contradicted"},
          {"Life expectancy in Alba is over 70 years.", "supported"},
          {"Life expectancy in Borea remained below 79 years from 2010 to 2020.", "contradicted"},
          {"Life expectancy in Borea was 81 years in 1950.", "unverifiable", "history-too-short"},
          {"Life expectancy in Alba will be 90.", "unverifiable"},
          {"Life expectancy is 75 years.", "unverifiable", "no-entity"},
          {"The expedition to Alba took 75 years.", "none"}});
}

TEST_CASE("what is counted by the day is counted by the year") {
    hold({{"In Alba more than 20 people a day died from cancer in 2019.", "supported"},
          {"In Alba more than 200 people a day died from cancer in 2019.", "contradicted"}});
}

TEST_CASE("parts of one thing are added") {
    hold({{"Wind and solar power made up 32 percent of Alba's electricity in 2019.", "supported"},
          {"Wind and solar power made up 12 percent of Alba's electricity in 2019.", "contradicted"}});
}

TEST_CASE("directions, records, places and comparisons need no digit") {
    hold({{"Life expectancy in Alba has risen steadily since 2010.", "supported"},
          {"Life expectancy in Alba has fallen since 2010.", "contradicted"},
          {"Life expectancy in Corvia has risen every year since 2010.", "contradicted"},
          {"In 2020, life expectancy in Borea was the lowest since 2010.", "supported"},
          {"In 2020, life expectancy in Alba was the lowest since 2010.", "contradicted"},
          {"Borea has the highest life expectancy in the Isles.", "supported"},
          {"Corvia has the highest life expectancy in the Isles.", "contradicted"},
          {"Life expectancy in Alba is higher than in Borea.", "contradicted"},
          {"Life expectancy in Alba is higher than in Corvia.", "supported"},
          {"Wind power has overtaken solar power in Alba.", "supported"},
          {"Solar power has overtaken wind power in Alba.", "contradicted"}});
}

TEST_CASE("no claim without its evidence") {
    const ReportDocument document = judged("Life expectancy in Alba was 65 years in 2019.");
    REQUIRE(document.claims.size() == 1);
    REQUIRE(document.claims.front().evidence.size() == 1);
    CHECK(document.claims.front().evidence.front().value == "74.9");
    CHECK(document.claims.front().evidence.front().source == "Isles Yearbook");
}

TEST_CASE("findings of general words are hints") {
    const ReportDocument document = judged("Life expectancy in Alba was 65 years in 2019.");
    REQUIRE(document.claims.size() == 1);
    CHECK(document.claims.front().verdict == Verdict::contradicted);
    CHECK(document.claims.front().severity == Severity::info);
}

TEST_CASE("a sentence that names neither topic nor country is about something else") {
    CHECK(judged("Life expectancy in Alba was 75 years in 2019. The voyage took 31 years.").claims.size() == 1);
    CHECK(judged("Life expectancy in Alba was 75 years in 2019. In Borea it was 60 years.").claims.size() == 2);
}
