// The counts that every format ends with.
#pragma once

#include "model/report.hpp"
#include "render/render.hpp"

#include <array>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace factcheck {

inline constexpr std::array all_verdicts{Verdict::supported, Verdict::unverifiable, Verdict::imprecise,
                                         Verdict::outdated,  Verdict::misleading,   Verdict::contradicted};

struct Summary {
    std::size_t documents = 0;
    std::size_t skipped = 0;
    std::size_t mentions = 0;
    std::size_t claims = 0;
    std::size_t judged = 0;
    std::size_t partly_read = 0;                              // documents
    std::size_t suppressed = 0;                               // findings that the text, the settings or git let stand
    std::size_t baselined = 0;                                // findings that the baseline knows
    std::array<std::size_t, all_verdicts.size()> verdicts{};  // by Verdict
    std::array<std::size_t, 3> findings{};                    // by Severity

    std::size_t no_date = 0;                   // claims that only a day of the text would settle
    std::string last_day;                      // of the texts
    std::set<std::string, std::less<>> packs;  // whose rules looked at a claim

    void add(const ReportDocument& document);
    [[nodiscard]] std::size_t of(Verdict v) const { return verdicts.at(static_cast<std::size_t>(v)); }
    [[nodiscard]] std::size_t of(Severity s) const { return findings.at(static_cast<std::size_t>(s)); }
    [[nodiscard]] std::size_t all_findings() const { return findings[0] + findings[1] + findings[2]; }
};

[[nodiscard]] Summary summary_of(const Report& report);
[[nodiscard]] bool is_shown(const ReportClaim& claim, const RenderOptions& options);

// What a reader of "0 findings" must know: sentences, mostly none.
[[nodiscard]] std::vector<std::string> warnings_of(const Summary& summary, const std::vector<ReportPack>& packs);

// "1 document", "0 findings"; the plural adds an s.
[[nodiscard]] std::string counted(std::size_t n, std::string_view noun);
// "1 document, 10 claims, 10 judged, 0 unverifiable, 3 findings (2 errors, 1 info)"
[[nodiscard]] std::string summary_line(const Summary& summary);

}  // namespace factcheck
