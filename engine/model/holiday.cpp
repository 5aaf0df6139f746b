#include "model/holiday.hpp"

#include <array>

namespace factcheck {

namespace {

using std::chrono::days;

enum class Rule : std::uint8_t {
    fixed,       // month, day
    nth,         // month, the n-th such weekday of it (-1: the last), plus some days
    from_easter  // so many days from Easter Sunday
};

struct Row {
    Rule rule = Rule::fixed;
    std::int8_t month = 1;
    std::int8_t day_or_nth = 1;
    std::int8_t weekday = 0;  // 1 Monday to 7 Sunday
    std::int8_t plus = 0;
};

constexpr Row fixed(int month, int day) {
    return {Rule::fixed, static_cast<std::int8_t>(month), static_cast<std::int8_t>(day), 0, 0};
}
constexpr Row nth(int month, int n, int weekday, int plus = 0) {
    return {Rule::nth, static_cast<std::int8_t>(month), static_cast<std::int8_t>(n), static_cast<std::int8_t>(weekday),
            static_cast<std::int8_t>(plus)};
}
constexpr Row easter(int plus) { return {Rule::from_easter, 0, 0, 0, static_cast<std::int8_t>(plus)}; }

// In the order of grammar/holiday.hpp.
constexpr std::array rows = std::to_array<Row>({
    fixed(1, 1),       // New Year's Day
    fixed(12, 31),     // New Year's Eve
    fixed(12, 25),     // Christmas
    fixed(12, 24),     // Christmas Eve
    fixed(12, 26),     // Boxing Day
    easter(0),         // Easter
    easter(1),         // Easter Monday
    easter(-2),        // Good Friday
    easter(-1),        // Holy Saturday
    easter(-3),        // Maundy Thursday
    easter(-7),        // Palm Sunday
    easter(-46),       // Ash Wednesday
    easter(-47),       // Shrove Tuesday
    easter(39),        // Ascension Day
    easter(49),        // Pentecost
    easter(50),        // Whit Monday
    easter(60),        // Corpus Christi
    nth(11, 4, 4),     // Thanksgiving
    nth(11, 4, 4, 1),  // Black Friday
    nth(11, 4, 4, 4),  // Cyber Monday
    nth(9, 1, 1),      // Labor Day
    nth(5, -1, 1),     // Memorial Day
    nth(1, 3, 1),      // Martin Luther King Day
    nth(2, 3, 1),      // Presidents' Day
    nth(10, 2, 1),     // Columbus Day
    nth(5, 2, 7),      // Mother's Day
    nth(6, 3, 7),      // Father's Day
    fixed(2, 14),      // Valentine's Day
    fixed(3, 17),      // St Patrick's Day
    fixed(4, 1),       // April Fools' Day
    fixed(10, 31),     // Halloween
    fixed(11, 11),     // Veterans Day, Armistice Day
    fixed(7, 4),       // Independence Day
    fixed(6, 19),      // Juneteenth
    fixed(5, 1),       // May Day
    fixed(5, 5),       // Cinco de Mayo
    fixed(2, 2),       // Groundhog Day
    fixed(4, 22),      // Earth Day
    fixed(3, 8),       // International Women's Day
    fixed(11, 1),      // All Saints' Day
    fixed(11, 2),      // All Souls' Day
    fixed(1, 6),       // Epiphany
    fixed(7, 14),      // Bastille Day
    fixed(7, 1),       // Canada Day
    fixed(1, 26),      // Australia Day
    fixed(4, 25),      // Anzac Day
    fixed(11, 5),      // Guy Fawkes Night
    fixed(5, 8),       // VE Day
    nth(11, 1, 1, 1),  // Election Day: the Tuesday after the first Monday
    fixed(6, 14),      // Flag Day
    fixed(1, 20),      // Inauguration Day
    fixed(4, 23),      // St George's Day
    easter(56),        // Trinity Sunday
    easter(-21),       // Mothering Sunday
    nth(4, -1, 5),     // Arbor Day
    fixed(3, 14),      // White Day
    fixed(3, 3),       // Girls' Day
    fixed(6, 1),       // Children's Day
    fixed(11, 30),     // St Andrew's Day
    fixed(3, 1),       // St David's Day
    fixed(12, 26),     // Kwanzaa
    nth(4, 3, 1),      // Patriots' Day
    fixed(1, 25),      // Burns Night
    fixed(1, 5),       // Twelfth Night
});

// The anonymous Gregorian rule for Easter Sunday.
std::optional<Day> easter_sunday(int year) {
    if (year < 1583) return std::nullopt;
    const int golden = year % 19;
    const int century = year / 100;
    const int of_century = year % 100;
    const int skipped = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - skipped + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int at = epact + to_sunday - 7 * late + 114;
    return make_day(year, static_cast<unsigned>(at / 31), static_cast<unsigned>(at % 31 + 1));
}

std::optional<Day> nth_weekday(const Row& row, int year) {
    const auto month = month_period(year, static_cast<unsigned>(row.month));
    if (!month) return std::nullopt;
    const std::chrono::weekday wanted{static_cast<unsigned>(row.weekday)};
    if (row.day_or_nth < 0) return month->last - (weekday_of(month->last) - wanted);
    return month->first + (wanted - weekday_of(month->first)) + days{7 * (row.day_or_nth - 1) + row.plus};
}

}  // namespace

std::size_t holiday_count() { return rows.size(); }

std::optional<Day> holiday_in(std::uint8_t holiday, int year) {
    if (holiday == 0 || holiday > rows.size()) return std::nullopt;
    const Row& row = rows[holiday - 1U];
    switch (row.rule) {
        case Rule::fixed: return make_day(year, static_cast<unsigned>(row.month), static_cast<unsigned>(row.day_or_nth));
        case Rule::nth: return nth_weekday(row, year);
        case Rule::from_easter: {
            const auto sunday = easter_sunday(year);
            return sunday ? std::optional(*sunday + days{row.plus}) : std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace factcheck
