#include "link/sentence.hpp"

#include "link/words.hpp"

#include <algorithm>

namespace factcheck {

std::string_view words_of(const Laid& laid, Span span) { return laid.reading.substr(span.begin, span.size()); }

std::string_view word_before(const Laid& laid, std::size_t at, std::size_t back) {
    return at >= back ? std::string_view(laid.tokens[at - back].lower) : std::string_view{};
}

std::string_view word_after(const Laid& laid, std::size_t at, std::size_t ahead) {
    return at + ahead < laid.tokens.size() ? std::string_view(laid.tokens[at + ahead].lower) : std::string_view{};
}

bool is_time(const Mention& mention) { return mention.kind == MentionKind::date || mention.kind == MentionKind::period; }

bool is_value(const Mention& mention) {
    switch (mention.kind) {
        case MentionKind::number:
        case MentionKind::percent:
        case MentionKind::money:
        case MentionKind::quantity:
        case MentionKind::range:
        case MentionKind::ratio:
        case MentionKind::multiple: return true;
        default: return false;
    }
}

namespace {

// "Recently", "every year", "8 p.m." date nothing: their words are plain words here.
bool dates_nothing(const Mention& mention) {
    const TimeKind kind = mention.time.kind;
    return kind == TimeKind::reference || kind == TimeKind::recurring || kind == TimeKind::clock;
}

std::vector<MentionAt> place_mentions(const Laid& laid, std::span<const Mention> mentions) {
    std::vector<MentionAt> out;
    std::size_t token = 0;
    for (const Mention& mention : mentions) {
        if (!laid.sentence.span.contains(mention.span) || dates_nothing(mention)) continue;
        while (token < laid.tokens.size() && laid.tokens[token].span.end <= mention.span.begin) ++token;
        if (token == laid.tokens.size()) break;
        std::size_t last = token;
        while (last + 1 < laid.tokens.size() && laid.tokens[last + 1].span.begin < mention.span.end) ++last;
        out.push_back({&mention, token, last, 0, 0});
    }
    return out;
}

// Tokens inside a mention never part clauses: "1,200", "Monday, 4 August".
std::vector<bool> inside_mentions(const Laid& laid) {
    std::vector<bool> inside(laid.tokens.size(), false);
    for (const MentionAt& at : laid.mentions)
        for (std::size_t i = at.first + 1; i <= at.last; ++i) inside[i] = true;
    return inside;
}

bool starts_clause(const Laid& laid, std::size_t i, const std::vector<bool>& inside) {
    if (i == 0 || inside[i]) return false;
    const std::string& word = laid.tokens[i].lower;
    const std::string_view before = laid.tokens[i - 1].lower;
    if (before == ";" || before == ":" || laid.reading.substr(laid.tokens[i - 1].span.begin, 3) == "\xE2\x80\x94") return true;
    if (before == "," && !inside[i - 1] && words::opens_clause(word)) return true;
    return words::parts_clause(word) && before != ",";
}

void mark_clauses(Laid& laid) {
    const std::vector<bool> inside = inside_mentions(laid);
    laid.clause.assign(laid.tokens.size(), 0);
    std::size_t clause = 0;
    for (std::size_t i = 0; i < laid.tokens.size(); ++i) {
        if (starts_clause(laid, i, inside)) ++clause;
        laid.clause[i] = clause;
    }
}

// "$1.4 billion to the Netherlands": the value brings its own name behind it.
bool brings_a_name(const Laid& laid, const MentionAt& value) {
    constexpr std::size_t reach = 4;
    return std::any_of(laid.entities.begin(), laid.entities.end(), [&](const EntityAt& entity) {
        return entity.first > value.last && entity.first <= value.last + reach && entity.first > 0 &&
               words::preposition(laid.tokens[entity.first - 1].lower == "the" && entity.first > 1
                                      ? laid.tokens[entity.first - 2].lower
                                      : laid.tokens[entity.first - 1].lower);
    });
}

// The last "and" or comma between two values of one clause parts them, where a name or a cue stands between it and the second, or
// the second brings its own.
void mark_segments(Laid& laid, const std::vector<std::size_t>& anchors) {
    laid.segment.assign(laid.tokens.size(), 0);
    const std::vector<bool> inside = inside_mentions(laid);
    std::vector<std::size_t> starts;
    const MentionAt* previous = nullptr;
    for (const MentionAt& at : laid.mentions) {
        if (!is_value(*at.mention)) continue;
        if (previous != nullptr && laid.clause[previous->first] == laid.clause[at.first]) {
            for (std::size_t i = at.first; i > previous->last + 1; --i) {
                const std::string& word = laid.tokens[i - 1].lower;
                if ((word != "and" && word != ",") || inside[i - 1]) continue;
                const bool named =
                    std::any_of(anchors.begin(), anchors.end(), [&](std::size_t t) { return t >= i && t < at.first; });
                if (named || (i == at.first && brings_a_name(laid, at))) starts.push_back(i - 1);
                break;
            }
        }
        previous = &at;
    }
    std::size_t segment = 0;
    for (std::size_t i = 0, next = 0; i < laid.tokens.size(); ++i) {
        while (next < starts.size() && starts[next] == i) ++segment, ++next;
        laid.segment[i] = segment;
    }
}

bool measure_noun_follows(const Laid& laid, std::size_t after) {
    for (const CueAt& cue : laid.cues) {
        if (cue.kind != TermKind::measure_cue && cue.kind != TermKind::ranked_noun && cue.kind != TermKind::event_cue) continue;
        if (cue.first > after && cue.first <= after + 3) return true;
    }
    return false;
}

bool follows_verb_cue(const Laid& laid, std::size_t first) {
    return first > 0 && std::any_of(laid.cues.begin(), laid.cues.end(),
                                    [&](const CueAt& cue) { return cue.kind == TermKind::measure_cue && cue.last + 1 == first; });
}

std::vector<std::string> markers_of(const Laid& laid, const EntityAt& entity, bool adjective) {
    std::vector<std::string> out;
    if (word_after(laid, entity.last) == "'s") {
        out.emplace_back("possessive");
        return out;
    }
    std::size_t before = entity.first;
    while (before > 0 && words::determiner(laid.tokens[before - 1].lower)) --before;
    const std::string_view previous = word_before(laid, before);
    if (adjective && measure_noun_follows(laid, entity.last)) out.emplace_back("adjective");
    if (words::preposition(previous)) {
        out.emplace_back(previous);
        return out;
    }
    if (adjective) {
        if (out.empty()) out.emplace_back("adjective");
        return out;
    }
    if (follows_verb_cue(laid, before))
        out.emplace_back("object");
    else
        out.emplace_back("subject");
    if (measure_noun_follows(laid, entity.last)) out.emplace_back("adjective");  // "Pakistan exports to China"
    return out;
}

enum class Joint : std::uint8_t { none, comma, conjunction };

// What stands between two names: only a comma, "and" or "or", and small words.
Joint joint_between(const Laid& laid, const EntityAt& before, const EntityAt& here) {
    if (before.clause != here.clause || before.id == here.id) return Joint::none;
    Joint joint = Joint::none;
    for (std::size_t i = before.last + 1; i < here.first; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word == "and" || word == "or")
            joint = Joint::conjunction;
        else if (word == "," && joint == Joint::none)
            joint = Joint::comma;
        else if (word != "the" && word != ",")
            return Joint::none;
    }
    return joint;
}

// "to China, Japan and the US": each name takes the preposition of the first, and all stand in one place. A comma alone joins
// only in a list that ends in "and": "in Pakistan, Islamabad says" is none.
void share_prepositions(Laid& laid) {
    Joint behind = Joint::none;
    std::vector<bool> joins(laid.entities.size(), false);
    for (std::size_t i = laid.entities.size(); i-- > 1;) {
        const EntityAt& here = laid.entities[i];
        const bool bare = !here.markers.empty() && here.markers.front() == "subject";
        const Joint joint = bare ? joint_between(laid, laid.entities[i - 1], here) : Joint::none;
        joins[i] = joint == Joint::conjunction ||
                   (joint == Joint::comma && joins.size() > i + 1 && joins[i + 1] && behind != Joint::none);
        behind = joint;
    }
    for (std::size_t i = 1; i < laid.entities.size(); ++i) {
        EntityAt& here = laid.entities[i];
        EntityAt& before = laid.entities[i - 1];
        if (!joins[i] || before.markers.empty()) continue;
        before.joined = here.joined = true;
        if (words::preposition(before.markers.back())) here.markers = before.markers;
    }
}

void place_terms(Laid& laid, const std::vector<Term>& terms) {
    for (const Term& term : terms) {
        CueAt cue;
        cue.first = term.first_token;
        cue.last = term.last_token;
        cue.span = term.span;
        for (const Meaning* meaning : term.meanings) {
            if (meaning->kind == TermKind::entity || meaning->kind == TermKind::adjective) continue;
            cue.meanings.push_back(meaning);
        }
        if (cue.meanings.empty()) continue;
        cue.kind = cue.meanings.front()->kind;
        laid.cues.push_back(std::move(cue));
    }
}

bool within_time(const Laid& laid, const Term& term) {
    return std::any_of(laid.mentions.begin(), laid.mentions.end(), [&](const MentionAt& at) {
        return is_time(*at.mention) && at.first <= term.first_token && term.last_token <= at.last;
    });
}

// "from Abu Dhabi", "in London": the city, and not the government that it stands for.
bool is_a_place(const Laid& laid, const Names& names, const EntityAt& entity) {
    const auto found = names.entities.find(entity.named);
    if (found == names.entities.end() || found->second->type != "city") return false;
    const std::string_view before = word_before(laid, entity.first);
    return before == "from" || before == "in" || before == "at" || before == "near";
}

void place_entities(Laid& laid, const std::vector<Term>& terms, const Names& names) {
    for (const Term& term : terms) {
        if (within_time(laid, term)) continue;
        for (const Meaning* meaning : term.meanings) {
            if (meaning->kind != TermKind::entity && meaning->kind != TermKind::adjective) continue;
            EntityAt entity;
            entity.id = stands_for(names, meaning->id);
            entity.named = meaning->id;
            entity.first = term.first_token;
            entity.last = term.last_token;
            if (is_a_place(laid, names, entity)) entity.id = entity.named;
            entity.compound = word_after(laid, entity.last) == "-" && laid.tokens[entity.last + 1].span.begin == term.span.end;
            entity.markers = markers_of(laid, entity, meaning->kind == TermKind::adjective);
            laid.entities.push_back(std::move(entity));
            break;
        }
    }
}

}  // namespace

Laid lay_out(const Text& text, const Sentence& sentence, std::span<const Mention> mentions, const Terms& terms,
             const Names& names) {
    Laid laid;
    laid.reading = text.reading;
    laid.sentence = sentence;
    laid.tokens = tokens_of(text.reading, sentence.span);
    laid.mentions = place_mentions(laid, mentions);
    const std::vector<Term> found = terms.find(text.reading, laid.tokens);
    place_terms(laid, found);
    place_entities(laid, found, names);
    mark_clauses(laid);
    for (EntityAt& at : laid.entities) at.clause = laid.clause[at.first];
    share_prepositions(laid);
    std::vector<std::size_t> anchors;
    for (const EntityAt& entity : laid.entities) anchors.push_back(entity.first);
    for (const CueAt& cue : laid.cues) anchors.push_back(cue.first);
    mark_segments(laid, anchors);
    for (MentionAt& at : laid.mentions) at.clause = laid.clause[at.first], at.segment = laid.segment[at.first];
    for (EntityAt& at : laid.entities) at.clause = laid.clause[at.first], at.segment = laid.segment[at.first];
    for (CueAt& at : laid.cues) at.clause = laid.clause[at.first], at.segment = laid.segment[at.first];
    return laid;
}

}  // namespace factcheck
