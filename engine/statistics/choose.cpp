#include "statistics/choose.hpp"

#include <algorithm>
#include <set>

namespace factcheck::statistics {

namespace {

struct Scored {
    const ChooseContext& context;
    const Part& part;
    const std::string& subject;
    const Value* value;
    Choice& out;

    [[nodiscard]] Rational weight(const char* name) const { return context.index.weight(name); }
};

void add_why(Candidate& candidate, const Rational& points, const std::string& why) {
    candidate.score += points;
    candidate.why.push_back(why + " " + to_decimal_string(points, 2, Rounding::nearest));
}

void score_words(const Scored& s, const TopicHit& hit, const Measured& way, std::size_t way_index, Candidate& candidate) {
    add_why(candidate, s.weight("cue_word") * Rational(hit.words), "words");
    if (hit.context) add_why(candidate, s.weight("context"), "context");
    const bool hinted = std::any_of(s.part.hints.begin(), s.part.hints.end(),
                                    [&](const Found& f) { return f.index == hit.topic && f.part == way_index; });
    if (hinted) add_why(candidate, s.weight("hint"), "its own words");
    if (way.order > 0) add_why(candidate, -s.weight("order") * Rational(way.order), "not the first of its topic");
}

void score_figures(const Scored& s, Candidate& candidate) {
    const auto years = s.context.figures.reach(*candidate.way, s.subject);
    if (!years) return add_why(candidate, -s.weight("entity"), "no figures of the country");
    add_why(candidate, s.weight("entity"), "figures of the country");
    for (const Time& time : s.part.times) {
        if (time.now || time.spans.empty()) continue;
        const YearSpan span = time.spans.front();
        const bool covered = years->first <= span.last && span.first <= years->last;
        add_why(candidate, covered ? s.weight("period") : -s.weight("period"),
                covered ? "covers the years" : "does not cover the years");
        return;
    }
}

void add_way(const Scored& s, const TopicHit& hit, const Measured& way, std::size_t way_index, bool world_share) {
    Candidate candidate;
    candidate.way = &way;
    candidate.topic = hit.topic;
    candidate.of_world = world_share;
    score_words(s, hit, way, way_index, candidate);
    if (world_share) add_why(candidate, -s.weight("derived"), "computed");
    if (s.value != nullptr) {
        if (!factor_to(candidate, *s.value)) {
            s.out.units_differ = true;
            return;
        }
        add_why(candidate, s.weight("unit"), "unit");
    }
    score_figures(s, candidate);
    s.out.all.push_back(std::move(candidate));
}

bool is_total(const Measured& way) {
    return way.said->form == FigureForm::total && way.over == nullptr && way.said->unit.dimension != Dimension::percent;
}

void add_topic(const Scored& s, const TopicHit& hit) {
    const TopicReady& topic = s.context.index.topics[hit.topic];
    for (std::size_t i = 0; i < topic.ways.size(); ++i) {
        add_way(s, hit, topic.ways[i], i, false);
        const bool percent = s.value != nullptr &&
                             (s.value->stated.unit.dimension == Dimension::percent || s.value->stated.sort == Sort::fraction);
        if (percent && is_total(topic.ways[i]) && s.subject != "WLD") add_way(s, hit, topic.ways[i], i, true);
    }
}

// "Between 15 and 24": the bands that fill the stretch, as a percentage of all.
void add_ages(const Scored& s, const TopicHit& hit) {
    const TopicReady& topic = s.context.index.topics[hit.topic];
    if (topic.ages.empty() || !s.part.ages || s.context.index.population == nullptr) return;
    Measured made{topic.topic, nullptr, {}, s.context.index.population, 0};
    int next = s.part.ages->first;
    for (const Band& band : topic.ages) {
        if (band.first != next) continue;
        made.series.push_back(band.series);
        next = band.last + 1;
    }
    if (made.series.empty() || next != s.part.ages->last + 1) return;
    TopicSeries& said = s.context.said.emplace_back();
    said.unit = Unit{Dimension::percent, "%"};
    said.form = FigureForm::share;
    made.said = &said;
    add_way(s, hit, s.context.made.emplace_back(std::move(made)), 0, false);
}

// "Wind and solar": topics that are parts of one thing and share a value are added, way by way.
bool add_sum(const Scored& s) {
    if (s.value == nullptr) return false;
    std::vector<const TopicHit*> hits;
    std::set<std::size_t> seen;
    for (const TopicHit& hit : s.part.topics)
        if (!s.context.index.topics[hit.topic].topic->part_of.empty() && seen.insert(hit.topic).second) hits.push_back(&hit);
    if (hits.size() < 2) return false;
    const TopicReady& first = s.context.index.topics[hits.front()->topic];
    bool any = false;
    for (std::size_t i = 0; i < first.ways.size(); ++i) {
        Measured sum = first.ways[i];
        bool all = true;
        for (std::size_t h = 1; h < hits.size(); ++h) {
            const TopicReady& other = s.context.index.topics[hits[h]->topic];
            if (other.topic->part_of != first.topic->part_of) return false;
            const auto same = std::find_if(other.ways.begin(), other.ways.end(), [&](const Measured& w) {
                return w.said->form == sum.said->form && w.said->unit == sum.said->unit && w.said->times == sum.said->times &&
                       w.over == sum.over;
            });
            if (same == other.ways.end()) {
                all = false;
                break;
            }
            sum.series.insert(sum.series.end(), same->series.begin(), same->series.end());
        }
        if (!all) continue;
        any = true;
        add_way(s, *hits.front(), s.context.made.emplace_back(std::move(sum)), i, false);
    }
    return any;
}

}  // namespace

Choice choose(const ChooseContext& context, const Part& part, const std::string& subject, const Value* value, int topic) {
    Choice out;
    const Scored scored{context, part, subject, value, out};
    if (topic < 0 && add_sum(scored)) {
        // The sum is what is meant.
    } else {
        std::set<std::size_t> seen;
        for (const TopicHit& hit : part.topics) {
            if ((topic >= 0 && hit.topic != static_cast<std::size_t>(topic)) || !seen.insert(hit.topic).second) continue;
            const auto longest =
                std::max_element(part.topics.begin(), part.topics.end(), [&](const TopicHit& a, const TopicHit& b) {
                    return (a.topic == hit.topic ? a.words : 0) < (b.topic == hit.topic ? b.words : 0);
                });
            add_topic(scored, *longest);
            add_ages(scored, *longest);
        }
    }
    std::stable_sort(out.all.begin(), out.all.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    return out;
}

}  // namespace factcheck::statistics
