#include "read/html_tree.hpp"

#include "model/limits.hpp"
#include "read/markup.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <vector>

namespace factcheck {
namespace {

using namespace std::string_view_literals;

constexpr std::array never_closed = {"area"sv,  "base"sv, "br"sv,   "col"sv,   "embed"sv,  "hr"sv,    "img"sv,
                                     "input"sv, "link"sv, "meta"sv, "param"sv, "source"sv, "track"sv, "wbr"sv};
// Their ends may be left out, and the next one ends them.
constexpr std::array closed_by_the_next = {"body"sv,  "colgroup"sv, "dd"sv,     "dt"sv, "head"sv,  "html"sv,
                                           "li"sv,    "optgroup"sv, "option"sv, "p"sv,  "rp"sv,    "rt"sv,
                                           "tbody"sv, "td"sv,       "tfoot"sv,  "th"sv, "thead"sv, "tr"sv};
// Of drawings, where `/>` ends an element as it does in XML; nowhere else in HTML it does.
constexpr std::array drawn = {
    "animate"sv, "circle"sv,         "defs"sv,           "ellipse"sv, "g"sv,   "image"sv,  "line"sv, "mask"sv,  "path"sv,
    "polygon"sv, "polyline"sv,       "rect"sv,           "stop"sv,    "svg"sv, "symbol"sv, "text"sv, "tspan"sv, "use"sv,
    "filter"sv,  "lineargradient"sv, "radialgradient"sv, "clippath"sv};
constexpr std::array raw_texts = {"script"sv, "style"sv, "textarea"sv, "title"sv, "xmp"sv, "noframes"sv, "iframe"sv, "noembed"sv};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view n) { return same_word(name, n); });
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Past "</name", from `at` on.
std::size_t past_raw_text(std::string_view bytes, std::size_t at, std::string_view name) {
    while ((at = bytes.find("</", at)) != std::string_view::npos) {
        at += 2;
        const std::string_view here = bytes.substr(at, name.size());
        if (here.size() == name.size() &&
            std::equal(here.begin(), here.end(), name.begin(), [](char a, char b) { return (a | 0x20) == (b | 0x20); }))
            return at;
    }
    return bytes.size();
}

struct Tag {
    std::size_t end = 0;  // where its `>` stands, or the end of the page
    std::size_t attributes = 0;
};

// From the end of the tag's name on; a quote counts as one only behind `=`, as in the standard.
Tag tag_from(std::string_view bytes, std::size_t at) {
    Tag tag;
    char before = ' ';
    while (at < bytes.size() && bytes[at] != '>') {
        const char c = bytes[at];
        if ((c == '"' || c == '\'') && before == '=') {
            at = std::min(bytes.find(c, at + 1), bytes.size() - 1);
            before = '"';
        } else if (!is_space(c)) {
            tag.attributes += is_space(bytes[at - 1]) || bytes[at - 1] == '/' || before == '"' ? 1 : 0;
            before = c;
        }
        ++at;
    }
    tag.end = at;
    return tag;
}

}  // namespace

TagBounds bounds_of_tags(std::string_view bytes) {
    TagBounds out;
    std::size_t depth = 0;
    bool drawing = false;
    for (std::size_t at = 0; (at = bytes.find('<', at)) != std::string_view::npos;) {
        ++at;
        if (bytes.substr(at).starts_with("!--")) {
            at = std::min(bytes.find("-->", at), bytes.size());
            continue;
        }
        const bool closes = at < bytes.size() && bytes[at] == '/';
        const std::size_t begin = at + (closes ? 1 : 0);
        if (begin >= bytes.size() || !is_letter(bytes[begin])) continue;
        const std::size_t name_end = std::min(bytes.find_first_of(" \t\n\r\f/>", begin), bytes.size());
        const std::string_view name = bytes.substr(begin, name_end - begin);
        const Tag tag = tag_from(bytes, name_end);
        out.attributes = std::max(out.attributes, tag.attributes);
        at = tag.end;
        if (is_one_of(never_closed, name) || is_one_of(closed_by_the_next, name)) continue;
        if (closes) {
            depth -= depth > 0 ? 1 : 0;
            continue;
        }
        if (is_one_of(raw_texts, name)) {
            at = past_raw_text(bytes, at, name);
            continue;
        }
        drawing = is_one_of(drawn, name) && (drawing || same_word(name, "svg"));
        if (!drawing || bytes[tag.end - 1] != '/') out.depth = std::max(out.depth, ++depth);
    }
    return out;
}

// Memory of one tree, given back at once: the parser would free it node by node, calling itself as deep as the tree is.
// Blocks come in powers of two, and those that the parser lets go are used again.
struct HtmlTree::Arena {
    static constexpr std::size_t smallest = 16;
    static constexpr std::size_t chunk_bytes = 256U << 10U;

    std::jmp_buf full{};
    std::vector<void*> chunks;
    std::array<std::byte*, 64> let_go{};
    std::byte* next = nullptr;
    std::size_t left = 0;
    std::size_t used = 0;

    ~Arena() {
        for (void* chunk : chunks) std::free(chunk);  // from malloc below
    }

    // Null: over the limit.
    std::byte* chunk(std::size_t size) {
        if (used + size > limits::markup_bytes) return nullptr;
        void* got = std::malloc(size);  // the parser is C
        if (got == nullptr) return nullptr;
        used += size;
        chunks.push_back(got);
        return static_cast<std::byte*>(got);
    }

    // Each block is preceded by its size, as a power of two.
    std::byte* take(std::size_t size) {
        const auto power = static_cast<std::size_t>(std::bit_width(std::max(size + smallest, 2 * smallest) - 1));
        if (std::byte* again = let_go.at(power); again != nullptr) {
            let_go.at(power) = *reinterpret_cast<std::byte**>(again);  // a list in the free blocks
            return again;
        }
        const std::size_t whole = std::size_t{1} << power;
        std::byte* block = nullptr;
        if (whole > chunk_bytes / 4) {
            block = chunk(whole);
        } else {
            if (left < whole) {
                next = chunk(chunk_bytes);
                left = next == nullptr ? 0 : chunk_bytes;
            }
            if (next != nullptr) {
                block = next;
                next += whole;
                left -= whole;
            }
        }
        if (block == nullptr) return nullptr;
        *reinterpret_cast<std::size_t*>(block) = power;
        return block + smallest;
    }

    void give_back(std::byte* block) {
        const std::size_t power = *reinterpret_cast<std::size_t*>(block - smallest);
        *reinterpret_cast<std::byte**>(block) = let_go.at(power);
        let_go.at(power) = block;
    }
};

// Null where the arena is full. Alone in its function: nothing with a destructor lies between here and the allocator.
[[gnu::noinline]] static GumboNode* parse_in(std::jmp_buf& full, const GumboOptions& options, std::string_view bytes) {
    if (setjmp(full) != 0) return nullptr;  // the way back from a full arena
    return gumbo_parse_with_options(&options, bytes.data(), bytes.size())->root;
}

HtmlTree::HtmlTree(std::string_view bytes) : arena_(std::make_unique<Arena>()) {
    const TagBounds bounds = bounds_of_tags(bytes);
    if (bounds.depth > limits::markup_depth || bounds.attributes > limits::markup_attributes) {
        refusal_ = bounds.depth > limits::markup_depth
                       ? "the page has elements nested deeper than " + std::to_string(limits::markup_depth)
                       : "the page has a tag with more than " + std::to_string(limits::markup_attributes) + " attributes";
        refusal_ += " and was not read; save its text";
        return;
    }
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.userdata = arena_.get();
    options.allocator = [](void* arena, std::size_t size) -> void* {
        auto& self = *static_cast<Arena*>(arena);
        std::byte* block = self.take(size);
        if (block == nullptr) std::longjmp(self.full, 1);  // out of the parser, which has no other way
        return block;
    };
    options.deallocator = [](void* arena, void* block) {
        if (block != nullptr) static_cast<Arena*>(arena)->give_back(static_cast<std::byte*>(block));
    };
    root_ = parse_in(arena_->full, options, bytes);
    if (root_ == nullptr)
        refusal_ = "the page has more elements than fit into " + std::to_string(limits::markup_bytes) +
                   " bytes and was not read; split it or save its text";
}

HtmlTree::~HtmlTree() = default;

}  // namespace factcheck
