#include "read/markup.hpp"

#include <algorithm>

namespace factcheck {
namespace {

constexpr std::size_t declared_within = 1024;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

// The bytes of a tag or comment at the front of `bytes`; 0: `<` is a sign.
std::size_t tag_size(std::string_view bytes) {
    const char next = bytes.size() > 1 ? bytes[1] : ' ';
    if (!is_letter(next) && next != '/' && next != '!' && next != '?') return 0;
    const auto end = bytes.find('>');
    return end == std::string_view::npos ? bytes.size() : end + 1;
}

std::size_t next_mark(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && bytes[at] != '&' && bytes[at] != '<' && !is_space(bytes[at])) ++at;
    return at;
}

// One space inside the words is copied with them: most of a text is that.
std::size_t words_end(std::string_view bytes, std::size_t at) {
    std::size_t end = next_mark(bytes, at);
    while (end + 1 < bytes.size() && bytes[end] == ' ' && next_mark(bytes, end + 1) > end + 1) end = next_mark(bytes, end + 1);
    return end;
}

}  // namespace

void copy_marked_words(const Text& text, ReadingCopy& copy, Span words, References kind) {
    const std::string_view bytes = std::string_view(text.original).substr(0, words.end);
    for (std::size_t at = words.begin; at < words.end;) {
        if (is_space(bytes[at])) {
            const std::size_t begin = at;
            while (at < words.end && is_space(bytes[at])) ++at;
            copy.space({begin, at});
        } else if (const std::size_t tag = bytes[at] == '<' ? tag_size(bytes.substr(at)) : 0; tag != 0) {
            at += tag;
        } else if (const CharacterReference found =
                       bytes[at] == '&' ? character_reference(bytes.substr(at), kind) : CharacterReference{};
                   found.size != 0) {
            copy.character({at, at + found.size}, found.first);
            if (found.second != 0) copy.character({at + found.size, at + found.size}, found.second);
            at += found.size;
        } else {
            const std::size_t end = std::max(words_end(bytes, at), at + 1);
            copy.copy({at, end});
            at = end;
        }
    }
}

void copy_pieces(const Text& text, ReadingCopy& copy, std::vector<Piece> pieces, std::size_t headline, References kind) {
    // A parser moves what stands in the wrong place; the map wants the order of the original.
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.span.begin < b.span.begin; });
    std::size_t block = no_block;
    std::size_t last = 0;
    for (const Piece& piece : pieces) {
        if (piece.block != block) {
            if (block != no_block) copy.end_paragraph();
            block = piece.block;
            copy.begin_paragraph(block == headline ? Region::headline : Region::body);
        }
        const std::size_t begin = std::max(piece.span.begin, last);
        switch (piece.kind) {
            case Piece::Kind::words:
                if (begin < piece.span.end) copy_marked_words(text, copy, {begin, piece.span.end}, kind);
                break;
            case Piece::Kind::verbatim:
                if (begin < piece.span.end) copy.copy({begin, piece.span.end});
                break;
            case Piece::Kind::gap: copy.space({begin, begin}); break;
            case Piece::Kind::power: copy.character({begin, begin}, '^'); break;
            case Piece::Kind::cell:
                copy.space({begin, begin});
                copy.character({begin, begin}, '|');
                copy.space({begin, begin});
                break;
        }
        last = std::max(begin, piece.span.end);
    }
    if (block != no_block) copy.end_paragraph();
}

std::string_view declared_after(std::string_view bytes, std::string_view key) {
    std::string_view head = bytes.substr(0, declared_within);
    for (std::size_t at = 0; at + key.size() < head.size(); ++at) {
        if (!same_word(head.substr(at, key.size()), key)) continue;
        std::size_t begin = at + key.size();
        while (begin < head.size() && is_space(head[begin])) ++begin;
        if (begin == head.size() || head[begin] != '=') continue;
        ++begin;
        while (begin < head.size() && (is_space(head[begin]) || head[begin] == '"' || head[begin] == '\'')) ++begin;
        return head.substr(begin, head.find_first_of(" \t\r\n\"'>;/?", begin) - begin);
    }
    return {};
}

bool same_word(std::string_view words, std::string_view plain) {
    return words.size() == plain.size() &&
           std::equal(words.begin(), words.end(), plain.begin(), [](char a, char b) { return lower(a) == b; });
}

bool contains_word(std::string_view bytes, std::string_view plain) {
    const auto found =
        std::search(bytes.begin(), bytes.end(), plain.begin(), plain.end(), [](char a, char b) { return lower(a) == b; });
    return found != bytes.end();
}

}  // namespace factcheck
