#include "diagnose/locate.hpp"

#include "model/line_hash.hpp"
#include "model/utf16.hpp"

#include <algorithm>

namespace factcheck {
namespace {

std::vector<std::size_t> sorted_once(std::vector<std::size_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

std::size_t place_in(const std::vector<std::size_t>& numbers, std::size_t number) {
    return static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), number) - numbers.begin());
}

}  // namespace

void add_utf16(const Text& text, std::vector<ReportClaim>& claims) {
    const auto line_of = [](std::size_t point, std::size_t column) { return point + 1 - column; };
    std::vector<std::size_t> points;
    for (const ReportClaim& claim : claims)
        points.insert(points.end(), {claim.start, claim.end, claim.replace_start, claim.replace_end,
                                     line_of(claim.start, claim.column), line_of(claim.end, claim.end_column)});
    points = sorted_once(std::move(points));
    const std::vector<std::size_t> pairs =
        text.ascii ? std::vector<std::size_t>(points.size(), 0) : pairs_before(text.original, points);
    const auto before = [&](std::size_t point) { return pairs[place_in(points, point)]; };
    for (ReportClaim& claim : claims) {
        claim.utf16_column = claim.column + before(claim.start) - before(line_of(claim.start, claim.column));
        claim.utf16_end_column = claim.end_column + before(claim.end) - before(line_of(claim.end, claim.end_column));
        claim.utf16_replace_start = claim.replace_start + before(claim.replace_start);
        claim.utf16_replace_end = claim.replace_end + before(claim.replace_end);
    }
}

void add_line_hashes(const Text& text, std::vector<ReportClaim>& claims) {
    if (claims.empty()) return;
    std::vector<std::size_t> lines;
    for (const ReportClaim& claim : claims) lines.push_back(claim.line);
    lines = sorted_once(std::move(lines));
    const std::vector<std::string> hashes = line_hashes(text.original, lines);
    for (ReportClaim& claim : claims) claim.line_hash = hashes[place_in(lines, claim.line)];
}

}  // namespace factcheck
