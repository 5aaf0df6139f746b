// The report for people. The first two lines of a finding say what is wrong and what to write; the rest says why.
#include "render/columns.hpp"
#include "render/excerpt.hpp"
#include "render/lines.hpp"
#include "render/render.hpp"
#include "render/streamed.hpp"
#include "render/summary.hpp"

#include <algorithm>
#include <vector>

namespace factcheck {
namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t hanging = 6;
constexpr std::size_t excerpt_indent = 4;

struct Style {
    bool on = false;
    [[nodiscard]] std::string operator()(std::string_view sgr, std::string_view text) const {
        if (!on || text.empty()) return std::string(text);
        return "\x1b[" + std::string(sgr) + "m" + std::string(text) + "\x1b[0m";
    }
};

constexpr std::string_view bold = "1";
constexpr std::string_view label_style = "36";
constexpr std::string_view marks_style = "1;32";

std::string_view style_of(const ReportClaim& claim) {
    if (claim.severity == Severity::error) return "1;31";
    if (claim.severity == Severity::warning) return "1;33";
    if (claim.severity == Severity::info) return "1;34";
    return claim.verdict == Verdict::supported ? "32" : "35";
}

// "  label: text", wrapped with a hanging indent; a word longer than the line stays whole, so that addresses can be copied.
void explain(std::string& out, std::string_view label, std::string_view text, const RenderOptions& options,
             std::string_view sgr = "") {
    const Style style{options.colour};
    out += std::string(indent, ' ') + style(label_style, std::string(label) + ":");
    std::size_t column = indent + label.size() + 1;
    std::string line;
    const auto flush = [&] {
        out += style(sgr, line);
        line.clear();
    };
    for (const std::string& word : words_in(text)) {
        const std::size_t wide = columns_of(word);
        if (options.width > 0 && column + 1 + wide > options.width && column > hanging) {
            flush();
            out += "\n" + std::string(hanging, ' ');
            column = hanging;
        } else {
            if (line.empty())
                out += ' ';
            else
                line += ' ';
            ++column;
        }
        line += word;
        column += wide;
    }
    flush();
    out += '\n';
}

// One line whatever the width: tools that read reports find the place by it.
std::string header(const ReportDocument& document, const ReportClaim& claim, const Style& style) {
    const std::string place =
        visible(document.path) + ":" + std::to_string(claim.line) + ":" + std::to_string(claim.column) + ":";
    std::string line = style(bold, place) + " " + style(style_of(claim), level_of(claim) + ":") + " " + message_of(claim);
    if (!claim.rule.empty()) line += "  [" + visible(claim.rule) + "]";
    return line + "\n";
}

void add_excerpt(std::string& out, const ReportClaim& claim, const RenderOptions& options) {
    const std::size_t columns = options.width == 0 ? SIZE_MAX : options.width - std::min(options.width, excerpt_indent);
    const Excerpt excerpt =
        excerpt_of(claim.source_line, {claim.underline_from, claim.underline_to}, {claim.focus_from, claim.focus_to}, columns);
    const std::string margin(excerpt_indent, ' ');
    if (excerpt.line.empty()) return;
    out += margin + excerpt.line + "\n";
    if (!excerpt.marks.empty()) out += margin + Style{options.colour}(marks_style, excerpt.marks) + "\n";
}

// A finding has a reader in a hurry: sources that say the same are one line, and what is past the first lines is counted. With
// --all each is printed whole.
void add_evidence(std::string& out, const ReportClaim& claim, const RenderOptions& options) {
    constexpr std::size_t shown_lines = 4;
    std::vector<std::pair<const ReportEvidence*, std::string>> lines;  // the first of its words, and who says so too
    for (const ReportEvidence& evidence : claim.evidence) {
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const auto& line) {
            return !options.all && !evidence.words.empty() && line.first->words == evidence.words;
        });
        if (same == lines.end())
            lines.emplace_back(&evidence, "");
        else if (!evidence.source.empty())
            same->second += (same->second.empty() ? "" : ", ") + evidence.source;
    }
    const std::size_t count = options.all ? lines.size() : std::min(lines.size(), shown_lines);
    for (std::size_t i = 0; i < count; ++i) explain(out, "evidence", evidence_of(*lines[i].first, lines[i].second), options);
    if (count < lines.size())
        explain(out, "evidence", std::to_string(lines.size() - count) + " more, printed with --all", options);
}

void add_reasons(std::string& out, const ReportClaim& claim, const RenderOptions& options) {
    if (!claim.cause.empty()) explain(out, "cause", claim.cause, options);
    add_evidence(out, claim, options);
    if (!claim.suppressed_by.empty())
        explain(out, "suppressed", claim.suppressed_by + (claim.suppressed_why.empty() ? "" : ": " + claim.suppressed_why),
                options);
    for (const std::string& assumed : claim.assumed) explain(out, "assumed", assumed, options);
    for (const std::string& note : claim.notes) explain(out, "note", note, options);
    if (!claim.settles.empty()) explain(out, claim.severity ? "goes away when" : "to settle it", claim.settles, options);
}

std::string finding(const ReportDocument& document, const ReportClaim& claim, const RenderOptions& options) {
    std::string out = header(document, claim, Style{options.colour});
    if (!claim.suggestion.empty()) explain(out, "suggestion", suggestion_of(claim), options, bold);
    add_excerpt(out, claim, options);
    if (claim.kind != "ignore") explain(out, "verdict", name_of(claim.verdict), options);
    add_reasons(out, claim, options);
    return out;
}

std::string other_verdict(const ReportDocument& document, const ReportClaim& claim, const RenderOptions& options) {
    std::string out = header(document, claim, Style{options.colour});
    const std::size_t columns = options.width == 0 ? SIZE_MAX : options.width;
    if (!claim.message.empty() && !claim.text.empty())
        out += std::string(indent, ' ') + "\"" + shortened(flat(claim.text), columns - std::min(columns, indent + 2)) + "\"\n";
    add_reasons(out, claim, options);
    return out;
}

std::string about_document(const ReportDocument& document) {
    std::string line = visible(document.path) + ": ";
    if (!document.id.empty()) line += "id " + visible(document.id) + ", ";
    line += document.date.empty() ? "no date" : "dated " + visible(document.date) + " (" + flat(document.date_from) + ")";
    return line + ", " + std::string(name_of(document.verdict)) + "\n";
}

void add_document(std::string& out, const ReportDocument& document, const RenderOptions& options) {
    if (options.all) out += about_document(document);
    for (const std::string& note : document.notes)
        out += visible(document.path) + (document.partly_read ? ": not fully checked: " : ": note: ") + flat(note) + "\n";
    if (document.partly_read && document.notes.empty()) out += visible(document.path) + ": not fully checked\n";
    bool spaced = true;
    for (const ReportClaim& claim : document.claims) {
        if (!is_shown(claim, options)) continue;
        if (claim.severity && !spaced) out += '\n';
        out += claim.severity ? finding(document, claim, options) : other_verdict(document, claim, options);
        spaced = claim.severity.has_value();
        if (spaced) out += '\n';
    }
    if (!spaced) out += '\n';
}

std::string no_head(const Report&, const RenderOptions&) { return {}; }

std::string text_of_document(const ReportDocument& document, const RenderOptions& options) {
    std::string out;
    add_document(out, document, options);
    return out;
}

std::string text_tail(const Report& rest, const Summary& summary, const RenderOptions& options) {
    std::string out;
    if (options.all)
        for (const ReportSkipped& skipped : rest.skipped)
            out += visible(skipped.path) + ": skipped: " + flat(skipped.reason) + "\n";
    std::size_t hidden = 0;
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error})
        if (!options.all && severity < options.min_level) hidden += summary.of(severity);
    if (hidden > 0)
        out += counted(hidden, "finding") + " below " + std::string(name_of(options.min_level)) +
               " not shown (--min-level info shows all)\n";
    return out + summary_line(summary) + "\n";
}

}  // namespace

const Streamed streamed_text{no_head, text_of_document, "", text_tail};

std::string render_text(const Report& report, const RenderOptions& options) {
    return render_streamed(streamed_text, report, options);
}

}  // namespace factcheck
