// YAML -> specs. Each kind of record is a table of its keys; a key that is not in the table is a fault, with the nearest that is.
#include "rules/spec.hpp"

#include "rules/keys.hpp"
#include "rules/nearest.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace factcheck {

namespace {

struct Reading {
    const YamlFile& file;
    Diagnostics& diagnostics;
};

void fault(const Reading& reading, const YamlNode& node, std::string message) {
    reading.diagnostics.push_back({place_in(reading.file, node.at), Severity::error, std::move(message)});
}

using Fill = std::function<void(const YamlNode& value)>;
// What to do with the value of a key. Which keys there are, and which must stand there, says the table.
struct Key {
    std::string_view name;
    Fill fill;
};

std::string_view kind_in_words(YamlNode::Kind kind) {
    switch (kind) {
        case YamlNode::Kind::none: return "nothing";
        case YamlNode::Kind::scalar: return "a text";
        case YamlNode::Kind::list: return "a list";
        case YamlNode::Kind::map: return "a map";
    }
    return "nothing";
}

bool wants_map(const Reading& reading, const YamlNode& node, std::string_view what) {
    if (node.kind == YamlNode::Kind::map) return true;
    fault(reading, node,
          std::string(what) + " must be a map of keys and values, and this is " + std::string(kind_in_words(node.kind)));
    return false;
}

bool wants_list(const Reading& reading, const YamlNode& node, std::string_view what) {
    if (node.kind == YamlNode::Kind::list) return true;
    fault(reading, node, std::string(what) + " must be a list, and this is " + std::string(kind_in_words(node.kind)));
    return false;
}

void read_keys(const Reading& reading, const YamlNode& node, std::string_view record, const std::vector<Key>& fills) {
    const RecordRow& row = record_row(record);
    const std::string what(row.what);
    if (!wants_map(reading, node, what)) return;
    std::vector<std::string_view> known;
    for (const KeyRow& key : row.keys) known.push_back(key.key);
    std::vector<std::string_view> seen;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const std::string& name = node.keys[i].text;
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::string hint = did_you_mean(name, known);
            fault(reading, node.keys[i],
                  what + " has no key " + name + (hint.empty() ? "; its keys are " + listed(known) : hint));
            continue;
        }
        if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;  // said already: it stands twice
        seen.push_back(name);
        const auto found = std::find_if(fills.begin(), fills.end(), [&](const Key& key) { return key.name == name; });
        if (found != fills.end()) found->fill(node.items[i]);  // else it is the author's own
    }
    for (const KeyRow& key : row.keys)
        if (key.required && std::find(seen.begin(), seen.end(), key.key) == seen.end())
            fault(reading, node, what + " lacks the key " + std::string(key.key));
}

Said said(const Reading& reading, const YamlNode& node) { return {&reading.file, &node}; }

Fill text(const Reading& reading, Said& out) {
    return [&reading, &out](const YamlNode& value) {
        if (value.kind == YamlNode::Kind::scalar && !value.text.empty())
            out = said(reading, value);
        else if (value.kind == YamlNode::Kind::none || value.kind == YamlNode::Kind::scalar)
            fault(reading, value, "a value is missing here: write one, or leave the key out");
        else
            fault(reading, value, "a text is wanted here, and this is " + std::string(kind_in_words(value.kind)));
    };
}

// One text stands for a list of one.
Fill texts(const Reading& reading, SaidList& out) {
    return [&reading, &out](const YamlNode& value) {
        const auto one = [&](const YamlNode& item) {
            Said word;
            text(reading, word)(item);
            if (word) out.push_back(word);
        };
        if (value.kind != YamlNode::Kind::list) return one(value);
        for (const YamlNode& item : value.items) one(item);
    };
}

Fill map_of_texts(const Reading& reading, std::string_view what, SaidMap& out) {
    return [&reading, what, &out](const YamlNode& value) {
        if (!wants_map(reading, value, what)) return;
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            Said word;
            text(reading, word)(value.items[i]);
            if (word) out.emplace_back(said(reading, value.keys[i]), word);
        }
    };
}

Fill map_of_lists(const Reading& reading, std::string_view what, SaidLists& out) {
    return [&reading, what, &out](const YamlNode& value) {
        if (!wants_map(reading, value, what)) return;
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            SaidList words;
            texts(reading, words)(value.items[i]);
            out.emplace_back(said(reading, value.keys[i]), std::move(words));
        }
    };
}

// A map of records by id.
template <class Spec>
Fill records(const Reading& reading, std::string_view what, std::vector<Spec>& out,
             void (*read)(const Reading&, const YamlNode&, Spec&)) {
    return [&reading, what, &out, read](const YamlNode& value) {
        if (!wants_map(reading, value, what)) return;
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            Spec& spec = out.emplace_back();
            spec.id = said(reading, value.keys[i]);
            read(reading, value.items[i], spec);
        }
    };
}

// A list of records.
template <class Spec>
Fill record_list(const Reading& reading, std::string_view what, std::vector<Spec>& out,
                 void (*read)(const Reading&, const YamlNode&, Spec&)) {
    return [&reading, what, &out, read](const YamlNode& value) {
        if (!wants_list(reading, value, what)) return;
        for (const YamlNode& item : value.items) read(reading, item, out.emplace_back());
    };
}

// ---- vocabulary

void read_measure(const Reading& r, const YamlNode& node, MeasureSpec& m) {
    read_keys(r, node, "measure",
              {{"label", text(r, m.label)},
               {"cues", texts(r, m.cues)},
               {"roles", map_of_lists(r, "roles", m.roles)},
               {"ranks", map_of_lists(r, "ranks", m.ranks)},
               {"unit", text(r, m.unit)},
               {"nature", text(r, m.nature)},
               {"series", texts(r, m.series)},
               {"defaults", map_of_texts(r, "defaults", m.defaults)},
               {"reads_as", text(r, m.reads_as)},
               {"note", text(r, m.note)},
               {"thresholds", texts(r, m.thresholds)}});
}

void read_entity(const Reading& r, const YamlNode& node, EntitySpec& e) {
    const Fill fiscal = [&](const YamlNode& value) {
        read_keys(r, value, "fiscal", {{"starts", text(r, e.fiscal_starts)}, {"named_by", text(r, e.fiscal_named_by)}});
    };
    read_keys(r, node, "entity",
              {{"type", text(r, e.type)},
               {"name", text(r, e.name)},
               {"aliases", texts(r, e.aliases)},
               {"adjectives", texts(r, e.adjectives)},
               {"stands_for", text(r, e.stands_for)},
               {"fiscal", fiscal},
               {"members", texts(r, e.members)}});
}

void read_complete(const Reading& r, const YamlNode& node, CompleteSpec& c) {
    c.at = said(r, node);
    read_keys(r, node, "complete",
              {{"top", text(r, c.top)},
               {"above", text(r, c.above)},
               {"periods", texts(r, c.periods)},
               {"source", text(r, c.source)},
               {"url", text(r, c.url)}});
}

void read_series(const Reading& r, const YamlNode& node, SeriesSpec& s) {
    read_keys(r, node, "series",
              {{"label", text(r, s.label)},
               {"measure", text(r, s.measure)},
               {"dimensions", texts(r, s.dimensions)},
               {"unit", text(r, s.unit)},
               {"unit_mult", text(r, s.unit_mult)},
               {"frequency", text(r, s.frequency)},
               {"nature", text(r, s.nature)},
               {"rounding", text(r, s.rounding)},
               {"total", text(r, s.total)},
               {"rank_over", text(r, s.rank_over)},
               {"sources", texts(r, s.sources)},
               {"mirror_of", text(r, s.mirror_of)},
               {"licence", text(r, s.licence)},
               {"stale_after", text(r, s.stale_after)},
               {"thresholds", texts(r, s.thresholds)},
               {"complete", record_list(r, "complete", s.complete, read_complete)}});
}

// ---- rules

// Keys of a claim pattern are the names of slots and roles, so any may stand here; which there are is known later.
void read_pattern(const Reading& r, const YamlNode& node, std::string_view what, PatternSpec& p, const std::vector<Key>& more) {
    p.at = said(r, node);
    if (!wants_map(r, node, what)) return;
    std::map<std::string_view, Fill> fixed{{"kind", texts(r, p.kinds)},
                                           {"modality", texts(r, p.modalities)},
                                           {"of", text(r, p.of)},
                                           {"in", text(r, p.in)},
                                           {"role", text(r, p.role)}};
    for (const Key& key : more) fixed[key.name] = key.fill;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const auto found = fixed.find(node.keys[i].text);
        if (found != fixed.end()) {
            found->second(node.items[i]);
            continue;
        }
        SaidList fillers;
        texts(r, fillers)(node.items[i]);
        p.slots.emplace_back(said(r, node.keys[i]), std::move(fillers));
    }
}

Fill companions(const Reading& r, std::vector<CompanionSpec>& out) {
    return [&r, &out](const YamlNode& value) {
        if (!wants_map(r, value, "with")) return;
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            CompanionSpec& c = out.emplace_back();
            c.name = said(r, value.keys[i]);
            read_pattern(r, value.items[i], "a companion", c.pattern,
                         {{"same", texts(r, c.same)}, {"take", text(r, c.take)}, {"at_least", text(r, c.at_least)}});
        }
    };
}

// Conditions: one expression, or a list of maps with `if` and what follows from it.
Fill conditions(const Reading& r, std::string_view what, std::vector<ConditionSpec>& out) {
    return [&r, what, &out](const YamlNode& value) {
        const auto one = [&](const YamlNode& item) {
            ConditionSpec& c = out.emplace_back();
            if (item.kind == YamlNode::Kind::scalar && what == "unless") return text(r, c.test)(item);
            read_keys(r, item, what == "slips" ? "slip" : what,
                      {{"if", text(r, c.test)},
                       {"unverifiable", text(r, c.unverifiable)},
                       {"reason", text(r, c.reason)},
                       {"say", text(r, c.say)},
                       {"cause", text(r, c.cause)}});
        };
        if (value.kind != YamlNode::Kind::list) return one(value);
        for (const YamlNode& item : value.items) one(item);
    };
}

Fill severity(const Reading& r, RuleSpec& rule) {
    return [&r, &rule](const YamlNode& value) {
        if (value.kind == YamlNode::Kind::map)
            map_of_texts(r, "severity", rule.severities)(value);
        else
            text(r, rule.severity)(value);
    };
}

void read_test(const Reading& r, const YamlNode& node, TestSpec& t, std::string_view record) {
    t.at = said(r, node);
    read_keys(r, node, record,
              {{"rule", text(r, t.rule)},
               {"text", text(r, t.text)},
               {"file", text(r, t.file)},
               {"title", text(r, t.title)},
               {"date", text(r, t.date)},
               {"verdict", text(r, t.verdict)},
               {"suggestion", text(r, t.suggestion)},
               {"cause", text(r, t.cause)},
               {"evidence", text(r, t.evidence)},
               {"reason", text(r, t.reason)},
               {"todo", text(r, t.todo)}});
    if (node.kind == YamlNode::Kind::map && static_cast<bool>(t.text) == static_cast<bool>(t.file))
        fault(r, node, t.text ? "a test has a text or a file, not both" : "a test lacks the key text (or file)");
}

void read_rule_test(const Reading& r, const YamlNode& node, TestSpec& t) { read_test(r, node, t, "test"); }
void read_case(const Reading& r, const YamlNode& node, TestSpec& t) { read_test(r, node, t, "case"); }

void read_rule(const Reading& r, const YamlNode& node, RuleSpec& rule) {
    rule.at = said(r, node);
    const Fill claim = [&](const YamlNode& value) { read_pattern(r, value, "claim", rule.claim, {}); };
    read_keys(r, node, "rule",
              {{"id", text(r, rule.id)},
               {"about", text(r, rule.about)},
               {"severity", severity(r, rule)},
               {"claim", claim},
               {"with", companions(r, rule.with)},
               {"let", map_of_texts(r, "let", rule.let)},
               {"expect", text(r, rule.expect)},
               {"unless", conditions(r, "unless", rule.unless)},
               {"misleading", conditions(r, "misleading", rule.misleading)},
               {"slips", conditions(r, "slips", rule.slips)},
               {"near", text(r, rule.near)},
               {"message", text(r, rule.message)},
               {"suggest", map_of_texts(r, "suggest", rule.suggest)},
               {"references", texts(r, rule.references)},
               {"tests", record_list(r, "tests", rule.tests, read_rule_test)}});
}

}  // namespace

const std::string& Said::text() const {
    static const std::string none;
    return node == nullptr ? none : node->text;
}

PackSpec read_pack_spec(const YamlFile& file, Diagnostics& diagnostics) {
    const Reading r{file, diagnostics};
    PackSpec p;
    p.at = said(r, file.root);
    read_keys(r, file.root, "pack",
              {{"schema", text(r, p.schema)},
               {"name", text(r, p.name)},
               {"version", text(r, p.version)},
               {"about", text(r, p.about)},
               {"test_date", text(r, p.test_date)},
               {"uses", texts(r, p.uses)},
               {"data", text(r, p.data)},
               {"vocabulary", texts(r, p.vocabulary)},
               {"statistics", texts(r, p.statistics)},
               {"rules", texts(r, p.rules)},
               {"tests", texts(r, p.tests)}});
    return p;
}

void read_vocabulary_spec(const YamlFile& file, VocabularySpec& out, Diagnostics& diagnostics) {
    const Reading r{file, diagnostics};
    read_keys(r, file.root, "vocabulary",
              {{"measures", records(r, "measures", out.measures, read_measure)},
               {"entities", records(r, "entities", out.entities, read_entity)},
               {"series", records(r, "series", out.series, read_series)}});
}

void read_rules_spec(const YamlFile& file, std::vector<RuleSpec>& out, Diagnostics& diagnostics) {
    const Reading r{file, diagnostics};
    read_keys(r, file.root, "rules", {{"rules", record_list(r, "rules", out, read_rule)}});
}

void read_tests_spec(const YamlFile& file, std::vector<TestSpec>& out, Diagnostics& diagnostics) {
    const Reading r{file, diagnostics};
    read_keys(r, file.root, "tests", {{"tests", record_list(r, "tests", out, read_case)}});
}

}  // namespace factcheck
