// Levels: a value in a year, over several years, now; and a rise from one value to another.
#include "statistics/opinion.hpp"

#include <algorithm>

namespace factcheck::statistics {

namespace {

const std::string rule = "level";

bool is_bound(const Stated& s) {
    return s.hedge == Hedge::over || s.hedge == Hedge::under || s.hedge == Hedge::at_least || s.hedge == Hedge::at_most ||
           s.hedge == Hedge::up_to;
}

// "Exceeds the recommended 1:600", "falls short of": words that make a bound of a bare value.
Stated with_bound(const Case& c, const Value& value) {
    Stated out = value.stated;
    if (out.hedge != Hedge::exact) return out;
    for (const Sign& sign : c.part.signs) {
        if (sign.last > value.at->first) continue;
        if (sign.purpose == Purpose::above) out.hedge = Hedge::over, out.set = above(out.n);
        if (sign.purpose == Purpose::below) out.hedge = Hedge::under, out.set = below(out.n);
    }
    return out;
}

// "32.3 MT" may be tonnes or millions of them.
std::vector<Rational> readings_of_unit(const Value& value) {
    if (value.written == "MT" || value.written == "Mt" || value.written == "mt") return {1, Rational(1, 1'000'000)};
    return {1};
}

struct Measure {
    Stated stated;
    Rational factor;
};

Opinion of_figure(const Case& c, const Measure& m, const Figure& figure, std::vector<int> years, const std::string& how) {
    const Known known = known_from(figure, m.factor, m.stated.unit);
    const Relation relation = relate(m.stated, known, {});
    Opinion out;
    out.rule = rule;
    out.verdict = relation.verdict;
    out.reason = relation.reason;
    out.right = known.e;
    out.unit = m.stated.unit;
    // A bound that is true and far from tight misleads only where it stands against one figure.
    if (out.verdict == Verdict::misleading && is_bound(m.stated)) out.verdict = Verdict::supported;
    out.say = c.about(c.subject.name) + how + ": " + shown(c, figure.value);
    for (const int y : years) out.cites.push_back({&c.way(), c.subject.id, y});
    return out;
}

std::string in_year(int year) { return ", " + std::to_string(year); }
std::string over_years(const std::vector<int>& years, const std::string& what) {
    return ", " + what + " of " + std::to_string(years.front()) + " to " + std::to_string(years.back());
}

Opinion in_years(const Case& c, const Measure& m, const std::vector<int>& years) {
    Opinion out = open(rule, Reason::no_period, "");
    for (const int year : years)
        if (const auto figure = c.at(year)) out = milder(std::move(out), of_figure(c, m, *figure, {year}, in_year(year)));
    return out;
}

// Every year of a stretch is looked at; what is known may refute even where years are missing.
Opinion each_year(const Case& c, const Measure& m, YearSpan span, const std::vector<int>& known) {
    std::vector<int> years;
    std::vector<int> bad;
    Opinion worst = open(rule, Reason::gap, "");
    worst.verdict = Verdict::supported;
    for (const int year : known) {
        if (year < span.first || year > span.last) continue;
        years.push_back(year);
        Opinion one = of_figure(c, m, *c.at(year), {year}, in_year(year));
        if (one.verdict == Verdict::contradicted) bad.push_back(year);
        if (years.size() == 1)
            worst = std::move(one);
        else
            worst = harsher(std::move(worst), std::move(one));
    }
    if (years.empty()) return missing(c, rule, c.subject.name, span, known);
    if (!bad.empty()) {
        worst.notes.push_back("it does not hold in " + std::to_string(bad.size()) + " of " + std::to_string(years.size()) +
                              " years");
        return worst;
    }
    const bool gaps = years.back() - years.front() + 1 != static_cast<int>(years.size()) &&
                      static_cast<int>(years.size()) * 2 < span.last - span.first;
    if (years.front() > span.first + 1 || years.back() < span.last - 1 || gaps)
        return missing(c, rule, c.subject.name, span, known);
    return worst;
}

Opinion mean_or_sum(const Case& c, const Measure& m, YearSpan span, const std::vector<int>& known, bool sum) {
    Figure total{0, 0, true};
    std::vector<int> years;
    for (const int year : known) {
        if (year < span.first || year > span.last) continue;
        total.value += c.at(year)->value;
        years.push_back(year);
    }
    if (years.empty() || years.front() > span.first || years.back() < span.last)
        return missing(c, rule, c.subject.name, span, known);
    if (!sum) total.value /= static_cast<int>(years.size());
    return of_figure(c, m, total, {years.front(), years.back()}, over_years(years, sum ? "the sum" : "the mean"));
}

Opinion over_span(const Case& c, const Measure& m, YearSpan span, bool a_year_each) {
    const std::vector<int> known = c.years();
    if (c.part.has(Purpose::average)) return mean_or_sum(c, m, span, known, false);
    const bool total = c.way().said->form == FigureForm::total && !c.candidate.of_world && !a_year_each;
    if (c.part.has(Purpose::steadily) || (is_bound(m.stated) && !total)) return each_year(c, m, span, known);
    Opinion out = mean_or_sum(c, m, span, known, false);
    if (total) {
        out = milder(std::move(out), mean_or_sum(c, m, span, known, true));
        return milder(std::move(out), in_years(c, m, {span.last}));
    }
    // Most of the years will do for "about": the mean of a rising line is a year in its middle.
    int held = 0, looked = 0;
    for (const int year : known) {
        if (year < span.first || year > span.last) continue;
        ++looked;
        held += of_figure(c, m, *c.at(year), {year}, in_year(year)).verdict != Verdict::contradicted ? 1 : 0;
    }
    if (looked > 0 && held * 2 > looked)
        return milder(std::move(out),
                      in_years(c, m, known.empty() ? known : std::vector<int>{span.first, span.last, known[known.size() / 2]}));
    return out;
}

bool past_only(const Case& c) {
    bool past = false;
    for (std::size_t i = c.part.first; i < c.part.past; ++i) {
        const std::string& word = c.laid.tokens[i].lower;
        if (word == "is" || word == "are" || word == "has" || word == "have" || word == "it's") return false;
        past = past || word == "was" || word == "were" || word == "had";
    }
    return past;
}

Opinion without_time(const Case& c, const Measure& m) {
    const std::vector<int> known = c.years();
    if (known.empty()) return missing(c, rule, c.subject.name, {c.year, c.year}, known);
    if (past_only(c)) {
        Opinion any = in_years(c, m, known);
        if (any.verdict == Verdict::contradicted) {
            any.notes.push_back("in no year from " + std::to_string(known.front()) + " to " + std::to_string(known.back()));
            return any;
        }
        return open(rule, Reason::no_period, "the text does not say for which year", "name the year");
    }
    const std::vector<int> now = years_of_now(c, c.subject.id);
    if (now.empty()) return missing(c, rule, c.subject.name, {c.year, c.year}, known);
    return in_years(c, m, now);
}

Opinion for_time(const Case& c, const Measure& m, const Time& time, bool a_year_each) {
    if (time.now) return without_time(c, m);
    if (time.fine)
        return open(rule, Reason::too_coarse, "the figures are of whole years, and the text speaks of a part of one",
                    "figures by month");
    const std::vector<int> known = c.years();
    Opinion out = open(rule, Reason::no_period, "");
    bool first = true;
    for (YearSpan span : time.spans) {
        if (time.until) span = {known.empty() ? span.first : known.front(), span.first - 1};
        // "Since" reaches to the newest figure, if that is not too old.
        if (time.since && !known.empty() && known.back() >= span.first) {
            span.last = std::min(c.year, std::max(known.back(), c.year - 5));
            if (span.last > known.back()) span.last = known.back();
        }
        if (time.vague || time.length) span.last = known.empty() ? span.last : std::min(span.last, known.back());
        Opinion one = span.first == span.last
                          ? (c.at(span.first) ? in_years(c, m, {span.first}) : missing(c, rule, c.subject.name, span, known))
                          : over_span(c, m, span, a_year_each);
        out = first ? std::move(one) : milder(std::move(out), std::move(one));
        first = false;
    }
    return out;
}

// The time that belongs to a value: the first behind it before the next value, else the nearest before it.
const Time* time_for(const Case& c, const Value& value) {
    const Time* best = nullptr;
    std::size_t limit = c.part.past;
    for (const Value& other : c.part.values)
        if (other.at->first > value.at->last) limit = std::min(limit, other.at->first);
    for (const Time& time : c.part.times) {
        const bool behind = time.first > value.at->last;
        if (behind && time.first < limit) return &time;
        if (!behind) best = &time;
    }
    return best != nullptr ? best : c.part.times.empty() ? nullptr : &c.part.times.front();
}

// The year of which the value is right, where there is one alone (or two side by side).
std::string other_year(const Case& c, const Measure& m) {
    if (is_bound(m.stated)) return {};
    std::vector<int> right;
    for (const int year : c.years())
        if (of_figure(c, m, *c.at(year), {year}, "").verdict == Verdict::supported) right.push_back(year);
    if (right.empty() || right.size() > 2 || right.back() - right.front() > 1) return {};
    return "it is the figure of " + std::to_string(right.front());
}

}  // namespace

Opinion judge_level(const Case& c, const Value& value) {
    const auto factor = factor_to(c.candidate, value);
    if (!factor)
        return open(rule, Reason::other_definition, "the figures of " + c.about(c.subject.name) + " are in another unit");
    const Stated stated = with_bound(c, value);
    Opinion out;
    bool first = true;
    for (const Rational& reading : readings_of_unit(value)) {
        const Measure m{stated, *factor * reading};
        const Time* time = time_for(c, value);
        // "During the 1990s and early 2000s": one stretch.
        Time joined;
        if (time != nullptr && c.part.times.size() == 2 && c.part.values.size() == 1 &&
            word_after(c.laid, c.part.times[0].last) == "and" && !c.part.times[0].spans.empty() &&
            !c.part.times[1].spans.empty()) {
            joined = c.part.times[0];
            joined.spans = {{c.part.times[0].spans[0].first, c.part.times[1].spans[0].last}};
            time = &joined;
        }
        Opinion one = time == nullptr ? without_time(c, m) : for_time(c, m, *time, value.a_year != 1);
        out = first ? std::move(one) : milder(std::move(out), std::move(one));
        first = false;
    }
    out.rule = rule;
    out.focus = value.at;
    if (out.verdict == Verdict::contradicted) out.cause = other_year(c, {stated, *factor});
    return out;
}

Opinion judge_from_to(const Case& c, const Value& from, const Value& to) {
    const auto factor = factor_to(c.candidate, to);
    const auto factor_from = factor_to(c.candidate, from);
    if (!factor || !factor_from)
        return open("change", Reason::other_definition, "the figures of " + c.about(c.subject.name) + " are in another unit");
    const auto at = [&](const Value& value, const Rational& f, int year) {
        Opinion out =
            c.at(year) ? in_years(c, {value.stated, f}, {year}) : missing(c, rule, c.subject.name, {year, year}, c.years());
        out.focus = value.at;
        return out;
    };
    // One stretch: its ends. Else each value has its own time.
    if (c.part.times.size() == 1 && !c.part.times.front().spans.empty() && !c.part.times.front().now) {
        const Time& time = c.part.times.front();
        YearSpan span = time.spans.front();
        const std::vector<int> known = c.years();
        if (time.since || time.vague || time.length) span.last = known.empty() ? c.year : known.back();
        if (span.first != span.last) return harsher(at(from, *factor_from, span.first), at(to, *factor, span.last));
    }
    return harsher(judge_level(c, from), judge_level(c, to));
}

}  // namespace factcheck::statistics
