#include "extract/reader.hpp"

#include <algorithm>

namespace factcheck::extracting {

using grammar::is_digit;
using grammar::is_gap;
using grammar::is_letter;

namespace {

constexpr std::size_t longest_word = 40;

bool in_word(char c) { return is_letter(c) || is_digit(c) || c == '\''; }

}  // namespace

Span word_before(const Reader& reader, std::size_t at) {
    std::size_t end = at;
    while (end > reader.begin && at - end < grammar::gap_bytes && is_gap(reader.text[end - 1])) --end;
    if (end == at && at > reader.begin && reader.text[at - 1] != '-') return {at, at};
    if (end == at && end > reader.begin) --end;  // "mid-2024"
    std::size_t begin = end;
    while (begin > reader.begin && end - begin < longest_word && in_word(reader.text[begin - 1])) --begin;
    return {begin, end};
}

Span word_after(const Reader& reader, std::size_t at) {
    const char* const data = reader.text.data();
    const std::size_t begin = at + (at < reader.end() ? grammar::gap_at(data + at, data + reader.end()) : 0);
    std::size_t end = begin;
    while (end < reader.end() && end - begin < longest_word && is_letter(reader.text[end])) ++end;
    return {begin, end};
}

bool is_word(std::string_view text, std::string_view lower) {
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return grammar::to_lower(a) == b; });
}

}  // namespace factcheck::extracting
