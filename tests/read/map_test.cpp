// The map of the reading copy, tried on texts put together at random from odd pieces. The seed is fixed: a failure stays.
#include "read/read.hpp"

#include "model/utf8.hpp"
#include "read/encoding.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace factcheck;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view pieces[] = {
    "5"sv,
    "5.44"sv,
    "billion"sv,
    "a"sv,
    "-"sv,
    "--"sv,
    "---"sv,
    "."sv,
    ". "sv,
    " "sv,
    "  "sv,
    "\t"sv,
    "\n"sv,
    "\n\n"sv,
    "\r\n"sv,
    "\r"sv,
    "\0"sv,
    "\""sv,
    "'"sv,
    "\xE2\x80\x9C"sv,
    "\xE2\x80\x9D"sv,
    "\xE2\x80\x99"sv,
    "\xE2\x80\x93"sv,
    "\xE2\x80\x94"sv,
    "\xE2\x80\xA6"sv,
    "\xE2\x88\x92"sv,
    "\xC2\xA0"sv,
    "\xE2\x80\x8B"sv,
    "\xE2\x80\xAE"sv,
    "\xEF\xBB\xBF"sv,
    "\xEF\xBC\x95"sv,
    "\xD9\xA5"sv,
    "\xE2\x82\xAC"sv,
    "\xF0\x9F\x98\x80"sv,
    "\xFF"sv,
    "\xC3"sv,
    "\xE2\x80"sv,
    "\x80"sv,
    "\xED\xA0\x80"sv,
    "*"sv,
    "**"sv,
    "_"sv,
    "`"sv,
    "["sv,
    "]"sv,
    "]("sv,
    ")"sv,
    "<!--"sv,
    "-->"sv,
    "<br>"sv,
    "&nbsp;"sv,
    "&#53;"sv,
    "&mdash;"sv,
    "\\"sv,
    "#"sv,
    "# "sv,
    "> "sv,
    "| "sv,
    "\n- "sv,
    "!"sv,
};

std::string odd_text(std::mt19937& random) {
    std::uniform_int_distribution<std::size_t> piece(0, std::size(pieces) - 1);
    std::uniform_int_distribution<int> length(1, 24);
    // Neither front matter, which is not read as prose, nor, for all its odd bytes, Windows-1252.
    std::string bytes = "\xC3\xA9";
    for (int i = length(random); i > 0; --i) bytes += pieces[piece(random)];
    return bytes;
}

bool is_gap(char c) { return c == ' ' || c == '\n' || c == '\t'; }

std::vector<Span> words_of(const std::string& reading) {
    std::vector<Span> words;
    for (std::size_t at = 0; at < reading.size();) {
        while (at < reading.size() && is_gap(reading[at])) ++at;
        const std::size_t begin = at;
        while (at < reading.size() && !is_gap(reading[at])) ++at;
        if (at > begin) words.emplace_back(begin, at);
    }
    return words;
}

std::size_t count_code_points(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size(); ++count) at += decode_utf8(bytes, at).size;
    return count;
}

bool ascending(const Text& text) {
    for (std::size_t i = 1; i < text.map.size(); ++i) {
        if (text.map[i].reading < text.map[i - 1].reading || text.map[i].original < text.map[i - 1].original) return false;
    }
    return text.map.back().original <= text.original.size() && text.map.back().reading <= text.reading.size();
}

bool sentences_lie_in_their_paragraphs(const Text& text) {
    std::size_t last = 0;
    for (const Sentence& sentence : text.sentences) {
        const bool inside =
            sentence.paragraph < text.paragraphs.size() && text.paragraphs[sentence.paragraph].contains(sentence.span);
        if (!inside || sentence.span.begin < last || sentence.span.empty()) return false;
        last = sentence.span.end;
    }
    return true;
}

Text read(const std::string& bytes, const char* format) { return read_text(bytes, {.path = "-", .input_format = format}); }

}  // namespace

TEST_CASE("the bytes under each word of a plain text read as that word") {
    std::mt19937 random(20250804);
    for (int round = 0; round < 20'000; ++round) {
        const std::string bytes = odd_text(random);
        const Text text = read(bytes, "text");
        for (const Span word : words_of(text.reading)) {
            const Span origin = original_span(text, word);
            const std::string again = read(bytes.substr(origin.begin, origin.size()), "text").reading;
            if (again == words_at(text, word) || looks_like_windows_1252(bytes.substr(origin.begin, origin.size()))) continue;
            CAPTURE(bytes);
            CHECK(again == std::string(words_at(text, word)));
            return;
        }
    }
}

TEST_CASE("maps, sentences and places hold for odd texts of either format") {
    std::mt19937 random(19970501);
    for (int round = 0; round < 20'000; ++round) {
        const std::string bytes = odd_text(random);
        for (const char* format : {"text", "markdown"}) {
            const Text text = read(bytes, format);
            CAPTURE(bytes);
            CAPTURE(format);
            bool good = text.original == bytes && ascending(text) && sentences_lie_in_their_paragraphs(text) &&
                        valid_utf8(text.reading) == text.reading;
            std::size_t last = 0;
            for (const Span word : words_of(text.reading)) {
                const Span origin = original_span(text, word);
                good = good && last <= origin.begin && origin.end <= bytes.size() && !origin.empty();
                good = good && code_point_start(bytes, origin.begin) == origin.begin &&
                       code_point_start(bytes, origin.end) == origin.end;
                good = good &&
                       code_points_before(text, origin.end) == count_code_points(std::string_view(bytes).substr(0, origin.end));
                last = origin.end;
            }
            if (good) continue;
            CHECK(good);
            return;
        }
    }
}

TEST_CASE("plain letters of Markdown map to themselves") {
    std::mt19937 random(19710326);
    for (int round = 0; round < 5'000; ++round) {
        const std::string bytes = odd_text(random);
        const Text text = read(bytes, "markdown");
        for (std::size_t at = 0; at < text.reading.size(); ++at) {
            const char c = text.reading[at];
            if (c < 'a' || c > 'z') continue;
            const Span origin = original_span(text, {at, at + 1});
            if (bytes.substr(origin.begin, origin.size()) == std::string(1, c)) continue;
            CAPTURE(bytes);
            CHECK(bytes.substr(origin.begin, origin.size()) == std::string(1, c));
            return;
        }
    }
}
