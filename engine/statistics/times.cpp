#include "statistics/times.hpp"

#include "link/figures.hpp"

#include <algorithm>

namespace factcheck::statistics {

namespace {

constexpr int recent_years = 5;  // "in recent years", where the pack says nothing else

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

std::string_view before_of(const Laid& laid, std::size_t token, std::size_t back = 1) { return word_before(laid, token, back); }

// Whole years that a period covers by more than half; a fiscal year is told by either of its two.
std::vector<YearSpan> spans_of(const Period& period) {
    const int first = year_of(period.first);
    const int last = year_of(period.last);
    const long days = days_inclusive(period);
    const bool from_january = period.first == make_day(first, 1, 1);
    if (!from_january && first + 1 == last && days <= 366) return {{last, last}, {first, first}};
    return {{first, last}};
}

bool is_fine(const Period& period) { return days_inclusive(period) < 360; }

void read_words_before(const Laid& laid, Time& time) {
    std::string_view word = before_of(laid, time.first);
    if (word == "the") word = before_of(laid, time.first, 2);
    if (word == "since" || word == "after") time.since = true;
    if (word == "before" || word == "until" || word == "till") time.until = true;
    if (word == "to" && before_of(laid, time.first, 2) == "prior") time.until = true;
}

std::optional<Time> time_of(const TimeAt& at, const Laid& laid, int year) {
    const Mention& mention = *at.at->mention;
    Time out;
    out.first = at.at->first;
    out.last = at.at->last;
    read_words_before(laid, out);
    if (mention.time.kind == TimeKind::reference) {
        out.now = mention.time.count == 0;
        out.vague = mention.time.count < 0;
        if (out.now) return out;
        if (!out.vague) return std::nullopt;
        out.spans = {{year - recent_years, year}};
        return out;
    }
    if (mention.time.kind == TimeKind::recurring) return std::nullopt;
    if (at.resolved.candidates.empty()) return std::nullopt;
    const Period& period = at.resolved.candidates.front();
    const bool day_of_text =
        mention.time.kind == TimeKind::relative && mention.time.grain == Grain::day && mention.time.count == 0;
    if (day_of_text) {
        out.now = true;
        return out;
    }
    out.fine = is_fine(period);
    out.deictic = mention.time.kind == TimeKind::relative && mention.time.count == 0;
    if (out.fine && (out.since || out.until)) out.fine = false;
    out.spans = spans_of(period);
    // "The last decade" is ten years, and not the tens.
    if (mention.time.kind == TimeKind::relative && mention.time.grain == Grain::decade) {
        const int count = std::max(1, -mention.time.count);
        out.spans = {{year - 10 * count, year}};
    }
    if (mention.time.as_length) out.spans = {{std::min(out.spans.front().first, out.spans.front().last), year}};
    if (mention.time.start.two_years && out.spans.size() == 1 && out.spans.front().first == out.spans.front().last)
        out.spans.push_back({out.spans.front().first - 1, out.spans.front().first - 1});
    return out;
}

// "In 35 years", "for centuries", "over two decades".
std::optional<Time> length_of(const MentionAt& at, const Laid& laid, int year) {
    const Mention& mention = *at.mention;
    if (mention.kind != MentionKind::duration || mention.time.kind != TimeKind::duration) return std::nullopt;
    const std::string_view before = before_of(laid, at.first);
    const bool counted_back =
        before == "in" || before == "for" || before == "over" || before == "than" || before == "past" || before == "the";
    if (!counted_back) return std::nullopt;
    int years = mention.time.count;
    switch (mention.time.grain) {
        case Grain::year: break;
        case Grain::decade: years *= 10; break;
        case Grain::century: years *= 100; break;
        default: return std::nullopt;
    }
    if (years < 1 || years > 5000) return std::nullopt;
    Time out;
    out.first = at.first;
    out.last = at.last;
    out.length = true;
    out.spans = {{year - years, year}};
    return out;
}

// "Leading up to 2020" is read as a number; the year is what is meant. With a length before it: "the five years up to 2020".
std::optional<Time> year_behind_up_to(const MentionAt& at, const Laid& laid) {
    const Mention& mention = *at.mention;
    if (mention.kind != MentionKind::number || mention.hedge != Hedge::up_to || !looks_like_a_year(mention.number))
        return std::nullopt;
    const int last = static_cast<int>(mention.number.value.coefficient);
    Time out;
    out.first = at.first;
    out.last = at.last;
    out.spans = {{last, last}};
    for (const MentionAt& other : laid.mentions)
        if (other.mention->kind == MentionKind::duration && other.mention->time.grain == Grain::year && other.last < at.first &&
            other.last + 4 > at.first)
            out.spans = {{last - std::max(1, static_cast<int>(other.mention->time.count)), last}};
    return out;
}

}  // namespace

std::vector<Time> times_of(const Linking& linking, int year) {
    std::vector<Time> out;
    for (const TimeAt& at : resolve_times(linking))
        if (auto time = time_of(at, linking.laid, year)) out.push_back(std::move(*time));
    for (const MentionAt& at : linking.laid.mentions) {
        if (auto time = length_of(at, linking.laid, year)) out.push_back(std::move(*time));
        if (auto time = year_behind_up_to(at, linking.laid)) out.push_back(std::move(*time));
    }
    std::sort(out.begin(), out.end(), [](const Time& a, const Time& b) { return a.first < b.first; });
    // "For this decade" beside the years that it means.
    const bool ranges = std::any_of(out.begin(), out.end(), [](const Time& t) { return !t.deictic && !t.now && !t.fine; });
    if (ranges) std::erase_if(out, [](const Time& t) { return t.deictic; });
    // Months beside a year say nothing of their own: "on 9 July ... in 2022".
    const bool years = std::any_of(out.begin(), out.end(), [](const Time& t) { return !t.fine; });
    if (years) std::erase_if(out, [](const Time& t) { return t.fine; });
    return out;
}

}  // namespace factcheck::statistics
