// Text of an expression -> checked tree: names, arity, keywords, types, dimensions and units. Grammar: grammar/expression.hpp.
#pragma once

#include "model/rule.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace factcheck {

// What is known of a value before any claim is read.
struct Named {
    Type type = Type::any;
    bool list = false;
    std::optional<Unit> unit;  // of a quantity; absent: any. Code "": any unit of the dimension
    bool said = false;         // a slot of the claim: what the text says, not what is looked up
    friend bool operator==(const Named&, const Named&) = default;
};

// Names that the rules of a pack may use: its own and those of the packs that it uses.
struct VisibleNames {
    std::map<std::string, const Series*, std::less<>> series;  // by series id, and by measure id its first series
    std::map<std::string, const Measure*, std::less<>> measures;
    std::map<std::string, const Entity*, std::less<>> entities;
    std::set<std::string, std::less<>> events;
};

// What a name means where the expression stands.
struct Scope {
    const VisibleNames* visible = nullptr;
    std::map<std::string, Named, std::less<>> names;                                           // slots, roles, `let` names
    std::map<std::string, std::map<std::string, Named, std::less<>>, std::less<>> companions;  // of `with`, by member
};

struct CheckedExpression {
    Expression expression;
    Named result;
};

using PlaceAt = std::function<Place(std::size_t offset)>;  // where a byte of the source stands in its file

// Absent when there was a fault; all faults that can be told apart go to `diagnostics`.
[[nodiscard]] std::optional<CheckedExpression> parse_expression(std::string_view source, const PlaceAt& place, const Scope& scope,
                                                                Diagnostics& diagnostics);

// "300 MUSD", "3 %", "2 km", "0.5": digits and a unit, whose money codes may have a prefix k, M, G or T; absent on anything else.
struct Amount {
    Rational number;
    Unit unit;
};
[[nodiscard]] std::optional<Amount> amount_from(std::string_view digits, std::string_view unit);

// Whether figures in the two units can be compared, converted where a factor is known.
[[nodiscard]] bool comparable(const std::optional<Unit>& a, const std::optional<Unit>& b);
// "money", "USD", "percent", "a period": for messages.
[[nodiscard]] std::string in_words(const Named& named);

}  // namespace factcheck
