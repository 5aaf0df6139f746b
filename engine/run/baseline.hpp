// Findings that were there when factcheck came: they are kept in a file, and only new ones count. A finding is known by its rule,
// the path, and its words, not by its line: texts may move.
#pragma once

#include "model/report.hpp"

#include <compare>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

struct BaselineKey {
    std::string path;  // from the folder of the file, so that it does not matter from where a run starts
    std::string id;    // of the record, in JSON Lines
    std::string rule;
    std::string claim;  // its words, white space made single spaces
    friend auto operator<=>(const BaselineKey&, const BaselineKey&) = default;
};

class Baseline {
public:
    // `file`: where it is or will be kept.
    explicit Baseline(std::string file);
    // Empty, or one sentence on why it cannot be read.
    [[nodiscard]] std::string load();

    // In the order of the documents: findings that are in the file are none any more. All findings are noted.
    void take(ReportDocument& document);
    [[nodiscard]] std::size_t known() const { return known_; }
    // Entries of documents that were seen, which no finding needs any more.
    [[nodiscard]] std::vector<BaselineKey> stale() const;

    // The bytes of the file: all findings of this run, or (`prune`) what was in it and is still found or was not looked at.
    [[nodiscard]] std::string written(bool prune) const;

private:
    [[nodiscard]] BaselineKey key_of(const ReportDocument& document, const ReportClaim& claim) const;
    [[nodiscard]] std::string path_of(const std::string& path) const;

    std::string file_;
    std::map<BaselineKey, std::size_t> entries_;  // how often each was there
    std::map<BaselineKey, std::size_t> left_;     // and is not yet matched
    std::map<BaselineKey, std::size_t> found_;
    std::set<std::pair<std::string, std::string>> seen_;  // path and id of documents
    std::size_t known_ = 0;
};

}  // namespace factcheck
