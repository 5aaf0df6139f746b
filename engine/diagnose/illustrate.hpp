// What a page beside the article shows of a claim: where it stands in the reading copy, the figures around the claimed one, and
// how the evidence was computed. Asked for by outputs that draw; the others do without its cost.
#pragma once

#include "bind/bind.hpp"
#include "judge/judge.hpp"
#include "model/report.hpp"

namespace factcheck {

void illustrate(const BindContext& context, const BoundClaim& bound, const Judgement& judgement, ReportClaim& out);

// The reading copy by paragraphs.
[[nodiscard]] std::vector<ReportParagraph> article_of(const Text& text);

}  // namespace factcheck
