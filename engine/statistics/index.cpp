#include "statistics/index.hpp"

#include <algorithm>
#include <unordered_map>

namespace factcheck::statistics {

namespace {

// "life-expectancy" and "life_expectancy" are one series: runs of anything but letters and digits are one mark.
std::string plain(std::string_view id) {
    std::string out;
    for (const char c : id) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool capital = c >= 'A' && c <= 'Z';
        if (kept || capital)
            out += capital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!out.empty() && out.back() != '_')
            out += '_';
    }
    while (!out.empty() && out.back() == '_') out.pop_back();
    return out;
}

using SeriesById = std::unordered_map<std::string, const Series*>;

SeriesById series_of(std::span<const Pack> packs) {
    SeriesById out;
    for (const Pack& pack : packs)
        for (const Series& series : pack.series)
            if (series.dimensions.size() == 1) out.emplace(plain(series.id), &series);
    return out;
}

const Series* find(const SeriesById& series, const std::string& id) {
    const auto found = series.find(plain(id));
    return found == series.end() ? nullptr : found->second;
}

TopicReady ready(const Topic& topic, const SeriesById& series) {
    TopicReady out;
    out.topic = &topic;
    out.wants_with = !topic.with.empty();
    for (std::size_t i = 0; i < topic.series.size(); ++i) {
        Measured way{&topic, &topic.series[i], {}, nullptr, i};
        for (const std::string& id : topic.series[i].series)
            if (const Series* found = find(series, id)) way.series.push_back(found);
        if (!topic.series[i].over.empty()) way.over = find(series, topic.series[i].over);
        const bool whole = way.series.size() == topic.series[i].series.size();
        if (whole && (topic.series[i].over.empty() || way.over != nullptr)) out.ways.push_back(std::move(way));
    }
    for (const AgeBand& band : topic.ages)
        if (const Series* found = find(series, band.series)) out.ages.push_back({band.first, band.last, found});
    return out;
}

void add_topic(Index& index, const TopicReady& topic) {
    const std::size_t number = index.topics.size();
    for (const std::string& cue : topic.topic->cues) index.phrases.add(cue, PhraseKind::cue, number);
    for (const std::string& word : topic.topic->with) index.phrases.add(word, PhraseKind::with, number);
    for (const std::string& word : topic.topic->without) index.phrases.add(word, PhraseKind::without, number);
    for (std::size_t i = 0; i < topic.ways.size(); ++i)
        for (const std::string& word : topic.ways[i].said->words) index.phrases.add(word, PhraseKind::hint, number, i);
    index.topics.push_back(topic);
}

}  // namespace

Rational Index::weight(const std::string& name) const {
    const auto found = weights.find(name);
    return found == weights.end() ? Rational(0) : found->second;
}

const CountryGroup* Index::group(std::string_view id) const {
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const CountryGroup& g) { return g.id == id; });
    return found == groups.end() ? nullptr : &*found;
}

std::shared_ptr<const Index> make_index(std::span<const Pack> packs) {
    auto out = std::make_shared<Index>();
    const bool any = std::any_of(packs.begin(), packs.end(), [](const Pack& p) { return !p.statistics.empty(); });
    if (!any) return out;
    const SeriesById series = series_of(packs);
    for (const Pack& pack : packs)
        for (const Topic& topic : pack.statistics.topics) {
            TopicReady made = ready(topic, series);
            if (!made.ways.empty() || !made.ages.empty()) add_topic(*out, made);
        }
    if (out->empty()) return out;
    for (const Pack& pack : packs) {
        for (const CountryGroup& group : pack.statistics.groups) {
            for (const std::string& word : group.words) out->phrases.add(word, PhraseKind::group, out->groups.size());
            out->groups.push_back(group);
        }
        for (const auto& [word, purpose] : pack.statistics.words)
            out->phrases.add(word, PhraseKind::word, static_cast<std::size_t>(purpose));
        for (const auto& share : pack.statistics.shares) {
            out->phrases.add(share.first, PhraseKind::share, out->shares.size());
            out->shares.push_back(share);
        }
        out->weights.insert(pack.statistics.weights.begin(), pack.statistics.weights.end());
    }
    out->population = find(series, "population_total");
    if (out->population == nullptr) out->population = find(series, "population");
    return out;
}

}  // namespace factcheck::statistics
