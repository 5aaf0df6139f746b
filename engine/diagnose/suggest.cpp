#include "diagnose/suggest.hpp"

#include "bind/evaluate.hpp"
#include "lexicon/units.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

constexpr std::array<std::string_view, 21> number_words{
    "zero",   "one",    "two",      "three",    "four",    "five",    "six",       "seven",    "eight",    "nine",  "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array<std::string_view, 11> ordinal_words{"",      "first",   "second", "third", "fourth", "fifth",
                                                         "sixth", "seventh", "eighth", "ninth", "tenth"};

bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t small_number(std::string_view digits) {
    std::size_t n = 0;
    for (const char c : digits) n = digit(c) ? n * 10 + static_cast<std::size_t>(c - '0') : n;
    return n;
}

std::string lower(std::string_view words) {
    std::string out(words);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

// Where the digits of the first number of the words stand.
Span digits_in(const std::string& words) {
    std::size_t begin = 0;
    while (begin < words.size() && !digit(words[begin])) ++begin;
    std::size_t end = begin;
    while (end < words.size() &&
           (digit(words[end]) || ((words[end] == ',' || words[end] == '.') && end + 1 < words.size() && digit(words[end + 1]))))
        ++end;
    return {begin, end};
}

std::optional<std::size_t> word_at(const std::string& text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        const bool starts = at == 0 || !letter(text[at - 1]);
        const bool ends = at + word.size() >= text.size() || !letter(text[at + word.size()]);
        if (starts && ends) return at;
    }
    return std::nullopt;
}

bool holds_a_number(const std::string& words) {
    const std::string low = lower(words);
    return !digits_in(words).empty() || std::any_of(number_words.begin(), number_words.end(),
                                                    [&](std::string_view word) { return word_at(low, word).has_value(); });
}

// The power of ten of the last digit that is not zero: 170 is a figure in tens.
int last_place(const Rational& n, int decimals) {
    if (decimals > 0 || n == 0) return -decimals;
    int place = 0;
    Rational rest = absolute(n);
    while (denominator(Rational(rest / 10)) == 1 && place < 30) {
        rest /= 10;
        ++place;
    }
    return place;
}

Rational floor_to(const Rational& value, const Rational& step) {
    const Rational steps = value / step;
    boost::multiprecision::cpp_int whole = numerator(steps) / denominator(steps);
    if (steps < 0 && Rational(whole) != steps) --whole;
    return Rational(whole) * step;
}

// A bound that the evidence keeps and that is not so far off as to mislead.
Rational right_bound(const Stated& claim, const Known& evidence) {
    const Rational step = power_of_ten(last_place(claim.n / power_of_ten(claim.scale), claim.decimals) + claim.scale);
    if (claim.hedge == Hedge::under || claim.hedge == Hedge::at_most || claim.hedge == Hedge::up_to) {
        const Rational top = evidence.set.high ? evidence.set.high->value : evidence.e;
        const Rational above_it = floor_to(top, step) + step;
        return above_it;
    }
    const Rational bottom = evidence.set.low ? evidence.set.low->value : evidence.e;
    const Rational under_it = floor_to(bottom, step);
    return claim.hedge == Hedge::over && under_it == bottom ? Rational(under_it - step) : under_it;
}

bool is_bound(Hedge hedge) {
    return hedge == Hedge::over || hedge == Hedge::under || hedge == Hedge::at_least || hedge == Hedge::at_most ||
           hedge == Hedge::up_to;
}

// Words of movement and their opposites, in both senses of each pair.
struct Opposite {
    std::string_view up;
    std::string_view down;
};
constexpr std::array opposites{Opposite{"increase", "decrease"},
                               Opposite{"increased", "decreased"},
                               Opposite{"increases", "decreases"},
                               Opposite{"rise", "fall"},
                               Opposite{"rose", "fell"},
                               Opposite{"rises", "falls"},
                               Opposite{"rising", "falling"},
                               Opposite{"growth", "decline"},
                               Opposite{"grew", "shrank"},
                               Opposite{"up", "down"},
                               Opposite{"higher", "lower"},
                               Opposite{"gain", "loss"},
                               Opposite{"jump", "drop"},
                               Opposite{"jumped", "dropped"},
                               Opposite{"surge", "plunge"},
                               Opposite{"surged", "plunged"},
                               Opposite{"climbed", "declined"},
                               Opposite{"more", "less"},
                               Opposite{"expansion", "contraction"},
                               Opposite{"risen", "fallen"},
                               Opposite{"climb", "slump"},
                               Opposite{"soared", "slumped"},
                               Opposite{"uptick", "dip"},
                               Opposite{"grown", "shrunk"}};

struct Turned {
    std::string words;
    Span span;  // of the word in the reading copy
};

// The word of movement near the figure, turned round.
std::optional<Turned> turned_word(const Text& text, const Claim& claim, bool to_up) {
    const Span sentence = text.sentences[claim.sentence].span;
    constexpr std::size_t reach = 40;  // bytes on either side of the figure
    const std::size_t from = std::max(sentence.begin, claim.focus.begin > reach ? claim.focus.begin - reach : 0);
    const std::size_t to = std::min(sentence.end, claim.focus.end + reach);
    const std::string near = lower(words_at(text, {from, to}));
    std::optional<Turned> best;
    std::size_t nearest = reach * 2;
    for (const Opposite& pair : opposites) {
        const std::string_view have = to_up ? pair.down : pair.up;
        const auto at = word_at(near, have);
        if (!at) continue;
        const std::size_t begin = from + *at;
        const std::size_t far = begin >= claim.focus.end    ? begin - claim.focus.end
                                : claim.focus.begin > begin ? claim.focus.begin - begin
                                                            : 0;
        if (far < nearest) {
            nearest = far;
            best = Turned{std::string(to_up ? pair.up : pair.down), {begin, begin + have.size()}};
        }
    }
    return best;
}

std::optional<Known> in_claims_unit(const Stated& claim, const Known& known) {
    if (claim.unit == known.unit) return known;
    const auto factor = conversion(known.unit, claim.unit);
    const bool plain = (claim.unit.dimension == Dimension::count || claim.unit.dimension == Dimension::number) &&
                       (known.unit.dimension == Dimension::count || known.unit.dimension == Dimension::number);
    if (!factor && !plain) return std::nullopt;
    Known out = known;
    if (factor) {
        out.set = scaled(out.set, *factor);
        out.e *= *factor;
    }
    return out;
}

std::optional<Suggestion> change_suggestion(const BindContext& context, const BoundClaim& bound, const Stated& claim,
                                            const Known& right) {
    const std::string words(words_at(context.text, bound.claim->focus));
    const Rational size = absolute(right.e);
    const bool turned = (right.e < 0) != (claim.n < 0);
    std::string number = number_in_style(words, claim, size);
    // "a third" has no percent sign to keep
    if (claim.sort == Sort::fraction && claim.unit.dimension == Dimension::percent) number += " percent";
    if (!turned) return Suggestion{number, bound.claim->focus, {}};
    const auto word = turned_word(context.text, *bound.claim, right.e > 0);
    if (!word) return Suggestion{(right.e > 0 ? "up " : "down ") + number, bound.claim->focus, {}};
    const Span all = hull(bound.claim->focus, word->span);
    std::string whole(words_at(context.text, all));
    const std::size_t word_from = word->span.begin - all.begin;
    const std::size_t focus_from = bound.claim->focus.begin - all.begin;
    // The later piece first, so that the earlier offsets stay right.
    const auto put = [&](std::size_t at, std::size_t size_before, const std::string& with) {
        whole.replace(at, size_before, with);
    };
    if (bound.claim->focus.overlaps(word->span)) return std::nullopt;
    if (word_from > focus_from) {
        put(word_from, word->span.size(), word->words);
        put(focus_from, bound.claim->focus.size(), number);
    } else {
        put(focus_from, bound.claim->focus.size(), number);
        put(word_from, word->span.size(), word->words);
    }
    return Suggestion{whole, all, {}};
}

// "decades" where only years have gone by: the longest of the vague words that holds.
std::optional<Suggestion> vague_time(const BindContext& context, const BoundClaim& bound, const Known& right) {
    struct Word {
        std::string_view code;
        std::string_view word;
    };
    constexpr std::array words{Word{"a", "years"}, Word{"mo", "months"}, Word{"wk", "weeks"}, Word{"d", "days"}};
    for (const Word& word : words) {
        const auto unit = unit_from_code(word.code);
        const auto factor = unit ? conversion(right.unit, *unit) : std::nullopt;
        if (factor && right.e * *factor >= 2) return Suggestion{std::string(word.word), bound.claim->focus, {}};
    }
    (void)context;
    return std::nullopt;
}

std::optional<Suggestion> quantity_suggestion(const BindContext& context, const BoundClaim& bound, const Stated& claim,
                                              const Known& known) {
    const auto right = in_claims_unit(claim, known);
    if (!right) return std::nullopt;
    const std::string words(words_at(context.text, bound.claim->focus));
    // "Doubled", "tenth", "respectively": no figure that another could take the place of.
    if ((claim.sort == Sort::multiple || claim.sort == Sort::counted) && !holds_a_number(words)) return std::nullopt;
    if (claim.sort == Sort::ordinal) {
        if (!right->set.high || right->set.low->value != right->set.high->value) return std::nullopt;
        return Suggestion{
            rank_in_style(words, static_cast<long>(numerator(right->e) / denominator(right->e))), bound.claim->focus, {}};
    }
    if (bound.claim->kind == ClaimKind::change) return change_suggestion(context, bound, claim, *right);
    if (claim.sort == Sort::vague)
        return claim.unit.dimension == Dimension::time ? vague_time(context, bound, *right) : std::nullopt;
    // An age of two years fits either.
    const Slot* between = find_slot(*bound.claim, "between");
    if (between != nullptr && right->set.low && right->set.high && right->set.low->value != right->set.high->value)
        return std::nullopt;
    // "0 soldiers" is never what to write.
    if (to_decimal_string(right->e / power_of_ten(claim.scale), claim.decimals, Rounding::nearest) == "0") return std::nullopt;
    if (is_bound(claim.hedge) && right_bound(claim, *right) == 0) return std::nullopt;
    if (is_bound(claim.hedge))
        return Suggestion{number_in_style(words, claim, right_bound(claim, *right)), bound.claim->focus, {}};
    if (right->is_range || right->open_assumed || claim.range) return std::nullopt;
    return Suggestion{number_in_style(words, claim, right->e), bound.claim->focus, {}};
}

std::optional<Suggestion> weekday_suggestion(const BindContext& context, const BoundClaim& bound, std::chrono::weekday claimed,
                                             std::chrono::weekday right) {
    std::string words(words_at(context.text, bound.claim->focus));
    const std::string wrong(weekday_name(claimed));
    const auto at = word_at(lower(words), lower(wrong));
    if (!at) return std::nullopt;
    Suggestion out{words, bound.claim->focus, {}};
    out.words.replace(*at, wrong.size(), weekday_name(right));
    const Slot* date = find_slot(*bound.claim, "date");
    if (date == nullptr || date->candidates.empty()) return out;
    const auto* period = std::get_if<Period>(&date->candidates.front());
    if (period == nullptr) return out;
    for (const int step : {1, -1, 2, -2, 3, -3}) {  // the nearest day of that name is the other repair
        const Day other = period->first + std::chrono::days(step);
        if (weekday_of(other) != claimed) continue;
        out.also = wrong + ", " + to_words(day_period(other));
        break;
    }
    return out;
}

}  // namespace

std::string number_in_style(const std::string& words, const Stated& claim, const Rational& right) {
    const Rational shown = right / power_of_ten(claim.scale);
    std::string digits = to_decimal_string(shown, claim.decimals, Rounding::nearest);
    if (claim.decimals > 0) {  // as many digits as the claim printed
        if (digits.find('.') == std::string::npos) digits += '.';
        while (digits.size() - digits.find('.') - 1 < static_cast<std::size_t>(claim.decimals)) digits += '0';
    }
    const Span old = digits_in(words);
    if (!old.empty()) {
        std::string out = words;
        return out.replace(old.begin, old.size(), grouped(digits));
    }
    const std::string low = lower(words);
    for (std::size_t i = number_words.size(); i-- > 0;) {
        const auto at = word_at(low, number_words[i]);
        if (!at) continue;
        std::string out = words;
        const bool small =
            digits.find('.') == std::string::npos && digits.size() <= 2 && small_number(digits) < number_words.size();
        return out.replace(*at, number_words[i].size(), small ? std::string(number_words[small_number(digits)]) : digits);
    }
    return grouped(digits);
}

std::string rank_in_style(const std::string& words, long place) {
    const std::size_t cut = words.find_last_of(" -");
    std::string base = cut == std::string::npos ? words : words.substr(cut + 1);
    if (place == 1) return base;
    if (place < static_cast<long>(ordinal_words.size()))
        return std::string(ordinal_words[static_cast<std::size_t>(place)]) + "-" + base;
    return std::to_string(place) + "th-" + base;
}

namespace {

long months_between(const Period& from, const Period& to) {
    const std::chrono::year_month_day a(from.first), b(to.first);
    return (static_cast<int>(b.year()) - static_cast<int>(a.year())) * 12L + static_cast<long>(static_cast<unsigned>(b.month())) -
           static_cast<long>(static_cast<unsigned>(a.month()));
}

std::string counted_words(long n, std::string_view unit, bool from_document) {
    const std::string name(unit);
    if (from_document) {
        if (n == 0) return "this " + name;
        if (n == -1) return "last " + name;
        if (n == 1) return "next " + name;
        const std::string count =
            std::labs(n) < 21 ? std::string(number_words[static_cast<std::size_t>(std::labs(n))]) : std::to_string(std::labs(n));
        return n < 0 ? count + " " + name + "s ago" : "in " + count + " " + name + "s";
    }
    if (n == 0) return "the same " + name;
    if (n == 1) return "the following " + name;
    if (n == -1) return "the previous " + name;
    const std::string count =
        std::labs(n) < 21 ? std::string(number_words[static_cast<std::size_t>(std::labs(n))]) : std::to_string(std::labs(n));
    return count + " " + name + "s " + (n > 0 ? "later" : "earlier");
}

std::optional<std::string> relative_in_style(const TimeExpression& time, const Period& right, const Period& origin) {
    const bool from_document = time.anchor == Anchor::document;
    switch (time.grain) {
        case Grain::day:
            return from_document ? std::nullopt : std::optional(counted_words((right.first - origin.last).count(), "day", false));
        case Grain::week: {
            const Period a = week_period(origin.first, std::chrono::Monday), b = week_period(right.first, std::chrono::Monday);
            return counted_words((b.first - a.first).count() / 7, "week", from_document);
        }
        case Grain::month: return counted_words(months_between(origin, right), "month", from_document);
        case Grain::year: {
            const std::chrono::year_month_day a(origin.first), b(right.first);
            return counted_words(static_cast<int>(b.year()) - static_cast<int>(a.year()), "year", from_document);
        }
        default: return std::nullopt;
    }
}

}  // namespace

std::optional<std::string> period_in_style(const std::string& words, const TimeExpression& time, const Period& right,
                                           const std::optional<Day>& document, const std::optional<Period>& counted_from) {
    if (time.kind == TimeKind::relative) {
        if (time.anchor == Anchor::document && document) return relative_in_style(time, right, day_period(*document));
        if (time.anchor != Anchor::document && counted_from) return relative_in_style(time, right, *counted_from);
        return std::nullopt;
    }
    if (time.kind != TimeKind::calendar) return to_words(right);
    const std::chrono::year_month_day first(right.first);
    const bool one_day = right.first == right.last;
    if (time.start.day == 0 && time.start.month != 0) {
        // A month stays a month, in the length that it was written in, with its year if that was written.
        if (months_between(right, Period{right.last, right.last, Grain::day}) != 0) return to_words(right);
        std::string out(month_name(static_cast<unsigned>(first.month())));
        if (time.start.year != 0) out += " " + std::to_string(static_cast<int>(first.year()));
        return out;
    }
    if (time.start.month == 0 && time.start.weekday != 0 && time.start.day == 0 && one_day) {
        const bool near = document && std::abs((*document - right.first).count()) < 7;
        return near ? std::string(weekday_name(weekday_of(right.first))) : to_words(right);
    }
    if (time.start.day != 0 && one_day) {
        const bool month_first = !words.empty() && !digit(words.front()) && time.start.weekday == 0;
        const std::string day = std::to_string(static_cast<unsigned>(first.day()));
        const std::string month(month_name(static_cast<unsigned>(first.month())));
        std::string out = month_first ? month + " " + day : day + " " + month;
        if (time.start.weekday != 0) out = std::string(weekday_name(weekday_of(right.first))) + ", " + out;
        if (time.start.year != 0) out += (month_first ? ", " : " ") + std::to_string(static_cast<int>(first.year()));
        return out;
    }
    if (time.start.day != 0) return std::nullopt;  // a day for an event that took several
    if (time.start.month == 0 && time.start.year != 0) return std::to_string(static_cast<int>(first.year()));
    return to_words(right);
}

namespace {

std::optional<Suggestion> better_words(const BindContext& context, const BoundClaim& bound, const Judgement& judgement) {
    const bool wrong = judgement.verdict == Verdict::contradicted || judgement.verdict == Verdict::misleading ||
                       judgement.verdict == Verdict::outdated || judgement.verdict == Verdict::imprecise;
    if (!wrong || bound.readings.empty()) return std::nullopt;
    // Of two figures in the wrong order either may be the wrong one.
    if (bound.rule->expect.name != "=" && bound.rule->expect.name != "in") return std::nullopt;
    const Outcome& outcome = bound.readings[judgement.reading].outcome;
    if (const auto* claimed = std::get_if<std::chrono::weekday>(&outcome.left))
        if (const auto* right = std::get_if<std::chrono::weekday>(&outcome.right))
            return weekday_suggestion(context, bound, *claimed, *right);
    if (std::holds_alternative<Direction>(outcome.left))
        if (const auto* right = std::get_if<Direction>(&outcome.right); right != nullptr && *right != Direction::none) {
            const auto word = turned_word(context.text, *bound.claim, *right == Direction::up);
            return word ? std::optional(Suggestion{word->words, word->span, {}}) : std::nullopt;
        }
    // Several events, figures or bases would each give other words: none is put forward.
    for (const Reading& reading : bound.readings)
        if (reading.choice != bound.readings[judgement.reading].choice && !reading.view.earlier &&
            is_known(reading.outcome.right) &&
            in_words(context.names, reading.outcome.right) != in_words(context.names, outcome.right))
            return std::nullopt;
    if (const auto* claimed = std::get_if<Stated>(&outcome.left))
        if (const auto* right = std::get_if<Known>(&outcome.right)) {
            // Another figure than this one is the wrong one, where a slip in it has turned the sign.
            const bool turned = (right->e < 0) != (claimed->n < 0);
            const bool far = absolute(right->e) > 3 * absolute(claimed->n) || absolute(claimed->n) > 3 * absolute(right->e);
            if (turned && (far || !judgement.cause.empty() || bound.claim->kind != ClaimKind::change)) return std::nullopt;
            return quantity_suggestion(context, bound, *claimed, *right);
        }
    if (std::holds_alternative<Period>(outcome.left))
        if (const auto* right = std::get_if<Period>(&outcome.right)) {
            const Slot* slot = find_slot(*bound.claim, "date");
            if (slot == nullptr) return std::nullopt;
            const auto words = period_in_style(std::string(words_at(context.text, slot->words)), slot->time, *right,
                                               context.text.date, slot->counted_from);
            if (words) return Suggestion{*words, slot->words, {}};
        }
    return std::nullopt;
}

}  // namespace

std::optional<Suggestion> suggest(const BindContext& context, const BoundClaim& bound, const Judgement& judgement) {
    std::optional<Suggestion> out = better_words(context, bound, judgement);
    if (!out || out->words.empty()) return out;
    // What begins the sentence keeps its capital.
    char& first = out->words.front();
    if (out->replaces.begin == context.text.sentences[bound.claim->sentence].span.begin && first >= 'a' && first <= 'z')
        first = static_cast<char>(first - 'a' + 'A');
    return out;
}

}  // namespace factcheck
