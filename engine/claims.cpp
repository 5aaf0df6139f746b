#include "claims.hpp"

#include "diagnose/report_claim.hpp"
#include "extract/extract.hpp"
#include "link/link.hpp"
#include "model/limits.hpp"

namespace factcheck {

ReportDocument claims_of(const Engine::State& state, const Text& text) {
    ReportDocument out = report_of(text);
    Work work;
    const std::vector<Mention> mentions = extract(text, work);
    out.mentions = mentions.size();
    if (mentions.size() >= limits::mentions) out.partly_read = true;
    for (const Claim& claim : link(text, mentions, {state.terms, state.names}))
        out.claims.push_back(understood(text, state.names, claim));
    out.claim_count = out.claims.size();
    return out;
}

}  // namespace factcheck
