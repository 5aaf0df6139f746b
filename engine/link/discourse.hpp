// What earlier sentences leave behind: the period last named, what was said of a measure, the entities and events brought up.
#pragma once

#include "link/link.hpp"
#include "link/sentence.hpp"
#include "link/time.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace factcheck {

struct MeasureMemory {
    std::string measure;
    std::vector<Slot> slots;  // roles and period as last filled
    std::size_t sentence = 0;
    std::size_t paragraph = 0;
};

struct EventMemory {
    std::vector<std::string> events;
    std::size_t sentence = 0;
};

struct EntityMemory {
    EntityAt entity;
    std::size_t sentence = 0;
};

struct FigureMemory {
    Mention mention;
    std::size_t sentence = 0;
};

struct Discourse {
    std::optional<Period> named;
    std::string named_words;
    std::vector<MeasureMemory> measures;                           // newest last
    std::vector<EventMemory> events;                               // newest last
    std::vector<EntityMemory> entities;                            // newest last
    std::vector<FigureMemory> figures;                             // levels, newest last
    std::vector<Unit> headline_units;                              // of the headline's figures
    std::unordered_map<std::string, std::vector<Mention>> counts;  // by noun: the first two numbers that differ
};

// A time mention of the sentence with what "the following month" counts from at its place.
struct TimeAt {
    const MentionAt* at = nullptr;
    TimeContext context;
    Resolved resolved;  // with the calendar of the sentence's own subject
    bool part = false;  // "the first half of fiscal 2025": only a part of what the words of the mention say
    bool base = false;  // "compared with the same period last year": what a change is measured from
};

struct Linking {
    const Text& text;
    const LinkContext& context;
    const Laid& laid;
    Discourse& discourse;
    std::size_t sentence_index;
    const Laid* before;  // the sentence before, of the same paragraph; null: none
    std::vector<TimeAt> times;
    std::vector<Claim> claims;  // of this sentence, as they are made
};

[[nodiscard]] std::vector<TimeAt> resolve_times(const Linking& linking);
[[nodiscard]] Tense tense_of(const Laid& laid, std::size_t clause);
[[nodiscard]] Modality modality_of(const Laid& laid, std::size_t clause, std::size_t before_token);
[[nodiscard]] bool is_quoted(const Laid& laid, std::size_t clause);

// fill.cpp
[[nodiscard]] const Measure* measure_named(const Names& names, const std::string& id);
// The roles of the measure, from the segment outwards, then from memory, then from the pack's defaults.
[[nodiscard]] std::vector<Slot> fill_roles(const Linking& linking, const Measure& measure, std::size_t anchor_token,
                                           const std::vector<Slot>& given);
// The period of a value at `anchor_token`; no slot when nothing says it.
[[nodiscard]] std::optional<Slot> fill_period(const Linking& linking, const Measure& measure, const std::vector<Slot>& roles,
                                              std::size_t anchor_token);
[[nodiscard]] std::optional<Slot> fill_base(const Linking& linking, const std::vector<Slot>& roles, const Slot* period,
                                            std::size_t anchor_token);
// Whether a time follows the value before the next one: "$5.44 billion in FY24".
[[nodiscard]] bool has_own_time(const Linking& linking, std::size_t anchor_token);
void remember(Linking& linking, const std::string& measure, const std::vector<Slot>& slots);
[[nodiscard]] Slot entity_slot(const std::string& role, const std::string& id, Span words, Origin origin);

// The makers of claims, one file a family; each appends to linking.claims.
void make_value_claims(Linking& linking);
void make_rank_claims(Linking& linking);
void make_event_claims(Linking& linking);
void make_figure_claims(Linking& linking);  // figures.cpp: what the figures alone say, whatever they measure

struct EventAt {
    std::vector<std::string> events;  // that the words can mean, by id
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t clause = 0;
    Span span;
    Origin origin = Origin::clause;
};

[[nodiscard]] std::vector<EventAt> find_events(const Linking& linking);
// event_time.cpp: the date that is the event's own; null where none is.
[[nodiscard]] const TimeAt* time_of_event(const Linking& linking, const EventAt& event);

}  // namespace factcheck
