// Places in an order: of years (a record) and of countries (the highest, one of the highest, above all others).
#include "statistics/order.hpp"

#include "statistics/windows.hpp"

#include <algorithm>

namespace factcheck::statistics {

namespace {

struct Extreme {
    int year = 0;
    Figure figure;
};

// The best of the years before `now`, from `first` on.
std::optional<Extreme> best_before(const Case& c, int first, int now, bool highest) {
    std::optional<Extreme> out;
    for (const int year : c.years()) {
        if (year < first || year >= now) continue;
        const auto figure = c.at(year);
        if (!out || beats(*figure, out->figure, highest)) out = Extreme{year, *figure};
    }
    return out;
}

Opinion record_since(const Case& c, int first, int now, bool highest) {
    const auto figure = c.at(now);
    const auto rival = best_before(c, first, now, highest);
    if (!figure || !rival) return no_window(c, "record");
    const bool beaten = beats(rival->figure, *figure, highest);
    const std::string say = c.about(c.subject.name) + ": " + shown(c, figure->value) + " in " + std::to_string(now) + ", " +
                            (beaten ? "" : "at best ") + shown(c, rival->figure.value) + " in " + std::to_string(rival->year);
    const auto opposite = best_before(c, first, now, !highest);
    Opinion out = verdict_of("record", beaten ? Verdict::contradicted : Verdict::supported, say,
                             {{&c.way(), c.subject.id, now}, {&c.way(), c.subject.id, rival->year}});
    if (beaten && opposite && !beats(opposite->figure, *figure, !highest))
        out.cause = highest ? "it was the lowest" : "it was the highest";
    return out;
}

std::string ordinal_words(std::size_t place) {
    const std::size_t last = place % 10;
    const bool teen = place / 10 % 10 == 1;
    return std::to_string(place) + (teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
}

}  // namespace

Opinion verdict_of(const std::string& rule, Verdict verdict, std::string say, std::vector<Cite> cites) {
    Opinion out;
    out.rule = rule;
    out.verdict = verdict;
    out.say = std::move(say);
    out.cites = std::move(cites);
    return out;
}

bool beats(const Figure& a, const Figure& b, bool highest) { return highest ? a.value > b.value : a.value < b.value; }

std::vector<int> years_to_rank(const Case& c) {
    for (const Time& time : c.part.times)
        if (!time.now && !time.fine && !time.length && !time.since && !time.spans.empty()) return {time.spans.front().last};
    return years_of_now(c, c.subject.id);
}

bool whole_enough(const Case& c, const CountryGroup* group, std::size_t known) {
    const Rational least = c.index.weight("rank_coverage");
    return group == nullptr ? known >= 30 : Rational(known) >= least * group->members.size();
}

std::string within(const CountryGroup* group) { return group == nullptr ? "the world" : group->name; }

Opinion judge_record(const Case& c, bool highest) {
    const std::vector<int> years = c.years();
    std::vector<int> now = years;
    std::erase_if(now, [&](int y) { return y >= c.year; });
    std::optional<int> first;
    bool named = false;
    bool open_start = !c.part.has(Purpose::record);
    for (const Time& time : c.part.times) {
        if (time.now || time.spans.empty()) continue;
        const YearSpan span = time.spans.front();
        if (time.since || time.length || time.vague || span.first != span.last) {
            first = span.first;
            open_start = false;
        } else {
            now = {span.last};
            named = true;
        }
    }
    if (now.empty() || years.size() < 3) return missing(c, "record", c.subject.name, {c.year, c.year}, years);
    const int at = now.back();
    if (!c.at(at)) return missing(c, "record", c.subject.name, {at, at}, years);
    if (!named && Rational(c.year - at) > c.index.weight("stale_years"))
        return missing(c, "record", c.subject.name, {c.year, c.year}, years);
    Opinion out;
    if (!open_start) {
        out = record_since(c, first.value_or(years.front()), at, highest);
        // History that begins later than the claim's cannot support it, only refute it.
        if (out.verdict == Verdict::supported && first && years.front() > *first + 1)
            return missing(c, "record", c.subject.name, {*first, at}, years);
        return out;
    }
    bool held = false, failed = false;
    for (const int back : {3, 10, 30, 1000}) {
        Opinion one = record_since(c, at - back, at, highest);
        held = held || one.verdict == Verdict::supported;
        failed = failed || one.verdict == Verdict::contradicted;
        out = one.verdict == Verdict::unverifiable ? out : std::move(one);
    }
    if (held && failed)
        return open("record", Reason::no_period, "the text does not say since when", "name the year that it is counted from");
    return out;
}

Opinion judge_rank(const Case& c, bool highest, int place, bool among, const CountryGroup* group) {
    Opinion best = open("rank", Reason::incomplete_universe,
                        "too few countries have figures of " + c.way().topic->label + " to rank " + c.subject.name,
                        "figures of the other countries");
    const std::vector<int> years = years_to_rank(c);
    if (years.empty()) return missing(c, "rank", c.subject.name, {c.year, c.year}, c.years());
    for (const int year : years) {
        const auto mine = c.at(year);
        if (!mine) continue;
        const auto all = c.figures.countries(c.way(), group, year);
        if (!whole_enough(c, group, all.size())) continue;
        std::size_t ahead = 0, level = 0, others = 0;
        std::string leader;
        Figure lead = *mine;
        for (const auto& [id, figure] : all) {
            if (id == c.subject.id) continue;
            ++others;
            ahead += beats(figure, *mine, highest) ? 1 : 0;
            level += figure.value == mine->value ? 1 : 0;
            if (beats(figure, lead, highest)) lead = figure, leader = id;
        }
        const std::size_t my_place = ahead + 1;
        Verdict verdict = Verdict::contradicted;
        if (among) {
            const Rational share = Rational(my_place) / (others + 1);
            const Rational top = c.index.weight("among_top") / 100, near = c.index.weight("among_near") / 100;
            if (share <= top || my_place <= 3)
                verdict = Verdict::supported;
            else if (share <= near)
                verdict = Verdict::imprecise;
        } else if (my_place <= static_cast<std::size_t>(place) && static_cast<std::size_t>(place) <= my_place + level) {
            verdict = Verdict::supported;
        }
        std::vector<Cite> cites{{&c.way(), c.subject.id, year}};
        if (!leader.empty()) cites.push_back({&c.way(), leader, year});
        best =
            milder(std::move(best), verdict_of("rank", verdict,
                                               c.about(c.subject.name) + " was " + ordinal_words(my_place) + " from the " +
                                                   (highest ? "top" : "bottom") + " of the " + std::to_string(others + 1) +
                                                   " countries of " + within(group) + " with figures for " + std::to_string(year),
                                               std::move(cites)));
    }
    return best;
}

// "A lot of", "very few": against what other countries have. Between the top fifth and the lower half nothing is said.
Opinion judge_amount(const Case& c, bool many) {
    const std::vector<int> years = years_of_now(c, c.subject.id);
    if (years.empty()) return missing(c, "rank", c.subject.name, {c.year, c.year}, c.years());
    const int year = years.front();
    const auto mine = c.at(year);
    const auto all = c.figures.countries(c.way(), nullptr, year);
    if (!mine || !whole_enough(c, nullptr, all.size()))
        return open("rank", Reason::incomplete_universe, "too few countries have figures of " + c.way().topic->label);
    std::size_t ahead = 0;
    for (const auto& [id, figure] : all) ahead += figure.value > mine->value ? 1 : 0;
    const Rational share = Rational(ahead) / all.size();
    const bool top = share <= c.index.weight("among_top") / 100, low = share >= Rational(1, 2);
    if (!top && !low) return open("rank", Reason::ambiguous, "it is neither much nor little beside what other countries have");
    return verdict_of("rank", top == many ? Verdict::supported : Verdict::contradicted,
                      c.about(c.subject.name) + ": " + shown(c, mine->value) + " in " + std::to_string(year) + ", " +
                          ordinal_words(ahead + 1) + " from the top of " + std::to_string(all.size()) + " countries",
                      {{&c.way(), c.subject.id, year}});
}

// "Leads the world in emissions reductions since 2005": whose change was the largest.
Opinion judge_change_rank(const Case& c, bool falls, const CountryGroup* group) {
    const Windows windows = windows_of(c, 1);
    if (!windows.stated || windows.all.empty()) return no_window(c, "rank");
    const YearSpan window = windows.all.front();
    const auto change = [&](const std::string& id) -> std::optional<Rational> {
        const auto a = c.at(id, window.first), b = c.at(id, window.last);
        if (!a || !b) return std::nullopt;
        return (b->value - a->value) * (falls ? -1 : 1);
    };
    const auto mine = change(c.subject.id);
    if (!mine) return no_window(c, "rank");
    std::string rival;
    Rational most = *mine;
    for (const auto& [id, figure] : c.figures.countries(c.way(), group, window.last))
        if (const auto other = change(id); other && *other > most) most = *other, rival = id;
    const bool first = rival.empty() && *mine > 0;
    const std::string& other = rival.empty() ? c.subject.id : rival;
    return verdict_of("rank", first ? Verdict::supported : Verdict::contradicted,
                      c.about(c.subject.name) + (falls ? ": a fall of " : ": a rise of ") + shown(c, *mine) + " from " +
                          std::to_string(window.first) + " to " + std::to_string(window.last) +
                          (rival.empty() ? "" : ", and " + shown(c, most) + " elsewhere"),
                      {{&c.way(), c.subject.id, window.first},
                       {&c.way(), c.subject.id, window.last},
                       {&c.way(), other, window.first},
                       {&c.way(), other, window.last}});
}

Opinion judge_above_all(const Case& c, bool highest, const CountryGroup* group) {
    std::vector<int> years = years_to_rank(c);
    bool every = false;
    for (const Time& time : c.part.times)
        if (!time.now && !time.spans.empty() && time.spans.front().first != time.spans.front().last) {
            years.clear();
            for (const int y : c.years())
                if (y >= time.spans.front().first && y <= time.spans.front().last) years.push_back(y);
            every = true;
        }
    Opinion best = open("comparison", Reason::incomplete_universe, "too few countries have figures of " + c.way().topic->label,
                        "figures of the other countries");
    std::optional<Opinion> worst;
    for (const int year : years) {
        const auto mine = c.at(year);
        if (!mine) continue;
        const auto all = c.figures.countries(c.way(), group, year);
        if (!whole_enough(c, group, all.size())) continue;
        std::string rival;
        for (const auto& [id, figure] : all)
            if (id != c.subject.id && beats(figure, *mine, highest)) rival = id;
        std::vector<Cite> cites{{&c.way(), c.subject.id, year}};
        if (!rival.empty()) cites.push_back({&c.way(), rival, year});
        Opinion one = verdict_of("comparison", rival.empty() ? Verdict::supported : Verdict::contradicted,
                                 c.about(c.subject.name) + ": " + shown(c, mine->value) + " in " + std::to_string(year) +
                                     (rival.empty() ? ", and no other country of " : ", and another country of ") +
                                     within(group) + (highest ? " had more" : " had less"),
                                 std::move(cites));
        best = milder(std::move(best), one);
        worst = worst ? harsher(std::move(*worst), std::move(one)) : std::move(one);
    }
    return every && worst ? *worst : best;
}

}  // namespace factcheck::statistics
