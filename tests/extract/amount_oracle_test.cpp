// Every string of up to five tokens of figures, words, halves and units, against an oracle that is slow and obvious: how English
// puts amounts together, written without a look at the grammar. Values are in tenths.
#include "extract/extract.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace factcheck;

namespace {

using Words = std::vector<std::string>;
using Tenths = std::optional<std::int64_t>;

const Words alphabet{"20", "2.5", "five", "a", "half", "hundred", "million", "and", "percent", "dollars"};

constexpr std::int64_t million = 1'000'000;

Words part(const Words& words, std::size_t from, std::size_t to) {
    return {words.begin() + static_cast<std::ptrdiff_t>(from), words.begin() + static_cast<std::ptrdiff_t>(to)};
}

// "five", "five hundred", "a hundred and five".
Tenths below_thousand(const Words& words) {
    if (words == Words{"five"}) return 50;
    if (words.size() < 2 || words[1] != "hundred" || (words[0] != "five" && words[0] != "a")) return std::nullopt;
    const std::int64_t hundreds = words[0] == "five" ? 5000 : 1000;
    if (words.size() == 2) return hundreds;
    const bool rest = part(words, 2, words.size()) == Words{"five"} || part(words, 2, words.size()) == Words{"and", "five"};
    return rest ? Tenths(hundreds + 50) : std::nullopt;
}

// "five and a half", "20 and a half", "a hundred and a half".
Tenths with_half(const Words& words) {
    if (words.size() < 4 || part(words, words.size() - 3, words.size()) != Words{"and", "a", "half"}) return std::nullopt;
    const Words whole = part(words, 0, words.size() - 3);
    const Tenths count = whole == Words{"20"} ? Tenths(200) : below_thousand(whole);
    return count ? Tenths(*count + 5) : std::nullopt;
}

Tenths figure(const Words& words) {
    if (words == Words{"20"}) return 200;
    return words == Words{"2.5"} ? Tenths(25) : std::nullopt;
}

// How many millions, before the word: "20", "five hundred", "a", "half a", "five and a half".
Tenths millions(const Words& words) {
    if (words == Words{"a"}) return 10;
    if (words == Words{"half", "a"} || words == Words{"half"}) return 5;
    if (words == Words{"hundred"}) return 1000;
    for (const auto& count : {figure(words), below_thousand(words), with_half(words)})
        if (count) return count;
    return std::nullopt;
}

Tenths number(const Words& words) {
    if (words == Words{"half"}) return 5;
    for (const auto& small : {figure(words), below_thousand(words), with_half(words)})
        if (small) return small;
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (words[at] != "million") continue;
        const Tenths many = millions(part(words, 0, at));
        if (!many) return std::nullopt;
        const Words rest = part(words, at + 1, words.size());
        if (rest.empty()) return *many * million;
        if (words[0] == "half" || words[0] == "2.5") return std::nullopt;
        if (rest == Words{"and", "a", "half"}) return *many * million + 5 * million;
        if (words[0] == "20") return std::nullopt;
        const bool joined = rest[0] == "and";
        const Tenths lesser = below_thousand(part(rest, joined ? 1 : 0, rest.size()));
        return lesser && words[at - 1] != "half" ? Tenths(*many * million + *lesser) : std::nullopt;
    }
    return std::nullopt;
}

struct Amount {
    std::int64_t tenths = 0;
    Dimension dimension = Dimension::number;
    friend bool operator==(const Amount&, const Amount&) = default;
};

std::optional<Amount> amount(Words words) {
    Amount out;
    if (!words.empty() && words.back() == "percent") out.dimension = Dimension::percent;
    if (!words.empty() && words.back() == "dollars") out.dimension = Dimension::money;
    if (out.dimension != Dimension::number) words.pop_back();
    if (out.dimension == Dimension::percent && (words == Words{"half", "a"} || words == Words{"a", "half"}))
        return Amount{5, out.dimension};
    const Tenths value = number(words);
    if (!value) return std::nullopt;
    out.tenths = *value;
    return out;
}

std::string joined(const Words& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

// The value of the one mention that is the whole of the words.
std::optional<Amount> read(const std::string& words) {
    const std::string text = "It came to " + words + ".";
    std::vector<Mention> found;
    Work work;
    extract_sentence(text, {0, text.size()}, found, work);
    if (found.size() != 1 || found[0].span != Span{11, 11 + words.size()} || found[0].is_range) return std::nullopt;
    const Dimension dimension = found[0].unit.dimension;
    const bool other =
        dimension == Dimension::count || dimension == Dimension::rate;  // "20 half dollars", "20 dollars a percent"
    if (other) return std::nullopt;
    const Number& number = found[0].number;
    Int128 tenths = number.value.coefficient * 10;
    for (int i = 0; i < number.value.exponent; ++i) tenths *= 10;
    for (int i = 0; i > number.value.exponent; --i) tenths /= 10;
    return Amount{static_cast<std::int64_t>(tenths / number.denominator), dimension};
}

struct Tally {
    int amounts = 0;
    std::vector<std::string> wrong;
};

std::string shown(const std::optional<Amount>& amount) {
    if (!amount) return "nothing";
    return std::to_string(amount->tenths) + "/10 of dimension " + std::to_string(static_cast<int>(amount->dimension));
}

// Said by some and not by others, so that either is right: "20 hundred", "five and half", a bare "hundred", "a million million",
// "five million and a hundred", "five dollars 20".
bool is_open(const Words& words) {
    const auto pair = [&](std::string_view first, std::string_view second) {
        for (std::size_t i = 1; i < words.size(); ++i)
            if (words[i - 1] == first && words[i] == second) return true;
        return false;
    };
    return words[0] == "hundred" || pair("20", "hundred") || pair("2.5", "hundred") || pair("and", "half") ||
           pair("million", "million") || pair("million", "a") || pair("dollars", "20") || pair("dollars", "and") ||
           (pair("million", "and") && pair("a", "hundred")) || words == Words{"half", "a", "dollars"} ||
           (words[0] == "a" && words.size() > 1 && words[1] == "half");
}

void compare(const Words& words, Tally& tally) {
    const auto want = amount(words);
    const auto have = read(joined(words));
    tally.amounts += want ? 1 : 0;
    if (have != want && !is_open(words)) tally.wrong.push_back(joined(words) + ": " + shown(want) + ", read " + shown(have));
}

void each_string(Words& words, std::size_t longest, Tally& tally) {
    if (!words.empty()) compare(words, tally);
    if (words.size() == longest) return;
    for (const std::string& word : alphabet) {
        words.push_back(word);
        each_string(words, longest, tally);
        words.pop_back();
    }
}

}  // namespace

TEST_CASE("amounts: every string of up to five of their tokens") {
    Tally tally;
    Words words;
    each_string(words, 5, tally);
    CHECK(tally.amounts > 100);
    for (const std::string& row : tally.wrong) FAIL_CHECK(row);
}
