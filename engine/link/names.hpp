// The packs' names by id: what link looks up when it reads a sentence.
#pragma once

#include "model/rule.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace factcheck {

struct Names {
    std::unordered_map<std::string, const Entity*> entities;
    std::unordered_map<std::string, const Event*> events;
    std::unordered_map<std::string, std::vector<const Measure*>> measures;  // one id may live in several packs
};

[[nodiscard]] Names names_of(std::span<const Pack> packs);

// The country that an entity speaks for: a capital or an office for its country, a country for itself, else the entity.
[[nodiscard]] std::string stands_for(const Names& names, const std::string& entity);

}  // namespace factcheck
