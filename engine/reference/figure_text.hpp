// Cells of a table -> periods, numbers, statuses and days of publication, as statistical offices and spreadsheets write them.
// Each says in a sentence what is wrong where a text is none of these; nothing is guessed.
#pragma once

#include "model/decimal.hpp"
#include "model/observation.hpp"
#include "model/period.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace factcheck {

struct NumberStyle {
    char decimal = '.';
    char group = '\0';
    bool floats = false;  // "12.0" is 12: the table was dumped from binary numbers
};

// "", "NA", ":", ".." ...: no figure.
[[nodiscard]] bool says_missing(std::string_view text);
// Plain and scientific notation, in the style. The sentence why not, otherwise.
[[nodiscard]] std::optional<Decimal> number_of_cell(std::string_view text, const NumberStyle& style, std::string& why_not);
// ISO 8601, SDMX (2024-Q1, 2024-S1, 2024-M05, 2024-A1, 2024-05-01T00:00:00), the World Bank's 2024M05 and 2024Q1.
[[nodiscard]] std::optional<Period> period_of_cell(std::string_view text, std::string& why_not);
// A day, month or year; also Eurostat's "18/04/24 23:00:00".
[[nodiscard]] std::optional<Published> published_of_cell(std::string_view text);
// SDMX's letter for a status or flag; '\0' where it knows none.
[[nodiscard]] char status_of_cell(std::string_view text);
// "NY.GDP.MKTP.CD" -> "ny_gdp_mktp_cd": an id that a pack can name.
[[nodiscard]] std::string id_of(std::string_view name);
// Country codes of three letters or digits -> ISO 3166-1 alpha-2; everything else stays as it is.
[[nodiscard]] std::string_view entity_of_code(std::string_view code);
// The day that a spreadsheet means by a number: days since 1899-12-30, or since 1904-01-01.
[[nodiscard]] std::optional<Day> day_of_serial(std::string_view number, bool since_1904);

}  // namespace factcheck
