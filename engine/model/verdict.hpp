// The verdicts, the reasons of "unverifiable" and the severities: closed lists, named as in reports.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace factcheck {

enum class Verdict : std::uint8_t { supported, unverifiable, imprecise, outdated, misleading, contradicted };

enum class Reason : std::uint8_t {
    none,
    no_series,
    no_entity,
    no_period,
    no_base,
    no_date,
    no_event,
    ambiguous,
    open_evidence,
    sources_disagree,
    history_too_short,
    newest_missing,
    gap,
    too_coarse,
    other_definition,
    not_asserted,
    incomplete_universe,
    too_large
};

enum class Severity : std::uint8_t { info, warning, error };

[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::string_view name_of(Reason reason);  // "no-series"
[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::optional<Verdict> verdict_from(std::string_view name);
[[nodiscard]] std::optional<Reason> reason_from(std::string_view name);
[[nodiscard]] std::optional<Severity> severity_from(std::string_view name);

}  // namespace factcheck
