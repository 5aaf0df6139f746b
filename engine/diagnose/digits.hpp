// What a typist did: the one slip of the keyboard that turns the right number into the written one.
#pragma once

#include <string>
#include <string_view>

namespace factcheck {

// "two digits are transposed", "a digit is missing" ...; empty where no single slip, or none worth naming, explains it.
[[nodiscard]] std::string digit_slip(std::string_view written, std::string_view right);

}  // namespace factcheck
