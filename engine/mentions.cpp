#include "mentions.hpp"

#include "extract/extract.hpp"
#include "link/stated.hpp"
#include "link/tense.hpp"
#include "link/time.hpp"
#include "unit_name.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

constexpr int places = 15;  // of a value that does not end: 2/3 is printed 0.666666666666667

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

bool is_less(const Number& a, const Number& b) {
    return a.denominator == 1 && b.denominator == 1 ? a.value < b.value : value_of(a) < value_of(b);
}

// What the words allow, where that is not the number alone.
void add_limits(const Mention& mention, ReportMention& out) {
    // A range is printed by its own ends: half a unit of rounding is the business of the checks.
    if (mention.is_range && (mention.hedge == Hedge::exact || mention.hedge == Hedge::about)) {
        const bool falls = is_less(mention.upper, mention.number);  // "ranging from 3.25 to 2.375"
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

std::string whole_part(const Number& number) {
    const std::string digits = decimal(number);
    return digits.substr(0, digits.find('.'));
}

// The further parts of a length: of P2Y3M the 3M, of P1DT4H the T4H.
std::string further(const TimeExpression& time, bool within_day) {
    constexpr std::string_view letters = "YMWDHMS";
    std::string out;
    for (const FurtherLength& part : time.further) {
        if (part.count == 0) break;
        if (part.unit >= LengthUnit::hour && !within_day) out += 'T';
        within_day = within_day || part.unit >= LengthUnit::hour;
        out += std::to_string(part.count) + letters[static_cast<std::size_t>(part.unit)];
    }
    return out;
}

// ISO 8601 lengths: P4D, PT3M, P1.5Y.
std::string duration(const Mention& mention) {
    if (mention.number.too_large) return {};
    if (mention.time.business) return "P" + std::to_string(mention.time.count) + "BD";
    const bool parts = mention.time.further[0].count != 0;
    std::string number = mention.is_range ? decimal(mention.upper) : parts ? whole_part(mention.number) : decimal(mention.number);
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
        if (letter.code == mention.unit.code)
            return std::string(letter.before) + number + std::string(letter.after) + further(mention.time, letter.before == "PT");
    return {};
}

// Empties the strings and keeps their room.
void clear(ReportMention& out) {
    for (std::string* text : {&out.text, &out.unit, &out.unit_code, &out.timex}) text->clear();
    for (std::optional<std::string>* number : {&out.value, &out.low, &out.high}) number->reset();
}

// "a 29-year-old" says a length; "aged 29" a number.
bool says_length(const Text& text, const Mention& mention) {
    const std::string_view words = words_at(text, mention.span);
    return !mention.is_range && words.find("-year-old") != std::string_view::npos;
}

void fill(ReportMention& out, const Text& text, CodePointCursor& code_points, const Mention& mention,
          const TimeContext& context) {
    clear(out);
    const Span original = original_span(text, mention.span);
    out.start = code_points.before(original.begin);
    out.end = code_points.before(original.end);
    out.text.assign(text.original, original.begin, original.size());
    // "several towns", "a couple of cats": how many is not counted, though the words have bounds.
    const bool few =
        mention.number.sort == Sort::vague && mention.number.value.exponent == 0 && mention.number.value < Decimal{10, 0};
    out.kind = name_of(few && mention.kind == MentionKind::quantity ? MentionKind::quantifier : mention.kind);
    add_value(mention, out);
    if (has_value(mention) && mention.kind != MentionKind::rank) {
        append_unit_name(out.unit, text, mention);
        append_unit_code(out.unit_code, mention);
    }
    out.hedge = name_of(mention.hedge);
    // A level was not moved, nor the size that a noun names: "a rise of 5 percent" says so itself.
    const Direction direction = mention.named || mention.to || mention.from ? Direction::none
                                : mention.kind == MentionKind::rank         ? mention.rank.order
                                                                            : mention.direction;
    out.direction = direction == Direction::none ? "" : direction == Direction::up ? "up" : "down";
    if (mention.kind == MentionKind::age && says_length(text, mention))
        out.timex = duration(mention);
    else if (mention.kind == MentionKind::duration && mention.time.kind != TimeKind::relative)
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
        case TimeKind::clock: return true;
        default: return false;
    }
}

// The context of a text's times. What "the following month" counts from is resolved only when something counts from it.
class Times {
public:
    Times(const Text& text, std::vector<NamedTime>& unresolved) : text_(text), unresolved_(unresolved) {
        context_.document = text.dateline ? text.dateline : text.date;
        context_.notes = false;
        unresolved_.clear();
    }

    // The context of a mention that comes next in the text.
    const TimeContext& before(const Mention& mention) {
        if (mention.time.kind != TimeKind::none && !stands_alone(mention.time)) settle();
        set_tense(mention);
        return context_;
    }

    // What was named is resolved: mentions so far are no longer needed.
    void let_go() { settle(); }

    void after(const Mention& mention) {
        const bool time = mention.kind == MentionKind::date || mention.kind == MentionKind::period;
        const bool base =
            mention.time.kind == TimeKind::relative && mention.time.anchor != Anchor::document && mention.time.count < 0;
        if (!time || base || mention.time.kind == TimeKind::same_period) return;  // what is compared with is not spoken of
        unresolved_.push_back({&mention, context_.tense});
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

    void set_tense(const Mention& mention) {
        context_.tense = Tense::unknown;
        if (!hangs_on_tense(mention.time)) return;
        if (surely_past(text_.reading, sentence_of(mention), mention.span))
            context_.tense = Tense::past;
        else if (!is_near(mention.time))
            context_.tense = tense_around(text_.reading, sentence_of(mention), mention.span,
                                          mention.time.start.weekday != 0 && mention.time.start.day == 0);
    }

    // Mentions are asked for by their place.
    Span sentence_of(const Mention& mention) {
        const auto& sentences = text_.sentences;
        while (sentence_ + 1 < sentences.size() && sentences[sentence_].span.end <= mention.span.begin) ++sentence_;
        return sentence_ < sentences.size() ? sentences[sentence_].span : mention.span;
    }

    // The last that is not open is what was named.
    void settle() {
        for (; !unresolved_.empty(); unresolved_.pop_back()) {
            const NamedTime& last = unresolved_.back();
            context_.tense = last.tense;
            const Resolved resolved = resolve(last.mention->time, context_);
            if (resolved.candidates.empty()) continue;
            context_.named = resolved.candidates.front();
            unresolved_.clear();
            return;
        }
    }

    const Text& text_;
    std::vector<NamedTime>& unresolved_;
    TimeContext context_;
    std::size_t sentence_ = 0;  // that of the mention last asked for
};

}  // namespace

namespace {

// "from 340 to 910 cases", "from $75 a barrel to $46": the way from the one to the other is told as a range.
std::optional<Mention> way_between(const Text& text, const Mention& from, const Mention& to) {
    const bool plain = !from.is_range && !to.is_range && from.hedge == Hedge::exact && to.hedge == Hedge::exact &&
                       !from.number.too_large && !to.number.too_large;
    if (!from.from || !to.to || !plain || from.unit.code != to.unit.code || from.span.end >= to.span.begin) return std::nullopt;
    const std::string_view joint = words_at(text, {from.span.end, to.span.begin});
    if (joint.size() != 4 || joint.substr(1, 2) != "to") return std::nullopt;
    Mention out = to;
    out.span.begin = out.core.begin = from.span.begin;
    out.number = from.number;
    out.upper = to.number;
    out.is_range = true;
    out.from = out.to = false;
    out.direction = Direction::none;
    if (out.kind == MentionKind::number) out.kind = MentionKind::range;
    return out;
}

}  // namespace

void each_mention(const Text& text, MentionRoom& room, const MentionSink& sink) {
    Work work;
    CodePointCursor code_points(text);
    Times times(text, room.unresolved);
    room.mentions.clear();
    const auto report = [&] {
        for (std::size_t i = 0; i < room.mentions.size(); ++i) {
            const Mention& mention = room.mentions[i];
            const bool both = mention.from && i + 1 < room.mentions.size();
            const auto way = both ? way_between(text, mention, room.mentions[i + 1]) : std::nullopt;
            fill(room.report, text, code_points, way ? *way : mention, times.before(mention));
            sink(room.report);
            times.after(mention);
            if (way) ++i;
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
