// What looks like a value and is none: labels, names, addresses, telephone numbers, versions, scores, clock times. Internal to
// extract/.
#pragma once

#include "extract/amount.hpp"

namespace factcheck::extracting {

[[nodiscard]] inline bool bare(const Amount& amount) { return amount.unit.dimension == Dimension::number; }
[[nodiscard]] bool is_plain_integer(const Number& number);
// Whether the digits that end at `end` go on as something else: "5:25", "2nd", "747-400", "10/12".
[[nodiscard]] bool goes_on(const Reader& reader, std::size_t end);
// "Section 427", "Windows 11", "No. 5": a number that is part of a name.
[[nodiscard]] bool is_label(const Reader& reader, std::size_t at, std::size_t end, const Number& number, bool bare);
// What a number must not be.
[[nodiscard]] bool is_no_value(const Reader& reader, const Amount& amount, std::size_t at, bool hedged);
// "Ada Smith, 45, said", "he was 24": a bare number that is an age.
[[nodiscard]] bool is_age(const Reader& reader, const Amount& amount, std::size_t at, std::size_t core);
// Where a telephone number that begins at `at` ends, `nowhere` if there is none: "0800 555 123", "(202) 555-0147", "+44 20 7946
// 0958".
[[nodiscard]] std::size_t telephone_end(const Reader& reader, std::size_t at);

}  // namespace factcheck::extracting
