#include "link/discourse.hpp"

#include "link/narrow.hpp"
#include "link/words.hpp"

#include <algorithm>

namespace factcheck {

namespace {

bool base_word(std::string_view word) {
    return words::compares(word) || word == "from" || word == "over" || word == "on" || word == "to" || word == "with" ||
           word == "the" || word == "in" || word == "during" || word == "of" || word == "a";
}

// "compared with the same period last year", "up from fiscal 2023", "on the year before".
bool is_base(const Laid& laid, const MentionAt& at) {
    if (at.mention->time.kind == TimeKind::same_period) return true;
    const bool earlier =
        at.mention->time.kind == TimeKind::relative && at.mention->time.anchor != Anchor::document && at.mention->time.count < 0;
    for (std::size_t back = 1; back <= 4; ++back) {
        const std::string_view word = word_before(laid, at.first, back);
        if (word.empty() || laid.clause[at.first - back] != at.clause) return false;
        if (words::compares(word)) return true;
        if (earlier && (word == "from" || word == "over" || word == "on")) return true;
        if (!base_word(word)) return false;
    }
    return false;
}

FiscalCalendar fiscal_of(const Names& names, const std::string& id, bool& known) {
    const auto found = names.entities.find(id);
    if (found == names.entities.end() || found->second->type != "country") return {};
    known = true;
    return found->second->fiscal.value_or(FiscalCalendar{});
}

}  // namespace

std::vector<TimeAt> resolve_times(const Linking& linking) {
    std::vector<TimeAt> out;
    Discourse& discourse = linking.discourse;
    for (const MentionAt& at : linking.laid.mentions) {
        if (!is_time(*at.mention)) continue;
        TimeAt time;
        time.at = &at;
        time.base = is_base(linking.laid, at);
        time.part = is_part_of_a_period(linking.laid, at);
        // Relative words count from the dateline's own day, also where the document came out later.
        time.context.document = linking.text.dateline ? linking.text.dateline : linking.text.date;
        time.context.named = discourse.named;
        time.context.named_words = discourse.named_words;
        time.context.tense = tense_at(linking.laid, at.clause, at.first);
        for (const EntityAt& entity : linking.laid.entities) {
            if (time.context.fiscal_known) break;
            time.context.fiscal = fiscal_of(linking.context.names, entity.id, time.context.fiscal_known);
        }
        for (auto it = discourse.entities.rbegin(); it != discourse.entities.rend() && !time.context.fiscal_known; ++it)
            time.context.fiscal = fiscal_of(linking.context.names, it->entity.id, time.context.fiscal_known);
        time.resolved = resolve(at.mention->time, time.context);
        if (!time.base && !time.resolved.candidates.empty()) {
            discourse.named = time.resolved.candidates.front();
            discourse.named_words = std::string(words_of(linking.laid, at.mention->span));
        }
        out.push_back(std::move(time));
    }
    return out;
}

// Of the verb before a time, else of its clause: "who had lunch in June, will come again in August".
Tense tense_at(const Laid& laid, std::size_t clause, std::size_t token) {
    for (std::size_t i = token; i-- > 0 && laid.clause[i] == clause;) {
        const std::string& word = laid.tokens[i].lower;
        if (words::future_verb(word)) return Tense::future;
        if (words::past_verb(word)) return Tense::past;
    }
    return tense_of(laid, clause);
}

Tense tense_of(const Laid& laid, std::size_t clause) {
    Tense tense = Tense::unknown;
    for (std::size_t i = 0; i < laid.tokens.size(); ++i) {
        if (laid.clause[i] != clause) continue;
        const std::string& word = laid.tokens[i].lower;
        if (words::future_verb(word)) return Tense::future;
        if (words::past_verb(word))
            tense = Tense::past;
        else if (tense == Tense::unknown && words::present_verb(word))
            tense = Tense::present;
    }
    return tense;
}

Modality modality_of(const Laid& laid, std::size_t clause, std::size_t before_token) {
    if (!laid.tokens.empty() && laid.tokens.back().lower == "?") return Modality::question;
    Modality found = Modality::asserted;
    bool prospect = false;  // "a potential reset": only as far as its own phrase goes
    for (std::size_t i = 0; i < before_token && i < laid.tokens.size(); ++i) {
        if (laid.clause[i] != clause) continue;
        const std::string& word = laid.tokens[i].lower;
        prospect = words::prospects(word) ||
                   (prospect && word != "," && !words::sets_a_scene(word) && (word == "of" || !words::preposition(word)));
        if (words::forecasts(word))
            found = Modality::forecast;
        else if (words::conditions(word) && found == Modality::asserted && !(word == "may" && laid.tokens[i].capital))
            found = Modality::conditional;
        else if (words::denies(word) && found == Modality::asserted && word_after(laid, i) != "only")
            found = Modality::denied;
    }
    return found == Modality::asserted && prospect ? Modality::forecast : found;
}

bool is_quoted(const Laid& laid, std::size_t) {
    return std::any_of(laid.tokens.begin(), laid.tokens.end(), [](const Token& t) { return words::attributes(t.lower); });
}

}  // namespace factcheck
