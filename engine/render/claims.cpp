#include "render/claims.hpp"

#include "render/columns.hpp"
#include "render/excerpt.hpp"
#include "render/render.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

constexpr std::size_t excerpt_columns = 116;
constexpr std::size_t widest = 44;  // columns of one cell; longer ones push the rest of their line to the right
constexpr std::size_t columns = 4;
using Row = std::array<std::string, columns>;

std::string limits_in_words(const ReportQuantity& quantity) {
    std::string out;
    if (quantity.low && quantity.low == quantity.high)
        out = *quantity.low;
    else
        out = quantity.low.value_or("...") + " to " + quantity.high.value_or("...");
    return quantity.unit.empty() || quantity.unit == "1" ? out : out + " " + quantity.unit;
}

std::string meaning(const ReportSlot& slot) {
    std::string out = slot.value;
    if (slot.quantity) out = limits_in_words(*slot.quantity);
    if (slot.period)
        out = slot.period->start == slot.period->end ? slot.period->start : slot.period->start + " to " + slot.period->end;
    if (out.empty()) out = "open";
    for (const std::string& other : slot.also) out += " or " + other;
    return out;
}

Row row_of(const ReportSlot& slot) {
    std::string where = slot.from == "clause" ? "" : slot.from;
    if (!slot.note.empty()) where += (where.empty() ? "" : "; ") + slot.note;
    return {visible(slot.name), slot.text.empty() ? "" : "\"" + shortened(slot.text, widest) + "\"", visible(meaning(slot)),
            visible(where)};
}

std::string padded(const std::string& cell, std::size_t width) {
    const std::size_t have = columns_of(cell);
    return cell + std::string(have < width ? width - have : 0, ' ');
}

void add_line(std::string& out, std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
}

void add_slots(std::string& out, const ReportClaim& claim) {
    std::vector<Row> rows;
    for (const ReportSlot& slot : claim.slots) rows.push_back(row_of(slot));
    std::array<std::size_t, columns> width{};
    for (const Row& row : rows)
        for (std::size_t i = 0; i < columns; ++i) width[i] = std::max(width[i], std::min(widest, columns_of(row[i])));
    for (const Row& row : rows) {
        std::string line = "  ";
        for (std::size_t i = 0; i < columns; ++i) line += "  " + padded(row[i], width[i]);
        add_line(out, std::move(line));
    }
}

void add_excerpt(std::string& out, const ReportClaim& claim) {
    std::vector<Marked> marks;
    for (const ReportSlot& slot : claim.slots) marks.push_back({slot.underline_from, slot.underline_to});
    const Excerpt excerpt = excerpt_of(claim.source_line, {claim.underline_from, claim.underline_to},
                                       {claim.focus_from, claim.focus_to}, marks, excerpt_columns);
    add_line(out, "    " + excerpt.line);
    if (!excerpt.marks.empty()) add_line(out, "    " + excerpt.marks);
}

std::string header(const ReportDocument& document, const ReportClaim& claim) {
    std::string out =
        visible(document.path) + ":" + std::to_string(claim.line) + ":" + std::to_string(claim.column) + ": " + claim.kind;
    if (claim.modality != "asserted") out += ", " + claim.modality;
    if (claim.quoted) out += ", as quoted";
    if (claim.narrowed) out += ", of a part of the measure";
    return out;
}

}  // namespace

std::string render_claims_text(const ReportDocument& document) {
    std::string out;
    for (const ReportClaim& claim : document.claims) {
        add_line(out, header(document, claim));
        add_excerpt(out, claim);
        add_slots(out, claim);
        out += '\n';
    }
    const std::size_t count = document.claims.size();
    out += visible(document.path) + ": " + std::to_string(count) + (count == 1 ? " claim\n" : " claims\n");
    for (const std::string& note : document.notes) out += visible(document.path) + ": note: " + visible(note) + "\n";
    return out;
}

}  // namespace factcheck
