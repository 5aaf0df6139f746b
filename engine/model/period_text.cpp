// Periods as text: ISO 8601 and SDMX in, ISO 8601, TIMEX3 and words for people out.
#include "model/limits.hpp"
#include "model/period.hpp"

#include <algorithm>

namespace factcheck {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

int year_of(Day day) { return static_cast<int>(year_month_day{day}.year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(year_month_day{day}.month()); }
unsigned day_of(Day day) { return static_cast<unsigned>(year_month_day{day}.day()); }

std::string padded(int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// Digits over the last of `width` places that end at `end`.
void write_digits(std::string& out, std::size_t end, std::size_t width, unsigned number) {
    for (std::size_t i = 0; i < width; ++i, number /= 10) out[end - 1 - i] = static_cast<char>('0' + number % 10);
}

// --- reading

// All of `text` as digits, of exactly `width` where it is not 0.
std::optional<int> digits_in(std::string_view text, std::size_t width) {
    if (text.empty() || text.size() > 5 || (width != 0 && text.size() != width)) return std::nullopt;
    int out = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        out = out * 10 + (c - '0');
    }
    return out;
}

// ISO 8601: week 1 is the one that holds 4 January; the last one holds 28 December.
Period iso_week_one(int year) { return week_period(*make_day(year, 1, 4), std::chrono::Monday); }

std::optional<Period> iso_week(int year, int week) {
    const auto late = make_day(year, 12, 28);
    if (!late || week < 1) return std::nullopt;
    const Period out{iso_week_one(year).first + days{7 * (week - 1)}, iso_week_one(year).first + days{7 * week - 1}, Grain::week};
    if (out.first > *late || out.first < *make_day(limits::year_min, 1, 1)) return std::nullopt;
    return out.last > *make_day(limits::year_max, 12, 31) ? std::nullopt : std::optional(out);
}

std::optional<Period> part_of_year(int year, std::string_view part) {
    if (part.size() == 2 && (part[0] == 'Q' || part[0] == 'H')) {
        const auto n = digits_in(part.substr(1), 1);
        if (!n) return std::nullopt;
        return part[0] == 'Q' ? quarter_period(year, static_cast<unsigned>(*n)) : half_period(year, static_cast<unsigned>(*n));
    }
    if (part.size() == 3 && part[0] == 'W') {
        const auto n = digits_in(part.substr(1), 2);
        return n ? iso_week(year, *n) : std::nullopt;
    }
    const auto month = digits_in(part, 2);
    return month ? month_period(year, static_cast<unsigned>(*month)) : std::nullopt;
}

std::optional<Period> single_from(std::string_view iso) {
    if (iso.size() == 10) {
        const auto day = day_from(iso);
        return day ? std::optional(day_period(*day)) : std::nullopt;
    }
    const auto year = digits_in(iso.substr(0, 4), 4);
    if (!year) return std::nullopt;
    if (iso.size() == 4) return year_period(*year);
    return iso[4] == '-' ? part_of_year(*year, iso.substr(5)) : std::nullopt;
}

// "P12M" counted from a first day: years and months stay whole.
std::optional<Period> counted_from(const Period& start, std::string_view duration) {
    if (duration.size() < 3) return std::nullopt;
    const auto n = digits_in(duration.substr(1, duration.size() - 2), 0);
    if (!n || *n == 0) return std::nullopt;
    const char unit = duration.back();
    if (unit != 'Y' && unit != 'M' && unit != 'W' && unit != 'D') return std::nullopt;
    const Grain grain = unit == 'Y' ? Grain::year : unit == 'M' ? Grain::month : unit == 'W' ? Grain::week : Grain::day;
    const auto next = shifted(day_period(start.first), *n, grain);
    return next ? std::optional(Period{start.first, next->first - days{1}, grain}) : std::nullopt;
}

// --- shapes

bool starts_month(Day day) { return day_of(day) == 1; }
bool ends_month(Day day) { return starts_month(day + days{1}); }
bool whole_months(const Period& p) { return starts_month(p.first) && ends_month(p.last); }
bool whole_years(const Period& p) { return whole_months(p) && month_of(p.first) == 1 && month_of(p.last) == 12; }
int months_of(const Period& p) {
    return (year_of(p.last) - year_of(p.first)) * 12 + static_cast<int>(month_of(p.last)) - static_cast<int>(month_of(p.first)) +
           1;
}

// Quarters and halves of the calendar, where the grain says that they are meant; 0 otherwise.
unsigned calendar_part(const Period& p, Grain grain, int months) {
    if (p.grain != grain || !whole_months(p) || months_of(p) != months ||
        (month_of(p.first) - 1) % static_cast<unsigned>(months) != 0)
        return 0;
    return (month_of(p.first) - 1) / static_cast<unsigned>(months) + 1;
}

bool is_week(const Period& p) { return p.grain == Grain::week && days_inclusive(p) == 7; }

std::string iso_week_name(const Period& p) {
    const int year = year_of(p.first + days{3});
    const auto week = (p.first - iso_week_one(year).first).count() / 7 + 1;
    return padded(year, 4) + "-W" + padded(static_cast<int>(week), 2);
}

std::string iso_month(Day day) { return to_iso(day).substr(0, 7); }

// --- words

std::string in_month(Day day) { return std::string(month_name(month_of(day))); }
std::string month_and_year(Day day) { return in_month(day) + " " + std::to_string(year_of(day)); }
std::string day_and_month(Day day) { return std::to_string(day_of(day)) + " " + in_month(day); }
std::string full_date(Day day) { return day_and_month(day) + " " + std::to_string(year_of(day)); }

std::string ordinal(int n) {
    const bool teen = n % 100 >= 11 && n % 100 <= 13;
    const int last = n % 10;
    return std::to_string(n) + (teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
}

std::string years_in_words(const Period& p) {
    const int first = year_of(p.first);
    const int last = year_of(p.last);
    if (first == last) return std::to_string(first);
    if (p.grain == Grain::decade && last == first + 9 && first % 10 == 0) return "the " + std::to_string(first) + "s";
    if (p.grain == Grain::century && last == first + 99)
        return "the " + ordinal(last % 100 == 0 ? last / 100 : last / 100 + 1) + " century";
    return std::to_string(first) + " to " + std::to_string(last);
}

// A year that does not begin in January. A run of twelve months that nobody calls a year is spelt out instead.
bool is_fiscal_year(const Period& p) {
    return p.grain == Grain::year && year_of(p.last) == year_of(p.first) + 1 && p.last - p.first < std::chrono::days(367);
}

std::string months_in_words(const Period& p) {
    static constexpr std::string_view quarters[] = {"first", "second", "third", "fourth"};
    const std::string year = std::to_string(year_of(p.first));
    if (const unsigned quarter = calendar_part(p, Grain::quarter, 3))
        return "the " + std::string(quarters[quarter - 1]) + " quarter of " + year;
    if (const unsigned half = calendar_part(p, Grain::half, 6))
        return "the " + std::string(quarters[half - 1]) + " half of " + year;
    if (months_of(p) == 1) return month_and_year(p.first);
    return (year_of(p.first) == year_of(p.last) ? in_month(p.first) : month_and_year(p.first)) + " to " + month_and_year(p.last);
}

std::string days_in_words(const Period& p) {
    if (p.first == p.last) return full_date(p.first);
    if (year_of(p.first) != year_of(p.last)) return full_date(p.first) + " to " + full_date(p.last);
    if (month_of(p.first) != month_of(p.last)) return day_and_month(p.first) + " to " + full_date(p.last);
    return std::to_string(day_of(p.first)) + " to " + full_date(p.last);
}

}  // namespace

std::string to_iso(Day day) {
    const year_month_day date{day};
    std::string out = "0000-00-00";
    write_digits(out, 4, 4, static_cast<unsigned>(static_cast<int>(date.year())));
    write_digits(out, 7, 2, static_cast<unsigned>(date.month()));
    write_digits(out, 10, 2, static_cast<unsigned>(date.day()));
    return out;
}

std::optional<Day> day_from(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = digits_in(iso.substr(0, 4), 4);
    const auto month = digits_in(iso.substr(5, 2), 2);
    const auto day = digits_in(iso.substr(8, 2), 2);
    if (!year || !month || !day) return std::nullopt;
    return make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<Period> period_from(std::string_view iso) {
    const std::size_t slash = iso.find('/');
    const auto start = single_from(iso.substr(0, slash));
    if (!start || slash == std::string_view::npos) return start;
    const std::string_view rest = iso.substr(slash + 1);
    if (!rest.empty() && rest.front() == 'P') return counted_from(*start, rest);
    const auto end = single_from(rest);
    if (!end || end->last < start->first || end->first < start->first) return std::nullopt;
    return Period{start->first, end->last, std::min(start->grain, end->grain)};
}

std::string to_timex(const Period& p) {
    if (p.first == p.last) return to_iso(p.first);
    if (is_week(p) && weekday_of(p.first) == std::chrono::Monday) return iso_week_name(p);
    if (!whole_months(p)) return to_iso(p.first) + "/" + to_iso(p.last);
    const std::string year = padded(year_of(p.first), 4);
    if (whole_years(p)) return year_of(p.first) == year_of(p.last) ? year : year + "/" + padded(year_of(p.last), 4);
    if (months_of(p) == 1) return iso_month(p.first);
    if (const unsigned quarter = calendar_part(p, Grain::quarter, 3)) return year + "-Q" + std::to_string(quarter);
    if (const unsigned half = calendar_part(p, Grain::half, 6)) return year + "-H" + std::to_string(half);
    return iso_month(p.first) + "/" + iso_month(p.last);
}

std::string to_words(const Period& p) {
    if (is_fiscal_year(p)) return "fiscal " + std::to_string(year_of(p.first)) + "-" + padded(year_of(p.last) % 100, 2);
    if (is_week(p)) return "the week of " + full_date(p.first);
    if (whole_years(p)) return years_in_words(p);
    return whole_months(p) ? months_in_words(p) : days_in_words(p);
}

}  // namespace factcheck
