// The tree of an HTML page, within bounds of memory and depth.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

namespace factcheck {

class HtmlTree {
public:
    // `bytes` must live as long as the tree: its nodes point into them.
    explicit HtmlTree(std::string_view bytes);
    HtmlTree(const HtmlTree&) = delete;
    HtmlTree& operator=(const HtmlTree&) = delete;
    ~HtmlTree();

    // Null: the page has more elements than are read, or they lie too deep; `refusal` says so in a sentence.
    [[nodiscard]] const GumboNode* root() const { return root_; }
    [[nodiscard]] const std::string& refusal() const { return refusal_; }

private:
    struct Arena;
    std::unique_ptr<Arena> arena_;
    const GumboNode* root_ = nullptr;
    std::string refusal_;
};

struct TagBounds {
    std::size_t depth = 0;       // of elements in each other
    std::size_t attributes = 0;  // of one tag
};

// What tags alone tell, never too low. The parser looks through all elements that are open at each tag, and through all
// attributes at each further one: a page of nothing but those would take a time that grows with its square.
[[nodiscard]] TagBounds bounds_of_tags(std::string_view bytes);

}  // namespace factcheck
