#include "reference/figure_text.hpp"

#include "model/limits.hpp"
#include "reference/faults.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace factcheck {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::optional<int> small_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// Digits with the groups taken out; false where a group is not of three digits (the first: one to three).
bool without_groups(std::string_view text, const NumberStyle& style, std::string& out) {
    const std::size_t start = !text.empty() && (text.front() == '-' || text.front() == '+') ? 1 : 0;
    const std::size_t point = std::min(text.find(style.decimal), text.size());
    std::size_t run = 0;
    bool grouped = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i < point && text[i] == style.group && style.group != '\0') {
            if (i == start || run == 0 || run > 3 || (grouped && run != 3)) return false;
            grouped = true;
            run = 0;
            continue;
        }
        if (i < point && is_digit(text[i])) ++run;
        out += i == point ? '.' : text[i];
    }
    return !grouped || run == 3;
}

std::string no_number(std::string_view text, const NumberStyle& style) {
    std::string out = shown(text) + " is no number";
    if (style.decimal == '.' && text.find(',') != std::string_view::npos)
        out += ": where a comma is the decimal sign, say --decimal , and where it stands between thousands, say --group ,";
    else if (style.decimal == ',' && text.find('.') != std::string_view::npos)
        out += ": where a point stands between thousands, say --group .";
    return out;
}

// 2024-Q1, 2024Q1, 2024-M05, 2024M05, 2024-S1, 2024-H1, 2024-A1, 2024-W05
std::optional<Period> lettered(std::string_view text) {
    if (text.size() < 6 || !all_digits(text.substr(0, 4))) return std::nullopt;
    const int year = *small_number(text.substr(0, 4));
    std::string_view part = text.substr(4);
    if (part.front() == '-') part.remove_prefix(1);
    if (part.size() < 2 || !all_digits(part.substr(1))) return std::nullopt;
    const auto n = small_number(part.substr(1));
    if (!n || *n < 1) return std::nullopt;
    switch (part.front()) {
        case 'Q': return quarter_period(year, static_cast<unsigned>(*n));
        case 'M': return month_period(year, static_cast<unsigned>(*n));
        case 'S':
        case 'H': return half_period(year, static_cast<unsigned>(*n));
        case 'A': return *n == 1 ? year_period(year) : std::nullopt;
        case 'W': return period_from(std::string(text.substr(0, 4)) + "-W" + (*n < 10 ? "0" : "") + std::to_string(*n));
        default: return std::nullopt;
    }
}

struct Code {
    std::string_view alpha_3;
    std::string_view numeric;
    std::string_view alpha_2;
};

constexpr Code codes[] = {
#include "reference/iso_3166.inc"
    // Not ISO's, but everybody's: Kosovo, and the world.
    {"XKX", "", "XK"},
    {"OWID_KOS", "", "XK"},
    {"OWID_WRL", "", "WLD"},
};

}  // namespace

bool says_missing(std::string_view text) {
    constexpr std::array<std::string_view, 14> words{"",    "..",   ":",    "NA", "N/A", "n/a",  "NaN",
                                                     "nan", "null", "NULL", "-",  "...", "#N/A", "None"};
    return std::find(words.begin(), words.end(), trimmed(text)) != words.end();
}

std::optional<Decimal> number_of_cell(std::string_view cell, const NumberStyle& style, std::string& why_not) {
    const std::string_view text = trimmed(cell);
    std::string_view mantissa = text;
    int exponent = 0;
    if (const std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
        std::string_view digits = text.substr(e + 1);
        if (digits.starts_with('+')) digits.remove_prefix(1);
        const auto read = small_number(digits);
        constexpr int largest = 60;
        if (!read || *read > largest || *read < -largest) {
            why_not = no_number(text, style);
            return std::nullopt;
        }
        exponent = *read;
        mantissa = text.substr(0, e);
    }
    std::optional<Decimal> value;
    if (style.decimal == '.' && style.group == '\0') {
        value = decimal_from(mantissa);
    } else {
        std::string plain;
        if (without_groups(mantissa, style, plain)) value = decimal_from(plain);
    }
    if (!value) {
        why_not = no_number(text, style);
        return std::nullopt;
    }
    value->exponent += exponent;
    if (style.floats)
        while (value->exponent < 0 && value->coefficient % 10 == 0) {
            value->coefficient /= 10;
            ++value->exponent;
        }
    return value;
}

std::optional<Period> period_of_cell(std::string_view cell, std::string& why_not) {
    std::string_view text = trimmed(cell);
    if (const std::size_t clock = text.find("T00:00"); clock == 10) text = text.substr(0, 10);
    if (const std::size_t clock = text.find(" 00:00"); clock == 10) text = text.substr(0, 10);
    if (const auto period = period_from(text)) return period;
    if (const auto period = lettered(text)) return period;
    why_not = shown(text) + " is no period (2024, 2024-05, 2024-05-10, 2024-Q1, or first/last as 2023-07/2024-06)";
    constexpr std::size_t serial_digits = 5;
    if (text.size() == serial_digits && all_digits(text))
        if (const auto day = day_of_serial(text, false))
            why_not = shown(text) + " is no period; if a spreadsheet means " + to_iso(*day) +
                      " by it, save the column as text or as 2024-05-10";
    if (text.find('/') != std::string_view::npos && text.find('-') == std::string_view::npos)
        why_not = shown(text) + " is no period: day and month can be taken for each other, write it as 2024-05-10";
    return std::nullopt;
}

std::optional<Published> published_of_cell(std::string_view cell) {
    std::string_view text = trimmed(cell);
    std::string iso;
    const bool slashes = text.size() >= 8 && text[2] == '/' && text[5] == '/';
    if (slashes) {
        const bool long_year = text.size() >= 10 && is_digit(text[8]) && is_digit(text[9]);
        iso = (long_year ? std::string(text.substr(6, 4)) : "20" + std::string(text.substr(6, 2))) + "-" +
              std::string(text.substr(3, 2)) + "-" + std::string(text.substr(0, 2));
        text = iso;
    } else if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ')) {
        text = text.substr(0, 10);
    }
    if (text.find('/') != std::string_view::npos) return std::nullopt;
    const auto period = period_from(text);
    if (!period || (period->grain != Grain::day && period->grain != Grain::month && period->grain != Grain::year))
        return std::nullopt;
    return Published{period->first, period->last, std::string(text)};
}

char status_of_cell(std::string_view cell) {
    // SDMX's list of statuses, and Eurostat's flags where they are other letters for the same.
    constexpr std::string_view known = "ABDEFGHIJKLMNOPQSUVW";
    const std::string_view text = trimmed(cell);
    if (text.empty()) return 'A';
    for (const char c : text) {
        const char letter = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (known.find(letter) != std::string_view::npos) return letter;
    }
    return '\0';
}

std::string id_of(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool kept = is_digit(c) || (c >= 'a' && c <= 'z') || upper;
        if (kept)
            out += upper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!out.empty() && out.back() != '_')
            out += '_';
    }
    while (out.ends_with('_')) out.pop_back();
    if (out.empty() || is_digit(out.front())) out.insert(0, "s_");
    constexpr std::size_t longest = 120;
    if (out.size() > longest) out.resize(longest);
    return out;
}

std::string_view entity_of_code(std::string_view code) {
    if (code.size() != 3 && !code.starts_with("OWID_")) return code;
    static const auto by_code = [] {
        std::vector<std::pair<std::string_view, std::string_view>> all;
        for (const Code& row : codes) {
            all.emplace_back(row.alpha_3, row.alpha_2);
            if (!row.numeric.empty()) all.emplace_back(row.numeric, row.alpha_2);
        }
        std::sort(all.begin(), all.end());
        return all;
    }();
    const auto found = std::lower_bound(by_code.begin(), by_code.end(), std::pair(code, std::string_view{}));
    return found != by_code.end() && found->first == code ? found->second : code;
}

std::optional<Day> day_of_serial(std::string_view number, bool since_1904) {
    const auto days = small_number(number.substr(0, number.find('.')));
    constexpr int last = 2'958'465;  // 9999-12-31
    // Excel counts a 29 February 1900 that never was: before it the numbers are one off.
    constexpr int first_certain = 61;
    if (!days || *days > last || (!since_1904 && *days < first_certain)) return std::nullopt;
    return *(since_1904 ? make_day(1904, 1, 1) : make_day(1899, 12, 30)) + std::chrono::days{*days};
}

}  // namespace factcheck
