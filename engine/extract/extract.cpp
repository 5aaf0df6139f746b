// One pass over the words of a sentence. Most words begin no mention: a table of first words, and one of first bytes, says which
// dimensions are worth trying at a place, so that the grammars run at few of them.
#include "extract/extract.hpp"

#include "extract/first_words.hpp"
#include "extract/not_values.hpp"
#include "extract/parts.hpp"
#include "model/limits.hpp"

#include "grammar/range.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

using namespace extracting;
using grammar::is_digit;
using grammar::is_gap;
using grammar::is_letter;

// What earlier words of the sentence leave behind for the next value.
struct State {
    Direction way = Direction::none;     // of the last word of change
    std::size_t way_end = 0;             // where it ended
    std::size_t change_index = nowhere;  // its mention, dropped again once a value takes its direction
    bool value_taken = false;            // "rose 5 percent to $10 billion": the second value is governed too
    bool measured = false;               // "raised", "recovered": things may be its objects
    bool adds = false;                   // "added": things are changes too
    Unit unit;                           // of the last value that took a direction
    bool level = false;                  // that value was a level: "to 40", "from 50"
    bool named = false;                  // the change that it was of is a noun: "a rise of 5 points or 2 percent"
};

// The end of what is written without a gap: nothing inside "138-2010-2015" or "v1.2.3" is read.
std::size_t token_end(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_gap(text[at]) && text[at] != '\t' && text[at] != '(' && text[at] != ')') ++at;
    return at;
}

bool can_change(MentionKind kind) {
    switch (kind) {
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

// "its 13-member board", "a 22-foot putt": part of an adjective, changed by nothing.
bool is_compound(const Reader& reader, const Mention& mention) {
    return mention.kind == MentionKind::quantity && !mention.unit_words.empty() &&
           reader.before(mention.unit_words.begin) == '-' && word_goes_on(reader, mention.span.end);
}

// Lengths of time are changed by what says "by" alone: "extended the deadline by two weeks".
bool is_changed_time(const Mention& mention, const Governing& governing) {
    return mention.kind == MentionKind::duration && governing.by && !governing.named && mention.per_words.empty();
}

// Percentages and points are always sizes: of nothing else may what is changed stand before the value, or a verb be measured.
bool is_size(const Reader& reader, const Mention& mention) {
    const std::string_view noun = reader.words(mention.noun);
    return mention.kind == MentionKind::percent || mention.kind == MentionKind::multiple ||
           mention.unit.dimension == Dimension::percent || mention.unit.dimension == Dimension::points ||
           is_word(noun, "points") || is_word(noun, "point") || is_word(noun, "pts");
}

// "fell threefold", "was cut by a factor of three": a third is left, as with "halved".
void divide(const Reader& reader, Mention& mention, const Governing& governing) {
    if (mention.kind != MentionKind::multiple || governing.direction != Direction::down || mention.number.denominator != 1)
        return;
    const std::string_view words = reader.words(mention.core);
    if (!words.ends_with("fold") && words.find("actor") == std::string_view::npos) return;
    const Int128 factor = mention.number.value.coefficient;
    if (mention.number.value.exponent != 0 || factor < 2 || factor > 10'000) return;
    mention.number.denominator = static_cast<std::uint32_t>(factor);
    mention.number.value.coefficient = 1;
    mention.direction = Direction::down;
}

void set_direction(Mention& mention, const Governing& governing) {
    if (mention.kind == MentionKind::multiple && mention.direction != Direction::none) return;
    mention.direction = governing.further ? Direction::none : governing.direction;
    mention.by = governing.by || governing.direct;
    mention.named = governing.named;
    mention.to = governing.to;
    mention.from = governing.from;
}

// "to $10 billion", "from 40": further values of the same change follow the first at once.
Governing next_governing(const Reader& reader, std::size_t from, std::size_t at, Direction way, bool level) {
    Span word = word_after(reader, from);
    if (reader.at(from) == ',') word = word_after(reader, from + 1);
    for (int i = 0; i < 3 && word.begin < at; ++i) {
        const std::string_view joint = reader.words(word);
        const std::size_t next = word_after(reader, word.end).begin;
        if (next >= at) {
            if (is_word(joint, "to")) return {way, false, true, false, true};
            const bool size = i == 0 && !level;  // "rose 5 and 7 percent", "fell 3 points or 2 percent"
            if (is_word(joint, "or") && size) return {.direction = way, .by = true};
            if (is_word(joint, "and") && size) return {.direction = way, .by = true, .also = true};
            if (is_word(joint, "from")) return {way, false, false, true, true};
            return {};
        }
        word = word_after(reader, word.end);
    }
    return {};
}

Governing governing_at(const Reader& reader, const State& state, std::size_t at) {
    if (state.way == Direction::none) return {};
    if (state.value_taken) {
        Governing out = next_governing(reader, state.way_end, at, state.way, state.level);
        out.named = state.named;
        return out;
    }
    Governing out = governed(reader, state.way_end, at, state.way);
    out.measured = out.measured || state.measured;
    out.adds = state.adds;
    return out;
}

// "fell below $30", "climbed just above 5 percent": the level that was passed, no size of the change.
bool names_level(std::string_view hedge) {
    while (!hedge.empty() && is_gap(hedge.back())) hedge.remove_suffix(1);
    const std::size_t cut = hedge.find_last_of(" \n");
    const std::string_view word = hedge.substr(cut == std::string_view::npos ? 0 : cut + 1);
    return is_word(word, "below") || is_word(word, "above") || is_word(word, "under") || is_word(word, "beyond");
}

// What is sized: with or without a hedge before it.
std::optional<Mention> sized_at(const Reader& reader, const Where& where, Families families, const Governing& governing) {
    if ((families & family::vague) != 0)
        if (auto out = vague_at(reader, where)) return out;
    if ((families & family::multiple) != 0)
        if (auto out = multiple_at(reader, where)) return out;
    if ((families & (family::value | family::range)) != 0) return value_at(reader, where, governing);
    return std::nullopt;
}

std::optional<Mention> mention_at(const Reader& reader, std::size_t at, Families families, const State& state,
                                  Governing& governing) {
    reader.work->attempts += 1;
    if ((families & family::time) != 0)
        if (auto out = time_at(reader, at, families)) return out;
    if ((families & family::quantifier) != 0)
        if (auto out = quantifier_at(reader, at)) return out;
    if ((families & family::rank) != 0)
        if (auto out = rank_at(reader, at)) return out;
    Where where{at, at, Hedge::exact};
    if ((families & family::hedge) != 0) {
        const Hedged hedge = hedge_at(reader, at);
        if (hedge.end != nowhere && hedge.end < reader.end()) {
            where = {at, hedge.end, hedge.hedge};
            const Families behind = families_at(reader, hedge.end);
            if ((behind & (family::count | family::figures)) != 0)
                if (auto steps = hedged_steps_at(reader, where)) return steps;
            if ((behind & family::sized) != 0) {
                governing = governing_at(reader, state, at);
                if ((governing.direct || governing.object) && names_level(reader.words({at, hedge.end})))
                    governing = {.direction = governing.direction, .to = true};
                return sized_at(reader, where, behind, governing);
            }
            return std::nullopt;
        }
    }
    if ((families & family::sized) == 0) return std::nullopt;
    governing = governing_at(reader, state, at);
    return sized_at(reader, where, families, governing);
}

bool governs(const Reader& reader, const State& state, const Mention& mention, const Governing& governing) {
    if (governing.direction == Direction::none) return false;
    if (governing.also) return mention.unit == state.unit && mention.unit.dimension != Dimension::number;
    if (governing.adds && governing.direct) {
        // "added 40 jobs", "adds $5 to the price"; not "added $5 million in cash"
        const bool counted = mention.kind == MentionKind::quantity && mention.unit.dimension == Dimension::count;
        return counted || is_size(reader, mention) || is_word(reader.words(word_after(reader, mention.span.end)), "to");
    }
    if (governing.object || (governing.measured && governing.direct))
        return is_size(reader, mention) || is_word(reader.words(word_after(reader, mention.span.end)), "off");
    return true;
}

// A value takes the direction of the words of change before or behind it; the bare word is then no mention of its own.
std::size_t take_direction(const Reader& reader, State& state, Mention& mention, const Governing& governing,
                           std::vector<Mention>& out) {
    std::size_t end = mention.span.end;
    if (!can_change(mention.kind) && !is_changed_time(mention, governing)) return end;
    const bool multiple = mention.kind == MentionKind::multiple;
    const bool particles = mention.kind == MentionKind::money || is_size(reader, mention);
    const Behind behind = multiple ? Behind{} : direction_behind(reader, end, particles);
    if (behind.direction != Direction::none && !(behind.measured && mention.kind == MentionKind::money)) {
        mention.direction = behind.direction;
        mention.by = true;
        mention.named = behind.named;
        state = {
            .way = behind.direction, .way_end = behind.end, .value_taken = true, .unit = mention.unit, .named = behind.named};
        return behind.end;
    }
    if (is_compound(reader, mention)) return end;
    divide(reader, mention, governing);
    const bool moves = multiple && mention.direction != Direction::none;
    if (!moves && !governs(reader, state, mention, governing)) return end;
    if (!moves) set_direction(mention, governing);
    // At most a few mentions stand between the word of change and its value: the reach of `governed` is bounded.
    if (governing.direction != Direction::none && state.change_index < out.size())
        out.erase(out.begin() + static_cast<std::ptrdiff_t>(state.change_index));
    const Direction way = moves ? mention.direction : governing.direction;
    // Also "doubled to 40 from 20".
    state = {.way = way,
             .way_end = end,
             .value_taken = true,
             .unit = mention.unit,
             .level = mention.to || mention.from,
             .named = mention.named};
    return end;
}

// What no mention begins with: gaps and most marks.
constexpr std::array<bool, 256> skipped = [] {
    std::array<bool, 256> out{};
    for (int c = 0; c < 256; ++c) {
        const auto byte = static_cast<char>(static_cast<unsigned char>(c));
        out[static_cast<std::size_t>(c)] =
            !is_letter(byte) && !is_digit(byte) && std::string_view("$-.<>~'(+").find(byte) == std::string_view::npos;
    }
    return out;
}();

constexpr auto comparing =
    grammar::word_list(std::to_array<std::string_view>({"to", "with", "versus", "vs", "from", "against", "than"}));

constexpr auto places = grammar::word_list(std::to_array<std::string_view>({"in", "at", "across", "among", "within", "for"}));

// "460 cars compared with 63 a year ago", "to 55 hotels from 28": the noun is said once.
void take_noun(const Reader& reader, const std::vector<Mention>& out, Mention& mention) {
    if (mention.kind != MentionKind::number || mention.number.sort != Sort::plain || mention.number.denominator != 1) return;
    if (out.empty() || out.back().span.begin < reader.begin) return;
    const Mention& last = out.back();
    if (last.kind != MentionKind::quantity || last.unit.dimension != Dimension::count || last.is_range) return;
    constexpr std::size_t near = 40;
    const Span before = word_before(reader, mention.span.begin);
    // "in 30 states compared with", "3 points to 91", "against 50 others": another noun, or none.
    if (places.has(reader.words(word_before(reader, last.span.begin))) || is_size(reader, last)) return;
    if (is_word(reader.words(word_after(reader, mention.span.end)), "others")) return;
    if (!comparing.has(reader.words(before)) || before.begin - last.span.end > near) return;
    mention.kind = MentionKind::quantity;
    mention.unit = last.unit;
    mention.unit_words = last.unit_words;
    mention.noun = last.noun;
    mention.number.sort = Sort::counted;
}

// "aged 22, 25 and 31": ages all.
void take_age(const Reader& reader, const std::vector<Mention>& out, Mention& mention) {
    if (mention.kind != MentionKind::number || mention.hedge != Hedge::exact || mention.number.sort != Sort::plain) return;
    if (out.empty() || out.back().kind != MentionKind::age || out.back().is_range || out.back().span.begin < reader.begin) return;
    constexpr std::size_t longest_joint = 6;
    const Mention& last = out.back();
    if (mention.span.begin - last.span.end > longest_joint || !is_digit(reader.at(mention.span.begin))) return;
    const std::string_view joint = reader.words({last.span.end, mention.span.begin});
    if (joint != ", " && joint != " and " && joint != ", and " && joint != " or ") return;
    mention.kind = MentionKind::age;
    mention.unit = last.unit;
    mention.number.sort = last.number.sort;
}

// "L-202", "scp2-173m", "https://example.com/2024/05": what goes on so behind a word is a name.
std::size_t past_refused(const Reader& reader, std::size_t at, std::size_t end) {
    const char c = reader.text[at];
    const bool code = (c >= 'A' && c <= 'Z') || is_digit(reader.text[end - 1]);
    if (reader.at(end) == '-' && is_digit(reader.at(end + 1)) && code) return token_end(reader.text, end);
    if (reader.at(end) == ':' && reader.at(end + 1) == '/' && reader.at(end + 2) == '/') return token_end(reader.text, end);
    return end;
}

struct Candidate {
    std::size_t at = 0;
    std::size_t end = 0;  // of its word or mark
    Families families = 0;
};

// The next place from `at` on where a mention may begin; at the sentence's end there is none.
Candidate next_candidate(const Reader& reader, const FirstWordBits& bits, std::size_t at) {
    const std::string_view text = reader.text;
    while (true) {
        while (at < text.size() && skipped[static_cast<unsigned char>(text[at])]) ++at;
        if (at >= text.size()) return {at, at, 0};
        const char c = text[at];
        if (!is_letter(c)) {
            if (const Families families = families_at(reader, at)) return {at, at + 1, families};
            ++at;
            continue;
        }
        const grammar::letters_here word = grammar::letters_packed(text.data() + at, text.data() + text.size());
        std::size_t end = at + word.size;
        const bool high = static_cast<unsigned char>(c) >= 0x80;  // a sign, or a word that is not listed
        if (!high && end < text.size() && text[end] == ' ' && !bits.may_have(word.key)) {
            at = end + 1;
            continue;
        }
        while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
        Families families = 0;
        if (high)
            families = families_at(reader, at);
        else if (bits.may_have(word.key))
            families = families_of_word(reader, at, word);
        if (families != 0) return {at, end, families};
        at = past_refused(reader, at, end);
    }
}

void read_sentence(const Reader& reader, const FirstWordBits& bits, std::vector<Mention>& out) {
    State state;
    reader.work->bytes += reader.text.size() - reader.begin;
    for (std::size_t next = reader.begin;;) {
        const auto [at, end, families] = next_candidate(reader, bits, next);
        if (families == 0) return;
        if (is_digit(reader.text[at])) {
            if (const std::size_t past = telephone_end(reader, at); past != nowhere) {
                next = past;
                continue;
            }
        }
        Governing governing;
        if (auto found = mention_at(reader, at, families, state, governing)) {
            take_noun(reader, out, *found);
            take_age(reader, out, *found);
            const std::size_t past = take_direction(reader, state, *found, governing, out);
            out.push_back(*found);
            next = std::max(past, end);
            continue;
        }
        if ((families & family::change) != 0) {
            if (const auto found = change_at(reader, at)) {
                // "growth slowed": the later word counts.
                const Mention& change = found->mention;
                state = {.way = change.direction,
                         .way_end = change.span.end,
                         .change_index = found->alone ? out.size() : nowhere,
                         .measured = found->measured,
                         .adds = found->adds};
                if (found->alone) out.push_back(change);
                next = change.span.end;
                continue;
            }
        }
        next = is_digit(reader.text[at]) ? token_end(reader.text, at) : end;
    }
}

}  // namespace

void extract_sentence(std::string_view reading, Span sentence, std::vector<Mention>& out, Work& work) {
    read_sentence({reading.substr(0, std::min(sentence.end, reading.size())), sentence.begin, &work}, first_word_bits(), out);
}

void extract(const Text& text, Work& work, std::vector<Mention>& out) {
    for (const Sentence& sentence : text.sentences) {
        if (out.size() >= limits::mentions) return;
        extract_sentence(text.reading, sentence.span, out, work);
    }
}

std::vector<Mention> extract(const Text& text, Work& work) {
    std::vector<Mention> out;
    constexpr std::size_t bytes_a_mention = 80;  // of dense news
    out.reserve(std::min(text.reading.size() / bytes_a_mention, limits::mentions));
    extract(text, work, out);
    return out;
}

std::string_view name_of(MentionKind kind) {
    static constexpr std::string_view names[] = {"number",   "percent", "money",    "quantity",   "range", "ratio",
                                                 "multiple", "rank",    "change",   "comparison", "trend", "quantifier",
                                                 "date",     "period",  "duration", "age"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Hedge hedge) {
    switch (hedge) {
        case Hedge::exact: return "exact";
        case Hedge::about:
        case Hedge::close_to: return "about";
        case Hedge::over:
        case Hedge::just_over: return "over";
        case Hedge::under:
        case Hedge::just_under: return "under";
        case Hedge::at_least: return "at_least";
        case Hedge::at_most:
        case Hedge::up_to: return "at_most";
        case Hedge::nearly: return "nearly";
    }
    return "exact";
}

}  // namespace factcheck
