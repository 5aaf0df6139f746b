// Changes with a size: by a percentage, by an amount, doubled.
#include "link/stated.hpp"
#include "statistics/windows.hpp"

#include <algorithm>

namespace factcheck::statistics {

namespace {

const std::string rule = "change";

struct Ends {
    Figure base, end;
};

std::optional<Ends> ends_of(const Case& c, YearSpan window) {
    const auto base = c.at(window.first), end = c.at(window.last);
    if (!base || !end) return std::nullopt;
    return Ends{*base, *end};
}

std::string told(const Case& c, YearSpan window, const Ends& ends) {
    return c.about(c.subject.name) + ": " + shown(c, ends.base.value) + " in " + std::to_string(window.first) + ", " +
           shown(c, ends.end.value) + " in " + std::to_string(window.last);
}

Opinion with(const Case& c, YearSpan window, const Ends& ends, Verdict verdict) {
    Opinion out;
    out.rule = rule;
    out.verdict = verdict;
    out.say = told(c, window, ends);
    out.cites = {{&c.way(), c.subject.id, window.first}, {&c.way(), c.subject.id, window.last}};
    return out;
}

// A stated stretch is judged by itself. Without one any base may be meant: it is contradicted only if all fail, and what some
// readings allow and others do not is not known.
template <class Judge>
Opinion over_windows(const Case& c, const Windows& windows, Judge judge) {
    if (windows.all.empty()) return no_window(c, rule);
    Opinion best = open(rule, Reason::no_base, "");
    bool held = false, failed = false;
    for (const YearSpan& window : windows.all) {
        Opinion one = judge(window);
        held =
            held || one.verdict == Verdict::supported || one.verdict == Verdict::imprecise || one.verdict == Verdict::misleading;
        failed = failed || one.verdict == Verdict::contradicted;
        best = milder(std::move(best), std::move(one));
    }
    if (!windows.stated && held && failed)
        return open(rule, Reason::no_base, "the text does not say since when: it holds from some years and not from others",
                    "name the year that it is measured from");
    return best;
}

Known known_size(const Rational& size, Unit unit) {
    Known out;
    out.e = size;
    out.set = exactly(size);
    out.unit = unit;
    out.derived = true;
    return out;
}

Opinion one_change(const Case& c, const Value& value, Direction direction, YearSpan window) {
    const auto ends = ends_of(c, window);
    if (!ends) return no_window(c, rule);
    const int sign = direction == Direction::down ? -1 : 1;
    Stated stated = value.stated;
    const Dimension dimension = stated.unit.dimension;
    const Rational difference = (ends->end.value - ends->base.value) * sign;
    const auto judged = [&](const Rational& size) {
        const Relation relation = relate(stated, known_size(size, stated.unit), {});
        Opinion out = with(c, window, *ends, relation.verdict);
        out.right = size;
        out.unit = stated.unit;
        if (direction != Direction::none && size < 0) out.cause = difference * sign < 0 ? "it fell" : "it rose";
        if (direction != Direction::none && size < 0 && out.verdict == Verdict::imprecise) out.verdict = Verdict::contradicted;
        return out;
    };
    if (dimension == Dimension::percent || dimension == Dimension::points) {
        const bool share = c.way().said->unit.dimension == Dimension::percent || c.candidate.of_world;
        if (dimension == Dimension::points)
            return share ? judged(difference) : open(rule, Reason::other_definition, "the figures are no percentages");
        if (ends->base.value == 0) return open(rule, Reason::no_base, "the base is nought: there is no percentage of it");
        Opinion relative = judged(difference * 100 / absolute(ends->base.value));
        if (!share || relative.verdict != Verdict::contradicted) return relative;
        Opinion points = judged(difference);
        if (points.verdict == Verdict::contradicted) return relative;
        points.verdict = Verdict::misleading;
        points.notes.push_back("a difference of percentages is in percentage points");
        return points;
    }
    const auto factor = factor_to(c.candidate, value);
    if (!factor)
        return open(rule, Reason::other_definition, "the figures of " + c.about(c.subject.name) + " are in another unit");
    return judged(difference * *factor);
}

}  // namespace

Opinion judge_change(const Case& c, const Value& value, Direction direction) {
    Windows windows = windows_of(c, 1);
    // "Lower in 2019 than in 1919" tells the first from the second year.
    const bool than =
        c.part.times.size() >= 2 && c.part.times[0].spans.size() == 1 && c.part.times[1].spans.size() == 1 &&
        (word_before(c.laid, c.part.times[1].first) == "than" || word_before(c.laid, c.part.times[1].first, 2) == "than");
    if (than && c.part.times[0].spans[0].first < c.part.times[1].spans[0].first)
        direction = direction == Direction::down ? Direction::up : Direction::down;
    if (!windows.stated) {
        const std::vector<int> years = c.years();
        windows.all.clear();
        if (const std::vector<int> now = years_of_now(c, c.subject.id); !now.empty())
            for (const int year : years)
                if (year < now.front() && year >= now.front() - 20) windows.all.push_back({year, now.front()});
    }
    Opinion out = over_windows(c, windows, [&](YearSpan window) { return one_change(c, value, direction, window); });
    out.focus = value.at;
    return out;
}

Opinion judge_multiple(const Case& c, const MentionAt& multiple) {
    const Stated stated = stated_of(*multiple.mention);
    Opinion out = over_windows(c, windows_of(c, 1), [&](YearSpan window) {
        const auto ends = ends_of(c, window);
        if (!ends) return no_window(c, rule);
        if (ends->base.value == 0) return open(rule, Reason::no_base, "the base is nought: nothing is a multiple of it");
        const Rational times = ends->end.value / ends->base.value;
        Opinion one = with(c, window, *ends, relate(stated, known_size(times, stated.unit), {}).verdict);
        one.right = times;
        one.unit = stated.unit;
        return one;
    });
    out.focus = &multiple;
    return out;
}

}  // namespace factcheck::statistics
