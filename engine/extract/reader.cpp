#include "extract/reader.hpp"

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

}  // namespace factcheck::extracting
