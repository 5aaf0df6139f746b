// Words of change and how they govern values: "rose by 5 percent to $10 billion from $9.5 billion", "a 10 percent increase".
#include "extract/parts.hpp"

#include "grammar/change.hpp"

namespace factcheck::extracting {

namespace {

constexpr int reach = 9;         // words between a word of change and "by", "to" or "from"
constexpr int direct_reach = 3;  // adverbs and articles right before the value
constexpr int object_reach = 5;  // what is changed, before its value: "cut its key lending rate 50 basis points"

struct ChangeDraft : Draft {
    int value = 0;
};

template <typename Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<grammar::change_verb> {
    template <typename Input>
    static void apply(const Input& in, ChangeDraft& draft) {
        draft.value = grammar::find_word(grammar::change_verbs, in.string_view())->value;
    }
};
template <>
struct action<grammar::change_noun> {
    template <typename Input>
    static void apply(const Input& in, ChangeDraft& draft) {
        draft.value = grammar::find_word(grammar::change_nouns, in.string_view())->value;
    }
};

template <>
struct action<grammar::particle> {
    template <typename Input>
    static void apply(const Input& in, ChangeDraft& draft) {
        draft.value = grammar::find_word(grammar::change_particles, in.string_view())->value;
    }
};

// Verbs that say where a level was when "down", "off" or "up" stands behind them.
constexpr auto before_off = grammar::word_list(
    std::to_array<std::string_view>({"is", "are", "was", "were", "be", "been", "being", "closed", "ended", "finished", "traded",
                                     "trading", "opened", "settled", "stood", "ending", "closing"}));

constexpr auto giving = grammar::word_list(std::to_array<std::string_view>({"give", "gives", "gave", "given", "giving"}));
// Verbs that "up" belongs to.
constexpr auto up_as_part = grammar::word_list(std::to_array<std::string_view>(
    {"make",   "makes",  "made",   "making", "set",     "sets",    "setting", "wake", "woke",   "turn",  "turned", "turns",
     "show",   "showed", "shows",  "grew",   "grow",    "growing", "pop",     "sign", "signed", "back",  "backed", "blow",
     "blew",   "blown",  "tie",    "tied",   "use",     "used",    "using",   "eat",  "ate",    "eats",  "take",   "takes",
     "took",   "taken",  "taking", "hold",   "held",    "line",    "lined",   "put",  "puts",   "sum",   "sums",   "add",
     "adds",   "added",  "adding", "call",   "called",  "meet",    "met",     "look", "looked", "split", "break",  "broke",
     "broken", "free",   "frees",  "freed",  "freeing", "catch",   "caught",  "mix",  "dig",    "dug",   "snap",   "snapped"}));

using grammar::is_letter;

Direction direction(int value) { return value > 0 ? Direction::up : value < 0 ? Direction::down : Direction::none; }

}  // namespace

namespace {

constexpr int needs_back = 5;  // "scaled back", "pulled down"

// "up", "down", "higher", "lower", before which "back" may stand, and "back" alone where it says enough; empty without one.
Span particle_behind(const Reader& reader, std::size_t at, bool back_alone) {
    const Span first = word_after(reader, at);
    const bool back = is_word(reader.words(first), "back");
    const Span second = back ? word_after(reader, first.end) : first;
    for (const std::string_view way : {"up", "down", "higher", "lower"})
        if (is_word(reader.words(second), way)) return second;
    return back && back_alone ? first : Span{at, at};
}

}  // namespace

std::optional<Change> change_at(const Reader& reader, std::size_t at) {
    ChangeDraft draft;
    std::size_t end = read_at<grammar::change_word, action>(reader, at, draft);
    if (end == nowhere) return std::nullopt;
    // "edged up", "inched back down", "scaled back": the particle says which way.
    if (draft.value == 0 || draft.value == needs_back) {
        const Span last = particle_behind(reader, end, draft.value == needs_back);
        if (last.empty()) return std::nullopt;
        const std::string_view way = reader.words(last);
        const bool up = is_word(way, "up") || is_word(way, "higher");
        if (draft.value == needs_back && up) return std::nullopt;  // "rolled up its sleeves"
        draft.value = draft.value == needs_back ? -2 : up ? 1 : -1;
        end = last.end;
    }
    // "up to 5", "cut off": no change.
    const std::string_view word = reader.words({at, end});
    const std::string_view after = reader.words(word_after(reader, end));
    const std::string_view before = reader.words(word_before(reader, at));
    // "gave up 3 percent" is a loss; "makes up 40 percent" no change.
    if (is_word(word, "up") && up_as_part.has(before)) return std::nullopt;
    if (is_word(word, "up") && giving.has(before)) draft.value = -2;
    if (is_word(word, "up") &&
        (is_word(after, "and") || is_word(after, "with") || is_word(after, "until") || is_word(after, "of")))
        return std::nullopt;
    if ((is_word(word, "fall") || is_word(word, "rise") || is_word(word, "drop")) && is_word(before, "last")) return std::nullopt;
    if (is_word(word, "down") && is_word(after, "the")) return std::nullopt;
    if (is_word(word, "off") && !before_off.has(before)) return std::nullopt;
    if ((is_word(word, "higher") || is_word(word, "lower")) && is_word(after, "than")) return std::nullopt;
    // "declined to say": a refusal, unless a figure follows.
    const char next = reader.at(word_after(reader, word_after(reader, end).end).begin);
    if ((is_word(word, "declined") || is_word(word, "declines")) && is_word(after, "to") && grammar::is_letter(next) &&
        static_cast<unsigned char>(next) < 0x80)
        return std::nullopt;
    Mention out;
    out.kind = MentionKind::change;
    out.direction = direction(draft.value);
    out.span = out.core = {at, end};
    const bool adds = draft.value == 4;
    return Change{out, draft.value == 1 || draft.value == -1, adds || draft.value == 3 || draft.value == -3, adds};
}

namespace {

// The next word between a change and its value; possessive endings and hyphens part no words: "Australia's year-on-year".
Span next_word(const Reader& reader, std::size_t at) {
    if (reader.at(at) == '\'' && reader.at(at + 1) == 's') at += 2;
    if (reader.at(at) == '-') ++at;
    const Span word = word_after(reader, at);
    if (!word.empty() || !grammar::is_digit(reader.at(word.begin))) return word;
    constexpr std::size_t longest_figure = 40;
    std::size_t end = word.begin;  // "its 1986 pre-tax profit"
    while (end < reader.end() && end - word.begin < longest_figure && !grammar::is_gap(reader.text[end])) ++end;
    const char last = reader.text[end - 1];
    if (last == ',' && reader.text.substr(word.begin, end - word.begin).find('-') != std::string_view::npos)
        return {word.begin, word.begin};  // "Down 24-10, they scored 20"
    return {word.begin, end};
}

// What stands between a word of change and its value.
struct Between {
    int words = 0;
    bool ended = false;        // a clause, a verb or a mark parts them
    bool fillers_only = true;  // articles, adverbs and joints alone
    bool phrase = false;       // a preposition opens another phrase
    bool of_noun = false;      // "a drop in output of"
    bool to_level = false;     // "to a record high of"
    bool from_level = false;   // "from the record low of"
    std::string_view last;
    std::string_view before_last;
};

constexpr auto joints = grammar::word_list(std::to_array<std::string_view>({"by", "of", "to", "from", "at"}));
constexpr auto prepositions = grammar::word_list(
    std::to_array<std::string_view>({"in",     "on",     "over",    "with",    "under", "against", "among",  "amongst", "into",
                                     "within", "during", "through", "between", "near",  "without", "across", "around",  "about",
                                     "below",  "above",  "behind",  "off",     "at",    "of",      "by",     "from",    "to"}));

void add_word(const Reader& reader, Span word, Between& out) {
    out.before_last = out.last;
    out.last = reader.words(word);
    const bool joint = joints.has(out.last);
    const bool filler = read_at<grammar::change_filler>(reader, word.begin) == word.end;
    if (grammar::change_ends.has(out.last)) out.ended = true;
    if (out.words == 0 && is_word(out.last, "in")) out.of_noun = true;
    out.to_level = is_word(out.last, "to") || (out.to_level && grammar::level_words.has(out.last));
    out.from_level = is_word(out.last, "from") || (out.from_level && grammar::level_words.has(out.last));
    out.fillers_only = out.fillers_only && (filler || joint);
    out.phrase = out.phrase || prepositions.has(out.last);
    ++out.words;
}

Between words_between(const Reader& reader, std::size_t from, std::size_t at) {
    Between out;
    std::size_t now = from;
    while (now < at && !out.ended) {
        const Span word = next_word(reader, now);
        reader.work->bytes += word.end - now;
        if (word.begin >= at) break;
        if (word.empty() || out.words == reach)
            out.ended = true;
        else
            add_word(reader, word, out);
        now = word.end;
    }
    return out;
}

// Of these there is no verb.
constexpr auto nouns = grammar::word_list(std::to_array<std::string_view>(
    {"growth", "expansion", "contraction", "reduction", "reductions", "loss", "losses", "improvement", "appreciation",
     "depreciation", "addition", "downturn", "upturn", "uptick", "premium", "slowdown", "devaluation", "acceleration"}));
constexpr auto growing = grammar::word_list(std::to_array<std::string_view>(
    {"growing", "grow", "grows", "grew", "grown", "expanding", "expanded", "rising", "increasing", "shrinking", "declining"}));

bool names_a_doer(std::string_view word) { return word.ends_with("ed") || grammar::doers_before_by.has(word); }

}  // namespace

Governing governed(const Reader& reader, std::size_t from, std::size_t at, Direction way) {
    const Between between = words_between(reader, from, at);
    if (between.ended) return {};
    Governing out;
    out.direction = way;
    const std::string_view last = between.last;
    if (is_word(last, "by")) {
        if (between.words > 1 && names_a_doer(between.before_last)) return {};
        out.by = true;
    } else if (between.to_level) {
        out.to = true;
    } else if (between.from_level) {
        out.from = true;
    } else if (is_word(last, "of") && (between.fillers_only || between.of_noun) &&
               !grammar::places_on_scale.has(between.before_last)) {
        out.by = true;
        // "an increase of 5", "a growth rate of 5"; "grew at a rate of 5"
        out.named = between.words == 1 || between.of_noun || nouns.has(reader.words(word_before(reader, from + 1)));
    } else if (is_word(last, "at") && between.words == 1 && growing.has(reader.words(word_before(reader, from + 1)))) {
        out.direct = out.measured = true;  // "is growing at 5 percent a year"
    } else if (between.fillers_only && between.words <= direct_reach && !prepositions.has(last)) {
        out.direct = true;
    } else if (!between.phrase && between.words <= object_reach) {
        out.object = true;
    } else {
        return {};
    }
    return out;
}

Behind direction_behind(const Reader& reader, std::size_t at, bool particles) {
    if (!word_goes_on(reader, at)) return {};
    ChangeDraft draft;
    std::size_t end = read_at<grammar::noun_of_change, action>(reader, at, draft);
    const bool named = end != nowhere;
    if (end == nowhere && particles) end = read_at<grammar::particle_of_change, action>(reader, at, draft);
    if (end == nowhere) return {};
    std::size_t begin = end;
    while (begin > at && is_letter(reader.text[begin - 1])) --begin;
    const std::string_view noun = reader.words({begin, end});
    // "the 512-seat Lower House"
    if (noun.size() > 1 && noun[0] >= 'A' && noun[0] <= 'Z' && is_letter(noun[1]) && grammar::to_lower(noun[1]) == noun[1])
        return {};
    return {direction(draft.value), end, draft.value == 3 || draft.value == -3, named};
}

}  // namespace factcheck::extracting
