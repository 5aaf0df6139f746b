#include "mentions.hpp"

#include "extract/extract.hpp"
#include "lexicon/units.hpp"
#include "link/stated.hpp"
#include "link/tense.hpp"
#include "link/time.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

constexpr int places = 15;  // of a value that does not end: 2/3 is printed 0.666666666666667

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

void append_lower(std::string& out, std::string_view words) {
    for (const char c : words) out += c == '\n' ? ' ' : to_lower(c);
}

struct Irregular {
    std::string_view plural;
    std::string_view singular;
};
constexpr std::array irregulars = std::to_array<Irregular>({{"men", "man"},
                                                            {"women", "woman"},
                                                            {"children", "child"},
                                                            {"feet", "foot"},
                                                            {"teeth", "tooth"},
                                                            {"mice", "mouse"},
                                                            {"geese", "goose"},
                                                            {"criteria", "criterion"},
                                                            {"phenomena", "phenomenon"},
                                                            {"policemen", "policeman"},
                                                            {"gunmen", "gunman"},
                                                            {"servicemen", "serviceman"},
                                                            {"fishermen", "fisherman"},
                                                            {"grandchildren", "grandchild"},
                                                            {"lives", "life"},
                                                            {"wives", "wife"},
                                                            {"knives", "knife"},
                                                            {"leaves", "leaf"},
                                                            {"halves", "half"},
                                                            {"thieves", "thief"},
                                                            {"wolves", "wolf"},
                                                            {"shelves", "shelf"},
                                                            {"series", "series"},
                                                            {"species", "species"},
                                                            {"headquarters", "headquarters"},
                                                            {"movies", "movie"},
                                                            {"cookies", "cookie"},
                                                            {"calories", "calorie"},
                                                            {"analyses", "analysis"},
                                                            {"crises", "crisis"},
                                                            {"buses", "bus"},
                                                            {"viruses", "virus"},
                                                            {"gases", "gas"},
                                                            {"shoes", "shoe"},
                                                            {"toes", "toe"},
                                                            {"foes", "foe"}});

// Makes a noun phrase singular, which is its last word; it begins at `from`.
void make_singular(std::string& phrase, std::size_t from) {
    const std::size_t cut = phrase.find_last_of(" -");
    if (cut != std::string::npos && cut >= from) from = cut + 1;
    const std::string_view head = std::string_view(phrase).substr(from);
    const auto found =
        std::find_if(irregulars.begin(), irregulars.end(), [&](const Irregular& row) { return row.plural == head; });
    const auto ends = [&](std::string_view end) { return head.size() > end.size() + 1 && head.ends_with(end); };
    if (found != irregulars.end())
        phrase.replace(from, head.size(), found->singular);
    else if (ends("ies"))
        phrase.replace(phrase.size() - 3, 3, "y");
    else if (ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zes") || (ends("oes") && head != "canoes"))
        phrase.resize(phrase.size() - 2);
    else if (ends("s") && !ends("ss") && !ends("us") && !ends("is"))
        phrase.pop_back();
}

bool same_words(std::string_view text, std::string_view lower) {
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return (a == '\n' ? ' ' : to_lower(a)) == b; });
}

// "of the companies" counts companies, "two more ships" ships.
std::string_view without_lead(std::string_view phrase) {
    for (const std::string_view lead : {"of the ", "of its ", "of their ", "of his ", "of her ", "of our ", "more ", "other "})
        if (phrase.size() >= lead.size() && same_words(phrase.substr(0, lead.size()), lead)) phrase.remove_prefix(lead.size());
    return phrase;
}

// "Kia and Hyundai vehicles" are named by their words without the joint.
void drop_joint(std::string& phrase, std::size_t from) {
    for (const std::string_view joint : {" and ", " or "})
        if (const std::size_t at = phrase.find(joint, from); at != std::string::npos) phrase.erase(at, joint.size() - 1);
}

void append_noun(std::string& out, std::string_view phrase) {
    const std::size_t from = out.size();
    append_lower(out, phrase);
    drop_joint(out, from);
    make_singular(out, from);
}

void append_counted(std::string& out, std::string_view phrase) {
    // "won three times": a factor or a frequency, not an hour.
    if (same_words(phrase, "times") || same_words(phrase, "time"))
        out += "times";
    else
        append_noun(out, without_lead(phrase));
}

// Whether the text names money by the last word of its name alone: "9 billion shekels". Whose they are is said by the code.
bool says_last_word(std::string_view words, std::string_view last) {
    if (same_words(words, "dlrs") || same_words(words, "dlr") || same_words(words, "cts")) return true;
    if (words.size() == last.size() + 1 && to_lower(words.back()) == 's') words.remove_suffix(1);
    return same_words(words, last);
}

// A bare sign is named in full, unless a rate makes a phrase of it: "$5 per barrel" is a dollar per barrel.
std::string_view money_name(const Text& text, const Mention& mention, std::string_view name) {
    const std::size_t cut = name.find_last_of(' ');
    if (cut == std::string_view::npos) return name;
    const std::string_view last = name.substr(cut + 1);
    const std::string_view words = words_at(text, mention.unit_words);
    const bool sign = words.find_first_not_of("$ ") == std::string_view::npos;
    const bool rate = mention.unit.dimension == Dimension::rate;
    return says_last_word(words, last) || (sign && rate) ? last : name;
}

void append_base(std::string& out, const Text& text, const Mention& mention) {
    if (mention.kind == MentionKind::multiple) return void(out += "times");
    if (mention.unit.code == "1") return append_counted(out, words_at(text, mention.unit_words));
    for (const Dimension dimension :
         {mention.unit.dimension, Dimension::money, Dimension::time, Dimension::count, Dimension::mass, Dimension::volume,
          Dimension::length, Dimension::energy, Dimension::area, Dimension::information, Dimension::percent})
        if (const UnitRow* row = unit_row({dimension, mention.unit.code})) {
            out += dimension == Dimension::money || row->unit.dimension == Dimension::money ? money_name(text, mention, row->name)
                                                                                            : row->name;
            return;
        }
}

void append_per(std::string& out, const Text& text, const Mention& mention) {
    if (mention.per_words.empty()) return;
    out += " per ";
    if (const UnitRow* row = unit_row(mention.per))
        out += row->name;
    else
        append_noun(out, words_at(text, mention.per_words));
}

bool is_composed(const Mention& mention) {
    return mention.unit.dimension == Dimension::rate && unit_row(mention.unit) == nullptr;
}

void set_unit(const Text& text, const Mention& mention, ReportMention& out) {
    append_base(out.unit, text, mention);
    if (mention.kind == MentionKind::age)
        out.unit += " of age";
    else if (is_composed(mention))
        append_per(out.unit, text, mention);
    out.unit_code = mention.unit.code;
    if (is_composed(mention) && !mention.per.code.empty()) out.unit_code.append("/").append(mention.per.code);
}

bool has_value(const Mention& mention) {
    switch (mention.kind) {
        case MentionKind::change:
        case MentionKind::comparison:
        case MentionKind::trend:
        case MentionKind::quantifier:
        case MentionKind::date:
        case MentionKind::period: return false;
        default: return true;
    }
}

std::string decimal(const Rational& value) { return to_decimal_string(value, places, Rounding::nearest); }

// Without zeros at its end: "1.40" is 1.4.
std::string decimal(Decimal value) {
    while (value.exponent < 0 && value.coefficient % 10 == 0) {
        value.coefficient /= 10;
        ++value.exponent;
    }
    return value.exponent < -places ? decimal(value.rational()) : value.str();
}

std::string decimal(const Number& number) {
    return number.denominator == 1 ? decimal(number.value) : decimal(number.value.rational() / number.denominator);
}

Rational value_of(const Number& number) { return number.value.rational() / number.denominator; }

// What the words allow, where that is not the number alone.
void add_limits(const Mention& mention, ReportMention& out) {
    // A range is printed by its own ends: half a unit of rounding is the business of the checks.
    if (mention.is_range && (mention.hedge == Hedge::exact || mention.hedge == Hedge::about)) {
        const bool falls = value_of(mention.upper) < value_of(mention.number);  // "ranging from 3.25 to 2.375"
        out.low = decimal(falls ? mention.upper : mention.number);
        out.high = decimal(falls ? mention.number : mention.upper);
        return;
    }
    if (mention.hedge == Hedge::exact && mention.number.sort != Sort::vague) return;
    if (const auto limits = decimal_limits(mention)) {
        if (limits->low) out.low = decimal(*limits->low);
        if (limits->high) out.high = decimal(*limits->high);
        return;
    }
    const Interval set = allowed(mention);
    if (is_empty(set)) return;
    if (set.low) out.low = decimal(set.low->value);
    if (set.high) out.high = decimal(set.high->value);
}

void add_value(const Mention& mention, ReportMention& out) {
    if (!has_value(mention) || mention.number.too_large || (mention.kind == MentionKind::rank && mention.rank.position == 0))
        return;
    if (mention.kind == MentionKind::rank) {
        out.value = std::to_string(mention.rank.position);
        return;
    }
    if (!mention.is_range) out.value = mention.number.denominator == 1 ? mention.number.value.str() : decimal(mention.number);
    if (!mention.is_range || !mention.upper.too_large) add_limits(mention, out);
}

// ISO 8601 lengths: P4D, PT3M, P1.5Y.
std::string duration(const Mention& mention) {
    if (mention.number.too_large) return {};
    std::string number = mention.is_range ? decimal(mention.upper) : decimal(mention.number);
    if (mention.time.vague || mention.number.sort == Sort::vague) number = "X";
    struct Letter {
        std::string_view code;
        std::string_view before;
        std::string_view after;
    };
    constexpr std::array letters = std::to_array<Letter>({{"d", "P", "D"},
                                                          {"wk", "P", "W"},
                                                          {"mo", "P", "M"},
                                                          {"a", "P", "Y"},
                                                          {"10.a", "P", "DE"},
                                                          {"100.a", "P", "CE"},
                                                          {"h", "PT", "H"},
                                                          {"min", "PT", "M"},
                                                          {"s", "PT", "S"}});
    for (const Letter& letter : letters)
        if (letter.code == mention.unit.code) return std::string(letter.before) + number + std::string(letter.after);
    return {};
}

// Empties the strings and keeps their room.
void clear(ReportMention& out) {
    for (std::string* text : {&out.text, &out.unit, &out.unit_code, &out.timex}) text->clear();
    for (std::optional<std::string>* number : {&out.value, &out.low, &out.high}) number->reset();
}

void fill(ReportMention& out, const Text& text, CodePointCursor& code_points, const Mention& mention,
          const TimeContext& context) {
    clear(out);
    const Span original = original_span(text, mention.span);
    out.start = code_points.before(original.begin);
    out.end = code_points.before(original.end);
    out.text.assign(text.original, original.begin, original.size());
    out.kind = name_of(mention.kind);
    add_value(mention, out);
    if (has_value(mention) && mention.kind != MentionKind::rank) set_unit(text, mention, out);
    out.hedge = name_of(mention.hedge);
    const Direction direction = mention.to || mention.from          ? Direction::none
                                : mention.kind == MentionKind::rank ? mention.rank.order
                                                                    : mention.direction;
    out.direction = direction == Direction::none ? "" : direction == Direction::up ? "up" : "down";
    if (mention.kind == MentionKind::duration && mention.time.kind != TimeKind::relative)
        out.timex = duration(mention);
    else if (mention.time.kind != TimeKind::none)
        out.timex = timex_value(mention.time, context);
}

}  // namespace

namespace {

// Whether what it stands for is told by the words and the document's day alone, whatever was named before.
bool stands_alone(const TimeExpression& time) {
    const CalendarFields& fields = time.start;
    switch (time.kind) {
        case TimeKind::calendar: return !fields.fiscal && !fields.two_years && (fields.day == 0 || fields.month != 0);
        case TimeKind::relative: return time.anchor == Anchor::document && !fields.fiscal;
        case TimeKind::decade:
        case TimeKind::century: return true;
        default: return false;
    }
}

// Whether its place among the years, months or weeks is left to the tense.
bool hangs_on_tense(const TimeExpression& time) {
    const CalendarFields& fields = time.start;
    const bool open = fields.year == 0 && !fields.stepped && !fields.fiscal;
    switch (time.kind) {
        case TimeKind::calendar: return open;
        case TimeKind::range: return open && time.end.year == 0 && !time.end.stepped;
        default: return false;
    }
}

// The context of a text's times. What "the following month" counts from is resolved only when something counts from it.
class Times {
public:
    Times(const Text& text, std::vector<const Mention*>& unresolved) : text_(text), unresolved_(unresolved) {
        context_.document = text.dateline ? text.dateline : text.date;
        unresolved_.clear();
    }

    // The context of a mention that comes next in the text.
    const TimeContext& before(const Mention& mention) {
        if (mention.time.kind != TimeKind::none && !stands_alone(mention.time)) settle();
        context_.tense = Tense::unknown;
        if (hangs_on_tense(mention.time) && !is_near(mention.time)) context_.tense = tense_of(mention);
        return context_;
    }

    // What was named is resolved: mentions so far are no longer needed.
    void let_go() { settle(); }

    void after(const Mention& mention) {
        const bool time = mention.kind == MentionKind::date || mention.kind == MentionKind::period;
        const bool base =
            mention.time.kind == TimeKind::relative && mention.time.anchor != Anchor::document && mention.time.count < 0;
        if (!time || base || mention.time.kind == TimeKind::same_period) return;  // what is compared with is not spoken of
        unresolved_.push_back(&mention);
        if (!stands_alone(mention.time)) settle();
    }

private:
    // A day or month close by is meant, whatever the tense: "the dividend announced today is payable on 13 April".
    [[nodiscard]] bool is_near(const TimeExpression& time) const {
        const std::chrono::days near{time.kind == TimeKind::range ? 50 : 100};
        if (!context_.document || (time.start.month == 0 && time.end.month == 0 && time.start.holiday == 0)) return false;
        const Resolved nearest = resolve_loosely(time, context_);
        if (nearest.candidates.empty()) return false;
        const Period& found = nearest.candidates.front();
        return found.first - *context_.document < near && *context_.document - found.last < near;
    }

    Tense tense_of(const Mention& mention) {
        const auto& sentences = text_.sentences;
        while (sentence_ + 1 < sentences.size() && sentences[sentence_].span.end <= mention.span.begin) ++sentence_;
        if (sentence_ >= sentences.size()) return Tense::unknown;
        return tense_around(text_.reading, sentences[sentence_].span, mention.span);
    }

    // The last that is not open is what was named.
    void settle() {
        context_.tense = Tense::unknown;
        for (; !unresolved_.empty(); unresolved_.pop_back()) {
            const Mention& last = *unresolved_.back();
            const Resolved resolved = resolve(last.time, context_);
            if (resolved.candidates.empty()) continue;
            context_.named = resolved.candidates.front();
            context_.named_words = std::string(words_at(text_, last.span));
            unresolved_.clear();
            return;
        }
    }

    const Text& text_;
    std::vector<const Mention*>& unresolved_;
    TimeContext context_;
    std::size_t sentence_ = 0;  // that of the mention last asked for
};

}  // namespace

void each_mention(const Text& text, MentionRoom& room, const MentionSink& sink) {
    Work work;
    CodePointCursor code_points(text);
    Times times(text, room.unresolved);
    room.mentions.clear();
    const auto report = [&] {
        for (const Mention& mention : room.mentions) {
            fill(room.report, text, code_points, mention, times.before(mention));
            sink(room.report);
            times.after(mention);
        }
    };
    // Some sentences at a time: a text full of figures has many times its own size in mentions.
    constexpr std::size_t many = 1024;
    for (const Sentence& sentence : text.sentences) {
        extract_sentence(text.reading, sentence.span, room.mentions, work);
        if (room.mentions.size() < many) continue;
        report();
        times.let_go();
        room.mentions.clear();
    }
    report();
}

std::vector<ReportMention> mentions_of(const Text& text) {
    std::vector<ReportMention> out;
    MentionRoom room;
    each_mention(text, room, [&](const ReportMention& mention) { out.push_back(mention); });
    return out;
}

}  // namespace factcheck
