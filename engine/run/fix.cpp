#include "run/fix.hpp"

#include "model/utf8.hpp"

#include <algorithm>
#include <utility>

namespace factcheck {
namespace {

// The byte at which each of the code points begins; their order is kept.
class ByteOf {
public:
    explicit ByteOf(std::string_view bytes) : bytes_(bytes) {}
    // Ascending.
    std::size_t operator()(std::size_t code_point) {
        while (at_ < code_point && byte_ < bytes_.size()) {
            byte_ += decode_utf8(bytes_, byte_).size;
            ++at_;
        }
        return byte_;
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    std::size_t byte_ = 0;
};

bool is_certain(const ReportClaim& claim) {
    return claim.severity == Severity::error && claim.verdict == Verdict::contradicted && !claim.suggestion.empty() &&
           claim.alternative.empty() && claim.assumed.empty() && claim.replace_end > claim.replace_start;
}

std::size_t faults_of(const ReportDocument& document) {
    const auto is_fault = [](const ReportClaim& claim) { return claim.severity.has_value(); };
    return static_cast<std::size_t>(std::count_if(document.claims.begin(), document.claims.end(), is_fault));
}

std::vector<Edit> proposed(std::string_view bytes, const ReportDocument& document) {
    std::vector<const ReportClaim*> claims;
    for (const ReportClaim& claim : document.claims)
        if (is_certain(claim)) claims.push_back(&claim);
    std::stable_sort(claims.begin(), claims.end(),
                     [](const auto* a, const auto* b) { return a->replace_start < b->replace_start; });
    std::vector<Edit> edits;
    ByteOf begin(bytes);
    ByteOf end(bytes);
    for (const ReportClaim* claim : claims) {
        const std::size_t from = begin(claim->replace_start);
        const std::size_t to = end(std::max(claim->replace_end, claim->replace_start));
        if (!edits.empty() && from < edits.back().to) continue;  // said twice, or two repairs of one place
        if (!in_quotation(bytes, from)) edits.push_back({from, to, claim->suggestion});
    }
    return edits;
}

struct Line {
    std::size_t from;
    std::size_t past;  // its line break is within
};

std::vector<Line> lines_of(std::string_view bytes) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t past = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
        lines.push_back({at, past});
        at = past;
    }
    return lines;
}

std::size_t count_lines(std::string_view text) { return lines_of(text).size(); }

void add_lines(std::string& out, char mark, std::string_view text) {
    for (const Line& line : lines_of(text)) {
        out += mark;
        out += text.substr(line.from, line.past - line.from);
        if (!out.ends_with('\n')) out += "\n\\ No newline at end of file\n";
    }
}

}  // namespace

bool in_quotation(std::string_view bytes, std::size_t at) {
    const std::size_t blank = bytes.substr(0, at).rfind("\n\n");
    const std::string_view before = bytes.substr(0, at).substr(blank == std::string_view::npos ? 0 : blank);
    const std::size_t opened = before.rfind("\u201C");
    const std::size_t closed = before.rfind("\u201D");
    if (opened != std::string_view::npos && (closed == std::string_view::npos || closed < opened)) return true;
    return std::count(before.begin(), before.end(), '"') % 2 != 0;
}

std::string edited(std::string_view bytes, const std::vector<Edit>& edits) {
    std::string out;
    std::size_t at = 0;
    for (const Edit& edit : edits) {
        out += bytes.substr(at, edit.from - at);
        out += edit.words;
        at = edit.to;
    }
    return out + std::string(bytes.substr(at));
}

std::vector<Edit> certain_edits(const std::string& bytes, const Judge& judge) {
    const ReportDocument before = judge(bytes);
    if (before.partly_read) return {};
    const std::vector<Edit> all = proposed(bytes, before);
    if (all.empty()) return {};
    const std::size_t faults = faults_of(before);
    if (faults_of(judge(edited(bytes, all))) + all.size() == faults) return all;
    // Some repairs stand in each other's way, or lead to new findings: each has to show what it is good for.
    std::vector<Edit> kept;
    std::size_t left = faults;
    for (const Edit& edit : all) {
        kept.push_back(edit);
        const std::size_t now = faults_of(judge(edited(bytes, kept)));
        if (now < left)
            left = now;
        else
            kept.pop_back();
    }
    return kept;
}

std::string unified_diff(std::string_view path, std::string_view before, const std::vector<Edit>& edits) {
    constexpr std::size_t around = 3;
    const std::vector<Line> lines = lines_of(before);
    std::string out;
    std::ptrdiff_t moved = 0;  // lines that came before this place
    for (auto first = edits.begin(); first != edits.end();) {
        const auto line_of = [&](std::size_t byte) {
            const auto holds = [](const Line& line, std::size_t at) { return line.past <= at; };
            return static_cast<std::size_t>(std::lower_bound(lines.begin(), lines.end(), byte, holds) - lines.begin());
        };
        const std::size_t top = line_of(first->from);
        std::size_t bottom = line_of(first->to - 1);
        auto past = std::next(first);
        for (; past != edits.end() && line_of(past->from) <= bottom + 2 * around; ++past) bottom = line_of(past->to - 1);
        const std::size_t from = top - std::min(top, around);
        const std::size_t to = std::min(bottom + 1 + around, lines.size());
        std::string body;
        std::size_t new_lines = to - from;
        std::size_t line = from;
        for (auto edit = first; edit != past;) {  // edits of neighbouring lines are one change
            const std::size_t begin = line_of(edit->from);
            std::size_t end = line_of(edit->to - 1) + 1;
            std::vector<Edit> together{*edit};
            for (++edit; edit != past && line_of(edit->from) < end; ++edit) {
                together.push_back(*edit);
                end = line_of(edit->to - 1) + 1;
            }
            for (; line < begin; ++line)
                add_lines(body, ' ', before.substr(lines[line].from, lines[line].past - lines[line].from));
            const std::string_view old = before.substr(lines[begin].from, lines[end - 1].past - lines[begin].from);
            for (Edit& each : together) each.from -= lines[begin].from, each.to -= lines[begin].from;
            const std::string changed = edited(old, together);
            add_lines(body, '-', old);
            add_lines(body, '+', changed);
            new_lines = new_lines + count_lines(changed) - (end - begin);
            line = end;
        }
        for (; line < to; ++line) add_lines(body, ' ', before.substr(lines[line].from, lines[line].past - lines[line].from));
        const auto at = static_cast<std::ptrdiff_t>(from) + 1;
        out += "@@ -" + std::to_string(at) + "," + std::to_string(to - from) + " +" + std::to_string(at + moved) + "," +
               std::to_string(new_lines) + " @@\n" + body;
        moved += static_cast<std::ptrdiff_t>(new_lines) - static_cast<std::ptrdiff_t>(to - from);
        first = past;
    }
    return out.empty() ? out : "--- a/" + std::string(path) + "\n+++ b/" + std::string(path) + "\n" + out;
}

}  // namespace factcheck
