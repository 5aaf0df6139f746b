#include "read/encoding.hpp"

#include "read/read.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace factcheck;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view words =
    "\xE2\x82\xAC"
    "5 billion \xE2\x80\x93 caf\xC3\xA9";

std::string utf16(std::u16string_view units, bool big) {
    std::string out;
    for (const char16_t unit : units) {
        const char low = static_cast<char>(unit & 0xFFU), high = static_cast<char>(unit >> 8U);
        out += big ? high : low;
        out += big ? low : high;
    }
    return out;
}

std::string utf32(std::u32string_view units) {
    std::string out;
    for (const char32_t unit : units)
        for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>(unit >> shift & 0xFFU);
    return out;
}

}  // namespace

TEST_CASE("the same words in every encoding read the same and lie at the same place") {
    const std::string marked[] = {
        "\xEF\xBB\xBF" + std::string(words),
        utf16(u"\uFEFF€5 billion – café", false),
        utf16(u"\uFEFF€5 billion – café", true),
        utf32(U"\uFEFF€5 billion – café"),
    };
    for (const std::string& bytes : marked) {
        const Text text = read_text(bytes, {.path = "a.txt"});
        CHECK(text.reading ==
              "\xE2\x82\xAC"
              "5 billion - caf\xC3\xA9");
        CHECK(text.original == marked[0]);
        CHECK(line_column(text, text.original.find("billion")) == LineColumn{1, 4});
        CHECK_FALSE(text.partly_read);
    }
    const Text western = read_text(
        "\x80"
        "5 billion \x96 caf\xE9",
        {.path = "a.txt"});
    CHECK(western.original == words);
    REQUIRE(western.notes.size() == 1);
    CHECK(western.notes[0] == "the text is not UTF-8 and was read as windows-1252, as it looks like; save it as UTF-8");
}

TEST_CASE("what a page declares is believed, if it is not UTF-8 anyway") {
    const auto read = [](std::string_view head, std::string_view body) {
        return read_text(std::string(head) + std::string(body), {.path = "a.html"}).reading;
    };
    CHECK(read("<meta charset=iso-8859-15>",
               "\xA4"
               "5") ==
          "\xE2\x82\xAC"
          "5");
    CHECK(read("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>",
               "\x80"
               "5") ==
          "\xE2\x82\xAC"
          "5");
    CHECK(read("<meta charset=latin1>",
               "\xE2\x82\xAC"
               "5") ==
          "\xE2\x82\xAC"
          "5");
    const Text unknown = read_text("<meta charset=x-none>\xFF\xFE", {.path = "a.html"});
    REQUIRE_FALSE(unknown.notes.empty());
    CHECK(unknown.notes[0] == "the text says that it is in \"x-none\", which is not known here; save it as UTF-8");
}

TEST_CASE("what looks like Windows-1252") {
    CHECK(looks_like_windows_1252("\x93quoted\x94 words"));
    CHECK(
        looks_like_windows_1252("\xA3"
                                "5 million"));
    CHECK_FALSE(looks_like_windows_1252("plain"));
    CHECK_FALSE(looks_like_windows_1252("caf\xC3\xA9 and \x93quoted\x94 words"));  // UTF-8 with damage
    CHECK_FALSE(looks_like_windows_1252("\x81 is no character of it"));
    CHECK_FALSE(looks_like_windows_1252("\x93quoted\x94 \x01 words"));
    CHECK_FALSE(looks_like_windows_1252("\xE9\xE8\xE7\xE6 a"));  // hardly English
}

TEST_CASE("what an encoding does not have is U+FFFD and counted") {
    const auto odd = to_utf8(utf16(u"a\xD800"
                                   u"b",
                                   false) +
                                 "x",
                             "UTF-16LE");
    REQUIRE(odd);
    CHECK(odd->utf8 ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD");
    CHECK(odd->replaced == 2);
    CHECK(to_utf8(utf32(U"\x110000"), "utf-32le")->replaced == 1);
    CHECK(to_utf8("a\xFF", "shift_jis")->utf8 == "a\xEF\xBF\xBD");
    CHECK_FALSE(to_utf8("a", "no-such-encoding"));
    CHECK_FALSE(to_utf8("a", "UTF-8//IGNORE"));
    CHECK_FALSE(to_utf8("a", ""));
    CHECK(marked_encoding("\xFF\xFE\0\0"sv) == "UTF-32LE");
    CHECK(names_utf8("UTF8"));
}
