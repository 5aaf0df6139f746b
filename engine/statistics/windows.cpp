#include "statistics/windows.hpp"

#include <algorithm>
#include <array>

namespace factcheck::statistics {

namespace {

constexpr int nearest_years = 1;  // "since 2005" of figures that begin in 2006
constexpr std::array backwards{1, 2, 3, 5, 10};

std::optional<int> nearest(const std::vector<int>& years, int year, int reach) {
    for (int off = 0; off <= reach; ++off)
        for (const int y : {year + off, year - off})
            if (std::binary_search(years.begin(), years.end(), y)) return y;
    return std::nullopt;
}

std::optional<int> newest_of(const Case& c, const std::vector<int>& years) {
    for (auto it = years.rbegin(); it != years.rend(); ++it)
        if (*it < c.year || (*it == c.year && years.size() == 1)) return *it;
    return std::nullopt;
}

}  // namespace

Windows windows_of(const Case& c, int least) {
    Windows out;
    const std::vector<int> years = c.years();
    if (years.size() < 2) return out;
    const auto newest = newest_of(c, years);
    if (!newest || Rational(c.year - *newest) > c.index.weight("stale_years")) {
        if (c.part.times.empty() || c.part.times.front().now) return out;
    }
    std::vector<const Time*> points;
    for (const Time& time : c.part.times)
        if (!time.now && !time.spans.empty()) points.push_back(&time);
    if (points.empty()) {
        for (const int back : backwards)
            if (back >= least && newest)
                if (const auto first = nearest(years, *newest - back, 0)) out.all.push_back({*first, *newest});
        return out;
    }
    out.stated = true;
    if (points.size() >= 2 && points[0]->spans[0] != points[1]->spans[0]) {
        const auto a = nearest(years, std::min(points[0]->spans[0].first, points[1]->spans[0].first), nearest_years);
        const auto b = nearest(years, std::max(points[0]->spans[0].last, points[1]->spans[0].last), nearest_years);
        if (a && b && *a < *b) out.all.push_back({*a, *b});
        return out;
    }
    const Time& time = *points.front();
    YearSpan span = time.spans.front();
    if (time.until) span = {years.front(), span.first - 1};
    const bool to_now = time.since || time.length || time.vague || span.last >= c.year;
    if (to_now) span.last = newest ? *newest : years.back();
    if (span.first == span.last && !time.since) span.first -= 1;  // "rose in 2020": on the year before
    out.vague = time.vague || (time.length && span.last - span.first <= 10);
    const auto a = nearest(years, span.first, time.vague || time.length ? 2 : nearest_years);
    const auto b = nearest(years, span.last, nearest_years);
    // "For centuries" reaches back behind the figures: all of them are looked at.
    if (time.length && span.first < years.front() && b && *b > years.front()) out.all.push_back({years.front(), *b});
    if (a && b && *a < *b) out.all.push_back({*a, *b});
    return out;
}

Opinion no_window(const Case& c, const std::string& rule) {
    const std::vector<int> years = c.years();
    for (const Time& time : c.part.times)
        if (!time.now && !time.spans.empty()) return missing(c, rule, c.subject.name, time.spans.front(), years);
    return missing(c, rule, c.subject.name, {c.year, c.year}, years);
}

}  // namespace factcheck::statistics
