#include "diagnose/report_claim.hpp"

#include "bind/evaluate.hpp"
#include "model/limits.hpp"
#include "model/utf8.hpp"

#include <algorithm>

namespace factcheck {

namespace {

std::optional<std::string> bound_string(const std::optional<Bound>& bound, Rounding rounding) {
    if (!bound) return std::nullopt;
    return to_decimal_string(bound->value, 6, rounding);
}

// The claim's line as far as an excerpt can reach: a document may be one line of many megabytes.
Span shown_line(const Text& text, Span claim) {
    constexpr std::size_t reach = 4 * limits::excerpt_code_points;  // bytes
    const Span line = original_line_of(text, claim.begin);
    const std::size_t begin =
        claim.begin - line.begin > reach ? code_point_start(text.original, claim.begin - reach) : line.begin;
    const std::size_t end = line.end > claim.end + reach ? code_point_start(text.original, claim.end + reach) : line.end;
    return {begin, std::max(begin, end)};
}

// The line goes on to the end of the claim's last one, where a text is broken into lines of one width.
void with_its_last_line(const Text& text, Span claim, Span& line) {
    if (claim.end <= line.end || claim.empty()) return;
    const std::size_t past = shown_line(text, {claim.end - 1, claim.end}).end;
    line.end = std::max(line.end, past);
}

std::string words_of_value(const Names& names, const SlotValue& value) {
    return in_words(names, std::visit([](const auto& v) -> Value { return v; }, value));
}

void underline_slots(const Text& text, const Claim& claim, ReportClaim& out) {
    const Span claimed = original_span(text, claim.span);
    Span line = shown_line(text, claimed);
    const std::size_t had = line.end;
    with_its_last_line(text, claimed, line);
    if (line.end != had) out.source_line = text.original.substr(line.begin, line.size());
    const std::size_t first = code_points_before(text, line.begin);
    for (std::size_t i = 0; i < claim.slots.size(); ++i) {
        const Span words = original_span(text, claim.slots[i].words);
        if (claim.slots[i].words.empty() || words.begin < line.begin || words.end > line.end) continue;
        out.slots[i].underline_from = code_points_before(text, words.begin) - first;
        out.slots[i].underline_to = code_points_before(text, words.end) - first;
    }
    const auto in_line = [&](std::size_t at) { return code_points_before(text, std::clamp(at, line.begin, line.end)) - first; };
    const Span focus = original_span(text, claim.focus);
    out.underline_to = in_line(claimed.end);
    out.focus_from = in_line(focus.begin);
    out.focus_to = in_line(focus.end);
}

}  // namespace

ReportQuantity quantity_of(const Interval& set, Unit unit) {
    return {bound_string(set.low, Rounding::down), bound_string(set.high, Rounding::up), std::string(unit.code)};
}

ReportSlot report_slot(const Text& text, const Names& names, const Slot& slot, const SlotValue* value) {
    ReportSlot out;
    out.name = slot.name;
    if (!slot.words.empty()) out.text = std::string(words_at(text, slot.words));
    out.from = std::string(name_of(slot.origin));
    out.note = slot.note;
    if (value == nullptr) return out;
    if (const auto* stated = std::get_if<Stated>(value))
        out.quantity = quantity_of(stated->set, stated->unit);
    else if (const auto* period = std::get_if<Period>(value))
        out.period = ReportPeriod{to_iso(period->first), to_iso(period->last)};
    else if (const auto* entity = std::get_if<EntityId>(value))
        out.value = entity->id;
    else if (const auto* event = std::get_if<EventId>(value))
        out.value = event->id;
    else if (const auto* measure = std::get_if<MeasureId>(value))
        out.value = measure->id;
    else
        out.value = words_of_value(names, *value);
    return out;
}

void place_in(const Text& text, const Claim& claim, ReportClaim& out) {
    const Span original = original_span(text, claim.span);
    out.start = code_points_before(text, original.begin);
    out.end = code_points_before(text, original.end);
    const LineColumn from = line_column(text, original.begin), to = line_column(text, original.end);
    out.line = from.line;
    out.column = from.column;
    out.end_line = to.line;
    out.end_column = to.column;
    out.text = text.original.substr(original.begin, original.size());
    const Span line = shown_line(text, original);
    const Span focus = original_span(text, claim.focus);
    out.source_line = text.original.substr(line.begin, line.size());
    const std::size_t line_start = code_points_before(text, line.begin);
    const std::size_t line_end = code_points_before(text, line.end);
    const auto in_line = [&](std::size_t point) { return std::clamp(point, line_start, line_end) - line_start; };
    out.underline_from = in_line(out.start);
    out.underline_to = in_line(out.end);
    out.focus_from = in_line(code_points_before(text, focus.begin));
    out.focus_to = in_line(code_points_before(text, focus.end));
}

ReportClaim understood(const Text& text, const Names& names, const Claim& claim) {
    ReportClaim out;
    out.kind = std::string(name_of(claim.kind));
    out.modality = std::string(name_of(claim.modality));
    out.quoted = claim.quoted;
    out.narrowed = claim.narrowed;
    place_in(text, claim, out);
    for (const Slot& slot : claim.slots) {
        out.slots.push_back(report_slot(text, names, slot, slot.candidates.empty() ? nullptr : &slot.candidates.front()));
        for (std::size_t i = 1; i < slot.candidates.size(); ++i)
            out.slots.back().also.push_back(words_of_value(names, slot.candidates[i]));
    }
    underline_slots(text, claim, out);
    return out;
}

}  // namespace factcheck
