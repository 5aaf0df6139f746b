#include "diagnose/locate.hpp"

#include <doctest/doctest.h>

using namespace factcheck;

TEST_CASE("columns in UTF-16 count a picture twice, on its own line only") {
    Text text;
    text.original = "a\xF0\x9F\x8E\x89 5\n\xF0\x9F\x8E\x89\xE2\x82\xAC 7 million\n";
    index_lines(text);
    ReportClaim first;
    first.start = 3;  // "5"
    first.end = 4;
    first.column = 4;
    first.end_column = 5;
    ReportClaim second;
    second.start = 8;  // "7 million"
    second.end = 17;
    second.line = second.end_line = 2;
    second.column = 4;
    second.end_column = 13;
    second.replace_start = 8;
    second.replace_end = 9;
    std::vector<ReportClaim> claims{first, second};
    add_utf16(text, claims);
    CHECK(claims[0].utf16_column == 5);
    CHECK(claims[0].utf16_end_column == 6);
    CHECK(claims[1].utf16_column == 5);
    CHECK(claims[1].utf16_end_column == 14);
    CHECK(claims[1].utf16_replace_start == 10);
    CHECK(claims[1].utf16_replace_end == 11);
}
