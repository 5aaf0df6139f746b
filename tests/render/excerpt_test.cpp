#include "render/excerpt.hpp"
#include "render/columns.hpp"

#include <doctest/doctest.h>

using namespace factcheck;

TEST_CASE("a short line is shown whole") {
    const Excerpt e = excerpt_of("They sold 5 cars.", {5, 16}, {10, 11}, 80);
    CHECK(e.line == "They sold 5 cars.");
    CHECK(e.marks == "     ~~~~~^~~~~~");
}

TEST_CASE("marks stand under wide characters, combining marks and tabs") {
    const Excerpt wide = excerpt_of("日本 sold 5", {3, 9}, {8, 9}, 80);
    CHECK(wide.line == "日本 sold 5");
    CHECK(wide.marks == "     ~~~~~^");
    const Excerpt combining = excerpt_of("Cafe\u0301 sold 5", {6, 12}, {11, 12}, 80);
    CHECK(combining.marks == "     ~~~~~^");
    const Excerpt tab = excerpt_of("a\tsold 5", {2, 8}, {7, 8}, 80);
    CHECK(tab.line == "a   sold 5");
    CHECK(tab.marks == "    ~~~~~^");
    const Excerpt emoji = excerpt_of("😀 5", {2, 3}, {2, 3}, 80);
    CHECK(emoji.marks == "   ^");
}

TEST_CASE("a long line is cut at words around the claim, at most 160 code points") {
    std::string line;
    for (int i = 0; i < 40; ++i) line += "word ";
    line += "exports of $5.54 billion ";
    for (int i = 0; i < 40; ++i) line += "tail ";
    const Excerpt e = excerpt_of(line, {200, 224}, {211, 224}, 76);
    CHECK(columns_of(e.line) <= 76);
    CHECK(e.line.find("…word ") == 0);
    CHECK(e.line.find("exports of $5.54 billion") != std::string::npos);
    CHECK(e.line.substr(e.line.size() - 7) == "tail…");
    const std::size_t at = columns_of(e.line.substr(0, e.line.find("$5.54")));
    CHECK(e.marks.find('^') == at);
    CHECK(e.marks.size() == at + 13);
    const Excerpt unlimited = excerpt_of(line, {200, 224}, {211, 224}, 100000);
    CHECK(cells_of(unlimited.line).size() <= 160);
}

TEST_CASE("a claim longer than the line is shown around its focus") {
    std::string line(150, 'x');
    line += " $5 ";
    line += std::string(150, 'y');
    const Excerpt e = excerpt_of(line, {0, line.size()}, {151, 153}, 40);
    CHECK(columns_of(e.line) <= 40);
    CHECK(e.line.find("$5") != std::string::npos);
    CHECK(e.marks.find("^^") == columns_of(e.line.substr(0, e.line.find("$5"))));
}

TEST_CASE("odd marks and bytes are harmless") {
    CHECK(excerpt_of("", {3, 9}, {5, 7}, 80).line.empty());
    CHECK(excerpt_of("abc", {2, 900}, {9, 3}, 80).marks == "  ~");
    CHECK(excerpt_of("a\nb\r\nc", {0, 6}, {0, 0}, 80).line == "a b  c");
    const Excerpt invalid = excerpt_of("a\xff\xfe 5", {4, 5}, {4, 5}, 80);
    CHECK(invalid.line == "a\uFFFD\uFFFD 5");
    CHECK(invalid.marks == "    ^");
    const Excerpt escape = excerpt_of("\x1b[31m 5", {6, 7}, {6, 7}, 80);
    CHECK(escape.line == "<U+001B>[31m 5");
    CHECK(escape.marks == "             ^");
    for (std::size_t columns = 0; columns < 60; ++columns)
        CHECK(columns_of(excerpt_of("one two three four five six seven eight nine ten", {8, 18}, {8, 13}, columns).line) <=
              std::max<std::size_t>(columns, 20));
}

TEST_CASE("text is cut at a word") {
    CHECK(shortened("exports reaching new heights", 80) == "exports reaching new heights");
    CHECK(shortened("exports reaching new heights", 22) == "exports reaching new…");
}
