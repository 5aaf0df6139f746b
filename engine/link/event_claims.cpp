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

bool stands_as_party(const EntityAt& entity) {
    return std::any_of(entity.markers.begin(), entity.markers.end(), [](const std::string& marker) {
        return marker == "subject" || marker == "object" || marker == "between" || marker == "with" || marker == "possessive";
    });
}

// "Thailand and Cambodia agreed to a ceasefire": a party in the event's clause, or a name beside its word, that took no part.
bool qualified_otherwise(const Linking& linking, const CueAt& cue, const Event& event) {
    const auto foreign = [&](const EntityAt& entity) {
        const auto found = linking.context.names.entities.find(entity.id);
        const bool party =
            found != linking.context.names.entities.end() && (found->second->type == "country" || found->second->type == "group");
        return party && !holds(event.participants, entity.id);
    };
    for (const EntityAt* entity : qualifiers(linking.laid, cue))
        if (foreign(*entity)) return true;
    return std::any_of(linking.laid.entities.begin(), linking.laid.entities.end(), [&](const EntityAt& entity) {
        return entity.clause == cue.clause && !entity.compound && stands_as_party(entity) && foreign(entity);
    });
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

bool is_plain_word(const Laid& laid, std::size_t token) {
    const auto holds = [&](const auto& at) { return at.first <= token && token <= at.last; };
    return laid.tokens[token].kind == TokenKind::word && std::none_of(laid.entities.begin(), laid.entities.end(), holds) &&
           std::none_of(laid.mentions.begin(), laid.mentions.end(), holds) &&
           std::none_of(laid.cues.begin(), laid.cues.end(), holds);
}

// "the Kargil conflict", "the conflict in Kargil": a name that the packs do not know makes it another event.
bool named_otherwise(const Laid& laid, const CueAt& cue) {
    if (cue.first > 1 && laid.tokens[cue.first - 1].capital && is_plain_word(laid, cue.first - 1)) return true;
    for (std::size_t i = cue.last + 1; i + 1 < laid.tokens.size() && laid.clause[i] == cue.clause; ++i) {
        const std::string& word = laid.tokens[i].lower;
        const bool place = word == "in" || word == "over" || word == "at" || word == "of" || word == "with";
        if (place && laid.tokens[i + 1].capital && is_plain_word(laid, i + 1)) return true;
        if (is_plain_word(laid, i) && !words::preposition(word) && !words::determiner(word) && word != "and") return false;
    }
    return false;
}

// "the 1971 conflict": a year that is written in the clause and is not the event's.
bool in_another_year(const Linking& linking, const CueAt& cue, const Event& event) {
    if (event.dates.empty()) return false;
    Period all = event.dates.front().period;
    for (const EventDate& date : event.dates) all = hull(all, date.period);
    const auto year_of = [](Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); };
    bool other = false;
    for (const TimeAt& time : linking.times) {
        const CalendarFields& fields = time.at->mention->time.start;
        if (time.at->clause != cue.clause || fields.year == 0 || time.resolved.candidates.empty()) continue;
        const Period& said = time.resolved.candidates.front();
        if (year_of(said.last) >= year_of(all.first) - 1 && year_of(said.first) <= year_of(all.last) + 1) return false;
        other = true;
    }
    return other;
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
        if (found != linking.context.names.events.end() && !in_another_year(linking, cue, *found->second) &&
            (meaning->names || (!named_otherwise(linking.laid, cue) && is_meant(linking, cue, *found->second))))
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

std::optional<Slot> weekday_slot(const Laid& laid, const TimeAt& time) {
    const CalendarFields& fields = time.at->mention->time.start;
    const TimeKind kind = time.at->mention->time.kind;
    if (fields.weekday == 0 || fields.day == 0 || (kind != TimeKind::calendar && kind != TimeKind::ending)) return std::nullopt;
    // "On Thursday, First Financial", "on Sunday, the second": a day without its month is told in digits.
    const std::string_view words = words_of(laid, time.at->mention->span);
    if (fields.month == 0 && std::none_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
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
    const TimeAt* time = time_of_event(linking, event);
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

bool is_weekday(std::string_view word) {
    for (unsigned day = 0; day < 7; ++day) {
        const std::string_view name = weekday_name(std::chrono::weekday(day));
        if (word.size() == name.size() && word.substr(1) == name.substr(1)) return true;
    }
    return false;
}

// "Monday to Friday, 4-8 August": the weekday beside the date is not of its first day.
bool ends_a_span_of_days(const Laid& laid, const TimeAt& time) {
    const std::string_view before = word_before(laid, time.at->first);
    const bool joint = before == "to" || before == "through" || before == "until" || before == "and" || before == "-";
    return joint && is_weekday(word_before(laid, time.at->first, 2));
}

// Britain and its colonies changed calendars in 1752: weekdays of earlier days are told in either.
bool is_julian(const TimeAt& time) {
    constexpr int gregorian = 1753;
    const CalendarFields& fields = time.at->mention->time.start;
    return fields.year != 0 && fields.year < gregorian;
}

// "The week to Monday, February 23": the day that is named in it.
TimeAt named_day(const TimeAt& time) {
    if (time.at->mention->time.kind == TimeKind::calendar) return time;
    TimeAt out = time;
    TimeExpression day;
    day.kind = TimeKind::calendar;
    day.start = time.at->mention->time.start;
    out.resolved = resolve(day, time.context);
    return out;
}

void make_weekday_claims(Linking& linking) {
    for (const TimeAt& time : linking.times) {
        auto weekday = weekday_slot(linking.laid, time);
        if (!weekday || ends_a_span_of_days(linking.laid, time) || is_julian(time)) continue;
        const Span words = time.at->mention->span;
        Claim claim = claim_at(linking, ClaimKind::date, words, words, time.at->clause, 0);
        claim.slots.push_back(std::move(*weekday));
        claim.slots.push_back(date_slot(named_day(time)));
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

// "India struck two weeks after the attack" counts to another event, "ties remain cool four years after" to the day of the text.
bool counts_to_now(const Linking& linking, const MentionAt& duration) {
    const Laid& laid = linking.laid;
    const bool dated = std::any_of(linking.times.begin(), linking.times.end(),
                                   [&](const TimeAt& time) { return time.at->clause == duration.clause; });
    if (dated) return false;
    bool perfect = false;
    for (std::size_t i = 0; i < laid.tokens.size(); ++i)
        perfect =
            perfect || (laid.clause[i] == duration.clause && (laid.tokens[i].lower == "has" || laid.tokens[i].lower == "have"));
    return perfect || tense_of(laid, duration.clause) != Tense::past;
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
        if (since != nullptr && !counts_to_now(linking, at)) continue;
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
