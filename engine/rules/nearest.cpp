#include "rules/nearest.hpp"

#include "reference/faults.hpp"

namespace factcheck {

std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> known) {
    return did_you_mean(wrong, std::vector<std::string>(known.begin(), known.end()));
}

std::string listed(std::span<const std::string_view> words) {
    constexpr std::size_t shown_words = 12;
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == shown_words && words.size() > shown_words + 1) return out + " and " + std::to_string(words.size() - i) + " more";
        out += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + std::string(words[i]);
    }
    return out;
}

}  // namespace factcheck
