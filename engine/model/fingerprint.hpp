// A name for a finding that lasts while the text around it changes: what dashboards and baselines know it by.
#pragma once

#include "model/report.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace factcheck {

inline constexpr std::string_view fingerprint_name = "factcheck/v1";

// Numbers what is alike: ask for each claim of a report once, in its order.
class Fingerprints {
public:
    // 32 hexadecimal digits over the rule, the path and id of the document, the claim's words without their white space and
    // case, and how many such findings came before. Lines, severities and figures of the evidence are no part of it.
    [[nodiscard]] std::string of(std::string_view path, std::string_view id, const ReportClaim& claim);

private:
    std::map<std::string, std::size_t, std::less<>> seen_;
};

}  // namespace factcheck
