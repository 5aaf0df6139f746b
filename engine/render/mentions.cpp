#include "render/mentions.hpp"

#include "model/utf8.hpp"
#include "render/columns.hpp"
#include "render/render.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace factcheck {

namespace {

constexpr std::size_t widest = 44;  // columns of one cell; longer ones push the rest of their line to the right
constexpr std::size_t columns = 5;
using Row = std::array<std::string, columns>;

std::string allowed(const ReportMention& mention) {
    if (!mention.low && !mention.high) return {};
    return mention.low.value_or("...") + " to " + mention.high.value_or("...");
}

std::string meaning(const ReportMention& mention) {
    std::string out = mention.value ? *mention.value : allowed(mention);
    if (!mention.unit.empty()) out += (out.empty() ? "" : " ") + mention.unit;
    if (!mention.timex.empty()) out += (out.empty() ? "" : ", ") + mention.timex;
    return out;
}

Row row_of(const ReportMention& mention) {
    std::string how(mention.hedge == "exact" ? "" : mention.hedge);
    if (!mention.direction.empty()) how.append(how.empty() ? "" : ", ").append(mention.direction);
    return {std::to_string(mention.start) + "-" + std::to_string(mention.end), std::string(mention.kind), visible(mention.text),
            visible(meaning(mention)), how};
}

std::string padded(const std::string& cell, std::size_t width) {
    const std::size_t have = columns_of(cell);
    return cell + std::string(have < width ? width - have : 0, ' ');
}

constexpr unsigned char escaped = 1;
constexpr unsigned char beyond_ascii = 2;
constexpr std::array<unsigned char, 256> classes = [] {
    std::array<unsigned char, 256> out{};
    for (std::size_t c = 0; c < 256; ++c) {
        if (c < ' ' || c == '"' || c == '\\' || c == 0x7F) out[c] = escaped;
        if (c >= 0x80) out[c] = beyond_ascii;
    }
    return out;
}();

// What JSON writes as it stands.
bool is_plain(std::string_view text) {
    unsigned seen = 0;
    for (const char c : text) seen |= classes[static_cast<unsigned char>(c)];
    return (seen & escaped) == 0 && ((seen & beyond_ascii) == 0 || is_valid_utf8(text));
}

// Hard-wrapped text has the end of a line in many mentions: the only escape that is not rare.
bool is_plain_but_for_lines(std::string_view text) {
    while (true) {
        const std::size_t line = std::min(text.find('\n'), text.size());
        if (!is_plain(text.substr(0, line))) return false;
        if (line == text.size()) return true;
        text.remove_prefix(line + 1);
    }
}

void append_string(std::string& out, std::string_view text) {
    if (!is_plain_but_for_lines(text)) return void(out += nlohmann::json(valid_utf8(text)).dump());
    out += '"';
    for (std::size_t line = 0; (line = text.find('\n')) != std::string_view::npos; text.remove_prefix(line + 1))
        out.append(text.substr(0, line)).append("\\n");
    out.append(text).append("\"");
}

// Writes into room of its own, on the stack where it suffices: a line of JSON is some forty short pieces, and each would be an
// append.
class Pieces {
public:
    Pieces(std::string& out, std::size_t room) : out_(out) {
        if (room <= stack_.size()) return;
        heap_.resize(room);
        at_ = heap_.data();
    }
    ~Pieces() { out_.append(at_, size_); }
    Pieces(const Pieces&) = delete;
    Pieces& operator=(const Pieces&) = delete;

    template <std::size_t N>
    void key(const char (&words)[N]) {  // NOLINT: a literal
        std::memcpy(at_ + size_, words, N - 1);
        size_ += N - 1;
    }
    void words(std::string_view text) {
        std::memcpy(at_ + size_, text.data(), text.size());
        size_ += text.size();
    }
    void word_or_null(std::string_view text) {
        if (text.empty()) return key("null");
        key("\"");
        words(text);
        key("\"");
    }
    void number_or_null(const std::optional<std::string>& number) {
        if (number)
            words(*number);
        else
            key("null");
    }
    void count(std::size_t number) {
        char* const at = at_ + size_;
        size_ += static_cast<std::size_t>(std::to_chars(at, at + 20, number).ptr - at);
    }

private:
    std::string& out_;
    std::array<char, 768> stack_;
    std::string heap_;
    char* at_ = stack_.data();
    std::size_t size_ = 0;
};

constexpr std::size_t keys_bytes = 256;  // of all keys and numbers of one mention

std::string json_string(std::string_view text) {
    std::string out;
    append_string(out, text);
    return out;
}

void append_json(std::string& out, const ReportMention& mention) {
    // What is not plain is written apart: quotation marks inside a mention are rare.
    const bool plain = is_plain(mention.text) && is_plain(mention.unit);
    const std::string text = plain ? std::string() : json_string(mention.text);
    const std::string unit = plain || mention.unit.empty() ? std::string() : json_string(mention.unit);
    const auto size = [](const std::optional<std::string>& number) { return number ? number->size() : 0; };
    Pieces to(out, keys_bytes + mention.text.size() + mention.unit.size() + text.size() + unit.size() + mention.unit_code.size() +
                       mention.timex.size() + size(mention.value) + size(mention.low) + size(mention.high));
    to.key("{\"start\": ");
    to.count(mention.start);
    to.key(", \"end\": ");
    to.count(mention.end);
    to.key(", \"text\": ");
    text.empty() ? to.word_or_null(mention.text) : to.words(text);
    to.key(", \"kind\": ");
    to.word_or_null(mention.kind);
    to.key(", \"value\": ");
    to.number_or_null(mention.value);
    to.key(", \"low\": ");
    to.number_or_null(mention.low);
    to.key(", \"high\": ");
    to.number_or_null(mention.high);
    to.key(", \"unit\": ");
    unit.empty() ? to.word_or_null(mention.unit) : to.words(unit);
    to.key(", \"unit_code\": ");
    to.word_or_null(mention.unit_code);
    to.key(", \"hedge\": ");
    to.word_or_null(mention.hedge);
    to.key(", \"direction\": ");
    to.word_or_null(mention.direction);
    to.key(", \"timex\": ");
    to.word_or_null(mention.timex);
    to.key("}");
}

}  // namespace

std::string render_mentions_text(std::string_view path, const std::vector<ReportMention>& mentions) {
    std::vector<Row> rows;
    for (const ReportMention& mention : mentions) rows.push_back(row_of(mention));
    std::array<std::size_t, columns> width{};
    for (const Row& row : rows)
        for (std::size_t i = 0; i < columns; ++i) width[i] = std::max(width[i], std::min(widest, columns_of(row[i])));
    std::string out;
    if (!path.empty()) out = visible(path) + ":\n";
    for (const Row& row : rows) {
        std::string line = " ";
        for (std::size_t i = 0; i < columns; ++i) line += " " + padded(row[i], width[i] + 1);
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

MentionLine::MentionLine(std::string& out, std::string_view id) : out_(out) {
    out_ += "{\"id\": ";
    append_string(out_, id);
    out_ += ", \"mentions\": [";
}

void MentionLine::add(const ReportMention& mention) {
    if (!first_) out_ += ", ";
    first_ = false;
    append_json(out_, mention);
}

void MentionLine::end() { out_ += "]}\n"; }

}  // namespace factcheck
