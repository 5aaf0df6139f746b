// HTML: the words of the article, a paragraph a block, a row of a table a paragraph. What pages put around an article (menus,
// forms, scripts) and code are left out.
#include "read/html.hpp"

#include "read/formats.hpp"
#include "read/html_tree.hpp"
#include "read/markup.hpp"

#include <algorithm>
#include <utility>

namespace factcheck {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

enum class Place : std::uint8_t { inside, block, row, cell, line_break, gap, raised, left_out };

Place place_of(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_DETAILS:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_HGROUP:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_LEGEND:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_P:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_SUMMARY:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_TFOOT:
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_UL: return Place::block;
        case GUMBO_TAG_TR: return Place::row;
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH: return Place::cell;
        case GUMBO_TAG_BR: return Place::line_break;
        case GUMBO_TAG_IMG:
        case GUMBO_TAG_WBR: return Place::gap;
        case GUMBO_TAG_SUP: return Place::raised;
        case GUMBO_TAG_APPLET:
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_CANVAS:
        case GUMBO_TAG_CODE:
        case GUMBO_TAG_DATALIST:
        case GUMBO_TAG_DEL:
        case GUMBO_TAG_EMBED:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_INPUT:
        case GUMBO_TAG_KBD:
        case GUMBO_TAG_MATH:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_NOEMBED:
        case GUMBO_TAG_NOFRAMES:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_RP:
        case GUMBO_TAG_RT:
        case GUMBO_TAG_S:
        case GUMBO_TAG_SAMP:
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_STRIKE:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_XMP: return Place::left_out;
        default: return Place::inside;
    }
}

bool is_hidden(const GumboNode& element) {
    const std::string_view role = attribute_of(element, "role");
    const std::string_view style = attribute_of(element, "style");
    return gumbo_get_attribute(&element.v.element.attributes, "hidden") != nullptr ||
           attribute_of(element, "aria-hidden") == "true" || role == "navigation" || role == "search" || role == "contentinfo" ||
           contains_word(style, "display:none") || contains_word(style, "display: none");
}

bool is_words(const GumboNode& node) { return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA; }

// <article> if there is one, else <main>, else the whole page. Several articles are a list of them, or one with teasers.
const GumboNode& article_of(const GumboNode& root) {
    const GumboNode* main = nullptr;
    const GumboNode* article = nullptr;
    std::size_t articles = 0;
    walk_html(
        root,
        [&](const GumboNode& node) {
            if (node.type != GUMBO_NODE_ELEMENT) return false;
            if (node.v.element.tag == GUMBO_TAG_MAIN && main == nullptr) main = &node;
            if (node.v.element.tag != GUMBO_TAG_ARTICLE) return true;
            article = &node;
            ++articles;
            return false;  // those inside belong to it
        },
        [](const GumboNode&) {});
    if (articles == 1) return *article;
    return main != nullptr ? *main : root;
}

// Walks the article and notes its words with the paragraphs that they belong to.
class HtmlReader {
public:
    explicit HtmlReader(const Text& text) : text_(text) {}

    void read(const GumboNode& article) {
        article_ = &article;
        walk_html(
            article, [&](const GumboNode& node) { return enter(node); }, [&](const GumboNode& node) { leave(node); });
    }

    [[nodiscard]] std::vector<Piece> pieces() && { return std::move(pieces_); }
    [[nodiscard]] std::size_t headline() const { return headline_; }

private:
    bool enter(const GumboNode& node) {
        if (node.type == GUMBO_NODE_WHITESPACE || is_words(node)) return take_words(node), false;
        if (node.type != GUMBO_NODE_ELEMENT) return false;
        const GumboTag tag = node.v.element.tag;
        const Place place = place_of(tag);
        const std::size_t at = offset_of(node);
        if (place == Place::left_out || (&node != article_ && is_hidden(node))) return add(Piece::Kind::gap, at), false;
        if (place == Place::block || place == Place::row) begin_block();
        if (place == Place::row) cells_ = 0;
        if (place == Place::cell && cells_++ > 0) add(Piece::Kind::cell, at);
        if (place == Place::gap && tag != GUMBO_TAG_WBR) add(Piece::Kind::gap, at);
        if (place == Place::line_break) take_line_break(at);
        if (place == Place::raised) return take_raised(at);
        if (tag == GUMBO_TAG_H1 && headline_ == no_block) headline_ = block_;
        return true;
    }

    void leave(const GumboNode& node) {
        if (node.type != GUMBO_NODE_ELEMENT) return;
        const Place place = place_of(node.v.element.tag);
        if (place == Place::block || place == Place::row) begin_block();
    }

    void begin_block() {
        if (pieces_.empty() || pieces_.back().block == block_ || headline_ == block_) ++block_;
    }

    void take_words(const GumboNode& node) {
        const GumboStringPiece& raw = node.v.text.original_text;
        const std::size_t begin = place_in_original(raw.data);
        const std::size_t end = std::min(begin + raw.length, text_.original.size());
        if (begin >= end) return;
        if (node.type == GUMBO_NODE_WHITESPACE)
            add(Piece::Kind::gap, begin);
        else
            pieces_.push_back({{begin, end}, Piece::Kind::words, block_});
    }

    // Two line breaks are how old pages part paragraphs.
    void take_line_break(std::size_t at) {
        const bool second = last_break_ != 0 && only_gaps_since_break();
        if (second) begin_block();
        add(Piece::Kind::gap, at);
        last_break_ = pieces_.size();
    }

    [[nodiscard]] bool only_gaps_since_break() const {
        return std::all_of(pieces_.begin() + static_cast<std::ptrdiff_t>(last_break_), pieces_.end(),
                           [](const Piece& p) { return p.kind == Piece::Kind::gap; });
    }

    // "10<sup>6</sup>" is a power, "km<sup>2</sup>" a unit; after any other word what is raised is the mark of a note.
    bool take_raised(std::size_t at) {
        if (pieces_.empty() || pieces_.back().kind != Piece::Kind::words || pieces_.back().block != block_) return false;
        const Span before = pieces_.back().span;
        const std::string_view words = std::string_view(text_.original).substr(before.begin, before.size());
        const auto ends_in = [&](std::string_view end) {
            const std::size_t head = words.size() - std::min(words.size(), end.size());
            return words.ends_with(end) && (head == 0 || !is_digit(words[head - 1]));
        };
        if (ends_in("10")) return add(Piece::Kind::power, at), true;
        return words.ends_with("km") || words.ends_with(" m") || words.ends_with("cm") || words.ends_with("mm") ||
               words.ends_with(" ft") || words.ends_with(" mi") || words.ends_with("\xA0m") || words.ends_with(";m");
    }

    void add(Piece::Kind kind, std::size_t at) { pieces_.push_back({{at, at}, kind, block_}); }

    [[nodiscard]] std::size_t place_in_original(const char* at) const {
        const char* const begin = text_.original.data();
        return at >= begin && at <= begin + text_.original.size() ? static_cast<std::size_t>(at - begin) : text_.original.size();
    }

    // Elements that the page does not have, but the standard wants, have no place of their own.
    [[nodiscard]] std::size_t offset_of(const GumboNode& element) const {
        const GumboStringPiece& tag = element.v.element.original_tag;
        if (tag.data != nullptr && tag.length > 0) return place_in_original(tag.data);
        return pieces_.empty() ? 0 : pieces_.back().span.end;
    }

    const Text& text_;
    const GumboNode* article_ = nullptr;
    std::vector<Piece> pieces_;
    std::size_t block_ = 0;
    std::size_t headline_ = no_block;
    std::size_t cells_ = 0;
    std::size_t last_break_ = 0;  // pieces up to the last line break
};

void read_html(Text& text, ReadingCopy& copy) {
    std::vector<Piece> pieces;
    std::size_t headline = no_block;
    {
        const HtmlTree tree(text.original);
        if (tree.root() == nullptr) {
            text.notes.push_back(tree.refusal());
            text.partly_read = true;
            return;
        }
        const GumboNode& article = article_of(*tree.root());
        const Span title = take_html_metadata(text, *tree.root(), article);
        HtmlReader reader(text);
        reader.read(article);
        headline = reader.headline();
        pieces = std::move(reader).pieces();
        if (headline == no_block && !title.empty()) {
            headline = no_block - 1;
            pieces.push_back({title, Piece::Kind::words, headline});
        }
    }
    copy_pieces(text, copy, std::move(pieces), headline, References::html);
}

bool looks_like_html(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto begin = bytes.find_first_not_of(" \t\r\n\f");
    if (begin == std::string_view::npos) return false;
    const std::string_view start = bytes.substr(begin, 15);
    return same_word(start, "<!doctype html>") || same_word(start.substr(0, 5), "<html") ||
           same_word(start.substr(0, 6), "<head>") || same_word(start.substr(0, 6), "<body>") ||
           same_word(start.substr(0, 14), "<!doctype html");
}

std::string_view declared_in_html(std::string_view bytes) { return declared_after(bytes, "charset"); }

}  // namespace

const InputFormat html_format{.name = "html",
                              .endings = {".html", ".htm", ".xhtml"},
                              .recognised = looks_like_html,
                              .read = read_html,
                              .declared_encoding = declared_in_html};

}  // namespace factcheck
