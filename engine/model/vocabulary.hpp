// What a pack's words mean: measures with their cues and roles. Said once in YAML, used by the lexicon and by link.
#pragma once

#include "model/diagnostic.hpp"
#include "model/observation.hpp"
#include "model/unit.hpp"

#include <string>
#include <utility>
#include <vector>

namespace factcheck {

// How a role is recognised. Markers: "possessive" (Pakistan's exports), "adjective" (Pakistani exports), "subject"
// (Pakistan exported), "object" (exported to nobody named: "supplied Germany"), or a preposition ("to", "from", "by", "with",
// "in").
struct Role {
    std::string name;
    std::vector<std::string> markers;
};

struct Measure {
    std::string id;
    std::string pack;
    std::string label;              // for messages: "exports"
    std::vector<std::string> cues;  // words that name it, any inflection written out or marked: "exports", "sold to"
    std::vector<Role> roles;
    // Nouns that a superlative ranks by this measure, by the role of what is ranked: {partner: [export destination, buyer]}.
    std::vector<std::pair<std::string, std::vector<std::string>>> ranks;
    Unit unit;
    Nature nature = Nature::flow;
    std::vector<std::string> series;                            // ids, best first
    std::vector<std::pair<std::string, std::string>> defaults;  // role -> entity id
    std::string reads_as;                                       // "casualties" is counted by the fact measure "killed"
    std::string note;                                           // said in the finding: "casualties read as deaths"
    Place place;
    std::vector<Place> cue_places;  // of each cue
};

struct Vocabulary {
    std::vector<Measure> measures;
    std::vector<Entity> entities;
};

}  // namespace factcheck
