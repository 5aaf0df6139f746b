// Reference data in SDMX's terms: series, observations, entities; and events with their dates and facts.
#pragma once

#include "model/decimal.hpp"
#include "model/diagnostic.hpp"
#include "model/period.hpp"
#include "model/unit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace factcheck {

enum class Nature : std::uint8_t { flow, stock, rate, index };
enum class SourceRounding : std::uint8_t { either, half_up, exact };  // either: releases truncate as often as they round

// From when to when a figure may have been published: "2025-07" is the whole month.
struct Published {
    Day first{};
    Day last{};
    std::string text;  // as in the table: "2025-07", "2025-07-23"
    friend bool operator==(const Published&, const Published&) = default;
};

// "All members above this value are known" or "the first n are known", for some periods, by some source.
struct Completeness {
    std::optional<Rational> above;  // in the series' unit
    std::optional<int> top;
    std::vector<Period> periods;  // empty: all
    std::string source;
    std::string url;
};

struct Series {
    std::string id;  // unique in its pack
    std::string pack;
    std::string label;  // for people: "exports of goods"
    std::string measure;
    std::vector<std::string> dimensions;  // in key order: reporter, partner
    Unit unit;
    int unit_mult = 0;      // SDMX UNIT_MULT: figures are in 10^unit_mult units, unless a row says otherwise
    std::string frequency;  // SDMX: A, Q, M, W, D; "" for mixed
    Nature nature = Nature::flow;
    SourceRounding rounding = SourceRounding::either;
    std::string total;                 // the member of the last dimension that is the whole: WLD
    std::string rank_over;             // type of entity that the last dimension's universe holds: country
    std::vector<std::string> sources;  // ranked, best first
    std::string mirror_of;
    std::string licence;
    std::string stale_after;  // ISO 8601 duration
    std::vector<Completeness> complete;
    std::vector<Rational> thresholds;  // values that a near miss may not cross
    Place place;
};

struct Observation {
    std::vector<std::string> key;  // entity ids in the order of the series' dimensions
    Period period;
    Decimal value;       // as printed
    int unit_mult = 0;   // of this row
    std::string status;  // SDMX OBS_STATUS: A normal, E estimated, P provisional, B break, M missing
    Published published;
    std::string source;
    std::string url;
    std::string comment;
    std::size_t row = 0;                        // line in its file, for messages
    [[nodiscard]] Rational base_value() const;  // value * 10^unit_mult: in the series' unit
    [[nodiscard]] Rational base_place() const;  // one unit of the last printed digit, in the series' unit
};

struct Entity {
    std::string id;                       // ISO 3166-1 alpha-2 for countries
    std::string type;                     // country, group, city, person, organisation ...
    std::string name;                     // as printed in reports
    std::vector<std::string> aliases;     // "US", "America"; case as written matters for all-capitals
    std::vector<std::string> adjectives;  // "Pakistani"; also the people, "Pakistanis"
    std::string stands_for;               // "Islamabad" stands for PK where a capital names its government
    std::optional<FiscalCalendar> fiscal;
    std::vector<std::string> members;  // of a group
    Place place;
};

struct EventDate {
    Period period;          // of which the end is the start where `open_end`
    bool open_end = false;  // the source does not say when it ended: it has no duration
    Published published;
    std::string source;
    std::string url;
};

struct Fact {
    std::string measure;   // killed, injured, duration_days
    std::string side;      // entity id, or empty for the whole
    std::string claimant;  // entity id, or "press"
    Rational low;
    std::optional<Rational> high;  // absent: a reported minimum
    Day as_of{};
    Published published;
    std::string source;
    std::string url;
};

struct Event {
    std::string id;
    std::string pack;
    std::string kind;  // ceasefire, phone_call
    std::string label;
    std::vector<std::string> cues;
    std::string where;
    std::vector<std::string> participants;  // entity ids
    std::vector<std::string> persons;       // entity ids of type person
    bool recurs = false;                    // others of the kind come and go, and not all are known: a call, a visit
    std::vector<EventDate> dates;
    std::vector<Fact> facts;
    Place place;
};

}  // namespace factcheck
