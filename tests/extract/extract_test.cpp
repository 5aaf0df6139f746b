// What every extraction keeps to, whatever the text: order, bounds, and work that grows with the text and no faster.
#include "extract/extract.hpp"
#include "lexicon/units.hpp"
#include "model/limits.hpp"
#include "support/law.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
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

const std::array pieces{std::string("5 percent "),
                        std::string("word "),
                        std::string("1,"),
                        std::string("$"),
                        std::string("-"),
                        std::string("("),
                        std::string("trillion "),
                        std::string("5 trillion "),
                        std::string("one "),
                        std::string("hundred and "),
                        std::string("one hundred "),
                        std::string("the last "),
                        std::string("from 5 to "),
                        std::string("rose "),
                        std::string("rose 5 to "),
                        std::string("May "),
                        std::string("first "),
                        std::string("1/2 "),
                        std::string("1.2."),
                        std::string("about "),
                        std::string("between "),
                        std::string("a"),
                        std::string("7"),
                        std::string("7 "),
                        std::string("2024-"),
                        std::string("half a "),
                        std::string("'"),
                        std::string("Monday, ")};

}  // namespace

TEST_CASE("work doubles with the text, for whatever is repeated") {
    for (const std::string& piece : pieces) {
        const std::uint64_t once = cost(repeated(piece, 1U << 14U));
        const std::uint64_t twice = cost(repeated(piece, 1U << 15U));
        INFO("piece: ", piece, " work: ", once, " ", twice);
        CHECK(twice * 10 <= once * 22);
        CHECK(attempts(repeated(piece, 1U << 15U)) <= limits::work_base + limits::work_per_byte * (1U << 15U));
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
