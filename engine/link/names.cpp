#include "link/names.hpp"

namespace factcheck {

Names names_of(std::span<const Pack> packs) {
    Names out;
    for (const Pack& pack : packs) {
        for (const Entity& entity : pack.vocabulary.entities) out.entities.emplace(entity.id, &entity);
        for (const Event& event : pack.events) out.events.emplace(event.id, &event);
        for (const Measure& measure : pack.vocabulary.measures) out.measures[measure.id].push_back(&measure);
    }
    return out;
}

std::string stands_for(const Names& names, const std::string& entity) {
    const auto found = names.entities.find(entity);
    if (found == names.entities.end() || found->second->stands_for.empty()) return entity;
    return found->second->stands_for;
}

}  // namespace factcheck
