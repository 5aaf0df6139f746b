#include "author/explain.hpp"

#include "author/trace.hpp"
#include "bind/evaluate.hpp"
#include "diagnose/finding.hpp"
#include "extract/extract.hpp"
#include "judge/judge.hpp"
#include "link/link.hpp"
#include "mentions.hpp"
#include "model/limits.hpp"

#include <algorithm>

namespace factcheck {
namespace {

std::string fillers(const SlotPattern& slot) {
    if (slot.allowed.empty()) return "something";
    std::string out;
    for (const std::string& word : slot.allowed) out += (out.empty() ? "" : " or ") + word;
    return out;
}

std::string kinds_of(const ClaimPattern& pattern) {
    std::string out;
    for (const ClaimKind kind : pattern.kinds) out += (out.empty() ? "" : " or ") + std::string(name_of(kind));
    return out;
}

Value as_value(const SlotValue& value) {
    return std::visit([](const auto& v) -> Value { return v; }, value);
}

std::string slot_in_words(const BindContext& context, const Claim& claim, const std::string& name) {
    const Slot* slot = find_slot(claim, name);
    if (slot == nullptr || slot->candidates.empty()) return "nothing";
    return in_words(context.names, as_value(slot->candidates.front()));
}

std::string why_not(const BindContext& context, const Rule& rule, const Claim& claim, const Mismatch& found) {
    switch (found.what) {
        case Mismatch::What::kind:
            return "it wants a " + kinds_of(rule.claim) + ", and this is a " + std::string(name_of(claim.kind));
        case Mismatch::What::modality: return "it does not judge what is " + std::string(name_of(claim.modality));
        case Mismatch::What::region: return "it wants the " + rule.claim.region;
        case Mismatch::What::of: return "it wants a rank of each " + rule.claim.of;
        case Mismatch::What::slot:
            return "it wants " + found.slot->name + " to be " + fillers(*found.slot) + ", and here it is " +
                   slot_in_words(context, claim, found.slot->name);
        case Mismatch::What::nothing: break;
    }
    std::string names;
    for (const Companion& companion : rule.with) names += (names.empty() ? "" : ", ") + companion.name;
    return "the document has too few or too many claims for its companions (" + names + ")";
}

std::string_view word_of(Truth truth) { return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown"; }

void add_conditions(const std::vector<Condition>& conditions, const std::vector<Truth>& holds, std::string_view part,
                    std::vector<ExplainedCondition>& out) {
    for (std::size_t i = 0; i < conditions.size() && i < holds.size(); ++i) {
        const Condition& c = conditions[i];
        const std::string says = !c.cause.empty() ? c.cause : !c.say.empty() ? c.say : c.unverifiable;
        out.push_back({std::string(part), c.test.source, std::string(word_of(holds[i])), says});
    }
}

std::string view_in_words(const Reading& reading) {
    std::string out;
    const auto add = [&](const std::string& words) { out += (out.empty() ? "" : ", ") + words; };
    for (const auto& [slot, words] : reading.chosen) add(slot + " " + words);
    if (reading.view.earlier && reading.view.as_of) add("as of " + to_iso(*reading.view.as_of));
    if (reading.view.possibly) add("with releases of that month");
    if (reading.view.latest_ends) add("with the latest of each end");
    if (reading.view.exclusive) add("without the first day");
    if (reading.view.source > 0) add("source " + std::to_string(reading.view.source + 1));
    if (reading.view.count > 0) add("count " + std::to_string(reading.view.count + 1));
    if (reading.view.previous) add("the last different value before");
    return out.empty() ? "as it stands" : out;
}

ExplainedRule bound_rule(const BindContext& context, const BoundClaim& bound) {
    ExplainedRule out;
    const Rule& rule = *bound.rule;
    out.rule = rule.full_id();
    const Judgement judgement = judge(bound);
    const Reading& reading = bound.readings[judgement.reading];
    out.silent = judgement.silent;
    for (const auto& [name, expression] : rule.let)
        out.lets.emplace_back(name, traced(context, bound, reading, expression, true));
    out.said = traced(context, bound, reading, rule.expect.args[0], false);
    out.expected = traced(context, bound, reading, rule.expect.args[1], true);
    out.relation = rule.expect.name;
    add_conditions(rule.unless, bound.readings.front().unless, "unless", out.conditions);
    add_conditions(rule.misleading, reading.misleading, "misleading", out.conditions);
    add_conditions(rule.slips, reading.slips, "slip", out.conditions);
    if (bound.readings.size() > 1)
        for (const Reading& each : bound.readings)
            out.tried.push_back(view_in_words(each) + ": " + traced_value(context.names, each.outcome.right));
    if (!judgement.silent) out.finding = finding(context, bound, judgement);
    return out;
}

std::vector<ExplainedRule> rules_of(const BindContext& context, const Claim& claim, const std::vector<BoundClaim>& bound,
                                    const std::string& wanted) {
    std::vector<ExplainedRule> out;
    for (const Pack& pack : context.packs)
        for (const Rule& rule : pack.rules) {
            if (rule.full_id().find(wanted) == std::string::npos) continue;
            const auto found = std::find_if(bound.begin(), bound.end(),
                                            [&](const BoundClaim& b) { return b.claim == &claim && b.rule == &rule; });
            if (found != bound.end()) {
                out.push_back(bound_rule(context, *found));
                continue;
            }
            ExplainedRule passed;
            passed.rule = rule.full_id();
            const Mismatch why = mismatch(rule.claim, claim, context.text);
            const bool known = knows_measure(pack, context.packs, claim);
            passed.passes_by = known ? why_not(context, rule, claim, why)
                                     : "its pack does not know the measure " + slot_in_words(context, claim, "measure");
            passed.other =
                !known || why.what == Mismatch::What::kind || (why.what == Mismatch::What::slot && why.slot->name == "measure");
            out.push_back(std::move(passed));
        }
    return out;
}

ReportSlot slot_of(const BindContext& context, const Slot& slot) {
    ReportSlot out;
    out.name = slot.name;
    if (!slot.words.empty()) out.text = std::string(words_at(context.text, slot.words));
    out.from = std::string(name_of(slot.origin));
    out.note = slot.note;
    for (const SlotValue& candidate : slot.candidates)
        out.value += (out.value.empty() ? "" : " or ") + traced_value(context.names, as_value(candidate));
    if (slot.candidates.empty()) out.value = "open";
    return out;
}

ExplainedClaim explained(const BindContext& context, const Claim& claim, const std::vector<BoundClaim>& bound,
                         const std::string& wanted) {
    ExplainedClaim out;
    out.kind = std::string(name_of(claim.kind));
    out.modality = std::string(name_of(claim.modality));
    out.text = std::string(words_at(context.text, claim.span));
    if (claim.quoted) out.marks.emplace_back("as quoted");
    if (claim.open) out.marks.emplace_back("its list need not be whole");
    if (claim.narrowed) out.marks.emplace_back("a part of the measure only");
    if (claim.present) out.marks.emplace_back("in the present");
    for (const Slot& slot : claim.slots) out.slots.push_back(slot_of(context, slot));
    out.rules = rules_of(context, claim, bound, wanted);
    return out;
}

std::string meaning_in_words(const Meaning& meaning) {
    switch (meaning.kind) {
        case TermKind::entity: return "the entity " + meaning.id;
        case TermKind::adjective: return "an adjective of " + meaning.id;
        case TermKind::measure_cue: return "a cue of " + meaning.id;
        case TermKind::ranked_noun: return "a " + meaning.role + " ranked by " + meaning.id;
        case TermKind::event_cue: return "a cue of the event " + meaning.id;
        case TermKind::event_place: return "the place of " + meaning.id;
    }
    return meaning.id;
}

std::vector<ExplainedTerm> terms_in(const Engine::State& state, const Text& text, const Sentence& sentence) {
    std::vector<ExplainedTerm> out;
    const std::vector<Token> tokens = tokens_of(text.reading, sentence.span);
    for (const Term& term : state.terms.find(text.reading, tokens)) {
        ExplainedTerm& one = out.emplace_back();
        one.text = std::string(words_at(text, term.span));
        for (const Meaning* meaning : term.meanings) one.meanings.push_back(meaning_in_words(*meaning));
    }
    return out;
}

bool touches(const Text& text, const Sentence& sentence, std::size_t line) {
    if (line == 0) return true;
    const Span original = original_span(text, sentence.span);
    return line_column(text, original.begin).line <= line && line <= line_column(text, original.end).line;
}

}  // namespace

Explanation explain(const Engine::State& state, const Text& text, const ExplainOptions& options) {
    Explanation out{text.path, text.date ? to_iso(*text.date) : "", text.date_from, {}, text.notes};
    Work work;
    const std::vector<Mention> mentions = extract(text, work);
    const std::vector<Claim> claims = link(text, mentions, {state.terms, state.names});
    const std::optional<Day> as_of = options.check.latest  ? make_day(limits::year_max, 12, 31)
                                     : options.check.as_of ? options.check.as_of
                                                           : text.date;
    const BindContext context{text, state.loaded.packs, state.names, *state.loaded.reference, as_of, claims};
    const std::vector<BoundClaim> bound = bind(context, work);
    const std::vector<ReportMention> seen = mentions_of(text);
    for (std::size_t i = 0; i < text.sentences.size(); ++i) {
        const Sentence& sentence = text.sentences[i];
        if (!touches(text, sentence, options.line)) continue;
        ExplainedSentence& one = out.sentences.emplace_back();
        const Span original = original_span(text, sentence.span);
        one.line = line_column(text, original.begin).line;
        one.text = std::string(words_at(text, sentence.span));
        one.headline = sentence.region == Region::headline;
        const std::size_t from = code_points_before(text, original.begin), past = code_points_before(text, original.end);
        std::copy_if(seen.begin(), seen.end(), std::back_inserter(one.mentions),
                     [&](const ReportMention& m) { return m.start >= from && m.end <= past; });
        one.terms = terms_in(state, text, sentence);
        for (const Claim& claim : claims)
            if (claim.sentence == i) one.claims.push_back(explained(context, claim, bound, options.rule));
    }
    return out;
}

}  // namespace factcheck
