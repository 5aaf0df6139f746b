#include "model/line_hash.hpp"

#include <doctest/doctest.h>

using factcheck::line_hashes;
using Strings = std::vector<std::string>;

// The values of the tests of github/codeql-action.
TEST_CASE("a line's hash is that of GitHub's code scanning") {
    CHECK(line_hashes("", {1}) == Strings{"c129715d7a2bc9a3:1"});
    CHECK(line_hashes(" a\nb\n  \t\tc\n d", {1, 2, 3, 4}) ==
          Strings{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"});
}

TEST_CASE("line endings, blanks and tabs do not count, equal lines are numbered") {
    const Strings plain = line_hashes("one\ntwo\nthree", {1, 2, 3});
    CHECK(line_hashes("one\r\ntwo\r\nthree", {1, 2, 3}) == plain);
    CHECK(line_hashes("o\tne\rt wo\rthree", {1, 2, 3}) == plain);
    const std::string line(120, 'x');
    const Strings same = line_hashes(line + "\n" + line + "\n" + line, {1, 2, 3});
    CHECK(same[0].substr(0, same[0].find(':')) == same[1].substr(0, same[1].find(':')));
    CHECK(same[0].ends_with(":1"));
    CHECK(same[1].ends_with(":2"));
}

TEST_CASE("lines that are not asked for are not said, and absent ones have no hash") {
    const Strings all = line_hashes("a\nb\nc", {1, 2, 3});
    CHECK(line_hashes("a\nb\nc", {2}) == Strings{all[1]});
    CHECK(line_hashes("a\nb\nc", {2, 9}) == Strings{all[1], ""});
    CHECK(line_hashes("\xF0\x9F\x8E\x89 \xE2\x82\xAC\n", {1}) != line_hashes("\xF0\x9F\x8E\x8A \xE2\x82\xAC\n", {1}));
}
