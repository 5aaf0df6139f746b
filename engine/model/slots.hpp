// The one table of slots: which slots a kind of claim can have, and their types. Entity roles (reporter, partner, side ...)
// come from the packs' measures and are entities.
#pragma once

#include "model/claim.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace factcheck {

// Types of the rule language.
enum class Type : std::uint8_t { truth, quantity, period, weekday, direction, entity, event, measure, symbol, any };

struct SlotRow {
    std::string_view name;
    Type type;
    std::string_view kinds;  // space-separated names of ClaimKind, "*" for all
    std::string_view about;  // for the documentation
};

[[nodiscard]] std::span<const SlotRow> slot_table();
[[nodiscard]] std::optional<Type> slot_type(std::string_view name);  // absent: not a fixed slot (perhaps a role)

}  // namespace factcheck
