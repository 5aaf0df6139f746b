// What a report calls the unit of a mention: "US dollar", "barrel per day", and of counted things their noun in the singular.
#pragma once

#include "model/mention.hpp"
#include "model/text.hpp"

#include <string>

namespace factcheck {

void append_unit_name(std::string& out, const Text& text, const Mention& mention);
// UCUM or ISO 4217, of a rate both codes: "USD/[bbl_us]".
void append_unit_code(std::string& out, const Mention& mention);

}  // namespace factcheck
