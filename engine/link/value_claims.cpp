// Claims about the value of a measure: level, change, share, count.
#include "link/discourse.hpp"
#include "link/narrow.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include <algorithm>

namespace factcheck {

namespace {

struct Cue {
    const CueAt* at = nullptr;
    const Measure* measure = nullptr;
};

bool suits(const Mention& mention, const Measure& measure) {
    const Dimension want = measure.unit.dimension;
    switch (mention.unit.dimension) {
        case Dimension::money: return want == Dimension::money;
        case Dimension::percent: return true;  // a level of a rate, else a change or a share
        case Dimension::points: return want == Dimension::percent;
        case Dimension::count: return want == Dimension::count;
        case Dimension::number:
            return mention.kind == MentionKind::multiple || want == Dimension::count || want == Dimension::number;
        default: return want == mention.unit.dimension;
    }
}

// "sold to": the verb stands where the cue was found, its preposition must follow in the clause.
bool gap_filled(const Laid& laid, const CueAt& cue, const std::string& gap) {
    if (gap.empty()) return true;
    for (std::size_t i = cue.last + 1; i < laid.tokens.size() && laid.clause[i] == cue.clause; ++i)
        if (laid.tokens[i].lower == gap) return true;
    return false;
}

// "$5.44 billion in exports", "$2 billion worth of goods exported": only small words and names between a value and the cue after
// it.
bool leads_to(const Laid& laid, std::size_t from, std::size_t to) {
    if (to - from > 9) return false;
    std::size_t others = 0;
    for (std::size_t i = from + 1; i < to; ++i) {
        const Token& token = laid.tokens[i];
        if (words::compares(token.lower) || token.lower == "," || token.lower == "and" || token.lower == "or") return false;
        const bool name = std::any_of(laid.entities.begin(), laid.entities.end(),
                                      [&](const EntityAt& e) { return e.first <= i && i <= e.last; });
        if (!name && !words::function_word(token.lower) && !words::preposition(token.lower) &&
            !words::plain_after_of(token.lower) && token.kind == TokenKind::word)
            ++others;
    }
    return others <= 1;
}

// The clause of a value that brings no subject of its own ("... , and reached $5.4 billion") belongs to the one before.
bool continues(const Laid& laid, const MentionAt& value) {
    std::size_t start = value.first;
    while (start > 0 && laid.clause[start - 1] == value.clause) --start;
    if (value.first - start > 5) return false;
    const bool relative = laid.tokens[start].lower == "which" || laid.tokens[start].lower == "who";
    const auto names_measure = [&](const CueAt& cue) { return start >= 2 && cue.first <= start - 2 && start - 2 <= cue.last; };
    if (relative && std::none_of(laid.cues.begin(), laid.cues.end(), names_measure)) return false;  // "services, which grew"
    for (std::size_t i = start; i < value.first; ++i) {
        const std::string& word = laid.tokens[i].lower;
        const bool small = words::function_word(word) || words::opens_clause(word) || words::preposition(word) ||
                           words::past_verb(word) || words::moves(word) || (word.size() > 4 && word.ends_with("ly"));
        if (laid.tokens[i].kind == TokenKind::word && !small && !covered(laid, i)) return false;  // "with agriculture growing"
    }
    const auto inside = [&](std::size_t first, std::size_t clause) { return clause == value.clause && first < value.first; };
    return std::none_of(laid.entities.begin(), laid.entities.end(),
                        [&](const EntityAt& e) { return inside(e.first, e.clause); }) &&
           std::none_of(laid.cues.begin(), laid.cues.end(), [&](const CueAt& c) { return inside(c.first, c.clause); });
}

// "an imported pen": the participle describes a thing and says nothing of the measure.
bool describes_a_thing(const Laid& laid, const CueAt& cue) {
    const Token& token = laid.tokens[cue.first];
    if (cue.first != cue.last || token.lower.size() < 3 || token.lower.compare(token.lower.size() - 2, 2, "ed") != 0)
        return false;
    if (!words::determiner(word_before(laid, cue.first)) || cue.last + 1 >= laid.tokens.size()) return false;
    const Token& next = laid.tokens[cue.last + 1];
    return next.kind == TokenKind::word && !words::function_word(next.lower) && !words::preposition(next.lower);
}

// "12 editors thank all subscribers": who is counted has a name already.
bool counts_others(const Laid& laid, const MentionAt& value, const CueAt& cue) {
    if (value.mention->noun.empty() || (cue.first >= value.first && cue.last <= value.last)) return false;
    const std::string& word = laid.tokens[cue.last].lower;
    return !word.empty() && word.back() == 's';  // a plural noun; "killed", "dead" and "died" say what befell them
}

// "sold goods to Bangladesh, buying only $78 million": the value is of the other action.
bool other_action_between(const Laid& laid, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i + 1 < to; ++i) {
        const std::string& word = laid.tokens[i + 1].lower;
        if (laid.tokens[i].lower == "," && word.size() > 5 && word.ends_with("ing") && !words::moves(word) &&
            !words::includes(word))
            return true;
    }
    return false;
}

Cue cue_of(const Linking& linking, const MentionAt& value) {
    const Laid& laid = linking.laid;
    Cue before, after;
    for (const CueAt& cue : laid.cues) {
        const Measure* measure = nullptr;
        for (const Meaning* meaning : cue.meanings) {
            if (meaning->kind != TermKind::measure_cue || !gap_filled(laid, cue, meaning->gap)) continue;
            const Measure* candidate = measure_named(linking.context.names, meaning->id);
            if (candidate != nullptr && suits(*value.mention, *candidate)) measure = candidate;
        }
        if (measure == nullptr || describes_a_thing(laid, cue) || counts_others(laid, value, cue)) continue;
        if (cue.first < value.first && other_action_between(laid, cue.last + 1, value.first)) continue;
        const bool same = cue.clause == value.clause;
        const bool previous = cue.clause + 1 == value.clause && continues(laid, value);
        if (!same && !previous) continue;
        if (cue.first < value.first)
            before = {&cue, measure};
        else if (cue.last <= value.last)
            return {&cue, measure};  // inside: "70 casualties"
        else if (same && after.at == nullptr && leads_to(laid, value.last, cue.first))
            after = {&cue, measure};
    }
    // "Pakistan recorded $5.4bn in exports": what follows at once is meant; else what was named before.
    return after.at != nullptr ? after : before;
}

// "the $5 lunch": the money describes a noun that is not the measure.
bool describes_a_noun(const Laid& laid, const MentionAt& value) {
    if (value.mention->unit.dimension != Dimension::money) return false;
    if (value.last + 1 >= laid.tokens.size()) return false;
    const Token& next = laid.tokens[value.last + 1];
    if (next.kind != TokenKind::word || next.capital) return false;
    if (words::function_word(next.lower) || words::preposition(next.lower) || words::plain_before_cue(next.lower) ||
        words::past_verb(next.lower))
        return false;
    if (next.lower.size() > 2 && next.lower.compare(next.lower.size() - 2, 2, "ly") == 0) return false;
    const auto starts = [&](std::size_t first) { return first == value.last + 1; };
    return std::none_of(laid.cues.begin(), laid.cues.end(),
                        [&](const CueAt& c) { return c.kind == TermKind::measure_cue && starts(c.first); }) &&
           std::none_of(laid.mentions.begin(), laid.mentions.end(), [&](const MentionAt& m) { return starts(m.first); });
}

void turn_down(Stated& stated) {
    // A factor below one says the fall by itself: "halved".
    if (stated.direction != Direction::down || stated.n < 0 || stated.sort == Sort::multiple) return;
    stated.n = -stated.n;
    stated.upper = -stated.upper;
    if (stated.range) std::swap(stated.n, stated.upper), std::swap(stated.u, stated.upper_u);
    stated.set = negated(stated.set);
}

Slot value_slot(const Mention& mention, ClaimKind kind) {
    Slot slot;
    slot.name = "value";
    slot.words = mention.span;
    Stated stated = stated_of(mention);
    if (kind == ClaimKind::change)
        turn_down(stated);
    else
        stated.direction = Direction::none;
    slot.candidates.emplace_back(std::move(stated));
    return slot;
}

// "94 percent of exports": of and the cue follow.
bool is_share(const Laid& laid, const MentionAt& value, const CueAt& cue) {
    const bool part = value.mention->kind == MentionKind::percent || value.mention->kind == MentionKind::ratio;
    return part && word_after(laid, value.last) == "of" && cue.first > value.last && value.mention->direction == Direction::none;
}

std::optional<ClaimKind> kind_of(const Laid& laid, const MentionAt& value, const Cue& cue) {
    const Mention& mention = *value.mention;
    if (is_share(laid, value, *cue.at)) return ClaimKind::share;
    if (mention.from && !mention.to) return ClaimKind::level;
    const bool moves = mention.direction != Direction::none && !mention.to;
    if (mention.kind == MentionKind::multiple || moves) return ClaimKind::change;
    if (mention.unit.dimension == Dimension::percent && cue.measure->unit.dimension != Dimension::percent) return std::nullopt;
    if (mention.unit.dimension == Dimension::points) return std::nullopt;
    return cue.measure->unit.dimension == Dimension::count ? ClaimKind::count : ClaimKind::level;
}

Slot symbol_slot(std::string name, SlotValue value, Span words) {
    Slot slot;
    slot.name = std::move(name);
    slot.candidates.push_back(std::move(value));
    slot.words = words;
    return slot;
}

void add_event(const Linking& linking, Claim& claim, std::size_t anchor) {
    const std::vector<EventAt> events = find_events(linking);
    const EventAt* best = nullptr;
    for (const EventAt& event : events)
        if (best == nullptr || (event.clause == linking.laid.clause[anchor] && best->clause != event.clause)) best = &event;
    Slot slot;
    slot.name = "event";
    if (best != nullptr) {
        for (const std::string& id : best->events) slot.candidates.emplace_back(EventId{id});
        slot.words = best->span;
        slot.origin = best->clause == linking.laid.clause[anchor] ? Origin::clause : Origin::sentence;
    } else if (!linking.discourse.events.empty() && linking.sentence_index - linking.discourse.events.back().sentence <= 2) {
        for (const std::string& id : linking.discourse.events.back().events) slot.candidates.emplace_back(EventId{id});
        slot.origin = Origin::earlier_sentence;
    }
    if (!slot.candidates.empty()) claim.slots.push_back(std::move(slot));
}

Span words_of_claim(const Laid& laid, const Claim& claim, const CueAt& cue) {
    Span span = hull(cue.span, claim.focus);
    for (const Slot& slot : claim.slots)
        if (slot.origin == Origin::clause && !slot.words.empty() && laid.sentence.span.contains(slot.words))
            span = hull(span, slot.words);
    return span;
}

// "from $5.44 billion", "the $11.15 billion of a year earlier": the level before, of a period that is not the clause's.
bool is_of_another_time(const Linking& linking, const MentionAt& value, ClaimKind kind) {
    constexpr std::size_t reach = 4;
    if (kind != ClaimKind::level && kind != ClaimKind::count) return false;
    const bool from = (value.mention->from && !value.mention->to) || word_before(linking.laid, value.first) == "from";
    if (from && !has_own_time(linking, value.first)) return true;
    return std::any_of(linking.times.begin(), linking.times.end(), [&](const TimeAt& time) {
        return time.base && time.at->first > value.last && time.at->first <= value.last + reach;
    });
}

// "Pakistan said that 11 soldiers were killed"
bool is_said_by_a_side(const Laid& laid) {
    return std::any_of(laid.entities.begin(), laid.entities.end(), [&](const EntityAt& entity) {
        const std::string_view next = word_after(laid, entity.last);
        return words::attributes(next) || next == "counted" || next == "reported" || next == "counts";
    });
}

// "The Indian military said that 35 Pakistani soldiers were killed": what one side says of the other.
bool is_said_by_another(const Laid& laid, const Claim& claim) {
    const Slot* side = find_slot(claim, "side");
    if (side == nullptr || side->candidates.empty()) return false;
    const auto* id = std::get_if<EntityId>(&side->candidates.front());
    const bool said =
        std::any_of(laid.tokens.begin(), laid.tokens.end(), [](const Token& t) { return words::attributes(t.lower); });
    return said && id != nullptr &&
           std::any_of(laid.entities.begin(), laid.entities.end(), [&](const EntityAt& entity) { return entity.id != id->id; });
}

// A day of an event that took several: "on 7 May 31 were killed".
bool is_of_one_day(const Linking& linking, const Claim& claim) {
    const Slot* period = find_slot(claim, "period");
    const Slot* event = find_slot(claim, "event");
    if (period == nullptr || event == nullptr || period->candidates.empty() || event->candidates.empty()) return false;
    const auto* day = std::get_if<Period>(&period->candidates.front());
    const auto* id = std::get_if<EventId>(&event->candidates.front());
    if (day == nullptr || id == nullptr || day->first != day->last) return false;
    const auto found = linking.context.names.events.find(id->id);
    if (found == linking.context.names.events.end()) return false;
    return std::any_of(found->second->dates.begin(), found->second->dates.end(),
                       [](const EventDate& date) { return date.period.first != date.period.last; });
}

void make_claim(Linking& linking, const MentionAt& value) {
    const Laid& laid = linking.laid;
    if (describes_a_noun(laid, value) || is_part_of_a_sum(laid, value)) return;
    const Cue cue = cue_of(linking, value);
    if (cue.at == nullptr) return;
    const auto kind = kind_of(laid, value, cue);
    if (!kind || is_of_another_time(linking, value, *kind)) return;
    Claim claim;
    claim.kind = *kind;
    claim.focus = value.mention->core;
    claim.sentence = linking.sentence_index;
    claim.clause = value.clause;
    claim.modality = modality_of(laid, value.clause, value.first);
    claim.quoted = is_quoted(laid, value.clause);
    claim.reached = value.mention->to;
    claim.narrowed = narrows_measure(laid, *cue.at, *cue.measure);
    claim.present = tense_of(laid, value.clause) == Tense::present;
    claim.slots.push_back(symbol_slot("measure", MeasureId{cue.measure->id}, cue.at->span));
    claim.slots.push_back(value_slot(*value.mention, *kind));
    if (*kind == ClaimKind::change)
        claim.slots.push_back(symbol_slot("direction", value.mention->direction, value.mention->span));
    std::vector<Slot> roles = fill_roles(linking, *cue.measure, value.first, {});
    // The sides of a toll are what its own sentence says: without one the whole is meant, or what the pack says is meant.
    if (*kind == ClaimKind::count)
        std::erase_if(roles, [](const Slot& slot) {
            return slot.origin != Origin::clause && slot.origin != Origin::sentence && slot.origin != Origin::rule_default;
        });
    if (*kind == ClaimKind::count) claim.narrowed = claim.narrowed || narrows_toll(laid, value, *cue.at);
    // Some of the sides, and not told apart: neither the whole nor one of them.
    if (*kind == ClaimKind::count &&
        std::any_of(roles.begin(), roles.end(), [](const Slot& slot) { return slot.candidates.empty(); }))
        claim.narrowed = true;
    const auto period = fill_period(linking, *cue.measure, roles, value.first);
    std::vector<Slot> said = roles;
    claim.slots.insert(claim.slots.end(), roles.begin(), roles.end());
    if (period) {
        claim.slots.push_back(*period);
        said.push_back(*period);
    }
    if (*kind == ClaimKind::change)
        if (auto base = fill_base(linking, roles, period ? &*period : nullptr, value.first))
            claim.slots.push_back(std::move(*base));
    if (*kind == ClaimKind::count) add_event(linking, claim, value.first);
    claim.span = words_of_claim(laid, claim, *cue.at);
    remember(linking, cue.measure->id, said);
    linking.claims.push_back(std::move(claim));
}

}  // namespace

void make_value_claims(Linking& linking) {
    // Lists that pair up by order are not read yet: no claim is better than a wrong one.
    if (std::any_of(linking.laid.tokens.begin(), linking.laid.tokens.end(),
                    [](const Token& t) { return t.lower == "respectively"; }))
        return;
    for (const MentionAt& at : linking.laid.mentions)
        if (is_value(*at.mention)) make_claim(linking, at);
    // Several counts of one sentence, or what one side says, are parts of a toll: without a side of their own they are not the
    // whole.
    const auto counts = std::count_if(linking.laid.mentions.begin(), linking.laid.mentions.end(), [](const MentionAt& at) {
        return is_value(*at.mention) &&
               (at.mention->unit.dimension == Dimension::count || at.mention->unit.dimension == Dimension::number);
    });
    const bool parts = counts > 1 || is_said_by_a_side(linking.laid);
    for (Claim& claim : linking.claims)
        if (claim.kind == ClaimKind::count)
            claim.narrowed = claim.narrowed || (parts && find_slot(claim, "side") == nullptr) || is_of_one_day(linking, claim) ||
                             is_said_by_another(linking.laid, claim);
}

}  // namespace factcheck
