// What every extraction keeps to, whatever the text: order, bounds, and work that grows with the text and no faster.
#include "extract/extract.hpp"
#include "lexicon/units.hpp"
#include "model/limits.hpp"
#include "model/utf8.hpp"
#include "support/law.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
#include <ctime>
#include <string>
#include <vector>

using namespace factcheck;

namespace {

std::vector<Mention> mentions(const std::string& text, Work& work) {
    std::vector<Mention> out;
    extract_sentence(text, {0, text.size()}, out, work);
    return out;
}

std::vector<Mention> mentions(const std::string& text) {
    Work work;
    return mentions(text, work);
}

bool in_order(const std::vector<Mention>& found, std::size_t size) {
    std::size_t last = 0;
    for (const Mention& m : found) {
        if (m.span.begin < last || m.span.empty() || m.span.end > size || !m.span.contains(m.core)) return false;
        last = m.span.end;
    }
    return true;
}

std::string repeated(const std::string& piece, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += piece;
    return out;
}

std::uint64_t cost(const std::string& text) {
    Work work;
    (void)mentions(text, work);
    return work.attempts + work.bytes;
}

std::uint64_t attempts(const std::string& text) {
    Work work;
    (void)mentions(text, work);
    return work.attempts;
}

// Text that leads a reader far on, or back, at each of its repetitions: `lead`, then `piece` over and over, then `tail`.
struct Adversary {
    std::string piece;
    std::string lead = {};
    std::string tail = {};
};

const std::array adversaries = std::to_array<Adversary>({
    // Figures, and what joins them.
    {"7"},
    {"0"},
    {"7 "},
    {"1,"},
    {"5,5,5"},
    {"1,234,"},
    {"1 234 "},
    {"1'234'"},
    {"1.2."},
    {".5"},
    {"1-1-1"},
    {"1-"},
    {"2020-"},
    {"2024-"},
    {"12:"},
    {"1/2 "},
    {"1/"},
    {"5-1/2-"},
    {"1e9e9"},
    {"2^9^"},
    {"1:1:"},
    {"\u00BD"},
    // Brackets and codes: places where a figure may begin inside what is written without a gap.
    {"("},
    {"(1"},
    {"(1", "", "a"},
    {"(1 ", "", "a"},
    {"1(", "rose "},
    {"1(", "rose ", " 5 percent"},
    {"1\t", "fell "},
    {"01 ", "", "a"},
    {"+1 ", "", "a"},
    {"+1-", "", "a"},
    {"A-1-"},
    {"a://"},
    {"#1"},
    {"5x"},
    {"5%"},
    {"%"},
    // Words of number.
    {"one "},
    {"one-"},
    {"hundred and "},
    {"one hundred "},
    {"trillion "},
    {"5 trillion "},
    {"two million "},
    {"half a "},
    {"half of a "},
    {"two and a "},
    {"point nought "},
    {"one over "},
    {"one twenty-"},
    {"one in "},
    {"dozens of "},
    {"a few "},
    // Money and units.
    {"$"},
    {"$ "},
    {"$5 "},
    {"US$"},
    {"5 percent "},
    {"5 km per "},
    {"$5 a "},
    {"per "},
    {"per 1,", "5 "},
    {"square "},
    {"5 m "},
    // Hedges, ranges, changes.
    {"about "},
    {"only "},
    {"more than "},
    {"not more than "},
    {"up to "},
    {"5 or more "},
    {"from 1 to "},
    {"from 5 to "},
    {"from "},
    {"between "},
    {"between 1 and "},
    {"5 to "},
    {"aged "},
    {"5 years old "},
    {"rose "},
    {"rose 5 to "},
    {"rose by "},
    {"up "},
    {"word ", "rose "},
    {"the ", "rose ", "5 percent"},
    {"times as "},
    {"5 times "},
    {"twice "},
    // Ranks and quantifiers.
    {"first "},
    {"first of the "},
    {"21st "},
    {"twenty-first "},
    {"second-"},
    {"the largest "},
    {"top ten "},
    {"among the "},
    {"most "},
    {"no. "},
    {"No. 1 "},
    {"no "},
    {"none of "},
    // Times.
    {"May "},
    {"May 5 "},
    {"5 May "},
    {"Monday, "},
    {"Jan-"},
    {"the last "},
    {"the last two "},
    {"early "},
    {"the end of "},
    {"for the "},
    {"for years "},
    {"years "},
    {"a year "},
    {"fiscal "},
    {"FY24 "},
    {"FY2023-24/"},
    {"Q1 "},
    {"Q1-"},
    {"the 1990s "},
    {"'90s "},
    {"July to "},
    {"from May to "},
    {"2024/25-"},
    {"in 2024 "},
    // Nouns and letters.
    {"a"},
    {"A"},
    {"a "},
    {"word "},
    {"word-"},
    {"words "},
    {"the "},
    {"of the ", "five "},
    {"and ", "five red "},
    {"\u00E9"},
    {"\u00E9", "5 "},
    {"\u00E9 "},
    {"\U0001F600"},
    {"e\u0301"},
    {"\u4E00"},
    {"\u20AC"},
    {"\u2013"},
    // Gaps and marks.
    {" "},
    {" ", "page 5", " of 6"},
    {"\t"},
    {"\n"},
    {","},
    {", "},
    {"5, "},
    {"."},
    {". 5 "},
    {"a. 5 "},
    {"/"},
    {"-"},
    {"- "},
    {"~"},
    {"<"},
    {"<>"},
    {"+"},
    {"'"},
    {"\""},
    {"\"5\" "},
});

std::string built(const Adversary& adversary, std::size_t bytes) {
    return adversary.lead + repeated(adversary.piece, bytes) + adversary.tail;
}

}  // namespace

TEST_CASE("work doubles with the text, for whatever is repeated") {
    constexpr std::size_t size = 1U << 12U;
    constexpr std::size_t densest = 200;  // rule attempts a byte where every second byte is a figure that stands alone
    for (const Adversary& adversary : adversaries) {
        const std::uint64_t once = cost(built(adversary, size));
        const std::uint64_t twice = cost(built(adversary, 2 * size));
        INFO("lead: ", adversary.lead, " piece: ", adversary.piece, " tail: ", adversary.tail, " work: ", once, " ", twice);
        CHECK(twice * 10 <= once * 22);
        CHECK(attempts(built(adversary, 2 * size)) <= densest * 2 * size);
    }
}

// Run by hand (-ns -tc="time grows*"): a loop that no one counts would show here and nowhere else. Nothing is asserted on the
// clock.
TEST_CASE("time grows with the text" * doctest::skip()) {
    constexpr std::size_t size = 1U << 14U;
    const auto took = [](const std::string& text) {
        const std::clock_t start = std::clock();
        std::size_t rounds = 0;
        for (; rounds < 3 || std::clock() - start < CLOCKS_PER_SEC / 20; ++rounds) (void)mentions(text);
        return static_cast<double>(std::clock() - start) / static_cast<double>(rounds);
    };
    for (const Adversary& adversary : adversaries) {
        const double ratio = took(built(adversary, 16 * size)) / took(built(adversary, size));
        if (ratio > 20)
            MESSAGE("lead: ", adversary.lead, " piece: ", adversary.piece, " tail: ", adversary.tail,
                    " 16 times the text: ", ratio);
    }
}

TEST_CASE("mentions ascend, do not overlap and lie in their sentence") {
    testing::law("for words of the grammar in any order", [] {
        static const std::vector<std::string> words{
            "5",       "1,000", "percent", "$",   "billion", "to",    "from",  "rose",   "May",    "2024", "-",      "one",
            "in",      "half",  "a",       "of",  "people",  "years", "last",  "the",    "more",   "than", "and",    "between",
            "km",      "(",     ")",       ",",   ".",       "two",   "third", "Monday", "ago",    "bn",   "fiscal", "year",
            "doubled", "top",   "largest", "4th", "FY24",    "Q3",    "€",     "½",      "hundred"};
        const auto picks = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, words.size()));
        const auto gaps = *rc::gen::container<std::vector<bool>>(picks.size(), rc::gen::arbitrary<bool>());
        std::string text;
        for (std::size_t i = 0; i < picks.size(); ++i) text += words[picks[i]] + (gaps[i] ? " " : "");
        return in_order(mentions(text), text.size());
    });
    testing::law("for any bytes", [] {
        const auto text = *rc::gen::arbitrary<std::string>();
        return in_order(mentions(text), text.size());
    });
}

TEST_CASE("a sentence is read alone: nothing before or behind it counts") {
    const std::string text = "It rose 5 percent. It fell 7 percent. It cost $9 billion.";
    Work work;
    std::vector<Mention> out;
    extract_sentence(text, {19, 37}, out, work);
    REQUIRE(out.size() == 1);
    CHECK(text.substr(out[0].span.begin, out[0].span.size()) == "7 percent");
    CHECK(out[0].direction == Direction::down);
}

TEST_CASE("a whole number reads as itself, with and without separators") {
    testing::law("grouping changes nothing", [] {
        const auto n = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
        std::string digits = std::to_string(n);
        std::string grouped = digits;
        for (std::size_t i = digits.size(); i > 3;) grouped.insert(i -= 3, ",");
        const auto plain = mentions("It holds " + digits + " tonnes.");
        const auto parted = mentions("It holds " + grouped + " tonnes.");
        return plain.size() == 1 && parted.size() == 1 && plain[0].number.value == Decimal{n, 0} &&
               parted[0].number == plain[0].number;
    });
}

TEST_CASE("precision is kept as printed") {
    const auto found = mentions("It came to $5.40 billion.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].number.decimals == 2);
    CHECK(found[0].number.scale == 9);
    CHECK(found[0].number.place == 7);
    CHECK(found[0].number.value == Decimal{540, 7});
    CHECK(found[0].unit == Unit{Dimension::money, "USD"});
}

TEST_CASE("a change knows its size and its ends") {
    const std::string text = "Output rose by 5 percent to 50 tonnes from 48 tonnes.";
    const auto found = mentions(text);
    REQUIRE(found.size() == 3);
    CHECK((found[0].by && found[0].direction == Direction::up));
    CHECK((found[1].to && !found[1].by && !found[1].from));
    CHECK((found[2].from && !found[2].to));
}

TEST_CASE("too many digits are kept from judgement, not cut") {
    const auto found = mentions("It was 1234567890123456789012345678901234567890 tonnes.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].number.too_large);
}

TEST_CASE("separators that can be read two ways are not guessed") {
    const auto found = mentions("It was 1,5 then.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].number.ambiguous);
}

TEST_CASE("a word is never cut: one that is too long is no noun") {
    for (const std::size_t letters : {10U, 15U, 16U, 24U, 25U, 200U}) {
        const std::string word = repeated("\u0436", 2 * letters);
        for (const std::string& text : {"It has 12 " + word + "s.", "a 12-" + word + " room", "It has 12 red " + word + " cars."})
            for (const Mention& m : mentions(text))
                CHECK((starts_code_point(text[m.span.end]) && starts_code_point(text[m.span.begin])));
    }
}

TEST_CASE("a capital shows that a word of change is part of a name") {
    const auto found = mentions("They sit in the 512-seat Lower House.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].direction == Direction::none);
}
