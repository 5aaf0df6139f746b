// Which date of a clause is an event's own: the one that hangs on its noun, or on a verb that says that it happened. "On 4 August
// Rubio praised the ceasefire" dates the praise.
#include "link/discourse.hpp"
#include "link/words.hpp"

#include <algorithm>

namespace factcheck {

namespace {

enum class Verb : std::uint8_t { none, happens, other };

bool in_mention(const Laid& laid, std::size_t token) {
    return std::any_of(laid.mentions.begin(), laid.mentions.end(),
                       [&](const MentionAt& at) { return at.first <= token && token <= at.last; });
}

bool in_entity(const Laid& laid, std::size_t token) {
    return std::any_of(laid.entities.begin(), laid.entities.end(),
                       [&](const EntityAt& at) { return at.first <= token && token <= at.last; });
}

bool ends_in_ed(std::string_view word) { return word.size() > 4 && word.substr(word.size() - 2) == "ed"; }

Verb verb_at(const Laid& laid, std::size_t token, std::string_view kind) {
    const Token& at = laid.tokens[token];
    if (at.kind != TokenKind::word || in_mention(laid, token) || in_entity(laid, token)) return Verb::none;
    if (word_before(laid, token) == "-" || words::names_only(at.lower)) return Verb::none;  // "US-brokered", "what it called"
    if (words::auxiliary(at.lower)) {
        const std::string_view next = word_after(laid, token);  // "the attack was in April"
        return words::preposition(next) && next != "by" && next != "to" ? Verb::happens : Verb::none;
    }
    if (at.lower == "announced" || at.lower == "announce") return words::made_by_announcing(kind) ? Verb::happens : Verb::other;
    if (words::happens(at.lower)) return Verb::happens;
    return words::past_verb(at.lower) || words::present_verb(at.lower) || ends_in_ed(at.lower) ? Verb::other : Verb::none;
}

struct Governor {
    Verb verb = Verb::none;
    bool scene = false;  // "after the ceasefire": the event stands in a phrase of its own
};

// What the event depends on: the nearest verb or setting word before it in its clause.
Governor governor_of(const Laid& laid, const EventAt& event, std::string_view kind) {
    for (std::size_t i = event.first; i-- > 0 && laid.clause[i] == event.clause;) {
        if (!in_mention(laid, i) && words::sets_a_scene(laid.tokens[i].lower)) return {Verb::none, true};
        Verb verb = verb_at(laid, i, kind);
        if (laid.tokens[i].lower == "killed" || laid.tokens[i].lower == "left") verb = Verb::other;  // those whom it befell
        if (verb != Verb::none) return {verb, false};
    }
    return {};
}

Verb verb_after(const Laid& laid, const EventAt& event, std::string_view kind) {
    for (std::size_t i = event.last + 1; i < laid.tokens.size() && laid.clause[i] == event.clause; ++i)
        if (const Verb verb = verb_at(laid, i, kind); verb != Verb::none) return verb;
    return Verb::none;
}

// Only small words and names lie between the event and the time behind it: "the ceasefire between Pakistan and India in May".
bool hangs_behind(const Laid& laid, const EventAt& event, const TimeAt& time) {
    constexpr std::size_t reach = 12;
    if (time.at->first <= event.last || time.at->first - event.last > reach) return false;
    for (std::size_t i = event.last + 1; i < time.at->first; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (in_entity(laid, i) || words::preposition(word) || words::determiner(word) || word == "and" || word == "'s") continue;
        if (word == "," && words::preposition(word_after(laid, i))) continue;  // "the attack, on 22 April, killed 26"
        return false;
    }
    return true;
}

// "the May ceasefire", "last week's trade agreement".
bool hangs_before(const Laid& laid, const EventAt& event, const TimeAt& time) {
    constexpr std::size_t reach = 4;
    if (time.at->last >= event.first || event.first - time.at->last > reach) return false;
    if (time.at->first > 0 && words::preposition(word_before(laid, time.at->first))) return false;
    for (std::size_t i = time.at->last + 1; i < event.first; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word == "'s" || in_entity(laid, i) || word == "-") continue;
        if (laid.tokens[i].kind != TokenKind::word || words::function_word(word) || words::preposition(word)) return false;
    }
    return true;
}

bool scene_between(const Laid& laid, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (!in_mention(laid, i) && words::sets_a_scene(laid.tokens[i].lower)) return true;
    return false;
}

// The preposition that the event stands behind: "talks on the trade agreement" are not the agreement.
std::string_view preposition_of(const Laid& laid, const EventAt& event) {
    for (std::size_t i = event.first; i-- > 0 && laid.clause[i] == event.clause;) {
        const std::string& word = laid.tokens[i].lower;
        if (words::preposition(word) || word == "behind" || word == "about" || word == "over") return word;
        const bool quote = word == "\"" || word == "'" || word == "-";
        if (laid.tokens[i].kind == TokenKind::punctuation && !quote) return {};
        if (words::happens(word) || words::past_verb(word)) return {};
    }
    return {};
}

// "agreed to a ceasefire", "hosted him for a lunch", "the conclusion of an agreement": the event is what was done.
bool carries(std::string_view preposition) {
    return preposition.empty() || preposition == "to" || preposition == "for" || preposition == "of" || preposition == "into";
}

// "by 1 May", "set for 11 September": a time that was meant, not one that was.
bool is_planned(const Laid& laid, const TimeAt& time) {
    const std::string_view before = word_before(laid, time.at->first);
    return before == "by" || before == "until" || before == "for";
}

bool that_between(const Laid& laid, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (laid.tokens[i].lower == "that") return true;
    return false;
}

bool comma_between(const Laid& laid, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (laid.tokens[i].lower == ",") return true;
    return false;
}

bool is_verbal(const Laid& laid, const EventAt& event) {
    const std::string& word = laid.tokens[event.first].lower;
    return words::happens(word) || words::past_verb(word);
}

bool dates(const Laid& laid, const EventAt& event, const TimeAt& time, std::string_view kind) {
    if (is_planned(laid, time)) return false;
    if (hangs_before(laid, event, time)) return true;
    const bool behind = hangs_behind(laid, event, time);
    if (behind && time.at->first == event.last + 2 && word_after(laid, event.last) == "of") return true;
    const Governor governor = governor_of(laid, event, kind);
    // "Ten weeks after the attack, in early July, ...": the comma ends the phrase of the event.
    const bool parted = governor.scene && comma_between(laid, event.last + 1, time.at->first);
    const std::string_view preposition = preposition_of(laid, event);
    if (behind && !parted && governor.verb != Verb::other && (governor.scene || carries(preposition))) return true;
    if (governor.scene) return false;
    const std::size_t from = std::min(event.last, time.at->last), to = std::max(event.first, time.at->first);
    if (scene_between(laid, from + 1, to) || (time.at->last < event.first && that_between(laid, from + 1, to))) return false;
    if (is_verbal(laid, event)) return true;
    if (governor.verb == Verb::happens) return carries(preposition);
    return governor.verb == Verb::none && preposition.empty() && verb_after(laid, event, kind) == Verb::happens;
}

}  // namespace

const TimeAt* time_of_event(const Linking& linking, const EventAt& event) {
    const auto found = linking.context.names.events.find(event.events.front());
    const std::string_view kind = found == linking.context.names.events.end() ? std::string_view{} : found->second->kind;
    const auto far = [&](const TimeAt& t) {
        return t.at->first > event.last ? t.at->first - event.last : event.first - t.at->first;
    };
    const TimeAt* best = nullptr;
    for (const TimeAt& time : linking.times) {
        if (time.base || time.part || time.at->clause != event.clause || !dates(linking.laid, event, time, kind)) continue;
        if (best == nullptr || far(time) < far(*best)) best = &time;
    }
    return best;
}

}  // namespace factcheck
