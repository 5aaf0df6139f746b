#include "render/escape.hpp"

#include "model/utf8.hpp"
#include "render/columns.hpp"
#include "render/lines.hpp"

#include <algorithm>
#include <array>

namespace factcheck {
namespace {

struct Replacement {
    char character;
    std::string_view by;
};

template <std::size_t N>
std::string replaced(std::string_view text, const std::array<Replacement, N>& table) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const auto row = std::find_if(table.begin(), table.end(), [c](const Replacement& r) { return r.character == c; });
        if (row == table.end())
            out += c;
        else
            out += row->by;
    }
    return out;
}

constexpr std::array markup{Replacement{'&', "&amp;"}, Replacement{'<', "&lt;"}, Replacement{'>', "&gt;"},
                            Replacement{'"', "&quot;"}, Replacement{'\'', "&#39;"}};
constexpr std::array properties{Replacement{'%', "%25"}, Replacement{'\r', "%0D"}, Replacement{'\n', "%0A"},
                                Replacement{':', "%3A"}, Replacement{',', "%2C"}};
constexpr std::array messages{Replacement{'%', "%25"}, Replacement{'\r', "%0D"}, Replacement{'\n', "%0A"}};

bool is_breaking(char c) { return c == '\n' || c == '\t' || c == '\r'; }

// Every line break and tab as it is, all else made visible.
std::string visible_lines(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end =
            std::min(static_cast<std::size_t>(
                         std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_breaking) - text.begin()),
                     text.size());
        for (const Cell& cell : cells_of(text.substr(at, end - at))) out += cell.shown;
        if (end < text.size()) out += text[end];
        at = end + 1;
    }
    return out;
}

// XML 1.0 has no U+FFFE and U+FFFF.
std::string without_noncharacters(std::string text) {
    for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        for (std::size_t at = 0; (at = text.find(none, at)) != std::string::npos;) text.replace(at, none.size(), "\xEF\xBF\xBD");
    return text;
}

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

std::string markup_escaped(std::string_view text) { return replaced(without_noncharacters(visible_lines(text)), markup); }

std::string markdown_escaped(std::string_view text) {
    constexpr std::string_view cut = "<!-- -->";  // stands between what readers of GitHub's kind would join to a link
    const std::string line = flat(text);
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool after_word = i > 0 && is_word(line[i - 1]);
        const bool before_word = i + 1 < line.size() && is_word(line[i + 1]);
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '@' || c == '#')
            out += (c == '#' ? "\\#" : "@") + std::string(before_word ? cut : "");
        else if ((c == ':' && line.compare(i, 3, "://") == 0) || (c == '.' && after_word && before_word))
            out += (c == ':' ? "\\:" : ".") + std::string(c == ':' || line.compare(i - 1, 1, "w") == 0 ? cut : "");
        else if (static_cast<unsigned char>(c) < 0x80 && !is_word(c) && c != ' ' && c != '.' && c != ',' && c != '%' &&
                 c != '\'' && c != '"' && c != '/' && c != ';' && c != '$')
            out += std::string("\\") + c;
        else if (c == '.' && i > 0 && std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(i), is_word))
            out += "\\.";  // 1. would begin a list
        else
            out += c;
    }
    return out;
}

std::string markdown_code(std::string_view text) {
    const std::string line = flat(text);
    std::size_t longest = 0;
    for (std::size_t i = 0, run = 0; i < line.size(); ++i) longest = std::max(longest, run = line[i] == '`' ? run + 1 : 0);
    const std::string fence(longest + 1, '`');
    const bool padded = line.empty() || line.front() == '`' || line.back() == '`';
    return fence + (padded ? " " + line + " " : line) + fence;
}

std::string csv_escaped(std::string_view text) {
    std::string field = flat(text);
    if (!field.empty() && std::string_view("=+-@").find(field.front()) != std::string_view::npos) field.insert(0, "'");
    if (field.find_first_of(",\"") == std::string::npos) return field;
    return "\"" + replaced(field, std::array{Replacement{'"', "\"\""}}) + "\"";
}

std::string command_property(std::string_view text) { return replaced(flat(text), properties); }

std::string command_message(std::string_view text) { return replaced(visible_lines(text), messages); }

std::string uri_of_path(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view kept = "-._~/!$&'()*+,;=@";
    std::string out;
    const bool first_has_colon = path.substr(0, path.find('/')).find(':') != std::string_view::npos;
    if (first_has_colon) out = "./";  // else it would be read as a scheme
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_word(c) || kept.find(c) != std::string_view::npos)
            out += c;
        else
            (out += '%') += {digits[byte >> 4U], digits[byte & 0xFU]};
    }
    return out;
}

std::string linkable(std::string_view url) {
    if (!url.starts_with("https://") && !url.starts_with("http://")) return {};
    const bool odd = std::any_of(url.begin(), url.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`' || c == '\\' ||
               c == '\x7F';
    });
    return odd ? std::string() : std::string(url);
}

}  // namespace factcheck
