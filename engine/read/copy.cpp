#include "read/copy.hpp"

#include "model/bytes.hpp"
#include "model/limits.hpp"
#include "model/utf8.hpp"
#include "read/characters.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace factcheck {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view em_dash_bytes = "\xE2\x80\x94";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// ASCII that reads as itself wherever it stands.
constexpr std::array<bool, 256> plain_bytes = [] {
    std::array<bool, 256> out{};
    for (std::size_t c = ' ' + 1; c < 0x7F; ++c) out[c] = c != '-';
    return out;
}();
bool is_plain(char c) { return plain_bytes[static_cast<unsigned char>(c)]; }

bool reads_as_itself(char c, char before) { return is_plain(c) || ((c == ' ' || c == '-') && c != before); }

// Where a byte of sixteen, which follow `before` by one place, does not read as itself.
auto unreadable(const char* at) {
    const Sixteen now = load_sixteen(at);
    const Sixteen before = load_sixteen(at - 1);
    return (now < ' ') | (now >= 0x7F) | ((now == before) & ((now == ' ') | (now == '-')));
}

// Whether a whole line reads as itself: ASCII that can be seen, single spaces and hyphens between. Most lines do.
bool reads_as_itself(std::string_view line) {
    if (line.empty() || !is_plain(line.front()) || !is_plain(line.back())) return false;
    if (line.size() > sixteen) {
        const char* const last = line.data() + line.size() - sixteen;
        auto wrong = unreadable(last);  // of the last sixteen, some are looked at twice
        for (const char* at = line.data() + 1; at < last; at += sixteen) wrong |= unreadable(at);
        return !any_of(wrong);
    }
    for (std::size_t at = 1; at < line.size(); ++at)
        if (!reads_as_itself(line[at], line[at - 1])) return false;
    return true;
}

}  // namespace

ReadingCopy::ReadingCopy(Text& text) : text_(text) {
    text_.reading.reserve(text_.original.size() + 16);
    text_.map.assign(1, {});
}

void ReadingCopy::put(Span original, std::string_view plain) {
    const std::size_t at = text_.reading.size();
    if (expected_ != original.begin) {
        if (text_.map.back().reading != at) text_.map.push_back({at, expected_});
        text_.map.push_back({at, original.begin});
    }
    text_.reading += plain;
    expected_ = original.end;
    if (plain.size() != original.size()) text_.map.push_back({text_.reading.size(), original.end});
}

void ReadingCopy::begin_paragraph(Region region) {
    if (text_.reading.size() != paragraph_) put({expected_, expected_}, "\n\n");
    paragraph_ = text_.reading.size();
    region_ = region;
    space_waits_ = false;
}

void ReadingCopy::end_paragraph() {
    space_waits_ = false;
    if (text_.reading.size() == paragraph_) return;
    text_.paragraphs.emplace_back(paragraph_, text_.reading.size());
    regions_.push_back(region_);
}

void ReadingCopy::wait_with_space(Span original, bool wide) {
    if (text_.reading.size() == paragraph_) return;
    if (space_waits_) {
        space_is_wide_ = true;
        space_.end = original.end;
    } else {
        space_waits_ = true;
        space_is_wide_ = wide;
        space_ = original;
    }
}

void ReadingCopy::space(Span original) { wait_with_space(original, false); }

// White space reads as one space. A gap between two figures stays wider, or the columns of a table would read as one number.
void ReadingCopy::flush_space(char next) {
    if (!space_waits_) return;
    space_waits_ = false;
    const std::size_t size = text_.reading.size() - paragraph_;
    const bool after_stop = std::string_view(".!?").find(text_.reading.back()) != std::string_view::npos;
    if (size >= limits::paragraph_bytes + (after_stop ? 0 : limits::sentence_bytes)) return cut_long_paragraph();
    const bool between_digits = is_digit(next) && is_digit(text_.reading.back());
    put(space_, between_digits && space_is_wide_ ? "\t" : " ");
}

void ReadingCopy::cut_long_paragraph() {
    if (!cut_noted_) {
        text_.notes.push_back("a paragraph is longer than " + std::to_string(limits::paragraph_bytes) +
                              " bytes and was cut: a claim across the cut is not seen");
        cut_noted_ = true;
        text_.partly_read = true;
    }
    end_paragraph();
    begin_paragraph(region_);
}

// Most of a text is words with single spaces between them: taken whole. A space may be the place where a long paragraph is cut,
// so near that length none is passed by.
std::size_t ReadingCopy::copy_plain_run(std::size_t at, std::size_t end) {
    const char* const bytes = text_.original.data();
    const std::size_t size = text_.reading.size() - paragraph_;
    const std::size_t longest = at + limits::sentence_bytes;  // so that a run without a space is cut as well
    const std::size_t room = size < limits::paragraph_bytes ? at + (limits::paragraph_bytes - size) : at;
    const std::size_t stop = std::min(end, longest);
    std::size_t now = at;
    while (now < stop && (is_plain(bytes[now]) ||
                          (now < room && now + 1 < stop && (bytes[now] == ' ' || bytes[now] == '-') && is_plain(bytes[now + 1]))))
        ++now;
    flush_space(bytes[at]);
    put({at, now}, std::string_view(bytes + at, now - at));
    if (text_.reading.size() - paragraph_ >= limits::paragraph_bytes + limits::sentence_bytes) cut_long_paragraph();
    return now;
}

// A dash that parts clauses stands free in the reading copy, so that the words beside it begin and end there.
void ReadingCopy::em_dash(Span original) {
    flush_space('-');
    const bool at_end = original.end >= text_.original.size();
    const char next = at_end ? ' ' : text_.original[original.end];
    const char last = text_.reading.size() == paragraph_ ? ' ' : text_.reading.back();
    if (is_digit(last) && is_digit(next)) return put(original, "-");
    if (last != ' ') put({original.begin, original.begin}, " ");
    put(original, em_dash_bytes);
    if (is_plain(next) || static_cast<unsigned char>(next) >= 0x80) put({original.end, original.end}, " ");
}

// Two or three hyphens are a typewriter's em dash; more are a ruled line.
std::size_t ReadingCopy::copy_dashes(std::size_t at, std::size_t end) {
    std::size_t stop = at;
    while (stop < end && text_.original[stop] == '-') ++stop;
    const std::size_t count = stop - at;
    if (count == 2 || count == 3) {
        em_dash({at, stop});
    } else {
        flush_space('-');
        put({at, stop}, std::string_view(text_.original).substr(at, count));
    }
    return stop;
}

void ReadingCopy::character(Span original, char32_t code_point) {
    const PlainCharacter plain = plain_character(code_point);
    switch (plain.reading) {
        case Reading::space: return wait_with_space(original, code_point == '\t');
        case Reading::drop: return;
        case Reading::bidi:
            if (!bidi_noted_)
                text_.notes.emplace_back(
                    "the text holds characters that turn the order of what is shown; they are left out of the reading");
            bidi_noted_ = true;
            return;
        case Reading::em_dash: return em_dash(original);
        case Reading::as: flush_space(plain.plain); return put(original, std::string_view(&plain.plain, 1));
        case Reading::ellipsis: flush_space('.'); return put(original, "...");
        case Reading::control: flush_space('?'); return put(original, replacement);
        case Reading::keep: break;
    }
    std::string bytes;
    append_utf8(bytes, code_point);
    flush_space(bytes.front());
    put(original, bytes);
}

void ReadingCopy::copy(Span original) {
    const std::string_view whole = std::string_view(text_.original).substr(original.begin, original.size());
    const std::size_t size = text_.reading.size() - paragraph_;
    if (size + whole.size() < limits::paragraph_bytes && whole.size() <= limits::sentence_bytes && reads_as_itself(whole)) {
        flush_space(whole.front());
        return put(original, whole);
    }
    copy_by_character(original);
}

void ReadingCopy::copy_by_character(Span original) {
    const std::string_view bytes = text_.original;
    std::size_t at = original.begin;
    while (at < original.end) {
        if (is_plain(bytes[at])) {
            at = copy_plain_run(at, original.end);
        } else if (bytes[at] == '-') {
            at = copy_dashes(at, original.end);
        } else {
            const Decoded decoded = decode_utf8(bytes.substr(0, original.end), at);
            if (!decoded.valid) ++text_.invalid_bytes;
            character({at, at + decoded.size}, decoded.code_point);
            at += decoded.size;
            if (text_.reading.size() - paragraph_ >= limits::paragraph_bytes + limits::sentence_bytes) cut_long_paragraph();
        }
    }
}

}  // namespace factcheck
