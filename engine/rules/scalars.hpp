// Texts of the files -> values, by one converter for each kind. YAML's own notions are not used: "no" is not false, "010" is not
// 8 and ".inf" is no number. What cannot be read is a fault at its place, with what to write instead.
#pragma once

#include "model/period.hpp"
#include "rules/expression.hpp"
#include "rules/spec.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace factcheck {

void fault(Diagnostics& diagnostics, const Said& at, std::string message);

[[nodiscard]] std::optional<int> whole_number(const Said& said, int least, int most, Diagnostics& diagnostics);
[[nodiscard]] std::optional<Rational> decimal_number(const Said& said, Diagnostics& diagnostics);
[[nodiscard]] std::optional<Amount> amount(const Said& said, Diagnostics& diagnostics);  // 300 MUSD
[[nodiscard]] std::optional<Day> day(const Said& said, Diagnostics& diagnostics);
[[nodiscard]] bool truth(const Said& said, Diagnostics& diagnostics);  // true or false; left out is false
[[nodiscard]] std::optional<Unit> unit(const Said& said, Diagnostics& diagnostics);
// Index of the word in the list.
[[nodiscard]] std::optional<std::size_t> one_of(const Said& said, std::string_view what, std::span<const std::string_view> words,
                                                Diagnostics& diagnostics);

enum class IdStyle : unsigned char { name, dashed };  // snake_case with capitals allowed (PK, exports); small-with-dashes
[[nodiscard]] bool is_id(const Said& said, std::string_view what, IdStyle style, Diagnostics& diagnostics);

}  // namespace factcheck
