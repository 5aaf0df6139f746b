// The whole way in one screen: text, mentions, claims, bound claims, judgements, findings, report.
#pragma once

#include "factcheck.hpp"
#include "lexicon/terms.hpp"
#include "link/names.hpp"
#include "model/text.hpp"
#include "rules/load.hpp"
#include "statistics/index.hpp"

namespace factcheck {

struct Engine::State {
    LoadedPacks loaded;
    Names names;
    Terms terms;
    std::shared_ptr<const statistics::Index> statistics;
};

struct CheckOptions {
    std::optional<Day> as_of;  // --as-of; absent: the text's date
    bool latest = false;       // --as-of latest
    ReportDetail detail;
};

// An engine of packs that were loaded without faults; else their diagnostics alone.
[[nodiscard]] Loaded engine_of(LoadedPacks packs);

// What a report says of the text alone, before anything is looked for in it.
[[nodiscard]] ReportDocument report_of(const Text& text);

[[nodiscard]] ReportDocument check_text(const Engine::State& state, const Text& text, const CheckOptions& options);

}  // namespace factcheck
