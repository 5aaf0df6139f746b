// What places in an order and comparisons share.
#pragma once

#include "statistics/opinion.hpp"

namespace factcheck::statistics {

[[nodiscard]] Opinion verdict_of(const std::string& rule, Verdict verdict, std::string say, std::vector<Cite> cites);
[[nodiscard]] bool beats(const Figure& a, const Figure& b, bool highest);
// The year that the text names, else those of now.
[[nodiscard]] std::vector<int> years_to_rank(const Case& c);
// Whether enough countries have figures for a place among them.
[[nodiscard]] bool whole_enough(const Case& c, const CountryGroup* group, std::size_t known);
[[nodiscard]] std::string within(const CountryGroup* group);

}  // namespace factcheck::statistics
