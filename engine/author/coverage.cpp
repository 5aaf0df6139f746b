#include "author/coverage.hpp"

#include "bind/bind.hpp"
#include "extract/extract.hpp"
#include "link/link.hpp"
#include "render/render.hpp"
#include "render/summary.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace factcheck {
namespace {

// The word of the rule language for a stated value.
std::string word_of(const Stated& stated) {
    if (stated.sort == Sort::multiple) return "multiple";
    switch (stated.unit.dimension) {
        case Dimension::money: return "money";
        case Dimension::percent: return "percent";
        case Dimension::points: return "points";
        case Dimension::number: return "number";
        case Dimension::count: return "count";
        case Dimension::time: return "duration";
        default: return "quantity";
    }
}

const Measure* measure_of(const Names& names, const std::string& id) {
    const auto found = names.measures.find(id);
    return found == names.measures.end() || found->second.empty() ? nullptr : found->second.front();
}

const Series* series_of(const Engine::State& state, const Measure& measure) {
    for (const Pack& pack : state.loaded.packs)
        for (const Series& series : pack.series)
            if (pack.name == measure.pack && !measure.series.empty() && series.id == measure.series.front()) return &series;
    return nullptr;
}

std::string look_up(const Series& series, const std::string& measure, const std::string& period) {
    std::string out = measure + "[";
    for (const std::string& dimension : series.dimensions) out += dimension + ", ";
    return out + period + "]";
}

bool has(const UncoveredShape& shape, std::string_view slot) {
    return std::find(shape.slots.begin(), shape.slots.end(), slot) != shape.slots.end();
}

bool comparable_value(const Series& series, const std::string& value) {
    const Dimension d = series.unit.dimension;
    if (value == "money") return d == Dimension::money;
    if (value == "percent") return d == Dimension::percent || d == Dimension::points;
    if (value == "count" || value == "number") return d == Dimension::count || d == Dimension::number;
    return false;
}

// The relation that a claim of this shape calls for, where a series can give it.
std::string from_series(const Series& series, const UncoveredShape& shape) {
    const std::string& m = shape.measure;
    if ((shape.kind == "level" || shape.kind == "count") && comparable_value(series, shape.value))
        return "value = " + look_up(series, m, "period");
    if (shape.kind == "change" && shape.value == "percent" && series.unit.dimension != Dimension::percent)
        return "value = change(" + look_up(series, m, "period") + " since " + look_up(series, m, "base") + ")";
    if (shape.kind == "change" && comparable_value(series, shape.value))
        return "value = difference(" + look_up(series, m, "period") + " from " + look_up(series, m, "base") + ")";
    return {};
}

std::string yaml_quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + "\"";
}

std::string id_of(const UncoveredShape& shape) {
    std::string out = shape.measure.empty() ? shape.kind : shape.measure + "-" + shape.kind;
    for (char& c : out) {
        if (c == '_') c = '-';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

// What the document itself can hold it to, where no series can: another claim of the same thing.
std::string from_document(const UncoveredShape& shape, const std::string& slot) {
    std::string same = "measure, unit";
    if (shape.measure.empty()) same = "unit";
    if (has(shape, "period")) same += ", period";
    return "    with:\n      elsewhere: {kind: " + shape.kind + ", same: [" + same + "], take: all}\n    expect: " + slot +
           " = any(elsewhere." + slot + ")\n";
}

std::string skeleton_of(const Engine::State& state, const UncoveredShape& shape) {
    const Measure* measure = measure_of(state.names, shape.measure);
    const Series* series = measure == nullptr ? nullptr : series_of(state, *measure);
    const std::string slot = !shape.value.empty()      ? "value"
                             : shape.kind == "date"    ? "date"
                             : shape.kind == "rank"    ? "rank"
                             : has(shape, "direction") ? "direction"
                                                       : "";
    if (slot.empty()) return {};
    std::string out = "  - id: " + id_of(shape) +
                      "\n    about: Say in a sentence what this checks.\n    severity: warning\n    claim: {kind: " + shape.kind;
    if (!shape.measure.empty()) out += ", measure: " + shape.measure;
    out += ", " + slot + ": " + (shape.value.empty() || slot != "value" ? "any" : shape.value) + "}\n";
    const std::string expect = series == nullptr ? "" : from_series(*series, shape);
    out += expect.empty() ? from_document(shape, slot) : "    expect: " + expect + "\n";
    out += "    tests:  # take each todo away once the verdict is what you want\n";
    for (const char* verdict : {"supported", "contradicted"})
        out += "      - {text: " + yaml_quoted(shape.example) + ", verdict: " + verdict + ", todo: true}\n";
    return out + "      - {text: \"A sentence that sounds alike and must be left alone.\", verdict: silent}\n";
}

UncoveredShape shape_of(const Claim& claim) {
    UncoveredShape out;
    out.kind = name_of(claim.kind);
    for (const Slot& slot : claim.slots) {
        if (slot.candidates.empty()) continue;
        const auto* measure = std::get_if<MeasureId>(&slot.candidates.front());
        const auto* stated = std::get_if<Stated>(&slot.candidates.front());
        if (slot.name == "measure" && measure != nullptr)
            out.measure = measure->id;
        else if (slot.name == "value" && stated != nullptr)
            out.value = word_of(*stated);
        else
            out.slots.push_back(slot.name);
    }
    std::sort(out.slots.begin(), out.slots.end());
    return out;
}

bool is_covered(const Engine::State& state, const Text& text, const Claim& claim) {
    for (const Pack& pack : state.loaded.packs) {
        if (!knows_measure(pack, state.loaded.packs, claim)) continue;
        for (const Rule& rule : pack.rules)
            if (matches(rule.claim, claim, text)) return true;
    }
    return false;
}

std::string in_words(const UncoveredShape& shape) {
    std::string out = shape.kind;
    if (!shape.measure.empty()) out += " of " + shape.measure;
    if (!shape.value.empty()) out += ", " + shape.value;
    for (const std::string& slot : shape.slots) out += ", " + slot;
    return out;
}

}  // namespace

void Coverage::add(const Text& text) {
    Work work;
    const std::vector<Mention> mentions = extract(text, work);
    const std::vector<Claim> found = link(text, mentions, {state_.terms, state_.names});
    ++documents;
    claims += found.size();
    for (const Claim& claim : found) {
        if (claim.modality != Modality::asserted || is_covered(state_, text, claim)) {
            ++covered;
            continue;
        }
        UncoveredShape shape = shape_of(claim);
        UncoveredShape& known = shapes_[in_words(shape)];
        if (known.count == 0) {
            known = std::move(shape);
            known.example = std::string(words_at(text, text.sentences[claim.sentence].span));
            const std::size_t line = line_column(text, original_span(text, claim.span).begin).line;
            known.where = text.path + ":" + std::to_string(line);
        }
        ++known.count;
    }
}

std::vector<UncoveredShape> Coverage::uncovered() const {
    std::vector<UncoveredShape> out;
    for (const auto& [words, shape] : shapes_) {
        out.push_back(shape);
        out.back().skeleton = skeleton_of(state_, shape);
    }
    std::stable_sort(out.begin(), out.end(), [](const UncoveredShape& a, const UncoveredShape& b) { return a.count > b.count; });
    return out;
}

std::string render_coverage(const Coverage& coverage, std::size_t most) {
    std::string out;
    const std::vector<UncoveredShape> all = coverage.uncovered();
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
        const UncoveredShape& shape = all[i];
        out += counted(shape.count, "claim") + ": " + visible(in_words(shape)) + "\n";
        out += "  " + visible(shape.where) + ": " + visible(shape.example) + "\n";
        out += shape.skeleton.empty() ? "" : "\n" + shape.skeleton;
        out += "\n";
    }
    if (all.size() > most) out += std::to_string(all.size() - most) + " more shapes of claims; --all shows them\n";
    out += counted(coverage.documents, "document") + ", " + counted(coverage.claims, "claim") + ", " +
           std::to_string(coverage.claims - coverage.covered) + " of them covered by no rule\n";
    return out;
}

std::string render_coverage_json(const Coverage& coverage) {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const UncoveredShape& shape : coverage.uncovered()) {
        Json one = {{"count", shape.count}, {"kind", shape.kind}};
        if (!shape.measure.empty()) one["measure"] = shape.measure;
        if (!shape.value.empty()) one["value"] = shape.value;
        one["slots"] = shape.slots;
        one["where"] = shape.where;
        one["example"] = shape.example;
        if (!shape.skeleton.empty()) one["rule"] = shape.skeleton;
        list.push_back(std::move(one));
    }
    Json root = {{"schema", 1},
                 {"documents", coverage.documents},
                 {"claims", coverage.claims},
                 {"covered", coverage.covered},
                 {"uncovered", std::move(list)}};
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace factcheck
