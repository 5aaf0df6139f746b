// A piece of a text: byte offsets into the reading copy, end exclusive.
// The one span type of the engine; code points and UTF-16 units are made from it where a report is rendered.
#pragma once

#include <compare>
#include <cstddef>
#include <stdexcept>

namespace factcheck {

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    constexpr Span() = default;
    constexpr Span(std::size_t first, std::size_t past) : begin(first), end(past) {
        if (past < first) throw std::logic_error("a span ends before it begins");
    }

    [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

    friend constexpr auto operator<=>(Span, Span) = default;
};

// The smallest span that holds both; an empty default span is the identity.
[[nodiscard]] constexpr Span hull(Span a, Span b) {
    if (a == Span{}) return b;
    if (b == Span{}) return a;
    return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace factcheck
