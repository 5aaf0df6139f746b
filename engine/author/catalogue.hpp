// `factcheck rules` and `factcheck series`: what is loaded.
#pragma once

#include "check.hpp"

#include <string>

namespace factcheck {

enum class Listing : std::uint8_t { text, json };

// One line a rule, or one record; `words`: only those whose pack/id or sentence holds it.
[[nodiscard]] std::string list_rules(const Engine::State& state, const std::string& words, Listing as);
// One rule whole; empty where there is none of that id (pack/id, or the id alone where it is the only one).
[[nodiscard]] std::string show_rule(const Engine::State& state, const std::string& id, Listing as);

[[nodiscard]] std::string list_series(const Engine::State& state, const std::string& words, Listing as);
// One series with its figures; empty where there is none.
[[nodiscard]] std::string show_series(const Engine::State& state, const std::string& id, Listing as);

// " (did you mean pack/id?)", for ids that do not exist.
[[nodiscard]] std::string nearest_rule(const Engine::State& state, const std::string& id);
[[nodiscard]] std::string nearest_series(const Engine::State& state, const std::string& id);

}  // namespace factcheck
