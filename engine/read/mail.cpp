// E-mail: the subject is the headline, the text of the message its body. Of alternatives the plain one is read, attachments are
// not.
#include "read/formats.hpp"
#include "read/mail_body.hpp"

#include "model/utf8.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace factcheck {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::size_t most_parts = 1'000;
constexpr std::size_t deepest_part = 16;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string lower(std::string_view words) {
    std::string out(words);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
    return out;
}

std::size_t after_line(std::string_view bytes, std::size_t at, std::size_t end) {
    const std::size_t stop = bytes.find('\n', at);
    return stop == none || stop >= end ? end : stop + 1;
}

struct Header {
    std::string name;  // in small letters
    Span value;        // may lie on several lines
};

struct Headers {
    std::vector<Header> all;
    std::size_t body = 0;  // where the message begins

    [[nodiscard]] Span find(std::string_view name) const {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Header& h) { return h.name == name; });
        return found == all.end() ? Span{} : found->value;
    }
};

// The length of a header's name at `at`; 0: there is none.
std::size_t header_name(std::string_view bytes, std::size_t at, std::size_t end) {
    std::size_t stop = at;
    while (stop < end && stop - at < 80 && bytes[stop] > ' ' && bytes[stop] < 0x7F && bytes[stop] != ':') ++stop;
    return stop < end && stop > at && bytes[stop] == ':' ? stop - at : 0;
}

Headers headers_of(std::string_view bytes, Span part) {
    Headers out;
    std::size_t at = part.begin;
    if (bytes.substr(at, 5) == "From ") at = after_line(bytes, at, part.end);  // of a mailbox
    while (at < part.end) {
        const std::size_t next = after_line(bytes, at, part.end);
        if (bytes[at] == '\n' || bytes[at] == '\r') {
            out.body = next;
            return out;
        }
        if ((bytes[at] == ' ' || bytes[at] == '\t') && !out.all.empty()) {
            out.all.back().value.end = next;
        } else if (const std::size_t size = header_name(bytes, at, part.end); size != 0) {
            out.all.push_back({lower(bytes.substr(at, size)), {at + size + 1, next}});
        } else {
            out.body = at;  // no header: the message has begun without an empty line
            return out;
        }
        at = next;
    }
    out.body = part.end;
    return out;
}

std::string_view trimmed_words(std::string_view words) {
    while (!words.empty() && is_space(words.front())) words.remove_prefix(1);
    while (!words.empty() && is_space(words.back())) words.remove_suffix(1);
    return words;
}

Span trimmed_value(std::string_view bytes, Span value) {
    while (!value.empty() && is_space(bytes[value.begin])) ++value.begin;
    while (!value.empty() && is_space(bytes[value.end - 1])) --value.end;
    return value;
}

// `charset` of "text/plain; charset="utf-8"".
std::string parameter(std::string_view value, std::string_view name) {
    const std::string plain = lower(value);
    for (std::size_t at = plain.find(';'); at != none; at = plain.find(';', at + 1)) {
        const std::size_t equals = plain.find('=', at);
        if (equals == none) return {};
        if (trimmed_words(std::string_view(plain).substr(at + 1, equals - at - 1)) != name) continue;
        std::string_view rest = trimmed_words(value.substr(equals + 1));
        if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
        return std::string(trimmed_words(rest.substr(0, rest.find(';'))));
    }
    return {};
}

class MailReader {
public:
    explicit MailReader(std::string_view mail) : mail_(mail) {}

    [[nodiscard]] Headers read() {
        Headers headers = headers_of(mail_, {0, mail_.size()});
        take_part(headers, mail_.size(), 0);
        return headers;
    }

    // The plain parts, or those of HTML where there are no others.
    [[nodiscard]] std::vector<MailPart> chosen() const {
        const bool any_plain = std::any_of(parts_.begin(), parts_.end(), [](const MailPart& p) { return p.type != "text/html"; });
        std::vector<MailPart> out;
        std::copy_if(parts_.begin(), parts_.end(), std::back_inserter(out),
                     [&](const MailPart& p) { return (p.type != "text/html") == any_plain; });
        return out;
    }

private:
    [[nodiscard]] std::string_view value_of(const Headers& headers, std::string_view name) const {
        const Span value = headers.find(name);
        return trimmed_words(mail_.substr(value.begin, value.size()));
    }

    void take_part(const Headers& headers, std::size_t end, std::size_t depth) {
        if (parts_.size() >= most_parts || depth > deepest_part) return;
        if (lower(value_of(headers, "content-disposition")).starts_with("attachment")) return;
        const std::string_view content = value_of(headers, "content-type");
        const std::string type = content.empty() ? "text/plain" : lower(trimmed_words(content.substr(0, content.find(';'))));
        if (type.starts_with("multipart/")) return take_parts({headers.body, end}, parameter(content, "boundary"), depth);
        if (type != "text/plain" && type != "text/html") return;
        parts_.push_back({{headers.body, std::max(headers.body, end)},
                          type,
                          parameter(content, "charset"),
                          lower(value_of(headers, "content-transfer-encoding"))});
    }

    // Between lines of "--boundary".
    void take_parts(Span body, const std::string& boundary, std::size_t depth) {
        if (boundary.empty()) return;
        const std::string mark = "--" + boundary;
        std::size_t begin = none;
        for (std::size_t at = body.begin; at < body.end; at = after_line(mail_, at, body.end)) {
            if (mail_.substr(at, mark.size()) != mark) continue;
            if (begin != none) take_part(headers_of(mail_, {begin, at}), at, depth + 1);
            begin = after_line(mail_, at, body.end);
            if (mail_.substr(at + mark.size(), 2) == "--") return;
        }
        if (begin != none && begin < body.end) take_part(headers_of(mail_, {begin, body.end}), body.end, depth + 1);
    }

    std::string_view mail_;
    std::vector<MailPart> parts_;
};

const InputFormat& open_mail(Text& text) {
    auto file = std::make_shared<Source>();
    file->original = std::move(text.original);
    const std::string_view mail = file->original;
    MailReader reader(mail);
    const Headers headers = reader.read();
    const std::vector<MailPart> parts = reader.chosen();
    const bool html = !parts.empty() && parts.front().type == "text/html";
    Decoding out;
    decode_header(mail, trimmed_value(mail, headers.find("subject")), out);
    text.title = valid_utf8(out.text);
    if (html)
        out = {};  // a page has its own headline
    else if (!out.text.empty())
        out.put({headers.body, headers.body}, "\n\n");
    for (const MailPart& part : parts) {
        if (&part != &parts.front()) out.put({part.body.begin, part.body.begin}, "\n\n");
        decode_part(mail, part, !html, out);
    }
    const Span day = headers.find("date");
    take_metadata_date(text, trimmed_words(mail.substr(day.begin, day.size())));
    index_lines(*file);
    text.original = std::move(out.text);
    text.container =
        std::make_shared<const Container>(Container{std::move(file), 0, std::move(out.map), std::move(text.container)});
    return html ? html_format : plain_format;
}

// A mail has a sender, a date and nothing but headers before its first empty line.
bool looks_like_mail(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, known_by_bytes);
    if (header_name(head, 0, head.size()) == 0 && !head.starts_with("From ")) return false;
    const Headers headers = headers_of(head, {0, head.size()});
    const bool has_body = headers.body < head.size() && headers.body > 0 && head[headers.body - 1] == '\n';
    return has_body && headers.all.size() >= 3 && !headers.find("from").empty() && !headers.find("date").empty() &&
           (!headers.find("message-id").empty() || !headers.find("mime-version").empty() || !headers.find("received").empty());
}

}  // namespace

const InputFormat mail_format{.name = "email", .endings = {".eml"}, .recognised = looks_like_mail, .open = open_mail};

}  // namespace factcheck
