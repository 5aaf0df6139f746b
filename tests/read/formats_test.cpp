#include "read/formats.hpp"

#include "read/read.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace factcheck;
using namespace std::string_view_literals;

// The beginnings by which files are known.
constexpr std::array beginnings{
    "PK\x03\x04\x14\0\0\0\0\0\0\0!\0\x5e\xc6\x32\x0c\x27\0\0\0\x27\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.text"sv,
    "PK\x03\x04\x14\0\0\0\0\0\0\0!\0\x5e\xc6\x32\x0c\x27\0\0\0\x27\0\0\0\x13\0\0\0[Content_Types].xml word/document.xml"sv,
    "<!DOCTYPE html><html><head><title>5 boats</title><body>&nbsp;&lt;5&"sv,
    "<?xml version='1.0'?><nitf><body><p>5 boats</p></body></nitf>"sv,
    "From: a@b.example\r\nDate: Mon, 4 Aug 2025 10:00:00 +0000\r\nMessage-ID: <1@b>\r\n\r\nWe sold 5 boats.\r\n"sv,
    "---\ndate: 2025-08-04\n---\n# 5 boats\n\n> - ```\n"sv,
    "\xFF\xFE\x35\0\x20\0\x62\0"sv,
    "\xEF\xBB\xBF\xE2\x82\xAC 5"sv,
    "{\"text\": \"5 \\u20ac\"}"sv,
};

TEST_CASE("a file may end anywhere, also within the mark by which it is known") {
    for (const std::string_view whole : beginnings)
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const std::string head(whole.substr(0, size));
            CAPTURE(head);
            CHECK_NOTHROW((void)input_format_of("", "a.bin", head));
            for (const InputFormat* format : input_formats()) {
                CAPTURE(format->name);
                CHECK_NOTHROW((void)read_text(head, {.path = "a.bin", .input_format = std::string(format->name)}));
            }
        }
}
