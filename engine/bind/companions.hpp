// Companions: the other claims of a document that a rule needs, found by equal slots in a scope. Each companion of each rule is
// one hash table over the claims, so that joining is linear in the document.
#pragma once

#include "bind/bind.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace factcheck {

class Companions {
public:
    Companions(const BindContext& context, const Rule& rule, Work& work);

    // The companions of one claim, in the order of `with`; absent where one of them has too few claims, or too many to be told
    // apart.
    [[nodiscard]] std::optional<std::vector<Joined>> of(const Claim& claim) const;

private:
    using Table = std::unordered_map<std::string, std::vector<const Claim*>>;
    [[nodiscard]] std::optional<Joined> joined(const Companion& companion, const Table& table, const Claim& claim) const;

    const BindContext& context_;
    const Rule& rule_;
    std::vector<Table> tables_;  // one for each companion
};

}  // namespace factcheck
