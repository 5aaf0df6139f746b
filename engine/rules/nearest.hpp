// Did you mean? The known word that is nearest to a wrong one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// " (did you mean x?)", or nothing when no word is near enough.
[[nodiscard]] std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> known);

template <class Map>
[[nodiscard]] std::vector<std::string_view> keys_of(const Map& map) {
    std::vector<std::string_view> out;
    for (const auto& entry : map) out.emplace_back(entry.first);
    return out;
}

// "a, b and c", in the given order; of many the first few and how many more there are.
[[nodiscard]] std::string listed(std::span<const std::string_view> words);

}  // namespace factcheck
