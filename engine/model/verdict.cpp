// The names of verdicts, reasons and severities, in one table each.
#include "model/verdict.hpp"

#include <array>
#include <utility>

namespace factcheck {

namespace {

template <typename T, std::size_t N>
using Names = std::array<std::pair<T, std::string_view>, N>;

constexpr Names<Verdict, 6> verdicts{{
    {Verdict::supported, "supported"},
    {Verdict::unverifiable, "unverifiable"},
    {Verdict::imprecise, "imprecise"},
    {Verdict::outdated, "outdated"},
    {Verdict::misleading, "misleading"},
    {Verdict::contradicted, "contradicted"},
}};

constexpr Names<Reason, 18> reasons{{
    {Reason::none, "none"},
    {Reason::no_series, "no-series"},
    {Reason::no_entity, "no-entity"},
    {Reason::no_period, "no-period"},
    {Reason::no_base, "no-base"},
    {Reason::no_date, "no-date"},
    {Reason::no_event, "no-event"},
    {Reason::ambiguous, "ambiguous"},
    {Reason::open_evidence, "open-evidence"},
    {Reason::sources_disagree, "sources-disagree"},
    {Reason::history_too_short, "history-too-short"},
    {Reason::newest_missing, "newest-missing"},
    {Reason::gap, "gap"},
    {Reason::too_coarse, "too-coarse"},
    {Reason::other_definition, "other-definition"},
    {Reason::not_asserted, "not-asserted"},
    {Reason::incomplete_universe, "incomplete-universe"},
    {Reason::too_large, "too-large"},
}};

constexpr Names<Severity, 3> severities{{
    {Severity::info, "info"},
    {Severity::warning, "warning"},
    {Severity::error, "error"},
}};

template <typename T, std::size_t N>
std::string_view name_in(const Names<T, N>& names, T value) {
    for (const auto& [known, name] : names)
        if (known == value) return name;
    return "";
}

template <typename T, std::size_t N>
std::optional<T> value_in(const Names<T, N>& names, std::string_view wanted) {
    for (const auto& [known, name] : names)
        if (name == wanted) return known;
    return std::nullopt;
}

}  // namespace

std::string_view name_of(Verdict verdict) { return name_in(verdicts, verdict); }
std::string_view name_of(Reason reason) { return name_in(reasons, reason); }
std::string_view name_of(Severity severity) { return name_in(severities, severity); }
std::optional<Verdict> verdict_from(std::string_view name) { return value_in(verdicts, name); }
std::optional<Reason> reason_from(std::string_view name) { return value_in(reasons, name); }
std::optional<Severity> severity_from(std::string_view name) { return value_in(severities, name); }

}  // namespace factcheck
