// The machine's view: keys and their order are those of docs/json.md; absent ones are left out.
#include "model/utf8.hpp"
#include "render/claims.hpp"
#include "render/json_text.hpp"
#include "render/render.hpp"
#include "render/streamed.hpp"
#include "render/summary.hpp"

#include <nlohmann/json.hpp>

namespace factcheck {
namespace {

using Json = nlohmann::ordered_json;

Json text_of(std::string_view text) { return valid_utf8(text); }

void put(Json& object, std::string_view key, std::string_view text) {
    if (!text.empty()) object[std::string(key)] = text_of(text);
}

Json array_of(const std::vector<std::string>& texts) {
    Json array = Json::array();
    for (const std::string& text : texts) array.push_back(text_of(text));
    return array;
}

void put(Json& object, std::string_view key, const std::vector<std::string>& texts) {
    if (!texts.empty()) object[std::string(key)] = array_of(texts);
}

void put_ends(Json& object, const ReportQuantity& quantity) {
    if (quantity.low) object["low"] = text_of(*quantity.low);
    if (quantity.high) object["high"] = text_of(*quantity.high);
    put(object, "unit", quantity.unit);
}

Json json_of(const ReportPeriod& period) {
    Json object = Json::object();
    put(object, "start", period.start);
    put(object, "end", period.end);
    return object;
}

Json json_of(const ReportSlot& slot) {
    Json object = Json::object();
    if (slot.quantity) put_ends(object, *slot.quantity);
    if (slot.period) object.update(json_of(*slot.period));
    put(object, "value", slot.value);
    put(object, "text", slot.text);
    put(object, "from", slot.from);
    put(object, "note", slot.note);
    put(object, "also", slot.also);
    return object;
}

Json json_of(const ReportEvidence& evidence) {
    Json object = Json::object();
    put(object, "series", evidence.series);
    if (!evidence.key.empty()) {
        Json key = Json::object();
        for (const auto& [name, value] : evidence.key) put(key, valid_utf8(name), value);
        object["key"] = std::move(key);
    }
    if (evidence.period) object["period"] = json_of(*evidence.period);
    put(object, "value", evidence.value);
    put(object, "low", evidence.low);
    put(object, "high", evidence.high);
    put(object, "unit", evidence.unit);
    put(object, "claimant", evidence.claimant);
    put(object, "as_of", evidence.as_of);
    put(object, "published", evidence.published);
    put(object, "source", evidence.source);
    put(object, "url", evidence.url);
    put(object, "licence", evidence.licence);
    put(object, "note", evidence.note);
    put(object, "words", evidence.words);
    return object;
}

void put_judgement(Json& object, const ReportClaim& claim) {
    put(object, "message", claim.message);
    if (claim.expected) {
        Json expected = Json::object();
        put_ends(expected, *claim.expected);
        object["expected"] = std::move(expected);
    }
    put(object, "cause", claim.cause);
    put(object, "suggestion", claim.suggestion);
    put(object, "alternative", claim.alternative);
    if (claim.replace_end > claim.replace_start)
        object["replaces"] = {{"start", claim.replace_start}, {"end", claim.replace_end}};
    put(object, "settles", claim.settles);
    put(object, "assumed", claim.assumed);
    put(object, "notes", claim.notes);
    if (claim.evidence.empty()) return;
    Json evidence = Json::array();
    for (const ReportEvidence& e : claim.evidence) evidence.push_back(json_of(e));
    object["evidence"] = std::move(evidence);
}

void put_place(Json& object, const ReportClaim& claim) {
    object["start"] = claim.start;
    object["end"] = claim.end;
    object["line"] = claim.line;
    object["column"] = claim.column;
    put(object, "text", claim.text);
}

void put_slots(Json& object, const ReportClaim& claim) {
    if (claim.slots.empty()) return;
    Json slots = Json::object();
    for (const ReportSlot& slot : claim.slots) slots[valid_utf8(slot.name)] = json_of(slot);
    object["slots"] = std::move(slots);
}

// A claim before any rule.
Json understood(const ReportClaim& claim) {
    Json object = {{"kind", text_of(claim.kind)}, {"modality", text_of(claim.modality)}};
    if (claim.quoted) object["quoted"] = true;
    if (claim.narrowed) object["narrowed"] = true;
    put_place(object, claim);
    put_slots(object, claim);
    return object;
}

Json json_of(const ReportClaim& claim) {
    Json object = {{"kind", text_of(claim.kind)}, {"verdict", name_of(claim.verdict)}};
    if (claim.reason != Reason::none) object["reason"] = name_of(claim.reason);
    put(object, "rule", claim.rule);
    if (claim.severity) object["severity"] = name_of(*claim.severity);
    if (!claim.suppressed_by.empty()) {
        Json suppressed = {{"by", claim.suppressed_by}};
        put(suppressed, "reason", claim.suppressed_why);
        object["suppressed"] = std::move(suppressed);
    }
    put_place(object, claim);
    put_slots(object, claim);
    put_judgement(object, claim);
    return object;
}

Json json_of(const ReportDocument& document, const RenderOptions& options) {
    Json object = Json::object();
    object["path"] = text_of(document.path);
    put(object, "id", document.id);
    put(object, "date", document.date);
    put(object, "date_from", document.date_from);
    object["verdict"] = name_of(document.verdict);
    if (document.partly_read) object["partly_read"] = true;
    put(object, "notes", document.notes);
    Json claims = Json::array();
    for (const ReportClaim& claim : document.claims)
        if (is_shown(claim, options)) claims.push_back(json_of(claim));
    object["claims"] = std::move(claims);
    return object;
}

Json json_of(const ReportPack& pack) {
    Json object = Json::object();
    object["name"] = text_of(pack.name);
    put(object, "version", pack.version);
    put(object, "hash", pack.hash);
    put(object, "data_until", pack.data_until);
    return object;
}

Json json_of(const Summary& s) {
    Json verdicts = Json::object();
    for (const Verdict verdict : all_verdicts)
        if (s.of(verdict) > 0) verdicts[std::string(name_of(verdict))] = s.of(verdict);
    Json findings = Json::object();
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
        findings[std::string(name_of(severity))] = s.of(severity);
    Json counts = {{"documents", s.documents},
                   {"skipped", s.skipped},
                   {"mentions", s.mentions},
                   {"claims", s.claims},
                   {"judged", s.judged},
                   {"verdicts", std::move(verdicts)},
                   {"findings", std::move(findings)}};
    if (s.suppressed > 0) counts["suppressed"] = s.suppressed;
    if (s.baselined > 0) counts["baselined"] = s.baselined;
    return counts;
}

std::string printed(const Json& json, int indent) { return json_text(json, indent) + "\n"; }

// The object is printed in pieces that are the bytes of the whole: what is open at the end of one is closed by the last.
std::string json_head(const Report& report, const RenderOptions&) {
    Json packs = Json::array();
    for (const ReportPack& pack : report.packs) packs.push_back(json_of(pack));
    Json root = {{"schema", 1}, {"factcheck", text_of(report.version)}};
    root["packs"] = std::move(packs);
    std::string out = printed(root, 2);
    out.resize(out.rfind("\n}"));
    return out + ",\n  \"documents\": [";
}

std::string json_document(const ReportDocument& document, const RenderOptions& options) {
    const std::string flush_left = printed(json_of(document, options), 2);
    std::string out;
    for (std::size_t at = 0; at + 1 < flush_left.size();) {
        const std::size_t end = flush_left.find('\n', at);
        out += "\n    " + flush_left.substr(at, end - at);
        at = end + 1;
    }
    return out;
}

Json json_of(const ReportSkipped& skipped, const char* reason) {
    return {{"path", text_of(skipped.path)}, {reason, text_of(skipped.reason)}};
}

std::string json_tail(const Report& rest, const Summary& summary, const RenderOptions&) {
    Json skipped = Json::array();
    for (const ReportSkipped& s : rest.skipped) skipped.push_back(json_of(s, "reason"));
    Json root = Json::object();
    root["skipped"] = std::move(skipped);
    root["errors"] = array_of(rest.errors);
    put(root, "warnings", rest.warnings);
    root["summary"] = json_of(summary);
    return (summary.documents > 0 ? "\n  ]," : "],") + printed(root, 2).substr(1);
}

std::string jsonl_head(const Report&, const RenderOptions&) { return {}; }

std::string jsonl_document(const ReportDocument& document, const RenderOptions& options) {
    return printed(json_of(document, options), -1);
}

std::string jsonl_tail(const Report& rest, const Summary&, const RenderOptions&) {
    std::string out;
    for (const ReportSkipped& s : rest.skipped) out += printed(json_of(s, "skipped"), -1);
    for (const std::string& error : rest.errors) {
        Json line = Json::object();
        line["error"] = text_of(error);
        out += printed(line, -1);
    }
    return out;
}

}  // namespace

const Streamed streamed_json{json_head, json_document, ",", json_tail};
const Streamed streamed_jsonl{jsonl_head, jsonl_document, "", jsonl_tail};

std::string render_json(const Report& report, const RenderOptions& options) {
    return render_streamed(streamed_json, report, options);
}

std::string render_jsonl(const Report& report, const RenderOptions& options) {
    return render_streamed(streamed_jsonl, report, options);
}

std::string render_claims_jsonl(const ReportDocument& document) {
    Json object = Json::object();
    object["path"] = text_of(document.path);
    put(object, "id", document.id);
    put(object, "date", document.date);
    put(object, "date_from", document.date_from);
    put(object, "notes", document.notes);
    Json claims = Json::array();
    for (const ReportClaim& claim : document.claims) claims.push_back(understood(claim));
    object["claims"] = std::move(claims);
    return printed(object, -1);
}

}  // namespace factcheck
