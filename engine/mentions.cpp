#include "mentions.hpp"

#include "extract/extract.hpp"
#include "lexicon/units.hpp"
#include "link/stated.hpp"
#include "link/time.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

constexpr int places = 15;  // of a value that does not end: 2/3 is printed 0.666666666666667

std::string lower(std::string_view words) {
    std::string out(words);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '\n') c = ' ';
    }
    return out;
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
                                                            {"shoes", "shoe"}});

// The singular of a noun phrase: of its last word.
std::string singular(std::string phrase) {
    const std::size_t cut = phrase.find_last_of(" -");
    const std::size_t from = cut == std::string::npos ? 0 : cut + 1;
    const std::string head = phrase.substr(from);
    const auto found =
        std::find_if(irregulars.begin(), irregulars.end(), [&](const Irregular& row) { return row.plural == head; });
    if (found != irregulars.end()) return phrase.replace(from, head.size(), found->singular);
    const auto ends = [&](std::string_view end) { return head.size() > end.size() + 1 && head.ends_with(end); };
    if (ends("ies")) return phrase.replace(phrase.size() - 3, 3, "y");
    if (ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zes")) return phrase.substr(0, phrase.size() - 2);
    if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) phrase.pop_back();
    return phrase;
}

// "of the companies" counts companies.
std::string without_lead(std::string phrase) {
    for (const std::string_view lead : {"of the ", "of its ", "of their "})
        if (phrase.starts_with(lead)) phrase.erase(0, lead.size());
    return phrase;
}

std::string name_of_base(const Text& text, const Mention& mention) {
    if (mention.unit.code == "1") return singular(without_lead(lower(words_at(text, mention.unit_words))));
    for (const Dimension dimension :
         {mention.unit.dimension, Dimension::money, Dimension::time, Dimension::count, Dimension::mass, Dimension::volume,
          Dimension::length, Dimension::energy, Dimension::area, Dimension::information, Dimension::percent})
        if (const UnitRow* row = unit_row({dimension, mention.unit.code})) return std::string(row->name);
    return {};
}

std::string per_name(const Text& text, const Mention& mention) {
    if (mention.per_words.empty()) return {};
    if (const UnitRow* row = unit_row(mention.per)) return std::string(row->name);
    return singular(lower(words_at(text, mention.per_words)));
}

std::string unit_name(const Text& text, const Mention& mention) {
    if (mention.kind == MentionKind::age) return name_of_base(text, mention) + " of age";
    std::string out = name_of_base(text, mention);
    if (mention.unit.dimension == Dimension::rate && unit_row(mention.unit) == nullptr) {
        const std::string per = per_name(text, mention);
        if (!per.empty()) out += " per " + per;
    }
    return out;
}

std::string unit_code(const Mention& mention) {
    std::string code(mention.unit.code);
    if (mention.unit.dimension == Dimension::rate && unit_row(mention.unit) == nullptr && !mention.per.code.empty())
        code += "/" + std::string(mention.per.code);
    return code;
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

void add_value(const Mention& mention, ReportMention& out) {
    if (!has_value(mention) || mention.number.too_large || (mention.kind == MentionKind::rank && mention.rank.position == 0))
        return;
    if (mention.kind == MentionKind::rank) {
        out.value = std::to_string(mention.rank.position);
        return;
    }
    const Stated stated = stated_of(mention);
    if (!mention.is_range) out.value = mention.number.denominator == 1 ? mention.number.value.str() : decimal(stated.n);
    // A range is printed by its own ends: half a unit of rounding is the business of the checks.
    if (mention.is_range && (mention.hedge == Hedge::exact || mention.hedge == Hedge::about)) {
        out.low = decimal(stated.n);
        out.high = decimal(stated.upper);
        return;
    }
    if (mention.hedge == Hedge::exact && mention.number.sort != Sort::vague) return;
    if (is_empty(stated.set)) return;
    if (stated.set.low) out.low = decimal(stated.set.low->value);
    if (stated.set.high) out.high = decimal(stated.set.high->value);
}

// ISO 8601 lengths: P4D, PT3M, P1.5Y.
std::string duration(const Mention& mention) {
    if (mention.number.too_large) return {};
    std::string number = mention.is_range ? decimal(mention.upper.value.rational())
                                          : decimal(mention.number.value.rational() / mention.number.denominator);
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

ReportMention report_of(const Text& text, const Mention& mention, const TimeContext& context) {
    ReportMention out;
    const Span original = original_span(text, mention.span);
    out.start = code_points_before(text, original.begin);
    out.end = code_points_before(text, original.end);
    out.text = text.original.substr(original.begin, original.size());
    out.kind = std::string(name_of(mention.kind));
    add_value(mention, out);
    if (has_value(mention) && mention.kind != MentionKind::rank) {
        out.unit = unit_name(text, mention);
        out.unit_code = unit_code(mention);
    }
    out.hedge = std::string(name_of(mention.hedge));
    const Direction direction = mention.to || mention.from          ? Direction::none
                                : mention.kind == MentionKind::rank ? mention.rank.order
                                                                    : mention.direction;
    if (direction != Direction::none) out.direction = direction == Direction::up ? "up" : "down";
    if (mention.kind == MentionKind::duration)
        out.timex = duration(mention);
    else if (mention.time.kind != TimeKind::none)
        out.timex = timex_value(mention.time, context);
    return out;
}

}  // namespace

std::vector<ReportMention> mentions_of(const Text& text) {
    Work work;
    TimeContext context;
    context.document = text.dateline ? text.dateline : text.date;
    std::vector<ReportMention> out;
    for (const Mention& mention : extract(text, work)) {
        out.push_back(report_of(text, mention, context));
        const bool time = mention.kind == MentionKind::date || mention.kind == MentionKind::period;
        if (!time || mention.time.kind == TimeKind::same_period) continue;
        const Resolved resolved = resolve(mention.time, context);
        if (resolved.candidates.empty()) continue;
        context.named = resolved.candidates.front();  // what "the following month" counts from
        context.named_words = std::string(words_at(text, mention.span));
    }
    return out;
}

}  // namespace factcheck
