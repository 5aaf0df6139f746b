#include "read/mail_body.hpp"

#include "read/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace factcheck {
namespace {

constexpr auto none = std::string_view::npos;
// Up to this size each four characters of base64 have their place, beyond it each line: the map would be larger than the mail.
constexpr std::size_t exact_base64 = 4U << 20U;

bool is_space(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\r' || c == '\n'; }

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

int base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+' || c == '-') return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

// Bytes of the part's charset as UTF-8. Of encodings with several bytes a character only ASCII is known: a mail in English has
// hardly more.
class Charset {
public:
    explicit Charset(std::string_view name) {
        if (name.empty() || names_utf8(name)) return;
        for (std::size_t byte = 0x80; byte < 0x100; ++byte) {
            const char one = static_cast<char>(byte);
            auto recoded = to_utf8({&one, 1}, name);
            upper_.at(byte - 0x80) = recoded ? std::move(recoded->utf8) : std::string("\xEF\xBF\xBD");
        }
        plain_ = false;
    }

    void put(Decoding& out, Span source, std::string_view bytes) const {
        if (plain_ || std::none_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            return out.put(source, bytes);
        if (bytes.size() == source.size()) {  // bytes as they are: each has its own place
            for (std::size_t at = 0; at < bytes.size(); ++at)
                out.put({source.begin + at, source.begin + at + 1}, utf8_of(bytes.substr(at, 1)));
            return;
        }
        std::string recoded;
        for (std::size_t at = 0; at < bytes.size(); ++at) recoded += utf8_of(bytes.substr(at, 1));
        out.put(source, recoded);
    }

private:
    [[nodiscard]] std::string_view utf8_of(std::string_view byte) const {
        const auto value = static_cast<unsigned char>(byte.front());
        return value < 0x80 ? byte : std::string_view(upper_.at(value - 0x80U));
    }

    std::array<std::string, 128> upper_;
    bool plain_ = true;
};

// The line at `at`: without its break, and where the next begins.
struct MailLine {
    Span words;
    std::size_t next;
};

MailLine line_from(std::string_view mail, std::size_t at, std::size_t end) {
    std::size_t stop = at;
    while (stop < end && !is_break(mail[stop])) ++stop;
    std::size_t next = stop;
    if (next < end && mail[next] == '\r') ++next;
    if (next < end && mail[next] == '\n' && (next == stop || mail[next - 1] == '\r')) ++next;
    return {{at, stop}, next};
}

// "=E2=82=AC" and "=" at the end of a line; anything else that begins with `=` stays as it is.
void put_quoted(std::string_view mail, Span line, const Charset& charset, bool underscores, Decoding& out) {
    for (std::size_t at = line.begin; at < line.end;) {
        const int high = mail[at] == '=' && at + 2 < line.end ? hex_digit(mail[at + 1]) : -1;
        const int low = high < 0 ? -1 : hex_digit(mail[at + 2]);
        if (low >= 0) {
            const char byte = static_cast<char>(high * 16 + low);
            charset.put(out, {at, at + 3}, {&byte, 1});
            at += 3;
        } else if (underscores && mail[at] == '_') {
            out.put({at, at + 1}, " ");
            ++at;
        } else {
            const std::size_t begin = at++;
            while (at < line.end && mail[at] != '=' && !(underscores && mail[at] == '_')) ++at;
            charset.put(out, {begin, at}, mail.substr(begin, at - begin));
        }
    }
}

void decode_quoted(std::string_view mail, Span body, const Charset& charset, bool leave_out_quotes, Decoding& out) {
    bool new_line = true;
    bool quote = false;
    for (std::size_t at = body.begin; at < body.end;) {
        const MailLine line = line_from(mail, at, body.end);
        Span words = line.words;
        while (!words.empty() && is_space(mail[words.end - 1])) --words.end;
        const bool goes_on = !words.empty() && mail[words.end - 1] == '=';
        if (goes_on) --words.end;
        if (new_line) quote = leave_out_quotes && !words.empty() && mail[words.begin] == '>';
        if (!quote) put_quoted(mail, words, charset, false, out);
        if (!goes_on && !quote) out.put({line.words.end, line.next}, mail.substr(line.words.end, line.next - line.words.end));
        new_line = !goes_on;
        at = line.next;
    }
}

void decode_base64(std::string_view mail, Span body, const Charset& charset, Decoding& out) {
    const bool exact = body.size() <= exact_base64;
    std::uint32_t bits = 0;
    int count = 0;
    std::string bytes;
    std::size_t begin = body.begin;
    const auto flush = [&](std::size_t end) {
        if (!bytes.empty()) charset.put(out, {begin, end}, bytes);
        bytes.clear();
    };
    for (std::size_t at = body.begin; at < body.end; ++at) {
        const int digit = base64_digit(mail[at]);
        if (digit < 0) {
            if (!exact && is_break(mail[at])) flush(at);
            continue;
        }
        if (bytes.empty() && count == 0) begin = at;
        bits = bits << 6U | static_cast<std::uint32_t>(digit);
        if (++count < 4) continue;
        for (unsigned shift = 24; shift > 0; shift -= 8) bytes += static_cast<char>(bits >> (shift - 8U) & 0xFFU);
        count = 0;
        if (exact) flush(at + 1);
    }
    if (count >= 2) bytes += static_cast<char>(bits >> (static_cast<unsigned>(count) * 6U - 8U) & 0xFFU);
    if (count == 3) bytes += static_cast<char>(bits >> 2U & 0xFFU);
    flush(body.end);
}

void decode_plain(std::string_view mail, Span body, const Charset& charset, bool leave_out_quotes, Decoding& out) {
    for (std::size_t at = body.begin; at < body.end;) {
        const MailLine line = line_from(mail, at, body.end);
        if (!leave_out_quotes || line.words.empty() || mail[line.words.begin] != '>')
            charset.put(out, {at, line.next}, mail.substr(at, line.next - at));
        at = line.next;
    }
}

struct EncodedWord {
    Span words;
    Span whole;
    std::string_view charset;
    bool base64 = false;
};

// "=?charset?Q?words?=" at the front of `at`.
std::optional<EncodedWord> encoded_word(std::string_view mail, std::size_t at, std::size_t end) {
    if (mail.substr(at, 2) != "=?") return std::nullopt;
    const std::size_t kind = mail.find('?', at + 2);
    if (kind == none || kind + 2 >= end || mail[kind + 2] != '?') return std::nullopt;
    const std::size_t stop = mail.find("?=", kind + 3);
    if (stop == none || stop + 2 > end) return std::nullopt;
    const char letter = mail[kind + 1];
    if (std::string_view("QqBb").find(letter) == none) return std::nullopt;
    std::string_view charset = mail.substr(at + 2, kind - at - 2);
    charset = charset.substr(0, charset.find('*'));  // a language may follow
    return EncodedWord{{kind + 3, stop}, {at, stop + 2}, charset, letter == 'B' || letter == 'b'};
}

}  // namespace

void decode_part(std::string_view mail, const MailPart& part, bool leave_out_quotes, Decoding& out) {
    const Charset charset(part.charset);
    if (part.transfer == "base64") return decode_base64(mail, part.body, charset, out);
    if (part.transfer == "quoted-printable") return decode_quoted(mail, part.body, charset, leave_out_quotes, out);
    decode_plain(mail, part.body, charset, leave_out_quotes, out);
}

void decode_header(std::string_view mail, Span value, Decoding& out) {
    bool after_encoded = false;
    for (std::size_t at = value.begin; at < value.end;) {
        if (const auto word = encoded_word(mail, at, value.end)) {
            const Charset charset(word->charset);
            if (word->base64)
                decode_base64(mail, word->words, charset, out);
            else
                put_quoted(mail, word->words, charset, true, out);
            at = word->whole.end;
            after_encoded = true;
            continue;
        }
        if (is_space(mail[at]) || is_break(mail[at])) {  // folded lines are one, and nothing lies between encoded words
            const std::size_t begin = at;
            while (at < value.end && (is_space(mail[at]) || is_break(mail[at]))) ++at;
            if (!after_encoded || !encoded_word(mail, at, value.end)) out.put({begin, at}, " ");
            continue;
        }
        out.put({at, at + 1}, mail.substr(at, 1));
        after_encoded = false;
        ++at;
    }
}

}  // namespace factcheck
