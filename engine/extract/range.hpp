// Two amounts that say one value: "5 to 7 million", "50 ± 3", "more than 5 and less than 10". Internal to extract/.
#pragma once

#include "extract/amount.hpp"

#include <optional>

namespace factcheck::extracting {

struct Range {
    Amount low;
    Amount high;  // with the unit and the noun of both; its span ends where the range ends
    bool hyphen = false;
    bool upper_open = false;  // "less than 10": ten is not in it
};

enum class Joint : std::uint8_t { any, between, from };

// The other end of a range whose lower end is `low`; with `keeps_order` only one that ascends.
[[nodiscard]] std::optional<Range> range_from(const Reader& reader, const Amount& low, Joint joint, bool keeps_order);
// Where "±", "+/-", "plus or minus" at `at` end, `nowhere` without: what follows is a margin.
[[nodiscard]] std::size_t plus_minus_end(const Reader& reader, std::size_t at);
[[nodiscard]] std::optional<Range> plus_minus_range(const Reader& reader, const Amount& middle);
// The second bound behind one that `hedge` makes of `first`.
[[nodiscard]] std::optional<Range> bounded_range(const Reader& reader, const Amount& first, Hedge hedge);
[[nodiscard]] bool is_less(const Number& a, const Number& b);

}  // namespace factcheck::extracting
