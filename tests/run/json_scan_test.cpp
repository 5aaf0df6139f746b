#include "run/json_scan.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace factcheck;

namespace {

std::string found(std::string_view json, std::string_view field) {
    const Span span = find_json_field(json, 0, field);
    return std::string(json.substr(span.begin, span.size()));
}

}  // namespace

TEST_CASE("fields are found by key and by pointer") {
    const std::string_view json =
        R"({"a": {"text": "no", "b/c": [1, {"d": "yes"}]}, "x\"y": "z", "text" : "one \" two", "end": null})";
    CHECK(found(json, "text") == R"("one \" two")");
    CHECK(found(json, "x\"y") == R"("z")");
    CHECK(found(json, "end") == "null");
    CHECK(found(json, "/a/text") == R"("no")");
    CHECK(found(json, "/a/b~1c/1/d") == R"("yes")");
    CHECK(found(json, "/a/b~1c/2").empty());
    CHECK(found(json, "b").empty());
    CHECK(found("[1, 2]", "text").empty());
    for (const auto* broken : {"", "{", "{\"text", "{\"text\"", "{\"text\":", "{\"text\": \"a\\", "[[[[", "{]}", "{\"a\" 5}"})
        (void)find_json_field(broken, 0, "text");
    CHECK(find_json_field("", 0, "/a").empty());
}

TEST_CASE("strings lose their escapes and keep their places") {
    const std::string_view json = R"("a\u20ac5 \ud83d\ude00\n\"x\" \ud800 \/")";
    const Decoding out = unescape_json(json, {0, json.size()});
    CHECK(out.text ==
          "a\xE2\x82\xAC"
          "5 \xF0\x9F\x98\x80\n\"x\" \xEF\xBF\xBD /");
    Text text;
    text.original = json;
    text.reading = out.text;
    text.map = out.map;
    const auto origin = [&](std::string_view words) {
        const auto at = out.text.find(words);
        const Span span = original_span(text, {at, at + words.size()});
        return std::string(json.substr(span.begin, span.size()));
    };
    CHECK(origin("\xE2\x82\xAC"
                 "5") == "\\u20ac5");
    CHECK(origin("\xF0\x9F\x98\x80") == "\\ud83d\\ude00");
    CHECK(origin("\"x\"") == "\\\"x\\\"");
    CHECK(origin("x") == "x");
    CHECK(origin("/") == "\\/");
}

TEST_CASE("values end where they end") {
    CHECK(end_of_json_value("{\"a\": \"}\"} x", 0) == 10);
    CHECK(end_of_json_value("\"a\\\"b\", 5", 0) == 6);
    CHECK(end_of_json_value("12, 5", 0) == 2);
    CHECK(end_of_json_value("[1", 0) == 2);
    CHECK(end_of_json_value(",", 0) == 1);
}
