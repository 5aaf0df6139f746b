#include "rules/statistics.hpp"

#include "lexicon/units.hpp"
#include "rules/nearest.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace factcheck {

namespace {

using Kind = YamlNode::Kind;

struct Reader {
    const YamlFile& file;
    Diagnostics& diagnostics;

    void fault(const YamlNode& at, std::string message) const {
        diagnostics.push_back({place_in(file, at.at), Severity::error, std::move(message)});
    }
};

struct Key {
    std::string_view name;
    std::function<void(const YamlNode&)> fill;
};

void read_map(const Reader& r, const YamlNode& node, std::string_view what, const std::vector<Key>& keys) {
    if (node.kind != Kind::map) return r.fault(node, std::string(what) + " must be a map of keys and values");
    std::vector<std::string_view> known;
    for (const Key& key : keys) known.push_back(key.name);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key& k) { return k.name == node.keys[i].text; });
        if (found != keys.end()) {
            found->fill(node.items[i]);
            continue;
        }
        const std::string hint = did_you_mean(node.keys[i].text, known);
        r.fault(node.keys[i], std::string(what) + " has no key " + node.keys[i].text +
                                  (hint.empty() ? "; its keys are " + listed(known) : hint));
    }
}

void each(const Reader& r, const YamlNode& node, std::string_view what,
          const std::function<void(const YamlNode& key, const YamlNode& value)>& with) {
    if (node.kind != Kind::map) return r.fault(node, std::string(what) + " must be a map from names to what they are");
    for (std::size_t i = 0; i < node.items.size(); ++i) with(node.keys[i], node.items[i]);
}

std::string text(const Reader& r, const YamlNode& node) {
    if (node.kind != Kind::scalar || node.text.empty()) r.fault(node, "a text is wanted here");
    return node.text;
}

std::vector<std::string> texts(const Reader& r, const YamlNode& node) {
    std::vector<std::string> out;
    if (node.kind != Kind::list) return {text(r, node)};
    for (const YamlNode& item : node.items) out.push_back(text(r, item));
    return out;
}

Rational number(const Reader& r, const YamlNode& node) {
    const auto value = node.kind == Kind::scalar ? rational_from(node.text) : std::nullopt;
    if (!value) r.fault(node, "a number is wanted here, such as 12 or 0.5");
    return value.value_or(1);
}

Unit unit(const Reader& r, const YamlNode& node) {
    const auto found = unit_from_code(text(r, node));
    if (!found) r.fault(node, "there is no unit " + node.text + ": write a UCUM code (%, t, TW.h, a) or 1 for counts");
    return found.value_or(Unit{});
}

bool truth(const Reader& r, const YamlNode& node) {
    if (node.text != "true" && node.text != "false") r.fault(node, "true or false is wanted here");
    return node.text == "true";
}

constexpr std::array<std::string_view, 5> forms{"total", "share", "rate", "growth", "score"};

FigureForm form(const Reader& r, const YamlNode& node) {
    const auto found = std::find(forms.begin(), forms.end(), node.text);
    if (found == forms.end()) {
        r.fault(node, "there is no form " + node.text + ": " + listed(forms));
        return FigureForm::total;
    }
    return static_cast<FigureForm>(found - forms.begin());
}

TopicSeries read_series(const Reader& r, const YamlNode& node) {
    TopicSeries out;
    out.place = place_in(r.file, node.at);
    out.unit = *unit_from_code("1");
    const auto ids = [&](const YamlNode& v) { out.series = texts(r, v); };
    if (node.kind == Kind::scalar) {
        ids(node);
        return out;
    }
    bool unit_given = false;
    bool form_given = false;
    read_map(r, node, "a series of a topic",
             {{"id", ids},
              {"over", [&](const YamlNode& v) { out.over = text(r, v); }},
              {"words", [&](const YamlNode& v) { out.words = texts(r, v); }},
              {"form", [&](const YamlNode& v) { out.form = form(r, v), form_given = true; }},
              {"unit", [&](const YamlNode& v) { out.unit = unit(r, v), unit_given = true; }},
              {"times", [&](const YamlNode& v) { out.times = number(r, v); }},
              {"per", [&](const YamlNode& v) { out.per = number(r, v); }}});
    if (out.series.empty()) r.fault(node, "a series of a topic lacks the key id");
    const bool percent = out.unit.dimension == Dimension::percent;
    if (!out.over.empty() && !unit_given) out.unit = *unit_from_code("%");
    if (!form_given) out.form = percent || !out.over.empty() ? FigureForm::share : out.per != 1 ? FigureForm::rate : out.form;
    return out;
}

AgeBand read_band(const Reader& r, const YamlNode& key, const YamlNode& value) {
    AgeBand out;
    out.series = text(r, value);
    const std::size_t dash = key.text.find('-');
    const auto whole = [&](std::string_view digits) {
        int n = 0;
        for (const char c : digits) {
            if (c < '0' || c > '9' || n > 150) return r.fault(key, "ages are written as 15-19"), 0;
            n = n * 10 + (c - '0');
        }
        return n;
    };
    if (dash == std::string::npos) {
        r.fault(key, "ages are written as 15-19");
        return out;
    }
    out.first = whole(std::string_view(key.text).substr(0, dash));
    out.last = whole(std::string_view(key.text).substr(dash + 1));
    return out;
}

Topic read_topic(const Reader& r, const YamlNode& key, const YamlNode& node, std::string_view pack) {
    Topic out;
    out.id = key.text;
    out.pack = pack;
    out.place = place_in(r.file, key.at);
    read_map(r, node, "a topic",
             {{"label", [&](const YamlNode& v) { out.label = text(r, v); }},
              {"cues", [&](const YamlNode& v) { out.cues = texts(r, v); }},
              {"with", [&](const YamlNode& v) { out.with = texts(r, v); }},
              {"without", [&](const YamlNode& v) { out.without = texts(r, v); }},
              {"series",
               [&](const YamlNode& v) {
                   if (v.kind != Kind::list) return out.series.push_back(read_series(r, v));
                   for (const YamlNode& item : v.items) out.series.push_back(read_series(r, item));
               }},
              {"ages",
               [&](const YamlNode& v) {
                   each(r, v, "ages", [&](const YamlNode& k, const YamlNode& s) { out.ages.push_back(read_band(r, k, s)); });
               }},
              {"part_of", [&](const YamlNode& v) { out.part_of = text(r, v); }},
              {"only", [&](const YamlNode& v) { out.only = text(r, v); }},
              {"more_is_worse", [&](const YamlNode& v) { out.more_is_worse = truth(r, v); }}});
    if (out.cues.empty()) r.fault(key, "the topic " + out.id + " lacks cues: the words that speak of it");
    if (out.series.empty() && out.ages.empty()) r.fault(key, "the topic " + out.id + " names no series");
    if (out.label.empty()) out.label = out.cues.empty() ? out.id : out.cues.front();
    return out;
}

CountryGroup read_group(const Reader& r, const YamlNode& key, const YamlNode& node) {
    CountryGroup out;
    out.id = key.text;
    out.place = place_in(r.file, key.at);
    read_map(r, node, "a group",
             {{"name", [&](const YamlNode& v) { out.name = text(r, v); }},
              {"words", [&](const YamlNode& v) { out.words = texts(r, v); }},
              {"members", [&](const YamlNode& v) { out.members = texts(r, v); }},
              {"codes", [&](const YamlNode& v) { out.codes = texts(r, v); }}});
    if (out.name.empty() || out.words.empty()) r.fault(key, "the group " + out.id + " lacks its name or its words");
    return out;
}

std::pair<Rational, Rational> read_share(const Reader& r, const YamlNode& node) {
    if (node.kind != Kind::list || node.items.size() != 2) {
        r.fault(node, "a share is two numbers in percent: [50, 100]");
        return {0, 100};
    }
    return {number(r, node.items[0]), number(r, node.items[1])};
}

void read_words(const Reader& r, const YamlNode& key, const YamlNode& node, Statistics& out) {
    const auto found = std::find(purpose_names.begin(), purpose_names.end(), key.text);
    if (found == purpose_names.end()) {
        const std::string hint = did_you_mean(key.text, purpose_names);
        return r.fault(key, "words have no purpose " + key.text + (hint.empty() ? ": " + listed(purpose_names) : hint));
    }
    for (std::string& word : texts(r, node))
        out.words.emplace_back(std::move(word), static_cast<Purpose>(found - purpose_names.begin()));
}

}  // namespace

void read_statistics(const YamlFile& file, std::string_view pack, Statistics& out, Diagnostics& diagnostics) {
    const Reader r{file, diagnostics};
    const auto topic = [&](const YamlNode& k, const YamlNode& v) {
        const bool twice = std::any_of(out.topics.begin(), out.topics.end(), [&](const Topic& t) { return t.id == k.text; });
        if (twice) r.fault(k, "the topic " + k.text + " stands twice");
        out.topics.push_back(read_topic(r, k, v, pack));
    };
    read_map(r, file.root, "a statistics file",
             {{"topics", [&](const YamlNode& v) { each(r, v, "topics", topic); }},
              {"groups",
               [&](const YamlNode& v) {
                   each(r, v, "groups", [&](const YamlNode& k, const YamlNode& g) { out.groups.push_back(read_group(r, k, g)); });
               }},
              {"words",
               [&](const YamlNode& v) {
                   each(r, v, "words", [&](const YamlNode& k, const YamlNode& w) { read_words(r, k, w, out); });
               }},
              {"shares",
               [&](const YamlNode& v) {
                   each(r, v, "shares",
                        [&](const YamlNode& k, const YamlNode& s) { out.shares.emplace_back(k.text, read_share(r, s)); });
               }},
              {"weights", [&](const YamlNode& v) {
                   each(r, v, "weights", [&](const YamlNode& k, const YamlNode& w) { out.weights[k.text] = number(r, w); });
               }}});
}

}  // namespace factcheck
