// What the files of a pack say, before anything is looked up: the shape is checked (keys, maps, lists), the meaning is not.
// Each piece points into its file, so that a later fault can name its place. The files outlive the specs.
#pragma once

#include "rules/yaml.hpp"

#include <string>
#include <utility>
#include <vector>

namespace factcheck {

// A scalar as written; false when the key was left out.
struct Said {
    const YamlFile* file = nullptr;
    const YamlNode* node = nullptr;
    explicit operator bool() const { return node != nullptr; }
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] Place place() const { return file == nullptr ? Place{} : place_in(*file, node->at); }
    [[nodiscard]] Place place_of(std::size_t offset) const { return file == nullptr ? Place{} : place_in(*file, *node, offset); }
};

using SaidList = std::vector<Said>;
using SaidMap = std::vector<std::pair<Said, Said>>;
using SaidLists = std::vector<std::pair<Said, SaidList>>;

struct MeasureSpec {
    Said id, label, unit, nature, reads_as, note;
    SaidList cues, series, thresholds;
    SaidLists roles, ranks;
    SaidMap defaults;
};

struct EntitySpec {
    Said id, type, name, stands_for, fiscal_starts, fiscal_named_by;
    SaidList aliases, adjectives, members;
};

struct CompleteSpec {
    Said at, top, above, source, url;
    SaidList periods;
};

struct SeriesSpec {
    Said id, label, measure, unit, unit_mult, frequency, nature, rounding, total, rank_over, mirror_of, licence, stale_after;
    SaidList dimensions, sources, thresholds;
    std::vector<CompleteSpec> complete;
};

struct VocabularySpec {
    std::vector<MeasureSpec> measures;
    std::vector<EntitySpec> entities;
    std::vector<SeriesSpec> series;
};

struct PatternSpec {
    Said at;
    SaidLists slots;  // all keys but those below
    SaidList kinds, modalities;
    Said of, in, role;
};

struct CompanionSpec {
    Said name;
    PatternSpec pattern;
    SaidList same;
    Said take, at_least;
};

struct ConditionSpec {
    Said test, say, cause, unverifiable, reason;
};

struct TestSpec {
    Said at, rule, text, file, title, date, verdict, suggestion, cause, evidence, reason, todo;
};

struct RuleSpec {
    Said at, id, about, expect, near, message, severity;
    SaidMap severities, let, suggest;
    PatternSpec claim;
    std::vector<CompanionSpec> with;
    std::vector<ConditionSpec> unless, misleading, slips;
    SaidList references;
    std::vector<TestSpec> tests;
};

struct PackSpec {
    Said at, schema, name, version, about, test_date, data;
    SaidList uses, vocabulary, statistics, rules, tests;
};

[[nodiscard]] PackSpec read_pack_spec(const YamlFile& file, Diagnostics& diagnostics);
void read_vocabulary_spec(const YamlFile& file, VocabularySpec& out, Diagnostics& diagnostics);
void read_rules_spec(const YamlFile& file, std::vector<RuleSpec>& out, Diagnostics& diagnostics);

// Tests that stand apart from their rules, which `rule` names.
void read_tests_spec(const YamlFile& file, std::vector<TestSpec>& out, Diagnostics& diagnostics);

}  // namespace factcheck
