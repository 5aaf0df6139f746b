#include "read/read.hpp"

#include "model/limits.hpp"
#include "read/entities.hpp"
#include "read/html_tree.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace factcheck;

namespace {

Text page(std::string bytes) { return read_text(std::move(bytes), {.path = "a.html"}); }

std::vector<std::string> paragraphs(const Text& text) {
    std::vector<std::string> out;
    for (const Span paragraph : text.paragraphs) out.emplace_back(words_at(text, paragraph));
    return out;
}

using Words = std::vector<std::string>;

// The original bytes that gave the first such words of the reading copy.
std::string origin(const Text& text, std::string_view words) {
    const auto at = text.reading.find(words);
    REQUIRE(at != std::string::npos);
    const Span span = original_span(text, {at, at + words.size()});
    return text.original.substr(span.begin, span.size());
}

std::string day(const Text& text) { return text.date ? to_iso(*text.date) + " " + text.date_from : ""; }

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

}  // namespace

TEST_CASE("the words of a page, a paragraph a block") {
    struct Row {
        std::string page;
        Words words;
    };
    const Row rows[] = {
        {"<p>One\n  two</p><p>Three", {"One two", "Three"}},
        {"<div>One<div>Two</div>Three</div>", {"One", "Two", "Three"}},
        {"One <b>tw</b>o<!-- 5 percent --> three", {"One two three"}},
        {"One<br>two<br> <br>three", {"One two", "three"}},
        {"<ul><li>One<li>Two</ul>", {"One", "Two"}},
        {"<p>5<wbr>00 and 5<img alt='6'>7</p>", {"500 and 5 7"}},
        {"<script>if (a < 5) '<p>6 percent'</script><style>p {}</style>One", {"One"}},
        {"<p>One <code>x = 5</code> <del>4</del> two<p hidden>Three<p style='color: red; display:none'>Four", {"One two"}},
        {"<table><tr><th>Year<th>Value<tr><td>2023<td>5.44</table>", {"Year | Value", "2023 | 5.44"}},
        {"<table>lost<tr><td>kept</table>", {"lost", "kept"}},
        {"<table><tr><td>kept</td></tr>lost</table>", {"kept", "lost"}},
        {"10<sup>6</sup> of 5 km<sup>2</sup>, a claim<sup>3</sup> in 2010<sup>4</sup>", {"10^6 of 5 km2, a claim in 2010"}},
        {"<nav>5 stories</nav><article><h1>Head</h1>One</article><footer>6 more</footer>", {"Head", "One"}},
        {"<main><article>One</article><article>Two</article></main>Three", {"One", "Two"}},
        {"a < 5 &amp; b > 6", {"a < 5 & b > 6"}},
        {"one</nosuch> two", {"one two"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(paragraphs(page(row.page)) == row.words);
    }
}

TEST_CASE("words of a page keep their place behind entities and tags") {
    const Text text =
        page("<p>The \xE2\x80\x9Cnew\xE2\x80\x9D fee: &euro;<b>5</b>&nbsp;billion &mdash; 2023&ndash;24 &#x1F600; up</p>");
    CHECK(paragraphs(text) == Words{"The \"new\" fee: \xE2\x82\xAC"
                                    "5 billion \xE2\x80\x94 2023-24 \xF0\x9F\x98\x80 up"});
    CHECK(origin(text, "\"new\"") == "\xE2\x80\x9Cnew\xE2\x80\x9D");
    CHECK(origin(text,
                 "\xE2\x82\xAC"
                 "5 billion") == "&euro;<b>5</b>&nbsp;billion");
    CHECK(origin(text, "2023-24") == "2023&ndash;24");
    CHECK(origin(text, "up") == "up");
}

TEST_CASE("the headline of a page is its first heading, else its title") {
    const auto headline = [](const std::string& bytes) {
        const Text text = page(bytes);
        Words out;
        for (const Sentence& sentence : text.sentences)
            if (sentence.region == Region::headline) out.emplace_back(words_at(text, sentence.span));
        return out;
    };
    CHECK(headline("<title>A site</title><h1>Exports <i>rise</i></h1><p>One.</p><h1>Two</h1>") == Words{"Exports rise"});
    CHECK(headline("<title>Exports rise</title><p>One.</p>") == Words{"Exports rise"});
    CHECK(headline("<p>One.</p>").empty());
    CHECK(page("<title>A &amp; B</title><p>x").title == "A & B");
    CHECK(page("<title>A</title><meta property='og:title' content='B'><link rel=canonical href='https://a.example/b'>").url ==
          "https://a.example/b");
}

TEST_CASE("the day of a page: JSON-LD, meta, time, the dateline") {
    const std::string time = "<p>One <time datetime=2025-08-01>on Friday</time>.";
    const std::string meta = "<meta name=DC.date content=2025-08-02>";
    const std::string json =
        R"(<script type="application/ld+json">[{"@graph": [{"datePublished": "2025-08-03T23:00:00+05:00"}]}]</script>)";
    CHECK(day(page(time)) == "2025-08-01 metadata");
    CHECK(day(page(meta + time)) == "2025-08-02 metadata");
    CHECK(day(page(meta + json + time)) == "2025-08-03 metadata");
    CHECK(day(page("<meta property='article:published_time' content='2025-08-04T10:00Z'>" + meta)) == "2025-08-04 metadata");
    CHECK(day(page("<aside>" + time + "</aside><article>One</article>")).empty());
    CHECK(day(page("<p>LONDON, 5 August 2025 (Agency) - One.")) == "2025-08-05 dateline");
    CHECK(day(page(R"(<script type="application/ld+json">{"datePublished": </script>)")).empty());
    CHECK(day(read_text(meta, {.path = "a.html", .date = day_from("2024-01-01")})) == "2024-01-01 --date");
}

TEST_CASE("pages are known by how they begin") {
    for (const auto* start : {"<!DOCTYPE html><p>One", "\n<HTML lang=en><p>One", "\xEF\xBB\xBF<!doctype HTML PUBLIC><p>One"})
        CHECK(paragraphs(read_text(start, {.path = "-"})) == Words{"One"});
    CHECK(paragraphs(read_text("<p>One", {.path = "-"})) == Words{"<p>One"});
    CHECK(paragraphs(read_text("<p>One", {.path = "a.txt"})) == Words{"<p>One"});
    CHECK(paragraphs(read_text("<p>One", {.path = "a.txt", .input_format = "html"})) == Words{"One"});
    CHECK(paragraphs(read_text("<p>One", {.path = "A.HTM"})) == Words{"One"});
}

TEST_CASE("pages that a parser would choke on are refused in one sentence") {
    const Text deep = page(repeated("<div>", limits::markup_depth + 1) + "5 percent");
    CHECK(deep.partly_read);
    CHECK(deep.notes == Words{"the page has elements nested deeper than 1000 and was not read; save its text"});
    CHECK(page(repeated("<div>", limits::markup_depth) + "5 percent").sentences.size() == 1);
    CHECK(page("<p " + repeated("a ", limits::markup_attributes + 1)).partly_read);
    // Each paragraph opens all that is left open once more: the memory of the square of the page.
    std::string open = "<p>";
    for (int i = 0; i < 900; ++i) open += "<b id=" + std::to_string(i) + ">";
    const Text many = page(open + repeated("<p>x", 20'000));
    CHECK(many.partly_read);
    REQUIRE(many.notes.size() == 1);
    CHECK(many.notes[0].starts_with("the page has more elements than fit into "));
}

TEST_CASE("how deep tags lie in each other, and how many attributes they have") {
    const auto depth = [](std::string_view bytes) { return bounds_of_tags(bytes).depth; };
    const auto attributes = [](std::string_view bytes) { return bounds_of_tags(bytes).attributes; };
    CHECK(depth("<p><b>x</b><i>y</i>") == 1);
    CHECK(depth("<div><div></div></div><div>") == 2);
    CHECK(depth("<script>'<div><div>'</script><!-- <div> --><br><img>") == 0);
    CHECK(depth("<svg><path/><path/><path/></svg><div/>") == 1);
    CHECK(depth("<path/><path/><path/>") == 3);
    CHECK(depth("< <3 </") == 0);
    CHECK(depth("<a title='<b><i>'>") == 1);
    CHECK(depth("<a b'><b c'><i>") == 3);
    CHECK(attributes("<p>") == 0);
    CHECK(attributes("<p a=1 b = '2 3 4'c><i d>") >= 3);
    CHECK(attributes("<p " + repeated("a ", 50)) == 50);
    CHECK(attributes("<p" + repeated("/a", 50)) >= 50);
    CHECK(attributes("<img src='data:image/png;base64," + repeated("a/b ", 50) + "'>") == 1);
}

TEST_CASE("references to characters") {
    struct Row {
        std::string_view bytes;
        std::size_t size;
        char32_t first;
    };
    const Row both[] = {{"&euro;5", 6, 0x20AC},
                        {"&#8364;", 7, 0x20AC},
                        {"&#x20ac;", 8, 0x20AC},
                        {"&nosuch;", 0, 0},
                        {"&", 0, 0},
                        {"& euro;", 0, 0},
                        {"&#;", 0, 0},
                        {"&#x;", 0, 0},
                        {"&#0;", 4, 0xFFFD},
                        {"&#xD800;", 8, 0xFFFD},
                        {"&#x110000;", 10, 0xFFFD},
                        {"&#150;", 6, 0x2013},
                        {"&NotEqualTilde;", 15, 0x2242}};
    for (const Row& row : both) {
        CAPTURE(row.bytes);
        for (const References kind : {References::closed, References::html}) {
            CHECK(character_reference(row.bytes, kind).size == row.size);
            CHECK(character_reference(row.bytes, kind).first == row.first);
        }
    }
    CHECK(character_reference("&NotEqualTilde;", References::html).second == 0x338);
    CHECK(character_reference("&copy2025", References::html).size == 5);
    CHECK(character_reference("&copy2025", References::closed).size == 0);
    CHECK(character_reference("&#36 5", References::html).size == 4);
    CHECK(character_reference("&notit;", References::html).size == 4);
}
