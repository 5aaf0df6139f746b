#include "statistics/opinion.hpp"

#include "bind/evaluate.hpp"
#include "lexicon/units.hpp"

#include <algorithm>

namespace factcheck::statistics {

std::optional<Figure> Case::at(const std::string& id, int y) const {
    auto figure = figures.at(way(), id, y);
    if (!figure || !candidate.of_world) return figure;
    const auto world = figures.at(way(), "WLD", y);
    if (!world || world->value == 0) return std::nullopt;
    return Figure{figure->value * 100 / world->value, 0, true};
}

std::vector<int> Case::years(const std::string& id) const {
    std::vector<int> out = figures.years(way(), id);
    if (candidate.of_world) std::erase_if(out, [&](int y) { return !at(id, y); });
    return out;
}

std::string Case::about(const std::string& name) const {
    std::string out = way().order > 0 && !way().series.empty() ? way().series.front()->label : way().topic->label;
    if (candidate.of_world) out += " as a share of the world's";
    return out + " in " + name;
}

std::optional<Rational> factor_to(const Candidate& candidate, const Value& value) {
    const TopicSeries& said = *candidate.way->said;
    const Unit from = candidate.of_world ? Unit{Dimension::percent, "%"} : said.unit;
    const Unit to = value.stated.unit;
    const Sort sort = value.stated.sort;
    const bool part = sort == Sort::fraction || sort == Sort::one_in;
    if (from.dimension == Dimension::percent) {
        if (to.dimension == Dimension::percent) return Rational(1);
        return to.dimension == Dimension::number && part ? std::optional(Rational(1, 100)) : std::nullopt;
    }
    if (to.dimension == Dimension::percent || to.dimension == Dimension::points) return std::nullopt;
    if (value.stated.n == 0 && value.stated.hedge == Hedge::exact) return Rational(1);  // nought of anything
    if (value.per_people != 1) return said.per != 1 ? std::optional(value.per_people / said.per) : std::nullopt;
    const bool plain = to.dimension == Dimension::number || to.dimension == Dimension::count;
    if (said.form == FigureForm::score && to.dimension == Dimension::count) return std::nullopt;  // "57 seats" is no score
    if (from.dimension == Dimension::count || from.dimension == Dimension::number) {
        if (!plain) return std::nullopt;
        if (part) return said.per != 1 ? std::optional(1 / said.per) : std::nullopt;
        return value.a_year == 1 || said.form == FigureForm::total ? std::optional(1 / value.a_year) : std::nullopt;
    }
    if (to.dimension == Dimension::number && from.dimension == Dimension::time) return Rational(1);
    const auto converted = conversion(from, to);
    return converted ? std::optional(*converted / value.a_year) : std::nullopt;
}

Known known_from(const Figure& figure, const Rational& factor, Unit unit) {
    Known out;
    out.e = figure.value * factor;
    const Rational half = figure.width * absolute(factor);
    out.set = closed(out.e - half, out.e + half);
    out.unit = unit;
    out.derived = figure.made;
    return out;
}

std::vector<int> years_of_now(const Case& c, const std::string& id) {
    const std::vector<int> known = c.years(id);
    const Rational stale = c.index.weight("stale_years");
    std::vector<int> out;
    for (auto it = known.rbegin(); it != known.rend() && out.size() < 3; ++it)
        if (*it <= c.year && Rational(c.year - *it) <= stale) out.push_back(*it);
    // The year of the text is not over: the one before it comes first.
    if (out.size() > 1 && out.front() == c.year) std::swap(out[0], out[1]);
    return out;
}

Opinion open(const std::string& rule, Reason reason, std::string say, std::string settles) {
    Opinion out;
    out.rule = rule;
    out.reason = reason;
    out.say = std::move(say);
    out.settles = std::move(settles);
    return out;
}

Opinion missing(const Case& c, const std::string& rule, const std::string& name, YearSpan span, const std::vector<int>& years) {
    const std::string what = c.about(name);
    const std::string when =
        span.first == span.last ? std::to_string(span.first) : std::to_string(span.first) + " to " + std::to_string(span.last);
    if (years.empty()) return open(rule, Reason::no_series, "no figures of " + what, "a series of " + what);
    if (span.first < years.front())
        return open(rule, Reason::history_too_short, "the figures of " + what + " begin in " + std::to_string(years.front()),
                    "figures for " + when);
    if (span.last > years.back())
        return open(rule, Reason::newest_missing, "the figures of " + what + " end in " + std::to_string(years.back()),
                    "figures for " + when);
    return open(rule, Reason::gap, "figures of " + what + " are missing for " + when, "figures for " + when);
}

namespace {

int gravity(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported: return 0;
        case Verdict::imprecise: return 1;
        case Verdict::unverifiable: return 2;
        case Verdict::outdated: return 3;
        case Verdict::misleading: return 4;
        case Verdict::contradicted: return 5;
    }
    return 2;
}

// Readings of one claim: what is known before what is not, then the mildest.
int reading_order(Verdict verdict) { return verdict == Verdict::unverifiable ? 6 : gravity(verdict); }

// Parts of one claim: contradicted > misleading > outdated > imprecise > unverifiable > supported.
int compound_order(Verdict verdict) {
    if (verdict == Verdict::imprecise) return 2;
    if (verdict == Verdict::unverifiable) return 1;
    return gravity(verdict);
}

}  // namespace

Opinion milder(Opinion a, Opinion b) { return reading_order(b.verdict) < reading_order(a.verdict) ? std::move(b) : std::move(a); }
Opinion harsher(Opinion a, Opinion b) {
    return compound_order(b.verdict) > compound_order(a.verdict) ? std::move(b) : std::move(a);
}

std::string shown(const Case& c, const Rational& value) {
    const Unit unit = c.candidate.of_world ? Unit{Dimension::percent, "%"} : c.way().said->unit;
    const Rational size = absolute(value);
    const int places = size >= 1000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return amount_in_words(value, unit, places);
}

}  // namespace factcheck::statistics
