// Quantities as the tables of tests/corpus/ write them: mentions by their fields, sets in brackets, printed figures.
#pragma once

#include "lexicon/units.hpp"
#include "model/mention.hpp"
#include "model/quantity.hpp"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace factcheck::testing {

using ScaleWord = std::pair<std::string_view, int>;
inline constexpr std::array<ScaleWord, 5> scale_words{ScaleWord{"hundred", 2}, ScaleWord{"thousand", 3}, ScaleWord{"million", 6},
                                                      ScaleWord{"billion", 9}, ScaleWord{"trillion", 12}};

inline int scale_of(std::string_view word) {
    for (const auto& [name, scale] : scale_words)
        if (name == word) return scale;
    REQUIRE_MESSAGE(word.empty(), "no scale word: " << word);
    return 0;
}

// "5.44 billion" -> "5.44" and 9
inline std::pair<std::string, int> parted(const std::string& text) {
    const std::size_t space = text.find_last_of(' ');
    if (space == std::string::npos) return {text, 0};
    return {text.substr(0, space), scale_of(std::string_view(text).substr(space + 1))};
}

template <typename T, std::size_t N>
T one_of(const std::array<std::pair<std::string_view, T>, N>& names, const YAML::Node& node, T otherwise) {
    if (!node) return otherwise;
    const std::string wanted = node.as<std::string>();
    for (const auto& [name, value] : names)
        if (name == wanted) return value;
    FAIL("unknown word in a row: " << wanted);
    return otherwise;
}

inline constexpr std::array<std::pair<std::string_view, Hedge>, 11> hedge_names{{{"exact", Hedge::exact},
                                                                                 {"about", Hedge::about},
                                                                                 {"over", Hedge::over},
                                                                                 {"under", Hedge::under},
                                                                                 {"at_least", Hedge::at_least},
                                                                                 {"at_most", Hedge::at_most},
                                                                                 {"nearly", Hedge::nearly},
                                                                                 {"close_to", Hedge::close_to},
                                                                                 {"just_over", Hedge::just_over},
                                                                                 {"just_under", Hedge::just_under},
                                                                                 {"up_to", Hedge::up_to}}};
inline constexpr std::array<std::pair<std::string_view, Sort>, 7> sort_names{{{"plain", Sort::plain},
                                                                              {"counted", Sort::counted},
                                                                              {"fraction", Sort::fraction},
                                                                              {"multiple", Sort::multiple},
                                                                              {"one_in", Sort::one_in},
                                                                              {"vague", Sort::vague},
                                                                              {"ordinal", Sort::ordinal}}};

// "5.44 billion", "2/5", "-3.2": with its sort and unit left to the caller.
inline Number number_from(const std::string& text) {
    const auto [digits, scale] = parted(text);
    const std::size_t slash = digits.find('/');
    const auto read = decimal_from(digits.substr(0, slash));
    REQUIRE_MESSAGE(read, "no number: " << text);
    Number out;
    out.value = *shifted(*read, scale);
    out.place = read->exponent + scale;
    out.scale = static_cast<std::int16_t>(scale);
    out.decimals = static_cast<std::int16_t>(-read->exponent);
    if (slash != std::string::npos)
        out.denominator = static_cast<std::uint32_t>(decimal_from(digits.substr(slash + 1))->coefficient);
    return out;
}

inline Mention mention_from(const YAML::Node& row) {
    Mention out;
    const std::string code = row["unit"] ? row["unit"].as<std::string>() : "";
    if (!code.empty()) {
        const auto unit = unit_from_code(code);
        REQUIRE_MESSAGE(unit, "no unit: " << code);
        out.unit = *unit;
    }
    const bool counted = out.unit.dimension == Dimension::count || out.unit.dimension == Dimension::time;
    out.number = number_from(row["n"].as<std::string>());
    out.number.sort = one_of(sort_names, row["sort"], counted ? Sort::counted : Sort::plain);
    out.hedge = one_of(hedge_names, row["hedge"], Hedge::exact);
    if (row["upper"]) {
        out.is_range = true;
        out.upper = number_from(row["upper"].as<std::string>());
        out.upper.sort = out.number.sort;
        out.upper_open = row["open"] && row["open"].as<bool>();
    }
    if (row["fall"]) out.direction = Direction::down;
    out.by = row["fall"] && row["fall"].as<std::string>() == "by";
    out.to = row["fall"] && row["fall"].as<std::string>() == "to";
    return out;
}

// "[5.435, 5.445] billion", "(70, inf)", "(-inf, 3]", "{4}", "none"
inline Interval set_from(std::string text) {
    if (text == "none") return closed(1, 0);
    const std::size_t end = text.find_first_of("])}");
    REQUIRE_MESSAGE(end != std::string::npos, "no set: " << text);
    const Rational unit = power_of_ten(end + 1 < text.size() ? scale_of(std::string_view(text).substr(end + 2)) : 0);
    const auto bound = [&](std::string part, bool closed_end) -> std::optional<Bound> {
        if (part == "inf" || part == "-inf") return std::nullopt;
        const auto slash = part.find('/');
        const auto over = rational_from(part.substr(0, slash));
        REQUIRE_MESSAGE(over, "no number: " << part);
        const Rational value = slash == std::string::npos ? *over : Rational(*over / *rational_from(part.substr(slash + 1)));
        return Bound{value * unit, closed_end};
    };
    if (text.front() == '{') {
        const auto value = bound(text.substr(1, end - 1), true);
        return {value, value};
    }
    const std::size_t comma = text.find(", ");
    REQUIRE_MESSAGE(comma < end, "no set: " << text);
    return {bound(text.substr(1, comma - 1), text.front() == '['),
            bound(text.substr(comma + 2, end - comma - 2), text[end] == ']')};
}

inline std::string set_text(const Interval& set) {
    if (is_empty(set)) return "none";
    const std::string low = set.low ? (set.low->closed ? "[" : "(") + set.low->value.str() : "(-inf";
    const std::string high = set.high ? set.high->value.str() + (set.high->closed ? "]" : ")") : "inf)";
    return low + ", " + high;
}

// A printed figure: "5444.197 million" stands for [v - u/2, v + u], mirrored for negative v.
inline Known printed_figure(const std::string& text, Unit unit) {
    const Number number = number_from(text);
    const Rational u = power_of_ten(number.place);
    Known out;
    out.e = number.value.rational();
    out.set = out.e < 0 ? closed(out.e - u, out.e + u / 2) : closed(out.e - u / 2, out.e + u);
    out.unit = unit;
    return out;
}

}  // namespace factcheck::testing
