// Claims about a place in an order: "Pakistan's largest export destination".
#include "link/discourse.hpp"
#include "link/narrow.hpp"
#include "link/stated.hpp"
#include "link/words.hpp"

#include <algorithm>

namespace factcheck {

namespace {

constexpr std::size_t noun_reach = 6;  // tokens between the superlative and the noun that it ranks

struct RankedNoun {
    const CueAt* at = nullptr;
    const Measure* measure = nullptr;
    std::string role;
};

RankedNoun noun_of(const Linking& linking, const MentionAt& rank) {
    for (const CueAt& cue : linking.laid.cues) {
        if (cue.clause != rank.clause || cue.first <= rank.last || cue.first > rank.last + noun_reach) continue;
        for (const Meaning* meaning : cue.meanings)
            if (meaning->kind == TermKind::ranked_noun)
                if (const Measure* measure = measure_named(linking.context.names, meaning->id))
                    return {&cue, measure, meaning->role};
    }
    return {};
}

bool bare(const EntityAt& entity) {
    return !entity.compound && std::any_of(entity.markers.begin(), entity.markers.end(),
                                           [](const std::string& m) { return m == "subject" || m == "object" || m == "as"; });
}

bool copula(std::string_view word) {
    return word == "is" || word == "was" || word == "are" || word == "were" || word == "remains" || word == "remained" ||
           word == "became" || word == "being" || word == "been" || word == "as" || word == "stayed" || word == "ranked" ||
           word == "emerged";
}

bool joined(const Laid& laid, std::size_t from, std::size_t to) {
    bool linked = false;
    for (std::size_t i = from + 1; i < to; ++i) linked = linked || copula(laid.tokens[i].lower) || laid.tokens[i].lower == ",";
    return linked;
}

// What holds the place: the subject before, or what a copula or a comma joins after.
const EntityAt* ranked_entity(const Laid& laid, const MentionAt& rank, const RankedNoun& noun) {
    const EntityAt* before = nullptr;
    const EntityAt* after = nullptr;
    for (const EntityAt& entity : laid.entities) {
        if (!bare(entity) || entity.clause != rank.clause) continue;
        if (entity.last < rank.first && joined(laid, entity.last, rank.first)) before = &entity;
        if (after == nullptr && entity.first > noun.at->last && joined(laid, noun.at->last, entity.first)) after = &entity;
    }
    return before != nullptr ? before : after;
}

Slot rank_slot(const Mention& mention) {
    Stated stated;
    stated.sort = Sort::ordinal;
    stated.n = mention.rank.position;
    stated.upper = stated.n;
    stated.u = stated.upper_u = 1;
    stated.set = mention.rank.within ? closed(1, stated.n) : exactly(stated.n);
    stated.direction = mention.rank.order;
    Slot slot;
    slot.name = "rank";
    slot.words = mention.span;
    slot.candidates.emplace_back(std::move(stated));
    return slot;
}

Slot simple_slot(std::string name, SlotValue value, Span words) {
    Slot slot;
    slot.name = std::move(name);
    slot.candidates.push_back(std::move(value));
    slot.words = words;
    return slot;
}

void make_claim(Linking& linking, const MentionAt& rank) {
    const Laid& laid = linking.laid;
    const RankedNoun noun = noun_of(linking, rank);
    if (noun.at == nullptr) return;
    Claim claim;
    claim.kind = ClaimKind::rank;
    claim.focus = rank.mention->span;
    claim.sentence = linking.sentence_index;
    claim.modality = modality_of(laid, rank.clause, rank.first);
    claim.quoted = is_quoted(laid, rank.clause);
    claim.narrowed = narrows_rank(laid, rank, *noun.at);
    claim.present = tense_of(laid, rank.clause) == Tense::present;
    claim.slots.push_back(simple_slot("measure", MeasureId{noun.measure->id}, noun.at->span));
    claim.slots.push_back(rank_slot(*rank.mention));
    claim.slots.push_back(simple_slot("of", Symbol{noun.role}, noun.at->span));
    std::vector<Slot> given;
    if (const EntityAt* entity = ranked_entity(laid, rank, noun))
        given.push_back(entity_slot(noun.role, entity->id, hull(laid.tokens[entity->first].span, laid.tokens[entity->last].span),
                                    Origin::clause));
    std::vector<Slot> roles = fill_roles(linking, *noun.measure, rank.first, given);
    // What is ranked must be named here: an inherited or assumed one would be a guess.
    std::erase_if(roles, [&](const Slot& slot) {
        return slot.name == noun.role && slot.origin != Origin::clause && slot.origin != Origin::sentence;
    });
    // "The largest supplier of towels": nobody is named, so nothing is claimed of anybody.
    if (std::none_of(roles.begin(), roles.end(),
                     [](const Slot& slot) { return slot.origin == Origin::clause || slot.origin == Origin::sentence; }))
        return;
    claim.slots.insert(claim.slots.end(), roles.begin(), roles.end());
    std::vector<Slot> said = roles;
    const auto period = fill_period(linking, *noun.measure, roles, rank.first);
    if (period && period->origin != Origin::earlier_sentence) claim.slots.push_back(*period);
    claim.span = hull(rank.mention->span, noun.at->span);
    for (const Slot& slot : roles)
        if (slot.origin == Origin::clause) claim.span = hull(claim.span, slot.words);
    remember(linking, noun.measure->id, said);
    linking.claims.push_back(std::move(claim));
}

}  // namespace

void make_rank_claims(Linking& linking) {
    for (const MentionAt& at : linking.laid.mentions)
        if (at.mention->kind == MentionKind::rank && at.mention->rank.position > 0) make_claim(linking, at);
}

}  // namespace factcheck
