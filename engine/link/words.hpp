// The closed lists of English function words that link reads a sentence by. Sorted; one list a purpose.
#pragma once

#include <string_view>

namespace factcheck::words {

[[nodiscard]] bool preposition(std::string_view word);
[[nodiscard]] bool determiner(std::string_view word);    // skipped between a preposition and a name
[[nodiscard]] bool opens_clause(std::string_view word);  // after a comma: "with", "while", "which" ...
[[nodiscard]] bool parts_clause(std::string_view word);  // even without a comma: "while", "but" ...
[[nodiscard]] bool compares(std::string_view word);      // "compared", "against", "than": what follows is a base
[[nodiscard]] bool function_word(std::string_view word);
[[nodiscard]] bool plain_before_cue(std::string_view word);  // "total exports": the word does not narrow the measure
[[nodiscard]] bool plain_after_of(std::string_view word);    // "exports of goods"
[[nodiscard]] bool past_verb(std::string_view word);         // "were", "stood", "reached"
[[nodiscard]] bool present_verb(std::string_view word);      // "is", "stands"
[[nodiscard]] bool future_verb(std::string_view word);       // "will"
[[nodiscard]] bool forecasts(std::string_view word);         // "expected", "forecast", "target"
[[nodiscard]] bool prospects(std::string_view word);         // "potential", "proposed": of the noun that follows
[[nodiscard]] bool sets_a_scene(std::string_view word);      // "after", "amid": what follows stands by itself
[[nodiscard]] bool conditions(std::string_view word);        // "if", "unless", "would", "could", "may"
[[nodiscard]] bool denies(std::string_view word);            // "not", "denied", "never"
[[nodiscard]] bool attributes(std::string_view word);        // "said", "according"
[[nodiscard]] bool lasts(std::string_view word);             // "lasted", "long"

}  // namespace factcheck::words
