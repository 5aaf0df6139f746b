#include "model/utf8.hpp"
#include "read/dates.hpp"
#include "read/formats.hpp"

#include <algorithm>
#include <string>

namespace factcheck {
namespace {

constexpr std::size_t longest_front_matter = 1'000;  // lines: a fence that never closes costs no more

bool is_space(char c) { return c == ' ' || c == '\t'; }

bool is_fence(std::string_view line, bool closing) {
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    return line == "---" || (closing && line == "...");
}

// The line that closes the front matter; 0: there is none.
std::size_t closing_fence(const Source& text) {
    if (text.lines.empty() || !is_fence(bytes_of(text, line_span(text, 0)), false)) return 0;
    const std::size_t last = std::min(text.lines.size(), longest_front_matter);
    for (std::size_t line = 1; line < last; ++line) {
        if (is_fence(bytes_of(text, line_span(text, line)), true)) return line;
    }
    return 0;
}

struct Entry {
    std::string key;
    Span value;  // without quotes and comment
    char quote = 0;
};

Entry entry_of(const Source& text, Span line) {
    const std::string_view bytes = bytes_of(text, line);
    const auto colon = bytes.find(':');
    if (colon == std::string_view::npos || bytes.empty() || is_space(bytes.front()) || bytes.front() == '#') return {};
    Entry entry{std::string(bytes.substr(0, colon)), trimmed(text, {line.begin + colon + 1, line.end})};
    const std::string_view value = bytes_of(text, entry.value);
    if (value.empty()) return entry;
    if (value.front() == '"' || value.front() == '\'') {
        const auto end = value.find_last_of(value.front());
        if (end == 0) return entry;
        entry.quote = value.front();
        entry.value = {entry.value.begin + 1, entry.value.begin + end};
    } else if (const auto comment = value.find(" #"); comment != std::string_view::npos) {
        entry.value = trimmed(text, {entry.value.begin, entry.value.begin + comment});
    }
    return entry;
}

// The value as its writer meant it: '' in single quotes and \" in double quotes are one quotation mark.
std::string plain_value(const Text& text, const Entry& entry) {
    const std::string_view value = bytes_of(text, entry.value);
    std::string out;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const bool has_next = at + 1 < value.size();
        if (entry.quote == '\'' && value[at] == '\'' && has_next && value[at + 1] == '\'') ++at;
        if (entry.quote == '"' && value[at] == '\\' && has_next) ++at;
        out += value[at];
    }
    return valid_utf8(out);
}

bool is_simple(const Text& text, const Entry& entry) {
    const std::string_view value = bytes_of(text, entry.value);
    return entry.quote != 0 || value.empty() || std::string_view("|>[{&*!").find(value.front()) == std::string_view::npos;
}

void take_date(Text& text, const Entry& entry) {
    const std::string value = plain_value(text, entry);
    if (value.empty()) return;
    const auto written = written_day(value);
    const auto day = written ? day_of(*written) : std::nullopt;
    if (!day) {
        text.notes.push_back("the front matter's date \"" + valid_utf8(value.substr(0, 40)) +
                             "\" is not a day; write it as 2025-08-04");
    } else if (text.date_from.empty()) {
        text.date = day;
        text.date_from = "front matter";
    }
}

}  // namespace

bool has_front_matter(const Source& text) {
    const std::size_t close = closing_fence(text);
    for (std::size_t line = 1; line < close; ++line) {
        if (!entry_of(text, line_span(text, line)).key.empty()) return true;
    }
    return false;
}

FrontMatter read_front_matter(Text& text) {
    if (!has_front_matter(text)) return {};
    FrontMatter found{closing_fence(text) + 1, {}};
    for (std::size_t line = 1; line + 1 < found.lines; ++line) {
        const Entry entry = entry_of(text, line_span(text, line));
        const bool wanted = entry.key == "title" || entry.key == "date" || entry.key == "url";
        if (!wanted) continue;
        if (!is_simple(text, entry)) {
            text.notes.push_back("the front matter's " + entry.key +
                                 " is not a plain word or quoted text on one line; it was not read");
            continue;
        }
        if (entry.key == "date") take_date(text, entry);
        if (entry.key == "url") text.url = plain_value(text, entry);
        if (entry.key == "title") {
            text.title = plain_value(text, entry);
            found.title = entry.value;
        }
    }
    return found;
}

}  // namespace factcheck
