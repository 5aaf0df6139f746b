// A claim as reports show it, before any judgement: its place, its words, its slots.
#pragma once

#include "bind/bind.hpp"
#include "model/claim.hpp"
#include "model/report.hpp"
#include "model/text.hpp"

namespace factcheck {

[[nodiscard]] ReportQuantity quantity_of(const Interval& set, Unit unit);
// With one of its candidates as its filler; null: the slot is open.
[[nodiscard]] ReportSlot report_slot(const Text& text, const Names& names, const Slot& slot, const SlotValue* value);
// Where the claim stands, its words and the line that holds them, with what to underline.
void place_in(const Text& text, const Claim& claim, ReportClaim& out);
// What was understood, judged or not: every slot with all its candidates.
[[nodiscard]] ReportClaim understood(const Text& text, const Names& names, const Claim& claim);

}  // namespace factcheck
