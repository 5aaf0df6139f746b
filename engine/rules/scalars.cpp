#include "rules/scalars.hpp"

#include "lexicon/units.hpp"
#include "model/limits.hpp"
#include "reference/faults.hpp"
#include "rules/nearest.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace factcheck {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }

std::vector<std::string_view> unit_codes() {
    std::vector<std::string_view> out;
    for (const UnitRow& row : unit_table())
        if (!row.unit.code.empty()) out.push_back(row.unit.code);
    return out;
}

// Why a text is no number, and what to write.
std::string no_number(std::string_view text) {
    const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const std::string_view digits = text.substr(sign);
    const bool plain = !digits.empty() && std::all_of(digits.begin(), digits.end(), digit);
    if (plain && digits.size() > 1 && digits[0] == '0') {
        const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
        return shown(text) + " begins with a zero: write " + std::string(text.substr(0, sign)) +
               std::string(digits.substr(first));
    }
    if (digits.size() > static_cast<std::size_t>(limits::number_digits))
        return shown(text) + " has more than " + std::to_string(limits::number_digits) + " digits";
    return shown(text) + " is no number: write digits, with a point before decimals and nothing between thousands";
}

bool leading_zero(std::string_view text) {
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    return digits.size() > 1 && digits[0] == '0' && digit(digits[1]);
}

}  // namespace

void fault(Diagnostics& diagnostics, const Said& at, std::string message) {
    diagnostics.push_back({at.place(), Severity::error, std::move(message)});
}

std::optional<int> whole_number(const Said& said, int least, int most, Diagnostics& diagnostics) {
    const std::string& text = said.text();
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && !leading_zero(text);
    if (!whole && (leading_zero(text) || !rational_from(text))) {
        fault(diagnostics, said, no_number(text));
        return std::nullopt;
    }
    if (!whole || value < least || value > most) {
        fault(diagnostics, said,
              shown(text) + " must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return std::nullopt;
    }
    return value;
}

std::optional<Rational> decimal_number(const Said& said, Diagnostics& diagnostics) {
    const auto value = leading_zero(said.text()) ? std::nullopt : rational_from(said.text());
    if (!value) fault(diagnostics, said, no_number(said.text()));
    return value;
}

std::optional<Amount> amount(const Said& said, Diagnostics& diagnostics) {
    const std::string& text = said.text();
    const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
    const std::size_t unit = std::min(text.find_first_not_of(' ', digits), text.size());
    const std::string_view number(text.data(), digits);
    if (leading_zero(number) || !rational_from(number)) {
        fault(diagnostics, said, no_number(text));
        return std::nullopt;
    }
    const auto value = amount_from(number, std::string_view(text).substr(unit));
    if (!value)
        fault(diagnostics, said,
              "there is no unit " + text.substr(unit) + did_you_mean(std::string_view(text).substr(unit), unit_codes()));
    return value;
}

std::optional<Day> day(const Said& said, Diagnostics& diagnostics) {
    const auto value = day_from(said.text());
    if (!value) fault(diagnostics, said, shown(said.text()) + " is no day: write it as 2025-08-04");
    return value;
}

bool truth(const Said& said, Diagnostics& diagnostics) {
    if (!said || said.text() == "false") return false;
    if (said.text() != "true") fault(diagnostics, said, shown(said.text()) + " is neither true nor false: write one of them");
    return said.text() == "true";
}

std::optional<Unit> unit(const Said& said, Diagnostics& diagnostics) {
    const auto value = unit_from_code(said.text());
    if (!value)
        fault(diagnostics, said,
              "there is no unit " + shown(said.text()) + did_you_mean(said.text(), unit_codes()) +
                  "; units are written by their codes, such as USD, %, km or 1");
    return value;
}

std::optional<std::size_t> one_of(const Said& said, std::string_view what, std::span<const std::string_view> words,
                                  Diagnostics& diagnostics) {
    const auto found = std::find(words.begin(), words.end(), said.text());
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const std::string hint = did_you_mean(said.text(), words);
    fault(diagnostics, said,
          "there is no " + std::string(what) + " " + said.text() +
              (!hint.empty()   ? hint
               : words.empty() ? "; there are none"
                               : "; there are " + listed(words)));
    return std::nullopt;
}

bool is_id(const Said& said, std::string_view what, IdStyle style, Diagnostics& diagnostics) {
    const std::string& id = said.text();
    const bool dashed = style == IdStyle::dashed;
    const auto inner = [&](char c) { return lower(c) || digit(c) || (dashed ? c == '-' : c == '_' || upper(c)); };
    constexpr std::array<std::string_view, 7> reserved{"and", "or", "not", "in", "before", "during", "is"};
    if (!dashed && std::find(reserved.begin(), reserved.end(), id) != reserved.end()) {
        fault(diagnostics, said, shown(id) + " is a word of the rule language and cannot name " + std::string(what));
        return false;
    }
    // Series have the names that their publishers give them, which are long.
    const std::size_t longest_id = dashed ? 64 : 128;
    const bool good = !id.empty() && id.size() <= longest_id && (lower(id[0]) || (!dashed && upper(id[0]))) &&
                      std::all_of(id.begin(), id.end(), inner);
    if (!good)
        fault(diagnostics, said,
              shown(id) + " cannot name " + std::string(what) + ": " +
                  (dashed ? "small letters, digits and - only" : "letters, digits and _ only, beginning with a letter") +
                  ", at most " + std::to_string(longest_id));
    return good;
}

}  // namespace factcheck
