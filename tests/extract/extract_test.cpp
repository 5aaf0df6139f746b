// What every extraction keeps to, whatever the text: order, bounds, and work that grows with the text and no faster.
#include "extract/extract.hpp"
#include "lexicon/units.hpp"
#include "model/limits.hpp"
#include "model/utf8.hpp"
#include "support/hostile_texts.hpp"
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

Work work_of(const std::string& text) {
    Work work;
    (void)mentions(text, work);
    return work;
}

}  // namespace

namespace {

constexpr std::uint64_t most_attempts = limits::work_per_byte;  // reached where every second byte is a figure that stands alone
constexpr std::uint64_t most_bytes = 250;                       // where every second byte may be the mark of an inch

void check_work(const std::string& once, const std::string& twice) {
    const Work one = work_of(once);
    const Work two = work_of(twice);
    INFO("attempts: ", one.attempts, " ", two.attempts, " bytes: ", one.bytes, " ", two.bytes);
    CHECK((two.attempts + two.bytes) * 10 <= (one.attempts + one.bytes) * 22);
    CHECK(two.attempts <= most_attempts * twice.size());
    CHECK(two.bytes <= most_bytes * twice.size());
}

}  // namespace

TEST_CASE("work doubles with the text, for whatever is repeated") {
    constexpr std::size_t size = 1U << 11U;
    for (const testing::Hostile& hostile : testing::hostile_texts) {
        INFO(testing::shown(hostile));
        check_work(built(hostile, size), built(hostile, 2 * size));
    }
}

TEST_CASE("work doubles with the text, for two pieces in turn") {
    constexpr std::size_t size = 1U << 10U;
    static constexpr std::array pieces = std::to_array<const char*>(
        {"5 ",      "1,",       "5-",     "one ",     "hundred ", "May ",    "Monday ", "(",     "$",        "% ",
         "about ",  "from ",    "to ",    "between ", "and ",     "of the ", "a ",      "the ",  "years ",   "last ",
         "first ",  "rose ",    "times ", "per ",     "half ",    "12:",     "no. ",    "\n",    "word",     "\u00E9 ",
         "second-", "quarter ", "ago ",   "in ",      ", ",       "'",       "\"",      "more ", "million ", "km "});
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const std::string both = std::string(pieces[i]) + pieces[j];
            INFO("pieces: ", both);
            check_work(testing::repeated(both, size), testing::repeated(both, 2 * size));
        }
}

TEST_CASE("one word of a megabyte is little work") {
    constexpr std::size_t size = 1U << 20U;
    for (const std::string letter : {"a", "A", "\u00E9", "\u4E00", "ab-", "a'"}) {
        INFO("letter: ", letter);
        check_work(testing::repeated(letter, size / 2), testing::repeated(letter, size));
        check_work("It rose 5 " + testing::repeated(letter, size / 2), "It rose 5 " + testing::repeated(letter, size));
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
    for (const testing::Hostile& hostile : testing::hostile_texts) {
        const double ratio = took(built(hostile, 16 * size)) / took(built(hostile, size));
        if (ratio > 20) MESSAGE(testing::shown(hostile), " 16 times the text: ", ratio);
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
        const std::string word = testing::repeated("\u0436", 2 * letters);
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
