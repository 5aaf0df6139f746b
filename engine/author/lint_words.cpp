// Vocabulary: cues and names that several things share, or that any sentence holds.
#include "author/lint.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

namespace factcheck {
namespace {

// Words that any newspaper page holds many times, whatever it speaks of.
constexpr auto everyday = std::to_array<std::string_view>(
    {"a",      "about",  "after",  "again",   "all",   "also",    "an",     "and",    "any",   "are",    "area", "as",   "at",
     "back",   "bank",   "be",     "because", "been",  "big",     "book",   "but",    "by",    "called", "came", "can",  "case",
     "change", "city",   "come",   "company", "could", "country", "cup",    "day",    "did",   "do",     "down", "each", "end",
     "even",   "every",  "figure", "first",   "for",   "found",   "from",   "game",   "get",   "give",   "go",   "goal", "good",
     "group",  "growth", "had",    "half",    "hand",  "has",     "have",   "he",     "help",  "her",    "here", "high", "him",
     "his",    "home",   "hour",   "house",   "how",   "i",       "if",     "in",     "into",  "is",     "it",   "its",  "job",
     "just",   "large",  "last",   "level",   "life",  "like",    "little", "long",   "made",  "make",   "man",  "many", "may",
     "men",    "money",  "month",  "more",    "most",  "much",    "must",   "name",   "new",   "next",   "no",   "not",  "now",
     "number", "of",     "off",    "old",     "on",    "one",     "only",   "or",     "other", "our",    "out",  "over", "part",
     "people", "per",    "place",  "play",    "point", "rate",    "report", "said",   "same",  "say",    "see",  "set",  "she",
     "show",   "side",   "small",  "so",      "some",  "state",   "such",   "system", "take",  "than",   "that", "the",  "their",
     "them",   "then",   "there",  "they",    "thing", "this",    "time",   "to",     "two",   "up",     "us",   "use",  "value",
     "very",   "was",    "way",    "we",      "week",  "work",    "year"});

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool is_everyday(std::string_view word) { return std::find(everyday.begin(), everyday.end(), word) != everyday.end(); }

bool sees(const Pack& pack, const Pack& other) {
    return &pack == &other || std::find(pack.uses.begin(), pack.uses.end(), other.name) != pack.uses.end();
}

Place cue_place(const Measure& measure, std::size_t i) {
    return i < measure.cue_places.size() ? measure.cue_places[i] : measure.place;
}

void check_cues(Linting& lint) {
    std::map<std::string, const Measure*> owner;
    for (const Pack& other : lint.loaded.packs)
        if (&other != &lint.pack && sees(lint.pack, other))
            for (const Measure& measure : other.vocabulary.measures)
                for (const std::string& cue : measure.cues) owner.emplace(lower(cue), &measure);
    for (const Measure& measure : lint.pack.vocabulary.measures)
        for (std::size_t i = 0; i < measure.cues.size(); ++i) {
            const std::string cue = lower(measure.cues[i]);
            const auto [first, fresh] = owner.emplace(cue, &measure);
            if (!fresh && first->second->id != measure.id)
                lint_found(lint, "duplicate-cue", cue_place(measure, i),
                           "the cue \"" + measure.cues[i] + "\" of " + measure.id + " names " + first->second->id + " as well");
            if (is_everyday(cue))
                lint_found(lint, "common-cue", cue_place(measure, i),
                           "the cue \"" + measure.cues[i] + "\" of " + measure.id + " is an everyday word");
        }
}

void check_measures(Linting& lint) {
    std::set<std::string> named;
    std::set<std::string> read_as;
    bool any = false;  // a rule that takes claims of any measure
    for (const Pack& pack : lint.loaded.packs) {
        for (const Measure& measure : pack.vocabulary.measures)
            if (!measure.reads_as.empty()) read_as.insert(measure.reads_as);
        if (!sees(pack, lint.pack)) continue;
        for (const Rule& rule : pack.rules) {
            bool filtered = false;
            for (const SlotPattern& slot : rule.claim.slots)
                if (slot.name == "measure") {
                    filtered = !slot.allowed.empty();
                    named.insert(slot.allowed.begin(), slot.allowed.end());
                }
            any = any || !filtered;
        }
    }
    for (const Measure& measure : lint.pack.vocabulary.measures) {
        if (measure.cues.empty() && measure.ranks.empty() && !read_as.contains(measure.id))
            lint_found(lint, "no-cues", measure.place, "the measure " + measure.id + " has no cues: no sentence speaks of it");
        if (!any && !named.contains(measure.id))
            lint_found(lint, "unused-measure", measure.place, "no rule names the measure " + measure.id);
    }
}

void check_names(Linting& lint) {
    std::map<std::string, const Entity*> owner;
    const auto names_of_entity = [](const Entity& entity) {
        std::set<std::string> out{entity.name};
        out.insert(entity.aliases.begin(), entity.aliases.end());
        out.insert(entity.adjectives.begin(), entity.adjectives.end());
        return out;
    };
    for (const Pack& other : lint.loaded.packs)
        if (&other != &lint.pack && sees(lint.pack, other))
            for (const Entity& entity : other.vocabulary.entities)
                for (const std::string& name : names_of_entity(entity)) owner.emplace(name, &entity);
    for (const Entity& entity : lint.pack.vocabulary.entities)
        for (const std::string& name : names_of_entity(entity)) {
            const auto [first, fresh] = owner.emplace(name, &entity);
            if (!fresh && first->second->id != entity.id)
                lint_found(lint, "shared-name", entity.place,
                           "\"" + name + "\" names " + first->second->id + " as well as " + entity.id);
            if (is_everyday(name))
                lint_found(lint, "common-name", entity.place,
                           "the name \"" + name + "\" of " + entity.id + " is an everyday word");
        }
}

}  // namespace

void lint_words(Linting& lint) {
    check_cues(lint);
    check_measures(lint);
    check_names(lint);
}

}  // namespace factcheck
