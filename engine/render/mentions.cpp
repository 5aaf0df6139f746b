#include "render/mentions.hpp"

#include "model/utf8.hpp"
#include "render/columns.hpp"
#include "render/render.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

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
    std::string how = mention.hedge == "exact" ? "" : mention.hedge;
    if (!mention.direction.empty()) how += (how.empty() ? "" : ", ") + mention.direction;
    return {std::to_string(mention.start) + "-" + std::to_string(mention.end), mention.kind, visible(mention.text),
            visible(meaning(mention)), how};
}

std::string padded(const std::string& cell, std::size_t width) {
    const std::size_t have = columns_of(cell);
    return cell + std::string(have < width ? width - have : 0, ' ');
}

// What JSON writes as it stands.
bool is_plain(std::string_view text) {
    bool ascii = true;
    for (const char c : text) {
        if (c == '"' || c == '\\' || (c >= 0 && c < ' ') || c == 0x7F) return false;
        ascii = ascii && c >= 0;
    }
    return ascii || is_valid_utf8(text);
}

void append_string(std::string& out, std::string_view text) {
    if (is_plain(text))
        out.append("\"").append(text).append("\"");
    else
        out += nlohmann::json(valid_utf8(text)).dump();
}

void append_string_or_null(std::string& out, std::string_view key, std::string_view text) {
    out += key;
    if (text.empty())
        out += "null";
    else
        append_string(out, text);
}

// A decimal string is a JSON number as it stands: no digit is lost on the way through a binary one.
void append_number(std::string& out, std::string_view key, const std::optional<std::string>& number) {
    out += key;
    out += number ? std::string_view(*number) : "null";
}

void append_count(std::string& out, std::string_view key, std::size_t count) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), count).ptr;
    out.append(key).append(digits.data(), end);
}

void append_json(std::string& out, const ReportMention& mention) {
    append_count(out, "{\"start\": ", mention.start);
    append_count(out, ", \"end\": ", mention.end);
    append_string_or_null(out, ", \"text\": ", mention.text);
    append_string_or_null(out, ", \"kind\": ", mention.kind);
    append_number(out, ", \"value\": ", mention.value);
    append_number(out, ", \"low\": ", mention.low);
    append_number(out, ", \"high\": ", mention.high);
    append_string_or_null(out, ", \"unit\": ", mention.unit);
    append_string_or_null(out, ", \"unit_code\": ", mention.unit_code);
    append_string_or_null(out, ", \"hedge\": ", mention.hedge);
    append_string_or_null(out, ", \"direction\": ", mention.direction);
    append_string_or_null(out, ", \"timex\": ", mention.timex);
    out += '}';
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
