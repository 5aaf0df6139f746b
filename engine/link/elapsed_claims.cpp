// Two times that stand together: ages and births, anniversaries, "ten years after the 2009 crisis, in 2021", "last month, in
// May", "in June, after the trial in May".
#include "link/figures.hpp"
#include "link/signs.hpp"
#include "link/words.hpp"

#include "lexicon/units.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace factcheck {

namespace {

using namespace std::string_view_literals;

// Days to years, leap years among them.
Rational years_of(long days) { return Rational(days) * 4 / 1461; }

Slot time_slot(std::string name, const TimeAt& time) {
    Slot slot;
    slot.name = std::move(name);
    slot.words = time.at->mention->span;
    slot.time = time.at->mention->time;
    for (const Period& period : time.resolved.candidates) slot.candidates.emplace_back(period);
    return slot;
}

Slot years_slot(std::string name, const Rational& low, const Rational& high, Unit unit, Span words) {
    Stated stated;
    stated.sort = Sort::counted;
    stated.range = low != high;
    stated.unit = unit;
    stated.n = low;
    stated.upper = high;
    stated.set = closed(low, high);
    Slot slot;
    slot.name = std::move(name);
    slot.words = words;
    slot.candidates.emplace_back(std::move(stated));
    return slot;
}

Unit years() { return unit_from_code("a").value_or(Unit{Dimension::time, "a"}); }

bool is_explicit(const TimeAt& time) {
    const TimeExpression& expression = time.at->mention->time;
    return expression.kind == TimeKind::calendar && !expression.start.fiscal && !expression.start.stepped && !time.part &&
           expression.part == Part::whole && expression.start.season == 0 && !expression.start.loose &&
           !time.resolved.candidates.empty();
}

bool has_year(const TimeAt& time) { return is_explicit(time) && time.at->mention->time.start.year > 0; }

bool has_month(const TimeAt& time) { return is_explicit(time) && time.at->mention->time.start.month != 0; }

const Period& period_of(const TimeAt& time) { return time.resolved.candidates.front(); }

// --- one day told twice

bool points_from_the_document(const TimeAt& time) {
    const TimeExpression& expression = time.at->mention->time;
    if (time.resolved.candidates.empty() || expression.part != Part::whole) return false;
    if (expression.kind == TimeKind::relative)
        return expression.anchor == Anchor::document && !expression.vague && expression.start.weekday == 0 &&
               expression.start.month == 0 && !expression.as_length && expression.count >= -1 && expression.count <= 1;
    return expression.kind == TimeKind::calendar &&
           (expression.start.holiday != 0 || (expression.start.stepped && expression.start.weekday == 0));
}

// Only a comma or a bracket and "in" or "on" stand between, and the second closes.
bool in_apposition(const Laid& laid, const MentionAt& a, const MentionAt& b) {
    bool mark = false;
    if (b.first > a.last + 3) return false;
    for (std::size_t i = a.last + 1; i < b.first; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word == "," || word == "(")
            mark = true;
        else if (word != "in" && word != "on")
            return false;
    }
    const std::string_view next = word_after(laid, b.last);
    return mark && (next.empty() || next == "," || next == ")" || next == "." || next == ";");
}

void make_told_claim(Linking& linking, const TimeAt& first, const TimeAt& second) {
    if (!in_apposition(linking.laid, *first.at, *second.at)) return;
    const bool forth = points_from_the_document(first) && is_explicit(second);
    const bool back = points_from_the_document(second) && is_explicit(first);
    if (forth == back) return;
    const TimeAt &said = forth ? second : first, &told = forth ? first : second;
    if (said.at->mention->time.start.holiday != 0 || linking.laid.tokens[told.at->first].lower == "the") return;
    const Grain fine = period_of(said).grain, coarse = period_of(told).grain;
    const bool years_both = fine == Grain::year && coarse == Grain::year;
    if (!years_both && (!has_month(said) || fine > coarse || coarse > Grain::month)) return;
    Claim claim = figure_claim(linking, ClaimKind::date, *said.at);
    claim.focus = said.at->mention->span;
    add_slot(claim, time_slot("date", said));
    add_slot(claim, time_slot("told", told));
    linking.claims.push_back(std::move(claim));
}

// --- the order of two days

// "After meeting him in May" tells another order than "after rising 3 percent in May".
bool other_verb(std::string_view word) {
    const bool form = word.ends_with("ing") || word.ends_with("ed");
    return form && !words::goes_up(word) && !words::goes_down(word) && word != "revised" && word != "adjusted";
}

// Between two times only a few plain words and one of these.
int order_word(const Laid& laid, const MentionAt& a, const MentionAt& b) {
    constexpr std::size_t most = 16;
    int order = 0;
    if (b.first - a.last > most + 1) return 0;
    for (std::size_t i = a.last + 1; i < b.first; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (word == "after" || word == "before") {
            if (order != 0) return 0;
            order = word == "after" ? 1 : -1;
            const bool at_once = i == a.last + 1 || (i == a.last + 2 && laid.tokens[i - 1].lower == ",");
            if (!at_once) return 0;
        } else if (order == 0 ? word != ","
                              : word == "," || word == "and" || words::auxiliary(word) || words::past_verb(word) ||
                                    words::attributes(word) || other_verb(word)) {
            return 0;
        }
    }
    return order;
}

// "From January, after", "the highest since 1949, after", "January/March, after": no day on which something happened.
bool is_measured_from(const Laid& laid, const MentionAt& at) {
    const std::string_view before = word_before(laid, at.first);
    return words::compares(before) || before == "from" || before == "since" || before == "with" || before == "over" ||
           before == "/" || before == "of" || word_after(laid, at.last) == "/";
}

void make_order_claim(Linking& linking, const TimeAt& first, const TimeAt& second) {
    if (!is_explicit(first) || !is_explicit(second) || period_of(first).grain != period_of(second).grain) return;
    if (!(has_month(first) && has_month(second)) && !(has_year(first) && has_year(second))) return;
    if (first.resolved.candidates.size() != 1 || second.resolved.candidates.size() != 1) return;
    // "In June, after the election in December": of which year is open where neither says.
    if (first.base || second.base || is_measured_from(linking.laid, *first.at) || same_days(period_of(first), period_of(second)))
        return;
    const bool year_first = first.at->mention->time.start.year != 0, year_second = second.at->mention->time.start.year != 0;
    if (year_first != year_second) return;
    const int order = order_word(linking.laid, *first.at, *second.at);
    if (order == 0) return;
    Claim claim = figure_claim(linking, ClaimKind::date, *first.at);
    claim.focus = first.at->mention->span;
    add_slot(claim, time_slot(order > 0 ? "date" : "former", first));
    add_slot(claim, time_slot(order > 0 ? "former" : "date", second));
    linking.claims.push_back(std::move(claim));
}

// "from 7 May 2025 to 3 April 2025": each end with its year.
void make_range_claim(Linking& linking, const TimeAt& time) {
    const TimeExpression& range = time.at->mention->time;
    if (range.kind != TimeKind::range || range.start.year <= 0 || range.end.year <= 0 || range.start.fiscal || range.end.fiscal)
        return;
    TimeExpression start, end;
    start.kind = end.kind = TimeKind::calendar;
    start.start = range.start;
    end.start = range.end;
    const Resolved from = resolve(start, time.context), to = resolve(end, time.context);
    if (from.candidates.size() != 1 || to.candidates.size() != 1 || range.start.loose || range.end.loose) return;
    if (from.candidates.front().last < to.candidates.front().first) return;  // as ranges are: nothing is claimed
    Claim claim = figure_claim(linking, ClaimKind::date, *time.at);
    claim.focus = time.at->mention->span;
    Slot date, former;
    date.name = "date";
    former.name = "former";
    date.words = former.words = time.at->mention->span;
    date.time = end;
    former.time = start;
    date.candidates.emplace_back(to.candidates.front());
    former.candidates.emplace_back(from.candidates.front());
    add_slot(claim, std::move(date));
    add_slot(claim, std::move(former));
    linking.claims.push_back(std::move(claim));
}

// "31 June": of a date, or of an end of a range or of what is counted from it.
void make_existing_claim(Linking& linking, const TimeAt& time, const CalendarFields& fields) {
    if (fields.month == 0 || fields.day < 30 - (fields.month == 2 ? 1 : 0) || fields.loose) return;
    const int year = fields.year > 0 ? fields.year : 2000;  // without a year the 29th of February may be meant of a leap year
    const auto month = month_period(year, fields.month);
    if (!month) return;
    const auto length = static_cast<long long>(days_inclusive(*month));
    if (fields.day <= length) return;  // as days are: nothing is claimed
    Claim claim = figure_claim(linking, ClaimKind::date, *time.at);
    claim.focus = time.at->mention->span;
    const Unit count{Dimension::count, "1"};
    const Rational day(static_cast<long long>(fields.day)), last(length);
    add_slot(claim, years_slot("value", day, day, count, time.at->mention->span));
    Slot most = years_slot("most", last, last, count, time.at->mention->span);
    most.note = "the days of that month";
    add_slot(claim, std::move(most));
    claim.slots.push_back(role_slot("calendar"));
    linking.claims.push_back(std::move(claim));
}

// --- years between

// From the one to the other, at least and at most.
std::pair<Rational, Rational> years_between(const Period& from, const Period& to) {
    return {years_of((to.first - from.last).count()), years_of((to.last - from.first).count())};
}

// "burnt down in 1996 and was rebuilt nine years later, in 2008"
void make_later_claim(Linking& linking, const TimeAt& later) {
    const TimeExpression& expression = later.at->mention->time;
    if (expression.kind != TimeKind::relative || expression.anchor != Anchor::named || expression.grain != Grain::year ||
        expression.count < 2 || expression.vague || expression.count_high > expression.count)
        return;
    const TimeAt *from = nullptr, *to = nullptr;
    for (const TimeAt& time : linking.times) {
        if (&time == &later || !has_year(time)) continue;
        const bool behind = time.at->first > later.at->last;
        if (behind && time.at->first > later.at->last + 4) return;
        const TimeAt*& place = behind ? to : from;
        if (place != nullptr) return;
        place = &time;
    }
    if (from == nullptr || to == nullptr) return;
    const auto [low, high] = years_between(period_of(*from), period_of(*to));
    if (high <= 0) return;
    Claim claim = figure_claim(linking, ClaimKind::duration, *later.at);
    claim.focus = later.at->mention->span;
    const Rational n(expression.count), half(1, 2);
    Slot value = years_slot("value", n, n, years(), later.at->mention->span);
    Stated& stated = std::get<Stated>(value.candidates.front());
    stated.u = stated.upper_u = 1;
    stated.h = half;
    stated.set = closed(n - half, n + half);
    add_slot(claim, std::move(value));
    add_slot(claim, years_slot("between", low, high, years(), hull(from->at->mention->span, to->at->mention->span)));
    linking.claims.push_back(std::move(claim));
}

// "in 2021, ten years after the 2009 crisis"; "in 2009 and, twelve years later, in 2021"
void make_elapsed_claim(Linking& linking, const MentionAt& length) {
    const Mention& mention = *length.mention;
    const Laid& laid = linking.laid;
    if (mention.kind != MentionKind::duration || mention.unit.code != "a" || mention.is_range ||
        mention.number.sort == Sort::vague || mention.time.vague || mention.hedge != Hedge::exact ||
        mention.number.decimals != 0 || mention.number.denominator != 1)
        return;
    const std::string_view next = word_after(laid, length.last);
    if (next != "after") return;
    const TimeAt *from = nullptr, *to = nullptr;
    constexpr std::size_t reach = 5;
    for (const TimeAt& time : linking.times) {
        if (!has_year(time)) continue;
        if (time.at->first > length.last && time.at->first <= length.last + reach + 1)
            from = from == nullptr ? &time : from;
        else if (to == nullptr)
            to = &time;
        else
            return;
    }
    if (from == nullptr || to == nullptr || from == to) return;
    for (std::size_t i = length.last + 2; i < from->at->first; ++i)
        if (words::auxiliary(laid.tokens[i].lower) || words::past_verb(laid.tokens[i].lower) || laid.tokens[i].lower == ",")
            return;
    const auto [low, high] = years_between(period_of(*from), period_of(*to));
    if (high <= 0) return;
    Claim claim = figure_claim(linking, ClaimKind::duration, length);
    add_slot(claim, quantity_slot("value", mention));
    add_slot(claim, years_slot("between", low, high, years(), hull(from->at->mention->span, to->at->mention->span)));
    linking.claims.push_back(std::move(claim));
}

std::optional<int> ordinal(std::string_view word) {
    static constexpr std::array names{"first"sv,     "second"sv,      "third"sv,      "fourth"sv,     "fifth"sv,
                                      "sixth"sv,     "seventh"sv,     "eighth"sv,     "ninth"sv,      "tenth"sv,
                                      "eleventh"sv,  "twelfth"sv,     "thirteenth"sv, "fourteenth"sv, "fifteenth"sv,
                                      "sixteenth"sv, "seventeenth"sv, "eighteenth"sv, "nineteenth"sv, "twentieth"sv};
    static constexpr std::array tens{"thirtieth"sv,  "fortieth"sv,  "fiftieth"sv,  "sixtieth"sv,
                                     "seventieth"sv, "eightieth"sv, "ninetieth"sv, "hundredth"sv};
    if (const auto at = std::find(names.begin(), names.end(), word); at != names.end())
        return static_cast<int>(at - names.begin()) + 1;
    if (const auto at = std::find(tens.begin(), tens.end(), word); at != tens.end())
        return 10 * (static_cast<int>(at - tens.begin()) + 3);
    int n = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), n);
    const std::string_view tail(end, static_cast<std::size_t>(word.data() + word.size() - end));
    return error == std::errc{} && (tail == "th" || tail == "st" || tail == "nd" || tail == "rd") ? std::optional(n)
                                                                                                  : std::nullopt;
}

// "was founded in 1925 and celebrates its 90th birthday in 2025"
void make_founding_claim(Linking& linking, std::size_t place) {
    static constexpr std::array foundings{"founded"sv, "opened"sv, "established"sv, "built"sv,
                                          "born"sv,    "formed"sv, "started"sv,     "launched"sv};
    const Laid& laid = linking.laid;
    const auto n = ordinal(laid.tokens[place - 1].lower);
    if (!n || *n < 1 || (place > 1 && laid.tokens[place - 2].lower == "-")) return;
    const TimeAt *then = nullptr, *now = nullptr;
    for (const TimeAt& time : linking.times) {
        if (time.resolved.candidates.empty()) return;
        bool founding = false;
        for (std::size_t back = 1; back <= 3 && time.at->first < place; ++back) {
            const std::string_view word = word_before(laid, time.at->first, back);
            founding = founding || std::find(foundings.begin(), foundings.end(), word) != foundings.end();
        }
        if (founding && then == nullptr && has_year(time))
            then = &time;
        else if (now == nullptr)
            now = &time;
        else
            return;
    }
    if (then == nullptr || (now == nullptr && !linking.text.date)) return;
    const auto year = [](Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); };
    const int first = now != nullptr ? year(period_of(*now).first) : year(*linking.text.date);
    const int last = now != nullptr ? year(period_of(*now).last) : first + 1;
    const int from = year(period_of(*then).first);
    if (first <= from) return;
    Claim claim = figure_claim(linking, ClaimKind::count, *then->at);
    claim.focus = laid.tokens[place - 1].span;
    const Unit count{Dimension::count, "1"};
    add_slot(claim, years_slot("value", Rational(*n), Rational(*n), count, laid.tokens[place - 1].span));
    add_slot(claim, years_slot("between", Rational(first - from), Rational(last - from), count, then->at->mention->span));
    linking.claims.push_back(std::move(claim));
}

// "the tenth anniversary of the 2010 flood", in the year of the text or the one that is said.
void make_anniversary_claim(Linking& linking) {
    const Laid& laid = linking.laid;
    for (std::size_t i = 1; i + 2 < laid.tokens.size(); ++i) {
        const bool birthday = laid.tokens[i].lower == "birthday" || laid.tokens[i].lower == "anniversary";
        if (birthday && laid.tokens[i + 1].lower != "of") return make_founding_claim(linking, i);
        if (laid.tokens[i].lower != "anniversary" || laid.tokens[i + 1].lower != "of") continue;
        const auto n = ordinal(laid.tokens[i - 1].lower);
        // "twenty-fifth": the last word alone would be another number.
        if (!n || *n < 1 || (i > 1 && laid.tokens[i - 2].lower == "-")) return;
        constexpr std::size_t reach = 8;
        const TimeAt *of = nullptr, *now = nullptr;
        for (const TimeAt& time : linking.times) {
            if (time.at->first > i && time.at->first <= i + reach && of == nullptr && has_year(time))
                of = &time;
            else if (time.resolved.candidates.empty() || now != nullptr)
                return;
            else
                now = &time;
        }
        if (of == nullptr || (now == nullptr && !linking.text.date)) return;
        const auto year = [](Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); };
        const int then = year(period_of(*of).first);
        const int first = now != nullptr ? year(period_of(*now).first) : year(*linking.text.date);
        const int last = now != nullptr ? year(period_of(*now).last) : first + 1;  // one that is coming
        if (first - then < 1) return;
        Claim claim = figure_claim(linking, ClaimKind::count, *of->at);
        claim.focus = laid.tokens[i - 1].span;
        const Unit count{Dimension::count, "1"};
        add_slot(claim, years_slot("value", Rational(*n), Rational(*n), count, laid.tokens[i - 1].span));
        Slot between = years_slot("between", Rational(first - then), Rational(last - then), count, of->at->mention->span);
        if (now == nullptr) between.note = "counted to the year of the text, or the next";
        add_slot(claim, std::move(between));
        linking.claims.push_back(std::move(claim));
        return;
    }
}

const MentionAt* only_age(const Laid& laid) {
    const MentionAt* found = nullptr;
    for (const MentionAt& at : laid.mentions) {
        if (at.mention->kind != MentionKind::age) continue;
        if (found != nullptr || at.mention->is_range || at.mention->hedge != Hedge::exact) return nullptr;
        found = &at;
    }
    return found;
}

// Birthdays from a birth to a day.
int age_on(Day birth, Day day) {
    const std::chrono::year_month_day from(birth), to(day);
    const auto month_day = [](const std::chrono::year_month_day& d) {
        return std::pair(static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
    };
    return static_cast<int>(to.year()) - static_cast<int>(from.year()) - (month_day(to) < month_day(from) ? 1 : 0);
}

// "aged 62, was born in 1950": in the year that is said besides, else on the day of the text. The age may stand before.
void make_age_claim(Linking& linking) {
    const Laid& laid = linking.laid;
    const auto born = std::find_if(laid.tokens.begin(), laid.tokens.end(), [](const Token& t) { return t.lower == "born"; });
    if (born == laid.tokens.end()) return;
    const auto place = static_cast<std::size_t>(born - laid.tokens.begin());
    const MentionAt* age = only_age(laid);
    const bool pronoun = laid.tokens[0].lower == "he" || laid.tokens[0].lower == "she" || laid.tokens[0].lower == "born";
    const bool earlier = age == nullptr && linking.before != nullptr && pronoun;
    if (earlier) age = only_age(*linking.before);
    if (age == nullptr) return;
    constexpr std::size_t reach = 6;
    const TimeAt *birth = nullptr, *then = nullptr;
    for (const TimeAt& time : linking.times) {
        if (!has_year(time)) continue;
        if (birth == nullptr && time.at->first > place && time.at->first <= place + reach)
            birth = &time;
        else if (then != nullptr || earlier)
            return;
        else
            then = &time;
    }
    if (birth == nullptr || (then == nullptr && !linking.text.date)) return;
    const Period now = then != nullptr ? period_of(*then) : day_period(*linking.text.date);
    const int low = age_on(period_of(*birth).last, now.first), high = age_on(period_of(*birth).first, now.last);
    if (low < 0) return;
    Claim claim = figure_claim(linking, ClaimKind::count, earlier ? *birth->at : *age);
    claim.focus = earlier ? birth->at->mention->span : age->mention->core;
    Mention counted = *age->mention;
    counted.unit = {Dimension::count, "1"};
    counted.number.sort = Sort::counted;
    Slot value = quantity_slot("value", counted);
    if (earlier) value.origin = Origin::earlier_sentence;
    if (earlier)
        claim.slots.push_back(std::move(value));
    else
        add_slot(claim, std::move(value));
    add_slot(claim, years_slot("between", Rational(low), Rational(high), {Dimension::count, "1"}, birth->at->mention->span));
    claim.slots.push_back(role_slot("age"));
    linking.claims.push_back(std::move(claim));
}

}  // namespace

void make_elapsed_claims(Linking& linking, const Signs& signs) {
    const std::vector<TimeAt>& times = linking.times;
    for (std::size_t i = 0; i < times.size(); ++i) {
        make_range_claim(linking, times[i]);
        if (signs.has(Sign::after)) make_later_claim(linking, times[i]);
        make_existing_claim(linking, times[i], times[i].at->mention->time.start);
        make_existing_claim(linking, times[i], times[i].at->mention->time.end);
        if (i == 0) continue;
        make_told_claim(linking, times[i - 1], times[i]);
        if (signs.has(Sign::after)) make_order_claim(linking, times[i - 1], times[i]);
    }
    if (signs.has(Sign::after) && times.size() > 1)
        for (const MentionAt& at : linking.laid.mentions) make_elapsed_claim(linking, at);
    if (signs.has(Sign::anniversary)) make_anniversary_claim(linking);
    if (signs.has(Sign::birth)) make_age_claim(linking);
}

}  // namespace factcheck
