// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), within what GitHub's code scanning takes: results worst first,
// at most as many as a run may have, full regions in UTF-16 code units, paths from the repository's root. No times, no paths of
// one machine.
#include "model/fingerprint.hpp"
#include "model/limits.hpp"
#include "model/utf8.hpp"
#include "render/escape.hpp"
#include "render/json_text.hpp"
#include "render/lines.hpp"
#include "render/places.hpp"
#include "render/summary.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace factcheck {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t description_characters = 1024;

// Plain text of a message: brackets and braces would be links and arguments.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : flat(text)) {
        if (c == '{' || c == '}') out += c;
        if (c == '[' || c == ']' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

Json message(std::string_view text) { return {{"text", text.empty() ? std::string("(no words)") : plain(text)}}; }

// Rules are described in plain words, of which nothing is made.
Json words(std::string_view text, std::string_view otherwise) {
    std::string said = flat(text.empty() ? otherwise : text);
    std::size_t end = said.size();
    if (count_starts(said) > description_characters) {
        end = 0;
        for (std::size_t n = 0; n + 1 < description_characters; ++n) end += decode_utf8(said, end).size;
        said.resize(end);
        said += "…";
    }
    return {{"text", said}};
}

std::string_view level_name(std::optional<Severity> severity) {
    if (!severity) return "none";
    return *severity == Severity::error ? "error" : *severity == Severity::warning ? "warning" : "note";
}

std::string_view kind_of(const ReportClaim& claim) {
    if (claim.severity) return "fail";
    return claim.verdict == Verdict::supported ? "pass" : claim.verdict == Verdict::unverifiable ? "open" : "informational";
}

// pakistan-trade/exports-level -> PakistanTradeExportsLevel
std::string friendly_name(std::string_view id) {
    std::string name;
    bool begins = true;
    for (const char c : id) {
        const bool small = c >= 'a' && c <= 'z';
        const bool letter = small || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9' && !name.empty());
        if (letter && name.size() < 255) name += begins && small ? static_cast<char>(c - 'a' + 'A') : c;
        begins = !letter;
    }
    return name.empty() ? "Rule" : name;
}

Json rule_object(const ReportRule& rule) {
    std::string help = rule.about.empty() ? rule.id : rule.about;
    std::string markdown = markdown_escaped(help);
    for (const std::string& reference : rule.references) {
        help += " See " + reference;
        const std::string url = linkable(reference);
        markdown += "\n\n" + (url.empty() ? markdown_escaped(reference) : "<" + url + ">");
    }
    Json object = {{"id", valid_utf8(rule.id)},
                   {"name", friendly_name(rule.id)},
                   {"shortDescription", words(rule.about, rule.id)},
                   {"fullDescription", words(rule.about, rule.id)},
                   {"help", {{"text", flat(help)}, {"markdown", markdown}}},
                   {"defaultConfiguration", {{"level", level_name(rule.severity)}}}};
    if (!rule.references.empty())
        if (const std::string url = linkable(rule.references.front()); !url.empty()) object["helpUri"] = url;
    const std::string pack = rule.id.substr(0, rule.id.find('/'));
    object["properties"] = {{"tags", {"facts", valid_utf8(pack)}},
                            {"precision", "very-high"},
                            {"problem.severity", rule.severity == Severity::error     ? "error"
                                                 : rule.severity == Severity::warning ? "warning"
                                                                                      : "recommendation"}};
    return object;
}

// The rules of all packs, then those that only results name.
class Rules {
public:
    explicit Rules(const Report& report) {
        for (const ReportPack& pack : report.packs)
            for (const ReportRule& rule : pack.rules) add(rule);
    }
    [[nodiscard]] std::size_t index_of(const std::string& id) {
        const auto found = index_.find(id);
        return found != index_.end() ? found->second : add({id, "", Severity::warning, {}});
    }
    [[nodiscard]] Json take() { return std::move(rules_); }

private:
    std::size_t add(const ReportRule& rule) {
        rules_.push_back(rule_object(rule));
        return index_[rule.id] = rules_.size() - 1;
    }
    Json rules_ = Json::array();
    std::map<std::string, std::size_t> index_;
};

Json artifact(const std::string& path) { return {{"uri", uri_of_path(path)}, {"uriBaseId", "SRCROOT"}}; }

Json location(const ReportDocument& document, const ReportClaim& claim, const std::string& path) {
    Json object = {{"physicalLocation",
                    {{"artifactLocation", artifact(path)},
                     {"region",
                      {{"startLine", claim.line},
                       {"startColumn", claim.utf16_column},
                       {"endLine", claim.end_line},
                       {"endColumn", claim.utf16_end_column},
                       {"snippet", {{"text", valid_utf8(claim.text)}}}}}}}};
    if (!document.id.empty()) object["logicalLocations"] = {{{"name", valid_utf8(document.id)}, {"kind", "member"}}};
    return object;
}

Json fix(const ReportClaim& claim, const std::string& path) {
    const Json replacement = {
        {"deletedRegion",
         {{"charOffset", claim.utf16_replace_start}, {"charLength", claim.utf16_replace_end - claim.utf16_replace_start}}},
        {"insertedContent", {{"text", valid_utf8(claim.suggestion)}}}};
    return {{"description", message(suggestion_of(claim))},
            {"artifactChanges", {{{"artifactLocation", artifact(path)}, {"replacements", {replacement}}}}}};
}

Json properties_of(const ReportClaim& claim) {
    Json object = {{"verdict", name_of(claim.verdict)}};
    if (claim.reason != Reason::none) object["reason"] = name_of(claim.reason);
    if (!claim.cause.empty()) object["cause"] = valid_utf8(claim.cause);
    Json evidence = Json::array();
    for (const ReportEvidence& line : claim.evidence) evidence.push_back(flat(evidence_of(line)));
    if (!evidence.empty()) object["evidence"] = std::move(evidence);
    return object;
}

Json result(const Placed& placed, const std::string& path, const std::string& fingerprint, Rules& rules) {
    const ReportClaim& claim = *placed.claim;
    const std::string id = claim.rule.empty() ? "factcheck" : claim.rule;
    std::string said = message_of(claim);
    if (!claim.suggestion.empty()) said += "; " + suggestion_of(claim);
    Json object = {{"ruleId", valid_utf8(id)}, {"ruleIndex", rules.index_of(id)},
                   {"kind", kind_of(claim)},   {"level", level_name(claim.severity)},
                   {"message", message(said)}, {"locations", {location(*placed.document, claim, path)}}};
    Json fingerprints = Json::object();
    if (!claim.line_hash.empty()) fingerprints["primaryLocationLineHash"] = claim.line_hash;
    fingerprints[std::string(fingerprint_name)] = fingerprint;
    object["partialFingerprints"] = std::move(fingerprints);
    if (!claim.suggestion.empty() && claim.replace_end > claim.replace_start) object["fixes"] = {fix(claim, path)};
    object["properties"] = properties_of(claim);
    return object;
}

Json notification(std::string_view level, const std::string& text) { return {{"level", level}, {"message", message(text)}}; }

Json invocation(const Report& report, const RenderOptions& options, std::size_t left_out) {
    Json notes = Json::array();
    bool whole = report.errors.empty();
    for (const std::string& error : report.errors) notes.push_back(notification("error", error));
    for (const ReportDocument& document : report.documents) {
        if (!document.partly_read) continue;
        whole = false;
        Json note = notification("error", "not fully checked" + (document.notes.empty() ? "" : ": " + document.notes.front()));
        note["locations"] = {{{"physicalLocation", {{"artifactLocation", artifact(repository_path(document.path, options))}}}}};
        notes.push_back(std::move(note));
    }
    if (left_out > 0)
        notes.push_back(notification("warning", counted(left_out, "result") + " over the " +
                                                    std::to_string(limits::sarif_results) +
                                                    " that a run may have are left out, the least severe ones"));
    Json object = {{"executionSuccessful", whole}};
    if (!notes.empty()) object["toolExecutionNotifications"] = std::move(notes);
    return object;
}

Json artifacts_of(const Report& report, const RenderOptions& options) {
    Json out = Json::array();
    std::string last;
    for (const ReportDocument& document : report.documents) {
        const std::string path = repository_path(document.path, options);
        if (std::none_of(document.claims.begin(), document.claims.end(), [&](const auto& c) { return is_shown(c, options); }))
            continue;
        if (path != last) out.push_back({{"location", artifact(path)}, {"roles", {"analysisTarget"}}});
        last = path;
    }
    return out;
}

struct Found {
    Placed placed;
    std::string path;
    std::string fingerprint;
};

std::vector<Found> found_in(const Report& report, const RenderOptions& options) {
    std::vector<Found> out;
    Fingerprints fingerprints;
    for (const ReportDocument& document : report.documents) {
        const std::string path = repository_path(document.path, options);
        for (const ReportClaim& claim : document.claims) {
            std::string fingerprint = fingerprints.of(path, document.id, claim);
            if (is_shown(claim, options)) out.push_back({{&document, &claim}, path, std::move(fingerprint)});
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Found& a, const Found& b) { return a.placed.claim->severity > b.placed.claim->severity; });
    return out;
}

}  // namespace

std::string render_sarif(const Report& report, const RenderOptions& options) {
    Rules rules(report);
    std::vector<Found> found = found_in(report, options);
    const std::size_t left_out = found.size() - std::min(found.size(), limits::sarif_results);
    found.resize(found.size() - left_out);
    Json results = Json::array();
    for (const Found& each : found) results.push_back(result(each.placed, each.path, each.fingerprint, rules));
    Json driver = {
        {"name", "factcheck"}, {"version", valid_utf8(report.version)}, {"semanticVersion", valid_utf8(report.version)}};
    driver["rules"] = rules.take();
    Json run = {{"tool", {{"driver", std::move(driver)}}}};
    run["automationDetails"] = {{"id", "factcheck/"}};
    run["columnKind"] = "utf16CodeUnits";
    run["originalUriBaseIds"] = {
        {"SRCROOT", {{"description", {{"text", "The root of the repository, or the folder of the run."}}}}}};
    run["invocations"] = {invocation(report, options, left_out)};
    run["artifacts"] = artifacts_of(report, options);
    run["results"] = std::move(results);
    Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
    log["runs"] = Json::array({std::move(run)});
    return json_text(log, -1) + "\n";
}

}  // namespace factcheck
