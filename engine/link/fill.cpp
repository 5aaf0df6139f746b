// Slots from the words around a value: the nearest first, then clause by clause outwards, then what earlier sentences said.
#include "link/discourse.hpp"
#include "link/words.hpp"

#include <algorithm>
#include <tuple>

namespace factcheck {

namespace {

std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

bool speaks_of(const Laid& laid, std::size_t clause, const std::string& measure) {
    return std::any_of(laid.cues.begin(), laid.cues.end(), [&](const CueAt& cue) {
        return cue.clause == clause &&
               std::any_of(cue.meanings.begin(), cue.meanings.end(), [&](const Meaning* m) { return m->id == measure; });
    });
}

bool has_marker(const EntityAt& entity, const Role& role) {
    return std::any_of(entity.markers.begin(), entity.markers.end(), [&](const std::string& m) {
        return std::find(role.markers.begin(), role.markers.end(), m) != role.markers.end();
    });
}

// Possessives and subjects reach over clauses; "to Germany" belongs to its own clause unless that speaks of the same measure.
bool reaches_over(const EntityAt& entity) {
    return std::any_of(entity.markers.begin(), entity.markers.end(),
                       [](const std::string& m) { return m == "possessive" || m == "subject" || m == "adjective"; });
}

bool taken(const std::vector<Slot>& slots, const std::string& id) {
    return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
        return std::any_of(slot.candidates.begin(), slot.candidates.end(), [&](const SlotValue& v) {
            const auto* entity = std::get_if<EntityId>(&v);
            return entity != nullptr && entity->id == id;
        });
    });
}

// Smaller is nearer: own segment, own clause before, own clause after, other clauses.
std::tuple<int, std::size_t> nearness(const Laid& laid, const EntityAt& entity, std::size_t anchor) {
    int ring = 3;
    if (entity.clause == laid.clause[anchor]) ring = entity.segment == laid.segment[anchor] ? 0 : (entity.first < anchor ? 1 : 2);
    return {ring, distance(entity.first, anchor)};
}

// "$3.4 billion in remittances, including $823 million from Saudi Arabia"
bool part_between(const Laid& laid, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (words::includes(laid.tokens[i].lower) || (laid.tokens[i].lower == "which" && word_before(laid, i) == "of"))
            return true;
    return false;
}

const EntityAt* find_role(const Linking& linking, const Measure& measure, const Role& role, std::size_t anchor,
                          const std::vector<Slot>& filled) {
    const Laid& laid = linking.laid;
    const EntityAt* best = nullptr;
    for (const EntityAt& entity : laid.entities) {
        if (entity.compound || !has_marker(entity, role) || taken(filled, entity.id)) continue;
        const bool same_clause = entity.clause == laid.clause[anchor];
        if (!same_clause && !speaks_of(laid, entity.clause, measure.id) && !reaches_over(entity)) continue;
        if (part_between(laid, anchor, entity.first)) continue;
        // A later segment speaks of its own value: "to the US at $5bn and to China at $3bn".
        if (same_clause && entity.segment > laid.segment[anchor]) continue;
        if (best == nullptr || nearness(laid, entity, anchor) < nearness(laid, *best, anchor)) best = &entity;
    }
    return best;
}

// Whether the names that stand together share one figure: "to China and the US came to $8bn", not "to China $3bn and the US
// $5bn".
bool shares_a_figure(const Laid& laid, const EntityAt& entity) {
    return std::any_of(laid.entities.begin(), laid.entities.end(), [&](const EntityAt& other) {
        return &other != &entity && other.joined && other.segment == entity.segment && other.clause == entity.clause &&
               other.markers == entity.markers;
    });
}

const Slot* slot_of(const std::vector<Slot>& slots, const std::string& name) {
    const auto found = std::find_if(slots.begin(), slots.end(), [&](const Slot& s) { return s.name == name; });
    return found == slots.end() ? nullptr : &*found;
}

// How many sentences back a role may be taken from what was said of the same measure.
constexpr std::size_t memory_reach = 3;

const MeasureMemory* recall(const Linking& linking, const std::string& measure) {
    const auto& all = linking.discourse.measures;
    for (auto it = all.rbegin(); it != all.rend(); ++it)
        if (it->measure == measure && linking.sentence_index - it->sentence <= memory_reach) return &*it;
    return nullptr;
}

std::string default_of(const Measure& measure, const std::string& role) {
    for (const auto& [name, id] : measure.defaults)
        if (name == role) return id;
    return {};
}

// The subject of earlier sentences: whose figures a bare "exports to China" are.
const EntityMemory* earlier_subject(const Linking& linking, const Role& role, const std::vector<Slot>& filled) {
    const auto& all = linking.discourse.entities;
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        if (linking.sentence_index - it->sentence > memory_reach || taken(filled, it->entity.id)) continue;
        if (has_marker(it->entity, role) && reaches_over(it->entity)) return &*it;
    }
    return nullptr;
}

std::optional<Slot> inherit_role(const Linking& linking, const Measure& measure, const Role& role,
                                 const std::vector<Slot>& filled) {
    const std::string fallback = default_of(measure, role.name);
    const MeasureMemory* memory = recall(linking, measure.id);
    const Slot* remembered = memory != nullptr ? slot_of(memory->slots, role.name) : nullptr;
    if (remembered != nullptr) {
        Slot slot = *remembered;
        slot.origin = memory->sentence == linking.sentence_index ? Origin::sentence : Origin::earlier_sentence;
        const bool distant = slot.origin == Origin::earlier_sentence;
        if (distant) slot.words = {};
        if (distant && !fallback.empty() && !taken({slot}, fallback)) slot.candidates.emplace_back(EntityId{fallback});
        return slot;
    }
    if (fallback.empty()) {
        if (const EntityMemory* subject = earlier_subject(linking, role, filled))
            return entity_slot(role.name, subject->entity.id, {}, Origin::earlier_sentence);
        return std::nullopt;
    }
    return entity_slot(role.name, fallback, {}, Origin::rule_default);
}

// The fiscal year of who reports; else of the nearest entity of the sentence that has one.
void set_fiscal(const Linking& linking, const std::vector<Slot>& roles, TimeContext& context) {
    const auto fiscal_of = [&](const std::string& id) -> const FiscalCalendar* {
        const auto found = linking.context.names.entities.find(id);
        if (found == linking.context.names.entities.end() || found->second->type != "country") return nullptr;
        static const FiscalCalendar calendar;
        return found->second->fiscal ? &*found->second->fiscal : &calendar;
    };
    if (!roles.empty() && !roles.front().candidates.empty()) {
        if (const auto* entity = std::get_if<EntityId>(&roles.front().candidates.front()))
            if (const FiscalCalendar* fiscal = fiscal_of(entity->id)) {
                context.fiscal = *fiscal;
                context.fiscal_known = true;
                return;
            }
    }
}

std::optional<Slot> period_slot(const Linking& linking, const TimeAt& time, const std::vector<Slot>& roles, std::string name,
                                Origin origin) {
    TimeContext context = time.context;
    set_fiscal(linking, roles, context);
    const Resolved resolved = resolve(time.at->mention->time, context);
    Slot slot;
    slot.name = std::move(name);
    slot.words = time.at->mention->span;
    slot.origin = origin;
    slot.note = resolved.note;
    const TimeKind kind = time.at->mention->time.kind;
    slot.deictic = kind == TimeKind::relative || kind == TimeKind::same_period;
    slot.time = time.at->mention->time;
    slot.counted_from = context.named;
    if (time.part)
        slot.note = "only a part of it is meant";
    else
        for (const Period& period : resolved.candidates) slot.candidates.emplace_back(period);
    return slot;
}

bool comparison_between(const Laid& laid, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (words::compares(laid.tokens[i].lower)) return true;
    return false;
}

const MentionAt* value_between(const Laid& laid, std::size_t from, std::size_t to) {
    for (const MentionAt& at : laid.mentions)
        if (is_value(*at.mention) && at.first > from && at.last < to) return &at;
    return nullptr;
}

const MentionAt* value_at(const Laid& laid, std::size_t token) {
    for (const MentionAt& at : laid.mentions)
        if (at.first <= token && token <= at.last) return &at;
    return nullptr;
}

// "$6.03bn (FY24: $5.44bn)": the time in the bracket is of the value in the bracket.
bool opens_a_bracket(const Laid& laid, std::size_t from, const TimeAt& time) {
    return word_before(laid, time.at->first) == "(" && time.at->first > from + 1 && word_after(laid, time.at->last) != ")";
}

// The time of a value: what follows it before the next value; else what stands at the head of the clause; else the next one in
// the clause.
const TimeAt* time_for(const Linking& linking, std::size_t anchor) {
    const Laid& laid = linking.laid;
    const MentionAt* value = value_at(laid, anchor);
    const std::size_t end = value != nullptr ? value->last : anchor;
    const TimeAt* head = nullptr;
    const TimeAt* own = nullptr;
    const TimeAt* later = nullptr;
    std::size_t count = 0;
    for (const TimeAt& time : linking.times) {
        if (time.base || time.at->clause != laid.clause[anchor]) continue;
        ++count;
        if (value != nullptr && time.at->last + 1 == value->first) return &time;  // "FY23 $5.93bn, FY24 $5.44bn"
        if (time.at->first > end) {
            if (comparison_between(laid, end, time.at->first) || opens_a_bracket(laid, end, time)) continue;
            if (own == nullptr && value_between(laid, end, time.at->first) == nullptr) own = &time;
            if (later == nullptr) later = &time;
        } else {
            // Directly before the value it is its own ("in 2023-24 was $5bn"); with a value in between only the head of the
            // clause counts.
            if (head == nullptr || value_between(laid, time.at->last, anchor) == nullptr) head = &time;
        }
    }
    if (own != nullptr) return own;
    if (head != nullptr) return head;
    return count == 1 ? later : nullptr;  // where each value has a time of its own, none is shared
}

}  // namespace

bool has_own_time(const Linking& linking, std::size_t anchor) {
    const Laid& laid = linking.laid;
    const MentionAt* value = value_at(laid, anchor);
    const std::size_t end = value != nullptr ? value->last : anchor;
    return std::any_of(linking.times.begin(), linking.times.end(), [&](const TimeAt& time) {
        return !time.base && time.at->clause == laid.clause[anchor] && time.at->first > end &&
               value_between(laid, end, time.at->first) == nullptr;
    });
}

const Measure* measure_named(const Names& names, const std::string& id) {
    const auto found = names.measures.find(id);
    return found == names.measures.end() || found->second.empty() ? nullptr : found->second.front();
}

Slot entity_slot(const std::string& role, const std::string& id, Span words, Origin origin) {
    Slot slot;
    slot.name = role;
    slot.candidates.emplace_back(EntityId{id});
    slot.words = words;
    slot.origin = origin;
    return slot;
}

std::vector<Slot> fill_roles(const Linking& linking, const Measure& measure, std::size_t anchor, const std::vector<Slot>& given) {
    std::vector<Slot> filled = given;
    const Laid& laid = linking.laid;
    // Words of the sentence first for every role, so that no role inherits what another finds beside it.
    for (const Role& role : measure.roles) {
        if (slot_of(filled, role.name) != nullptr) continue;
        const EntityAt* entity = find_role(linking, measure, role, anchor, filled);
        if (entity == nullptr) continue;
        const Origin origin = entity->clause == laid.clause[anchor] ? Origin::clause : Origin::sentence;
        filled.push_back(
            entity_slot(role.name, entity->id, hull(laid.tokens[entity->first].span, laid.tokens[entity->last].span), origin));
        // One figure for several names is their sum or each one's: not guessed.
        if (entity->joined && shares_a_figure(laid, *entity)) {
            filled.back().candidates.clear();
            filled.back().note = "several are named together";
        }
    }
    for (const Role& role : measure.roles) {
        if (slot_of(filled, role.name) != nullptr) continue;
        if (auto slot = inherit_role(linking, measure, role, filled)) filled.push_back(std::move(*slot));
    }
    std::vector<Slot> ordered;  // as the pack lists the roles: the reporter, whose calendar counts, first
    for (const Role& role : measure.roles)
        if (const Slot* slot = slot_of(filled, role.name)) ordered.push_back(*slot);
    return ordered;
}

std::optional<Slot> fill_period(const Linking& linking, const Measure& measure, const std::vector<Slot>& roles,
                                std::size_t anchor) {
    if (const TimeAt* time = time_for(linking, anchor)) return period_slot(linking, *time, roles, "period", Origin::clause);
    // Another clause of the sentence: the nearest before, else the first after.
    const TimeAt* other = nullptr;
    for (const TimeAt& time : linking.times) {
        if (time.base || time.at->clause == linking.laid.clause[anchor]) continue;
        if (!speaks_of(linking.laid, time.at->clause, measure.id) && time.at->clause > linking.laid.clause[anchor]) continue;
        if (other == nullptr || time.at->first < anchor) other = &time;
    }
    if (other != nullptr) return period_slot(linking, *other, roles, "period", Origin::sentence);
    if (const MeasureMemory* memory = recall(linking, measure.id)) {
        if (memory->paragraph != linking.laid.sentence.paragraph) return std::nullopt;
        if (const Slot* slot = slot_of(memory->slots, "period")) {
            Slot inherited = *slot;
            inherited.origin = memory->sentence == linking.sentence_index ? Origin::sentence : Origin::earlier_sentence;
            if (inherited.origin == Origin::earlier_sentence) inherited.words = {};
            return inherited;
        }
    }
    return std::nullopt;
}

std::optional<Slot> fill_base(const Linking& linking, const std::vector<Slot>& roles, const Slot* period, std::size_t anchor) {
    const Period* claimed = nullptr;
    if (period != nullptr && !period->candidates.empty()) claimed = std::get_if<Period>(&period->candidates.front());
    for (const TimeAt& time : linking.times) {
        if (!time.base || time.at->clause != linking.laid.clause[anchor]) continue;
        TimeAt counted = time;
        if (claimed != nullptr) {
            counted.context.claim = *claimed;
            counted.context.named = *claimed;
            counted.context.named_words = std::string(words_of(linking.laid, period->words));
        }
        auto slot = period_slot(linking, counted, roles, "base", Origin::clause);
        return slot;
    }
    if (claimed == nullptr) return std::nullopt;
    // No base in words: the year before for a year; else the same period of the year before, or the period just before.
    Slot slot;
    slot.name = "base";
    slot.origin = Origin::rule_default;
    slot.note = "no base is named";
    if (const auto year_before = shifted(*claimed, -1, Grain::year)) slot.candidates.emplace_back(*year_before);
    const long days = days_inclusive(*claimed);
    const bool single_month = claimed->grain == Grain::month && days <= 31;
    if (single_month || claimed->grain == Grain::quarter)
        if (const auto just_before = shifted(*claimed, -1, claimed->grain)) slot.candidates.emplace_back(*just_before);
    return slot;
}

void remember(Linking& linking, const std::string& measure, const std::vector<Slot>& slots) {
    linking.discourse.measures.push_back({measure, slots, linking.sentence_index, linking.laid.sentence.paragraph});
}

}  // namespace factcheck
