// claims x rules x reference -> bound claims: every reading of a claim with what the evidence says of it.
// A reading is one choice of the claim's ambiguous slots seen from one view: which vintage, which source, which way of counting.
#pragma once

#include "bind/value.hpp"
#include "link/names.hpp"
#include "model/claim.hpp"
#include "model/rule.hpp"
#include "model/text.hpp"
#include "model/work.hpp"
#include "reference/reference.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace factcheck {

// How a reading looks at the data. All views of one choice are tried, the one that suits the claim wins.
struct View {
    std::optional<Day> as_of;  // absent: undated text, any vintage
    bool possibly = false;     // a release whose month holds the day counts as known
    bool latest_ends = false;  // a change takes the latest figure of each end, not one release
    std::size_t count = 0;     // of several counts of one day: the highest first
    bool exclusive = false;    // durations count without the first day
    std::size_t source = 0;    // 0: the best source that has the figure; n: the n-th best
    bool previous = false;     // "stands at" without a period: the last different value, not the latest
    bool earlier = false;      // what was known or in force before the text: only for "outdated"
    friend bool operator==(const View&, const View&) = default;
};

struct Outcome {
    Value left;  // of `expect`
    Value right;
    std::vector<ReportEvidence> evidence;
    std::vector<std::string> notes;
    std::vector<std::string> assumed;
    std::map<std::string, Value> lets;
    Truth holds = Truth::unknown;      // of a relation other than "="
    std::vector<Rational> thresholds;  // of the series looked up: values that a near miss may not cross
    std::vector<Known> rivals;         // press totals: what supports the claim there makes sources disagree
    // Whether other views could differ.
    bool has_possible = false;      // a release of the month of the day
    bool has_release_pair = false;  // one release held both ends
    std::size_t sources = 1;
    std::size_t counts = 1;      // rival counts of one side's latest day
    std::vector<Day> revisions;  // days on which an operand changed, before as_of
    bool has_exclusive = false;
    bool has_previous = false;  // the latest value was taken, for want of a period
};

struct Reading {
    std::size_t choice = 0;                                   // which combination of candidates
    std::map<std::string, std::size_t> picks;                 // ambiguous slot -> candidate
    std::vector<std::pair<std::string, std::string>> chosen;  // ambiguous slot -> the candidate in words
    View view;
    Outcome outcome;
    std::vector<Truth> unless;  // of each condition of the rule
    std::vector<Truth> misleading;
    std::vector<Truth> slips;
};

// The claims that a companion of a rule stands for.
struct Joined {
    const Companion* companion = nullptr;
    std::vector<const Claim*> claims;  // as they stand in the text
};

struct BoundClaim {
    const Claim* claim = nullptr;
    const Rule* rule = nullptr;
    const Pack* pack = nullptr;
    std::vector<Joined> with;
    std::vector<Reading> readings;  // by choice, then view
    bool recurs = false;            // each event that can be meant is one of many of its kind
    bool events_only = false;       // choices differ in the event meant: any that holds will do
};

struct BindContext {
    const Text& text;
    std::span<const Pack> packs;
    const Names& names;
    const Reference& reference;
    std::optional<Day> as_of;  // absent: undated
    std::span<const Claim> claims;
};

// Rules that look at the claim, in order of pack and rule.
[[nodiscard]] std::vector<BoundClaim> bind(const BindContext& context, Work& work);

// The first thing that keeps a pattern from a claim.
struct Mismatch {
    enum class What : std::uint8_t { nothing, kind, modality, region, of, slot };
    What what = What::nothing;
    const SlotPattern* slot = nullptr;  // that is not filled, or by something else
};
[[nodiscard]] Mismatch mismatch(const ClaimPattern& pattern, const Claim& claim, const Text& text);
// A measure belongs to the pack that defines it, or to one that the pack uses: only their rules look at its claims.
[[nodiscard]] bool knows_measure(const Pack& pack, std::span<const Pack> packs, const Claim& claim);

// Whether a pattern's kinds, modality, region and slots are those of the claim.
[[nodiscard]] bool matches(const ClaimPattern& pattern, const Claim& claim, const Text& text);

}  // namespace factcheck
