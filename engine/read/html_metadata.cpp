#include "read/dates.hpp"
#include "read/formats.hpp"
#include "read/html.hpp"
#include "read/markup.hpp"

#include "model/utf8.hpp"

#include <simdjson.h>

#include <array>
#include <optional>
#include <string>

namespace factcheck {
namespace {

using namespace std::string_view_literals;

// By which names of <meta> sites say when they published, the most telling first.
constexpr std::array meta_dates = {"article:published_time"sv,
                                   "datepublished"sv,
                                   "parsely-pub-date"sv,
                                   "sailthru.date"sv,
                                   "dc.date.issued"sv,
                                   "dcterms.issued"sv,
                                   "dcterms.created"sv,
                                   "dc.date"sv,
                                   "pubdate"sv,
                                   "publishdate"sv,
                                   "publish-date"sv,
                                   "publication_date"sv,
                                   "citation_publication_date"sv,
                                   "og:published_time"sv,
                                   "date"sv};

constexpr std::size_t deepest_json = 16;

struct Found {
    std::string_view json_date;  // of JSON-LD
    std::array<std::string_view, meta_dates.size()> meta;
    std::string_view marked_time;   // a <time> that says it is that of publication
    std::string_view article_time;  // the first <time> of the article
    std::string_view title;
    std::string_view og_title;
    Span title_words;
    std::string_view address;
};

// "datePublished" of the first object that has one: articles stand in lists and in "@graph".
std::optional<std::string_view> published(simdjson::dom::element element, std::size_t depth) {
    if (depth > deepest_json) return std::nullopt;
    simdjson::dom::object object;
    if (element.get(object) == simdjson::SUCCESS) {
        std::string_view day;
        if (object["datePublished"].get(day) == simdjson::SUCCESS && written_day(day)) return day;
        for (const auto field : object)
            if (field.key == "@graph" || field.key == "mainEntity" || field.key == "mainEntityOfPage")
                if (const auto found = published(field.value, depth + 1)) return found;
        return std::nullopt;
    }
    simdjson::dom::array array;
    if (element.get(array) == simdjson::SUCCESS)
        for (const auto item : array)
            if (const auto found = published(item, depth + 1)) return found;
    return std::nullopt;
}

void take_json(std::string_view json, std::string& day) {
    if (!day.empty()) return;
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return;
    if (const auto found = published(root, 0)) day = *found;
}

std::string_view text_in(const GumboNode& element) {
    const GumboVector& children = element.v.element.children;
    if (children.length == 0) return {};
    const auto* child = static_cast<const GumboNode*>(children.data[0]);
    const bool words = child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA;
    return words ? std::string_view(child->v.text.text) : std::string_view();
}

Span words_in(const Text& text, const GumboNode& element) {
    if (text_in(element).empty()) return {};
    const GumboStringPiece& raw = static_cast<const GumboNode*>(element.v.element.children.data[0])->v.text.original_text;
    const auto begin = static_cast<std::size_t>(raw.data - text.original.data());
    return {begin, std::min(begin + raw.length, text.original.size())};
}

void take_meta(const GumboNode& element, Found& found) {
    const std::string_view content = attribute_of(element, "content");
    for (const char* attribute : {"property", "name", "itemprop"}) {
        const std::string_view name = attribute_of(element, attribute);
        for (std::size_t i = 0; i < meta_dates.size(); ++i)
            if (found.meta[i].empty() && same_word(name, meta_dates[i])) found.meta[i] = content;
        if (found.og_title.empty() && same_word(name, "og:title")) found.og_title = content;
        if (found.address.empty() && same_word(name, "og:url")) found.address = content;
    }
}

void take_time(const GumboNode& element, bool in_article, Found& found) {
    const std::string_view day = attribute_of(element, "datetime");
    if (!written_day(day)) return;
    const bool marked = gumbo_get_attribute(&element.v.element.attributes, "pubdate") != nullptr ||
                        same_word(attribute_of(element, "itemprop"), "datepublished");
    if (marked && found.marked_time.empty()) found.marked_time = day;
    if (in_article && found.article_time.empty()) found.article_time = day;
}

void take_element(const Text& text, const GumboNode& element, bool in_article, Found& found, std::string& json_day) {
    switch (element.v.element.tag) {
        case GUMBO_TAG_META: return take_meta(element, found);
        case GUMBO_TAG_TIME: return take_time(element, in_article, found);
        case GUMBO_TAG_SCRIPT:
            if (same_word(attribute_of(element, "type"), "application/ld+json")) take_json(text_in(element), json_day);
            return;
        case GUMBO_TAG_LINK:
            if (same_word(attribute_of(element, "rel"), "canonical")) found.address = attribute_of(element, "href");
            return;
        case GUMBO_TAG_TITLE:
            if (!found.title.empty()) return;  // a drawing has titles too
            found.title = text_in(element);
            found.title_words = words_in(text, element);
            return;
        default: return;
    }
}

}  // namespace

std::string_view attribute_of(const GumboNode& element, const char* name) {
    const GumboAttribute* attribute = gumbo_get_attribute(&element.v.element.attributes, name);
    return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

Span take_html_metadata(Text& text, const GumboNode& root, const GumboNode& article) {
    Found found;
    std::string json_day;
    bool in_article = false;
    walk_html(
        root,
        [&](const GumboNode& node) {
            if (node.type != GUMBO_NODE_ELEMENT) return false;
            in_article = in_article || &node == &article;
            take_element(text, node, in_article, found, json_day);
            return true;
        },
        [&](const GumboNode& node) { in_article = in_article && &node != &article; });
    take_metadata_date(text, json_day);
    for (const std::string_view day : found.meta) take_metadata_date(text, day);
    take_metadata_date(text, found.marked_time);
    take_metadata_date(text, found.article_time);
    text.title = valid_utf8(found.og_title.empty() ? found.title : found.og_title);
    text.url = valid_utf8(found.address);
    return found.title_words;
}

}  // namespace factcheck
