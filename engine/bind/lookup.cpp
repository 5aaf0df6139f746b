// Look-ups: series[entity, ..., period] -> the figure in force, with its revisions and its evidence.
#include "bind/evaluate.hpp"

#include "reference/vintage.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace factcheck {

namespace {

struct Address {
    const Series* series = nullptr;
    Key key;
    Period period;
    std::optional<std::size_t> star;
};

// An argument of a look-up that has no value: which slot the text leaves open.
Nothing open_argument(const Evaluation& run, const Expression& argument, const Nothing& why) {
    (void)run;
    if (!why.say.empty()) return why;
    if (argument.name == "period") return {Reason::no_period, "the text does not say for which period", "name the period"};
    return {Reason::no_entity, "the text does not say which " + argument.name + " is meant", "name the " + argument.name};
}

const Pack* pack_of(const Evaluation& run, const std::string& name) {
    for (const Pack& pack : run.context.packs)
        if (pack.name == name) return &pack;
    return nullptr;
}

const Series* series_in(const Pack& pack, const std::string& name) {
    for (const Measure& measure : pack.vocabulary.measures)
        if (measure.id == name && !measure.series.empty())
            for (const Series& series : pack.series)
                if (series.id == measure.series.front()) return &series;
    for (const Series& series : pack.series)
        if (series.id == name) return &series;
    return nullptr;
}

std::string scale_word(int mult) {
    switch (mult) {
        case 3: return " thousand";
        case 6: return " million";
        case 9: return " billion";
        case 12: return " trillion";
        default: return mult == 0 ? "" : " x 10^" + std::to_string(mult);
    }
}

std::string printed(const Observation& row, Unit unit) {
    const std::string digits = grouped(row.value.str()) + scale_word(row.unit_mult);
    if (unit.code == "USD") return "$" + digits;
    if (unit.dimension == Dimension::percent) return digits + " %";
    return unit.code.empty() || unit.code == "1" ? digits : digits + " " + std::string(unit.code);
}

// A row's twelve months are a fiscal year where they are the reporter's.
Period as_named_year(const Evaluation& run, const Observation& row) {
    if (row.key.empty()) return row.period;
    const auto found = run.context.names.entities.find(row.key.front());
    if (found == run.context.names.entities.end() || !found->second->fiscal) return row.period;
    const auto year = fiscal_year_of(row.period.first, *found->second->fiscal);
    return year && same_days(*year, row.period) ? *year : row.period;
}

// What the source says of a figure beside its number: its status in words and its footnote.
std::string footnote_of(const Observation& row) {
    struct Word {
        char status;
        std::string_view word;
    };
    static constexpr Word words[] = {{'P', "provisional"},
                                     {'E', "estimated"},
                                     {'F', "forecast"},
                                     {'I', "imputed"},
                                     {'B', "break in the series"},
                                     {'U', "of low reliability"},
                                     {'D', "of another definition"}};
    std::string out;
    for (const Word& known : words)
        if (row.status.size() == 1 && row.status.front() == known.status) out = known.word;
    if (!row.comment.empty()) (out += out.empty() ? "" : "; ") += row.comment;
    return out;
}

ReportEvidence line_for(const Evaluation& run, const Series& series, const Observation& row, std::string note) {
    ReportEvidence line;
    line.series = series.id;
    std::string names;
    for (std::size_t i = 0; i < row.key.size() && i < series.dimensions.size(); ++i) {
        line.key.emplace_back(series.dimensions[i], row.key[i]);
        names += ", " + entity_name(run.context.names, row.key[i]);
    }
    line.period = ReportPeriod{to_iso(row.period.first), to_iso(row.period.last)};
    line.value = to_decimal_string(row.base_value(), 12, Rounding::nearest);
    line.unit = std::string(series.unit.code);
    line.published = row.published.text;
    line.source = row.source;
    line.url = row.url;
    line.licence = series.licence;
    line.note = std::move(note);
    if (const std::string footnote = footnote_of(row); !footnote.empty())
        (line.note += line.note.empty() ? "" : "; ") += footnote;
    line.words = series.label + names + ", " + to_words(as_named_year(run, row)) + ": " + printed(row, series.unit);
    return line;
}

std::vector<std::string> ranked_sources(const Series& series, std::span<const Observation> rows) {
    std::vector<std::string> out;
    for (const std::string& source : series.sources)
        if (std::any_of(rows.begin(), rows.end(), [&](const Observation& r) { return r.source == source; }))
            out.push_back(source);
    std::vector<std::string> others;
    for (const Observation& row : rows)
        if (std::find(out.begin(), out.end(), row.source) == out.end() &&
            std::find(others.begin(), others.end(), row.source) == others.end())
            others.push_back(row.source);
    std::sort(others.begin(), others.end());
    out.insert(out.end(), others.begin(), others.end());
    return out;
}

Known known_of(const Observation& row, const Series& series) {
    Known known;
    known.set = evidence_set(row, series);
    known.e = row.base_value();
    known.unit = series.unit;
    known.counted = series.unit.dimension == Dimension::count;
    return known;
}

Known known_of(Evaluation& run, const Observation& row, const Series& series) {
    if (run.out.thresholds.empty()) run.out.thresholds = series.thresholds;
    return known_of(row, series);
}

std::string whose(const Evaluation& run, const Series& series, const Key& key) {
    std::string out = series.label;
    for (const std::string& id : key) out += ", " + entity_name(run.context.names, id);
    return out;
}

Nothing absent(const Evaluation& run, const Address& at) {
    const std::vector<Period> known = run.context.reference.periods(*at.series, at.key);
    const std::string what = whose(run, *at.series, at.key);
    if (known.empty()) return {Reason::no_series, "no figures of " + what + " in the reference data", "a series of " + what};
    const std::string when = to_words(at.period);
    if (at.period.last < known.front().first)
        return {Reason::history_too_short, "the figures of " + what + " begin after " + when, "figures for " + when};
    const Period* newest = &known.front();
    for (const Period& p : known)
        if (p.last > newest->last) newest = &p;
    if (at.period.last > newest->last)
        return {Reason::newest_missing, "the figures of " + what + " end before " + when, "figures for " + when};
    const bool coarser = std::any_of(known.begin(), known.end(),
                                     [&](const Period& p) { return contains(p, at.period) && !same_days(p, at.period); });
    const bool finer = std::any_of(known.begin(), known.end(), [&](const Period& p) { return contains(at.period, p); });
    if (coarser && !finer)
        return {Reason::too_coarse, "there is no figure of " + what + " for " + when + " alone", "a figure for " + when};
    return {Reason::gap, "there is no figure of " + what + " for " + when, "a figure for " + when};
}

void note_revisions(Evaluation& run, const std::vector<Vintage>& all, std::size_t chosen) {
    for (std::size_t i = 0; i < chosen; ++i) run.out.revisions.push_back(all[i].since.last);
}

std::optional<std::size_t> choose(Evaluation& run, const std::vector<Vintage>& all) {
    const InForce now = in_force(all, run.view.as_of);
    if (!run.view.as_of) return now.surely.empty() ? std::nullopt : std::optional<std::size_t>(now.surely.front());
    if (!now.possibly.empty()) {
        run.out.has_possible = true;
        if (run.view.possibly || now.surely.empty()) return now.possibly.back();
    }
    return now.surely.empty() ? std::nullopt : std::optional<std::size_t>(now.surely.back());
}

// The figure in force among the rows of one key and period.
Value point(Evaluation& run, const Address& at, std::span<const Observation> rows) {
    if (rows.empty()) return absent(run, at);
    const std::vector<std::string> sources = ranked_sources(*at.series, rows);
    run.out.sources = std::max(run.out.sources, sources.size());
    const std::string& source = sources[std::min(run.view.source, sources.size() - 1)];
    std::vector<Observation> own;
    for (const Observation& row : rows)
        if (row.source == source && row.status != "M") own.push_back(row);
    const std::vector<Vintage> all = vintages(std::move(own), *at.series);
    const auto chosen = choose(run, all);
    if (!chosen)
        return Nothing{
            Reason::newest_missing,
            "no figure of " + whose(run, *at.series, at.key) + " for " + to_words(at.period) + " was published by then",
            "a later date, or --as-of latest"};
    note_revisions(run, all, *chosen);
    if (!run.quiet) {
        run.out.evidence.push_back(line_for(run, *at.series, all[*chosen].finest, {}));
        if (*chosen > 0)
            run.out.evidence.push_back(line_for(run, *at.series, all.front().finest, "first vintage, revised since"));
        if (run.view.source > 0) run.out.notes.push_back("by " + source + ", not the preferred source " + sources.front());
    }
    return known_of(run, all[*chosen].finest, *at.series);
}

Value point(Evaluation& run, const Address& at) {
    return point(run, at, run.context.reference.rows(*at.series, at.key, at.period).span());
}

// A stock has no figure for a whole month: those of the days in it are what the month can mean, the last where the text says that
// it was reached.
Value points_within(Evaluation& run, const Address& at) {
    std::optional<Known> all;
    for (const Period& period : run.context.reference.periods(*at.series, at.key)) {
        if (!contains(at.period, period)) continue;
        const Value value = point(run, {at.series, at.key, period, {}});
        const auto* known = std::get_if<Known>(&value);
        if (known == nullptr) continue;
        if (!all)
            all = *known;
        else if (run.claim.reached) {
            all = *known;
        } else {
            all->set = hull(all->set, known->set);
            all->e = known->e;
            all->is_range = all->set.low != all->set.high;
        }
    }
    if (!all) return absent(run, at);
    return *all;
}

Value figure(Evaluation& run, const Address& at) {
    Value value = point(run, at);
    const auto* nothing = std::get_if<Nothing>(&value);
    const bool missing = nothing != nullptr && nothing->reason != Reason::no_series && nothing->reason != Reason::newest_missing;
    if (missing && at.series->nature == Nature::stock && at.period.grain != Grain::day) return points_within(run, at);
    return value;
}

bool is_member(const Evaluation& run, const Series& series, const std::string& id) {
    if (id == series.total) return false;
    const auto found = run.context.names.entities.find(id);
    const std::string type = found == run.context.names.entities.end() ? "" : found->second->type;
    return series.rank_over.empty() ? type != "group" : type == series.rank_over;
}

Value members(Evaluation& run, const Address& at) {
    List list;
    list.series = at.series;
    list.key = at.key;
    list.dimension = *at.star;
    list.period = at.period;
    list.of = at.series->label;
    const Rows all = run.context.reference.slice(*at.series, at.key, *at.star, at.period);
    for (std::size_t first = 0, past = 0; first < all.size(); first = past) {
        const std::string& id = all[first].key[*at.star];
        while (past < all.size() && all[past].key[*at.star] == id) ++past;
        if (!is_member(run, *at.series, id)) continue;
        Address one = at;
        one.key[*at.star] = id;
        one.star.reset();
        Outcome scratch;
        Evaluation inner{run.context, run.pack, run.claim, run.with, run.choice, run.view,
                         scratch,     run.lets, false,     false,    run.starred};
        Value value = point(inner, one, all.span().subspan(first, past - first));
        run.out.has_possible = run.out.has_possible || scratch.has_possible;
        run.out.revisions.insert(run.out.revisions.end(), scratch.revisions.begin(), scratch.revisions.end());
        if (std::holds_alternative<Known>(value)) list.elements.push_back({id, std::move(value), std::move(scratch.evidence)});
    }
    return list;
}

// Periods of the key that were known by the day of the view, the latest first.
std::vector<Period> known_periods(const Evaluation& run, const Series& series, const Key& key) {
    std::vector<Period> out;
    for (const Period& period : run.context.reference.periods(series, key)) {
        if (run.view.as_of && period.last > *run.view.as_of) continue;
        const auto rows = run.context.reference.rows(series, key, period);
        if (std::any_of(rows.begin(), rows.end(),
                        [&](const Observation& r) { return !run.view.as_of || r.published.last <= *run.view.as_of; }))
            out.push_back(period);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Period& a, const Period& b) { return std::tie(a.last, a.first) > std::tie(b.last, b.first); });
    return out;
}

std::optional<Rational> figure_of(const Evaluation& run, const Series& series, const Key& key, const Period& period) {
    Outcome scratch;
    Evaluation inner{run.context, run.pack, run.claim, run.with, run.choice, run.view,
                     scratch,     run.lets, true,      false,    run.starred};
    const Value value = point(inner, {&series, key, period, {}});
    const auto* known = std::get_if<Known>(&value);
    return known != nullptr ? std::optional(known->e) : std::nullopt;
}

// "stands at": the latest figure in force, or the last different one before it. Flows have no latest period of their own.
std::optional<Period> latest_of(Evaluation& run, const Series& series, const Key& key) {
    if (series.nature == Nature::flow) return std::nullopt;
    const std::vector<Period> known = known_periods(run, series, key);
    if (known.empty()) return std::nullopt;
    run.out.has_previous = true;
    if (!run.view.previous) return known.front();
    const auto newest = figure_of(run, series, key, known.front());
    for (const Period& period : known)
        if (const auto figure = figure_of(run, series, key, period); figure && figure != newest) return period;
    return std::nullopt;
}

// The arguments, evaluated. Nothing where one is open.
std::optional<Nothing> address_of(Evaluation& run, const Expression& expression, Address& at) {
    at.series = find_series(run, expression.name);
    if (at.series == nullptr) return Nothing{Reason::no_series, "there is no series " + expression.name, ""};
    if (expression.args.size() != at.series->dimensions.size() + 1)
        return Nothing{Reason::no_series, "a look-up in " + expression.name + " lacks a dimension", ""};
    for (std::size_t i = 0; i + 1 < expression.args.size(); ++i) {
        if (expression.args[i].kind == Expression::Kind::star) {
            at.star = i;
            at.key.emplace_back();
            continue;
        }
        const Value value = evaluate(run, expression.args[i]);
        if (const auto* entity = std::get_if<EntityId>(&value))
            at.key.push_back(entity->id);
        else if (const auto* symbol = std::get_if<Symbol>(&value))
            at.key.push_back(symbol->id);
        else if (const auto* nothing = std::get_if<Nothing>(&value))
            return open_argument(run, expression.args[i], *nothing);
        else
            return open_argument(run, expression.args[i], {});
    }
    const Value when = evaluate(run, expression.args.back());
    if (const auto* period = std::get_if<Period>(&when)) {
        at.period = *period;
        return std::nullopt;
    }
    if (run.claim.present && expression.args.back().name == "period") {
        if (const auto latest = latest_of(run, *at.series, at.key)) {
            at.period = *latest;
            if (!run.quiet) run.out.assumed.push_back("the latest figure known is meant: " + to_words(*latest));
            return std::nullopt;
        }
    }
    const auto* nothing = std::get_if<Nothing>(&when);
    return open_argument(run, expression.args.back(), nothing != nullptr ? *nothing : Nothing{});
}

struct Release {
    const Observation* to = nullptr;
    const Observation* since = nullptr;
};

bool finer(const Observation& a, const Observation& b) { return a.base_place() < b.base_place(); }

// The newest release (one page of one day) that prints both ends.
Release newest_release(const Rows& to, const Rows& since, const std::optional<Day>& as_of, const std::string& source) {
    Release best;
    for (const Observation& a : to) {
        if (a.source != source || (as_of && a.published.last > *as_of)) continue;
        for (const Observation& b : since) {
            if (b.url != a.url || b.published != a.published || b.source != source) continue;
            const bool newer = best.to == nullptr || a.published.last > best.to->published.last;
            const bool same_day = best.to != nullptr && a.published.last == best.to->published.last;
            if (newer || (same_day && (finer(a, *best.to) || (a.base_place() == best.to->base_place() && finer(b, *best.since)))))
                best = {&a, &b};
        }
    }
    return best;
}

}  // namespace

const Series* find_series(const Evaluation& run, const std::string& name) {
    if (const Series* own = series_in(run.pack, name)) return own;
    for (const std::string& used : run.pack.uses)
        if (const Pack* pack = pack_of(run, used))
            if (const Series* series = series_in(*pack, name)) return series;
    return nullptr;
}

Value look_up(Evaluation& run, const Expression& expression) {
    if (expression.name == "facts") return event_facts(run, expression);
    Address at;
    if (const auto open = address_of(run, expression, at)) return *open;
    return at.star ? members(run, at) : figure(run, at);
}

bool look_up_ends(Evaluation& run, const Expression& to, const Expression& since, Ends& ends) {
    if (to.kind != Expression::Kind::lookup || since.kind != Expression::Kind::lookup || to.name == "facts") return false;
    Address first, second;
    if (const auto open = address_of(run, to, first)) {
        ends = {*open, *open};
        return true;
    }
    if (const auto open = address_of(run, since, second)) {
        ends = {*open, *open};
        return true;
    }
    if (first.star || second.star || first.series != second.series) return false;
    const auto to_rows = run.context.reference.rows(*first.series, first.key, first.period);
    const auto since_rows = run.context.reference.rows(*second.series, second.key, second.period);
    if (to_rows.empty()) {
        ends.to = ends.since = absent(run, first);
        return true;
    }
    if (since_rows.empty()) {
        ends.to = ends.since = absent(run, second);
        return true;
    }
    const std::vector<std::string> sources = ranked_sources(*first.series, to_rows.span());
    const Release release = run.view.latest_ends ? Release{}
                                                 : newest_release(to_rows, since_rows, run.view.as_of,
                                                                  sources[std::min(run.view.source, sources.size() - 1)]);
    if (release.to == nullptr) {
        ends.to = figure(run, first);
        ends.since = figure(run, second);
        return true;
    }
    run.out.has_release_pair = true;
    run.out.sources = std::max(run.out.sources, sources.size());
    ends.to = known_of(*release.to, *first.series);
    ends.since = known_of(*release.since, *second.series);
    if (run.quiet) return true;
    run.out.evidence.push_back(line_for(run, *first.series, *release.to, {}));
    run.out.evidence.push_back(line_for(run, *second.series, *release.since, "of the same release"));
    std::vector<Observation> own;
    for (const Observation& row : since_rows)
        if (row.source == release.since->source) own.push_back(row);
    const std::vector<Vintage> all = vintages(std::move(own), *second.series);
    if (!all.empty() && !meets(evidence_set(all.front().finest, *second.series), evidence_set(*release.since, *second.series)))
        run.out.evidence.push_back(line_for(run, *second.series, all.front().finest, "first vintage of the base, revised since"));
    return true;
}

Value latest_period(Evaluation& run, const FiscalCalendar& calendar) {
    const std::optional<Day> day = run.context.text.date;
    if (!day) return Nothing{Reason::no_date, "the document has no date", "pass --date or put it in the front matter"};
    const Slot* measure = find_slot(run.claim, "measure");
    const Series* series = nullptr;
    if (measure != nullptr && !measure->candidates.empty())
        if (const auto* id = std::get_if<MeasureId>(&measure->candidates.front())) series = find_series(run, id->id);
    auto year = fiscal_year_of(*day, calendar);
    constexpr int years_back = 3;  // a "latest" that is older is none
    for (int back = 1; back <= years_back && year; ++back) {
        year = shifted(*year, -1, Grain::year);
        if (!year || series == nullptr) break;
        Key key;
        for (std::size_t i = 0; i + 1 < series->dimensions.size(); ++i) {
            const Value value = slot_value(run, series->dimensions[i]);
            const auto* entity = std::get_if<EntityId>(&value);
            key.push_back(entity != nullptr ? entity->id : std::string{});
        }
        key.emplace_back();
        const std::size_t last = key.size() - 1;
        for (const std::string& id : run.context.reference.members(*series, key, last, *year)) {
            if (id == series->total) continue;
            key[last] = id;
            const auto rows = run.context.reference.rows(*series, key, *year);
            if (std::any_of(rows.begin(), rows.end(),
                            [&](const Observation& r) { return !run.view.as_of || r.published.last <= *run.view.as_of; }))
                return *year;
        }
    }
    return Nothing{Reason::newest_missing, "no full year is known by then", "figures of the latest full year"};
}

}  // namespace factcheck
