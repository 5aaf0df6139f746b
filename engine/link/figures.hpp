// The figures of a sentence in their order and what stands between them: how checks that need no measure see a sentence.
#pragma once

#include "link/discourse.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace factcheck {

// What a word between two figures says of them. Plain words of time and reference ("a year earlier", "the") are left out.
enum class Join : std::uint8_t {
    from,
    to,
    against,  // against, versus, compared with
    than,
    by,
    alternative,  // or: the same once more
    of,
    over,  // over, on: what a change is measured from
    conjunction,
    comma,
    opens,   // (
    closes,  // )
    moves,   // up, a rise, fell
    time,    // a time that stands there
    other,   // any other word
};

struct Gap {
    std::vector<Join> joins;
    std::size_t first = 0;  // tokens, the last one exclusive
    std::size_t past = 0;
    [[nodiscard]] bool has(Join join) const;
    [[nodiscard]] std::size_t others() const;
    // Whether it holds nothing but these.
    [[nodiscard]] bool only(std::initializer_list<Join> allowed) const;
};

struct Figures {
    std::vector<const MentionAt*> all;  // values of the sentence
    std::vector<Gap> before;            // before each, since the one before or the start of the sentence
    Gap after;                          // behind the last
};

[[nodiscard]] Figures figures_of(const Laid& laid);

[[nodiscard]] Slot quantity_slot(std::string name, const Mention& mention);
// A claim about figures alone, with nothing said of its measure.
[[nodiscard]] Claim figure_claim(const Linking& linking, ClaimKind kind, const MentionAt& value);
// Adds a slot and takes its words into the claim.
void add_slot(Claim& claim, Slot slot);

[[nodiscard]] Slot direction_slot(Direction direction, Span words);
[[nodiscard]] Slot role_slot(std::string role);
// What fell is counted below nothing.
void turn_down(Stated& stated, Direction direction);

// A single figure that says how much: no range, no multiple, no part, no "dozens".
[[nodiscard]] bool is_single_amount(const Mention& mention);

// "1985", "2024": a year and no figure.
[[nodiscard]] bool looks_like_a_year(const Number& number);

// "1.37 dollars a share", "153 yen per dollar": a rate whose measure is not read.
[[nodiscard]] bool is_rate(const Laid& laid, const MentionAt& at);

// Whether figures may be rates of exchange, which fall as the currency rises.
[[nodiscard]] bool quotes_a_currency(const Laid& laid);
[[nodiscard]] bool speaks_of_a_split(const Laid& laid);

// "12" beside "40 members": a number that counts the same things is as exact as theirs.
[[nodiscard]] Mention as_count(Mention mention);

// The second figure takes from the first what was left out: "$5.9 million against 5.8", "to 46.2 million tonnes from 41.3
// million".
[[nodiscard]] std::optional<Mention> in_kind_of(const Mention& rich, const Mention& poor);

// The makers of claims of figures, one file a family; each appends to linking.claims.
class Signs;
void make_change_claims(Linking& linking, const Figures& figures);
void make_share_claims(Linking& linking, const Figures& figures);
void make_order_claims(Linking& linking, const Figures& figures);
void make_sum_claims(Linking& linking, const Figures& figures, const Signs& signs);
void make_far_claims(Linking& linking, const Figures& figures);
void make_mean_claims(Linking& linking, const Signs& signs);
void make_list_claims(Linking& linking, const Figures& figures, const Signs& signs);
void make_bound_claims(Linking& linking, const Figures& figures, const Signs& signs);
void make_apart_claims(Linking& linking, const Figures& figures, const Signs& signs);
void make_twice_claims(Linking& linking, const Figures& figures);
void make_style_claims(Linking& linking, const Figures& figures);
void make_elapsed_claims(Linking& linking, const Signs& signs);
void make_span_claims(Linking& linking);
void make_headline_claims(Linking& linking);

}  // namespace factcheck
