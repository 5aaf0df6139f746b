#include "render/lines.hpp"

#include "render/columns.hpp"
#include "render/excerpt.hpp"
#include "render/render.hpp"

namespace factcheck {
namespace {

std::string quoted(std::string_view words) { return "\"" + flat(words) + "\""; }

std::string figure_of(const ReportEvidence& evidence) {
    std::string figure = evidence.value;
    if (figure.empty() && !evidence.low.empty())
        figure = evidence.low + (evidence.high.empty() ? " or more" : " to " + evidence.high);
    return evidence.unit.empty() ? figure : figure + " " + evidence.unit;
}

}  // namespace

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words(1);
    for (const Cell& cell : cells_of(text)) {
        if (!cell.space || cell.shown == "\u00A0")
            words.back() += cell.shown;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::string flat(std::string_view text) {
    std::string out;
    for (const std::string& word : words_in(text)) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string level_of(const ReportClaim& claim) {
    if (claim.severity) return std::string(name_of(*claim.severity));
    std::string level(name_of(claim.verdict));
    if (!claim.suppressed_by.empty()) return level + ", suppressed";
    if (claim.reason != Reason::none) level += " (" + std::string(name_of(claim.reason)) + ")";
    return level;
}

std::string message_of(const ReportClaim& claim) { return claim.message.empty() ? quoted(claim.text) : flat(claim.message); }

std::string replaced_words(const ReportClaim& claim) {
    return claim.suggestion.empty() ? "" : flat(words_of(claim.source_line, {claim.focus_from, claim.focus_to}));
}

std::string suggestion_of(const ReportClaim& claim) {
    if (claim.suggestion.empty()) return {};
    const std::string instead = replaced_words(claim);
    const std::string write = flat(claim.suggestion);
    return "write \"" + write + "\"" + (instead.empty() || instead == write ? "" : " instead of \"" + instead + "\"");
}

std::string sourced(const ReportEvidence& evidence, std::string_view also) {
    std::string line = evidence.words.empty() ? evidence.series + " " + figure_of(evidence) : evidence.words;
    std::string origin = evidence.source;
    const auto add = [&origin](std::string_view separator, std::string_view text) {
        if (!text.empty()) origin += (origin.empty() ? "" : std::string(separator)) + std::string(text);
    };
    add(", ", evidence.published.empty() ? "" : "published " + evidence.published);
    add("; ", evidence.note);
    add("; so also ", also);
    return origin.empty() ? line : line + " (" + origin + ")";
}

std::string evidence_of(const ReportEvidence& evidence, std::string_view also) {
    return sourced(evidence, also) + (evidence.url.empty() ? "" : " " + evidence.url);
}

std::string name_of(const ReportDocument& document) {
    return visible(document.path) + (document.id.empty() ? "" : " (" + visible(document.id) + ")");
}

}  // namespace factcheck
