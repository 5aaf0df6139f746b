// tests/corpus/time.yaml row by row; laws over many days.
#include "link/time.hpp"

#include "support/source.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <string>

using namespace factcheck;

namespace {

template <typename Value, std::size_t Size>
Value named_value(const std::array<std::pair<const char*, Value>, Size>& table, const std::string& name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return name == entry.first; });
    REQUIRE_MESSAGE(found != table.end(), "the corpus has an unknown word: " << name);
    return found->second;
}

constexpr std::array<std::pair<const char*, TimeKind>, 18> kinds{{{"none", TimeKind::none},
                                                                  {"calendar", TimeKind::calendar},
                                                                  {"fiscal", TimeKind::fiscal},
                                                                  {"relative", TimeKind::relative},
                                                                  {"same_period", TimeKind::same_period},
                                                                  {"range", TimeKind::range},
                                                                  {"duration", TimeKind::duration},
                                                                  {"decade", TimeKind::decade},
                                                                  {"century", TimeKind::century},
                                                                  {"months_of", TimeKind::months_of},
                                                                  {"within", TimeKind::within},
                                                                  {"offset", TimeKind::offset},
                                                                  {"holding", TimeKind::holding},
                                                                  {"ending", TimeKind::ending},
                                                                  {"rest", TimeKind::rest},
                                                                  {"clock", TimeKind::clock},
                                                                  {"reference", TimeKind::reference},
                                                                  {"recurring", TimeKind::recurring}}};
constexpr std::array<std::pair<const char*, Grain>, 8> grains{{{"day", Grain::day},
                                                               {"week", Grain::week},
                                                               {"month", Grain::month},
                                                               {"quarter", Grain::quarter},
                                                               {"half", Grain::half},
                                                               {"year", Grain::year},
                                                               {"decade", Grain::decade},
                                                               {"century", Grain::century}}};
constexpr std::array<std::pair<const char*, Anchor>, 3> anchors{
    {{"document", Anchor::document}, {"named", Anchor::named}, {"period", Anchor::period}}};
constexpr std::array<std::pair<const char*, Part>, 4> parts{
    {{"whole", Part::whole}, {"early", Part::early}, {"middle", Part::middle}, {"late", Part::late}}};
constexpr std::array<std::pair<const char*, Tense>, 4> tenses{
    {{"unknown", Tense::unknown}, {"past", Tense::past}, {"present", Tense::present}, {"future", Tense::future}}};

std::uint8_t small(const YAML::Node& node) { return node ? static_cast<std::uint8_t>(node.as<unsigned>()) : std::uint8_t{0}; }

CalendarFields fields_of(const YAML::Node& node) {
    CalendarFields out;
    out.year = node["year"].as<std::int32_t>(0);
    out.half = small(node["half"]);
    out.quarter = small(node["quarter"]);
    out.month = small(node["month"]);
    out.day = small(node["day"]);
    out.weekday = small(node["weekday"]);
    out.fiscal = node["fiscal"].as<bool>(false);
    out.two_years = node["two_years"].as<bool>(false);
    out.week = small(node["week"]);
    out.season = small(node["season"]);
    out.holiday = small(node["holiday"]);
    out.weekend = node["weekend"].as<bool>(false);
    out.loose = node["loose"].as<bool>(false);
    if (node["step"]) {
        out.stepped = true;
        out.step = static_cast<std::int16_t>(node["step"].as<int>());
        out.step_grain = named_value(grains, node["step_grain"].as<std::string>());
    }
    return out;
}

TimeExpression expression_of(const YAML::Node& node) {
    TimeExpression out;
    out.kind = named_value(kinds, node["kind"].as<std::string>());
    out.start = fields_of(node["start"] ? node["start"] : node);
    if (node["end"]) out.end = fields_of(node["end"]);
    out.grain = named_value(grains, node["grain"].as<std::string>("day"));
    out.count = node["count"].as<std::int32_t>(0);
    out.count_high = node["count_high"].as<std::int32_t>(0);
    out.vague = node["vague"].as<bool>(false);
    out.anchor = named_value(anchors, node["anchor"].as<std::string>("document"));
    out.part = named_value(parts, node["part"].as<std::string>("whole"));
    out.year_to_date = node["year_to_date"].as<bool>(false);
    out.as_length = node["as_length"].as<bool>(false);
    out.as_unit = node["as_unit"].as<bool>(false);
    out.business = node["business"].as<bool>(false);
    return out;
}

std::optional<Period> period_of(const YAML::Node& node) {
    if (!node) return std::nullopt;
    const auto period = period_from(node.as<std::string>());
    REQUIRE_MESSAGE(period.has_value(), "the corpus has no period here: " << node.as<std::string>());
    return period;
}

TimeContext context_of(const YAML::Node& row) {
    TimeContext out;
    const std::string date = row["date"].as<std::string>("2025-08-04");
    if (date != "none") out.document = day_from(date);
    REQUIRE((date == "none" || out.document));
    out.named = period_of(row["named"]);
    out.named_words = out.named ? to_words(*out.named) : "";
    out.claim = period_of(row["claim"]);
    out.tense = named_value(tenses, row["tense"].as<std::string>("unknown"));
    if (const YAML::Node fiscal = row["fiscal"]) {
        const auto starts = day_from("2000-" + fiscal["starts"].as<std::string>());
        REQUIRE(starts);
        const std::chrono::year_month_day date_of_start{*starts};
        out.fiscal = {static_cast<unsigned>(date_of_start.month()), static_cast<unsigned>(date_of_start.day()),
                      fiscal["named_by"].as<std::string>() == "end"};
        out.fiscal_known = true;
    }
    return out;
}

std::string days_of(const Period& period) { return to_iso(period.first) + ".." + to_iso(period.last); }

std::string days_of(const Periods& periods) {
    std::string out;
    for (const Period& period : periods) out += (out.empty() ? "" : " ") + days_of(period);
    return out;
}

void check_row(const YAML::Node& row) {
    const TimeExpression expression = expression_of(row["expression"]);
    const TimeContext context = context_of(row);
    const Resolved got = resolve(expression, context);
    Periods wanted;
    for (const YAML::Node& period : row["candidates"]) wanted.push_back(*period_of(period));
    CHECK(days_of(got.candidates) == days_of(wanted));
    CHECK(std::string(name_of(got.reason)) == row["open"].as<std::string>(std::string(name_of(Reason::none))));
    if (row["timex"]) CHECK(timex_value(expression, context) == row["timex"].as<std::string>());
    if (row["note"]) CHECK(got.note.find(row["note"].as<std::string>()) != std::string::npos);
}

const YAML::Node& corpus() {
    static const YAML::Node all = YAML::LoadFile(testing::source("/tests/corpus/time.yaml"));
    return all;
}

}  // namespace

TEST_CASE("the corpus of temporal expressions") {
    REQUIRE(corpus().size() > 100);
    for (const YAML::Node& row : corpus()) {
        const std::string words = row["words"].as<std::string>();
        CAPTURE(words);
        check_row(row);
    }
}

TEST_CASE("each row is open or has candidates, never both nor neither") {
    for (const YAML::Node& row : corpus()) {
        const std::string words = row["words"].as<std::string>();
        CAPTURE(words);
        CHECK(bool(row["open"]) != bool(row["candidates"]));
    }
}

// ---- laws

namespace {

Day any_day() {
    const Day first = *make_day(1, 1, 1);
    const Day last = *make_day(9999, 12, 31);
    // Half of the days near an end of the calendar.
    const int span = static_cast<int>((last - first).count());
    const int at =
        *rc::gen::oneOf(rc::gen::inRange(0, span + 1), rc::gen::inRange(0, 1000), rc::gen::inRange(span - 1000, span + 1));
    return first + std::chrono::days{at};
}

Day modern_day() { return *make_day(1900, 1, 1) + std::chrono::days{*rc::gen::inRange(0, 60'000)}; }

CalendarFields any_fields() {
    CalendarFields out;
    out.year =
        *rc::gen::oneOf(rc::gen::just(0), rc::gen::inRange(-5, 10'020), rc::gen::inRange(1, 4), rc::gen::inRange(9996, 10'000));
    out.half = *rc::gen::inRange<std::uint8_t>(0, 4);
    out.quarter = *rc::gen::inRange<std::uint8_t>(0, 6);
    out.month = *rc::gen::inRange<std::uint8_t>(0, 14);
    out.day = *rc::gen::inRange<std::uint8_t>(0, 33);
    out.weekday = *rc::gen::inRange<std::uint8_t>(0, 8);
    out.fiscal = *rc::gen::arbitrary<bool>();
    out.two_years = *rc::gen::arbitrary<bool>();
    return out;
}

TimeExpression any_expression() {
    TimeExpression out;
    out.kind = (*rc::gen::elementOf(kinds)).second;
    if (*rc::gen::arbitrary<bool>()) out.start = any_fields();
    if (*rc::gen::arbitrary<bool>()) out.end = any_fields();
    out.grain = (*rc::gen::elementOf(grains)).second;
    out.count = *rc::gen::oneOf(rc::gen::inRange(-30, 31), rc::gen::arbitrary<int>());
    out.count_high = *rc::gen::oneOf(rc::gen::just(0), rc::gen::inRange(-30, 31), rc::gen::arbitrary<int>());
    out.anchor = (*rc::gen::elementOf(anchors)).second;
    out.part = (*rc::gen::elementOf(parts)).second;
    out.year_to_date = *rc::gen::arbitrary<bool>();
    return out;
}

std::optional<Period> any_period() {
    if (*rc::gen::arbitrary<bool>()) return std::nullopt;
    const Day a = any_day();
    const Day b = any_day();
    return Period{std::min(a, b), std::max(a, b), (*rc::gen::elementOf(grains)).second};
}

TimeContext any_context() {
    TimeContext out;
    if (*rc::gen::inRange(0, 5) != 0) out.document = any_day();
    out.named = any_period();
    out.claim = any_period();
    out.tense = (*rc::gen::elementOf(tenses)).second;
    out.fiscal_known = *rc::gen::arbitrary<bool>();
    out.fiscal = {*rc::gen::inRange(1U, 13U), *rc::gen::inRange(1U, 29U), *rc::gen::arbitrary<bool>()};
    return out;
}

}  // namespace

TEST_CASE("no expression leads out of the years 1 to 9999, and what is open says why") {
    CHECK(rc::check([] {
        const TimeExpression expression = any_expression();
        const TimeContext context = any_context();
        const Resolved got = resolve(expression, context);
        for (const Period& period : got.candidates) {
            RC_ASSERT(period.first <= period.last);
            RC_ASSERT(period.first >= *make_day(1, 1, 1));
            RC_ASSERT(period.last <= *make_day(9999, 12, 31));
        }
        RC_ASSERT(got.candidates.empty() == (got.reason != Reason::none));
        RC_ASSERT(timex_value(expression, context).empty() == (expression.kind == TimeKind::none));
    }));
}

TEST_CASE("a weekday is a day of that name within six days, on the side that the tense says") {
    CHECK(rc::check([](bool past) {
        const Day document = modern_day();
        const auto number = *rc::gen::inRange<std::uint8_t>(1, 8);
        TimeExpression expression;
        expression.kind = TimeKind::calendar;
        expression.start.weekday = number;
        TimeContext context;
        context.document = document;
        context.tense = past ? Tense::past : Tense::future;
        const Resolved got = resolve(expression, context);
        RC_ASSERT(got.candidates.size() == 1U);
        const Period day = got.candidates.front();
        RC_ASSERT(day.first == day.last);
        RC_ASSERT(weekday_of(day.first) == std::chrono::weekday{number});
        const auto away = (day.first - document).count();
        RC_ASSERT((past ? away <= 0 && away >= -6 : away >= 0 && away <= 6));
    }));
}

TEST_CASE("a day without a year lies within a year of the document, on the side that the tense says") {
    CHECK(rc::check([](bool past) {
        const Day document = modern_day();
        TimeExpression expression;
        expression.kind = TimeKind::calendar;
        expression.start.month = *rc::gen::inRange<std::uint8_t>(1, 13);
        expression.start.day = *rc::gen::inRange<std::uint8_t>(1, 29);
        TimeContext context;
        context.document = document;
        context.tense = past ? Tense::past : Tense::future;
        const Resolved got = resolve(expression, context);
        RC_ASSERT(got.candidates.size() == 1U);
        const auto away = (got.candidates.front().first - document).count();
        RC_ASSERT((past ? away <= 0 && away > -366 : away >= 0 && away < 366));
        context.tense = Tense::unknown;
        const auto nearest = (resolve(expression, context).candidates.front().first - document).count();
        RC_ASSERT(nearest >= -183);
        RC_ASSERT(nearest <= 183);
    }));
}

TEST_CASE("steps forth and back cancel, and a step is never shorter than its grain") {
    CHECK(rc::check([] {
        const Grain grain = *rc::gen::element(Grain::month, Grain::quarter, Grain::half, Grain::year);
        const int steps = *rc::gen::inRange(1, 30);
        TimeExpression expression;
        expression.kind = TimeKind::relative;
        expression.grain = grain;
        expression.count = steps;
        TimeContext context;
        context.document = modern_day();
        const Resolved there = resolve(expression, context);
        RC_ASSERT(there.candidates.size() == 1U);
        context.named = there.candidates.front();
        expression.anchor = Anchor::named;
        expression.count = -steps;
        const Resolved back = resolve(expression, context);
        RC_ASSERT(back.candidates.size() == 1U);
        RC_ASSERT(contains(back.candidates.front(), day_period(*context.document)));
        RC_ASSERT(back.candidates.front().grain == grain);
    }));
}

TEST_CASE("the thirds of a period lie one after another and make up the whole") {
    CHECK(rc::check([] {
        TimeExpression expression;
        expression.kind = *rc::gen::element(TimeKind::calendar, TimeKind::fiscal, TimeKind::decade);
        expression.start.year = *rc::gen::inRange(1900, 2100);
        if (expression.kind == TimeKind::calendar) expression.start.month = *rc::gen::inRange<std::uint8_t>(0, 13);
        TimeContext context;
        context.fiscal = {*rc::gen::inRange(1U, 13U), *rc::gen::inRange(1U, 29U), *rc::gen::arbitrary<bool>()};
        context.fiscal_known = true;
        const Period whole = resolve(expression, context).candidates.front();
        std::array<Period, 3> thirds;
        for (std::size_t i = 0; i < thirds.size(); ++i) {
            expression.part = std::array{Part::early, Part::middle, Part::late}[i];
            thirds[i] = resolve(expression, context).candidates.front();
        }
        RC_ASSERT(thirds[0].first == whole.first);
        RC_ASSERT(thirds[1].first == thirds[0].last + std::chrono::days{1});
        RC_ASSERT(thirds[2].first == thirds[1].last + std::chrono::days{1});
        RC_ASSERT(thirds[2].last == whole.last);
    }));
}

TEST_CASE("fiscal years of one calendar follow one another without a gap") {
    CHECK(rc::check([] {
        TimeExpression expression;
        expression.kind = TimeKind::fiscal;
        expression.start.year = *rc::gen::inRange(1900, 2100);
        TimeContext context;
        context.fiscal = {*rc::gen::inRange(1U, 13U), *rc::gen::inRange(1U, 29U), *rc::gen::arbitrary<bool>()};
        context.fiscal_known = true;
        const Period one = resolve(expression, context).candidates.front();
        ++expression.start.year;
        RC_ASSERT(resolve(expression, context).candidates.front().first == one.last + std::chrono::days{1});
    }));
}
