#include "model/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace factcheck;

TEST_CASE("what is written is read back") {
    for (const char32_t code_point :
         {U'\0', U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xD7FF', U'\xE000', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
        std::string bytes;
        append_utf8(bytes, code_point);
        const Decoded decoded = decode_utf8(bytes, 0);
        CHECK(decoded.valid);
        CHECK(decoded.code_point == code_point);
        CHECK(decoded.size == bytes.size());
    }
}

TEST_CASE("what UTF-8 forbids is invalid, byte by byte") {
    for (const char* bytes :
         {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC3(", "\xE2(\xAC"}) {
        CAPTURE(bytes);
        const Decoded decoded = decode_utf8(bytes, 0);
        CHECK_FALSE(decoded.valid);
        CHECK(decoded.size == 1);
    }
    CHECK(valid_utf8("a\xFF\xC3\xA9") == "a\xEF\xBF\xBD\xC3\xA9");
}

TEST_CASE("the start of a code point") {
    const std::string bytes =
        "a\xE2\x82\xAC\x80"
        "b";
    const std::size_t starts[] = {0, 1, 1, 1, 4, 5, 6};
    for (std::size_t at = 0; at <= bytes.size(); ++at) CHECK(code_point_start(bytes, at) == starts[at]);
}

TEST_CASE("white space of any length is one space, and none stands at the ends") {
    CHECK(single_spaced(" 40 \r\n\t people ") == "40 people");
    CHECK(single_spaced("a b").size() == 3);
    CHECK(single_spaced(" \n").empty());
    CHECK(single_spaced("a\u00A0 b") == "a\u00A0 b");
}
