#include "link/narrow.hpp"

#include "link/words.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

bool unknown_word(const Laid& laid, std::size_t token) {
    return token < laid.tokens.size() && laid.tokens[token].kind == TokenKind::word && !covered(laid, token);
}

bool ends_in(std::string_view word, std::string_view ending) { return word.size() > ending.size() + 2 && word.ends_with(ending); }

// "rice exports"
bool described(const Laid& laid, const CueAt& cue) {
    if (cue.first == 0 || !unknown_word(laid, cue.first - 1)) return false;
    for (std::size_t i = cue.first; i-- > 0 && unknown_word(laid, i) && words::plain_before_cue(laid.tokens[i].lower);)
        if (word_before(laid, i) == "average" || word_before(laid, i) == "mean") return true;  // "average monthly exports"
    const Token& before = laid.tokens[cue.first - 1];
    return !words::plain_before_cue(before.lower) && !words::function_word(before.lower) &&
           !(cue.first == 1 && before.capital && before.lower == "the");
}

// "exports of textiles"
bool of_something(const Laid& laid, const CueAt& cue) {
    if (word_after(laid, cue.last) != "of") return false;
    std::size_t i = cue.last + 2;
    while (i < laid.tokens.size() &&
           (laid.tokens[i].lower == "the" || laid.tokens[i].lower == "all" || laid.tokens[i].lower == "its"))
        ++i;
    return unknown_word(laid, i) && !words::plain_after_of(laid.tokens[i].lower);
}

// "exported textiles worth $4.1 billion"
bool has_an_object(const Laid& laid, const CueAt& cue) {
    const std::string& verb = laid.tokens[cue.last].lower;
    if (!ends_in(verb, "ed") && verb != "sold" && verb != "bought") return false;
    const std::size_t object = cue.last + 1;
    if (!unknown_word(laid, object) || laid.tokens[object].capital) return false;
    const std::string& word = laid.tokens[object].lower;
    return !words::plain_after_of(word) && !words::function_word(word) && !words::preposition(word) && !ends_in(word, "ly");
}

// "exports of goods and services"
bool and_services(const Laid& laid, const CueAt& cue) {
    return word_after(laid, cue.last) == "and" && word_after(laid, cue.last, 2) == "services";
}

// "remittances through digital accounts"
bool by_a_channel(const Laid& laid, const CueAt& cue) {
    for (std::size_t i = cue.last + 1; i < laid.tokens.size() && laid.clause[i] == cue.clause; ++i)
        if (laid.tokens[i].lower == "via" || laid.tokens[i].lower == "through") return true;
    return false;
}

bool is_marker(const Measure& measure, std::string_view word) {
    return words::preposition(word) && std::any_of(measure.roles.begin(), measure.roles.end(), [&](const Role& role) {
               return std::find(role.markers.begin(), role.markers.end(), word) != role.markers.end();
           });
}

// "remittances from Dubai", "inflation in Karachi": a name that the packs do not know fills the role.
bool has_an_unknown_name(const Laid& laid, const CueAt& cue, const Measure& measure) {
    for (std::size_t i = 0; i + 1 < laid.tokens.size(); ++i) {
        if (laid.clause[i] != cue.clause || !is_marker(measure, laid.tokens[i].lower)) continue;
        const bool behind_a_value = std::any_of(laid.mentions.begin(), laid.mentions.end(),
                                                [&](const MentionAt& at) { return is_value(*at.mention) && at.last + 1 == i; });
        if (i != cue.last + 1 && !behind_a_value && (i == 0 || !covered(laid, i - 1))) continue;
        std::size_t name = i + 1;
        while (name < laid.tokens.size() && words::determiner(laid.tokens[name].lower)) ++name;
        const auto in_cue = [&](const CueAt& other) { return other.first <= name && name <= other.last; };
        if (unknown_word(laid, name) && laid.tokens[name].capital && std::none_of(laid.cues.begin(), laid.cues.end(), in_cue))
            return true;
    }
    return false;
}

// "on a monthly basis", "month-on-month": another rate than the measure's own.
bool on_another_basis(const Laid& laid, const CueAt& cue) {
    for (std::size_t i = 0; i < laid.tokens.size(); ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (laid.clause[i] != cue.clause || (i >= cue.first && i <= cue.last)) continue;
        const bool adverb = (word == "monthly" || word == "quarterly" || word == "weekly") && word_after(laid, i) == "basis";
        const bool chain = (word == "month" || word == "quarter" || word == "week") && word_after(laid, i) == "-" &&
                           (word_after(laid, i, 2) == "on" || word_after(laid, i, 2) == "over") && word_after(laid, i, 4) == word;
        if (adverb || chain) return true;
    }
    return false;
}

bool in_clause_before(const Laid& laid, std::size_t clause, std::size_t token, bool (*is)(std::string_view)) {
    for (std::size_t i = token; i-- > 0 && laid.clause[i] == clause;)
        if (is(laid.tokens[i].lower) && !covered(laid, i)) return true;
    return false;
}

bool former(std::string_view word) { return word == "once" || word == "former" || word == "formerly" || word == "previously"; }

// "one of Pakistan's largest markets"
bool one_of(const Laid& laid, const MentionAt& rank) {
    constexpr std::size_t reach = 6;
    for (std::size_t back = 1; back <= reach; ++back)
        if (word_before(laid, rank.first, back) == "of")
            return word_before(laid, rank.first, back + 1) == "one" || word_before(laid, rank.first, back + 1) == "among";
    return word_before(laid, rank.first) == "among" || word_before(laid, rank.first, 2) == "among";
}

// "for cement", "for Pakistan's rice", but not "of Pakistani goods" nor "for Pakistan's exports".
bool is_of_a_thing(const Laid& laid, std::size_t token) {
    const auto passes = [&](std::size_t i) {
        return i < laid.tokens.size() &&
               (laid.tokens[i].kind == TokenKind::possessive || words::determiner(laid.tokens[i].lower) ||
                std::any_of(laid.entities.begin(), laid.entities.end(),
                            [&](const EntityAt& at) { return at.first <= i && i <= at.last; }));
    };
    while (passes(token)) ++token;
    const auto in_cue = [&](const CueAt& cue) { return cue.first <= token && token <= cue.last; };
    return unknown_word(laid, token) && !words::plain_after_of(laid.tokens[token].lower) &&
           !words::function_word(laid.tokens[token].lower) && std::none_of(laid.cues.begin(), laid.cues.end(), in_cue);
}

bool time_starts_at(const Laid& laid, std::size_t from, std::size_t to) {
    return std::any_of(laid.mentions.begin(), laid.mentions.end(),
                       [&](const MentionAt& at) { return is_time(*at.mention) && at.first >= from && at.first <= to; });
}

// "After the US, China is ...", "In Asia, ...", "Among Gulf states, ...", "For rice, ..."
bool opens_with_a_frame(const Laid& laid, const MentionAt& rank) {
    if (laid.tokens.empty() || laid.clause.front() != rank.clause) return false;
    const std::string& word = laid.tokens.front().lower;
    if (words::excepts(word)) return true;
    const bool frame = word == "in" || word == "among" || word == "within" || word == "across" || word == "for";
    return frame && !time_starts_at(laid, 1, 2);
}

bool is_span(std::string_view word) {
    return word == "year" || word == "months" || word == "quarter" || word == "half" || word == "period" || word == "weeks";
}

}  // namespace

bool covered(const Laid& laid, std::size_t token) {
    const auto holds = [&](const auto& at) { return at.first <= token && token <= at.last; };
    return std::any_of(laid.entities.begin(), laid.entities.end(), holds) ||
           std::any_of(laid.mentions.begin(), laid.mentions.end(), holds) ||
           std::any_of(laid.cues.begin(), laid.cues.end(),
                       [&](const CueAt& cue) { return cue.kind == TermKind::event_cue && holds(cue); });
}

bool narrows_measure(const Laid& laid, const CueAt& cue, const Measure& measure) {
    return described(laid, cue) || of_something(laid, cue) || and_services(laid, cue) || by_a_channel(laid, cue) ||
           has_an_object(laid, cue) || has_an_unknown_name(laid, cue, measure) || on_another_basis(laid, cue);
}

bool narrows_rank(const Laid& laid, const MentionAt& rank, const CueAt& noun) {
    if (one_of(laid, rank) || in_clause_before(laid, rank.clause, rank.first, former) ||
        in_clause_before(laid, rank.clause, rank.first, words::overtakes))
        return true;
    if (opens_with_a_frame(laid, rank)) return true;
    const std::size_t next = noun.last + 1;
    if (next >= laid.tokens.size() || laid.clause[next] != rank.clause) return false;
    const std::string& word = laid.tokens[next].lower;
    if (words::excepts(word)) return true;
    const bool within = word == "in" || word == "within" || word == "among" || word == "across";
    const bool timed = std::any_of(laid.mentions.begin(), laid.mentions.end(), [&](const MentionAt& at) {
        return is_time(*at.mention) && at.first > next && at.first <= next + 2;
    });
    if (within && !timed) return true;
    return (word == "of" || word == "for") && is_of_a_thing(laid, next + 1);
}

namespace {

bool time_or_value_at(const Laid& laid, std::size_t token) {
    return std::any_of(laid.mentions.begin(), laid.mentions.end(),
                       [&](const MentionAt& at) { return at.first <= token && token <= at.last; });
}

}  // namespace

bool is_part_of_a_sum(const Laid& laid, const MentionAt& value) {
    const std::string_view before = word_before(laid, value.first);
    if (words::includes(before) || (before == "which" && word_before(laid, value.first, 2) == "of")) return true;
    // "half of the $6 billion", "19 percent of the $32 billion": the sum is named to say a part of it.
    if (before == "the" && word_before(laid, value.first, 2) == "of")
        for (const MentionAt& at : laid.mentions)
            if (at.last + 3 == value.first &&
                (at.mention->kind == MentionKind::ratio || at.mention->kind == MentionKind::percent))
                return true;
    // "eleven of the 51 killed"
    if (word_after(laid, value.last) == "of" && word_after(laid, value.last, 2) == "the" &&
        time_or_value_at(laid, value.last + 3))
        return true;
    if (before == "the" && word_before(laid, value.first, 2) == "of" && value.first > 2 &&
        time_or_value_at(laid, value.first - 3))
        return true;
    // "Of the 26 people killed, 24 were tourists.", "Among the 26 ..."
    const bool opens = !laid.tokens.empty() && (laid.tokens.front().lower == "of" || laid.tokens.front().lower == "among") &&
                       word_after(laid, 0) == "the";
    return opens && std::any_of(laid.mentions.begin(), laid.mentions.end(),
                                [&](const MentionAt& at) { return is_value(*at.mention) && at.last < value.first; });
}

// "Two foreigners were killed", "on the first night", "at Bholari air base": of some of the dead, or of some of the days.
bool narrows_toll(const Laid& laid, const MentionAt& value, const CueAt& cue) {
    static constexpr std::array<std::string_view, 12> anyone{"people",     "persons", "casualties", "deaths", "lives", "dead",
                                                             "fatalities", "killed",  "died",       "others", "more",  "souls"};
    const bool inside = cue.first <= value.last && cue.last >= value.first;
    const Span noun = value.mention->noun;
    const std::string_view word = noun.empty() ? std::string_view{} : words_of(laid, noun);
    const bool demonym = std::any_of(laid.entities.begin(), laid.entities.end(),
                                     [&](const EntityAt& at) { return at.first >= value.first && at.last <= value.last; });
    if (!word.empty() && !inside && !demonym && std::find(anyone.begin(), anyone.end(), word) == anyone.end()) return true;
    for (std::size_t i = 0; i < laid.tokens.size(); ++i) {
        if (laid.clause[i] != value.clause) continue;
        const std::string& token = laid.tokens[i].lower;
        if (token == "first" || token == "early" || token == "earlier" || token == "initially" || token == "night") return true;
        const bool place = token == "in" || token == "at" || token == "near";
        if (place && unknown_word(laid, i + 1) && laid.tokens[i + 1].capital) return true;
    }
    return false;
}

bool is_part_of_a_period(const Laid& laid, const MentionAt& time) {
    std::size_t back = 1;
    while (words::determiner(word_before(laid, time.first, back))) ++back;
    const std::string_view before = word_before(laid, time.first, back);
    const std::string_view further = word_before(laid, time.first, back + 1);
    if (before == "of" && (words::part_of_period(further) || further == ")")) return true;
    if (before == "of")  // "July-February of fiscal 2025"
        for (const MentionAt& at : laid.mentions)
            if (is_time(*at.mention) && at.last + back + 1 == time.first) return true;
    // "the 12 months to June", "the year that ended in June"
    const std::size_t noun = back + (word_before(laid, time.first, back + 2) == "that" ? 3 : 2);
    const bool ends = (further == "ended" || further == "ending") && is_span(word_before(laid, time.first, noun));
    if ((before == "in" || before == "on") && ends) return true;
    if (before == "to" || before == "through")
        for (const MentionAt& at : laid.mentions)
            if (at.mention->kind == MentionKind::duration && at.last + back + 1 == time.first) return true;
    // "the first quarter of fiscal 2025": of another year than its own words say.
    if (word_after(laid, time.last) != "of") return false;
    return std::any_of(laid.mentions.begin(), laid.mentions.end(), [&](const MentionAt& at) {
        return is_time(*at.mention) && at.first > time.last && at.first <= time.last + 3;
    });
}

}  // namespace factcheck
