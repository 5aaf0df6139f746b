// One row a finding, for spreadsheets and scripts: RFC 4180 with a header row.
#include "render/escape.hpp"
#include "render/lines.hpp"
#include "render/streamed.hpp"

#include <array>

namespace factcheck {
namespace {

using Field = std::string (*)(const ReportDocument&, const ReportClaim&);

struct Column {
    std::string_view name;
    Field field;
    bool words = true;  // else a figure of the program's own, which may begin with a minus
};

std::string_view or_empty(const std::optional<std::string>& text) { return text ? std::string_view(*text) : std::string_view(); }

std::string evidence_words(const ReportClaim& claim) {
    std::string out;
    for (const ReportEvidence& evidence : claim.evidence) out += (out.empty() ? "" : "; ") + sourced(evidence);
    return out;
}

using Document = ReportDocument;
using Claim = ReportClaim;

constexpr std::array columns{
    Column{"path", [](const Document& d, const Claim&) { return d.path; }},
    Column{"id", [](const Document& d, const Claim&) { return d.id; }},
    Column{"date", [](const Document& d, const Claim&) { return d.date; }},
    Column{"line", [](const Document&, const Claim& c) { return std::to_string(c.line); }},
    Column{"column", [](const Document&, const Claim& c) { return std::to_string(c.column); }},
    Column{"end_line", [](const Document&, const Claim& c) { return std::to_string(c.end_line); }},
    Column{"end_column", [](const Document&, const Claim& c) { return std::to_string(c.end_column); }},
    Column{"severity", [](const Document&, const Claim& c) { return std::string(c.severity ? name_of(*c.severity) : ""); }},
    Column{"verdict", [](const Document&, const Claim& c) { return std::string(name_of(c.verdict)); }},
    Column{"reason",
           [](const Document&, const Claim& c) { return std::string(c.reason == Reason::none ? "" : name_of(c.reason)); }},
    Column{"rule", [](const Document&, const Claim& c) { return c.rule; }},
    Column{"kind", [](const Document&, const Claim& c) { return c.kind; }},
    Column{"text", [](const Document&, const Claim& c) { return c.text; }},
    Column{"message", [](const Document&, const Claim& c) { return c.message; }},
    Column{"replaces", [](const Document&, const Claim& c) { return replaced_words(c); }},
    Column{"suggestion", [](const Document&, const Claim& c) { return c.suggestion; }},
    Column{"cause", [](const Document&, const Claim& c) { return c.cause; }},
    Column{"expected_low",
           [](const Document&, const Claim& c) { return std::string(c.expected ? or_empty(c.expected->low) : ""); }, false},
    Column{"expected_high",
           [](const Document&, const Claim& c) { return std::string(c.expected ? or_empty(c.expected->high) : ""); }, false},
    Column{"unit", [](const Document&, const Claim& c) { return c.expected ? c.expected->unit : std::string(); }},
    Column{"evidence", [](const Document&, const Claim& c) { return evidence_words(c); }},
    Column{"url", [](const Document&, const Claim& c) { return c.evidence.empty() ? std::string() : c.evidence.front().url; }},
};

constexpr std::string_view line_end = "\r\n";

std::string head(const Report&, const RenderOptions&) {
    std::string out;
    for (const Column& column : columns) out += (out.empty() ? "" : ",") + std::string(column.name);
    return out + std::string(line_end);
}

std::string rows(const ReportDocument& document, const RenderOptions& options) {
    std::string out;
    for (const ReportClaim& claim : document.claims) {
        if (!is_shown(claim, options)) continue;
        for (const Column& column : columns) {
            if (&column != columns.data()) out += ',';
            const std::string field = column.field(document, claim);
            out += column.words ? csv_escaped(field) : field;
        }
        out += line_end;
    }
    return out;
}

std::string tail(const Report&, const Summary&, const RenderOptions&) { return {}; }

}  // namespace

const Streamed streamed_csv{head, rows, "", tail};

}  // namespace factcheck
