#include "author/table_cells.hpp"

#include "model/rational.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace factcheck {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<unsigned> month_named(std::string_view word) {
    constexpr std::array names{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    if (word.size() < 3) return std::nullopt;
    for (unsigned m = 0; m < names.size(); ++m)
        if (word.substr(0, 3) == names[m] && small_letters(month_name(m + 1)).starts_with(word)) return m + 1;
    return std::nullopt;
}

std::optional<int> year_in(std::string_view text) {
    if (text.size() != 4 || !std::all_of(text.begin(), text.end(), digit)) return std::nullopt;
    int year = 0;
    std::from_chars(text.data(), text.data() + 4, year);
    return year >= 1000 && year <= 2999 ? std::optional(year) : std::nullopt;
}

}  // namespace

std::string small_letters(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::string plain_number(std::string_view cell) {
    std::string out;
    const std::string text = trimmed(cell);
    bool any = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (digit(c)) any = true;
        const bool group = c == ',' && i + 3 < text.size() && digit(text[i + 1]) && digit(text[i + 2]) && digit(text[i + 3]);
        if (group || (c == '$' && i == 0) || (c == '%' && i + 1 == text.size()) || (c == ' ' && i + 2 == text.size())) continue;
        if (!digit(c) && c != '.' && !(c == '-' && i == 0)) return {};
        out += c;
    }
    return any && rational_from(out) ? out : std::string();
}

std::string snake(std::string_view words) {
    std::string out;
    for (const char c : words) {
        const bool good = letter(c) || digit(c);
        if (good)
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!out.empty() && out.back() != '_')
            out += '_';
    }
    while (!out.empty() && out.back() == '_') out.pop_back();
    if (out.empty() || digit(out.front())) out.insert(0, "x_");
    if (is_one_of(out, {"and", "or", "not", "in", "before", "during", "is"})) out += "_";
    return out.substr(0, 60);
}

std::optional<Period> period_of_cell(std::string_view cell) {
    const std::string text = trimmed(cell.substr(0, cell.find('[')));
    if (text.size() < 4 || text.size() > 24) return std::nullopt;
    if (year_in(text)) return year_period(*year_in(text));
    if (!digit(text.front()) && !letter(text.front())) return std::nullopt;
    if (const auto plain = period_from(text); plain && year_in(text.substr(0, 4))) return plain;
    if (text.size() > 10 && year_in(text.substr(0, 4)) && (text[10] == ' ' || text[10] == 'T'))
        return period_from(text.substr(0, 10));
    if (const auto year = year_in(text.substr(0, 4)); year && text.size() >= 6) {
        const std::string rest = small_letters(trimmed(text.substr(text[4] == '-' || text[4] == ' ' ? 5 : 4)));
        if (rest.size() == 2 && rest[0] == 'q' && digit(rest[1]))
            return quarter_period(*year, static_cast<unsigned>(rest[1] - '0'));
        if (rest.size() == 3 && rest[0] == 'm' && digit(rest[1]) && digit(rest[2]))
            return month_period(*year, static_cast<unsigned>((rest[1] - '0') * 10 + rest[2] - '0'));
        return std::nullopt;
    }
    const std::size_t space = text.find_last_of(" -");
    if (space == std::string::npos) return std::nullopt;
    const auto month = month_named(small_letters(text.substr(0, space)));
    const auto year = year_in(text.substr(space + 1));
    return month && year ? month_period(*year, *month) : std::nullopt;
}

}  // namespace factcheck
