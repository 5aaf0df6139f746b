#include "cli/progress.hpp"

#include <doctest/doctest.h>

using namespace factcheck;

TEST_CASE("how far a run is, and how long it will take") {
    CHECK(progress_line(1, 0, 0, 0, 0) == "1 document, 0 findings");
    CHECK(progress_line(12'000, 3, 500, 0, 10'000) == "12000 documents, 3 findings");
    CHECK(progress_line(12'000, 3, 250'000, 1'000'000, 10'000) == "12000 documents, 3 findings, 24 %, 30 s left");
    CHECK(progress_line(2, 1, 1'000'000, 1'000'000, 10'000) == "2 documents, 1 finding, 99 %, 0 s left");
    CHECK(progress_line(2, 1, 1'000'000, 3'000'000'000, 10'000) == "2 documents, 1 finding, 0 %, 8 h left");
    CHECK(progress_line(2, 1, 10'000'000, 1'000'000'000, 10'000) == "2 documents, 1 finding, 0 %, 17 min left");
}
