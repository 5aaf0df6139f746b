// News as agencies send it: NITF and NewsML-G2. The headline and the body are read, the rest is metadata.
#include "read/formats.hpp"
#include "read/markup.hpp"
#include "read/xml.hpp"

#include "model/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace factcheck {
namespace {

using namespace std::string_view_literals;

// Elements whose words are read, and those among them that are left out.
constexpr std::array read_in = {"body.content"sv, "hedline"sv, "headline"sv, "inlineXML"sv, "inlineData"sv};
constexpr std::array left_out = {"media-metadata"sv,
                                 "media-producer"sv,
                                 "media-reference"sv,
                                 "head"sv,
                                 "script"sv,
                                 "style"sv,
                                 "pre"sv,
                                 "code"sv,
                                 "docdata"sv,
                                 "nav"sv,
                                 "del"sv,
                                 "byline"sv,
                                 "tobject"sv,
                                 "distributor"sv,
                                 "body.end"sv,
                                 "slugline"sv};
constexpr std::array blocks = {"p"sv,
                               "hl1"sv,
                               "hl2"sv,
                               "h1"sv,
                               "h2"sv,
                               "h3"sv,
                               "h4"sv,
                               "li"sv,
                               "dt"sv,
                               "dd"sv,
                               "tr"sv,
                               "bq"sv,
                               "note"sv,
                               "headline"sv,
                               "div"sv,
                               "caption"sv,
                               "media-caption"sv,
                               "table"sv,
                               "block"sv,
                               "nitf-table"sv,
                               "blockquote"sv,
                               "section"sv,
                               "inlineData"sv,
                               "abstract"sv,
                               "copyrite"sv};
constexpr std::array headlines = {"hl1"sv, "headline"sv};

// Where the day of the text stands, the most telling first.
struct DayPlace {
    std::string_view element;
    std::string_view attribute;  // empty: in its words
};
constexpr std::array day_places = {DayPlace{"date.issue", "norm"},   DayPlace{"story.date", "norm"},
                                   DayPlace{"date.release", "norm"}, DayPlace{"contentCreated", ""},
                                   DayPlace{"versionCreated", ""},   DayPlace{"firstCreated", ""},
                                   DayPlace{"DateAndTime", ""},      DayPlace{"pubDate", ""}};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class NewsReader {
public:
    explicit NewsReader(Text& text) : text_(text) {}

    void read(ReadingCopy& copy) {
        const std::string wrong =
            parse_xml(text_.original,
                      {[&](std::string_view name, XmlAttributes attributes, std::size_t at) { begin(name, attributes, at); },
                       [&](std::string_view name, std::size_t at) { end(name, at); },
                       [&](std::string_view words, Span place, bool verbatim) { take(words, place, verbatim); }});
        if (!wrong.empty()) {
            text_.notes.push_back(wrong + "; what follows was not read");
            text_.partly_read = true;
        }
        for (const std::string& day : days_) take_metadata_date(text_, day);
        text_.title = valid_utf8(title_);
        copy_pieces(text_, copy, std::move(pieces_), headline_, References::closed);
    }

private:
    void begin(std::string_view name, XmlAttributes attributes, std::size_t at) {
        for (std::size_t i = 0; i < day_places.size(); ++i) {
            if (day_places[i].element != name || !days_[i].empty()) continue;
            if (day_places[i].attribute.empty())
                day_ = &days_[i];
            else
                days_[i] = attribute_of(attributes, day_places[i].attribute);
        }
        reading_ += is_one_of(read_in, name) ? 1 : 0;
        hidden_ += is_one_of(left_out, name) ? 1 : 0;
        if (is_one_of(blocks, name)) ++block_;
        if (name == "tr") cells_ = 0;
        if ((name == "td" || name == "th") && reads() && cells_++ > 0) pieces_.push_back({{at, at}, Piece::Kind::cell, block_});
        if (name == "br" && reads()) pieces_.push_back({{at, at}, Piece::Kind::gap, block_});
        if (is_one_of(headlines, name) && headline_ == no_block) headline_ = block_;
    }

    void end(std::string_view name, std::size_t) {
        day_ = nullptr;
        reading_ -= is_one_of(read_in, name) ? 1 : 0;
        hidden_ -= is_one_of(left_out, name) ? 1 : 0;
        if (is_one_of(blocks, name)) ++block_;
    }

    void take(std::string_view words, Span place, bool verbatim) {
        if (day_ != nullptr) day_->append(words);
        if (!reads()) return;
        if (block_ == headline_) title_.append(words);
        const auto kind = verbatim ? Piece::Kind::verbatim : Piece::Kind::words;
        const bool goes_on = !pieces_.empty() && pieces_.back().kind == kind && pieces_.back().block == block_ &&
                             pieces_.back().span.end == place.begin;
        if (goes_on)
            pieces_.back().span.end = place.end;
        else
            pieces_.push_back({place, kind, block_});
    }

    [[nodiscard]] bool reads() const { return reading_ > 0 && hidden_ == 0; }

    Text& text_;
    std::vector<Piece> pieces_;
    std::array<std::string, day_places.size()> days_;
    std::string* day_ = nullptr;  // the one whose words are being read
    std::string title_;
    std::size_t block_ = 0;
    std::size_t headline_ = no_block;
    std::size_t cells_ = 0;
    int reading_ = 0;
    int hidden_ = 0;
};

void read_news(Text& text, ReadingCopy& copy) { NewsReader(text).read(copy); }

// Other XML ends in .xml too, so that ending alone tells nothing.
bool looks_like_news(std::string_view bytes) {
    static constexpr std::array roots = {"<nitf"sv, "<newsItem"sv, "<newsMessage"sv, "<NewsML"sv};
    const std::string_view head = bytes.substr(0, 4096);
    return std::any_of(roots.begin(), roots.end(),
                       [&](std::string_view root) { return head.find(root) != std::string_view::npos; });
}

std::string_view declared_in_xml(std::string_view bytes) { return declared_after(bytes, "encoding"); }

}  // namespace

const InputFormat news_format{.name = "news",
                              .endings = {".nitf", ".newsml"},
                              .recognised = looks_like_news,
                              .read = read_news,
                              .declared_encoding = declared_in_xml};

}  // namespace factcheck
