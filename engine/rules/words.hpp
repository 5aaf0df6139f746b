// The closed lists of words of a pack's files, each in the order of the enumeration that it names. The loader reads by them, and
// the JSON Schemas list them.
#pragma once

#include "model/claim.hpp"
#include "model/verdict.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace factcheck::words {

template <class Enum, std::size_t N>
constexpr std::array<Enum, N> all_of_enum() {
    std::array<Enum, N> out{};
    for (std::size_t i = 0; i < N; ++i) out[i] = static_cast<Enum>(i);
    return out;
}

inline constexpr std::array<std::string_view, 9> kinds{"level", "change", "rank",     "comparison", "share",
                                                       "trend", "count",  "duration", "date"};
inline constexpr std::array<std::string_view, 7> modalities{"asserted", "forecast", "plan",   "conditional",
                                                            "question", "denied",   "refuted"};
inline constexpr std::array<std::string_view, 4> natures{"flow", "stock", "rate", "index"};
inline constexpr std::array<std::string_view, 3> roundings{"either", "half_up", "exact"};
inline constexpr std::array<std::string_view, 7> frequencies{"A", "S", "Q", "M", "W", "D", "B"};
inline constexpr std::array<std::string_view, 2> fiscal_names{"start", "end"};
// How link sees the place of an entity: its form, or the preposition before it.
inline constexpr std::array<std::string_view, 24> markers{
    "possessive", "adjective", "subject", "object", "as", "to",      "from",    "by",     "with", "in",     "for",    "of",
    "into",       "among",     "between", "at",     "on", "against", "towards", "toward", "via",  "across", "within", "than"};
inline constexpr std::array<std::string_view, 3> severities{"info", "warning", "error"};
inline constexpr std::array<std::string_view, 4> severity_overrides{"info", "warning", "error", "none"};
inline constexpr std::array<std::string_view, 2> regions{"headline", "body"};
inline constexpr std::array<std::string_view, 6> scopes{"clause", "sentence", "paragraph", "headline", "body", "document"};
inline constexpr std::array<std::string_view, 3> takes{"one", "all", "nearest"};
inline constexpr std::array<std::string_view, 18> sum_roles{
    "part",  "total", "figure", "share",  "rest",    "last",     "opposed",  "respective", "range",
    "again", "fall",  "age",    "yearly", "monthly", "calendar", "negative", "scale",      "duplicate"};
inline constexpr std::array<std::string_view, 7> test_verdicts{"supported",    "imprecise",    "misleading", "outdated",
                                                               "contradicted", "unverifiable", "silent"};
inline constexpr std::array<std::string_view, 5> finding_verdicts{"imprecise", "misleading", "outdated", "contradicted",
                                                                  "unverifiable"};
inline constexpr std::array<std::string_view, 17> reasons{
    "no-series",     "no-entity",           "no-period",         "no-base",        "no-date", "no-event",   "ambiguous",
    "open-evidence", "sources-disagree",    "history-too-short", "newest-missing", "gap",     "too-coarse", "other-definition",
    "not-asserted",  "incomplete-universe", "too-large"};
inline constexpr std::array<std::string_view, 2> truths{"true", "false"};
inline constexpr std::array<std::string_view, 1> schemas{"1"};

}  // namespace factcheck::words
