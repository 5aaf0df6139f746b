// What a pack says of statistics that are told in general words: topics with the words that speak of them and the series that
// measure them, groups of countries, the meaning of vague words, and how much each sign of a series counts. Said in YAML
// (docs/world.md); engine/statistics reads sentences by it.
#pragma once

#include "model/diagnostic.hpp"
#include "model/rational.hpp"
#include "model/unit.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace factcheck {

// What words of a sentence can do, apart from naming things: the keys of `words:`.
enum class Purpose : std::uint8_t {
    rise,       // grew, climbing
    fall,       // fell, shrinking
    level_off,  // no change
    steadily,   // consistently, every year: all steps or years of the period
    record,     // ever, on record, in history
    overtakes,  // has overtaken, surpassed
    more,       // more than, higher than
    less,       // fewer than, lower than
    alike,      // similar to, the same as
    unlike,     // radically different
    ends,       // stopped, eliminated, does not use: nothing is left
    denies,     // not, never
    average,    // on average
    only,       // the only
    every,      // every country, all
    none,       // no country
    forecast,   // projected to
    above,      // exceeds: a bound for the value that follows
    below,      // falls short of
    leads,      // leads the world
    among,      // one of the highest
    any_other,  // any other, the rest of, elsewhere
    most,       // most obese: the superlative of what follows
    least,      // least corrupt
    world,      // globally
    together,   // combined
    now,        // today
    country,    // country, nation: what a superlative ranks
    lately,     // in recent years
    many,       // a lot of
    few,        // very few
    highest,    // superlatives that the grammar does not know: record high
    lowest,     // record low
    quickens,   // accelerating: the change itself grows
};
inline constexpr std::array<std::string_view, 34> purpose_names{
    "rise",    "fall",   "level_off", "steadily",  "record",  "overtakes", "more",    "less",     "alike",
    "unlike",  "ends",   "denies",    "average",   "only",    "every",     "none",    "forecast", "above",
    "below",   "leads",  "among",     "any_other", "most",    "least",     "world",   "together", "now",
    "country", "lately", "many",      "few",       "highest", "lowest",    "quickens"};

// A share of a whole, a total, a rate per so many, a growth in percent a year, a score.
enum class FigureForm : std::uint8_t { total, share, rate, growth, score };

// One way in which a topic is measured. `series` is found among those of all loaded packs, whatever marks part the words of its
// id: "life-expectancy" is life_expectancy.
struct TopicSeries {
    std::vector<std::string> series;  // more than one: their sum
    std::string over;                 // the series that it is a percentage of
    std::vector<std::string> words;   // that speak of this way of measuring: "per person", "women"
    FigureForm form = FigureForm::total;
    Unit unit;           // of the figures, UCUM or ISO 4217
    Rational times = 1;  // one figure stands for so many units: 1000 000 for millions
    Rational per = 1;    // of rates: figures are per so many people
    Place place;
};

// A part of the population by age, for "between 15 and 24".
struct AgeBand {
    int first = 0;
    int last = 0;  // 150: and older
    std::string series;
};

struct Topic {
    std::string id;
    std::string pack;
    std::string label;
    std::vector<std::string> cues;     // phrases: "life expectancy", "obes*", "die .. cancer"
    std::vector<std::string> with;     // one of them must stand in the sentence as well
    std::vector<std::string> without;  // what makes it another thing
    std::vector<TopicSeries> series;   // best first
    std::vector<AgeBand> ages;
    std::string part_of;  // topics of one `part_of` may be added: wind and solar of electricity
    bool more_is_worse = false;
    std::string only;  // the entity that the figures are of where none is named: WLD
    Place place;
};

struct CountryGroup {
    std::string id;
    std::string name;
    std::vector<std::string> words;
    std::vector<std::string> members;
    std::vector<std::string> codes;  // by which publishers of figures call it: OWID_EU27
    Place place;
};

struct Statistics {
    std::vector<Topic> topics;
    std::vector<CountryGroup> groups;
    std::vector<std::pair<std::string, Purpose>> words;
    std::vector<std::pair<std::string, std::pair<Rational, Rational>>> shares;  // "most": 50 to 100 percent
    std::map<std::string, Rational> weights;
    [[nodiscard]] bool empty() const { return topics.empty(); }
};

}  // namespace factcheck
