// Findings that somebody has looked at and lets stand: comments in the text, rules that the settings leave out.
//
//   <!-- factcheck-ignore calendar/weekday-date: quoted as it was printed -->      this line, or alone on one the block below
//   <!-- factcheck-ignore-start consistency: a satire --> ... <!-- factcheck-ignore-end -->
//   <!-- factcheck-ignore-file pakistan-trade/exports-level: figures of another year's release -->
#pragma once

#include "model/report.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// Which findings a person lets stand, and why.
struct Ignore {
    std::vector<std::string> rules;  // pack/id, or the pack alone
    std::string reason;
    std::string claim;           // words of the claim, where a file beside the text says it; empty: any
    std::size_t first_line = 0;  // of the text, both ends included
    std::size_t last_line = 0;
    std::size_t line = 0;  // where it is said: in the text, or in the file beside it
    std::size_t column = 0;
    std::size_t start = 0;  // code points of the text
    std::size_t end = 0;
    std::string words;  // of the comment
    std::string wrong;  // one sentence: it says too little to hold
};

// The comments of a text that speak to factcheck, in the syntax of its format; a plain text has none.
[[nodiscard]] std::vector<Ignore> ignores_in(std::string_view bytes, std::string_view path);
// Whether texts of this name can hold comments.
[[nodiscard]] bool has_comments(std::string_view path);

// Whether a rule is one of those named: by its id, or by its pack.
[[nodiscard]] bool is_named(std::string_view rule, const std::vector<std::string>& names);

// Makes findings that are ignored none, and adds those of ignores that are wrong or of no use (warnings of rule
// factcheck/unused-ignore). Packs that were not loaded are not missed.
void apply(const std::vector<Ignore>& ignores, const std::vector<std::string>& loaded_packs, ReportDocument& document);
// The same of rules left out by --ignore or an override: nobody has to use them.
void leave_out(const std::vector<std::string>& rules, ReportDocument& document);

// A finding no more. `by`: inline, sidecar, settings, since, baseline.
void suppress(ReportClaim& claim, std::string_view by, std::string_view reason);

}  // namespace factcheck
