// Text of an expression -> checked tree. Grammar: grammar/expression.hpp.
#pragma once

#include "model/rule.hpp"

#include <functional>
#include <optional>
#include <string_view>

namespace factcheck {

// What a name means where the expression stands.
struct Scope {
    struct Named { Type type = Type::any; bool list = false; Dimension dimension = Dimension::other; std::string_view unit; };
    std::function<std::optional<Named>(std::string_view)> name;                       // slots, roles, lets, companions, members ("body.value")
    std::function<const Series*(std::string_view)> series;                            // measure or series id -> its first series
    std::function<std::vector<std::string>()> known_names;                            // for did-you-mean
};

[[nodiscard]] std::optional<Expression> parse_expression(std::string_view source, const Place& place, const Scope& scope,
                                                         Diagnostics& diagnostics);

}  // namespace factcheck
