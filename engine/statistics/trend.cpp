// Directions over years: has fallen, keeps rising, has stopped; and whether a choice of years makes them.
#include "statistics/windows.hpp"

#include <algorithm>

namespace factcheck::statistics {

namespace {

const std::string rule = "trend";

// Up, down or neither, where less than `trend_least` percent is neither.
int sign_of(const Case& c, const Rational& from, const Rational& to) {
    const Rational least = absolute(from) * c.index.weight("trend_least") / 100;
    const Rational moved = to - from;
    if (absolute(moved) <= least) return 0;
    return moved > 0 ? 1 : -1;
}

struct Course {
    int whole = 0;    // from the first to the last year
    int with = 0;     // steps in the direction claimed
    int against = 0;  // steps the other way
    bool known = false;
};

Course course_of(const Case& c, YearSpan window, int wanted) {
    Course out;
    std::optional<Figure> first, last;
    for (const int year : c.years()) {
        if (year < window.first || year > window.last) continue;
        const auto figure = c.at(year);
        if (last) {
            const Rational step = (figure->value - last->value) * wanted;
            out.with += step > 0 ? 1 : 0;
            out.against += step < 0 ? 1 : 0;
        }
        if (!first) first = figure;
        last = figure;
    }
    out.known = first && last && out.with + out.against > 0;
    if (first && last) out.whole = sign_of(c, first->value, last->value) * wanted;
    if (first && last && first->value == last->value) out.known = true;
    return out;
}

std::string told(const Case& c, YearSpan window) {
    const auto a = c.at(window.first), b = c.at(window.last);
    if (!a || !b) return c.about(c.subject.name);
    return c.about(c.subject.name) + ": " + shown(c, a->value) + " in " + std::to_string(window.first) + ", " +
           shown(c, b->value) + " in " + std::to_string(window.last);
}

// How often the direction survives when the ends are moved a little.
Rational stability(const Case& c, YearSpan window, int wanted) {
    int held = 0, looked = 0;
    for (int a = window.first - 2; a <= window.first + 2; ++a)
        for (int b = window.last - 1; b <= window.last; ++b) {
            if (b - a < 2) continue;
            const auto from = c.at(a), to = c.at(b);
            if (!from || !to) continue;
            ++looked;
            held += sign_of(c, from->value, to->value) == wanted ? 1 : 0;
        }
    return looked == 0 ? Rational(1) : Rational(held, looked);
}

Opinion one_window(const Case& c, YearSpan window, int wanted, const Windows& windows) {
    const Course course = course_of(c, window, wanted);
    Opinion out;
    out.rule = rule;
    out.say = told(c, window);
    out.cites = {{&c.way(), c.subject.id, window.first}, {&c.way(), c.subject.id, window.last}};
    if (!course.known) return no_window(c, rule);
    const bool steadily = c.part.has(Purpose::steadily);
    const Rational steps = course.with + course.against;
    if (steadily && course.whole > 0 && steps > 0 && course.against / steps > c.index.weight("steady_exceptions")) {
        out.verdict = Verdict::contradicted;
        out.notes.push_back("it moved the other way in " + std::to_string(course.against) + " of " +
                            std::to_string(course.with + course.against) + " steps");
        return out;
    }
    out.verdict = course.whole > 0 ? Verdict::supported : Verdict::contradicted;
    if (course.whole < 0) out.cause = wanted > 0 ? "it fell" : "it rose";
    if (out.verdict == Verdict::supported && windows.stated && window.last - window.first <= 12) {
        const Rational stable = stability(c, window, wanted);
        if (stable < c.index.weight("stable_least")) {
            out.verdict = Verdict::misleading;
            out.notes.push_back("the direction holds in " + to_decimal_string(stable * 100, 0, Rounding::nearest) +
                                " percent of the stretches that begin or end a little earlier or later");
        }
    }
    return out;
}

Opinion denied_of(Opinion out) {
    if (out.verdict == Verdict::supported || out.verdict == Verdict::misleading)
        out.verdict = Verdict::contradicted;
    else if (out.verdict == Verdict::contradicted)
        out.verdict = Verdict::supported;
    return out;
}

}  // namespace

Opinion judge_trend(const Case& c, Direction direction, bool denied) {
    const Windows windows = windows_of(c, 1);
    if (windows.all.empty()) return no_window(c, rule);
    const int wanted = direction == Direction::down ? -1 : 1;
    Opinion best = open(rule, Reason::no_base, "");
    int held = 0, failed = 0;
    for (const YearSpan& window : windows.all) {
        Opinion one = one_window(c, window, wanted, windows);
        if (denied) one = denied_of(std::move(one));
        held += one.verdict == Verdict::supported ? 1 : 0;
        failed += one.verdict == Verdict::contradicted ? 1 : 0;
        best = milder(std::move(best), std::move(one));
    }
    if (!windows.stated && held > 0 && failed > 0) {
        if (held >= 3 * failed) return best;
        return open(rule, Reason::no_period,
                    "the text does not say since when: it holds over some stretches of years and not over others",
                    "name the years");
    }
    return best;
}

// Whether the yearly change itself has grown: the mean step of the last third of the stretch against that of the first.
Opinion judge_quickening(const Case& c, bool denied) {
    Windows windows = windows_of(c, 10);
    std::vector<int> years = c.years();
    std::erase_if(years, [&](int y) { return y >= c.year; });
    if (years.size() < 12) return no_window(c, rule);
    YearSpan window{years.front(), years.back()};
    if (windows.stated && !windows.all.empty()) window = windows.all.front();
    const int third = (window.last - window.first) / 3;
    const auto a = c.at(window.first), b = c.at(window.first + third), x = c.at(window.last - third), y = c.at(window.last);
    if (third < 3 || !a || !b || !x || !y) return no_window(c, rule);
    const Rational early = (b->value - a->value) / third, late = (y->value - x->value) / third;
    Opinion out;
    out.rule = "trend";
    out.verdict = absolute(late) > absolute(early) * Rational(11, 10) ? Verdict::supported : Verdict::contradicted;
    out.say = c.about(c.subject.name) + ": " + shown(c, early) + " a year at first, " + shown(c, late) + " a year in the end";
    for (const int year : {window.first, window.first + third, window.last - third, window.last})
        out.cites.push_back({&c.way(), c.subject.id, year});
    return denied ? denied_of(std::move(out)) : out;
}

// Nothing is left: stopped, eliminated, phased out, does not use.
Opinion judge_ended(const Case& c, bool denied) {
    const std::vector<int> years = c.years();
    std::vector<int> now = years_of_now(c, c.subject.id);
    for (const Time& time : c.part.times)
        if (!time.now && !time.fine && !time.spans.empty() && time.spans.front().first == time.spans.front().last)
            now = {time.spans.front().first};
    if (now.empty()) return missing(c, "ended", c.subject.name, {c.year, c.year}, years);
    Rational most = 0;
    for (const int year : years) most = std::max(most, c.at(year)->value);
    Opinion best = open("ended", Reason::no_period, "");
    for (const int year : now) {
        const auto figure = c.at(year);
        if (!figure) continue;
        Opinion one;
        one.rule = "ended";
        one.verdict = figure->value * 100 <= most ? Verdict::supported : Verdict::contradicted;
        one.say = c.about(c.subject.name) + ", " + std::to_string(year) + ": " + shown(c, figure->value);
        one.cites = {{&c.way(), c.subject.id, year}};
        best = milder(std::move(best), denied ? denied_of(std::move(one)) : std::move(one));
    }
    if (best.verdict == Verdict::unverifiable) return missing(c, "ended", c.subject.name, {now.front(), now.front()}, years);
    return best;
}

}  // namespace factcheck::statistics
