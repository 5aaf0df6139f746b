// Bytes as a sentence, read by the readers of one dimension at every place of it, wherever the dispatch by first words would not
// send them. Compiled once a dimension: DIMENSION is its name in the table below.
#include "extract/amount.hpp"
#include "extract/not_values.hpp"
#include "extract/parts.hpp"
#include "link/stated.hpp"
#include "model/utf8.hpp"
#include "support/extraction_holds.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

using namespace factcheck;
using namespace factcheck::extracting;

namespace {

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

// A place is inside, and not behind the sentence.
void check_end(const Reader& reader, std::size_t at, std::size_t end) {
    if (end == nowhere) return;
    require(end >= at && end <= reader.end(), "a match ends inside its sentence");
    require(testing::is_on_code_points(reader.text, {at, end}), "a match ends between code points");
}

// A reader's mention begins where it was asked, but for those that leave a lead out ("for decades").
void check(const Reader& reader, std::size_t at, const std::optional<Mention>& mention) {
    if (!mention) return;
    require(mention->span.begin >= at, "a mention begins where it is read");
    const std::string broken = testing::what_breaks(reader.text, {reader.begin, reader.end()}, *mention);
    require(broken.empty(), broken.c_str());
    (void)stated_of(*mention);
}

void check(const Reader& reader, const std::optional<Amount>& amount) {
    if (!amount) return;
    for (const Span span : {amount->span, amount->figure, amount->unit_words, amount->per_words, amount->noun})
        require(span.empty() || (span.begin >= reader.begin && testing::is_on_code_points(reader.text, span)),
                "the parts of an amount lie in the sentence");
    require(testing::is_kept(amount->number), "an amount is kept exactly");
}

constexpr Where exactly_at(std::size_t at) { return {at, at, Hedge::exact}; }

void number(const Reader& reader, std::size_t at) {
    auto amount = amount_at(reader, at);
    check(reader, amount);
    if (amount) {
        count_noun(reader, *amount);
        check(reader, amount);
    }
    check(reader, at, value_at(reader, exactly_at(at), {}));
    const std::size_t telephone = telephone_end(reader, at);
    require(telephone == nowhere || (telephone > at && telephone <= reader.end()), "a telephone number ends inside");
}

// As a value is read behind each kind of words of change, and behind a hedge.
void range(const Reader& reader, std::size_t at) {
    const Governing kinds[] = {
        {},
        {.direction = Direction::up, .by = true},
        {.direction = Direction::down, .to = true},
        {.direction = Direction::down, .from = true},
        {.direction = Direction::up, .direct = true},
    };
    for (const Governing& governing : kinds) check(reader, at, value_at(reader, exactly_at(at), governing));
    check(reader, at, value_at(reader, {at, at, Hedge::about}, {}));
}

void hedge(const Reader& reader, std::size_t at) {
    const Hedged before = hedge_at(reader, at);
    check_end(reader, at, before.end);
    check_end(reader, at, hedge_behind(reader, at, Hedge::exact).end);
    if (before.end != nowhere) check(reader, at, value_at(reader, {at, before.end, before.hedge}, {}));
}

void change(const Reader& reader, std::size_t at) {
    check_end(reader, at, direction_behind(reader, at, true).end);
    const auto found = change_at(reader, at);
    if (!found) return;
    check(reader, at, found->mention);
    for (std::size_t value = found->mention.span.end; value < reader.end(); value += 7)
        (void)governed(reader, found->mention.span.end, value, found->mention.direction);
}

void multiple(const Reader& reader, std::size_t at) {
    check(reader, at, multiple_at(reader, exactly_at(at)));
    check(reader, at, ratio_at(reader, exactly_at(at)));
}

void rank(const Reader& reader, std::size_t at) { check(reader, at, rank_at(reader, at)); }

void quantifier(const Reader& reader, std::size_t at) {
    check(reader, at, quantifier_at(reader, at));
    check(reader, at, vague_at(reader, exactly_at(at)));
}

void time(const Reader& reader, std::size_t at) {
    check(reader, at, time_at(reader, at, family::time));
    check(reader, at, time_at(reader, at, family::time & ~family::figures));
}

// "aged 5 to 7", "Ada Smith, 45, said", "five years old": read where the value begins, with and without its lead.
void age(const Reader& reader, std::size_t at) {
    const auto amount = amount_at(reader, at);
    if (amount) (void)is_age(reader, *amount, at, at);
    for (const Hedge hedge : {Hedge::exact, Hedge::about, Hedge::up_to}) check(reader, at, value_at(reader, {at, at, hedge}, {}));
}

struct Readers {
    std::string_view name;
    void (*read)(const Reader&, std::size_t);
};
constexpr std::array dimensions = std::to_array<Readers>({{"number", number},
                                                          {"range", range},
                                                          {"hedge", hedge},
                                                          {"change", change},
                                                          {"multiple", multiple},
                                                          {"rank", rank},
                                                          {"quantifier", quantifier},
                                                          {"time", time},
                                                          {"age", age}});

consteval Readers dimension_named(std::string_view name) {
    for (const Readers& dimension : dimensions)
        if (dimension.name == name) return dimension;
    throw "no dimension has this name";  // refused by the compiler
}

constexpr auto read_dimension = dimension_named(DIMENSION).read;

// The first byte says where the sentence begins, so that something may stand before it.
void read(std::string_view bytes) {
    if (bytes.empty()) return;
    const auto first = static_cast<unsigned char>(bytes.front());
    const std::string valid = valid_utf8(bytes.substr(1));
    // A copy of its own size: a look behind the end is then seen.
    const auto copy = std::make_unique<char[]>(valid.size());
    valid.copy(copy.get(), valid.size());
    const std::string_view text(copy.get(), valid.size());
    Work work;
    const Reader reader{text, first < 0x80 ? 0 : code_point_start(text, std::min<std::size_t>(first - 0x80U, text.size())),
                        &work};
    for (std::size_t at = reader.begin; at < text.size(); ++at)
        if (starts_code_point(text[at])) read_dimension(reader, at);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t longest = 1U << 12U;
    if (size <= longest) read({reinterpret_cast<const char*>(data), size});
    return 0;
}
