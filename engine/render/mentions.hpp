// Mentions for people, one aligned line each, and as JSON Lines, one line a document.
#pragma once

#include "model/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

[[nodiscard]] std::string render_mentions_text(std::string_view path, const std::vector<ReportMention>& mentions);
// Appends {"id": ..., "mentions": [...]} and a line break: keys in the order of ReportMention, numbers as plain JSON numbers with
// all their digits, absent values null.
class MentionLine {
public:
    MentionLine(std::string& out, std::string_view id);
    void add(const ReportMention& mention);
    void end();

private:
    std::string& out_;
    bool first_ = true;
};

}  // namespace factcheck
