// One self-contained page: the article with its claims marked, the evidence beside it; for a corpus an index. The report object
// goes in as data, engine/render/html/ draws it. Nothing is loaded from elsewhere, and the page's policy allows nothing but its
// own style and script, named by their hashes.
#include "model/fingerprint.hpp"
#include "model/limits.hpp"
#include "model/utf8.hpp"
#include "render/escape.hpp"
#include "render/html_assets.hpp"
#include "render/json_text.hpp"
#include "render/lines.hpp"
#include "render/places.hpp"
#include "render/summary.hpp"

#include <nlohmann/json.hpp>

#include <sys/types.h>

#include <sha256.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace factcheck {
namespace {

using Json = nlohmann::ordered_json;

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i) out += at + i > bytes.size() ? '=' : digits[group >> (18U - 6U * i) & 0x3FU];
    }
    return out;
}

// 'sha256-...' as a Content-Security-Policy names an inline style or script.
std::string policy_hash(std::string_view bytes) {
    SHA256_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
    SHA256Final(digest.data(), &context);
    return "'sha256-" + base64({reinterpret_cast<const char*>(digest.data()), digest.size()}) + "'";
}

// UTF-16 code units of the first `bytes` bytes: where JavaScript counts.
std::size_t units_before(std::string_view text, std::size_t bytes) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < bytes && at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        units += decoded.code_point > 0xFFFF ? 2 : 1;
        at += decoded.size;
    }
    return units;
}

Json json_of(const ReportQuantity& quantity) {
    Json object = Json::object();
    if (quantity.low) object["low"] = *quantity.low;
    if (quantity.high) object["high"] = *quantity.high;
    return object;
}

// Charts that several claims share are held once; what is each claim's own stands with the claim.
class Charts {
public:
    [[nodiscard]] Json use_of(const ReportChart& chart) {
        Json points = Json::array();
        Json cited = Json::array();
        for (const ReportPoint& point : chart.points) {
            if (point.cited) cited.push_back(points.size());
            points.push_back({{"start", point.start},
                              {"end", point.end},
                              {"low", point.low},
                              {"high", point.high},
                              {"label", valid_utf8(point.label)},
                              {"source", valid_utf8(point.source)}});
        }
        Json whole = {{"title", valid_utf8(chart.title)},
                      {"unit", chart.unit},
                      {"timeline", chart.timeline},
                      {"points", std::move(points)}};
        const auto [place, is_new] = index_.emplace(json_text(whole, -1), charts_.size());
        if (is_new) charts_.push_back(std::move(whole));
        Json use = {{"chart", place->second}, {"cited", std::move(cited)}};
        if (chart.claimed) use["claimed"] = json_of(*chart.claimed);
        if (chart.claimed_period) use["period"] = {{"start", chart.claimed_period->start}, {"end", chart.claimed_period->end}};
        return use;
    }
    [[nodiscard]] Json take() { return std::move(charts_); }

private:
    Json charts_ = Json::array();
    std::map<std::string, std::size_t> index_;
};

std::string measure_of(const ReportClaim& claim) {
    for (const ReportSlot& slot : claim.slots)
        if (slot.name == "measure" && !slot.value.empty()) return slot.value;
    return claim.kind;
}

void put(Json& object, const char* key, std::string_view text) {
    if (!text.empty()) object[key] = valid_utf8(text);
}

void put(Json& object, const char* key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    object[key] = Json::array();
    for (const std::string& text : texts) object[key].push_back(valid_utf8(text));
}

Json evidence_of_claim(const ReportClaim& claim) {
    Json evidence = Json::array();
    for (const ReportEvidence& line : claim.evidence) {
        Json object = Json::object();
        put(object, "words", line.words.empty() ? line.series : line.words);
        put(object, "source", line.source);
        put(object, "published", line.published);
        put(object, "note", line.note);
        put(object, "url", linkable(line.url));
        evidence.push_back(std::move(object));
    }
    return evidence;
}

Json place_of(const ReportDocument& document, const ReportClaim& claim) {
    const ReportReading& r = claim.reading;
    if (r.paragraph >= document.article.size()) return {0, 0, 0, 0, 0};
    const std::string& text = document.article[r.paragraph].text;
    return {r.paragraph, units_before(text, r.from), units_before(text, r.to), units_before(text, r.focus_from),
            units_before(text, r.focus_to)};
}

Json json_of(const ReportDocument& document, const ReportClaim& claim, const std::string& id, Charts& charts) {
    Json object = {{"id", id}, {"verdict", name_of(claim.verdict)}};
    if (claim.severity) object["severity"] = name_of(*claim.severity);
    object["rule"] = valid_utf8(claim.rule);
    object["measure"] = valid_utf8(measure_of(claim));
    object["line"] = claim.line;
    object["text"] = flat(claim.text);
    put(object, "message", flat(claim.message));
    put(object, "suggestion", flat(claim.suggestion));
    if (const std::string replaced = replaced_words(claim); replaced != flat(claim.suggestion)) put(object, "replaced", replaced);
    put(object, "cause", claim.cause);
    put(object, "settles", claim.settles);
    put(object, "assumed", claim.assumed);
    put(object, "notes", claim.notes);
    if (!claim.evidence.empty()) object["evidence"] = evidence_of_claim(claim);
    object["at"] = place_of(document, claim);
    object["charts"] = Json::array();
    for (const ReportChart& chart : claim.charts) object["charts"].push_back(charts.use_of(chart));
    object["steps"] = Json::array();
    for (const ReportStep& each : claim.steps)
        object["steps"].push_back({{"what", flat(each.what)}, {"value", flat(each.value)}});
    return object;
}

// The page of one article shows every verdict, an index the findings; the worst where there are more than a page can hold.
std::set<const ReportClaim*> claims_of_page(const Report& report, RenderOptions options) {
    options.all = options.all || report.documents.size() == 1;
    std::vector<Placed> claims = worst_first(shown_claims(report, options));
    claims.resize(std::min(claims.size(), limits::html_claims));
    std::set<const ReportClaim*> out;
    for (const Placed& placed : claims) out.insert(placed.claim);
    return out;
}

Json documents_of(const Report& report, const RenderOptions& options, const std::set<const ReportClaim*>& shown, Charts& charts) {
    Json documents = Json::array();
    Fingerprints fingerprints;
    for (const ReportDocument& document : report.documents) {
        const std::string path = repository_path(document.path, options);
        Json claims = Json::array();
        for (const ReportClaim& claim : document.claims) {
            const std::string id = fingerprints.of(path, document.id, claim);
            if (shown.count(&claim) > 0) claims.push_back(json_of(document, claim, id, charts));
        }
        if (claims.empty() && report.documents.size() > 1 && !document.partly_read) continue;
        Json object = {{"path", valid_utf8(path)}};
        put(object, "record", document.id);
        put(object, "title", flat(document.title));
        put(object, "date", document.date);
        put(object, "date_from", document.date_from);
        object["verdict"] = name_of(document.verdict);
        put(object, "notes", document.notes);
        object["article"] = Json::array();
        if (!claims.empty())
            for (const ReportParagraph& paragraph : document.article)
                object["article"].push_back({{"text", valid_utf8(paragraph.text)}, {"headline", paragraph.headline}});
        object["claims"] = std::move(claims);
        documents.push_back(std::move(object));
    }
    return documents;
}

Json rules_of(const Report& report) {
    Json rules = Json::array();
    for (const ReportPack& pack : report.packs)
        for (const ReportRule& rule : pack.rules)
            rules.push_back({{"id", valid_utf8(rule.id)}, {"about", valid_utf8(rule.about)}});
    return rules;
}

// Inside a script element nothing may look like markup.
std::string script_data(const Json& json) {
    std::string out;
    for (const char c : json_text(json, -1)) {
        if (c == '<')
            out += "\\u003c";
        else if (c == '>')
            out += "\\u003e";
        else if (c == '&')
            out += "\\u0026";
        else
            out += c;
    }
    return out;
}

std::string problems_of(const Report& report, std::size_t left_out) {
    std::vector<std::string> said = report.errors;
    for (const ReportDocument& document : report.documents)
        if (document.partly_read)
            said.push_back(name_of(document) + ": not fully checked" +
                           (document.notes.empty() ? "" : ": " + document.notes.front()));
    if (left_out > 0) said.push_back(counted(left_out, "claim") + " more than a page can hold, the least severe, are not shown");
    if (said.empty()) return {};
    std::string out = "<section class=\"problems\" aria-label=\"What was not checked\">\n";
    for (const std::string& sentence : said) out += "<p>" + markup_escaped(flat(sentence)) + "</p>\n";
    return out + "</section>\n";
}

}  // namespace

std::string render_html(const Report& report, const RenderOptions& options) {
    const Summary summary = summary_of(report);
    const std::set<const ReportClaim*> shown = claims_of_page(report, options);
    RenderOptions all = options;
    all.all = all.all || report.documents.size() == 1;
    const std::size_t left_out = shown_claims(report, all).size() - shown.size();
    Charts charts;
    Json data = {{"factcheck", valid_utf8(report.version)}, {"rules", rules_of(report)}};
    data["documents"] = documents_of(report, options, shown, charts);
    data["charts"] = charts.take();
    const std::string title = "factcheck: " + counted(summary.all_findings(), "finding") +
                              (report.documents.size() == 1 ? " in " + name_of(report.documents.front()) : "");
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " + policy_hash(html_style) +
           "; script-src " + policy_hash(html_script) + "; base-uri 'none'; form-action 'none'\">\n";
    out +=
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
        "content=\"no-referrer\">\n";
    out +=
        "<title>" + markup_escaped(flat(title)) + "</title>\n<style>" + std::string(html_style) + "</style>\n</head>\n<body>\n";
    out +=
        "<header class=\"top\" id=\"bar\">\n<div class=\"row\">\n<h1><a href=\"#files\">factcheck</a></h1>\n<p "
        "class=\"summary\">" +
        markup_escaped(summary_line(summary)) +
        "</p>\n<button type=\"button\" class=\"theme\" id=\"theme\">Light or dark</button>\n</div>\n</header>\n";
    out += problems_of(report, left_out);
    out +=
        "<main id=\"view\">\n<noscript><p class=\"empty\">This page draws itself with a script of its own, which is switched off "
        "here. "
        "The report as text: factcheck --format text.</p></noscript>\n</main>\n";
    out += "<script type=\"application/json\" id=\"report\">" + script_data(data) + "</script>\n";
    return out + "<script>" + std::string(html_script) + "</script>\n</body>\n</html>\n";
}

}  // namespace factcheck
