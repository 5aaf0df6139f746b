#include "author/catalogue.hpp"

#include "render/render.hpp"
#include "rules/nearest.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace factcheck {
namespace {

using Json = nlohmann::ordered_json;

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool holds(const std::string& text, const std::string& words) { return lower(text).find(lower(words)) != std::string::npos; }

std::string printed(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

// Columns parted by two spaces, each as wide as its widest cell; the last is not padded.
std::string in_columns(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (widths.size() <= i) widths.push_back(0);
            widths[i] = std::max(widths[i], row[i].size());
        }
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += visible(row[i]);
            if (i + 1 < row.size()) out += std::string(widths[i] - row[i].size() + 2, ' ');
        }
        out += '\n';
    }
    return out;
}

std::string pattern_in_words(const ClaimPattern& pattern) {
    std::string out;
    const auto add = [&](const std::string& words) { out += (out.empty() ? "" : ", ") + words; };
    std::string kinds;
    for (const ClaimKind kind : pattern.kinds) kinds += (kinds.empty() ? "" : "|") + std::string(name_of(kind));
    if (!kinds.empty()) add("kind: " + kinds);
    for (const SlotPattern& slot : pattern.slots) {
        std::string fillers;
        for (const std::string& word : slot.allowed) fillers += (fillers.empty() ? "" : "|") + word;
        add(slot.name + ": " + (fillers.empty() ? "any" : fillers));
    }
    if (!pattern.of.empty()) add("of: " + pattern.of);
    if (!pattern.region.empty()) add("in: " + pattern.region);
    std::string modalities;
    for (const Modality m : pattern.modalities) modalities += (modalities.empty() ? "" : "|") + std::string(name_of(m));
    if (modalities != "asserted") add("modality: " + modalities);
    return out;
}

std::string where(const Place& place) { return place.file + ":" + std::to_string(place.line); }

std::string severities(const Rule& rule) {
    std::string out;
    for (const auto& [verdict, severity] : rule.severity)
        out += (out.empty() ? "" : ", ") + std::string(name_of(verdict)) + ": " + std::string(name_of(severity));
    return out;
}

std::vector<std::string> tests_in_words(const Rule& rule) {
    std::vector<std::string> out;
    for (const RuleTest& test : rule.tests) out.push_back((test.todo ? "todo, " : "") + test.verdict + ": " + test.text);
    return out;
}

template <class See>
void each_rule(const Engine::State& state, const See& see) {
    for (const Pack& pack : state.loaded.packs)
        for (const Rule& rule : pack.rules) see(rule);
}

template <class See>
void each_series(const Engine::State& state, const See& see) {
    for (const Pack& pack : state.loaded.packs)
        for (const Series& series : pack.series) see(series);
}

// By pack/id, or by the id alone where only one has it.
const Rule* find_rule(const Engine::State& state, const std::string& id) {
    const Rule* found = nullptr;
    std::size_t count = 0;
    each_rule(state, [&](const Rule& rule) {
        if (rule.full_id() != id && rule.id != id) return;
        ++count;
        if (found == nullptr || rule.full_id() == id) found = &rule;
    });
    return count > 1 && found->full_id() != id ? nullptr : found;
}

const Series* find_series_of(const Engine::State& state, const std::string& id) {
    const Series* found = nullptr;
    std::size_t count = 0;
    each_series(state, [&](const Series& series) {
        const std::string full = series.pack + "/" + series.id;
        if (full != id && series.id != id) return;
        ++count;
        if (found == nullptr || full == id) found = &series;
    });
    return count > 1 && found->pack + "/" + found->id != id ? nullptr : found;
}

const SeriesExtent* extent_of(const Engine::State& state, const Series& series) {
    const auto& all = state.loaded.extents;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const SeriesExtent& e) { return e.pack == series.pack && e.series == series.id; });
    return found == all.end() ? nullptr : &*found;
}

std::string key_in_words(const Key& key) {
    std::string out;
    for (const std::string& id : key) out += (out.empty() ? "" : ", ") + id;
    return out;
}

Json json_of(const Rule& rule) {
    Json out = {{"rule", rule.full_id()}, {"about", rule.about}, {"file", rule.place.file}, {"line", rule.place.line}};
    for (const auto& [verdict, severity] : rule.severity) out["severity"][std::string(name_of(verdict))] = name_of(severity);
    out["claim"] = pattern_in_words(rule.claim);
    out["expect"] = rule.expect.source;
    out["tests"] = rule.tests.size();
    return out;
}

Json json_of(const Engine::State& state, const Series& series) {
    Json out = {{"series", series.pack + "/" + series.id},
                {"label", series.label},
                {"measure", series.measure},
                {"dimensions", series.dimensions},
                {"unit", std::string(series.unit.code)}};
    if (!series.frequency.empty()) out["frequency"] = series.frequency;
    out["sources"] = series.sources;
    if (!series.licence.empty()) out["licence"] = series.licence;
    const SeriesExtent* extent = extent_of(state, series);
    out["rows"] = extent == nullptr ? 0 : extent->rows;
    if (extent != nullptr && extent->span)
        out["span"] = {{"start", to_iso(extent->span->first)}, {"end", to_iso(extent->span->last)}};
    return out;
}

std::string label_line(std::string_view label, const std::string& value) {
    return value.empty() ? "" : "  " + std::string(label) + ": " + visible(value) + "\n";
}

template <class List>
std::string label_lines(std::string_view label, const List& values) {
    std::string out;
    for (const std::string& value : values) out += "    " + visible(value) + "\n";
    return out.empty() ? "" : "  " + std::string(label) + ":\n" + out;
}

std::vector<std::string> conditions_in_words(const std::vector<Condition>& conditions) {
    std::vector<std::string> out;
    for (const Condition& c : conditions) {
        const std::string says = !c.cause.empty() ? c.cause : !c.say.empty() ? c.say : c.unverifiable;
        out.push_back(c.test.source + (says.empty() ? "" : ": " + says));
    }
    return out;
}

std::string rows_of(const Engine::State& state, const Series& series, const SeriesExtent& extent) {
    std::vector<std::vector<std::string>> rows;
    for (const Key& key : extent.keys)
        for (const Period& period : state.loaded.reference->periods(series, key))
            for (const Observation& row : state.loaded.reference->rows(series, key, period)) {
                std::string value = to_decimal_string(row.base_value(), 9, Rounding::nearest);
                rows.push_back({"  " + key_in_words(key), to_words(period), std::move(value), row.published.text, row.source});
            }
    return in_columns(rows);
}

}  // namespace

std::string list_rules(const Engine::State& state, const std::string& words, Listing as) {
    std::vector<std::vector<std::string>> rows;
    Json list = Json::array();
    each_rule(state, [&](const Rule& rule) {
        if (!holds(rule.full_id() + " " + rule.about, words)) return;
        rows.push_back({rule.full_id(), rule.about});
        list.push_back(json_of(rule));
    });
    return as == Listing::json ? printed(list) : in_columns(rows);
}

std::string show_rule(const Engine::State& state, const std::string& id, Listing as) {
    const Rule* rule = find_rule(state, id);
    if (rule == nullptr) return {};
    if (as == Listing::json) {
        Json out = json_of(*rule);
        out["unless"] = conditions_in_words(rule->unless);
        out["misleading"] = conditions_in_words(rule->misleading);
        out["slips"] = conditions_in_words(rule->slips);
        out["message"] = rule->message;
        out["references"] = rule->references;
        out["tests"] = tests_in_words(*rule);
        return printed(out);
    }
    std::string out = visible(rule->full_id()) + ": " + visible(rule->about) + "\n";
    out += label_line("stands in", where(rule->place));
    out += label_line("severity", severities(*rule));
    out += label_line("claim", pattern_in_words(rule->claim));
    for (const Companion& c : rule->with)
        out += label_line("with " + c.name, pattern_in_words(c.pattern) + ", in the " + c.scope + ", take " + c.take);
    for (const auto& [name, expression] : rule->let) out += label_line("let " + name, expression.source);
    out += label_lines("unless", conditions_in_words(rule->unless));
    out += label_line("expect", rule->expect.source);
    out += label_lines("misleading", conditions_in_words(rule->misleading));
    out += label_lines("slips", conditions_in_words(rule->slips));
    out += label_line("message", rule->message);
    out += label_lines("references", rule->references);
    return out + label_lines("tests", tests_in_words(*rule));
}

std::string list_series(const Engine::State& state, const std::string& words, Listing as) {
    std::vector<std::vector<std::string>> rows;
    Json list = Json::array();
    each_series(state, [&](const Series& series) {
        std::string text = series.pack + "/" + series.id + " " + series.label + " " + series.measure;
        for (const std::string& source : series.sources) text += " " + source;
        if (!holds(text, words)) return;
        const SeriesExtent* extent = extent_of(state, series);
        const std::size_t count = extent == nullptr ? 0 : extent->rows;
        const std::string span =
            extent != nullptr && extent->span ? to_iso(extent->span->first) + " to " + to_iso(extent->span->last) : "";
        rows.push_back({series.pack + "/" + series.id, std::to_string(count) + (count == 1 ? " figure" : " figures"),
                        std::string(series.unit.code), span, series.label});
        list.push_back(json_of(state, series));
    });
    return as == Listing::json ? printed(list) : in_columns(rows);
}

std::string show_series(const Engine::State& state, const std::string& id, Listing as) {
    const Series* series = find_series_of(state, id);
    if (series == nullptr) return {};
    const SeriesExtent* extent = extent_of(state, *series);
    if (as == Listing::json) {
        Json out = json_of(state, *series);
        out["figures"] = Json::array();
        if (extent != nullptr)
            for (const Key& key : extent->keys)
                for (const Period& period : state.loaded.reference->periods(*series, key))
                    for (const Observation& row : state.loaded.reference->rows(*series, key, period))
                        out["figures"].push_back({{"key", key},
                                                  {"start", to_iso(period.first)},
                                                  {"end", to_iso(period.last)},
                                                  {"value", to_decimal_string(row.base_value(), 9, Rounding::nearest)},
                                                  {"published", row.published.text},
                                                  {"source", row.source},
                                                  {"url", row.url}});
        return printed(out);
    }
    std::string out = visible(series->pack + "/" + series->id) + ": " + visible(series->label) + "\n";
    out += label_line("stands in", where(series->place));
    out += label_line("measure", series->measure);
    out += label_line("dimensions", key_in_words(series->dimensions));
    out += label_line("unit", std::string(series->unit.code));
    out += label_line("frequency", series->frequency);
    out += label_lines("sources", series->sources);
    out += label_line("licence", series->licence);
    out += label_line("stale after", series->stale_after);
    if (extent == nullptr) return out + "  no figures\n";
    return out + rows_of(state, *series, *extent);
}

std::string nearest_rule(const Engine::State& state, const std::string& id) {
    std::vector<std::string> names;
    each_rule(state, [&](const Rule& rule) { names.push_back(id.find('/') == std::string::npos ? rule.id : rule.full_id()); });
    const std::vector<std::string_view> views(names.begin(), names.end());
    return did_you_mean(id, views);
}

std::string nearest_series(const Engine::State& state, const std::string& id) {
    std::vector<std::string> names;
    each_series(state, [&](const Series& s) { names.push_back(id.find('/') == std::string::npos ? s.id : s.pack + "/" + s.id); });
    const std::vector<std::string_view> views(names.begin(), names.end());
    return did_you_mean(id, views);
}

}  // namespace factcheck
