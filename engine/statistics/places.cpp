// Comparisons, places and records: which of them the words of a part make.
#include "statistics/judging.hpp"

#include <algorithm>
#include <set>

namespace factcheck::statistics {

namespace {

// Two topics that are set against each other: before and behind the word that does so.
bool compare_topics(Judging& j, const Sign& relation) {
    if (relation.purpose != Purpose::overtakes && relation.purpose != Purpose::more && relation.purpose != Purpose::less)
        return false;
    const TopicHit* before = nullptr;
    const TopicHit* behind = nullptr;
    for (const TopicHit& hit : j.part.topics) {
        if (hit.last < relation.last && before == nullptr) before = &hit;
        if (hit.first > relation.last && behind == nullptr && (before == nullptr || hit.topic != before->topic)) behind = &hit;
    }
    if (before == nullptr || behind == nullptr || j.subjects.empty()) return false;
    const ChooseContext context{j.room.index, j.room.figures, j.room.made, j.room.said};
    std::string other = j.subjects.back().id;
    for (const Subject& s : j.part.subjects)
        if (s.first > relation.last) other = s.id;
    const Choice rival = choose(context, j.part, other, nullptr, static_cast<int>(behind->topic));
    if (rival.all.empty()) return false;
    j.out.push_back(with_best(
        j, j.subjects.front(), nullptr,
        [&](const Case& c) {
            // Only figures of one kind can be set against each other.
            for (const Candidate& candidate : rival.all) {
                if (candidate.way->said->form != c.way().said->form || !(candidate.way->said->unit == c.way().said->unit))
                    continue;
                if (relation.purpose != Purpose::less)
                    return judge_overtaking(c, candidate, other, relation.purpose == Purpose::overtakes);
                Case turned = c;
                turned.candidate = candidate;
                turned.subject.id = other;
                return judge_overtaking(turned, c.candidate, c.subject.id, false);
            }
            return open("comparison", Reason::other_definition, "the two are measured in different units");
        },
        static_cast<int>(before->topic)));
    return true;
}

struct Place {
    bool highest = true;
    int place = 1;
    bool among = false;
    std::size_t at = 0;
};

std::optional<Place> place_of(const Judging& j) {
    const Part& part = j.part;
    const auto among = [&](std::size_t at) {
        return std::any_of(part.signs.begin(), part.signs.end(),
                           [&](const Sign& s) { return s.purpose == Purpose::among && s.first <= at + 1 && at < s.last + 4; });
    };
    for (const MentionAt* at : part.ranks) {
        const RankWords& rank = at->mention->rank;
        const std::string& word = j.room.laid.tokens[at->last].lower;
        bool highest = rank.order != Direction::down;
        if (word == "best" || word == "worst") {
            const bool worse = !part.topics.empty() && j.room.index.topics[part.topics.front().topic].topic->more_is_worse;
            highest = (word == "best") != worse;
            // "Best available data" ranks nothing.
            if (at->first == part.first && word == "best") continue;
        }
        return Place{highest, std::max(1, static_cast<int>(rank.position)), rank.within || among(at->first), at->first};
    }
    for (const Sign& sign : part.signs) {
        const bool beside_topic = std::any_of(part.topics.begin(), part.topics.end(),
                                              [&](const TopicHit& h) { return h.first > sign.last && h.first <= sign.last + 2; });
        if (sign.purpose == Purpose::highest || sign.purpose == Purpose::lowest)
            return Place{sign.purpose == Purpose::highest, 1, among(sign.first), sign.first};
        if (sign.purpose == Purpose::leads) return Place{true, 1, false, sign.first};
        if ((sign.purpose == Purpose::most || sign.purpose == Purpose::least) && beside_topic)
            return Place{sign.purpose == Purpose::most, 1, among(sign.first), sign.first};
    }
    return std::nullopt;
}

}  // namespace

const Sign* relation_of(const Part& part) {
    for (const Sign& sign : part.signs)
        if (sign.purpose == Purpose::more || sign.purpose == Purpose::less || sign.purpose == Purpose::alike ||
            sign.purpose == Purpose::unlike || sign.purpose == Purpose::overtakes)
            return &sign;
    return nullptr;
}

bool compare(Judging& j) {
    const Sign* relation = relation_of(j.part);
    if (relation == nullptr) return false;
    if (compare_topics(j, *relation)) return true;
    if (j.part.has(Purpose::any_other) && relation->purpose != Purpose::alike) {
        const Subject subject = j.subjects.front();
        j.out.push_back(with_best(j, subject, nullptr, [&](const Case& c) {
            return judge_above_all(c, relation->purpose != Purpose::less, j.universe);
        }));
        return true;
    }
    // The other country stands behind "than", or both before "are similar".
    std::vector<Subject> all;
    std::set<std::string> seen;
    for (const Subject& s : j.part.subjects)
        if (seen.insert(s.id).second) all.push_back(s);
    if (all.size() < 2 || !j.part.values.empty()) return false;
    const Purpose purpose = relation->purpose == Purpose::overtakes ? Purpose::more : relation->purpose;
    j.out.push_back(with_best(j, all.front(), nullptr, [&](const Case& c) { return judge_between(c, all[1], purpose); }));
    return true;
}

bool rank_or_record(Judging& j) {
    const auto place = place_of(j);
    if (!place || j.subjects.empty()) return false;
    const bool universe_named = j.part.has(Purpose::world) || j.part.has(Purpose::country) || j.part.has(Purpose::leads) ||
                                (j.universe != nullptr && !j.subjects.front().group);
    bool counted_back = j.part.has(Purpose::record);
    for (const Time& time : j.part.times) counted_back = counted_back || time.length || time.since;
    const bool possessive = j.subjects.front().marker == "possessive" || j.subjects.front().marker == "in";
    const bool record = !place->among && place->place == 1 && (counted_back || (!universe_named && possessive));
    if (record && !(universe_named && !counted_back)) {
        judge_each(j, nullptr, [&](const Case& c) { return judge_record(c, place->highest); });
        return true;
    }
    // "Leads the world in emissions reductions": the place is that of the change, which is not ranked here.
    if (j.part.has(Purpose::leads) && (j.part.has(Purpose::fall) || j.part.has(Purpose::rise))) {
        j.out.push_back(with_best(j, j.subjects.front(), nullptr,
                                  [&](const Case& c) { return judge_change_rank(c, j.part.has(Purpose::fall), j.universe); }));
        return true;
    }
    j.out.push_back(with_best(j, j.subjects.front(), nullptr, [&](const Case& c) {
        return judge_rank(c, place->highest, place->place, place->among, j.universe);
    }));
    return true;
}

}  // namespace factcheck::statistics
