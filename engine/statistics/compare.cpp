// One country, measure or group against another: more, similar, overtaken, the only one, all of them.
#include "statistics/order.hpp"
#include "statistics/windows.hpp"

#include <algorithm>

namespace factcheck::statistics {

namespace {

// Whether a stands to b as the word says: more, less, alike, unlike.
Verdict stands(const Case& c, Purpose relation, const Rational& a, const Rational& b) {
    const Rational alike = c.index.weight("alike") / 100, unlike = c.index.weight("unlike");
    const Rational larger = std::max(absolute(a), absolute(b)), smaller = std::min(absolute(a), absolute(b));
    switch (relation) {
        case Purpose::more: return a > b ? Verdict::supported : Verdict::contradicted;
        case Purpose::less: return a < b ? Verdict::supported : Verdict::contradicted;
        case Purpose::alike: {
            if ((a < 0) != (b < 0) && larger != 0) return Verdict::contradicted;
            if (larger == 0 || smaller >= larger * (1 - alike)) return Verdict::supported;
            return smaller >= larger * (1 - 2 * alike) ? Verdict::imprecise : Verdict::contradicted;
        }
        case Purpose::unlike: return smaller == 0 || larger >= smaller * unlike ? Verdict::supported : Verdict::contradicted;
        default: return Verdict::unverifiable;
    }
}

std::string both(const Case& c, const Subject& other, const Rational& a, const Rational& b, const std::string& when) {
    return c.about(c.subject.name) + ": " + shown(c, a) + ", in " + other.name + ": " + shown(c, b) + when;
}

}  // namespace

Opinion judge_between(const Case& c, const Subject& other, Purpose relation) {
    const std::string rule = "comparison";
    // "Cuts since 2005 are similar to those in the EU": changes are compared, in percent.
    const bool changes = (c.part.has(Purpose::fall) || c.part.has(Purpose::rise)) &&
                         (relation == Purpose::alike || relation == Purpose::more || relation == Purpose::less);
    if (changes) {
        const Windows windows = windows_of(c, 1);
        if (!windows.stated || windows.all.empty()) return no_window(c, rule);
        const YearSpan w = windows.all.front();
        const auto a0 = c.at(w.first), a1 = c.at(w.last), b0 = c.at(other.id, w.first), b1 = c.at(other.id, w.last);
        if (!a0 || !a1 || !b0 || !b1 || a0->value == 0 || b0->value == 0)
            return missing(c, rule, other.name, w, c.years(other.id));
        const int down = c.part.has(Purpose::fall) ? -1 : 1;
        const Rational a = (a1->value - a0->value) * 100 * down / a0->value, b = (b1->value - b0->value) * 100 * down / b0->value;
        return verdict_of(rule, stands(c, relation, a, b), both(c, other, a1->value, b1->value, " in " + std::to_string(w.last)),
                          {{&c.way(), c.subject.id, w.first},
                           {&c.way(), c.subject.id, w.last},
                           {&c.way(), other.id, w.first},
                           {&c.way(), other.id, w.last}});
    }
    std::vector<int> years;
    bool every = false;
    for (const Time& time : c.part.times) {
        if (time.now || time.spans.empty()) continue;
        YearSpan span = time.spans.front();
        const std::vector<int> known = c.years();
        if (time.since && !known.empty()) span.last = known.back();
        for (int y = span.first; y <= span.last; ++y) years.push_back(y);
        every = span.first != span.last;
        for (const int y : years)
            if (every && (!c.at(y) || !c.at(other.id, y)))
                return missing(c, rule, c.at(y) ? other.name : c.subject.name, {y, y},
                               c.years(c.at(y) ? other.id : c.subject.id));
    }
    if (years.empty()) years = years_of_now(c, c.subject.id);
    std::optional<Opinion> best, worst;
    for (const int year : years) {
        const auto a = c.at(year), b = c.at(other.id, year);
        if (!a || !b) continue;
        Opinion one = verdict_of(rule, stands(c, relation, a->value, b->value),
                                 both(c, other, a->value, b->value, " in " + std::to_string(year)),
                                 {{&c.way(), c.subject.id, year}, {&c.way(), other.id, year}});
        if (one.verdict == Verdict::contradicted && (relation == Purpose::more || relation == Purpose::less) &&
            a->value != b->value)
            one.cause = "it is the other way round";
        worst = worst ? harsher(std::move(*worst), one) : one;
        best = best ? milder(std::move(*best), std::move(one)) : std::move(one);
    }
    if (!best)
        return missing(c, rule, other.name, {years.empty() ? c.year : years.front(), years.empty() ? c.year : years.back()},
                       c.years(other.id));
    return every ? *worst : *best;
}

// a over b: now, or in the years named; `happened` asks that it was the other way round before.
Opinion judge_overtaking(const Case& c, const Candidate& other, const std::string& other_subject, bool happened) {
    Case rival = c;
    rival.candidate = other;
    rival.subject.id = other_subject;
    std::vector<int> years = years_of_now(c, c.subject.id);
    bool named = false;
    for (const Time& time : c.part.times)
        if (!time.now && !time.fine && !time.spans.empty()) {
            years.clear();
            named = true;
            const int last = time.since ? c.year : time.spans.front().last;
            for (int y = time.spans.front().first; y <= last; ++y) years.push_back(y);
        }
    std::optional<Opinion> best;
    for (const int year : years) {
        const auto a = c.at(year), b = rival.at(year);
        if (!a || !b) continue;
        Opinion one = verdict_of("comparison", a->value > b->value ? Verdict::supported : Verdict::contradicted,
                                 c.about(c.subject.name) + ": " + shown(c, a->value) + " in " + std::to_string(year) + "; " +
                                     rival.about(rival.subject.name) + ": " + shown(rival, b->value),
                                 {{&c.way(), c.subject.id, year}, {&rival.way(), other_subject, year}});
        best = best ? milder(std::move(*best), std::move(one)) : std::move(one);
    }
    if (!best) return missing(c, "comparison", c.subject.name, {c.year, c.year}, c.years());
    if (!happened || best->verdict != Verdict::supported) return *best;
    const int first = named ? years.front() : best->cites.front().year - 1;
    bool below_before = false, any = false;
    for (const int year : c.years()) {
        if (year > first) continue;
        const auto a = c.at(year), b = rival.at(year);
        if (!a || !b) continue;
        any = true;
        below_before = below_before || a->value < b->value;
    }
    if (any && !below_before) best->verdict = Verdict::contradicted, best->notes.push_back("it was so before as well");
    return *best;
}

Opinion judge_only(const Case& c, const CountryGroup& group) {
    const std::vector<int> now = years_of_now(c, c.subject.id);
    if (now.empty()) return missing(c, "only", c.subject.name, {c.year, c.year}, c.years());
    const Value* value = c.part.values.empty() ? nullptr : &c.part.values.front();
    const bool rises = c.part.has(Purpose::rise), falls = c.part.has(Purpose::fall);
    if (value == nullptr && c.part.multiples.empty() && !rises && !falls && !c.part.has(Purpose::ends))
        return open("only", Reason::no_series, "what holds of " + c.subject.name + " alone is nothing that figures say");
    const auto holds = [&](const Case& one) {
        if (value != nullptr) return judge_level(one, *value).verdict;
        if (!c.part.multiples.empty()) return judge_multiple(one, *c.part.multiples.front()).verdict;
        if (rises || falls) return judge_trend(one, rises ? Direction::up : Direction::down, false).verdict;
        return judge_ended(one, false).verdict;
    };
    const auto supported = [](Verdict v) { return v == Verdict::supported || v == Verdict::imprecise; };
    const Verdict mine = holds(c);
    std::vector<Cite> cites{{&c.way(), c.subject.id, now.front()}};
    if (mine == Verdict::contradicted)
        return verdict_of("only", Verdict::contradicted, "it does not hold of " + c.subject.name + " itself", std::move(cites));
    std::size_t others = 0, unknown = 0;
    for (const std::string& member : group.members) {
        if (member == c.subject.id) continue;
        Case one = c;
        one.subject.id = one.subject.name = member;
        const Verdict verdict = holds(one);
        unknown += verdict == Verdict::unverifiable ? 1 : 0;
        if (!supported(verdict)) continue;
        ++others;
        const std::vector<int> years = years_of_now(one, member);
        if (!years.empty()) cites.push_back({&c.way(), member, years.front()});
    }
    const std::string say = "it holds of " + std::to_string(others) + " other countries of " + group.name;
    if (others > 0) return verdict_of("only", Verdict::contradicted, say, std::move(cites));
    if (unknown > 0 || !supported(mine))
        return open("only", Reason::incomplete_universe, "not all countries of " + group.name + " have figures",
                    "figures of the others");
    return verdict_of("only", Verdict::supported, "it holds of no other country of " + group.name, std::move(cites));
}

Opinion judge_all(const Case& c, const CountryGroup* group, bool none, const Value* value) {
    if (value == nullptr) return open("every", Reason::no_series, "nothing is said of the countries that figures could settle");
    std::size_t good = 0, bad = 0, unknown = 0;
    std::vector<Cite> cites;
    std::vector<std::string> members;
    if (group != nullptr) members = group->members;
    if (members.empty())
        for (const auto& [id, figure] : c.figures.countries(c.way(), nullptr, c.year - 1)) members.push_back(id);
    for (const std::string& member : members) {
        Case one = c;
        one.subject.id = one.subject.name = member;
        Verdict verdict = judge_level(one, *value).verdict;
        if (verdict == Verdict::unverifiable) {
            ++unknown;
            continue;
        }
        const bool holds = (verdict != Verdict::contradicted) != none;
        good += holds ? 1 : 0;
        bad += holds ? 0 : 1;
        const std::vector<int> years = years_of_now(one, member);
        if (!years.empty() && (cites.empty() || (!holds && cites.size() < 3))) cites.push_back({&c.way(), member, years.front()});
    }
    const std::string say =
        "it holds of " + std::to_string(good) + " and not of " + std::to_string(bad) + " countries of " + within(group);
    if (bad > 0) return verdict_of("every", Verdict::contradicted, say, std::move(cites));
    if (good == 0 || unknown * 10 > members.size())
        return open("every", Reason::incomplete_universe, "not all countries of " + within(group) + " have figures",
                    "figures of the others");
    return verdict_of("every", Verdict::supported, say, std::move(cites));
}

}  // namespace factcheck::statistics
