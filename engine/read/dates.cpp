#include "read/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace factcheck {
namespace {

constexpr std::array<std::string_view, 12> months = {"january", "february", "march",     "april",   "may",      "june",
                                                     "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view word) {
    std::string out(word);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
    return out;
}

// "aug" and "august" are August: three letters or more that begin the name. 0: no month.
template <std::size_t N>
unsigned index_of(const std::array<std::string_view, N>& names, std::string_view word) {
    if (word.size() < 3) return 0;
    const std::string plain = lower(word);
    for (unsigned i = 0; i < N; ++i) {
        if (names[i].starts_with(plain)) return i + 1;
    }
    return 0;
}

// Letters or digits that stand together. Only the first few of a text are needed.
std::vector<std::string_view> tokens_of(std::string_view words, std::size_t at_most) {
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < words.size() && tokens.size() < at_most;) {
        const auto same = is_digit(words[at]) ? is_digit : is_letter(words[at]) ? is_letter : nullptr;
        std::size_t stop = at + 1;
        if (same != nullptr) {
            while (stop < words.size() && same(words[stop])) ++stop;
            tokens.push_back(words.substr(at, stop - at));
        }
        at = stop;
    }
    return tokens;
}

int number_of(std::string_view digits) {
    int value = 0;
    if (digits.empty() || digits.size() > 8) return -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

bool is_number(std::string_view token, std::size_t least, std::size_t most) {
    return !token.empty() && is_digit(token.front()) && token.size() >= least && token.size() <= most;
}

bool is_ordinal(std::string_view token) {
    const std::string plain = lower(token);
    return plain == "st" || plain == "nd" || plain == "rd" || plain == "th";
}

std::optional<WrittenDay> written(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    return WrittenDay{year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
}

std::optional<WrittenDay> compact_day(std::string_view digits) {
    return written(number_of(digits.substr(0, 4)), number_of(digits.substr(4, 2)), number_of(digits.substr(6, 2)));
}

int year_at(const std::vector<std::string_view>& tokens, std::size_t at) {
    return at < tokens.size() && is_number(tokens[at], 4, 4) ? number_of(tokens[at]) : 0;
}

// Numbers that hang together as in 2025-08-04, 2025/08/04, 2025_08_04.
bool joined(std::string_view left, std::string_view right) {
    const char* gap = left.data() + left.size();
    return right.data() - gap == 1 && (*gap == '-' || *gap == '/' || *gap == '_' || *gap == '.');
}

std::optional<WrittenDay> iso_day(const std::vector<std::string_view>& tokens, std::size_t at) {
    if (at < tokens.size() && is_number(tokens[at], 8, 8)) return compact_day(tokens[at]);
    if (at + 2 >= tokens.size() || !is_number(tokens[at], 4, 4)) return std::nullopt;
    if (!is_number(tokens[at + 1], 1, 2) || !is_number(tokens[at + 2], 1, 2)) return std::nullopt;
    if (!joined(tokens[at], tokens[at + 1]) || !joined(tokens[at + 1], tokens[at + 2])) return std::nullopt;
    return written(number_of(tokens[at]), number_of(tokens[at + 1]), number_of(tokens[at + 2]));
}

std::optional<WrittenDay> worded_day(const std::vector<std::string_view>& tokens, std::size_t at) {
    if (at + 1 >= tokens.size()) return std::nullopt;
    if (const unsigned month = index_of(months, tokens[at]); month != 0 && is_number(tokens[at + 1], 1, 2)) {
        std::size_t next = at + 2;
        if (next < tokens.size() && is_ordinal(tokens[next])) ++next;
        return written(year_at(tokens, next), static_cast<int>(month), number_of(tokens[at + 1]));
    }
    if (!is_number(tokens[at], 1, 2)) return std::nullopt;
    std::size_t next = at + 1;
    if (is_ordinal(tokens[next])) ++next;
    if (next < tokens.size() && lower(tokens[next]) == "of") ++next;
    if (next >= tokens.size()) return std::nullopt;
    const unsigned month = index_of(months, tokens[next]);
    if (month == 0) return std::nullopt;
    return written(year_at(tokens, next + 1), static_cast<int>(month), number_of(tokens[at]));
}

std::optional<WrittenDay> day_at(const std::vector<std::string_view>& tokens, std::size_t at) {
    if (const auto day = iso_day(tokens, at)) return day;
    return worded_day(tokens, at);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Agencies open with a place in capitals ("LONDON", "NEW DELHI/ISLAMABAD") or with a place and themselves in brackets
// ("Washington (AP)").
bool opens_like_a_dateline(std::string_view head) {
    std::size_t capitals = 0;
    while (capitals < head.size() && (is_upper(head[capitals]) || head[capitals] == ' ' || head[capitals] == '.')) ++capitals;
    if (capitals >= 3 && (capitals == head.size() || !is_letter(head[capitals]))) return true;
    return !head.empty() && is_upper(head.front()) && head.find('(') != std::string_view::npos;
}

}  // namespace

std::optional<WrittenDay> written_day(std::string_view words) {
    const auto tokens = tokens_of(words, 8);
    const std::size_t first = !tokens.empty() && index_of(weekdays, tokens.front()) != 0 ? 1 : 0;
    return day_at(tokens, first);
}

std::optional<Day> day_of(const WrittenDay& written) {
    if (written.year == 0) return std::nullopt;
    return make_day(written.year, written.month, written.day);
}

std::optional<Day> day_in_file_name(std::string_view path) {
    if (const auto slash = path.find_last_of('/'); slash != std::string_view::npos) path.remove_prefix(slash + 1);
    const auto tokens = tokens_of(path.substr(0, 255), 64);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto found = iso_day(tokens, at);
        if (!found || found->year < 1700 || found->year > 2199) continue;  // a number of eight digits is seldom a day
        if (const auto day = day_of(*found)) return day;
    }
    return std::nullopt;
}

std::optional<WrittenDay> day_in_dateline(std::string_view paragraph) {
    constexpr std::size_t longest = 120;
    const std::string_view start = paragraph.substr(0, longest);
    const std::size_t stop = std::min(start.find(" - "), start.find("\xE2\x80\x94"));
    if (stop == std::string_view::npos || !opens_like_a_dateline(start.substr(0, stop))) return std::nullopt;
    const auto tokens = tokens_of(start.substr(0, stop), 24);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (const auto day = day_at(tokens, at)) return day;
    }
    return std::nullopt;
}

}  // namespace factcheck
