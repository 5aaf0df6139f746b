#include "read/read.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace factcheck;

namespace {

struct Row {
    std::string about;
    std::string bytes;
    std::vector<std::string> paragraphs;  // a headline begins with "# "
};

const Row rows[] = {
    {"wrapped lines are one paragraph",
     "Exports rose\nby 5 percent.\nThey fell.\n\nNew.",
     {"Exports rose by 5 percent. They fell.", "New."}},
    {"emphasis", "It *rose* by **5.4** percent, ***indeed*** _so_ __too__.", {"It rose by 5.4 percent, indeed so too."}},
    {"emphasis inside words", "a_b_c un*frigging*real 2*3", {"a_b_c unfriggingreal 2*3"}},
    {"stars that stand alone", "5 * 3 and 70*", {"5 * 3 and 70"}},
    {"strike", "~~old~~ new ~5", {"old new ~5"}},
    {"link",
     "The [largest *export* destination](https://a.example/2023 \"t (x) 5\") is far.",
     {"The largest export destination is far."}},
    {"link over a line break", "The [largest\nexport](https://a.example) is far.", {"The largest export is far."}},
    {"reference link and its definition", "See [this][ref] now.\n\n[ref]: https://a.example/5\n", {"See this now."}},
    {"brackets are words", "He said [sic] (5) [and] so.", {"He said [sic] (5) [and] so."}},
    {"footnote", "It rose.[^1]\n\n[^1]: By 5 percent.", {"It rose.", "By 5 percent."}},
    {"image", "Up ![chart of 5](a.png) now", {"Up now"}},
    {"image in a link", "Up [![5](a.png)](b) now", {"Up now"}},
    {"code", "Run `5 times` and ``a ` b`` now ` then", {"Run and now ` then"}},
    {"fence", "One.\n```\n5 percent\n~~~\n```\nTwo.", {"One.", "Two."}},
    {"comment", "One <!-- 5 percent --> two.\n<!-- 6\n\n7 -->\nThree <!- 8.", {"One two.", "Three <!- 8."}},
    {"comments in a row", "<!-- a --><!-- b --> Text.", {"Text."}},
    {"tags and addresses", "A<br>b <b>c</b> <https://a.example/5> 3 < 5 > 2", {"A b c 3 < 5 > 2"}},
    {"entities",
     "5&nbsp;percent&#8212;up&#x21; AT&T &amp; &bogus; 2023&ndash;24",
     {"5 percent \xE2\x80\x94 up! AT&T & &bogus; 2023-24"}},
    {"escapes", "\\$5 \\*six\\* C:\\dir\\", {"$5 *six* C:\\dir\\"}},
    {"headings",
     "# One is #1\n\n## Two ##\nText.\n\nThree\n===\nFour\n---\n#five",
     {"# One is #1", "Two", "Text.", "Three", "Four", "#five"}},
    {"heading after text is no headline", "Text.\n\n# One\n", {"Text.", "One"}},
    {"title and heading", "---\ntitle: A title\n---\n# A heading\nText.", {"# A title", "# A heading", "Text."}},
    {"title said twice", "---\ntitle: \"A title\"\n---\n# A title\nText.", {"# A title", "Text."}},
    {"lists",
     "- one\n  more\n- two\n* three\n1. four\n12) five\n\n2024 was.",
     {"one more", "two", "three", "four", "five", "2024 was."}},
    {"quotes", "> One\n> two.\n>\n> > Three.", {"One two.", "Three."}},
    {"rules", "One.\n\n---\n* * *\nTwo.", {"One.", "Two."}},
    {"table", "| a | b |\n|---|:-:|\n| 1 | 2 |", {"| a | b |", "| 1 | 2 |"}},
    {"three hyphens that never close", "---\nText.", {"Text."}},
    {"byte order mark before the front matter", "\xEF\xBB\xBF---\ntitle: T\n---\nText.", {"# T", "Text."}},
    {"carriage returns", "# H\r\n\r\nOne\r\ntwo.\r\n", {"# H", "One two."}},
};

}  // namespace

TEST_CASE("Markdown's prose is read and its marks are not") {
    for (const Row& row : rows) {
        CAPTURE(row.about);
        const Text text = read_text(row.bytes, {.path = "a.md"});
        std::vector<std::string> found;
        for (std::size_t i = 0; i < text.paragraphs.size(); ++i) {
            bool headline = false;
            for (const Sentence& sentence : text.sentences)
                headline = headline || (sentence.paragraph == i && sentence.region == Region::headline);
            found.push_back((headline ? "# " : "") + std::string(words_at(text, text.paragraphs[i])));
        }
        std::string shown;
        for (const auto& paragraph : found) shown += paragraph + '\n';
        CAPTURE(shown);
        CHECK(found == row.paragraphs);
    }
}

TEST_CASE("spans skip the marks between words and not those around them") {
    const Text text = read_text("It **rose** by [5 percent](x) in &nbsp;May.", {.path = "a.md"});
    const auto origin = [&](std::string_view words) {
        const auto at = text.reading.find(words);
        REQUIRE(at != std::string::npos);
        const Span span = original_span(text, {at, at + words.size()});
        return text.original.substr(span.begin, span.size());
    };
    CHECK(origin("rose") == "rose");
    CHECK(origin("5 percent") == "5 percent");
    CHECK(origin("rose by 5 percent") == "rose** by [5 percent");
    CHECK(origin("percent in May") == "percent](x) in &nbsp;May");
}

TEST_CASE("what never closes is said") {
    const Text fence = read_text("One.\n\n```\nTwo.\n", {.path = "a.md"});
    CHECK(fence.notes ==
          std::vector<std::string>{"a code block that opens in line 3 is never closed; nothing below it was read"});
    CHECK(fence.partly_read);
    const Text comment = read_text("<!-- One.\n\nTwo.\n", {.path = "a.md"});
    CHECK(comment.notes == std::vector<std::string>{"a comment that opens in line 1 is never closed; nothing below it was read"});
    CHECK(comment.partly_read);
}
