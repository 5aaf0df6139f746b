// The statistics vocabularies of all packs made ready: phrases in one matcher, series found, groups by id.
#pragma once

#include "model/statistics.hpp"
#include "reference/reference.hpp"
#include "statistics/phrases.hpp"

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck::statistics {

// A way of measuring whose series are there.
struct Measured {
    const Topic* topic = nullptr;
    const TopicSeries* said = nullptr;
    std::vector<const Series*> series;  // their sum
    const Series* over = nullptr;
    std::size_t order = 0;  // of the topic's ways, the best first
};

struct Band {
    int first = 0;
    int last = 0;
    const Series* series = nullptr;
};

struct TopicReady {
    const Topic* topic = nullptr;
    std::vector<Measured> ways;
    std::vector<Band> ages;
    bool wants_with = false;
};

struct Index {
    std::vector<TopicReady> topics;
    std::vector<CountryGroup> groups;
    std::vector<std::pair<std::string, std::pair<Rational, Rational>>> shares;
    std::map<std::string, Rational> weights;
    const Series* population = nullptr;
    Phrases phrases;
    [[nodiscard]] bool empty() const { return topics.empty(); }
    [[nodiscard]] Rational weight(const std::string& name) const;
    [[nodiscard]] const CountryGroup* group(std::string_view id) const;
};

// Topics of which no series is loaded are left out; without any the index is empty and costs nothing.
[[nodiscard]] std::shared_ptr<const Index> make_index(std::span<const Pack> packs);

}  // namespace factcheck::statistics
