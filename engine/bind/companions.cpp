#include "bind/companions.hpp"

#include "model/limits.hpp"

#include <algorithm>

namespace factcheck {

namespace {

struct Words {
    std::string operator()(const Stated& s) const { return s.n.str() + " " + std::string(s.unit.code); }
    std::string operator()(const Period& p) const { return to_timex(p); }
    std::string operator()(std::chrono::weekday d) const { return std::string(weekday_name(d)); }
    std::string operator()(Direction d) const { return std::to_string(static_cast<int>(d)); }
    std::string operator()(const EntityId& e) const { return e.id; }
    std::string operator()(const EventId& e) const { return e.id; }
    std::string operator()(const MeasureId& m) const { return m.id; }
    std::string operator()(const Symbol& s) const { return s.id; }
};

std::string unit_key(const Claim& claim) {
    const Slot* slot = find_slot(claim, "value");
    const auto* stated = slot != nullptr && !slot->candidates.empty() ? std::get_if<Stated>(&slot->candidates.front()) : nullptr;
    if (stated == nullptr) return {};
    // "12 in the north and 7 boats in the south": a plain number counts what its neighbours count.
    const Dimension dimension = stated->unit.dimension;
    if (dimension == Dimension::count || dimension == Dimension::number) return "1";
    return std::to_string(static_cast<int>(dimension)) + std::string(stated->unit.code);
}

std::string slot_key(const Claim& claim, const std::string& name) {
    if (name == "kind") return std::string(name_of(claim.kind));
    if (name == "unit") return unit_key(claim);
    if (name == "entity") {
        std::string out;
        for (const Slot& slot : claim.slots)
            if (!slot.candidates.empty() && std::holds_alternative<EntityId>(slot.candidates.front()))
                out += std::get<EntityId>(slot.candidates.front()).id + " ";
        return out;
    }
    const Slot* slot = find_slot(claim, name);
    return slot == nullptr || slot->candidates.empty() ? std::string() : std::visit(Words{}, slot->candidates.front());
}

// Slots that both leave open are equal: neither says anything else.
std::string key_of(const Companion& companion, const Claim& claim, const Text& text) {
    std::string out;
    const Sentence& sentence = text.sentences[claim.sentence];
    if (companion.scope == "paragraph") out = std::to_string(sentence.paragraph);
    if (companion.scope == "sentence" || companion.scope == "clause") out = std::to_string(claim.sentence);
    if (companion.scope == "clause") out += "." + std::to_string(claim.clause);
    for (const std::string& slot : companion.same) out += "\n" + slot_key(claim, slot);
    return out;
}

bool in_region(const Companion& companion, const Claim& claim, const Text& text) {
    const bool headline = text.sentences[claim.sentence].region == Region::headline;
    return companion.scope == "headline" ? headline : companion.scope != "body" || !headline;
}

bool plays(const Companion& companion, const Claim& claim) {
    if (companion.role.empty()) return true;
    const Slot* slot = find_slot(claim, "role");
    return slot != nullptr && !slot->candidates.empty() && slot->candidates.front() == SlotValue(Symbol{companion.role});
}

std::size_t distance(const Claim& a, const Claim& b) {
    return a.span.begin < b.span.begin ? b.span.begin - a.span.begin : a.span.begin - b.span.begin;
}

}  // namespace

Companions::Companions(const BindContext& context, const Rule& rule, Work& work) : context_(context), rule_(rule) {
    for (const Companion& companion : rule.with) {
        Table& table = tables_.emplace_back();
        for (const Claim& claim : context.claims) {
            ++work.attempts;
            if (!matches(companion.pattern, claim, context.text) || !in_region(companion, claim, context.text) ||
                !plays(companion, claim))
                continue;
            std::vector<const Claim*>& claims = table[key_of(companion, claim, context.text)];
            // One more than can be taken says that there are too many, the claim itself apart.
            if (claims.size() < limits::companions + 2) claims.push_back(&claim);
        }
    }
}

std::optional<Joined> Companions::joined(const Companion& companion, const Table& table, const Claim& claim) const {
    Joined out{&companion, {}};
    const auto found = table.find(key_of(companion, claim, context_.text));
    if (found != table.end())
        std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(out.claims),
                     [&](const Claim* other) { return other != &claim; });
    if (out.claims.size() > limits::companions || out.claims.size() < static_cast<std::size_t>(companion.at_least))
        return std::nullopt;
    if (companion.take == "one" && out.claims.size() > 1) return std::nullopt;
    if (companion.take == "nearest" && out.claims.size() > 1)
        out.claims = {*std::min_element(out.claims.begin(), out.claims.end(), [&](const Claim* a, const Claim* b) {
            return distance(*a, claim) < distance(*b, claim);
        })};
    return out;
}

std::optional<std::vector<Joined>> Companions::of(const Claim& claim) const {
    std::vector<Joined> out;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        auto companion = joined(rule_.with[i], tables_[i], claim);
        if (!companion) return std::nullopt;
        out.push_back(std::move(*companion));
    }
    return out;
}

}  // namespace factcheck
