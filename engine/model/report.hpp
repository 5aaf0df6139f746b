// What a run found: the one object that every output format is rendered from. Numbers are decimal strings, so that nothing
// is lost; offsets are Unicode code points of the document's original text, end exclusive; line and column count from 1.
// Keys and their order in JSON: docs/json.md.
#pragma once

#include "model/verdict.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace factcheck {

struct ReportPeriod {
    std::string start;  // ISO 8601 days
    std::string end;    // inclusive
};

struct ReportQuantity {
    std::optional<std::string> low;  // absent: unbounded
    std::optional<std::string> high;
    std::string unit;
};

struct ReportSlot {
    std::string name;
    std::optional<ReportQuantity> quantity;
    std::optional<ReportPeriod> period;
    std::string value;  // entities, events, weekdays ...
    std::string text;   // the words
    std::string from;   // Origin
    std::string note;
    std::vector<std::string> also;  // other fillers that the words allow
    // For the text of `factcheck claims`, not in JSON: code points of the claim's source line; empty: it stands elsewhere.
    std::size_t underline_from = 0;
    std::size_t underline_to = 0;
};

struct ReportEvidence {
    std::string series;  // series id, or event id
    std::vector<std::pair<std::string, std::string>> key;
    std::optional<ReportPeriod> period;
    std::string value;  // decimal in `unit`; for events the words
    std::string low;    // facts: lower and upper count
    std::string high;
    std::string unit;
    std::string claimant;
    std::string as_of;
    std::string published;
    std::string source;
    std::string url;
    std::string licence;
    std::string note;   // "first vintage", "not summed: a side's claim about the other"
    std::string words;  // the evidence as one line for people, without source and date
};

// What some outputs need beyond the findings; filled only when one that needs it is asked for.
struct ReportDetail {
    bool line_hashes = false;  // ReportClaim::line_hash
    bool article = false;      // ReportDocument::article and title, ReportClaim::charts and steps

    ReportDetail& operator|=(const ReportDetail& other) {
        line_hashes = line_hashes || other.line_hashes;
        article = article || other.article;
        return *this;
    }
};

struct ReportClaim {
    std::string kind;
    Verdict verdict = Verdict::unverifiable;
    Reason reason = Reason::none;
    std::string rule;                  // pack/id
    std::optional<Severity> severity;  // absent: not a finding
    std::string suppressed_by;         // inline, sidecar, settings, since or baseline: it would be a finding otherwise
    std::string suppressed_why;        // the reason that was given
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t end_line = 1;
    std::size_t end_column = 1;
    std::size_t utf16_column = 1;  // the same in UTF-16 code units
    std::size_t utf16_end_column = 1;
    std::size_t utf16_replace_start = 0;  // from the start of the document
    std::size_t utf16_replace_end = 0;
    std::string line_hash;  // of its first line, see model/line_hash.hpp; with ReportDetail::line_hashes
    std::string text;       // the claim's words as in the original
    std::string modality;   // of `factcheck claims` alone, as the next two: asserted, forecast, question ...
    bool quoted = false;    // somebody is said to have said it
    bool narrowed = false;  // of a part of the measure: rice exports
    std::vector<ReportSlot> slots;
    std::string message;  // why, in one sentence
    std::optional<ReportQuantity> expected;
    std::string cause;
    std::string suggestion;         // what to write instead of `replaces`
    std::string alternative;        // another repair, where two are possible
    std::size_t replace_start = 0;  // code points of the original
    std::size_t replace_end = 0;
    std::string settles;  // what would settle it, or make it go away
    std::vector<std::string> assumed;
    std::vector<std::string> notes;
    std::vector<ReportEvidence> evidence;
    // For the text report, not in JSON: the source line and the code points in it to underline.
    std::string source_line;
    std::size_t underline_from = 0;
    std::size_t underline_to = 0;
    std::size_t focus_from = 0;
    std::size_t focus_to = 0;
};

// What the grammar saw: one mention, as `factcheck extract` prints it. Numbers are decimal strings here too.
struct ReportMention {
    std::size_t start = 0;  // code points of the original, end exclusive
    std::size_t end = 0;
    std::string text;  // as in the original
    std::string_view kind;
    std::optional<std::string> value;  // as written; absent for ranges and for what has no value
    std::optional<std::string> low;    // what the words allow; absent: unbounded, or no value at all
    std::optional<std::string> high;
    std::string unit;       // English singular: "US dollar", "casualty", "barrel per day"
    std::string unit_code;  // UCUM or ISO 4217
    std::string_view hedge;
    std::string_view direction;  // up, down, or empty
    std::string timex;
};

struct ReportDocument {
    std::string path;
    std::string id;
    std::string date;  // ISO 8601, empty without
    std::string date_from;
    Verdict verdict = Verdict::unverifiable;
    std::vector<ReportClaim> claims;  // by place, then rule
    std::vector<std::string> notes;
    std::size_t mentions = 0;
    std::size_t claim_count = 0;  // claims understood, judged or not
    std::size_t judged = 0;
    bool partly_read = false;
};

// A rule as its users meet it: what it looks at, and how bad a miss is.
struct ReportRule {
    std::string id;  // pack/id
    std::string about;
    Severity severity = Severity::warning;  // of what is contradicted
    std::vector<std::string> references;
};

struct ReportPack {
    std::string name;
    std::string version;
    std::string hash;
    std::string data_until;
    std::vector<ReportRule> rules;  // in their order; not in JSON
};

struct ReportSkipped {
    std::string path;
    std::string reason;
};

struct Report {
    std::string version;  // of factcheck
    std::vector<ReportPack> packs;
    std::vector<ReportDocument> documents;
    std::vector<ReportSkipped> skipped;
    std::vector<std::string> errors;
    std::vector<std::string> warnings;  // sentences: it was all done, and may say less than it seems to
};

}  // namespace factcheck
