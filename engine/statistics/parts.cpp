#include "statistics/parts.hpp"

#include "lexicon/units.hpp"
#include "link/figures.hpp"
#include "link/stated.hpp"
#include "statistics/times.hpp"

#include <algorithm>
#include <array>

namespace factcheck::statistics {

namespace {

using Names = factcheck::Names;

constexpr int recent_years = 5;  // "in recent years"

bool covers(const Part& part, std::size_t token) { return part.first <= token && token < part.past; }

struct Rhythm {
    std::string_view code;
    std::string_view word;
    int a_year;
};
constexpr std::array rhythms{Rhythm{"min", "minute", 525'600}, Rhythm{"h", "hour", 8760}, Rhythm{"d", "day", 365},
                             Rhythm{"wk", "week", 52},         Rhythm{"mo", "month", 12}, Rhythm{"a", "year", 1}};

// People a day are people, counted 365 times a year; births per woman are a plain number.
void read_rate(const Mention& mention, Value& value) {
    if (mention.unit.dimension != Dimension::rate) return;
    const auto unit = unit_from_code(mention.unit.code.substr(0, mention.unit.code.find('/')));
    if (unit) value.stated.unit = *unit;
    const auto rhythm = std::find_if(rhythms.begin(), rhythms.end(), [&](const Rhythm& r) { return r.code == mention.per.code; });
    if (rhythm != rhythms.end()) value.a_year = rhythm->a_year;
}

// "3 per hour", "every day": where the mention itself says nothing of it.
void read_rhythm(const Laid& laid, std::size_t past, Value& value) {
    if (value.a_year != 1 || value.stated.unit.dimension == Dimension::percent) return;
    for (std::size_t i = value.at->last; i + 1 < past; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word != "every" && word != "each" && word != "per" && word != "a" && word != "an") continue;
        const auto rhythm =
            std::find_if(rhythms.begin(), rhythms.end(), [&](const Rhythm& r) { return r.word == laid.tokens[i + 1].lower; });
        if (rhythm == rhythms.end()) continue;
        value.a_year = rhythm->a_year;
        return;
    }
}

bool counts_countries(const Laid& laid, const Mention& mention) {
    const std::string_view noun = words_of(laid, mention.noun.empty() ? mention.unit_words : mention.noun);
    return noun.ends_with("countries") || noun.ends_with("country") || noun.ends_with("nations") || noun.ends_with("states") ||
           noun.ends_with("economies");
}

// "In 35 years", "the five years leading up to": a stretch of time and no measure.
bool counted_back(const Laid& laid, const MentionAt& at) {
    const std::string_view before = word_before(laid, at.first), next = word_after(laid, at.last);
    return before == "in" || before == "for" || before == "over" || before == "than" || before == "past" || before == "the" ||
           before == "last" || next == "of" || next == "ago" || next == "leading";
}

bool is_a_value(const Laid& laid, const MentionAt& at) {
    const Mention& mention = *at.mention;
    const bool length = mention.kind == MentionKind::duration && !counted_back(laid, at);
    if ((!is_value(mention) && !length) || mention.kind == MentionKind::multiple || mention.kind == MentionKind::age)
        return false;
    if (mention.kind == MentionKind::number && looks_like_a_year(mention.number)) return false;
    if (laid.tokens[at.first].lower == "one" && word_after(laid, at.first) == "of") return false;
    return !counts_countries(laid, mention);
}

std::vector<Subject> subjects_of(const ReadContext& context, const Laid& laid, const std::vector<Found>& found) {
    std::vector<Subject> out;
    for (const EntityAt& entity : laid.entities) {
        const auto known = context.link.names.entities.find(entity.named);
        if (known == context.link.names.entities.end() || entity.compound) continue;
        const Entity& e = *known->second;
        if (e.type != "country" && e.type != "group") continue;
        Subject subject{e.id,         e.name,      e.type == "group",
                        entity.first, entity.last, entity.markers.empty() ? "" : entity.markers.front()};
        out.push_back(std::move(subject));
    }
    for (const Found& hit : found) {
        if (hit.kind != PhraseKind::group) continue;
        const CountryGroup& group = context.index.groups[hit.index];
        const bool there =
            std::any_of(out.begin(), out.end(), [&](const Subject& s) { return s.first <= hit.last && hit.first <= s.last; });
        // "South Africa" is not Africa; a longer name of a group wins over a shorter one.
        std::erase_if(out, [&](const Subject& s) {
            return s.group && hit.first <= s.first && s.last <= hit.last &&
                   (hit.last - hit.first > s.last - s.first || s.id == group.id);
        });
        const bool inside = there && std::any_of(out.begin(), out.end(),
                                                 [&](const Subject& s) { return s.first <= hit.last && hit.first <= s.last; });
        if (inside) continue;
        std::string_view before = word_before(laid, hit.first);
        if (before == "the") before = word_before(laid, hit.first, 2);
        out.push_back({group.id, group.name, true, hit.first, hit.last,
                       word_after(laid, hit.last) == "'s" ? "possessive" : std::string(before)});
    }
    std::sort(out.begin(), out.end(), [](const Subject& a, const Subject& b) { return a.first < b.first; });
    return out;
}

std::vector<TopicHit> topics_of(const ReadContext& context, const std::vector<Found>& found) {
    std::vector<TopicHit> out;
    const auto near = [&](PhraseKind kind, std::uint32_t topic) {
        return std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.kind == kind && f.index == topic; });
    };
    for (const Found& hit : found) {
        if (hit.kind != PhraseKind::cue || near(PhraseKind::without, hit.index)) continue;
        const bool context_there = near(PhraseKind::with, hit.index);
        if (context.index.topics[hit.index].wants_with && !context_there) continue;
        out.push_back({hit.index, hit.first, hit.last, hit.words, context_there});
    }
    // What lies within a longer cue of another topic is part of its words.
    const std::vector<TopicHit> all = out;
    std::erase_if(out, [&](const TopicHit& hit) {
        return std::any_of(all.begin(), all.end(), [&](const TopicHit& other) {
            return other.first <= hit.first && hit.last <= other.last && other.words > hit.words;
        });
    });
    return out;
}

bool parts_sentence(const Laid& laid, std::size_t token) {
    const std::string& word = laid.tokens[token].lower;
    if (word == ";" || word == "while" || word == "whereas" || word == "but" || word == "although" || word == "and" ||
        word == "\xE2\x80\x94")
        return true;
    return word == "," &&
           (word_after(laid, token) == "with" || word_after(laid, token) == "but" || word_after(laid, token) == "while");
}

// "The 1990s and early 2000s".
bool joins_times(const Laid& laid, std::size_t token) {
    const auto time_at = [&](std::size_t t, bool begins) {
        return std::any_of(laid.mentions.begin(), laid.mentions.end(),
                           [&](const MentionAt& at) { return is_time(*at.mention) && (begins ? at.first : at.last) == t; });
    };
    return laid.tokens[token].lower == "and" && time_at(token - 1, false) &&
           (time_at(token + 1, true) || time_at(token + 2, true));
}

// Tokens at which the sentence falls into parts that each say something.
std::vector<std::size_t> cuts_of(const Laid& laid, const std::vector<bool>& says, const std::vector<bool>& inside) {
    std::vector<std::size_t> out;
    std::size_t start = 0;
    const std::string& head = laid.tokens.front().lower;
    const bool opened = head == "while" || head == "although" || head == "whereas";  // "While ..., ..." falls apart at its comma
    for (std::size_t i = 1; i + 1 < laid.tokens.size(); ++i) {
        if (inside[i] || (!parts_sentence(laid, i) && !(opened && laid.tokens[i].lower == ",")) || joins_times(laid, i)) continue;
        const auto said = [&](std::size_t from, std::size_t to) {
            return std::any_of(says.begin() + static_cast<std::ptrdiff_t>(from), says.begin() + static_cast<std::ptrdiff_t>(to),
                               [](bool b) { return b; });
        };
        if (!said(start, i) || !said(i, laid.tokens.size())) continue;
        out.push_back(i);
        start = i;
    }
    return out;
}

bool says_something(Purpose purpose) {
    switch (purpose) {
        case Purpose::rise:
        case Purpose::fall:
        case Purpose::level_off:
        case Purpose::overtakes:
        case Purpose::above:
        case Purpose::below:
        case Purpose::highest:
        case Purpose::lowest:
        case Purpose::ends: return true;
        default: return false;
    }
}

std::optional<YearSpan> ages_of(const Laid& laid, const Part& part) {
    for (const MentionAt& at : laid.mentions) {
        const Mention& m = *at.mention;
        if (!covers(part, at.first) || !m.is_range || (m.kind != MentionKind::age && m.kind != MentionKind::range)) continue;
        const Rational low = m.number.value.rational(), high = m.upper.value.rational();
        if (denominator(low) != 1 || denominator(high) != 1 || low < 0 || high > 120) continue;
        return YearSpan{static_cast<int>(numerator(low)), static_cast<int>(numerator(high))};
    }
    return std::nullopt;
}

// "1.3 per 100,000 people": the second number says of how many.
bool stands_for_each(const Laid& laid, const MentionAt& value, const MentionAt& people) {
    if (people.first < value.last + 1 || people.first > value.last + 3 || people.mention->is_range) return false;
    for (std::size_t i = value.last; i < people.first; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word == "per" || word == "every" || word == "each") return true;
    }
    return false;
}

// "More than 60 percent": the words are the value's own.
bool is_hedge(const Laid& laid, Purpose purpose, const Found& hit) {
    if (purpose != Purpose::more && purpose != Purpose::less && purpose != Purpose::above && purpose != Purpose::below)
        return false;
    return std::any_of(laid.mentions.begin(), laid.mentions.end(), [&](const MentionAt& at) {
        return is_value(*at.mention) && at.first <= hit.first && hit.first <= at.last;
    });
}

struct Read {
    const ReadContext& context;
    const Laid& laid;
    std::vector<Found> found;
    std::vector<TopicHit> topics;
    std::vector<Subject> subjects;
    std::vector<Time> times;
};

Part part_between(const Read& read, std::size_t first, std::size_t past) {
    Part out;
    out.first = first;
    out.past = past;
    const auto take = [&](const auto& all, auto& some) {
        for (const auto& one : all)
            if (covers(out, one.first)) some.push_back(one);
    };
    take(read.topics, out.topics);
    take(read.subjects, out.subjects);
    take(read.times, out.times);
    for (const Found& hit : read.found) {
        if (!covers(out, hit.first)) continue;
        const auto purpose = static_cast<Purpose>(hit.index);
        if (hit.kind == PhraseKind::word && is_hedge(read.laid, purpose, hit)) continue;
        if (hit.kind == PhraseKind::word) out.signs.push_back({static_cast<Purpose>(hit.index), hit.first, hit.last});
        if (hit.kind == PhraseKind::share) out.shares.push_back(hit);
        if (hit.kind == PhraseKind::hint) out.hints.push_back(hit);
    }
    if (out.times.empty() && out.has(Purpose::lately)) {
        Time time;
        time.first = time.last = out.sign(Purpose::lately)->first;
        time.vague = true;
        time.spans = {{read.context.year - recent_years, read.context.year}};
        out.times.push_back(std::move(time));
    }
    out.ages = ages_of(read.laid, out);
    for (const MentionAt& at : read.laid.mentions) {
        if (!covers(out, at.first)) continue;
        if (at.mention->kind == MentionKind::rank) out.ranks.push_back(&at);
        if (at.mention->kind == MentionKind::multiple) out.multiples.push_back(&at);
        if (!is_a_value(read.laid, at) || (out.ages && at.mention->kind == MentionKind::range)) continue;
        if (!out.values.empty() && stands_for_each(read.laid, *out.values.back().at, at)) {
            out.values.back().per_people = at.mention->number.value.rational();
            continue;
        }
        Value value;
        value.at = &at;
        value.stated = stated_of(*at.mention);
        // Years of life are rounded as other figures are, and not counted to the day.
        if (value.stated.unit.dimension == Dimension::time) value.stated.sort = Sort::plain;
        value.written = std::string(words_of(read.laid, at.mention->unit_words));
        read_rate(*at.mention, value);
        read_rhythm(read.laid, past, value);
        out.values.push_back(std::move(value));
    }
    return out;
}

// Topics of the other parts, then those of earlier sentences; the same for countries. Years only from the head of the sentence.
void inherit(std::vector<Part>& parts, Part& before) {
    for (Part& part : parts) {
        for (const Part& other : parts) {
            if (part.topics.empty() && !other.topics.empty()) part.topics = other.topics, part.topic_inherited = true;
            if (part.subjects.empty()) part.subjects = other.subjects;
        }
        if (part.topics.empty()) part.topics = before.topics, part.topic_inherited = true;
        if (part.subjects.empty()) part.subjects = before.subjects, part.subjects_inherited = true;
    }
    for (const Part& part : parts) {
        if (!part.topics.empty()) before.topics = part.topics;
        if (!part.subjects.empty()) before.subjects = part.subjects;
    }
}

// Who was spoken of in the sentences before: a country may stand so many of them back.
std::vector<Subject> subjects_before(const ReadContext& context, std::size_t sentence_index) {
    constexpr std::size_t reach = 2;
    std::vector<Subject> out;
    for (std::size_t back = 1; back <= reach && back <= sentence_index && out.empty(); ++back) {
        const Sentence& sentence = context.text.sentences[sentence_index - back];
        const Laid laid = lay_out(context.text, sentence, {}, context.link.terms, context.link.names);
        out = subjects_of(context, laid, context.index.phrases.find(laid.tokens));
    }
    return out;
}

}  // namespace

bool Part::has(Purpose purpose) const { return sign(purpose) != nullptr; }

const Sign* Part::sign(Purpose purpose) const {
    const auto found = std::find_if(signs.begin(), signs.end(), [&](const Sign& s) { return s.purpose == purpose; });
    return found == signs.end() ? nullptr : &*found;
}

SentenceParts read_parts(const ReadContext& context, const Sentence& sentence, std::span<const Mention> mentions,
                         std::size_t sentence_index, Part& before) {
    SentenceParts out;
    out.laid = lay_out(context.text, sentence, mentions, context.link.terms, context.link.names);
    const Laid& laid = out.laid;
    Read read{context, laid, context.index.phrases.find(laid.tokens), {}, {}, {}};
    read.topics = topics_of(context, read.found);
    if (read.topics.empty() && before.topics.empty()) return out;
    read.subjects = subjects_of(context, laid, read.found);
    if (before.subjects.empty()) before.subjects = subjects_before(context, sentence_index);
    Discourse discourse;
    const Linking linking{context.text, context.link, laid, discourse, sentence_index, nullptr, {}, {}};
    read.times = times_of(linking, context.year);
    std::vector<bool> says(laid.tokens.size(), false), inside(laid.tokens.size(), false);
    for (const MentionAt& at : laid.mentions) {
        if (is_a_value(laid, at) || at.mention->kind == MentionKind::multiple) says[at.first] = true;
        for (std::size_t i = at.first + 1; i <= at.last; ++i) inside[i] = true;
    }
    for (const Found& hit : read.found)
        if (hit.kind == PhraseKind::word && says_something(static_cast<Purpose>(hit.index))) says[hit.first] = true;
    std::size_t first = 0;
    for (const std::size_t cut : cuts_of(laid, says, inside)) {
        out.parts.push_back(part_between(read, first, cut));
        first = cut;
    }
    out.parts.push_back(part_between(read, first, laid.tokens.size()));
    // "Between 2015 and 2017 ... and ...": years at the head hold for what is joined with "and".
    for (std::size_t i = 1; i < out.parts.size(); ++i)
        if (out.parts[i].times.empty() && !out.parts[i].has(Purpose::now) && laid.tokens[out.parts[i].first].lower == "and" &&
            !out.parts[0].times.empty() && out.parts[0].times.front().first < 3)
            out.parts[i].times = out.parts[0].times;
    inherit(out.parts, before);
    return out;
}

}  // namespace factcheck::statistics
