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

// The tense at each time of a sentence, which may have as many times as words: its verbs are looked at once.
class Tenses {
public:
    explicit Tenses(const Laid& laid) : laid_(laid) {
        Tense last = Tense::unknown;
        for (std::size_t i = 0; i < laid.tokens.size(); ++i) {
            if (i == 0 || laid.clause[i] != laid.clause[i - 1]) {
                last = Tense::unknown;
                of_clause_.resize(laid.clause[i] + 1, Tense::unknown);
                of_clause_.back() = tense_of(laid, laid.clause[i]);
            }
            before_.push_back(last);
            const std::string& word = laid.tokens[i].lower;
            if (words::future_verb(word))
                last = Tense::future;
            else if (words::past_verb(word))
                last = Tense::past;
        }
    }

    // Of the verb before a time, else of its clause: "who had lunch in June, will come again in August".
    [[nodiscard]] Tense at(std::size_t token) const {
        return before_[token] != Tense::unknown ? before_[token] : of_clause_[laid_.clause[token]];
    }

private:
    const Laid& laid_;
    std::vector<Tense> before_;     // of the last past or future verb of the clause before each token
    std::vector<Tense> of_clause_;  // of all its verbs
};

// The calendar of the sentence's first country, else of the last one that was spoken of.
TimeContext context_of(const Linking& linking) {
    TimeContext out;
    // Relative words count from the dateline's own day, also where the document came out later.
    out.document = linking.text.dateline ? linking.text.dateline : linking.text.date;
    for (const EntityAt& entity : linking.laid.entities) {
        if (out.fiscal_known) return out;
        out.fiscal = fiscal_of(linking.context.names, entity.id, out.fiscal_known);
    }
    const auto& entities = linking.discourse.entities;
    for (auto it = entities.rbegin(); it != entities.rend() && !out.fiscal_known; ++it)
        out.fiscal = fiscal_of(linking.context.names, it->entity.id, out.fiscal_known);
    return out;
}

}  // namespace

std::vector<TimeAt> resolve_times(const Linking& linking) {
    std::vector<TimeAt> out;
    Discourse& discourse = linking.discourse;
    const auto& mentions = linking.laid.mentions;
    if (std::none_of(mentions.begin(), mentions.end(), [](const MentionAt& at) { return is_time(*at.mention); })) return out;
    const TimeContext context = context_of(linking);
    const Tenses tenses(linking.laid);
    for (const MentionAt& at : mentions) {
        if (!is_time(*at.mention)) continue;
        TimeAt time;
        time.at = &at;
        time.context = context;
        time.base = is_base(linking.laid, at);
        time.part = is_part_of_a_period(linking.laid, at);
        time.context.named = discourse.named;
        time.context.named_words = discourse.named_words;
        time.context.tense = tenses.at(at.first);
        time.resolved = resolve(at.mention->time, time.context);
        if (!time.base && !time.resolved.candidates.empty()) {
            discourse.named = time.resolved.candidates.front();
            discourse.named_words = std::string(words_of(linking.laid, at.mention->span));
        }
        out.push_back(std::move(time));
    }
    return out;
}

Tense tense_of(const Laid& laid, std::size_t clause) {
    const auto [first, past] = std::equal_range(laid.clause.begin(), laid.clause.end(), clause);  // clauses ascend
    Tense tense = Tense::unknown;
    for (auto it = first; it != past; ++it) {
        const std::string& word = laid.tokens[static_cast<std::size_t>(it - laid.clause.begin())].lower;
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
