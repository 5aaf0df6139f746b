#include "diagnose/illustrate.hpp"

#include "bind/evaluate.hpp"
#include "diagnose/report_claim.hpp"
#include "model/limits.hpp"
#include "reference/vintage.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace factcheck {
namespace {

const Series* series_of(const BindContext& context, const std::string& id) {
    for (const Pack& pack : context.packs)
        for (const Series& series : pack.series)
            if (series.id == id) return &series;
    return nullptr;
}

std::optional<Period> period_of(const ReportEvidence& line) {
    if (!line.period) return std::nullopt;
    const auto first = day_from(line.period->start), last = day_from(line.period->end);
    return first && last ? std::optional(Period{*first, *last, Grain::day}) : std::nullopt;
}

// Months of 28 to 31 days and years of 365 and 366 are of one length; eleven months and a year are not.
bool as_long(const Period& a, const Period& b) {
    const long x = days_inclusive(a), y = days_inclusive(b);
    return x == y || (std::min(x, y) > 7 && std::abs(x - y) <= 3);
}

std::optional<Observation> figure_then(const BindContext& context, const Series& series, const Key& key, const Period& period,
                                       const std::string& source) {
    std::vector<Observation> own;
    for (const Observation& row : context.reference.rows(series, key, period))
        if (row.status != "M" && (source.empty() || row.source == source)) own.push_back(row);
    const std::vector<Vintage> all = vintages(std::move(own), series);
    if (all.empty()) return std::nullopt;
    if (!context.as_of) return all.back().finest;
    const InForce now = in_force(all, context.as_of);
    if (!now.surely.empty()) return all[now.surely.back()].finest;
    return now.possibly.empty() ? std::nullopt : std::optional(all[now.possibly.back()].finest);
}

// The periods of one length around the one spoken of.
std::vector<Period> periods_around(const BindContext& context, const Series& series, const Key& key, const Period& middle) {
    std::vector<Period> out;
    for (const Period& period : context.reference.periods(series, key))
        if (as_long(period, middle)) out.push_back(period);
    const auto at = static_cast<std::size_t>(
        std::find_if(out.begin(), out.end(), [&](const Period& p) { return p.first >= middle.first; }) - out.begin());
    const std::size_t from = at - std::min(at, limits::chart_points / 2);
    const std::size_t to = std::min(out.size(), from + limits::chart_points);
    return {out.begin() + static_cast<std::ptrdiff_t>(from), out.begin() + static_cast<std::ptrdiff_t>(to)};
}

std::optional<ReportChart> series_chart(const BindContext& context, const ReportEvidence& line) {
    const Series* series = series_of(context, line.series);
    const auto middle = period_of(line);
    if (series == nullptr || !middle || line.key.size() != series->dimensions.size()) return std::nullopt;
    Key key;
    ReportChart chart;
    chart.title = series->label;
    for (const auto& [name, id] : line.key) {
        key.push_back(id);
        chart.title += ", " + entity_name(context.names, id);
    }
    chart.unit = std::string(series->unit.code);
    for (const Period& period : periods_around(context, *series, key, *middle)) {
        const auto row = figure_then(context, *series, key, period, line.source);
        if (!row) continue;
        ReportPoint point;
        point.start = to_iso(period.first);
        point.end = to_iso(period.last);
        point.low = point.high = to_decimal_string(row->base_value(), 12, Rounding::nearest);
        point.label = to_words(period);
        point.source = row->source + (row->published.text.empty() ? "" : ", published " + row->published.text);
        point.cited = same_days(period, *middle);
        chart.points.push_back(std::move(point));
    }
    return chart.points.size() < 2 ? std::nullopt : std::optional(std::move(chart));
}

bool known_then(const BindContext& context, const Fact& fact) {
    return !context.as_of || (fact.published.first <= *context.as_of && fact.as_of <= *context.as_of);
}

// What each side counted, day by day.
std::optional<ReportChart> toll_chart(const BindContext& context, const ReportEvidence& line) {
    const auto event = context.names.events.find(line.series);
    if (event == context.names.events.end() || line.as_of.empty() || line.key.empty()) return std::nullopt;
    ReportChart chart;
    chart.timeline = true;
    chart.title = event->second->label + ": " + line.key.front().second;
    chart.unit = "1";
    for (const Fact& fact : event->second->facts) {
        if (fact.measure != line.key.front().second || !known_then(context, fact)) continue;
        ReportPoint point;
        point.start = point.end = to_iso(fact.as_of);
        point.low = to_decimal_string(fact.low, 0, Rounding::nearest);
        if (fact.high) point.high = to_decimal_string(*fact.high, 0, Rounding::nearest);
        const std::string by = "counted by " + entity_name(context.names, fact.claimant);
        point.label = fact.side.empty() ? "in all, " + by : "on the side of " + entity_name(context.names, fact.side) + ", " + by;
        point.source = fact.source + (fact.published.text.empty() ? "" : ", published " + fact.published.text);
        point.cited = point.start == line.as_of && fact.claimant == line.claimant && point.low == line.low;
        chart.points.push_back(std::move(point));
    }
    std::stable_sort(chart.points.begin(), chart.points.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
    return chart.points.empty() ? std::nullopt : std::optional(std::move(chart));
}

void mark_cited(ReportChart& chart, const std::vector<ReportEvidence>& evidence) {
    for (ReportPoint& point : chart.points)
        for (const ReportEvidence& line : evidence) {
            const bool same_period =
                !chart.timeline && line.period && line.period->start == point.start && line.period->end == point.end;
            const bool same_count = chart.timeline && line.as_of == point.start && line.low == point.low &&
                                    (line.words.find(point.label.substr(0, point.label.find(','))) != std::string::npos);
            point.cited = point.cited || same_period || same_count;
        }
}

// The claimed interval belongs into a chart of its own unit only.
void add_claimed(const ReportClaim& claim, ReportChart& chart) {
    for (const ReportSlot& slot : claim.slots) {
        if (slot.name == "value" && slot.quantity && (slot.quantity->unit == chart.unit || chart.timeline))
            chart.claimed = slot.quantity;
        if (slot.name == "period" && slot.period) chart.claimed_period = slot.period;
    }
}

std::vector<ReportChart> charts_of(const BindContext& context, const ReportClaim& claim) {
    std::vector<ReportChart> out;
    std::set<std::string> drawn;
    for (const ReportEvidence& line : claim.evidence) {
        std::optional<ReportChart> chart = series_chart(context, line);
        if (!chart) chart = toll_chart(context, line);
        if (!chart || !drawn.insert(chart->title).second) continue;
        mark_cited(*chart, claim.evidence);
        add_claimed(claim, *chart);
        out.push_back(std::move(*chart));
        if (out.size() == limits::charts_of_claim) break;
    }
    return out;
}

// Every part of the expression that has a value of its own, the innermost first.
void add_steps(Evaluation& run, const Expression& expression, std::set<std::string>& seen, std::vector<ReportStep>& out) {
    using Kind = Expression::Kind;
    for (const Expression& part : expression.args)
        if (part.kind != Kind::name && part.kind != Kind::star && part.kind != Kind::number) add_steps(run, part, seen, out);
    const bool worked = expression.kind == Kind::call || expression.kind == Kind::lookup || expression.kind == Kind::arithmetic;
    if (!worked || expression.source.empty() || !seen.insert(expression.source).second) return;
    const Value value = evaluate(run, expression);
    if (!is_known(value) || std::holds_alternative<List>(value)) return;
    out.push_back({expression.source, in_words(run.context.names, value)});
}

std::vector<ReportStep> steps_of(const BindContext& context, const BoundClaim& bound, const Reading& reading) {
    std::vector<ReportStep> out;
    Outcome scratch;
    Evaluation run{
        context, *bound.pack, *bound.claim, bound.with, reading.picks, reading.view, scratch, reading.outcome.lets, true,
        false,   {}};
    std::set<std::string> seen;
    for (const auto& [name, expression] : bound.rule->let)
        if (const auto value = reading.outcome.lets.find(name); value != reading.outcome.lets.end() && is_known(value->second))
            out.push_back({name + " = " + expression.source, in_words(context.names, value->second)});
    if (bound.rule->expect.args.size() != 2) return out;
    const Expression& right = bound.rule->expect.args[1];
    add_steps(run, right, seen, out);
    const bool said = !out.empty() && out.back().what == right.source;
    const std::string evidence = in_words(context.names, reading.outcome.right);
    if (is_known(reading.outcome.right)) {
        if (said)
            out.back().value = evidence;  // with the rounding of what was printed
        else if (!right.source.empty())
            out.push_back({right.source, evidence});
    }
    if (is_known(reading.outcome.left)) out.push_back({"the text says", in_words(context.names, reading.outcome.left)});
    return out;
}

}  // namespace

void illustrate(const BindContext& context, const BoundClaim& bound, const Judgement& judgement, ReportClaim& out) {
    const Text& text = context.text;
    const Span span = bound.claim->span;
    const auto past = std::upper_bound(text.paragraphs.begin(), text.paragraphs.end(), span.begin,
                                       [](std::size_t at, const Span& paragraph) { return at < paragraph.begin; });
    if (past != text.paragraphs.begin()) {
        const Span paragraph = *(past - 1);
        const auto inside = [&](std::size_t at) { return std::clamp(at, paragraph.begin, paragraph.end) - paragraph.begin; };
        const Span focus = bound.claim->focus;
        const auto index = static_cast<std::size_t>(past - 1 - text.paragraphs.begin());
        out.reading = {index, inside(span.begin), inside(span.end), inside(focus.begin), inside(focus.end)};
    }
    out.charts = charts_of(context, out);
    out.steps = steps_of(context, bound, bound.readings[judgement.reading]);
}

std::vector<ReportParagraph> article_of(const Text& text) {
    std::vector<ReportParagraph> out;
    for (const Span& paragraph : text.paragraphs)
        out.push_back(
            {std::string(words_at(text, paragraph)), line_column(text, original_span(text, paragraph).begin).line, false});
    for (const Sentence& sentence : text.sentences)
        if (sentence.region == Region::headline && sentence.paragraph < out.size()) out[sentence.paragraph].headline = true;
    return out;
}

}  // namespace factcheck
