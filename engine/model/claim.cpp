// Claims: the slot of a name, and the names of their closed lists as reports print them.
#include "model/claim.hpp"

#include <algorithm>

namespace factcheck {

const Slot* find_slot(const Claim& claim, std::string_view name) {
    const auto at = std::find_if(claim.slots.begin(), claim.slots.end(), [&](const Slot& slot) { return slot.name == name; });
    return at == claim.slots.end() ? nullptr : &*at;
}

std::string_view name_of(ClaimKind kind) {
    switch (kind) {
        case ClaimKind::level: return "level";
        case ClaimKind::change: return "change";
        case ClaimKind::rank: return "rank";
        case ClaimKind::comparison: return "comparison";
        case ClaimKind::share: return "share";
        case ClaimKind::trend: return "trend";
        case ClaimKind::count: return "count";
        case ClaimKind::duration: return "duration";
        case ClaimKind::date: return "date";
    }
    return "";
}

std::string_view name_of(Modality modality) {
    switch (modality) {
        case Modality::asserted: return "asserted";
        case Modality::forecast: return "forecast";
        case Modality::plan: return "plan";
        case Modality::conditional: return "conditional";
        case Modality::question: return "question";
        case Modality::denied: return "denied";
        case Modality::refuted: return "refuted";
    }
    return "";
}

std::string_view name_of(Origin origin) {
    switch (origin) {
        case Origin::clause: return "clause";
        case Origin::sentence: return "sentence";
        case Origin::earlier_sentence: return "earlier sentence";
        case Origin::headline: return "headline";
        case Origin::dateline: return "dateline";
        case Origin::document_date: return "document date";
        case Origin::rule_default: return "rule default";
    }
    return "";
}

}  // namespace factcheck
