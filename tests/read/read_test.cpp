#include "read/read.hpp"

#include "model/limits.hpp"
#include "model/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace factcheck;

namespace {

Text plain(std::string bytes) { return read_text(std::move(bytes), {.path = "a.txt"}); }
Text markdown(std::string bytes) { return read_text(std::move(bytes), {.path = "a.md"}); }

std::vector<std::string> sentences(const Text& text) {
    std::vector<std::string> out;
    for (const Sentence& sentence : text.sentences) out.emplace_back(words_at(text, sentence.span));
    return out;
}

using Sentences = std::vector<std::string>;

// The original bytes that gave the first such word of the reading copy.
std::string origin(const Text& text, std::string_view word) {
    const auto at = text.reading.find(word);
    REQUIRE(at != std::string::npos);
    const Span span = original_span(text, {at, at + word.size()});
    return text.original.substr(span.begin, span.size());
}

}  // namespace

TEST_CASE("a plain text reads as it is") {
    const Text text = plain("Exports rose. Imports fell by 5.4 percent!");
    CHECK(sentences(text) == Sentences{"Exports rose.", "Imports fell by 5.4 percent!"});
    CHECK(text.reading == text.original);
    CHECK(text.paragraphs == std::vector<Span>{{0, 42}});
    CHECK(text.notes.empty());
    CHECK_FALSE(text.partly_read);
}

TEST_CASE("no bytes, no words") {
    for (const auto* bytes : {"", "\n", " \r\n\t \n", "\xEF\xBB\xBF", "\xE2\x80\x8B"}) {
        const Text text = plain(bytes);
        CHECK(text.sentences.empty());
        CHECK(text.paragraphs.empty());
        CHECK(text.reading.empty());
        CHECK_FALSE(text.partly_read);
    }
}

TEST_CASE("characters are made plain and keep their place") {
    struct Row {
        std::string original, reading;
    };
    const Row rows[] = {
        {"\xE2\x80\x9Clandmark\xE2\x80\x9D deal", "\"landmark\" deal"},
        {"Pakistan\xE2\x80\x99s", "Pakistan's"},
        {"2023\xE2\x80\x93"
         "2024",
         "2023-2024"},
        {"2023\xE2\x80\x94"
         "2024",
         "2023-2024"},
        {"reserves\xE2\x80\x94"
         "an initiative",
         "reserves \xE2\x80\x94 an initiative"},
        {"reserves--an initiative", "reserves \xE2\x80\x94 an initiative"},
        {"minus \xE2\x88\x92"
         "5",
         "minus -5"},
        {"5\xC2\xA0percent", "5 percent"},
        {"5\xE2\x80\x89"
         "444",
         "5 444"},
        {"5\xE2\x80\x8B.44", "5.44"},
        {"5\xEF\xBB\xBF.44", "5.44"},
        {"five\xE2\x80\xA6 six", "five... six"},
        {"\xEF\xBC\x91\xEF\xBC\x92 tonnes", "12 tonnes"},
        {"\xD9\xA1\xD9\xA2\xD9\xAB\xD9\xA5", "12.5"},
        {"a\xFF"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"two  words\tthree", "two words three"},
        {"12  34", "12\t34"},
        {"12\t34", "12\t34"},
        {"caf\xC3\xA9", "caf\xC3\xA9"},
        {"\xF0\x9F\x98\x80 up", "\xF0\x9F\x98\x80 up"},
        {"-5 and ----", "-5 and ----"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.original);
        const Text text = plain(row.original);
        CHECK(text.reading == row.reading);
        CHECK(original_span(text, {0, text.reading.size()}) == Span{0, row.original.size()});
    }
}

TEST_CASE("a span of the reading copy maps to the smallest span of bytes that gave it") {
    const Text text = plain("the \xE2\x80\x9Cnew\xE2\x80\x9D 5\xE2\x80\x8B.44\r\nbillion");
    CHECK(text.reading == "the \"new\" 5.44 billion");
    CHECK(origin(text, "new") == "new");
    CHECK(origin(text, "\"new\"") == "\xE2\x80\x9Cnew\xE2\x80\x9D");
    CHECK(origin(text, "5") == "5");
    CHECK(origin(text, "5.44") == "5\xE2\x80\x8B.44");
    CHECK(origin(text, ".44") == ".44");
    CHECK(origin(text, "5.44 billion") == "5\xE2\x80\x8B.44\r\nbillion");
}

TEST_CASE("invalid bytes stay, read as U+FFFD and are counted") {
    const Text text = plain("\x80\xC0\xAF rose \xED\xA0\x80 by \xF4\x90\x80\x80 5\xE2\x80");
    CHECK(text.invalid_bytes == 12);
    CHECK(text.original.size() == 24);
    REQUIRE(text.notes.size() == 1);
    CHECK(text.notes.front() == "12 bytes are not UTF-8 and read as U+FFFD; save the text as UTF-8");
    CHECK(text.reading == valid_utf8(text.reading));
    CHECK(origin(text, "rose") == "rose");
}

TEST_CASE("line and column count code points of the original") {
    const std::string bytes =
        "\xEF\xBB\xBF"
        "one\r\n\xF0\x9F\x98\x80 \xE2\x80\x9Ctwo\xE2\x80\x9D 5\rthree\n\nend";
    const Text text = plain(bytes);
    const auto at = [&](std::string_view word) { return line_column(text, bytes.find(word)); };
    CHECK(at("one") == LineColumn{1, 1});  // the byte order mark is a code point
    CHECK(at("two") == LineColumn{2, 4});
    CHECK(at("5") == LineColumn{2, 9});
    CHECK(at("three") == LineColumn{3, 1});
    CHECK(at("end") == LineColumn{5, 1});
    CHECK(original_line_of(text, bytes.find("two")) == Span{8, 24});
    CHECK(code_points_before(text, bytes.size()) == 26);
}

TEST_CASE("look-ups far into one long line") {
    std::string bytes;
    for (int i = 0; i < 10'000; ++i) bytes += "\xE2\x82\xAC";
    const Text text = plain(bytes + "5");
    CHECK(line_column(text, bytes.size()) == LineColumn{1, 10'001});
    CHECK(code_points_before(text, bytes.size() + 1) == 10'001);
}

TEST_CASE("paragraphs of plain text") {
    struct Row {
        std::string about;
        std::string bytes;
        Sentences paragraphs;
    };
    const std::string long_line = "The " + std::string(130, 'x') + " end.";
    const Row rows[] = {
        {"blank lines part", "One is here.\n\nTwo is here.", {"One is here.", "Two is here."}},
        {"wrapped lines join",
         "Exports to the United States rose in the year that ended\nin June to $5.44 billion.\n",
         {"Exports to the United States rose in the year that ended in June to $5.44 billion."}},
        {"unwrapped lines are paragraphs", long_line + "\n" + long_line + "\n", {long_line, long_line}},
        {"an indent parts",
         "   First paragraph of the wrapped\ntext.\n   Second paragraph.\n",
         {"First paragraph of the wrapped text.", "Second paragraph."}},
        {"a line with room for the next word ended on purpose",
         "Exports rose.\nImports fell by more than ten percent.\n",
         {"Exports rose.", "Imports fell by more than ten percent."}},
        {"lines broken by sense join",
         "Exports reached $5.4 billion\nin fiscal 2024.",
         {"Exports reached $5.4 billion in fiscal 2024."}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        const Text text = plain(row.bytes);
        Sentences found;
        for (const Span paragraph : text.paragraphs) found.emplace_back(words_at(text, paragraph));
        std::string shown;
        for (const auto& paragraph : found) shown += paragraph + '\n';
        CAPTURE(shown);
        CHECK(found == row.paragraphs);
    }
}

TEST_CASE("a headline of plain text") {
    const Text text = plain("Exports reach $5.44 billion\n\nExports rose. They fell.\n");
    REQUIRE(text.sentences.size() == 3);
    CHECK(text.sentences[0].region == Region::headline);
    CHECK(text.sentences[1].region == Region::body);
    CHECK(text.sentences[2].paragraph == 1);
    CHECK(plain("Exports reach $5.44 billion\n").sentences[0].region == Region::body);
}

TEST_CASE("the document's date") {
    struct Row {
        std::string about;
        std::string path, bytes, date, from;
    };
    const Row rows[] = {
        {"front matter", "a.md", "---\ndate: 2025-08-04\n---\nText.", "2025-08-04", "front matter"},
        {"front matter, timestamp", "a.md", "---\ndate: 2025-08-04T23:10:00+05:00\n---\nText.", "2025-08-04", "front matter"},
        {"front matter, words", "a.md", "---\ndate: \"Monday, 4 August 2025\"\n---\nText.", "2025-08-04", "front matter"},
        {"front matter, American", "a.md", "---\ndate: August 4, 2025  # of print\n---\nText.", "2025-08-04", "front matter"},
        {"front matter beats dateline and name", "2024-01-01-a.md",
         "---\ndate: 2025-08-04\n---\nLONDON, March 3, 2023 (Reuters) - Text.", "2025-08-04", "front matter"},
        {"dateline with a year", "a.txt", "LONDON, March 3, 2023 (Reuters) - Text.", "2023-03-03", "dateline"},
        {"dateline with a dash", "a.txt", "ISLAMABAD, 3 March 2023 \xE2\x80\x93 Text.", "2023-03-03", "dateline"},
        {"dateline without a year", "a.txt", "LONDON, March 3 (Reuters) - Text.", "", ""},
        {"a date in prose is no dateline", "a.txt", "The deal of March 3, 2023 - a landmark - held.", "", ""},
        {"file name", "x/2025-08-04-title.md", "Text.", "2025-08-04", "file name"},
        {"file name, compact", "pk_20250804.txt", "Text.", "2025-08-04", "file name"},
        {"folders do not count", "2025-08-04/a.txt", "Text.", "", ""},
        {"no day", "2025-02-30.txt", "Text.", "", ""},
        {"no day", "12345678.txt", "Text.", "", ""},
        {"nothing", "a.txt", "Text.", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        const Text text = read_text(row.bytes, {.path = row.path});
        CHECK((text.date ? to_iso(*text.date) : "") == row.date);
        CHECK(text.date_from == row.from);
    }
    const Text given = read_text("---\ndate: 2025-08-04\n---\nText.", {.path = "a.md", .date = make_day(2024, 8, 1)});
    CHECK(to_iso(*given.date) == "2024-08-01");
    CHECK(given.date_from == "--date");
}

TEST_CASE("a dateline's own day takes the document's year") {
    const auto read = [](const char* date, const char* line) {
        return read_text(std::string("---\ndate: ") + date + "\n---\n" + line, {.path = "a.md"}).dateline;
    };
    CHECK(read("2025-03-04", "LONDON, March 3 (Reuters) - Text.") == make_day(2025, 3, 3));
    CHECK(read("2025-01-01", "LONDON, Dec. 31 (Reuters) - Text.") == make_day(2024, 12, 31));
    CHECK_FALSE(read("2025-03-04", "LONDON (Reuters) - Text of March 3.").has_value());
}

TEST_CASE("a front matter that is odd is a note") {
    const Text text = markdown("---\ndate: yesterday\ntitle: [a, b]\n: x\n  - y\nurl: 'https://a.example/it''s'\n---\nText.");
    CHECK(text.notes == Sentences{"the front matter's date \"yesterday\" is not a day; write it as 2025-08-04",
                                  "the front matter's title is not a plain word or quoted text on one line; it was not read"});
    CHECK(text.url == "https://a.example/it's");
    CHECK(sentences(text) == Sentences{"Text."});
}

TEST_CASE("front matter is known without a file name") {
    CHECK(read_text("---\ntitle: T\n---\n*Text*.", {.path = "-"}).title == "T");
    CHECK(read_text("---\ntitle: T\n---\n*Text*.", {.path = "a.txt"}).title.empty());
    CHECK(read_text("*Text*.", {.path = "-"}).reading == "*Text*.");
    CHECK(read_text("*Text*.", {.path = "-", .input_format = "markdown"}).reading == "Text.");
}

TEST_CASE("limits bite visibly") {
    const auto said = [](const Text& text, std::string_view words) {
        CHECK(text.partly_read);
        REQUIRE(text.notes.size() >= 1);
        bool found = false;
        for (const auto& note : text.notes) found = found || note.find(words) != std::string::npos;
        CHECK(found);
    };
    SUBCASE("sentence") {
        const Text text = plain(std::string(limits::sentence_bytes + 10, 'a'));
        said(text, "a sentence is longer than 16384 bytes");
        CHECK(text.sentences.size() == 2);
    }
    SUBCASE("paragraph") {
        std::string bytes;
        while (bytes.size() < limits::paragraph_bytes + 100) bytes += "Exports rose by 5 percent. ";
        const Text text = plain(bytes);
        said(text, "a paragraph is longer than 1048576 bytes");
        CHECK(text.paragraphs.size() == 2);
        CHECK(text.sentences.size() == bytes.size() / 27);
    }
    SUBCASE("document") {
        const Text text = plain(std::string(limits::document_bytes + 1, ' '));
        said(text, "larger than 67108864 bytes");
        CHECK(text.sentences.empty());
    }
    SUBCASE("not text") { said(plain(std::string(64, '\0')), "not text"); }
}

TEST_CASE("a few zero bytes are characters like others") {
    std::string bytes = "Exports rose by 5 percent to the ";
    bytes += '\0';
    bytes += "US.";
    const Text text = plain(bytes);
    CHECK_FALSE(text.partly_read);
    CHECK(text.sentences.size() == 1);
    CHECK(origin(text, "US.") == "US.");
}

TEST_CASE("odd masses of bytes are read whole") {
    for (const std::string_view piece : {"(",  "[",    "[](", "<!--", "`",   "*",        "_",  "> ", "- ", "# ", "&#", "![",
                                         "\\", "\xFF", "--",  "| ",   "<a ", "<!-- -->", "\r", "5 ", ".",  "\"", "a. "}) {
        CAPTURE(piece);
        std::string bytes;
        while (bytes.size() < 200'000) bytes += piece;
        const Text text = markdown("Word " + bytes);
        CHECK(text.reading == valid_utf8(text.reading));
        for (const Sentence& sentence : text.sentences) CHECK(original_span(text, sentence.span).end <= text.original.size());
    }
}
