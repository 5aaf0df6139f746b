// Every string of up to five tokens of a date, against a list of the forms in which English writes dates: made by hand, without a
// look at the grammar. A form is the kinds of its tokens.
#include "extract/extract.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace factcheck;

namespace {

// The kind of a token is one letter: Day, Ordinal, Month, Year, Weekday, o(f), t(he), a comma.
struct Token {
    std::string_view words;
    char kind;
    int value;
};
constexpr std::array tokens = std::to_array<Token>({{"4", 'D', 4},
                                                    {"30", 'D', 30},
                                                    {"12th", 'O', 12},
                                                    {"May", 'M', 5},
                                                    {"February", 'M', 2},
                                                    {"2019", 'Y', 2019},
                                                    {"Monday", 'W', 1},
                                                    {"of", 'o', 0},
                                                    {"the", 't', 0},
                                                    {",", ',', 0}});

// With a day and a month; a weekday may stand before each. A day that its month has not is read as it is written: a check says
// so.
constexpr std::array day_forms = std::to_array<std::string_view>(
    {"DM",   "OM",    "OoM", "tOoM", "DMY", "OMY", "OoMY", "tOoMY", "DM,Y", "OM,Y",  "OoM,Y", "tOM",
     "tOMY", "tOM,Y", "MD",  "MO",   "MtO", "MDY", "MOY",  "MD,Y",  "MO,Y", "MtO,Y", "MtOY"});
constexpr std::array other_forms = std::to_array<std::string_view>({"Y", "M", "W", "MY", "M,Y", "MoY"});
bool has(const auto& forms, std::string_view form) { return std::find(forms.begin(), forms.end(), form) != forms.end(); }

// "Monday", "Monday the", "Monday,": what may stand before a day.
std::string_view without_weekday(std::string_view form) {
    if (form.size() < 2 || form.front() != 'W') return form;
    form.remove_prefix(1);
    if (form.front() == ',') form.remove_prefix(1);
    return form;
}

struct String {
    std::string words;
    std::string form;
    CalendarFields fields;
};

void add(String& out, const Token& token) {
    if (!out.words.empty() && token.kind != ',') out.words += ' ';
    out.words += token.words;
    out.form += token.kind;
    CalendarFields& fields = out.fields;
    switch (token.kind) {
        case 'D':
        case 'O': fields.day = static_cast<std::uint8_t>(token.value); break;
        case 'M': fields.month = static_cast<std::uint8_t>(token.value); break;
        case 'Y': fields.year = token.value; break;
        case 'W': fields.weekday = static_cast<std::uint8_t>(token.value); break;
        default: break;
    }
}

// The one date that is the whole of the words; an article in front may be left out. A part of something else is none: "the 12th
// Monday of 2019".
std::optional<Mention> read(const std::string& words) {
    const std::string before = "It has been so since ";
    const std::string text = before + words + ".";
    std::vector<Mention> found;
    Work work;
    extract_sentence(text, {0, text.size()}, found, work);
    if (found.size() != 1 || found[0].time.kind != TimeKind::calendar) return std::nullopt;
    const std::size_t begin = before.size() + (words.starts_with("the ") ? 4 : 0);
    if (found[0].span.begin > begin || found[0].span.end != before.size() + words.size()) return std::nullopt;
    return found[0];
}

std::string shown(const std::optional<Mention>& mention) {
    if (!mention) return "not read as one";
    const CalendarFields& f = mention->time.start;
    return "read as year " + std::to_string(f.year) + " month " + std::to_string(f.month) + " day " + std::to_string(f.day) +
           " weekday " + std::to_string(f.weekday);
}

struct Tally {
    int dates = 0;
    std::vector<std::string> wrong;
};

// Commas and articles stand where a hand puts them, and catalogues write the year first: no form is refused for that. But what is
// read as one date has each part once, and keeps all of them.
bool keeps_its_parts(const String& string, const Mention& found) {
    const auto once = [&](std::string_view kinds) {
        return std::count_if(string.form.begin(), string.form.end(),
                             [&](char c) { return kinds.find(c) != std::string_view::npos; }) <= 1;
    };
    return once("DO") && once("M") && once("Y") && once("W") && found.time.start == string.fields;
}

void compare(const String& string, Tally& tally) {
    const bool date = has(other_forms, string.form) || has(day_forms, without_weekday(string.form));
    const auto found = read(string.words);
    tally.dates += date ? 1 : 0;
    if (date && !(found && found->time.start == string.fields)) tally.wrong.push_back(string.words + ": " + shown(found));
    if (!date && found && !keeps_its_parts(string, *found)) tally.wrong.push_back(string.words + " is no date, " + shown(found));
}

void each_string(const String& string, std::size_t longest, Tally& tally) {
    if (!string.form.empty()) compare(string, tally);
    if (string.form.size() == longest) return;
    for (const Token& token : tokens) {
        String next = string;
        add(next, token);
        each_string(next, longest, tally);
    }
}

}  // namespace

TEST_CASE("dates: every string of up to five of their tokens") {
    Tally tally;
    each_string({}, 5, tally);
    CHECK(tally.dates > 100);
    for (const std::string& row : tally.wrong) FAIL_CHECK(row);
}

TEST_CASE("dates in figures: every month and day, and those past them") {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const auto is_month = [](int n) { return n >= 1 && n <= 12; };
    const auto is_day = [](int n) { return n >= 1 && n <= 31; };
    for (int a = 0; a <= 33; ++a) {
        for (int b = 0; b <= 33; ++b) {
            const std::string iso = "2019-" + two(a) + "-" + two(b);
            const auto date = read(iso);
            INFO(iso, " ", shown(date));
            CHECK(date.has_value() == (is_month(a) && is_day(b)));
            if (date) CHECK((date->time.start.year == 2019 && date->time.start.month == a && date->time.start.day == b));
            // Which of the two is the month is known if one can be none; else it is said to be open.
            const std::string slashed = std::to_string(a) + "/" + std::to_string(b) + "/2019";
            const auto either = read(slashed);
            INFO(slashed, " ", shown(either));
            CHECK(either.has_value() == ((is_month(a) && is_day(b)) || (is_day(a) && is_month(b))));
            if (!either) continue;
            const CalendarFields& fields = either->time.start;
            CHECK(fields.loose == (is_month(a) && is_month(b) && a != b));
            CHECK(is_month(fields.month));
            CHECK(((fields.month == a && fields.day == b) || (fields.month == b && fields.day == a)));
        }
    }
}
