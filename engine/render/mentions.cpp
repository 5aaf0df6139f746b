#include "render/mentions.hpp"

#include "model/utf8.hpp"
#include "render/columns.hpp"
#include "render/render.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

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

std::string json_string(std::string_view text) { return nlohmann::json(valid_utf8(text)).dump(); }

std::string string_or_null(std::string_view text) { return text.empty() ? "null" : json_string(text); }

// A decimal string is a JSON number as it stands: no digit is lost on the way through a binary one.
std::string number_or_null(const std::optional<std::string>& number) { return number ? *number : "null"; }

std::string json_of(const ReportMention& mention) {
    std::string out = "{\"start\": " + std::to_string(mention.start) + ", \"end\": " + std::to_string(mention.end);
    out += ", \"text\": " + json_string(mention.text) + ", \"kind\": " + json_string(mention.kind);
    out += ", \"value\": " + number_or_null(mention.value) + ", \"low\": " + number_or_null(mention.low) +
           ", \"high\": " + number_or_null(mention.high);
    out += ", \"unit\": " + string_or_null(mention.unit) + ", \"unit_code\": " + string_or_null(mention.unit_code);
    out += ", \"hedge\": " + json_string(mention.hedge) + ", \"direction\": " + string_or_null(mention.direction);
    return out + ", \"timex\": " + string_or_null(mention.timex) + "}";
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

std::string render_mentions_jsonl(std::string_view id, const std::vector<ReportMention>& mentions) {
    std::string out = "{\"id\": " + json_string(id) + ", \"mentions\": [";
    for (std::size_t i = 0; i < mentions.size(); ++i) out += (i == 0 ? "" : ", ") + json_of(mentions[i]);
    return out + "]}\n";
}

}  // namespace factcheck
