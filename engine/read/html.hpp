// The pieces of the HTML reader.
#pragma once

#include "model/text.hpp"

#include <gumbo.h>

#include <string_view>
#include <vector>

namespace factcheck {

// "" where the element has no such attribute. Entities in it are decoded.
[[nodiscard]] std::string_view attribute_of(const GumboNode& element, const char* name);

// The nodes of a tree in the order of the page, without recursion: `enter` says whether to look into the node, `leave` comes
// after what lies in it.
template <class Enter, class Leave>
void walk_html(const GumboNode& root, const Enter& enter, const Leave& leave) {
    struct Open {
        const GumboNode* node;
        unsigned next;
    };
    std::vector<Open> open;
    const auto visit = [&](const GumboNode* node) {
        if (enter(*node)) open.push_back({node, 0});
    };
    visit(&root);
    while (!open.empty()) {
        Open& top = open.back();
        const bool element = top.node->type == GUMBO_NODE_ELEMENT || top.node->type == GUMBO_NODE_TEMPLATE;
        if (element && top.next < top.node->v.element.children.length) {
            visit(static_cast<const GumboNode*>(top.node->v.element.children.data[top.next++]));
        } else {
            const GumboNode* node = top.node;
            open.pop_back();
            leave(*node);
        }
    }
}

// Title, date and address that the page gives of itself: JSON-LD, meta, <time>, <title>, <link>. `article` is where its text
// lies. Returns where the words of the <title> stand in the original.
Span take_html_metadata(Text& text, const GumboNode& root, const GumboNode& article);

}  // namespace factcheck
