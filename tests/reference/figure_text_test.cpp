// Cells as offices and spreadsheets write them, and those that must not be guessed at.
#include "reference/figure_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace factcheck;

namespace {

std::string number(std::string_view text, const NumberStyle& style = {}) {
    std::string why;
    const auto value = number_of_cell(text, style, why);
    return value ? value->str() : "?";
}

std::string period(std::string_view text) {
    std::string why;
    const auto value = period_of_cell(text, why);
    return value ? to_iso(value->first) + "/" + to_iso(value->last) : "?";
}

std::string published(std::string_view text) {
    const auto value = published_of_cell(text);
    return value ? value->text : "?";
}

}  // namespace

TEST_CASE("numbers keep the digits that were printed") {
    CHECK(number("5.40") == "5.40");
    CHECK(number(" -7 ") == "-7");
    CHECK(number("1e3") == "1000");
    CHECK(number("1.50E-02") == "0.0150");
    CHECK(number("9.999999e-05") == "0.00009999999");
    CHECK(number("12.0", {'.', '\0', true}) == "12");
    CHECK(number("12.30", {'.', '\0', true}) == "12.3");
    CHECK(number("120.0", {'.', '\0', true}) == "120");
    CHECK(number("1.234.567,89", {',', '.', false}) == "1234567.89");
    CHECK(number("1 234,5", {',', ' ', false}) == "1234.5");
    CHECK(number("-1,5", {',', '\0', false}) == "-1.5");
    for (const char* text : {"3,2", "1,234", "", "about 5", "1.2.3", "0x10", "inf", "1e99999999999", "5 %", "--1"}) {
        CAPTURE(text);
        CHECK(number(text) == "?");
    }
    for (const char* text : {"12,34", "1,2345", ",123", "1,,234", "1.234,5"}) {
        CAPTURE(text);
        CHECK(number(text, {'.', ',', false}) == "?");
    }
}

TEST_CASE("periods of SDMX and the World Bank") {
    CHECK(period("2024") == "2024-01-01/2024-12-31");
    CHECK(period("2024-Q1") == "2024-01-01/2024-03-31");
    CHECK(period("2024Q4") == "2024-10-01/2024-12-31");
    CHECK(period("2024M05") == "2024-05-01/2024-05-31");
    CHECK(period("2024-M05") == "2024-05-01/2024-05-31");
    CHECK(period("2024-S2") == "2024-07-01/2024-12-31");
    CHECK(period("2024-A1") == "2024-01-01/2024-12-31");
    CHECK(period("2024-W5") == "2024-01-29/2024-02-04");
    CHECK(period("2024-05-10T00:00:00") == "2024-05-10/2024-05-10");
    CHECK(period("2023-07/2024-06") == "2023-07-01/2024-06-30");
    for (const char* text :
         {"", "45292", "03/04/2024", "2024-13", "2024-Q5", "2024-A2", "May 2024", "10000", "2024-05-10T12:30:00"}) {
        CAPTURE(text);
        CHECK(period(text) == "?");
    }
}

TEST_CASE("days of publication, statuses, ids, codes and days of spreadsheets") {
    CHECK(published("18/04/24 23:00:00") == "2024-04-18");
    CHECK(published("2024-05-10T12:00:00") == "2024-05-10");
    CHECK(published("2024-05") == "2024-05");
    CHECK(published("2024-Q1") == "?");
    CHECK(published("2024-01/2024-02") == "?");
    CHECK(status_of_cell("") == 'A');
    CHECK(status_of_cell("p") == 'P');
    CHECK(status_of_cell("E") == 'E');
    CHECK(status_of_cell("z") == '\0');
    CHECK(id_of("NY.GDP.MKTP.CD") == "ny_gdp_mktp_cd");
    CHECK(id_of("co2-by-source--(coal)") == "co2_by_source_coal");
    CHECK(id_of("15+ years") == "s_15_years");
    CHECK(id_of("\xC3\xA9") == "s_");
    CHECK(entity_of_code("PAK") == "PK");
    CHECK(entity_of_code("586") == "PK");
    CHECK(entity_of_code("OWID_WRL") == "WLD");
    CHECK(entity_of_code("WLD") == "WLD");
    CHECK(entity_of_code("Africa") == "Africa");
    CHECK(to_iso(*day_of_serial("45292", false)) == "2024-01-01");
    CHECK(to_iso(*day_of_serial("43830.5", true)) == "2024-01-01");
    CHECK_FALSE(day_of_serial("60", false));
    CHECK_FALSE(day_of_serial("9999999", false));
}
