#include "check.hpp"

#include "bind/bind.hpp"
#include "diagnose/finding.hpp"
#include "diagnose/illustrate.hpp"
#include "diagnose/locate.hpp"
#include "extract/extract.hpp"
#include "judge/judge.hpp"
#include "link/link.hpp"
#include "model/limits.hpp"
#include "read/read.hpp"
#include "statistics/statistics.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace factcheck {

namespace {

// Worst first, as a document is judged: contradicted, misleading, outdated, imprecise, supported, unverifiable.
int weight(Verdict verdict) {
    switch (verdict) {
        case Verdict::contradicted: return 5;
        case Verdict::misleading: return 4;
        case Verdict::outdated: return 3;
        case Verdict::imprecise: return 2;
        case Verdict::supported: return 1;
        case Verdict::unverifiable: return 0;
    }
    return 0;
}

struct Judged {
    const Claim* claim = nullptr;
    ReportClaim report;
};

// Where one rule could judge a claim, another's "no data" is no news. Judgements of one claim stand side by side.
std::vector<Judged> without_shadowed(std::vector<Judged> all, std::size_t& judged) {
    std::vector<Judged> out;
    for (auto first = all.begin(); first != all.end();) {
        const auto past = std::find_if(first, all.end(), [&](const Judged& j) { return j.claim != first->claim; });
        const bool any = std::any_of(first, past, [](const Judged& j) { return j.report.verdict != Verdict::unverifiable; });
        judged += any ? 1 : 0;
        std::copy_if(std::make_move_iterator(first), std::make_move_iterator(past), std::back_inserter(out),
                     [&](const Judged& j) { return !any || j.report.verdict != Verdict::unverifiable; });
        first = past;
    }
    return out;
}

// At most limits::findings_per_rule findings of one rule in one document; what is left out is said.
void cap_findings(ReportDocument& document) {
    std::map<std::string, std::size_t> count;
    std::size_t left_out = 0;
    std::erase_if(document.claims, [&](const ReportClaim& claim) {
        if (!claim.severity || ++count[claim.rule] <= limits::findings_per_rule) return false;
        ++left_out;
        return true;
    });
    if (left_out == 0) return;
    document.partly_read = true;
    document.notes.push_back(std::to_string(left_out) + " findings over " + std::to_string(limits::findings_per_rule) +
                             " of one rule are left out");
}

ReportRule as_reported(const Rule& rule) {
    const auto contradicted = rule.severity.find(Verdict::contradicted);
    return {rule.full_id(), rule.about, contradicted == rule.severity.end() ? Severity::info : contradicted->second,
            rule.references};
}

// Claims in general words, for which no rule stands in a pack: docs/world.md.
void add_statistics(const Engine::State& state, const Text& text, std::span<const Mention> mentions, std::optional<Day> as_of,
                    ReportDocument& out) {
    const statistics::StatisticsContext context{
        text, {state.terms, state.names}, *state.statistics, *state.loaded.reference, state.loaded.packs, as_of};
    for (ReportClaim& claim : statistics::check(context, mentions)) {
        if (weight(claim.verdict) > weight(out.verdict)) out.verdict = claim.verdict;
        out.judged += claim.verdict != Verdict::unverifiable ? 1 : 0;
        ++out.claim_count;
        out.claims.push_back(std::move(claim));
    }
}

}  // namespace

ReportDocument report_of(const Text& text) {
    ReportDocument out;
    out.path = text.path;
    out.id = text.id;
    if (text.date) out.date = to_iso(*text.date);
    out.date_from = text.date_from;
    out.notes = text.notes;
    out.partly_read = text.partly_read;
    return out;
}

ReportDocument check_text(const Engine::State& state, const Text& text, const CheckOptions& options) {
    ReportDocument out = report_of(text);
    Work work;
    const std::vector<Mention> mentions = extract(text, work);
    if (mentions.size() >= limits::mentions) {
        out.partly_read = true;
        out.notes.push_back("the text has " + std::to_string(limits::mentions) +
                            " numbers and times or more: what follows was not checked");
    }
    const std::vector<Claim> claims = link(text, mentions, {state.terms, state.names});
    const std::optional<Day> as_of = options.latest  ? make_day(limits::year_max, 12, 31)
                                     : options.as_of ? options.as_of
                                                     : text.date;
    const BindContext context{text, state.loaded.packs, state.names, *state.loaded.reference, as_of, claims};
    std::vector<Judged> all;
    for (const BoundClaim& bound : bind(context, work)) {
        const Judgement judgement = judge(bound);
        if (judgement.silent) continue;
        all.push_back({bound.claim, finding(context, bound, judgement)});
        if (options.detail.article) illustrate(context, bound, judgement, all.back().report);
    }
    for (Judged& judged : without_shadowed(std::move(all), out.judged)) {
        if (weight(judged.report.verdict) > weight(out.verdict)) out.verdict = judged.report.verdict;
        out.claims.push_back(std::move(judged.report));
    }
    add_statistics(state, text, mentions, as_of, out);
    std::stable_sort(out.claims.begin(), out.claims.end(), [](const ReportClaim& a, const ReportClaim& b) {
        return std::tie(a.start, a.end, a.rule) < std::tie(b.start, b.end, b.rule);
    });
    cap_findings(out);
    add_utf16(text, out.claims);
    if (options.detail.line_hashes) add_line_hashes(text, out.claims);
    if (options.detail.article && !out.claims.empty()) {
        out.title = text.title;
        out.article = article_of(text);
    }
    out.mentions = mentions.size();
    out.claim_count += claims.size();
    return out;
}

Engine::Engine(std::shared_ptr<const State> state) : state_(std::move(state)) {}

ReportDocument Engine::check(const Document& document) const {
    ReadOptions read;
    read.path = document.path;
    read.id = document.id;
    read.input_format = document.input_format;
    read.container = document.container;
    if (!document.date.empty()) read.date = day_from(document.date);
    if (!document.date_from.empty()) read.date_from = document.date_from;
    CheckOptions options;
    options.detail = document.detail;
    options.latest = document.as_of == "latest";
    if (!document.as_of.empty() && !options.latest) options.as_of = day_from(document.as_of);
    return check_text(*state_, read_text(document.bytes, read), options);
}

std::vector<ReportPack> Engine::packs() const {
    std::vector<ReportPack> out;
    for (const Pack& pack : state_->loaded.packs) {
        out.push_back({pack.name, pack.version, pack.hash, pack.data_until ? to_iso(*pack.data_until) : std::string{}, {}});
        for (const Rule& rule : pack.rules) out.back().rules.push_back(as_reported(rule));
        if (pack.statistics.topics.empty()) continue;
        for (const statistics::GeneralRule& rule : statistics::general_rules())
            out.back().rules.push_back({pack.name + "/" + std::string(rule.id), std::string(rule.about), Severity::info, {}});
    }
    return out;
}

Loaded engine_of(LoadedPacks packs) {
    Loaded out;
    out.diagnostics = packs.diagnostics;
    const bool broken = std::any_of(packs.diagnostics.begin(), packs.diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::error; });
    if (broken) return out;
    Names names = names_of(packs.packs);
    Terms terms(packs.packs);
    auto statistics = statistics::make_index(packs.packs);
    out.engine.emplace(std::make_shared<const Engine::State>(
        Engine::State{std::move(packs), std::move(names), std::move(terms), std::move(statistics)}));
    return out;
}

Loaded load(const std::vector<std::string>& pack_folders, bool hashes) {
    return engine_of(load_packs({pack_folders.begin(), pack_folders.end()}, hashes));
}

std::string_view version() { return FACTCHECK_VERSION; }

}  // namespace factcheck
