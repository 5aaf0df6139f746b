// An explanation as a tree for people, and as JSON.
#include "author/explain.hpp"

#include "render/render.hpp"

#include <nlohmann/json.hpp>

namespace factcheck {
namespace {

using Json = nlohmann::ordered_json;

void line(std::string& out, std::size_t depth, const std::string& words) {
    out += std::string(2 * depth, ' ') + visible(words) + "\n";
}

void add_value(std::string& out, std::size_t depth, const std::string& head, const ExplainedValue& value) {
    line(out, depth, head + value.source + " is " + value.value);
    for (const ExplainedValue& part : value.parts) add_value(out, depth + 1, "", part);
    if (!value.parts.empty()) return;  // the parts have cited it
    for (const ReportEvidence& e : value.evidence)
        line(out, depth + 1,
             "evidence: " + (e.words.empty() ? e.value : e.words) + " (" + e.source +
                 (e.published.empty() ? "" : ", published " + e.published) + ")");
}

std::string mention_line(const ReportMention& m) {
    std::string out(m.kind);
    out += " \"" + m.text + "\"";
    if (m.value) out += " = " + *m.value;
    if (m.low && m.high && (!m.value || *m.low != *m.value)) out += " [" + *m.low + " to " + *m.high + "]";
    if (!m.unit.empty()) out += " " + m.unit;
    if (!m.hedge.empty() && m.hedge != "exact") out += ", " + std::string(m.hedge);
    if (!m.direction.empty()) out += ", " + std::string(m.direction);
    if (!m.timex.empty()) out += " " + m.timex;
    return out;
}

void add_rule(std::string& out, const ExplainedRule& rule) {
    line(out, 2, "rule " + rule.rule);
    for (const auto& [name, value] : rule.lets) add_value(out, 3, "let " + name + ": ", value);
    for (const ExplainedCondition& c : rule.conditions)
        if (c.part == "unless")
            line(out, 3,
                 "unless " + c.source + ": " + c.holds +
                     (c.holds == "yes" ? ", " + (c.says.empty() ? "so it is silent" : c.says) : ""));
    if (rule.said) add_value(out, 3, "the text says: ", *rule.said);
    if (rule.expected) add_value(out, 3, "expected (" + rule.relation + "): ", *rule.expected);
    for (const std::string& tried : rule.tried) line(out, 3, "tried " + tried);
    for (const ExplainedCondition& c : rule.conditions)
        if (c.part != "unless") line(out, 3, c.part + " " + c.source + ": " + c.holds + (c.holds == "yes" ? ", " + c.says : ""));
    if (rule.silent) return line(out, 3, "verdict: none, it is silent");
    if (!rule.finding) return;
    const ReportClaim& f = *rule.finding;
    std::string verdict(name_of(f.verdict));
    if (f.reason != Reason::none) verdict += " (" + std::string(name_of(f.reason)) + ")";
    if (f.severity) verdict += ", " + std::string(name_of(*f.severity));
    line(out, 3, "verdict: " + verdict + ": " + f.message);
    if (!f.cause.empty()) line(out, 4, "cause: " + f.cause);
    if (!f.suggestion.empty()) line(out, 4, "suggestion: " + f.suggestion);
    if (!f.settles.empty()) line(out, 4, "would be settled by: " + f.settles);
    for (const std::string& assumed : f.assumed) line(out, 4, "assumed: " + assumed);
    for (const std::string& note : f.notes) line(out, 4, "note: " + note);
}

void add_claim(std::string& out, const ExplainedClaim& claim, bool all) {
    std::string head = "claim: " + claim.kind + " \"" + claim.text + "\"";
    if (claim.modality != "asserted") head += ", " + claim.modality;
    for (const std::string& mark : claim.marks) head += ", " + mark;
    line(out, 1, head);
    for (const ReportSlot& slot : claim.slots) {
        std::string words = slot.name + ": " + slot.value;
        if (!slot.text.empty()) words += ", from \"" + slot.text + "\"";
        words += " [" + slot.from + "]";
        if (!slot.note.empty()) words += " (" + slot.note + ")";
        line(out, 2, words);
    }
    std::size_t other = 0;
    for (const ExplainedRule& rule : claim.rules) {
        if (rule.passes_by.empty()) {
            add_rule(out, rule);
        } else if (rule.other && !all) {
            ++other;
        } else {
            line(out, 2, "passed by " + rule.rule + ": " + rule.passes_by);
        }
    }
    if (other > 0)
        line(out, 2, std::to_string(other) + (other == 1 ? " rule wants" : " rules want") + " claims of another kind or measure");
}

Json json_of(const ExplainedValue& value) {
    Json out = {{"source", value.source}, {"value", value.value}};
    if (!value.evidence.empty() && value.parts.empty()) {
        Json list = Json::array();
        for (const ReportEvidence& e : value.evidence)
            list.push_back({{"words", e.words.empty() ? e.value : e.words},
                            {"source", e.source},
                            {"published", e.published},
                            {"url", e.url}});
        out["evidence"] = std::move(list);
    }
    if (!value.parts.empty()) {
        Json parts = Json::array();
        for (const ExplainedValue& part : value.parts) parts.push_back(json_of(part));
        out["parts"] = std::move(parts);
    }
    return out;
}

Json json_of(const ExplainedRule& rule) {
    Json out = {{"rule", rule.rule}};
    if (!rule.passes_by.empty()) {
        out["passes_by"] = rule.passes_by;
        return out;
    }
    for (const auto& [name, value] : rule.lets) out["let"][name] = json_of(value);
    if (rule.said) out["said"] = json_of(*rule.said);
    out["relation"] = rule.relation;
    if (rule.expected) out["expected"] = json_of(*rule.expected);
    for (const ExplainedCondition& c : rule.conditions)
        out["conditions"].push_back({{"part", c.part}, {"if", c.source}, {"holds", c.holds}, {"says", c.says}});
    if (!rule.tried.empty()) out["tried"] = rule.tried;
    if (rule.silent || !rule.finding) {
        out["verdict"] = "silent";
        return out;
    }
    const ReportClaim& f = *rule.finding;
    out["verdict"] = name_of(f.verdict);
    if (f.reason != Reason::none) out["reason"] = name_of(f.reason);
    if (f.severity) out["severity"] = name_of(*f.severity);
    out["message"] = f.message;
    if (!f.cause.empty()) out["cause"] = f.cause;
    if (!f.suggestion.empty()) out["suggestion"] = f.suggestion;
    if (!f.notes.empty()) out["notes"] = f.notes;
    return out;
}

Json json_of(const ExplainedClaim& claim) {
    Json out = {{"kind", claim.kind}, {"modality", claim.modality}, {"text", claim.text}};
    if (!claim.marks.empty()) out["marks"] = claim.marks;
    for (const ReportSlot& slot : claim.slots) {
        Json one = {{"value", slot.value}, {"text", slot.text}, {"from", slot.from}};
        if (!slot.note.empty()) one["note"] = slot.note;
        out["slots"][slot.name] = std::move(one);
    }
    out["rules"] = Json::array();
    for (const ExplainedRule& rule : claim.rules) out["rules"].push_back(json_of(rule));
    return out;
}

Json json_of(const ExplainedSentence& sentence) {
    Json out = {{"line", sentence.line}, {"text", sentence.text}};
    out["mentions"] = Json::array();
    for (const ReportMention& m : sentence.mentions) {
        Json one = {{"kind", m.kind}, {"text", m.text}};
        if (m.value) one["value"] = *m.value;
        if (m.low) one["low"] = *m.low;
        if (m.high) one["high"] = *m.high;
        if (!m.unit.empty()) one["unit"] = m.unit;
        if (!m.timex.empty()) one["timex"] = m.timex;
        out["mentions"].push_back(std::move(one));
    }
    out["terms"] = Json::array();
    for (const ExplainedTerm& term : sentence.terms) out["terms"].push_back({{"text", term.text}, {"means", term.meanings}});
    out["claims"] = Json::array();
    for (const ExplainedClaim& claim : sentence.claims) out["claims"].push_back(json_of(claim));
    return out;
}

}  // namespace

std::string render_explanation(const Explanation& explanation, bool all) {
    std::string out;
    if (explanation.date.empty())
        line(out, 0, "the text has no date: words such as \"last week\" are open, and any vintage of a figure may support it");
    else
        line(out, 0, "the text speaks on " + explanation.date + " (" + explanation.date_from + ")");
    for (const std::string& note : explanation.notes) line(out, 0, "note: " + note);
    for (const ExplainedSentence& sentence : explanation.sentences) {
        line(out, 0, std::to_string(sentence.line) + (sentence.headline ? ": headline: " : ": ") + sentence.text);
        for (const ReportMention& mention : sentence.mentions) line(out, 1, "mention: " + mention_line(mention));
        for (const ExplainedTerm& term : sentence.terms) {
            std::string words = "word: \"" + term.text + "\" is ";
            for (std::size_t i = 0; i < term.meanings.size(); ++i) words += (i == 0 ? "" : " or ") + term.meanings[i];
            line(out, 1, words);
        }
        for (const ExplainedClaim& claim : sentence.claims) add_claim(out, claim, all);
        if (sentence.claims.empty())
            line(out, 1, "no claim: no measure or event that the packs know stands with a number or a time here");
    }
    return out;
}

std::string render_explanation_json(const Explanation& explanation) {
    Json root = {{"schema", 1}, {"path", explanation.path}};
    if (!explanation.date.empty()) root["date"] = explanation.date;
    if (!explanation.date_from.empty()) root["date_from"] = explanation.date_from;
    root["sentences"] = Json::array();
    for (const ExplainedSentence& sentence : explanation.sentences) root["sentences"].push_back(json_of(sentence));
    if (!explanation.notes.empty()) root["notes"] = explanation.notes;
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace factcheck
