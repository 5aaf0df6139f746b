#include "reference/faults.hpp"

#include "model/limits.hpp"
#include "model/utf8.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace factcheck {

namespace {

constexpr std::size_t shown_bytes = 60;
constexpr std::size_t compared_bytes = 64;  // longer words are not misspelt names

// Letters added, lost, changed, or swapped with their neighbour.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> two_up(b.size() + 1), up(b.size() + 1), row(b.size() + 1);
    std::iota(up.begin(), up.end(), 0U);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({up[j] + 1, row[j - 1] + 1, up[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], two_up[j - 2] + 1);
        }
        two_up.swap(up);
        up.swap(row);
    }
    return up[b.size()];
}

}  // namespace

void add_fault(Faults& faults, std::size_t line, std::size_t column, std::string message) {
    if (faults.found.size() == limits::faults_per_file)
        ++faults.more;
    else
        faults.found.push_back({{faults.file, line, column}, Severity::error, std::move(message)});
}

void hand_over(Faults faults, Diagnostics& diagnostics) {
    std::stable_sort(faults.found.begin(), faults.found.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.place < b.place; });
    const auto same_place = [](const Diagnostic& a, const Diagnostic& b) { return a.place.line > 0 && a.place == b.place; };
    faults.found.erase(std::unique(faults.found.begin(), faults.found.end(), same_place), faults.found.end());
    diagnostics.insert(diagnostics.end(), faults.found.begin(), faults.found.end());
    if (faults.more > 0)
        diagnostics.push_back({{faults.file, 0, 0}, Severity::error, std::to_string(faults.more) + " more faults in this file"});
}

std::string shown(std::string_view value) {
    if (value.size() <= shown_bytes) return '"' + std::string(value) + '"';
    return '"' + std::string(value.substr(0, code_point_start(value, shown_bytes))) + "...\"";
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    if (word.empty() || word.size() > compared_bytes) return {};
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    const std::string* nearest = nullptr;
    for (const std::string& candidate : known) {
        if (candidate.size() > compared_bytes) continue;
        const std::size_t distance = edits(word, candidate);
        if (distance > least || (distance == least && (nearest == nullptr || candidate >= *nearest))) continue;
        least = distance;
        nearest = &candidate;
    }
    return nearest == nullptr ? std::string{} : " (did you mean " + *nearest + "?)";
}

}  // namespace factcheck
