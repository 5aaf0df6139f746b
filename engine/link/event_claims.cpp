// Claims about events: which event the words mean, when it was, how long it took, how long ago.
#include "link/discourse.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include <algorithm>
#include <set>

namespace factcheck {

namespace {

constexpr std::size_t neighbour_reach = 2;  // sentences back in which participants may have been named

bool holds(const std::vector<std::string>& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

// Names that qualify the cue itself: "the Iran-Israel conflict", "a ceasefire between Pakistan and India", "a deal with
// Washington".
std::vector<const EntityAt*> qualifiers(const Laid& laid, const CueAt& cue) {
    std::vector<const EntityAt*> out;
    for (const EntityAt& entity : laid.entities) {
        if (entity.clause != cue.clause) continue;
        if (entity.last < cue.first && cue.first - entity.last <= 3) {
            // Only hyphens and the cue's own describing words may stand between.
            bool close = true;
            for (std::size_t i = entity.last + 1; i < cue.first; ++i)
                close = close && (laid.tokens[i].lower == "-" ||
                                  (laid.tokens[i].kind == TokenKind::word && !words::function_word(laid.tokens[i].lower) &&
                                   !words::past_verb(laid.tokens[i].lower)));
            if (close && !(entity.compound && cue.first - entity.last > 2)) out.push_back(&entity);
        }
    }
    std::size_t i = cue.last + 1;
    if (word_after(laid, cue.last) == "between" || word_after(laid, cue.last) == "with") {
        for (const EntityAt& entity : laid.entities)
            if (entity.first > i && entity.first <= i + 8 && entity.clause == cue.clause) out.push_back(&entity);
    }
    return out;
}

struct Named {
    std::set<std::string> countries;
    std::set<std::string> persons;
};

Named named_in(const Linking& linking) {
    Named out;
    for (const EntityAt& entity : linking.laid.entities) {
        out.countries.insert(entity.id);
        if (entity.named != entity.id) out.persons.insert(entity.named);
    }
    return out;
}

bool qualified_otherwise(const Linking& linking, const CueAt& cue, const Event& event) {
    for (const EntityAt* entity : qualifiers(linking.laid, cue)) {
        const auto found = linking.context.names.entities.find(entity->id);
        const bool country = found != linking.context.names.entities.end() && found->second->type == "country";
        if (country && !holds(event.participants, entity->id)) return true;
    }
    return false;
}

std::size_t count_named(const std::vector<std::string>& wanted, const std::set<std::string>& named) {
    return static_cast<std::size_t>(
        std::count_if(wanted.begin(), wanted.end(), [&](const std::string& id) { return named.contains(id); }));
}

bool brought_up(const Linking& linking, const std::string& event) {
    for (auto it = linking.discourse.events.rbegin(); it != linking.discourse.events.rend(); ++it)
        if (linking.sentence_index - it->sentence <= neighbour_reach + 2 && holds(it->events, event)) return true;
    return false;
}

std::size_t named_before(const Linking& linking, const std::vector<std::string>& wanted) {
    std::set<std::string> seen;
    for (const EntityMemory& memory : linking.discourse.entities)
        if (linking.sentence_index - memory.sentence <= neighbour_reach) seen.insert(memory.entity.id);
    return count_named(wanted, seen);
}

bool at_its_place(const Laid& laid, const std::string& event) {
    return std::any_of(laid.cues.begin(), laid.cues.end(), [&](const CueAt& cue) {
        return std::any_of(cue.meanings.begin(), cue.meanings.end(),
                           [&](const Meaning* m) { return m->kind == TermKind::event_place && m->id == event; });
    });
}

// An event is meant when its cue stands with enough of those who took part, here or just before, and nobody else is named beside
// it.
bool is_meant(const Linking& linking, const CueAt& cue, const Event& event) {
    if (qualified_otherwise(linking, cue, event)) return false;
    const Named named = named_in(linking);
    const std::size_t persons = count_named(event.persons, named.persons);
    const std::size_t countries = count_named(event.participants, named.countries);
    if (!event.persons.empty() && persons == event.persons.size()) return true;
    const std::size_t needed = std::min<std::size_t>(2, event.participants.size());
    if (event.persons.size() > 1 && persons == 0 && countries < event.participants.size()) return brought_up(linking, event.id);
    if (countries + (persons > 0 ? 1U : 0U) >= needed && countries > 0)
        return event.persons.empty() || persons > 0 || countries >= needed;
    if (brought_up(linking, event.id)) return true;
    const std::size_t before = named_before(linking, event.participants);
    if (at_its_place(linking.laid, event.id) && (countries > 0 || before > 0)) return true;
    return countries + before >= needed && before >= needed;
}

std::vector<std::string> meant_by(const Linking& linking, const CueAt& cue) {
    std::vector<std::string> out;
    for (const Meaning* meaning : cue.meanings) {
        if (meaning->kind != TermKind::event_cue) continue;
        const auto found = linking.context.names.events.find(meaning->id);
        if (found != linking.context.names.events.end() && (meaning->names || is_meant(linking, cue, *found->second)))
            out.push_back(meaning->id);
    }
    return out;
}

Slot event_slot(std::string name, const EventAt& at) {
    Slot slot;
    slot.name = std::move(name);
    slot.words = at.span;
    slot.origin = at.origin;
    for (const std::string& id : at.events) slot.candidates.emplace_back(EventId{id});
    return slot;
}

bool after_word(std::string_view word) { return word == "after" || word == "since" || word == "following" || word == "before"; }

// "after the ceasefire, on Monday they ...": the date is not the event's.
bool is_landmark(const Laid& laid, const EventAt& event) {
    for (std::size_t back = 1; back <= 6; ++back) {
        const std::string_view word = word_before(laid, event.first, back);
        if (word.empty() || laid.clause[event.first - back] != event.clause) return false;
        if (after_word(word)) return true;
        if (words::past_verb(word) || words::present_verb(word)) return false;
    }
    return false;
}

bool verb_between(const Laid& laid, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (words::past_verb(laid.tokens[i].lower) || words::present_verb(laid.tokens[i].lower) || laid.tokens[i].lower == ",")
            return true;
    return false;
}

// The time mention of an event: right after it, else the nearest of its clause; a landmark only owns what follows it at once.
const TimeAt* time_of(const Linking& linking, const EventAt& event) {
    const TimeAt* best = nullptr;
    const auto far = [&](const TimeAt& t) {
        return t.at->first > event.last ? t.at->first - event.last : event.first - t.at->first;
    };
    const bool landmark = is_landmark(linking.laid, event);
    for (const TimeAt& time : linking.times) {
        if (time.base || time.at->clause != event.clause) continue;
        const bool after = time.at->first > event.last;
        if (landmark && (!after || verb_between(linking.laid, event.last + 1, time.at->first))) continue;
        if (best == nullptr || far(time) < far(*best)) best = &time;
    }
    return best;
}

Slot date_slot(const TimeAt& time) {
    Slot slot;
    slot.name = "date";
    slot.words = time.at->mention->span;
    slot.note = time.resolved.note;
    slot.deictic = time.at->mention->time.kind == TimeKind::relative;
    slot.time = time.at->mention->time;
    slot.counted_from = time.context.named;
    for (const Period& period : time.resolved.candidates) slot.candidates.emplace_back(period);
    return slot;
}

std::optional<Slot> weekday_slot(const TimeAt& time) {
    const CalendarFields& fields = time.at->mention->time.start;
    if (fields.weekday == 0 || fields.day == 0 || time.at->mention->time.kind != TimeKind::calendar) return std::nullopt;
    Slot slot;
    slot.name = "weekday";
    slot.words = time.at->mention->span;
    slot.candidates.emplace_back(std::chrono::weekday(fields.weekday % 7U));
    return slot;
}

Claim claim_at(const Linking& linking, ClaimKind kind, Span span, Span focus, std::size_t clause, std::size_t token) {
    Claim claim;
    claim.kind = kind;
    claim.span = span;
    claim.focus = focus;
    claim.sentence = linking.sentence_index;
    claim.modality = modality_of(linking.laid, clause, token);
    claim.quoted = is_quoted(linking.laid, clause);
    return claim;
}

bool same_events(const Claim& claim, const std::vector<std::string>& events) {
    const Slot* slot = find_slot(claim, "event");
    return slot != nullptr && std::any_of(slot->candidates.begin(), slot->candidates.end(),
                                          [&](const SlotValue& v) { return holds(events, std::get<EventId>(v).id); });
}

void make_date_claim(Linking& linking, const EventAt& event) {
    const TimeAt* time = time_of(linking, event);
    if (time == nullptr) return;
    // Several cues of one event ("hosted ... a luncheon") say it once: the meanings that they share.
    for (Claim& made : linking.claims) {
        if (made.kind != ClaimKind::date || made.focus != time->at->mention->span || !same_events(made, event.events)) continue;
        for (Slot& slot : made.slots)
            if (slot.name == "event")
                std::erase_if(slot.candidates, [&](const SlotValue& v) { return !holds(event.events, std::get<EventId>(v).id); });
        made.span = hull(made.span, event.span);
        return;
    }
    Claim claim = claim_at(linking, ClaimKind::date, hull(event.span, time->at->mention->span), time->at->mention->span,
                           event.clause, std::min(event.first, time->at->first));
    claim.slots.push_back(event_slot("event", event));
    claim.slots.push_back(date_slot(*time));
    linking.claims.push_back(std::move(claim));
}

void make_weekday_claims(Linking& linking) {
    for (const TimeAt& time : linking.times) {
        auto weekday = weekday_slot(time);
        if (!weekday) continue;
        const Span words = time.at->mention->span;
        Claim claim = claim_at(linking, ClaimKind::date, words, words, time.at->clause, 0);
        claim.slots.push_back(std::move(*weekday));
        claim.slots.push_back(date_slot(time));
        linking.claims.push_back(std::move(claim));
    }
}

Slot duration_slot(const Mention& mention) {
    Slot slot;
    slot.name = "value";
    slot.words = mention.span;
    slot.candidates.emplace_back(stated_of(mention));
    return slot;
}

// "years of disengagement, particularly after the US withdrawal": from an event to the day of the text.
const EventAt* counted_from(const Laid& laid, const MentionAt& duration, const std::vector<EventAt>& events) {
    for (const EventAt& event : events) {
        if (event.first <= duration.last || event.first > duration.last + 14) continue;
        for (std::size_t i = duration.last + 1; i < event.first && i <= duration.last + 6; ++i) {
            const std::string& word = laid.tokens[i].lower;
            if (word == "after" || word == "since" || word == "following" || word == "followed") return &event;
            if (word == "before") return nullptr;
        }
    }
    return nullptr;
}

// "the four-day conflict", "the conflict lasted four days", "four days of fighting".
const EventAt* lasting(const Laid& laid, const MentionAt& duration, const std::vector<EventAt>& events) {
    for (const EventAt& event : events) {
        if (event.clause != duration.clause) continue;
        if (event.first > duration.last && event.first <= duration.last + 3) {
            bool close = true;
            for (std::size_t i = duration.last + 1; i < event.first; ++i)
                close = close && (laid.tokens[i].lower == "of" || laid.tokens[i].lower == "-" ||
                                  !words::function_word(laid.tokens[i].lower));
            if (close) return &event;
        }
        if (event.last < duration.first)
            for (std::size_t i = event.last + 1; i < duration.first; ++i)
                if (words::lasts(laid.tokens[i].lower)) return &event;
    }
    return nullptr;
}

void make_duration_claims(Linking& linking, const std::vector<EventAt>& events) {
    const Laid& laid = linking.laid;
    for (const MentionAt& at : laid.mentions) {
        if (at.mention->kind != MentionKind::duration) continue;
        const EventAt* since = counted_from(laid, at, events);
        const EventAt* during = since == nullptr ? lasting(laid, at, events) : nullptr;
        if (since == nullptr && during == nullptr) continue;
        const EventAt& event = since != nullptr ? *since : *during;
        Claim claim =
            claim_at(linking, ClaimKind::duration, hull(at.mention->span, event.span), at.mention->core, at.clause, at.first);
        claim.slots.push_back(duration_slot(*at.mention));
        claim.slots.push_back(event_slot(since != nullptr ? "since" : "event", event));
        linking.claims.push_back(std::move(claim));
    }
}

}  // namespace

std::vector<EventAt> find_events(const Linking& linking) {
    std::vector<EventAt> out;
    for (const CueAt& cue : linking.laid.cues) {
        std::vector<std::string> events = meant_by(linking, cue);
        if (events.empty()) continue;
        out.push_back({std::move(events), cue.first, cue.last, cue.clause, cue.span, Origin::clause});
    }
    return out;
}

void make_event_claims(Linking& linking) {
    const std::vector<EventAt> events = find_events(linking);
    make_weekday_claims(linking);
    make_duration_claims(linking, events);
    for (const EventAt& event : events) make_date_claim(linking, event);
    for (const EventAt& event : events) linking.discourse.events.push_back({event.events, linking.sentence_index});
}

}  // namespace factcheck
