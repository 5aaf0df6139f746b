// `factcheck explain`: the way of one sentence through the engine, stage by stage, for those who wonder why a rule spoke or
// was silent. Everything is taken from the stages themselves: nothing is judged a second time.
#pragma once

#include "check.hpp"
#include "model/report.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace factcheck {

// An expression with what it came to, and so its parts.
struct ExplainedValue {
    std::string source;  // as the rule has it
    std::string value;   // "$5,444.197 million (5444196500 to 5444198000 USD)"
    std::vector<ReportEvidence> evidence;
    std::vector<ExplainedValue> parts;
};

struct ExplainedCondition {
    std::string part;    // unless, misleading, slip
    std::string source;  // the expression
    std::string holds;   // yes, no, unknown
    std::string says;    // its cause, or what it says
};

struct ExplainedRule {
    std::string rule;       // pack/id
    std::string passes_by;  // the first condition that failed; empty: the rule looked at the claim
    bool other = false;     // it wants another kind of claim, or measures that it does not know
    std::vector<std::pair<std::string, ExplainedValue>> lets;
    std::optional<ExplainedValue> said;      // left side of expect
    std::optional<ExplainedValue> expected;  // right side
    std::string relation;
    std::vector<ExplainedCondition> conditions;
    std::vector<std::string> tried;  // other views of the data and readings of the words
    bool silent = false;             // a guard holds
    std::optional<ReportClaim> finding;
};

struct ExplainedClaim {
    std::string kind;
    std::string modality;
    std::string text;
    std::vector<std::string> marks;  // as quoted, open, narrowed ...
    std::vector<ReportSlot> slots;
    std::vector<ExplainedRule> rules;
};

struct ExplainedTerm {
    std::string text;
    std::vector<std::string> meanings;  // "the entity PK", "a cue of exports"
};

struct ExplainedSentence {
    std::size_t line = 1;
    std::string text;
    bool headline = false;
    std::vector<ReportMention> mentions;
    std::vector<ExplainedTerm> terms;
    std::vector<ExplainedClaim> claims;
};

struct Explanation {
    std::string path;
    std::string date;
    std::string date_from;
    std::vector<ExplainedSentence> sentences;
    std::vector<std::string> notes;
};

struct ExplainOptions {
    std::size_t line = 0;  // 0: all sentences; else those that touch the line of the original
    std::string rule;      // words of pack/id; empty: all rules
    CheckOptions check;
};

[[nodiscard]] Explanation explain(const Engine::State& state, const Text& text, const ExplainOptions& options);

// `all`: also the rules that want other claims, one line each.
[[nodiscard]] std::string render_explanation(const Explanation& explanation, bool all);
[[nodiscard]] std::string render_explanation_json(const Explanation& explanation);

}  // namespace factcheck
