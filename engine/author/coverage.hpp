// `factcheck coverage`: claims that no rule covers, by measure and shape, the most frequent first, each with a rule to begin
// with.
#pragma once

#include "check.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace factcheck {

// Claims of one kind and measure that say the same things.
struct UncoveredShape {
    std::string kind;
    std::string measure;             // empty: of none
    std::string value;               // money, percent, count ...; empty: no value
    std::vector<std::string> slots;  // filled, other than these
    std::size_t count = 0;
    std::string example;   // the sentence
    std::string where;     // path:line
    std::string skeleton;  // a rule, as an entry of `rules:`
};

class Coverage {
public:
    explicit Coverage(const Engine::State& state) : state_(state) {}
    void add(const Text& text);
    [[nodiscard]] std::vector<UncoveredShape> uncovered() const;  // the most frequent first
    std::size_t documents = 0;
    std::size_t claims = 0;
    std::size_t covered = 0;

private:
    const Engine::State& state_;
    std::map<std::string, UncoveredShape> shapes_;
};

[[nodiscard]] std::string render_coverage(const Coverage& coverage, std::size_t most);
[[nodiscard]] std::string render_coverage_json(const Coverage& coverage);

}  // namespace factcheck
