// Events and facts as values: when an event was, how long it took, what each side counted.
#include "bind/evaluate.hpp"

#include "lexicon/units.hpp"

#include <algorithm>
#include <set>

namespace factcheck {

namespace {

bool is_published(const Published& published, const View& view) {
    if (!view.as_of) return true;
    return published.last <= *view.as_of || (published.first <= *view.as_of);
}

const Event* event_named(const Evaluation& run, const std::string& id) {
    const auto found = run.context.names.events.find(id);
    return found == run.context.names.events.end() ? nullptr : found->second;
}

Nothing no_date(const Event* event, const std::string& id) {
    return {Reason::no_series, "no source known by then says when " + (event != nullptr ? event->label : id) + " was",
            "an event date with its source"};
}

void cite_date(Evaluation& run, const Event& event, const EventDate& date) {
    if (run.quiet) return;
    ReportEvidence line;
    line.series = event.id;
    line.period = ReportPeriod{to_iso(date.period.first), to_iso(date.period.last)};
    line.value = to_words(date.period);
    line.words = event.label + ": " + to_words(date.period);
    if (date.period.first == date.period.last)
        line.words += " (a " + std::string(weekday_name(weekday_of(date.period.first))) + ")";
    line.published = date.published.text;
    line.source = date.source;
    line.url = date.url;
    run.out.evidence.push_back(std::move(line));
}

std::optional<Period> hull_of_dates(Evaluation& run, const Event& event) {
    std::optional<Period> all;
    for (const EventDate& date : event.dates) {
        if (!is_published(date.published, run.view)) continue;
        all = all ? hull(*all, date.period) : date.period;
        cite_date(run, event, date);
    }
    return all;
}

Unit unit_of_time(const Evaluation& run) {
    for (const Slot& slot : run.claim.slots)
        for (const SlotValue& value : slot.candidates)
            if (const auto* stated = std::get_if<Stated>(&value); stated != nullptr && stated->unit.dimension == Dimension::time)
                return stated->unit;
    return {Dimension::time, "d"};
}

// Exact: that weeks, months and years are said to within half a unit is in the words, not in the evidence.
Known in_unit(const Rational& days, Unit unit) {
    const auto factor = conversion(Unit{Dimension::time, "d"}, unit);
    Known known;
    known.e = factor ? Rational(days * *factor) : days;
    known.unit = factor ? unit : Unit{Dimension::time, "d"};
    known.counted = true;
    known.set = exactly(known.e);
    return known;
}

Interval fact_set(const Fact& fact, bool& open) {
    if (fact.high) return closed(fact.low, *fact.high);
    open = true;
    return closed(fact.low, fact.low * Rational(3, 2));  // a reported minimum
}

ReportEvidence fact_line(const Evaluation& run, const Event& event, const Fact& fact) {
    ReportEvidence line;
    line.series = event.id;
    line.key = {{"measure", fact.measure}};
    if (!fact.side.empty()) line.key.emplace_back("side", fact.side);
    line.low = to_decimal_string(fact.low, 0, Rounding::nearest);
    if (fact.high) line.high = to_decimal_string(*fact.high, 0, Rounding::nearest);
    line.value = line.low;
    line.claimant = fact.claimant;
    line.as_of = to_iso(fact.as_of);
    line.published = fact.published.text;
    line.source = fact.source;
    line.url = fact.url;
    const std::string count = (fact.high ? "" : "at least ") + grouped(line.low) +
                              (fact.high && *fact.high != fact.low ? " to " + grouped(line.high) : "");
    line.words = event.label + ": " + count + " " + fact.measure +
                 (fact.side.empty() ? "" : " on the side of " + entity_name(run.context.names, fact.side)) + ", as " +
                 entity_name(run.context.names, fact.claimant) + " counted on " + to_words(day_period(fact.as_of));
    return line;
}

std::vector<const Fact*> facts_of(const Evaluation& run, const Event& event, const std::string& measure, const std::string& side,
                                  const std::string& claimant) {
    std::vector<const Fact*> out;
    for (const Fact& fact : event.facts)
        if (fact.measure == measure && fact.side == side && fact.claimant == claimant && is_published(fact.published, run.view) &&
            (!run.view.as_of || fact.as_of <= *run.view.as_of))
            out.push_back(&fact);
    return out;
}

// Each claimant's latest count; of several rows of the latest day any may support: each is a view, the highest first.
Value latest_count(Evaluation& run, const Event& event, std::vector<const Fact*> rows) {
    if (rows.empty()) return Nothing{Reason::no_series, "no count is known", "a count with its claimant and date"};
    Day latest = rows.front()->as_of;
    for (const Fact* fact : rows) latest = std::max(latest, fact->as_of);
    std::erase_if(rows, [&](const Fact* fact) { return fact->as_of != latest; });
    std::stable_sort(rows.begin(), rows.end(), [](const Fact* a, const Fact* b) { return a->low > b->low; });
    run.out.counts = std::max(run.out.counts, rows.size());
    const Fact& fact = *rows[std::min(run.view.count, rows.size() - 1)];
    Known known;
    known.counted = true;
    known.unit = {Dimension::count, "1"};
    known.set = fact_set(fact, known.open_assumed);
    known.e = fact.low;
    known.is_range = fact.high && *fact.high != fact.low;
    if (run.quiet) return known;
    run.out.evidence.push_back(fact_line(run, event, fact));
    if (known.open_assumed)
        run.out.assumed.push_back("a reported minimum of " + to_decimal_string(fact.low, 0, Rounding::nearest) +
                                  " is read as at most half as much again");
    return known;
}

std::string id_in(const Value& value) {
    if (const auto* entity = std::get_if<EntityId>(&value)) return entity->id;
    if (const auto* event = std::get_if<EventId>(&value)) return event->id;
    if (const auto* measure = std::get_if<MeasureId>(&value)) return measure->id;
    if (const auto* symbol = std::get_if<Symbol>(&value)) return symbol->id;
    return {};
}

}  // namespace

Value event_date(Evaluation& run, const std::string& id) {
    const Event* event = event_named(run, id);
    if (event == nullptr) return no_date(event, id);
    const auto all = hull_of_dates(run, *event);
    if (!all) return no_date(event, id);
    return *all;
}

Value event_duration(Evaluation& run, const std::string& id) {
    const Event* event = event_named(run, id);
    if (event == nullptr) return no_date(event, id);
    const auto all = hull_of_dates(run, *event);
    if (!all) return no_date(event, id);
    if (std::any_of(event->dates.begin(), event->dates.end(), [](const EventDate& date) { return date.open_end; }))
        return Nothing{Reason::no_series, "no source says when " + event->label + " ended", "the day on which it ended"};
    run.out.has_exclusive = true;
    const long days = days_inclusive(*all) - (run.view.exclusive ? 1 : 0);
    if (!run.quiet)
        run.out.notes.push_back(to_words(*all) + (run.view.exclusive ? ", the first day not counted" : ", both days counted"));
    const Unit unit = unit_of_time(run);
    return in_unit(days, unit);
}

// "From 2019 to 2021" is three years, or two from one to the other.
Value period_length(Evaluation& run, const Period& period) {
    run.out.has_exclusive = true;
    Period counted = period;
    if (run.view.exclusive)
        if (const auto shorter = shifted(day_period(period.last), -1, period.grain)) counted.last = shorter->last;
    const long days = days_inclusive(counted);
    if (days < 1) return Nothing{Reason::too_coarse, "the time is too short to have a length", ""};
    if (!run.quiet)
        run.out.notes.push_back(to_words(period) + (run.view.exclusive ? ", the last one not counted" : ", both ends counted"));
    return in_unit(days, unit_of_time(run));
}

Value event_elapsed(Evaluation& run, const std::string& id) {
    const Event* event = event_named(run, id);
    if (event == nullptr) return no_date(event, id);
    if (!run.context.text.date)
        return Nothing{Reason::no_date, "the document has no date", "pass --date or put it in the front matter"};
    const auto all = hull_of_dates(run, *event);
    if (!all) return no_date(event, id);
    const long days = (*run.context.text.date - all->last).count();
    if (!run.quiet)
        run.out.notes.push_back(to_words(day_period(all->last)) + " to " + to_words(day_period(*run.context.text.date)) +
                                ", the day of the text");
    return in_unit(days, unit_of_time(run));
}

// facts[event, measure, side, claimant]; *side runs over the sides that have such facts and names the claimant too.
Value event_facts(Evaluation& run, const Expression& expression) {
    if (expression.args.size() != 4) return Nothing{Reason::no_series, "facts want event, measure, side and claimant", ""};
    const Value event_value = evaluate(run, expression.args[0]);
    const Event* event = event_named(run, id_in(event_value));
    if (event == nullptr) return Nothing{Reason::no_event, "the text does not say of which event", "the name of the event"};
    const Expression& measure_word = expression.args[1];
    std::string measure = measure_word.name;
    if (measure_word.kind == Expression::Kind::name)
        if (const Value value = slot_value(run, measure_word.name); is_known(value)) measure = id_in(value);
    if (const auto found = run.context.names.measures.find(measure); found != run.context.names.measures.end()) {
        const Measure* read = found->second.front();
        if (!read->reads_as.empty()) measure = read->reads_as;
        if (!read->note.empty() && !run.quiet) run.out.assumed.push_back(read->note);
    }
    const Expression& side_word = expression.args[2];
    if (side_word.kind != Expression::Kind::star) {
        const std::string side = id_in(evaluate(run, side_word));
        const std::string claimant = id_in(evaluate(run, expression.args[3]));
        if (side.empty()) return Nothing{Reason::no_entity, "the text does not say of which side", "the name of the side"};
        return latest_count(run, *event, facts_of(run, *event, measure, side, claimant.empty() ? side : claimant));
    }
    List list;
    list.of = measure + " in " + event->label;
    for (const std::string& side : event->participants) {
        run.starred[side_word.name] = side;
        const Value claimant_value = evaluate(run, expression.args[3]);
        const auto rows = facts_of(run, *event, measure, side, id_in(claimant_value));
        if (!rows.empty()) list.elements.push_back({side, latest_count(run, *event, rows), {}});
    }
    run.starred.erase(side_word.name);
    // Press totals are shown but not summed.
    for (const Fact* fact : facts_of(run, *event, measure, "", "press")) {
        Known rival;
        rival.counted = rival.is_range = true;
        rival.set = fact_set(*fact, rival.open_assumed);
        rival.e = fact->low;
        run.out.rivals.push_back(std::move(rival));
        if (run.quiet) continue;
        ReportEvidence line = fact_line(run, *event, *fact);
        line.note = "a press total, not summed";
        run.out.evidence.push_back(std::move(line));
    }
    if (list.elements.empty())
        return Nothing{Reason::no_series, "no side's own count is known", "a count of each side with its claimant and date"};
    return list;
}

}  // namespace factcheck
