#include "diagnose/finding.hpp"

#include "bind/evaluate.hpp"
#include "diagnose/digits.hpp"
#include "diagnose/report_claim.hpp"
#include "diagnose/suggest.hpp"
#include "model/limits.hpp"

#include <algorithm>
#include <set>

namespace factcheck {

namespace {

std::string in_quotes(std::string_view words) { return "\"" + std::string(words) + "\""; }

// The candidate that the reading took.
const SlotValue& picked(const Slot& slot, const Reading& reading) {
    const auto pick = reading.picks.find(slot.name);
    return slot.candidates[pick == reading.picks.end() ? 0 : std::min(pick->second, slot.candidates.size() - 1)];
}

ReportSlot slot_of(const BindContext& context, const Reading& reading, const Slot& slot) {
    return report_slot(context.text, context.names, slot, slot.candidates.empty() ? nullptr : &picked(slot, reading));
}

std::string slot_words(const BindContext& context, const Reading& reading, const Slot& slot) {
    if (slot.candidates.empty()) return slot.words.empty() ? "" : std::string(words_at(context.text, slot.words));
    return in_words(context.names, std::visit([](const auto& v) -> Value { return v; }, picked(slot, reading)));
}

std::string joined(const std::set<std::string>& words) {
    std::string out;
    std::size_t left = words.size();
    for (const std::string& word : words) out += word + (--left == 0 ? "" : left == 1 ? " and " : ", ");
    return out;
}

// A figure of the text is told as the text tells it, where its words are its own: "from 10 to 12 percent" are two.
bool has_own_words(const Claim& claim, const Slot& slot) {
    if (slot.words.empty() || slot.candidates.size() != 1 || !std::holds_alternative<Stated>(slot.candidates.front()))
        return false;
    if (slot.name == "all_told" || slot.name == "listed" || slot.name == "between" || slot.name == "digits" ||
        slot.name == "most" || slot.name == "least")
        return false;
    return std::none_of(claim.slots.begin(), claim.slots.end(), [&](const Slot& other) {
        return &other != &slot && !other.candidates.empty() && std::holds_alternative<Stated>(other.candidates.front()) &&
               other.words.overlaps(slot.words);
    });
}

// What a name in {braces} stands for. Single pass: what is put in is never expanded again.
std::string named_in_message(const BindContext& context, const BoundClaim& bound, const Reading& reading,
                             const std::string& name) {
    const Claim& claim = *bound.claim;
    const Outcome& outcome = reading.outcome;
    if (name == "claim") return in_quotes(words_at(context.text, claim.span));
    if (name == "expected" || name == "evidence") return in_words(context.names, outcome.right);
    if (name == "claimants" || name == "dates") {
        std::set<std::string> seen;
        for (const ReportEvidence& line : outcome.evidence) {
            if (line.note == "a press total, not summed") continue;
            if (name == "claimants" && !line.claimant.empty()) seen.insert(entity_name(context.names, line.claimant));
            if (name == "dates" && !line.as_of.empty())
                if (const auto day = day_from(line.as_of)) seen.insert(to_words(day_period(*day)));
        }
        return joined(seen);
    }
    if (const auto let = outcome.lets.find(name); let != outcome.lets.end()) return in_words(context.names, let->second);
    if (const Slot* slot = find_slot(claim, name)) {
        if (name == "value" || name == "rank" || has_own_words(claim, *slot))
            return std::string(words_at(context.text, slot->words));
        if (!slot->candidates.empty() || name != "period") return slot_words(context, reading, *slot);
    }
    // No period is said: that of the figure taken.
    if (name == "period" && !outcome.evidence.empty() && outcome.evidence.front().period) {
        const auto first = day_from(outcome.evidence.front().period->start),
                   last = day_from(outcome.evidence.front().period->end);
        if (first && last) return to_words(Period{*first, *last, *first == *last ? Grain::day : Grain::month});
    }
    return name;
}

std::string filled(const BindContext& context, const BoundClaim& bound, const Reading& reading, const std::string& message) {
    std::string out;
    for (std::size_t at = 0; at < message.size();) {
        const std::size_t open = message.find('{', at);
        const std::size_t close = open == std::string::npos ? open : message.find('}', open);
        if (close == std::string::npos) return out + message.substr(at);
        out += message.substr(at, open - at);
        out += named_in_message(context, bound, reading, message.substr(open + 1, close - open - 1));
        at = close + 1;
    }
    return out.size() <= limits::message_bytes ? out : out.substr(0, limits::message_bytes);
}

// The entities and the period of a claim, for a message that names what was looked up.
std::string subject(const BindContext& context, const Reading& reading, const Claim& claim) {
    std::string out;
    for (const Slot& slot : claim.slots)
        if (!slot.candidates.empty() && std::holds_alternative<EntityId>(slot.candidates.front()))
            out += (out.empty() ? "" : ", ") + slot_words(context, reading, slot);
    if (const Slot* period = find_slot(claim, "period"); period != nullptr && !period->candidates.empty())
        out += (out.empty() ? "" : ", ") + slot_words(context, reading, *period);
    return out;
}

std::string plain_message(const BindContext& context, const BoundClaim& bound, const Judgement& judgement) {
    const Claim& claim = *bound.claim;
    const std::string said = in_quotes(words_at(context.text, claim.focus));
    const Reading& reading = bound.readings[judgement.reading];
    const std::string right = in_words(context.names, reading.outcome.right);
    if (judgement.verdict == Verdict::unverifiable) {
        if (judgement.reason == Reason::open_evidence && judgement.say.empty()) return "the evidence leaves it open: " + right;
        return judgement.say.empty() ? std::string(name_of(judgement.reason)) : judgement.say;
    }
    const std::string about = subject(context, reading, claim);
    const std::string what = about.empty() ? "" : " (" + about + ")";
    switch (judgement.verdict) {
        case Verdict::supported: return said + " holds: " + right + what;
        case Verdict::imprecise: return said + " is close but not exact: " + right + what;
        case Verdict::misleading:
            return said + (judgement.say.empty() ? " is true as worded but far from " : " misleads: " + judgement.say + "; ") +
                   right + what;
        case Verdict::outdated: return said + " held once but has been revised: " + right + what;
        default: return said + " does not hold: " + right + what;
    }
}

std::optional<Severity> severity_of(const Rule& rule, const Judgement& judgement) {
    const auto found = rule.severity.find(judgement.verdict);
    if (found == rule.severity.end()) return std::nullopt;
    Severity severity = found->second;
    const bool doubted =
        judgement.relation.check_reading && judgement.cause.empty() && judgement.verdict == Verdict::contradicted;
    if (doubted && severity == Severity::error)
        severity = Severity::warning;
    else if (doubted)
        severity = Severity::info;
    return severity;
}

// A miss by more than half is more often a misread claim, but only where the value was looked up in a series.
bool looked_up(const BoundClaim& bound) {
    const ClaimKind kind = bound.claim->kind;
    return kind == ClaimKind::level || kind == ClaimKind::share;
}

template <class List>
void unique(List& list) {
    List out;
    for (auto& item : list)
        if (std::find(out.begin(), out.end(), item) == out.end()) out.push_back(std::move(item));
    list = std::move(out);
}

// Of the reading that decided, then of the other periods or bases that were tried and agree.
void add_evidence(const BoundClaim& bound, const Judgement& judgement, ReportClaim& out) {
    std::set<std::string> seen;
    const auto add = [&](std::size_t reading) {
        for (const ReportEvidence& line : bound.readings[reading].outcome.evidence)
            if (seen.insert(line.words + "\n" + line.url + "\n" + line.published).second) out.evidence.push_back(line);
    };
    add(judgement.reading);
    for (const std::size_t reading : judgement.also) add(reading);
}

}  // namespace

ReportClaim finding(const BindContext& context, const BoundClaim& bound, const Judgement& given) {
    Judgement judgement = given;
    if (!looked_up(bound)) judgement.relation.check_reading = false;
    const Claim& claim = *bound.claim;
    const Rule& rule = *bound.rule;
    ReportClaim out;
    out.kind = std::string(name_of(claim.kind));
    out.verdict = judgement.verdict;
    out.reason = judgement.verdict == Verdict::unverifiable ? judgement.reason : Reason::none;
    out.rule = rule.full_id();
    out.severity = severity_of(rule, judgement);
    place_in(context.text, claim, out);
    const Reading& reading = bound.readings[judgement.reading];
    const Outcome& outcome = reading.outcome;
    for (const Slot& slot : claim.slots) out.slots.push_back(slot_of(context, reading, slot));
    const bool judged = judgement.verdict != Verdict::unverifiable;
    // A message says what is wrong; of an order or a limit that holds it would say the contrary.
    const bool told = judgement.verdict != Verdict::supported || rule.expect.name == "=";
    const bool own_words = judged && told && !rule.message.empty();
    out.message = filled(context, bound, reading, own_words ? rule.message : plain_message(context, bound, judgement));
    if (const auto* known = std::get_if<Known>(&outcome.right)) out.expected = quantity_of(known->set, known->unit);
    out.cause = judgement.cause;
    out.settles = judgement.settles;
    if (const auto better = suggest(context, bound, judgement)) {
        const Span replaces = original_span(context.text, better->replaces);
        out.suggestion = better->words;
        out.replace_start = code_points_before(context.text, replaces.begin);
        out.replace_end = code_points_before(context.text, replaces.end);
        const bool number = std::holds_alternative<Stated>(outcome.left) && judgement.verdict == Verdict::contradicted;
        if (out.cause.empty() && number) out.cause = digit_slip(words_at(context.text, better->replaces), better->words);
        out.alternative = better->also;
        if (!better->also.empty()) out.notes.push_back("or, if the weekday is right, " + in_quotes(better->also));
    }
    for (const Slot& slot : claim.slots) {
        if (!slot.note.empty() && slot.origin != Origin::rule_default) out.notes.push_back(slot.note);
        if (slot.origin == Origin::rule_default)
            out.assumed.push_back(slot.name + ": " + slot_words(context, reading, slot) +
                                  (slot.note.empty() ? "" : " (" + slot.note + ")"));
        else if (slot.origin == Origin::earlier_sentence && !slot.candidates.empty())
            out.assumed.push_back(slot.name + ": " + slot_words(context, reading, slot) + ", from an earlier sentence");
    }
    out.notes.insert(out.notes.end(), outcome.notes.begin(), outcome.notes.end());
    out.notes.insert(out.notes.end(), judgement.notes.begin(), judgement.notes.end());
    if (judgement.relation.finer_than_evidence && judgement.verdict == Verdict::supported)
        out.notes.push_back("the claim is finer than the evidence");
    if (judgement.relation.check_reading && judgement.cause.empty() && judgement.verdict == Verdict::contradicted)
        out.notes.push_back("missed by more than half: check the reading first");
    if (judgement.tried.size() > 1)
        for (const std::string& tried : judgement.tried)
            if (tried.rfind(": ", 0) != 0) out.notes.push_back("tried " + tried);
    if (claim.quoted) out.notes.push_back("as quoted");
    out.assumed.insert(out.assumed.end(), outcome.assumed.begin(), outcome.assumed.end());
    unique(out.notes);
    unique(out.assumed);
    add_evidence(bound, judgement, out);
    // No finding without evidence, and no evidence without provenance.
    if (out.evidence.empty() && out.verdict != Verdict::supported && judged) out.severity.reset();
    return out;
}

}  // namespace factcheck
