// Units of measure: UCUM codes for quantities, ISO 4217 codes for money.
#pragma once

#include <cstdint>
#include <string_view>

namespace factcheck {

enum class Dimension : std::uint8_t {
    number,   // pure numbers, multiples, ranks; code ""
    percent,  // code "%"
    points,   // differences of percentages; code "[pp]"
    money,    // code: ISO 4217
    count,    // counted things; code "1", the noun says of what
    time,
    length,
    area,
    volume,
    mass,
    speed,
    energy,
    power,
    temperature,
    pressure,
    information,
    frequency,
    rate,
    other
};

// `code` points into the engine's static unit table (lexicon/units.hpp) and lives as long as the program.
struct Unit {
    Dimension dimension = Dimension::number;
    std::string_view code;
    friend bool operator==(Unit, Unit) = default;
};

}  // namespace factcheck
