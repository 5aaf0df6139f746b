#include "statistics/predicates.hpp"

#include "link/words.hpp"
#include "statistics/judging.hpp"

#include <algorithm>
#include <set>

namespace factcheck::statistics {

namespace {

bool takes_stand(Verdict v) { return v != Verdict::unverifiable; }
bool holds(Verdict v) { return v == Verdict::supported || v == Verdict::imprecise; }

bool in_reach(const Part& part, Purpose denial, std::size_t token) {
    for (const Sign& sign : part.signs)
        if (sign.purpose == denial && sign.first != token && sign.last < token + 3 && sign.last + 12 > token) return true;
    return false;
}

Subject world() { return {"WLD", "the world", true, 0, 0, ""}; }

// ---- who is meant

void find_subjects(Judging& j) {
    std::vector<Subject> countries, groups;
    std::set<std::string> seen;
    for (const Subject& s : j.part.subjects)
        if (seen.insert(s.id).second) (s.group ? groups : countries).push_back(s);
    for (const Subject& g : groups)
        if (const CountryGroup* group = j.room.index.group(g.id); group != nullptr && !group->members.empty()) j.universe = group;
    const auto only_of = [&](const TopicHit& hit) -> const std::string& { return j.room.index.topics[hit.topic].topic->only; };
    const auto& hits = j.part.topics;
    // Sea levels are the world's, whoever speaks of them; so is what is said of the globe.
    if (std::all_of(hits.begin(), hits.end(), [&](const TopicHit& hit) { return only_of(hit) == "WLD"; }) ||
        (j.part.subjects_inherited && j.part.has(Purpose::world)))
        j.subjects = {world()};
    else if (!countries.empty())
        j.subjects = countries;
    else if (!groups.empty())
        j.subjects = {groups.front()};
    else if (j.part.has(Purpose::world))
        j.subjects = {world()};
    if (j.subjects.size() > 1 && j.part.has(Purpose::together)) {
        Subject sum = j.subjects.front();
        for (std::size_t i = 1; i < j.subjects.size(); ++i)
            sum.id += "+" + j.subjects[i].id, sum.name += " and " + j.subjects[i].name;
        j.subjects = {sum};
    }
}

// ---- values

Direction direction_of(const Judging& j, const Value& value) {
    if (value.at->mention->direction != Direction::none) return value.at->mention->direction;
    if (j.part.has(Purpose::fall)) return Direction::down;
    if (j.part.has(Purpose::rise)) return Direction::up;
    for (std::size_t i = value.at->last + 1; i < j.part.past && i <= value.at->last + 2; ++i) {
        const std::string& word = j.room.laid.tokens[i].lower;
        if (word == "lower" || word == "less" || word == "fewer") return Direction::down;
        if (word == "higher" || word == "more") return Direction::up;
    }
    return Direction::none;
}

// "By 20 percent", "a 20 percent rise", "six centimetres lower": the size of a change and no level.
bool is_change(const Judging& j, const Value& value) {
    const Mention& m = *value.at->mention;
    if (m.to || m.from) return false;
    // Growth is measured itself: "has grown 2 percent a year".
    const bool growth = std::any_of(j.part.topics.begin(), j.part.topics.end(), [&](const TopicHit& h) {
        const TopicReady& topic = j.room.index.topics[h.topic];
        return !topic.ways.empty() && topic.ways.front().said->form == FigureForm::growth;
    });
    if (growth) return false;
    if (m.by || m.named) return true;
    const std::string_view before = word_before(j.room.laid, value.at->first);
    if (before == "by") return true;
    const std::string_view next = word_after(j.room.laid, value.at->last);
    if (next == "lower" || next == "higher" || next == "less" || next == "more" || next == "fewer") return true;
    return m.direction != Direction::none && (j.part.has(Purpose::rise) || j.part.has(Purpose::fall)) && value.a_year == 1 &&
           m.unit.dimension == Dimension::percent;
}

const Value* find_value(const Part& part, bool Mention::*flag) {
    for (const Value& value : part.values)
        if (value.at->mention->*flag) return &value;
    return nullptr;
}

bool values(Judging& j) {
    const Value* from = find_value(j.part, &Mention::from);
    const Value* to = find_value(j.part, &Mention::to);
    // "From about 1% to over 32%": a hedge may hide the word before it.
    for (const Value& value : j.part.values) {
        const std::string_view before = word_before(j.room.laid, value.at->first);
        const std::string_view before2 = word_before(j.room.laid, value.at->first, 2);
        if (from == nullptr && (before == "from" || (before2 == "from" && before != "to")))
            from = &value;
        else if (to == nullptr && from != nullptr && (before == "to" || before2 == "to"))
            to = &value;
    }
    if (from != nullptr && to != nullptr && from != to) {
        judge_each(j, to, [&](const Case& c) { return judge_from_to(c, *from, *to); });
        for (const Value& value : j.part.values)
            if (&value != from && &value != to && is_change(j, value))
                judge_each(j, nullptr, [&](const Case& c) { return judge_change(c, value, direction_of(j, value)); });
        return true;
    }
    bool any = false;
    for (const Value& value : j.part.values) {
        any = true;
        const Dimension d = value.stated.unit.dimension;
        if (is_change(j, value)) {
            // Amounts need the series of their unit; percentages fit all.
            const bool needs_unit = d != Dimension::percent && d != Dimension::points;
            judge_each(j, needs_unit ? &value : nullptr,
                       [&](const Case& c) { return judge_change(c, value, direction_of(j, value)); });
            continue;
        }
        judge_each(j, &value, [&](const Case& c) { return judge_level(c, value); });
    }
    return any;
}

// "Most", "a small proportion": a percentage in vague words.
bool vague_shares(Judging& j) {
    if (!j.part.values.empty()) return false;
    for (const Found& hit : j.part.shares) {
        Mention& mention = j.room.mentions.emplace_back();
        mention.kind = MentionKind::percent;
        mention.span = {j.room.laid.tokens[hit.first].span.begin, j.room.laid.tokens[hit.last].span.end};
        mention.core = mention.span;
        MentionAt& place = j.room.places.emplace_back();
        place.mention = &mention;
        place.first = hit.first;
        place.last = hit.last;
        Value value;
        value.at = &place;
        const auto& [low, high] = j.room.index.shares[hit.index].second;
        value.stated.unit = Unit{Dimension::percent, "%"};
        value.stated.sort = Sort::vague;
        value.stated.range = true;
        value.stated.n = low;
        value.stated.upper = high;
        value.stated.set = closed(low, high);
        judge_each(j, &value, [&](const Case& c) { return judge_level(c, value); });
        return true;
    }
    return false;
}

void trends(Judging& j) {
    const Part& part = j.part;
    if (const Sign* quick = part.sign(Purpose::quickens)) {
        const bool denied = in_reach(part, Purpose::denies, quick->first);
        return judge_each(j, nullptr, [&](const Case& c) { return judge_quickening(c, denied); });
    }
    if (const Sign* end = part.sign(Purpose::ends)) {
        const bool denied = in_reach(part, Purpose::denies, end->first);
        return judge_each(j, nullptr, [&](const Case& c) { return judge_ended(c, denied); });
    }
    for (const Sign& sign : part.signs) {
        if ((sign.purpose != Purpose::many && sign.purpose != Purpose::few) || j.subjects.front().group) continue;
        const bool denied = in_reach(part, Purpose::denies, sign.first);
        return judge_each(j, nullptr, [&](const Case& c) { return judge_amount(c, (sign.purpose == Purpose::many) != denied); });
    }
    for (const Sign& sign : part.signs) {
        if (sign.purpose != Purpose::rise && sign.purpose != Purpose::fall) continue;
        const bool denied = in_reach(part, Purpose::denies, sign.first);
        const Direction direction = sign.purpose == Purpose::rise ? Direction::up : Direction::down;
        return judge_each(j, nullptr, [&](const Case& c) { return judge_trend(c, direction, denied); });
    }
}

// What will be, and what is asked, is not asserted.
bool looks_ahead(const Laid& laid, const Part& part) {
    if (laid.tokens.back().lower == "?") return true;
    for (std::size_t i = part.first; i < part.past; ++i)
        if (words::future_verb(laid.tokens[i].lower)) return true;
    return false;
}

bool says_anything(const Part& part) {
    return !part.values.empty() || !part.ranks.empty() || !part.multiples.empty() || !part.shares.empty() ||
           std::any_of(part.signs.begin(), part.signs.end(), [](const Sign& s) {
               switch (s.purpose) {
                   case Purpose::rise:
                   case Purpose::fall:
                   case Purpose::overtakes:
                   case Purpose::ends:
                   case Purpose::leads:
                   case Purpose::quickens:
                   case Purpose::highest:
                   case Purpose::lowest:
                   case Purpose::many:
                   case Purpose::few:
                   case Purpose::only:
                   case Purpose::more:
                   case Purpose::less:
                   case Purpose::alike:
                   case Purpose::unlike: return true;
                   default: return false;
               }
           });
}

}  // namespace

PartOpinion with_best(const Judging& j, const Subject& subject, const Value* value, const Judge& judge, int topic) {
    const ChooseContext context{j.room.index, j.room.figures, j.room.made, j.room.said};
    PartOpinion out;
    Choice choice = choose(context, j.part, subject.id, value, topic);
    if (choice.all.empty()) {
        out.opinion =
            open(value != nullptr ? "level" : "trend", choice.units_differ ? Reason::other_definition : Reason::no_series,
                 choice.units_differ ? "the figures of what is spoken of are in another unit"
                                     : "no series measures what is spoken of");
        return out;
    }
    const Rational margin = j.room.index.weight("margin");
    const Rational best = choice.all.front().score;
    std::optional<Opinion> first;
    for (const Candidate& candidate : choice.all) {
        if (best - candidate.score > margin) break;
        const Case c{j.room.index, j.room.figures, j.room.laid, j.part, candidate, subject, j.room.year};
        Opinion one = judge(c);
        if (!first) {
            first = std::move(one);
            continue;
        }
        if (!takes_stand(first->verdict) && takes_stand(one.verdict)) {
            first = std::move(one);
        } else if (takes_stand(one.verdict) && holds(one.verdict) != holds(first->verdict)) {
            Opinion both = open(first->rule, Reason::ambiguous, first->say + "; or " + one.say, "say which measure is meant");
            both.cites = first->cites;
            both.cites.insert(both.cites.end(), one.cites.begin(), one.cites.end());
            first = std::move(both);
            break;
        }
    }
    out.opinion = std::move(*first);
    out.candidates = std::move(choice.all);
    return out;
}

void judge_each(Judging& j, const Value* value, const Judge& judge) {
    std::optional<PartOpinion> all;
    for (const Subject& subject : j.subjects) {
        PartOpinion one = with_best(j, subject, value, judge);
        if (all)
            all->opinion = harsher(std::move(all->opinion), std::move(one.opinion));
        else
            all = std::move(one);
    }
    if (all) j.out.push_back(std::move(*all));
}

std::vector<PartOpinion> judge_part(Room& room, const Part& part) {
    std::vector<PartOpinion> out;
    if (part.topics.empty() || !says_anything(part)) return out;
    // Neither what is spoken of nor of whom: a figure on its own belongs to anything.
    if (part.topic_inherited && part.subjects_inherited) return out;
    // "The rest of the world accounts for 85 percent": what is left over is not looked up.
    if (part.has(Purpose::any_other) && relation_of(part) == nullptr) return out;
    Judging j{room, part, out, {}, nullptr};
    find_subjects(j);
    if (part.has(Purpose::forecast) || looks_ahead(room.laid, part)) {
        out.push_back({open("level", Reason::not_asserted, "it is said of what is to come"), {}});
        return out;
    }
    if (j.subjects.empty()) {
        out.push_back({open("level", Reason::no_entity, "the text does not say of which country", "name the country"), {}});
        return out;
    }
    if (part.has(Purpose::only) && j.universe != nullptr && !j.subjects.front().group) {
        const CountryGroup& group = *j.universe;
        out.push_back(with_best(j, j.subjects.front(), part.values.empty() ? nullptr : &part.values.front(),
                                [&](const Case& c) { return judge_only(c, group); }));
        return out;
    }
    if ((part.has(Purpose::every) || part.has(Purpose::none)) && part.has(Purpose::country) && !part.values.empty()) {
        const Subject subject = j.subjects.front();
        out.push_back(with_best(j, subject, &part.values.front(), [&](const Case& c) {
            return judge_all(c, j.universe, part.has(Purpose::none), &part.values.front());
        }));
        return out;
    }
    const bool compared = compare(j);
    const bool placed = !compared && rank_or_record(j);
    for (const MentionAt* multiple : part.multiples)
        judge_each(j, nullptr, [&](const Case& c) { return judge_multiple(c, *multiple); });
    const bool valued = values(j) || !part.multiples.empty();
    if (valued || compared || placed) return out;
    if (!vague_shares(j)) trends(j);
    return out;
}

}  // namespace factcheck::statistics
