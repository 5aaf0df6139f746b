#include "read/inline_markup.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace factcheck {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::size_t longest_tag = 1'000;
constexpr int deepest_parentheses = 32;  // of a link's target

struct Entity {
    std::string_view name;
    char32_t code_point;
};
constexpr Entity entities[] = {
    {"amp", '&'},      {"apos", '\''},    {"cent", 0xA2},     {"deg", 0xB0},     {"euro", 0x20AC},
    {"frac12", 0xBD},  {"frac14", 0xBC},  {"frac34", 0xBE},   {"gt", '>'},       {"hellip", 0x2026},
    {"ldquo", 0x201C}, {"lsquo", 0x2018}, {"lt", '<'},        {"mdash", 0x2014}, {"minus", 0x2212},
    {"nbsp", 0xA0},    {"ndash", 0x2013}, {"pound", 0xA3},    {"quot", '"'},     {"rdquo", 0x201D},
    {"rsquo", 0x2019}, {"shy", 0xAD},     {"thinsp", 0x2009}, {"times", 0xD7},   {"yen", 0xA5},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_punctuation(char c) { return c > ' ' && c < 0x7F && !is_digit(c) && !is_letter(c); }

// The lines of a paragraph as one string, and where each came from.
struct Joined {
    std::string bytes;
    std::vector<MapStep> starts;  // reading: in `bytes`
};

Joined join(const Text& text, const std::vector<Span>& lines) {
    Joined joined;
    for (const Span line : lines) {
        if (!joined.bytes.empty()) joined.bytes += '\n';
        joined.starts.push_back({joined.bytes.size(), line.begin});
        joined.bytes.append(text.original, line.begin, line.size());
    }
    return joined;
}

// For each '[' the ']' that closes it: one pass, escapes skipped.
std::map<std::size_t, std::size_t> matching_brackets(std::string_view bytes) {
    std::map<std::size_t, std::size_t> matching;
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '\\') {
            ++at;
        } else if (bytes[at] == '[') {
            open.push_back(at);
        } else if (bytes[at] == ']' && !open.empty()) {
            const bool opens_target = at + 1 < bytes.size() && (bytes[at + 1] == '(' || bytes[at + 1] == '[');
            const bool footnote = bytes[open.back() + 1] == '^';
            if (opens_target || footnote) matching.emplace(open.back(), at);
            open.pop_back();
        }
    }
    return matching;
}

// The last run of backticks of each length: tells at once that one is never closed.
std::map<std::size_t, std::size_t> last_backticks(std::string_view bytes) {
    std::map<std::size_t, std::size_t> last;
    for (std::size_t at = bytes.find('`'); at != none; at = bytes.find('`', at)) {
        const std::size_t stop = std::min(bytes.find_first_not_of('`', at), bytes.size());
        last[stop - at] = at;
        at = stop;
    }
    return last;
}

class InlineCopy {
public:
    InlineCopy(const Joined& joined, ReadingCopy& copy)
        : bytes_(joined.bytes),
          starts_(joined.starts),
          copy_(copy),
          brackets_(matching_brackets(bytes_)),
          backticks_(last_backticks(bytes_)) {}

    void run() {
        while (at_ < bytes_.size()) {
            const std::size_t stop = std::min(bytes_.find_first_of("\n\\`*_~[]!<&", at_), bytes_.size());
            write(at_, stop);
            if (stop == bytes_.size()) return;
            at_ = stop;
            mark();
        }
    }

private:
    [[nodiscard]] char look(std::size_t at) const { return at < bytes_.size() ? bytes_[at] : '\n'; }
    [[nodiscard]] char before() const { return at_ == 0 ? '\n' : bytes_[at_ - 1]; }

    // Places only move forward, so the line is found by walking.
    std::size_t original(std::size_t at) {
        while (start_ + 1 < starts_.size() && starts_[start_ + 1].reading <= at) ++start_;
        return starts_[start_].original + (at - starts_[start_].reading);
    }

    // Bytes of one line.
    void write(std::size_t from, std::size_t to) {
        if (from == to) return;
        const std::size_t begin = original(from);
        copy_.copy({begin, begin + (to - from)});
    }

    void literal(std::size_t size) {
        write(at_, at_ + size);
        at_ += size;
    }

    void skip_to(std::size_t to) { at_ = to; }

    void gap(std::size_t to) {
        const std::size_t begin = original(at_);
        copy_.space({begin, begin});
        skip_to(to);
    }

    void mark() {
        if (closing_bracket_ == at_ && closing_bracket_ != 0) return skip_to(after_link_);
        switch (bytes_[at_]) {
            case '\n': return line_break();
            case '\\': return escape();
            case '`': return code();
            case '*':
            case '_': return emphasis();
            case '~': return strike();
            case '!': return image();
            case '[': return link();
            case '<': return angle();
            case '&': return entity();
            default: return literal(1);
        }
    }

    void line_break() {
        const std::size_t begin = original(at_);
        copy_.space({begin, begin + 1});
        ++at_;
    }

    void escape() {
        if (at_ + 1 == bytes_.size()) return literal(1);
        const char next = look(at_ + 1);
        if (next == '\n') return skip_to(at_ + 1);  // a hard line break
        if (!is_punctuation(next)) return literal(1);
        ++at_;
        literal(1);
    }

    void code() {
        const std::size_t stop = std::min(bytes_.find_first_not_of('`', at_), bytes_.size());
        const std::size_t length = stop - at_;
        const auto last = backticks_.find(length);
        if (last == backticks_.end() || last->second < stop) return literal(length);
        for (std::size_t next = bytes_.find('`', stop); next != none; next = bytes_.find('`', next)) {
            const std::size_t end = std::min(bytes_.find_first_not_of('`', next), bytes_.size());
            if (end - next == length) return gap(end);
            next = end;
        }
        literal(length);
    }

    // A mark with space on both sides is a sign of its own; one between figures multiplies, or belongs to a name.
    void emphasis() {
        const char mark = bytes_[at_];
        const std::size_t stop = std::min(bytes_.find_first_not_of(mark, at_), bytes_.size());
        const char left = before();
        const char right = look(stop);
        const bool alone = is_space(left) && is_space(right);
        const bool inside = mark == '_' ? is_word(left) && is_word(right) : is_digit(left) && is_digit(right);
        if (alone || inside) return literal(stop - at_);
        skip_to(stop);
    }

    void strike() {
        if (look(at_ + 1) != '~') return literal(1);
        skip_to(at_ + 2);
    }

    void image() {
        const auto close = brackets_.find(at_ + 1);
        if (look(at_ + 1) != '[' || close == brackets_.end()) return literal(1);
        const auto end = after_target(close->second + 1);
        if (!end) return literal(1);
        gap(*end);
    }

    void link() {
        const auto close = brackets_.find(at_);
        if (close == brackets_.end()) return literal(1);
        if (look(at_ + 1) == '^') return skip_to(close->second + 1);
        const auto end = after_target(close->second + 1);
        if (!end || closing_bracket_ > at_) return literal(1);
        closing_bracket_ = close->second;
        after_link_ = *end;
        skip_to(at_ + 1);
    }

    // Past "(target "title")" or "[name]".
    [[nodiscard]] std::optional<std::size_t> after_target(std::size_t at) const {
        if (look(at) == '[') {
            const std::size_t close = bytes_.find(']', at);
            return close == none || close - at > longest_tag ? std::nullopt : std::optional(close + 1);
        }
        if (look(at) != '(') return std::nullopt;
        int depth = 0;
        const std::size_t stop = std::min(bytes_.size(), at + 4 * longest_tag);
        for (; at < stop && depth <= deepest_parentheses; ++at) {
            if (bytes_[at] == '(') ++depth;
            if (bytes_[at] == ')' && --depth == 0) return at + 1;
        }
        return std::nullopt;
    }

    // A comment, a tag or an address in angle brackets is left out; "<" alone is a sign.
    void angle() {
        if (bytes_.compare(at_, 4, "<!--") == 0) {
            if (!no_more_comments_) {
                const std::size_t end = bytes_.find("-->", at_ + 4);
                if (end != none) return gap(end + 3);
                no_more_comments_ = true;
            }
            return literal(1);
        }
        const char next = look(at_ + 1);
        if (!is_letter(next) && next != '/') return literal(1);
        const std::size_t end = bytes_.substr(at_, longest_tag).find_first_of("><", 1);
        if (end == none || bytes_[at_ + end] == '<') return literal(1);
        gap_or_nothing(at_ + end + 1);
    }

    // <br> parts words, <b> does not.
    void gap_or_nothing(std::size_t to) {
        const std::string_view tag = bytes_.substr(at_, to - at_);
        if (tag.starts_with("<b>") || tag.starts_with("</b>") || tag.starts_with("<i>") || tag.starts_with("</i>") ||
            tag.starts_with("<em") || tag.starts_with("</em") || tag.starts_with("<strong") || tag.starts_with("</strong") ||
            tag.starts_with("<a ") || tag.starts_with("</a") || tag.starts_with("<span") || tag.starts_with("</span"))
            return skip_to(to);
        gap(to);
    }

    void entity() {
        const std::size_t end = bytes_.substr(at_, 12).find(';');
        const auto code_point = end == none ? std::nullopt : code_point_of(bytes_.substr(at_ + 1, end - 1));
        if (!code_point) return literal(1);
        const std::size_t begin = original(at_);
        copy_.character({begin, begin + end + 1}, *code_point);
        skip_to(at_ + end + 1);
    }

    static std::optional<char32_t> code_point_of(std::string_view name) {
        if (name.starts_with("#")) {
            const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
            const std::string_view digits = name.substr(hex ? 2 : 1);
            std::uint32_t value = 0;
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
            const bool whole = error == std::errc{} && !digits.empty() && end == digits.data() + digits.size();
            if (!whole || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
            return static_cast<char32_t>(value);
        }
        const auto* found =
            std::find_if(std::begin(entities), std::end(entities), [&](const Entity& e) { return e.name == name; });
        return found == std::end(entities) ? std::nullopt : std::optional(found->code_point);
    }

    std::string_view bytes_;
    const std::vector<MapStep>& starts_;
    ReadingCopy& copy_;
    std::map<std::size_t, std::size_t> brackets_;
    std::map<std::size_t, std::size_t> backticks_;
    std::size_t at_ = 0;
    std::size_t start_ = 0;
    std::size_t closing_bracket_ = 0;  // of the open link
    std::size_t after_link_ = 0;
    bool no_more_comments_ = false;
};

}  // namespace

void copy_inline_markup(const Text& text, const std::vector<Span>& lines, ReadingCopy& copy) {
    const Joined joined = join(text, lines);
    InlineCopy(joined, copy).run();
}

}  // namespace factcheck
